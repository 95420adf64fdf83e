/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-command-rank.h"

#include "slip-search-marks.h"
#include "slip-text.h"

#include <string.h>

#define RANK_SAME    6000
#define RANK_BEGINS  5000
#define RANK_WORDS   4000
#define RANK_INITIAL 3000
#define RANK_GROUP   2000
#define RANK_LETTERS 1000

/* Less than the distance between two ways of being meant. */
#define MAX_LENGTH 900

/* @text in small letters, without accents and all but letters, digits and
 * single spaces. */
static char *
simplify (const char *text)
{
  g_autofree char *folded = slip_text_fold (text);
  GString *simple = g_string_new (NULL);

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p)) {
    gunichar c = g_utf8_get_char (p);

    if (g_unichar_isalnum (c))
      g_string_append_unichar (simple, c);
    else if (!g_unichar_ismark (c) && simple->len > 0 &&
             simple->str[simple->len - 1] != ' ')
      g_string_append_c (simple, ' ');
  }
  return g_strchomp (g_string_free (simple, FALSE));
}

static char *
dup_initials (const char *simple)
{
  GString *initials = g_string_new (NULL);
  gboolean is_start = TRUE;

  for (const char *p = simple; *p != '\0'; p = g_utf8_next_char (p)) {
    if (is_start)
      g_string_append_unichar (initials, g_utf8_get_char (p));
    is_start = *p == ' ';
  }
  return g_string_free (initials, FALSE);
}

/* Whether the letters of @letters are in @text in their order. */
static gboolean
has_letters (const char *text, const char *letters)
{
  const char *wanted = letters;

  for (const char *p = text; *p != '\0' && *wanted != '\0';
       p = g_utf8_next_char (p)) {
    while (*wanted == ' ')
      wanted++;
    if (g_utf8_get_char (p) == g_utf8_get_char (wanted))
      wanted = g_utf8_next_char (wanted);
  }
  return *wanted == '\0';
}

static gboolean
has_terms (const char *text, GPtrArray *terms)
{
  return terms->len > 0 && slip_search_marks_find_terms (text, terms) ==
                             slip_search_marks_get_all (terms);
}

int
slip_command_rank (const char *title, const char *group, const char *typed)
{
  g_autofree char *simple = simplify (title);
  g_autofree char *wanted = simplify (typed);
  g_autofree char *initials = dup_initials (simple);
  g_autofree char *whole = g_strconcat (group ? group : "", " ", title, NULL);
  g_autoptr (GPtrArray) terms = slip_search_terms_new (typed, TRUE);
  /* Of two that are meant alike, the shorter is meant. */
  int rest = MAX_LENGTH - (int) MIN (strlen (simple), MAX_LENGTH - 1);

  if (*wanted == '\0')
    return rest;
  if (g_str_equal (simple, wanted))
    return RANK_SAME + rest;
  if (g_str_has_prefix (simple, wanted))
    return RANK_BEGINS + rest;
  if (has_terms (title, terms))
    return RANK_WORDS + rest;
  if (g_str_has_prefix (initials, wanted))
    return RANK_INITIAL + rest;
  if (has_terms (whole, terms))
    return RANK_GROUP + rest;
  return g_utf8_strlen (wanted, -1) > 1 && has_letters (simple, wanted)
           ? RANK_LETTERS + rest
           : 0;
}
