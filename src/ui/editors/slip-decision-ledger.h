/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipDecisionLedger:
 *
 * What was decided on a release, the newest first; a row opens its record.
 */
#define SLIP_TYPE_DECISION_LEDGER (slip_decision_ledger_get_type ())
G_DECLARE_FINAL_TYPE (SlipDecisionLedger,
                      slip_decision_ledger,
                      SLIP,
                      DECISION_LEDGER,
                      AdwPreferencesGroup)

GtkWidget *slip_decision_ledger_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @release: an id in @state. */
void slip_decision_ledger_set_release (SlipDecisionLedger *self,
                                       const SlipPlanState *state,
                                       const char *release);

G_END_DECLS
