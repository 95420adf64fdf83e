/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-plan-state.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "slip-conflict-index.h"
#include "slip-map.h"
#include "slip-neighbours.h"
#include "slip-observations.h"
#include "slip-reference-check.h"
#include "slip-release-index.h"

/* The entities of one kind that are part of one other, in no order. */
typedef struct {
  gatomicrefcount ref_count;
  char *owner; /* GRefString */
  GPtrArray *rows;
} Parts;

struct _SlipPlanState {
  gatomicrefcount ref_count;
  SlipMap rows[SLIP_N_KINDS];
  SlipMap parts[SLIP_N_KINDS]; /* of Parts, for kinds with an owner */
  SlipMap loaded;              /* of GRefString: ids of releases */
  SlipMap summaries;           /* of SlipReleaseSummary */
  SlipReleaseIndex *index;     /* made when it is asked for, by any thread */
  SlipReleaseIndex *ancestor;  /* of a state that this one was made from */
  SlipNeighbours *neighbours;  /* the same for these */
  SlipNeighbours *neighbours_ancestor;
  SlipConflictIndex *conflicts; /* the same for this */
  SlipConflictIndex *conflicts_ancestor;
  SlipObservations *observations; /* (nullable): beside the plan */
};

static const char *
row_get_key (gconstpointer item)
{
  return slip_row_get_id (item);
}

static gpointer
row_ref (gconstpointer item)
{
  return slip_row_ref (item);
}

static void
row_unref (gpointer item)
{
  slip_row_unref (item);
}

static const SlipMapClass row_class = { row_get_key, row_ref, row_unref };

static Parts *
parts_new (const char *owner, GPtrArray *rows)
{
  Parts *parts = g_new (Parts, 1);

  g_atomic_ref_count_init (&parts->ref_count);
  parts->owner = g_ref_string_new (owner);
  parts->rows = rows;
  return parts;
}

static const char *
parts_get_key (gconstpointer item)
{
  const Parts *parts = item;

  return parts->owner;
}

static gpointer
parts_ref (gconstpointer item)
{
  Parts *parts = (Parts *) item;

  g_atomic_ref_count_inc (&parts->ref_count);
  return parts;
}

static void
parts_unref (gpointer item)
{
  Parts *parts = item;

  if (!g_atomic_ref_count_dec (&parts->ref_count))
    return;

  g_ref_string_release (parts->owner);
  g_ptr_array_unref (parts->rows);
  g_free (parts);
}

static const SlipMapClass parts_class = { parts_get_key, parts_ref,
                                          parts_unref };

static const char *
text_get_key (gconstpointer item)
{
  return item;
}

static gpointer
text_ref (gconstpointer item)
{
  return g_ref_string_acquire ((char *) item);
}

static void
text_unref (gpointer item)
{
  g_ref_string_release (item);
}

static const SlipMapClass text_class = { text_get_key, text_ref, text_unref };

static const char *
summary_get_key (gconstpointer item)
{
  const SlipReleaseSummary *summary = item;

  return summary->release;
}

static gpointer
summary_ref (gconstpointer item)
{
  return slip_release_summary_ref (item);
}

static void
summary_unref (gpointer item)
{
  slip_release_summary_unref (item);
}

static const SlipMapClass summary_class = { summary_get_key, summary_ref,
                                            summary_unref };

SlipPlanState *
slip_plan_state_new (void)
{
  SlipPlanState *state = g_new0 (SlipPlanState, 1);

  g_atomic_ref_count_init (&state->ref_count);
  for (guint i = 0; i < SLIP_N_KINDS; i++) {
    slip_map_init (&state->rows[i], &row_class);
    slip_map_init (&state->parts[i], &parts_class);
  }
  slip_map_init (&state->loaded, &text_class);
  slip_map_init (&state->summaries, &summary_class);

  return state;
}

