/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-conflict-finder.h"

/* So many releases at a time: a millisecond or two. */
#define BATCH 32

struct _SlipConflictFinder {
  GObject parent_instance;

  SlipPlanState *state;
  GPtrArray *open; /* the releases to look at; NULL before they are listed */
  guint next;
  GPtrArray *finding;
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
add_if_open (const SlipRow *release, gpointer data)
{
  if (!slip_release_is_closed (release) && !slip_release_is_deleted (release))
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
  guint end = MIN (self->next + BATCH, self->open->len);
  for (; self->next < end; self->next++) {
    const SlipRow *release = self->open->pdata[self->next];
    g_autoptr (GPtrArray) conflicts = slip_conflict_list (self->state, release);
    if (conflicts->len > 0)
      g_ptr_array_add (self->finding, slip_row_ref (release));
  }
}

static gboolean
search_cb (gpointer data)
{
  SlipConflictFinder *self = data;
  if (self->open == NULL) {
    self->open = new_rows ();
    slip_plan_state_foreach (self->state, SLIP_KIND_RELEASE, add_if_open,
                             self->open);
    return G_SOURCE_CONTINUE;
  }
  if (self->next < self->open->len) {
    look_at_batch (self);
    return G_SOURCE_CONTINUE;
  }
  g_ptr_array_sort_with_data (self->finding, compare_dates, self->state);
  g_ptr_array_unref (self->found);
  self->found = g_steal_pointer (&self->finding);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  self->idle = 0;
  g_signal_emit (self, signals[FOUND], 0);
  return G_SOURCE_REMOVE;
}

static void
stop (SlipConflictFinder *self)
{
  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_pointer (&self->open, g_ptr_array_unref);
  g_clear_pointer (&self->finding, g_ptr_array_unref);
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
                                const SlipPlanState *state)
{
  g_return_if_fail (SLIP_IS_CONFLICT_FINDER (self));

  stop (self);
  if (state == NULL) {
    g_ptr_array_set_size (self->found, 0);
    return;
  }
  self->state = slip_plan_state_ref (state);
  self->finding = new_rows ();
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
