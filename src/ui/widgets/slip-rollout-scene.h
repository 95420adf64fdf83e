/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-rollout-lanes.h"
#include "slip-timeline.h"

G_BEGIN_DECLS

/**
 * SlipRolloutPlace:
 * @lane: the lane
 * @bar: the bar in it, or -1 for its title
 */
typedef struct {
  int lane;
  int bar;
} SlipRolloutPlace;

#define SLIP_ROLLOUT_NOWHERE ((SlipRolloutPlace){ -1, -1 })

/**
 * SlipRolloutScene:
 * @state: the plan
 * @timeline: what of it is shown, or %NULL before there is a plan
 * @rows: (element-type int): for each lane, the rows of its bars
 * @layout: where all that is, or %NULL before there is room
 * @scroll: how far it is scrolled
 * @selected: (nullable): the id of the selected release
 * @ghost_lane: the lane that something would happen to, or -1
 * @ghosts: (nullable) (element-type SlipTimelineBar): its bars as they would be
 *
 * What a timeline shows, and where.
 */
typedef struct {
  SlipPlanState *state;
  SlipTimeline *timeline;
  GPtrArray *rows;
  SlipRolloutLanes *layout;
  SlipLaneScroll scroll;
  char *selected;
  int ghost_lane;
  GArray *ghosts;
} SlipRolloutScene;

/* Frees what is in it, and leaves it empty. */
void slip_rollout_scene_clear (SlipRolloutScene *self);

/* Takes another timeline (transfer full), made from @state.  It has no layout
 * then that fits. */
void slip_rollout_scene_take_timeline (SlipRolloutScene *self,
                                       const SlipPlanState *state,
                                       SlipTimeline *timeline);

/* Lays out anew. */
void slip_rollout_scene_lay_out (SlipRolloutScene *self,
                                 const SlipLaneSizes *sizes,
                                 const SlipTimeScale *scale);

/* The place of a release's title, or of its @stage (nullable); or
 * %SLIP_ROLLOUT_NOWHERE. */
SlipRolloutPlace slip_rollout_scene_find (const SlipRolloutScene *self,
                                          const char *release,
                                          const char *stage);

/* The place of the bar of @stage (nullable), or %SLIP_ROLLOUT_NOWHERE. */
SlipRolloutPlace slip_rollout_scene_find_stage (const SlipRolloutScene *self,
                                                const char *stage);

/* Shows the stages of @release as they are in @after (nullable), or no ghosts
 * any more. */
void slip_rollout_scene_set_ghosts (SlipRolloutScene *self,
                                    const SlipPlanState *after,
                                    const char *release);

/* Where ghost @i is; empty if it is where its bar is already. */
SlipRect slip_rollout_scene_get_ghost_rect (const SlipRolloutScene *self,
                                            int i);

const SlipTimelineLane *slip_rollout_scene_get_lane (
  const SlipRolloutScene *self,
  SlipRolloutPlace place);
const SlipTimelineBar *slip_rollout_scene_get_bar (const SlipRolloutScene *self,
                                                   SlipRolloutPlace place);

/* Where the bar or title at @place is. */
SlipRect slip_rollout_scene_get_rect (const SlipRolloutScene *self,
                                      SlipRolloutPlace place);

/* The place at a point in sight: of the topmost bar, else of the lane's title
 * (wherever in the lane), or %SLIP_ROLLOUT_NOWHERE. */
SlipRolloutPlace slip_rollout_scene_find_at (const SlipRolloutScene *self,
                                             double x,
                                             double y);

/**
 * slip_rollout_scene_dup_days:
 *
 * Returns: (transfer full): the months in sight, for people: 'Nov – Dec
 * 2026'.
 */
char *slip_rollout_scene_dup_days (const SlipRolloutScene *self)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