SlipPlanState *
slip_plan_state_ref (const SlipPlanState *state)
{
  SlipPlanState *self = (SlipPlanState *) state;

  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
slip_plan_state_unref (SlipPlanState *state)
{
  if (!g_atomic_ref_count_dec (&state->ref_count))
    return;

  for (guint i = 0; i < SLIP_N_KINDS; i++) {
    slip_map_clear (&state->rows[i]);
    slip_map_clear (&state->parts[i]);
  }
  slip_map_clear (&state->loaded);
  slip_map_clear (&state->summaries);
  g_clear_pointer (&state->index, slip_release_index_unref);
  g_clear_pointer (&state->ancestor, slip_release_index_unref);
  g_clear_pointer (&state->neighbours, slip_neighbours_unref);
  g_clear_pointer (&state->neighbours_ancestor, slip_neighbours_unref);
  g_clear_pointer (&state->conflicts, slip_conflict_index_unref);
  g_clear_pointer (&state->conflicts_ancestor, slip_conflict_index_unref);
  g_clear_pointer (&state->observations, slip_observations_unref);
  g_free (state);
}

static SlipPlanState *
copy_maps (const SlipPlanState *state)
{
  SlipPlanState *fork = g_new0 (SlipPlanState, 1);

  g_atomic_ref_count_init (&fork->ref_count);
  for (guint i = 0; i < SLIP_N_KINDS; i++) {
    slip_map_init_copy (&fork->rows[i], &state->rows[i]);
    slip_map_init_copy (&fork->parts[i], &state->parts[i]);
  }
  slip_map_init_copy (&fork->loaded, &state->loaded);
  slip_map_init_copy (&fork->summaries, &state->summaries);

  return fork;
}

SlipPlanState *
slip_plan_state_fork (const SlipPlanState *state)
{
  SlipPlanState *fork = copy_maps (state);
  const SlipReleaseIndex *index =
    g_atomic_pointer_get (&((SlipPlanState *) state)->index);
  const SlipNeighbours *neighbours =
    g_atomic_pointer_get (&((SlipPlanState *) state)->neighbours);
  SlipConflictIndex *conflicts =
    g_atomic_pointer_get (&((SlipPlanState *) state)->conflicts);

  if (index == NULL)
    index = state->ancestor;
  if (index != NULL)
    fork->ancestor = slip_release_index_ref (index);
  if (neighbours == NULL)
    neighbours = state->neighbours_ancestor;
  if (neighbours != NULL)
    fork->neighbours_ancestor = slip_neighbours_ref (neighbours);
  if (conflicts == NULL)
    conflicts = state->conflicts_ancestor;
  if (conflicts != NULL)
    fork->conflicts_ancestor = slip_conflict_index_ref (conflicts);
  if (state->observations != NULL)
    fork->observations = slip_observations_ref (state->observations);

  return fork;
}

const SlipObservations *
slip_plan_state_get_observations (const SlipPlanState *state)
{
  return state->observations;
}

SlipPlanState *
slip_plan_state_with_observations (const SlipPlanState *state,
                                   const SlipObservations *observations)
{
  SlipPlanState *other = slip_plan_state_fork (state);

  g_clear_pointer (&other->observations, slip_observations_unref);
  if (observations != NULL)
    other->observations = slip_observations_ref (observations);
  return other;
}

/* To be called before a row is put in or taken out. */
static void
outgrow_indices (SlipPlanState *state)
{
  if (state->index != NULL) {
    g_clear_pointer (&state->ancestor, slip_release_index_unref);
    state->ancestor = g_steal_pointer (&state->index);
  }
  if (state->neighbours != NULL) {
    g_clear_pointer (&state->neighbours_ancestor, slip_neighbours_unref);
    state->neighbours_ancestor = g_steal_pointer (&state->neighbours);
  }
  if (state->conflicts != NULL) {
    g_clear_pointer (&state->conflicts_ancestor, slip_conflict_index_unref);
    state->conflicts_ancestor = g_steal_pointer (&state->conflicts);
  }
}

const SlipReleaseIndex *
slip_plan_state_get_index (const SlipPlanState *state)
{
  SlipPlanState *self = (SlipPlanState *) state;
  SlipReleaseIndex *index = g_atomic_pointer_get (&self->index);

  if (index != NULL)
    return index;

  index = slip_release_index_new (copy_maps (state), state->ancestor);
  if (!g_atomic_pointer_compare_and_exchange (&self->index, NULL, index))
    slip_release_index_unref (index);
  return g_atomic_pointer_get (&self->index);
}

const SlipNeighbours *
slip_plan_state_get_neighbours (const SlipPlanState *state)
{
  SlipPlanState *self = (SlipPlanState *) state;
  SlipNeighbours *made = g_atomic_pointer_get (&self->neighbours);

  if (made != NULL)
    return made;

  made = slip_neighbours_new (copy_maps (state), state->neighbours_ancestor);
  if (!g_atomic_pointer_compare_and_exchange (&self->neighbours, NULL, made))
    slip_neighbours_unref (made);
  return g_atomic_pointer_get (&self->neighbours);
}

SlipConflictIndex *
slip_plan_state_get_conflict_index (const SlipPlanState *state)
{
  SlipPlanState *self = (SlipPlanState *) state;
  SlipConflictIndex *made = g_atomic_pointer_get (&self->conflicts);
  SlipPlanState *copy;

  if (made != NULL)
    return made;

  /* The state after this one is compared with the copy. */
  copy = copy_maps (state);
  copy->neighbours =
    slip_neighbours_ref (slip_plan_state_get_neighbours (state));
  made = slip_conflict_index_new (copy, state->conflicts_ancestor);
  if (!g_atomic_pointer_compare_and_exchange (&self->conflicts, NULL, made))
    slip_conflict_index_unref (made);
  return g_atomic_pointer_get (&self->conflicts);
}

/* Gives the parts of @owner a list of their own, without the row with @id and
 * with @added (nullable). */
static void
replace_part (SlipMap *map,
              const char *owner,
              const char *id,
              const SlipRow *added)
{
  const Parts *parts = slip_map_get (map, owner);
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);

  for (guint i = 0; parts != NULL && i < parts->rows->len; i++) {
    const SlipRow *row = parts->rows->pdata[i];

    if (g_strcmp0 (slip_row_get_id (row), id) != 0)
      g_ptr_array_add (rows, slip_row_ref (row));
  }
  if (added != NULL)
    g_ptr_array_add (rows, slip_row_ref (added));

  if (rows->len > 0)
    slip_map_put (map, parts_new (owner, g_steal_pointer (&rows)));
  else
    slip_map_remove (map, owner);
}

