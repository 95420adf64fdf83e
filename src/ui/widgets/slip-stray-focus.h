/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * slip_stray_focus_watch:
 *
 * Gives the keyboard focus of @window back when a popover closes that had it. A
 * menu that is closed while one of its submenus is open takes it along, and all
 * keys go there; other popovers leave it to what scrolls around them.
 */
void slip_stray_focus_watch (GtkWindow *window);

G_END_DECLS
