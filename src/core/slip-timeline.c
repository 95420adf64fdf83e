/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-timeline.h"

#include "slip-exception.h"
#include "slip-freeze.h"
#include "slip-release-index.h"
#include "slip-stage.h"

#include <string.h>

/* What is worth showing beyond what is planned, and the most there is. */
#define DAYS_BEFORE   182
#define DAYS_AFTER    365
#define MOST_DAYS     1800
#define SLACK_DAYS    14
#define MS_PER_SECOND 1000
#define SECONDS_A_DAY 86400.0

static void
clear_bar (gpointer data)
{
  slip_row_unref (((SlipTimelineBar *) data)->stage);
}

static void
free_lane (gpointer data)
{
  SlipTimelineLane *lane = data;

  slip_row_unref (lane->release);
  g_array_unref (lane->bars);
  g_free (lane->title);
  g_free (lane->title_key);
  g_free (lane);
}

void
slip_timeline_free (SlipTimeline *self)
{
  g_ptr_array_unref (self->lanes);
  g_free (self);
}

/* @at_ms in days and parts of them at the person's place; FALSE if it is none.
 */
static gboolean
find_instant (gint64 at_ms, double *instant)
{
  g_autoptr (GDateTime) at =
    g_date_time_new_from_unix_local (at_ms / MS_PER_SECOND);
  SlipDate day;

  if (at == NULL)
    return FALSE;
  day = slip_date_new (g_date_time_get_year (at), g_date_time_get_month (at),
                       g_date_time_get_day_of_month (at));
  if (!slip_date_is_set (day))
    return FALSE;
  *instant =
    day.day + (g_date_time_get_hour (at) * 3600 +
               g_date_time_get_minute (at) * 60 + g_date_time_get_second (at)) /
                SECONDS_A_DAY;
  return TRUE;
}

static gboolean
find_recorded (const SlipRow *stage, guint property, double *instant)
{
  return slip_row_peek (stage, property)->type != SLIP_VALUE_NONE &&
         find_instant (slip_row_get_integer (stage, property), instant);
}

/* The last day of what runs: as is expected, and not before today. */
static SlipDate
find_running_end (const SlipRow *stage, SlipRange planned, SlipDate today)
{
  SlipDate end = slip_row_get_date (stage, SLIP_STAGE_EXPECTED_END);

  if (!slip_date_is_set (end))
    end = planned.last;
  return !slip_date_is_set (end) || slip_date_is_before (end, today) ? today
                                                                     : end;
}

/* Whether it was ever active. */
static gboolean
has_been_active (const SlipRow *stage)
{
  return slip_stage_has_begun (stage) ||
         slip_stage_get_state (stage) == SLIP_STAGE_STATE_ROLLED_BACK;
}

/* Where a stage that has begun was and is. */
static gboolean
find_actual (const SlipRow *stage, SlipDate today, SlipTimelineBar *bar)
{
  SlipDate end = slip_row_get_date (stage, SLIP_STAGE_EXPECTED_END);
  gboolean has_end = TRUE;

  if (!find_recorded (stage, SLIP_STAGE_STARTED_AT, &bar->start)) {
    if (!slip_date_is_set (bar->planned.first))
      return FALSE;
    bar->start = bar->planned.first.day;
  }
  if (slip_stage_is_running (stage))
    end = find_running_end (stage, bar->planned, today);
  else if (find_recorded (stage, SLIP_STAGE_ENDED_AT, &bar->end))
    has_end = FALSE;
  else if (!slip_date_is_set (end))
    end = bar->planned.last;
  if (has_end)
    bar->end = slip_date_is_set (end) ? end.day + 1.0 : bar->start;
  bar->end = MAX (bar->end, bar->start);
  return TRUE;
}

gboolean
slip_timeline_bar_find (const SlipRow *stage,
                        SlipDate today,
                        SlipTimelineBar *bar)
{
  SlipRange planned =
    slip_range_new (slip_row_get_date (stage, SLIP_STAGE_PLANNED_START),
                    slip_row_get_date (stage, SLIP_STAGE_PLANNED_END));

  *bar = (SlipTimelineBar){
    .stage = (SlipRow *) stage,
    .state = slip_stage_get_state (stage),
    .planned = planned,
  };
  if (has_been_active (stage))
    return find_actual (stage, today, bar);
  if (slip_range_is_empty (planned))
    return FALSE;
  bar->start = planned.first.day;
  bar->end = planned.last.day + 1.0;
  bar->planned = slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE);
  return TRUE;
}

