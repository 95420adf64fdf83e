/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-moment.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipGateDialog:
 *
 * The gate of one stage: its criteria with how they stand, to be added,
 * changed, ticked, waived, ordered and removed, each change one step.  It is
 * not modal and follows the plan.
 */
#define SLIP_TYPE_GATE_DIALOG (slip_gate_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlipGateDialog,
                      slip_gate_dialog,
                      SLIP,
                      GATE_DIALOG,
                      AdwWindow)

GtkWidget *slip_gate_dialog_new (const char *release,
                                 const char *stage) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the plan, with the release's parts, as it is at @moment.  Closes if the
 * stage is gone. */
void slip_gate_dialog_set_plan (SlipGateDialog *self,
                                const SlipPlanState *state,
                                SlipMoment moment);

G_END_DECLS
