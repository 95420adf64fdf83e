/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-what-if-lines.h"

#include "slip-schema.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define BYTE_ORDER_MARK "\xEF\xBB\xBF"

void
slip_what_if_line_free (SlipWhatIfLine *line)
{
  g_free (line->release);
  g_free (line->date);
  g_free (line);
}

static gboolean
fail (GError **error, guint number, const char *why)
{
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
               /* Translators: the number of a line and what is wrong in it. */
               _ ("Line %u: %s"), number, why);
  return FALSE;
}

/* Splits @text after the quote that it begins with. */
static gboolean
split_quoted (const char *text, SlipWhatIfLine *line, GError **error)
{
  const char *end = strchr (text + 1, *text);

  if (end == NULL)
    return fail (error, line->number, _ ("the closing quote is missing"));
  if (end[1] != '\0' && !g_ascii_isspace (end[1]))
    return fail (error, line->number,
                 _ ("a space is missing after the closing quote"));

  line->release = g_strstrip (g_strndup (text + 1, (gsize) (end - text - 1)));
  line->date = g_strstrip (g_strdup (end + 1));
  return TRUE;
}

static void
split_at_last_word (const char *text, SlipWhatIfLine *line)
{
  const char *word = text + strlen (text);

  while (word > text && !g_ascii_isspace (word[-1]))
    word--;
  line->release = g_strstrip (g_strndup (text, (gsize) (word - text)));
  line->date = g_strdup (word);
}

/* @text has no spaces at its ends. */
static gboolean
split (const char *text, SlipWhatIfLine *line, GError **error)
{
  if (*text == '"' || *text == '\'') {
    if (!split_quoted (text, line, error))
      return FALSE;
  } else {
    split_at_last_word (text, line);
  }

  if (*line->release == '\0' || *line->date == '\0')
    return fail (error, line->number,
                 _ ("a release and a date are wanted, as in \"Payments 3.9\" "
                    "2026-12-08"));
  return TRUE;
}

GPtrArray *
slip_what_if_lines_parse (const char *text, GError **error)
{
  g_autoptr (GPtrArray) lines =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_what_if_line_free);
  const char *start =
    g_str_has_prefix (text, BYTE_ORDER_MARK) ? text + 3 : text;
  g_auto (GStrv) texts = g_strsplit (start, "\n", -1);

  for (guint i = 0; texts[i] != NULL; i++) {
    const char *line_text = g_strstrip (texts[i]);
    SlipWhatIfLine *line;

    if (*line_text == '\0' || *line_text == '#')
      continue;

    line = g_new0 (SlipWhatIfLine, 1);
    line->number = i + 1;
    g_ptr_array_add (lines, line);
    if (!split (line_text, line, error))
      return NULL;
  }

  return g_steal_pointer (&lines);
}
