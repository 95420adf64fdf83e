/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * By its name a test finds a widget.  GTK's own name is for style sheets too:
 * where many widgets show something else with each page, setting it would have
 * each of them styled anew, and keep every name for good.
 */

/**
 * slip_widget_name_set:
 * @name: (transfer full) (nullable): takes the place of GTK's name, for tests
 */
void slip_widget_name_set (GtkWidget *widget, char *name);

/* The name of @widget, else that of GTK. */
const char *slip_widget_name_get (GtkWidget *widget);

G_END_DECLS
