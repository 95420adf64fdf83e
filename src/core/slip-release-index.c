/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-release-index.h"

/* Where more than one in so many releases differs, all are looked at. */
#define MANY 8

/* A day has so many bits, of which so many are looked at at once: an even
 * number of times. */
#define DAY_BITS   32
#define DEALT_BITS 8

struct _SlipReleaseIndex {
  gatomicrefcount ref_count;
  SlipPlanState *state;
  GArray *entries; /* of SlipReleaseEntry, in order */
  guint n_releases;
  GHashTable *n_of_product; /* id → count */
  GHashTable *n_of_owner;
};

/* Working days are dear to make, and many releases share them. */
typedef struct {
  const SlipPlanState *state;
  GHashTable *working_days; /* id of a product, "" for none → SlipWorkingDays */
  GArray *entries;
} Builder;

static void
builder_init (Builder *self, const SlipPlanState *state)
{
  self->state = state;
  self->working_days =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                           (GDestroyNotify) slip_working_days_unref);
  self->entries = g_array_new (FALSE, FALSE, sizeof (SlipReleaseEntry));
}

static void
builder_clear (Builder *self)
{
  g_hash_table_unref (self->working_days);
  g_array_unref (self->entries);
}

/* As slip_release_resolve (). */
static SlipDate
resolve (Builder *builder, const SlipRow *release, SlipPlannedDate planned)
{
  const char *product = slip_row_get_text (release, SLIP_RELEASE_PRODUCT);
  const char *key = product != NULL ? product : "";
  SlipWorkingDays *days;

  if (!slip_planned_date_is_about (planned))
    return slip_planned_date_resolve (planned, NULL);

  days = g_hash_table_lookup (builder->working_days, key);
  if (days == NULL) {
    days = slip_plan_state_dup_working_days (builder->state, product);
    g_hash_table_insert (builder->working_days, g_strdup (key), days);
  }
  return slip_planned_date_resolve (planned, days);
}

static void
add_entries (Builder *builder, const SlipRow *release)
{
  SlipPlannedDate planned =
    slip_release_get_planned (release, SLIP_ANCHOR_RELEASE);
  SlipPlannedDate deploy =
    slip_release_get_planned (release, SLIP_ANCHOR_DEPLOY);
  SlipReleaseEntry entry = {
    .day = resolve (builder, release, planned),
    .anchor = SLIP_ANCHOR_RELEASE,
    .is_closed = slip_release_is_closed (release) ? 1 : 0,
    .status = (guint8) slip_release_get_status (release),
    .depends_on_calendar = slip_planned_date_is_about (planned) ||
                           slip_planned_date_is_about (deploy),
    .release = release,
    .product = slip_row_get_text (release, SLIP_RELEASE_PRODUCT),
  };
  SlipDate deploy_day;

  g_array_append_val (builder->entries, entry);
  if (entry.is_closed)
    return;

  deploy_day = resolve (builder, release, deploy);
  if (!slip_date_is_set (deploy_day) || slip_date_equal (deploy_day, entry.day))
    return;
  entry.day = deploy_day;
  entry.anchor = SLIP_ANCHOR_DEPLOY;
  g_array_append_val (builder->entries, entry);
}

/* Among those of a day any order will do, as long as it is one. */
static int
compare_entries (gconstpointer a, gconstpointer b)
{
  const SlipReleaseEntry *first = a;
  const SlipReleaseEntry *second = b;
  int order = slip_date_compare (first->day, second->day);

  if (order != 0)
    return order;
  if (first->release != second->release)
    return first->release < second->release ? -1 : 1;
  return (int) first->anchor - (int) second->anchor;
}

/* What is unset has no day, and comes last. */
static guint
get_part (const SlipReleaseEntry *entry, guint shift)
{
  guint32 day = slip_date_is_set (entry->day)
                  ? (guint32) entry->day.day ^ (1u << (DAY_BITS - 1))
                  : G_MAXUINT32;

  return (day >> shift) & ((1 << DEALT_BITS) - 1);
}

