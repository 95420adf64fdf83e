/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-intent.h"
#include "slip-rollout-question.h"

#include "rollout-plan.h"

static void
answer_on (SlipPlanState **state,
           SlipStatus status,
           const char *const *stages,
           SlipRolloutQuestion expected,
           const char *day)
{
  SlipRolloutQuestion question =
    slip_rollout_question_find (*state, "pay", status);
  g_autoptr (SlipRolloutAnswer) data = NULL;
  g_autofree char *text = NULL;

  g_assert_cmpint (question, ==, expected);
  text = slip_rollout_question_dup_text (*state, "pay", question);
  g_assert_true ((question == SLIP_QUESTION_NONE) == (*text == '\0'));
  data =
    slip_rollout_answer_new (slip_board_move_new ("pay", status, NULL, NULL),
                             question, stages, moment (day, 9));
  apply_intent (state, slip_rollout_answer_run, data);
  assert_no_faults (*state);
}

static void
answer (SlipPlanState **state,
        SlipStatus status,
        const char *const *stages,
        SlipRolloutQuestion expected)
{
  answer_on (state, status, stages, expected, "2026-12-10");
}

static void
test_started (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  static const char *const five[] = { "five", NULL };
  g_autoptr (GPtrArray) choices =
    slip_rollout_question_list_choices (state, "pay", SLIP_QUESTION_STARTED);

  g_assert_cmpuint (choices->len, ==, 4);
  answer (&state, SLIP_STATUS_ROLLING_OUT, five, SLIP_QUESTION_STARTED);
  assert_rollout (state, "sapp", SLIP_STATUS_ROLLING_OUT);
  assert_stage_date (state, "five", SLIP_STAGE_EXPECTED_END, "2026-12-11");
}

static void
test_took_place (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  static const char *const all[] = { "all", NULL };
  g_autoptr (GPtrArray) choices = NULL;

  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  choices =
    slip_rollout_question_list_choices (state, "pay", SLIP_QUESTION_TOOK_PLACE);
  g_assert_cmpuint (choices->len, ==, 2);
  answer (&state, SLIP_STATUS_RELEASED, all, SLIP_QUESTION_TOOK_PLACE);
  assert_rollout (state, "sdsd", SLIP_STATUS_RELEASED);
  assert_stage_date (state, "five", SLIP_STAGE_EXPECTED_END, "2026-12-10");
}

/* Although the stages give it the status before the card does. */
static void
test_it_is_told_as_a_change_of_status (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipRolloutAnswer) data = NULL;
  g_autoptr (SlipChangeSet) set = NULL;

  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  data =
    slip_rollout_answer_new (slip_board_move_new ("pay", SLIP_STATUS_RELEASED,
                                                  NULL, NULL),
                             SLIP_QUESTION_TOOK_PLACE, NULL,
                             moment ("2026-12-10", 9));
  set = slip_intent_run (slip_rollout_answer_run, data, state, NULL);
  g_assert_nonnull (set);
  g_assert_cmpint (set->verb, ==, SLIP_VERB_STATUS);
}

static void
test_held_and_resumed (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  answer (&state, SLIP_STATUS_ON_HOLD, NULL, SLIP_QUESTION_HELD);
  assert_rollout (state, "shpp", SLIP_STATUS_ON_HOLD);
  g_assert_cmpint (slip_row_get_integer (get_stage (state, "five"),
                                         SLIP_STAGE_HELD_AT),
                   ==, moment ("2026-12-10", 9).at_ms);
  answer (&state, SLIP_STATUS_ROLLING_OUT, NULL, SLIP_QUESTION_RESUMED);
  assert_rollout (state, "sapp", SLIP_STATUS_ROLLING_OUT);
}

static void
test_rolled_back (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  answer (&state, SLIP_STATUS_BUILDING, NULL, SLIP_QUESTION_ROLLED_BACK);
  assert_rollout (state, "srpp", SLIP_STATUS_BUILDING);
}

