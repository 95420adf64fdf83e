/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "checked-plan.h"
#include "said.h"

/*
 * The checked plan with the releases 'r1' (Payments 3.9, Tuesday 8 December
 * 2026) and 'r2' (Mobile 4.2, unscheduled), both loaded, and two feeds, 'desk'
 * (Help desk) and 'board' (Launch board), each asked every 15 minutes.
 */

static inline SlipPlanState *
new_feed_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_release (&state, "r1", "payments", "3.9", "2026-12-08");
  add_release (&state, "r2", "mobile", "4.2", NULL);
  add_feed (&state, "desk", "Help desk");
  add_feed (&state, "board", "Launch board");
  slip_plan_state_set_loaded (state, "r1");
  slip_plan_state_set_loaded (state, "r2");
  return state;
}
