/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/* The window's actions that move rollout stages. */
void slip_stage_actions_add (SlipWindow *window);
void slip_stage_actions_update (SlipWindow *window);

/**
 * slip_stage_actions_adjust:
 * @step: a move of a stage
 * @before: the plan before it
 *
 * Opens Adjust… for the step.
 *
 * Returns: `FALSE` if @step moves no stage.
 */
gboolean slip_stage_actions_adjust (SlipWindow *window,
                                    const SlipStep *step,
                                    const SlipPlanState *before);

G_END_DECLS