SlipRange
slip_timeline_bar_get_days (const SlipTimelineBar *bar)
{
  int first = (int) bar->start;
  int last = (int) bar->end;

  /* An end at midnight is the end of the day before. */
  if (last > first && bar->end <= last)
    last--;
  return slip_range_new ((SlipDate){ first }, (SlipDate){ last });
}

const SlipRow *
slip_timeline_bar_find_freeze (const SlipPlanState *state,
                               const SlipTimelineLane *lane,
                               const SlipTimelineBar *bar)
{
  SlipDate day = slip_timeline_bar_get_days (bar).first;
  const SlipRow *found = NULL;

  if (bar->state != SLIP_STAGE_STATE_PLANNED)
    return NULL;

  g_autoptr (GArray) spans =
    slip_freeze_list_release_spans (state, slip_range_new (day, day),
                                    lane->release);
  for (guint i = 0; i < spans->len; i++) {
    const SlipRow *freeze = g_array_index (spans, SlipFreezeSpan, i).freeze;

    if (found == NULL || slip_row_get_integer (freeze, SLIP_FREEZE_SEVERITY) !=
                           SLIP_SEVERITY_SOFT)
      found = freeze;
  }
  return found;
}

gboolean
slip_timeline_bar_is_barred (const SlipPlanState *state,
                             const SlipTimelineLane *lane,
                             const SlipTimelineBar *bar,
                             const SlipRow *freeze)
{
  return slip_row_get_integer (freeze, SLIP_FREEZE_SEVERITY) !=
           SLIP_SEVERITY_SOFT &&
         slip_exception_find (state, slip_row_get_id (lane->release),
                              slip_row_get_id (bar->stage),
                              slip_row_get_id (freeze),
                              slip_timeline_bar_get_days (bar).first) == NULL;
}

typedef struct {
  const SlipPlanState *state;
  const SlipQuery *query;
  SlipTimeline *timeline;
} Search;

static void
add_bars (SlipTimelineLane *lane, const Search *search)
{
  g_autoptr (GPtrArray) stages =
    slip_stage_list (search->state, slip_row_get_id (lane->release));

  lane->bars =
    g_array_sized_new (FALSE, FALSE, sizeof (SlipTimelineBar), stages->len);
  g_array_set_clear_func (lane->bars, clear_bar);
  for (guint i = 0; i < stages->len; i++) {
    SlipTimelineBar bar;

    if (!slip_timeline_bar_find (stages->pdata[i], search->timeline->today,
                                 &bar))
      continue;
    bar.stage = slip_row_ref (bar.stage);
    g_array_append_val (lane->bars, bar);
  }
}

static void
add_lane_cb (const SlipRow *release, gpointer data)
{
  const Search *search = data;
  SlipTimelineLane *lane;

  if (!slip_query_matches (search->query, search->state, release))
    return;

  lane = g_new0 (SlipTimelineLane, 1);
  lane->release = slip_row_ref (release);
  lane->title = slip_release_dup_title (search->state, release);
  lane->day =
    slip_release_resolve (search->state, release, SLIP_ANCHOR_RELEASE);
  lane->deploy_day =
    slip_release_resolve (search->state, release, SLIP_ANCHOR_DEPLOY);
  lane->is_closed = slip_release_is_closed (release);
  lane->is_loaded =
    slip_plan_state_is_loaded (search->state, slip_row_get_id (release));
  add_bars (lane, search);
  g_ptr_array_add (search->timeline->lanes, lane);
}

static void
add_recent (Search *search)
{
  SlipDate today = search->timeline->today;
  SlipRange range = {
    slip_date_add_days (today, -SLIP_TIMELINE_RECENT_DAYS),
    slip_date_add_days (today, SLIP_TIMELINE_RECENT_DAYS),
  };
  guint n = 0;
  const SlipReleaseEntry *found =
    slip_release_index_find (slip_plan_state_get_index (search->state), range,
                             &n);

  for (guint i = 0; i < n; i++)
    if (found[i].anchor == SLIP_ANCHOR_RELEASE &&
        found[i].status == SLIP_STATUS_RELEASED)
      add_lane_cb (found[i].release, search);
}

