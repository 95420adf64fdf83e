/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-format-error.h"
#include "slip-template-draft.h"

G_BEGIN_DECLS

/*
 * Templates as files: JSON that begins with
 * `{"format": "slipway-template", "version": 1`.  The manual page
 * slipway-cli(1) says what is in it; names and values are those of the schema.
 */

/* What file names end in. */
#define SLIP_TEMPLATE_FILE_ENDING ".slipway-template"

/* Most that is read of each. */
#define SLIP_TEMPLATE_FILE_MAX_BYTES     ((gsize) 1024 * 1024)
#define SLIP_TEMPLATE_FILE_MAX_STAGES    50u
#define SLIP_TEMPLATE_FILE_MAX_AUDIENCES 100u
#define SLIP_TEMPLATE_FILE_MAX_ITEMS     1000u

/* Returns: (transfer full): @draft as a file has it, in UTF-8.  Its key is not
 * kept: what was exported is a template of its own. */
char *slip_template_file_print (const SlipTemplateDraft *draft)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_template_file_parse:
 *
 * Reads a file as it came.  Members that are not known are passed over; what is
 * known must be of its form, and messages say where it is not.  May be called
 * from any thread.
 *
 * Returns: (transfer full): the template, or %NULL with
 *   `SLIP_FORMAT_ERROR_TOO_LARGE`, `INVALID` or, for a later version,
 *   `UNSUPPORTED`.
 */
SlipTemplateDraft *slip_template_file_parse (GBytes *bytes, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_template_file_load_async:
 *
 * Reads @file on a thread of its own, and no more of it than there may be.
 */
void slip_template_file_load_async (GFile *file,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
SlipTemplateDraft *slip_template_file_load_finish (GAsyncResult *result,
                                                   GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_template_file_dup_name:
 *
 * Returns: (transfer full): a name for a file that holds @draft, with ending.
 */
char *slip_template_file_dup_name (const SlipTemplateDraft *draft)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
