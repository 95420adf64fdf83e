/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-release.h"

G_BEGIN_DECLS

/**
 * slip_release_menu_new:
 *
 * Makes the menu of a release's chip or card: open it, move it to a date or a
 * status, take its date away, delete it.  Its items are the window's actions.
 *
 * Returns: (transfer full): the menu.
 */
GMenuModel *slip_release_menu_new (const SlipRow *release)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_release_menu_popup:
 * @widget: the chip or card that shows @release
 * @x: where in @widget; below its middle if negative
 *
 * Shows the menu.  It stays with @widget once closed: GTK still looks for the
 * pointer in it for some frames, and would end the program if it were gone.  So
 * @widget must call slip_release_menu_popdown() when it is disposed of, and
 * slip_release_menu_present() when it gets its size.
 */
void slip_release_menu_popup (GtkWidget *widget,
                              const SlipRow *release,
                              double x,
                              double y);

/* The same with another @menu, below the middle of @widget. */
void slip_release_menu_popup_model (GtkWidget *widget, GMenuModel *menu);

/* Whether @widget's menu is to be seen. */
gboolean slip_release_menu_is_open (GtkWidget *widget);

/* Closes the menu of @widget, if it is open. */
void slip_release_menu_close (GtkWidget *widget);

/* Gives the menu of @widget the size and place it needs. */
void slip_release_menu_present (GtkWidget *widget);

/* Takes the menu of @widget away for good, if there is one. */
void slip_release_menu_popdown (GtkWidget *widget);

G_END_DECLS
