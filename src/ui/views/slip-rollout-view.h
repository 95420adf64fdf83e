/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-view.h"

G_BEGIN_DECLS

/**
 * SlipRolloutView:
 *
 * Who gets what when: a lane for each release, with its stages as they are
 * planned and as they went, from days to quarters.
 */
#define SLIP_TYPE_ROLLOUT_VIEW (slip_rollout_view_get_type ())
G_DECLARE_FINAL_TYPE (SlipRolloutView,
                      slip_rollout_view,
                      SLIP,
                      ROLLOUT_VIEW,
                      GtkWidget)

GtkWidget *slip_rollout_view_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Scrolls to @stage of @release and puts the focus on it, at once or, if the
 * view has just come into sight, with its first frame. */
void slip_rollout_view_show_stage (SlipRolloutView *self,
                                   const char *release,
                                   const char *stage);

G_END_DECLS
