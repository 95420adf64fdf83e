/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipMoveDialog:
 *
 * Move to Date…: asks for a release's new date and tells beforehand what will
 * follow.  Asks by `SLIP_ACTION_MOVE_PLANNED` of the window it is in front of.
 */
#define SLIP_TYPE_MOVE_DIALOG (slip_move_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlipMoveDialog,
                      slip_move_dialog,
                      SLIP,
                      MOVE_DIALOG,
                      AdwWindow)

/* @release: the id of a release in @state. */
GtkWidget *slip_move_dialog_new (const SlipPlanState *state,
                                 const char *release,
                                 SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* The plan is another now; what would follow is told by that. */
void slip_move_dialog_set_state (SlipMoveDialog *self,
                                 const SlipPlanState *state);

G_END_DECLS
