/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage.h"

#include "slip-exposure.h"
#include "slip-text.h"

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

static gboolean
add_stage_cb (const SlipRow *stage, gpointer data)
{
  g_ptr_array_add (data, slip_row_ref (stage));
  return TRUE;
}

GPtrArray *
slip_stage_list (const SlipPlanState *state, const char *release)
{
  GPtrArray *stages =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);

  slip_plan_state_foreach_owned (state, SLIP_KIND_STAGE, release, add_stage_cb,
                                 stages);
  slip_stage_sort (stages);
  return stages;
}

const char *
slip_stage_state_get_label (SlipStageState state)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_STAGE, SLIP_STAGE_STATE);

  return slip_enum_value_get_label (&property->values[state]);
}

static gboolean
is_none (const SlipRow *stage, guint property)
{
  return slip_row_peek (stage, property)->type == SLIP_VALUE_NONE;
}

char *
slip_stage_dup_title (const SlipRow *stage)
{
  const char *name = slip_row_get_text (stage, SLIP_STAGE_NAME);
  const char *segment = slip_row_get_text (stage, SLIP_STAGE_SEGMENT);
  SlipStageType type = slip_stage_get_type (stage);
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_STAGE, SLIP_STAGE_TYPE);

  if (name != NULL)
    return slip_text_dup_contained (name);
  if (type == SLIP_STAGE_TYPE_PERCENTAGE && !is_none (stage, SLIP_STAGE_SHARE))
    return slip_share_print (slip_row_get_integer (stage, SLIP_STAGE_SHARE));
  if (type == SLIP_STAGE_TYPE_SEGMENT && segment != NULL)
    return slip_text_dup_contained (segment);

  return g_strdup (slip_enum_value_get_label (&property->values[type]));
}

gboolean
slip_stage_is_running (const SlipRow *stage)
{
  SlipStageState state = slip_stage_get_state (stage);

  return state == SLIP_STAGE_STATE_ACTIVE || state == SLIP_STAGE_STATE_HELD;
}

gboolean
slip_stage_has_begun (const SlipRow *stage)
{
  return slip_stage_is_running (stage) ||
         slip_stage_get_state (stage) == SLIP_STAGE_STATE_DONE;
}

gboolean
slip_stage_is_left (const SlipRow *stage)
{
  SlipStageState state = slip_stage_get_state (stage);

  return state == SLIP_STAGE_STATE_PLANNED ||
         state == SLIP_STAGE_STATE_ROLLED_BACK;
}

gboolean
slip_stage_is_passed_over (const SlipRow *stage)
{
  SlipStageState state = slip_stage_get_state (stage);

  return state == SLIP_STAGE_STATE_SKIPPED ||
         state == SLIP_STAGE_STATE_ROLLED_BACK;
}

SlipDate
slip_stage_get_end (const SlipRow *stage)
{
  SlipDate expected = slip_row_get_date (stage, SLIP_STAGE_EXPECTED_END);

  return slip_date_is_set (expected)
           ? expected
           : slip_row_get_date (stage, SLIP_STAGE_PLANNED_END);
}

int
slip_stage_get_length_days (const SlipRow *stage)
{
  return MAX ((int) slip_row_get_integer (stage, SLIP_STAGE_LENGTH_DAYS), 1);
}

gint64
slip_stage_get_soak_seconds (const SlipRow *stage)
{
  return slip_row_get_integer (stage, SLIP_STAGE_SOAK_HOURS) * 3600;
}

/* Up to when @stage has been active; 0 if that is not known. */
static gint64
get_last_ms (const SlipRow *stage, gint64 now_ms)
{
  switch (slip_stage_get_state (stage)) {
  case SLIP_STAGE_STATE_ACTIVE:
    return now_ms;
  case SLIP_STAGE_STATE_HELD:
    return slip_row_get_integer (stage, SLIP_STAGE_HELD_AT);
  case SLIP_STAGE_STATE_PLANNED:
  case SLIP_STAGE_STATE_DONE:
  case SLIP_STAGE_STATE_ROLLED_BACK:
  case SLIP_STAGE_STATE_SKIPPED:
    return slip_row_get_integer (stage, SLIP_STAGE_ENDED_AT);
  }

  g_assert_not_reached ();
}

gint64
slip_stage_get_soaked_seconds (const SlipRow *stage, gint64 now_ms)
{
  gint64 started_ms = slip_row_get_integer (stage, SLIP_STAGE_STARTED_AT);
  gint64 paused = slip_row_get_integer (stage, SLIP_STAGE_PAUSED_SECONDS);
  gint64 last_ms = get_last_ms (stage, now_ms);

  if (slip_stage_get_state (stage) == SLIP_STAGE_STATE_PLANNED)
    return 0;
  if (is_none (stage, SLIP_STAGE_STARTED_AT) || last_ms == 0)
    return -1;

  return MAX ((last_ms - started_ms) / 1000 - paused, 0);
}
