/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage.h"

static int
compare_ranks_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *const *row_a = a;
  const SlipRow *const *row_b = b;
  int order = g_strcmp0 (slip_row_get_text (*row_a, SLIP_STAGE_RANK),
                         slip_row_get_text (*row_b, SLIP_STAGE_RANK));

  return order != 0
           ? order
           : g_strcmp0 (slip_row_get_id (*row_a), slip_row_get_id (*row_b));
}

void
slip_stage_sort (GPtrArray *stages)
{
  g_ptr_array_sort (stages, compare_ranks_cb);
}

GPtrArray *
slip_stage_list (const SlipPlanState *state, const char *release)
{
  GPtrArray *stages =
    slip_plan_state_list_owned (state, SLIP_KIND_STAGE, release);

  slip_stage_sort (stages);
  return stages;
}
