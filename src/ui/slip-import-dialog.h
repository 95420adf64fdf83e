/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-workspace.h"

G_BEGIN_DECLS

/**
 * SlipImportDialog:
 *
 * Shows what a calendar would bring into a plan, and asks into which product.
 * It changes nothing itself.
 */
#define SLIP_TYPE_IMPORT_DIALOG (slip_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (SlipImportDialog,
                      slip_import_dialog,
                      SLIP,
                      IMPORT_DIALOG,
                      AdwWindow)

/**
 * SlipImportDialog::import-wanted:
 * @product: (nullable): as in #SlipImportRequest
 * @product_name: (nullable): as in #SlipImportRequest
 *
 * The file is to be imported; the dialog closes afterwards.
 */

/* @path: the calendar, in the file name encoding. */
SlipImportDialog *slip_import_dialog_new (GtkWindow *parent,
                                          SlipWorkspace *workspace,
                                          const char *path)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
