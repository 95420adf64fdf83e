/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-moment.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipDueStages:
 *
 * A window that lists the stages whose soak is over and that can go wider; each
 * line opens the decision.
 */
#define SLIP_TYPE_DUE_STAGES (slip_due_stages_get_type ())
G_DECLARE_FINAL_TYPE (SlipDueStages,
                      slip_due_stages,
                      SLIP,
                      DUE_STAGES,
                      AdwWindow)

SlipDueStages *slip_due_stages_new (void) G_GNUC_WARN_UNUSED_RESULT;

void slip_due_stages_set_plan (SlipDueStages *self,
                               const SlipPlanState *state,
                               SlipMoment moment);

G_END_DECLS
