/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout.h"

#include <glib/gi18n-lib.h>

#include "slip-clock.h"
#include "slip-release-index.h"
#include "slip-schedule.h"
#include "slip-stage.h"

/* As slip-schema-table.c says. */
#define LONGEST_PAUSE G_GINT64_CONSTANT (3155760000)
#define LONGEST_REACH 3660

static const SlipRow *
find_current (const GPtrArray *stages)
{
  for (guint i = stages->len; i > 0; i--)
    if (slip_stage_is_running (stages->pdata[i - 1]))
      return stages->pdata[i - 1];

  return NULL;
}

static const SlipRow *
find_next (const GPtrArray *stages)
{
  const SlipRow *next = NULL;

  for (guint i = stages->len; i > 0; i--) {
    if (slip_stage_has_begun (stages->pdata[i - 1]))
      return next;
    if (slip_stage_is_left (stages->pdata[i - 1]))
      next = stages->pdata[i - 1];
  }

  return next;
}

const SlipRow *
slip_rollout_get_current (const SlipPlanState *state, const char *release)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (state, release);

  return find_current (stages);
}

const SlipRow *
slip_rollout_get_next (const SlipPlanState *state, const char *release)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (state, release);

  return find_next (stages);
}

void
slip_rollout_get_both (const SlipPlanState *state,
                       const char *release,
                       const SlipRow **current,
                       const SlipRow **next)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (state, release);

  *current = find_current (stages);
  *next = find_next (stages);
}

/* One transition of a stage. */
typedef struct {
  SlipEdit *edit;
  SlipRow *stage;    /* as it was */
  GPtrArray *stages; /* of its release, in order, as they were */
  guint index;       /* of the stage in these */
} Step;

static void
clear_step (Step *step)
{
  g_clear_pointer (&step->stage, slip_row_unref);
  g_clear_pointer (&step->stages, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Step, clear_step)

/* Returns: whether the stage is there. */
static gboolean
init_step (Step *step, SlipEdit *edit, const char *id)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *stage = slip_plan_state_get (state, SLIP_KIND_STAGE, id);

  if (slip_edit_has_failed (edit))
    return FALSE;
  if (stage == NULL) {
    slip_edit_fail (edit, SLIP_PLAN_ERROR_NOT_FOUND,
                    _ ("There is no such stage any more"));
    return FALSE;
  }

  step->edit = edit;
  step->stage = slip_row_ref (stage);
  step->stages = slip_stage_list (state, slip_row_get_owner (stage));
  for (guint i = 0; i < step->stages->len; i++)
    if (g_str_equal (slip_row_get_id (step->stages->pdata[i]), id))
      step->index = i;
  return TRUE;
}

static void
refuse (const Step *step, const char *message)
{
  slip_edit_fail (step->edit, SLIP_PLAN_ERROR_INVALID, message);
}

static void
set_instant (const Step *step,
             const SlipRow *stage,
             guint property,
             gint64 at_ms)
{
  SlipValue value = slip_value_new_integer (at_ms);

  slip_edit_set (step->edit, SLIP_KIND_STAGE, slip_row_get_id (stage), property,
                 &value);
}

static void
set_none (const Step *step, const SlipRow *stage, guint property)
{
  SlipValue none = SLIP_VALUE_INIT;

  slip_edit_set (step->edit, SLIP_KIND_STAGE, slip_row_get_id (stage), property,
                 &none);
}

static void
set_state (const Step *step, const SlipRow *stage, SlipStageState state)
{
  slip_edit_set_integer (step->edit, SLIP_KIND_STAGE, slip_row_get_id (stage),
                         SLIP_STAGE_STATE, state);
}

static void
set_expected_end (const Step *step, const SlipRow *stage, SlipDate day)
{
  slip_edit_set_date (step->edit, SLIP_KIND_STAGE, slip_row_get_id (stage),
                      SLIP_STAGE_EXPECTED_END, day);
}

static void
set_status (const Step *step, SlipStatus status)
{
  slip_edit_set_integer (step->edit, SLIP_KIND_RELEASE,
                         slip_row_get_owner (step->stage), SLIP_RELEASE_STATUS,
                         status);
}

