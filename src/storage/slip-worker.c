/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-worker.h"

struct _SlipWorker {
  gatomicrefcount ref_count;
  GAsyncQueue *jobs;
  SlipConnection *connection;
  SlipWorkWaitingFunc waiting_func;
  GTask *task;
};

/* With @func a job; without, the end of the worker. */
typedef struct {
  GTask *task;
  SlipWorkFunc func;
  GDestroyNotify free_result;
  SlipWorker *then;
} Job;

typedef struct {
  GTask *task;
  gpointer result;
  GDestroyNotify free_result;
  GError *error;
} Answer;

typedef struct {
  GTask *task;
  SlipWorkWaitingFunc func;
  gboolean is_waiting;
} Notice;

static void
job_free (Job *job)
{
  g_clear_object (&job->task);
  g_clear_pointer (&job->then, slip_worker_unref);
  g_free (job);
}

static void
answer_free (Answer *answer)
{
  g_object_unref (answer->task);
  g_free (answer);
}

static gboolean
answer_cb (gpointer data)
{
  Answer *answer = data;

  if (answer->error != NULL)
    g_task_return_error (answer->task, answer->error);
  else
    g_task_return_pointer (answer->task, answer->result, answer->free_result);
  return G_SOURCE_REMOVE;
}

static void
notice_free (Notice *notice)
{
  g_object_unref (notice->task);
  g_free (notice);
}

static gboolean
notice_cb (gpointer data)
{
  Notice *notice = data;

  notice->func (g_task_get_source_object (notice->task), notice->is_waiting);
  return G_SOURCE_REMOVE;
}

/* Never calls at once, whatever thread this is: so the order stays. */
static void
call_in_context (GTask *task,
                 GSourceFunc func,
                 gpointer data,
                 GDestroyNotify data_free)
{
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, g_task_get_priority (task));
  g_source_set_callback (source, func, data, data_free);
  g_source_attach (source, g_task_get_context (task));
}

static void
answer (GTask *task, gpointer result, GDestroyNotify free_result, GError *error)
{
  Answer *data = g_new0 (Answer, 1);

  data->task = task;
  data->result = result;
  data->free_result = free_result;
  data->error = error;
  call_in_context (task, answer_cb, data, (GDestroyNotify) answer_free);
}

static void
waiting_cb (gboolean is_waiting, gpointer data)
{
  SlipWorker *self = data;
  Notice *notice = NULL;

  if (self->task == NULL)
    return;
  notice = g_new0 (Notice, 1);
  notice->task = g_object_ref (self->task);
  notice->func = self->waiting_func;
  notice->is_waiting = is_waiting;
  call_in_context (notice->task, notice_cb, notice,
                   (GDestroyNotify) notice_free);
}

static void
do_job (SlipWorker *self, Job *job)
{
  g_autoptr (GError) error = NULL;
  GCancellable *cancellable = g_task_get_cancellable (job->task);
  gpointer result = NULL;

  self->task = job->task;
  self->connection->cancellable = cancellable;
  if (!g_cancellable_set_error_if_cancelled (cancellable, &error))
    result =
      job->func (self->connection, g_task_get_task_data (job->task), &error);
  self->connection->cancellable = NULL;
  self->task = NULL;
  answer (g_steal_pointer (&job->task), result, job->free_result,
          g_steal_pointer (&error));
}

static void
end_worker (SlipWorker *self, Job *job)
{
  g_clear_pointer (&self->connection, slip_connection_close);
  if (job->then != NULL)
    slip_worker_close (job->then, NULL, g_steal_pointer (&job->task));
  else if (job->task != NULL)
    answer (g_steal_pointer (&job->task), GINT_TO_POINTER (TRUE), NULL, NULL);
}

static gpointer
run_worker (gpointer data)
{
  g_autoptr (SlipWorker) self = data;

  for (;;) {
    Job *job = g_async_queue_pop (self->jobs);
    gboolean is_end = job->func == NULL;

    if (is_end)
      end_worker (self, job);
    else
      do_job (self, job);
    job_free (job);
    if (is_end)
      return NULL;
  }
}

SlipWorker *
slip_worker_new (const char *name,
                 SlipConnection *connection,
                 SlipWorkWaitingFunc waiting_func)
{
  SlipWorker *self = g_new0 (SlipWorker, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->jobs = g_async_queue_new_full ((GDestroyNotify) job_free);
  self->connection = connection;
  self->waiting_func = waiting_func;
  if (waiting_func != NULL) {
    connection->waiting_func = waiting_cb;
    connection->waiting_data = self;
  }
  g_thread_unref (g_thread_new (name, run_worker, slip_worker_ref (self)));
  return self;
}

SlipWorker *
slip_worker_ref (SlipWorker *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
slip_worker_unref (SlipWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;
  g_async_queue_unref (self->jobs);
  g_free (self);
}

void
slip_worker_push (SlipWorker *self,
                  GTask *task,
                  SlipWorkFunc func,
                  GDestroyNotify free_result)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->func = func;
  job->free_result = free_result;
  g_async_queue_push (self->jobs, job);
}

void
slip_worker_close (SlipWorker *self, SlipWorker *then, GTask *task)
{
  Job *job = g_new0 (Job, 1);

  job->task = task;
  job->then = then == NULL ? NULL : slip_worker_ref (then);
  g_async_queue_push (self->jobs, job);
}

void
slip_worker_set_patience (SlipWorker *self, int patience_ms)
{
  g_atomic_int_set (&self->connection->patience_ms, patience_ms);
}
