/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * slip_text_fold:
 * @text: a text from people
 *
 * Returns: (transfer full): @text so that texts that differ in capitals or
 * accents' spelling are equal; "" if it is no valid UTF-8.
 */
char *slip_text_fold (const char *text) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
