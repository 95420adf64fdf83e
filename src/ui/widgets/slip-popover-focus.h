/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * slip_popover_focus_move:
 * @widget: a widget that decides itself where the focus goes
 *
 * Moves the focus on within the popover that has it, if that hangs on @widget
 * or below it.  To be asked first in a `focus` function: keys pressed in a
 * popover come down through the widgets around it.
 *
 * Returns: `TRUE` if there is such a popover, and nothing more is to be done.
 */
gboolean slip_popover_focus_move (GtkWidget *widget,
                                  GtkDirectionType direction);

G_END_DECLS
