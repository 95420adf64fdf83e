/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-date.h"

G_BEGIN_DECLS

/**
 * SlipZoom:
 * @SLIP_ZOOM_DAYS: a line for each day
 * @SLIP_ZOOM_WEEKS: for each week
 * @SLIP_ZOOM_MONTHS: for each month
 * @SLIP_ZOOM_QUARTERS: for each quarter
 *
 * How closely time is looked at.
 */
typedef enum {
  SLIP_ZOOM_DAYS,
  SLIP_ZOOM_WEEKS,
  SLIP_ZOOM_MONTHS,
  SLIP_ZOOM_QUARTERS,
  SLIP_N_ZOOMS,
} SlipZoom;

/**
 * SlipTimeScale:
 * @range: all the days there are
 * @zoom: how closely they are looked at
 * @day_px: the width of a day
 * @is_rtl: whether time goes from right to left
 *
 * Where days are along a line of pixels.  Instants are numbers: the days since
 * 1970-01-01 as in #SlipDate, with a part of a day behind the point; so a day
 * lies between two whole numbers.  Pixels count from the left in any case.
 */
typedef struct {
  SlipRange range;
  SlipZoom zoom;
  double day_px;
  gboolean is_rtl;
} SlipTimeScale;

/**
 * SlipTimeTick:
 * @date: where it is: the day on which a day, week, month or quarter begins
 * @is_major: whether a larger period begins there too: a month among days and
 *   weeks, else a year
 */
typedef struct {
  SlipDate date;
  gboolean is_major;
} SlipTimeTick;

/**
 * slip_time_scale_make:
 * @range: not empty
 * @digit_px: the width of a digit, for a line's name has to fit
 */
SlipTimeScale slip_time_scale_make (SlipRange range,
                                    SlipZoom zoom,
                                    int digit_px,
                                    gboolean is_rtl);

/* The width of all days. */
int slip_time_scale_get_width (const SlipTimeScale *self);

/* The pixel at which @instant is; out of the days' width if it is in none. */
double slip_time_scale_get_x (const SlipTimeScale *self, double instant);

/* The instant that is at @x: the inverse of slip_time_scale_get_x(). */
double slip_time_scale_find_instant (const SlipTimeScale *self, double x);

/* The day at @x, held within @range. */
SlipDate slip_time_scale_find_day (const SlipTimeScale *self, double x);

/* The days of which something lies between @x and @x + @width_px; empty if none
 * does. */
SlipRange slip_time_scale_find_range (const SlipTimeScale *self,
                                      double x,
                                      int width_px);

/**
 * slip_time_scale_list_ticks:
 * @range: the days of interest
 * @first_weekday: the day that weeks begin with
 *
 * Returns: (transfer full) (element-type SlipTimeTick): the lines in @range, by
 *   date.
 */
GArray *slip_time_scale_list_ticks (const SlipTimeScale *self,
                                    SlipRange range,
                                    SlipWeekday first_weekday)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
