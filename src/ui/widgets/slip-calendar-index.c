/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-calendar-index.h"

#include "slip-release-index.h"
#include "slip-stage.h"
#include "slip-timeline.h"
#include "slip-version.h"

/* With more news than that, all are dropped rather than kept for ever. */
#define MAX_NEWS 2000

struct _SlipCalendarIndex {
  gatomicrefcount ref_count;
  SlipPlanState *state;
  SlipQuery *query;
  SlipDate today;
  GArray *stages;   /* of SortedStage, or NULL until asked for */
  GArray *dates;    /* of SlipCalendarEntry, the same */
  GHashTable *days; /* day → GArray of SlipCalendarEntry, once asked for */
  GHashTable *keys; /* id of a product → what its releases are sorted by */
  GHashTable *news; /* set of Told */
};

/* What was told of a release; all but the news is the key. */
typedef struct {
  SlipRow *release;
  SlipAnchor anchor;
  SlipConflictContext context;
  SlipChipNews news;
} Told;

/* By the product's name and the version, or by the name of the release: what
 * its title is made of. */
typedef struct {
  SlipCalendarEntry entry;
  int group;
  const char *key;     /* valid as long as the index */
  const char *version; /* the same */
} SortedEntry;

/* By first day; how it comes back is by number. */
typedef struct {
  SlipCalendarStage stage;
  SlipDate released; /* when its release is, which is dear to look up */
  guint number;
  SlipDate latest; /* the last day of any up to here */
} SortedStage;

static guint
hash_told (gconstpointer data)
{
  const Told *told = data;

  return g_direct_hash (told->release) + (guint) told->anchor;
}

static gboolean
equal_told (gconstpointer a, gconstpointer b)
{
  const Told *first = a;
  const Told *second = b;

  return first->release == second->release && first->anchor == second->anchor &&
         slip_conflict_context_equal (&first->context, &second->context);
}

static void
free_told (gpointer data)
{
  Told *told = data;

  slip_row_unref (told->release);
  g_free (told->news.label);
  g_free (told);
}

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
  self->keys = g_hash_table_new_full (g_str_hash, g_str_equal, NULL, g_free);
  self->news = g_hash_table_new_full (hash_told, equal_told, free_told, NULL);
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
  g_clear_pointer (&self->dates, g_array_unref);
  g_hash_table_unref (self->days);
  g_hash_table_unref (self->keys);
  g_hash_table_unref (self->news);
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
  int order = first->group - second->group;

  if (order == 0)
    order = strcmp (first->key, second->key);
  if (order == 0)
    order = slip_version_compare (first->version, second->version);
  if (order == 0)
    order = strcmp (slip_row_get_id (first->entry.release),
                    slip_row_get_id (second->entry.release));
  return order;
}

/* The key of @text, which belongs to the thing with the id @id. */
static const char *
ensure_key (const SlipCalendarIndex *self, const char *id, const char *text)
{
  char *key = g_hash_table_lookup (self->keys, id);

  if (key == NULL) {
    key = g_utf8_collate_key_for_filename (text, -1);
    g_hash_table_insert (self->keys, (gpointer) id, key);
  }
  return key;
}

/* The key of the product with the id @id (nullable); NULL if it has no name. */
static const char *
find_product_key (const SlipCalendarIndex *self, const char *id)
{
  const char *key = id != NULL ? g_hash_table_lookup (self->keys, id) : NULL;
  const SlipRow *product = NULL;
  const char *name;

  if (key != NULL || id == NULL)
    return key;

  product = slip_plan_state_get (self->state, SLIP_KIND_PRODUCT, id);
  name =
    product != NULL ? slip_row_get_text (product, SLIP_PRODUCT_NAME) : NULL;
  return name != NULL ? ensure_key (self, slip_row_get_id (product), name)
                      : NULL;
}

/* Keys are dear to make, and most releases share that of their product. */
static SortedEntry
make_sorted (const SlipCalendarIndex *self,
             SlipCalendarEntry entry,
             const char *product)
{
  SortedEntry sorted = { entry, get_group (&entry), NULL, "" };
  const char *version = slip_row_get_text (entry.release, SLIP_RELEASE_VERSION);
  g_autofree char *title = NULL;

  if (version != NULL)
    sorted.key = find_product_key (self, product);
  if (sorted.key != NULL) {
    sorted.version = version;
    return sorted;
  }
  title = slip_release_dup_short_title (self->state, entry.release);
  sorted.key = ensure_key (self, slip_row_get_id (entry.release), title);
  return sorted;
}

