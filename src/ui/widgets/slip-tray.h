/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-calendar-index.h"

G_BEGIN_DECLS

/**
 * SlipTray:
 *
 * The releases without a day.  They are dragged from here onto a day; what is
 * dropped here loses its day.
 */
#define SLIP_TYPE_TRAY (slip_tray_get_type ())
G_DECLARE_FINAL_TYPE (SlipTray, slip_tray, SLIP, TRAY, GtkWidget)

/**
 * SlipTray::dropped:
 * @release: the id of the release
 *
 * Emitted when a release was dropped, before the move is asked for.
 */

/**
 * SlipTray::hover-changed:
 * @release: (nullable): the id of the release that is dragged over it, %NULL if
 *   none is
 */

GtkWidget *slip_tray_new (void) G_GNUC_WARN_UNUSED_RESULT;

void slip_tray_set_plan (SlipTray *self, SlipCalendarIndex *index);
void slip_tray_set_selected (SlipTray *self, const char *release);

/* How many chips there are, and which. */
int slip_tray_get_n_chips (SlipTray *self);

/**
 * slip_tray_focus_release:
 *
 * Gives the keyboard focus to the chip of @release.
 *
 * Returns: `FALSE` if it has none here.
 */
gboolean slip_tray_focus_release (SlipTray *self, const char *release);

G_END_DECLS
