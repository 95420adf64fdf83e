/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-differences.h"
#include "slip-move.h"
#include "told-plan.h"

#define CONTEXT ((SlipConflictContext){ day (TODAY), 2, 10, SLIP_MONDAY })

static void
add_freeze (SlipPlanState **state, const char *first, const char *last)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_FREEZE, "freeze", "Year end");
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, "freeze", SLIP_FREEZE_FIRST_DAY,
                      day (first));
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, "freeze", SLIP_FREEZE_LAST_DAY,
                      day (last));
  apply_edit (state, edit);
}

static SlipPlanState *
move (const SlipPlanState *state, const char *release, const char *date)
{
  SlipPlanState *after = slip_plan_state_ref (state);
  SlipPlannedDate to = { day (date), SLIP_CERTAINTY_CONFIRMED };
  g_autoptr (SlipMove) move =
    slip_move_new (release, date != NULL ? to : SLIP_UNSCHEDULED, 0,
                   day (TODAY));

  apply_intent (&after, slip_move_run, move);
  return after;
}

static void
assert_cell (const SlipDifferences *differences,
             guint row,
             SlipDifferenceColumn column,
             const char *text)
{
  const SlipDifference *difference;
  g_autofree char *cell = NULL;

  g_assert_cmpuint (row, <, differences->releases->len);
  difference = differences->releases->pdata[row];
  cell = slip_difference_dup_cell (difference, column, day (TODAY));
  g_assert_cmpstr (cell, ==, text);
}

static void
assert_summary (const SlipDifferences *differences, const char *text)
{
  g_autofree char *summary = slip_differences_dup_summary (differences);

  g_assert_cmpstr (summary, ==, text);
}

static void
test_same_plans_have_none (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipDifferences) differences =
    slip_differences_new (state, state, &CONTEXT);

  g_assert_cmpuint (differences->releases->len, ==, 0);
  g_assert_cmpuint (differences->weeks->len, ==, 0);
  assert_summary (differences, "No release is different");
}

static void
test_a_move_into_a_freeze (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipPlanState) after = NULL;
  g_autoptr (SlipDifferences) differences = NULL;

  add_freeze (&state, "2026-12-21", "2027-01-03");
  set_planned (&state, "r", SLIP_ANCHOR_DEPLOY, "2026-12-07",
               SLIP_CERTAINTY_CONFIRMED);
  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  after = move (state, "r", "2026-12-22");
  differences = slip_differences_new (state, after, &CONTEXT);

  g_assert_cmpuint (differences->releases->len, ==, 1);
  assert_cell (differences, 0, SLIP_DIFFERENCE_RELEASE, "Payments 3.9");
  assert_cell (differences, 0, SLIP_DIFFERENCE_BEFORE, "Tue 8 December");
  assert_cell (differences, 0, SLIP_DIFFERENCE_AFTER, "Tue 22 December");
  assert_cell (differences, 0, SLIP_DIFFERENCE_SHIFT, "+14");
  assert_cell (differences, 0, SLIP_DIFFERENCE_FOLLOWS,
               "Deploy date: Mon 7 December → Mon 21 December");
  assert_cell (differences, 0, SLIP_DIFFERENCE_APPEARING,
               "Release date (Tue 22 December) lies in “Year end”\n"
               "Deploy date (Mon 21 December) lies in “Year end”");
  assert_cell (differences, 0, SLIP_DIFFERENCE_GOING, "");
  assert_cell (differences, 0, SLIP_DIFFERENCE_LATE, "");
  assert_cell (differences, 0, SLIP_DIFFERENCE_TELL, "Support");
  assert_summary (differences, "1 release moves, 2 conflicts appear, 1 release "
                               "has somebody to tell");
  g_assert_cmpuint (differences->n_to_tell, ==, 1);
}

static void
test_the_way_back_solves_it (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipPlanState) after = NULL;
  g_autoptr (SlipDifferences) differences = NULL;

  add_freeze (&state, "2026-12-07", "2026-12-09");
  after = move (state, "r", "2026-12-01");
  differences = slip_differences_new (state, after, &CONTEXT);
  assert_cell (differences, 0, SLIP_DIFFERENCE_SHIFT, "−7");
  assert_cell (differences, 0, SLIP_DIFFERENCE_GOING,
               "Release date (Tue 8 December) lies in “Year end”");
  assert_summary (differences, "1 release moves, 1 conflict is solved");
}

static void
test_unscheduled (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipPlanState) after = move (state, "r", NULL);
  g_autoptr (SlipDifferences) differences =
    slip_differences_new (state, after, &CONTEXT);

  assert_cell (differences, 0, SLIP_DIFFERENCE_AFTER, "Unscheduled");
  assert_cell (differences, 0, SLIP_DIFFERENCE_SHIFT, "");
}

/* An open item that is due ten working days before the release. */
static void
add_ruled_item (SlipPlanState **state)
{
  SlipEdit *edit;

  add_item (state, "r", "sales", "deck", SLIP_ITEM_STATE_TO_DO, "2026-11-24");
  edit = slip_edit_new (*state, SLIP_VERB_EDIT);
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, "deck", SLIP_ITEM_DUE_ANCHOR,
                         SLIP_DUE_RELEASE);
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, "deck", SLIP_ITEM_DUE_OFFSET,
                         -10);
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, "deck", SLIP_ITEM_DUE_UNIT,
                         SLIP_UNIT_WORKING_DAYS);
  apply_edit (state, edit);
  slip_plan_state_set_loaded (*state, "r");
}

