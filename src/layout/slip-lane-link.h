/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-rollout-lanes.h"

G_BEGIN_DECLS

/**
 * SlipLaneLinkEnd:
 * @lane: the lane, or -1 for what has none
 * @instant: where on the scale
 */
typedef struct {
  int lane;
  double instant;
} SlipLaneLinkEnd;

/**
 * SlipLaneLinkPoint:
 *
 * A corner of a link, in pixels as lanes have them.
 */
typedef struct {
  double x;
  double y;
} SlipLaneLinkPoint;

#define SLIP_LANE_LINK_POINTS 4

/**
 * SlipLaneLink:
 * @points: (array length=n_points): its corners in sight
 * @n_points: how many there are: at least two
 * @has_start: whether it begins in sight; else it comes in from an edge
 *
 * A line from a lane to another, made of level and upright parts.
 */
typedef struct {
  SlipLaneLinkPoint points[SLIP_LANE_LINK_POINTS];
  int n_points;
  gboolean has_start;
} SlipLaneLink;

/**
 * slip_lane_link_find:
 * @from: where it begins; what has no lane is above all of them
 * @to: where it ends; what has no lane is below all of them
 * @link: (out caller-allocates):
 *
 * Leads a line out of the middle of a lane, along the edge that faces the other
 * lane, where it crosses no bar, and into the middle of that one.  What is not
 * in sight is cut off: then the last point is at the edge.
 *
 * Returns: `FALSE` if nothing of it is in sight.
 */
gboolean slip_lane_link_find (const SlipRolloutLanes *lanes,
                              SlipLaneLinkEnd from,
                              SlipLaneLinkEnd to,
                              SlipLaneScroll scroll,
                              SlipLaneLink *link);

G_END_DECLS
