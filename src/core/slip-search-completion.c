/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-search-completion.h"

#include "slip-search-marks.h"
#include "slip-search-query.h"

#include <string.h>

static const struct {
  const char *key;
  SlipKind kind;
  guint property;
  guint is_retired;
} named[] = {
  { "owner:", SLIP_KIND_PERSON, SLIP_PERSON_NAME, SLIP_PERSON_IS_RETIRED },
  { "product:", SLIP_KIND_PRODUCT, SLIP_PRODUCT_NAME, SLIP_PRODUCT_IS_RETIRED },
  { "audience:", SLIP_KIND_AUDIENCE, SLIP_AUDIENCE_NAME,
    SLIP_AUDIENCE_IS_RETIRED },
};

const char *
slip_search_complete_get_last (const char *query)
{
  const char *last = query;
  gboolean is_quoted = FALSE;

  for (const char *p = query; *p != '\0'; p = g_utf8_next_char (p)) {
    if (*p == '"')
      is_quoted = !is_quoted;
    else if (!is_quoted && g_unichar_isspace (g_utf8_get_char (p)))
      last = g_utf8_next_char (p);
  }
  return last;
}

/* @text with @last, which it ends with, replaced. */
static char *
replace_last (const char *text,
              const char *last,
              const char *key,
              const char *value)
{
  g_autofree char *start = g_strndup (text, (gsize) (last - text));
  gboolean has_space = strpbrk (value, " \t") != NULL;

  return g_strconcat (start, key, has_space ? "\"" : "", value,
                      has_space ? "\"" : "", NULL);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/* The names that have what was typed of them. */
static GPtrArray *
list_names (const SlipPlanState *state, guint i, const char *typed)
{
  g_autoptr (GPtrArray) rows = slip_plan_state_list (state, named[i].kind);
  g_autoptr (GPtrArray) terms = slip_search_terms_new (typed, TRUE);
  guint all = slip_search_marks_get_all (terms);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (guint k = 0; k < rows->len; k++) {
    const char *name = slip_row_get_text (rows->pdata[k], named[i].property);

    if (name != NULL && strchr (name, '"') == NULL &&
        !slip_row_get_boolean (rows->pdata[k], named[i].is_retired) &&
        slip_search_marks_find_terms (name, terms) == all)
      g_ptr_array_add (names, g_strdup (name));
  }
  g_ptr_array_sort (names, compare_names);
  return names;
}

static void
complete_name (const SlipPlanState *state,
               const char *text,
               const char *last,
               guint i,
               GPtrArray *queries)
{
  g_autofree char *typed = g_strdup (last + strlen (named[i].key));
  g_autoptr (GPtrArray) names =
    list_names (state, i, g_strdelimit (typed, "\"", ' '));

  for (guint k = 0; k < names->len; k++)
    g_ptr_array_add (queries,
                     replace_last (text, last, named[i].key, names->pdata[k]));
}

static void
complete_filter (const char *text, const char *last, GPtrArray *queries)
{
  const char *const *filters = slip_search_query_list_filters ();

  for (guint i = 0; filters[i] != NULL; i++)
    if (g_ascii_strncasecmp (filters[i], last, strlen (last)) == 0 &&
        strlen (filters[i]) > strlen (last))
      g_ptr_array_add (queries, replace_last (text, last, filters[i], ""));
}

GStrv
slip_search_complete (const SlipPlanState *state, const char *text, guint n)
{
  g_autoptr (GPtrArray) queries = g_ptr_array_new_with_free_func (g_free);
  const char *last = slip_search_complete_get_last (text);
  gboolean is_named = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (g_ascii_strncasecmp (last, named[i].key, strlen (named[i].key)) == 0) {
      complete_name (state, text, last, i, queries);
      is_named = TRUE;
    }
  if (!is_named)
    complete_filter (text, last, queries);
  /* What is there already is no completion. */
  for (guint i = queries->len; i > 0; i--)
    if (g_str_equal (queries->pdata[i - 1], text))
      g_ptr_array_remove_index (queries, i - 1);
  g_ptr_array_set_size (queries, (int) MIN (queries->len, n));
  g_ptr_array_add (queries, NULL);
  return (GStrv) g_ptr_array_free (g_steal_pointer (&queries), FALSE);
}
