/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-sample-file.h"

#include "slip-clock.h"
#include "slip-store.h"

#include <glib/gstdio.h>

typedef struct {
  char *path;
  SlipDate today;
  SlipStore *store;
  gboolean is_stale;
} Renewal;

static void
free_renewal (gpointer data)
{
  Renewal *renewal = data;
  g_clear_object (&renewal->store);
  g_free (renewal->path);
  g_free (renewal);
}

static void
end (GTask *task, gboolean is_renewed)
{
  g_task_return_boolean (task, is_renewed);
  g_object_unref (task);
}

/* SQLite leaves no file beside one that was closed; one that stayed belongs to
 * somebody who has it open after all. */
static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Renewal *renewal = g_task_get_task_data (task);
  g_autofree char *log = g_strconcat (renewal->path, "-wal", NULL);
  gboolean is_closed =
    slip_store_close_finish (SLIP_STORE (source), result, NULL);
  end (task, is_closed && renewal->is_stale &&
               !g_file_test (log, G_FILE_TEST_EXISTS) &&
               g_unlink (renewal->path) == 0);
}

/* Whether the sample plan is all that ever happened there, and on another day.
 */
static gboolean
is_stale (const GPtrArray *steps, SlipDate today)
{
  if (steps == NULL || steps->len != 1)
    return FALSE;
  const SlipStep *step = steps->pdata[0];
  return step->set->verb == SLIP_VERB_SAMPLE &&
         !slip_date_equal (slip_clock_find_day (step->at_ms), today);
}

static void
history_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Renewal *renewal = g_task_get_task_data (task);
  g_autoptr (GPtrArray) steps =
    slip_store_history_finish (SLIP_STORE (source), result, NULL);
  renewal->is_stale = is_stale (steps, renewal->today);
  slip_store_close_async (renewal->store, closed_cb, task);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Renewal *renewal = g_task_get_task_data (task);
  renewal->store = slip_store_open_finish (result, NULL);
  if (renewal->store == NULL || slip_store_is_read_only (renewal->store))
    end (task, FALSE);
  else
    slip_store_history_async (renewal->store, NULL, G_MAXINT64, 2, NULL,
                              history_read_cb, task);
}

void
slip_sample_file_renew_async (const char *path,
                              SlipDate today,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_return_if_fail (path != NULL);
  g_return_if_fail (slip_date_is_set (today));

  GTask *task = g_task_new (NULL, NULL, callback, data);
  Renewal *renewal = g_new0 (Renewal, 1);
  renewal->path = g_strdup (path);
  renewal->today = today;
  g_task_set_task_data (task, renewal, free_renewal);
  if (g_file_test (path, G_FILE_TEST_IS_REGULAR))
    slip_store_open_async (path, SLIP_STORE_DEFAULT, NULL, opened_cb, task);
  else
    end (task, FALSE);
}

gboolean
slip_sample_file_renew_finish (GAsyncResult *result)
{
  return g_task_propagate_boolean (G_TASK (result), NULL);
}
