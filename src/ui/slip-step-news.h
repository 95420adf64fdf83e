/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"
#include "slip-step.h"

G_BEGIN_DECLS

/*
 * What a step that has just been written is told as.
 */

/**
 * slip_step_news_dup_release:
 *
 * Returns: (transfer full) (nullable): the id of the first release that @step
 * changed, or of the one whose stage it moved.
 */
char *slip_step_news_dup_release (const SlipStep *step)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_step_news_get_stage:
 *
 * Returns: (nullable): the id of the rollout stage that @step moved, if it is a
 *   move of one.
 */
const char *slip_step_news_get_stage (const SlipStep *step);

/**
 * slip_step_news_dup_text:
 * @state: the plan after @step
 *
 * Returns: (transfer full): a sentence for people without a full stop:
 * 'Payments 3.9 moved to Wed 16 December'.
 */
char *slip_step_news_dup_text (const SlipStep *step,
                               const SlipPlanState *state,
                               SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_step_news_toast_new:
 * @text: as from slip_step_news_dup_text()
 *
 * Returns: (transfer full): a toast that says @text, with Undo for an edit and
 * Adjust… for a move.
 */
AdwToast *slip_step_news_toast_new (const SlipStep *step,
                                    const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