void
slip_plan_state_take_row (SlipPlanState *state, SlipRow *row)
{
  SlipKind kind = slip_row_get_kind (row);
  const char *owner = slip_row_get_owner (row);

  outgrow_indices (state);
  if (owner != NULL)
    replace_part (&state->parts[kind], owner, slip_row_get_id (row), row);
  slip_map_put (&state->rows[kind], row);
}

static void
drop_row (SlipPlanState *state, const SlipRow *row)
{
  SlipKind kind = slip_row_get_kind (row);
  const char *owner = slip_row_get_owner (row);

  outgrow_indices (state);
  if (owner != NULL)
    replace_part (&state->parts[kind], owner, slip_row_get_id (row), NULL);
  slip_map_remove (&state->rows[kind], slip_row_get_id (row));
}

void
slip_plan_state_set_loaded (SlipPlanState *state, const char *release)
{
  slip_map_put (&state->loaded, g_ref_string_new (release));
}

void
slip_plan_state_unload (SlipPlanState *state, const char *release)
{
  for (guint kind = 0; kind < SLIP_N_KINDS; kind++) {
    g_autoptr (GPtrArray) rows = NULL;

    if (!slip_schema_is_part_of_release ((SlipKind) kind))
      continue;

    rows = slip_plan_state_list_owned (state, (SlipKind) kind, release);
    for (guint i = 0; i < rows->len; i++)
      slip_map_remove (&state->rows[kind], slip_row_get_id (rows->pdata[i]));
    slip_map_remove (&state->parts[kind], release);
  }

  slip_map_remove (&state->loaded, release);
  slip_map_remove (&state->summaries, release);
}

