/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-item-lines.h"

#include <string.h>

#include "slip-properties.h"
#include "slip-schema.h"

/* What lists begin their lines with.  Those that words may begin with need a
 * blank after them. */
static const char *const bullets[] = { "-", "*", "+", "–", "—", "•", "‣", "◦",
                                       "▪", "▸", "●", "○", "■", "□", "·", "o" };
static const char *const boxes[] = { "[ ]", "[x]", "[X]", "[]", "☐", "☑",
                                     "☒",   "✓",   "✔",   "✗",  "✘" };

static const char *
skip_blanks (const char *text)
{
  while (g_unichar_isspace (g_utf8_get_char (text)))
    text = g_utf8_next_char (text);

  return text;
}

static gboolean
is_at_blank (const char *text)
{
  return g_unichar_isspace (g_utf8_get_char (text));
}

/* '1. ', '2) ', '(3) ', '10.' and so on; not '4.2 is out'. */
static const char *
skip_number (const char *text)
{
  const char *end = *text == '(' ? text + 1 : text;
  const char *digits = end;

  while (g_ascii_isdigit (*end))
    end++;
  if (end == digits || end - digits > 4 || (*end != '.' && *end != ')'))
    return text;

  return is_at_blank (end + 1) ? end + 1 : text;
}

static const char *
skip_bullet (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (bullets); i++) {
    gsize length = strlen (bullets[i]);

    if (g_str_has_prefix (text, bullets[i]) && is_at_blank (text + length))
      return text + length;
  }

  return text;
}

static const char *
skip_box (const char *text)
{
  for (guint i = 0; i < G_N_ELEMENTS (boxes); i++)
    if (g_str_has_prefix (text, boxes[i]))
      return text + strlen (boxes[i]);

  return text;
}

/* '- [x] ' and '1. ☐ ' have both. */
static const char *
skip_mark (const char *line)
{
  const char *text = skip_blanks (line);
  const char *rest = skip_bullet (text);

  if (rest == text)
    rest = skip_number (text);
  rest = skip_blanks (rest);
  return skip_blanks (skip_box (rest));
}

/* Characters that no title may have become blanks. */
static char *
dup_title (const char *line)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_ITEM, SLIP_ITEM_TITLE);
  g_autofree char *title = g_utf8_substring (line, 0,
                                             MIN (g_utf8_strlen (line, -1),
                                                  (glong) property->maximum));

  for (char *at = title; *at != '\0'; at++)
    if (g_ascii_iscntrl (*at))
      *at = ' ';
  return g_strdup (g_strstrip (title));
}

GStrv
slip_item_lines_split (const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_auto (GStrv) lines = g_strsplit_set (valid, "\r\n", -1);
  g_autoptr (GStrvBuilder) titles = g_strv_builder_new ();
  guint n = 0;

  for (guint i = 0; lines[i] != NULL && n < SLIP_ITEM_LINES_MAX; i++) {
    g_autofree char *title = dup_title (skip_mark (lines[i]));

    if (*title == '\0')
      continue;
    g_strv_builder_add (titles, title);
    n++;
  }

  return g_strv_builder_end (titles);
}
