/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-nudge.h"

#include <glib/gi18n.h>

SlipDayNudge *
slip_day_nudge_new (const char *release,
                    int days,
                    gboolean only_release_date,
                    SlipDate today)
{
  SlipDayNudge *nudge = g_new (SlipDayNudge, 1);
  *nudge = (SlipDayNudge){ g_strdup (release), days, only_release_date, today };
  return nudge;
}

void
slip_day_nudge_free (SlipDayNudge *nudge)
{
  if (nudge == NULL)
    return;
  g_free (nudge->release);
  g_free (nudge);
}

static const SlipRow *
find_release (const SlipPlanState *state, const char *id, GError **error)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, id);
  if (row == NULL || slip_release_is_deleted (row)) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("The release to move is not there any more"));
    return NULL;
  }
  return row;
}

SlipMove *
slip_day_nudge_new_move (const SlipDayNudge *nudge,
                         const SlipPlanState *state,
                         GError **error)
{
  const SlipRow *row = find_release (state, nudge->release, error);
  if (row == NULL)
    return NULL;
  SlipDate day = slip_release_resolve (state, row, SLIP_ANCHOR_RELEASE);
  if (!slip_date_is_set (day)) {
    g_autofree char *title = slip_release_dup_title (state, row);
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                 _ ("%s has no release date that could be moved"), title);
    return NULL;
  }
  return slip_move_new_to_day (state, nudge->release,
                               slip_date_add_days (day, nudge->days),
                               nudge->only_release_date ? SLIP_MOVE_ONLY_RELEASE
                                                        : 0,
                               nudge->today);
}

gboolean
slip_day_nudge_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  g_autoptr (SlipMove) move =
    slip_day_nudge_new_move (data, slip_edit_get_state (edit), error);
  return move != NULL && slip_move_run (edit, move, error);
}

SlipCardNudge *
slip_card_nudge_new (const char *release, int columns, int places)
{
  SlipCardNudge *nudge = g_new (SlipCardNudge, 1);
  *nudge = (SlipCardNudge){ g_strdup (release), columns, places };
  return nudge;
}

void
slip_card_nudge_free (SlipCardNudge *nudge)
{
  if (nudge == NULL)
    return;
  g_free (nudge->release);
  g_free (nudge);
}

static SlipBoardMove *
set_nothing (GError **error)
{
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING,
                       _ ("There is nowhere further to go"));
  return NULL;
}

static int
find_place (GPtrArray *column, const char *release)
{
  for (guint i = 0; i < column->len; i++)
    if (g_str_equal (slip_row_get_id (column->pdata[i]), release))
      return (int) i;
  return -1;
}

static const char *
get_id_at (GPtrArray *column, int place)
{
  return place >= 0 && place < (int) column->len
           ? slip_row_get_id (column->pdata[place])
           : NULL;
}

static SlipBoardMove *
new_move_within (const SlipCardNudge *nudge,
                 const SlipPlanState *state,
                 SlipStatus status,
                 GError **error)
{
  g_autoptr (GPtrArray) column = slip_board_list_column (state, status);
  int place = find_place (column, nudge->release);
  int to = CLAMP (place + nudge->places, 0, (int) column->len - 1);
  if (to == place)
    return set_nothing (error);
  int before = to > place ? to : to - 1;
  return slip_board_move_new (nudge->release, status,
                              get_id_at (column, before),
                              get_id_at (column, before + 1));
}

SlipBoardMove *
slip_card_nudge_new_move (const SlipCardNudge *nudge,
                          const SlipPlanState *state,
                          GError **error)
{
  const SlipRow *row = find_release (state, nudge->release, error);
  if (row == NULL)
    return NULL;
  int status = (int) slip_release_get_status (row) + nudge->columns;
  if (status < 0 || status >= SLIP_N_STATUSES)
    return set_nothing (error);
  if (nudge->columns == 0)
    return new_move_within (nudge, state, (SlipStatus) status, error);
  return slip_board_move_new (nudge->release, (SlipStatus) status, NULL, NULL);
}

gboolean
slip_card_nudge_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  g_autoptr (SlipBoardMove) move =
    slip_card_nudge_new_move (data, slip_edit_get_state (edit), error);
  return move != NULL && slip_board_move_run (edit, move, error);
}
