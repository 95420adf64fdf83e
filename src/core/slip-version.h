/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * slip_version_compare:
 *
 * Compares versions as people count: '1.9' comes before '1.10'.  Numbers
 * compare as such, however long they are, all else byte by byte; a total order.
 */
int slip_version_compare (const char *a, const char *b);

G_END_DECLS
