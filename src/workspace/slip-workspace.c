/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-workspace.h"

#include "slip-release.h"
#include "slip-workspace-private.h"

#include <glib/gi18n-lib.h>

#define POLL_SECONDS 1

G_DEFINE_FINAL_TYPE (SlipWorkspace, slip_workspace, G_TYPE_OBJECT)

enum {
  CHANGED,
  CLOSING,
  UNDO_CHANGED,
  WAITING,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

enum {
  PROP_0,
  PROP_HAS_OPEN_PARTS,
  PROP_INDEX_FRACTION,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

typedef struct {
  SlipWriter writer;
  SlipClock *clock;
  SlipStore *store;
} Opening;

static void
opening_free (gpointer data)
{
  Opening *opening = data;

  slip_clock_unref (opening->clock);
  g_clear_object (&opening->store);
  g_free (opening);
}

static gboolean
is_same_step (const SlipStep *a, const SlipStep *b)
{
  if (a == NULL || b == NULL)
    return a == b;
  return a->number == b->number;
}

static void
take_turns (SlipWorkspace *self, SlipNews *news)
{
  gboolean is_same = is_same_step (self->undo, news->undo) &&
                     is_same_step (self->redo, news->redo);

  g_clear_pointer (&self->undo, slip_step_free);
  g_clear_pointer (&self->redo, slip_step_free);
  self->undo = g_steal_pointer (&news->undo);
  self->redo = g_steal_pointer (&news->redo);
  if (!is_same)
    g_signal_emit (self, signals[UNDO_CHANGED], 0);
}

void
slip_workspace_take_state (SlipWorkspace *self,
                           SlipPlanState *state,
                           const SlipStep *step)
{
  g_autoptr (SlipPlanState) before = self->state;

  self->state = slip_workspace_put_observations (self, state);
  g_signal_emit (self, signals[CHANGED], 0, step);
  slip_workspace_follow_feeds (self, before);
}

/* Returns @state after @step, with those of @summaries that it would know. */
static SlipPlanState *
make_state (SlipWorkspace *self,
            const SlipPlanState *state,
            const SlipStep *step,
            const GPtrArray *summaries,
            GError **error)
{
  gboolean is_made = self->made != NULL && self->made_from == state;
  SlipPlanState *next = is_made
                          ? g_steal_pointer (&self->made)
                          : slip_plan_state_apply (state, step->set, error);

  for (guint i = 0; next != NULL && i < summaries->len; i++) {
    const SlipReleaseSummary *summary = g_ptr_array_index (summaries, i);
    const SlipRow *release =
      slip_plan_state_get (next, SLIP_KIND_RELEASE, summary->release);

    if (release != NULL && slip_release_is_open (release) &&
        !slip_plan_state_is_loaded (next, summary->release))
      slip_plan_state_take_summary (next, slip_release_summary_ref (summary));
  }
  return next;
}

static gboolean
apply_step (SlipWorkspace *self,
            const SlipStep *step,
            const GPtrArray *summaries)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipPlanState) gathered = NULL;

  /* A plan that was filled at one go says so without its changes. */
  if (step->set->changes->len == 0)
    return FALSE;
  if (step->number != self->head + 1) {
    g_warning ("Step %" G_GINT64_FORMAT " came after step %" G_GINT64_FORMAT,
               step->number, self->head);
    return FALSE;
  }
  g_autoptr (SlipPlanState) state =
    make_state (self, self->state, step, summaries, &error);
  if (state != NULL && self->gathered != NULL)
    gathered = make_state (self, self->gathered, step, summaries, &error);
  if (error != NULL) {
    g_warning ("Step %" G_GINT64_FORMAT " of the file does not fit: %s",
               step->number, error->message);
    return FALSE;
  }
  g_clear_pointer (&self->gathered, slip_plan_state_unref);
  self->gathered = g_steal_pointer (&gathered);
  self->head = step->number;
  slip_workspace_take_state (self, g_steal_pointer (&state), step);
  return TRUE;
}

