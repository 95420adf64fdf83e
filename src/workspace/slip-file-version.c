/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-file-version.h"

#include "slip-probe.h"
#include "slip-store.h"

gboolean
slip_file_version_is_current (const char *path)
{
  g_return_val_if_fail (path != NULL, FALSE);

  SlipProbe probe;
  return slip_probe_file (path, SLIP_STORE_VERSION, &probe, NULL) &&
         probe.exists && probe.version == SLIP_STORE_VERSION;
}
