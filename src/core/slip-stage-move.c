/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-move.h"

#include <glib/gi18n-lib.h>

#include "slip-clock.h"
#include "slip-date-text.h"
#include "slip-move.h"
#include "slip-schedule.h"
#include "slip-stage.h"

SlipStageMove *
slip_stage_move_new (const char *stage, SlipRange to, SlipDate today)
{
  SlipStageMove *move = g_new0 (SlipStageMove, 1);

  move->stage = g_strdup (stage);
  move->to = to;
  move->today = today;
  return move;
}

SlipStageMove *
slip_stage_move_new_by (const char *stage,
                        int start_days,
                        int end_days,
                        SlipDate today)
{
  SlipStageMove *move =
    slip_stage_move_new (stage, slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE),
                         today);

  move->start_days = start_days;
  move->end_days = end_days;
  return move;
}

SlipStageMove *
slip_stage_move_copy (const SlipStageMove *move)
{
  SlipStageMove *copy =
    slip_stage_move_new (move->stage, move->to, move->today);

  copy->start_days = move->start_days;
  copy->end_days = move->end_days;
  slip_stage_move_set_parts (copy, move->stay, (const char *const *) move->kept,
                             (const char *const *) move->freed);
  return copy;
}

void
slip_stage_move_free (SlipStageMove *move)
{
  g_free (move->stage);
  g_strfreev (move->kept);
  g_strfreev (move->freed);
  g_free (move);
}

void
slip_stage_move_set_parts (SlipStageMove *move,
                           guint stay,
                           const char *const *kept,
                           const char *const *freed)
{
  g_strfreev (move->kept);
  g_strfreev (move->freed);
  move->stay = stay;
  move->kept = g_strdupv ((GStrv) kept);
  move->freed = g_strdupv ((GStrv) freed);
}

/* The day on which what has begun started; its planned one if that is not
 * recorded. */
static SlipDate
get_start_day (const SlipRow *stage)
{
  SlipDate day = SLIP_DATE_NONE;

  if (slip_row_peek (stage, SLIP_STAGE_STARTED_AT)->type != SLIP_VALUE_NONE)
    day =
      slip_clock_find_day (slip_row_get_integer (stage, SLIP_STAGE_STARTED_AT));
  return slip_date_is_set (day)
           ? day
           : slip_row_get_date (stage, SLIP_STAGE_PLANNED_START);
}

SlipRange
slip_stage_get_days (const SlipRow *stage)
{
  SlipDate start = get_start_day (stage);
  SlipDate end = slip_stage_get_end (stage);

  if (slip_stage_get_state (stage) == SLIP_STAGE_STATE_PLANNED)
    return slip_range_new (slip_row_get_date (stage, SLIP_STAGE_PLANNED_START),
                           slip_row_get_date (stage, SLIP_STAGE_PLANNED_END));
  /* What began at an unknown time began before it ended. */
  return slip_date_is_before (end, start) ? slip_range_new (end, end)
                                          : slip_range_new (start, end);
}

gboolean
slip_stage_can_move (const SlipRow *stage)
{
  return slip_stage_get_state (stage) == SLIP_STAGE_STATE_PLANNED &&
         !slip_range_is_empty (slip_stage_get_days (stage));
}

gboolean
slip_stage_can_end_otherwise (const SlipRow *stage)
{
  return slip_stage_can_move (stage) || slip_stage_is_running (stage);
}

/* A move under way. */
typedef struct {
  SlipEdit *edit;
  const SlipStageMove *move;
  const SlipRow *release;
  const SlipRow *stage;
  SlipRange from;
  SlipRange to;
} Motion;

G_GNUC_PRINTF (2, 3)
static gboolean
refuse (GError **error, const char *format, ...)
{
  g_autofree char *text = NULL;
  va_list arguments;

  va_start (arguments, format);
  text = g_strdup_vprintf (format, arguments);
  va_end (arguments);
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID, text);
  return FALSE;
}

