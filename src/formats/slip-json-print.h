/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/**
 * slip_json_print:
 * @node: a value, at most `SLIP_JSON_MAX_DEPTH` levels deep; its numbers must
 *   be finite
 * @is_pretty: `TRUE` for one value a line, indented by two spaces
 *
 * Writes @node as JSON that slip_json_parse() reads back to the same value, its
 * keys in the order in which they were added.  Use it for all that leaves the
 * program: json-glib 1.6 itself writes 1e19 as `1e+19.0` and leaves U+001F
 * unescaped, and neither is JSON.
 *
 * Returns: the text, in UTF-8, with a line end when @is_pretty.
 */
char *slip_json_print (JsonNode *node,
                       gboolean is_pretty) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
