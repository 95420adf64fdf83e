/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-deviation.h"

SlipDeviation
slip_deviation_place (gint64 value, gint64 least, gint64 most, int width_px)
{
  double from = (double) MIN (least, 0);
  double range = (double) MAX (most, 0) - from;
  double width = MAX (width_px, 0);
  double zero = range > 0 ? -from / range * width : 0;
  double at = range > 0 ? ((double) value - from) / range * width : 0;
  SlipDeviation place;

  at = CLAMP (at, 0, width);
  if (value > 0 && at < zero + 1)
    at = MIN (zero + 1, width);
  if (value < 0 && at > zero - 1)
    at = MAX (zero - 1, 0);
  place.zero_px = zero;
  place.first_px = MIN (zero, at);
  place.last_px = MAX (zero, at);
  return place;
}
