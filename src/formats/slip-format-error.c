/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-format-error.h"

GQuark
slip_format_error_quark (void)
{
  return g_quark_from_static_string ("slip-format-error-quark");
}
