/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-move.h"

#include <glib/gi18n-lib.h>

#include "slip-change-notice.h"
#include "slip-dependency.h"
#include "slip-schedule.h"

/* So many releases may be moved along at most. */
#define MAX_TAKEN 1000

SlipMove *
slip_move_new (const char *release,
               SlipPlannedDate to,
               guint stay,
               SlipDate today)
{
  SlipMove *move = g_new0 (SlipMove, 1);

  move->release = g_strdup (release);
  move->to = slip_planned_date_normalize (to);
  move->stay = stay;
  move->today = today;
  return move;
}

SlipMove *
slip_move_copy (const SlipMove *move)
{
  SlipMove *copy =
    slip_move_new (move->release, move->to, move->stay, move->today);

  slip_move_set_parts (copy, (const char *const *) move->kept,
                       (const char *const *) move->freed);
  return copy;
}

void
slip_move_free (SlipMove *move)
{
  g_free (move->release);
  g_strfreev (move->kept);
  g_strfreev (move->freed);
  g_free (move);
}

void
slip_move_set_parts (SlipMove *move,
                     const char *const *kept,
                     const char *const *freed)
{
  g_strfreev (move->kept);
  g_strfreev (move->freed);
  move->kept = g_strdupv ((GStrv) kept);
  move->freed = g_strdupv ((GStrv) freed);
}

SlipMove *
slip_move_new_to_day (const SlipPlanState *state,
                      const char *release,
                      SlipDate day,
                      guint stay,
                      SlipDate today)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);
  SlipPlannedDate to = { day, SLIP_CERTAINTY_TENTATIVE };

  g_return_val_if_fail (row != NULL, NULL);

  if (slip_release_get_planned (row, SLIP_ANCHOR_RELEASE).certainty ==
      SLIP_CERTAINTY_CONFIRMED)
    to.certainty = SLIP_CERTAINTY_CONFIRMED;

  return slip_move_new (release, to, stay, today);
}

static void
set_planned (SlipEdit *edit,
             const char *release,
             SlipAnchor anchor,
             SlipPlannedDate planned)
{
  slip_edit_set_date (edit, SLIP_KIND_RELEASE, release,
                      slip_anchor_get_date_property (anchor), planned.date);
  slip_edit_set_integer (edit, SLIP_KIND_RELEASE, release,
                         slip_anchor_get_certainty_property (anchor),
                         planned.certainty);
}

/* Whether @anchor has a day that a move could take along. */
static gboolean
may_follow (const SlipRow *release, SlipAnchor anchor, SlipDate today)
{
  SlipPlannedDate planned = slip_release_get_planned (release, anchor);
  SlipRange period = slip_planned_date_get_period (planned);

  return !slip_range_is_empty (period) &&
         !slip_release_is_pinned (release, anchor) &&
         !slip_date_is_before (period.last, today);
}

static void
pin (SlipEdit *edit, const char *release, SlipAnchor anchor)
{
  slip_edit_set_integer (edit, SLIP_KIND_RELEASE, release,
                         (guint) slip_anchor_get_pin_property (anchor), TRUE);
}

static void
set_offset (SlipEdit *edit,
            const char *release,
            SlipAnchor anchor,
            const SlipValue *offset)
{
  slip_edit_set (edit, SLIP_KIND_RELEASE, release,
                 (guint) slip_anchor_get_offset_property (anchor), offset);
}

/* A move under way: the release as it was, and the days it moves between. */
typedef struct {
  SlipEdit *edit;
  const SlipMove *move;
  const SlipRow *release;
  const SlipWorkingDays *working_days;
  SlipDate from;
  SlipDate to;
} Motion;

/* Takes @anchor along by as many days as the release date moves. */
static void
shift (const Motion *motion, SlipAnchor anchor)
{
  SlipPlannedDate planned = slip_release_get_planned (motion->release, anchor);

  planned.date =
    slip_date_add_days (slip_planned_date_resolve (planned,
                                                   motion->working_days),
                        slip_date_days_until (motion->from, motion->to));
  set_planned (motion->edit, motion->move->release, anchor,
               slip_planned_date_normalize (planned));
}

