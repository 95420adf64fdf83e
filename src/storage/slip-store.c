/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-store.h"

#include "slip-census.h"
#include "slip-check.h"
#include "slip-opening.h"
#include "slip-reading.h"
#include "slip-store-private.h"
#include "slip-worker.h"
#include "slip-writing.h"

#include <glib/gi18n-lib.h>

struct _SlipStore {
  GObject parent_instance;

  char *path;
  char *name;
  char *plan_id;
  SlipWorker *reader;
  SlipWorker *writer; /* NULL if the file cannot be written */
  gboolean is_closed;
};

G_DEFINE_FINAL_TYPE (SlipStore, slip_store, G_TYPE_OBJECT)

GQuark
slip_store_error_quark (void)
{
  return g_quark_from_static_string ("slip-store-error-quark");
}

static void
waiting_cb (GObject *source, gboolean is_waiting)
{
  g_signal_emit_by_name (source, "waiting", is_waiting);
}

/* Ends the reader and after it the writer, which tidies the file up. */
static void
close_workers (SlipStore *self, GTask *task)
{
  self->is_closed = TRUE;
  slip_worker_close (self->reader, self->writer, task);
}

static void
slip_store_dispose (GObject *object)
{
  SlipStore *self = SLIP_STORE (object);

  if (self->reader != NULL && !self->is_closed)
    close_workers (self, NULL);
  G_OBJECT_CLASS (slip_store_parent_class)->dispose (object);
}

static void
slip_store_finalize (GObject *object)
{
  SlipStore *self = SLIP_STORE (object);

  g_clear_pointer (&self->reader, slip_worker_unref);
  g_clear_pointer (&self->writer, slip_worker_unref);
  g_free (self->path);
  g_free (self->name);
  g_free (self->plan_id);
  G_OBJECT_CLASS (slip_store_parent_class)->finalize (object);
}

static void
slip_store_class_init (SlipStoreClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = slip_store_dispose;
  object_class->finalize = slip_store_finalize;

  g_signal_new ("waiting", SLIP_TYPE_STORE, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);
}

static void
slip_store_init (SlipStore *self)
{
}

GTask *
slip_store_make_task (gpointer source,
                      gpointer tag,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  GTask *task = g_task_new (source, cancellable, callback, data);

  g_task_set_source_tag (task, tag);
  g_task_set_check_cancellable (task, FALSE);
  return task;
}

static void
push (SlipStore *self,
      SlipWorker *worker,
      GTask *task,
      SlipWorkFunc func,
      GDestroyNotify free_result)
{
  if (worker == NULL) {
    g_task_return_new_error (task, SLIP_STORE_ERROR, SLIP_STORE_ERROR_READ_ONLY,
                             _ ("“%s” cannot be written"), self->name);
    g_object_unref (task);
  } else if (self->is_closed) {
    g_task_return_new_error (task, SLIP_STORE_ERROR, SLIP_STORE_ERROR_FAILED,
                             _ ("“%s” is closed"), self->name);
    g_object_unref (task);
  } else {
    slip_worker_push (worker, task, func, free_result);
  }
}

void
slip_store_push_reading (SlipStore *self,
                         GTask *task,
                         SlipWorkFunc func,
                         GDestroyNotify free_result)
{
  push (self, self->reader, task, func, free_result);
}

void
slip_store_push_writing (SlipStore *self,
                         GTask *task,
                         SlipWorkFunc func,
                         GDestroyNotify free_result)
{
  push (self, self->writer, task, func, free_result);
}

typedef struct {
  char *path;
  SlipStoreFlags flags;
} OpenInput;

static void
open_input_free (OpenInput *input)
{
  g_free (input->path);
  g_free (input);
}

static void
open_thread (GTask *task,
             gpointer source,
             gpointer task_data,
             GCancellable *cancellable)
{
  OpenInput *input = task_data;
  g_autoptr (GArray) migrations = slip_migration_get_all ();
  GError *error = NULL;
  SlipOpening *opening = slip_opening_run (input->path, input->flags,
                                           migrations, cancellable, &error);

  if (opening == NULL)
    g_task_return_error (task, error);
  else
    g_task_return_pointer (task, opening, (GDestroyNotify) slip_opening_free);
}

