/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "running.h"

static void
add_plan (Home *home)
{
  home_do (home, "product", "add", "Payments");
  home_do (home, "product", "add", "Mobile");
  home_do (home, "add", "Payments 3.9", "--product", "payments", "--date",
           "2026-11-18", "--status", "ready");
  home_do (home, "move", "Payments 3.9", "2026-11-20");
  home_do (home, "add", "Mobile 4.2", "--product", "mobile", "--date",
           "2026-11-25");
}

static void
test_text (Home *home, gconstpointer data)
{
  add_plan (home);
  home_do (home, "report", "plan-and-truth", "--from", "2026-11-01", "--to",
           "2026-11-30");
  assert_says (home->out, "RELEASE, STAGE");
  assert_says (home->out, "Wed 18 November");
  assert_says (home->out, "not yet");
  assert_says (home->out, "+2 days");
  assert_says (home->out,
               "Payments: 1 release, 1 late; on average +2 days, at worst +2 "
               "days");
  home_do (home, "report", "plan-and-truth");
  g_assert_null (strstr (home->out, "Mobile"));
  home_do (home, "report", "plan-and-truth", "--product", "Mobile");
  assert_says (home->out, "No release to report on");
}

static void
test_json (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *releases;
  JsonObject *release;

  add_plan (home);
  home_do (home, "report", "plan-and-truth", "--json");
  node = home_parse (home);
  releases =
    json_object_get_array_member (json_node_get_object (node), "releases");
  g_assert_cmpuint (json_array_get_length (releases), ==, 1);
  release = json_array_get_object_element (releases, 0);
  assert_member (release, "first_planned", "2026-11-18");
  assert_member (release, "planned", "2026-11-20");
  assert_member (release, "actual", NULL);
  g_assert_cmpint (json_object_get_int_member (release, "slip_days"), ==, 2);
  g_assert_cmpint (json_object_get_int_member (release, "moves"), ==, 1);
}

static void
test_csv (Home *home, gconstpointer data)
{
  add_plan (home);
  home_do (home, "report", "plan-and-truth", "--csv");
  assert_says (home->out, "Release,Stage,State,First planned,Planned,Actual,"
                          "Slip (days),Times moved");
  assert_says (home->out,
               "Payments 3.9,,,2026-11-18,2026-11-20,,2,1,,,,,,\r\n");
}

static void
test_what_cannot_be_is_refused (Home *home, gconstpointer data)
{
  add_plan (home);
  g_assert_cmpint (home_run (home, "report"), ==, 2);
  assert_says (home->err, "report plan-and-truth");
  g_assert_cmpint (home_run (home, "report", "plan-and-truth", "--from",
                             "someday"),
                   ==, 2);
  g_assert_cmpint (home_run (home, "report", "plan-and-truth", "--product",
                             "Nothing"),
                   ==, 1);
}

#define ADD(name, func)                                                        \
  g_test_add ("/cli/truth/" name, Home, NULL, home_set_up, func, home_tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  ADD ("text", test_text);
  ADD ("json", test_json);
  ADD ("csv", test_csv);
  ADD ("what-cannot-be-is-refused", test_what_cannot_be_is_refused);
  return g_test_run ();
}
