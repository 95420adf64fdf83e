/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-conflict.h"

G_BEGIN_DECLS

/**
 * slip_conflict_list_new:
 * @releases: (element-type SlipRow): releases with conflicts
 *
 * Makes a popover that lists what is wrong with each release.  Choosing one
 * opens it by the window's action.
 */
GtkWidget *slip_conflict_list_new (const SlipPlanState *state,
                                   GPtrArray *releases,
                                   SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