/* As g_array_sort(), for many entries: first all are dealt out by day, a part
 * of its bits at a time, then those of each day are put in order. */
static void
sort_entries (GArray *entries)
{
  guint n = entries->len;
  SlipReleaseEntry *from = (SlipReleaseEntry *) (gpointer) entries->data;
  g_autofree SlipReleaseEntry *spare = g_new (SlipReleaseEntry, n);
  SlipReleaseEntry *to = spare;
  guint first = 0;

  for (guint shift = 0; shift < DAY_BITS; shift += DEALT_BITS) {
    guint places[(1 << DEALT_BITS) + 1] = { 0 };

    for (guint i = 0; i < n; i++)
      places[get_part (&from[i], shift) + 1]++;
    for (guint i = 1; i < G_N_ELEMENTS (places); i++)
      places[i] += places[i - 1];
    for (guint i = 0; i < n; i++)
      to[places[get_part (&from[i], shift)]++] = from[i];
    SlipReleaseEntry *done = to;
    to = from;
    from = done;
  }
  for (guint i = 1; i <= n; i++)
    if (i == n || !slip_date_equal (from[i].day, from[first].day)) {
      qsort (&from[first], i - first, sizeof *from, compare_entries);
      first = i;
    }
}

static void
add_to (GHashTable *counts, const char *id, int n)
{
  gpointer count;

  if (id == NULL)
    return;

  count = g_hash_table_lookup (counts, id);
  count = GINT_TO_POINTER (GPOINTER_TO_INT (count) + n);
  g_hash_table_insert (counts, g_strdup (id), count);
}

