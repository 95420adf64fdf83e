/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-lanes.h"

#include <math.h>

#define NARROW_PX      600
#define LABEL_SHARE    0.2
#define LABEL_MIN_PX   150
#define LABEL_MAX_PX   230
#define PAD_PX         9
#define NARROW_PAD_PX  4
#define PLAN_GAP_PX    2
#define ROW_GAP_PX     3
#define MIN_BAR_PX     4
#define EDGE_PX        8
#define MIN_WITH_EDGES 28

/* A name keeps so far from the edges of its days and from others, and shows no
 * less than so much. */
#define NAME_PAD_PX     4
#define MIN_NAME_PX     24
#define REVEAL_SLACK_PX 24

/* What two bars may share and still be one after the other: a second. */
#define NO_TIME (1.0 / 86400)

struct _SlipRolloutLanes {
  SlipLaneSizes sizes;
  SlipTimeScale scale;
  gboolean is_narrow;
  int side_px; /* the column of labels, 0 if there is none */
  int n_lanes;
  int *tops; /* of each lane, and at the end of all */
};

gboolean
slip_rollout_lanes_is_narrow_width (int width_px)
{
  return width_px < NARROW_PX;
}

static int
get_row_px (const SlipRolloutLanes *self)
{
  return self->sizes.bar_px + PLAN_GAP_PX + self->sizes.plan_px + ROW_GAP_PX;
}

static int
measure_lane (const SlipRolloutLanes *self, int n_rows)
{
  int rows_px = MAX (n_rows, 1) * get_row_px (self) - ROW_GAP_PX;

  if (self->is_narrow)
    return self->sizes.label_px + rows_px + 2 * NARROW_PAD_PX;
  return MAX (rows_px, self->sizes.label_px) + 2 * PAD_PX;
}

SlipRolloutLanes *
slip_rollout_lanes_new (const SlipLaneSizes *sizes,
                        const SlipTimeScale *scale,
                        const int *n_rows,
                        int n_lanes)
{
  SlipRolloutLanes *self = g_new0 (SlipRolloutLanes, 1);

  self->sizes = *sizes;
  self->scale = *scale;
  self->n_lanes = n_lanes;
  self->is_narrow = slip_rollout_lanes_is_narrow_width (sizes->width_px);
  if (!self->is_narrow)
    self->side_px =
      CLAMP ((int) (sizes->width_px * LABEL_SHARE), LABEL_MIN_PX, LABEL_MAX_PX);
  self->tops = g_new (int, (gsize) n_lanes + 1);
  self->tops[0] = 0;
  for (int i = 0; i < n_lanes; i++)
    self->tops[i + 1] = self->tops[i] + measure_lane (self, n_rows[i]);
  return self;
}

void
slip_rollout_lanes_free (SlipRolloutLanes *self)
{
  g_free (self->tops);
  g_free (self);
}

static gboolean
has_room (const SlipSpan *spans, const int *rows, int i, int row)
{
  for (int k = 0; k < i; k++)
    if (rows[k] == row && spans[i].start < spans[k].end - NO_TIME &&
        spans[k].start < spans[i].end - NO_TIME)
      return FALSE;

  return TRUE;
}

int
slip_rollout_lanes_pack (const SlipSpan *spans, int n_spans, int *rows)
{
  int n_rows = 0;

  for (int i = 0; i < n_spans; i++) {
    rows[i] = 0;
    while (!has_room (spans, rows, i, rows[i]))
      rows[i]++;
    n_rows = MAX (n_rows, rows[i] + 1);
  }
  return n_rows;
}

const SlipTimeScale *
slip_rollout_lanes_get_scale (const SlipRolloutLanes *self)
{
  return &self->scale;
}

gboolean
slip_rollout_lanes_is_narrow (const SlipRolloutLanes *self)
{
  return self->is_narrow;
}

int
slip_rollout_lanes_count (const SlipRolloutLanes *self)
{
  return self->n_lanes;
}

static int
get_room (const SlipRolloutLanes *self)
{
  return MAX (self->sizes.height_px - self->sizes.heading_px, 0);
}

int
slip_rollout_lanes_get_height (const SlipRolloutLanes *self)
{
  return MAX (self->tops[self->n_lanes] + self->sizes.heading_px,
              self->sizes.height_px);
}

SlipRect
slip_rollout_lanes_get_view (const SlipRolloutLanes *self)
{
  SlipRect view = { self->side_px, self->sizes.heading_px,
                    MAX (self->sizes.width_px - self->side_px, 0),
                    get_room (self) };

  return self->scale.is_rtl ? slip_rect_mirror (view, self->sizes.width_px)
                            : view;
}

