/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-edit.h"

#include <glib/gi18n-lib.h>

struct _SlipEdit {
  const SlipPlanState *base;
  SlipPlanState *state;
  SlipChangeSet *set;
  GHashTable *sets; /* see dup_key() → the SET change in the set */
  GPtrArray *needs; /* ids of releases whose parts are not in memory */
  GError *error;
};

SlipEdit *
slip_edit_new (const SlipPlanState *state, SlipVerb verb)
{
  SlipEdit *edit = g_new0 (SlipEdit, 1);

  edit->base = slip_plan_state_ref (state);
  edit->state = slip_plan_state_fork (state);
  edit->set = slip_change_set_new (verb, NULL);
  edit->sets = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  edit->needs = g_ptr_array_new_with_free_func (g_free);
  return edit;
}

void
slip_edit_free (SlipEdit *edit)
{
  slip_plan_state_unref ((SlipPlanState *) edit->base);
  slip_plan_state_unref (edit->state);
  slip_change_set_unref (edit->set);
  g_hash_table_unref (edit->sets);
  g_ptr_array_unref (edit->needs);
  g_clear_error (&edit->error);
  g_free (edit);
}

const SlipPlanState *
slip_edit_get_state (SlipEdit *edit)
{
  return edit->state;
}

const SlipPlanState *
slip_edit_get_base (SlipEdit *edit)
{
  return edit->base;
}

const GPtrArray *
slip_edit_get_changes (SlipEdit *edit)
{
  return edit->set->changes;
}

void
slip_edit_fail (SlipEdit *edit, SlipPlanError code, const char *message)
{
  if (edit->error == NULL)
    g_set_error_literal (&edit->error, SLIP_PLAN_ERROR, (int) code, message);
}

gboolean
slip_edit_has_failed (SlipEdit *edit)
{
  return edit->error != NULL;
}

static void
set_missing (SlipEdit *edit, SlipKind kind, const char *id)
{
  g_set_error (&edit->error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
               /* Translators: a kind of thing and its id. */
               _ ("There is no %s %s"), slip_schema_get (kind)->name, id);
}

gboolean
slip_edit_need (SlipEdit *edit, const char *release)
{
  if (slip_plan_state_is_loaded (edit->state, release))
    return TRUE;
  if (slip_plan_state_get (edit->state, SLIP_KIND_RELEASE, release) == NULL) {
    if (edit->error == NULL)
      set_missing (edit, SLIP_KIND_RELEASE, release);
    return FALSE;
  }

  if (!g_ptr_array_find_with_equal_func (edit->needs, release, g_str_equal,
                                         NULL))
    g_ptr_array_add (edit->needs, g_strdup (release));
  if (edit->error == NULL)
    g_set_error_literal (&edit->error, SLIP_PLAN_ERROR,
                         SLIP_PLAN_ERROR_NOT_LOADED,
                         _ ("The checklists of the release are still being "
                            "read"));
  return FALSE;
}

static gpointer
copy_text_cb (gconstpointer text, gpointer data)
{
  return g_strdup (text);
}

GPtrArray *
slip_edit_dup_needs (SlipEdit *edit)
{
  return g_ptr_array_copy (edit->needs, copy_text_cb, NULL);
}

void
slip_edit_set_verb (SlipEdit *edit, SlipVerb verb)
{
  edit->set->verb = verb;
}

void
slip_edit_set_subject (SlipEdit *edit, const char *subject)
{
  g_free (edit->set->subject);
  edit->set->subject = g_strdup (subject);
}

void
slip_edit_set_beginning (SlipEdit *edit)
{
  edit->set->is_beginning = TRUE;
}

gboolean
slip_edit_is_empty (SlipEdit *edit)
{
  return edit->set->changes->len == 0;
}

void
slip_edit_set_reason (SlipEdit *edit, const char *reason)
{
  g_free (edit->set->reason);
  edit->set->reason =
    reason != NULL && *reason != '\0' ? g_strdup (reason) : NULL;
}

/* Applies @change to the fork, or keeps the error. */
static gboolean
try_change (SlipEdit *edit, const SlipChange *change)
{
  return slip_plan_state_change (edit->state, change, &edit->error);
}

void
slip_edit_create (SlipEdit *edit,
                  SlipKind kind,
                  const char *id,
                  const char *owner)
{
  g_autoptr (SlipChange) change = slip_change_new_create (kind, id, owner);

  if (edit->error == NULL && try_change (edit, change))
    slip_change_set_take (edit->set, g_steal_pointer (&change));
}

static void
delete_parts (SlipEdit *edit, SlipKind owner_kind, const char *owner)
{
  for (guint kind = 0; kind < SLIP_N_KINDS; kind++) {
    g_autoptr (GPtrArray) parts = NULL;

    if (slip_schema_get ((SlipKind) kind)->owner != owner_kind ||
        slip_schema_get ((SlipKind) kind)->is_record)
      continue;

    parts = slip_plan_state_list_owned (edit->state, (SlipKind) kind, owner);
    for (guint i = 0; i < parts->len; i++)
      slip_edit_delete (edit, (SlipKind) kind,
                        slip_row_get_id (parts->pdata[i]));
  }
}

