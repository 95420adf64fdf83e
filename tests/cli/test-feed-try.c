/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "serving.h"

#define DOCUMENT                                                               \
  "{\"format\":\"slipway-status\",\"version\":1,"                              \
  "\"source\":{\"name\":\"Tracker\"},\"statuses\":["                           \
  "{\"release\":\"payments 3.9\",\"audience\":\"Support\","                    \
  "\"state\":\"at_risk\",\"done\":3,\"total\":5,\"text\":\"Macros\"},"         \
  "{\"release\":\"Payments 9\",\"state\":\"paused\"},"                         \
  "{\"release\":\"payments 3.9\",\"criterion\":\"Errors\",\"value\":0.5,"      \
  "\"unit\":\"%\"},"                                                           \
  "{\"flag\":\"checkout\",\"on\":true,\"percent\":12.5}]}"

static void
set_up (Serving *serving, gconstpointer data)
{
  serving_set_up (serving, DOCUMENT, data);
}

static void
tear_down (Serving *serving, gconstpointer data)
{
  serving_tear_down (serving);
}

/* Tries the feed; @words come before the address. */
static int
run_try (Serving *fixture, const char *query, const char *const *words)
{
  g_autoptr (GPtrArray) line = g_ptr_array_new ();
  g_autofree char *address =
    g_strconcat (slip_feed_server_get_address (fixture->server), query, NULL);

  g_ptr_array_add (line, (gpointer) "feed");
  g_ptr_array_add (line, (gpointer) "try");
  for (guint i = 0; words[i] != NULL; i++)
    g_ptr_array_add (line, (gpointer) words[i]);
  g_ptr_array_add (line, address);
  g_ptr_array_add (line, NULL);
  return serving_run_strv (fixture, (const char *const *) line->pdata);
}

#define TRY(fixture, query, ...)                                               \
  run_try (fixture, query, (const char *const[]){ __VA_ARGS__, NULL })

static void
test_table_tells_what_matches (Serving *fixture, gconstpointer data)
{
  g_assert_cmpint (TRY (fixture, "", "--adapter", "slipway"), ==, 0);
  assert_says (fixture->home.out, "At risk, 3 of 5");
  assert_says (fixture->home.out, "Unknown (paused)");
  assert_says (fixture->home.out, "0.5 %");
  assert_says (fixture->home.out, "On, 12.5 %");
  assert_says (fixture->home.out, "\nNo release is called “Payments 9”\n"
                                  "No open release has the flag “checkout”\n");
}

static void
test_json_tells_the_same (Serving *fixture, gconstpointer data)
{
  g_assert_cmpint (TRY (fixture, "", "--json"), ==, 0);
  g_autoptr (JsonNode) node = home_parse (&fixture->home);
  JsonObject *object = json_node_get_object (node);
  JsonNode *list = json_object_get_member (object, "observations");

  assert_member (object, "source", "Tracker");
  g_assert_cmpint (json_object_get_int_member (object, "pages"), ==, 1);
  JsonObject *status = get_object (list, 0);
  g_assert_nonnull (json_object_get_string_member (status, "release"));
  g_assert_nonnull (json_object_get_string_member (status, "audience"));
  assert_member (status, "state", "at_risk");
  assert_member (status, "problem", NULL);
  JsonObject *lost = get_object (list, 1);
  assert_member (lost, "release", NULL);
  assert_member (lost, "said_release", "Payments 9");
  assert_member (lost, "problem", "No release is called “Payments 9”");
}

static void
test_failures_are_told (Serving *fixture, gconstpointer data)
{
  g_assert_cmpint (TRY (fixture, "?fault=429", "--json"), ==, 1);
  assert_says (fixture->home.err, "it asks to come back later");
  g_assert_cmpint (TRY (fixture, "?fault=garbage", "--json"), ==, 1);
  assert_says (fixture->home.err, "is not UTF-8 text");
  g_assert_cmpint (TRY (fixture, "", "--adapter", "github-issues"), ==, 1);
  assert_says (fixture->home.err, "an array was expected, an object was found");
}

static void
test_wrong_usage_is_told (Serving *fixture, gconstpointer data)
{
  g_assert_cmpint (TRY (fixture, "", "--adapter", "oracle"), ==, 2);
  assert_says (fixture->home.err, "only: slipway, general, github-milestones");
  g_assert_cmpint (TRY (fixture, "", "--auth", "magic"), ==, 2);
  g_assert_cmpint (TRY (fixture, "", "--auth", "bearer"), ==, 2);
  assert_says (fixture->home.err, "SLIPWAY_FEED_SECRET");
  g_assert_cmpint (TRY (fixture, "", "--pointer", "mood=/x"), ==, 2);
  g_assert_cmpint (TRY (fixture, "", "--word", "green=good"), ==, 2);
}

static void
test_secret_comes_from_the_environment (Serving *fixture, gconstpointer data)
{
  g_assert_cmpint (TRY (fixture, "", "--json"), ==, 1);
  assert_says (fixture->home.err, "401");
  g_subprocess_launcher_setenv (fixture->home.launcher, "SLIPWAY_FEED_SECRET",
                                "s3cret", TRUE);
  g_assert_cmpint (TRY (fixture, "", "--auth", "bearer"), ==, 0);
  g_subprocess_launcher_setenv (fixture->home.launcher, "SLIPWAY_FEED_SECRET",
                                "guess", TRUE);
  g_assert_cmpint (TRY (fixture, "", "--auth", "bearer"), ==, 1);
  g_assert_null (strstr (fixture->home.err, "guess"));
}

static void
test_general_adapter_takes_pointers (Serving *fixture, gconstpointer data)
{
  g_assert_cmpint (TRY (fixture, "", "--adapter", "general", "--pointer",
                        "list=/statuses", "--pointer", "release=/release",
                        "--pointer", "audience=/audience", "--pointer",
                        "state=/state", "--pointer", "is_release=Payments 3.9",
                        "--word", "Paused=blocked"),
                   ==, 0);
  assert_says (fixture->home.out, "Blocked");
  assert_says (fixture->home.out, "At risk");
}

#define ADD(name, secret, function)                                            \
  g_test_add ("/cli/feed-try/" name, Serving, secret, set_up, function,        \
              tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("table-tells-what-matches", NULL, test_table_tells_what_matches);
  ADD ("json-tells-the-same", NULL, test_json_tells_the_same);
  ADD ("failures-are-told", NULL, test_failures_are_told);
  ADD ("wrong-usage-is-told", NULL, test_wrong_usage_is_told);
  ADD ("secret-comes-from-the-environment", "s3cret",
       test_secret_comes_from_the_environment);
  ADD ("general-adapter-takes-pointers", NULL,
       test_general_adapter_takes_pointers);
  return g_test_run ();
}
