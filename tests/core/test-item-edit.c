/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-item-edit.h"

#include "slip-rules.h"
#include "slip-schedule.h"

#include "checked-plan.h"

static const char *const both[] = { "train", "macro", NULL };
static const char *const one[] = { "train", NULL };

static SlipPlanState *
new_listed_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_release (&state, "mob", "mobile", "4.2", "2026-12-08");
  add_checklist (&state, "mob", "support", "lead");
  add_item (&state, "mob", "support", "train", SLIP_ITEM_STATE_TO_DO, NULL);
  add_item (&state, "mob", "support", "macro", SLIP_ITEM_STATE_TO_DO, NULL);
  return state;
}

static const SlipRow *
get_item (const SlipPlanState *state, const char *id)
{
  return slip_plan_state_get (state, SLIP_KIND_ITEM, id);
}

static void
assert_due (const SlipPlanState *state, const char *id, const char *expected)
{
  g_autofree char *text =
    slip_date_to_text (slip_t_date_get_day (get_item (state, id)));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_sets_the_state_of_many (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (SlipItemEdit) edit = slip_item_edit_new ("mob", both);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set = NULL;

  slip_item_edit_set_state (edit, SLIP_ITEM_STATE_DONE, NULL);
  set = slip_intent_run (slip_item_edit_run, edit, state, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (set->changes->len, ==, 2);
  g_assert_cmpstr (set->subject, ==, "2 items");
  apply_intent (&state, slip_item_edit_run, edit);
  g_assert_cmpint (slip_row_get_integer (get_item (state, "macro"),
                                         SLIP_ITEM_STATE),
                   ==, SLIP_ITEM_STATE_DONE);
}

static void
test_a_state_keeps_its_note_and_no_longer (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (SlipItemEdit) blocked = slip_item_edit_new ("mob", one);
  g_autoptr (SlipItemEdit) doing = slip_item_edit_new ("mob", one);

  slip_item_edit_set_state (blocked, SLIP_ITEM_STATE_BLOCKED, " ");
  assert_refused (state, slip_item_edit_run, blocked, SLIP_PLAN_ERROR_INVALID);
  slip_item_edit_set_state (blocked, SLIP_ITEM_STATE_BLOCKED, " the vendor ");
  apply_intent (&state, slip_item_edit_run, blocked);
  g_assert_cmpstr (slip_row_get_text (get_item (state, "train"),
                                      SLIP_ITEM_STATE_NOTE),
                   ==, "the vendor");

  slip_item_edit_set_state (doing, SLIP_ITEM_STATE_DOING, "ignored");
  apply_intent (&state, slip_item_edit_run, doing);
  g_assert_null (
    slip_row_get_text (get_item (state, "train"), SLIP_ITEM_STATE_NOTE));
}

static void
test_not_applicable_needs_a_reason (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (SlipItemEdit) edit = slip_item_edit_new ("mob", one);

  slip_item_edit_set_state (edit, SLIP_ITEM_STATE_NOT_APPLICABLE, NULL);
  assert_refused (state, slip_item_edit_run, edit, SLIP_PLAN_ERROR_INVALID);
}

static void
test_evidence_comes_before_done (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (SlipItemEdit) edit = slip_item_edit_new ("mob", both);

  set_integer (&state, SLIP_KIND_ITEM, "train", SLIP_ITEM_NEEDS_EVIDENCE, TRUE);
  slip_item_edit_set_state (edit, SLIP_ITEM_STATE_DONE, NULL);
  assert_refused (state, slip_item_edit_run, edit, SLIP_PLAN_ERROR_INVALID);

  slip_item_edit_set_evidence (edit, "https://wiki.example/training");
  apply_intent (&state, slip_item_edit_run, edit);
  g_assert_cmpstr (slip_row_get_text (get_item (state, "train"),
                                      SLIP_ITEM_EVIDENCE),
                   ==, "https://wiki.example/training");
  /* Who needs none gets none. */
  g_assert_null (
    slip_row_get_text (get_item (state, "macro"), SLIP_ITEM_EVIDENCE));
}

static void
test_gives_many_an_owner (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (SlipItemEdit) known = slip_item_edit_new ("mob", both);
  g_autoptr (SlipItemEdit) fresh = slip_item_edit_new ("mob", both);
  guint n_people = slip_plan_state_count (state, SLIP_KIND_PERSON);

  slip_item_edit_set_owner (known, "ops", NULL);
  apply_intent (&state, slip_item_edit_run, known);
  g_assert_cmpstr (slip_row_get_text (get_item (state, "macro"),
                                      SLIP_ITEM_OWNER),
                   ==, "ops");
  slip_item_edit_set_owner (fresh, NULL, "Night shift");
  apply_intent (&state, slip_item_edit_run, fresh);
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_PERSON), ==,
                    n_people + 1);
  g_assert_cmpstr (
    slip_row_get_text (get_item (state, "train"), SLIP_ITEM_OWNER), ==,
    slip_row_get_text (get_item (state, "macro"), SLIP_ITEM_OWNER));
}

static void
set_due (SlipPlanState **state, const char *const *ids, const char *text)
{
  g_autoptr (SlipItemEdit) edit = slip_item_edit_new ("mob", ids);
  g_autoptr (GError) error = NULL;
  SlipDue due;

  slip_due_parse_among (text, NULL, day ("2026-11-26"), &due, &error);
  g_assert_no_error (error);
  slip_item_edit_set_due (edit, &due.rule, due.day);
  apply_intent (state, slip_item_edit_run, edit);
}

