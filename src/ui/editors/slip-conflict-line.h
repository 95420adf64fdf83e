/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-conflict.h"

G_BEGIN_DECLS

/**
 * slip_conflict_line_add_all:
 * @context: the present day, and how much is too much
 * @release: the id of the release that has @conflicts
 * @conflicts: (element-type SlipConflict): as slip_conflict_list() has them
 *
 * Adds to @box, for each conflict, what goes wrong, in a sentence; hard ones
 * first, and those of a week with too much for several people or audiences in
 * one.  Where it is a hard freeze, a line also says which exception there is,
 * or has a button to ask for one.  Below it are buttons with the nearest days
 * that solve it.
 */
void slip_conflict_line_add_all (GtkBox *box,
                                 const SlipPlanState *state,
                                 const SlipConflictContext *context,
                                 const char *release,
                                 const GPtrArray *conflicts);

G_END_DECLS
