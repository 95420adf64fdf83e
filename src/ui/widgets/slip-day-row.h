/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-day-line.h"

G_BEGIN_DECLS

/**
 * SlipDayRow:
 *
 * Shows a line of a list by day: its day, once, and the chip of a release, a
 * rollout stage or what else happens.
 */
#define SLIP_TYPE_DAY_ROW (slip_day_row_get_type ())
G_DECLARE_FINAL_TYPE (SlipDayRow, slip_day_row, SLIP, DAY_ROW, GtkWidget)

GtkWidget *slip_day_row_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows @line, or nothing. */
void slip_day_row_set_line (SlipDayRow *self, SlipDayLine *line);
SlipDayLine *slip_day_row_get_line (SlipDayRow *self);

/* Marks it if it is about @release (nullable). */
void slip_day_row_set_selected (SlipDayRow *self, const char *release);

/* Whether something is about to be dropped on its day. */
void slip_day_row_set_hovered (SlipDayRow *self, gboolean is_hovered);

/* What takes the keyboard focus in it, or %NULL if that is the row of the list.
 */
GtkWidget *slip_day_row_get_stop (SlipDayRow *self);

/* Leads to where a day that is no release's is set; `FALSE` if it is one's. */
gboolean slip_day_row_open (SlipDayRow *self);

G_END_DECLS
