/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-date.h"

G_BEGIN_DECLS

/**
 * SlipIcalStatus:
 *
 * The STATUS of an event; `NONE` if it has none or an unknown one.
 */
typedef enum {
  SLIP_ICAL_STATUS_NONE,
  SLIP_ICAL_STATUS_TENTATIVE,
  SLIP_ICAL_STATUS_CONFIRMED,
  SLIP_ICAL_STATUS_CANCELLED,
} SlipIcalStatus;

/**
 * SlipIcalEvent:
 * @uid: never empty, unique in its calendar, stable from import to import; may
 *   hold spaces
 * @summary: never empty; the first line of the description, else the UID, if
 *   the event has none
 * @description: (nullable): several lines
 * @url: (nullable): as written; neither checked nor safe to open unseen
 * @location: (nullable):
 * @categories: (array zero-terminated=1): %NULL-terminated, never %NULL
 * @first: the first day
 * @last: the last day, included, never before @first
 * @is_all_day: `FALSE` if times of day were given, which are not kept
 * @is_recurring: `TRUE` if a rule for repeats was left out
 * @is_yearly: `TRUE` if that says no more than: every year, on these days
 * @line: line of the file on which the event begins, from 1
 *
 * One event.  All text is valid UTF-8 with the escapes of iCalendar resolved,
 * and never markup.
 */
typedef struct {
  char *uid;
  char *summary;
  char *description;
  char *url;
  char *location;
  char **categories;
  SlipIcalStatus status;
  SlipDate first;
  SlipDate last;
  gboolean is_all_day;
  gboolean is_recurring;
  gboolean is_yearly;
  guint line;
} SlipIcalEvent;

void slip_ical_event_free (SlipIcalEvent *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipIcalEvent, slip_ical_event_free)

G_END_DECLS
