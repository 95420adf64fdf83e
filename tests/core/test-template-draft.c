/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rules.h"
#include "slip-template-copy.h"
#include "template-plan.h"

static void
assert_no_fault (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) faults = slip_rules_check (state);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_making_finds_audiences_by_name (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  g_autoptr (SlipTemplateDraft) draft = new_draft ();
  g_autoptr (GPtrArray) names =
    slip_template_draft_list_new_audiences (draft, state);
  g_autofree char *id = make_template (&state, new_draft ());
  g_autoptr (GPtrArray) audiences = slip_template_list_audiences (state, id);
  const SlipRow *customers;

  g_assert_cmpuint (names->len, ==, 1);
  g_assert_cmpstr (names->pdata[0], ==, "Customers");
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_AUDIENCE), ==, 4);
  g_assert_cmpuint (audiences->len, ==, 2);
  g_assert_cmpstr (slip_row_get_text (audiences->pdata[0],
                                      SLIP_TEMPLATE_AUDIENCE_AUDIENCE),
                   ==, "support");
  customers = slip_plan_state_follow (state, audiences->pdata[1],
                                      SLIP_TEMPLATE_AUDIENCE_AUDIENCE);
  g_assert_cmpstr (slip_row_get_text (customers, SLIP_AUDIENCE_NAME), ==,
                   "Customers");
  g_assert_cmpint (slip_row_get_integer (customers, SLIP_AUDIENCE_SIDE), ==,
                   SLIP_SIDE_EXTERNAL);
  g_assert_cmpint (slip_row_get_integer (customers, SLIP_AUDIENCE_NOTICE_DAYS),
                   ==, 10);
  assert_no_fault (state);
}

static void
test_making_numbers_a_taken_name (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  g_autofree char *first = make_template (&state, new_draft ());
  g_autofree char *second = make_template (&state, new_draft ());

  g_assert_cmpstr (
    slip_row_get_text (slip_plan_state_get (state, SLIP_KIND_TEMPLATE, second),
                       SLIP_TEMPLATE_NAME),
    ==, "Launch 2");
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_AUDIENCE), ==, 4);
}

static void
test_a_shipped_one_is_made_once (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  SlipTemplateDraft *draft = new_draft ();
  SlipTemplateDraft *same = new_draft ();
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  draft->key = g_strdup ("launch");
  same->key = g_strdup ("launch");
  first = make_template (&state, draft);
  second = make_template (&state, same);
  g_assert_cmpstr (first, ==, second);
  g_assert_true (g_uuid_string_is_valid (first));
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_TEMPLATE), ==, 1);
}

static void
test_making_is_deterministic (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  g_autoptr (SlipTemplateMaking) making =
    slip_template_making_new (SLIP_VERB_ADD);
  g_autoptr (SlipChangeSet) a = NULL;
  g_autoptr (SlipChangeSet) b = NULL;

  slip_template_making_take (making, new_draft ());
  a = slip_intent_run (slip_template_making_run, making, state, NULL);
  b = slip_intent_run (slip_template_making_run, making, state, NULL);
  g_assert_true (slip_change_set_equal (a, b));
  g_assert_cmpstr (a->subject, ==, "Launch");
}

static void
test_copying_is_deterministic (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  g_autofree char *id = make_template (&state, new_draft ());
  g_autoptr (SlipTemplateCopy) copy = slip_template_copy_new (id);
  g_autoptr (SlipTemplateCopy) gone = slip_template_copy_new ("gone");
  g_autoptr (SlipChangeSet) a = NULL;
  g_autoptr (SlipChangeSet) b = NULL;

  a = slip_intent_run (slip_template_copy_run, copy, state, NULL);
  b = slip_intent_run (slip_template_copy_run, copy, state, NULL);
  g_assert_true (slip_change_set_equal (a, b));
  g_assert_cmpstr (a->subject, ==, "Launch 2");
  apply_intent (&state, slip_template_copy_run, copy);
  g_assert_nonnull (slip_plan_state_get (state, SLIP_KIND_TEMPLATE,
                                         slip_template_copy_get_id (copy)));
  assert_refused (state, slip_template_copy_run, gone,
                  SLIP_PLAN_ERROR_NOT_FOUND);
}

static void
test_copy_of_a_release_needs_its_parts (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  g_autoptr (SlipTemplateCopy) copy =
    slip_template_copy_new_from_release ("mob", "As mobile");

  add_release (&state, "mob", "mobile", "4.2", "2026-12-08");
  slip_plan_state_unload (state, "mob");
  assert_refused (state, slip_template_copy_run, copy,
                  SLIP_PLAN_ERROR_NOT_LOADED);
  slip_plan_state_set_loaded (state, "mob");
  apply_intent (&state, slip_template_copy_run, copy);
}

static void
test_nameless_is_refused (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  g_autoptr (SlipTemplateMaking) making =
    slip_template_making_new (SLIP_VERB_ADD);

  slip_template_making_take (making, slip_template_draft_new (""));
  assert_refused (state, slip_template_making_run, making,
                  SLIP_PLAN_ERROR_INVALID);
}

