/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-adapter.h"
#include "slip-status-document.h"

#include <glib/gi18n-lib.h>

static gboolean
read_native (const SlipJsonCursor *top,
             const SlipAdapterInput *input,
             SlipStatusReport *report,
             GError **error)
{
  return slip_status_document_read (top, report, error);
}

const SlipAdapter slip_adapter_native = {
  .id = "slipway",
  .label = N_ ("Slipway status document"),
  .example = "https://status.example.org/releases.json",
  .read = read_native,
};
