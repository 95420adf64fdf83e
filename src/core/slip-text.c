/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-text.h"

#include <glib/gi18n-lib.h>

char *
slip_text_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");
}

gboolean
slip_text_is_blank (const char *text)
{
  for (const char *p = text; p != NULL && *p != '\0'; p = g_utf8_next_char (p))
    if (g_unichar_isgraph (g_utf8_get_char (p)))
      return FALSE;

  return TRUE;
}

void
slip_text_append_member (GString *list, const char *member)
{
  if (list->len > 0)
    /* Translators: between the members of a list: '3 items, 4 stages'. */
    g_string_append (list, C_ ("list", ", "));
  g_string_append (list, member);
}
