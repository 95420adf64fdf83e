/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipWhatIfLine:
 * @number: the line, counted from 1
 * @release: which release, as it is called
 * @date: the date, as it was written
 *
 * One line of a what-if that somebody wrote.
 */
typedef struct {
  guint number;
  char *release;
  char *date;
} SlipWhatIfLine;

void slip_what_if_line_free (SlipWhatIfLine *line);

/**
 * slip_what_if_lines_parse:
 *
 * Reads `RELEASE DATE` from each line of @text that is neither blank nor begins
 * with '#'.  A release in quotes, "…" or '…', ends with the quote and the rest
 * is the date; without, the date is the last word.  Spaces and tabs at either
 * end do not count.
 *
 * Returns: (transfer full) (element-type SlipWhatIfLine): the lines, or %NULL
 * with a `SLIP_PLAN_ERROR_INVALID` that says which line is wrong and why.
 */
GPtrArray *slip_what_if_lines_parse (const char *text,
                                     GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipWhatIfLine, slip_what_if_line_free)

G_END_DECLS
