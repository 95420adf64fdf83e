/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-rollout-grid.h"

G_BEGIN_DECLS

/**
 * slip_rollout_drag_add:
 *
 * Lets stages be dragged along the days: whole, or by an edge.  The grid tells
 * with `::hover-changed` where the stage would go, and a drop asks for it with
 * the window's action.  Escape, and nothing has happened.
 */
void slip_rollout_drag_add (SlipRolloutGrid *grid);

/* Ends the drag under way, if there is one, as if it had not begun.
 *
 * Returns: whether there was one. */
gboolean slip_rollout_drag_cancel (SlipRolloutGrid *grid);

G_END_DECLS