static gboolean
is_known (const SlipRow *stage, guint property)
{
  return slip_row_peek (stage, property)->type != SLIP_VALUE_NONE;
}

static void
begin_stage (const Step *step, const SlipRow *stage, SlipMoment moment)
{
  set_state (step, stage, SLIP_STAGE_STATE_ACTIVE);
  set_instant (step, stage, SLIP_STAGE_STARTED_AT, moment.at_ms);
  set_none (step, stage, SLIP_STAGE_ENDED_AT);
  set_none (step, stage, SLIP_STAGE_HELD_AT);
  set_none (step, stage, SLIP_STAGE_PAUSED_SECONDS);
  set_expected_end (
    step, stage,
    slip_date_add_days (moment.today, slip_stage_get_length_days (stage) - 1));
}

/* Counts the present pause of @stage, if it is in one and since when is known.
 */
static void
end_pause (const Step *step, const SlipRow *stage, SlipMoment moment)
{
  gint64 held_ms = slip_row_get_integer (stage, SLIP_STAGE_HELD_AT);
  gint64 paused = slip_row_get_integer (stage, SLIP_STAGE_PAUSED_SECONDS);

  if (is_known (stage, SLIP_STAGE_HELD_AT))
    paused += MAX ((moment.at_ms - held_ms) / 1000, 0);
  if (paused > 0)
    slip_edit_set_integer (step->edit, SLIP_KIND_STAGE, slip_row_get_id (stage),
                           SLIP_STAGE_PAUSED_SECONDS,
                           MIN (paused, LONGEST_PAUSE));
  set_none (step, stage, SLIP_STAGE_HELD_AT);
}

static void
end_stage (const Step *step,
           const SlipRow *stage,
           SlipStageState state,
           SlipMoment moment)
{
  gint64 started_ms = slip_row_get_integer (stage, SLIP_STAGE_STARTED_AT);

  end_pause (step, stage, moment);
  set_state (step, stage, state);
  set_instant (step, stage, SLIP_STAGE_ENDED_AT,
               MAX (moment.at_ms, started_ms));
  set_expected_end (step, stage, moment.today);
}

static gboolean
has_begun_after (const Step *step)
{
  for (guint i = step->index + 1; i < step->stages->len; i++)
    if (slip_stage_has_begun (step->stages->pdata[i]))
      return TRUE;

  return FALSE;
}

/* Whether a rollout still only grows now that @stage counts. */
static void
check_growth (const Step *step, const SlipRow *stage)
{
  const SlipPlanState *state = slip_edit_get_state (step->edit);
  g_autoptr (GError) error = NULL;

  if (!slip_edit_has_failed (step->edit) &&
      !slip_exposure_check (state,
                            slip_plan_state_get (state, SLIP_KIND_STAGE,
                                                 slip_row_get_id (stage)),
                            &error))
    refuse (step, error->message);
}

void
slip_rollout_start (SlipEdit *edit, const char *stage, SlipMoment moment)
{
  g_auto (Step) step = { 0 };

  if (!init_step (&step, edit, stage))
    return;
  if (slip_stage_has_begun (step.stage)) {
    refuse (&step, _ ("The stage has begun already"));
    return;
  }
  if (has_begun_after (&step)) {
    refuse (&step, _ ("A later stage has begun: roll back to go back to this "
                      "one"));
    return;
  }

  for (guint i = 0; i < step.index; i++) {
    const SlipRow *earlier = step.stages->pdata[i];

    if (slip_stage_is_running (earlier))
      end_stage (&step, earlier, SLIP_STAGE_STATE_DONE, moment);
    else if (slip_stage_get_state (earlier) == SLIP_STAGE_STATE_PLANNED)
      set_state (&step, earlier, SLIP_STAGE_STATE_SKIPPED);
  }
  begin_stage (&step, step.stage, moment);
  set_status (&step, SLIP_STATUS_ROLLING_OUT);
  check_growth (&step, step.stage);
}

