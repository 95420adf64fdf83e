/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-criterion-edit.h"

#include "gate-plan.h"

static const SlipRow *
get_criterion (const SlipPlanState *state, const char *id)
{
  return slip_plan_state_get (state, SLIP_KIND_CRITERION, id);
}

static void
run (SlipPlanState **state, SlipEntityEdit *edit)
{
  apply_intent (state, slip_entity_edit_run, edit);
  slip_entity_edit_free (edit);
}

static void
refuse (SlipPlanState *state, SlipEntityEdit *edit)
{
  assert_refused (state, slip_entity_edit_run, edit, SLIP_PLAN_ERROR_INVALID);
  slip_entity_edit_free (edit);
}

static void
test_a_new_one_comes_last (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (GPtrArray) criteria = NULL;

  run (&state, slip_criterion_edit_new_add ("r", "everyone",
                                            SLIP_CRITERION_SOAK, TRUE));
  run (&state, slip_criterion_edit_new_add ("r", "everyone",
                                            SLIP_CRITERION_FEED, FALSE));
  criteria = slip_criterion_list (state, "r", "everyone");
  g_assert_cmpuint (criteria->len, ==, 2);
  g_assert_cmpint (slip_row_get_integer (criteria->pdata[1],
                                         SLIP_CRITERION_TYPE),
                   ==, SLIP_CRITERION_FEED);
  g_assert_false (
    slip_row_get_boolean (criteria->pdata[1], SLIP_CRITERION_IS_MUST));
}

static void
test_is_moved_among_those_of_its_gate (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (GPtrArray) criteria = NULL;
  SlipEntityEdit *edit;

  for (guint type = 0; type < 3; type++)
    run (&state, slip_criterion_edit_new_add ("r", "everyone",
                                              (SlipCriterionType) type, TRUE));
  criteria = slip_criterion_list (state, "r", "everyone");
  g_assert_null (slip_criterion_edit_new_move (state, criteria->pdata[0], -1));
  g_assert_null (slip_criterion_edit_new_move (state, criteria->pdata[2], 1));
  edit = slip_criterion_edit_new_move (state, criteria->pdata[0], 2);
  run (&state, edit);
  g_ptr_array_unref (criteria);
  criteria = slip_criterion_list (state, "r", "everyone");
  g_assert_cmpint (slip_row_get_integer (criteria->pdata[2],
                                         SLIP_CRITERION_TYPE),
                   ==, SLIP_CRITERION_ITEMS);
  edit = slip_criterion_edit_new_move (state, criteria->pdata[2], -1);
  run (&state, edit);
  g_ptr_array_unref (criteria);
  criteria = slip_criterion_list (state, "r", "everyone");
  g_assert_cmpint (slip_row_get_integer (criteria->pdata[1],
                                         SLIP_CRITERION_TYPE),
                   ==, SLIP_CRITERION_ITEMS);
}

static void
test_an_own_one_is_ticked (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();

  add_criterion (&state, "c", SLIP_CRITERION_OWN, TRUE);
  set_text (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_TEXT,
            "Legal agrees");
  run (&state, slip_criterion_edit_new_tick ("c", TRUE));
  g_assert_true (slip_row_get_boolean (get_criterion (state, "c"),
                                       SLIP_CRITERION_IS_TICKED));
  run (&state, slip_criterion_edit_new_tick ("c", FALSE));
  g_assert_false (slip_row_get_boolean (get_criterion (state, "c"),
                                        SLIP_CRITERION_IS_TICKED));
}

static void
test_an_own_one_says_what_it_asks (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();

  refuse (state, slip_criterion_edit_new_add ("r", "everyone",
                                              SLIP_CRITERION_OWN, TRUE));
}

