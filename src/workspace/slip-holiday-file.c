/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-holiday-file.h"

#include "slip-ical.h"
#include "slip-import-file.h"

#include <glib/gi18n-lib.h>

static int
compare_holidays_cb (gconstpointer a, gconstpointer b)
{
  const SlipHoliday *const *holiday_a = a;
  const SlipHoliday *const *holiday_b = b;

  return slip_date_compare ((*holiday_a)->days.first, (*holiday_b)->days.first);
}

/* What a person is asked to look through is not endless. */
#define MAX_HOLIDAYS 2000

static GPtrArray *
list_holidays (const SlipIcalCalendar *calendar, GError **error)
{
  g_autoptr (GPtrArray) holidays =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_holiday_free);

  for (guint i = 0; i < calendar->events->len && holidays->len < MAX_HOLIDAYS;
       i++) {
    const SlipIcalEvent *event = calendar->events->pdata[i];

    if (!event->is_all_day || event->status == SLIP_ICAL_STATUS_CANCELLED)
      continue;
    SlipHoliday *holiday =
      slip_holiday_new (slip_range_new (event->first, event->last),
                        event->summary);
    holiday->is_yearly = event->is_yearly;
    g_ptr_array_add (holidays, holiday);
  }
  if (holidays->len == 0) {
    g_set_error_literal (error, SLIP_FORMAT_ERROR, SLIP_FORMAT_ERROR_INVALID,
                         _ ("The calendar has no events of whole days"));
    return NULL;
  }

  g_ptr_array_sort (holidays, compare_holidays_cb);
  return g_steal_pointer (&holidays);
}

static void
read_thread (GTask *task,
             gpointer source,
             gpointer path,
             GCancellable *cancellable)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
    slip_import_file_read_bytes (path, cancellable, &error);
  g_autoptr (SlipIcalCalendar) calendar =
    bytes != NULL ? slip_ical_parse (bytes, NULL, cancellable, &error) : NULL;
  GPtrArray *holidays =
    calendar != NULL ? list_holidays (calendar, &error) : NULL;

  if (holidays != NULL)
    g_task_return_pointer (task, holidays, (GDestroyNotify) g_ptr_array_unref);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

void
slip_holiday_file_read_async (const char *path,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_autoptr (GTask) task = g_task_new (NULL, cancellable, callback, data);

  g_task_set_source_tag (task, slip_holiday_file_read_async);
  g_task_set_task_data (task, g_strdup (path), g_free);
  g_task_run_in_thread (task, read_thread);
}

GPtrArray *
slip_holiday_file_read_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
