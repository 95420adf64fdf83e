/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * slip_reference_check_run:
 * @state: a plan to which @set was applied
 *
 * Returns: whether everything that @set put in refers to what is there, and
 *   nothing in memory to what it deleted; else `FALSE` with a
 *   `SLIP_PLAN_ERROR_NOT_FOUND` or `SLIP_PLAN_ERROR_INVALID`.
 */
gboolean slip_reference_check_run (const SlipPlanState *state,
                                   const SlipChangeSet *set,
                                   GError **error);

G_END_DECLS
