/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-month-grid.h"

G_BEGIN_DECLS

/**
 * SlipWeekdayHeader:
 *
 * The names of the weekdays above a #SlipMonthGrid that is scrolled under them.
 * What they say is told with each day.
 */
#define SLIP_TYPE_WEEKDAY_HEADER (slip_weekday_header_get_type ())
G_DECLARE_FINAL_TYPE (SlipWeekdayHeader,
                      slip_weekday_header,
                      SLIP,
                      WEEKDAY_HEADER,
                      GtkWidget)

/* @grid: (nullable): whose columns they stand above. */
void slip_weekday_header_set_grid (SlipWeekdayHeader *self,
                                   SlipMonthGrid *grid);

G_END_DECLS