void
slip_store_open_async (const char *path,
                       SlipStoreFlags flags,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (GTask) task = slip_store_make_task (NULL, slip_store_open_async,
                                                 cancellable, callback, data);
  OpenInput *input = g_new0 (OpenInput, 1);

  g_return_if_fail (path != NULL);

  input->path = g_canonicalize_filename (path, NULL);
  input->flags = flags;
  g_task_set_task_data (task, input, (GDestroyNotify) open_input_free);
  g_task_run_in_thread (task, open_thread);
}

SlipStore *
slip_store_open_finish (GAsyncResult *result, GError **error)
{
  g_autoptr (SlipOpening) opening = NULL;
  SlipStore *self = NULL;

  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  slip_store_open_async),
                        NULL);

  opening = g_task_propagate_pointer (G_TASK (result), error);
  if (opening == NULL)
    return NULL;
  self = g_object_new (SLIP_TYPE_STORE, NULL);
  self->path = g_strdup (opening->reader->path);
  self->name = g_strdup (opening->reader->name);
  self->plan_id = g_steal_pointer (&opening->plan_id);
  self->reader = slip_worker_new ("slipway-reader",
                                  g_steal_pointer (&opening->reader), NULL);
  if (opening->writer != NULL)
    self->writer =
      slip_worker_new ("slipway-writer", g_steal_pointer (&opening->writer),
                       waiting_cb);
  return self;
}

void
slip_store_close_async (SlipStore *self,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  GTask *task = NULL;

  g_return_if_fail (SLIP_IS_STORE (self));

  task =
    slip_store_make_task (self, slip_store_close_async, NULL, callback, data);
  if (!self->is_closed) {
    close_workers (self, task);
    return;
  }
  g_task_return_pointer (task, GINT_TO_POINTER (TRUE), NULL);
  g_object_unref (task);
}

gpointer
slip_store_take_answer (SlipStore *self,
                        GAsyncResult *result,
                        gpointer tag,
                        GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result, tag), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
slip_store_close_finish (SlipStore *self, GAsyncResult *result, GError **error)
{
  return slip_store_take_answer (self, result, slip_store_close_async, error) !=
         NULL;
}

const char *
slip_store_get_path (SlipStore *self)
{
  g_return_val_if_fail (SLIP_IS_STORE (self), NULL);

  return self->path;
}

const char *
slip_store_get_plan_id (SlipStore *self)
{
  g_return_val_if_fail (SLIP_IS_STORE (self), NULL);

  return self->plan_id;
}

gboolean
slip_store_is_read_only (SlipStore *self)
{
  g_return_val_if_fail (SLIP_IS_STORE (self), FALSE);

  return self->writer == NULL;
}

void
slip_store_set_patience (SlipStore *self, int patience_ms)
{
  g_return_if_fail (SLIP_IS_STORE (self) && !self->is_closed);

  slip_worker_set_patience (self->writer, patience_ms);
}

/* What a reading answers; each call uses what it needs. */
typedef struct {
  SlipPlanState *state;
  GPtrArray *rows;
  SlipNews *news;
} Reading;

static void
reading_free (Reading *reading)
{
  g_clear_pointer (&reading->state, slip_plan_state_unref);
  g_clear_pointer (&reading->rows, g_ptr_array_unref);
  g_clear_pointer (&reading->news, slip_news_free);
  g_free (reading);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reading, reading_free)

static gpointer
load_work (SlipConnection *connection, gpointer input, GError **error)
{
  g_autoptr (Reading) reading = g_new0 (Reading, 1);

  reading->state = slip_reading_load (connection, &reading->news, error);
  return reading->state == NULL ? NULL : g_steal_pointer (&reading);
}

void
slip_store_load_async (SlipStore *self,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  g_return_if_fail (SLIP_IS_STORE (self));

  push (self, self->reader,
        slip_store_make_task (self, slip_store_load_async, cancellable,
                              callback, data),
        load_work, (GDestroyNotify) reading_free);
}

SlipPlanState *
slip_store_load_finish (SlipStore *self,
                        GAsyncResult *result,
                        SlipNews **news,
                        GError **error)
{
  g_autoptr (Reading) reading =
    slip_store_take_answer (self, result, slip_store_load_async, error);

  if (reading == NULL)
    return NULL;
  if (news != NULL)
    *news = g_steal_pointer (&reading->news);
  return g_steal_pointer (&reading->state);
}

typedef struct {
  char **releases;
  gint64 since;
} PartsInput;

static void
parts_input_free (PartsInput *input)
{
  g_strfreev (input->releases);
  g_free (input);
}

