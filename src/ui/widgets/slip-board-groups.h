/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-board-column.h"

G_BEGIN_DECLS

/* The order of the groups of a column and what they are called. */

/**
 * slip_board_groups_compare:
 *
 * Returns: below, equal to or above 0 as @a's group comes before, is or comes
 * after @b's.  Products are ordered by rank and name, tiers by number; releases
 * without one come last.
 */
int slip_board_groups_compare (const SlipPlanState *state,
                               SlipBoardGrouping grouping,
                               const SlipRow *a,
                               const SlipRow *b);

/* Brings @rows (element-type SlipRow) into the order of the groups, keeping
 * the order within each. */
void slip_board_groups_sort (const SlipPlanState *state,
                             SlipBoardGrouping grouping,
                             GPtrArray *rows);

/* The name of the group that @row is in. */
char *slip_board_groups_dup_label (const SlipPlanState *state,
                                   SlipBoardGrouping grouping,
                                   const SlipRow *row)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
