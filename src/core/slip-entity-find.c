/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-entity-find.h"

#include "slip-release.h"
#include "slip-text.h"

#include <glib/gi18n-lib.h>

/* How many candidates an error lists. */
#define MAX_CANDIDATES 8

typedef struct {
  const SlipPlanState *state;
  char *key; /* what is looked for, folded */
  GPtrArray *found;
} Search;

static gboolean
is_key (const Search *search, const char *text)
{
  g_autofree char *folded = NULL;

  if (text == NULL)
    return FALSE;

  folded = slip_text_fold (text);
  return g_str_equal (folded, search->key);
}

/* Whether the key is @product, by either of its names, and @text. */
static gboolean
is_of_product (const Search *search, const SlipRow *product, const char *text)
{
  static const guint names[] = { SLIP_PRODUCT_NAME, SLIP_PRODUCT_SHORT_NAME };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    const char *name = slip_row_get_text (product, names[i]);
    g_autofree char *full = NULL;

    if (name == NULL || text == NULL)
      continue;
    full = g_strdup_printf ("%s %s", name, text);
    if (is_key (search, full))
      return TRUE;
  }
  return FALSE;
}

static gboolean
is_product_and_release (const Search *search, const SlipRow *release)
{
  const SlipRow *product =
    slip_plan_state_follow (search->state, release, SLIP_RELEASE_PRODUCT);

  return product != NULL &&
         (is_of_product (search, product,
                         slip_row_get_text (release, SLIP_RELEASE_VERSION)) ||
          is_of_product (search, product,
                         slip_row_get_text (release, SLIP_RELEASE_NAME)));
}

static gboolean
is_named (const Search *search, const SlipRow *row)
{
  SlipKind kind = slip_row_get_kind (row);
  int name = slip_schema_find_property (kind, "name");
  g_autofree char *title = NULL;

  if (name >= 0 && is_key (search, slip_row_get_text (row, (guint) name)))
    return TRUE;
  if (kind == SLIP_KIND_PRODUCT)
    return is_key (search, slip_row_get_text (row, SLIP_PRODUCT_SHORT_NAME));
  if (kind != SLIP_KIND_RELEASE)
    return FALSE;
  if (is_product_and_release (search, row))
    return TRUE;

  title = slip_release_dup_title (search->state, row);
  return is_key (search, title);
}

static void
match_row_cb (const SlipRow *row, gpointer data)
{
  const Search *search = data;

  if (slip_row_get_kind (row) == SLIP_KIND_RELEASE &&
      slip_release_is_deleted (row))
    return;
  if (is_named (search, row))
    g_ptr_array_add (search->found, (gpointer) row);
}

static void
set_ambiguous (const Search *search, const char *text, GError **error)
{
  g_autoptr (GString) list = g_string_new (NULL);

  for (guint i = 0; i < search->found->len && i < MAX_CANDIDATES; i++) {
    const SlipRow *row = search->found->pdata[i];
    g_autofree char *label = slip_entity_dup_label (search->state, row);

    g_string_append_printf (list, "\n  %s  %s", slip_row_get_id (row), label);
  }
  if (search->found->len > MAX_CANDIDATES)
    g_string_append (list, "\n  …");

  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_AMBIGUOUS,
               /* Translators: a name, and a list of ids with names. */
               _ ("“%s” may mean any of:%s"), text, list->str);
}

/* Whole sentences, as languages bend the words in them. */
static char *
dup_missing (SlipKind kind, const char *text)
{
  if (kind == SLIP_KIND_RELEASE)
    return g_strdup_printf (_ ("There is no release “%s”"), text);
  if (kind == SLIP_KIND_PRODUCT)
    return g_strdup_printf (_ ("There is no product “%s”"), text);
  if (kind == SLIP_KIND_PERSON)
    return g_strdup_printf (_ ("There is no person “%s”"), text);
  if (kind == SLIP_KIND_AUDIENCE)
    return g_strdup_printf (_ ("There is no audience “%s”"), text);
  if (kind == SLIP_KIND_FREEZE)
    return g_strdup_printf (_ ("There is no freeze “%s”"), text);
  if (kind == SLIP_KIND_KEY_DATE)
    return g_strdup_printf (_ ("There is no key date “%s”"), text);
  if (kind == SLIP_KIND_HOLIDAY)
    return g_strdup_printf (_ ("There is no holiday “%s”"), text);
  if (kind == SLIP_KIND_WORKING_CALENDAR)
    return g_strdup_printf (_ ("There is no calendar “%s”"), text);
  if (kind == SLIP_KIND_TEMPLATE)
    return g_strdup_printf (_ ("There is no template “%s”"), text);
  return g_strdup_printf (_ ("There is no “%s”"), text);
}

static void
set_missing (SlipKind kind, const char *text, GError **error)
{
  g_autofree char *message = dup_missing (kind, text);

  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                       message);
}

static gboolean
is_retired (const SlipRow *row)
{
  int property =
    slip_schema_find_property (slip_row_get_kind (row), "is_retired");

  return property >= 0 && slip_row_get_boolean (row, (guint) property);
}

/* Takes those out that are retired, if that leaves any. */
static void
prefer_offered (GPtrArray *found)
{
  guint n_offered = 0;

  for (guint i = 0; i < found->len; i++)
    if (!is_retired (found->pdata[i]))
      n_offered++;
  for (guint i = found->len; i > 0 && n_offered > 0; i--)
    if (is_retired (found->pdata[i - 1]))
      g_ptr_array_remove_index (found, i - 1);
}

/* @is_offered: whether what is retired counts only if there is nothing else */
static const SlipRow *
find (const SlipPlanState *state,
      SlipKind kind,
      const char *text,
      gboolean is_offered,
      GError **error)
{
  const SlipRow *row = slip_plan_state_get (state, kind, text);
  g_autoptr (GPtrArray) found = g_ptr_array_new ();
  g_autofree char *valid = g_utf8_make_valid (text, -1);
  g_autofree char *key = slip_text_fold (valid);
  Search search = { state, key, found };

  if (row != NULL)
    return row;

  /* Messages quote it. */
  text = valid;
  slip_plan_state_foreach (state, kind, match_row_cb, &search);
  if (is_offered)
    prefer_offered (found);
  if (found->len == 1)
    return found->pdata[0];

  if (found->len > 1)
    set_ambiguous (&search, text, error);
  else
    set_missing (kind, text, error);
  return NULL;
}

const SlipRow *
slip_entity_find (const SlipPlanState *state,
                  SlipKind kind,
                  const char *text,
                  GError **error)
{
  return find (state, kind, text, FALSE, error);
}

const SlipRow *
slip_entity_find_offered (const SlipPlanState *state,
                          SlipKind kind,
                          const char *text,
                          GError **error)
{
  const SlipRow *row = find (state, kind, text, TRUE, error);

  if (row == NULL || !is_retired (row))
    return row;

  g_autofree char *label = slip_entity_dup_label (state, row);
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
               /* Translators: the name of a person, a product or an audience
                * that is kept where it is used and offered no more. */
               _ ("“%s” is retired"), label);
  return NULL;
}