gboolean
slip_plan_state_is_loaded (const SlipPlanState *state, const char *release)
{
  return slip_map_get (&state->loaded, release) != NULL;
}

static SlipReleaseSummary *
summarize (const SlipPlanState *state, const char *release)
{
  g_autoptr (GPtrArray) checklists =
    slip_plan_state_list_owned (state, SLIP_KIND_CHECKLIST, release);
  g_autoptr (GPtrArray) items =
    slip_plan_state_list_owned (state, SLIP_KIND_ITEM, release);

  return slip_readiness_summarize (release, checklists, items);
}

SlipReleaseSummary *
slip_plan_state_get_summary (const SlipPlanState *state, const char *release)
{
  const SlipReleaseSummary *summary = slip_map_get (&state->summaries, release);

  if (summary != NULL)
    return slip_release_summary_ref (summary);
  if (!slip_plan_state_is_loaded (state, release))
    return NULL;

  return summarize (state, release);
}

void
slip_plan_state_take_summary (SlipPlanState *state, SlipReleaseSummary *summary)
{
  slip_map_put (&state->summaries, summary);
}

void
slip_plan_state_summarize (SlipPlanState *state, const char *release)
{
  slip_map_put (&state->summaries, summarize (state, release));
}

static gboolean
is_summed_up (SlipKind kind)
{
  return kind == SLIP_KIND_CHECKLIST || kind == SLIP_KIND_ITEM;
}

/* The summaries of what @set changed were dropped change by change. */
static void
summarize_changed (SlipPlanState *state, const SlipChangeSet *set)
{
  for (guint i = 0; i < set->changes->len; i++) {
    const SlipChange *change = set->changes->pdata[i];

    if (is_summed_up (change->kind) &&
        slip_plan_state_is_loaded (state, change->owner) &&
        slip_map_get (&state->summaries, change->owner) == NULL)
      slip_plan_state_summarize (state, change->owner);
  }
}

static gboolean
set_conflict (const SlipChange *change, const char *problem, GError **error)
{
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_CONFLICT,
               /* Translators: a kind of thing, its id, what is wrong. */
               _ ("%s %s %s"), slip_schema_get (change->kind)->name, change->id,
               problem);
  return FALSE;
}

static gboolean
apply_create (SlipPlanState *state,
              const SlipChange *change,
              const SlipRow *row,
              GError **error)
{
  gboolean is_part = slip_schema_get (change->kind)->owner != SLIP_KIND_NONE;

  if (row != NULL)
    return set_conflict (change, _ ("is there already"), error);
  if (is_part != (change->owner != NULL))
    return set_conflict (change,
                         is_part ? _ ("is part of nothing")
                                 : _ ("cannot be part of something"),
                         error);

  slip_plan_state_take_row (state, slip_row_new (change->kind, change->id,
                                                 change->owner, NULL));
  if (change->kind == SLIP_KIND_RELEASE)
    slip_plan_state_set_loaded (state, change->id);

  return TRUE;
}

static gboolean
has_parts (const SlipPlanState *state, SlipKind owner_kind, const char *owner)
{
  for (guint kind = 0; kind < SLIP_N_KINDS; kind++)
    if (slip_schema_get ((SlipKind) kind)->owner == owner_kind &&
        !slip_schema_get ((SlipKind) kind)->is_record &&
        slip_map_get (&state->parts[kind], owner) != NULL)
      return TRUE;

  return FALSE;
}

