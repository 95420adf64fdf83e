/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * slip_focus_later:
 *
 * Gives @widget the keyboard focus in two frames, unless it is in a popover
 * then.  A popover that closes leaves the focus to whatever is around it, but
 * only at the end of the next frame: what is focused before then loses it.
 */
void slip_focus_later (GtkWidget *widget);

G_END_DECLS
