/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-connection.h"

G_BEGIN_DECLS

/**
 * slip_search_check_run:
 * @faults: (element-type utf8): where to add a line per fault
 *
 * Checks that the index has of each row what it is to have, as far as it was
 * read, and of no other.
 */
gboolean slip_search_check_run (SlipConnection *connection,
                                GPtrArray *faults,
                                GError **error);

G_END_DECLS
