/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-exposure.h"

#include "rollout-plan.h"

static void
assert_exposure (SlipExposure found, SlipExposure expected)
{
  g_assert_cmpint (found.share, ==, expected.share);
  g_assert_cmpint (found.people, ==, expected.people);
  g_assert_cmpint (found.added_share, ==, expected.added_share);
  g_assert_cmpint (found.added_people, ==, expected.added_people);
}

static void
test_each_stage_adds (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  static const struct {
    const char *stage;
    SlipExposure exposure;
  } cases[] = {
    { "internal", { -1, 20, -1, 20 } },
    { "five", { 500, 1020, 500, 1000 } },
    { "quarter", { 2500, 5020, 2000, 4000 } },
    { "all", { 10000, 20000, 7500, 14980 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_exposure (
      slip_stage_get_exposure (state, get_stage (state, cases[i].stage)),
      cases[i].exposure);
}

static void
test_unknown_is_unknown (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);
  SlipValue none = SLIP_VALUE_INIT;

  slip_edit_set (edit, SLIP_KIND_STAGE, "five", SLIP_STAGE_SHARE, &none);
  slip_edit_set (edit, SLIP_KIND_STAGE, "internal", SLIP_STAGE_PEOPLE, &none);
  apply_edit (&state, edit);
  assert_exposure (slip_stage_get_exposure (state,
                                            get_stage (state, "internal")),
                   (SlipExposure){ -1, -1, -1, -1 });
  assert_exposure (slip_stage_get_exposure (state, get_stage (state, "five")),
                   (SlipExposure){ -1, -1, -1, 1000 });
  assert_exposure (slip_stage_get_exposure (state,
                                            get_stage (state, "quarter")),
                   (SlipExposure){ 2500, -1, -1, 4000 });
  /* Everyone is all of them, whoever they were before. */
  assert_exposure (slip_stage_get_exposure (state, get_stage (state, "all")),
                   (SlipExposure){ 10000, 20000, 7500, -1 });
}

static void
test_present_is_what_has_begun (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  assert_exposure (slip_rollout_get_exposure (state, "pay"),
                   (SlipExposure){ 0, 0, 0, 0 });
  act (&state, slip_rollout_start, "internal", "2026-12-01", 9);
  assert_exposure (slip_rollout_get_exposure (state, "pay"),
                   (SlipExposure){ -1, 20, -1, 20 });
  act (&state, slip_rollout_start, "quarter", "2026-12-08", 9);
  assert_exposure (slip_rollout_get_exposure (state, "pay"),
                   (SlipExposure){ 2500, 5020, 2500, 5000 });
  roll_back (&state, "quarter", "internal", "2026-12-09", 9);
  assert_exposure (slip_rollout_get_exposure (state, "pay"),
                   (SlipExposure){ -1, 20, -1, 20 });
}

static void
test_released_without_stages_is_everyone (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "pay", "payments", "3.9", "2026-12-08");
  set_status_by_hand (&state, SLIP_STATUS_RELEASED);
  assert_exposure (slip_rollout_get_exposure (state, "pay"),
                   (SlipExposure){ 10000, -1, 10000, -1 });
}

static SlipEntityEdit *
new_share_edit (const char *stage, int share)
{
  SlipEntityEdit *edit = slip_entity_edit_new_set (SLIP_KIND_STAGE, stage);

  slip_entity_edit_add_integer (edit, SLIP_STAGE_SHARE, share);
  return edit;
}

static void
test_share_only_grows (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipEntityEdit) above = new_share_edit ("five", 2600);
  g_autoptr (SlipEntityEdit) below = new_share_edit ("quarter", 400);
  g_autoptr (SlipEntityEdit) equal = new_share_edit ("five", 2500);
  g_autoptr (SlipEntityEdit) type =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, "five");
  g_autoptr (SlipEntityEdit) order =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, "all");
  g_autoptr (SlipEntityEdit) internal =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, "internal");

  slip_entity_edit_add_integer (type, SLIP_STAGE_TYPE,
                                SLIP_STAGE_TYPE_EVERYONE);
  slip_entity_edit_add_text (order, SLIP_STAGE_RANK, "01");
  slip_entity_edit_add_text (internal, SLIP_STAGE_RANK, "zz");
  assert_refused (state, slip_entity_edit_run, above, SLIP_PLAN_ERROR_INVALID);
  assert_refused (state, slip_entity_edit_run, below, SLIP_PLAN_ERROR_INVALID);
  assert_refused (state, slip_entity_edit_run, type, SLIP_PLAN_ERROR_INVALID);
  assert_refused (state, slip_entity_edit_run, order, SLIP_PLAN_ERROR_INVALID);
  apply_intent (&state, slip_entity_edit_run, equal);
  apply_intent (&state, slip_entity_edit_run, internal);
}

static void
test_what_is_rolled_back_may_be_wider (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipEntityEdit) narrow = new_share_edit ("quarter", 500);
  const Act again = { slip_rollout_start, "five", moment ("2026-12-10", 9) };

  act (&state, slip_rollout_start, "internal", "2026-12-01", 9);
  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  roll_back (&state, "five", "internal", "2026-12-09", 9);
  set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_SHARE, 3000);
  apply_intent (&state, slip_entity_edit_run, narrow);
  assert_no_faults (state);
  assert_refused (state, run_act, &again, SLIP_PLAN_ERROR_INVALID);
}

static void
test_shares_are_printed (void)
{
  static const struct {
    gint64 share;
    const char *text;
  } cases[] = {
    { 2500, "25 %" },
    { 50, "0.5 %" },
    { 1, "0.01 %" },
    { 10000, "100 %" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text = slip_share_print (cases[i].share);

    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exposure/stage/each-adds", test_each_stage_adds);
  g_test_add_func ("/exposure/stage/unknown-is-unknown",
                   test_unknown_is_unknown);
  g_test_add_func ("/exposure/present/what-has-begun",
                   test_present_is_what_has_begun);
  g_test_add_func ("/exposure/present/released-without-stages-is-everyone",
                   test_released_without_stages_is_everyone);
  g_test_add_func ("/exposure/growth/share-only-grows", test_share_only_grows);
  g_test_add_func ("/exposure/growth/rolled-back-may-be-wider",
                   test_what_is_rolled_back_may_be_wider);
  g_test_add_func ("/exposure/share/printed", test_shares_are_printed);

  return g_test_run ();
}
