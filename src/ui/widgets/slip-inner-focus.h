/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * slip_inner_focus:
 *
 * The `focus` function of a widget that takes no focus itself, but hands it on
 * to what is in its first child: without it, going back from there ends where
 * it began, as the widget is asked to take the focus after its children.
 */
gboolean slip_inner_focus (GtkWidget *widget, GtkDirectionType direction);

G_END_DECLS
