/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-conflict.h"

G_BEGIN_DECLS

/**
 * SlipSolutionBox:
 *
 * Buttons with the nearest days that solve a conflict; each does what it says.
 * They are looked for in a thread, once it has been shown for a moment; until
 * they are found, or if there are none, nothing is shown.
 */
#define SLIP_TYPE_SOLUTION_BOX (slip_solution_box_get_type ())
G_DECLARE_FINAL_TYPE (SlipSolutionBox,
                      slip_solution_box,
                      SLIP,
                      SOLUTION_BOX,
                      GtkWidget)

GtkWidget *slip_solution_box_new (const SlipPlanState *state,
                                  const SlipConflictContext *context,
                                  const char *release,
                                  const SlipConflict *conflict)
  G_GNUC_WARN_UNUSED_RESULT;

/* Whether it has still to look for them. */
gboolean slip_solution_box_is_searching (SlipSolutionBox *self);

G_END_DECLS
