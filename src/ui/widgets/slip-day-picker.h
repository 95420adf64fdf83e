/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-date.h"

G_BEGIN_DECLS

/**
 * SlipDayPicker:
 *
 * A calendar to pick a day from.  The arrows, Home, End, Page Up and Page Down
 * move the day that is marked, which is announced; Return or Space picks it, as
 * a click on any day does.
 */
#define SLIP_TYPE_DAY_PICKER (slip_day_picker_get_type ())
G_DECLARE_FINAL_TYPE (SlipDayPicker, slip_day_picker, SLIP, DAY_PICKER, GtkBox)

/**
 * SlipDayPicker::picked:
 *
 * Somebody has picked the day that is marked.
 */

GtkWidget *slip_day_picker_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Marks @day, which is not picked by that. */
void slip_day_picker_mark (SlipDayPicker *self, SlipDate day);

/* The day that is marked. */
SlipDate slip_day_picker_get_day (SlipDayPicker *self);

G_END_DECLS
