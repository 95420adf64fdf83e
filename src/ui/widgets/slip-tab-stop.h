/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * Makes a list whose rows the arrows go to one stop for Tab.  GTK's lists go
 * from row to row with it, and only then on.  The rest is for the focus() of
 * the view that the list is in.
 */

/* Newer GTKs come back to the row that was left only if they are told so. */
void slip_tab_stop_make (GtkWidget *list);

/* Whether @list would do that now. */
gboolean slip_tab_stop_holds (GtkWidget *list, GtkDirectionType direction);

/**
 * slip_tab_stop_leave:
 * @list: the last in @view that can have the focus
 *
 * Goes backwards to what is before @list in @view.
 *
 * Returns: FALSE where @view is to be left.
 */
gboolean slip_tab_stop_leave (GtkWidget *list,
                              GtkWidget *view,
                              GtkDirectionType direction);

G_END_DECLS
