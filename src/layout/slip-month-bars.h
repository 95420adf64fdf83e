/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-month-layout.h"

G_BEGIN_DECLS

/**
 * SlipBarSegment:
 * @bar: which of the ranges
 * @week: the row
 * @first_column: the column of its first day in this week
 * @last_column: the column of its last day in this week
 * @lane: 0 is the lane next to the day headers
 * @continues_before: whether it began in an earlier week
 * @continues_after: whether it goes on in a later week
 *
 * The part of a bar that lies in one week.
 */
typedef struct {
  int bar;
  int week;
  int first_column;
  int last_column;
  int lane;
  gboolean continues_before;
  gboolean continues_after;
} SlipBarSegment;

/**
 * SlipMonthBars:
 *
 * Bars across the days of a grid of weeks, each week's in lanes, so that no two
 * bars overlap.  It never changes.
 */
typedef struct _SlipMonthBars SlipMonthBars;

/**
 * slip_month_bars_new:
 * @ranges: (array length=n_ranges): the days of each bar; empty ranges and
 *   those outside the grid have no segment
 *
 * Places bars.  In each week the bar that begins first takes the lowest free
 * lane, of those that begin on one day the longest, of equal ones the first in
 * @ranges.  So the result depends on nothing else.
 *
 * Returns: (transfer full): the bars.
 */
SlipMonthBars *slip_month_bars_new (const SlipMonthLayout *layout,
                                    const SlipRange *ranges,
                                    int n_ranges) G_GNUC_WARN_UNUSED_RESULT;

void slip_month_bars_free (SlipMonthBars *self);

int slip_month_bars_get_n_segments (const SlipMonthBars *self);

/* Segments come week by week. */
const SlipBarSegment *slip_month_bars_peek_segment (const SlipMonthBars *self,
                                                    int i);

/**
 * slip_month_bars_get_segment_rect:
 *
 * Returns: where segment @i is, empty if its week has no room for its lane.
 * Where a bar continues in another week its rectangle goes up to the edge.
 */
SlipRect slip_month_bars_get_segment_rect (const SlipMonthBars *self, int i);

/**
 * slip_month_bars_segment_at:
 *
 * Returns: the segment shown at a point, or -1.
 */
int slip_month_bars_segment_at (const SlipMonthBars *self, double x, double y);

/**
 * slip_month_bars_fill_day:
 * @n_chips: the chips the day has
 *
 * Decides how many chips are shown on a day below its bars; bars without room
 * count as hidden too.
 */
SlipMonthDay slip_month_bars_fill_day (const SlipMonthBars *self,
                                       SlipDate date,
                                       int n_chips);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipMonthBars, slip_month_bars_free)

G_END_DECLS
