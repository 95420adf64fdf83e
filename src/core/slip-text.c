/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-text.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* LEFT-TO-RIGHT MARK to RIGHT-TO-LEFT OVERRIDE and the isolates: what keeps
 * names in their direction where languages meet. */
static gboolean
is_direction (gunichar c)
{
  return c == 0x200e || c == 0x200f || (c >= 0x202a && c <= 0x202e) ||
         (c >= 0x2066 && c <= 0x2069);
}

static char *
drop_directions (char *text)
{
  char *end = text;

  /* Whether there can be any at all. */
  if (strchr (text, '\xe2') == NULL)
    return text;
  for (const char *p = text; *p != '\0';) {
    const char *next = g_utf8_next_char (p);

    if (!is_direction (g_utf8_get_char (p))) {
      memmove (end, p, (gsize) (next - p));
      end += next - p;
    }
    p = next;
  }
  *end = '\0';
  return text;
}

char *
slip_text_fold (const char *text)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);

  return normal != NULL ? drop_directions (g_utf8_casefold (normal, -1))
                        : g_strdup ("");
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