/* What was decided on @release is not forgotten with it: it may come back. */
static void
unload_all_but_records (SlipPlanState *state, const char *release)
{
  g_autoptr (GPtrArray) records =
    slip_plan_state_list_owned (state, SLIP_KIND_DECISION, release);

  slip_plan_state_unload (state, release);
  for (guint i = 0; i < records->len; i++)
    slip_plan_state_take_row (state, slip_row_ref (records->pdata[i]));
}

static gboolean
apply_delete (SlipPlanState *state,
              const SlipChange *change,
              const SlipRow *row,
              GError **error)
{
  if (row == NULL)
    return set_conflict (change, _ ("is not there"), error);
  if (!slip_row_is_default (row))
    return set_conflict (change, _ ("still has values"), error);
  if (has_parts (state, change->kind, change->id))
    return set_conflict (change, _ ("still has parts"), error);

  if (change->kind == SLIP_KIND_RELEASE)
    unload_all_but_records (state, change->id);
  drop_row (state, row);
  return TRUE;
}

static gboolean
apply_set (SlipPlanState *state,
           const SlipChange *change,
           const SlipRow *row,
           GError **error)
{
  const SlipProperty *property =
    slip_schema_get_property (change->kind, change->property);

  if (row == NULL)
    return set_conflict (change, _ ("is not there"), error);
  if (!slip_value_equal (slip_row_peek (row, change->property),
                         &change->old_value))
    return set_conflict (change, _ ("was changed in the meantime"), error);
  if (!slip_property_check (property, &change->new_value, error))
    return FALSE;

  slip_plan_state_take_row (state, slip_row_new_with (row, change->property,
                                                      &change->new_value));
  return TRUE;
}

/* Parts of releases that are not in memory are left to the file. */
static gboolean
is_beyond_memory (const SlipPlanState *state, const SlipChange *change)
{
  return slip_schema_is_part_of_release (change->kind) &&
         change->owner != NULL &&
         !slip_plan_state_is_loaded (state, change->owner);
}

gboolean
slip_plan_state_change (SlipPlanState *state,
                        const SlipChange *change,
                        GError **error)
{
  const SlipRow *row = slip_map_get (&state->rows[change->kind], change->id);

  if (is_summed_up (change->kind) && change->owner != NULL)
    slip_map_remove (&state->summaries, change->owner);
  if (is_beyond_memory (state, change))
    return TRUE;

  switch (change->type) {
  case SLIP_CHANGE_CREATE:
    return apply_create (state, change, row, error);
  case SLIP_CHANGE_DELETE:
    return apply_delete (state, change, row, error);
  case SLIP_CHANGE_SET:
    return apply_set (state, change, row, error);
  }

  g_assert_not_reached ();
}

SlipPlanState *
slip_plan_state_apply (const SlipPlanState *state,
                       const SlipChangeSet *set,
                       GError **error)
{
  g_autoptr (SlipPlanState) next = slip_plan_state_fork (state);

  for (guint i = 0; i < set->changes->len; i++)
    if (!slip_plan_state_change (next, set->changes->pdata[i], error))
      return NULL;

  if (!slip_reference_check_run (next, set, error))
    return NULL;

  summarize_changed (next, set);
  return g_steal_pointer (&next);
}

const SlipRow *
slip_plan_state_get (const SlipPlanState *state, SlipKind kind, const char *id)
{
  return id != NULL ? slip_map_get (&state->rows[kind], id) : NULL;
}

static void
note_row_cb (gpointer item, gpointer data)
{
  const SlipRow **row = data;

  *row = item;
}

const SlipRow *
slip_plan_state_get_plan (const SlipPlanState *state)
{
  const SlipRow *row = NULL;

  slip_map_foreach (&state->rows[SLIP_KIND_PLAN], note_row_cb, &row);
  return row;
}

const SlipRow *
slip_plan_state_follow (const SlipPlanState *state,
                        const SlipRow *row,
                        guint property)
{
  SlipKind target =
    slip_schema_get_property (slip_row_get_kind (row), property)->target;

  g_return_val_if_fail (target != SLIP_KIND_NONE, NULL);

  return slip_plan_state_get (state, target, slip_row_get_text (row, property));
}

