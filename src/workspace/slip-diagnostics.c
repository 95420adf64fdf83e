/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-diagnostics.h"

#include "slip-probe.h"

/* What is being looked at, and what is known already. */
typedef struct {
  SlipStore *store;
  gboolean is_own; /* was opened to be looked at, and is closed at the end */
  GString *text;
} Report;

static void
free_report (gpointer data)
{
  Report *report = data;
  g_clear_object (&report->store);
  g_string_free (report->text, TRUE);
  g_free (report);
}

/* Messages of errors name the file; what kind of error it is does not. */
static const char *
get_problem (const GError *error)
{
  if (error->domain != SLIP_STORE_ERROR)
    return "cannot be opened";
  switch ((SlipStoreError) error->code) {
  case SLIP_STORE_ERROR_NOT_A_PLAN:
    return "is not a plan";
  case SLIP_STORE_ERROR_TOO_NEW:
    return "is of a newer version";
  case SLIP_STORE_ERROR_CORRUPT:
    return "is damaged";
  case SLIP_STORE_ERROR_READ_ONLY:
    return "cannot be written";
  case SLIP_STORE_ERROR_NOT_FOUND:
    return "is not there";
  case SLIP_STORE_ERROR_BUSY:
    return "is busy";
  case SLIP_STORE_ERROR_FULL:
    return "is on a full disk";
  case SLIP_STORE_ERROR_STALE:
  case SLIP_STORE_ERROR_IN_USE:
  case SLIP_STORE_ERROR_FAILED:
    break;
  }
  return "cannot be opened";
}

static void
end (GTask *task)
{
  Report *report = g_task_get_task_data (task);
  g_task_return_pointer (task, g_strdup (report->text->str), g_free);
  g_object_unref (task);
}

static void
end_with_problem (GTask *task, const GError *error)
{
  Report *report = g_task_get_task_data (task);
  g_string_append_printf (report->text, "  The file %s\n", get_problem (error));
  end (task);
}

static void
closed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  (void) slip_store_close_finish (SLIP_STORE (source), result, NULL);
  end (data);
}

static void
close_or_end (GTask *task)
{
  Report *report = g_task_get_task_data (task);
  if (report->is_own)
    slip_store_close_async (report->store, closed_cb, task);
  else
    end (task);
}

static void
checked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Report *report = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults =
    slip_store_check_finish (SLIP_STORE (source), result, &error);
  if (faults == NULL)
    g_string_append_printf (report->text, "  Integrity: the file %s\n",
                            get_problem (error));
  else if (faults->len == 0)
    g_string_append (report->text, "  Integrity: sound\n");
  else
    g_string_append_printf (report->text,
                            "  Integrity: %u faults; slipway-cli check lists "
                            "them\n",
                            faults->len);
  close_or_end (task);
}

static void
print_census (GString *text, const SlipCensus *census)
{
  g_string_append_printf (text, "  Schema: version %d, this program's is %d\n",
                          census->version, SLIP_STORE_VERSION);
  g_string_append_printf (text, "  Size: %" G_GINT64_FORMAT " bytes\n",
                          census->n_bytes);
  g_string_append_printf (text, "  History: %" G_GINT64_FORMAT " steps\n",
                          census->n_steps);
  for (guint i = 0; i < SLIP_N_KINDS; i++)
    if (census->n_entities[i] > 0)
      g_string_append_printf (text, "  %s: %" G_GINT64_FORMAT "\n",
                              slip_schema_get ((SlipKind) i)->name,
                              census->n_entities[i]);
}

static void
counted_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Report *report = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  g_autofree SlipCensus *census =
    slip_store_census_finish (SLIP_STORE (source), result, &error);
  if (census == NULL)
    g_string_append_printf (report->text, "  The file %s\n",
                            get_problem (error));
  else
    print_census (report->text, census);
  slip_store_check_async (report->store, g_task_get_cancellable (task),
                          checked_cb, task);
}

static void
look_at (GTask *task)
{
  Report *report = g_task_get_task_data (task);
  if (slip_store_is_read_only (report->store))
    g_string_append (report->text, "  The file can only be read\n");
  slip_store_census_async (report->store, g_task_get_cancellable (task),
                           counted_cb, task);
}

static void
opened_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Report *report = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  report->store = slip_store_open_finish (result, &error);
  if (report->store == NULL)
    end_with_problem (task, error);
  else
    look_at (task);
}

static GTask *
new_task (GCancellable *cancellable,
          GAsyncReadyCallback callback,
          gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Report *report = g_new0 (Report, 1);
  report->text = g_string_new (NULL);
  g_task_set_check_cancellable (task, FALSE);
  g_task_set_task_data (task, report, free_report);
  return task;
}

void
slip_diagnostics_plan_async (SlipStore *store,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  g_return_if_fail (SLIP_IS_STORE (store));

  GTask *task = new_task (cancellable, callback, data);
  Report *report = g_task_get_task_data (task);
  report->store = g_object_ref (store);
  look_at (task);
}

void
slip_diagnostics_file_async (const char *path,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  g_return_if_fail (path != NULL);

  GTask *task = new_task (cancellable, callback, data);
  Report *report = g_task_get_task_data (task);
  g_autoptr (GError) error = NULL;
  SlipProbe probe;
  if (!slip_probe_file (path, SLIP_STORE_VERSION, &probe, &error)) {
    end_with_problem (task, error);
    return;
  }
  if (!probe.exists || probe.version < SLIP_STORE_VERSION) {
    if (!probe.exists)
      g_string_append (report->text, "  The file is not there\n");
    else
      g_string_append_printf (report->text,
                              "  Schema: version %d, this program's is %d; not "
                              "opened, for that would bring it up to date\n",
                              probe.version, SLIP_STORE_VERSION);
    end (task);
    return;
  }
  report->is_own = TRUE;
  slip_store_open_async (path, SLIP_STORE_DEFAULT, cancellable, opened_cb,
                         task);
}

char *
slip_diagnostics_finish (GAsyncResult *result)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  return g_task_propagate_pointer (G_TASK (result), NULL);
}
