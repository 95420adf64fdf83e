/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-release.h"

G_BEGIN_DECLS

/**
 * SlipDateEntry:
 *
 * A date that can be typed (as slip_typed_date_parse() reads it) or picked from
 * a calendar, with a choice of how certain it is.  Text that is no date is said
 * so below, and stays to be mended.  Enter and leaving it commit, Escape
 * restores; what the plan says meanwhile does not overwrite what is typed.
 */
#define SLIP_TYPE_DATE_ENTRY (slip_date_entry_get_type ())
G_DECLARE_FINAL_TYPE (SlipDateEntry,
                      slip_date_entry,
                      SLIP,
                      DATE_ENTRY,
                      GtkWidget)

/**
 * SlipDateEntry::committed:
 *
 * Somebody has made slip_date_entry_get_planned() another date.
 */

/**
 * SlipDateEntry::typed:
 *
 * The text has changed; slip_date_entry_read() tells what it says.
 */

/* @has_certainty: whether to ask how certain; else it is confirmed. */
GtkWidget *slip_date_entry_new (gboolean has_certainty)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_date_entry_set_planned:
 *
 * Shows what the plan keeps.
 */
void slip_date_entry_set_planned (SlipDateEntry *self,
                                  SlipPlannedDate planned,
                                  SlipDate today);

/* The date as it was last committed or set. */
SlipPlannedDate slip_date_entry_get_planned (SlipDateEntry *self);

/**
 * slip_date_entry_read:
 *
 * Returns: the date that the text says now, committed or not; unscheduled with
 * an error if it is none.
 */
SlipPlannedDate slip_date_entry_read (SlipDateEntry *self, GError **error);

/* Shows @text as if it had been typed. */
void slip_date_entry_type (SlipDateEntry *self, const char *text);

/**
 * slip_date_entry_commit:
 *
 * Returns: `FALSE` if the text is no date.
 */
gboolean slip_date_entry_commit (SlipDateEntry *self);

/* Shows the date last committed or set. */
void slip_date_entry_restore (SlipDateEntry *self);

/* What is wrong with the text, or %NULL. */
const char *slip_date_entry_get_fault (SlipDateEntry *self);

/* Its accessible name. */
void slip_date_entry_set_label (SlipDateEntry *self, const char *label);

G_END_DECLS
