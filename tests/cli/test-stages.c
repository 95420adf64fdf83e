/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "running.h"

/* Payments 3.9 without a rollout. */
static void
add_payments (Home *home)
{
  home_do (home, "product", "add", "Payments");
  home_do (home, "add", "Payments 3.9", "--product", "payments", "--date",
           "2026-12-15");
}

/* The object that `stages --json` prints. */
static JsonNode *
list_stages (Home *home)
{
  home_do (home, "stages", "payments 3.9", "--json");
  return home_parse (home);
}

static JsonObject *
get_stage (JsonNode *node, guint i)
{
  JsonArray *stages =
    json_object_get_array_member (json_node_get_object (node), "stages");

  g_assert_cmpuint (json_array_get_length (stages), >, i);
  return json_array_get_object_element (stages, i);
}

static void
test_stages_from_beginning_to_end (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) planned = NULL;
  g_autoptr (JsonNode) started = NULL;
  g_autoptr (JsonNode) released = NULL;

  add_payments (home);
  home_do (home, "stage", "preset");
  assert_says (home->out, "Internal, Beta testers, 5 %, 25 %, Everyone");
  home_do (home, "stage", "preset", "payments 3.9", "canary");
  home_do (home, "stage", "add", "payments 3.9", "Ten", "--type", "percentage",
           "--share", "10", "--people", "2000", "--soak", "48", "--advance",
           "proposed");
  home_do (home, "stage", "edit", "payments 3.9", "everyone", "--length", "3");
  planned = list_stages (home);
  assert_member (get_stage (planned, 0), "name", "Canary");
  assert_member (get_stage (planned, 1), "name", "Ten");
  g_assert_cmpint (json_object_get_int_member (get_stage (planned, 1),
                                               "exposed_share"),
                   ==, 1000);
  assert_member (get_stage (planned, 2), "name", "Everyone");
  assert_member (get_stage (planned, 2), "planned_start", "2026-12-17");
  assert_member (get_stage (planned, 2), "planned_end", "2026-12-19");

  g_assert_cmpint (home_run (home, "set", "payments 3.9", "status=rolling-out"),
                   ==, 1);
  home_do (home, "person", "add", "Release lead");
  home_do (home, "decide", "payments 3.9", "--stage", "canary", "go", "--by",
           "Release lead", "--reason", "Only ourselves");
  home_do (home, "stage", "skip", "payments 3.9", "ten");
  home_do (home, "stage", "finish", "payments 3.9", "canary");
  started = list_stages (home);
  assert_member (get_stage (started, 0), "state", "done");
  assert_member (get_stage (started, 1), "state", "skipped");
  g_assert_true (
    json_object_get_null_member (get_stage (started, 1), "exposed_share"));
  assert_member (json_node_get_object (started), "status", "rolling-out");
  assert_member (json_node_get_object (started), "next",
                 json_object_get_string_member (get_stage (started, 2), "id"));

  home_do (home, "stage", "skip", "payments 3.9", "everyone");
  released = list_stages (home);
  assert_member (json_node_get_object (released), "status", "released");
  home_do (home, "stages", "payments 3.9");
  assert_says (home->out, "Exposed now: 1 %");
  home_do (home, "check");
  home_do (home, "undo");
  home_do (home, "check");
}

static void
test_stages_are_moved_and_removed (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) moved = NULL;

  add_payments (home);
  home_do (home, "stage", "preset", "payments 3.9", "rings");
  home_do (home, "stage", "move", "payments 3.9", "ring 3: large customers",
           "ring 2: small customers");
  home_do (home, "stage", "remove", "payments 3.9", "ring 0: our own");
  moved = list_stages (home);
  assert_member (get_stage (moved, 1), "name", "Ring 3: large customers");
  home_do (home, "stage", "remove", "payments 3.9", "everyone");
  home_do (home, "check");
}

static void
test_stages_are_refused (Home *home, gconstpointer data)
{
  add_payments (home);
  home_do (home, "stage", "preset", "payments 3.9", "percentages");
  g_assert_cmpint (home_run (home, "stage", "preset", "payments 3.9", "none"),
                   ==, 1);
  g_assert_cmpint (home_run (home, "stage", "preset", "payments 3.9"), ==, 2);
  g_assert_cmpint (home_run (home, "stage", "edit", "payments 3.9", "5 %",
                             "--share", "x"),
                   ==, 2);
  g_assert_cmpint (home_run (home, "stage", "edit", "payments 3.9", "5 %",
                             "--start", "soon"),
                   ==, 2);
  g_assert_cmpint (home_run (home, "stage", "edit", "payments 3.9", "5 %",
                             "--share", "80"),
                   ==, 1);
  assert_says (home->err, "A rollout only grows");
  g_assert_cmpint (home_run (home, "stage", "edit", "payments 3.9", "1 %",
                             "--start", "release+3"),
                   ==, 1);
  assert_says (home->err, "starts on the release date");
  g_assert_cmpint (home_run (home, "stage", "finish", "payments 3.9", "5 %"),
                   ==, 1);
  g_assert_cmpint (home_run (home, "stage", "move", "payments 3.9", "50 %",
                             "1 %"),
                   ==, 1);
}

#define ADD(name, func)                                                        \
  g_test_add (name, Home, NULL, home_set_up, func, home_tear_down)

static void
test_a_status_starts_nothing_in_a_hard_freeze (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) stages = NULL;

  add_payments (home);
  home_do (home, "stage", "preset", "payments 3.9", "canary");
  home_do (home, "freeze", "add", "Long", "--from", "2000-01-01", "--to",
           "2100-01-01");
  g_assert_cmpint (home_run (home, "status", "payments 3.9", "rolling-out"), ==,
                   1);
  assert_says (home->err, "Something stands in the way of “Canary”");

  stages = list_stages (home);
  assert_member (get_stage (stages, 0), "state", "planned");
  home_do (home, "check");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("/stages/from-beginning-to-end", test_stages_from_beginning_to_end);
  ADD ("/stages/are-moved-and-removed", test_stages_are_moved_and_removed);
  ADD ("/stages/are-refused", test_stages_are_refused);
  ADD ("/stages/a-status-starts-nothing-in-a-hard-freeze",
       test_a_status_starts_nothing_in_a_hard_freeze);

  return g_test_run ();
}
