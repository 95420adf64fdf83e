/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-text.h"

#include "rollout-plan.h"

static void
assert_standing (const SlipPlanState *state,
                 const char *stage,
                 const char *date,
                 int hour,
                 const char *expected)
{
  g_autofree char *text =
    slip_stage_dup_standing (get_stage (state, stage), moment (date, hour));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_standing_through_a_life (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  assert_standing (state, "five", "2026-12-05", 9, "starts in 3 days");
  assert_standing (state, "five", "2026-12-10", 9, "was to start 2 days ago");
  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  assert_standing (state, "internal", "2026-12-08", 9, "skipped");
  assert_standing (state, "five", "2026-12-08", 13,
                   "day 1 of 2, soaks 20 h more");
  assert_standing (state, "five", "2026-12-09", 10, "day 2 of 2, soak is over");
  assert_standing (state, "five", "2026-12-10", 10,
                   "1 day longer than planned, soak is over");
  act (&state, slip_rollout_hold, "five", "2026-12-08", 14);
  assert_standing (state, "five", "2026-12-09", 9, "held since Tue 8 December");
  act (&state, slip_rollout_start, "quarter", "2026-12-09", 9);
  assert_standing (state, "five", "2026-12-09", 9, "ended Wed 9 December");
  roll_back (&state, "quarter", "five", "2026-12-10", 9);
  assert_standing (state, "quarter", "2026-12-10", 9,
                   "rolled back, ended Thu 10 December");
}

static void
test_standing_without_times (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  set_planned (&state, "pay", SLIP_ANCHOR_RELEASE, "2026-12-08",
               SLIP_CERTAINTY_CONFIRMED);
  set_status_by_hand (&state, SLIP_STATUS_ROLLING_OUT);
  assert_standing (state, "internal", "2026-12-08", 9, "has started");
  set_status_by_hand (&state, SLIP_STATUS_ON_HOLD);
  assert_standing (state, "internal", "2026-12-08", 9, "held");
  set_status_by_hand (&state, SLIP_STATUS_RELEASED);
  assert_standing (state, "internal", "2026-12-08", 9, "done");
}

static void
test_exposure_texts (void)
{
  static const struct {
    SlipExposure exposure;
    const char *text;
    const char *added;
  } cases[] = {
    { { 2500, 5020, 2000, 1 }, "25 %, 5020 people", "+20 %, +1 person" },
    { { -1, 20, -1, 20 }, "20 people", "+20 people" },
    { { 10000, -1, 7500, -1 }, "100 %", "+75 %" },
    { { -1, -1, -1, -1 }, "how many is not known", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = slip_exposure_dup_text (&cases[i].exposure);
    g_autofree char *added = slip_exposure_dup_added_text (&cases[i].exposure);

    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_cmpstr (added, ==, cases[i].added);
  }
}

static void
test_rollout_text (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipPlanState) empty = new_plan ();
  g_autofree char *before = slip_rollout_dup_text (state, "pay");
  g_autofree char *after = NULL;

  g_assert_cmpstr (before, ==, "Nobody has it yet");
  act (&state, slip_rollout_start, "quarter", "2026-12-08", 9);
  after = slip_rollout_dup_text (state, "pay");
  g_assert_cmpstr (after, ==, "Exposed now: 25 %, 5000 people");
  add_release (&empty, "pay", "payments", "3.9", "2026-12-08");
  g_assert_null (slip_rollout_dup_text (empty, "pay"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stage-text/standing/through-a-life",
                   test_standing_through_a_life);
  g_test_add_func ("/stage-text/standing/without-times",
                   test_standing_without_times);
  g_test_add_func ("/stage-text/exposure/table", test_exposure_texts);
  g_test_add_func ("/stage-text/exposure/of-a-rollout", test_rollout_text);

  return g_test_run ();
}
