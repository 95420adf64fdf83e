/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-conflict-context.h"

G_BEGIN_DECLS

/*
 * How much in a week is too much, as the plan of a window says.  The window is
 * told, and what is in it or in front of it asks.
 */

void slip_limits_set (GtkWidget *window, guint max_releases, guint max_items);

/* The context of conflicts for @widget: the window's limits, or the usual ones.
 */
SlipConflictContext slip_limits_get_context (GtkWidget *widget, SlipDate today);

G_END_DECLS