gboolean
slip_workspace_take_news (SlipWorkspace *self, SlipNews *news)
{
  if (news->generation != self->generation)
    return FALSE;
  self->feeds = news->feeds;
  for (guint i = 0; i < news->steps->len; i++) {
    const SlipStep *step = g_ptr_array_index (news->steps, i);

    if (step->number > self->head && !apply_step (self, step, news->summaries))
      return FALSE;
  }
  slip_workspace_gather_touched (self, news->summaries);
  if (news->head == self->head)
    take_turns (self, news);
  slip_workspace_follow_feeds (self, NULL);
  return news->head <= self->head;
}

static void
reloaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWorkspace) self = data;
  g_autoptr (SlipNews) news = NULL;
  g_autoptr (GError) error = NULL;
  GTask *load;

  SlipPlanState *state =
    slip_store_load_finish (SLIP_STORE (source), result, &news, &error);
  self->is_reloading = FALSE;
  if (state != NULL) {
    self->generation = news->generation;
    self->head = news->head;
    self->feeds = news->feeds;
    self->wants_feeds = self->observations != NULL;
    slip_workspace_forget_gathered (self);
    slip_workspace_take_state (self, state, NULL);
    take_turns (self, news);
  } else {
    g_warning ("The plan could not be read again: %s", error->message);
  }
  while ((load = g_queue_pop_head (&self->loads)) != NULL)
    slip_workspace_load (self, load);
  slip_workspace_want_open (self);
  slip_workspace_run_next (self);
}

void
slip_workspace_reload (SlipWorkspace *self)
{
  if (self->is_reloading)
    return;
  self->is_reloading = TRUE;
  slip_store_load_async (self->store, NULL, reloaded_cb, g_object_ref (self));
}

static void
polled_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWorkspace) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipNews) news =
    slip_store_poll_finish (SLIP_STORE (source), result, &error);

  self->is_polling = FALSE;
  if (news == NULL)
    g_debug ("Looking for other programs' edits failed: %s", error->message);
  else if (!slip_workspace_take_news (self, news))
    slip_workspace_reload (self);
  if (self->is_poll_wanted)
    slip_workspace_poll (self);
}

