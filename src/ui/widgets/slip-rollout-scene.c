/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-scene.h"

#include "slip-date-text.h"
#include "slip-stage.h"

void
slip_rollout_scene_clear (SlipRolloutScene *self)
{
  g_clear_pointer (&self->layout, slip_rollout_lanes_free);
  g_clear_pointer (&self->ghosts, g_array_unref);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->timeline, slip_timeline_free);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_clear_pointer (&self->selected, g_free);
}

static int *
pack_lane (const SlipTimelineLane *lane)
{
  g_autofree SlipSpan *spans = g_new (SlipSpan, MAX (lane->bars->len, 1));
  int *rows = g_new0 (int, MAX (lane->bars->len, 1));

  for (guint i = 0; i < lane->bars->len; i++) {
    const SlipTimelineBar *bar = slip_timeline_lane_get_bar (lane, (int) i);

    spans[i] = (SlipSpan){ bar->start, bar->end };
  }
  slip_rollout_lanes_pack (spans, (int) lane->bars->len, rows);
  return rows;
}

void
slip_rollout_scene_take_timeline (SlipRolloutScene *self,
                                  const SlipPlanState *state,
                                  SlipTimeline *timeline)
{
  SlipPlanState *held = slip_plan_state_ref (state);

  g_clear_pointer (&self->ghosts, g_array_unref);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->state = held;
  g_clear_pointer (&self->timeline, slip_timeline_free);
  self->timeline = timeline;
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  self->rows = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < timeline->lanes->len; i++)
    g_ptr_array_add (self->rows,
                     pack_lane (slip_timeline_get_lane (timeline, (int) i)));
}

void
slip_rollout_scene_lay_out (SlipRolloutScene *self,
                            const SlipLaneSizes *sizes,
                            const SlipTimeScale *scale)
{
  guint n_lanes = self->timeline->lanes->len;
  g_autofree int *n_rows = g_new (int, MAX (n_lanes, 1));

  for (guint i = 0; i < n_lanes; i++) {
    const SlipTimelineLane *lane =
      slip_timeline_get_lane (self->timeline, (int) i);
    const int *rows = self->rows->pdata[i];

    n_rows[i] = 1;
    for (guint k = 0; k < lane->bars->len; k++)
      n_rows[i] = MAX (n_rows[i], rows[k] + 1);
  }
  g_clear_pointer (&self->layout, slip_rollout_lanes_free);
  self->layout = slip_rollout_lanes_new (sizes, scale, n_rows, (int) n_lanes);
}

SlipRolloutPlace
slip_rollout_scene_find (const SlipRolloutScene *self,
                         const char *release,
                         const char *stage)
{
  SlipRolloutPlace place = SLIP_ROLLOUT_NOWHERE;

  if (!self->timeline || !release)
    return place;
  place.lane = slip_timeline_find_lane (self->timeline, release);
  if (place.lane < 0 || !stage)
    return place;
  place.bar =
    slip_timeline_lane_find_bar (slip_rollout_scene_get_lane (self, place),
                                 stage);
  return place.bar >= 0 ? place : SLIP_ROLLOUT_NOWHERE;
}

SlipRolloutPlace
slip_rollout_scene_find_stage (const SlipRolloutScene *self, const char *stage)
{
  const SlipRow *row =
    self->state && stage
      ? slip_plan_state_get (self->state, SLIP_KIND_STAGE, stage)
      : NULL;

  return row ? slip_rollout_scene_find (self, slip_row_get_owner (row), stage)
             : SLIP_ROLLOUT_NOWHERE;
}

static void
clear_ghost (gpointer data)
{
  slip_row_unref (((SlipTimelineBar *) data)->stage);
}

