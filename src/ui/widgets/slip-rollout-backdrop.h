/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-rollout-scene.h"

G_BEGIN_DECLS

/**
 * SlipRolloutBackdrop:
 *
 * Draws what a timeline has around its bars: the lines of the scale and their
 * names, days off, freezes, plans beneath what was, deploy and release dates,
 * and today.  It keeps its texts until they are cleared.
 */
typedef struct _SlipRolloutBackdrop SlipRolloutBackdrop;

/* @widget is drawn on, and must live longer. */
SlipRolloutBackdrop *slip_rollout_backdrop_new (GtkWidget *widget)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_rollout_backdrop_free (SlipRolloutBackdrop *self);

/* To be called when the style has changed. */
void slip_rollout_backdrop_clear (SlipRolloutBackdrop *self);

/* To be called when @scene has another timeline. */
void slip_rollout_backdrop_set_plan (SlipRolloutBackdrop *self,
                                     const SlipRolloutScene *scene);

/* How wide a digit is. */
int slip_rollout_backdrop_measure_digit (SlipRolloutBackdrop *self);

/* How high the line with the scale's names is. */
int slip_rollout_backdrop_measure_heading (SlipRolloutBackdrop *self);

/* What lies below the bars. */
void slip_rollout_backdrop_draw_below (SlipRolloutBackdrop *self,
                                       const SlipRolloutScene *scene,
                                       GtkSnapshot *snapshot);

/* What lies over the bars: today, and the scale's names. */
void slip_rollout_backdrop_draw_above (SlipRolloutBackdrop *self,
                                       const SlipRolloutScene *scene,
                                       GtkSnapshot *snapshot);

/**
 * slip_rollout_backdrop_dup_names:
 * @lane: the lane looked at, or -1
 *
 * Returns: (transfer full) (nullable): what @day is: its freezes, and the dates
 *   of the lane's release; %NULL if it is nothing.
 */
char *slip_rollout_backdrop_dup_names (SlipRolloutBackdrop *self,
                                       const SlipRolloutScene *scene,
                                       SlipDate day,
                                       int lane) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