/* Made where it is needed, as few lanes have a day in common in most plans, and
 * not for each comparison, as hundreds may. */
static const char *
get_title_key (SlipTimelineLane *lane)
{
  if (lane->title_key == NULL)
    lane->title_key = g_utf8_collate_key (lane->title, -1);
  return lane->title_key;
}

static int
compare_lanes_cb (gconstpointer a, gconstpointer b)
{
  SlipTimelineLane *lane_a = *(SlipTimelineLane *const *) a;
  SlipTimelineLane *lane_b = *(SlipTimelineLane *const *) b;
  int order = lane_a->is_closed - lane_b->is_closed;

  if (order != 0)
    return order;
  /* What has no date comes last. */
  order = slip_date_is_set (lane_b->day) - slip_date_is_set (lane_a->day);
  if (order == 0)
    order = slip_date_compare (lane_a->day, lane_b->day);
  if (lane_a->is_closed)
    order = -order;
  if (order == 0)
    order = strcmp (get_title_key (lane_a), get_title_key (lane_b));
  if (order == 0)
    order = g_strcmp0 (slip_row_get_id (lane_a->release),
                       slip_row_get_id (lane_b->release));
  return order;
}

static void
include (SlipRange *range, SlipRange limits, SlipRange days)
{
  days = slip_range_intersect (days, limits);
  if (slip_range_is_empty (days))
    return;
  if (slip_date_is_before (days.first, range->first))
    range->first = days.first;
  if (slip_date_is_before (range->last, days.last))
    range->last = days.last;
}

static void
find_range (SlipTimeline *self)
{
  SlipDate today = self->today;
  SlipRange limits = { slip_date_add_days (today, -MOST_DAYS),
                       slip_date_add_days (today, MOST_DAYS) };
  SlipRange range = { slip_date_add_days (today, -DAYS_BEFORE),
                      slip_date_add_days (today, DAYS_AFTER) };

  for (guint i = 0; i < self->lanes->len; i++) {
    const SlipTimelineLane *lane = self->lanes->pdata[i];

    include (&range, limits, slip_range_new (lane->day, lane->day));
    include (&range, limits,
             slip_range_new (lane->deploy_day, lane->deploy_day));
    for (guint k = 0; k < lane->bars->len; k++)
      include (&range, limits,
               slip_timeline_bar_get_days (
                 slip_timeline_lane_get_bar (lane, (int) k)));
  }
  self->range = slip_range_new (slip_date_add_days (range.first, -SLACK_DAYS),
                                slip_date_add_days (range.last, SLACK_DAYS));
}

SlipTimeline *
slip_timeline_new (const SlipPlanState *state,
                   const SlipQuery *query,
                   SlipDate today)
{
  SlipTimeline *self = g_new0 (SlipTimeline, 1);
  Search search = { state, query, self };

  self->today = today;
  self->lanes = g_ptr_array_new_with_free_func (free_lane);
  slip_release_index_foreach_open (slip_plan_state_get_index (state),
                                   add_lane_cb, &search);
  add_recent (&search);
  g_ptr_array_sort (self->lanes, compare_lanes_cb);
  find_range (self);
  return self;
}

int
slip_timeline_find_lane (const SlipTimeline *self, const char *release)
{
  for (guint i = 0; i < self->lanes->len; i++) {
    const SlipTimelineLane *lane = self->lanes->pdata[i];

    if (g_strcmp0 (slip_row_get_id (lane->release), release) == 0)
      return (int) i;
  }
  return -1;
}

int
slip_timeline_lane_find_bar (const SlipTimelineLane *self, const char *stage)
{
  for (guint i = 0; i < self->bars->len; i++)
    if (g_strcmp0 (slip_row_get_id (
                     slip_timeline_lane_get_bar (self, (int) i)->stage),
                   stage) == 0)
      return (int) i;

  return -1;
}
