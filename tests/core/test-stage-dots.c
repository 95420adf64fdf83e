/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-dots.h"

#include "rollout-plan.h"

static void
assert_dots (const SlipPlanState *state, const char *dots, const char *label)
{
  g_autofree char *found = slip_stage_dots_dup (state, "pay");
  g_autofree char *found_label = slip_stage_dots_dup_label (state, "pay");

  g_assert_cmpstr (found, ==, dots);
  g_assert_cmpstr (found_label, ==, label);
}

static void
test_dots_go_along_with_the_stages (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  assert_dots (state, "○○○○", "4 stages, none started");
  act (&state, slip_rollout_start, "internal", "2026-12-01", 9);
  assert_dots (state, "◐○○○", "stage 1 of 4: internal, active");
  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  assert_dots (state, "●◐○○", "stage 2 of 4: five, active");
  act (&state, slip_rollout_hold, "five", "2026-12-08", 10);
  assert_dots (state, "●‖○○", "stage 2 of 4: five, held");
}

static void
test_what_went_otherwise_shows (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  assert_dots (state, "–◐○○", "stage 2 of 4: five, active");
  roll_back (&state, "five", NULL, "2026-12-09", 9);
  assert_dots (state, "–↶○○", "stage 2 of 4: five, rolled back");
}

static void
test_without_stages_there_are_none (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "pay", "payments", "3.9", "2026-12-08");
  assert_dots (state, NULL, NULL);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/stage-dots/go-along-with-the-stages",
                   test_dots_go_along_with_the_stages);
  g_test_add_func ("/stage-dots/what-went-otherwise-shows",
                   test_what_went_otherwise_shows);
  g_test_add_func ("/stage-dots/none-without-stages",
                   test_without_stages_there_are_none);
  return g_test_run ();
}