void
slip_rollout_hold (SlipEdit *edit, const char *stage, SlipMoment moment)
{
  g_auto (Step) step = { 0 };

  if (!init_step (&step, edit, stage))
    return;
  if (slip_stage_get_state (step.stage) != SLIP_STAGE_STATE_ACTIVE) {
    refuse (&step, _ ("Only a stage that is active can be held"));
    return;
  }

  set_state (&step, step.stage, SLIP_STAGE_STATE_HELD);
  set_instant (&step, step.stage, SLIP_STAGE_HELD_AT, moment.at_ms);
}

static gboolean
is_launch_to_come (const Step *step)
{
  for (guint i = step->index + 1; i < step->stages->len; i++)
    if (slip_row_get_boolean (step->stages->pdata[i], SLIP_STAGE_IS_LAUNCH) &&
        slip_stage_get_state (step->stages->pdata[i]) ==
          SLIP_STAGE_STATE_PLANNED)
      return TRUE;

  return FALSE;
}

/* The offset with which @stage starts @n_days later than it does. */
static int
find_later_offset (const Step *step,
                   const SlipRow *release,
                   const SlipRow *stage,
                   int n_days)
{
  const SlipPlanState *state = slip_edit_get_state (step->edit);
  int offset = (int) slip_row_get_integer (stage, SLIP_STAGE_START_OFFSET);
  SlipDate day = slip_release_resolve (state, release, SLIP_ANCHOR_RELEASE);
  g_autoptr (SlipWorkingDays) working_days = NULL;
  SlipDate wanted;

  if (slip_row_get_integer (stage, SLIP_STAGE_START_UNIT) !=
        SLIP_UNIT_WORKING_DAYS ||
      !slip_date_is_set (day))
    return offset + n_days;

  working_days = slip_plan_state_dup_working_days (
    state, slip_row_get_text (release, SLIP_RELEASE_PRODUCT));
  wanted =
    slip_date_add_days (slip_working_days_add (working_days, day, offset),
                        n_days);
  while (offset < LONGEST_REACH &&
         slip_date_is_before (slip_working_days_add (working_days, day, offset),
                              wanted))
    offset++;
  return offset;
}

/* Moves what hangs on the release date after the stage. */
static void
shift_followers (const Step *step, int n_days)
{
  const SlipRow *release =
    slip_plan_state_get (slip_edit_get_state (step->edit), SLIP_KIND_RELEASE,
                         slip_row_get_owner (step->stage));
  g_autoptr (SlipRow) held = slip_row_ref (release);

  if (n_days <= 0 || is_launch_to_come (step))
    return;

  for (guint i = step->index + 1; i < step->stages->len; i++) {
    const SlipRow *stage = step->stages->pdata[i];

    if (slip_stage_get_state (stage) == SLIP_STAGE_STATE_PLANNED &&
        slip_row_get_integer (stage, SLIP_STAGE_START_ANCHOR) ==
          SLIP_STAGE_ANCHOR_RELEASE)
      slip_edit_set_integer (step->edit, SLIP_KIND_STAGE,
                             slip_row_get_id (stage), SLIP_STAGE_START_OFFSET,
                             MIN (find_later_offset (step, held, stage, n_days),
                                  LONGEST_REACH));
  }
}

void
slip_rollout_resume (SlipEdit *edit, const char *stage, SlipMoment moment)
{
  g_auto (Step) step = { 0 };
  SlipDate end;
  SlipDate held_day;
  int n_days = 0;

  if (!init_step (&step, edit, stage))
    return;
  if (slip_stage_get_state (step.stage) != SLIP_STAGE_STATE_HELD) {
    refuse (&step, _ ("Only a stage that is held can be resumed"));
    return;
  }

  if (is_known (step.stage, SLIP_STAGE_HELD_AT)) {
    held_day = slip_clock_find_day (
      slip_row_get_integer (step.stage, SLIP_STAGE_HELD_AT));
    if (slip_date_is_set (held_day))
      n_days = MAX (slip_date_days_until (held_day, moment.today), 0);
  }
  end = slip_row_get_date (step.stage, SLIP_STAGE_EXPECTED_END);
  end_pause (&step, step.stage, moment);
  set_state (&step, step.stage, SLIP_STAGE_STATE_ACTIVE);
  set_status (&step, SLIP_STATUS_ROLLING_OUT);
  if (slip_date_is_set (end))
    set_expected_end (&step, step.stage, slip_date_add_days (end, n_days));
  shift_followers (&step, n_days);
}

