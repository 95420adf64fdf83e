/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-format-error.h"
#include "slip-ical-event.h"
#include "slip-ical-skipped.h"

G_BEGIN_DECLS

/* Limits of slip_ical_parse(). */
#define SLIP_ICAL_MAX_BYTES       ((gsize) 16 * 1024 * 1024)
#define SLIP_ICAL_MAX_COMPONENTS  50000u
#define SLIP_ICAL_MAX_EVENT_BYTES ((gsize) 64 * 1024)

/**
 * SlipIcalCalendar:
 * @name: (nullable): X-WR-CALNAME or NAME, whichever comes first
 * @description: (nullable): X-WR-CALDESC or DESCRIPTION
 * @events: (element-type SlipIcalEvent): in the order of the file; their UIDs
 *   are unique
 * @skipped: (element-type SlipIcalSkipped): in the order of the file
 *
 * What was read from one iCalendar file.
 */
typedef struct {
  char *name;
  char *description;
  GPtrArray *events;
  GPtrArray *skipped;
} SlipIcalCalendar;

void slip_ical_calendar_free (SlipIcalCalendar *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipIcalCalendar, slip_ical_calendar_free)

/**
 * slip_ical_parse:
 * @bytes: the file, as it is
 * @local_zone: (nullable): where the reader is, for instants in UTC; %NULL for
 *   the system's zone
 *
 * Reads iCalendar as leniently as it can be done without guessing.  It blocks,
 * and may be called from any thread.
 *
 * Accepted silently: any line ends, blank lines, folds inside characters, a
 * byte order mark, a missing END or DTSTAMP, any CALSCALE, several calendars in
 * one file, events outside of one, unknown properties, VALARM, VTIMEZONE.
 *
 * Days.  A DATE is that day and DTEND is exclusive; without DTEND and DURATION
 * it is one day.  A floating midnight up to another, or without an end, is an
 * all-day event.  A time with TZID or without zone counts as the civil day as
 * written; a UTC time as its civil day in @local_zone.  A timed end at midnight
 * belongs to the day before.
 *
 * Identity.  Without UID one is made from the summary, so that an event keeps
 * its identity when its date moves.  A changed occurrence (RECURRENCE-ID) gets
 * `UID#` and the text of its RECURRENCE-ID, and replaces the first occurrence
 * if it is that.  If several events still share a UID, the one with the highest
 * SEQUENCE counts when their summaries agree and the numbers differ, copies
 * are dropped, and the others are told apart by `#` and the summary, and then
 * by `#` and the first day.
 *
 * Skipped with a reason: VTODO, VJOURNAL and other components, events without
 * a start or without any text to call them by, impossible dates, NUL bytes,
 * events above `SLIP_ICAL_MAX_EVENT_BYTES`.  Noted while the event is read:
 * repeats (the first occurrence is read, the rule is not followed), ends before
 * their start (one day is taken), properties that are not UTF-8 (read as
 * Latin-1), events that the file breaks off.
 *
 * Returns: (transfer full): the calendar, or %NULL with
 *   `SLIP_FORMAT_ERROR_TOO_LARGE` (a limit above), `INVALID` (no calendar; the
 *   message says what it looks like) or `G_IO_ERROR_CANCELLED`.
 */
SlipIcalCalendar *slip_ical_parse (GBytes *bytes,
                                   GTimeZone *local_zone,
                                   GCancellable *cancellable,
                                   GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_ical_parse_async:
 *
 * Does slip_ical_parse() in a worker thread; @callback is called in the main
 * context of the caller.
 */
void slip_ical_parse_async (GBytes *bytes,
                            GTimeZone *local_zone,
                            GCancellable *cancellable,
                            GAsyncReadyCallback callback,
                            gpointer user_data);

SlipIcalCalendar *slip_ical_parse_finish (GAsyncResult *result, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