SlipRect
slip_rollout_lanes_get_label_view (const SlipRolloutLanes *self)
{
  SlipRect view = { 0, self->sizes.heading_px,
                    self->is_narrow ? self->sizes.width_px : self->side_px,
                    get_room (self) };

  return self->scale.is_rtl ? slip_rect_mirror (view, self->sizes.width_px)
                            : view;
}

SlipRect
slip_rollout_lanes_get_heading (const SlipRolloutLanes *self)
{
  SlipRect view = slip_rollout_lanes_get_view (self);

  view.y = 0;
  view.height = self->sizes.heading_px;
  return view;
}

SlipLaneScroll
slip_rollout_lanes_clamp (const SlipRolloutLanes *self, SlipLaneScroll scroll)
{
  SlipRect view = slip_rollout_lanes_get_view (self);
  int most = slip_time_scale_get_width (&self->scale) - view.width;
  int lowest = self->tops[self->n_lanes] - view.height;

  scroll.left_px = CLAMP (scroll.left_px, 0, MAX (most, 0));
  scroll.top_px = CLAMP (scroll.top_px, 0, MAX (lowest, 0));
  return scroll;
}

SlipRect
slip_rollout_lanes_get_lane (const SlipRolloutLanes *self,
                             int lane,
                             SlipLaneScroll scroll)
{
  return (
    SlipRect){ 0, self->sizes.heading_px + self->tops[lane] - scroll.top_px,
               self->sizes.width_px, self->tops[lane + 1] - self->tops[lane] };
}

SlipRect
slip_rollout_lanes_get_label (const SlipRolloutLanes *self,
                              int lane,
                              SlipLaneScroll scroll)
{
  SlipRect rect = slip_rollout_lanes_get_lane (self, lane, scroll);

  if (self->is_narrow) {
    rect.height = self->sizes.label_px + NARROW_PAD_PX;
    return rect;
  }
  rect.width = self->side_px;
  return self->scale.is_rtl ? slip_rect_mirror (rect, self->sizes.width_px)
                            : rect;
}

double
slip_rollout_lanes_get_x (const SlipRolloutLanes *self,
                          double instant,
                          SlipLaneScroll scroll)
{
  return slip_rollout_lanes_get_view (self).x - scroll.left_px +
         slip_time_scale_get_x (&self->scale, instant);
}

static double
get_scale_x (const SlipRolloutLanes *self, double x, SlipLaneScroll scroll)
{
  return x - slip_rollout_lanes_get_view (self).x + scroll.left_px;
}

double
slip_rollout_lanes_find_instant (const SlipRolloutLanes *self,
                                 double x,
                                 SlipLaneScroll scroll)
{
  return slip_time_scale_find_instant (&self->scale,
                                       get_scale_x (self, x, scroll));
}

SlipDate
slip_rollout_lanes_find_day (const SlipRolloutLanes *self,
                             double x,
                             SlipLaneScroll scroll)
{
  return slip_time_scale_find_day (&self->scale, get_scale_x (self, x, scroll));
}

SlipRange
slip_rollout_lanes_find_range (const SlipRolloutLanes *self,
                               SlipLaneScroll scroll)
{
  return slip_time_scale_find_range (&self->scale, scroll.left_px,
                                     slip_rollout_lanes_get_view (self).width);
}

/* Where the rows of a lane begin, below its top. */
static int
get_rows_top (const SlipRolloutLanes *self)
{
  return self->is_narrow ? self->sizes.label_px + NARROW_PAD_PX : PAD_PX;
}

static SlipRect
place_span (const SlipRolloutLanes *self, SlipSpan span, SlipLaneScroll scroll)
{
  double a = slip_rollout_lanes_get_x (self, span.start, scroll);
  double b = slip_rollout_lanes_get_x (self, span.end, scroll);
  int left = (int) lround (MIN (a, b));
  int right = (int) lround (MAX (a, b));

  if (right - left < MIN_BAR_PX && self->scale.is_rtl)
    left = right - MIN_BAR_PX;
  return (SlipRect){ left, 0, MAX (right - left, MIN_BAR_PX), 0 };
}

SlipRect
slip_rollout_lanes_get_bar (const SlipRolloutLanes *self,
                            int lane,
                            int row,
                            SlipSpan span,
                            SlipLaneScroll scroll)
{
  SlipRect rect = place_span (self, span, scroll);

  rect.y = slip_rollout_lanes_get_lane (self, lane, scroll).y +
           get_rows_top (self) + row * get_row_px (self);
  rect.height = self->sizes.bar_px;
  return rect;
}

SlipRect
slip_rollout_lanes_get_plan (const SlipRolloutLanes *self,
                             int lane,
                             int row,
                             SlipSpan span,
                             SlipLaneScroll scroll)
{
  SlipRect rect = slip_rollout_lanes_get_bar (self, lane, row, span, scroll);

  rect.y += rect.height + PLAN_GAP_PX;
  rect.height = self->sizes.plan_px;
  return rect;
}

