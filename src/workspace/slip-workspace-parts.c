/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-workspace.h"

#include "slip-release.h"
#include "slip-workspace-private.h"

/* As many releases are gathered at one go as cost the main loop a fraction of a
 * frame. */
#define BATCH_SIZE 16

/* After all that looks through what there is already in idle time: that is for
 * something on the screen, and would have to begin again. */
#define GATHER_PRIORITY (G_PRIORITY_LOW + 10)

static void
add_missing (const SlipRow *release, gpointer data)
{
  GPtrArray *ids = data;

  g_ptr_array_add (ids, g_strdup (slip_row_get_id (release)));
}

/* The ids of the releases that @task wants and that are not in memory. */
static GPtrArray *
list_missing (SlipWorkspace *self, GTask *task)
{
  const char *const *wanted = g_task_get_task_data (task);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  if (wanted == NULL)
    slip_plan_state_foreach (self->state, SLIP_KIND_RELEASE, add_missing, ids);
  for (guint i = 0; wanted != NULL && wanted[i] != NULL; i++)
    g_ptr_array_add (ids, g_strdup (wanted[i]));
  for (guint i = ids->len; i > 0; i--) {
    if (slip_plan_state_is_loaded (self->state, ids->pdata[i - 1]))
      g_ptr_array_remove_index_fast (ids, i - 1);
  }
  return ids;
}

/* Puts @rows, the parts of @releases, into @state, which nobody else holds; but
 * not those of releases that it has already. */
static void
put_parts (SlipPlanState *state,
           const GPtrArray *releases,
           const GPtrArray *rows)
{
  g_autoptr (GHashTable) new_ids = g_hash_table_new (g_str_hash, g_str_equal);
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < releases->len; i++) {
    const char *release = g_ptr_array_index (releases, i);

    if (slip_plan_state_get (state, SLIP_KIND_RELEASE, release) != NULL &&
        !slip_plan_state_is_loaded (state, release))
      g_hash_table_add (new_ids, (char *) release);
  }
  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = g_ptr_array_index (rows, i);

    if (g_hash_table_contains (new_ids, slip_row_get_owner (row)))
      slip_plan_state_take_row (state, slip_row_ref (row));
  }
  g_hash_table_iter_init (&iter, new_ids);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    slip_plan_state_set_loaded (state, id);
    slip_plan_state_summarize (state, id);
  }
}

/* Shows at once what was asked for, and has it among what is gathered. */
static void
put_wanted (SlipWorkspace *self, GTask *task, const GPtrArray *rows)
{
  g_autoptr (GPtrArray) ids = list_missing (self, task);
  SlipPlanState *state = slip_plan_state_fork (self->state);

  put_parts (state, ids, rows);
  if (self->gathered != NULL)
    put_parts (self->gathered, ids, rows);
  slip_workspace_take_state (self, state, NULL);
}

static void
parts_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SlipWorkspace *self = g_task_get_source_object (task);
  g_autoptr (SlipNews) news = NULL;
  GError *error = NULL;
  g_autoptr (GPtrArray) rows =
    slip_store_load_parts_finish (SLIP_STORE (source), result, &news, &error);

  if (rows == NULL) {
    g_task_return_error (task, error);
    return;
  }
  if (!slip_workspace_take_news (self, news)) {
    slip_workspace_reload (self);
    slip_workspace_load (self, g_steal_pointer (&task));
  } else if (news->head < self->head) {
    slip_workspace_load (self, g_steal_pointer (&task));
  } else {
    put_wanted (self, task, rows);
    g_task_return_boolean (task, TRUE);
  }
}

void
slip_workspace_load (SlipWorkspace *self, GTask *task)
{
  if (self->is_reloading) {
    g_queue_push_tail (&self->loads, task);
    return;
  }
  g_autoptr (GPtrArray) ids = list_missing (self, task);
  if (ids->len == 0) {
    g_task_return_boolean (task, TRUE);
    g_object_unref (task);
    return;
  }
  g_ptr_array_add (ids, NULL);
  gboolean is_all = g_task_get_task_data (task) == NULL;
  slip_store_load_parts_async (self->store,
                               is_all ? NULL : (const char *const *) ids->pdata,
                               self->head, g_task_get_cancellable (task),
                               parts_loaded_cb, task);
}

