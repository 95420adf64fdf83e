/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-date.h"

G_BEGIN_DECLS

/**
 * SlipDragPart:
 * @SLIP_DRAG_WHOLE: everything moves, the length stays
 * @SLIP_DRAG_FIRST: only the first day moves
 * @SLIP_DRAG_LAST: only the last day moves
 *
 * What of a chip or bar was grabbed.
 */
typedef enum {
  SLIP_DRAG_WHOLE,
  SLIP_DRAG_FIRST,
  SLIP_DRAG_LAST,
} SlipDragPart;

/**
 * slip_drag_propose:
 * @old: the days before the drag; empty for what is unscheduled
 * @grabbed_day: the day under the pointer when it was grabbed; unset where it
 *   was not grabbed on a day: then @hovered_day is the new first day, or the
 *   edge's new day
 * @hovered_day: the day under the pointer now; unset over the tray
 *
 * Tells the days a drop would give.  The pointer stays on the same part of a
 * bar: grabbed on its third day, the bar begins two days before the hovered
 * one.  An edge stops at the other edge.  Nothing leaves the valid days, and a
 * whole bar keeps its length there too.  Over the tray all becomes unset, but
 * an edge cannot go there and stays.  What is unscheduled becomes one day.
 *
 * Returns: the proposed days.
 */
SlipRange slip_drag_propose (SlipRange old,
                             SlipDate grabbed_day,
                             SlipDate hovered_day,
                             SlipDragPart part);

G_END_DECLS
