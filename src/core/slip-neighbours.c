/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-neighbours.h"

#include <string.h>

#include "slip-map.h"
#include "slip-release.h"
#include "slip-text-hash.h"

/* A load is of so many days, so that little is made anew for one release. */
#define LOAD_DAYS 7

/* So much of a key says which days. */
#define PART_DIGITS 8

/* Something that one release asks on one day. */
typedef struct {
  SlipDate day;
  gboolean is_item;
  char *release; /* GRefString */
} Entry;

/* All that is asked of one person or audience in some days, by day. */
typedef struct {
  gatomicrefcount ref_count;
  char *key;       /* GRefString: which days, and of whom */
  const char *who; /* within the key */
  GArray *entries;
} Load;

/* The dependencies on one release. */
typedef struct {
  gatomicrefcount ref_count;
  char *release; /* GRefString */
  GPtrArray *rows;
} Dependents;

struct _SlipNeighbours {
  gatomicrefcount ref_count;
  SlipPlanState *state;
  SlipMap loads;      /* of Load */
  SlipMap dependents; /* of Dependents */
};

static void
clear_entry (gpointer data)
{
  Entry *entry = data;

  g_ref_string_release (entry->release);
}

/* Which of the loads of somebody @day belongs to. */
static int
get_part (SlipDate day)
{
  int days = slip_date_days_until (slip_date_new (1970, 1, 1), day);

  return days / LOAD_DAYS - (days % LOAD_DAYS < 0 ? 1 : 0);
}

/* By hand: a large plan wants tens of thousands, which printf() takes longer
 * for than all the rest does. */
static char *
dup_load_key (const char *who, int part)
{
  gsize size = strlen (who) + 1;
  char *key = g_malloc (PART_DIGITS + size);
  guint rest = (guint) part;

  for (int i = 0; i < PART_DIGITS; i++, rest >>= 4)
    key[i] = "0123456789abcdef"[rest & 0xf];
  memcpy (key + PART_DIGITS, who, size);
  return key;
}

static Load *
load_new (const char *key)
{
  Load *load = g_new (Load, 1);

  g_atomic_ref_count_init (&load->ref_count);
  load->key = g_ref_string_new (key);
  load->who = load->key + PART_DIGITS;
  load->entries = g_array_new (FALSE, FALSE, sizeof (Entry));
  g_array_set_clear_func (load->entries, clear_entry);
  return load;
}

/* The first entry that is not before @day. */
static guint
find_entry (const GArray *entries, SlipDate day)
{
  guint low = 0;
  guint high = entries->len;

  while (low < high) {
    guint middle = low + (high - low) / 2;

    if (slip_date_is_before (g_array_index (entries, Entry, middle).day, day))
      low = middle + 1;
    else
      high = middle;
  }
  return low;
}

static const char *
load_get_key (gconstpointer item)
{
  return ((const Load *) item)->key;
}

static gpointer
load_ref (gconstpointer item)
{
  Load *load = (Load *) item;

  g_atomic_ref_count_inc (&load->ref_count);
  return load;
}

static void
load_unref (gpointer item)
{
  Load *load = item;

  if (!g_atomic_ref_count_dec (&load->ref_count))
    return;

  g_ref_string_release (load->key);
  g_array_unref (load->entries);
  g_free (load);
}

static const SlipMapClass load_class = { load_get_key, load_ref, load_unref };

static const char *
dependents_get_key (gconstpointer item)
{
  return ((const Dependents *) item)->release;
}

static gpointer
dependents_ref (gconstpointer item)
{
  Dependents *dependents = (Dependents *) item;

  g_atomic_ref_count_inc (&dependents->ref_count);
  return dependents;
}

static void
dependents_unref (gpointer item)
{
  Dependents *dependents = item;

  if (!g_atomic_ref_count_dec (&dependents->ref_count))
    return;

  g_ref_string_release (dependents->release);
  g_ptr_array_unref (dependents->rows);
  g_free (dependents);
}

static const SlipMapClass dependents_class = { dependents_get_key,
                                               dependents_ref,
                                               dependents_unref };