void
slip_rollout_scene_set_ghosts (SlipRolloutScene *self,
                               const SlipPlanState *after,
                               const char *release)
{
  g_autoptr (GPtrArray) stages = NULL;

  g_clear_pointer (&self->ghosts, g_array_unref);
  if (!after || !self->timeline)
    return;
  self->ghost_lane = slip_timeline_find_lane (self->timeline, release);
  if (self->ghost_lane < 0)
    return;
  self->ghosts = g_array_new (FALSE, FALSE, sizeof (SlipTimelineBar));
  g_array_set_clear_func (self->ghosts, clear_ghost);
  stages = slip_stage_list (after, release);
  for (guint i = 0; i < stages->len; i++) {
    SlipTimelineBar bar;

    if (!slip_timeline_bar_find (stages->pdata[i], self->timeline->today, &bar))
      continue;
    bar.stage = slip_row_ref (bar.stage);
    g_array_append_val (self->ghosts, bar);
  }
}

SlipRect
slip_rollout_scene_get_ghost_rect (const SlipRolloutScene *self, int i)
{
  const SlipTimelineBar *ghost =
    &g_array_index (self->ghosts, SlipTimelineBar, i);
  const SlipTimelineLane *lane =
    slip_timeline_get_lane (self->timeline, self->ghost_lane);
  int bar = slip_timeline_lane_find_bar (lane, slip_row_get_id (ghost->stage));
  const int *rows = self->rows->pdata[self->ghost_lane];
  const SlipTimelineBar *now =
    bar >= 0 ? slip_timeline_lane_get_bar (lane, bar) : NULL;

  /* Both are made in the same way: what did not move is equal. */
  if (now && ABS (now->start - ghost->start) + ABS (now->end - ghost->end) <= 0)
    return (SlipRect){ 0 };
  return slip_rollout_lanes_get_bar (self->layout, self->ghost_lane,
                                     bar >= 0 ? rows[bar] : 0,
                                     (SlipSpan){ ghost->start, ghost->end },
                                     self->scroll);
}

const SlipTimelineLane *
slip_rollout_scene_get_lane (const SlipRolloutScene *self,
                             SlipRolloutPlace place)
{
  return slip_timeline_get_lane (self->timeline, place.lane);
}

const SlipTimelineBar *
slip_rollout_scene_get_bar (const SlipRolloutScene *self,
                            SlipRolloutPlace place)
{
  return slip_timeline_lane_get_bar (slip_rollout_scene_get_lane (self, place),
                                     place.bar);
}

SlipRect
slip_rollout_scene_get_rect (const SlipRolloutScene *self,
                             SlipRolloutPlace place)
{
  const SlipTimelineBar *bar;
  const int *rows = self->rows->pdata[place.lane];

  if (place.bar < 0)
    return slip_rollout_lanes_get_label (self->layout, place.lane,
                                         self->scroll);
  bar = slip_rollout_scene_get_bar (self, place);
  return slip_rollout_lanes_get_bar (self->layout, place.lane, rows[place.bar],
                                     (SlipSpan){ bar->start, bar->end },
                                     self->scroll);
}

SlipRolloutPlace
slip_rollout_scene_find_at (const SlipRolloutScene *self, double x, double y)
{
  SlipRolloutPlace place = SLIP_ROLLOUT_NOWHERE;
  guint n_bars;

  if (!self->layout)
    return place;
  place.lane = slip_rollout_lanes_find_lane (self->layout, y, self->scroll);
  if (place.lane < 0 ||
      !slip_rect_contains (slip_rollout_lanes_get_view (self->layout), x, y))
    return place;
  n_bars = slip_rollout_scene_get_lane (self, place)->bars->len;
  for (place.bar = (int) n_bars - 1; place.bar >= 0; place.bar--)
    if (slip_rect_contains (slip_rollout_scene_get_rect (self, place), x, y))
      return place;
  return place;
}

char *
slip_rollout_scene_dup_days (const SlipRolloutScene *self)
{
  SlipRange range;

  if (!self->layout)
    return g_strdup ("");
  range = slip_rollout_lanes_find_range (self->layout, self->scroll);
  if (slip_range_is_empty (range))
    return g_strdup ("");
  return slip_date_dup_months (range.first, range.last);
}
