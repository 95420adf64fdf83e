/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-json-cursor.h"

G_BEGIN_DECLS

/**
 * slip_json_pointer_check:
 * @pointer: a JSON pointer (RFC 6901) as a person typed it: empty for the whole
 *   value, else `/fields/status`, with `~1` for a slash and `~0` for a tilde
 *
 * Returns: whether @pointer is one, else an error that says why not.
 */
gboolean slip_json_pointer_check (const char *pointer, GError **error);

/**
 * slip_json_pointer_follow:
 * @pointer: outlives the cursor
 *
 * Steps down to where @pointer leads; to nowhere if there is nothing or
 * @pointer is none.  Messages name the place with the pointer:
 * `issues[3]["/fields/status"]`.
 */
SlipJsonCursor slip_json_pointer_follow (const SlipJsonCursor *from,
                                         const char *pointer);

G_END_DECLS