static SlipReleaseIndex *
index_new (SlipPlanState *state)
{
  SlipReleaseIndex *self = g_new0 (SlipReleaseIndex, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->state = state;
  self->n_of_product =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->n_of_owner =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  return self;
}

/* Counted by the place of the text, which is quicker than by the text: most
 * releases of a product share it. */
typedef struct {
  SlipReleaseIndex *index;
  Builder *builder;
  GHashTable *n_of_product; /* text → int */
  GHashTable *n_of_owner;
} Filling;

static void
count_place (GHashTable *counts, const char *id)
{
  int *n;

  if (id == NULL)
    return;

  n = g_hash_table_lookup (counts, id);
  if (n == NULL) {
    n = g_new0 (int, 1);
    g_hash_table_insert (counts, (gpointer) id, n);
  }
  ++*n;
}

static void
take_release_cb (const SlipRow *release, gpointer data)
{
  Filling *filling = data;

  if (slip_release_is_deleted (release))
    return;

  add_entries (filling->builder, release);
  filling->index->n_releases++;
  count_place (filling->n_of_product,
               slip_row_get_text (release, SLIP_RELEASE_PRODUCT));
  count_place (filling->n_of_owner,
               slip_row_get_text (release, SLIP_RELEASE_OWNER));
}

static void
sum_up (GHashTable *counts, GHashTable *of_places)
{
  GHashTableIter iter;
  gpointer id;
  gpointer n;

  g_hash_table_iter_init (&iter, of_places);
  while (g_hash_table_iter_next (&iter, &id, &n))
    add_to (counts, id, *(int *) n);
}

static SlipReleaseIndex *
make_anew (SlipPlanState *state)
{
  SlipReleaseIndex *self = index_new (state);
  g_autoptr (GHashTable) n_of_product =
    g_hash_table_new_full (NULL, NULL, NULL, g_free);
  g_autoptr (GHashTable) n_of_owner =
    g_hash_table_new_full (NULL, NULL, NULL, g_free);
  Builder builder;
  Filling filling = { self, &builder, n_of_product, n_of_owner };

  builder_init (&builder, state);
  slip_plan_state_foreach (state, SLIP_KIND_RELEASE, take_release_cb, &filling);
  sort_entries (builder.entries);
  self->entries = g_array_ref (builder.entries);
  sum_up (self->n_of_product, n_of_product);
  sum_up (self->n_of_owner, n_of_owner);
  builder_clear (&builder);
  return self;
}

/* What is to be taken out of an index and what put in. */
typedef struct {
  SlipReleaseIndex *index;
  Builder old;
  Builder new;
  guint n_changes;
} Update;

static void
count_release (SlipReleaseIndex *self, const SlipRow *release, int n)
{
  self->n_releases += (guint) n;
  add_to (self->n_of_product, slip_row_get_text (release, SLIP_RELEASE_PRODUCT),
          n);
  add_to (self->n_of_owner, slip_row_get_text (release, SLIP_RELEASE_OWNER), n);
}

static void
note_change_cb (const SlipRow *before, const SlipRow *after, gpointer data)
{
  Update *update = data;

  update->n_changes++;
  if (before != NULL && !slip_release_is_deleted (before)) {
    add_entries (&update->old, before);
    count_release (update->index, before, -1);
  }
  if (after != NULL && !slip_release_is_deleted (after)) {
    add_entries (&update->new, after);
    count_release (update->index, after, 1);
  }
}

static void
note_difference_cb (const SlipRow *before, const SlipRow *after, gpointer data)
{
  gboolean *is_different = data;

  *is_different = TRUE;
}

/* Whether a day may be a working day in one state and not in the other. */
static gboolean
calendars_differ (const SlipPlanState *a, const SlipPlanState *b)
{
  static const SlipKind kinds[] = {
    SLIP_KIND_PLAN,
    SLIP_KIND_PRODUCT,
    SLIP_KIND_WORKING_CALENDAR,
    SLIP_KIND_HOLIDAY,
  };
  gboolean is_different = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    slip_plan_state_diff (a, b, kinds[i], note_difference_cb, &is_different);
  return is_different;
}

/* The releases that stay as they are, but perhaps not on their days. */
static void
note_moved (Update *update, const SlipReleaseIndex *before)
{
  for (guint i = 0; i < before->entries->len; i++) {
    const SlipReleaseEntry *entry =
      &g_array_index (before->entries, SlipReleaseEntry, i);
    const char *id;

    if (!entry->depends_on_calendar || entry->anchor != SLIP_ANCHOR_RELEASE)
      continue;
    id = slip_row_get_id (entry->release);
    if (slip_plan_state_get (update->new.state, SLIP_KIND_RELEASE, id) !=
        entry->release)
      continue;
    add_entries (&update->old, entry->release);
    add_entries (&update->new, entry->release);
  }
}

static guint
find_place (const GArray *entries, const SlipReleaseEntry *entry)
{
  guint low = 0;
  guint high = entries->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (compare_entries (&g_array_index (entries, SlipReleaseEntry, middle),
                         entry) < 0)
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

/* @entries without @removed and with @added, all of them in order. */
static GArray *
merge (const GArray *entries, const GArray *removed, const GArray *added)
{
  const SlipReleaseEntry *all = (const SlipReleaseEntry *) entries->data;
  const SlipReleaseEntry *old = (const SlipReleaseEntry *) removed->data;
  const SlipReleaseEntry *new = (const SlipReleaseEntry *) added->data;
  const SlipReleaseEntry *old_end = old + removed->len;
  const SlipReleaseEntry *new_end = new + added->len;
  GArray *merged = g_array_sized_new (FALSE, FALSE, sizeof (SlipReleaseEntry),
                                      entries->len + added->len);
  guint from = 0;

  while (old < old_end || new < new_end) {
    gboolean is_old =
      new == new_end || (old < old_end && compare_entries (old, new) <= 0);
    /* What stays where it is was just passed by. */
    guint at = MAX (from, find_place (entries, is_old ? old : new));

    g_array_append_vals (merged, all + from, at - from);
    from = at;
    if (is_old) {
      from++;
      old++;
    } else {
      g_array_append_vals (merged, new ++, 1);
    }
  }

  g_array_append_vals (merged, all + from, entries->len - from);
  return merged;
}

static void
copy_counts (GHashTable *to, GHashTable *from)
{
  GHashTableIter iter;
  gpointer id;
  gpointer n;

  g_hash_table_iter_init (&iter, from);
  while (g_hash_table_iter_next (&iter, &id, &n))
    add_to (to, id, GPOINTER_TO_INT (n));
}

static void
end_update (Update *update)
{
  builder_clear (&update->old);
  builder_clear (&update->new);
}

/* Returns: %NULL, and @state untouched, if too much is different. */
static SlipReleaseIndex *
make_from (SlipPlanState *state, const SlipReleaseIndex *before)
{
  SlipReleaseIndex *self = index_new (state);
  Update update = { .index = self };

  self->n_releases = before->n_releases;
  copy_counts (self->n_of_product, before->n_of_product);
  copy_counts (self->n_of_owner, before->n_of_owner);
  builder_init (&update.old, before->state);
  builder_init (&update.new, state);
  slip_plan_state_diff (before->state, state, SLIP_KIND_RELEASE, note_change_cb,
                        &update);
  if (update.n_changes > before->entries->len / MANY) {
    end_update (&update);
    self->state = NULL;
    slip_release_index_unref (self);
    return NULL;
  }

  if (calendars_differ (before->state, state))
    note_moved (&update, before);
  g_array_sort (update.old.entries, compare_entries);
  g_array_sort (update.new.entries, compare_entries);
  self->entries =
    merge (before->entries, update.old.entries, update.new.entries);
  end_update (&update);
  return self;
}

SlipReleaseIndex *
slip_release_index_new (SlipPlanState *state, SlipReleaseIndex *before)
{
  SlipReleaseIndex *self = before != NULL ? make_from (state, before) : NULL;

  return self != NULL ? self : make_anew (state);
}

SlipReleaseIndex *
slip_release_index_ref (const SlipReleaseIndex *self)
{
  SlipReleaseIndex *index = (SlipReleaseIndex *) self;

  g_atomic_ref_count_inc (&index->ref_count);
  return index;
}

void
slip_release_index_unref (SlipReleaseIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->entries, g_array_unref);
  g_hash_table_unref (self->n_of_product);
  g_hash_table_unref (self->n_of_owner);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  g_free (self);
}

const SlipReleaseEntry *
slip_release_index_list (const SlipReleaseIndex *self, guint *n_entries)
{
  *n_entries = self->entries->len;
  return (const SlipReleaseEntry *) self->entries->data;
}

const SlipReleaseEntry *
slip_release_index_find (const SlipReleaseIndex *self,
                         SlipRange range,
                         guint *n_entries)
{
  const SlipReleaseEntry first = { .day = range.first };
  const SlipReleaseEntry last = { .day = range.last,
                                  .release = (gconstpointer) G_MAXSIZE };
  guint from = find_place (self->entries, &first);
  guint end = find_place (self->entries, &last);

  *n_entries = end > from ? end - from : 0;
  return (const SlipReleaseEntry *) self->entries->data + from;
}

void
slip_release_index_foreach_open (const SlipReleaseIndex *self,
                                 SlipRowFunc func,
                                 gpointer data)
{
  for (guint i = 0; i < self->entries->len; i++) {
    const SlipReleaseEntry *entry =
      &g_array_index (self->entries, SlipReleaseEntry, i);

    if (entry->anchor == SLIP_ANCHOR_RELEASE && !entry->is_closed)
      func (entry->release, data);
  }
}

guint
slip_release_index_count (const SlipReleaseIndex *self)
{
  return self->n_releases;
}

static guint
get_count (GHashTable *counts, const char *id)
{
  return id != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (counts, id)) : 0;
}

guint
slip_release_index_count_of_product (const SlipReleaseIndex *self,
                                     const char *product)
{
  return get_count (self->n_of_product, product);
}

guint
slip_release_index_count_of_owner (const SlipReleaseIndex *self,
                                   const char *person)
{
  return get_count (self->n_of_owner, person);
}
