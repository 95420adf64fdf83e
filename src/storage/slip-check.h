/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-connection.h"

G_BEGIN_DECLS

/**
 * slip_check_run:
 *
 * Checks the file as slip_store_check_async() says, in one consistent reading.
 *
 * Returns: (transfer full) (element-type utf8): a line per fault.
 */
GPtrArray *slip_check_run (SlipConnection *connection, GError **error);

G_END_DECLS
