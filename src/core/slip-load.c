/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-load.h"

#include "slip-date-text.h"
#include "slip-neighbours.h"
#include "slip-release-index.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define DAYS_PER_WEEK 7

/* The loads of one week while they are summed up. */
typedef struct {
  SlipLoadWeek *week;
  GHashTable *audiences; /* id → SlipLoad, which is the week's */
  GHashTable *owners;
} Sum;

typedef struct {
  const SlipPlanState *state;
  const SlipQuery *query;
  SlipRange range;
  GArray *sums;
} Summing;

void
slip_load_free (SlipLoad *self)
{
  slip_row_unref (self->who);
  g_ptr_array_unref (self->releases);
  g_free (self);
}

void
slip_load_week_free (SlipLoadWeek *self)
{
  g_ptr_array_unref (self->releases);
  g_ptr_array_unref (self->audiences);
  g_ptr_array_unref (self->owners);
  g_free (self);
}

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
}

static SlipLoadWeek *
new_week (SlipDate first)
{
  SlipLoadWeek *week = g_new (SlipLoadWeek, 1);

  week->range =
    slip_range_new (first, slip_date_add_days (first, DAYS_PER_WEEK - 1));
  week->releases = new_rows ();
  week->audiences =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_load_free);
  week->owners =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_load_free);
  return week;
}

static void
clear_sum (gpointer data)
{
  Sum *sum = data;

  g_hash_table_unref (sum->audiences);
  g_hash_table_unref (sum->owners);
}

/* The load of @id in @week, made if need be; %NULL if the plan has nobody of
 * that id. */
static SlipLoad *
get_load (const Summing *summing,
          GHashTable *loads,
          GPtrArray *week,
          SlipKind kind,
          const char *id)
{
  SlipLoad *load = id != NULL ? g_hash_table_lookup (loads, id) : NULL;
  const SlipRow *row = slip_plan_state_get (summing->state, kind, id);

  if (load != NULL || row == NULL)
    return load;

  load = g_new0 (SlipLoad, 1);
  load->who = slip_row_ref (row);
  load->releases = new_rows ();
  g_hash_table_insert (loads, (gpointer) slip_row_get_id (row), load);
  g_ptr_array_add (week, load);
  return load;
}

static void
add_release (SlipLoad *load, const SlipRow *release)
{
  if (load != NULL)
    g_ptr_array_add (load->releases, slip_row_ref (release));
}

static void
add_owners (const Summing *summing, const Sum *sum, const SlipRow *release)
{
  const char *owner = slip_row_get_text (release, SLIP_RELEASE_OWNER);
  const char *market = slip_row_get_text (release, SLIP_RELEASE_MARKET_OWNER);

  add_release (get_load (summing, sum->owners, sum->week->owners,
                         SLIP_KIND_PERSON, owner),
               release);
  if (g_strcmp0 (owner, market) != 0)
    add_release (get_load (summing, sum->owners, sum->week->owners,
                           SLIP_KIND_PERSON, market),
                 release);
}

static void
add_to_week (const Summing *summing, const Sum *sum, const SlipRow *release)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (summing->state, slip_row_get_id (release));

  g_ptr_array_add (sum->week->releases, slip_row_ref (release));
  add_owners (summing, sum, release);
  for (guint i = 0; summary != NULL && i < summary->checklists->len; i++) {
    const SlipChecklistSummary *checklist = summary->checklists->pdata[i];

    if (slip_checklist_summary_is_gap (checklist))
      add_release (get_load (summing, sum->audiences, sum->week->audiences,
                             SLIP_KIND_AUDIENCE, checklist->audience),
                   release);
  }
}

static const Sum *
find_week (const Summing *summing, SlipDate day)
{
  if (!slip_range_contains (summing->range, day))
    return NULL;

  guint i =
    (guint) slip_date_days_until (summing->range.first, day) / DAYS_PER_WEEK;
  return &g_array_index (summing->sums, Sum, i);
}

static gboolean
is_counted (const Summing *summing, const SlipRow *release)
{
  return slip_release_is_open (release) &&
         (summing->query == NULL ||
          slip_query_matches (summing->query, summing->state, release));
}

static void
add_launches (Summing *summing)
{
  guint n_entries;
  const SlipReleaseEntry *entries =
    slip_release_index_find (slip_plan_state_get_index (summing->state),
                             summing->range, &n_entries);

  for (guint i = 0; i < n_entries; i++)
    if (entries[i].anchor == SLIP_ANCHOR_RELEASE && !entries[i].is_closed &&
        is_counted (summing, entries[i].release))
      add_to_week (summing, find_week (summing, entries[i].day),
                   entries[i].release);
}

