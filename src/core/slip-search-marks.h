/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-search-query.h"

G_BEGIN_DECLS

/**
 * SlipSearchMark:
 * @start: the first byte
 * @end: the byte after the last
 *
 * A part of a text that was looked for.
 */
typedef struct {
  guint start;
  guint end;
} SlipSearchMark;

/**
 * slip_search_marks_find:
 * @text: (nullable): a text from people
 * @terms: (element-type SlipSearchTerm): what is looked for
 * @found: (out) (optional): a bit for each of @terms that is there
 *
 * Finds terms as the index of a file does: without regard to case and accents,
 * from the beginning of a word on.
 *
 * Returns: (transfer full) (element-type SlipSearchMark): where they are, in
 *   order, none within another.
 */
GArray *slip_search_marks_find (const char *text,
                                const GPtrArray *terms,
                                guint *found) G_GNUC_WARN_UNUSED_RESULT;

/* Which of @terms are in @text (nullable), a bit each. */
guint slip_search_marks_find_terms (const char *text, const GPtrArray *terms);

/* All of @terms, a bit each. */
guint slip_search_marks_get_all (const GPtrArray *terms);

/**
 * slip_search_marks_cut:
 * @text: (nullable): a text from people
 * @n_chars: how long what is left may be, the signs of what was left out aside
 * @marks: (out): the marks of what is left
 *
 * Cuts one line out of @text around what was found first, at words where that
 * goes, with '…' where something was left out.
 *
 * Returns: (transfer full) (nullable): the line, %NULL if nothing of @terms is
 *   in @text.
 */
char *slip_search_marks_cut (const char *text,
                             const GPtrArray *terms,
                             guint n_chars,
                             GArray **marks) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
