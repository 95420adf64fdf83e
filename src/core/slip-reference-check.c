/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-reference-check.h"

#include <glib/gi18n-lib.h>

/* Parts of releases that are not in memory are left to the file. */
static gboolean
is_beyond_memory (const SlipPlanState *state, const SlipChange *change)
{
  return slip_schema_is_part_of_release (change->kind) &&
         change->owner != NULL &&
         !slip_plan_state_is_loaded (state, change->owner);
}

static gboolean
set_missing (const SlipChange *change,
             SlipKind target,
             const char *id,
             GError **error)
{
  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
               /* Translators: a kind and an id, twice. */
               _ ("%s %s refers to %s %s, which is not there"),
               slip_schema_get (change->kind)->name, change->id,
               slip_schema_get (target)->name, id);
  return FALSE;
}

/* Whether what @change refers to is there, as far as memory can tell. */
static gboolean
check_references (const SlipPlanState *state,
                  const SlipChange *change,
                  GError **error)
{
  SlipKind target = slip_schema_get (change->kind)->owner;
  const char *id = change->owner;

  if (change->type == SLIP_CHANGE_DELETE || is_beyond_memory (state, change) ||
      slip_plan_state_get (state, change->kind, change->id) == NULL)
    return TRUE;

  if (change->type == SLIP_CHANGE_SET) {
    const SlipProperty *property =
      slip_schema_get_property (change->kind, change->property);

    if (property->type != SLIP_PROPERTY_REFERENCE)
      return TRUE;
    target = property->target;
    id = slip_value_get_text (&change->new_value);
  }

  if (id == NULL || slip_plan_state_get (state, target, id) != NULL)
    return TRUE;

  return set_missing (change, target, id, error);
}

typedef struct {
  const SlipPlanState *state;
  GHashTable *gone;        /* ids of entities that were deleted */
  const SlipRow *referrer; /* a row that refers to one of them */
  const char *id;
} Dangling;

static void
find_dangling_cb (const SlipRow *row, gpointer data)
{
  Dangling *search = data;
  const SlipKindInfo *info = slip_schema_get (slip_row_get_kind (row));

  for (guint i = 0; i < info->n_properties && search->referrer == NULL; i++) {
    const char *id = slip_row_get_text (row, i);

    if (info->properties[i].type != SLIP_PROPERTY_REFERENCE || id == NULL ||
        !g_hash_table_contains (search->gone, id) ||
        slip_plan_state_follow (search->state, row, i) != NULL)
      continue;

    search->referrer = row;
    search->id = id;
  }
}

/* Whether nothing in memory refers to what @set deleted. */
static gboolean
check_deletions (const SlipPlanState *state,
                 const SlipChangeSet *set,
                 GError **error)
{
  g_autoptr (GHashTable) gone = g_hash_table_new (g_str_hash, g_str_equal);
  Dangling search = { state, gone, NULL, NULL };

  for (guint i = 0; i < set->changes->len; i++) {
    const SlipChange *change = set->changes->pdata[i];

    if (change->type == SLIP_CHANGE_DELETE)
      g_hash_table_add (gone, change->id);
  }

  for (guint kind = 0; kind < SLIP_N_KINDS && g_hash_table_size (gone) > 0;
       kind++)
    slip_plan_state_foreach (state, (SlipKind) kind, find_dangling_cb, &search);
  if (search.referrer == NULL)
    return TRUE;

  g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
               /* Translators: a kind and an id, then another id. */
               _ ("%s %s refers to %s, so that cannot be deleted"),
               slip_schema_get (slip_row_get_kind (search.referrer))->name,
               slip_row_get_id (search.referrer), search.id);
  return FALSE;
}

gboolean
slip_reference_check_run (const SlipPlanState *state,
                          const SlipChangeSet *set,
                          GError **error)
{
  for (guint i = 0; i < set->changes->len; i++)
    if (!check_references (state, set->changes->pdata[i], error))
      return FALSE;

  return check_deletions (state, set, error);
}
