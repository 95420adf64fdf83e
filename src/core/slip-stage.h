/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/* Puts the rollout stages @stages (element-type SlipRow) of a release into
 * their order. */
void slip_stage_sort (GPtrArray *stages);

/* Returns: (transfer full) (element-type SlipRow): the stages of @release in
 * their order. */
GPtrArray *slip_stage_list (const SlipPlanState *state,
                            const char *release) G_GNUC_WARN_UNUSED_RESULT;

static inline SlipStageState
slip_stage_get_state (const SlipRow *stage)
{
  return (SlipStageState) slip_row_get_integer (stage, SLIP_STAGE_STATE);
}

static inline SlipStageType
slip_stage_get_type (const SlipRow *stage)
{
  return (SlipStageType) slip_row_get_integer (stage, SLIP_STAGE_TYPE);
}

/* The name of @state for people, translated: 'Rolled back'. */
const char *slip_stage_state_get_label (SlipStageState state);

/**
 * slip_stage_dup_title:
 *
 * Returns: (transfer full): what people call @stage: its name; without one its
 * share, its segment or its type.
 */
char *slip_stage_dup_title (const SlipRow *stage) G_GNUC_WARN_UNUSED_RESULT;

/* Whether it has begun and not ended: active or held. */
gboolean slip_stage_is_running (const SlipRow *stage);

/* Whether somebody has the release by @stage: running or done. */
gboolean slip_stage_has_begun (const SlipRow *stage);

/* Whether it could still start: planned or rolled back. */
gboolean slip_stage_is_left (const SlipRow *stage);

/**
 * slip_stage_is_passed_over:
 *
 * Whether what follows does not wait for @stage: it is skipped or rolled back.
 */
gboolean slip_stage_is_passed_over (const SlipRow *stage);

/**
 * slip_stage_get_end:
 *
 * Returns: the last day of @stage, as far as is known: the one on which it
 * ended, or is expected to if it has started, else the planned one; may be
 * unset.
 */
SlipDate slip_stage_get_end (const SlipRow *stage);

/* How many calendar days it takes, at least 1. */
int slip_stage_get_length_days (const SlipRow *stage);

/**
 * slip_stage_get_soak_seconds:
 *
 * Returns: how long @stage has to be active before the next, 0 for no matter.
 */
gint64 slip_stage_get_soak_seconds (const SlipRow *stage);

/**
 * slip_stage_get_soaked_seconds:
 *
 * Returns: how long @stage has been active at @now_ms, without its pauses; -1
 * if it is not known.
 */
gint64 slip_stage_get_soaked_seconds (const SlipRow *stage, gint64 now_ms);

G_END_DECLS
