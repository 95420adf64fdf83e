/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-search-marks.h"

#include "slip-search-text.h"

#include <string.h>

#define ELLIPSIS "…"

/* The longest decomposition of a character. */
#define MAX_DECOMPOSED 18

typedef enum {
  SPACE, /* any number of characters that belong to no word */
  WORD,
  PAIRED,
} CharClass;

/* A character as it is compared, and where it is from. */
typedef struct {
  gunichar c;
  guint start;
  guint end;
  CharClass class_;
} Folded;

static Folded *
get_last (GArray *folded)
{
  return folded->len > 0 ? &g_array_index (folded, Folded, folded->len - 1)
                         : NULL;
}

/* A mark goes with the character that it is on. */
static void
append_char (GArray *folded, gunichar c, guint start, guint end)
{
  Folded *last = get_last (folded);
  Folded next = { c, start, end, WORD };

  if (g_unichar_ismark (c)) {
    if (last != NULL)
      last->end = end;
    return;
  }
  if (slip_search_text_is_paired (c))
    next.class_ = PAIRED;
  else if (!g_unichar_isalnum (c))
    next.class_ = SPACE;
  if (next.class_ == SPACE && (last == NULL || last->class_ == SPACE))
    return;
  next.c = next.class_ == SPACE ? ' ' : g_unichar_tolower (c);
  g_array_append_val (folded, next);
}

static void
append_decomposed (GArray *folded, gunichar c, guint start, guint end)
{
  gunichar parts[MAX_DECOMPOSED];
  gsize n;

  /* Pairs are compared as they are written: 'ガ' is not 'カ'. */
  if (c < 0x80 || slip_search_text_is_paired (c)) {
    append_char (folded, c, start, end);
    return;
  }
  n = g_unichar_fully_decompose (c, FALSE, parts, MAX_DECOMPOSED);
  for (gsize i = 0; i < n; i++)
    append_char (folded, parts[i], start, end);
}

static GArray *
fold (const char *text)
{
  GArray *folded = g_array_new (FALSE, FALSE, sizeof (Folded));
  const char *next;

  for (const char *p = text; *p != '\0'; p = next) {
    next = g_utf8_next_char (p);
    append_decomposed (folded, g_utf8_get_char (p), (guint) (p - text),
                       (guint) (next - text));
  }
  return folded;
}

static GArray *
fold_term (const SlipSearchTerm *term)
{
  GArray *folded = fold (term->text);
  const Folded *last = get_last (folded);

  if (last != NULL && last->class_ == SPACE)
    g_array_set_size (folded, folded->len - 1);
  return folded;
}

static gboolean
is_class (GArray *folded, guint i, CharClass class_)
{
  return i < folded->len && g_array_index (folded, Folded, i).class_ == class_;
}

/* Whether @term lies in @text at @i. */
static gboolean
is_at (GArray *text, guint i, GArray *term, gboolean is_prefix)
{
  if (is_class (text, i, WORD) && i > 0 && is_class (text, i - 1, WORD))
    return FALSE;
  for (guint j = 0; j < term->len; j++)
    if (i + j >= text->len || g_array_index (text, Folded, i + j).c !=
                                g_array_index (term, Folded, j).c)
      return FALSE;
  i += term->len;
  return is_prefix || !is_class (text, i - 1, WORD) ||
         !is_class (text, i, WORD);
}

static void
mark_term (GArray *text,
           const SlipSearchTerm *term,
           guint bit,
           guint *found,
           GArray *marks)
{
  g_autoptr (GArray) folded = fold_term (term);

  for (guint i = 0; folded->len > 0 && i + folded->len <= text->len; i++) {
    SlipSearchMark mark;

    if (!is_at (text, i, folded, term->is_prefix))
      continue;
    *found |= bit;
    if (marks == NULL)
      return;
    mark.start = g_array_index (text, Folded, i).start;
    mark.end = g_array_index (text, Folded, i + folded->len - 1).end;
    g_array_append_val (marks, mark);
  }
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const SlipSearchMark *mark_a = a;
  const SlipSearchMark *mark_b = b;

  return (mark_a->start > mark_b->start) - (mark_a->start < mark_b->start);
}

