/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "serving.h"

#define BEGINNING                                                              \
  "{\"format\":\"slipway-status\",\"version\":1,"                              \
  "\"source\":{\"name\":\"Tracker\"},\"statuses\":["

#define SALES(state)                                                           \
  "{\"release\":\"payments 3.9\",\"audience\":\"Sales\",\"state\":\"" state    \
  "\",\"owner\":\"Sales ops\",\"knows\":true,\"items\":["                      \
  "{\"title\":\"Deck\",\"state\":\"done\"}]}"

#define LOST                                                                   \
  "{\"release\":\"PAY-39\",\"audience\":\"Support\",\"state\":\"done\"}"

#define DOCUMENT BEGINNING SALES ("at_risk") "," LOST "]}"

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

/* Adds the feed that is served as 'Help desk'. */
static void
add_feed (Serving *serving)
{
  home_do (&serving->home, "feed", "add", "Help desk",
           slip_feed_server_get_address (serving->server));
}

static void
test_feeds_are_edited_like_the_rest (Serving *serving, gconstpointer data)
{
  Home *home = &serving->home;

  home_do (home, "feed", "add", "Board", "https://board.example.org/x",
           "--adapter", "general", "--every", "60", "--pointer", "list=/items",
           "--pointer", "release=/fix", "--pointer", "state=/status", "--word",
           "Shelved=off_track", "--auth", "header:X-Key", "--by-hand");
  home_do (home, "feed", "set", "board", "interval_minutes=5");
  home_do (home, "feed", "list", "--json");
  g_autoptr (JsonNode) node = home_parse (home);
  JsonObject *feed = get_object (node, 0);
  assert_member (feed, "name", "Board");
  assert_member (feed, "adapter", "general");
  assert_member (feed, "secret_type", "header");
  assert_member (feed, "secret_name", "X-Key");
  assert_member (feed, "list_pointer", "/items");
  assert_member (feed, "succeeded_at", NULL);
  g_assert_cmpint (json_object_get_int_member (feed, "interval_minutes"), ==,
                   5);
  g_assert_false (json_object_get_boolean_member (feed, "is_enabled"));

  home_do (home, "feed", "list");
  assert_says (home->out, "not asked yet; asked only by hand");
  home_do (home, "feed", "show", "Board");
  assert_says (home->out, "“Shelved” means Off track\n");
  home_do (home, "feed", "word", "Board", "shelved", "--remove");
  home_do (home, "feed", "remove", "Board");
  home_do (home, "undo");
  home_do (home, "feed", "list");
  assert_says (home->out, "Board");
  home_do (home, "check");
}

static void
test_what_cannot_be_is_refused (Serving *serving, gconstpointer data)
{
  Home *home = &serving->home;

  g_assert_cmpint (home_run (home, "feed", "add", "Board",
                             "http://board.example.org/x"),
                   ==, 1);
  g_assert_cmpint (home_run (home, "feed", "add", "Board",
                             "https://board.example.org/x", "--adapter", "xml"),
                   ==, 2);
  add_feed (serving);
  g_assert_cmpint (home_run (home, "feed", "set", "Help desk",
                             "address=https://me:secret@example.org/"),
                   ==, 1);
  g_assert_cmpint (home_run (home, "feed", "map", "Help desk", "L2"), ==, 2);
  g_assert_cmpint (home_run (home, "feed", "map", "Help desk", "L2",
                             "Nobody at all"),
                   ==, 1);
  assert_says (home->err, "No release and no audience is called");
  g_assert_cmpint (home_run (home, "feed", "word", "Help desk", "Nearly",
                             "green"),
                   ==, 2);
  g_assert_cmpint (home_run (home, "accept"), ==, 2);
  g_assert_cmpint (home_run (home, "accept", "Payments 3.9", "Sales", "--flag",
                             "checkout"),
                   ==, 2);
  g_assert_cmpint (home_run (home, "accept", "Payments 3.9", "Sales"), ==, 1);
  assert_says (home->err, "No feed says anything about it");
}

