/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-search-query.h"

#include "slip-search-text.h"
#include "slip-typed-date.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char *const filters[] = {
  "owner:",     "product:",   "audience:", "before:",
  "is:unowned", "is:overdue", NULL,
};

const char *const *
slip_search_query_list_filters (void)
{
  return filters;
}

static void
term_free (SlipSearchTerm *term)
{
  g_free (term->text);
  g_free (term);
}

static gboolean
has_word (const char *text, gsize length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (g_unichar_isalnum (g_utf8_get_char (p)))
      return TRUE;

  return FALSE;
}

static void
add_term (GPtrArray *terms,
          const char *start,
          const char *end,
          gboolean is_paired,
          gboolean is_prefix)
{
  gsize length = (gsize) (end - start);
  SlipSearchTerm *term = NULL;

  if (terms->len >= SLIP_SEARCH_MAX_TERMS || !has_word (start, length))
    return;
  term = g_new0 (SlipSearchTerm, 1);
  term->text = g_strndup (start, length);
  term->is_paired = is_paired;
  term->is_prefix = is_prefix;
  g_ptr_array_add (terms, term);
}

/* The end of the part at @p that is all of one way of searching. */
static const char *
find_part_end (const char *p, const char *end, gboolean *is_paired)
{
  *is_paired = slip_search_text_is_paired (g_utf8_get_char (p));
  while (p < end &&
         slip_search_text_is_paired (g_utf8_get_char (p)) == *is_paired)
    p = g_utf8_next_char (p);
  return p;
}

/* Adds what is between @start and @end, one word or words that belong
 * together. */
static void
add_words (GPtrArray *terms,
           const char *start,
           const char *end,
           gboolean is_prefix)
{
  while (start < end) {
    gboolean is_paired;
    const char *part = find_part_end (start, end, &is_paired);

    add_term (terms, start, part, is_paired, is_prefix);
    start = part;
  }
}

static gboolean
is_space (const char *p)
{
  return g_unichar_isspace (g_utf8_get_char (p));
}

static const char *
skip_spaces (const char *p)
{
  while (*p != '\0' && is_space (p))
    p = g_utf8_next_char (p);
  return p;
}

static const char *
find_space (const char *p)
{
  while (*p != '\0' && !is_space (p))
    p = g_utf8_next_char (p);
  return p;
}

static GPtrArray *
new_terms (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) term_free);
}

GPtrArray *
slip_search_terms_new (const char *text, gboolean is_prefix)
{
  g_autofree char *composed =
    g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GPtrArray *terms = new_terms ();

  if (composed == NULL)
    return terms;
  for (const char *p = skip_spaces (composed); *p != '\0';) {
    const char *end = find_space (p);

    add_words (terms, p, end, is_prefix);
    p = skip_spaces (end);
  }
  return terms;
}

static gboolean
set_error (GError **error, char *message)
{
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                       message);
  g_free (message);
  return FALSE;
}

static gboolean
add_name (GPtrArray *names, const char *key, const char *value, GError **error)
{
  if (!has_word (value, strlen (value)))
    return set_error (error, g_strdup_printf (
                               /* Translators: the name of a filter */
                               _ ("“%s:” takes a name"), key));
  g_ptr_array_add (names, g_strdup (value));
  return TRUE;
}

static gboolean
take_before (SlipSearchQuery *self,
             const char *value,
             SlipDate today,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  SlipPlannedDate planned = slip_typed_date_parse (value, today, &local_error);

  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  if (!slip_date_is_set (planned.date))
    return set_error (error, g_strdup (_ ("“before:” takes a date")));
  self->before = planned.date;
  return TRUE;
}

static gboolean
take_is (SlipSearchQuery *self, const char *value, GError **error)
{
  if (g_ascii_strcasecmp (value, "unowned") == 0)
    self->is_unowned = TRUE;
  else if (g_ascii_strcasecmp (value, "overdue") == 0)
    self->is_overdue = TRUE;
  else
    return set_error (error, g_strdup (_ ("“is:” takes “unowned” or "
                                          "“overdue”")));
  return TRUE;
}

