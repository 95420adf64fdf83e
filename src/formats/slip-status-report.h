/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-observation.h"

G_BEGIN_DECLS

/**
 * SlipStatusReport:
 * @source_name: (nullable): what the source calls itself
 * @source_url: (nullable): http or https; for the person to open, never fetched
 * @generated_at_ms: when the source made it, milliseconds since 1970-01-01 UTC;
 *   0 if it does not say
 * @observations: (element-type SlipObservation): in the order of the source; a
 *   later one takes the place of an earlier one of the same key
 * @next: (nullable): where the next page is, as the source wrote it: absolute
 *   or relative, checked by nobody yet
 *
 * What one answer of a source says, as values: one page if it comes in pages.
 */
typedef struct {
  char *source_name;
  char *source_url;
  gint64 generated_at_ms;
  GPtrArray *observations;
  char *next;
} SlipStatusReport;

SlipStatusReport *slip_status_report_new (void) G_GNUC_WARN_UNUSED_RESULT;
void slip_status_report_free (SlipStatusReport *self);

/* Adds an observation of @type and returns it, borrowed. */
SlipObservation *slip_status_report_add (SlipStatusReport *self,
                                         SlipObservationType type);

/**
 * slip_status_report_merge:
 * @page: another report of the same source, which is emptied
 * @is_summed: whether statuses about the same are parts of one: their items and
 *   counts are added up, owners put together, and the state follows from the
 *   counts; else a later observation takes the place of an earlier one
 *
 * Adds what @page says, so that in the end each key is there once.  The next
 * page is that of @page.
 */
void slip_status_report_merge (SlipStatusReport *self,
                               SlipStatusReport *page,
                               gboolean is_summed);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipStatusReport, slip_status_report_free)

G_END_DECLS
