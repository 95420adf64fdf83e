/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-timeline.h"

G_BEGIN_DECLS

/**
 * SlipStageBar:
 *
 * A rollout stage on the timeline, as a light widget: it draws its caption
 * itself, and what it is, is told by pattern, outline, mark and words.
 */
#define SLIP_TYPE_STAGE_BAR (slip_stage_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlipStageBar, slip_stage_bar, SLIP, STAGE_BAR, GtkWidget)

GtkWidget *slip_stage_bar_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_stage_bar_set_content:
 *
 * Shows @bar, which is in @lane.
 */
void slip_stage_bar_set_content (SlipStageBar *self,
                                 const SlipPlanState *state,
                                 const SlipTimelineLane *lane,
                                 const SlipTimelineBar *bar,
                                 SlipDate today);

const char *slip_stage_bar_get_release (SlipStageBar *self);
const char *slip_stage_bar_get_stage (SlipStageBar *self);

/* What is read out: title of the release, and the bar in words. */
const char *slip_stage_bar_get_label (SlipStageBar *self);

/* How many pixels after its end are free: a caption that does not fit may stand
 * there. */
void slip_stage_bar_set_room (SlipStageBar *self, int room_px);

/* Whether it is being dragged. */
void slip_stage_bar_set_dragged (SlipStageBar *self, gboolean is_dragged);

/* How high a bar is with the font of @widget. */
int slip_stage_bar_measure_height (GtkWidget *widget);

G_END_DECLS
