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
 * Shows the menu.  It goes away by itself, with @widget at the latest if that
 * calls slip_release_menu_popdown() when it is disposed of.
 */
void slip_release_menu_popup (GtkWidget *widget,
                              const SlipRow *release,
                              double x,
                              double y);

/* Takes away the menu that @widget shows, if any. */
void slip_release_menu_popdown (GtkWidget *widget);

G_END_DECLS
