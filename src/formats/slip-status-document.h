/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-json-cursor.h"
#include "slip-status-report.h"

G_BEGIN_DECLS

/*
 * The native document of status feeds: JSON that begins with
 * `{"format": "slipway-status", "version": 1`.  The manual page
 * slipway-status(5) is its reference and data/slipway-status.schema.json its
 * schema; both say what this unit does.
 */

/* Most that is read. */
#define SLIP_STATUS_DOCUMENT_MAX_BYTES ((gsize) 8 * 1024 * 1024)

/**
 * slip_status_document_parse:
 *
 * Reads a document as it came, through the one gate for JSON.  Unknown members
 * are ignored, an unknown state is `SLIP_OBSERVED_UNKNOWN`; what is known must
 * be of its form, and messages say where it is not.  May be called from any
 * thread.
 *
 * Returns: (transfer full): what it says, or %NULL with
 *   `SLIP_FORMAT_ERROR_TOO_LARGE`, `INVALID`, `FAILED` or, for a later version,
 *   `UNSUPPORTED`.
 */
SlipStatusReport *slip_status_document_parse (GBytes *bytes, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/* The same of what passed the gate, added to @report. */
gboolean slip_status_document_read (const SlipJsonCursor *top,
                                    SlipStatusReport *report,
                                    GError **error);

G_END_DECLS
