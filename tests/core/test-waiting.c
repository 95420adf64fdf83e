/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-waiting.h"

#include "rollout-plan.h"
#include "slip-decision.h"

/* 'step, reason' of each release that waits, a line each. */
static void
assert_waiting (const SlipPlanState *state,
                const char *date,
                int hour,
                const char *expected)
{
  SlipMoment now = moment (date, hour);
  g_autoptr (GArray) found = slip_waiting_list (state, now);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < found->len; i++) {
    const SlipWaiting *waiting = &g_array_index (found, SlipWaiting, i);
    g_autofree char *step = slip_waiting_dup_step (waiting);
    g_autofree char *reason = slip_waiting_dup_reason (waiting, now.today);

    g_assert_cmpstr (slip_row_get_id (waiting->release), ==, "pay");
    g_string_append_printf (text, "%s, %s\n", step, reason);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
record (SlipPlanState **state, SlipDecisionType type, const char *review)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);
  g_autofree char *id = slip_id_new ();

  slip_decision_record (edit, id,
                        &(SlipDecision){ .type = type,
                                         .release = "pay",
                                         .at_ms = 0,
                                         .person_name = "Release lead",
                                         .reason = "Errors",
                                         .review_day = day (review),
                                         .until = SLIP_DATE_NONE });
  apply_edit (state, edit);
}

static void
test_next_stage_is_waited_for_from_its_day_on (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  assert_waiting (state, "2026-11-30", 12, "");
  assert_waiting (state, "2026-12-01", 0,
                  "internal, planned to start Tue 1 December, today\n");
  act (&state, slip_rollout_start, "internal", "2026-12-01", 9);
  assert_waiting (state, "2026-12-07", 23, "");
  assert_waiting (
    state, "2026-12-09", 8,
    "internal → five, planned to start Tue 8 December, yesterday\n");
}

static void
test_soak_that_is_over_is_waited_for (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  act (&state, slip_rollout_start, "quarter", "2026-12-08", 9);
  assert_waiting (state, "2026-12-10", 8, "");
  assert_waiting (state, "2026-12-10", 9, "quarter → all, its soak is over\n");
  act (&state, slip_rollout_hold, "quarter", "2026-12-10", 10);
  assert_waiting (state, "2026-12-20", 9, "");
}

static void
test_last_stage_waits_to_be_ended (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  set_integer (&state, SLIP_KIND_STAGE, "all", SLIP_STAGE_ADVANCE,
               SLIP_ADVANCE_PROPOSED);
  act (&state, slip_rollout_start, "all", "2026-12-08", 9);
  assert_waiting (state, "2026-12-08", 23, "");
  assert_waiting (state, "2026-12-09", 9, "all → end, its soak is over\n");
}

static void
test_day_to_look_again_comes_first (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  record (&state, SLIP_DECISION_NO_GO, "2026-12-04");
  assert_waiting (state, "2026-12-03", 9, "");
  assert_waiting (state, "2026-12-04", 9,
                  "internal, to be looked at again Fri 4 December, today\n");
  act (&state, slip_rollout_start, "internal", "2026-12-04", 9);
  act (&state, slip_rollout_hold, "internal", "2026-12-04", 9);
  assert_waiting (
    state, "2026-12-05", 9,
    "internal → five, to be looked at again Fri 4 December, yesterday\n");
}

static void
test_nobody_waits_for_what_is_set_aside (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  set_integer (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_STATUS,
               SLIP_STATUS_ON_HOLD);
  assert_waiting (state, "2026-12-09", 9, "");
  set_integer (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_STATUS,
               SLIP_STATUS_CANCELLED);
  assert_waiting (state, "2026-12-09", 9, "");
}

static void
test_what_was_rolled_back_is_to_be_mended_first (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  roll_back (&state, "five", NULL, "2026-12-08", 10);
  assert_waiting (state, "2026-12-20", 9, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/waiting/next-stage-is-waited-for-from-its-day-on",
                   test_next_stage_is_waited_for_from_its_day_on);
  g_test_add_func ("/waiting/soak-that-is-over-is-waited-for",
                   test_soak_that_is_over_is_waited_for);
  g_test_add_func ("/waiting/last-stage-waits-to-be-ended",
                   test_last_stage_waits_to_be_ended);
  g_test_add_func ("/waiting/day-to-look-again-comes-first",
                   test_day_to_look_again_comes_first);
  g_test_add_func ("/waiting/nobody-waits-for-what-is-set-aside",
                   test_nobody_waits_for_what_is_set_aside);
  g_test_add_func ("/waiting/what-was-rolled-back-is-to-be-mended-first",
                   test_what_was_rolled_back_is_to_be_mended_first);
  return g_test_run ();
}
