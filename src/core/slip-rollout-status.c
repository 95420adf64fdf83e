/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-status.h"

#include <glib/gi18n-lib.h>

#include "slip-exposure.h"
#include "slip-release.h"
#include "slip-stage.h"

/* How many stages of a release are in which state. */
typedef struct {
  guint n[SLIP_STAGE_STATE_SKIPPED + 1];
} Count;

static Count
count_stages (const GPtrArray *stages)
{
  Count count = { { 0 } };

  for (guint i = 0; i < stages->len; i++)
    count.n[slip_stage_get_state (stages->pdata[i])]++;

  return count;
}

static guint
count_running (const Count *count)
{
  return count->n[SLIP_STAGE_STATE_ACTIVE] + count->n[SLIP_STAGE_STATE_HELD];
}

static guint
count_left (const Count *count)
{
  return count->n[SLIP_STAGE_STATE_PLANNED] +
         count->n[SLIP_STAGE_STATE_ROLLED_BACK];
}

static gboolean
agrees (const Count *count, SlipStatus status)
{
  guint n_done = count->n[SLIP_STAGE_STATE_DONE];
  guint n_running = count_running (count);

  if (n_done + n_running + count_left (count) == 0)
    return TRUE;

  switch (status) {
  case SLIP_STATUS_PLANNED:
  case SLIP_STATUS_BUILDING:
  case SLIP_STATUS_READY:
    return n_running + n_done == 0;
  case SLIP_STATUS_ROLLING_OUT:
    return n_running > 0 || (n_done > 0 && count_left (count) > 0);
  case SLIP_STATUS_RELEASED:
    return n_running == 0 && n_done > 0 &&
           count->n[SLIP_STAGE_STATE_PLANNED] == 0;
  case SLIP_STATUS_ON_HOLD:
    return count->n[SLIP_STAGE_STATE_ACTIVE] == 0;
  case SLIP_STATUS_CANCELLED:
    return n_running == 0;
  case SLIP_N_STATUSES:
    break;
  }

  g_assert_not_reached ();
}

/* What the stages say where they do not agree with the status. */
static SlipStatus
derive_status (const Count *count)
{
  if (count_running (count) > 0)
    return SLIP_STATUS_ROLLING_OUT;
  if (count->n[SLIP_STAGE_STATE_DONE] == 0)
    return SLIP_STATUS_READY;

  return count_left (count) > 0 ? SLIP_STATUS_ROLLING_OUT
                                : SLIP_STATUS_RELEASED;
}

static void
set_state (SlipEdit *edit, const SlipRow *stage, SlipStageState state)
{
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, slip_row_get_id (stage),
                         SLIP_STAGE_STATE, state);
}

static void
clear (SlipEdit *edit, const char *stage, guint property)
{
  SlipValue none = SLIP_VALUE_INIT;

  slip_edit_set (edit, SLIP_KIND_STAGE, stage, property, &none);
}

static void
clear_times (SlipEdit *edit, const char *stage)
{
  clear (edit, stage, SLIP_STAGE_STARTED_AT);
  clear (edit, stage, SLIP_STAGE_ENDED_AT);
  clear (edit, stage, SLIP_STAGE_HELD_AT);
  clear (edit, stage, SLIP_STAGE_PAUSED_SECONDS);
  clear (edit, stage, SLIP_STAGE_EXPECTED_END);
}

static const SlipRow *
find_first (const GPtrArray *stages, SlipStageState state)
{
  for (guint i = 0; i < stages->len; i++)
    if (slip_stage_get_state (stages->pdata[i]) == state)
      return stages->pdata[i];

  return NULL;
}

static const SlipRow *
find_last (const GPtrArray *stages, SlipStageState state)
{
  for (guint i = stages->len; i > 0; i--)
    if (slip_stage_get_state (stages->pdata[i - 1]) == state)
      return stages->pdata[i - 1];

  return NULL;
}

/* It is on its way: the last that is done goes on, else the first begins. */
static void
set_rolling_out (SlipEdit *edit, const GPtrArray *stages)
{
  const SlipRow *done = find_last (stages, SLIP_STAGE_STATE_DONE);
  const SlipRow *first = find_first (stages, SLIP_STAGE_STATE_PLANNED);

  if (first == NULL)
    first = find_first (stages, SLIP_STAGE_STATE_ROLLED_BACK);
  if (done == NULL && first != NULL)
    clear_times (edit, slip_row_get_id (first));
  if (done != NULL)
    first = done;
  if (first != NULL)
    set_state (edit, first, SLIP_STAGE_STATE_ACTIVE);
}