static gpointer
load_parts_work (SlipConnection *connection, gpointer data, GError **error)
{
  g_autoptr (Reading) reading = g_new0 (Reading, 1);
  PartsInput *input = data;

  reading->rows =
    slip_reading_load_parts (connection, (const char *const *) input->releases,
                             input->since, &reading->news, error);
  return reading->rows == NULL ? NULL : g_steal_pointer (&reading);
}

void
slip_store_load_parts_async (SlipStore *self,
                             const char *const *releases,
                             gint64 since,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  PartsInput *input = g_new0 (PartsInput, 1);
  GTask *task = slip_store_make_task (self, slip_store_load_parts_async,
                                      cancellable, callback, data);

  input->releases = g_strdupv ((char **) releases);
  input->since = since;
  g_task_set_task_data (task, input, (GDestroyNotify) parts_input_free);
  push (self, self->reader, task, load_parts_work,
        (GDestroyNotify) reading_free);
}

GPtrArray *
slip_store_load_parts_finish (SlipStore *self,
                              GAsyncResult *result,
                              SlipNews **news,
                              GError **error)
{
  g_autoptr (Reading) reading =
    slip_store_take_answer (self, result, slip_store_load_parts_async, error);

  if (reading == NULL)
    return NULL;
  if (news != NULL)
    *news = g_steal_pointer (&reading->news);
  return g_steal_pointer (&reading->rows);
}

static gpointer
poll_work (SlipConnection *connection, gpointer data, GError **error)
{
  gint64 *since = data;

  return slip_reading_poll (connection, *since, error);
}

void
slip_store_poll_async (SlipStore *self,
                       gint64 since,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  GTask *task = slip_store_make_task (self, slip_store_poll_async, cancellable,
                                      callback, data);
  gint64 *input = g_new (gint64, 1);

  *input = since;
  g_task_set_task_data (task, input, g_free);
  push (self, self->reader, task, poll_work, (GDestroyNotify) slip_news_free);
}

SlipNews *
slip_store_poll_finish (SlipStore *self, GAsyncResult *result, GError **error)
{
  return slip_store_take_answer (self, result, slip_store_poll_async, error);
}

/* What a writing is asked with: a step, or a turn and who wants it. */
typedef struct {
  SlipStep *step;
  GPtrArray *rows;
  SlipTurn turn;
  SlipAuthor *author;
} WriteInput;

static void
write_input_free (WriteInput *input)
{
  g_clear_pointer (&input->step, slip_step_free);
  g_clear_pointer (&input->rows, g_ptr_array_unref);
  g_clear_pointer (&input->author, slip_author_free);
  g_free (input);
}

static SlipStep *
make_edit (SlipChangeSet *set,
           const SlipAuthor *author,
           gint64 number,
           gint64 at_ms)
{
  SlipStep *step = slip_step_new (number, SLIP_STEP_EDIT, 0, at_ms);

  step->author = slip_author_copy (author);
  step->set = slip_change_set_ref (set);
  return step;
}

static gpointer
commit_work (SlipConnection *connection, gpointer data, GError **error)
{
  WriteInput *input = data;

  return slip_writing_commit (connection, input->step, error);
}

void
slip_store_commit_async (SlipStore *self,
                         SlipChangeSet *set,
                         const SlipAuthor *author,
                         gint64 head,
                         gint64 at_ms,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  GTask *task = slip_store_make_task (self, slip_store_commit_async,
                                      cancellable, callback, data);
  WriteInput *input = g_new0 (WriteInput, 1);

  input->step = make_edit (set, author, head + 1, at_ms);
  g_task_set_task_data (task, input, (GDestroyNotify) write_input_free);
  push (self, self->writer, task, commit_work,
        (GDestroyNotify) slip_commit_free);
}

SlipCommit *
slip_store_commit_finish (SlipStore *self, GAsyncResult *result, GError **error)
{
  return slip_store_take_answer (self, result, slip_store_commit_async, error);
}

static gpointer
turn_work (SlipConnection *connection, gpointer data, GError **error)
{
  WriteInput *input = data;

  return slip_writing_turn (connection, &input->turn, input->author, error);
}

void
slip_store_turn_async (SlipStore *self,
                       const SlipTurn *turn,
                       const SlipAuthor *author,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  GTask *task = slip_store_make_task (self, slip_store_turn_async, cancellable,
                                      callback, data);
  WriteInput *input = g_new0 (WriteInput, 1);

  input->turn = *turn;
  input->author = slip_author_copy (author);
  g_task_set_task_data (task, input, (GDestroyNotify) write_input_free);
  push (self, self->writer, task, turn_work, (GDestroyNotify) slip_commit_free);
}