/* Of what is closed, only what was left unfinished has a summary. */
static gboolean
is_unfinished (const SlipPlanState *state, const SlipRow *release)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_release_is_open (release)
      ? NULL
      : slip_plan_state_get_summary (state, slip_row_get_id (release));

  return summary != NULL || slip_release_is_open (release);
}

static void
collect_open (const SlipRow *release, gpointer data)
{
  SlipWorkspace *self = data;

  if (is_unfinished (self->state, release))
    g_ptr_array_add (self->wanted, g_strdup (slip_row_get_id (release)));
}

static gboolean
is_open_in (const SlipPlanState *state, const char *release)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);

  return row != NULL && is_unfinished (state, row);
}

/* Whether @release is one of those to have, and is not there yet. */
static gboolean
is_lacking (SlipWorkspace *self, const char *release)
{
  const SlipPlanState *best =
    self->gathered != NULL ? self->gathered : self->state;

  return is_open_in (self->state, release) &&
         !slip_plan_state_is_loaded (best, release);
}

/* The next releases to read, ended by %NULL. */
static GPtrArray *
take_batch (SlipWorkspace *self)
{
  GPtrArray *batch = g_ptr_array_new_with_free_func (g_free);

  while (batch->len < BATCH_SIZE && self->wanted->len > 0) {
    char *id =
      g_ptr_array_steal_index_fast (self->wanted, self->wanted->len - 1);

    if (is_lacking (self, id))
      g_ptr_array_add (batch, id);
    else
      g_free (id);
  }
  if (batch->len > 0)
    g_ptr_array_add (batch, NULL);
  return batch;
}

/* Shows all that was gathered at one go: who listens to ::changed may make
 * everything anew each time. */
static void
end_gathering (SlipWorkspace *self)
{
  g_autoptr (SlipPlanState) gathered = g_steal_pointer (&self->gathered);

  if (gathered != NULL)
    slip_workspace_take_state (self, g_steal_pointer (&gathered), NULL);
  /* Whoever heard of it may have done something. */
  if (self->wanted->len > 0 || self->wants_open || self->is_gathering)
    return;
  slip_workspace_set_has_open_parts (self, TRUE);
  /* The last thing that is read, so that there is no waiting for it once
   * somebody searches. */
  if (self->keeps_open_parts)
    slip_workspace_start_indexing (self);
}

typedef struct {
  SlipWorkspace *workspace;
  GPtrArray *batch;
} Gathering;

static void
gathering_free (Gathering *gathering)
{
  g_object_unref (gathering->workspace);
  g_ptr_array_unref (gathering->batch);
  g_free (gathering);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Gathering, gathering_free)

/* The batch was read at another step than the one that is shown now. */
static void
want_again (SlipWorkspace *self, const GPtrArray *batch)
{
  for (guint i = 0; i + 1 < batch->len; i++)
    g_ptr_array_add (self->wanted, g_strdup (batch->pdata[i]));
}

static void
put_gathered (SlipWorkspace *self, GPtrArray *batch, const GPtrArray *rows)
{
  if (self->gathered == NULL)
    self->gathered = slip_plan_state_fork (self->state);
  g_ptr_array_set_size (batch, (int) batch->len - 1);
  put_parts (self->gathered, batch, rows);
}

static void
gathered_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Gathering) gathering = data;
  SlipWorkspace *self = gathering->workspace;
  g_autoptr (SlipNews) news = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) rows =
    slip_store_load_parts_finish (SLIP_STORE (source), result, &news, &error);

  self->is_gathering = FALSE;
  if (g_cancellable_is_cancelled (self->gathering))
    return;
  if (rows == NULL) {
    g_warning ("Checklists could not be read: %s", error->message);
    slip_workspace_forget_gathered (self);
    g_ptr_array_set_size (self->wanted, 0);
    return;
  }
  if (!slip_workspace_take_news (self, news))
    slip_workspace_reload (self);
  else if (news->head < self->head)
    want_again (self, gathering->batch);
  else
    put_gathered (self, gathering->batch, rows);
  slip_workspace_gather (self);
}