/* The lane that the height @top_px of all lanes falls in. */
static int
search_lane (const SlipRolloutLanes *self, int top_px)
{
  int first = 0;
  int end = self->n_lanes;

  while (end - first > 1) {
    int middle = first + (end - first) / 2;

    if (self->tops[middle] <= top_px)
      first = middle;
    else
      end = middle;
  }
  return first;
}

int
slip_rollout_lanes_find_lane (const SlipRolloutLanes *self,
                              double y,
                              SlipLaneScroll scroll)
{
  int top = (int) floor (y) - self->sizes.heading_px + scroll.top_px;

  if (y < self->sizes.heading_px || top >= self->tops[self->n_lanes])
    return -1;
  return search_lane (self, top);
}

int
slip_rollout_lanes_find_lanes (const SlipRolloutLanes *self,
                               SlipLaneScroll scroll,
                               int *n_lanes)
{
  int room = get_room (self);
  int first = search_lane (self, scroll.top_px);

  *n_lanes = 0;
  if (self->n_lanes == 0 || room == 0)
    return 0;
  *n_lanes = search_lane (self, scroll.top_px + room - 1) - first + 1;
  return first;
}

/* Scrolls so that what is from @start to @end shows in @page pixels. */
static int
reveal_along (int scroll, int start, int end, int page)
{
  if (start < scroll || end - start > page)
    return start;
  return MAX (scroll, end - page);
}

SlipLaneScroll
slip_rollout_lanes_reveal (const SlipRolloutLanes *self,
                           int lane,
                           const SlipSpan *span,
                           SlipLaneScroll scroll)
{
  SlipRect view = slip_rollout_lanes_get_view (self);

  scroll.top_px = reveal_along (scroll.top_px, self->tops[lane],
                                self->tops[lane + 1], view.height);
  if (span != NULL) {
    SlipLaneScroll none = { 0, 0 };
    SlipRect rect = place_span (self, *span, none);
    int start = rect.x - view.x - REVEAL_SLACK_PX;
    int end = start + rect.width + 2 * REVEAL_SLACK_PX;

    if (self->scale.is_rtl && end - start > view.width)
      start = end - view.width;
    scroll.left_px = reveal_along (scroll.left_px, start,
                                   MIN (end, start + view.width), view.width);
  }
  return slip_rollout_lanes_clamp (self, scroll);
}

SlipLaneScroll
slip_rollout_lanes_bring (const SlipRolloutLanes *self,
                          double instant,
                          double x,
                          SlipLaneScroll scroll)
{
  SlipLaneScroll none = { 0, scroll.top_px };

  scroll.left_px =
    (int) lround (slip_rollout_lanes_get_x (self, instant, none) - x);
  return slip_rollout_lanes_clamp (self, scroll);
}

int
slip_rollout_lanes_page (const SlipRolloutLanes *self, int lane, int direction)
{
  int room = get_room (self);
  int to;

  if (self->n_lanes == 0)
    return -1;
  to = search_lane (self, CLAMP (self->tops[lane] + direction * room, 0,
                                 self->tops[self->n_lanes] - 1));
  if (to == lane)
    to += direction;
  return CLAMP (to, 0, self->n_lanes - 1);
}

SlipDragPart
slip_rollout_lanes_find_part (SlipRect bar, double x, gboolean is_rtl)
{
  double from_left = x - bar.x;
  double from_right = bar.x + bar.width - x;
  double from_start = is_rtl ? from_right : from_left;
  double from_end = is_rtl ? from_left : from_right;

  if (bar.width < MIN_WITH_EDGES)
    return SLIP_DRAG_WHOLE;
  if (from_start < EDGE_PX)
    return SLIP_DRAG_FIRST;
  return from_end < EDGE_PX ? SLIP_DRAG_LAST : SLIP_DRAG_WHOLE;
}

SlipRect
slip_rollout_lanes_fit_name (SlipRect column, SlipRect before, gboolean is_rtl)
{
  SlipRect room = slip_rect_trim (column, NAME_PAD_PX, NAME_PAD_PX);
  int taken_px = 0;

  if (!slip_rect_is_empty (before))
    taken_px = is_rtl ? room.x + room.width - before.x + NAME_PAD_PX
                      : before.x + before.width + NAME_PAD_PX - room.x;
  taken_px = MAX (taken_px, 0);
  room = is_rtl ? slip_rect_trim (room, 0, taken_px)
                : slip_rect_trim (room, taken_px, 0);
  if (room.width < MIN_NAME_PX)
    room.width = 0;
  return room;
}
