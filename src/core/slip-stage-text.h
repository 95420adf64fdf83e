/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-exposure.h"
#include "slip-moment.h"

G_BEGIN_DECLS

/**
 * slip_stage_dup_standing:
 *
 * Returns: (transfer full): how it is with @stage at @moment: 'starts in 3
 *   days', 'day 2 of 3, soaks 20 h more', 'held since Tue 8 December', 'ended
 *   Wed 9 December'.
 */
char *slip_stage_dup_standing (const SlipRow *stage,
                               SlipMoment moment) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_stage_dup_progress:
 *
 * Returns: (transfer full) (nullable): how far @stage is: 'day 2 of 3', '1 day
 *   longer than planned'; %NULL if it does not run, if that is not known, or if
 *   its pause has used up its days, as nobody knows then for how long it will
 *   be.
 */
char *slip_stage_dup_progress (const SlipRow *stage,
                               SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): who that is in sum: '25 %, 5,020 people'. */
char *slip_exposure_dup_text (const SlipExposure *exposure)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): what the last stage brings: '+20 %,
 * +4,000 people'; %NULL if that is not known. */
char *slip_exposure_dup_added_text (const SlipExposure *exposure)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_rollout_dup_text:
 *
 * Returns: (transfer full) (nullable): who has @release at present, as a
 *   sentence without a full stop; %NULL if nobody was to get it in stages.
 */
char *slip_rollout_dup_text (const SlipPlanState *state,
                             const char *release) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: the sign of @state, one that needs no colour: '●', '‖', '✓'.
 */
const char *slip_stage_state_get_sign (SlipStageState state);

G_END_DECLS