/* Makes one of marks that overlap or touch. */
static void
merge_marks (GArray *marks)
{
  guint n = 0;

  g_array_sort (marks, compare_marks);
  for (guint i = 0; i < marks->len; i++) {
    SlipSearchMark mark = g_array_index (marks, SlipSearchMark, i);
    SlipSearchMark *last =
      n > 0 ? &g_array_index (marks, SlipSearchMark, n - 1) : NULL;

    if (last != NULL && mark.start <= last->end)
      last->end = MAX (last->end, mark.end);
    else
      g_array_index (marks, SlipSearchMark, n++) = mark;
  }
  g_array_set_size (marks, n);
}

static guint
find_all (const char *text, const GPtrArray *terms, GArray *marks)
{
  g_autoptr (GArray) folded = text != NULL ? fold (text) : NULL;
  guint found = 0;

  for (guint i = 0; folded != NULL && i < terms->len; i++)
    mark_term (folded, terms->pdata[i], 1u << i, &found, marks);
  return found;
}

GArray *
slip_search_marks_find (const char *text, const GPtrArray *terms, guint *found)
{
  GArray *marks = g_array_new (FALSE, FALSE, sizeof (SlipSearchMark));
  guint bits = find_all (text, terms, marks);

  if (found != NULL)
    *found = bits;
  merge_marks (marks);
  return marks;
}

guint
slip_search_marks_find_terms (const char *text, const GPtrArray *terms)
{
  return find_all (text, terms, NULL);
}

guint
slip_search_marks_get_all (const GPtrArray *terms)
{
  return terms->len >= 32 ? G_MAXUINT32 : (1u << terms->len) - 1;
}

static gboolean
is_blank (const char *p)
{
  return g_unichar_isspace (g_utf8_get_char (p));
}

/* Where a line of @n_chars begins that has what is at @mark in its first
 * third, at the beginning of a word if there is one before it. */
static const char *
find_start (const char *text, const char *mark, guint n_chars)
{
  const char *start = mark;

  for (guint i = 0; i < n_chars / 3 && start > text; i++)
    start = g_utf8_prev_char (start);
  if (start == text)
    return start;
  for (const char *p = start; p < mark; p = g_utf8_next_char (p))
    if (is_blank (p))
      return g_utf8_next_char (p);
  return start;
}

static const char *
find_end (const char *start, const char *mark, guint n_chars)
{
  const char *end = start;

  for (guint i = 0; i < n_chars && *end != '\0'; i++)
    end = g_utf8_next_char (end);
  if (*end == '\0')
    return end;
  for (const char *p = end; p > mark; p = g_utf8_prev_char (p))
    if (is_blank (p))
      return p;
  return end;
}

char *
slip_search_marks_cut (const char *text,
                       const GPtrArray *terms,
                       guint n_chars,
                       GArray **marks)
{
  guint found = 0;
  g_autoptr (GArray) all = slip_search_marks_find (text, terms, &found);
  g_autofree char *line = NULL;
  const SlipSearchMark *first = &g_array_index (all, SlipSearchMark, 0);
  const char *start;
  const char *end;
  char *cut = NULL;

  *marks = NULL;
  if (all->len == 0)
    return NULL;
  start = find_start (text, text + first->start, n_chars);
  end = find_end (start, text + first->end, n_chars);
  line = g_strndup (start, (gsize) (end - start));
  g_strdelimit (line, "\n\r\t", ' ');
  cut = g_strconcat (start > text ? ELLIPSIS : "", line,
                     *end != '\0' ? ELLIPSIS : "", NULL);
  *marks = slip_search_marks_find (cut, terms, NULL);
  return cut;
}
