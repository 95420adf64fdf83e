/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-lane-link.h"

/* Farther than any lane is. */
#define FAR_PX 1e7

static SlipRect
find_stripe (const SlipRolloutLanes *lanes,
             int lane,
             double far_px,
             SlipLaneScroll scroll)
{
  if (lane >= 0 && lane < slip_rollout_lanes_count (lanes))
    return slip_rollout_lanes_get_lane (lanes, lane, scroll);
  return (SlipRect){ 0, (int) far_px, 0, 0 };
}

/* A level or upright part within @view; `FALSE` if nothing is. */
static gboolean
cut (SlipRect view, SlipLaneLinkPoint *a, SlipLaneLinkPoint *b)
{
  double right = view.x + view.width;
  double bottom = view.y + view.height;

  if (MAX (a->x, b->x) < view.x || MIN (a->x, b->x) > right ||
      MAX (a->y, b->y) < view.y || MIN (a->y, b->y) > bottom)
    return FALSE;
  a->x = CLAMP (a->x, view.x, right);
  b->x = CLAMP (b->x, view.x, right);
  a->y = CLAMP (a->y, view.y, bottom);
  b->y = CLAMP (b->y, view.y, bottom);
  return TRUE;
}

static gboolean
are_apart (SlipLaneLinkPoint a, SlipLaneLinkPoint b)
{
  return ABS (a.x - b.x) + ABS (a.y - b.y) > 0.01;
}

gboolean
slip_lane_link_find (const SlipRolloutLanes *lanes,
                     SlipLaneLinkEnd from,
                     SlipLaneLinkEnd to,
                     SlipLaneScroll scroll,
                     SlipLaneLink *link)
{
  SlipRect view = slip_rollout_lanes_get_view (lanes);
  SlipRect start = find_stripe (lanes, from.lane, -FAR_PX, scroll);
  SlipRect end = find_stripe (lanes, to.lane, FAR_PX, scroll);
  double start_x = slip_rollout_lanes_get_x (lanes, from.instant, scroll);
  double end_x = slip_rollout_lanes_get_x (lanes, to.instant, scroll);
  double edge_y = start.y < end.y ? start.y + start.height : start.y;
  SlipLaneLinkPoint corners[SLIP_LANE_LINK_POINTS] = {
    { start_x, start.y + start.height / 2.0 },
    { start_x, edge_y },
    { end_x, edge_y },
    { end_x, end.y + end.height / 2.0 },
  };

  *link = (SlipLaneLink){ 0 };
  /* It never turns back, so that what is in sight hangs together. */
  for (int i = 0; i + 1 < SLIP_LANE_LINK_POINTS; i++) {
    SlipLaneLinkPoint a = corners[i];
    SlipLaneLinkPoint b = corners[i + 1];

    if (!cut (view, &a, &b) || !are_apart (a, b))
      continue;
    if (link->n_points == 0) {
      link->has_start = !are_apart (a, corners[0]);
      link->points[link->n_points++] = a;
    }
    link->points[link->n_points++] = b;
  }
  return link->n_points > 0;
}
