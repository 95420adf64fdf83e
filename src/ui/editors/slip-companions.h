/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-row.h"

G_BEGIN_DECLS

/**
 * slip_companions_list:
 * @text: the new value of @property, as slip_property_parse() reads it
 * @is_new: whether the entity is only being made
 *
 * Tells what has to change together with one property of @row so that the
 * entity keeps the rules of the model: a freeze that becomes weekly gets a
 * weekday; if it is only being made, the other end of a range moves along.
 *
 * Returns: (transfer full) (element-type utf8): property names and texts by
 * turns, @property and @text first, then %NULL.
 */
GPtrArray *slip_companions_list (const SlipRow *row,
                                 guint property,
                                 const char *text,
                                 gboolean is_new) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
