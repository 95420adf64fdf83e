/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * slip_decision_window_new:
 * @decision: a row of kind decision
 *
 * A window that shows a record in full, as it stands, to be read and printed.
 */
GtkWidget *slip_decision_window_new (const SlipPlanState *state,
                                     const SlipRow *decision)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
