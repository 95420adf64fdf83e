/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-workspace.h"

#include "slip-intent.h"
#include "slip-workspace-private.h"

#include <glib/gi18n-lib.h>

/* An edit that lost this many races against other programs gives up. */
#define MAX_TRIES 500

/* What a task in the queue is about: an edit if it has a func, else a turn. */
typedef struct {
  SlipIntentFunc func;
  gpointer data;
  GDestroyNotify data_free;
  SlipStepType type;
  gint64 step;
  gboolean may_be_older;
  guint n_tries;
  gboolean is_caught_up;    /* whether the file was asked for news */
  SlipPlanState *made_from; /* of a large edit: the plan before and after it */
  SlipPlanState *made;
} Job;

/* An edit being made on a thread of its own: an edit of a calendar may move
 * thousands of items. */
typedef struct {
  SlipIntentFunc func;
  gconstpointer data; /* the job's, which waits for it */
  SlipPlanState *state;
  gint64 head;
  SlipChangeSet *set;
  SlipPlanState *after;
  GPtrArray *needs;
  GError *error;
} Making;

/* A set with fewer changes is applied in no time. */
#define MANY_CHANGES 500

static void
making_free (gpointer data)
{
  Making *making = data;

  slip_plan_state_unref (making->state);
  g_clear_pointer (&making->set, slip_change_set_unref);
  g_clear_pointer (&making->after, slip_plan_state_unref);
  g_clear_pointer (&making->needs, g_ptr_array_unref);
  g_clear_error (&making->error);
  g_free (making);
}

static void
forget_made (Job *job)
{
  g_clear_pointer (&job->made_from, slip_plan_state_unref);
  g_clear_pointer (&job->made, slip_plan_state_unref);
}

static void
job_free (gpointer data)
{
  Job *job = data;

  forget_made (job);
  if (job->data_free != NULL)
    job->data_free (job->data);
  g_free (job);
}

/* Takes the first task out of the queue and answers it: with a copy of @step,
 * else with @error. */
static void
end_job (SlipWorkspace *self, const SlipStep *step, GError *error)
{
  g_autoptr (GTask) task = g_queue_pop_head (&self->tasks);

  self->is_busy = FALSE;
  if (step != NULL)
    g_task_return_pointer (task, slip_step_copy (step),
                           (GDestroyNotify) slip_step_free);
  else
    g_task_return_error (task, error);
}

/* Lends the workspace what the edit under way makes of the plan while the
 * news, which are that edit and nothing else, are taken in. */
static gboolean
take_news_of_job (SlipWorkspace *self, SlipCommit *commit)
{
  Job *job = g_task_get_task_data (g_queue_peek_head (&self->tasks));
  gboolean is_alone = commit->is_written && commit->news->steps->len == 1;

  if (is_alone) {
    self->made_from = g_steal_pointer (&job->made_from);
    self->made = g_steal_pointer (&job->made);
  }
  forget_made (job);
  gboolean is_taken = slip_workspace_take_news (self, commit->news);
  g_clear_pointer (&self->made_from, slip_plan_state_unref);
  g_clear_pointer (&self->made, slip_plan_state_unref);
  return is_taken;
}

/* Ends the job under way or has it run once more, as the file answered. */
static void
take_commit (SlipWorkspace *self, SlipCommit *commit)
{
  g_autoptr (SlipStep) step = NULL;

  if (commit->is_written)
    step = slip_step_copy (g_ptr_array_index (commit->news->steps, 0));
  if (!take_news_of_job (self, commit))
    slip_workspace_reload (self);
  if (step != NULL)
    end_job (self, step, NULL);
  else
    self->is_busy = FALSE;
  slip_workspace_run_next (self);
}

static void
committed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWorkspace) self = data;
  GError *error = NULL;
  g_autoptr (SlipCommit) commit =
    slip_store_commit_finish (SLIP_STORE (source), result, &error);

  if (commit != NULL) {
    take_commit (self, commit);
    return;
  }
  end_job (self, NULL, error);
  slip_workspace_run_next (self);
}