/* Whether the stage may be put there at all. */
static gboolean
check (const Motion *motion, GError **error)
{
  g_autofree char *title = slip_stage_dup_title (motion->stage);
  gboolean is_running = slip_stage_is_running (motion->stage);

  if (!slip_release_is_open (motion->release))
    return refuse (error, _ ("The release is over, and its stages stay"));
  if (!is_running &&
      slip_stage_get_state (motion->stage) != SLIP_STAGE_STATE_PLANNED)
    return refuse (error, _ ("“%s” is over and stays where it was"), title);
  if (slip_range_is_empty (motion->from))
    return refuse (error, _ ("“%s” has no days yet: its release has no date"),
                   title);
  if (slip_range_is_empty (motion->to))
    return refuse (error, _ ("“%s” would end before it starts"), title);
  if (is_running && !slip_date_equal (motion->from.first, motion->to.first))
    return refuse (error, _ ("“%s” has begun: only its end can be moved"),
                   title);
  if (is_running && slip_date_is_before (motion->to.last, motion->move->today))
    return refuse (error, _ ("“%s” goes on and cannot end before today"),
                   title);
  if (slip_date_equal (motion->from.first, motion->to.first) &&
      slip_date_equal (motion->from.last, motion->to.last)) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING,
                         _ ("It is there already"));
    return FALSE;
  }
  return TRUE;
}

/* The day that the rule of the stage counts from, as slip-schedule has it. */
static SlipDate
find_base (const Motion *motion, const SlipWorkingDays *working_days)
{
  SlipDate base =
    slip_planned_date_resolve (slip_release_get_planned (motion->release,
                                                         SLIP_ANCHOR_RELEASE),
                               working_days);
  g_autoptr (GPtrArray) stages = NULL;

  if (slip_row_get_integer (motion->stage, SLIP_STAGE_START_ANCHOR) !=
      SLIP_STAGE_ANCHOR_PREVIOUS)
    return base;

  stages = slip_stage_list (slip_edit_get_state (motion->edit),
                            slip_row_get_id (motion->release));
  for (guint i = 0; i < stages->len; i++) {
    const SlipRow *before = stages->pdata[i];

    if (g_str_equal (slip_row_get_id (before), motion->move->stage))
      break;
    if (slip_stage_is_passed_over (before))
      continue;
    base =
      slip_date_is_set (slip_stage_get_end (before))
        ? slip_date_add_days (slip_stage_get_end (before), 1)
        : slip_planned_date_resolve (
            slip_release_get_planned (motion->release, SLIP_ANCHOR_RELEASE),
            working_days);
  }
  return base;
}

static void
set_integer (const Motion *motion, guint property, gint64 integer)
{
  slip_edit_set_integer (motion->edit, SLIP_KIND_STAGE, motion->move->stage,
                         property, integer);
}

static void
set_date (const Motion *motion, guint property, SlipDate date)
{
  slip_edit_set_date (motion->edit, SLIP_KIND_STAGE, motion->move->stage,
                      property, date);
}

/* Has the rule come to the new first day. */
static void
set_rule (const Motion *motion)
{
  g_autoptr (SlipWorkingDays) working_days =
    slip_plan_state_dup_working_days (slip_edit_get_state (motion->edit),
                                      slip_row_get_text (motion->release,
                                                         SLIP_RELEASE_PRODUCT));
  SlipDate base = find_base (motion, working_days);
  SlipDate day = motion->to.first;
  int offset = slip_date_days_until (base, day);

  if (slip_row_get_integer (motion->stage, SLIP_STAGE_START_UNIT) ==
      SLIP_UNIT_WORKING_DAYS) {
    int n = slip_working_days_count (working_days, base, day);

    if (slip_date_equal (slip_working_days_add (working_days, base, n), day))
      offset = n;
    else
      set_integer (motion, SLIP_STAGE_START_UNIT, SLIP_UNIT_CALENDAR_DAYS);
  }
  set_integer (motion, SLIP_STAGE_START_OFFSET, offset);
}

