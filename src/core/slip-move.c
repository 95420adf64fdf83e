/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-move.h"

#include <glib/gi18n-lib.h>

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

void
slip_move_free (SlipMove *move)
{
  g_free (move->release);
  g_free (move);
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
move_others (SlipEdit *edit,
             const SlipMove *move,
             const SlipRow *release,
             const SlipWorkingDays *working_days)
{
  SlipDate from = slip_planned_date_resolve (
    slip_release_get_planned (release, SLIP_ANCHOR_RELEASE), working_days);
  SlipDate to = slip_planned_date_resolve (move->to, working_days);
  int n_days;

  if (!slip_date_is_set (from) || !slip_date_is_set (to) ||
      slip_date_equal (from, to))
    return;

  n_days = slip_date_days_until (from, to);
  for (guint i = SLIP_ANCHOR_DEPLOY; i < SLIP_N_ANCHORS; i++) {
    SlipAnchor anchor = (SlipAnchor) i;
    SlipPlannedDate planned = slip_release_get_planned (release, anchor);

    if (!may_follow (release, anchor, move->today))
      continue;

    if ((move->stay & SLIP_ANCHOR_BIT (anchor)) != 0) {
      slip_edit_set_integer (edit, SLIP_KIND_RELEASE, move->release,
                             (guint) slip_anchor_get_pin_property (anchor),
                             TRUE);
      continue;
    }

    planned.date =
      slip_date_add_days (slip_planned_date_resolve (planned, working_days),
                          n_days);
    set_planned (edit, move->release, anchor,
                 slip_planned_date_normalize (planned));
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
  g_autofree char *title = NULL;
  g_autoptr (SlipWorkingDays) working_days = NULL;

  if (row == NULL) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("The release to move is not there any more"));
    return FALSE;
  }

  release = slip_row_ref (row);
  title = slip_release_dup_title (state, release);
  slip_edit_set_subject (edit, title);
  slip_edit_set_verb (edit, slip_date_is_set (move->to.date)
                              ? SLIP_VERB_MOVE
                              : SLIP_VERB_UNSCHEDULE);

  working_days = slip_plan_state_dup_working_days (
    state, slip_row_get_text (release, SLIP_RELEASE_PRODUCT));
  set_planned (edit, move->release, SLIP_ANCHOR_RELEASE, move->to);
  if (!slip_date_is_set (
        slip_row_get_date (release, SLIP_RELEASE_FIRST_PLANNED_DATE)))
    slip_edit_set_date (edit, SLIP_KIND_RELEASE, move->release,
                        SLIP_RELEASE_FIRST_PLANNED_DATE, move->to.date);

  move_others (edit, move, release, working_days);

  return TRUE;
}
