/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * slip_stray_focus_watch:
 *
 * Keeps the keyboard focus of @window out of popovers that are closed.  A menu
 * that is closed while one of its submenus is open takes the focus with it, and
 * all keys go there; it is given to what the menu hangs on.
 */
void slip_stray_focus_watch (GtkWindow *window);

G_END_DECLS