static void
test_a_figure_is_a_number_with_source_and_time (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  const SlipRow *row;

  add_criterion (&state, "c", SLIP_CRITERION_FIGURE_WITHIN, TRUE);
  set_text (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_TEXT, "Errors");
  run (&state, slip_criterion_edit_new_figure ("c", " 0,50", "dashboard",
                                               noon (TODAY)));
  row = get_criterion (state, "c");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_CRITERION_FIGURE), ==, "0.5");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_CRITERION_FIGURE_SOURCE), ==,
                   "dashboard");
  g_assert_cmpint (slip_row_get_integer (row, SLIP_CRITERION_FIGURE_AT), ==,
                   noon (TODAY));

  refuse (state,
          slip_criterion_edit_new_figure ("c", "many", NULL, noon (TODAY)));

  run (&state, slip_criterion_edit_new_figure ("c", " ", "x", noon (TODAY)));
  row = get_criterion (state, "c");
  g_assert_null (slip_row_get_text (row, SLIP_CRITERION_FIGURE));
  g_assert_null (slip_row_get_text (row, SLIP_CRITERION_FIGURE_SOURCE));
  g_assert_cmpint (slip_row_peek (row, SLIP_CRITERION_FIGURE_AT)->type, ==,
                   SLIP_VALUE_NONE);
}

static void
test_a_waiver_has_a_name_and_a_reason (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();

  add_criterion (&state, "c", SLIP_CRITERION_FEED, TRUE);
  refuse (state, slip_criterion_edit_new_waiver ("c", "lead", NULL,
                                                 day ("2026-12-10")));
  refuse (state, slip_criterion_edit_new_waiver ("c", NULL, "Why not",
                                                 day ("2026-12-10")));
  run (&state, slip_criterion_edit_new_waiver ("c", "lead", "No feed yet",
                                               day ("2026-12-10")));
  g_assert_true (slip_criterion_is_waived (get_criterion (state, "c")));

  run (&state, slip_criterion_edit_new_no_waiver ("c"));
  g_assert_false (slip_criterion_is_waived (get_criterion (state, "c")));
  g_assert_false (
    slip_date_is_set (slip_row_get_date (get_criterion (state, "c"),
                                         SLIP_CRITERION_WAIVER_UNTIL)));
}

static void
test_a_threshold_is_a_number (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  SlipEntityEdit *edit;

  add_criterion (&state, "c", SLIP_CRITERION_FEED, TRUE);
  edit = slip_entity_edit_new_set (SLIP_KIND_CRITERION, "c");
  slip_criterion_edit_add_number (edit, SLIP_CRITERION_THRESHOLD, "five");
  refuse (state, edit);
}

static void
test_guards_a_stage_of_its_own_release (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();

  add_release (&state, "other", "mobile", "4.2", "2026-12-10");
  slip_plan_state_set_loaded (state, "other");
  refuse (state, slip_criterion_edit_new_add ("other", "everyone",
                                              SLIP_CRITERION_FEED, TRUE));
}

static void
test_goes_with_its_stage (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();

  add_criterion (&state, "c", SLIP_CRITERION_FEED, TRUE);
  run (&state, slip_entity_edit_new_remove (SLIP_KIND_STAGE, "everyone"));
  g_assert_null (get_criterion (state, "c"));
}

static void
test_a_step_is_called_after_what_it_asks (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (SlipEntityEdit) edit =
    slip_criterion_edit_new_waiver ("c", "lead", "No time", day ("2026-12-10"));
  g_autoptr (SlipChangeSet) set = NULL;

  add_criterion (&state, "c", SLIP_CRITERION_SOAK, TRUE);
  set = slip_intent_run (slip_entity_edit_run, edit, state, NULL);
  g_assert_cmpstr (set->subject, ==, "Soaked 3 days at 5 %");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add_func ("/criterion-edit/" path, function)
  ADD ("a-new-one-comes-last", test_a_new_one_comes_last);
  ADD ("is-moved-among-those-of-its-gate",
       test_is_moved_among_those_of_its_gate);
  ADD ("an-own-one-is-ticked", test_an_own_one_is_ticked);
  ADD ("an-own-one-says-what-it-asks", test_an_own_one_says_what_it_asks);
  ADD ("a-figure-is-a-number-with-source-and-time",
       test_a_figure_is_a_number_with_source_and_time);
  ADD ("a-waiver-has-a-name-and-a-reason",
       test_a_waiver_has_a_name_and_a_reason);
  ADD ("a-threshold-is-a-number", test_a_threshold_is_a_number);
  ADD ("guards-a-stage-of-its-own-release",
       test_guards_a_stage_of_its_own_release);
  ADD ("goes-with-its-stage", test_goes_with_its_stage);
  ADD ("a-step-is-called-after-what-it-asks",
       test_a_step_is_called_after_what_it_asks);

  return g_test_run ();
}
