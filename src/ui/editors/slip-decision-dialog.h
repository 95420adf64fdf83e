/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-decision.h"
#include "slip-moment.h"

G_BEGIN_DECLS

/**
 * SlipDecisionDialog:
 *
 * Asks whether a release goes wider, with what stands in the way: go, no-go,
 * hold, resume or roll back, who decides, why, on what conditions, and what
 * others said.  It is not modal: a line of the gate leads to its cause, and
 * when that is put right the dialog shows it.  Deciding is one
 * `SLIP_ACTION_RECORD_DECISION`.
 */
#define SLIP_TYPE_DECISION_DIALOG (slip_decision_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlipDecisionDialog,
                      slip_decision_dialog,
                      SLIP,
                      DECISION_DIALOG,
                      AdwWindow)

/**
 * slip_decision_dialog_new:
 * @release: the id of a release
 * @stage: (nullable): the id of the stage it is about; %NULL for the one that
 *   the decision is usually about
 * @me: (nullable): the id of who decides, to begin with
 */
GtkWidget *slip_decision_dialog_new (const char *release,
                                     const char *stage,
                                     SlipDecisionType type,
                                     const char *me) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the plan, with the release's parts, as it is at @moment.  Closes if the
 * release is gone. */
void slip_decision_dialog_set_plan (SlipDecisionDialog *self,
                                    const SlipPlanState *state,
                                    SlipMoment moment);

/* Types a reason, as a person does. */
void slip_decision_dialog_type_reason (SlipDecisionDialog *self,
                                       const char *text);

/* Asks for another decision, as the buttons do. */
void slip_decision_dialog_set_type (SlipDecisionDialog *self,
                                    SlipDecisionType type);

/* Whether what is filled in can be decided, and what the button that does it
 * says. */
gboolean slip_decision_dialog_can_decide (SlipDecisionDialog *self);
const char *slip_decision_dialog_get_verb (SlipDecisionDialog *self);

/* Asks for the decision as a click on that button does.  The dialog stays: who
 * records it closes it. */
void slip_decision_dialog_decide (SlipDecisionDialog *self);

/* While it is being recorded, nothing can be typed and the plan shown stays. */
void slip_decision_dialog_start_recording (SlipDecisionDialog *self);
gboolean slip_decision_dialog_is_recording (SlipDecisionDialog *self);

/* It was not recorded: shows why, if there is a @refusal (nullable), and lets
 * what was typed be changed. */
void slip_decision_dialog_stop_recording (SlipDecisionDialog *self,
                                          const char *refusal);

G_END_DECLS
