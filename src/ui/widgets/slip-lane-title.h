/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-timeline.h"

G_BEGIN_DECLS

/**
 * SlipLaneTitle:
 *
 * The label of a lane: what release it is, and its deploy date.  Read out, it
 * tells all of the lane's stages.
 */
#define SLIP_TYPE_LANE_TITLE (slip_lane_title_get_type ())
G_DECLARE_FINAL_TYPE (SlipLaneTitle,
                      slip_lane_title,
                      SLIP,
                      LANE_TITLE,
                      GtkWidget)

GtkWidget *slip_lane_title_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @is_narrow: whether it has one line, above its lane, rather than two. */
void slip_lane_title_set_content (SlipLaneTitle *self,
                                  const SlipPlanState *state,
                                  const SlipTimelineLane *lane,
                                  SlipDate today,
                                  gboolean is_narrow);
void slip_lane_title_set_selected (SlipLaneTitle *self, gboolean is_selected);

const char *slip_lane_title_get_release (SlipLaneTitle *self);

/* How high it is with the font of @widget. */
int slip_lane_title_measure_height (GtkWidget *widget, gboolean is_narrow);

G_END_DECLS
