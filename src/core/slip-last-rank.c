/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-last-rank.h"

static void
find_cb (const SlipRow *row, gpointer data)
{
  const char **last = data;
  int property = slip_schema_find_property (slip_row_get_kind (row), "rank");

  g_return_if_fail (property >= 0);

  const char *rank = slip_row_get_text (row, (guint) property);

  if (g_strcmp0 (rank, *last) > 0)
    *last = rank;
}

const char *
slip_last_rank_find (const GPtrArray *rows)
{
  const char *last = NULL;

  g_return_val_if_fail (rows != NULL, NULL);

  for (guint i = 0; i < rows->len; i++)
    find_cb (rows->pdata[i], &last);
  return last;
}

const char *
slip_last_rank_find_in_plan (const SlipPlanState *state, SlipKind kind)
{
  const char *last = NULL;

  slip_plan_state_foreach (state, kind, find_cb, &last);
  return last;
}
