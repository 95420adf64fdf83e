/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-moment.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipRolloutSection:
 *
 * The rollout of a release on its page: its stages to be edited, ordered and
 * acted on, and the usual rollouts it may be given.
 */
#define SLIP_TYPE_ROLLOUT_SECTION (slip_rollout_section_get_type ())
G_DECLARE_FINAL_TYPE (SlipRolloutSection,
                      slip_rollout_section,
                      SLIP,
                      ROLLOUT_SECTION,
                      GtkWidget)

GtkWidget *slip_rollout_section_new (void) G_GNUC_WARN_UNUSED_RESULT;

void slip_rollout_section_set_release (SlipRolloutSection *self,
                                       const SlipPlanState *state,
                                       const char *release,
                                       SlipMoment moment);

/* Opens the stage @id of the release, as soon as it is there. */
void slip_rollout_section_show_stage (SlipRolloutSection *self, const char *id);

G_END_DECLS
