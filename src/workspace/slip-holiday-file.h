/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-holiday-rules.h"

G_BEGIN_DECLS

/**
 * slip_holiday_file_read_async:
 * @path: an iCalendar file, in the file name encoding
 *
 * Reads the all-day events of a calendar as holidays, on a thread of its own
 * and within the limits of slip_ical_parse().
 */
void slip_holiday_file_read_async (const char *path,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);

/**
 * slip_holiday_file_read_finish:
 *
 * Returns: (transfer full) (element-type SlipHoliday): the holidays, by day;
 * %NULL with an error if the file cannot be read, is no calendar or has no
 * all-day event.
 */
GPtrArray *slip_holiday_file_read_finish (GAsyncResult *result, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
