/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "checked-plan.h"
#include "slip-flag-edit.h"
#include "slip-flag.h"

/*
 * The checked plan with a release 'mob' on Tuesday 8 December 2026, its stages
 * 'inside' (internal), 'five' (5 %) and 'all' (everyone, from Monday 14), and
 * its feature flag 'checkout'.
 */

static inline void
add_stage (SlipPlanState **state,
           const char *id,
           SlipStageType type,
           const char *rank,
           const char *start)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_STAGE, id, "mob");
  slip_edit_set_text (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_NAME, id);
  slip_edit_set_text (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_RANK, rank);
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_TYPE, type);
  slip_edit_set_date (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_PLANNED_START,
                      day (start));
  slip_edit_set_date (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_PLANNED_END,
                      day (start));
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_START_IS_PINNED,
                         TRUE);
  apply_edit (state, edit);
}

static inline SlipPlanState *
new_flagged_plan (void)
{
  SlipPlanState *state = new_checked_plan ();
  SlipEdit *edit;

  add_release (&state, "mob", "mobile", "4.2", "2026-12-08");
  add_stage (&state, "inside", SLIP_STAGE_TYPE_INTERNAL, "A", "2026-12-01");
  add_stage (&state, "five", SLIP_STAGE_TYPE_PERCENTAGE, "B", "2026-12-08");
  add_stage (&state, "all", SLIP_STAGE_TYPE_EVERYONE, "C", "2026-12-14");
  edit = slip_edit_new (state, SLIP_VERB_ADD);
  slip_edit_create (edit, SLIP_KIND_FLAG, "checkout", "mob");
  slip_edit_set_text (edit, SLIP_KIND_FLAG, "checkout", SLIP_FLAG_KEY,
                      "new-checkout");
  apply_edit (&state, edit);
  return state;
}

static inline const SlipRow *
get_flag (const SlipPlanState *state)
{
  return slip_plan_state_get (state, SLIP_KIND_FLAG, "checkout");
}

/* Lets @stage expect what @text says, as people type it. */
static inline void
expect (SlipPlanState **state, const char *stage, const char *text)
{
  g_autoptr (SlipFlagEdit) edit = slip_flag_edit_new ("mob", "checkout");
  SlipFlagState expected;
  gint64 share;

  g_assert_true (slip_flag_parse_state (text, &expected, &share, NULL));
  slip_flag_edit_expect (edit, stage, expected, share);
  apply_intent (state, slip_flag_edit_run, edit);
}

static inline void
observe (SlipPlanState **state, const char *text)
{
  g_autoptr (SlipFlagEdit) edit = slip_flag_edit_new ("mob", "checkout");
  SlipFlagState observed;
  gint64 share;

  g_assert_true (slip_flag_parse_state (text, &observed, &share, NULL));
  slip_flag_edit_observe (edit, observed, share, "Flag console", 1796040000000);
  apply_intent (state, slip_flag_edit_run, edit);
}
