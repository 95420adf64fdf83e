/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-product.h"

#include "built-plan.h"
#include "slip-entity-edit.h"

#define N_COLORS 10

static SlipEntityEdit *
new_product (const char *id, const char *name)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_PRODUCT, id, NULL);

  slip_entity_edit_add_text (edit, SLIP_PRODUCT_NAME, name);
  return edit;
}

static void
run (SlipPlanState **state, SlipEntityEdit *edit)
{
  apply_intent (state, slip_entity_edit_run, edit);
  slip_entity_edit_free (edit);
}

static const char *
get_color (const SlipPlanState *state, const char *id)
{
  return slip_row_get_text (slip_plan_state_get (state, SLIP_KIND_PRODUCT, id),
                            SLIP_PRODUCT_COLOR);
}

static void
test_colors_differ (void)
{
  g_autoptr (SlipPlanState) state = slip_plan_state_new ();
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < N_COLORS; i++) {
    g_autofree char *id = g_strdup_printf ("p%u", i);

    run (&state, new_product (id, id));
    g_assert_nonnull (get_color (state, id));
    g_assert_true (
      g_hash_table_add (seen, (gpointer) slip_product_pick_color (state)) ||
      i + 1 == N_COLORS);
  }

  /* Then they come again, the first one first. */
  run (&state, new_product ("again", "Again"));
  g_assert_cmpstr (get_color (state, "again"), ==, get_color (state, "p0"));
  g_assert_cmpstr (slip_product_pick_color (state), ==,
                   get_color (state, "p1"));
}

static void
test_color_given (void)
{
  g_autoptr (SlipPlanState) state = slip_plan_state_new ();
  const char *first = slip_product_pick_color (state);
  g_autofree char *loud = g_ascii_strup (first, -1);
  SlipEntityEdit *edit = new_product ("a", "A");

  slip_entity_edit_add_text (edit, SLIP_PRODUCT_COLOR, loud);
  run (&state, edit);
  g_assert_cmpstr (get_color (state, "a"), ==, loud);
  g_assert_cmpstr (slip_product_pick_color (state), !=, first);
}

static void
assert_name_refused (const SlipPlanState *state, SlipEntityEdit *edit)
{
  assert_refused (state, slip_entity_edit_run, edit, SLIP_PLAN_ERROR_INVALID);
  slip_entity_edit_free (edit);
}

static void
test_one_name (void)
{
  g_autoptr (SlipPlanState) state = slip_plan_state_new ();
  SlipEntityEdit *edit;

  run (&state, new_product ("a", "Wallet"));
  run (&state, new_product ("b", "Mobile"));
  assert_name_refused (state, new_product ("c", "WALLET"));
  edit = slip_entity_edit_new_set (SLIP_KIND_PRODUCT, "b");
  slip_entity_edit_add_text (edit, SLIP_PRODUCT_NAME, "wallet");
  assert_name_refused (state, edit);

  /* Its own name is no other's. */
  edit = slip_entity_edit_new_set (SLIP_KIND_PRODUCT, "a");
  slip_entity_edit_add_text (edit, SLIP_PRODUCT_NAME, "WALLET");
  run (&state, edit);

  edit = slip_entity_edit_new_set (SLIP_KIND_PRODUCT, "a");
  slip_entity_edit_add_integer (edit, SLIP_PRODUCT_IS_RETIRED, TRUE);
  run (&state, edit);
  run (&state, new_product ("c", "Wallet"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/product/color/new-ones-get-one-that-is-free",
                   test_colors_differ);
  g_test_add_func ("/product/color/a-given-one-is-kept", test_color_given);
  g_test_add_func ("/product/name/is-of-one-product", test_one_name);
  return g_test_run ();
}
