/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-query.h"

G_BEGIN_DECLS

/**
 * SlipTimelineBar:
 * @stage: the rollout stage
 * @state: its #SlipStageState
 * @start: when it starts or started: the days since 1970-01-01, with the part
 *   of a day behind the point, at the person's place
 * @end: when it ends or ended, not included
 * @planned: the days it was planned for, of a stage that has begun; else empty
 *
 * A stage on the timeline: where it is by all that is known.
 */
typedef struct {
  SlipRow *stage;
  SlipStageState state;
  double start;
  double end;
  SlipRange planned;
} SlipTimelineBar;

/**
 * SlipTimelineLane:
 * @release: the release
 * @title: what people call it
 * @day: the day its release date is shown on, unset if unscheduled
 * @deploy_day: the same of its deploy date
 * @bars: (element-type SlipTimelineBar): its stages that have days, in order
 * @is_loaded: whether its stages are in memory
 */
typedef struct {
  SlipRow *release;
  char *title;
  SlipDate day;
  SlipDate deploy_day;
  GArray *bars;
  gboolean is_loaded;
  /*< private >*/
  gboolean is_closed;
  char *title_key;
} SlipTimelineLane;

/* How long what was released still has a lane; so far ahead its day may lie if
 * it came out early. */
#define SLIP_TIMELINE_RECENT_DAYS 28

/**
 * SlipTimeline:
 * @today: the day it was made for
 * @lanes: (element-type SlipTimelineLane): the open releases, by release date,
 *   then those that were released of late, the last one first
 * @range: the days that are worth showing
 *
 * The rollouts of a plan.  A plain value to be read.
 */
typedef struct {
  SlipDate today;
  GPtrArray *lanes;
  SlipRange range;
} SlipTimeline;

SlipTimeline *slip_timeline_new (const SlipPlanState *state,
                                 const SlipQuery *query,
                                 SlipDate today) G_GNUC_WARN_UNUSED_RESULT;
void slip_timeline_free (SlipTimeline *self);

static inline const SlipTimelineLane *
slip_timeline_get_lane (const SlipTimeline *self, int lane)
{
  return self->lanes->pdata[lane];
}

static inline const SlipTimelineBar *
slip_timeline_lane_get_bar (const SlipTimelineLane *lane, int bar)
{
  return &g_array_index (lane->bars, SlipTimelineBar, bar);
}

/* The place of the lane of @release, or of the bar of @stage; -1 for none. */
int slip_timeline_find_lane (const SlipTimeline *self, const char *release);
int slip_timeline_lane_find_bar (const SlipTimelineLane *self,
                                 const char *stage);

/**
 * slip_timeline_bar_find:
 *
 * Finds out where @stage is: started ones where they really were (until today,
 * at least, as long as they run), others where they are planned.
 *
 * Returns: `FALSE` if it has no days.
 */
gboolean slip_timeline_bar_find (const SlipRow *stage,
                                 SlipDate today,
                                 SlipTimelineBar *bar);

/* The days that @bar touches. */
SlipRange slip_timeline_bar_get_days (const SlipTimelineBar *bar);

/**
 * slip_timeline_bar_find_freeze:
 *
 * Returns: (nullable): the freeze that @bar, which has not begun, would start
 *   in; a hard one before a soft one.
 */
const SlipRow *slip_timeline_bar_find_freeze (const SlipPlanState *state,
                                              const SlipTimelineLane *lane,
                                              const SlipTimelineBar *bar);

/* Whether @freeze, which @bar would start in, forbids that: it is hard, and
 * there is no exception. */
gboolean slip_timeline_bar_is_barred (const SlipPlanState *state,
                                      const SlipTimelineLane *lane,
                                      const SlipTimelineBar *bar,
                                      const SlipRow *freeze);

/**
 * slip_timeline_bar_dup_caption:
 *
 * Returns: (transfer full): what stands in @bar: '25 % · day 2 of 3', with a
 * mark before it for what has become of it.
 */
char *slip_timeline_bar_dup_caption (const SlipTimelineBar *bar,
                                     SlipDate today,
                                     gboolean is_frozen)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_timeline_bar_dup_label:
 * @freeze: (nullable): the freeze that it would start in
 *
 * Returns: (transfer full): all that the bar shows, in words: '25 %: active,
 * day 2 of 3, Wed 2 December to Fri 4 December'.
 */
char *slip_timeline_bar_dup_label (const SlipTimelineBar *bar,
                                   SlipDate today,
                                   const SlipRow *freeze)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): below the title of the lane: 'deployed 20 Nov',
 * 'deployed 30 Nov, dark', 'deploys 7 Dec', 'releases 8 Dec', 'Unscheduled'. */
char *slip_timeline_lane_dup_line (const SlipTimelineLane *self,
                                   SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the lane in words: its title, that line, its status
 * and every stage. */
char *slip_timeline_lane_dup_label (const SlipTimelineLane *self,
                                    const SlipPlanState *state,
                                    SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipTimeline, slip_timeline_free)

G_END_DECLS