/* Puts what is in @rows of the dependencies on @release, but for that with @id,
 * and @added (nullable) in their place. */
static void
replace_dependency (SlipMap *map,
                    const char *release,
                    const char *id,
                    const SlipRow *added)
{
  const Dependents *before = slip_map_get (map, release);
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
  Dependents *after;

  for (guint i = 0; before != NULL && i < before->rows->len; i++)
    if (strcmp (slip_row_get_id (before->rows->pdata[i]), id) != 0)
      g_ptr_array_add (rows, slip_row_ref (before->rows->pdata[i]));
  if (added != NULL)
    g_ptr_array_add (rows, slip_row_ref (added));
  if (rows->len == 0) {
    slip_map_remove (map, release);
    return;
  }

  after = g_new (Dependents, 1);
  g_atomic_ref_count_init (&after->ref_count);
  after->release = g_ref_string_new (release);
  after->rows = g_steal_pointer (&rows);
  slip_map_put (map, after);
}

static void
note_dependency_cb (const SlipRow *before, const SlipRow *after, gpointer data)
{
  SlipMap *map = data;
  const char *was = before != NULL
                      ? slip_row_get_text (before, SLIP_DEPENDENCY_ON_RELEASE)
                      : NULL;
  const char *is = after != NULL
                     ? slip_row_get_text (after, SLIP_DEPENDENCY_ON_RELEASE)
                     : NULL;

  if (was != NULL)
    replace_dependency (map, was, slip_row_get_id (before), NULL);
  if (is != NULL)
    replace_dependency (map, is, slip_row_get_id (after), after);
}

static void
add_dependency_cb (const SlipRow *row, gpointer data)
{
  note_dependency_cb (NULL, row, data);
}

/* The release whose items are gone through. */
typedef struct {
  const SlipReleaseSummary *summary;
  SlipLoadFunc func;
  gpointer data;
} Asking;

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
ask_item_cb (const SlipRow *item, gpointer data)
{
  const Asking *asking = data;
  SlipDate due = slip_row_get_date (item, SLIP_ITEM_DUE_DATE);
  const char *owner = slip_row_get_text (item, SLIP_ITEM_OWNER);
  const SlipChecklistSummary *checklist;

  if (!slip_date_is_set (due) ||
      slip_item_state_is_closed (slip_row_get_integer (item, SLIP_ITEM_STATE)))
    return TRUE;

  checklist = find_checklist (asking->summary,
                              slip_row_get_text (item, SLIP_ITEM_CHECKLIST));
  if (checklist == NULL || checklist->is_not_needed)
    return TRUE;
  owner = owner != NULL ? owner : checklist->owner;
  if (owner != NULL)
    asking->func (owner, due, TRUE, asking->data);
  return TRUE;
}

/* Of a release that is not in memory only who owns the checklists is known. */
static void
ask_days (const Asking *asking)
{
  for (guint i = 0; i < asking->summary->checklists->len; i++) {
    const SlipChecklistSummary *checklist =
      asking->summary->checklists->pdata[i];

    if (checklist->is_not_needed || checklist->owner == NULL)
      continue;
    for (guint k = 0; k < checklist->due->len; k++)
      asking->func (checklist->owner,
                    g_array_index (checklist->due, SlipDate, k), TRUE,
                    asking->data);
  }
}

static void
ask_release (const Asking *asking, const SlipRow *release, SlipDate day)
{
  const char *owner = slip_row_get_text (release, SLIP_RELEASE_OWNER);
  const char *market = slip_row_get_text (release, SLIP_RELEASE_MARKET_OWNER);

  if (owner != NULL)
    asking->func (owner, day, FALSE, asking->data);
  if (market != NULL && g_strcmp0 (owner, market) != 0)
    asking->func (market, day, FALSE, asking->data);
  for (guint i = 0;
       asking->summary != NULL && i < asking->summary->checklists->len; i++) {
    const SlipChecklistSummary *checklist =
      asking->summary->checklists->pdata[i];

    if (checklist->audience != NULL &&
        slip_checklist_summary_is_gap (checklist))
      asking->func (checklist->audience, day, FALSE, asking->data);
  }
}

