/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-ical-event.h"
#include "slip-ical-lines.h"

G_BEGIN_DECLS

/**
 * SlipIcalBlock:
 *
 * The lines of one VEVENT while they are collected.  Only properties that are
 * used are kept, so that the cost of the others is that of passing over them.
 */
typedef struct _SlipIcalBlock SlipIcalBlock;

/**
 * SlipIcalEntry:
 * @event: (nullable): %NULL once it has been dropped
 * @recurrence_id: (nullable): the value of RECURRENCE-ID
 * @recurrence_day: its day, or unset
 * @sequence: the value of SEQUENCE, 0 without
 * @has_uid: `FALSE` if the UID was made from the summary
 *
 * An event with what settles its identity.
 */
typedef struct {
  SlipIcalEvent *event;
  char *recurrence_id;
  SlipDate recurrence_day;
  gint64 sequence;
  gboolean has_uid;
} SlipIcalEntry;

void slip_ical_entry_free (SlipIcalEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipIcalEntry, slip_ical_entry_free)

/* @line is the line of its BEGIN. */
SlipIcalBlock *slip_ical_block_new (guint line) G_GNUC_WARN_UNUSED_RESULT;

void slip_ical_block_free (SlipIcalBlock *self);

/* Takes in a content line; the first one of a name counts, but for CATEGORIES.
 */
void slip_ical_block_add (SlipIcalBlock *self, const SlipIcalLines *line);

/**
 * slip_ical_block_read:
 * @is_complete: `FALSE` if the file breaks the event off
 * @skipped: (element-type SlipIcalSkipped): what is not as written is added
 *
 * Returns: (nullable): the event, or %NULL if it had to be skipped.
 */
SlipIcalEntry *slip_ical_block_read (const SlipIcalBlock *self,
                                     gboolean is_complete,
                                     GTimeZone *local_zone,
                                     GPtrArray *skipped)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipIcalBlock, slip_ical_block_free)

G_END_DECLS
