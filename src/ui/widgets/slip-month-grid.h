/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-calendar-index.h"
#include "slip-calendar-span.h"
#include "slip-day-cell.h"
#include "slip-month-stages.h"

G_BEGIN_DECLS

/**
 * SlipMonthGrid:
 *
 * The days of a month, a week or a quarter, with the releases on them.  It is
 * one stop for the Tab key; inside, the arrow keys go from day to day. Releases
 * can be dropped on its days; at its upper and lower edge a drag turns the
 * page.
 */
#define SLIP_TYPE_MONTH_GRID (slip_month_grid_get_type ())
G_DECLARE_FINAL_TYPE (SlipMonthGrid,
                      slip_month_grid,
                      SLIP,
                      MONTH_GRID,
                      GtkWidget)

/**
 * SlipMonthGrid:title:
 *
 * What is shown: 'December 2026'.
 */

/**
 * SlipMonthGrid::dropped:
 * @release: the id of the release
 *
 * Emitted when a release was dropped, before the move is asked for.
 */

/**
 * SlipMonthGrid::hover-changed:
 * @release: (nullable): the id of the release that is dragged over a day;
 *   %NULL if none is
 * @day: the day, as in #SlipDate
 *
 * Emitted once when a drag comes to another day, not for each move in it.
 */

/**
 * SlipMonthGrid::stage-hover-changed:
 * @stage: (nullable): the id of the rollout stage that is dragged
 * @first: its first day if it were dropped, as in #SlipDate
 * @last: its last day
 *
 * As ::hover-changed, for a stage.
 */

GtkWidget *slip_month_grid_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_month_grid_set_plan:
 * @today: the day it is; also the day that is shown at first
 *
 * Shows other releases; the period and the focused day stay.
 */
void slip_month_grid_set_plan (SlipMonthGrid *self,
                               SlipCalendarIndex *index,
                               SlipDate today);

void slip_month_grid_set_selected (SlipMonthGrid *self, const char *release);

/* Shows the period that @date is in. */
void slip_month_grid_show_date (SlipMonthGrid *self, SlipDate date);

/* Any but the agenda.  The rows of a quarter are low, and the names of the
 * weekdays are left to a #SlipWeekdayHeader, which stays where it is when they
 * are scrolled. */
void slip_month_grid_set_span (SlipMonthGrid *self, SlipCalendarSpan span);

/* Turns the page: 1 to the next period, -1 to the one before. */
void slip_month_grid_go (SlipMonthGrid *self, int direction);

/* The date that was asked for last: what is shown lies around it. */
SlipDate slip_month_grid_get_shown (SlipMonthGrid *self);

/* The days shown, those of the months beside included. */
SlipRange slip_month_grid_get_range (SlipMonthGrid *self);
const char *slip_month_grid_get_title (SlipMonthGrid *self);

SlipDate slip_month_grid_get_today (SlipMonthGrid *self);

/* Whether chips are too small to be used one by one. */
gboolean slip_month_grid_is_compact (SlipMonthGrid *self);

/* The day @n months later, or weeks where it shows weeks. */
SlipDate slip_month_grid_add_periods (SlipMonthGrid *self,
                                      SlipDate date,
                                      int n);

/* The cell that has the keyboard focus, itself or within, or %NULL. */
SlipDayCell *slip_month_grid_get_focused_cell (SlipMonthGrid *self);

/* The cell of @date, or %NULL if it is not shown. */
SlipDayCell *slip_month_grid_get_cell (SlipMonthGrid *self, SlipDate date);

/* As slip_calendar_index_find() of what it shows. */
gboolean slip_month_grid_find (SlipMonthGrid *self,
                               const char *release,
                               SlipDate *date);

/**
 * slip_month_grid_focus_date:
 *
 * Gives the keyboard focus to @date, and shows its period if it is not shown.
 */
void slip_month_grid_focus_date (SlipMonthGrid *self, SlipDate date);

/**
 * slip_month_grid_focus_release:
 *
 * Gives the keyboard focus to a release's chip, or its day where chips are too
 * small for that, and shows its period.
 *
 * Returns: `FALSE` if @release has no day or is filtered away.
 */
gboolean slip_month_grid_focus_release (SlipMonthGrid *self,
                                        const char *release);

/* The stages on the page and where its days are; borrowed. */
SlipMonthStages *slip_month_grid_get_stages (SlipMonthGrid *self);
const SlipMonthLayout *slip_month_grid_get_layout (SlipMonthGrid *self);

/* Opens the list of all that is on @date, which must be shown. */
void slip_month_grid_open_day (SlipMonthGrid *self, SlipDate date);

/* The same, with the focus on the first of its rollout stages. */
void slip_month_grid_open_stages (SlipMonthGrid *self, SlipDate date);

/**
 * slip_month_grid_hover:
 * @release: (nullable): the id of what is dragged; %NULL for nothing
 * @date: the day it is dragged over; unset for none
 *
 * Marks @date as the day on which @release would be dropped.
 */
void slip_month_grid_hover (SlipMonthGrid *self,
                            const char *release,
                            SlipDate date);

G_END_DECLS
