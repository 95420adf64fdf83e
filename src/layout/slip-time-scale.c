/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-time-scale.h"

#include <math.h>

/* The width of a day in digits, so that the names of lines fit: '30' and a
 * weekday, '30 Nov', 'Nov', 'Q4 2026'. */
static const double day_digits[SLIP_N_ZOOMS] = {
  [SLIP_ZOOM_DAYS] = 6,
  [SLIP_ZOOM_WEEKS] = 2.4,
  [SLIP_ZOOM_MONTHS] = 0.7,
  [SLIP_ZOOM_QUARTERS] = 0.25,
};

SlipTimeScale
slip_time_scale_make (SlipRange range,
                      SlipZoom zoom,
                      int digit_px,
                      gboolean is_rtl)
{
  return (SlipTimeScale){ range, zoom, day_digits[zoom] * digit_px, is_rtl };
}

int
slip_time_scale_get_width (const SlipTimeScale *self)
{
  return (int) ceil (slip_range_get_length (self->range) * self->day_px);
}

double
slip_time_scale_get_x (const SlipTimeScale *self, double instant)
{
  double offset = (instant - self->range.first.day) * self->day_px;

  return self->is_rtl ? slip_time_scale_get_width (self) - offset : offset;
}

double
slip_time_scale_find_instant (const SlipTimeScale *self, double x)
{
  double offset = self->is_rtl ? slip_time_scale_get_width (self) - x : x;

  return self->range.first.day + offset / self->day_px;
}

SlipDate
slip_time_scale_find_day (const SlipTimeScale *self, double x)
{
  double day = floor (slip_time_scale_find_instant (self, x));

  return (SlipDate){ (gint32) CLAMP (day, self->range.first.day,
                                     self->range.last.day) };
}

SlipRange
slip_time_scale_find_range (const SlipTimeScale *self, double x, int width_px)
{
  double left = slip_time_scale_find_instant (self, x);
  double right = slip_time_scale_find_instant (self, x + width_px);
  double first = floor (MIN (left, right));
  double last = ceil (MAX (left, right)) - 1;

  /* Held before they become days, which do not go that far. */
  first = MAX (first, self->range.first.day);
  last = MIN (last, self->range.last.day);
  if (width_px <= 0 || last < first)
    return slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE);
  return slip_range_new ((SlipDate){ (gint32) first },
                         (SlipDate){ (gint32) last });
}

static SlipDate
find_start (SlipZoom zoom, SlipDate date, SlipWeekday first_weekday)
{
  switch (zoom) {
  case SLIP_ZOOM_DAYS:
    return date;
  case SLIP_ZOOM_WEEKS:
    return slip_date_get_week_start (date, first_weekday);
  case SLIP_ZOOM_MONTHS:
    return slip_date_get_month_start (date);
  case SLIP_ZOOM_QUARTERS:
    return slip_date_get_quarter_start (date);
  case SLIP_N_ZOOMS:
    break;
  }
  g_return_val_if_reached (date);
}

/* The line after the one at @date; @date itself at the end of all days. */
static SlipDate
find_next (SlipZoom zoom, SlipDate date, SlipWeekday first_weekday)
{
  static const int n_days[SLIP_N_ZOOMS] = { 1, 7, 31, 93 };

  return find_start (zoom, slip_date_add_days (date, n_days[zoom]),
                     first_weekday);
}

/* A week is a month's first one if the month begins in it. */
static gboolean
is_major (SlipZoom zoom, SlipDate date)
{
  switch (zoom) {
  case SLIP_ZOOM_DAYS:
    return slip_date_get_day (date) == 1;
  case SLIP_ZOOM_WEEKS:
    return slip_date_get_day (date) <= 7;
  case SLIP_ZOOM_MONTHS:
  case SLIP_ZOOM_QUARTERS:
    return slip_date_get_month (date) == 1;
  case SLIP_N_ZOOMS:
    break;
  }
  return FALSE;
}

GArray *
slip_time_scale_list_ticks (const SlipTimeScale *self,
                            SlipRange range,
                            SlipWeekday first_weekday)
{
  GArray *ticks = g_array_new (FALSE, FALSE, sizeof (SlipTimeTick));
  SlipDate date;

  if (slip_range_is_empty (range))
    return ticks;
  date = find_start (self->zoom, range.first, first_weekday);
  while (!slip_date_is_before (range.last, date)) {
    SlipTimeTick tick = { date, is_major (self->zoom, date) };
    SlipDate next = find_next (self->zoom, date, first_weekday);

    if (slip_range_contains (range, date))
      g_array_append_val (ticks, tick);
    if (!slip_date_is_before (date, next))
      break;
    date = next;
  }
  return ticks;
}
