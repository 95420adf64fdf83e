/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * slip_stage_dots_dup:
 *
 * Returns: (transfer full) (nullable): a sign for each stage of @release, in
 *   order: filled if it is done, half if it is on its way, empty if it is to
 *   come: '●◐○○'; %NULL without stages.
 */
char *slip_stage_dots_dup (const SlipPlanState *state,
                           const char *release) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_stage_dots_dup_label:
 *
 * Returns: (transfer full) (nullable): what the dots come to, in words: 'stage
 * 2 of 4: 25 %, active', or '4 stages, none started'; %NULL without stages.
 */
char *slip_stage_dots_dup_label (const SlipPlanState *state,
                                 const char *release) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
