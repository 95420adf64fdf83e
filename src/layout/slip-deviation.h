/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-rect.h"

G_BEGIN_DECLS

/**
 * SlipDeviation:
 * @zero_px: where nothing differs
 * @first_px: where the bar begins
 * @last_px: where it ends; not before @first_px
 *
 * A bar of a chart that goes to either side of a line.
 */
typedef struct {
  double zero_px;
  double first_px;
  double last_px;
} SlipDeviation;

/**
 * slip_deviation_place:
 * @value: what the bar shows
 * @least: the least value of the chart; above 0 counts as 0
 * @most: its greatest; below 0 counts as 0
 * @width_px: how wide the chart is
 *
 * Places a bar so that all of a chart have the same scale.  A value other than
 * 0 is at least a pixel wide, as far as there is room; one beyond the ends is
 * cut there.
 */
SlipDeviation slip_deviation_place (gint64 value,
                                    gint64 least,
                                    gint64 most,
                                    int width_px);

G_END_DECLS