static void
test_items_that_would_be_past (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipPlanState) after = NULL;
  g_autoptr (SlipDifferences) differences = NULL;

  add_ruled_item (&state);
  after = move (state, "r", "2026-12-01");
  differences = slip_differences_new (state, after, &CONTEXT);
  assert_cell (differences, 0, SLIP_DIFFERENCE_LATE, "Sales: deck");
  g_assert_cmpuint (differences->n_late, ==, 1);
}

/* Three releases that Support is not ready for are too many for one week. */
static void
test_a_week_becomes_too_full (void)
{
  static const char *const ids[] = { "a", "b" };
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipPlanState) after = NULL;
  g_autoptr (SlipPlanState) back = NULL;
  g_autoptr (SlipDifferences) differences = NULL;
  g_autoptr (SlipDifferences) solved = NULL;
  g_autofree char *text = NULL;
  g_autofree char *solved_text = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    add_release (&state, ids[i], "mobile", ids[i], "2026-12-16");
    add_checklist (&state, ids[i], "support", NULL);
  }
  after = move (state, "r", "2026-12-17");
  differences = slip_differences_new (state, after, &CONTEXT);
  g_assert_cmpuint (differences->weeks->len, ==, 1);
  text =
    slip_week_difference_dup_text (differences->weeks->pdata[0], day (TODAY));
  g_assert_cmpstr (text, ==,
                   "Week of Mon 14 December becomes too full: Support: 3 "
                   "releases");
  back = move (after, "r", "2026-12-08");
  solved = slip_differences_new (after, back, &CONTEXT);
  solved_text =
    slip_week_difference_dup_text (solved->weeks->pdata[0], day (TODAY));
  g_assert_cmpstr (solved_text, ==,
                   "Week of Mon 14 December is not too full any more: "
                   "Support: 3 releases");
}

static void
test_text_to_send (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipPlanState) after = NULL;
  g_autoptr (SlipDifferences) differences = NULL;
  g_autofree char *text = NULL;

  add_freeze (&state, "2026-12-21", "2027-01-03");
  after = move (state, "r", "2026-12-22");
  differences = slip_differences_new (state, after, &CONTEXT);
  text = slip_differences_dup_text (differences, day (TODAY));
  g_assert_cmpstr (text, ==,
                   "1 release moves, 1 conflict appears\n\nPayments 3.9\n"
                   "  Now: Tue 8 December\n  What if: Tue 22 December\n"
                   "  Days: +14\n  New conflicts: Release date (Tue 22 "
                   "December) lies in “Year end”\n");
}

static void
test_order_is_by_the_new_day (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipPlanState) first = NULL;
  g_autoptr (SlipPlanState) after = NULL;
  g_autoptr (SlipDifferences) differences = NULL;

  add_release (&state, "s", "mobile", "4.2", "2026-12-10");
  first = move (state, "r", "2026-12-18");
  after = move (first, "s", "2026-12-11");
  differences = slip_differences_new (state, after, &CONTEXT);
  g_assert_cmpuint (differences->releases->len, ==, 2);
  assert_cell (differences, 0, SLIP_DIFFERENCE_RELEASE, "Mobile 4.2");
  assert_cell (differences, 1, SLIP_DIFFERENCE_RELEASE, "Payments 3.9");
  g_assert_cmpuint (differences->n_moved, ==, 2);
}

static void
test_a_status_is_told_with_the_date (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipPlanState) after = slip_plan_state_ref (state);
  g_autoptr (SlipDifferences) differences = NULL;

  set_status (&after, "r", SLIP_STATUS_BUILDING);
  differences = slip_differences_new (state, after, &CONTEXT);
  assert_cell (differences, 0, SLIP_DIFFERENCE_BEFORE,
               "Tue 8 December, Planned");
  assert_cell (differences, 0, SLIP_DIFFERENCE_AFTER,
               "Tue 8 December, Building");
  g_assert_cmpuint (differences->n_moved, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/differences/same-plans-have-none",
                   test_same_plans_have_none);
  g_test_add_func ("/differences/a-move-into-a-freeze",
                   test_a_move_into_a_freeze);
  g_test_add_func ("/differences/the-way-back-solves-it",
                   test_the_way_back_solves_it);
  g_test_add_func ("/differences/unscheduled", test_unscheduled);
  g_test_add_func ("/differences/items-that-would-be-past",
                   test_items_that_would_be_past);
  g_test_add_func ("/differences/a-week-becomes-too-full",
                   test_a_week_becomes_too_full);
  g_test_add_func ("/differences/text-to-send", test_text_to_send);
  g_test_add_func ("/differences/order-is-by-the-new-day",
                   test_order_is_by_the_new_day);
  g_test_add_func ("/differences/a-status-is-told-with-the-date",
                   test_a_status_is_told_with_the_date);
  return g_test_run ();
}
