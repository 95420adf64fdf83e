/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-calendar-index.h"

G_BEGIN_DECLS

/**
 * SlipDayPopover:
 *
 * Everything that is on one day, or all that is unscheduled, as a list of
 * chips, however many, and below them the day's rollout stages.
 */
#define SLIP_TYPE_DAY_POPOVER (slip_day_popover_get_type ())
G_DECLARE_FINAL_TYPE (SlipDayPopover,
                      slip_day_popover,
                      SLIP,
                      DAY_POPOVER,
                      GtkPopover)

GtkWidget *slip_day_popover_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_day_popover_set_day:
 * @index: (nullable): what is to be shown; %NULL for nothing
 * @date: the day; unset for what is unscheduled
 * @names: (nullable): what the day is
 */
void slip_day_popover_set_day (SlipDayPopover *self,
                               SlipCalendarIndex *index,
                               SlipDate date,
                               const char *names);

/* Its day; unset for what is unscheduled. */
SlipDate slip_day_popover_get_date (SlipDayPopover *self);

/* The day to be shown of @index: that of a stage that has the focus and is no
 * longer on the present one. */
SlipDate slip_day_popover_follow (SlipDayPopover *self,
                                  SlipCalendarIndex *index);

/* Gives the focus to the first stage. */
void slip_day_popover_focus_stages (SlipDayPopover *self);

/* The list of what is shown, in order; its items are #SlipDayItem. */
GListModel *slip_day_popover_get_model (SlipDayPopover *self);

G_END_DECLS