SlipCommit *
slip_store_turn_finish (SlipStore *self, GAsyncResult *result, GError **error)
{
  return slip_store_take_answer (self, result, slip_store_turn_async, error);
}

static gpointer
fill_work (SlipConnection *connection, gpointer data, GError **error)
{
  WriteInput *input = data;

  return GINT_TO_POINTER (
    slip_writing_fill (connection, input->rows, input->step, error));
}

void
slip_store_fill_async (SlipStore *self,
                       GPtrArray *rows,
                       const SlipAuthor *author,
                       gint64 at_ms,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  g_autoptr (SlipChangeSet) set =
    slip_change_set_new (SLIP_VERB_GENERATE, NULL);
  GTask *task = slip_store_make_task (self, slip_store_fill_async, cancellable,
                                      callback, data);
  WriteInput *input = g_new0 (WriteInput, 1);

  input->step = make_edit (set, author, 1, at_ms);
  input->rows = g_ptr_array_ref (rows);
  g_task_set_task_data (task, input, (GDestroyNotify) write_input_free);
  push (self, self->writer, task, fill_work, NULL);
}

gboolean
slip_store_fill_finish (SlipStore *self, GAsyncResult *result, GError **error)
{
  return slip_store_take_answer (self, result, slip_store_fill_async, error) !=
         NULL;
}

typedef struct {
  char *release;
  gint64 before;
  guint limit;
} HistoryInput;

static void
history_input_free (HistoryInput *input)
{
  g_free (input->release);
  g_free (input);
}

static gpointer
history_work (SlipConnection *connection, gpointer data, GError **error)
{
  HistoryInput *input = data;

  return slip_reading_history (connection, input->release, input->before,
                               input->limit, error);
}

void
slip_store_history_async (SlipStore *self,
                          const char *release,
                          gint64 before,
                          guint limit,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data)
{
  GTask *task = slip_store_make_task (self, slip_store_history_async,
                                      cancellable, callback, data);
  HistoryInput *input = g_new0 (HistoryInput, 1);

  input->release = g_strdup (release);
  input->before = before;
  input->limit = limit;
  g_task_set_task_data (task, input, (GDestroyNotify) history_input_free);
  push (self, self->reader, task, history_work,
        (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
slip_store_history_finish (SlipStore *self,
                           GAsyncResult *result,
                           GError **error)
{
  return slip_store_take_answer (self, result, slip_store_history_async, error);
}

static gpointer
check_work (SlipConnection *connection, gpointer data, GError **error)
{
  return slip_check_run (connection, error);
}

void
slip_store_check_async (SlipStore *self,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  push (self, self->reader,
        slip_store_make_task (self, slip_store_check_async, cancellable,
                              callback, data),
        check_work, (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
slip_store_check_finish (SlipStore *self, GAsyncResult *result, GError **error)
{
  return slip_store_take_answer (self, result, slip_store_check_async, error);
}

static gpointer
census_work (SlipConnection *connection, gpointer data, GError **error)
{
  return slip_census_run (connection, error);
}

void
slip_store_census_async (SlipStore *self,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  push (self, self->reader,
        slip_store_make_task (self, slip_store_census_async, cancellable,
                              callback, data),
        census_work, g_free);
}

SlipCensus *
slip_store_census_finish (SlipStore *self, GAsyncResult *result, GError **error)
{
  return slip_store_take_answer (self, result, slip_store_census_async, error);
}

const char *
slip_store_get_engine_version (void)
{
  return sqlite3_libversion ();
}

static gpointer
copy_work (SlipConnection *connection, gpointer data, GError **error)
{
  return GINT_TO_POINTER (slip_reading_copy (connection, data, error));
}

void
slip_store_copy_async (SlipStore *self,
                       const char *path,
                       GCancellable *cancellable,
                       GAsyncReadyCallback callback,
                       gpointer data)
{
  GTask *task = slip_store_make_task (self, slip_store_copy_async, cancellable,
                                      callback, data);

  g_task_set_task_data (task, g_strdup (path), g_free);
  push (self, self->reader, task, copy_work, NULL);
}

gboolean
slip_store_copy_finish (SlipStore *self, GAsyncResult *result, GError **error)
{
  return slip_store_take_answer (self, result, slip_store_copy_async, error) !=
         NULL;
}
