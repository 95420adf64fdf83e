/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout.h"

#include "rollout-plan.h"

static void
assert_times (const SlipPlanState *state,
              const char *stage,
              SlipMoment started,
              SlipMoment ended)
{
  g_assert_cmpint (slip_row_get_integer (get_stage (state, stage),
                                         SLIP_STAGE_STARTED_AT),
                   ==, started.at_ms);
  g_assert_cmpint (slip_row_get_integer (get_stage (state, stage),
                                         SLIP_STAGE_ENDED_AT),
                   ==, ended.at_ms);
}

static void
test_first_start_rolls_out (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  g_assert_null (slip_rollout_get_current (state, "pay"));
  g_assert_true (slip_rollout_get_next (state, "pay") ==
                 get_stage (state, "internal"));
  act (&state, slip_rollout_start, "internal", "2026-12-01", 9);
  assert_rollout (state, "appp", SLIP_STATUS_ROLLING_OUT);
  g_assert_true (slip_rollout_get_current (state, "pay") ==
                 get_stage (state, "internal"));
  g_assert_true (slip_rollout_get_next (state, "pay") ==
                 get_stage (state, "five"));
  assert_stage_date (state, "internal", SLIP_STAGE_EXPECTED_END, "2026-12-07");
  assert_no_faults (state);
}

static void
test_start_ends_the_current_stage (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  act (&state, slip_rollout_start, "internal", "2026-12-01", 9);
  act (&state, slip_rollout_start, "five", "2026-12-09", 10);
  assert_rollout (state, "dapp", SLIP_STATUS_ROLLING_OUT);
  assert_times (state, "internal", moment ("2026-12-01", 9),
                moment ("2026-12-09", 10));
  assert_stage_date (state, "internal", SLIP_STAGE_EXPECTED_END, "2026-12-09");
  /* What was planned stays; what follows goes by what happened. */
  assert_stage_date (state, "five", SLIP_STAGE_PLANNED_START, "2026-12-08");
  assert_stage_date (state, "quarter", SLIP_STAGE_PLANNED_START, "2026-12-11");
  assert_stage_date (state, "all", SLIP_STAGE_PLANNED_START, "2026-12-14");
  assert_no_faults (state);
}

static void
test_start_skips_what_is_passed (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  act (&state, slip_rollout_start, "quarter", "2026-12-08", 9);
  assert_rollout (state, "ssap", SLIP_STATUS_ROLLING_OUT);
  assert_no_faults (state);
}

static void
test_start_is_refused (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  const Act again = { slip_rollout_start, "five", moment ("2026-12-09", 9) };
  const Act before = { slip_rollout_start, "internal",
                       moment ("2026-12-09", 9) };
  const Act gone = { slip_rollout_start, "none", moment ("2026-12-09", 9) };

  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  assert_refused (state, run_act, &again, SLIP_PLAN_ERROR_INVALID);
  assert_refused (state, run_act, &before, SLIP_PLAN_ERROR_INVALID);
  assert_refused (state, run_act, &gone, SLIP_PLAN_ERROR_NOT_FOUND);
}

static void
test_pause_shifts_and_spares_the_soak (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  const SlipRow *five;

  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  g_assert_cmpint (slip_stage_get_soak_seconds (get_stage (state, "five")), ==,
                   24 * 3600);
  act (&state, slip_rollout_hold, "five", "2026-12-08", 15);
  assert_rollout (state, "shpp", SLIP_STATUS_ROLLING_OUT);
  five = get_stage (state, "five");
  g_assert_cmpint (
    slip_stage_get_soaked_seconds (five, moment ("2026-12-10", 15).at_ms), ==,
    6 * 3600);
  assert_stage_date (state, "quarter", SLIP_STAGE_PLANNED_START, "2026-12-10");

  act (&state, slip_rollout_resume, "five", "2026-12-11", 9);
  assert_rollout (state, "sapp", SLIP_STATUS_ROLLING_OUT);
  five = get_stage (state, "five");
  g_assert_cmpint (
    slip_stage_get_soaked_seconds (five, moment ("2026-12-11", 10).at_ms), ==,
    7 * 3600);
  assert_stage_date (state, "five", SLIP_STAGE_EXPECTED_END, "2026-12-12");
  assert_stage_date (state, "quarter", SLIP_STAGE_PLANNED_START, "2026-12-13");
  assert_stage_date (state, "all", SLIP_STAGE_PLANNED_START, "2026-12-16");
  assert_no_faults (state);
}