/* Takes the day of @anchor away and keeps how far it was from the release. */
static void
put_aside (const Motion *motion, SlipAnchor anchor)
{
  SlipDate day = slip_planned_date_resolve (
    slip_release_get_planned (motion->release, anchor), motion->working_days);
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_RELEASE,
                              (guint) slip_anchor_get_offset_property (anchor));
  SlipValue offset =
    slip_value_new_integer (slip_date_days_until (motion->from, day));

  /* A day that far away was not planned by this release. */
  if (!slip_property_check (property, &offset, NULL))
    return;

  set_planned (motion->edit, motion->move->release, anchor, SLIP_UNSCHEDULED);
  set_offset (motion->edit, motion->move->release, anchor, &offset);
}

/* Gives @anchor, which was put aside, its day again. */
static void
bring_back (const Motion *motion, SlipAnchor anchor)
{
  const SlipValue *offset =
    slip_row_peek (motion->release,
                   (guint) slip_anchor_get_offset_property (anchor));
  SlipValue none = SLIP_VALUE_INIT;
  SlipPlannedDate planned = { SLIP_DATE_NONE, SLIP_CERTAINTY_TENTATIVE };

  if (offset->type == SLIP_VALUE_NONE ||
      slip_date_is_set (
        slip_release_get_planned (motion->release, anchor).date))
    return;

  planned.date =
    slip_date_add_days (motion->to, (int) slip_value_get_integer (offset));
  set_planned (motion->edit, motion->move->release, anchor, planned);
  set_offset (motion->edit, motion->move->release, anchor, &none);
}

static void
move_other (const Motion *motion, SlipAnchor anchor)
{
  gboolean stays = (motion->move->stay & SLIP_ANCHOR_BIT (anchor)) != 0;

  if (!slip_date_is_set (motion->from)) {
    if (!stays)
      bring_back (motion, anchor);
  } else if (!may_follow (motion->release, anchor, motion->move->today)) {
    return;
  } else if (stays) {
    pin (motion->edit, motion->move->release, anchor);
  } else if (slip_date_is_set (motion->to)) {
    shift (motion, anchor);
  } else {
    put_aside (motion, anchor);
  }
}

static void
move_others (SlipEdit *edit,
             const SlipMove *move,
             const SlipRow *release,
             const SlipWorkingDays *working_days)
{
  Motion motion = { edit, move, release, working_days };

  motion.from = slip_planned_date_resolve (
    slip_release_get_planned (release, SLIP_ANCHOR_RELEASE), working_days);
  motion.to = slip_planned_date_resolve (move->to, working_days);
  if (slip_date_equal (motion.from, motion.to))
    return;

  for (guint i = SLIP_ANCHOR_DEPLOY; i < SLIP_N_ANCHORS; i++)
    move_other (&motion, (SlipAnchor) i);
}

static void
keep_parts (SlipEdit *edit, const SlipMove *move)
{
  if (move->freed != NULL)
    slip_schedule_free (edit, move->release, (const char *const *) move->freed);
  if ((move->stay & SLIP_MOVE_STAY_PARTS) != 0)
    slip_schedule_keep (edit, move->release, NULL);
  else if (move->kept != NULL)
    slip_schedule_keep (edit, move->release, (const char *const *) move->kept);
}

/* The step is called after the release that somebody moved. */
static void
set_label (SlipEdit *edit, const SlipMove *move, const SlipRow *release)
{
  g_autofree char *title =
    slip_release_dup_title (slip_edit_get_state (edit), release);

  slip_edit_set_subject (edit, title);
  slip_edit_set_verb (edit, slip_date_is_set (move->to.date)
                              ? SLIP_VERB_MOVE
                              : SLIP_VERB_UNSCHEDULE);
}