void
slip_neighbours_foreach_asked (const SlipPlanState *state,
                               const SlipRow *release,
                               SlipLoadFunc func,
                               gpointer data)
{
  const char *id = slip_row_get_id (release);
  g_autoptr (SlipReleaseSummary) summary = NULL;
  Asking asking;
  SlipDate day;

  if (!slip_release_is_open (release))
    return;

  summary = slip_plan_state_get_summary (state, id);
  asking = (Asking){ summary, func, data };
  day = slip_release_resolve (state, release, SLIP_ANCHOR_RELEASE);
  if (slip_date_is_set (day))
    ask_release (&asking, release, day);
  if (summary == NULL)
    return;
  if (slip_plan_state_is_loaded (state, id))
    slip_plan_state_foreach_owned (state, SLIP_KIND_ITEM, id, ask_item_cb,
                                   &asking);
  else
    ask_days (&asking);
}

/* Loads in the making: those that something is added to or taken from. */
typedef struct {
  const SlipMap *before;
  GHashTable *loads; /* key → Load */
  char *release;     /* GRefString, which is gone through */
} Filling;

static Load *
get_load (const Filling *filling, const char *who, SlipDate day)
{
  g_autofree char *key = dup_load_key (who, get_part (day));
  Load *load = g_hash_table_lookup (filling->loads, key);
  const Load *before;

  if (load != NULL)
    return load;

  load = load_new (key);
  before = slip_map_get (filling->before, key);
  if (before != NULL)
    g_array_append_vals (load->entries, before->entries->data,
                         before->entries->len);
  for (guint i = 0; i < load->entries->len; i++)
    g_ref_string_acquire (g_array_index (load->entries, Entry, i).release);
  g_hash_table_insert (filling->loads, load->key, load);
  return load;
}

static void
add_entry_cb (const char *who, SlipDate day, gboolean is_item, gpointer data)
{
  const Filling *filling = data;
  Entry entry = { day, is_item, g_ref_string_acquire (filling->release) };

  g_array_append_val (get_load (filling, who, day)->entries, entry);
}

/* To be called while nothing has been added. */
static void
drop_entry_cb (const char *who, SlipDate day, gboolean is_item, gpointer data)
{
  const Filling *filling = data;
  GArray *entries = get_load (filling, who, day)->entries;

  for (guint i = find_entry (entries, day); i < entries->len; i++) {
    const Entry *entry = &g_array_index (entries, Entry, i);

    if (!slip_date_equal (entry->day, day))
      return;
    if (entry->is_item == is_item &&
        strcmp (entry->release, filling->release) == 0) {
      g_array_remove_index (entries, i);
      return;
    }
  }
}

/* Goes through what @release asks in @state. */
static void
fill (Filling *filling,
      const SlipPlanState *state,
      const SlipRow *release,
      SlipLoadFunc func)
{
  if (release == NULL || !slip_release_is_open (release))
    return; /* as most of a large plan are */

  filling->release = g_ref_string_new (slip_row_get_id (release));
  slip_neighbours_foreach_asked (state, release, func, filling);
  g_clear_pointer (&filling->release, g_ref_string_release);
}

static int
compare_entries_cb (gconstpointer a, gconstpointer b)
{
  const Entry *first = a;
  const Entry *second = b;
  int order = slip_date_compare (first->day, second->day);

  return order != 0 ? order : strcmp (first->release, second->release);
}

static void
take_loads (SlipNeighbours *self, const Filling *filling)
{
  GHashTableIter iter;
  gpointer item;

  g_hash_table_iter_init (&iter, filling->loads);
  while (g_hash_table_iter_next (&iter, NULL, &item)) {
    Load *load = item;

    g_array_sort (load->entries, compare_entries_cb);
    if (load->entries->len > 0) {
      slip_map_put (&self->loads, load_ref (load));
    } else {
      slip_map_remove (&self->loads, load->key);
    }
  }
}

