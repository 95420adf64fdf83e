/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipStageDialog:
 *
 * Move Stage to Date… and Change Length…: the first day of a rollout stage and
 * how long it takes, and what that would do.
 */
#define SLIP_TYPE_STAGE_DIALOG (slip_stage_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlipStageDialog,
                      slip_stage_dialog,
                      SLIP,
                      STAGE_DIALOG,
                      AdwWindow)

/**
 * slip_stage_dialog_new:
 * @stage: the id of a stage in @state, which has days
 * @is_about_length: whether it begins with how long it takes
 */
GtkWidget *slip_stage_dialog_new (const SlipPlanState *state,
                                  const char *stage,
                                  SlipDate today,
                                  gboolean is_about_length)
  G_GNUC_WARN_UNUSED_RESULT;

/* The plan is another; what is typed stays. */
void slip_stage_dialog_set_state (SlipStageDialog *self,
                                  const SlipPlanState *state);

G_END_DECLS