static void
move_release (SlipEdit *edit, const SlipMove *move, const SlipRow *release)
{
  g_autoptr (SlipWorkingDays) working_days =
    slip_plan_state_dup_working_days (slip_edit_get_state (edit),
                                      slip_row_get_text (release,
                                                         SLIP_RELEASE_PRODUCT));

  set_planned (edit, move->release, SLIP_ANCHOR_RELEASE, move->to);
  if (!slip_date_is_set (
        slip_row_get_date (release, SLIP_RELEASE_FIRST_PLANNED_DATE)))
    slip_edit_set_date (edit, SLIP_KIND_RELEASE, move->release,
                        SLIP_RELEASE_FIRST_PLANNED_DATE, move->to.date);

  move_others (edit, move, release, working_days);
  keep_parts (edit, move);
  slip_change_notice_settle_if_moved (edit, move->release, move->today);
}

/* @planned on @day or later: that day if it is worked, else the next; of a
 * period, the one whose day is late enough. */
static SlipPlannedDate
put_off (SlipPlannedDate planned,
         SlipDate day,
         const SlipWorkingDays *working_days)
{
  SlipPlannedDate later = planned;

  later.date = slip_working_days_snap (working_days, day, SLIP_SNAP_LATER);
  later = slip_planned_date_normalize (later);
  if (slip_date_is_before (slip_planned_date_resolve (later, working_days),
                           day)) {
    later.date =
      slip_date_add_days (slip_planned_date_get_period (later).last, 1);
    later = slip_planned_date_normalize (later);
  }
  return later;
}

/* Moves the release of @dependency if it comes too early.  What has begun to go
 * out stays.  Returns: whether it did. */
static gboolean
take_along (SlipEdit *edit, const SlipRow *dependency, SlipDate today)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const char *id = slip_row_get_owner (dependency);
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, id);
  g_autoptr (SlipWorkingDays) working_days = NULL;
  g_autoptr (SlipRow) release = NULL;
  g_autoptr (SlipMove) move = NULL;

  if (row == NULL || !slip_release_is_open (row) ||
      slip_release_get_status (row) == SLIP_STATUS_ROLLING_OUT ||
      slip_dependency_get_state (state, dependency) != SLIP_DEPENDENCY_BROKEN)
    return FALSE;

  release = slip_row_ref (row);
  working_days = slip_plan_state_dup_working_days (
    state, slip_row_get_text (release, SLIP_RELEASE_PRODUCT));
  move = slip_move_new (
    id,
    put_off (slip_release_get_planned (release, SLIP_ANCHOR_RELEASE),
             slip_dependency_get_first_day (state, dependency), working_days),
    0, today);
  move_release (edit, move, release);
  return TRUE;
}

/* There are no circles in a plan that keeps the rules; one that does not still
 * comes to an end. */
static void
take_dependents (SlipEdit *edit, const SlipMove *move)
{
  g_autoptr (GPtrArray) queue = g_ptr_array_new_with_free_func (g_free);

  g_ptr_array_add (queue, g_strdup (move->release));
  for (guint i = 0; i < queue->len && i < MAX_TAKEN; i++) {
    g_autoptr (GPtrArray) edges =
      slip_dependency_list_on (slip_edit_get_state (edit), queue->pdata[i]);

    for (guint k = 0; k < edges->len; k++)
      if (take_along (edit, edges->pdata[k], move->today))
        g_ptr_array_add (queue,
                         g_strdup (slip_row_get_owner (edges->pdata[k])));
  }
}

gboolean
slip_move_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipMove *move = data;
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *row =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, move->release);
  g_autoptr (SlipRow) release = NULL;

  if (row == NULL) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("The release to move is not there any more"));
    return FALSE;
  }

  release = slip_row_ref (row);
  set_label (edit, move, release);
  move_release (edit, move, release);
  if ((move->stay & SLIP_MOVE_TAKE_DEPENDENTS) != 0)
    take_dependents (edit, move);

  return TRUE;
}
