/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* What the hash of a text becomes with eight more of its bytes: each step can
 * be undone, so texts differ for as long as they can. */
static inline guint64
slip_text_hash_add (guint64 hash, guint64 word)
{
  hash = (hash ^ word) * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15);
  return hash ^ (hash >> 32);
}

/**
 * slip_text_hash:
 * @text: a text
 *
 * A #GHashFunc to go with g_str_equal(): for ids, of which a large plan hashes
 * hundreds of thousands, a quarter of the work of g_str_hash().  It differs
 * between machines, and is for memory alone.
 */
guint slip_text_hash (gconstpointer text);

G_END_DECLS
