/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-ical-text.h"

#include <string.h>

/*
 * Resolves \n, \, \; and \\.  A backslash before anything else was not meant as
 * an escape and stays.  libical is not asked: it puts a space in place of the
 * byte behind such a backslash, which breaks characters.
 */
static char *
unescape (const char *value)
{
  GString *text = g_string_new (NULL);

  for (const char *p = value; *p != '\0'; p++) {
    if (*p == '\\' && p[1] != '\0' && strchr ("nN,;\\", p[1]) != NULL) {
      p++;
      g_string_append_c (text, *p == 'n' || *p == 'N' ? '\n' : *p);
    } else {
      g_string_append_c (text, *p);
    }
  }
  return g_string_free (text, FALSE);
}

/* Drops what is no text; without @keeps_lines what breaks lines becomes space.
 * Returns NULL if nothing is left. */
static char *
tidy (const char *text, gboolean keeps_lines)
{
  GString *tidied = g_string_new (NULL);

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    gboolean is_break = c == '\n' || c == '\t' || c == 0x2028 || c == 0x2029;

    if (is_break && !keeps_lines)
      g_string_append_c (tidied, ' ');
    else if (is_break || !g_unichar_iscntrl (c))
      g_string_append_unichar (tidied, c);
  }
  g_strstrip (tidied->str);
  if (tidied->str[0] != '\0')
    return g_string_free (tidied, FALSE);
  g_string_free (tidied, TRUE);
  return NULL;
}

static char *
dup_tidied (const char *value, gboolean keeps_lines)
{
  g_autofree char *text = NULL;

  if (value == NULL)
    return NULL;
  text = unescape (value);
  return tidy (text, keeps_lines);
}

char *
slip_ical_text_dup_utf8 (const char *bytes, gsize length, gboolean *is_latin1)
{
  char *converted;

  if (memchr (bytes, '\0', length) != NULL)
    return NULL;
  if (g_utf8_validate_len (bytes, length, NULL))
    return g_strndup (bytes, length);
  converted =
    g_convert (bytes, (gssize) length, "UTF-8", "ISO-8859-1", NULL, NULL, NULL);
  g_assert (converted != NULL);
  *is_latin1 = TRUE;
  return converted;
}

char *
slip_ical_text_dup_paragraphs (const char *value)
{
  return dup_tidied (value, TRUE);
}

char *
slip_ical_text_dup_line (const char *value)
{
  return dup_tidied (value, FALSE);
}

/* The comma that ends the value at @start, or the end. */
static const char *
find_comma (const char *start)
{
  const char *p = start;

  while (*p != '\0' && *p != ',') {
    if (*p == '\\' && p[1] != '\0')
      p++;
    p++;
  }
  return p;
}

char **
slip_ical_text_split (const char *value)
{
  g_autoptr (GPtrArray) texts = g_ptr_array_new_with_free_func (g_free);
  const char *start = value != NULL ? value : "";

  while (*start != '\0') {
    const char *end = find_comma (start);
    g_autofree char *part = g_strndup (start, (gsize) (end - start));
    char *text = slip_ical_text_dup_line (part);

    if (text != NULL)
      g_ptr_array_add (texts, text);
    start = *end == ',' ? end + 1 : end;
  }
  g_ptr_array_add (texts, NULL);
  return (char **) g_ptr_array_steal (texts, NULL);
}
