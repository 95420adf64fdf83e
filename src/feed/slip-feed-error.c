/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-error.h"

GQuark
slip_feed_error_quark (void)
{
  return g_quark_from_static_string ("slip-feed-error-quark");
}