static void
add_item (const Summing *summing, const char *owner, SlipDate due)
{
  const Sum *sum = find_week (summing, due);
  SlipLoad *load = sum != NULL && owner != NULL
                     ? get_load (summing, sum->owners, sum->week->owners,
                                 SLIP_KIND_PERSON, owner)
                     : NULL;

  if (load != NULL)
    load->n_items++;
}

/* Of a release that is not in memory only who owns the checklists is known. */
static void
add_days (const Summing *summing, const SlipReleaseSummary *summary)
{
  for (guint i = 0; i < summary->checklists->len; i++) {
    const SlipChecklistSummary *checklist = summary->checklists->pdata[i];

    for (guint k = 0; !checklist->is_not_needed && k < checklist->due->len; k++)
      add_item (summing, checklist->owner,
                g_array_index (checklist->due, SlipDate, k));
  }
}

/* The release whose items are added up. */
typedef struct {
  const Summing *summing;
  const SlipReleaseSummary *summary;
} Work;

static const SlipChecklistSummary *
find_checklist (const SlipReleaseSummary *summary, const char *id)
{
  for (guint i = 0; id != NULL && i < summary->checklists->len; i++) {
    const SlipChecklistSummary *checklist = summary->checklists->pdata[i];

    if (strcmp (checklist->checklist, id) == 0)
      return checklist;
  }

  return NULL;
}

static gboolean
add_item_cb (const SlipRow *item, gpointer data)
{
  const Work *work = data;
  SlipDate due = slip_row_get_date (item, SLIP_ITEM_DUE_DATE);
  const char *owner = slip_row_get_text (item, SLIP_ITEM_OWNER);
  const SlipChecklistSummary *checklist;

  if (!slip_range_contains (work->summing->range, due) ||
      slip_item_state_is_closed (slip_row_get_integer (item, SLIP_ITEM_STATE)))
    return TRUE;
  checklist = find_checklist (work->summary,
                              slip_row_get_text (item, SLIP_ITEM_CHECKLIST));
  if (checklist != NULL && !checklist->is_not_needed)
    add_item (work->summing, owner != NULL ? owner : checklist->owner, due);
  return TRUE;
}

static gboolean
is_due_in_range (const Summing *summing, const SlipReleaseSummary *summary)
{
  for (guint i = 0; i < summary->checklists->len; i++) {
    const SlipChecklistSummary *checklist = summary->checklists->pdata[i];

    for (guint k = 0; k < checklist->due->len; k++)
      if (slip_range_contains (summing->range,
                               g_array_index (checklist->due, SlipDate, k)))
        return TRUE;
  }

  return FALSE;
}

static void
add_work_cb (const SlipRow *release, gpointer data)
{
  const Summing *summing = data;
  const char *id = slip_row_get_id (release);
  g_autoptr (SlipReleaseSummary) summary = NULL;

  if (!is_counted (summing, release))
    return;
  summary = slip_plan_state_get_summary (summing->state, id);
  if (summary == NULL || !is_due_in_range (summing, summary))
    return;
  if (slip_plan_state_is_loaded (summing->state, id))
    slip_plan_state_foreach_owned (summing->state, SLIP_KIND_ITEM, id,
                                   add_item_cb, &(Work){ summing, summary });
  else
    add_days (summing, summary);
}

/* Of the whole plan, the state knows how much everybody has to do. */
static void
add_person_cb (const SlipRow *person, gpointer data)
{
  const Summing *summing = data;
  const SlipNeighbours *neighbours =
    slip_plan_state_get_neighbours (summing->state);
  const char *id = slip_row_get_id (person);

  for (guint i = 0; i < summing->sums->len; i++) {
    const Sum *sum = &g_array_index (summing->sums, Sum, i);
    guint n_items =
      slip_neighbours_sum (neighbours, id, sum->week->range).n_items;

    if (n_items > 0)
      get_load (summing, sum->owners, sum->week->owners, SLIP_KIND_PERSON, id)
        ->n_items = n_items;
  }
}

static void
add_all_work (Summing *summing)
{
  if (summing->query == NULL || slip_query_is_empty (summing->query))
    slip_plan_state_foreach (summing->state, SLIP_KIND_PERSON, add_person_cb,
                             summing);
  else
    slip_release_index_foreach_open (slip_plan_state_get_index (summing->state),
                                     add_work_cb, summing);
}

static const char *
get_name (const SlipLoad *load)
{
  return slip_row_get_text (load->who,
                            slip_row_get_kind (load->who) == SLIP_KIND_PERSON
                              ? (guint) SLIP_PERSON_NAME
                              : (guint) SLIP_AUDIENCE_NAME);
}

/* Too much first, then by number, then by name. */
static int
compare_loads (gconstpointer a, gconstpointer b)
{
  const SlipLoad *load_a = *(const SlipLoad *const *) a;
  const SlipLoad *load_b = *(const SlipLoad *const *) b;
  int order = (int) load_b->is_over - (int) load_a->is_over;

  if (order == 0)
    order = (int) load_b->releases->len - (int) load_a->releases->len;
  if (order == 0)
    order = (int) load_b->n_items - (int) load_a->n_items;
  if (order == 0)
    order = g_utf8_collate (get_name (load_a), get_name (load_b));

  return order;
}