static void
test_pauses_add_up (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  act (&state, slip_rollout_hold, "five", "2026-12-08", 10);
  act (&state, slip_rollout_resume, "five", "2026-12-08", 12);
  act (&state, slip_rollout_hold, "five", "2026-12-08", 13);
  act (&state, slip_rollout_start, "quarter", "2026-12-08", 16);
  g_assert_cmpint (slip_row_get_integer (get_stage (state, "five"),
                                         SLIP_STAGE_PAUSED_SECONDS),
                   ==, 5 * 3600);
  g_assert_cmpint (slip_stage_get_soaked_seconds (get_stage (state, "five"), 0),
                   ==, 2 * 3600);
  assert_no_faults (state);
}

static void
set_offset_rule (SlipPlanState **state,
                 const char *stage,
                 int offset,
                 SlipUnit unit)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, stage);

  slip_entity_edit_add_integer (edit, SLIP_STAGE_START_ANCHOR,
                                SLIP_STAGE_ANCHOR_RELEASE);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_START_OFFSET, offset);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_START_UNIT, unit);
  apply_intent (state, slip_entity_edit_run, edit);
}

static void
test_pause_shifts_what_hangs_on_the_release (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  set_offset_rule (&state, "quarter", 2, SLIP_UNIT_CALENDAR_DAYS);
  set_offset_rule (&state, "all", 4, SLIP_UNIT_WORKING_DAYS);
  assert_stage_date (state, "all", SLIP_STAGE_PLANNED_START, "2026-12-14");
  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  act (&state, slip_rollout_hold, "five", "2026-12-08", 10);
  act (&state, slip_rollout_resume, "five", "2026-12-13", 9);
  assert_stage_date (state, "quarter", SLIP_STAGE_PLANNED_START, "2026-12-15");
  /* Five days later is a Saturday; the rule counts working days. */
  assert_stage_date (state, "all", SLIP_STAGE_PLANNED_START, "2026-12-21");
  assert_no_faults (state);
}

static void
test_pause_before_the_launch_moves_no_promise (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  set_offset_rule (&state, "quarter", 2, SLIP_UNIT_CALENDAR_DAYS);
  act (&state, slip_rollout_start, "internal", "2026-12-01", 9);
  act (&state, slip_rollout_hold, "internal", "2026-12-02", 9);
  act (&state, slip_rollout_resume, "internal", "2026-12-05", 9);
  assert_stage_date (state, "internal", SLIP_STAGE_EXPECTED_END, "2026-12-10");
  assert_stage_date (state, "five", SLIP_STAGE_PLANNED_START, "2026-12-08");
  assert_stage_date (state, "quarter", SLIP_STAGE_PLANNED_START, "2026-12-10");
  assert_no_faults (state);
}

static void
test_last_finish_releases (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  act (&state, slip_rollout_start, "quarter", "2026-12-08", 9);
  act (&state, slip_rollout_finish, "quarter", "2026-12-09", 9);
  assert_rollout (state, "ssdp", SLIP_STATUS_ROLLING_OUT);
  assert_stage_date (state, "all", SLIP_STAGE_PLANNED_START, "2026-12-10");
  act (&state, slip_rollout_start, "all", "2026-12-11", 9);
  act (&state, slip_rollout_finish, "all", "2026-12-11", 18);
  assert_rollout (state, "ssdd", SLIP_STATUS_RELEASED);
  assert_times (state, "all", moment ("2026-12-11", 9),
                moment ("2026-12-11", 18));
  assert_no_faults (state);
}

static void
test_skip_of_the_last_releases (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  act (&state, slip_rollout_start, "quarter", "2026-12-08", 9);
  apply_intent (&state, run_skip, "all");
  assert_rollout (state, "ssas", SLIP_STATUS_ROLLING_OUT);
  act (&state, slip_rollout_finish, "quarter", "2026-12-09", 9);
  assert_rollout (state, "ssds", SLIP_STATUS_RELEASED);
  assert_refused (state, run_skip, "quarter", SLIP_PLAN_ERROR_INVALID);
  assert_no_faults (state);
}

static void
test_skipped_stage_is_passed_over (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  assert_stage_date (state, "all", SLIP_STAGE_PLANNED_START, "2026-12-13");
  apply_intent (&state, run_skip, "quarter");
  assert_stage_date (state, "all", SLIP_STAGE_PLANNED_START, "2026-12-10");
  assert_rollout (state, "ppsp", SLIP_STATUS_PLANNED);
  assert_no_faults (state);
}

