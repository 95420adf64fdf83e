/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-month-grid.h"

G_BEGIN_DECLS

/* Lets releases be dropped on the days of @grid: marks the day below them, and
 * turns the page at its upper and lower edge. */
void slip_month_drop_add (SlipMonthGrid *grid);

/* @grid is disposed of. */
void slip_month_drop_end (SlipMonthGrid *grid);

G_END_DECLS
