/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "slip-format-error.h"

G_BEGIN_DECLS

/* What slip_json_parse() allows unless it is told less. */
#define SLIP_JSON_MAX_BYTES ((gsize) 16 * 1024 * 1024)
#define SLIP_JSON_MAX_DEPTH 64u

/**
 * SlipJsonLimits:
 * @max_bytes: most bytes of the document; 0 for `SLIP_JSON_MAX_BYTES`
 * @max_depth: most arrays and objects inside one another; 0 for
 *   `SLIP_JSON_MAX_DEPTH`, which is also the highest allowed
 *
 * How large a document may be.
 */
typedef struct {
  gsize max_bytes;
  guint max_depth;
} SlipJsonLimits;

/**
 * slip_json_parse:
 * @bytes: the document, as it came
 * @limits: (nullable): how large it may be; %NULL for the defaults
 *
 * The one gate for JSON from outside.  Accepts exactly one RFC 8259 value in
 * UTF-8 without a byte order mark, and refuses besides: keys that appear twice
 * in one object (however they are escaped), empty keys, `\u0000`, lone
 * surrogates, whole numbers outside of 64 bits with sign, other numbers that
 * are no finite double, and what exceeds @limits.  All of this is settled
 * before json-glib sees a byte.
 *
 * May be called from any thread.  The messages name line and column, both from
 * 1, the column in characters.
 *
 * Returns: (transfer full): the immutable value, or %NULL with
 *   `SLIP_FORMAT_ERROR_TOO_LARGE`, `INVALID` or `FAILED`.
 */
JsonNode *slip_json_parse (GBytes *bytes,
                           const SlipJsonLimits *limits,
                           GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
