/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * slip_scroll_through_add:
 * @scroller: a scrolled window that lies in another
 *
 * Lets the wheel scroll what @scroller lies in, where @scroller itself has
 * nothing more to show.  GTK 4.8 stops it there: a page full of text fields
 * would stand still wherever the pointer meets one.
 */
void slip_scroll_through_add (GtkScrolledWindow *scroller);

G_END_DECLS
