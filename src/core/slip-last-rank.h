/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/*
 * What slip_rank_between() is given to put something new at the end.  Ranks
 * belong to the rows.
 */

/**
 * slip_last_rank_find:
 * @rows: (element-type SlipRow): entities of one kind, which has an order
 *
 * Returns: (nullable): the last of their ranks, %NULL if none has one.
 */
const char *slip_last_rank_find (const GPtrArray *rows);

/**
 * slip_last_rank_find_in_plan:
 * @kind: a kind that has an order
 *
 * Returns: (nullable): the last rank of all entities of @kind in memory.
 */
const char *slip_last_rank_find_in_plan (const SlipPlanState *state,
                                         SlipKind kind);

G_END_DECLS
