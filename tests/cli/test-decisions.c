/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "running.h"

/* Payments 3.9 with the template's stages, of which the first one's gate asks
 * for a criterion of somebody's own. */
static void
add_rollout (Home *home)
{
  home_do (home, "product", "add", "Payments");
  home_do (home, "person", "add", "Release lead");
  home_do (home, "person", "add", "Sales ops");
  home_do (home, "add", "Payments 3.9", "--product", "payments", "--date",
           "2026-12-08");
  home_do (home, "template", "apply", "Feature", "Payments 3.9");
}

/* The name of the stage at @index, from the criteria that are listed. */
static char *
dup_criterion (Home *home, const char *stage, const char *type)
{
  g_autoptr (JsonNode) node = NULL;
  JsonArray *list;

  home_do (home, "criterion", "list", "Payments 3.9", stage, "--json");
  node = home_parse (home);
  list = json_node_get_array (node);
  for (guint i = 0; i < json_array_get_length (list); i++) {
    JsonObject *object = json_array_get_object_element (list, i);

    if (strcmp (json_object_get_string_member (object, "type"), type) == 0)
      return g_strdup (json_object_get_string_member (object, "id"));
  }
  g_error ("no %s before %s", type, stage);
}

static void
test_a_gate_ends_with_0_or_3 (Home *home, gconstpointer data)
{
  g_autofree char *own = NULL;
  g_autoptr (JsonNode) node = NULL;
  JsonObject *object;

  add_rollout (home);
  home_do (home, "criterion", "add", "Payments 3.9", "internal", "own",
           "text=Legal agrees");
  g_assert_cmpint (home_run (home, "ready", "Payments 3.9", "--stage",
                             "internal"),
                   ==, 3);
  assert_says (home->out, "✗ not met, must: Legal agrees · not ticked");
  own = dup_criterion (home, "internal", "own");
  home_do (home, "criterion", "tick", own);
  g_assert_cmpint (home_run (home, "ready", "Payments 3.9", "--stage",
                             "internal"),
                   ==, 0);

  home_do (home, "criterion", "untick", own);
  home_do (home, "criterion", "waive", own, "--by", "Release lead", "--reason",
           "They are away", "--until", "2026-11-30");
  home_do (home, "ready", "Payments 3.9", "--stage", "internal", "--json");
  node = home_parse (home);
  object = json_node_get_object (node);
  g_assert_true (json_object_get_boolean_member (object, "is_ready"));
  home_do (home, "criterion", "unwaive", own);
  g_assert_cmpint (home_run (home, "ready", "Payments 3.9", "--stage",
                             "internal"),
                   ==, 3);
  home_do (home, "criterion", "remove", own);
  home_do (home, "ready", "Payments 3.9", "--stage", "internal");
}

static void
test_figures_are_numbers (Home *home, gconstpointer data)
{
  g_autofree char *id = NULL;

  add_rollout (home);
  home_do (home, "criterion", "add", "Payments 3.9", "internal", "threshold",
           "text=Error rate", "comparison=below", "threshold=0,50");
  id = dup_criterion (home, "internal", "threshold");
  g_assert_cmpint (home_run (home, "ready", "Payments 3.9", "--stage",
                             "internal"),
                   ==, 3);
  assert_says (home->out, "? not known, must: Error rate below 0.5");
  home_do (home, "criterion", "figure", id, "0.49", "--source", "dashboard");
  home_do (home, "ready", "Payments 3.9", "--stage", "internal");
  assert_says (home->out, "0.49, dashboard");
  g_assert_cmpint (home_run (home, "criterion", "figure", id, "few"), ==, 1);
}