static GArray *
make_list (const SlipCalendarIndex *self, SlipDate date)
{
  guint n;
  const SlipReleaseEntry *found =
    slip_release_index_find (slip_plan_state_get_index (self->state),
                             (SlipRange){ date, date }, &n);
  g_autoptr (GArray) sorted =
    g_array_sized_new (FALSE, FALSE, sizeof (SortedEntry), n);

  for (guint i = 0; i < n; i++) {
    SlipCalendarEntry entry = { found[i].day, found[i].anchor,
                                found[i].release };

    if (!slip_query_matches (self->query, self->state, entry.release))
      continue;
    SortedEntry keyed = make_sorted (self, entry, found[i].product);
    g_array_append_val (sorted, keyed);
  }

  g_array_sort (sorted, compare_sorted);
  GArray *list =
    g_array_sized_new (FALSE, FALSE, sizeof (SlipCalendarEntry), sorted->len);
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

const SlipChipNews *
slip_calendar_index_get_news (const SlipCalendarIndex *self,
                              const SlipRow *release,
                              SlipAnchor anchor,
                              const SlipConflictContext *context)
{
  Told key = { (SlipRow *) release, anchor, *context, { 0 } };
  Told *told = g_hash_table_lookup (self->news, &key);

  if (told != NULL)
    return &told->news;
  if (g_hash_table_size (self->news) >= MAX_NEWS)
    g_hash_table_remove_all (self->news);
  told = g_memdup2 (&key, sizeof key);
  slip_row_ref (release);
  told->news = slip_chip_news_gather (self->state, release, anchor, context);
  g_hash_table_add (self->news, told);
  return &told->news;
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
    SortedStage sorted = {
      .stage.release = release,
      .released = slip_row_get_date (release, SLIP_RELEASE_RELEASE_DATE),
      .number = self->stages->len,
    };
    SlipTimelineBar bar;

    if (!slip_timeline_bar_find (stages->pdata[i], self->today, &bar))
      continue;
    /* The state holds the row as long as the index holds the state. */
    sorted.stage.stage = bar.stage;
    sorted.stage.days = slip_timeline_bar_get_days (&bar);
    g_array_append_val (self->stages, sorted);
  }
}

static int
compare_first_days (gconstpointer a, gconstpointer b)
{
  return slip_date_compare (((const SortedStage *) a)->stage.days.first,
                            ((const SortedStage *) b)->stage.days.first);
}

/* The index lists the releases of a day as they lie in memory; here the same
 * ones are to find room on a crowded day in every run. */
static int
compare_places (gconstpointer a, gconstpointer b)
{
  const SortedStage *first = a;
  const SortedStage *second = b;
  const SlipRow *first_release = first->stage.release;
  const SlipRow *second_release = second->stage.release;
  int order;

  if (first_release == second_release)
    return (first->number > second->number) - (first->number < second->number);
  order = slip_date_compare (first->released, second->released);
  return order != 0 ? order
                    : strcmp (slip_row_get_id (first_release),
                              slip_row_get_id (second_release));
}

static void
ensure_stages (SlipCalendarIndex *self)
{
  SlipDate latest = SLIP_DATE_NONE;

  if (self->stages != NULL)
    return;
  self->stages = g_array_new (FALSE, FALSE, sizeof (SortedStage));
  if (slip_plan_state_count (self->state, SLIP_KIND_STAGE) == 0)
    return;
  slip_release_index_foreach_open (slip_plan_state_get_index (self->state),
                                   add_stages_cb, self);
  g_array_sort (self->stages, compare_first_days);
  for (guint i = 0; i < self->stages->len; i++) {
    SortedStage *sorted = &g_array_index (self->stages, SortedStage, i);

    if (!slip_date_is_set (latest) ||
        slip_date_is_before (latest, sorted->stage.days.last))
      latest = sorted->stage.days.last;
    sorted->latest = latest;
  }
}

