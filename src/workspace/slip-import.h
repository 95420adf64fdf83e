/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"
#include "slip-ical.h"
#include "slip-import-report.h"

G_BEGIN_DECLS

/**
 * SlipImport:
 *
 * A calendar to be taken into a plan; the data of slip_import_run().
 */
typedef struct _SlipImport SlipImport;

/**
 * slip_import_new:
 * @calendar: (transfer full): what the file says
 * @file_name: the file's name without its folder, for people
 * @product: (nullable): the id of the product for new releases
 * @product_name: (nullable): if @product is %NULL, the name of a product, which
 *   is made if there is none; %NULL for the one that releases of this calendar
 *   belong to already, else one of the calendar's name
 * @today: releases dated before are Released
 */
SlipImport *slip_import_new (SlipIcalCalendar *calendar,
                             const char *file_name,
                             const char *product,
                             const char *product_name,
                             SlipDate today) G_GNUC_WARN_UNUSED_RESULT;
void slip_import_free (SlipImport *import);

/**
 * slip_import_run:
 *
 * A #SlipIntentFunc over a #SlipImport: one set for the whole file.
 *
 * A release is known again by its calendar and UID, else by its product and
 * UID.  Name, date and summary are compared three ways: what the file has not
 * changed since the last import stays as it is here, what was not changed here
 * follows the file, and what both changed stays and is listed.  Nothing is
 * deleted, and what was deleted here does not come back.
 */
gboolean slip_import_run (SlipEdit *edit, gconstpointer import, GError **error);

/**
 * slip_import_take_report:
 *
 * Returns: (transfer full): what the last slip_import_run() found.
 */
SlipImportReport *slip_import_take_report (SlipImport *import)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipImport, slip_import_free)

G_END_DECLS
