/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/* Orders two audiences as they are told: by rank, those without one last, then
 * by name. */
int slip_audience_compare (const SlipRow *a, const SlipRow *b);

/**
 * slip_audience_list:
 *
 * Returns: (transfer full) (element-type SlipRow): all audiences, retired ones
 * too, in the order of telling.
 */
GPtrArray *slip_audience_list (const SlipPlanState *state)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_audience_find_owner:
 * @audience: (nullable)
 *
 * Returns: (nullable): who owns its checklists unless somebody else is named;
 * nobody who is retired.
 */
const SlipRow *slip_audience_find_owner (const SlipPlanState *state,
                                         const SlipRow *audience);

G_END_DECLS
