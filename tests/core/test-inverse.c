/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "built-plan.h"

#define N_SETS      150
#define MAX_CHANGES 40

/*
 * The one law of the program: a set and then its inverse is the identity.  The
 * sets are drawn from every kind and property of the schema table.
 */

static const SlipRow *
draw_row (const SlipPlanState *state, SlipKind kind)
{
  g_autoptr (GPtrArray) rows = slip_plan_state_list (state, kind);

  if (rows->len == 0)
    return NULL;

  return rows->pdata[g_test_rand_int_range (0, (int) rows->len)];
}

static gint64
draw_integer (const SlipProperty *property)
{
  switch (property->type) {
  case SLIP_PROPERTY_INTEGER:
    return property->minimum +
           g_test_rand_int_range (
             0, (int) MIN (property->maximum - property->minimum, 1000) + 1);
  case SLIP_PROPERTY_BOOLEAN:
    return g_test_rand_int_range (0, 2);
  case SLIP_PROPERTY_ENUM: {
    int n = 0;

    while (property->values[n].nick != NULL)
      n++;
    return g_test_rand_int_range (0, n);
  }
  case SLIP_PROPERTY_DATE:
    return g_test_rand_int_range (0, 40000);
  case SLIP_PROPERTY_INSTANT:
    return (gint64) g_test_rand_int_range (0, G_MAXINT) * 1000;
  case SLIP_PROPERTY_TEXT:
  case SLIP_PROPERTY_REFERENCE:
    break;
  }

  g_assert_not_reached ();
}

static SlipValue
draw_value (const SlipPlanState *state, const SlipProperty *property)
{
  const SlipRow *target;
  g_autofree char *text = NULL;

  if (slip_property_get_default (property).type == SLIP_VALUE_NONE &&
      g_test_rand_int_range (0, 4) == 0)
    return SLIP_VALUE_INIT;

  switch (property->type) {
  case SLIP_PROPERTY_REFERENCE:
    target = draw_row (state, property->target);
    return slip_value_new_text (target != NULL ? slip_row_get_id (target)
                                               : NULL);
  case SLIP_PROPERTY_TEXT:
    text = g_strdup_printf ("ä%d", g_test_rand_int_range (0, 1000));
    return slip_value_new_text (text);
  case SLIP_PROPERTY_INTEGER:
  case SLIP_PROPERTY_BOOLEAN:
  case SLIP_PROPERTY_ENUM:
  case SLIP_PROPERTY_DATE:
  case SLIP_PROPERTY_INSTANT:
    break;
  }

  return slip_value_new_integer (draw_integer (property));
}

static void
create_one (SlipEdit *edit, SlipKind kind)
{
  SlipKind owner_kind = slip_schema_get (kind)->owner;
  g_autofree char *id = slip_id_new ();
  const SlipRow *owner = NULL;

  if (owner_kind != SLIP_KIND_NONE) {
    owner = draw_row (slip_edit_get_state (edit), owner_kind);
    if (owner == NULL)
      return;
  }

  slip_edit_create (edit, kind, id,
                    owner != NULL ? slip_row_get_id (owner) : NULL);
}

static void
set_one (SlipEdit *edit, SlipKind kind)
{
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipKindInfo *info = slip_schema_get (kind);
  guint property = (guint) g_test_rand_int_range (0, (int) info->n_properties);
  const SlipRow *row = draw_row (state, kind);
  g_auto (SlipValue) value = SLIP_VALUE_INIT;

  if (row == NULL || info->is_record)
    return;

  value = draw_value (state, &info->properties[property]);
  slip_edit_set (edit, kind, slip_row_get_id (row), property, &value);
}

/* Draws one edit; a deletion is the only one that may be refused, because
 * something refers to what it deletes. */
