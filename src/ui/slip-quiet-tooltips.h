/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * slip_quiet_tooltips_install:
 *
 * Keeps the tooltip of what opened a menu or a calendar from covering it: while
 * a popover is open, what it hangs on, what the pointer was on, and all around
 * those, have none.  GTK asks them also where the pointer is on a part of the
 * popover that has no tooltip of its own.
 */
void slip_quiet_tooltips_install (void);

G_END_DECLS
