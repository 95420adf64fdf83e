/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-calendar-span.h"
#include "slip-month-layout.h"

G_BEGIN_DECLS

/* The lines of a chip where only a week is shown: the title on two, and the
 * status. */
#define SLIP_WEEK_CHIP_LINES 3

/**
 * SlipMonthRuling:
 *
 * Draws what a month grid has around its days: names of weekdays, numbers of
 * weeks and the lines between.  It keeps its texts until they are cleared.
 */
typedef struct _SlipMonthRuling SlipMonthRuling;

/* @widget is drawn on, and must live longer. */
SlipMonthRuling *slip_month_ruling_new (GtkWidget *widget)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_month_ruling_free (SlipMonthRuling *self);

/**
 * slip_month_ruling_make_spec:
 *
 * Returns: what a grid of that span and size is laid out from: the widget's
 * font and direction, the weeks of the locale, and targets that can be hit.
 */
SlipMonthSpec slip_month_ruling_make_spec (SlipMonthRuling *self,
                                           SlipCalendarSpan span,
                                           int width_px,
                                           int height_px);

/* The page of @span, not an agenda, that has the day @shown. */
SlipMonthLayout slip_month_ruling_make_layout (SlipMonthRuling *self,
                                               SlipCalendarSpan span,
                                               SlipDate shown,
                                               int width_px,
                                               int height_px);

/* To be called when the style or the weeks shown have changed. */
void slip_month_ruling_clear (SlipMonthRuling *self);

/**
 * slip_month_ruling_dup_title:
 * @n_weeks: 0 for the month of @shown
 *
 * Returns: (transfer full): what a page is called: 'December 2026', or the days
 * of @n_weeks weeks from that of @shown on.
 */
char *slip_month_ruling_dup_title (SlipDate shown,
                                   int n_weeks) G_GNUC_WARN_UNUSED_RESULT;

/* The height of the row of weekday names. */
int slip_month_ruling_get_header_height (SlipMonthRuling *self);

void slip_month_ruling_draw_weekdays (SlipMonthRuling *self,
                                      const SlipMonthLayout *month,
                                      GtkSnapshot *snapshot);
void slip_month_ruling_draw_week_numbers (SlipMonthRuling *self,
                                          const SlipMonthLayout *month,
                                          GtkSnapshot *snapshot);
void slip_month_ruling_draw_lines (SlipMonthRuling *self,
                                   const SlipMonthLayout *month,
                                   GtkSnapshot *snapshot);

/* Draws where one month ends and the next begins. */
void slip_month_ruling_draw_month_edges (SlipMonthRuling *self,
                                         const SlipMonthLayout *month,
                                         GtkSnapshot *snapshot);

G_END_DECLS
