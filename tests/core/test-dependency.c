/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "checked-plan.h"
#include "slip-conflict.h"
#include "slip-dependency.h"
#include "slip-entity-edit.h"
#include "slip-move.h"
#include "slip-preview.h"
#include "slip-rules.h"

#define TODAY (day ("2026-11-23"))

static SlipEntityEdit *
new_edge (const char *release, const char *on, gint64 lag)
{
  g_autofree char *id = g_strdup_printf ("%s-on-%s", release, on);
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_DEPENDENCY, id, release);

  slip_entity_edit_add_text (edit, SLIP_DEPENDENCY_ON_RELEASE, on);
  slip_entity_edit_add_integer (edit, SLIP_DEPENDENCY_LAG_DAYS, lag);
  return edit;
}

static void
depend (SlipPlanState **state, const char *release, const char *on, gint64 lag)
{
  g_autoptr (SlipEntityEdit) edit = new_edge (release, on, lag);

  apply_intent (state, slip_entity_edit_run, edit);
}

/* Four releases of Payments, a day apart from Tuesday 8 December on. */
static SlipPlanState *
new_chain (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_release (&state, "a", "payments", "1", "2026-12-08");
  add_release (&state, "b", "payments", "2", "2026-12-09");
  add_release (&state, "c", "payments", "3", "2026-12-10");
  add_release (&state, "d", "payments", "4", "2026-12-11");
  return state;
}

static void
assert_message (const SlipPlanState *state,
                const char *release,
                const char *on,
                const char *message)
{
  g_autoptr (SlipEntityEdit) edit = new_edge (release, on, 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_entity_edit_run, edit, state, &error);

  g_assert_null (set);
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
  g_assert_cmpstr (error->message, ==, message);
}

static void
test_circles_are_refused (void)
{
  g_autoptr (SlipPlanState) state = new_chain ();
  g_autoptr (GPtrArray) faults = NULL;

  depend (&state, "b", "a", 0);
  depend (&state, "c", "b", 0);
  depend (&state, "c", "a", 0);
  assert_message (state, "a", "c",
                  "Releases would depend on each other in a circle: Payments 1 "
                  "→ Payments 3 → Payments 2 → Payments 1");
  assert_message (state, "d", "d",
                  "Releases would depend on each other in a circle: Payments 4 "
                  "→ Payments 4");
  assert_message (state, "d", NULL, "A dependency needs a release to be on");
  faults = slip_rules_check (state);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_one_is_enough (void)
{
  g_autoptr (SlipPlanState) state = new_chain ();
  g_autoptr (SlipEntityEdit) again =
    slip_entity_edit_new_create (SLIP_KIND_DEPENDENCY, "again", "b");

  depend (&state, "b", "a", 0);
  slip_entity_edit_add_text (again, SLIP_DEPENDENCY_ON_RELEASE, "a");
  assert_refused (state, slip_entity_edit_run, again, SLIP_PLAN_ERROR_INVALID);
}

/* Circles through releases that are not in memory are found as well. */
static void
test_asks_for_the_chain (void)
{
  g_autoptr (SlipPlanState) state = new_chain ();
  g_autoptr (SlipEntityEdit) edit = new_edge ("a", "c", 0);
  g_autoptr (GPtrArray) needs = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set = NULL;
  SlipPlanState *light;

  depend (&state, "b", "a", 0);
  depend (&state, "c", "b", 0);
  light = slip_plan_state_fork (state);
  slip_plan_state_unload (light, "c");
  slip_plan_state_unref (state);
  state = light;
  set =
    slip_intent_run_needing (slip_entity_edit_run, edit, state, &needs, &error);
  g_assert_null (set);
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_LOADED);
  g_assert_cmpuint (needs->len, ==, 1);
  g_assert_cmpstr (needs->pdata[0], ==, "c");
}

static void
assert_edge (const SlipPlanState *state,
             const char *id,
             SlipDependencyState expected,
             const char *text)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_DEPENDENCY, id);
  g_autofree char *found = slip_dependency_dup_text (state, row);

  g_assert_cmpint (slip_dependency_get_state (state, row), ==, expected);
  g_assert_cmpstr (found, ==, text);
}

static void
test_state_table (void)
{
  g_autoptr (SlipPlanState) state = new_chain ();

  depend (&state, "b", "a", 1);
  assert_edge (state, "b-on-a", SLIP_DEPENDENCY_KEPT,
               "at least 1 day after it · in order");
  depend (&state, "c", "a", 3);
  assert_edge (state, "c-on-a", SLIP_DEPENDENCY_BROKEN,
               "at least 3 days after it · too early");
  set_status (&state, "a", SLIP_STATUS_RELEASED);
  assert_edge (state, "b-on-a", SLIP_DEPENDENCY_MET,
               "at least 1 day after it · released");
  set_status (&state, "a", SLIP_STATUS_CANCELLED);
  assert_edge (state, "b-on-a", SLIP_DEPENDENCY_GONE,
               "at least 1 day after it · cancelled or deleted");
  set_status (&state, "a", SLIP_STATUS_PLANNED);
  set_planned (&state, "a", SLIP_ANCHOR_RELEASE, NULL,
               SLIP_CERTAINTY_UNSCHEDULED);
  depend (&state, "d", "a", 0);
  assert_edge (state, "d-on-a", SLIP_DEPENDENCY_OPEN, "after it · no date yet");
}

