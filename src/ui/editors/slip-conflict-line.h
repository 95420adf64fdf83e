/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-conflict.h"

G_BEGIN_DECLS

/**
 * slip_conflict_line_new:
 * @context: the present day, and how much is too much
 * @release: the id of the release that has @conflict
 *
 * What goes wrong, in a sentence.  Where it is a hard freeze, it also says
 * which exception there is, or has a button to ask for one.  Below it are
 * buttons with the nearest days that solve it.
 */
GtkWidget *slip_conflict_line_new (const SlipPlanState *state,
                                   const SlipConflictContext *context,
                                   const char *release,
                                   const SlipConflict *conflict)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
