/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-format-error.h"

G_BEGIN_DECLS

/* Most keys in one object.  Hash tables without a seed, json-glib's among them,
 * become slow on keys that were chosen for it; this bounds the damage. */
#define SLIP_JSON_MAX_KEYS 4096u

/**
 * slip_json_fail_at:
 * @text: the document
 * @at: a place in it; what lies before is valid UTF-8
 * @what: a clause for people, such as `a key appears twice`
 *
 * Sets @error to @what with line and column before it.
 *
 * Returns: `FALSE`.
 */
gboolean slip_json_fail_at (const char *text,
                            const char *at,
                            SlipFormatError code,
                            const char *what,
                            GError **error);

/**
 * slip_json_scan:
 * @text: valid UTF-8 without NUL bytes, @length long; it need not be terminated
 * @max_depth: most arrays and objects inside one another
 *
 * Walks over one JSON value and keeps nothing but the keys of the objects it is
 * in.  It finds what slip_json_parse() promises to refuse, and the place.  Time
 * and memory are proportional to @length, whatever it holds.
 *
 * Returns: `FALSE` with `SLIP_FORMAT_ERROR_TOO_LARGE` or `INVALID`.
 */
gboolean slip_json_scan (const char *text,
                         gsize length,
                         guint max_depth,
                         GError **error);

G_END_DECLS