/* The release is out: what still runs is over, and nothing is to come. */
static void
end_rollout (const Step *step, SlipMoment moment)
{
  for (guint i = 0; i < step->stages->len; i++) {
    const SlipRow *stage = step->stages->pdata[i];

    if (i != step->index && slip_stage_is_running (stage))
      end_stage (step, stage, SLIP_STAGE_STATE_DONE, moment);
    else if (slip_stage_get_state (stage) == SLIP_STAGE_STATE_PLANNED)
      set_state (step, stage, SLIP_STAGE_STATE_SKIPPED);
  }
  set_status (step, SLIP_STATUS_RELEASED);
}

void
slip_rollout_finish (SlipEdit *edit, const char *stage, SlipMoment moment)
{
  g_auto (Step) step = { 0 };
  gboolean is_last = TRUE;

  if (!init_step (&step, edit, stage))
    return;
  if (!slip_stage_is_running (step.stage)) {
    refuse (&step, _ ("Only a stage that has begun can end"));
    return;
  }

  for (guint i = step.index + 1; i < step.stages->len; i++)
    if (slip_stage_is_running (step.stages->pdata[i]) ||
        slip_stage_is_left (step.stages->pdata[i]))
      is_last = FALSE;
  end_stage (&step, step.stage, SLIP_STAGE_STATE_DONE, moment);
  if (is_last)
    end_rollout (&step, moment);
}

void
slip_rollout_go_on (SlipEdit *edit, const char *stage, SlipMoment moment)
{
  g_auto (Step) step = { 0 };
  gint64 gap_ms = 0;
  gint64 paused;
  SlipDate start = SLIP_DATE_NONE;
  SlipDate end = moment.today;

  if (!init_step (&step, edit, stage))
    return;
  if (slip_stage_get_state (step.stage) != SLIP_STAGE_STATE_DONE) {
    refuse (&step, _ ("Only a stage that has ended can go on"));
    return;
  }

  if (is_known (step.stage, SLIP_STAGE_STARTED_AT))
    start = slip_clock_find_day (
      slip_row_get_integer (step.stage, SLIP_STAGE_STARTED_AT));
  if (slip_date_is_set (start))
    start =
      slip_date_add_days (start, slip_stage_get_length_days (step.stage) - 1);
  if (slip_date_is_set (start) && slip_date_is_before (end, start))
    end = start;
  if (is_known (step.stage, SLIP_STAGE_ENDED_AT))
    gap_ms =
      moment.at_ms - slip_row_get_integer (step.stage, SLIP_STAGE_ENDED_AT);
  paused = slip_row_get_integer (step.stage, SLIP_STAGE_PAUSED_SECONDS) +
           MAX (gap_ms / 1000, 0);

  set_state (&step, step.stage, SLIP_STAGE_STATE_ACTIVE);
  set_none (&step, step.stage, SLIP_STAGE_ENDED_AT);
  if (paused > 0)
    slip_edit_set_integer (edit, SLIP_KIND_STAGE, stage,
                           SLIP_STAGE_PAUSED_SECONDS,
                           MIN (paused, LONGEST_PAUSE));
  set_expected_end (&step, step.stage, end);
  set_status (&step, SLIP_STATUS_ROLLING_OUT);
}

void
slip_rollout_break_off (SlipEdit *edit, const char *stage, SlipMoment moment)
{
  g_auto (Step) step = { 0 };

  if (!init_step (&step, edit, stage))
    return;
  if (!slip_stage_is_running (step.stage)) {
    refuse (&step, _ ("Only a stage that has begun can be rolled back"));
    return;
  }

  end_stage (&step, step.stage, SLIP_STAGE_STATE_ROLLED_BACK, moment);
}

void
slip_rollout_skip (SlipEdit *edit, const char *stage)
{
  g_auto (Step) step = { 0 };

  if (!init_step (&step, edit, stage))
    return;
  if (!slip_stage_is_left (step.stage)) {
    refuse (&step, _ ("Only a stage that has not begun can be skipped"));
    return;
  }

  set_state (&step, step.stage, SLIP_STAGE_STATE_SKIPPED);
  slip_rollout_settle (edit);
}

