/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-ical.h"
#include "slip-step.h"

G_BEGIN_DECLS

/**
 * SlipImportOutcome:
 * @SLIP_IMPORT_CREATED: a release was made of the event
 * @SLIP_IMPORT_UPDATED: the release follows what the file says now
 * @SLIP_IMPORT_UNCHANGED: there is nothing new
 * @SLIP_IMPORT_KEPT: both the file and somebody here changed the same; what is
 *   here stays
 * @SLIP_IMPORT_DELETED: the release was deleted here and stays so
 * @SLIP_IMPORT_VANISHED: the file has the event no more; the release stays
 *
 * What became of an event.
 */
typedef enum {
  SLIP_IMPORT_CREATED,
  SLIP_IMPORT_UPDATED,
  SLIP_IMPORT_UNCHANGED,
  SLIP_IMPORT_KEPT,
  SLIP_IMPORT_DELETED,
  SLIP_IMPORT_VANISHED,
  SLIP_N_IMPORT_OUTCOMES,
} SlipImportOutcome;

/* The name of @outcome in JSON. */
const char *slip_import_outcome_get_nick (SlipImportOutcome outcome);

/**
 * SlipImportEntry:
 * @release: the id of the release
 * @title: its name
 * @date: its release date, unset if it has none
 * @old_date: the one before, unset if it stays or the release is new
 * @line: the line of the file on which the event begins, 0 if it has none
 * @detail: (nullable): what was updated or kept, for people
 *
 * One line of a report.  An event that was updated and kept in part has two.
 */
typedef struct {
  SlipImportOutcome outcome;
  char *release;
  char *title;
  SlipDate date;
  SlipDate old_date;
  guint line;
  char *detail;
} SlipImportEntry;

/**
 * SlipImportReport:
 * @source: the calendar's name, by which its releases are known again
 * @product: (nullable): the id of the product that new releases belong to,
 * %NULL if it would be a new one and there are no new releases
 * @product_name: its name
 * @is_new_product: whether the import makes the product
 * @entries: (element-type SlipImportEntry): in the order of the file, then what
 *   has vanished
 * @counts: how many entries there are of each outcome
 * @skipped: (element-type SlipIcalSkipped): what was not read, or not as
 * written
 * @step: (nullable): the step written; %NULL if nothing is new, and for a dry
 *   run
 *
 * What an import did, or would do.
 */
typedef struct {
  char *source;
  char *product;
  char *product_name;
  gboolean is_new_product;
  GPtrArray *entries;
  guint counts[SLIP_N_IMPORT_OUTCOMES];
  GPtrArray *skipped;
  SlipStep *step;
} SlipImportReport;

/**
 * slip_import_report_new:
 * @skipped: (element-type SlipIcalSkipped): shared
 */
SlipImportReport *slip_import_report_new (const char *source,
                                          GPtrArray *skipped)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_import_report_free (SlipImportReport *report);

/* Adds a copy of @entry and counts it. */
void slip_import_report_add (SlipImportReport *report,
                             const SlipImportEntry *entry);

/**
 * slip_import_report_describe:
 *
 * Returns: (transfer full): the counts as a line for people: '3 added, 1
 * updated, 2 skipped'.
 */
char *slip_import_report_describe (const SlipImportReport *report)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipImportReport, slip_import_report_free)

G_END_DECLS