guint
slip_plan_state_count (const SlipPlanState *state, SlipKind kind)
{
  return state->rows[kind].n_items;
}

typedef struct {
  SlipRowFunc func;
  gpointer data;
} Visit;

static void
visit_row_cb (gpointer item, gpointer data)
{
  const Visit *visit = data;

  visit->func (item, visit->data);
}

void
slip_plan_state_foreach (const SlipPlanState *state,
                         SlipKind kind,
                         SlipRowFunc func,
                         gpointer data)
{
  Visit visit = { func, data };

  slip_map_foreach (&state->rows[kind], visit_row_cb, &visit);
}

typedef struct {
  SlipRowDiffFunc func;
  gpointer data;
} RowDiff;

static void
tell_row_difference_cb (gpointer before, gpointer after, gpointer data)
{
  const RowDiff *diff = data;

  diff->func (before, after, diff->data);
}

void
slip_plan_state_diff (const SlipPlanState *before,
                      const SlipPlanState *after,
                      SlipKind kind,
                      SlipRowDiffFunc func,
                      gpointer data)
{
  RowDiff diff = { func, data };

  slip_map_diff (&before->rows[kind], &after->rows[kind],
                 tell_row_difference_cb, &diff);
}

typedef struct {
  SlipReleaseFunc func;
  gpointer data;
} ReadingDiff;

static void
tell_loaded_difference_cb (gpointer before, gpointer after, gpointer data)
{
  const ReadingDiff *diff = data;

  if (before == NULL || after == NULL)
    diff->func (text_get_key (after != NULL ? after : before), diff->data);
}

static void
tell_summary_difference_cb (gpointer before, gpointer after, gpointer data)
{
  const ReadingDiff *diff = data;

  diff->func (summary_get_key (after != NULL ? after : before), diff->data);
}

void
slip_plan_state_diff_reading (const SlipPlanState *before,
                              const SlipPlanState *after,
                              SlipReleaseFunc func,
                              gpointer data)
{
  ReadingDiff diff = { func, data };

  slip_map_diff (&before->loaded, &after->loaded, tell_loaded_difference_cb,
                 &diff);
  slip_map_diff (&before->summaries, &after->summaries,
                 tell_summary_difference_cb, &diff);
}

static void
collect_row_cb (gpointer item, gpointer data)
{
  g_ptr_array_add (data, slip_row_ref (item));
}

static int
compare_by_id (gconstpointer a, gconstpointer b)
{
  const SlipRow *const *row_a = a;
  const SlipRow *const *row_b = b;

  return g_strcmp0 (slip_row_get_id (*row_a), slip_row_get_id (*row_b));
}

GPtrArray *
slip_plan_state_list (const SlipPlanState *state, SlipKind kind)
{
  GPtrArray *rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);

  slip_map_foreach (&state->rows[kind], collect_row_cb, rows);
  g_ptr_array_sort (rows, compare_by_id);
  return rows;
}

GPtrArray *
slip_plan_state_list_owned (const SlipPlanState *state,
                            SlipKind kind,
                            const char *owner)
{
  const Parts *parts = slip_map_get (&state->parts[kind], owner);
  GPtrArray *rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);

  for (guint i = 0; parts != NULL && i < parts->rows->len; i++)
    g_ptr_array_add (rows, slip_row_ref (parts->rows->pdata[i]));

  g_ptr_array_sort (rows, compare_by_id);
  return rows;
}

gboolean
slip_plan_state_foreach_owned (const SlipPlanState *state,
                               SlipKind kind,
                               const char *owner,
                               SlipRowFilterFunc func,
                               gpointer data)
{
  const Parts *parts = slip_map_get (&state->parts[kind], owner);

  for (guint i = 0; parts != NULL && i < parts->rows->len; i++)
    if (!func (parts->rows->pdata[i], data))
      return FALSE;

  return TRUE;
}
