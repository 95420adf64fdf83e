/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-conflict-finder.h"

#include "slip-conflict-index.h"
#include "slip-release-index.h"

/* So many releases at a time: a millisecond or two. */
#define BATCH 16

struct _SlipConflictFinder {
  GObject parent_instance;

  SlipPlanState *state;
  SlipConflictContext context;
  GPtrArray *queue; /* the releases to look at, or NULL */
  guint next;
  GHashTable *conflicting; /* id → release, as far as was looked */
  GPtrArray *found;
  guint idle;
};

enum {
  FOUND,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipConflictFinder, slip_conflict_finder, G_TYPE_OBJECT)

static GPtrArray *
new_rows (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
}

static void
add_release_cb (const SlipRow *release, gpointer data)
{
  g_ptr_array_add (data, slip_row_ref (release));
}

static int
compare_dates (gconstpointer a, gconstpointer b, gpointer data)
{
  const SlipPlanState *state = data;
  const SlipRow *row_a = *(const SlipRow *const *) a;
  const SlipRow *row_b = *(const SlipRow *const *) b;
  return slip_date_compare (slip_release_resolve (state, row_a,
                                                  SLIP_ANCHOR_RELEASE),
                            slip_release_resolve (state, row_b,
                                                  SLIP_ANCHOR_RELEASE));
}

static void
look_at_batch (SlipConflictFinder *self)
{
  guint end = MIN (self->next + BATCH, self->queue->len);
  for (; self->next < end; self->next++) {
    const SlipRow *release = self->queue->pdata[self->next];
    g_autoptr (GPtrArray) conflicts =
      slip_plan_state_list_conflicts (self->state, &self->context, release);
    if (conflicts->len > 0)
      g_hash_table_insert (self->conflicting,
                           g_strdup (slip_row_get_id (release)),
                           slip_row_ref (release));
    else
      g_hash_table_remove (self->conflicting, slip_row_get_id (release));
  }
}

static void
list_found (SlipConflictFinder *self)
{
  GHashTableIter iter;
  gpointer release;
  g_ptr_array_unref (self->found);
  self->found = new_rows ();
  g_hash_table_iter_init (&iter, self->conflicting);
  while (g_hash_table_iter_next (&iter, NULL, &release))
    g_ptr_array_add (self->found, slip_row_ref (release));
  g_ptr_array_sort_with_data (self->found, compare_dates, self->state);
}

static gboolean
search_cb (gpointer data)
{
  SlipConflictFinder *self = data;
  look_at_batch (self);
  if (self->next < self->queue->len)
    return G_SOURCE_CONTINUE;
  list_found (self);
  g_clear_pointer (&self->queue, g_ptr_array_unref);
  self->idle = 0;
  g_signal_emit (self, signals[FOUND], 0);
  return G_SOURCE_REMOVE;
}

/* What may have changed since the last search, or NULL for everything. */
static GHashTable *
list_touched (SlipConflictFinder *self,
              const SlipPlanState *state,
              const SlipConflictContext *context)
{
  if (self->state == NULL || self->idle != 0 ||
      !slip_conflict_context_equal (&self->context, context))
    return NULL;
  return slip_conflict_list_touched (self->state, state, context);
}

static GPtrArray *
list_queue (SlipConflictFinder *self,
            const SlipPlanState *state,
            GHashTable *touched)
{
  GPtrArray *queue = new_rows ();
  GHashTableIter iter;
  gpointer id;
  if (touched == NULL) {
    slip_release_index_foreach_open (slip_plan_state_get_index (state),
                                     add_release_cb, queue);
    return queue;
  }
  g_hash_table_iter_init (&iter, touched);
  while (g_hash_table_iter_next (&iter, &id, NULL)) {
    const SlipRow *release = slip_plan_state_get (state, SLIP_KIND_RELEASE, id);
    if (release != NULL)
      g_ptr_array_add (queue, slip_row_ref (release));
    else
      g_hash_table_remove (self->conflicting, id);
  }
  return queue;
}

static void
stop (SlipConflictFinder *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->queue, g_ptr_array_unref);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->next = 0;
}

static void
slip_conflict_finder_finalize (GObject *object)
{
  SlipConflictFinder *self = SLIP_CONFLICT_FINDER (object);
  stop (self);
  g_hash_table_unref (self->conflicting);
  g_ptr_array_unref (self->found);
  G_OBJECT_CLASS (slip_conflict_finder_parent_class)->finalize (object);
}

static void
slip_conflict_finder_class_init (SlipConflictFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_conflict_finder_finalize;
  signals[FOUND] =
    g_signal_new ("found", SLIP_TYPE_CONFLICT_FINDER, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
slip_conflict_finder_init (SlipConflictFinder *self)
{
  self->found = new_rows ();
  self->conflicting = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                             (GDestroyNotify) slip_row_unref);
}

SlipConflictFinder *
slip_conflict_finder_new (void)
{
  return g_object_new (SLIP_TYPE_CONFLICT_FINDER, NULL);
}

void
slip_conflict_finder_set_state (SlipConflictFinder *self,
                                const SlipPlanState *state,
                                const SlipConflictContext *context)
{
  g_return_if_fail (SLIP_IS_CONFLICT_FINDER (self));
  g_return_if_fail (context != NULL);

  g_autoptr (GHashTable) touched =
    state != NULL ? list_touched (self, state, context) : NULL;
  stop (self);
  if (touched == NULL)
    g_hash_table_remove_all (self->conflicting);
  if (state == NULL) {
    g_ptr_array_set_size (self->found, 0);
    return;
  }
  self->state = slip_plan_state_ref (state);
  self->context = *context;
  self->queue = list_queue (self, state, touched);
  self->idle = g_idle_add_full (G_PRIORITY_LOW, search_cb, self, NULL);
}

GPtrArray *
slip_conflict_finder_get_releases (SlipConflictFinder *self)
{
  g_return_val_if_fail (SLIP_IS_CONFLICT_FINDER (self), NULL);
  return self->found;
}

gboolean
slip_conflict_finder_is_searching (SlipConflictFinder *self)
{
  g_return_val_if_fail (SLIP_IS_CONFLICT_FINDER (self), FALSE);
  return self->idle != 0;
}