static char *
dup_key (SlipKind kind, const char *id, guint property)
{
  return g_strdup_printf ("%u %u %s", kind, property, id);
}

/* Changes from before the entity was deleted are not folded with those of one
 * that is created under its id again. */
static void
forget_sets (SlipEdit *edit, const SlipRow *row)
{
  SlipKind kind = slip_row_get_kind (row);
  guint n = slip_schema_get (kind)->n_properties;

  for (guint i = 0; i < n; i++) {
    g_autofree char *key = dup_key (kind, slip_row_get_id (row), i);

    g_hash_table_remove (edit->sets, key);
  }
}

/* Whether @id is a record that was there before, with an error if so. */
static gboolean
is_recorded (SlipEdit *edit, SlipKind kind, const char *id)
{
  if (!slip_schema_get (kind)->is_record ||
      slip_plan_state_get (edit->base, kind, id) == NULL)
    return FALSE;

  g_set_error_literal (&edit->error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                       _ ("What was decided is a record: it is never changed "
                          "and never deleted"));
  return TRUE;
}

void
slip_edit_delete (SlipEdit *edit, SlipKind kind, const char *id)
{
  const SlipKindInfo *info = slip_schema_get (kind);
  const SlipRow *row = slip_plan_state_get (edit->state, kind, id);
  g_autoptr (SlipRow) held = NULL;
  g_autoptr (SlipChange) change = NULL;

  if (edit->error != NULL)
    return;
  if (row == NULL) {
    set_missing (edit, kind, id);
    return;
  }
  if (is_recorded (edit, kind, id) ||
      (kind == SLIP_KIND_RELEASE && !slip_edit_need (edit, id)))
    return;

  held = slip_row_ref (row);
  id = slip_row_get_id (held);
  delete_parts (edit, kind, id);
  for (guint i = 0; i < info->n_properties; i++) {
    SlipValue value = slip_property_get_default (&info->properties[i]);

    slip_edit_set (edit, kind, id, i, &value);
  }

  change = slip_change_new_delete (kind, id, slip_row_get_owner (held));
  if (edit->error == NULL && try_change (edit, change)) {
    slip_change_set_take (edit->set, g_steal_pointer (&change));
    forget_sets (edit, held);
  }
}

/* Lets @earlier, a change of the same property in the set, do what @change
 * does. */
static void
fold_change (SlipEdit *edit,
             SlipChange *earlier,
             const SlipChange *change,
             const char *key)
{
  if (slip_value_equal (&earlier->old_value, &change->new_value)) {
    g_hash_table_remove (edit->sets, key);
    g_ptr_array_remove (edit->set->changes, earlier);
    return;
  }

  slip_value_clear (&earlier->new_value);
  earlier->new_value = slip_value_copy (&change->new_value);
}

void
slip_edit_set (SlipEdit *edit,
               SlipKind kind,
               const char *id,
               guint property,
               const SlipValue *value)
{
  const SlipRow *row = slip_plan_state_get (edit->state, kind, id);
  g_autoptr (SlipChange) change = NULL;
  g_autofree char *key = NULL;
  SlipChange *earlier;

  if (edit->error != NULL)
    return;
  if (row == NULL) {
    set_missing (edit, kind, id);
    return;
  }
  if (slip_value_equal (slip_row_peek (row, property), value) ||
      is_recorded (edit, kind, id))
    return;

  change = slip_change_new_set (row, property, value);
  if (!try_change (edit, change))
    return;

  key = dup_key (kind, change->id, property);
  earlier = g_hash_table_lookup (edit->sets, key);
  if (earlier != NULL) {
    fold_change (edit, earlier, change, key);
    return;
  }

  g_hash_table_insert (edit->sets, g_steal_pointer (&key), change);
  slip_change_set_take (edit->set, g_steal_pointer (&change));
}

void
slip_edit_set_text (SlipEdit *edit,
                    SlipKind kind,
                    const char *id,
                    guint property,
                    const char *text)
{
  g_auto (SlipValue) value = slip_value_new_text (text);

  slip_edit_set (edit, kind, id, property, &value);
}

void
slip_edit_set_integer (SlipEdit *edit,
                       SlipKind kind,
                       const char *id,
                       guint property,
                       gint64 integer)
{
  SlipValue value = slip_value_new_integer (integer);

  slip_edit_set (edit, kind, id, property, &value);
}

void
slip_edit_set_date (SlipEdit *edit,
                    SlipKind kind,
                    const char *id,
                    guint property,
                    SlipDate date)
{
  SlipValue value = slip_value_new_date (date);

  slip_edit_set (edit, kind, id, property, &value);
}

SlipChangeSet *
slip_edit_end (SlipEdit *edit, GError **error)
{
  g_autoptr (SlipPlanState) proof = NULL;

  if (edit->error != NULL) {
    g_propagate_error (error, g_steal_pointer (&edit->error));
    return NULL;
  }

  /* The whole set once more, from the start: this checks references, and that
   * what the file will get is what the fork became. */
  proof = slip_plan_state_apply (edit->base, edit->set, error);
  if (proof == NULL)
    return NULL;

  return slip_change_set_ref (edit->set);
}