/* How many stages begin on @day or before. */
static guint
count_begun (const GArray *stages, SlipDate day)
{
  guint low = 0;
  guint high = stages->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (slip_date_is_before (
          day, g_array_index (stages, SortedStage, middle).stage.days.first))
      high = middle;
    else
      low = middle + 1;
  }
  return low;
}

GArray *
slip_calendar_index_find_stages (SlipCalendarIndex *self, SlipRange range)
{
  g_autoptr (GArray) found = g_array_new (FALSE, FALSE, sizeof (SortedStage));
  GArray *stages = g_array_new (FALSE, FALSE, sizeof (SlipCalendarStage));

  ensure_stages (self);
  for (guint i = count_begun (self->stages, range.last); i-- > 0;) {
    const SortedStage *sorted = &g_array_index (self->stages, SortedStage, i);

    if (slip_date_is_before (sorted->latest, range.first))
      break;
    if (!slip_date_is_before (sorted->stage.days.last, range.first))
      g_array_append_vals (found, sorted, 1);
  }
  g_array_sort (found, compare_places);
  for (guint i = 0; i < found->len; i++)
    g_array_append_val (stages, g_array_index (found, SortedStage, i).stage);
  return stages;
}

static void
add_dates_cb (const SlipRow *release, gpointer data)
{
  static const SlipAnchor anchors[] = { SLIP_ANCHOR_ANNOUNCE,
                                        SLIP_ANCHOR_CODE_COMPLETE };
  SlipCalendarIndex *self = data;

  if (!slip_query_matches (self->query, self->state, release))
    return;
  for (guint i = 0; i < G_N_ELEMENTS (anchors); i++) {
    SlipCalendarEntry entry = { slip_release_resolve (self->state, release,
                                                      anchors[i]),
                                anchors[i], release };

    if (slip_date_is_set (entry.day))
      g_array_append_val (self->dates, entry);
  }
}

/* The same in every run, as compare_places(). */
static int
compare_dates (gconstpointer a, gconstpointer b)
{
  const SlipCalendarEntry *first = a;
  const SlipCalendarEntry *second = b;
  int order = slip_date_compare (first->day, second->day);

  if (order == 0)
    order = (int) second->anchor - (int) first->anchor;
  return order != 0 ? order
                    : strcmp (slip_row_get_id (first->release),
                              slip_row_get_id (second->release));
}

static void
ensure_dates (SlipCalendarIndex *self)
{
  if (self->dates != NULL)
    return;
  self->dates = g_array_new (FALSE, FALSE, sizeof (SlipCalendarEntry));
  slip_release_index_foreach_open (slip_plan_state_get_index (self->state),
                                   add_dates_cb, self);
  g_array_sort (self->dates, compare_dates);
}

GArray *
slip_calendar_index_find_dates (SlipCalendarIndex *self, SlipRange range)
{
  GArray *found = g_array_new (FALSE, FALSE, sizeof (SlipCalendarEntry));

  ensure_dates (self);
  for (guint i = 0; i < self->dates->len; i++) {
    const SlipCalendarEntry *entry =
      &g_array_index (self->dates, SlipCalendarEntry, i);

    if (slip_date_is_before (range.last, entry->day))
      break;
    if (slip_range_contains (range, entry->day))
      g_array_append_vals (found, entry, 1);
  }
  return found;
}

SlipDate
slip_calendar_index_find_last_day (SlipCalendarIndex *self)
{
  SlipRange all = { slip_date_new (1, 1, 1), slip_date_new (9999, 12, 31) };
  SlipDate last = SLIP_DATE_NONE;
  guint n;
  const SlipReleaseEntry *entries =
    slip_release_index_find (slip_plan_state_get_index (self->state), all, &n);

  if (n > 0)
    last = entries[n - 1].day;
  ensure_stages (self);
  if (self->stages->len > 0) {
    SlipDate latest =
      g_array_index (self->stages, SortedStage, self->stages->len - 1).latest;

    if (!slip_date_is_set (last) || slip_date_is_before (last, latest))
      last = latest;
  }
  return last;
}

gboolean
slip_calendar_index_is_narrowed (const SlipCalendarIndex *self)
{
  g_autoptr (SlipQuery) rest = slip_query_copy (self->query);

  slip_query_set_product (rest, NULL);
  return !slip_query_is_empty (rest);
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
