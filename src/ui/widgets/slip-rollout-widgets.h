/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-rollout-scene.h"

G_BEGIN_DECLS

/**
 * SlipRolloutWidgets:
 *
 * The widgets of what a timeline shows: titles and bars, of which only those in
 * sight have one.  Used ones are taken again.
 */
typedef struct _SlipRolloutWidgets SlipRolloutWidgets;

/* @parent: gets the widgets as children, and must live longer. */
SlipRolloutWidgets *slip_rollout_widgets_new (GtkWidget *parent)
  G_GNUC_WARN_UNUSED_RESULT;

/* The children have to be unparented by themselves. */
void slip_rollout_widgets_free (SlipRolloutWidgets *self);

/**
 * slip_rollout_widgets_bind:
 * @is_news: whether what stays in sight may have to show something else
 *
 * Gives what is in sight a widget, and what has left it none; what has the
 * keyboard focus keeps it in any case.
 */
void slip_rollout_widgets_bind (SlipRolloutWidgets *self,
                                const SlipRolloutScene *scene,
                                gboolean is_news);

/* Asks for the stages of closed releases in sight that are not in memory, of
 * each once. */
void slip_rollout_widgets_request_parts (SlipRolloutWidgets *self);

/* The heights of bars and titles in @width_px; the rest is left out. */
SlipLaneSizes slip_rollout_widgets_measure (SlipRolloutWidgets *self,
                                            int width_px);

/* Puts all of them where they belong. */
void slip_rollout_widgets_allocate (SlipRolloutWidgets *self,
                                    const SlipRolloutScene *scene);

/* Draws the titles, or the bars, no further than where they may be seen. */
void slip_rollout_widgets_snapshot (SlipRolloutWidgets *self,
                                    const SlipRolloutScene *scene,
                                    gboolean are_titles,
                                    GtkSnapshot *snapshot);

/* To be called when another release of @scene is selected. */
void slip_rollout_widgets_select (SlipRolloutWidgets *self,
                                  const SlipRolloutScene *scene);

/* The widget at @place, or %NULL if there is none. */
GtkWidget *slip_rollout_widgets_get (SlipRolloutWidgets *self,
                                     const SlipRolloutScene *scene,
                                     SlipRolloutPlace place);

/* The place of the one that has the keyboard focus, or
 * %SLIP_ROLLOUT_NOWHERE. */
SlipRolloutPlace slip_rollout_widgets_find_focused (
  SlipRolloutWidgets *self,
  const SlipRolloutScene *scene);

guint slip_rollout_widgets_count (SlipRolloutWidgets *self);

G_END_DECLS