static void
test_roll_back_to_a_stage (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  SlipMoment fresh = moment ("2026-12-12", 9);

  act (&state, slip_rollout_start, "internal", "2026-12-01", 9);
  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  act (&state, slip_rollout_start, "quarter", "2026-12-10", 9);
  roll_back (&state, "quarter", "five", "2026-12-12", 9);
  assert_rollout (state, "darp", SLIP_STATUS_ROLLING_OUT);
  assert_times (state, "quarter", moment ("2026-12-10", 9), fresh);
  assert_times (state, "five", fresh, (SlipMoment){ 0, SLIP_DATE_NONE });
  assert_stage_date (state, "five", SLIP_STAGE_EXPECTED_END, "2026-12-13");
  assert_stage_date (state, "all", SLIP_STAGE_PLANNED_START, "2026-12-14");
  g_assert_cmpint (slip_stage_get_soaked_seconds (get_stage (state, "five"),
                                                  fresh.at_ms),
                   ==, 0);
  g_assert_true (slip_rollout_get_next (state, "pay") ==
                 get_stage (state, "quarter"));

  act (&state, slip_rollout_start, "quarter", "2026-12-14", 9);
  assert_rollout (state, "ddap", SLIP_STATUS_ROLLING_OUT);
  assert_times (state, "quarter", moment ("2026-12-14", 9),
                (SlipMoment){ 0, SLIP_DATE_NONE });
  assert_no_faults (state);
}

static void
test_roll_back_to_nobody (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  act (&state, slip_rollout_start, "internal", "2026-12-01", 9);
  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  roll_back (&state, "five", NULL, "2026-12-08", 12);
  assert_rollout (state, "rrpp", SLIP_STATUS_READY);
  assert_times (state, "internal", moment ("2026-12-01", 9),
                moment ("2026-12-08", 9));
  g_assert_true (slip_rollout_get_next (state, "pay") ==
                 get_stage (state, "internal"));
  assert_no_faults (state);
}

static void
test_roll_back_of_a_released_one (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  const RollBack forward = { "all", "all", moment ("2026-12-12", 9) };

  act (&state, slip_rollout_start, "quarter", "2026-12-08", 9);
  act (&state, slip_rollout_start, "all", "2026-12-10", 9);
  act (&state, slip_rollout_finish, "all", "2026-12-11", 9);
  assert_refused (state, run_roll_back, &forward, SLIP_PLAN_ERROR_INVALID);
  roll_back (&state, "all", "quarter", "2026-12-12", 9);
  assert_rollout (state, "ssar", SLIP_STATUS_ROLLING_OUT);
  assert_no_faults (state);
}

/* What is passed over may be wider than what comes after it, until it counts
 * again. */
static void
test_roll_back_to_a_wider_one (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipEntityEdit) widen =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, "internal");
  const RollBack back = { "five", "internal", moment ("2026-12-09", 9) };

  apply_intent (&state, run_skip, "internal");
  slip_entity_edit_add_integer (widen, SLIP_STAGE_TYPE,
                                SLIP_STAGE_TYPE_EVERYONE);
  apply_intent (&state, slip_entity_edit_run, widen);
  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  assert_refused (state, run_roll_back, &back, SLIP_PLAN_ERROR_INVALID);
  assert_rollout (state, "sapp", SLIP_STATUS_ROLLING_OUT);
  assert_no_faults (state);
}

static void
test_finish_with_a_rolled_back_one_left (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  act (&state, slip_rollout_start, "quarter", "2026-12-08", 9);
  act (&state, slip_rollout_start, "all", "2026-12-10", 9);
  roll_back (&state, "all", "quarter", "2026-12-12", 9);
  act (&state, slip_rollout_finish, "quarter", "2026-12-13", 9);
  assert_rollout (state, "ssdr", SLIP_STATUS_ROLLING_OUT);
  apply_intent (&state, run_skip, "all");
  assert_rollout (state, "ssds", SLIP_STATUS_RELEASED);
  assert_no_faults (state);
}