static GError *
make_stale_error (SlipWorkspace *self, SlipStepType type)
{
  const SlipStep *step = type == SLIP_STEP_UNDO ? self->undo : self->redo;

  if (step == NULL && type == SLIP_STEP_UNDO)
    return g_error_new_literal (SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE,
                                _ ("There is nothing to undo any more"));
  if (step == NULL)
    return g_error_new_literal (SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE,
                                _ ("There is nothing to redo any more"));
  g_autofree char *label = slip_step_describe (step, self->author->writer);
  if (type == SLIP_STEP_UNDO)
    return g_error_new (SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE,
                        /* Translators: %s is like 'move of Payments 3.9' */
                        _ ("Meanwhile the newest step is another: %s"), label);
  return g_error_new (SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE,
                      _ ("Meanwhile the next step to redo is another: %s"),
                      label);
}

/* The plan is as the file has it now: say what is on top. */
static void
caught_up_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWorkspace) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipNews) news =
    slip_store_poll_finish (SLIP_STORE (source), result, &error);
  Job *job = g_task_get_task_data (g_queue_peek_head (&self->tasks));

  if (news != NULL && !slip_workspace_take_news (self, news))
    slip_workspace_reload (self);
  end_job (self, NULL, make_stale_error (self, job->type));
  slip_workspace_run_next (self);
}

static void
turned_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWorkspace) self = data;
  Job *job = g_task_get_task_data (g_queue_peek_head (&self->tasks));
  GError *error = NULL;
  g_autoptr (SlipCommit) commit =
    slip_store_turn_finish (SLIP_STORE (source), result, &error);

  if (commit != NULL) {
    take_commit (self, commit);
    return;
  }
  if (!job->may_be_older &&
      g_error_matches (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE)) {
    g_clear_error (&error);
    slip_store_poll_async (self->store, self->head, NULL, caught_up_cb,
                           g_object_ref (self));
    return;
  }
  end_job (self, NULL, error);
  slip_workspace_run_next (self);
}

/* The plan is as the file has it now: try once more. */
static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWorkspace) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipNews) news =
    slip_store_poll_finish (SLIP_STORE (source), result, &error);

  if (news != NULL && !slip_workspace_take_news (self, news))
    slip_workspace_reload (self);
  self->is_busy = FALSE;
  slip_workspace_run_next (self);
}

/* The parts that an edit needs are in memory, or could not be read. */
static void
needs_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  SlipWorkspace *self = SLIP_WORKSPACE (source);
  GError *error = NULL;

  if (slip_workspace_load_parts_finish (self, result, &error))
    self->is_busy = FALSE;
  else
    end_job (self, NULL, error);
  slip_workspace_run_next (self);
}

/* Has the job under way run again once the releases @needs are in memory. */
static void
load_needs (SlipWorkspace *self, GTask *task, GPtrArray *needs)
{
  g_ptr_array_add (needs, NULL);
  slip_workspace_load_parts_async (self, (const char *const *) needs->pdata,
                                   g_task_get_cancellable (task),
                                   needs_loaded_cb, NULL);
}

static void
write_set (SlipWorkspace *self, GTask *task, SlipChangeSet *set)
{
  g_autoptr (SlipAuthor) author = slip_author_copy (self->author);

  /* What a feed said is told apart from what a person wrote. */
  if (set->verb == SLIP_VERB_ACCEPT)
    author->writer = SLIP_WRITER_FEED;
  slip_store_commit_async (self->store, set, author, self->head,
                           slip_clock_get_now_ms (self->clock),
                           g_task_get_cancellable (task), committed_cb,
                           g_object_ref (self));
}