static gboolean
poll_cb (gpointer data)
{
  slip_workspace_poll (data);
  return G_SOURCE_CONTINUE;
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (slip_store_close_finish (SLIP_STORE (source), result, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, error);
}

void
slip_workspace_close_if_wanted (SlipWorkspace *self)
{
  if (self->closing == NULL || self->n_holds > 0)
    return;
  slip_store_close_async (self->store, closed_cb,
                          g_steal_pointer (&self->closing));
}

void
slip_workspace_hold (SlipWorkspace *self)
{
  self->n_holds++;
}

void
slip_workspace_release (SlipWorkspace *self)
{
  g_return_if_fail (self->n_holds > 0);

  self->n_holds--;
  if (self->closing != NULL)
    slip_workspace_run_next (self);
}

static void
store_waiting_cb (SlipWorkspace *self, gboolean is_waiting)
{
  g_signal_emit (self, signals[WAITING], 0, is_waiting);
}

static void
slip_workspace_get_property (GObject *object,
                             guint id,
                             GValue *value,
                             GParamSpec *pspec)
{
  SlipWorkspace *self = SLIP_WORKSPACE (object);

  switch (id) {
  case PROP_HAS_OPEN_PARTS:
    g_value_set_boolean (value, self->has_open_parts);
    break;
  case PROP_INDEX_FRACTION:
    g_value_set_double (value, self->index_fraction);
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
slip_workspace_dispose (GObject *object)
{
  SlipWorkspace *self = SLIP_WORKSPACE (object);

  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_clear_handle_id (&self->gather_source, g_source_remove);
  g_clear_handle_id (&self->index_rest, g_source_remove);
  g_clear_object (&self->store);
  G_OBJECT_CLASS (slip_workspace_parent_class)->dispose (object);
}

static void
slip_workspace_finalize (GObject *object)
{
  SlipWorkspace *self = SLIP_WORKSPACE (object);

  g_clear_pointer (&self->clock, slip_clock_unref);
  g_clear_pointer (&self->author, slip_author_free);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_clear_pointer (&self->observations, slip_observations_unref);
  g_clear_pointer (&self->gathered, slip_plan_state_unref);
  g_clear_pointer (&self->wanted, g_ptr_array_unref);
  g_clear_pointer (&self->index_tasks, g_ptr_array_unref);
  g_clear_object (&self->gathering);
  g_clear_pointer (&self->undo, slip_step_free);
  g_clear_pointer (&self->redo, slip_step_free);
  G_OBJECT_CLASS (slip_workspace_parent_class)->finalize (object);
}

static void
slip_workspace_class_init (SlipWorkspaceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GType type = G_TYPE_FROM_CLASS (klass);

  object_class->get_property = slip_workspace_get_property;
  object_class->dispose = slip_workspace_dispose;
  object_class->finalize = slip_workspace_finalize;

  properties[PROP_HAS_OPEN_PARTS] =
    g_param_spec_boolean ("has-open-parts", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                            G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_INDEX_FRACTION] =
    g_param_spec_double ("index-fraction", NULL, NULL, 0, 1, 1,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                           G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  signals[CHANGED] = g_signal_new ("changed", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
  signals[CLOSING] = g_signal_new ("closing", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
  signals[UNDO_CHANGED] = g_signal_new ("undo-changed", type, G_SIGNAL_RUN_LAST,
                                        0, NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[WAITING] = g_signal_new ("waiting", type, G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
slip_workspace_init (SlipWorkspace *self)
{
  g_queue_init (&self->tasks);
  g_queue_init (&self->loads);
  g_queue_init (&self->observers);
  self->wanted = g_ptr_array_new_with_free_func (g_free);
  self->index_fraction = 1;
  self->index_tasks = g_ptr_array_new_with_free_func (g_object_unref);
  self->gathering = g_cancellable_new ();
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (SlipNews) news = NULL;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;
  SlipPlanState *state =
    slip_store_load_finish (opening->store, result, &news, &error);

  if (state == NULL) {
    g_task_return_error (task, error);
    return;
  }
  SlipWorkspace *self = g_object_new (SLIP_TYPE_WORKSPACE, NULL);
  self->store = g_steal_pointer (&opening->store);
  self->clock = slip_clock_ref (opening->clock);
  self->author = slip_author_new (NULL, NULL, opening->writer);
  self->state = state;
  self->generation = news->generation;
  self->head = news->head;
  self->feeds = news->feeds;
  self->undo = g_steal_pointer (&news->undo);
  self->redo = g_steal_pointer (&news->redo);
  self->poll_source = g_timeout_add_seconds (POLL_SECONDS, poll_cb, self);
  g_signal_connect_object (self->store, "waiting",
                           G_CALLBACK (store_waiting_cb), self,
                           G_CONNECT_SWAPPED);
  g_task_return_pointer (task, self, g_object_unref);
  slip_workspace_follow_feeds (self, NULL);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Opening *opening = g_task_get_task_data (task);
  GError *error = NULL;

  opening->store = slip_store_open_finish (result, &error);
  if (opening->store == NULL) {
    g_task_return_error (task, error);
    return;
  }
  slip_store_load_async (opening->store, g_task_get_cancellable (task), read_cb,
                         g_object_ref (task));
}

void
slip_workspace_open_async (const char *path,
                           SlipStoreFlags flags,
                           SlipWriter writer,
                           SlipClock *clock,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_return_if_fail (path != NULL);
  g_return_if_fail (clock != NULL);

  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Opening *opening = g_new0 (Opening, 1);
  opening->writer = writer;
  opening->clock = slip_clock_ref (clock);
  g_task_set_source_tag (task, slip_workspace_open_async);
  g_task_set_task_data (task, opening, opening_free);
  slip_store_open_async (path, flags, cancellable, opened_cb, task);
}

SlipWorkspace *
slip_workspace_open_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
slip_workspace_close_async (SlipWorkspace *self,
                            GAsyncReadyCallback callback,
                            gpointer data)
{
  g_return_if_fail (SLIP_IS_WORKSPACE (self));

  GTask *task = g_task_new (self, NULL, callback, data);
  g_task_set_source_tag (task, slip_workspace_close_async);
  if (self->poll_source == 0) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED,
                             _ ("The plan is closed"));
    g_object_unref (task);
    return;
  }
  g_clear_handle_id (&self->poll_source, g_source_remove);
  g_clear_handle_id (&self->gather_source, g_source_remove);
  g_cancellable_cancel (self->gathering);
  g_clear_handle_id (&self->index_rest, g_source_remove);
  self->closing = task;
  g_signal_emit (self, signals[CLOSING], 0);
  slip_workspace_run_next (self);
}

gboolean
slip_workspace_close_finish (SlipWorkspace *self,
                             GAsyncResult *result,
                             GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), FALSE);

  return g_task_propagate_boolean (G_TASK (result), error);
}

void
slip_workspace_set_has_open_parts (SlipWorkspace *self, gboolean has_open_parts)
{
  if (self->has_open_parts == has_open_parts)
    return;
  self->has_open_parts = has_open_parts;
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_HAS_OPEN_PARTS]);
}

const SlipPlanState *
slip_workspace_get_state (SlipWorkspace *self)
{
  g_return_val_if_fail (SLIP_IS_WORKSPACE (self), NULL);

  return self->state;
}

SlipStore *
slip_workspace_get_store (SlipWorkspace *self)
{
  g_return_val_if_fail (SLIP_IS_WORKSPACE (self), NULL);

  return self->store;
}

SlipClock *
slip_workspace_get_clock (SlipWorkspace *self)
{
  g_return_val_if_fail (SLIP_IS_WORKSPACE (self), NULL);

  return self->clock;
}

gint64
slip_workspace_get_head (SlipWorkspace *self)
{
  g_return_val_if_fail (SLIP_IS_WORKSPACE (self), 0);

  return self->head;
}

const SlipStep *
slip_workspace_peek_undo (SlipWorkspace *self)
{
  g_return_val_if_fail (SLIP_IS_WORKSPACE (self), NULL);

  return self->undo;
}

const SlipStep *
slip_workspace_peek_redo (SlipWorkspace *self)
{
  g_return_val_if_fail (SLIP_IS_WORKSPACE (self), NULL);

  return self->redo;
}

void
slip_workspace_set_person (SlipWorkspace *self,
                           const char *person,
                           const char *name)
{
  g_return_if_fail (SLIP_IS_WORKSPACE (self));

  g_autoptr (SlipAuthor) before = self->author;
  self->author = slip_author_new (person, name, before->writer);
}

const char *
slip_workspace_get_person (SlipWorkspace *self)
{
  g_return_val_if_fail (SLIP_IS_WORKSPACE (self), NULL);

  return self->author->person;
}

const char *
slip_workspace_get_person_name (SlipWorkspace *self)
{
  g_return_val_if_fail (SLIP_IS_WORKSPACE (self), NULL);

  return self->author->name;
}

void
slip_workspace_poll (SlipWorkspace *self)
{
  g_return_if_fail (SLIP_IS_WORKSPACE (self));

  self->is_poll_wanted = self->is_polling;
  if (self->is_polling || self->is_reloading || self->poll_source == 0)
    return;
  self->is_polling = TRUE;
  slip_store_poll_async (self->store, self->head, NULL, polled_cb,
                         g_object_ref (self));
}
