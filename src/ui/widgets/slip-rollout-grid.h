/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-rollout-scene.h"

G_BEGIN_DECLS

/**
 * SlipRolloutGrid:
 *
 * A lane for each release of a #SlipTimeline, to be put into a scrolled window:
 * the names of the scale and the lanes' titles stay where they are.  Only what
 * is in sight has widgets.  One tab stop; arrows go from stage to stage and
 * from lane to lane.
 */
#define SLIP_TYPE_ROLLOUT_GRID (slip_rollout_grid_get_type ())
G_DECLARE_FINAL_TYPE (SlipRolloutGrid,
                      slip_rollout_grid,
                      SLIP,
                      ROLLOUT_GRID,
                      GtkWidget)

/**
 * SlipRolloutGrid:days:
 *
 * The months in sight, for people: 'November 2026 – February 2027'.
 */

/**
 * SlipRolloutGrid::hover-changed:
 * @stage: (nullable): the id of the stage that is dragged; %NULL if none is
 * @first: its first day if it were dropped, as in #SlipDate
 * @last: its last day
 *
 * Emitted once when a drag comes to another day, not for each move in it.
 */

/**
 * SlipRolloutGrid:zoom:
 *
 * The #SlipZoom, as a number.
 */

GtkWidget *slip_rollout_grid_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_rollout_grid_set_timeline:
 * @timeline: (transfer full): made from @state
 *
 * Shows another timeline.  Focus and days in sight stay what they were, as far
 * as that is still there.
 */
void slip_rollout_grid_set_timeline (SlipRolloutGrid *self,
                                     const SlipPlanState *state,
                                     SlipTimeline *timeline);

/* @release: (nullable): an id. */
void slip_rollout_grid_set_selected (SlipRolloutGrid *self,
                                     const char *release);

/* Looks more closely or from afar; the day in the middle stays there. */
void slip_rollout_grid_set_zoom (SlipRolloutGrid *self, SlipZoom zoom);
SlipZoom slip_rollout_grid_get_zoom (SlipRolloutGrid *self);

/* The same; what is at @x stays there. */
void slip_rollout_grid_zoom_at (SlipRolloutGrid *self, SlipZoom zoom, double x);

/* Brings @date to where today is at first. */
void slip_rollout_grid_show_date (SlipRolloutGrid *self, SlipDate date);

/* Goes on (1) or back (-1) by as many days as are in sight. */
void slip_rollout_grid_go (SlipRolloutGrid *self, int direction);

/* The days in sight. */
SlipRange slip_rollout_grid_get_range (SlipRolloutGrid *self);

/**
 * slip_rollout_grid_focus:
 * @stage: (nullable): %NULL for the title of @release
 *
 * Brings a lane or stage into sight and gives it the keyboard focus.
 *
 * Returns: `FALSE` if there is none.
 */
gboolean slip_rollout_grid_focus (SlipRolloutGrid *self,
                                  const char *release,
                                  const char *stage);

/* Gives the focus to what is at @place, which must be there. */
gboolean slip_rollout_grid_go_to (SlipRolloutGrid *self,
                                  SlipRolloutPlace place);

/* The same where it is in sight already; nothing scrolls. */
gboolean slip_rollout_grid_focus_in_place (SlipRolloutGrid *self,
                                           SlipRolloutPlace place);

/* The place that has the keyboard focus, or %SLIP_ROLLOUT_NOWHERE. */
SlipRolloutPlace slip_rollout_grid_get_focused (SlipRolloutGrid *self);

/* The bar or title at @place, or %NULL if it is not in sight. */
GtkWidget *slip_rollout_grid_get_widget (SlipRolloutGrid *self,
                                         SlipRolloutPlace place);

/* Tells that @stage (nullable) would go to @range. */
void slip_rollout_grid_hover (SlipRolloutGrid *self,
                              const char *stage,
                              SlipRange range);

/* Shows the stages of @release as they are in @after, or, with %NULL, only as
 * they are. */
void slip_rollout_grid_set_ghosts (SlipRolloutGrid *self,
                                   const SlipPlanState *after,
                                   const char *release);

/* What it shows and where; borrowed. */
const SlipRolloutScene *slip_rollout_grid_get_scene (SlipRolloutGrid *self);
void slip_rollout_grid_set_scroll (SlipRolloutGrid *self,
                                   SlipLaneScroll scroll);

/* How many bars and titles have widgets; for tests. */
guint slip_rollout_grid_count_widgets (SlipRolloutGrid *self);

G_END_DECLS
