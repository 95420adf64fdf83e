/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-calendar-index.h"

#include "slip-release-index.h"
#include "slip-stage.h"
#include "slip-timeline.h"

struct _SlipCalendarIndex {
  gatomicrefcount ref_count;
  SlipPlanState *state;
  SlipQuery *query;
  SlipDate today;
  GArray *stages;   /* of SlipCalendarStage, or NULL until asked for */
  GHashTable *days; /* day → GArray of SlipCalendarEntry, once asked for */
};

typedef struct {
  SlipCalendarEntry entry;
  char *key;
} SortedEntry;

SlipCalendarIndex *
slip_calendar_index_new (const SlipPlanState *state,
                         const SlipQuery *query,
                         SlipDate today)
{
  SlipCalendarIndex *self = g_new0 (SlipCalendarIndex, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->state = slip_plan_state_ref (state);
  self->query = slip_query_ref ((SlipQuery *) query);
  self->today = today;
  self->days =
    g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_array_unref);
  return self;
}

SlipCalendarIndex *
slip_calendar_index_ref (SlipCalendarIndex *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
slip_calendar_index_unref (SlipCalendarIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->stages, g_array_unref);
  g_hash_table_unref (self->days);
  slip_query_unref (self->query);
  slip_plan_state_unref (self->state);
  g_free (self);
}

const SlipPlanState *
slip_calendar_index_get_state (const SlipCalendarIndex *self)
{
  return self->state;
}

SlipDate
slip_calendar_index_get_today (const SlipCalendarIndex *self)
{
  return self->today;
}

const char *
slip_calendar_index_get_product (const SlipCalendarIndex *self)
{
  return slip_query_get_product (self->query);
}

static int
get_group (const SlipCalendarEntry *entry)
{
  if (entry->anchor != SLIP_ANCHOR_RELEASE)
    return 2;
  return slip_release_is_closed (entry->release) ? 1 : 0;
}

static int
compare_sorted (gconstpointer a, gconstpointer b)
{
  const SortedEntry *first = a;
  const SortedEntry *second = b;
  int order = get_group (&first->entry) - get_group (&second->entry);

  if (order == 0)
    order = strcmp (first->key, second->key);
  if (order == 0)
    order = strcmp (slip_row_get_id (first->entry.release),
                    slip_row_get_id (second->entry.release));
  return order;
}

static void
clear_sorted (gpointer data)
{
  g_free (((SortedEntry *) data)->key);
}

static GArray *
make_list (const SlipCalendarIndex *self, SlipDate date)
{
  g_autoptr (GArray) sorted = g_array_new (FALSE, FALSE, sizeof (SortedEntry));
  GArray *list = g_array_new (FALSE, FALSE, sizeof (SlipCalendarEntry));
  const SlipReleaseEntry *found;
  guint n;

  g_array_set_clear_func (sorted, clear_sorted);
  found = slip_release_index_find (slip_plan_state_get_index (self->state),
                                   (SlipRange){ date, date }, &n);
  for (guint i = 0; i < n; i++) {
    SlipCalendarEntry entry = { found[i].day, found[i].anchor,
                                found[i].release };

    if (!slip_query_matches (self->query, self->state, entry.release))
      continue;
    g_autofree char *title =
      slip_release_dup_short_title (self->state, entry.release);
    SortedEntry keyed = { entry, g_utf8_collate_key_for_filename (title, -1) };
    g_array_append_val (sorted, keyed);
  }

  g_array_sort (sorted, compare_sorted);
  for (guint i = 0; i < sorted->len; i++)
    g_array_append_val (list, g_array_index (sorted, SortedEntry, i).entry);
  return list;
}

GArray *
slip_calendar_index_list_day (const SlipCalendarIndex *self, SlipDate date)
{
  gpointer key = GINT_TO_POINTER (date.day);
  GArray *list = g_hash_table_lookup (self->days, key);

  if (list == NULL) {
    list = make_list (self, date);
    g_hash_table_insert (self->days, key, list);
  }
  return g_array_ref (list);
}

static void
add_stages_cb (const SlipRow *release, gpointer data)
{
  SlipCalendarIndex *self = data;
  g_autoptr (GPtrArray) stages = NULL;

  if (!slip_query_matches (self->query, self->state, release))
    return;
  stages = slip_stage_list (self->state, slip_row_get_id (release));
  for (guint i = 0; i < stages->len; i++) {
    SlipCalendarStage stage = { .release = release };
    SlipTimelineBar bar;

    if (!slip_timeline_bar_find (stages->pdata[i], self->today, &bar))
      continue;
    /* The state holds the row as long as the index holds the state. */
    stage.stage = bar.stage;
    stage.days = slip_timeline_bar_get_days (&bar);
    g_array_append_val (self->stages, stage);
  }
}

const GArray *
slip_calendar_index_list_stages (SlipCalendarIndex *self)
{
  if (self->stages == NULL) {
    self->stages = g_array_new (FALSE, FALSE, sizeof (SlipCalendarStage));
    if (slip_plan_state_count (self->state, SLIP_KIND_STAGE) > 0)
      slip_release_index_foreach_open (slip_plan_state_get_index (self->state),
                                       add_stages_cb, self);
  }
  return self->stages;
}

gboolean
slip_calendar_index_find (const SlipCalendarIndex *self,
                          const char *release,
                          SlipDate *date)
{
  const SlipRow *row =
    slip_plan_state_get (self->state, SLIP_KIND_RELEASE, release);

  if (row == NULL || slip_release_is_deleted (row) ||
      !slip_query_matches (self->query, self->state, row))
    return FALSE;
  *date = slip_release_resolve (self->state, row, SLIP_ANCHOR_RELEASE);
  return TRUE;
}
