/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-decision.h"

G_BEGIN_DECLS

/**
 * slip_deciding_dup_question:
 * @stage: (nullable): the stage that a decision of @type is about
 *
 * Returns: (transfer full): what is to be decided: 'Console 12.1: 25 % →
 * everyone?'.
 */
char *slip_deciding_dup_question (const SlipPlanState *state,
                                  const char *release,
                                  const char *stage,
                                  SlipDecisionType type)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_deciding_dup_intro:
 *
 * Returns: (transfer full): a line below that, which what stands in the way
 * follows: 'Going wider means 48 000 people, 36 000 of them new. What stands in
 * the way:'.
 */
char *slip_deciding_dup_intro (const SlipPlanState *state,
                               const char *release,
                               const char *stage,
                               SlipDecisionType type) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