static void
test_proposals (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (GPtrArray) early = NULL;
  g_autoptr (GPtrArray) late = NULL;
  g_autoptr (GPtrArray) held = NULL;
  gint64 soaked = moment ("2026-12-12", 9).at_ms;

  act (&state, slip_rollout_start, "quarter", "2026-12-10", 9);
  early = slip_rollout_list_proposals (state, soaked - 1000);
  g_assert_cmpuint (early->len, ==, 0);
  late = slip_rollout_list_proposals (state, soaked);
  g_assert_cmpuint (late->len, ==, 1);
  g_assert_true (late->pdata[0] == get_stage (state, "quarter"));
  act (&state, slip_rollout_hold, "quarter", "2026-12-12", 8);
  held = slip_rollout_list_proposals (state, soaked * 2);
  g_assert_cmpuint (held->len, ==, 0);
}

static void
test_proposal_without_soak_waits_for_the_last_day (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  set_integer (&state, SLIP_KIND_STAGE, "internal", SLIP_STAGE_ADVANCE,
               SLIP_ADVANCE_PROPOSED);
  act (&state, slip_rollout_start, "internal", "2026-12-01", 9);
  g_assert_false (slip_rollout_is_due (get_stage (state, "internal"),
                                       moment ("2026-12-07", 23).at_ms));
  g_assert_true (slip_rollout_is_due (get_stage (state, "internal"),
                                      moment ("2026-12-08", 1).at_ms));
}

static void
test_longer_stage_ends_later (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, "five");

  act (&state, slip_rollout_start, "five", "2026-12-09", 9);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_LENGTH_DAYS, 5);
  apply_intent (&state, slip_entity_edit_run, edit);
  assert_stage_date (state, "five", SLIP_STAGE_EXPECTED_END, "2026-12-13");
  assert_stage_date (state, "quarter", SLIP_STAGE_PLANNED_START, "2026-12-14");
}

static void
test_soak_is_not_known_without_times (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  g_assert_cmpint (slip_stage_get_soaked_seconds (get_stage (state, "five"), 1),
                   ==, 0);
  set_status_by_hand (&state, SLIP_STATUS_ROLLING_OUT);
  assert_rollout (state, "appp", SLIP_STATUS_ROLLING_OUT);
  g_assert_cmpint (slip_stage_get_soaked_seconds (get_stage (state, "internal"),
                                                  1),
                   ==, -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/rollout/start/first-rolls-out",
                   test_first_start_rolls_out);
  g_test_add_func ("/rollout/start/ends-the-current-stage",
                   test_start_ends_the_current_stage);
  g_test_add_func ("/rollout/start/skips-what-is-passed",
                   test_start_skips_what_is_passed);
  g_test_add_func ("/rollout/start/is-refused", test_start_is_refused);
  g_test_add_func ("/rollout/pause/shifts-and-spares-the-soak",
                   test_pause_shifts_and_spares_the_soak);
  g_test_add_func ("/rollout/pause/adds-up", test_pauses_add_up);
  g_test_add_func ("/rollout/pause/shifts-what-hangs-on-the-release",
                   test_pause_shifts_what_hangs_on_the_release);
  g_test_add_func ("/rollout/pause/before-the-launch-moves-no-promise",
                   test_pause_before_the_launch_moves_no_promise);
  g_test_add_func ("/rollout/finish/last-releases", test_last_finish_releases);
  g_test_add_func ("/rollout/finish/with-a-rolled-back-one-left",
                   test_finish_with_a_rolled_back_one_left);
  g_test_add_func ("/rollout/skip/last-releases",
                   test_skip_of_the_last_releases);
  g_test_add_func ("/rollout/skip/is-passed-over",
                   test_skipped_stage_is_passed_over);
  g_test_add_func ("/rollout/roll-back/to-a-stage", test_roll_back_to_a_stage);
  g_test_add_func ("/rollout/roll-back/to-nobody", test_roll_back_to_nobody);
  g_test_add_func ("/rollout/roll-back/to-a-wider-one",
                   test_roll_back_to_a_wider_one);
  g_test_add_func ("/rollout/roll-back/of-a-released-one",
                   test_roll_back_of_a_released_one);
  g_test_add_func ("/rollout/proposals/when-the-soak-is-over", test_proposals);
  g_test_add_func ("/rollout/proposals/without-soak-after-the-last-day",
                   test_proposal_without_soak_waits_for_the_last_day);
  g_test_add_func ("/rollout/length/longer-ends-later",
                   test_longer_stage_ends_later);
  g_test_add_func ("/rollout/soak/not-known-without-times",
                   test_soak_is_not_known_without_times);

  return g_test_run ();
}
