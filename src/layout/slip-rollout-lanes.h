/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-drag.h"
#include "slip-rect.h"
#include "slip-time-scale.h"

G_BEGIN_DECLS

/**
 * SlipLaneSizes:
 * @width_px: the width at hand
 * @height_px: the height at hand
 * @heading_px: the height of the line with the scale's names
 * @label_px: the height of a lane's label
 * @bar_px: the height of a bar
 * @plan_px: the height of the strip beneath a bar
 *
 * What lanes are laid out for.
 */
typedef struct {
  int width_px;
  int height_px;
  int heading_px;
  int label_px;
  int bar_px;
  int plan_px;
} SlipLaneSizes;

/**
 * SlipLaneScroll:
 * @left_px: how far the days are scrolled, from the left
 * @top_px: how far the lanes are
 */
typedef struct {
  int left_px;
  int top_px;
} SlipLaneScroll;

/**
 * SlipSpan:
 * @start: when it begins
 * @end: when it ends, not included
 *
 * Instants as #SlipTimeScale has them.
 */
typedef struct {
  double start;
  double end;
} SlipSpan;

static inline SlipSpan
slip_span_of_range (SlipRange range)
{
  return (SlipSpan){ range.first.day, range.last.day + 1.0 };
}

/**
 * SlipRolloutLanes:
 *
 * Where the lanes of a timeline and what is in them are.  Names of the scale
 * stay at the top; labels stay at the side where lines begin, or, where there
 * is little width, stand above their lanes.  A lane is as high as it has rows
 * of bars.
 */
typedef struct _SlipRolloutLanes SlipRolloutLanes;

/* Whether labels stand above their lanes in this width. */
gboolean slip_rollout_lanes_is_narrow_width (int width_px);

/**
 * slip_rollout_lanes_new:
 * @scale: the days; copied
 * @n_rows: (array length=n_lanes): how many rows of bars each lane has; 0
 *   counts as 1
 */
SlipRolloutLanes *slip_rollout_lanes_new (const SlipLaneSizes *sizes,
                                          const SlipTimeScale *scale,
                                          const int *n_rows,
                                          int n_lanes)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_rollout_lanes_free (SlipRolloutLanes *self);

/**
 * slip_rollout_lanes_pack:
 * @spans: (array length=n_spans): the bars of one lane, in order
 * @rows: (array length=n_spans) (out caller-allocates): the row of each
 *
 * Gives each bar the first row where it overlaps with none before it.
 *
 * Returns: how many rows there are.
 */
int slip_rollout_lanes_pack (const SlipSpan *spans, int n_spans, int *rows);

const SlipTimeScale *slip_rollout_lanes_get_scale (
  const SlipRolloutLanes *self);
gboolean slip_rollout_lanes_is_narrow (const SlipRolloutLanes *self);
int slip_rollout_lanes_count (const SlipRolloutLanes *self);

/* How high all the lanes are; at least the room at hand. */
int slip_rollout_lanes_get_height (const SlipRolloutLanes *self);

/* Holds @scroll within what there is to scroll. */
SlipLaneScroll slip_rollout_lanes_clamp (const SlipRolloutLanes *self,
                                         SlipLaneScroll scroll);

/* Where bars may be seen, and where labels may: not below what stays. */
SlipRect slip_rollout_lanes_get_view (const SlipRolloutLanes *self);
SlipRect slip_rollout_lanes_get_label_view (const SlipRolloutLanes *self);

/* Where the names of the scale may be seen. */
SlipRect slip_rollout_lanes_get_heading (const SlipRolloutLanes *self);

/* The stripe of a lane across the whole width, and its label. */
SlipRect slip_rollout_lanes_get_lane (const SlipRolloutLanes *self,
                                      int lane,
                                      SlipLaneScroll scroll);
SlipRect slip_rollout_lanes_get_label (const SlipRolloutLanes *self,
                                       int lane,
                                       SlipLaneScroll scroll);

/**
 * slip_rollout_lanes_get_bar:
 *
 * Returns: where a bar of @lane in its @row is; never so narrow that nothing
 * can be seen.
 */
SlipRect slip_rollout_lanes_get_bar (const SlipRolloutLanes *self,
                                     int lane,
                                     int row,
                                     SlipSpan span,
                                     SlipLaneScroll scroll);

/* The strip beneath the bars of that row: what was planned. */
SlipRect slip_rollout_lanes_get_plan (const SlipRolloutLanes *self,
                                      int lane,
                                      int row,
                                      SlipSpan span,
                                      SlipLaneScroll scroll);

/* The pixel of an instant, as it is scrolled, and the other way round. */
double slip_rollout_lanes_get_x (const SlipRolloutLanes *self,
                                 double instant,
                                 SlipLaneScroll scroll);
double slip_rollout_lanes_find_instant (const SlipRolloutLanes *self,
                                        double x,
                                        SlipLaneScroll scroll);

/* The day at a pixel, held within those of the scale. */
SlipDate slip_rollout_lanes_find_day (const SlipRolloutLanes *self,
                                      double x,
                                      SlipLaneScroll scroll);

/* The days in sight. */
SlipRange slip_rollout_lanes_find_range (const SlipRolloutLanes *self,
                                         SlipLaneScroll scroll);

/* The lane at a height, or -1. */
int slip_rollout_lanes_find_lane (const SlipRolloutLanes *self,
                                  double y,
                                  SlipLaneScroll scroll);

/**
 * slip_rollout_lanes_find_lanes:
 * @n_lanes: (out): how many lanes are in sight
 *
 * Returns: the first lane in sight.
 */
int slip_rollout_lanes_find_lanes (const SlipRolloutLanes *self,
                                   SlipLaneScroll scroll,
                                   int *n_lanes);

/* Scrolls as little as brings @lane into sight, and @span (nullable) of it, or
 * its start where it is too long. */
SlipLaneScroll slip_rollout_lanes_reveal (const SlipRolloutLanes *self,
                                          int lane,
                                          const SlipSpan *span,
                                          SlipLaneScroll scroll);

/* Scrolls the days so that @instant is at @x, as far as that goes. */
SlipLaneScroll slip_rollout_lanes_bring (const SlipRolloutLanes *self,
                                         double instant,
                                         double x,
                                         SlipLaneScroll scroll);

/* The lane a page above (-1) or below (1) @lane. */
int slip_rollout_lanes_page (const SlipRolloutLanes *self,
                             int lane,
                             int direction);

/**
 * slip_rollout_lanes_find_part:
 * @bar: where a bar is
 * @x: a pixel in it
 *
 * Returns: what of the bar is taken hold of there.  A short bar can only be
 * taken as a whole.
 */
SlipDragPart slip_rollout_lanes_find_part (SlipRect bar,
                                           double x,
                                           gboolean is_rtl);

/**
 * slip_rollout_lanes_fit_name:
 * @column: the days that are to have a name over them, without any margin
 * @before: the name that stands before it in the same line, or an empty one
 *
 * Returns: the room that there is for the name, beside @before; empty if it
 * would not show enough of a name to tell anything.
 */
SlipRect slip_rollout_lanes_fit_name (SlipRect column,
                                      SlipRect before,
                                      gboolean is_rtl);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipRolloutLanes, slip_rollout_lanes_free)

G_END_DECLS
