/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-conflict-index.h"

#include "slip-map.h"
#include "slip-neighbours.h"

/* The conflicts of one release. */
typedef struct {
  gatomicrefcount ref_count;
  char *release;        /* GRefString */
  GPtrArray *conflicts; /* NULL: there are some, and nobody asked which */
} Kept;

struct _SlipConflictIndex {
  gatomicrefcount ref_count;
  SlipPlanState *state;
  GMutex mutex; /* of what follows */
  SlipConflictContext context;
  SlipMap kept;
};

static const char *
kept_get_key (gconstpointer item)
{
  return ((const Kept *) item)->release;
}

static gpointer
kept_ref (gconstpointer item)
{
  Kept *kept = (Kept *) item;

  g_atomic_ref_count_inc (&kept->ref_count);
  return kept;
}

static void
kept_unref (gpointer item)
{
  Kept *kept = item;

  if (!g_atomic_ref_count_dec (&kept->ref_count))
    return;

  g_ref_string_release (kept->release);
  g_clear_pointer (&kept->conflicts, g_ptr_array_unref);
  g_free (kept);
}

static const SlipMapClass kept_class = { kept_get_key, kept_ref, kept_unref };

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Kept, kept_unref)

static Kept *
kept_new (const char *release, GPtrArray *conflicts)
{
  Kept *kept = g_new (Kept, 1);

  g_atomic_ref_count_init (&kept->ref_count);
  kept->release = g_ref_string_new (release);
  kept->conflicts = conflicts != NULL ? g_ptr_array_ref (conflicts) : NULL;
  return kept;
}

/* Takes over from @before what is still true. */
static void
take_over (SlipConflictIndex *self, SlipConflictIndex *before)
{
  g_autoptr (GHashTable) changed = NULL;
  GHashTableIter iter;
  gpointer id;

  g_mutex_lock (&before->mutex);
  self->context = before->context;
  slip_map_init_copy (&self->kept, &before->kept);
  g_mutex_unlock (&before->mutex);
  if (self->kept.n_items == 0)
    return;

  changed =
    slip_conflict_list_changed (before->state, self->state, &self->context);
  if (changed == NULL) {
    slip_map_clear (&self->kept);
    slip_map_init (&self->kept, &kept_class);
    return;
  }

  g_hash_table_iter_init (&iter, changed);
  while (g_hash_table_iter_next (&iter, &id, NULL))
    slip_map_remove (&self->kept, id);
}

SlipConflictIndex *
slip_conflict_index_new (SlipPlanState *state, SlipConflictIndex *before)
{
  SlipConflictIndex *self = g_new0 (SlipConflictIndex, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->mutex);
  self->state = state;
  if (before != NULL) {
    take_over (self, before);
  } else {
    self->context.today = SLIP_DATE_NONE;
    slip_map_init (&self->kept, &kept_class);
  }
  return self;
}

SlipConflictIndex *
slip_conflict_index_ref (SlipConflictIndex *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
slip_conflict_index_unref (SlipConflictIndex *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  slip_map_clear (&self->kept);
  g_mutex_clear (&self->mutex);
  slip_plan_state_unref (self->state);
  g_free (self);
}

/* Returns: (transfer full) (nullable): what is kept of @release. */
static Kept *
look_up (SlipConflictIndex *self,
         const SlipConflictContext *context,
         const char *release)
{
  Kept *found = NULL;

  g_mutex_lock (&self->mutex);
  if (!slip_conflict_context_equal (&self->context, context)) {
    self->context = *context;
    slip_map_clear (&self->kept);
    slip_map_init (&self->kept, &kept_class);
  } else {
    const Kept *kept = slip_map_get (&self->kept, release);

    found = kept != NULL ? kept_ref (kept) : NULL;
  }
  g_mutex_unlock (&self->mutex);

  return found;
}

/* @conflicts is NULL for some. */
static void
keep (SlipConflictIndex *self,
      const SlipConflictContext *context,
      const char *release,
      GPtrArray *conflicts)
{
  g_mutex_lock (&self->mutex);
  /* Another thread may have asked of another day meanwhile. */
  if (slip_conflict_context_equal (&self->context, context))
    slip_map_put (&self->kept, kept_new (release, conflicts));
  g_mutex_unlock (&self->mutex);
}

/* What is closed has none, and of a row that is not the state's nothing can be
 * kept. */
static gboolean
can_keep (const SlipPlanState *state, const SlipRow *release)
{
  return slip_release_is_open (release) &&
         slip_plan_state_get (state, SLIP_KIND_RELEASE,
                              slip_row_get_id (release)) == release;
}

GPtrArray *
slip_plan_state_list_conflicts (const SlipPlanState *state,
                                const SlipConflictContext *context,
                                const SlipRow *release)
{
  const char *id = slip_row_get_id (release);
  g_autoptr (Kept) kept = NULL;
  SlipConflictIndex *self;
  GPtrArray *conflicts;

  if (!can_keep (state, release))
    return slip_conflict_list (state, context, release);

  self = slip_plan_state_get_conflict_index (state);
  kept = look_up (self, context, id);
  if (kept != NULL && kept->conflicts != NULL)
    return g_ptr_array_ref (kept->conflicts);

  conflicts = slip_conflict_list (state, context, release);
  keep (self, context, id, conflicts);
  return conflicts;
}

gboolean
slip_plan_state_has_conflicts (const SlipPlanState *state,
                               const SlipConflictContext *context,
                               const SlipRow *release)
{
  const char *id = slip_row_get_id (release);
  g_autoptr (Kept) kept = NULL;
  g_autoptr (GPtrArray) none = NULL;
  SlipConflictIndex *self;

  if (!can_keep (state, release))
    return slip_conflict_is_any (state, context, release);

  self = slip_plan_state_get_conflict_index (state);
  kept = look_up (self, context, id);
  if (kept != NULL)
    return kept->conflicts == NULL || kept->conflicts->len > 0;

  if (!slip_conflict_is_any (state, context, release))
    none = g_ptr_array_new_with_free_func ((GDestroyNotify) slip_conflict_free);
  keep (self, context, id, none);
  return none == NULL;
}