static SlipNeighbours *
neighbours_new (SlipPlanState *state)
{
  SlipNeighbours *self = g_new0 (SlipNeighbours, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->state = state;
  return self;
}

typedef struct {
  Filling *filling;
  const SlipPlanState *state;
} Making;

static void
fill_cb (const SlipRow *release, gpointer data)
{
  const Making *making = data;

  fill (making->filling, making->state, release, add_entry_cb);
}

static SlipNeighbours *
make_anew (SlipPlanState *state)
{
  SlipNeighbours *self = neighbours_new (state);
  g_autoptr (GHashTable) loads =
    g_hash_table_new_full (slip_text_hash, g_str_equal, NULL, load_unref);
  Filling filling = { &self->loads, loads, NULL };

  slip_map_init (&self->loads, &load_class);
  slip_map_init (&self->dependents, &dependents_class);
  slip_plan_state_foreach (state, SLIP_KIND_DEPENDENCY, add_dependency_cb,
                           &self->dependents);
  slip_plan_state_foreach (state, SLIP_KIND_RELEASE, fill_cb,
                           &(Making){ &filling, state });
  take_loads (self, &filling);
  return self;
}

static void
note_release_cb (const SlipRow *before, const SlipRow *after, gpointer data)
{
  const SlipRow *row = after != NULL ? after : before;
  const char *owner = slip_row_get_owner (row);

  g_hash_table_add (data,
                    g_strdup (owner != NULL ? owner : slip_row_get_id (row)));
}

static void
note_reading_cb (const char *release, gpointer data)
{
  g_hash_table_add (data, g_strdup (release));
}

static void
note_difference_cb (const SlipRow *before, const SlipRow *after, gpointer data)
{
  gboolean *is_different = data;

  *is_different = TRUE;
}

/* Whether a release may stand on another day though nobody edited it. */
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

static SlipNeighbours *
make_from (SlipPlanState *state, const SlipNeighbours *before)
{
  static const SlipKind kinds[] = { SLIP_KIND_RELEASE, SLIP_KIND_CHECKLIST,
                                    SLIP_KIND_ITEM };
  SlipNeighbours *self = neighbours_new (state);
  g_autoptr (GHashTable) loads =
    g_hash_table_new_full (slip_text_hash, g_str_equal, NULL, load_unref);
  g_autoptr (GHashTable) changed =
    g_hash_table_new_full (slip_text_hash, g_str_equal, g_free, NULL);
  Filling filling = { &before->loads, loads, NULL };
  GHashTableIter iter;
  gpointer id;

  slip_map_init_copy (&self->loads, &before->loads);
  slip_map_init_copy (&self->dependents, &before->dependents);
  slip_plan_state_diff (before->state, state, SLIP_KIND_DEPENDENCY,
                        note_dependency_cb, &self->dependents);
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    slip_plan_state_diff (before->state, state, kinds[i], note_release_cb,
                          changed);
  slip_plan_state_diff_reading (before->state, state, note_reading_cb, changed);

  /* What is to be dropped is looked for in order, so before all additions. */
  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    fill (&filling, before->state,
          slip_plan_state_get (before->state, SLIP_KIND_RELEASE, id),
          drop_entry_cb);
  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    fill (&filling, state, slip_plan_state_get (state, SLIP_KIND_RELEASE, id),
          add_entry_cb);
  take_loads (self, &filling);
  return self;
}

SlipNeighbours *
slip_neighbours_new (SlipPlanState *state, const SlipNeighbours *before)
{
  if (before == NULL || calendars_differ (before->state, state))
    return make_anew (state);

  return make_from (state, before);
}

SlipNeighbours *
slip_neighbours_ref (const SlipNeighbours *self)
{
  SlipNeighbours *neighbours = (SlipNeighbours *) self;

  g_atomic_ref_count_inc (&neighbours->ref_count);
  return neighbours;
}

void
slip_neighbours_unref (SlipNeighbours *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  slip_map_clear (&self->loads);
  slip_map_clear (&self->dependents);
  slip_plan_state_unref (self->state);
  g_free (self);
}

const GPtrArray *
slip_neighbours_peek_dependents (const SlipNeighbours *self,
                                 const char *release)
{
  const Dependents *dependents = slip_map_get (&self->dependents, release);

  return dependents != NULL ? dependents->rows : NULL;
}

/* Calls @func with each entry of @who in @range. */
static void
foreach_entry (const SlipNeighbours *self,
               const char *who,
               SlipRange range,
               void (*func) (const Entry *entry, gpointer data),
               gpointer data)
{
  for (int part = get_part (range.first); part <= get_part (range.last);
       part++) {
    g_autofree char *key = dup_load_key (who, part);
    const Load *load = slip_map_get (&self->loads, key);

    for (guint i = load != NULL ? find_entry (load->entries, range.first) : 0;
         load != NULL && i < load->entries->len; i++) {
      const Entry *entry = &g_array_index (load->entries, Entry, i);

      if (slip_date_is_before (range.last, entry->day))
        return;
      func (entry, data);
    }
  }
}

static void
sum_up_cb (const Entry *entry, gpointer data)
{
  SlipLoadSum *sum = data;

  sum->n_items += entry->is_item ? 1 : 0;
  sum->n_releases += entry->is_item ? 0 : 1;
}

SlipLoadSum
slip_neighbours_sum (const SlipNeighbours *self,
                     const char *who,
                     SlipRange range)
{
  SlipLoadSum sum = { 0, 0 };

  if (who != NULL)
    foreach_entry (self, who, range, sum_up_cb, &sum);
  return sum;
}

typedef struct {
  const SlipNeighbours *before;
  const SlipNeighbours *after;
  const SlipConflictContext *context;
  GHashTable *releases;
  gboolean counts; /* whether how much is too much is another thing */
} Flips;

static gboolean
is_flip (const Flips *flips, guint n, guint other, guint limit)
{
  if (flips->counts)
    return n != other && MAX (n, other) > limit;

  return (n > limit) != (other > limit);
}

static void
add_release_cb (const Entry *entry, gpointer data)
{
  g_hash_table_add (data, g_strdup (entry->release));
}

static void
compare_week (const Flips *flips, const char *who, SlipRange week)
{
  const SlipConflictContext *context = flips->context;
  SlipLoadSum sum = slip_neighbours_sum (flips->before, who, week);
  SlipLoadSum other = slip_neighbours_sum (flips->after, who, week);

  if (!is_flip (flips, sum.n_releases, other.n_releases,
                context->max_releases) &&
      !is_flip (flips, sum.n_items, other.n_items, context->max_items))
    return;

  foreach_entry (flips->before, who, week, add_release_cb, flips->releases);
  foreach_entry (flips->after, who, week, add_release_cb, flips->releases);
}

/* Compares the weeks in which @load (nullable), which is of one of the two, has
 * anything. */
static void
compare_weeks (const Flips *flips, const Load *load)
{
  guint i = 0;

  while (load != NULL && i < load->entries->len) {
    SlipRange week = slip_conflict_context_get_week (
      flips->context, g_array_index (load->entries, Entry, i).day);

    compare_week (flips, load->who, week);
    i = find_entry (load->entries, slip_date_add_days (week.last, 1));
  }
}

static void
compare_loads_cb (gpointer before, gpointer after, gpointer data)
{
  compare_weeks (data, before);
  compare_weeks (data, after);
}

void
slip_neighbours_add_flipped (const SlipNeighbours *before,
                             const SlipNeighbours *after,
                             const SlipConflictContext *context,
                             GHashTable *releases)
{
  Flips flips = { before, after, context, releases, FALSE };

  slip_map_diff (&before->loads, &after->loads, compare_loads_cb, &flips);
}

void
slip_neighbours_add_recounted (const SlipNeighbours *before,
                               const SlipNeighbours *after,
                               const SlipConflictContext *context,
                               GHashTable *releases)
{
  Flips flips = { before, after, context, releases, TRUE };

  slip_map_diff (&before->loads, &after->loads, compare_loads_cb, &flips);
}