/* Making a template of a copy of it gives the same parts. */
static void
test_copy_has_everything (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  g_autofree char *id = make_template (&state, new_draft ());
  SlipTemplateDraft *copy = slip_template_draft_new_from_template (state, id);
  g_autofree char *copied = make_template (&state, copy);

  for (SlipKind kind = SLIP_KIND_TEMPLATE_ITEM;
       kind <= SLIP_KIND_TEMPLATE_STAGE; kind++) {
    g_autoptr (GPtrArray) a = kind == SLIP_KIND_TEMPLATE_ITEM
                                ? slip_template_list_items (state, id, NULL)
                                : slip_template_list_stages (state, id);
    g_autoptr (GPtrArray) b = kind == SLIP_KIND_TEMPLATE_ITEM
                                ? slip_template_list_items (state, copied, NULL)
                                : slip_template_list_stages (state, copied);

    g_assert_cmpuint (a->len, ==, b->len);
    for (guint i = 0; i < a->len; i++)
      for (guint j = 0; j < slip_schema_get (kind)->n_properties; j++)
        if (slip_schema_get_property (kind, j)->type != SLIP_PROPERTY_REFERENCE)
          g_assert_true (slip_value_equal (slip_row_peek (a->pdata[i], j),
                                           slip_row_peek (b->pdata[i], j)));
  }
}

static void
test_release_becomes_a_template (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  g_autoptr (SlipTemplateDraft) draft = NULL;
  const SlipDraftAudience *support;
  const SlipDraftItem *item;

  set_text (&state, SLIP_KIND_PERSON, "lead", SLIP_PERSON_ROLE, "Support lead");
  add_release (&state, "r", "payments", "4.0", "2026-12-15");
  set_integer (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_TIER, 2);
  add_checklist (&state, "r", "sales", NULL);
  set_integer (&state, SLIP_KIND_CHECKLIST, "r-sales",
               SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
  add_checklist (&state, "r", "support", "lead");
  add_item (&state, "r", "support", "a", SLIP_ITEM_STATE_DONE, "2026-12-08");
  add_item (&state, "r", "support", "b", SLIP_ITEM_STATE_TO_DO, "2026-12-12");
  add_item (&state, "r", "support", "c", SLIP_ITEM_STATE_TO_DO, NULL);
  set_text (&state, SLIP_KIND_ITEM, "a", SLIP_ITEM_OWNER, "lead");
  draft = slip_template_draft_new_from_release (state, "r", "Mine");

  g_assert_cmpint (draft->tier, ==, 2);
  g_assert_cmpuint (draft->audiences->len, ==, 1);
  support = draft->audiences->pdata[0];
  g_assert_cmpstr (support->name, ==, "Support");
  g_assert_cmpstr (support->owner_role, ==, "Support lead");
  g_assert_cmpuint (support->items->len, ==, 3);
  item = support->items->pdata[0];
  g_assert_cmpstr (item->owner_role, ==, "Support lead");
  /* From Tuesday the 15th back to Tuesday the 8th: 14, 11, 10, 9, 8. */
  g_assert_cmpint (item->anchor, ==, SLIP_DUE_RELEASE);
  g_assert_cmpint (item->unit, ==, SLIP_UNIT_WORKING_DAYS);
  g_assert_cmpint (item->offset, ==, -5);
  /* A Saturday is no number of working days away. */
  item = support->items->pdata[1];
  g_assert_cmpint (item->unit, ==, SLIP_UNIT_CALENDAR_DAYS);
  g_assert_cmpint (item->offset, ==, -3);
  item = support->items->pdata[2];
  g_assert_cmpint (item->anchor, ==, SLIP_DUE_FIXED);
}

/* A template made from a release that a template made is that template. */
static void
test_there_and_back (void)
{
  g_autofree char *id = NULL;
  g_autoptr (SlipPlanState) state = new_template_plan (&id);
  g_autofree char *made = NULL;

  add_release (&state, "r", "payments", "4.0", "2026-12-15");
  apply_template (&state, id, "r");
  made =
    make_template (&state,
                   slip_template_draft_new_from_release (state, "r", "Mine"));
  add_release (&state, "s", "payments", "4.1", "2026-12-15");
  apply_template (&state, made, "s");
  assert_due (state, "s", "Train", "2026-12-08");
  assert_due (state, "s", "Watch the queue", "2026-12-14");
  assert_due (state, "s", "Tell them", "2026-12-01");
  assert_no_fault (state);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/template-draft/making/finds-audiences-by-name",
                   test_making_finds_audiences_by_name);
  g_test_add_func ("/template-draft/making/numbers-a-taken-name",
                   test_making_numbers_a_taken_name);
  g_test_add_func ("/template-draft/making/shipped-one-is-made-once",
                   test_a_shipped_one_is_made_once);
  g_test_add_func ("/template-draft/making/is-deterministic",
                   test_making_is_deterministic);
  g_test_add_func ("/template-draft/copying/is-deterministic",
                   test_copying_is_deterministic);
  g_test_add_func ("/template-draft/copying/of-a-release-needs-its-parts",
                   test_copy_of_a_release_needs_its_parts);
  g_test_add_func ("/template-draft/making/nameless-is-refused",
                   test_nameless_is_refused);
  g_test_add_func ("/template-draft/copy/has-everything",
                   test_copy_has_everything);
  g_test_add_func ("/template-draft/release/becomes-a-template",
                   test_release_becomes_a_template);
  g_test_add_func ("/template-draft/release/there-and-back",
                   test_there_and_back);

  return g_test_run ();
}