static void
end_list (GPtrArray *loads, const SlipConflictContext *context)
{
  for (guint i = 0; i < loads->len; i++) {
    SlipLoad *load = loads->pdata[i];

    load->is_over = load->releases->len > context->max_releases ||
                    load->n_items > context->max_items;
  }
  g_ptr_array_sort (loads, compare_loads);
}

GPtrArray *
slip_load_list (const SlipPlanState *state,
                const SlipQuery *query,
                const SlipConflictContext *context,
                SlipDate first,
                guint n_weeks)
{
  g_autoptr (GArray) sums = g_array_new (FALSE, FALSE, sizeof (Sum));
  GPtrArray *weeks =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_load_week_free);
  Summing summing = {
    .state = state,
    .query = query,
    .range = slip_range_new (
      first, slip_date_add_days (first, DAYS_PER_WEEK * (int) n_weeks - 1)),
    .sums = sums,
  };

  g_return_val_if_fail (slip_date_is_set (first), weeks);

  g_array_set_clear_func (sums, clear_sum);
  for (guint i = 0; i < n_weeks; i++) {
    Sum sum = {
      new_week (slip_date_add_days (first, DAYS_PER_WEEK * (int) i)),
      g_hash_table_new (g_str_hash, g_str_equal),
      g_hash_table_new (g_str_hash, g_str_equal),
    };

    g_array_append_val (sums, sum);
    g_ptr_array_add (weeks, sum.week);
  }

  add_launches (&summing);
  add_all_work (&summing);
  for (guint i = 0; i < n_weeks; i++) {
    SlipLoadWeek *week = weeks->pdata[i];

    end_list (week->audiences, context);
    end_list (week->owners, context);
  }
  return weeks;
}

static char *
dup_releases (guint n)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u release",
                                       "%u releases", n),
                          n);
}

char *
slip_load_dup_text (const SlipLoad *self)
{
  g_autofree char *releases = dup_releases (self->releases->len);
  g_autofree char *items =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u item due",
                                  "%u items due", self->n_items),
                     self->n_items);

  if (self->n_items > 0 && self->releases->len > 0)
    /* Translators: whose load, their items, their releases. */
    return g_strdup_printf (_ ("%s: %s, %s"), get_name (self), items, releases);
  /* Translators: whose load, and what it is. */
  return g_strdup_printf (_ ("%s: %s"), get_name (self),
                          self->n_items > 0 ? items : releases);
}

char *
slip_load_dup_short_text (const SlipLoad *self)
{
  if (slip_row_get_kind (self->who) == SLIP_KIND_AUDIENCE)
    /* Translators: an audience, and for how many releases of a week it has to
     * get ready. */
    return g_strdup_printf (_ ("%s: %u"), get_name (self), self->releases->len);
  if (self->n_items == 0)
    return slip_load_dup_text (self);
  return g_strdup_printf (
    /* Translators: a person, and how many items they have to do in a week. */
    g_dngettext (GETTEXT_PACKAGE, "%s: %u due", "%s: %u due", self->n_items),
    get_name (self), self->n_items);
}

static guint
count_over (const GPtrArray *loads)
{
  guint n = 0;

  while (n < loads->len && ((const SlipLoad *) loads->pdata[n])->is_over)
    n++;
  return n;
}

guint
slip_load_week_count_over (const SlipLoadWeek *self)
{
  return count_over (self->audiences) + count_over (self->owners);
}

char *
slip_load_week_dup_label (const SlipLoadWeek *self, SlipDate today)
{
  g_autofree char *day =
    slip_date_dup_text (self->range.first, SLIP_DATE_STYLE_MEDIUM, today);
  g_autofree char *releases = dup_releases (self->releases->len);
  guint n_over = slip_load_week_count_over (self);

  if (n_over == 0)
    /* Translators: the first day of a week, and how many releases it has. */
    return g_strdup_printf (_ ("Week of %s: %s"), day, releases);

  const GPtrArray *heaviest =
    count_over (self->audiences) > 0 ? self->audiences : self->owners;
  const char *name = get_name (heaviest->pdata[0]);
  if (n_over == 1)
    /* Translators: the first day of a week, how many releases it has, and an
     * audience or a person. */
    return g_strdup_printf (_ ("Week of %s: %s, too much for %s"), day,
                            releases, name);
  return g_strdup_printf (
    /* Translators: as above, and how many others. */
    g_dngettext (GETTEXT_PACKAGE,
                 "Week of %s: %s, too much for %s and %u other",
                 "Week of %s: %s, too much for %s and %u others", n_over - 1),
    day, releases, name, n_over - 1);
}