/* Before anything else of the stage, so that the change set begins with it. */
static void
set_length (const Motion *motion)
{
  int change =
    slip_range_get_length (motion->to) - slip_range_get_length (motion->from);

  if (change != 0)
    set_integer (motion, SLIP_STAGE_LENGTH_DAYS,
                 MAX (slip_stage_get_length_days (motion->stage) + change, 1));
}

static gboolean
move_launch (const Motion *motion, GError **error)
{
  g_autoptr (SlipMove) move = NULL;

  if (slip_date_equal (motion->from.first, motion->to.first))
    return TRUE;

  move =
    slip_move_new_to_day (slip_edit_get_state (motion->edit),
                          slip_row_get_id (motion->release), motion->to.first,
                          motion->move->stay, motion->move->today);
  slip_move_set_parts (move, (const char *const *) motion->move->kept,
                       (const char *const *) motion->move->freed);
  return slip_move_run (motion->edit, move, error);
}

static gboolean
move_planned (const Motion *motion, GError **error)
{
  set_length (motion);
  if (slip_row_get_boolean (motion->stage, SLIP_STAGE_IS_LAUNCH))
    return move_launch (motion, error);
  if (slip_row_get_boolean (motion->stage, SLIP_STAGE_START_IS_PINNED)) {
    set_date (motion, SLIP_STAGE_PLANNED_START, motion->to.first);
    set_date (motion, SLIP_STAGE_PLANNED_END, motion->to.last);
  } else if (!slip_date_equal (motion->from.first, motion->to.first)) {
    set_rule (motion);
  }
  return TRUE;
}

/* The length goes with it, so that both tell the same. */
static void
move_end (const Motion *motion)
{
  set_date (motion, SLIP_STAGE_EXPECTED_END, motion->to.last);
  set_length (motion);
}

static void
keep_parts (const Motion *motion)
{
  const char *release = slip_row_get_id (motion->release);

  if (motion->move->freed != NULL)
    slip_schedule_free (motion->edit, release,
                        (const char *const *) motion->move->freed);
  if (motion->move->kept != NULL)
    slip_schedule_keep (motion->edit, release,
                        (const char *const *) motion->move->kept);
}

static SlipRange
find_target (const SlipStageMove *move, SlipRange from)
{
  if (slip_date_is_set (move->to.first))
    return move->to;
  return slip_range_new (slip_date_add_days (from.first, move->start_days),
                         slip_date_add_days (from.last, move->end_days));
}

static void
set_subject (const Motion *motion)
{
  g_autofree char *stage = slip_stage_dup_title (motion->stage);
  g_autofree char *release =
    slip_release_dup_title (slip_edit_get_state (motion->edit),
                            motion->release);
  /* Translators: a rollout stage and its release: '25 % of Console 12.1'. */
  g_autofree char *subject = g_strdup_printf (_ ("%s of %s"), stage, release);

  slip_edit_set_verb (motion->edit, SLIP_VERB_MOVE);
  slip_edit_set_subject (motion->edit, subject);
}

gboolean
slip_stage_move_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipStageMove *move = data;
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *row =
    slip_plan_state_get (state, SLIP_KIND_STAGE, move->stage);
  g_autoptr (SlipRow) stage = NULL;
  g_autoptr (SlipRow) release = NULL;
  Motion motion;

  if (row == NULL) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("The stage to move is not there any more"));
    return FALSE;
  }

  stage = slip_row_ref (row);
  release = slip_row_ref (
    slip_plan_state_get (state, SLIP_KIND_RELEASE, slip_row_get_owner (row)));
  motion = (Motion){ edit, move, release, stage, slip_stage_get_days (row) };
  motion.to = find_target (move, motion.from);
  if (!check (&motion, error))
    return FALSE;

  set_subject (&motion);
  if (slip_stage_is_running (stage))
    move_end (&motion);
  else if (!move_planned (&motion, error))
    return FALSE;
  keep_parts (&motion);
  return TRUE;
}

static char *
describe_shift (int n_days)
{
  int n = ABS (n_days);

  return n_days > 0
           ? g_strdup_printf (ngettext ("+%d day", "+%d days", (gulong) n), n)
           : g_strdup_printf (ngettext ("−%d day", "−%d days", (gulong) n), n);
}

