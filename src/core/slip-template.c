/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template.h"

#include "slip-text.h"

#include <string.h>

char *
slip_template_fold (const char *text)
{
  g_autofree char *folded = slip_text_fold (text);

  return g_strdup (g_strstrip (folded));
}

/* By the rank of either, those without one last, then by id. */
static int
compare_ranks (const SlipRow *a, const SlipRow *b, guint property)
{
  const char *rank_a = slip_row_get_text (a, property);
  const char *rank_b = slip_row_get_text (b, property);

  if ((rank_a == NULL) != (rank_b == NULL))
    return rank_a == NULL ? 1 : -1;

  return g_strcmp0 (rank_a, rank_b);
}

int
slip_template_compare (const SlipRow *a, const SlipRow *b)
{
  gboolean is_general_a = slip_row_get_text (a, SLIP_TEMPLATE_PRODUCT) == NULL;
  gboolean is_general_b = slip_row_get_text (b, SLIP_TEMPLATE_PRODUCT) == NULL;
  const char *name_a = slip_row_get_text (a, SLIP_TEMPLATE_NAME);
  const char *name_b = slip_row_get_text (b, SLIP_TEMPLATE_NAME);
  int order;

  if (is_general_a != is_general_b)
    return is_general_a ? 1 : -1;

  order = compare_ranks (a, b, SLIP_TEMPLATE_RANK);
  if (order == 0)
    order = g_utf8_collate (name_a != NULL ? name_a : "",
                            name_b != NULL ? name_b : "");
  if (order == 0)
    order = g_strcmp0 (slip_row_get_id (a), slip_row_get_id (b));

  return order;
}

static int
compare_templates_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *const *row_a = a;
  const SlipRow *const *row_b = b;

  return slip_template_compare (*row_a, *row_b);
}

/* Parts of a template, which all have a rank. */
static int
compare_parts_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *const *row_a = a;
  const SlipRow *const *row_b = b;
  int rank = slip_schema_find_property (slip_row_get_kind (*row_a), "rank");
  int order = compare_ranks (*row_a, *row_b, (guint) rank);

  return order != 0
           ? order
           : g_strcmp0 (slip_row_get_id (*row_a), slip_row_get_id (*row_b));
}

static gboolean
is_for (const SlipRow *row, int tier, const char *product)
{
  gint64 own_tier = slip_row_get_integer (row, SLIP_TEMPLATE_TIER);
  const char *own_product = slip_row_get_text (row, SLIP_TEMPLATE_PRODUCT);

  return !slip_row_get_boolean (row, SLIP_TEMPLATE_IS_RETIRED) &&
         (tier == 0 || own_tier == 0 || own_tier == tier) &&
         (product == NULL || own_product == NULL ||
          g_str_equal (own_product, product));
}

GPtrArray *
slip_template_list (const SlipPlanState *state, int tier, const char *product)
{
  GPtrArray *templates = slip_plan_state_list (state, SLIP_KIND_TEMPLATE);

  for (guint i = templates->len; i > 0; i--)
    if (!is_for (templates->pdata[i - 1], tier, product))
      g_ptr_array_remove_index (templates, i - 1);

  g_ptr_array_sort (templates, compare_templates_cb);
  return templates;
}

static GPtrArray *
list_parts (const SlipPlanState *state, SlipKind kind, const char *template_id)
{
  GPtrArray *parts = slip_plan_state_list_owned (state, kind, template_id);

  g_ptr_array_sort (parts, compare_parts_cb);
  return parts;
}

GPtrArray *
slip_template_list_audiences (const SlipPlanState *state,
                              const char *template_id)
{
  return list_parts (state, SLIP_KIND_TEMPLATE_AUDIENCE, template_id);
}

GPtrArray *
slip_template_list_stages (const SlipPlanState *state, const char *template_id)
{
  return list_parts (state, SLIP_KIND_TEMPLATE_STAGE, template_id);
}

GPtrArray *
slip_template_list_items (const SlipPlanState *state,
                          const char *template_id,
                          const char *audience)
{
  g_autoptr (GPtrArray) items =
    list_parts (state, SLIP_KIND_TEMPLATE_ITEM, template_id);
  g_autoptr (GPtrArray) audiences =
    slip_template_list_audiences (state, template_id);
  GPtrArray *sorted =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);

  for (guint i = 0; i < audiences->len; i++) {
    const char *id = slip_row_get_id (audiences->pdata[i]);

    if (audience != NULL && !g_str_equal (id, audience))
      continue;
    for (guint j = 0; j < items->len; j++)
      if (g_strcmp0 (slip_row_get_text (items->pdata[j],
                                        SLIP_TEMPLATE_ITEM_AUDIENCE),
                     id) == 0)
        g_ptr_array_add (sorted, slip_row_ref (items->pdata[j]));
  }

  return sorted;
}

