/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-checklist.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "slip-audience.h"
#include "slip-release.h"

/* Where the audience of @checklist comes in the order of telling. */
static guint
find_place (const GPtrArray *audiences, const SlipRow *checklist)
{
  const char *audience = slip_row_get_text (checklist, SLIP_CHECKLIST_AUDIENCE);
  guint i = 0;

  while (i < audiences->len &&
         g_strcmp0 (slip_row_get_id (audiences->pdata[i]), audience) != 0)
    i++;

  return i;
}

static int
compare_checklists_cb (gconstpointer a, gconstpointer b, gpointer audiences)
{
  const SlipRow *row_a = *(const SlipRow *const *) a;
  const SlipRow *row_b = *(const SlipRow *const *) b;
  guint place_a = find_place (audiences, row_a);
  guint place_b = find_place (audiences, row_b);

  return place_a != place_b
           ? (place_a > place_b) - (place_a < place_b)
           : strcmp (slip_row_get_id (row_a), slip_row_get_id (row_b));
}

GPtrArray *
slip_checklist_list (const SlipPlanState *state, const char *release)
{
  GPtrArray *checklists =
    slip_plan_state_list_owned (state, SLIP_KIND_CHECKLIST, release);
  g_autoptr (GPtrArray) audiences = slip_audience_list (state);

  g_ptr_array_sort_with_data (checklists, compare_checklists_cb, audiences);
  return checklists;
}

static int
compare_items_cb (gconstpointer a, gconstpointer b)
{
  const SlipRow *row_a = *(const SlipRow *const *) a;
  const SlipRow *row_b = *(const SlipRow *const *) b;
  const char *rank_a = slip_row_get_text (row_a, SLIP_ITEM_RANK);
  const char *rank_b = slip_row_get_text (row_b, SLIP_ITEM_RANK);
  int order = (rank_a == NULL) - (rank_b == NULL);

  if (order == 0)
    order = g_strcmp0 (rank_a, rank_b);
  return order != 0 ? order
                    : strcmp (slip_row_get_id (row_a), slip_row_get_id (row_b));
}

GPtrArray *
slip_checklist_list_items (const SlipPlanState *state,
                           const char *release,
                           const char *checklist)
{
  g_autoptr (GPtrArray) all =
    slip_plan_state_list_owned (state, SLIP_KIND_ITEM, release);
  GPtrArray *items =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);

  for (guint i = 0; i < all->len; i++)
    if (checklist == NULL ||
        g_strcmp0 (slip_row_get_text (all->pdata[i], SLIP_ITEM_CHECKLIST),
                   checklist) == 0)
      g_ptr_array_add (items, slip_row_ref (all->pdata[i]));

  g_ptr_array_sort (items, compare_items_cb);
  return items;
}

GPtrArray *
slip_checklist_list_missing (const SlipPlanState *state, const char *release)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (state, release);
  GPtrArray *audiences = slip_audience_list (state);

  for (guint i = audiences->len; i > 0; i--) {
    const SlipRow *audience = audiences->pdata[i - 1];

    if (slip_row_get_boolean (audience, SLIP_AUDIENCE_IS_RETIRED) ||
        (summary != NULL &&
         slip_release_summary_find (summary, slip_row_get_id (audience)) !=
           NULL))
      g_ptr_array_remove_index (audiences, i - 1);
  }

  return audiences;
}

static gboolean
check_checklist (const SlipPlanState *state,
                 const SlipRow *checklist,
                 GError **error)
{
  const char *audience = slip_row_get_text (checklist, SLIP_CHECKLIST_AUDIENCE);
  g_autoptr (GPtrArray) all =
    slip_plan_state_list_owned (state, SLIP_KIND_CHECKLIST,
                                slip_row_get_owner (checklist));

  for (guint i = 0; audience != NULL && i < all->len; i++) {
    const SlipRow *other = all->pdata[i];

    if (g_strcmp0 (slip_row_get_id (other), slip_row_get_id (checklist)) == 0 ||
        g_strcmp0 (slip_row_get_text (other, SLIP_CHECKLIST_AUDIENCE),
                   audience) != 0)
      continue;
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                         _ ("The release has a checklist for this audience "
                            "already"));
    return FALSE;
  }

  return TRUE;
}

static gboolean
check_item (const SlipPlanState *state, const SlipRow *item, GError **error)
{
  const SlipRow *checklist =
    slip_plan_state_follow (state, item, SLIP_ITEM_CHECKLIST);

  if (checklist == NULL || g_strcmp0 (slip_row_get_owner (checklist),
                                      slip_row_get_owner (item)) == 0)
    return TRUE;

  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                       _ ("An item must lie in a checklist of its own "
                          "release"));
  return FALSE;
}

gboolean
slip_checklist_check (const SlipPlanState *state,
                      const SlipRow *row,
                      GError **error)
{
  if (slip_row_get_kind (row) == SLIP_KIND_CHECKLIST)
    return check_checklist (state, row, error);
  if (slip_row_get_kind (row) == SLIP_KIND_ITEM)
    return check_item (state, row, error);

  return TRUE;
}

gboolean
slip_item_is_overdue (const SlipRow *item, SlipDate today)
{
  SlipDate due = slip_row_get_date (item, SLIP_ITEM_DUE_DATE);

  return slip_date_is_set (due) && slip_date_is_before (due, today) &&
         !slip_item_state_is_closed (
           slip_row_get_integer (item, SLIP_ITEM_STATE));
}

gboolean
slip_item_lacks_evidence (const SlipRow *item)
{
  return slip_row_get_boolean (item, SLIP_ITEM_NEEDS_EVIDENCE) &&
         slip_row_get_text (item, SLIP_ITEM_EVIDENCE) == NULL;
}

char *
slip_checklist_dup_title (const SlipPlanState *state, const SlipRow *checklist)
{
  const SlipRow *release = slip_plan_state_get (state, SLIP_KIND_RELEASE,
                                                slip_row_get_owner (checklist));
  const SlipRow *audience =
    slip_plan_state_follow (state, checklist, SLIP_CHECKLIST_AUDIENCE);
  g_autofree char *title =
    release != NULL ? slip_release_dup_short_title (state, release) : NULL;

  if (title == NULL || audience == NULL)
    return g_strdup (title != NULL ? title : _ ("A checklist"));

  /* Translators: a release and an audience: 'Mobile 4.2, Sales'. */
  return g_strdup_printf (_ ("%s, %s"), title,
                          slip_row_get_text (audience, SLIP_AUDIENCE_NAME));
}