/* Goes on with what was made, or says why there is nothing to wait for. */
static gboolean
take_made (SlipWorkspace *self, GTask *task, Making *making, GError **error)
{
  Job *job = g_task_get_task_data (task);

  if (making->set != NULL && making->set->changes->len > 0) {
    if (making->after != NULL) {
      job->made_from = slip_plan_state_ref (making->state);
      job->made = g_steal_pointer (&making->after);
    }
    write_set (self, task, making->set);
    return TRUE;
  }
  if (g_error_matches (making->error, SLIP_PLAN_ERROR,
                       SLIP_PLAN_ERROR_NOT_LOADED)) {
    load_needs (self, task, making->needs);
    return TRUE;
  }
  if (!job->is_caught_up) {
    /* It may only seem so because another program's edit is not here yet. */
    job->is_caught_up = TRUE;
    slip_store_poll_async (self->store, self->head, NULL, asked_cb,
                           g_object_ref (self));
    return TRUE;
  }

  if (making->set != NULL)
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING,
                         _ ("The plan is like that already"));
  else
    g_propagate_error (error, g_steal_pointer (&making->error));
  return FALSE;
}

static void
made_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWorkspace) self = data;
  Making *making = g_task_get_task_data (G_TASK (result));
  GTask *task = g_queue_peek_head (&self->tasks);
  GError *error = NULL;

  /* What came in meanwhile may make another edit of it. */
  if (making->head != self->head || self->is_reloading) {
    self->is_busy = FALSE;
  } else if (take_made (self, task, making, &error)) {
    return;
  } else {
    end_job (self, NULL, error);
  }
  slip_workspace_run_next (self);
}

static void
make_thread (GTask *task,
             gpointer source,
             gpointer data,
             GCancellable *cancellable)
{
  Making *making = data;

  making->set =
    slip_intent_run_needing (making->func, making->data, making->state,
                             &making->needs, &making->error);
  if (making->set != NULL && making->set->changes->len >= MANY_CHANGES)
    making->after = slip_plan_state_apply (making->state, making->set, NULL);
  g_task_return_boolean (task, TRUE);
}

static void
start_edit (SlipWorkspace *self, const Job *job)
{
  /* The workspace belongs to the main thread, so the task does not hold it. */
  g_autoptr (GTask) task =
    g_task_new (NULL, NULL, made_cb, g_object_ref (self));
  Making *making = g_new0 (Making, 1);

  making->func = job->func;
  making->data = job->data;
  making->state = slip_plan_state_ref (self->state);
  making->head = self->head;
  g_task_set_task_data (task, making, making_free);
  g_task_run_in_thread (task, make_thread);
}

static void
start_turn (SlipWorkspace *self, GTask *task, const Job *job)
{
  SlipTurn turn = {
    .type = job->type,
    .step = job->step,
    .head = self->head,
    .may_be_older = job->may_be_older,
    .at_ms = slip_clock_get_now_ms (self->clock),
  };

  slip_store_turn_async (self->store, &turn, self->author,
                         g_task_get_cancellable (task), turned_cb,
                         g_object_ref (self));
}

/* Returns FALSE, with the reason, if there is nothing to wait for. */
static gboolean
start_job (SlipWorkspace *self, GTask *task, GError **error)
{
  Job *job = g_task_get_task_data (task);

  if (g_cancellable_set_error_if_cancelled (g_task_get_cancellable (task),
                                            error))
    return FALSE;
  if (++job->n_tries > MAX_TRIES) {
    g_set_error_literal (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_BUSY,
                         _ ("Other programs keep changing the plan"));
    return FALSE;
  }
  if (job->func != NULL)
    start_edit (self, job);
  else
    start_turn (self, task, job);
  return TRUE;
}

void
slip_workspace_run_next (SlipWorkspace *self)
{
  while (!self->is_busy && !self->is_reloading) {
    GError *error = NULL;
    GTask *task = g_queue_peek_head (&self->tasks);

    if (task == NULL) {
      slip_workspace_close_if_wanted (self);
      return;
    }
    self->is_busy = TRUE;
    if (start_job (self, task, &error))
      return;
    end_job (self, NULL, error);
  }
}

