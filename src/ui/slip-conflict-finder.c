/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-conflict-finder.h"

#include "slip-conflict-index.h"
#include "slip-release-index.h"

/* So many releases at a time: a millisecond or two. */
#define BATCH 16

/* After all else that looks through the plan in idle time. */
#define PREPARE_PRIORITY (G_PRIORITY_LOW + 20)

struct _SlipConflictFinder {
  GObject parent_instance;

  SlipPlanState *state;
  SlipConflictContext context;
  GPtrArray *queue; /* the releases to look at, or NULL */
  guint next;
  GPtrArray *conflicting; /* of those, as far as was looked */
  GPtrArray *found;
  guint idle;
  guint preparing;
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

/* Quick where nothing has changed, since the plan keeps what was found. */
static void
look_at_batch (SlipConflictFinder *self)
{
  guint end = MIN (self->next + BATCH, self->queue->len);
  for (; self->next < end; self->next++) {
    const SlipRow *release = self->queue->pdata[self->next];
    if (slip_plan_state_has_conflicts (self->state, &self->context, release))
      g_ptr_array_add (self->conflicting, slip_row_ref (release));
  }
}

static void
take_found (SlipConflictFinder *self)
{
  g_ptr_array_unref (self->found);
  self->found = g_steal_pointer (&self->conflicting);
  g_ptr_array_sort_with_data (self->found, compare_dates, self->state);
}

/* Now that it is known how many there are: has the plan keep which, for views
 * that tell of many. */
static gboolean
prepare_cb (gpointer data)
{
  SlipConflictFinder *self = data;
  guint end = MIN (self->next + BATCH, self->found->len);
  for (; self->next < end; self->next++)
    g_ptr_array_unref (
      slip_plan_state_list_conflicts (self->state, &self->context,
                                      self->found->pdata[self->next]));
  if (self->next < self->found->len)
    return G_SOURCE_CONTINUE;
  self->preparing = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
search_cb (gpointer data)
{
  SlipConflictFinder *self = data;
  look_at_batch (self);
  if (self->next < self->queue->len)
    return G_SOURCE_CONTINUE;
  take_found (self);
  g_clear_pointer (&self->queue, g_ptr_array_unref);
  self->idle = 0;
  self->next = 0;
  self->preparing = g_idle_add_full (PREPARE_PRIORITY, prepare_cb, self, NULL);
  g_signal_emit (self, signals[FOUND], 0);
  return G_SOURCE_REMOVE;
}

static void
stop (SlipConflictFinder *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->preparing, g_source_remove);
  g_clear_pointer (&self->queue, g_ptr_array_unref);
  g_clear_pointer (&self->conflicting, g_ptr_array_unref);
  g_clear_pointer (&self->state, slip_plan_state_unref);
  self->next = 0;
}

static void
slip_conflict_finder_finalize (GObject *object)
{
  SlipConflictFinder *self = SLIP_CONFLICT_FINDER (object);
  stop (self);
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

  stop (self);
  if (state == NULL) {
    g_ptr_array_set_size (self->found, 0);
    return;
  }
  self->state = slip_plan_state_ref (state);
  self->context = *context;
  self->queue = new_rows ();
  self->conflicting = new_rows ();
  slip_release_index_foreach_open (slip_plan_state_get_index (state),
                                   add_release_cb, self->queue);
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
