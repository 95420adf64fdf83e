/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-checklist.h"

#include "slip-entity-edit.h"
#include "slip-rules.h"

#include "checked-plan.h"

static SlipPlanState *
new_listed_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_release (&state, "mob", "mobile", "4.2", "2026-12-08");
  add_release (&state, "pay", "payments", "3.9", "2026-12-15");
  add_checklist (&state, "mob", "sales", NULL);
  add_checklist (&state, "mob", "support", NULL);
  add_checklist (&state, "pay", "support", NULL);
  add_item (&state, "mob", "support", "train", SLIP_ITEM_STATE_TO_DO,
            "2026-12-01");
  return state;
}

static char *
dup_ids (GPtrArray *rows)
{
  GString *ids = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "",
                            slip_row_get_id (rows->pdata[i]));
  return g_string_free (ids, FALSE);
}

static void
test_come_in_the_order_of_telling (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (GPtrArray) rows = slip_checklist_list (state, "mob");
  g_autofree char *ids = dup_ids (rows);

  g_assert_cmpstr (ids, ==, "mob-support mob-sales");
}

static void
test_items_come_by_rank (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (GPtrArray) items = NULL;
  g_autofree char *ids = NULL;

  add_item (&state, "mob", "support", "brief", SLIP_ITEM_STATE_TO_DO, NULL);
  add_item (&state, "mob", "support", "macro", SLIP_ITEM_STATE_TO_DO, NULL);
  add_item (&state, "mob", "sales", "deck", SLIP_ITEM_STATE_TO_DO, NULL);
  set_text (&state, SLIP_KIND_ITEM, "train", SLIP_ITEM_RANK, "C");
  set_text (&state, SLIP_KIND_ITEM, "macro", SLIP_ITEM_RANK, "B");
  items = slip_checklist_list_items (state, "mob", "mob-support");
  ids = dup_ids (items);
  g_assert_cmpstr (ids, ==, "macro train brief");
}

static void
test_missing_are_audiences_in_use (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (GPtrArray) of_mob = slip_checklist_list_missing (state, "mob");
  g_autoptr (GPtrArray) of_pay = slip_checklist_list_missing (state, "pay");
  g_autofree char *ids = dup_ids (of_pay);

  g_assert_cmpuint (of_mob->len, ==, 0);
  g_assert_cmpstr (ids, ==, "sales");
}

static void
test_a_second_for_an_audience_is_refused (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (SlipEntityEdit) second =
    slip_entity_edit_new_create (SLIP_KIND_CHECKLIST, "second", "mob");
  g_autoptr (SlipEntityEdit) renamed =
    slip_entity_edit_new_set (SLIP_KIND_CHECKLIST, "mob-sales");

  slip_entity_edit_add_text (second, SLIP_CHECKLIST_AUDIENCE, "support");
  assert_refused (state, slip_entity_edit_run, second, SLIP_PLAN_ERROR_INVALID);
  slip_entity_edit_add_text (renamed, SLIP_CHECKLIST_AUDIENCE, "support");
  assert_refused (state, slip_entity_edit_run, renamed,
                  SLIP_PLAN_ERROR_INVALID);
}

static void
test_an_item_stays_in_its_release (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_ITEM, "train");

  slip_entity_edit_add_text (edit, SLIP_ITEM_CHECKLIST, "pay-support");
  assert_refused (state, slip_entity_edit_run, edit, SLIP_PLAN_ERROR_INVALID);
}

static void
test_faults_of_a_plan_are_found (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (GPtrArray) none = slip_rules_check (state);
  g_autoptr (GPtrArray) faults = NULL;

  g_assert_cmpuint (none->len, ==, 0);
  set_text (&state, SLIP_KIND_ITEM, "train", SLIP_ITEM_CHECKLIST,
            "pay-support");
  set_text (&state, SLIP_KIND_CHECKLIST, "mob-sales", SLIP_CHECKLIST_AUDIENCE,
            "support");
  faults = slip_rules_check (state);
  /* Each of the two checklists is one too many. */
  g_assert_cmpuint (faults->len, ==, 3);
}

/* Sets one property of 'train' or of a checklist as a field would. */
static void
assert_breaks_a_rule (const SlipPlanState *state,
                      SlipKind kind,
                      const char *id,
                      guint property,
                      gint64 integer)
{
  g_autoptr (SlipEntityEdit) edit = slip_entity_edit_new_set (kind, id);

  slip_entity_edit_add_integer (edit, property, integer);
  assert_refused (state, slip_entity_edit_run, edit, SLIP_PLAN_ERROR_INVALID);
}

static void
test_states_need_their_words (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();

  assert_breaks_a_rule (state, SLIP_KIND_ITEM, "train", SLIP_ITEM_STATE,
                        SLIP_ITEM_STATE_BLOCKED);
  assert_breaks_a_rule (state, SLIP_KIND_ITEM, "train", SLIP_ITEM_STATE,
                        SLIP_ITEM_STATE_NOT_APPLICABLE);
  assert_breaks_a_rule (state, SLIP_KIND_CHECKLIST, "mob-sales",
                        SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
  set_integer (&state, SLIP_KIND_ITEM, "train", SLIP_ITEM_NEEDS_EVIDENCE, TRUE);
  assert_breaks_a_rule (state, SLIP_KIND_ITEM, "train", SLIP_ITEM_STATE,
                        SLIP_ITEM_STATE_DONE);
}

static void
test_overdue_is_open_and_before_today (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  const SlipRow *item = slip_plan_state_get (state, SLIP_KIND_ITEM, "train");

  g_assert_true (slip_item_is_overdue (item, day ("2026-12-02")));
  g_assert_false (slip_item_is_overdue (item, day ("2026-12-01")));
  set_integer (&state, SLIP_KIND_ITEM, "train", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_DONE);
  item = slip_plan_state_get (state, SLIP_KIND_ITEM, "train");
  g_assert_false (slip_item_is_overdue (item, day ("2026-12-02")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/checklist/come-in-the-order-of-telling",
                   test_come_in_the_order_of_telling);
  g_test_add_func ("/checklist/items-come-by-rank", test_items_come_by_rank);
  g_test_add_func ("/checklist/missing-are-audiences-in-use",
                   test_missing_are_audiences_in_use);
  g_test_add_func ("/checklist/a-second-for-an-audience-is-refused",
                   test_a_second_for_an_audience_is_refused);
  g_test_add_func ("/checklist/an-item-stays-in-its-release",
                   test_an_item_stays_in_its_release);
  g_test_add_func ("/checklist/faults-of-a-plan-are-found",
                   test_faults_of_a_plan_are_found);
  g_test_add_func ("/checklist/states-need-their-words",
                   test_states_need_their_words);
  g_test_add_func ("/checklist/overdue-is-open-and-before-today",
                   test_overdue_is_open_and_before_today);

  return g_test_run ();
}
