/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipIcalSkipped:
 * @line: line of the file on which it begins, from 1
 * @what: the summary of what is meant, else its UID, else its kind (`VTODO`)
 * @reason: a sentence for people, in their language, without a full stop
 * @is_read: `TRUE` if the event itself is among the events and only a part of
 *   it was left out or mended (its repeats, an end before its start, …)
 *
 * Something in the file that is not in the calendar, or not as written.
 */
typedef struct {
  guint line;
  char *what;
  char *reason;
  gboolean is_read;
} SlipIcalSkipped;

/**
 * slip_ical_skipped_new:
 *
 * Copies @what, shortened if it is long, and @reason.
 */
SlipIcalSkipped *slip_ical_skipped_new (guint line,
                                        const char *what,
                                        const char *reason,
                                        gboolean is_read)
  G_GNUC_WARN_UNUSED_RESULT;

void slip_ical_skipped_free (SlipIcalSkipped *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipIcalSkipped, slip_ical_skipped_free)

G_END_DECLS
