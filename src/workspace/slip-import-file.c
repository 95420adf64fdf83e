/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-import-file.h"

#include "slip-import.h"

#include <glib/gi18n-lib.h>

typedef struct {
  char *path;
  char *name; /* without the folder, for people */
  char *product;
  char *product_name;
  gboolean is_dry_run;
  SlipImport *import; /* once the file was read */
} Work;

static void
work_free (gpointer data)
{
  Work *work = data;

  g_free (work->path);
  g_free (work->name);
  g_free (work->product);
  g_free (work->product_name);
  g_clear_pointer (&work->import, slip_import_free);
  g_free (work);
}

GBytes *
slip_import_file_read_bytes (const char *path,
                             GCancellable *cancellable,
                             GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInputStream) stream = g_file_read (file, cancellable, error);
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 buffer[65536];
  gssize n_read = 0;

  if (stream == NULL)
    return NULL;
  do {
    n_read = g_input_stream_read (G_INPUT_STREAM (stream), buffer,
                                  sizeof buffer, cancellable, error);
    if (n_read < 0)
      return NULL;
    g_byte_array_append (bytes, buffer, (guint) n_read);
  } while (n_read > 0 && bytes->len <= SLIP_ICAL_MAX_BYTES);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* The thread has the path and nothing else: what belongs to the main thread
 * must not end in this one. */
static void
parse_thread (GTask *task,
              gpointer source,
              gpointer path,
              GCancellable *cancellable)
{
  GError *error = NULL;
  g_autoptr (GBytes) bytes =
    slip_import_file_read_bytes (path, cancellable, &error);
  SlipIcalCalendar *calendar = NULL;

  if (bytes != NULL)
    calendar = slip_ical_parse (bytes, NULL, cancellable, &error);
  if (calendar != NULL)
    g_task_return_pointer (task, calendar,
                           (GDestroyNotify) slip_ical_calendar_free);
  else
    g_task_return_error (task, error);
}

static void
return_report (GTask *task, SlipStep *step, GError *error)
{
  Work *work = g_task_get_task_data (task);
  SlipImportReport *report = NULL;

  /* That nothing is new is an answer and no failure. */
  if (step == NULL && error != NULL &&
      !g_error_matches (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING)) {
    g_task_return_error (task, error);
    return;
  }
  g_clear_error (&error);
  report = slip_import_take_report (work->import);
  report->step = step;
  g_task_return_pointer (task, report,
                         (GDestroyNotify) slip_import_report_free);
}

static void
executed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  SlipStep *step =
    slip_workspace_execute_finish (SLIP_WORKSPACE (source), result, &error);

  return_report (task, step, error);
}

static void
rehearsed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  GError *error = NULL;
  g_autoptr (SlipChangeSet) set =
    slip_workspace_rehearse_finish (SLIP_WORKSPACE (source), result, &error);

  return_report (task, NULL, error);
}

static void
parsed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  SlipWorkspace *workspace = g_task_get_source_object (task);
  Work *work = g_task_get_task_data (task);
  SlipDate today = slip_clock_get_today (slip_workspace_get_clock (workspace));
  GError *error = NULL;
  SlipIcalCalendar *calendar =
    g_task_propagate_pointer (G_TASK (result), &error);

  if (calendar == NULL) {
    g_prefix_error (&error, "%s: ", work->name);
    g_task_return_error (task, error);
    return;
  }
  work->import = slip_import_new (calendar, work->name, work->product,
                                  work->product_name, today);
  if (work->is_dry_run) {
    slip_workspace_rehearse_async (workspace, slip_import_run, work->import,
                                   g_task_get_cancellable (task), rehearsed_cb,
                                   g_object_ref (task));
    return;
  }
  slip_workspace_execute_async (workspace, slip_import_run, work->import, NULL,
                                g_task_get_cancellable (task), executed_cb,
                                g_object_ref (task));
}

void
slip_import_file_async (SlipWorkspace *workspace,
                        const SlipImportRequest *request,
                        GCancellable *cancellable,
                        GAsyncReadyCallback callback,
                        gpointer data)
{
  g_return_if_fail (SLIP_IS_WORKSPACE (workspace));
  g_return_if_fail (request != NULL && request->path != NULL);

  GTask *task = g_task_new (workspace, cancellable, callback, data);
  g_autofree char *base = g_path_get_basename (request->path);
  Work *work = g_new0 (Work, 1);
  work->path = g_strdup (request->path);
  work->name = g_filename_display_name (base);
  work->product = g_strdup (request->product);
  work->product_name = g_strdup (request->product_name);
  work->is_dry_run = request->is_dry_run;
  g_task_set_source_tag (task, slip_import_file_async);
  g_task_set_task_data (task, work, work_free);
  /* What is written is told, also when it was cancelled too late. */
  g_task_set_check_cancellable (task, FALSE);

  g_autoptr (GTask) parsing = g_task_new (NULL, cancellable, parsed_cb, task);
  g_task_set_task_data (parsing, g_strdup (request->path), g_free);
  g_task_run_in_thread (parsing, parse_thread);
}

SlipImportReport *
slip_import_file_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (G_IS_TASK (result), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
