/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-moment.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipWaitingWindow:
 *
 * A window that lists what waits for a decision: stages whose soak is over or
 * that were to start, and what is to be looked at again; each line opens the
 * decision.
 */
#define SLIP_TYPE_WAITING_WINDOW (slip_waiting_window_get_type ())
G_DECLARE_FINAL_TYPE (SlipWaitingWindow,
                      slip_waiting_window,
                      SLIP,
                      WAITING_WINDOW,
                      AdwWindow)

SlipWaitingWindow *slip_waiting_window_new (void) G_GNUC_WARN_UNUSED_RESULT;

void slip_waiting_window_set_plan (SlipWaitingWindow *self,
                                   const SlipPlanState *state,
                                   SlipMoment moment);

G_END_DECLS