/* What has begun is done, and what has not is not going to. */
static void
set_released (SlipEdit *edit, const GPtrArray *stages, const Count *count)
{
  const SlipRow *last = find_last (stages, SLIP_STAGE_STATE_ROLLED_BACK);

  for (guint i = 0; i < stages->len; i++)
    if (slip_stage_is_running (stages->pdata[i]))
      set_state (edit, stages->pdata[i], SLIP_STAGE_STATE_DONE);
    else if (slip_stage_get_state (stages->pdata[i]) ==
             SLIP_STAGE_STATE_PLANNED)
      set_state (edit, stages->pdata[i], SLIP_STAGE_STATE_SKIPPED);

  if (count_running (count) + count->n[SLIP_STAGE_STATE_DONE] == 0 &&
      last != NULL)
    set_state (edit, last, SLIP_STAGE_STATE_DONE);
}

/* Puts every stage for which @is_meant says so into @state. */
static void
set_all (SlipEdit *edit,
         const GPtrArray *stages,
         gboolean (*is_meant) (const SlipRow *stage),
         SlipStageState state)
{
  for (guint i = 0; i < stages->len; i++)
    if (is_meant (stages->pdata[i]))
      set_state (edit, stages->pdata[i], state);
}

static gboolean
is_active (const SlipRow *stage)
{
  return slip_stage_get_state (stage) == SLIP_STAGE_STATE_ACTIVE;
}

static void
follow_status (SlipEdit *edit,
               const GPtrArray *stages,
               const Count *count,
               SlipStatus status)
{
  switch (status) {
  case SLIP_STATUS_PLANNED:
  case SLIP_STATUS_BUILDING:
  case SLIP_STATUS_READY:
    set_all (edit, stages, slip_stage_has_begun, SLIP_STAGE_STATE_ROLLED_BACK);
    return;
  case SLIP_STATUS_ROLLING_OUT:
    set_rolling_out (edit, stages);
    return;
  case SLIP_STATUS_RELEASED:
    set_released (edit, stages, count);
    return;
  case SLIP_STATUS_ON_HOLD:
    set_all (edit, stages, is_active, SLIP_STAGE_STATE_HELD);
    return;
  case SLIP_STATUS_CANCELLED:
    set_all (edit, stages, slip_stage_is_running, SLIP_STAGE_STATE_ROLLED_BACK);
    return;
  case SLIP_N_STATUSES:
    break;
  }

  g_assert_not_reached ();
}

/* Whether a stage in @state may have the time @property. */
static gboolean
may_have (SlipStageState state, guint property)
{
  if (property == SLIP_STAGE_HELD_AT)
    return state == SLIP_STAGE_STATE_HELD;
  if (property == SLIP_STAGE_ENDED_AT)
    return state == SLIP_STAGE_STATE_DONE ||
           state == SLIP_STAGE_STATE_ROLLED_BACK ||
           state == SLIP_STAGE_STATE_SKIPPED;

  return state != SLIP_STAGE_STATE_PLANNED;
}

static const guint times[] = {
  SLIP_STAGE_STARTED_AT,   SLIP_STAGE_ENDED_AT,       SLIP_STAGE_HELD_AT,
  SLIP_STAGE_EXPECTED_END, SLIP_STAGE_PAUSED_SECONDS,
};

/* Takes the times off stages that their state does not have. */
static void
settle_times (SlipEdit *edit, const char *release)
{
  g_autoptr (GPtrArray) stages =
    slip_stage_list (slip_edit_get_state (edit), release);

  for (guint i = 0; i < stages->len; i++) {
    SlipStageState state = slip_stage_get_state (stages->pdata[i]);

    for (guint k = 0; k < G_N_ELEMENTS (times); k++)
      if (!may_have (state, times[k]))
        clear (edit, slip_row_get_id (stages->pdata[i]), times[k]);
  }
}

/* What an edit did to a release, as bits. */
#define TOUCHED 1u
#define MOVED   2u /* a stage changed its state, or is gone */

static void
settle_release (SlipEdit *edit, const char *id, guint bits)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *release = slip_plan_state_get (state, SLIP_KIND_RELEASE, id);
  g_autoptr (GPtrArray) stages = NULL;
  Count count;

  if (release == NULL || !slip_edit_need (edit, id))
    return;

  stages = slip_stage_list (state, id);
  count = count_stages (stages);
  if (!agrees (&count, slip_release_get_status (release))) {
    if ((bits & MOVED) != 0)
      slip_edit_set_integer (edit, SLIP_KIND_RELEASE, id, SLIP_RELEASE_STATUS,
                             derive_status (&count));
    else
      follow_status (edit, stages, &count, slip_release_get_status (release));
  }
  settle_times (edit, id);
}

static gboolean
is_new (SlipEdit *edit, const SlipChange *change)
{
  return slip_plan_state_get (slip_edit_get_base (edit), change->kind,
                              change->id) == NULL;
}

/* Whether @change says more of its stage than that it is planned. */
static gboolean
moves_stage (SlipEdit *edit, const SlipChange *change)
{
  if (change->type == SLIP_CHANGE_DELETE)
    return !is_new (edit, change);
  if (change->type == SLIP_CHANGE_CREATE ||
      change->property != SLIP_STAGE_STATE)
    return FALSE;

  return !is_new (edit, change) ||
         slip_value_get_integer (&change->new_value) !=
           SLIP_STAGE_STATE_PLANNED;
}

