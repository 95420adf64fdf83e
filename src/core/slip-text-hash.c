/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-text-hash.h"

#include <string.h>

guint
slip_text_hash (gconstpointer text)
{
  const char *bytes = text;
  gsize n_left = strlen (bytes);
  guint64 hash = n_left;
  guint64 word;

  for (; n_left >= sizeof word; n_left -= sizeof word, bytes += sizeof word) {
    memcpy (&word, bytes, sizeof word);
    hash = slip_text_hash_add (hash, word);
  }
  word = 0;
  memcpy (&word, bytes, n_left);
  return (guint) slip_text_hash_add (hash, word);
}
