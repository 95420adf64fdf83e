/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * slip_change_dup_text:
 * @state: a plan in which names are looked up
 *
 * Returns: (transfer full) (nullable): what @change sets, for people: 'Tier: 1
 * → 2', long texts cut; %NULL for what nobody means by itself: places in an
 * order and what the program remembers for itself.
 */
char *slip_change_dup_text (const SlipPlanState *state,
                            const SlipChange *change) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_change_set_dup_lines:
 *
 * Returns: (transfer full) (element-type utf8): what @set did, a line for each
 * property of the release and for each other entity, in order; where many parts
 * only went to other days, one line that counts them.
 */
GPtrArray *slip_change_set_dup_lines (const SlipPlanState *state,
                                      const SlipChangeSet *set)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