static void
touch (GHashTable *releases, const char *id, guint bits)
{
  guint earlier = GPOINTER_TO_UINT (g_hash_table_lookup (releases, id));

  g_hash_table_insert (releases, g_strdup (id),
                       GUINT_TO_POINTER (earlier | bits));
}

static void
touch_change (SlipEdit *edit, GHashTable *releases, const SlipChange *change)
{
  if (change->kind == SLIP_KIND_STAGE)
    touch (releases, change->owner,
           moves_stage (edit, change) ? TOUCHED | MOVED : TOUCHED);
  else if (change->kind == SLIP_KIND_RELEASE &&
           change->type == SLIP_CHANGE_SET &&
           change->property == SLIP_RELEASE_STATUS)
    touch (releases, change->id, TOUCHED);
}

/* A stage on its way ends as much later as it was made longer. */
static void
settle_length (SlipEdit *edit, const char *id)
{
  const SlipRow *before =
    slip_plan_state_get (slip_edit_get_base (edit), SLIP_KIND_STAGE, id);
  const SlipRow *after =
    slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_STAGE, id);
  SlipDate end;

  if (before == NULL || after == NULL || !slip_stage_is_running (before) ||
      !slip_stage_is_running (after))
    return;

  end = slip_row_get_date (after, SLIP_STAGE_EXPECTED_END);
  if (slip_date_is_set (end) &&
      slip_date_equal (end,
                       slip_row_get_date (before, SLIP_STAGE_EXPECTED_END)))
    slip_edit_set_date (
      edit, SLIP_KIND_STAGE, id, SLIP_STAGE_EXPECTED_END,
      slip_date_add_days (end, slip_stage_get_length_days (after) -
                                 slip_stage_get_length_days (before)));
}

static void
settle_lengths (SlipEdit *edit)
{
  const GPtrArray *changes = slip_edit_get_changes (edit);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < changes->len; i++) {
    const SlipChange *change = changes->pdata[i];

    if (change->kind == SLIP_KIND_STAGE && change->type == SLIP_CHANGE_SET &&
        change->property == SLIP_STAGE_LENGTH_DAYS)
      g_ptr_array_add (ids, g_strdup (change->id));
  }
  for (guint i = 0; i < ids->len; i++)
    settle_length (edit, ids->pdata[i]);
}

void
slip_rollout_settle (SlipEdit *edit)
{
  const GPtrArray *changes = slip_edit_get_changes (edit);
  g_autoptr (GHashTable) releases =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer id;
  gpointer bits;

  for (guint i = 0; i < changes->len; i++)
    touch_change (edit, releases, changes->pdata[i]);

  /* What is missing is found out for all of them before any is settled. */
  g_hash_table_iter_init (&iter, releases);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    if (slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_RELEASE,
                             id) != NULL)
      (void) slip_edit_need (edit, id);

  settle_lengths (edit);
  g_hash_table_iter_init (&iter, releases);
  while (g_hash_table_iter_next (&iter, &id, &bits))
    settle_release (edit, id, GPOINTER_TO_UINT (bits));
}

typedef struct {
  const SlipPlanState *state;
  GPtrArray *faults;
} Search;

static void
add_fault (const Search *search, const SlipRow *row, const char *message)
{
  g_ptr_array_add (
    search->faults,
    g_strdup_printf ("%s %s: %s",
                     slip_schema_get (slip_row_get_kind (row))->name,
                     slip_row_get_id (row), message));
}

static void
find_stage_fault_cb (const SlipRow *stage, gpointer data)
{
  const Search *search = data;
  SlipStageState state = slip_stage_get_state (stage);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (times); i++)
    if (!may_have (state, times[i]) &&
        slip_row_peek (stage, times[i])->type != SLIP_VALUE_NONE) {
      add_fault (search, stage, _ ("It has a time that its state does not"));
      break;
    }
  if (!slip_exposure_check (search->state, stage, &error))
    add_fault (search, stage, error->message);
}

static void
find_release_fault_cb (const SlipRow *release, gpointer data)
{
  const Search *search = data;
  g_autoptr (GPtrArray) stages =
    slip_plan_state_list_owned (search->state, SLIP_KIND_STAGE,
                                slip_row_get_id (release));
  Count count = count_stages (stages);

  if (!agrees (&count, slip_release_get_status (release)))
    add_fault (search, release,
               _ ("Its status does not agree with its stages"));
}

void
slip_rollout_find_faults (const SlipPlanState *state, GPtrArray *faults)
{
  Search search = { state, faults };

  slip_plan_state_foreach (state, SLIP_KIND_STAGE, find_stage_fault_cb,
                           &search);
  slip_plan_state_foreach (state, SLIP_KIND_RELEASE, find_release_fault_cb,
                           &search);
}