static gboolean
take_filter (SlipSearchQuery *self,
             const char *key,
             const char *value,
             SlipDate today,
             GError **error)
{
  if (g_str_equal (key, "owner"))
    return add_name (self->owners, key, value, error);
  if (g_str_equal (key, "product"))
    return add_name (self->products, key, value, error);
  if (g_str_equal (key, "audience"))
    return add_name (self->audiences, key, value, error);
  if (g_str_equal (key, "before"))
    return take_before (self, value, today, error);
  if (g_str_equal (key, "is"))
    return take_is (self, value, error);
  return set_error (
    error,
    g_strdup_printf (_ ("There is no filter “%s:”; there are %s. Put it in "
                        "quotes to look for it as text"),
                     key,
                     "owner:, product:, audience:, before:, is:unowned, "
                     "is:overdue"));
}

static gboolean
is_known (const char *key)
{
  for (guint i = 0; filters[i] != NULL; i++)
    if (g_str_has_prefix (filters[i], key) && filters[i][strlen (key)] == ':')
      return TRUE;

  return FALSE;
}

/* The name of the filter at @p, in small letters, or %NULL if there is none:
 * neither '10:30' nor 'https://…', nor 'Note: …'. */
static char *
dup_key (const char *p)
{
  gsize n = 0;
  g_autofree char *key = NULL;

  while (g_ascii_isalpha (p[n]))
    n++;
  if (n < 2 || p[n] != ':')
    return NULL;
  key = g_ascii_strdown (p, (gssize) n);
  if (!is_known (key) &&
      (p[n + 1] == '\0' || p[n + 1] == '/' || is_space (p + n + 1)))
    return NULL;
  return g_steal_pointer (&key);
}

/* Reads what is at *@p, in quotes or up to a space.  Quotes may still be
 * open. */
static char *
read_value (const char **p)
{
  const char *start = *p;
  const char *end;

  if (*start != '"') {
    *p = find_space (start);
    return g_strndup (start, (gsize) (*p - start));
  }
  end = strchr (start + 1, '"');
  *p = end != NULL ? end + 1 : start + strlen (start);
  return end != NULL ? g_strndup (start + 1, (gsize) (end - start - 1))
                     : g_strdup (start + 1);
}

static gboolean
read_part (SlipSearchQuery *self,
           const char **p,
           SlipDate today,
           GError **error)
{
  g_autofree char *key = dup_key (*p);
  g_autofree char *value = NULL;
  gboolean is_quoted;

  if (key != NULL)
    *p += strlen (key) + 1;
  is_quoted = **p == '"' && strchr (*p + 1, '"') != NULL;
  value = read_value (p);
  if (key != NULL)
    return take_filter (self, key, value, today, error);
  add_words (self->terms, value, value + strlen (value), !is_quoted);
  return TRUE;
}

SlipSearchQuery *
slip_search_query_parse (const char *text, SlipDate today, GError **error)
{
  g_autoptr (SlipSearchQuery) self = g_new0 (SlipSearchQuery, 1);
  g_autofree char *composed =
    g_utf8_normalize (text, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  const char *p = composed != NULL ? composed : "";

  self->terms = new_terms ();
  self->owners = g_ptr_array_new_with_free_func (g_free);
  self->products = g_ptr_array_new_with_free_func (g_free);
  self->audiences = g_ptr_array_new_with_free_func (g_free);
  self->before = SLIP_DATE_NONE;
  for (p = skip_spaces (p); *p != '\0'; p = skip_spaces (p))
    if (!read_part (self, &p, today, error))
      return NULL;
  return g_steal_pointer (&self);
}

void
slip_search_query_free (SlipSearchQuery *self)
{
  g_ptr_array_unref (self->terms);
  g_ptr_array_unref (self->owners);
  g_ptr_array_unref (self->products);
  g_ptr_array_unref (self->audiences);
  g_free (self);
}

gboolean
slip_search_query_has_filter (const SlipSearchQuery *self)
{
  return self->owners->len > 0 || self->products->len > 0 ||
         self->audiences->len > 0 || slip_date_is_set (self->before) ||
         self->is_unowned || self->is_overdue;
}

gboolean
slip_search_query_is_empty (const SlipSearchQuery *self)
{
  return self->terms->len == 0 && !slip_search_query_has_filter (self);
}