static SlipChangeSet *
draw_set (const SlipPlanState *state)
{
  g_autoptr (SlipEdit) edit = slip_edit_new (state, SLIP_VERB_EDIT);
  int n = g_test_rand_int_range (1, MAX_CHANGES);
  gboolean has_deletion = FALSE;
  g_autoptr (GError) error = NULL;
  SlipChangeSet *set;

  for (int i = 0; i < n; i++) {
    SlipKind kind = (SlipKind) g_test_rand_int_range (0, SLIP_N_KINDS);
    int action = g_test_rand_int_range (0, 20);
    const SlipRow *row = draw_row (slip_edit_get_state (edit), kind);

    if (action < 5) {
      create_one (edit, kind);
    } else if (action < 19) {
      set_one (edit, kind);
    } else if (row != NULL && !slip_schema_get (kind)->is_record) {
      slip_edit_delete (edit, kind, slip_row_get_id (row));
      has_deletion = TRUE;
    }
  }

  set = slip_edit_end (edit, &error);
  if (!has_deletion)
    g_assert_no_error (error);
  return set;
}

static void
assert_digest (const SlipPlanState *state, const char *digest)
{
  g_autofree char *found = slip_plan_state_digest (state);

  g_assert_cmpstr (found, ==, digest);
}

static void
test_set_and_inverse_is_identity (void)
{
  g_autoptr (SlipPlanState) state = slip_plan_state_new ();
  guint n_applied = 0;

  for (int i = 0; i < N_SETS; i++) {
    g_autofree char *before = slip_plan_state_digest (state);
    g_autoptr (SlipChangeSet) set = draw_set (state);
    g_autoptr (SlipChangeSet) inverse = NULL;
    g_autoptr (SlipPlanState) back = NULL;
    g_autoptr (GError) error = NULL;
    SlipPlanState *next;

    if (set == NULL)
      continue;

    next = slip_plan_state_apply (state, set, &error);
    g_assert_no_error (error);
    inverse = slip_change_set_new_inverse (set);
    back = slip_plan_state_apply (next, inverse, &error);
    g_assert_no_error (error);
    assert_digest (back, before);
    assert_digest (state, before);
    slip_plan_state_unref (state);
    state = next;
    n_applied++;
  }

  g_assert_cmpuint (n_applied, >, N_SETS / 4);
}

/* A whole history, taken back to the beginning and done again to the end. */
static void
test_history_back_and_forth (void)
{
  g_autoptr (SlipPlanState) state = slip_plan_state_new ();
  g_autoptr (GPtrArray) sets =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_change_set_unref);
  g_autoptr (GPtrArray) digests = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < 50; i++) {
    SlipChangeSet *set = draw_set (state);
    SlipPlanState *next;

    if (set == NULL)
      continue;
    g_ptr_array_add (digests, slip_plan_state_digest (state));
    g_ptr_array_add (sets, set);
    next = slip_plan_state_apply (state, set, NULL);
    slip_plan_state_unref (state);
    state = next;
  }
  g_ptr_array_add (digests, slip_plan_state_digest (state));

  for (guint i = sets->len; i > 0; i--) {
    g_autoptr (SlipChangeSet) inverse =
      slip_change_set_new_inverse (sets->pdata[i - 1]);
    SlipPlanState *next = slip_plan_state_apply (state, inverse, NULL);

    g_assert_nonnull (next);
    slip_plan_state_unref (state);
    state = next;
    assert_digest (state, digests->pdata[i - 1]);
  }
  for (guint kind = 0; kind < SLIP_N_KINDS; kind++)
    g_assert_true (slip_schema_get ((SlipKind) kind)->is_record ||
                   slip_plan_state_count (state, (SlipKind) kind) == 0);

  for (guint i = 0; i < sets->len; i++) {
    /* Records were not taken back, so they are not made again. */
    g_autoptr (SlipChangeSet) inverse =
      slip_change_set_new_inverse (sets->pdata[i]);
    g_autoptr (SlipChangeSet) again = slip_change_set_new_inverse (inverse);
    SlipPlanState *next = slip_plan_state_apply (state, again, NULL);

    g_assert_nonnull (next);
    slip_plan_state_unref (state);
    state = next;
    assert_digest (state, digests->pdata[i + 1]);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/inverse/law/set-and-inverse-is-identity",
                   test_set_and_inverse_is_identity);
  g_test_add_func ("/inverse/law/history-back-and-forth",
                   test_history_back_and_forth);

  return g_test_run ();
}
