/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* As many items as one text is read for. */
#define SLIP_ITEM_LINES_MAX 500

/**
 * slip_item_lines_split:
 * @text: one line that was typed, or a list that was pasted
 *
 * Reads a text as titles of items, one a line.  What lists begin their lines
 * with is left out: bullets, numbers, boxes such as '[ ]' and '[x]', also of
 * Markdown and of word processors; so are empty lines, and the end of a line
 * that is longer than a title may be.
 *
 * Returns: (transfer full): the titles in their order, at most
 * %SLIP_ITEM_LINES_MAX.
 */
GStrv slip_item_lines_split (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
