/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-text.h"

char *
slip_text_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
}
