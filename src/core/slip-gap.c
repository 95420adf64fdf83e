/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gap.h"

#include "slip-audience.h"
#include "slip-checklist.h"
#include "slip-knowledge.h"
#include "slip-release-index.h"

void
slip_gap_free (SlipGap *self)
{
  slip_row_unref (self->release);
  g_clear_pointer (&self->item, slip_row_unref);
  g_free (self->checklist);
  g_free (self->audience);
  g_free (self->owner);
  g_free (self);
}

static gboolean
lacks (const SlipRow *release, SlipGapType type)
{
  if (type == SLIP_GAP_OWNER)
    return slip_row_get_text (release, SLIP_RELEASE_OWNER) == NULL;

  return slip_row_get_text (release, SLIP_RELEASE_MARKET_OWNER) == NULL;
}

/* @summary: (nullable): of @release, which is open. */
static SlipGapCount
count_gaps (const SlipRow *release,
            const SlipReleaseSummary *summary,
            SlipDate today)
{
  SlipReadinessTotal total = slip_release_summary_total (summary, today);

  return (SlipGapCount){
    .n_unowned = total.n_unowned + (lacks (release, SLIP_GAP_OWNER) ? 1 : 0) +
                 (lacks (release, SLIP_GAP_MARKET_OWNER) ? 1 : 0),
    .n_overdue = total.n_overdue,
  };
}

SlipGapCount
slip_gap_count (const SlipPlanState *state,
                const SlipRow *release,
                SlipDate today)
{
  g_autoptr (SlipReleaseSummary) summary = NULL;

  if (!slip_release_is_open (release))
    return (SlipGapCount){ 0, 0 };

  summary = slip_plan_state_get_summary (state, slip_row_get_id (release));
  return count_gaps (release, summary, today);
}

typedef struct {
  const SlipPlanState *state;
  SlipDate today;
  SlipGapTotals *totals;
} Sum;

static void
add_to_audience (GHashTable *not_ready, const SlipChecklistSummary *checklist)
{
  gpointer n = g_hash_table_lookup (not_ready, checklist->audience);
  gboolean is_gap = slip_checklist_summary_is_gap (checklist);

  if (is_gap || !g_hash_table_contains (not_ready, checklist->audience))
    g_hash_table_replace (not_ready, g_strdup (checklist->audience),
                          GUINT_TO_POINTER (GPOINTER_TO_UINT (n) +
                                            (is_gap ? 1 : 0)));
}

static void
sum_release_cb (const SlipRow *release, gpointer data)
{
  Sum *sum = data;
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (sum->state, slip_row_get_id (release));
  SlipGapCount count = count_gaps (release, summary, sum->today);

  sum->totals->count.n_unowned += count.n_unowned;
  sum->totals->count.n_overdue += count.n_overdue;
  sum->totals->n_wrong += slip_knowledge_count_wrong (sum->state, release);
  for (guint i = 0; summary != NULL && i < summary->checklists->len; i++) {
    const SlipChecklistSummary *checklist = summary->checklists->pdata[i];

    if (checklist->audience != NULL && !checklist->is_not_needed)
      add_to_audience (sum->totals->not_ready, checklist);
  }
}

SlipGapTotals *
slip_gap_totals_new (const SlipPlanState *state, SlipDate today)
{
  SlipGapTotals *self = g_new0 (SlipGapTotals, 1);
  Sum sum = { state, today, self };

  self->not_ready =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  slip_release_index_foreach_open (slip_plan_state_get_index (state),
                                   sum_release_cb, &sum);
  return self;
}

void
slip_gap_totals_free (SlipGapTotals *self)
{
  g_hash_table_unref (self->not_ready);
  g_free (self);
}

gboolean
slip_gap_is_not_ready (const SlipPlanState *state,
                       const SlipRow *release,
                       const char *audience)
{
  g_autoptr (SlipReleaseSummary) summary = NULL;
  const SlipChecklistSummary *checklist;

  if (!slip_release_is_open (release))
    return FALSE;

  summary = slip_plan_state_get_summary (state, slip_row_get_id (release));
  checklist =
    summary != NULL ? slip_release_summary_find (summary, audience) : NULL;
  return checklist != NULL && slip_checklist_summary_is_gap (checklist);
}

/* A gap while the list is made, with what it is ordered by. */
typedef struct {
  SlipGap *gap;
  SlipDate day; /* of the release */
  guint place;  /* of the audience */
  char *title;
} Found;

typedef struct {
  const SlipPlanState *state;
  guint types;
  SlipDate today;
  GHashTable *places; /* id of an audience → its place, from 1 */
  GArray *found;
} Search;

static void
clear_found (gpointer data)
{
  Found *found = data;

  g_free (found->title);
}

