/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-store.h"
#include "slip-worker.h"

G_BEGIN_DECLS

/* For tests: how long the store's writes wait for other programs.  Only before
 * the store is closed. */
void slip_store_set_patience (SlipStore *self, int patience_ms);

/* A task for the units of the store: answered even if it was cancelled too
 * late to change anything. */
GTask *slip_store_make_task (gpointer source,
                             gpointer tag,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);

/* Have @func do @task, which they take, on one of the connections. */
void slip_store_push_reading (SlipStore *self,
                              GTask *task,
                              SlipWorkFunc func,
                              GDestroyNotify free_result);
void slip_store_push_writing (SlipStore *self,
                              GTask *task,
                              SlipWorkFunc func,
                              GDestroyNotify free_result);

/* What @func returned to the task tagged @tag. */
gpointer slip_store_take_answer (SlipStore *self,
                                 GAsyncResult *result,
                                 gpointer tag,
                                 GError **error);

G_END_DECLS
