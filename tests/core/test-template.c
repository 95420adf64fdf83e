/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-entity-edit.h"
#include "slip-rules.h"
#include "template-plan.h"

static void
add_template (SlipPlanState **state,
              const char *id,
              int tier,
              const char *product,
              const char *rank)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_TEMPLATE, id, id);
  if (tier > 0)
    slip_edit_set_integer (edit, SLIP_KIND_TEMPLATE, id, SLIP_TEMPLATE_TIER,
                           tier);
  slip_edit_set_text (edit, SLIP_KIND_TEMPLATE, id, SLIP_TEMPLATE_PRODUCT,
                      product);
  slip_edit_set_text (edit, SLIP_KIND_TEMPLATE, id, SLIP_TEMPLATE_RANK, rank);
  apply_edit (state, edit);
}

static char *
list_ids (const SlipPlanState *state, int tier, const char *product)
{
  g_autoptr (GPtrArray) rows = slip_template_list (state, tier, product);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            slip_row_get_id (rows->pdata[i]));
  return g_string_free (text, FALSE);
}

static void
test_list_is_by_tier_and_product (void)
{
  static const struct {
    int tier;
    const char *product;
    const char *ids;
  } cases[] = {
    { 0, NULL, "pay one any two" },   { 1, NULL, "pay one any" },
    { 1, "payments", "pay one any" }, { 1, "mobile", "one any" },
    { 2, "mobile", "any two" },       { 3, "payments", "any" },
  };
  g_autoptr (SlipPlanState) state = new_plan ();

  add_template (&state, "two", 2, NULL, "Z");
  add_template (&state, "any", 0, NULL, "M");
  add_template (&state, "one", 1, NULL, "B");
  add_template (&state, "pay", 1, "payments", "Y");
  add_template (&state, "old", 1, NULL, "A");
  set_integer (&state, SLIP_KIND_TEMPLATE, "old", SLIP_TEMPLATE_IS_RETIRED,
               TRUE);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *ids = list_ids (state, cases[i].tier, cases[i].product);

    g_assert_cmpstr (ids, ==, cases[i].ids);
  }
}

static void
test_free_name_counts_on (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autofree char *free_name = slip_template_dup_free_name (state, "Fix");
  g_autofree char *second = NULL;
  g_autofree char *third = NULL;
  g_autofree char *longest = g_strnfill (200, 'x');
  g_autofree char *shortened = NULL;

  g_assert_cmpstr (free_name, ==, "Fix");
  add_template (&state, "Fix", 3, NULL, NULL);
  second = slip_template_dup_free_name (state, "fix");
  g_assert_cmpstr (second, ==, "fix 2");
  add_template (&state, "FIX 2", 3, NULL, NULL);
  third = slip_template_dup_free_name (state, "Fix");
  g_assert_cmpstr (third, ==, "Fix 3");

  add_template (&state, longest, 3, NULL, NULL);
  shortened = slip_template_dup_free_name (state, longest);
  g_assert_cmpint (g_utf8_strlen (shortened, -1), ==, 200);
  g_assert_true (g_str_has_suffix (shortened, "x 2"));
}

static void
test_person_is_found_by_role (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();

  g_assert_null (slip_template_find_person (state, "Support lead"));
  g_assert_null (slip_template_find_person (state, NULL));
  g_assert_null (slip_template_find_person (state, ""));
  set_text (&state, SLIP_KIND_PERSON, "lead", SLIP_PERSON_ROLE, "Écoute");
  g_assert_nonnull (slip_template_find_person (state, "éCOUTE"));
  set_text (&state, SLIP_KIND_PERSON, "ops", SLIP_PERSON_ROLE, "écoute");
  /* 'Sales ops' comes before 'Support lead'. */
  g_assert_cmpstr (slip_row_get_id (
                     slip_template_find_person (state, "écoute")),
                   ==, "ops");
  set_integer (&state, SLIP_KIND_PERSON, "ops", SLIP_PERSON_IS_RETIRED, TRUE);
  g_assert_cmpstr (slip_row_get_id (
                     slip_template_find_person (state, "écoute")),
                   ==, "lead");
}

static void
remove_entity (SlipPlanState **state, SlipKind kind, const char *id)
{
  g_autoptr (SlipEntityEdit) edit = slip_entity_edit_new_remove (kind, id);

  apply_intent (state, slip_entity_edit_run, edit);
}

static void
assert_no_fault (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) faults = slip_rules_check (state);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_removing_a_stage_leaves_nothing_dangling (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  const SlipRow *item = find_part (state, SLIP_KIND_TEMPLATE_ITEM, id,
                                   SLIP_TEMPLATE_ITEM_TITLE, "Watch the queue");
  g_autofree char *stage =
    g_strdup (slip_row_get_text (item, SLIP_TEMPLATE_ITEM_DUE_STAGE));

  g_assert_nonnull (stage);
  remove_entity (&state, SLIP_KIND_TEMPLATE_STAGE, stage);
  item = find_part (state, SLIP_KIND_TEMPLATE_ITEM, id,
                    SLIP_TEMPLATE_ITEM_TITLE, "Watch the queue");
  g_assert_null (slip_row_get_text (item, SLIP_TEMPLATE_ITEM_DUE_STAGE));
  g_assert_cmpint (slip_row_get_integer (item, SLIP_TEMPLATE_ITEM_DUE_ANCHOR),
                   ==, SLIP_DUE_RELEASE);
  g_assert_cmpint (slip_row_get_integer (item, SLIP_TEMPLATE_ITEM_DUE_OFFSET),
                   ==, 1);
  assert_no_fault (state);
}

