/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-date.h"

G_BEGIN_DECLS

/**
 * SlipCalendarView:
 *
 * The plan on a calendar, a month, a week or a quarter at a time, or as a list
 * by day, with a tray of what has no day yet.  While a release is dragged it
 * tells what a drop would do.
 */
#define SLIP_TYPE_CALENDAR_VIEW (slip_calendar_view_get_type ())
G_DECLARE_FINAL_TYPE (SlipCalendarView,
                      slip_calendar_view,
                      SLIP,
                      CALENDAR_VIEW,
                      GtkWidget)

/**
 * SlipCalendarView:span:
 *
 * How much is shown at once, by the name of its #SlipCalendarSpan; anything
 * else shows a month.
 */

GtkWidget *slip_calendar_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* The days that are shown. */
SlipRange slip_calendar_view_get_range (SlipCalendarView *self);

/**
 * slip_calendar_view_find_kept_date:
 *
 * Returns: the day to go to for seeing the same again; unset if that is the
 *   present.
 */
SlipDate slip_calendar_view_find_kept_date (SlipCalendarView *self);

G_END_DECLS