static SlipGap *
add_gap (Search *search,
         SlipGapType type,
         const SlipRow *release,
         const SlipChecklistSummary *checklist)
{
  SlipGap *gap = g_new0 (SlipGap, 1);
  Found found = {
    .gap = gap,
    .day = slip_release_resolve (search->state, release, SLIP_ANCHOR_RELEASE),
    .title = slip_release_dup_title (search->state, release),
  };

  gap->type = type;
  gap->release = slip_row_ref (release);
  gap->since = SLIP_DATE_NONE;
  if (checklist != NULL) {
    gap->checklist = g_strdup (checklist->checklist);
    gap->audience = g_strdup (checklist->audience);
    gap->owner = g_strdup (checklist->owner);
    if (checklist->audience != NULL)
      found.place = GPOINTER_TO_UINT (
        g_hash_table_lookup (search->places, checklist->audience));
  }
  g_array_append_val (search->found, found);
  return gap;
}

static void
add_overdue_items (Search *search,
                   const SlipRow *release,
                   const SlipChecklistSummary *checklist)
{
  g_autoptr (GPtrArray) items =
    slip_plan_state_list_owned (search->state, SLIP_KIND_ITEM,
                                slip_row_get_id (release));

  for (guint i = 0; i < items->len; i++) {
    const SlipRow *item = items->pdata[i];
    const char *owner = slip_row_get_text (item, SLIP_ITEM_OWNER);
    SlipGap *gap;

    if (!slip_item_is_overdue (item, search->today) ||
        g_strcmp0 (slip_row_get_text (item, SLIP_ITEM_CHECKLIST),
                   checklist->checklist) != 0)
      continue;
    gap = add_gap (search, SLIP_GAP_OVERDUE, release, checklist);
    gap->item = slip_row_ref (item);
    gap->since = slip_row_get_date (item, SLIP_ITEM_DUE_DATE);
    if (owner != NULL) {
      g_free (gap->owner);
      gap->owner = g_strdup (owner);
    }
  }
}

/* Of parts that are not in memory, the summary still has the days. */
static void
add_overdue_days (Search *search,
                  const SlipRow *release,
                  const SlipChecklistSummary *checklist)
{
  guint n = slip_checklist_summary_count_overdue (checklist, search->today);

  for (guint i = 0; i < n; i++)
    add_gap (search, SLIP_GAP_OVERDUE, release, checklist)->since =
      g_array_index (checklist->due, SlipDate, i);
}

static void
add_checklist (Search *search,
               const SlipRow *release,
               const SlipChecklistSummary *checklist)
{
  if ((search->types & SLIP_GAP_BIT (SLIP_GAP_CHECKLIST_OWNER)) != 0 &&
      slip_checklist_summary_is_unowned (checklist))
    add_gap (search, SLIP_GAP_CHECKLIST_OWNER, release, checklist);
  if ((search->types & SLIP_GAP_BIT (SLIP_GAP_OVERDUE)) == 0 ||
      slip_checklist_summary_count_overdue (checklist, search->today) == 0)
    return;
  if (slip_plan_state_is_loaded (search->state, slip_row_get_id (release)))
    add_overdue_items (search, release, checklist);
  else
    add_overdue_days (search, release, checklist);
}

static void
search_release_cb (const SlipRow *release, gpointer data)
{
  Search *search = data;
  g_autoptr (SlipReleaseSummary) summary = NULL;

  for (guint type = SLIP_GAP_OWNER; type <= SLIP_GAP_MARKET_OWNER; type++)
    if ((search->types & SLIP_GAP_BIT (type)) != 0 &&
        lacks (release, (SlipGapType) type))
      add_gap (search, (SlipGapType) type, release, NULL);
  summary =
    slip_plan_state_get_summary (search->state, slip_row_get_id (release));
  for (guint i = 0; summary != NULL && i < summary->checklists->len; i++)
    add_checklist (search, release, summary->checklists->pdata[i]);
}

static int
compare_found (gconstpointer a, gconstpointer b)
{
  const Found *found_a = a;
  const Found *found_b = b;
  int order = slip_date_compare (found_a->gap->since, found_b->gap->since);

  if (order == 0)
    order = slip_date_compare (found_a->day, found_b->day);
  if (order == 0)
    order = g_utf8_collate (found_a->title, found_b->title);
  if (order == 0)
    order = g_strcmp0 (slip_row_get_id (found_a->gap->release),
                       slip_row_get_id (found_b->gap->release));
  if (order == 0)
    order = (int) found_a->gap->type - (int) found_b->gap->type;
  if (order == 0)
    order = (int) found_a->place - (int) found_b->place;

  return order;
}

GPtrArray *
slip_gap_list (const SlipPlanState *state, guint types, SlipDate today)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (Found));
  g_autoptr (GHashTable) places = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr (GPtrArray) audiences = slip_audience_list (state);
  Search search = { state, types, today, places, found };
  GPtrArray *gaps =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_gap_free);

  g_array_set_clear_func (found, clear_found);
  for (guint i = 0; i < audiences->len; i++)
    g_hash_table_insert (places,
                         (gpointer) slip_row_get_id (audiences->pdata[i]),
                         GUINT_TO_POINTER (i + 1));
  slip_release_index_foreach_open (slip_plan_state_get_index (state),
                                   search_release_cb, &search);
  g_array_sort (found, compare_found);
  for (guint i = 0; i < found->len; i++)
    g_ptr_array_add (gaps, g_array_index (found, Found, i).gap);

  return gaps;
}
