/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * slip_csv_append_row:
 * @cells: as many as @n_cells; each may be %NULL for an empty one
 *
 * Appends a row of comma-separated values as RFC 4180 has them.  A cell that a
 * spreadsheet would read as a formula gets an apostrophe in front, which makes
 * it text; numbers stay as they are.
 */
void slip_csv_append_row (GString *csv,
                          const char *const *cells,
                          guint n_cells);

G_END_DECLS