static void
list_open (SlipWorkspace *self)
{
  self->wants_open = FALSE;
  g_ptr_array_set_size (self->wanted, 0);
  slip_plan_state_foreach (self->state, SLIP_KIND_RELEASE, collect_open, self);
}

static gboolean
gather_cb (gpointer data)
{
  SlipWorkspace *self = data;
  g_autoptr (GPtrArray) batch = NULL;
  Gathering *gathering;

  self->gather_source = 0;
  if (self->is_reloading)
    return G_SOURCE_REMOVE;
  if (self->wants_open)
    list_open (self);
  batch = take_batch (self);
  if (batch->len == 0) {
    end_gathering (self);
    return G_SOURCE_REMOVE;
  }
  self->is_gathering = TRUE;
  gathering = g_new0 (Gathering, 1);
  gathering->workspace = g_object_ref (self);
  gathering->batch = g_steal_pointer (&batch);
  slip_store_load_parts_async (self->store,
                               (const char *const *) gathering->batch->pdata,
                               self->head, self->gathering, gathered_cb,
                               gathering);
  return G_SOURCE_REMOVE;
}

void
slip_workspace_gather (SlipWorkspace *self)
{
  if (!self->keeps_open_parts || self->is_gathering || self->is_reloading ||
      self->gather_source != 0 || self->poll_source == 0)
    return;
  self->gather_source =
    g_idle_add_full (GATHER_PRIORITY, gather_cb, self, NULL);
}

void
slip_workspace_want_open (SlipWorkspace *self)
{
  if (!self->keeps_open_parts)
    return;
  self->wants_open = TRUE;
  slip_workspace_gather (self);
}

void
slip_workspace_gather_touched (SlipWorkspace *self, const GPtrArray *summaries)
{
  gboolean is_lacking_any = FALSE;

  for (guint i = 0; self->keeps_open_parts && i < summaries->len; i++) {
    const SlipReleaseSummary *summary = g_ptr_array_index (summaries, i);

    if (!is_lacking (self, summary->release))
      continue;
    g_ptr_array_add (self->wanted, g_strdup (summary->release));
    is_lacking_any = TRUE;
  }
  if (!is_lacking_any)
    return;
  slip_workspace_set_has_open_parts (self, FALSE);
  slip_workspace_gather (self);
}

void
slip_workspace_forget_gathered (SlipWorkspace *self)
{
  g_clear_pointer (&self->gathered, slip_plan_state_unref);
  g_ptr_array_set_size (self->wanted, 0);
  slip_workspace_set_has_open_parts (self, FALSE);
}

void
slip_workspace_keep_open_parts (SlipWorkspace *self)
{
  g_return_if_fail (SLIP_IS_WORKSPACE (self));

  if (self->keeps_open_parts)
    return;
  self->keeps_open_parts = TRUE;
  slip_workspace_want_open (self);
}

gboolean
slip_workspace_has_open_parts (SlipWorkspace *self)
{
  g_return_val_if_fail (SLIP_IS_WORKSPACE (self), FALSE);

  return self->has_open_parts;
}

void
slip_workspace_load_parts_async (SlipWorkspace *self,
                                 const char *const *releases,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data)
{
  g_return_if_fail (SLIP_IS_WORKSPACE (self));

  GTask *task = g_task_new (self, cancellable, callback, data);
  g_task_set_source_tag (task, slip_workspace_load_parts_async);
  g_task_set_task_data (task, g_strdupv ((char **) releases),
                        (GDestroyNotify) g_strfreev);
  slip_workspace_load (self, task);
}

gboolean
slip_workspace_load_parts_finish (SlipWorkspace *self,
                                  GAsyncResult *result,
                                  GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}