static void
test_lists_both_directions (void)
{
  g_autoptr (SlipPlanState) state = new_chain ();
  g_autoptr (GPtrArray) of_d = NULL;
  g_autoptr (GPtrArray) on_a = NULL;

  depend (&state, "d", "b", 0);
  depend (&state, "d", "a", 0);
  depend (&state, "c", "a", 0);
  of_d = slip_dependency_list (state, "d");
  g_assert_cmpuint (of_d->len, ==, 2);
  g_assert_cmpstr (slip_row_get_id (of_d->pdata[0]), ==, "d-on-a");
  on_a = slip_dependency_list_on (state, "a");
  g_assert_cmpuint (on_a->len, ==, 2);
  g_assert_cmpstr (slip_row_get_owner (on_a->pdata[0]), ==, "c");
}

static void
move (SlipPlanState **state, const char *release, const char *to, guint stay)
{
  g_autoptr (SlipMove) motion =
    slip_move_new_to_day (*state, release, day (to), stay, TODAY);

  apply_intent (state, slip_move_run, motion);
}

static void
assert_day (const SlipPlanState *state, const char *release, const char *date)
{
  g_autofree char *found = slip_date_to_text (
    slip_release_resolve (state, get_release (state, release),
                          SLIP_ANCHOR_RELEASE));

  g_assert_cmpstr (found, ==, date);
}

static void
test_dependents_follow_as_far_as_they_must (void)
{
  g_autoptr (SlipPlanState) state = new_chain ();
  g_autoptr (SlipPlanState) before = NULL;

  depend (&state, "b", "a", 0);
  depend (&state, "c", "b", 4);
  depend (&state, "d", "a", 0);
  set_status (&state, "d", SLIP_STATUS_ROLLING_OUT);
  before = slip_plan_state_ref (state);
  move (&state, "a", "2026-12-12", 0);
  assert_day (state, "b", "2026-12-09");

  slip_plan_state_unref (state);
  state = slip_plan_state_ref (before);
  move (&state, "a", "2026-12-12", SLIP_MOVE_TAKE_DEPENDENTS);
  assert_day (state, "a", "2026-12-12");
  /* The next day that is worked. */
  assert_day (state, "b", "2026-12-14");
  assert_day (state, "c", "2026-12-18");
  /* What goes out already stays. */
  assert_day (state, "d", "2026-12-11");
}

static void
test_dependents_that_keep_stay (void)
{
  g_autoptr (SlipPlanState) state = new_chain ();

  depend (&state, "c", "a", 0);
  set_planned (&state, "d", SLIP_ANCHOR_RELEASE, "2026-12-07",
               SLIP_CERTAINTY_WEEK);
  depend (&state, "d", "a", 0);
  move (&state, "a", "2026-12-09", SLIP_MOVE_TAKE_DEPENDENTS);
  assert_day (state, "c", "2026-12-10");
  assert_day (state, "d", "2026-12-11");
  /* A week stays a week. */
  move (&state, "a", "2026-12-15", SLIP_MOVE_TAKE_DEPENDENTS);
  assert_day (state, "d", "2026-12-18");
  g_assert_cmpint (slip_release_get_planned (get_release (state, "d"),
                                             SLIP_ANCHOR_RELEASE)
                     .certainty,
                   ==, SLIP_CERTAINTY_WEEK);
}

/* Also those that came too early before. */
static void
test_early_dependents_are_offered (void)
{
  g_autoptr (SlipPlanState) before = new_chain ();
  g_autoptr (SlipPlanState) after = NULL;
  g_autoptr (SlipPreview) preview = NULL;
  g_autofree char *titles = NULL;
  const SlipConflictContext context = { .today = day ("2026-12-01") };

  depend (&before, "b", "a", 30);
  depend (&before, "c", "a", 0);
  depend (&before, "d", "a", 30);
  set_status (&before, "d", SLIP_STATUS_ROLLING_OUT);
  after = slip_plan_state_ref (before);
  move (&after, "a", "2026-12-09", 0);
  preview = slip_preview_new_between (before, after, "a", &context);
  titles = slip_preview_dup_dependents (preview);
  g_assert_cmpstr (titles, ==, "Payments 2");

  /* A part that moves takes nobody along. */
  g_clear_pointer (&preview, slip_preview_free);
  preview = slip_preview_new_between (before, before, "a", &context);
  g_assert_null (slip_preview_dup_dependents (preview));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add_func ("/dependency/" name, func)
  ADD ("circles-are-refused", test_circles_are_refused);
  ADD ("one-is-enough", test_one_is_enough);
  ADD ("asks-for-the-chain", test_asks_for_the_chain);
  ADD ("state-table", test_state_table);
  ADD ("lists-both-directions", test_lists_both_directions);
  ADD ("dependents-follow-as-far-as-they-must",
       test_dependents_follow_as_far_as_they_must);
  ADD ("dependents-that-keep-stay", test_dependents_that_keep_stay);
  ADD ("early-dependents-are-offered", test_early_dependents_are_offered);
#undef ADD

  return g_test_run ();
}
