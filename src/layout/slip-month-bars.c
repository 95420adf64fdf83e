/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-month-bars.h"

/* What lies on one day. */
typedef struct {
  int n_lanes; /* up to and with the last one shown */
  int n_hidden;
} Load;

struct _SlipMonthBars {
  SlipMonthLayout layout;
  GArray *segments; /* of SlipBarSegment */
  Load *loads;      /* one per cell */
};

typedef struct {
  int bar;
  SlipRange range;
} Bar;

static int
compare_bars (gconstpointer a, gconstpointer b)
{
  const Bar *first = a, *second = b;
  int by_start = slip_date_compare (first->range.first, second->range.first);
  int by_end = slip_date_compare (second->range.last, first->range.last);

  if (by_start != 0)
    return by_start;
  return by_end != 0 ? by_end : first->bar - second->bar;
}

/* The bars that can be seen, in the order in which they choose a lane. */
static GArray *
sort_bars (const SlipMonthLayout *layout, const SlipRange *ranges, int n_ranges)
{
  GArray *bars = g_array_new (FALSE, FALSE, sizeof (Bar));
  SlipRange shown = slip_month_layout_get_range (layout);

  for (int i = 0; i < n_ranges; i++) {
    Bar bar = { i, ranges[i] };

    if (slip_range_overlap (bar.range, shown) > 0)
      g_array_append_val (bars, bar);
  }
  g_array_sort (bars, compare_bars);
  return bars;
}

/* Takes the first lane whose @columns, a bit each, are all free. */
static int
take_lane (GByteArray *lanes, guint8 columns)
{
  guint lane = 0;

  while (lane < lanes->len && (lanes->data[lane] & columns) != 0)
    lane++;
  if (lane == lanes->len)
    g_byte_array_append (lanes, &(const guint8){ 0 }, 1);
  lanes->data[lane] |= columns;
  return (int) lane;
}

static void
add_load (SlipMonthBars *self, const SlipBarSegment *segment)
{
  Load *week = self->loads + segment->week * SLIP_DAYS_PER_WEEK;

  for (int i = segment->first_column; i <= segment->last_column; i++) {
    if (segment->lane < self->layout.max_lanes)
      week[i].n_lanes = MAX (week[i].n_lanes, segment->lane + 1);
    else
      week[i].n_hidden++;
  }
}

static void
place_in_week (SlipMonthBars *self, const GArray *bars, int week)
{
  g_autoptr (GByteArray) lanes = g_byte_array_new ();
  SlipDate first = { self->layout.first_cell.day + week * SLIP_DAYS_PER_WEEK };
  SlipRange days = { first, { first.day + SLIP_DAYS_PER_WEEK - 1 } };

  for (guint i = 0; i < bars->len; i++) {
    const Bar *bar = &g_array_index (bars, Bar, i);

    /* They are sorted by their first day. */
    if (slip_date_is_before (days.last, bar->range.first))
      break;
    if (slip_date_is_before (bar->range.last, days.first))
      continue;

    SlipRange part = slip_range_intersect (bar->range, days);
    SlipBarSegment segment = {
      .bar = bar->bar,
      .week = week,
      .first_column = slip_date_days_until (days.first, part.first),
      .last_column = slip_date_days_until (days.first, part.last),
      .continues_before = slip_date_is_before (bar->range.first, part.first),
      .continues_after = slip_date_is_before (part.last, bar->range.last),
    };
    guint8 columns =
      (guint8) ((2 << segment.last_column) - (1 << segment.first_column));
    segment.lane = take_lane (lanes, columns);
    g_array_append_val (self->segments, segment);
    add_load (self, &segment);
  }
}

SlipMonthBars *
slip_month_bars_new (const SlipMonthLayout *layout,
                     const SlipRange *ranges,
                     int n_ranges)
{
  g_return_val_if_fail (layout != NULL, NULL);
  g_return_val_if_fail (ranges != NULL || n_ranges == 0, NULL);

  SlipMonthBars *self = g_new0 (SlipMonthBars, 1);
  self->layout = *layout;
  self->segments = g_array_new (FALSE, FALSE, sizeof (SlipBarSegment));
  self->loads = g_new0 (Load, layout->n_weeks * SLIP_DAYS_PER_WEEK);

  g_autoptr (GArray) bars = sort_bars (layout, ranges, n_ranges);
  for (int week = 0; week < layout->n_weeks; week++)
    place_in_week (self, bars, week);
  return self;
}

void
slip_month_bars_free (SlipMonthBars *self)
{
  if (self == NULL)
    return;
  g_array_unref (self->segments);
  g_free (self->loads);
  g_free (self);
}

int
slip_month_bars_get_n_segments (const SlipMonthBars *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return (int) self->segments->len;
}

const SlipBarSegment *
slip_month_bars_peek_segment (const SlipMonthBars *self, int i)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (i >= 0 && (guint) i < self->segments->len, NULL);

  return &g_array_index (self->segments, SlipBarSegment, i);
}

SlipRect
slip_month_bars_get_segment_rect (const SlipMonthBars *self, int i)
{
  const SlipBarSegment *segment = slip_month_bars_peek_segment (self, i);
  const SlipMonthLayout *layout = &self->layout;

  if (segment->lane >= layout->max_lanes)
    return (SlipRect){ 0 };

  SlipRect rect = slip_month_layout_get_span_rect (layout, segment->week,
                                                   segment->first_column,
                                                   segment->last_column);
  int start = segment->continues_before ? 0 : layout->padding_px;
  int end = segment->continues_after ? 0 : layout->padding_px;
  int pitch = layout->bar_height_px + layout->spec.spacing_px;

  rect = layout->spec.is_rtl ? slip_rect_trim (rect, end, start)
                             : slip_rect_trim (rect, start, end);
  rect.y += layout->spec.day_header_height_px + segment->lane * pitch;
  rect.height = layout->bar_height_px;
  return rect;
}

int
slip_month_bars_segment_at (const SlipMonthBars *self, double x, double y)
{
  for (int i = 0; i < slip_month_bars_get_n_segments (self); i++)
    if (slip_rect_contains (slip_month_bars_get_segment_rect (self, i), x, y))
      return i;
  return -1;
}

SlipMonthDay
slip_month_bars_fill_day (const SlipMonthBars *self, SlipDate date, int n_chips)
{
  g_return_val_if_fail (self != NULL, (SlipMonthDay){ .date = date });

  int cell = slip_month_layout_get_cell (&self->layout, date);
  Load load = cell >= 0 ? self->loads[cell] : (Load){ 0 };

  return slip_month_layout_fill_day (&self->layout, date, load.n_lanes,
                                     load.n_hidden, n_chips);
}