/* What a release has of a template. */
typedef struct {
  GHashTable *origins; /* ids of template_items */
  GHashTable *titles;  /* see dup_title_key() */
  GHashTable *spared;  /* ids of audiences that are not needed */
} Present;

static void
clear_present (Present *present)
{
  g_hash_table_unref (present->origins);
  g_hash_table_unref (present->titles);
  g_hash_table_unref (present->spared);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Present, clear_present)

static char *
dup_title_key (const char *audience, const char *title)
{
  g_autofree char *folded = slip_template_fold (title != NULL ? title : "");

  return g_strconcat (audience != NULL ? audience : "", " ", folded, NULL);
}

static void
note_item (Present *present, const SlipPlanState *state, const SlipRow *item)
{
  const SlipRow *checklist =
    slip_plan_state_follow (state, item, SLIP_ITEM_CHECKLIST);
  const char *origin = slip_row_get_text (item, SLIP_ITEM_ORIGIN);

  if (origin != NULL)
    g_hash_table_add (present->origins, g_strdup (origin));
  if (checklist != NULL)
    g_hash_table_add (
      present->titles,
      dup_title_key (slip_row_get_text (checklist, SLIP_CHECKLIST_AUDIENCE),
                     slip_row_get_text (item, SLIP_ITEM_TITLE)));
}

static void
find_present (Present *present, const SlipPlanState *state, const char *release)
{
  g_autoptr (GPtrArray) checklists =
    slip_plan_state_list_owned (state, SLIP_KIND_CHECKLIST, release);
  g_autoptr (GPtrArray) items =
    slip_plan_state_list_owned (state, SLIP_KIND_ITEM, release);

  present->origins =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  present->titles =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  present->spared =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; i < items->len; i++)
    note_item (present, state, items->pdata[i]);
  for (guint i = 0; i < checklists->len; i++) {
    const char *audience =
      slip_row_get_text (checklists->pdata[i], SLIP_CHECKLIST_AUDIENCE);

    if (audience != NULL && slip_row_get_boolean (checklists->pdata[i],
                                                  SLIP_CHECKLIST_IS_NOT_NEEDED))
      g_hash_table_add (present->spared, g_strdup (audience));
  }
}

static gboolean
is_present (const Present *present, const SlipRow *item, const char *audience)
{
  g_autofree char *key =
    dup_title_key (audience,
                   slip_row_get_text (item, SLIP_TEMPLATE_ITEM_TITLE));

  return g_hash_table_contains (present->origins, slip_row_get_id (item)) ||
         g_hash_table_contains (present->titles, key);
}

GPtrArray *
slip_template_list_missing (const SlipPlanState *state,
                            const char *template_id,
                            const char *release)
{
  GPtrArray *items = slip_template_list_items (state, template_id, NULL);
  GPtrArray *missing =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
  g_auto (Present) present = { NULL, NULL, NULL };

  find_present (&present, state, release);
  for (guint i = 0; i < items->len; i++) {
    const SlipRow *item = items->pdata[i];
    const SlipRow *part =
      slip_plan_state_follow (state, item, SLIP_TEMPLATE_ITEM_AUDIENCE);
    const SlipRow *audience =
      slip_plan_state_follow (state, part, SLIP_TEMPLATE_AUDIENCE_AUDIENCE);

    if (audience == NULL ||
        slip_row_get_boolean (audience, SLIP_AUDIENCE_IS_RETIRED) ||
        g_hash_table_contains (present.spared, slip_row_get_id (audience)) ||
        is_present (&present, item, slip_row_get_id (audience)))
      continue;
    g_ptr_array_add (missing, slip_row_ref (item));
  }

  g_ptr_array_unref (items);
  return missing;
}

GPtrArray *
slip_template_list_gained (const SlipPlanState *state, const char *release)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_RELEASE, release);
  const char *template_id =
    row != NULL ? slip_row_get_text (row, SLIP_RELEASE_TEMPLATE) : NULL;

  if (template_id == NULL || !slip_plan_state_is_loaded (state, release))
    return g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);

  return slip_template_list_missing (state, template_id, release);
}

typedef struct {
  char *role;
  const SlipRow *found;
} RoleSearch;

static int
compare_people (const SlipRow *a, const SlipRow *b)
{
  int order = g_strcmp0 (slip_row_get_text (a, SLIP_PERSON_NAME),
                         slip_row_get_text (b, SLIP_PERSON_NAME));

  return order != 0 ? order
                    : g_strcmp0 (slip_row_get_id (a), slip_row_get_id (b));
}

