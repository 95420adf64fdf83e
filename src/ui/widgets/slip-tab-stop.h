/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * slip_tab_stop_make:
 * @list: a widget whose rows the arrows go to
 *
 * Makes @list one stop: Tab leaves it, from whichever row.  GTK's lists go from
 * row to row with it, and only then on.
 */
void slip_tab_stop_make (GtkWidget *list);

G_END_DECLS