/* '3 → 5 days' */
static char *
describe_length (int before, int after)
{
  return g_strdup_printf (
    /* Translators: how long a rollout stage was, and how long it will be. */
    ngettext ("%d → %d day", "%d → %d days", (gulong) after), before, after);
}

/* 'Fri 4 December → Sun 6 December' */
static char *
describe_days (SlipDate before, SlipDate after)
{
  g_autofree char *from =
    slip_date_dup_text (before, SLIP_DATE_STYLE_MEDIUM, before);
  g_autofree char *to =
    slip_date_dup_text (after, SLIP_DATE_STYLE_MEDIUM, before);

  /* Translators: a date before and after a change. */
  return g_strdup_printf (_ ("%s → %s"), from, to);
}

static char *
describe_move (const SlipRow *before, const SlipRow *after)
{
  SlipRange from = slip_stage_get_days (before);
  SlipRange to = slip_stage_get_days (after);
  gboolean has_start_moved = !slip_date_equal (from.first, to.first);
  int length = slip_range_get_length (from);
  int new_length = slip_range_get_length (to);
  g_autofree char *title = slip_stage_dup_title (after);
  g_autofree char *days = has_start_moved ? describe_days (from.first, to.first)
                                          : describe_days (from.last, to.last);
  g_autofree char *much =
    length == new_length
      ? describe_shift (slip_date_days_until (from.first, to.first))
      : describe_length (length, new_length);

  if (length == new_length)
    /* Translators: a rollout stage, 'Wed 2 December → Fri 4 December', and '+2
     * days'. */
    return g_strdup_printf (_ ("“%s”: %s (%s)"), title, days, much);
  if (has_start_moved)
    /* Translators: a rollout stage, its first day before and after, and '3 → 5
     * days'. */
    return g_strdup_printf (_ ("“%s” starts: %s (%s)"), title, days, much);
  /* Translators: a rollout stage, its last day before and after, and '3 → 5
   * days'. */
  return g_strdup_printf (_ ("“%s” ends: %s (%s)"), title, days, much);
}

/* It is what the title is about. */
static void
remove_part (SlipPreview *preview, const char *id)
{
  for (guint i = 0; i < preview->parts->len; i++) {
    const SlipPartChange *change = preview->parts->pdata[i];

    if (g_str_equal (change->id, id)) {
      g_ptr_array_remove_index (preview->parts, i);
      return;
    }
  }
}

/* The stage stands in the title, and not among what follows. */
static void
tell_stage (SlipPreview *preview,
            const SlipPlanState *before,
            const SlipPlanState *after,
            const char *stage)
{
  const SlipRow *row_before =
    slip_plan_state_get (before, SLIP_KIND_STAGE, stage);
  const SlipRow *row_after =
    slip_plan_state_get (after, SLIP_KIND_STAGE, stage);

  if (row_before != NULL && row_after != NULL)
    preview->title = describe_move (row_before, row_after);
  remove_part (preview, stage);
}

static const char *
get_release (const SlipPlanState *state, const char *stage)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_STAGE, stage);

  return row != NULL ? slip_row_get_owner (row) : "";
}

SlipPreview *
slip_stage_move_preview (const SlipPlanState *state,
                         const SlipStageMove *move,
                         const SlipConflictContext *context,
                         GError **error)
{
  SlipPreview *preview =
    slip_preview_new (state, get_release (state, move->stage),
                      slip_stage_move_run, move, context, error);
  g_autoptr (SlipPlanState) after = NULL;

  if (preview == NULL)
    return NULL;

  after = slip_plan_state_apply (state, preview->set, NULL);
  if (after != NULL)
    tell_stage (preview, state, after, move->stage);
  return preview;
}

SlipPreview *
slip_stage_move_preview_between (const SlipPlanState *before,
                                 const SlipPlanState *after,
                                 const char *stage,
                                 const SlipConflictContext *context)
{
  SlipPreview *preview =
    slip_preview_new_between (before, after, get_release (before, stage),
                              context);

  tell_stage (preview, before, after, stage);
  return preview;
}
