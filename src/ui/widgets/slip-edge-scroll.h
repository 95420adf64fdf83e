/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * slip_edge_scroll_add:
 *
 * Lets @scroller scroll by itself while something is dragged near one of its
 * edges.
 */
void slip_edge_scroll_add (GtkScrolledWindow *scroller);

/**
 * slip_edge_scroll_get_speed:
 * @position: where the pointer is along the axis, from 0 to @length
 *
 * Returns: the pixels to scroll in a second, negative towards the start; 0 away
 * from the edges, more the nearer to one.
 */
double slip_edge_scroll_get_speed (double position, double length);

G_END_DECLS