static void
test_sync_brings_what_is_said (Serving *serving, gconstpointer data)
{
  Home *home = &serving->home;

  add_feed (serving);
  g_assert_cmpint (serving_run (serving, "sync"), ==, 0);
  g_assert_cmpstr (home->out, ==, "Help desk: 2 values\n");
  home_do (home, "feed", "show", "Help desk");
  assert_says (home->out, "Help desk: answered just now\n");
  assert_says (home->out, "At risk");
  assert_says (home->out, "\nNo release is called “PAY-39”\n");

  home_do (home, "feed", "map", "Help desk", "pay-39", "Payments 3.9");
  home_do (home, "feed", "list", "--json");
  g_autoptr (JsonNode) node = home_parse (home);
  JsonObject *feed = get_object (node, 0);
  assert_member (feed, "age", "fresh");
  assert_member (feed, "loudness", "quiet");
  assert_member (feed, "source", "Tracker");
  g_assert_cmpint (json_object_get_int_member (feed, "values"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (feed, "unmatched"), ==, 0);

  g_assert_cmpint (serving_run (serving, "sync", "help desk", "--json"), ==, 0);
  g_autoptr (JsonNode) again = home_parse (home);
  assert_member (get_object (again, 0), "error", NULL);
}

static void
test_what_was_said_before_is_kept (Serving *serving, gconstpointer data)
{
  Home *home = &serving->home;

  add_feed (serving);
  g_assert_cmpint (serving_run (serving, "sync"), ==, 0);
  serving_write (serving, BEGINNING SALES ("done") "]}");
  g_assert_cmpint (serving_run (serving, "sync"), ==, 0);
  home_do (home, "feed", "show", "Help desk", "--history", "--json");
  g_autoptr (JsonNode) node = home_parse (home);
  JsonObject *object = json_node_get_object (node);
  g_assert_cmpuint (json_array_get_length (
                      json_object_get_array_member (object, "observations")),
                    ==, 1);
  g_assert_cmpuint (json_array_get_length (
                      json_object_get_array_member (object, "history")),
                    ==, 3);
}

static void
test_a_failure_is_told_and_changes_nothing (Serving *serving,
                                            gconstpointer data)
{
  Home *home = &serving->home;
  g_autofree char *faulty =
    g_strconcat ("address=", slip_feed_server_get_address (serving->server),
                 "?fault=500", NULL);

  add_feed (serving);
  g_assert_cmpint (serving_run (serving, "sync"), ==, 0);
  home_do (home, "feed", "set", "Help desk", faulty);
  g_assert_cmpint (serving_run (serving, "sync", "--json"), ==, 1);
  assert_says (home->err, "slipway-cli: Help desk: ");
  g_autoptr (JsonNode) node = home_parse (home);
  assert_member (get_object (node, 0), "outcome", "failed");
  home_do (home, "feed", "list");
  assert_says (home->out, "answered just now; failing ");
  home_do (home, "feed", "show", "Help desk");
  assert_says (home->out, "At risk");
}

static void
test_secrets_come_from_outside (Serving *serving, gconstpointer data)
{
  Home *home = &serving->home;

  home_do (home, "feed", "add", "Help desk",
           slip_feed_server_get_address (serving->server), "--auth", "bearer");
  g_assert_cmpint (serving_run (serving, "sync"), ==, 1);
  g_subprocess_launcher_setenv (home->launcher, "SLIPWAY_FEED_SECRET", "sesame",
                                TRUE);
  g_assert_cmpint (serving_run (serving, "sync"), ==, 0);

  /* What is for one feed does not reach another. */
  home_do (home, "feed", "add", "Other",
           slip_feed_server_get_address (serving->server), "--auth", "bearer");
  g_assert_cmpint (serving_run (serving, "sync"), ==, 1);
  g_assert_cmpint (serving_run (serving, "sync", "Other"), ==, 0);
  g_subprocess_launcher_setenv (home->launcher, "SLIPWAY_FEED_SECRET_HELP_DESK",
                                "sesame", TRUE);
  g_subprocess_launcher_setenv (home->launcher, "SLIPWAY_FEED_SECRET_OTHER",
                                "sesame", TRUE);
  g_subprocess_launcher_unsetenv (home->launcher, "SLIPWAY_FEED_SECRET");
  g_assert_cmpint (serving_run (serving, "sync"), ==, 0);
  g_assert_cmpint (serving_run (serving, "sync", "--secret-fd", "0"), ==, 2);
  g_assert_cmpint (serving_run (serving, "sync", "--authority", "none.pem"), ==,
                   1);
  assert_says (home->err, "none.pem: ");
}

static void
test_what_is_said_is_accepted_as_one_step (Serving *serving, gconstpointer data)
{
  Home *home = &serving->home;

  add_feed (serving);
  home_do (home, "person", "add", "Sales ops");
  g_assert_cmpint (serving_run (serving, "sync"), ==, 0);
  g_assert_cmpint (home_run (home, "ready", "Payments 3.9"), ==, 3);
  assert_says (home->out, "≠ Sales: Help desk says “At risk”, the plan has no "
                          "checklist for Sales\n");

  home_do (home, "accept", "Payments 3.9", "Sales", "--dry-run");
  g_autofree char *shown = g_strdup (home->out);
  assert_says (shown, "Deck");
  home_do (home, "accept", "Payments 3.9", "Sales");
  g_assert_true (g_str_has_prefix (home->out, shown));
  assert_says (home->out, "word of a feed on Payments 3.9, Sales");
  g_assert_cmpint (home_run (home, "accept", "Payments 3.9", "Sales"), ==, 1);
  g_assert_cmpstr (home->out, ==, "");
  assert_says (home->err, "Nothing: the plan says so already");
  home_do (home, "accept", "Payments 3.9", "Sales", "--dry-run");
  g_assert_cmpstr (home->out, ==, "Nothing: the plan says so already\n");
  home_do (home, "checklist", "list", "Payments 3.9");
  assert_says (home->out, "Sales ops");
  home_do (home, "history");
  assert_says (home->out, "feed accepted");
  home_do (home, "undo");
  home_do (home, "checklist", "list", "Payments 3.9");
  g_assert_null (strstr (home->out, "Sales"));
  home_do (home, "check");
}

/* Which one is meant where only one is there need not be said. */
static void
test_an_only_flag_needs_no_environment (Serving *serving, gconstpointer data)
{
  Home *home = &serving->home;

  serving_write (serving, BEGINNING "{\"flag\":\"checkout\",\"environment\":"
                                    "\"production\",\"on\":true}]}");
  add_feed (serving);
  home_do (home, "flag", "set", "Payments 3.9", "checkout", "--env",
           "production");
  g_assert_cmpint (serving_run (serving, "sync"), ==, 0);
  home_do (home, "accept", "Payments 3.9", "--flag", "checkout", "--dry-run");
  assert_says (home->out, "checkout (production): Observed state: ");
  home_do (home, "flag", "set", "Payments 3.9", "checkout", "--env", "staging");
  g_assert_cmpint (home_run (home, "accept", "Payments 3.9", "--flag",
                             "checkout"),
                   ==, 1);
  assert_says (home->err, "several flags “checkout”");
  home_do (home, "accept", "Payments 3.9", "--flag", "checkout",
           "--environment", "production");
}

/* 'Feed says ready' on the command line, and what is decided on it. */
static void
test_gates_ask_the_feeds (Serving *serving, gconstpointer data)
{
  Home *home = &serving->home;

  add_feed (serving);
  home_do (home, "stage", "preset", "Payments 3.9", "gradual");
  home_do (home, "criterion", "add", "Payments 3.9", "everyone", "feed",
           "audience=Sales");
  g_assert_cmpint (home_run (home, "ready", "Payments 3.9", "--stage",
                             "everyone"),
                   ==, 3);
  assert_says (home->out, "Feed says that Sales is ready · no feed reports");
  g_assert_cmpint (serving_run (serving, "sync"), ==, 0);
  g_assert_cmpint (home_run (home, "ready", "Payments 3.9", "--stage",
                             "everyone"),
                   ==, 3);
  assert_says (home->out, "✗ not met, must: Feed says that Sales is ready · "
                          "Sales: At risk, Help desk, just now");
  serving_write (serving, BEGINNING SALES ("done") "]}");
  g_assert_cmpint (serving_run (serving, "sync"), ==, 0);
  home_run (home, "ready", "Payments 3.9", "--stage", "everyone");
  assert_says (home->out, "✓ met, must: Feed says that Sales is ready · Sales: "
                          "Done, Help desk, just now");
  /* And stays in the record of what was decided on it. */
  home_do (home, "decide", "Payments 3.9", "no-go", "--stage", "everyone",
           "--reason", "Not today");
  home_do (home, "decisions", "Payments 3.9", "--json");
  assert_says (home->out, "Sales: Done, Help desk");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, secret, func)                                                \
  g_test_add ("/feeds/" name, Serving, secret, set_up, func, tear_down)
  ADD ("feeds-are-edited-like-the-rest", NULL,
       test_feeds_are_edited_like_the_rest);
  ADD ("what-cannot-be-is-refused", NULL, test_what_cannot_be_is_refused);
  ADD ("sync-brings-what-is-said", NULL, test_sync_brings_what_is_said);
  ADD ("what-was-said-before-is-kept", NULL, test_what_was_said_before_is_kept);
  ADD ("a-failure-is-told-and-changes-nothing", NULL,
       test_a_failure_is_told_and_changes_nothing);
  ADD ("secrets-come-from-outside", "sesame", test_secrets_come_from_outside);
  ADD ("an-only-flag-needs-no-environment", NULL,
       test_an_only_flag_needs_no_environment);
  ADD ("what-is-said-is-accepted-as-one-step", NULL,
       test_what_is_said_is_accepted_as_one_step);
  ADD ("gates-ask-the-feeds", NULL, test_gates_ask_the_feeds);
#undef ADD
  return g_test_run ();
}