static void
test_a_life_in_decisions (Home *home, gconstpointer data)
{
  g_autoptr (JsonNode) node = NULL;

  add_rollout (home);
  home_do (home, "criterion", "add", "Payments 3.9", "internal", "own",
           "text=Legal agrees");
  g_assert_cmpint (home_run (home, "--as", "Release lead", "decide",
                             "Payments 3.9", "go"),
                   ==, 1);
  assert_says (home->err, "say why to go nevertheless");
  home_do (home, "--as", "Release lead", "decide", "Payments 3.9",
           "conditional-go", "--reason", "Only we see it", "--asked",
           "Sales ops: fine", "--condition",
           "Ask; again; Sales ops; 2026-11-25");
  assert_says (home->out, "Condition “Ask; again” is a required item of");
  home_do (home, "decide", "Payments 3.9", "hold", "--by", "Sales ops",
           "--reason", "Errors", "--review", "2026-11-24");
  home_do (home, "decide", "Payments 3.9", "resume", "--by", "Sales ops");
  home_do (home, "decide", "Payments 3.9", "roll-back", "--by", "Sales ops",
           "--reason", "More errors");

  home_do (home, "decisions", "Payments 3.9", "--json");
  node = home_parse (home);
  g_assert_cmpuint (json_array_get_length (json_node_get_array (node)), ==, 4);
  assert_member (get_object (node, 0), "type", "conditional-go");
  assert_member (get_object (node, 0), "conditions",
                 "Ask; again; Sales ops; 2026-11-25");
  assert_member (get_object (node, 0), "person_name", "Release lead");
  assert_member (get_object (node, 1), "review_day", "2026-11-24");
  assert_member (get_object (node, 3), "to_stage_name", NULL);
  home_do (home, "decisions", "--record",
           json_object_get_string_member (get_object (node, 0), "id"));
  assert_says (home->out, "✗ not met, must: Legal agrees · not ticked");
  home_do (home, "check");
}

static void
test_undo_withdraws (Home *home, gconstpointer data)
{
  add_rollout (home);
  home_do (home, "decide", "Payments 3.9", "no-go", "--by", "Release lead",
           "--reason", "Not yet");
  home_do (home, "undo");
  home_do (home, "decisions");
  assert_says (home->out, "withdrawn");
  assert_says (home->out, "Not yet");
}

static void
test_what_is_wrong_is_said (Home *home, gconstpointer data)
{
  add_rollout (home);
  g_assert_cmpint (home_run (home, "decide", "Payments 3.9", "perhaps"), ==, 2);
  g_assert_cmpint (home_run (home, "decide", "Payments 3.9", "hold", "--by",
                             "Release lead", "--reason", "x"),
                   ==, 1);
  assert_says (home->err, "No stage has started");
  g_assert_cmpint (home_run (home, "decide", "Payments 3.9", "conditional-go",
                             "--by", "Release lead", "--condition", "Ask"),
                   ==, 2);
  g_assert_cmpint (home_run (home, "criterion", "add", "Payments 3.9",
                             "internal", "magic"),
                   ==, 2);
  g_assert_cmpint (home_run (home, "criterion", "waive", "x"), ==, 2);
}

/* Neither a start nor what is said to have taken place passes a shut gate. */
static void
test_no_status_passes_a_shut_gate (Home *home, gconstpointer data)
{
  static const char *const statuses[] = { "rolling-out", "released" };

  add_rollout (home);
  home_do (home, "decide", "Payments 3.9", "go", "--by", "Release lead");
  home_do (home, "undo");
  home_do (home, "criterion", "add", "Payments 3.9", "internal", "own",
           "text=Legal agrees");
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++) {
    g_autofree char *assignment = g_strconcat ("status=", statuses[i], NULL);

    g_assert_cmpint (home_run (home, "status", "Payments 3.9", statuses[i]), ==,
                     1);
    assert_says (home->err, "Something stands in the way of “Internal”");
    g_assert_cmpint (home_run (home, "set", "Payments 3.9", assignment), ==, 1);
    assert_says (home->err, "Something stands in the way of “Internal”");
  }
  home_do (home, "decisions", "Payments 3.9");
  assert_says (home->out, "withdrawn");
  home_do (home, "check");
}

static void
test_only_what_is_recorded_is_recorded (Home *home, gconstpointer data)
{
  g_autofree char *plan = NULL;
  g_autofree char *own = NULL;

  add_rollout (home);
  plan = dup_criterion (home, "internal", "rollback-plan");
  home_do (home, "criterion", "add", "Payments 3.9", "internal", "own",
           "text=Legal agrees");
  own = dup_criterion (home, "internal", "own");
  g_assert_cmpint (home_run (home, "criterion", "tick", plan), ==, 1);
  assert_says (home->err, "Only a criterion of your own is ticked");
  g_assert_cmpint (home_run (home, "criterion", "figure", own, "3"), ==, 1);
  assert_says (home->err, "Only a threshold takes a figure");

  /* What is over before it begins helps nobody. */
  home_do (home, "freeze", "add", "Audit");
  g_assert_cmpint (home_run (home, "criterion", "waive", own, "--by",
                             "Release lead", "--reason", "x", "--until",
                             "yesterday"),
                   ==, 1);
  assert_says (home->err, "The last day is already past");
  g_assert_cmpint (home_run (home, "exception", "Payments 3.9", "Audit",
                             "--asked-by", "Them", "--by", "Release lead",
                             "--reason", "x", "--until", "2026-11-22"),
                   ==, 1);
  assert_says (home->err, "The last day is already past");
  home_do (home, "criterion", "waive", own, "--by", "Release lead", "--reason",
           "x", "--until", "today");
}

