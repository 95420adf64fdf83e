/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-moment.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipStageStrip:
 *
 * The stages of a release side by side, each with the sign of its state, and
 * below them how it is with the one that matters now.
 */
#define SLIP_TYPE_STAGE_STRIP (slip_stage_strip_get_type ())
G_DECLARE_FINAL_TYPE (SlipStageStrip,
                      slip_stage_strip,
                      SLIP,
                      STAGE_STRIP,
                      GtkWidget)

GtkWidget *slip_stage_strip_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the stages of @release; nothing without stages. */
void slip_stage_strip_set_release (SlipStageStrip *self,
                                   const SlipPlanState *state,
                                   const char *release,
                                   SlipMoment moment);

G_END_DECLS
