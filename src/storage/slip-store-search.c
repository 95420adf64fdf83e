/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-store-search.h"

#include "slip-search-index.h"
#include "slip-search-match.h"
#include "slip-store-private.h"

typedef struct {
  char *question;
  SlipSearchPage page;
} SearchInput;

static void
search_input_free (SearchInput *input)
{
  g_free (input->question);
  g_free (input);
}

static gpointer
search_work (SlipConnection *connection, gpointer data, GError **error)
{
  SearchInput *input = data;

  return slip_search_match_run (connection, input->question, input->page,
                                error);
}

void
slip_store_search_async (SlipStore *self,
                         const GPtrArray *terms,
                         SlipSearchPage page,
                         GCancellable *cancellable,
                         GAsyncReadyCallback callback,
                         gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);
  SearchInput *input = g_new0 (SearchInput, 1);

  input->question = slip_search_match_compose (terms);
  input->page = page;
  g_task_set_source_tag (task, slip_store_search_async);
  g_task_set_task_data (task, input, (GDestroyNotify) search_input_free);
  slip_store_push_reading (self, task, search_work,
                           (GDestroyNotify) slip_search_hits_free);
}

SlipSearchHits *
slip_store_search_finish (SlipStore *self, GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);
  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  slip_store_search_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

static gpointer
index_work (SlipConnection *connection, gpointer data, GError **error)
{
  double *fraction = g_new0 (double, 1);

  if (slip_search_index_build (connection, GPOINTER_TO_INT (data), fraction,
                               error))
    return fraction;
  g_free (fraction);
  return NULL;
}

void
slip_store_index_async (SlipStore *self,
                        gboolean is_anew,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  GTask *task = g_task_new (self, cancellable, callback, data);

  g_task_set_source_tag (task, slip_store_index_async);
  g_task_set_task_data (task, GINT_TO_POINTER (is_anew), NULL);
  slip_store_push_writing (self, task, index_work, g_free);
}

double
slip_store_index_finish (SlipStore *self, GAsyncResult *result, GError **error)
{
  g_autofree double *fraction = NULL;

  g_return_val_if_fail (g_task_is_valid (result, self), -1);
  g_return_val_if_fail (g_async_result_is_tagged (result,
                                                  slip_store_index_async),
                        -1);

  fraction = g_task_propagate_pointer (G_TASK (result), error);
  return fraction != NULL ? *fraction : -1;
}