static void
test_one_stage_is_the_launch (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autofree char *internal = g_strdup (
    slip_row_get_id (find_part (state, SLIP_KIND_TEMPLATE_STAGE, id,
                                SLIP_TEMPLATE_STAGE_NAME, "Internal")));
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_TEMPLATE_STAGE, internal);
  g_autoptr (GPtrArray) stages = NULL;
  guint n_launches = 0;

  slip_entity_edit_add_integer (edit, SLIP_TEMPLATE_STAGE_IS_LAUNCH, TRUE);
  apply_intent (&state, slip_entity_edit_run, edit);
  stages = slip_template_list_stages (state, id);
  for (guint i = 0; i < stages->len; i++)
    if (slip_row_get_boolean (stages->pdata[i],
                              SLIP_TEMPLATE_STAGE_IS_LAUNCH)) {
      n_launches++;
      g_assert_cmpstr (slip_row_get_id (stages->pdata[i]), ==, internal);
    }
  g_assert_cmpuint (n_launches, ==, 1);
}

static void
test_removing_an_audience_takes_its_items (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autoptr (GPtrArray) audiences = slip_template_list_audiences (state, id);

  g_assert_cmpuint (count_parts (state, SLIP_KIND_TEMPLATE_ITEM, id), ==, 3);
  remove_entity (&state, SLIP_KIND_TEMPLATE_AUDIENCE,
                 slip_row_get_id (audiences->pdata[0]));
  g_assert_cmpuint (count_parts (state, SLIP_KIND_TEMPLATE_ITEM, id), ==, 1);
  assert_no_fault (state);
}

static void
test_template_in_use_is_retired (void)
{
  g_autofree char *id = NULL;
  g_autofree char *unused = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);

  unused = make_template (&state, new_draft ());
  add_release (&state, "r", "payments", "4.0", "2026-12-08");
  apply_template (&state, id, "r");
  remove_entity (&state, SLIP_KIND_TEMPLATE, id);
  g_assert_true (
    slip_row_get_boolean (slip_plan_state_get (state, SLIP_KIND_TEMPLATE, id),
                          SLIP_TEMPLATE_IS_RETIRED));

  remove_entity (&state, SLIP_KIND_TEMPLATE, unused);
  g_assert_null (slip_plan_state_get (state, SLIP_KIND_TEMPLATE, unused));
  g_assert_cmpuint (count_parts (state, SLIP_KIND_TEMPLATE_ITEM, unused), ==,
                    0);
  assert_no_fault (state);
}

static void
test_gained_is_what_the_release_lacks (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autoptr (GPtrArray) audiences = slip_template_list_audiences (state, id);
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_TEMPLATE_ITEM, "new-item", id);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) none = NULL;
  g_autoptr (GPtrArray) gained = NULL;

  add_release (&state, "r", "payments", "4.0", "2026-12-08");
  before = slip_template_list_gained (state, "r");
  g_assert_cmpuint (before->len, ==, 0);
  apply_template (&state, id, "r");
  none = slip_template_list_gained (state, "r");
  g_assert_cmpuint (none->len, ==, 0);

  slip_entity_edit_add_text (edit, SLIP_TEMPLATE_ITEM_AUDIENCE,
                             slip_row_get_id (audiences->pdata[0]));
  slip_entity_edit_add_text (edit, SLIP_TEMPLATE_ITEM_TITLE, "New");
  apply_intent (&state, slip_entity_edit_run, edit);
  gained = slip_template_list_gained (state, "r");
  g_assert_cmpuint (gained->len, ==, 1);
  g_assert_cmpstr (slip_row_get_id (gained->pdata[0]), ==, "new-item");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template/list/is-by-tier-and-product",
                   test_list_is_by_tier_and_product);
  g_test_add_func ("/template/name/free-one-counts-on",
                   test_free_name_counts_on);
  g_test_add_func ("/template/person/is-found-by-role",
                   test_person_is_found_by_role);
  g_test_add_func ("/template/remove/stage-leaves-nothing-dangling",
                   test_removing_a_stage_leaves_nothing_dangling);
  g_test_add_func ("/template/stage/one-is-the-launch",
                   test_one_stage_is_the_launch);
  g_test_add_func ("/template/remove/audience-takes-its-items",
                   test_removing_an_audience_takes_its_items);
  g_test_add_func ("/template/remove/one-in-use-is-retired",
                   test_template_in_use_is_retired);
  g_test_add_func ("/template/gained/is-what-the-release-lacks",
                   test_gained_is_what_the_release_lacks);

  return g_test_run ();
}
