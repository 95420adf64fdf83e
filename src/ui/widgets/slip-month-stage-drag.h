/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-month-grid.h"

G_BEGIN_DECLS

/**
 * slip_month_stage_drag_add:
 *
 * Lets the stages on @grid be dragged over its days, whole or by an edge; a
 * click selects their release.
 */
void slip_month_stage_drag_add (SlipMonthGrid *grid);

/* Ends the drag under way as if it had not begun.
 *
 * Returns: whether there was one. */
gboolean slip_month_stage_drag_cancel (SlipMonthGrid *grid);

G_END_DECLS