static void
test_goes_on_and_broken_off (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  static const char *const all[] = { "internal", "five", "quarter", "all",
                                     NULL };

  answer (&state, SLIP_STATUS_RELEASED, all, SLIP_QUESTION_TOOK_PLACE);
  assert_rollout (state, "dddd", SLIP_STATUS_RELEASED);
  answer (&state, SLIP_STATUS_ROLLING_OUT, NULL, SLIP_QUESTION_GOES_ON);
  assert_rollout (state, "ddda", SLIP_STATUS_ROLLING_OUT);
  answer (&state, SLIP_STATUS_CANCELLED, NULL, SLIP_QUESTION_BROKEN_OFF);
  assert_rollout (state, "dddr", SLIP_STATUS_CANCELLED);
}

static void
test_going_on_and_breaking_off_have_their_time (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  const SlipRow *stage;

  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  answer (&state, SLIP_STATUS_RELEASED, NULL, SLIP_QUESTION_TOOK_PLACE);
  answer_on (&state, SLIP_STATUS_ROLLING_OUT, NULL, SLIP_QUESTION_GOES_ON,
             "2026-12-12");
  assert_rollout (state, "sass", SLIP_STATUS_ROLLING_OUT);
  stage = get_stage (state, "five");
  g_assert_cmpint (slip_row_get_integer (stage, SLIP_STAGE_STARTED_AT), ==,
                   moment ("2026-12-08", 9).at_ms);
  g_assert_cmpint (slip_row_peek (stage, SLIP_STAGE_ENDED_AT)->type, ==,
                   SLIP_VALUE_NONE);
  g_assert_cmpint (slip_row_get_integer (stage, SLIP_STAGE_PAUSED_SECONDS), ==,
                   2 * 24 * 60 * 60);
  assert_stage_date (state, "five", SLIP_STAGE_EXPECTED_END, "2026-12-12");

  answer_on (&state, SLIP_STATUS_CANCELLED, NULL, SLIP_QUESTION_BROKEN_OFF,
             "2026-12-13");
  assert_rollout (state, "srss", SLIP_STATUS_CANCELLED);
  g_assert_cmpint (slip_row_get_integer (get_stage (state, "five"),
                                         SLIP_STAGE_ENDED_AT),
                   ==, moment ("2026-12-13", 9).at_ms);
  assert_stage_date (state, "five", SLIP_STAGE_EXPECTED_END, "2026-12-13");
}

static void
test_nothing_is_asked_where_all_agrees (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipPlanState) bare = new_plan ();

  answer (&state, SLIP_STATUS_READY, NULL, SLIP_QUESTION_NONE);
  answer (&state, SLIP_STATUS_READY, NULL, SLIP_QUESTION_NONE);
  answer (&state, SLIP_STATUS_CANCELLED, NULL, SLIP_QUESTION_NONE);
  add_release (&bare, "pay", "payments", "3.9", "2026-12-08");
  answer (&bare, SLIP_STATUS_RELEASED, NULL, SLIP_QUESTION_NONE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rollout-question/answer/started", test_started);
  g_test_add_func ("/rollout-question/answer/took-place", test_took_place);
  g_test_add_func ("/rollout-question/told-as-a-change-of-status",
                   test_it_is_told_as_a_change_of_status);
  g_test_add_func ("/rollout-question/answer/held-and-resumed",
                   test_held_and_resumed);
  g_test_add_func ("/rollout-question/answer/rolled-back", test_rolled_back);
  g_test_add_func ("/rollout-question/answer/goes-on-and-broken-off",
                   test_goes_on_and_broken_off);
  g_test_add_func ("/rollout-question/answer/goes-on-and-broken-off/times",
                   test_going_on_and_breaking_off_have_their_time);
  g_test_add_func ("/rollout-question/none/where-all-agrees",
                   test_nothing_is_asked_where_all_agrees);

  return g_test_run ();
}