/* What is retired stays where it is used. */
static void
test_who_has_left_is_offered_no_more (Home *home, gconstpointer data)
{
  g_autofree char *own = NULL;

  add_rollout (home);
  home_do (home, "criterion", "add", "Payments 3.9", "internal", "own",
           "text=Legal agrees");
  own = dup_criterion (home, "internal", "own");
  home_do (home, "freeze", "add", "Audit");
  home_do (home, "checklist", "owner", "Payments 3.9", "Sales", "Sales ops");
  home_do (home, "person", "retire", "Sales ops");

  const char *const refused[][12] = {
    { "decide", "Payments 3.9", "no-go", "--by", "Sales ops", "--reason", "x" },
    { "decide", "Payments 3.9", "conditional-go", "--by", "Release lead",
      "--reason", "x", "--condition", "Ask; Sales ops; 2026-11-25" },
    { "exception", "Payments 3.9", "Audit", "--asked-by", "Them", "--by",
      "Sales ops", "--reason", "x" },
    { "criterion", "waive", own, "--reason", "x", "--until", "2026-11-30",
      "--by", "Sales ops" },
    { "flag", "set", "Payments 3.9", "key", "--owner", "Sales ops" },
    { "item", "add", "Payments 3.9", "Sales", "Thing", "--owner", "Sales ops" },
    { "checklist", "owner", "Payments 3.9", "Support", "Sales ops" },
    { "set", "Payments 3.9", "owner_person=Sales ops" },
    { "person", "me", "Sales ops" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_assert_cmpint (home_run_strv (home, refused[i]), ==, 1);
    assert_says (home->err, "“Sales ops” is retired");
  }
  home_do (home, "decisions");
  g_assert_null (strstr (home->out, "No-go"));
  home_do (home, "checklist", "list", "Payments 3.9");
  assert_says (home->out, "Sales ops");
  home_do (home, "agenda", "--person", "Sales ops");

  home_do (home, "product", "retire", "Payments");
  g_assert_cmpint (home_run (home, "add", "Next", "--product", "Payments"), ==,
                   1);
  g_assert_cmpint (home_run (home, "freeze", "add", "Theirs", "--product",
                             "Payments"),
                   ==, 1);

  home_do (home, "audience", "retire", "Legal");
  home_do (home, "audience", "retire", "Sales");
  g_assert_cmpint (home_run (home, "checklist", "add", "Payments 3.9", "Legal"),
                   ==, 1);
  assert_says (home->err, "“Legal” is retired");
  g_assert_cmpint (home_run (home, "item", "add", "Payments 3.9", "Legal",
                             "Read it"),
                   ==, 1);
  home_do (home, "item", "add", "Payments 3.9", "Sales", "Tell them");
}

#define ADD(path, function)                                                    \
  g_test_add ("/cli/" path, Home, NULL, home_set_up, function, home_tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  ADD ("a-gate-ends-with-0-or-3", test_a_gate_ends_with_0_or_3);
  ADD ("figures-are-numbers", test_figures_are_numbers);
  ADD ("a-life-in-decisions", test_a_life_in_decisions);
  ADD ("undo-withdraws", test_undo_withdraws);
  ADD ("what-is-wrong-is-said", test_what_is_wrong_is_said);
  ADD ("no-status-passes-a-shut-gate", test_no_status_passes_a_shut_gate);
  ADD ("only-what-is-recorded-is-recorded",
       test_only_what_is_recorded_is_recorded);
  ADD ("who-has-left-is-offered-no-more", test_who_has_left_is_offered_no_more);

  return g_test_run ();
}