static int
find_index (const Step *step, const char *id)
{
  for (guint i = 0; i < step->stages->len; i++)
    if (g_str_equal (slip_row_get_id (step->stages->pdata[i]), id))
      return (int) i;

  return -1;
}

void
slip_rollout_roll_back (SlipEdit *edit,
                        const char *stage,
                        const char *to_stage,
                        SlipMoment moment)
{
  g_auto (Step) step = { 0 };
  int to = -1;

  if (!init_step (&step, edit, stage))
    return;
  if (!slip_stage_has_begun (step.stage)) {
    refuse (&step, _ ("Only a stage that has begun can be rolled back"));
    return;
  }
  if (to_stage != NULL) {
    to = find_index (&step, to_stage);
    if (to < 0 || to >= (int) step.index) {
      refuse (&step, _ ("A stage is rolled back to one before it"));
      return;
    }
  }

  for (guint i = (guint) (to + 1); i < step.stages->len; i++) {
    if (slip_stage_is_running (step.stages->pdata[i]))
      end_stage (&step, step.stages->pdata[i], SLIP_STAGE_STATE_ROLLED_BACK,
                 moment);
    else if (slip_stage_has_begun (step.stages->pdata[i]))
      set_state (&step, step.stages->pdata[i], SLIP_STAGE_STATE_ROLLED_BACK);
  }
  if (to >= 0) {
    begin_stage (&step, step.stages->pdata[to], moment);
    check_growth (&step, step.stages->pdata[to]);
  }
  set_status (&step, to >= 0 ? SLIP_STATUS_ROLLING_OUT : SLIP_STATUS_READY);
}

gboolean
slip_rollout_is_due (const SlipRow *stage, gint64 now_ms)
{
  gint64 soak = slip_stage_get_soak_seconds (stage);
  gint64 soaked = slip_stage_get_soaked_seconds (stage, now_ms);
  SlipDate end = slip_row_get_date (stage, SLIP_STAGE_EXPECTED_END);

  if (slip_stage_get_state (stage) != SLIP_STAGE_STATE_ACTIVE ||
      slip_row_get_integer (stage, SLIP_STAGE_ADVANCE) != SLIP_ADVANCE_PROPOSED)
    return FALSE;
  if (soak > 0)
    return soaked >= soak;

  return slip_date_is_set (end) &&
         slip_date_is_before (end, slip_clock_find_day (now_ms));
}

void
slip_rollout_foreach_current (const SlipPlanState *state,
                              SlipRowFunc func,
                              gpointer data)
{
  guint n = 0;
  const SlipReleaseEntry *entries =
    slip_release_index_list (slip_plan_state_get_index (state), &n);

  for (guint i = 0; i < n; i++) {
    const SlipRow *stage;

    if (entries[i].status != SLIP_STATUS_ROLLING_OUT ||
        entries[i].anchor != SLIP_ANCHOR_RELEASE)
      continue;
    stage =
      slip_rollout_get_current (state, slip_row_get_id (entries[i].release));
    if (stage != NULL)
      func (stage, data);
  }
}

typedef struct {
  gint64 now_ms;
  GPtrArray *stages;
} Search;

static void
find_proposal_cb (const SlipRow *stage, gpointer data)
{
  Search *search = data;

  if (slip_rollout_is_due (stage, search->now_ms))
    g_ptr_array_add (search->stages, (gpointer) stage);
}

static int
compare_stages_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *const *stage_a = a;
  const SlipRow *const *stage_b = b;

  return g_strcmp0 (slip_row_get_owner (*stage_a),
                    slip_row_get_owner (*stage_b));
}

GPtrArray *
slip_rollout_list_proposals (const SlipPlanState *state, gint64 now_ms)
{
  GPtrArray *stages = g_ptr_array_new ();
  Search search = { now_ms, stages };

  slip_rollout_foreach_current (state, find_proposal_cb, &search);
  g_ptr_array_sort (stages, compare_stages_cb);
  return stages;
}