static void
set_pinned (SlipPlanState **state, gboolean is_pinned)
{
  g_autoptr (SlipItemEdit) edit = slip_item_edit_new ("mob", both);

  slip_item_edit_set_pinned (edit, is_pinned);
  apply_intent (state, slip_item_edit_run, edit);
}

static void
test_a_rule_gives_the_day (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();

  set_due (&state, both, "T-2 wd");
  assert_due (state, "train", "2026-12-04");
  assert_due (state, "macro", "2026-12-04");
  set_due (&state, one, "2026-12-01");
  assert_due (state, "train", "2026-12-01");
  g_assert_cmpint (slip_row_get_integer (get_item (state, "train"),
                                         SLIP_ITEM_DUE_ANCHOR),
                   ==, SLIP_DUE_FIXED);
  set_due (&state, both, " ");
  assert_due (state, "macro", NULL);
}

static void
test_a_pin_holds_what_has_a_rule (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();

  set_due (&state, one, "T-2 wd");
  set_pinned (&state, TRUE);
  g_assert_true (slip_t_date_is_pinned (get_item (state, "train")));
  /* A day without a rule is fixed anyway. */
  g_assert_false (slip_t_date_is_pinned (get_item (state, "macro")));
  set_planned (&state, "mob", SLIP_ANCHOR_RELEASE, "2026-12-15",
               SLIP_CERTAINTY_CONFIRMED);
  assert_due (state, "train", "2026-12-04");
  set_pinned (&state, FALSE);
  assert_due (state, "train", "2026-12-11");
}

static void
test_required_and_deleted (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (SlipItemEdit) optional = slip_item_edit_new ("mob", both);
  g_autoptr (SlipItemEdit) deleted = slip_item_edit_new ("mob", one);

  slip_item_edit_set_required (optional, FALSE);
  apply_intent (&state, slip_item_edit_run, optional);
  g_assert_false (
    slip_row_get_boolean (get_item (state, "macro"), SLIP_ITEM_IS_REQUIRED));
  slip_item_edit_set_deleted (deleted);
  apply_intent (&state, slip_item_edit_run, deleted);
  g_assert_null (get_item (state, "train"));
  assert_refused (state, slip_item_edit_run, deleted,
                  SLIP_PLAN_ERROR_NOT_FOUND);
  /* The other is still there. */
  apply_intent (&state, slip_item_edit_run, optional);
}

static void
test_typed_text_is_a_rule_or_a_day (void)
{
  g_autoptr (GError) error = NULL;
  SlipDate today = day ("2026-11-26");
  SlipDue due;

  g_assert_true (slip_due_parse_among ("deploy+2 d", NULL, today, &due, NULL));
  g_assert_cmpint (due.rule.anchor, ==, SLIP_DUE_DEPLOY);
  g_assert_true (slip_due_parse_among ("tomorrow", NULL, today, &due, NULL));
  g_assert_true (slip_date_equal (due.day, day ("2026-11-27")));
  g_assert_false (slip_t_date_is_rule (&due.rule));
  g_assert_true (slip_due_parse_among ("", NULL, today, &due, NULL));
  g_assert_false (slip_date_is_set (due.day));
  g_assert_false (slip_due_parse_among ("Q1 2027", NULL, today, &due, NULL));
  g_assert_false (slip_due_parse_among ("whenever", NULL, today, &due, &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
}

static void
test_a_rule_may_name_a_stage (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (GPtrArray) stages = NULL;
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_ADD);
  SlipDue due;

  slip_edit_create (edit, SLIP_KIND_STAGE, "pilot", "mob");
  slip_edit_set_text (edit, SLIP_KIND_STAGE, "pilot", SLIP_STAGE_NAME, "Pilot");
  apply_edit (&state, edit);
  stages = slip_plan_state_list_owned (state, SLIP_KIND_STAGE, "mob");
  g_assert_true (slip_due_parse_among ("Pilot -1 d", stages, day ("2026-11-26"),
                                       &due, NULL));
  g_assert_cmpint (due.rule.anchor, ==, SLIP_DUE_STAGE);
  g_assert_cmpstr (due.rule.stage, ==, "pilot");
  g_assert_false (
    slip_due_parse_among ("Pilot -1 d", NULL, day ("2026-11-26"), &due, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/item-edit/sets-the-state-of-many",
                   test_sets_the_state_of_many);
  g_test_add_func ("/item-edit/a-state-keeps-its-note-and-no-longer",
                   test_a_state_keeps_its_note_and_no_longer);
  g_test_add_func ("/item-edit/not-applicable-needs-a-reason",
                   test_not_applicable_needs_a_reason);
  g_test_add_func ("/item-edit/evidence-comes-before-done",
                   test_evidence_comes_before_done);
  g_test_add_func ("/item-edit/gives-many-an-owner", test_gives_many_an_owner);
  g_test_add_func ("/item-edit/a-rule-gives-the-day",
                   test_a_rule_gives_the_day);
  g_test_add_func ("/item-edit/a-pin-holds-what-has-a-rule",
                   test_a_pin_holds_what_has_a_rule);
  g_test_add_func ("/item-edit/required-and-deleted",
                   test_required_and_deleted);
  g_test_add_func ("/item-edit/typed-text-is-a-rule-or-a-day",
                   test_typed_text_is_a_rule_or_a_day);
  g_test_add_func ("/item-edit/a-rule-may-name-a-stage",
                   test_a_rule_may_name_a_stage);

  return g_test_run ();
}