static void
find_role_cb (const SlipRow *person, gpointer data)
{
  RoleSearch *search = data;
  const char *role = slip_row_get_text (person, SLIP_PERSON_ROLE);
  g_autofree char *folded = NULL;

  if (role == NULL || slip_row_get_boolean (person, SLIP_PERSON_IS_RETIRED))
    return;

  folded = slip_template_fold (role);
  if (g_str_equal (folded, search->role) &&
      (search->found == NULL || compare_people (person, search->found) < 0))
    search->found = person;
}

const SlipRow *
slip_template_find_person (const SlipPlanState *state, const char *role)
{
  g_autofree char *folded = role != NULL ? slip_template_fold (role) : NULL;
  RoleSearch search = { folded, NULL };

  if (folded != NULL && *folded != '\0')
    slip_plan_state_foreach (state, SLIP_KIND_PERSON, find_role_cb, &search);

  return search.found;
}

static void
note_name_cb (const SlipRow *template_row, gpointer data)
{
  const char *name = slip_row_get_text (template_row, SLIP_TEMPLATE_NAME);

  if (name != NULL)
    g_hash_table_add (data, slip_template_fold (name));
}

/* The longest beginning of @name that leaves room for @ending. */
static char *
dup_numbered (const char *name, const char *ending)
{
  const SlipProperty *property =
    slip_schema_get_property (SLIP_KIND_TEMPLATE, SLIP_TEMPLATE_NAME);
  glong room = (glong) property->maximum - g_utf8_strlen (ending, -1);
  g_autofree char *beginning =
    g_utf8_substring (name, 0, MIN (g_utf8_strlen (name, -1), room));

  return g_strconcat (beginning, ending, NULL);
}

char *
slip_template_dup_free_name (const SlipPlanState *state, const char *name)
{
  g_autoptr (GHashTable) names =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *candidate = g_strdup (name);

  slip_plan_state_foreach (state, SLIP_KIND_TEMPLATE, note_name_cb, names);
  for (guint i = 2;; i++) {
    g_autofree char *folded = slip_template_fold (candidate);
    g_autofree char *ending = g_strdup_printf (" %u", i);

    if (!g_hash_table_contains (names, folded))
      return g_steal_pointer (&candidate);
    g_free (candidate);
    candidate = dup_numbered (name, ending);
  }
}

static void
let_go_of_stage (SlipEdit *edit, const SlipRow *item)
{
  const char *id = slip_row_get_id (item);

  slip_edit_set_integer (edit, SLIP_KIND_TEMPLATE_ITEM, id,
                         SLIP_TEMPLATE_ITEM_DUE_ANCHOR, SLIP_DUE_RELEASE);
  slip_edit_set_text (edit, SLIP_KIND_TEMPLATE_ITEM, id,
                      SLIP_TEMPLATE_ITEM_DUE_STAGE, NULL);
}

void
slip_template_let_go (SlipEdit *edit, SlipKind kind, const char *id)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *row = slip_plan_state_get (state, kind, id);
  g_autoptr (GPtrArray) items = NULL;
  guint property = kind == SLIP_KIND_TEMPLATE_STAGE
                     ? SLIP_TEMPLATE_ITEM_DUE_STAGE
                     : SLIP_TEMPLATE_ITEM_AUDIENCE;

  if (row == NULL)
    return;

  items = slip_plan_state_list_owned (state, SLIP_KIND_TEMPLATE_ITEM,
                                      slip_row_get_owner (row));
  for (guint i = 0; i < items->len; i++) {
    const SlipRow *item = items->pdata[i];

    if (g_strcmp0 (slip_row_get_text (item, property), id) != 0)
      continue;
    if (kind == SLIP_KIND_TEMPLATE_STAGE)
      let_go_of_stage (edit, item);
    else
      slip_edit_delete (edit, SLIP_KIND_TEMPLATE_ITEM, slip_row_get_id (item));
  }
}

void
slip_template_take_launch (SlipEdit *edit, const char *stage)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *row =
    slip_plan_state_get (state, SLIP_KIND_TEMPLATE_STAGE, stage);
  g_autoptr (GPtrArray) stages = NULL;

  if (row == NULL || !slip_row_get_boolean (row, SLIP_TEMPLATE_STAGE_IS_LAUNCH))
    return;

  stages = slip_plan_state_list_owned (state, SLIP_KIND_TEMPLATE_STAGE,
                                       slip_row_get_owner (row));
  for (guint i = 0; i < stages->len; i++)
    if (!g_str_equal (slip_row_get_id (stages->pdata[i]), stage))
      slip_edit_set_integer (edit, SLIP_KIND_TEMPLATE_STAGE,
                             slip_row_get_id (stages->pdata[i]),
                             SLIP_TEMPLATE_STAGE_IS_LAUNCH, FALSE);
}
