/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-calendar-index.h"

G_BEGIN_DECLS

/**
 * SlipDayList:
 *
 * What happens, day after day, from one day on: only days with something.  It
 * is one stop for the Tab key; inside, the arrow keys go from one to the next.
 * Releases can be dropped on its days.
 * What lies far below is found when somebody comes near.
 */
#define SLIP_TYPE_DAY_LIST (slip_day_list_get_type ())
G_DECLARE_FINAL_TYPE (SlipDayList, slip_day_list, SLIP, DAY_LIST, GtkWidget)

/**
 * SlipDayList:title:
 *
 * The month of what is in sight at the top: 'December 2026'.
 */

/**
 * SlipDayList::dropped:
 * SlipDayList::hover-changed:
 *
 * As those of #SlipMonthGrid.
 */

GtkWidget *slip_day_list_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_day_list_set_plan:
 * @today: the day it is; also the day it begins with at first
 *
 * Shows other releases; the place and the focus stay.
 */
void slip_day_list_set_plan (SlipDayList *self,
                             SlipCalendarIndex *index,
                             SlipDate today);

/* Lets go of the plan while nobody looks, until it is set again. */
void slip_day_list_forget_plan (SlipDayList *self);

void slip_day_list_set_selected (SlipDayList *self, const char *release);

/* Begins with @date. */
void slip_day_list_begin_with (SlipDayList *self, SlipDate date);

/* Brings @date into sight, where it is in the list; else begins with it. */
void slip_day_list_show_date (SlipDayList *self, SlipDate date);

/* Begins with the month after (1) or before (-1) that of the title. */
void slip_day_list_go (SlipDayList *self, int direction);

/* The day it begins with, unset before there is a plan, and that of what is in
 * sight at the top. */
SlipDate slip_day_list_get_first (SlipDayList *self);
SlipDate slip_day_list_get_shown (SlipDayList *self);

/* All days that something may be found on. */
SlipRange slip_day_list_get_range (SlipDayList *self);

/**
 * slip_day_list_focus_release:
 *
 * Gives the keyboard focus to the chip of a release's release date.
 *
 * Returns: `FALSE` if @release has no day or is filtered away.
 */
gboolean slip_day_list_focus_release (SlipDayList *self, const char *release);

/* As slip_calendar_index_find() of what it shows. */
gboolean slip_day_list_find (SlipDayList *self,
                             const char *release,
                             SlipDate *date);

/* The day whose line is at a point, unset if there is none. */
SlipDate slip_day_list_find_day_at (SlipDayList *self, double x, double y);

/* The first row of @date in sight, or %NULL. */
GtkWidget *slip_day_list_find_day (SlipDayList *self, SlipDate date);

/**
 * slip_day_list_hover:
 * @release: (nullable): the id of what is dragged; %NULL for nothing
 *
 * Marks the day at a point as that on which @release would be dropped.
 */
void slip_day_list_hover (SlipDayList *self,
                          const char *release,
                          double x,
                          double y);

/* The lines found so far: of #SlipDayLine. */
GListModel *slip_day_list_get_lines (SlipDayList *self);

G_END_DECLS
