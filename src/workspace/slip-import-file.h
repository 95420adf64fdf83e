/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-import-report.h"
#include "slip-workspace.h"

G_BEGIN_DECLS

/**
 * slip_import_file_read_bytes:
 * @path: a file, in the file name encoding
 *
 * Reads at most a little more than can be a calendar, whatever the file is.  It
 * blocks, and may be called from any thread.
 *
 * Returns: (transfer full): what is in it, or %NULL with an error.
 */
GBytes *slip_import_file_read_bytes (const char *path,
                                     GCancellable *cancellable,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * SlipImportRequest:
 * @path: an iCalendar file, in the file name encoding
 * @product: (nullable): see slip_import_new()
 * @product_name: (nullable): see slip_import_new()
 * @is_dry_run: whether only to say what it would do
 *
 * A wish to import a file.
 */
typedef struct {
  const char *path;
  const char *product;
  const char *product_name;
  gboolean is_dry_run;
} SlipImportRequest;

/**
 * slip_import_file_async:
 * @request: copied
 *
 * Reads the file on a thread of its own and takes it into the plan as one step.
 */
void slip_import_file_async (SlipWorkspace *workspace,
                             const SlipImportRequest *request,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);

/**
 * slip_import_file_finish:
 *
 * Returns: (transfer full): what was done; also when there was nothing new.
 * %NULL with an error if the file cannot be read or is no calendar, or the edit
 * failed.
 */
SlipImportReport *slip_import_file_finish (GAsyncResult *result,
                                           GError **error);

G_END_DECLS
