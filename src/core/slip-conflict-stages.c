/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-conflict-search.h"
#include "slip-freeze.h"
#include "slip-stage.h"

static const char *
get_name (const SlipRow *stage)
{
  return slip_row_get_text (stage, SLIP_STAGE_NAME);
}

static gboolean
is_planned (const SlipRow *stage)
{
  return slip_row_get_integer (stage, SLIP_STAGE_STATE) ==
         SLIP_STAGE_STATE_PLANNED;
}

/* What was skipped or taken back has no place in the order. */
static gboolean
counts (const SlipRow *stage)
{
  gint64 state = slip_row_get_integer (stage, SLIP_STAGE_STATE);

  return state != SLIP_STAGE_STATE_SKIPPED &&
         state != SLIP_STAGE_STATE_ROLLED_BACK;
}

static SlipDate
get_end (const SlipRow *stage)
{
  SlipDate expected = slip_row_get_date (stage, SLIP_STAGE_EXPECTED_END);

  return slip_date_is_set (expected)
           ? expected
           : slip_row_get_date (stage, SLIP_STAGE_PLANNED_END);
}

static SlipConflict *
add (SlipConflictSearch *search, SlipConflictType type, const SlipRow *stage)
{
  SlipConflict *conflict =
    slip_conflict_search_add (search, type, SLIP_ANCHOR_RELEASE);

  conflict->stage = g_strdup (slip_row_get_id (stage));
  conflict->stage_name = g_strdup (get_name (stage));
  conflict->day = slip_row_get_date (stage, SLIP_STAGE_PLANNED_START);
  return conflict;
}

/* That the launch stage starts in a freeze is said of the release date. */
static gboolean
is_release_date (const SlipConflictSearch *search, const SlipRow *stage)
{
  return slip_row_get_boolean (stage, SLIP_STAGE_IS_LAUNCH) &&
         slip_date_equal (slip_row_get_date (stage, SLIP_STAGE_PLANNED_START),
                          search->days[SLIP_ANCHOR_RELEASE]);
}

static void
find_freezes (SlipConflictSearch *search, const SlipRow *stage)
{
  SlipDate start = slip_row_get_date (stage, SLIP_STAGE_PLANNED_START);
  gboolean is_about =
    slip_planned_date_is_about (search->planned[SLIP_ANCHOR_RELEASE]);
  g_autoptr (GHashTable) told = NULL;
  g_autoptr (GArray) spans = NULL;

  if (!is_planned (stage) || !slip_date_is_set (start) ||
      is_release_date (search, stage) ||
      slip_plan_state_count (search->state, SLIP_KIND_FREEZE) == 0)
    return;

  told = g_hash_table_new (NULL, NULL);
  spans = slip_freeze_list_release_spans (search->state,
                                          slip_range_new (start, start),
                                          search->release);
  for (guint i = 0; i < spans->len; i++) {
    const SlipRow *freeze = g_array_index (spans, SlipFreezeSpan, i).freeze;
    SlipConflict *conflict;

    if (!g_hash_table_add (told, (gpointer) freeze))
      continue;
    conflict = add (search, SLIP_CONFLICT_STAGE_FREEZE, stage);
    slip_conflict_search_set_freeze (search, conflict, freeze,
                                     slip_row_get_id (stage));
    conflict->is_soft |= is_about;
  }
}

/* How many of all people it reaches; -1 if nothing says so. */
static gint64
get_share (const SlipRow *stage)
{
  switch ((SlipStageType) slip_row_get_integer (stage, SLIP_STAGE_TYPE)) {
  case SLIP_STAGE_TYPE_EVERYONE:
    return 10000;
  case SLIP_STAGE_TYPE_PERCENTAGE:
    return slip_row_peek (stage, SLIP_STAGE_SHARE)->type == SLIP_VALUE_NONE
             ? -1
             : slip_row_get_integer (stage, SLIP_STAGE_SHARE);
  case SLIP_STAGE_TYPE_INTERNAL:
  case SLIP_STAGE_TYPE_SEGMENT:
    break;
  }

  return -1;
}

static void
find_disorder (SlipConflictSearch *search,
               const SlipRow *previous,
               const SlipRow *stage)
{
  SlipDate end = get_end (previous);
  SlipDate start = slip_row_get_date (stage, SLIP_STAGE_PLANNED_START);
  SlipConflict *conflict;

  if (!is_planned (stage) || !slip_date_is_set (end) ||
      !slip_date_is_set (start) || !slip_date_is_before (start, end))
    return;

  conflict = add (search, SLIP_CONFLICT_STAGE_ORDER, stage);
  slip_conflict_set_cause (conflict, previous, get_name (previous));
  conflict->other_day = end;
}

static void
find_shrinking (SlipConflictSearch *search,
                const SlipRow *previous,
                const SlipRow *stage)
{
  if (get_share (stage) < 0 || get_share (stage) >= get_share (previous))
    return;

  slip_conflict_set_cause (add (search, SLIP_CONFLICT_STAGE_SHRINKS, stage),
                           previous, get_name (previous));
}

void
slip_conflict_search_stages (SlipConflictSearch *search)
{
  g_autoptr (GPtrArray) stages =
    slip_stage_list (search->state, slip_row_get_id (search->release));
  const SlipRow *previous = NULL;
  const SlipRow *wide = NULL;

  for (guint i = 0; i < stages->len; i++) {
    const SlipRow *stage = stages->pdata[i];

    if (!counts (stage))
      continue;
    find_freezes (search, stage);
    if (previous != NULL)
      find_disorder (search, previous, stage);
    if (wide != NULL)
      find_shrinking (search, wide, stage);
    previous = stage;
    if (get_share (stage) >= 0)
      wide = stage;
  }
}
