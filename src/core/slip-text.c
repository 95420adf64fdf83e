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

typedef enum {
  MARK_NONE,
  MARK_EMBEDS,
  MARK_ENDS_EMBEDDING,
  MARK_ISOLATES,
  MARK_ENDS_ISOLATE,
  MARK_ENDS_PARAGRAPH,
} Mark;

static Mark
get_mark (gunichar c)
{
  if (c == '\n' || c == '\r' || c == 0x85 || c == 0x2029)
    return MARK_ENDS_PARAGRAPH;
  if (c == 0x202a || c == 0x202b || c == 0x202d || c == 0x202e)
    return MARK_EMBEDS;
  if (c == 0x202c)
    return MARK_ENDS_EMBEDDING;
  if (c >= 0x2066 && c <= 0x2068)
    return MARK_ISOLATES;
  return c == 0x2069 ? MARK_ENDS_ISOLATE : MARK_NONE;
}

typedef struct {
  gsize start;
  Mark mark;
} Opening;

/* Whether @mark closes something.  The end of an isolate closes the embeddings
 * in it as well. */
static gboolean
closes (GArray *openings, Mark mark)
{
  for (guint i = openings->len; i > 0; i--) {
    Mark opened = g_array_index (openings, Opening, i - 1).mark;

    if (mark == MARK_ENDS_EMBEDDING && opened == MARK_ISOLATES)
      return FALSE;
    if ((mark == MARK_ENDS_EMBEDDING) == (opened == MARK_EMBEDS)) {
      g_array_set_size (openings, i - 1);
      return TRUE;
    }
  }
  return FALSE;
}

/* Each is three bytes long in UTF-8. */
static void
drop_openings (GString *text, GArray *openings)
{
  for (guint i = openings->len; i > 0; i--)
    g_string_erase (text,
                    (gssize) g_array_index (openings, Opening, i - 1).start, 3);
  g_array_set_size (openings, 0);
}

char *
slip_text_dup_contained (const char *text)
{
  g_autoptr (GArray) openings = NULL;
  GString *contained;

  g_return_val_if_fail (text != NULL, NULL);

  /* Whether there can be any at all. */
  if (strstr (text, "\xe2\x80") == NULL && strstr (text, "\xe2\x81") == NULL)
    return g_strdup (text);
  openings = g_array_new (FALSE, FALSE, sizeof (Opening));
  contained = g_string_new (NULL);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);
    Mark mark = get_mark (c);
    Opening opening = { contained->len, mark };

    if (mark == MARK_ENDS_PARAGRAPH)
      drop_openings (contained, openings);
    else if (mark == MARK_EMBEDS || mark == MARK_ISOLATES)
      g_array_append_val (openings, opening);
    else if (mark != MARK_NONE && !closes (openings, mark))
      continue;
    g_string_append_unichar (contained, c);
  }
  drop_openings (contained, openings);
  return g_string_free (contained, FALSE);
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
