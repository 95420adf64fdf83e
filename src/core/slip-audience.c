/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-audience.h"

int
slip_audience_compare (const SlipRow *a, const SlipRow *b)
{
  const char *rank_a = slip_row_get_text (a, SLIP_AUDIENCE_RANK);
  const char *rank_b = slip_row_get_text (b, SLIP_AUDIENCE_RANK);
  const char *name_a = slip_row_get_text (a, SLIP_AUDIENCE_NAME);
  const char *name_b = slip_row_get_text (b, SLIP_AUDIENCE_NAME);
  int order;

  if ((rank_a == NULL) != (rank_b == NULL))
    return rank_a == NULL ? 1 : -1;
  order = g_strcmp0 (rank_a, rank_b);
  if (order == 0)
    order = g_utf8_collate (name_a != NULL ? name_a : "",
                            name_b != NULL ? name_b : "");
  if (order == 0)
    order = g_strcmp0 (slip_row_get_id (a), slip_row_get_id (b));

  return order;
}

static int
compare_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *const *row_a = a;
  const SlipRow *const *row_b = b;

  return slip_audience_compare (*row_a, *row_b);
}

GPtrArray *
slip_audience_list (const SlipPlanState *state)
{
  GPtrArray *audiences = slip_plan_state_list (state, SLIP_KIND_AUDIENCE);

  g_ptr_array_sort (audiences, compare_cb);
  return audiences;
}

const SlipRow *
slip_audience_find_owner (const SlipPlanState *state, const SlipRow *audience)
{
  const SlipRow *owner =
    audience != NULL
      ? slip_plan_state_follow (state, audience, SLIP_AUDIENCE_OWNER)
      : NULL;

  return owner != NULL && !slip_row_get_boolean (owner, SLIP_PERSON_IS_RETIRED)
           ? owner
           : NULL;
}
