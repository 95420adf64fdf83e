/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The plans that were opened lately, as the desktop keeps them.
 */

/* The type of plans' files. */
#define SLIP_RECENT_PLANS_TYPE "application/x-slipway-plan"

/* Has the desktop remember the plan @path of that name, which was just opened.
 */
void slip_recent_plans_add (GtkRecentManager *manager,
                            const char *path,
                            const char *name);

/**
 * slip_recent_plans_fill:
 * @but: (nullable): the path of a plan to leave out
 *
 * Makes @menu a list of the plans that were opened last and are still there,
 * the newest first.  Each activates win.open-plan with its path as a byte
 * string.
 */
void slip_recent_plans_fill (GtkRecentManager *manager,
                             GMenu *menu,
                             const char *but);

G_END_DECLS
