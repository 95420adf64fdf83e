/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-ical.h"

G_BEGIN_DECLS

/**
 * SlipImportEvent:
 * @uid: what it is known by; the sum of a UID that a release could not hold
 * @name: never empty
 * @summary: (nullable):
 * @link: (nullable):
 * @line: the line of the file on which it begins
 *
 * What an event of a calendar says, in such a form that a release can hold it:
 * without control characters, and no longer than the schema allows.
 */
typedef struct {
  char *uid;
  char *name;
  char *summary;
  char *link;
  SlipDate date;
  SlipIcalStatus status;
  guint line;
} SlipImportEvent;

SlipImportEvent slip_import_event_new (const SlipIcalEvent *event);
void slip_import_event_clear (SlipImportEvent *event);

/**
 * slip_import_dup_source:
 * @file_name: without the folder
 *
 * Returns: (transfer full): what the calendar is known by: its name, else the
 * file's without its ending.
 */
char *slip_import_dup_source (const SlipIcalCalendar *calendar,
                              const char *file_name) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlipImportEvent, slip_import_event_clear)

G_END_DECLS
