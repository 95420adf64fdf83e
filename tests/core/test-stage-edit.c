/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-edit.h"

#include "slip-t-date.h"

#include "rollout-plan.h"

static SlipChangeSet *
run_stage_act (SlipPlanState **state, SlipStageActType type, const char *stage)
{
  g_autoptr (SlipStageAct) step =
    slip_stage_act_new (type, stage, NULL, moment ("2026-12-08", 9));
  g_autoptr (GError) error = NULL;
  SlipChangeSet *set =
    slip_intent_run (slip_stage_act_run, step, *state, &error);
  SlipPlanState *next;

  g_assert_no_error (error);
  next = slip_plan_state_apply (*state, set, &error);
  g_assert_no_error (error);
  slip_plan_state_unref (*state);
  *state = next;
  return set;
}

static void
test_each_act_has_its_name (void)
{
  static const struct {
    SlipStageActType type;
    const char *stage;
    const char *text;
  } cases[] = {
    { SLIP_STAGE_SKIP, "internal", "skipping of internal of Payments 3.9" },
    { SLIP_STAGE_START, "five", "start of five of Payments 3.9" },
    { SLIP_STAGE_HOLD, "five", "hold of five of Payments 3.9" },
    { SLIP_STAGE_RESUME, "five", "resumption of five of Payments 3.9" },
    { SLIP_STAGE_FINISH, "five", "end of five of Payments 3.9" },
    { SLIP_STAGE_ROLL_BACK, "five", "roll back of five of Payments 3.9" },
  };
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipChangeSet) set =
      run_stage_act (&state, cases[i].type, cases[i].stage);
    g_autofree char *text = slip_change_set_describe (set->verb, set->subject);

    g_assert_cmpstr (text, ==, cases[i].text);
    g_assert_cmpint (slip_stage_act_find (
                       slip_stage_act_get_nick (cases[i].type)),
                     ==, cases[i].type);
  }
  assert_rollout (state, "srpp", SLIP_STATUS_READY);
  g_assert_cmpint (slip_stage_act_find ("none"), ==, SLIP_N_STAGE_ACTS);
}

/* Asserts the stages of 'pay' in order, a word each. */
static void
assert_order (const SlipPlanState *state, const char *expected)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (state, "pay");
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < stages->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? " " : "",
                            slip_row_get_id (stages->pdata[i]));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_new_stage_finds_its_place (void)
{
  static const PlannedStage ten = { "ten", SLIP_STAGE_TYPE_PERCENTAGE, 1000, 0,
                                    FALSE, SLIP_STAGE_ANCHOR_PREVIOUS, 0,    1,
                                    0,     SLIP_ADVANCE_BY_HAND };
  static const PlannedStage beta = { "beta", SLIP_STAGE_TYPE_SEGMENT,    0, 0,
                                     FALSE,  SLIP_STAGE_ANCHOR_PREVIOUS, 0, 1,
                                     0,      SLIP_ADVANCE_BY_HAND };
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  add_planned_stage (&state, "pay", &ten);
  add_planned_stage (&state, "pay", &beta);
  assert_order (state, "internal beta five ten quarter all");
  assert_no_faults (state);
}

static void
reorder (SlipPlanState **state, const char *stage, const char *before)
{
  g_autoptr (SlipStageOrder) order = slip_stage_order_new (stage, before);

  apply_intent (state, slip_stage_order_run, order);
}

static void
test_order_by_hand (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipStageOrder) shrinking = slip_stage_order_new ("all", "five");
  g_autoptr (SlipStageOrder) late = slip_stage_order_new ("internal", NULL);

  assert_refused (state, slip_stage_order_run, shrinking,
                  SLIP_PLAN_ERROR_INVALID);
  reorder (&state, "internal", NULL);
  assert_order (state, "five quarter all internal");
  reorder (&state, "internal", "five");
  assert_order (state, "internal five quarter all");
  act (&state, slip_rollout_start, "internal", "2026-12-01", 9);
  assert_refused (state, slip_stage_order_run, late, SLIP_PLAN_ERROR_INVALID);
  assert_no_faults (state);
}

static void
test_order_without_ranks (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  set_text (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_RANK, NULL);
  set_text (&state, SLIP_KIND_STAGE, "internal", SLIP_STAGE_RANK, NULL);
  assert_order (state, "five internal quarter all");
  reorder (&state, "internal", "five");
  assert_order (state, "internal five quarter all");
  assert_no_faults (state);
}

static void
test_removal_lets_go (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipEntityEdit) remove =
    slip_entity_edit_new_remove (SLIP_KIND_STAGE, "quarter");
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_ADD);
  const SlipRow *item;

  slip_edit_create (edit, SLIP_KIND_CHECKLIST, "list", "pay");
  slip_edit_create (edit, SLIP_KIND_ITEM, "item", "pay");
  slip_edit_set_text (edit, SLIP_KIND_ITEM, "item", SLIP_ITEM_CHECKLIST,
                      "list");
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, "item", SLIP_ITEM_DUE_ANCHOR,
                         SLIP_DUE_STAGE);
  slip_edit_set_text (edit, SLIP_KIND_ITEM, "item", SLIP_ITEM_DUE_STAGE,
                      "quarter");
  slip_edit_set_date (edit, SLIP_KIND_ITEM, "item", SLIP_ITEM_DUE_DATE,
                      day ("2026-12-10"));
  slip_edit_create (edit, SLIP_KIND_CRITERION, "criterion", "pay");
  slip_edit_set_text (edit, SLIP_KIND_CRITERION, "criterion",
                      SLIP_CRITERION_STAGE, "quarter");
  apply_edit (&state, edit);

  apply_intent (&state, slip_entity_edit_run, remove);
  g_assert_null (slip_plan_state_get (state, SLIP_KIND_CRITERION, "criterion"));
  item = slip_plan_state_get (state, SLIP_KIND_ITEM, "item");
  g_assert_true (slip_t_date_is_pinned (item));
  g_assert_true (
    slip_date_equal (slip_t_date_get_day (item), day ("2026-12-10")));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stage-edit/act/each-has-its-name",
                   test_each_act_has_its_name);
  g_test_add_func ("/stage-edit/place/new-stage-finds-it",
                   test_new_stage_finds_its_place);
  g_test_add_func ("/stage-edit/order/by-hand", test_order_by_hand);
  g_test_add_func ("/stage-edit/order/without-ranks", test_order_without_ranks);
  g_test_add_func ("/stage-edit/remove/lets-go", test_removal_lets_go);

  return g_test_run ();
}