static void
push_job (SlipWorkspace *self, GTask *task, Job *job)
{
  g_task_set_task_data (task, job, job_free);
  if (self->poll_source == 0) {
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CLOSED,
                             _ ("The plan is closed"));
    g_object_unref (task);
    return;
  }
  g_queue_push_tail (&self->tasks, task);
  slip_workspace_run_next (self);
}

void
slip_workspace_execute_async (SlipWorkspace *self,
                              SlipIntentFunc func,
                              gpointer intent_data,
                              GDestroyNotify data_free,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_return_if_fail (SLIP_IS_WORKSPACE (self));
  g_return_if_fail (func != NULL);

  GTask *task = g_task_new (self, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);
  job->func = func;
  job->data = intent_data;
  job->data_free = data_free;
  g_task_set_source_tag (task, slip_workspace_execute_async);
  /* What is written is told, also when it was cancelled too late. */
  g_task_set_check_cancellable (task, FALSE);
  push_job (self, task, job);
}

SlipStep *
slip_workspace_execute_finish (SlipWorkspace *self,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

void
slip_workspace_turn_async (SlipWorkspace *self,
                           SlipStepType type,
                           gint64 step,
                           gboolean may_be_older,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data)
{
  g_return_if_fail (SLIP_IS_WORKSPACE (self));
  g_return_if_fail (type != SLIP_STEP_EDIT);

  GTask *task = g_task_new (self, cancellable, callback, data);
  Job *job = g_new0 (Job, 1);
  job->type = type;
  job->step = step;
  job->may_be_older = may_be_older;
  g_task_set_source_tag (task, slip_workspace_turn_async);
  g_task_set_check_cancellable (task, FALSE);
  push_job (self, task, job);
}

SlipStep *
slip_workspace_turn_finish (SlipWorkspace *self,
                            GAsyncResult *result,
                            GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

typedef struct {
  SlipIntentFunc func;
  gconstpointer data;
  guint n_tries;
} Rehearsal;

static void rehearse (GTask *task);

static void
rehearsal_loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;

  if (slip_workspace_load_parts_finish (SLIP_WORKSPACE (source), result,
                                        &error))
    rehearse (task);
  else
    g_task_return_error (task, error);
}

static void
rehearse (GTask *task)
{
  SlipWorkspace *self = g_task_get_source_object (task);
  Rehearsal *rehearsal = g_task_get_task_data (task);
  g_autoptr (GPtrArray) needs = NULL;
  GError *error = NULL;
  SlipChangeSet *set =
    slip_intent_run_needing (rehearsal->func, rehearsal->data, self->state,
                             &needs, &error);

  if (set != NULL) {
    g_task_return_pointer (task, set, (GDestroyNotify) slip_change_set_unref);
    return;
  }
  if (!g_error_matches (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_LOADED) ||
      ++rehearsal->n_tries > MAX_TRIES) {
    g_task_return_error (task, error);
    return;
  }

  g_clear_error (&error);
  g_ptr_array_add (needs, NULL);
  slip_workspace_load_parts_async (self, (const char *const *) needs->pdata,
                                   g_task_get_cancellable (task),
                                   rehearsal_loaded_cb, g_object_ref (task));
}

void
slip_workspace_rehearse_async (SlipWorkspace *self,
                               SlipIntentFunc func,
                               gconstpointer intent_data,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  g_return_if_fail (SLIP_IS_WORKSPACE (self));
  g_return_if_fail (func != NULL);

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  Rehearsal *rehearsal = g_new0 (Rehearsal, 1);
  rehearsal->func = func;
  rehearsal->data = intent_data;
  g_task_set_source_tag (task, slip_workspace_rehearse_async);
  g_task_set_task_data (task, rehearsal, g_free);
  rehearse (task);
}

SlipChangeSet *
slip_workspace_rehearse_finish (SlipWorkspace *self,
                                GAsyncResult *result,
                                GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
