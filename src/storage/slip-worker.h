/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-connection.h"

G_BEGIN_DECLS

/**
 * SlipWorker:
 *
 * A thread that owns a connection and does one job after the other with it.
 * Reference counted; the thread holds a reference until it ends.
 */
typedef struct _SlipWorker SlipWorker;

/**
 * SlipWorkFunc:
 * @connection: (nullable): %NULL once it was closed
 * @input: the task's data
 *
 * Does a job in the worker's thread.
 *
 * Returns: (nullable): the result, or %NULL with @error.
 */
typedef gpointer (*SlipWorkFunc) (SlipConnection *connection,
                                  gpointer input,
                                  GError **error);

/* Called in the task's main context when a job begins and ends to wait. */
typedef void (*SlipWorkWaitingFunc) (GObject *source, gboolean is_waiting);

/**
 * slip_worker_new:
 * @connection: (transfer full)
 * @waiting_func: (nullable): told about jobs that wait for other programs
 */
SlipWorker *slip_worker_new (const char *name,
                             SlipConnection *connection,
                             SlipWorkWaitingFunc waiting_func);

SlipWorker *slip_worker_ref (SlipWorker *self);
void slip_worker_unref (SlipWorker *self);

/**
 * slip_worker_push:
 * @task: (transfer full): answered in its main context with what @func returns
 * @free_result: (nullable): frees that
 *
 * Does @func after what was pushed before.  The last reference to @task is
 * given up in its main context, so that no object dies in the worker's thread.
 */
void slip_worker_push (SlipWorker *self,
                       GTask *task,
                       SlipWorkFunc func,
                       GDestroyNotify free_result);

/**
 * slip_worker_close:
 * @then: (nullable): a worker to close after this one
 * @task: (nullable) (transfer full): answered with `TRUE` when all are closed
 *
 * Closes the connection and ends the thread after what was pushed before.
 */
void slip_worker_close (SlipWorker *self, SlipWorker *then, GTask *task);

/* Sets how long a write of this worker waits for others, from any thread. */
void slip_worker_set_patience (SlipWorker *self, int patience_ms);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipWorker, slip_worker_unref)

G_END_DECLS
