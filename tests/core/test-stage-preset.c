/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-preset.h"

#include "rollout-plan.h"

static void
apply_preset (SlipPlanState **state, const char *key)
{
  g_autoptr (SlipPresetApplication) application =
    slip_preset_application_new (key, "pay");

  apply_intent (state, slip_preset_application_run, application);
}

static void
assert_names (const SlipPlanState *state, const char *expected)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (state, "pay");
  g_autoptr (GString) found = g_string_new (NULL);

  for (guint i = 0; i < stages->len; i++)
    g_string_append_printf (found, "%s%s", i > 0 ? ", " : "",
                            slip_row_get_text (stages->pdata[i],
                                               SLIP_STAGE_NAME));
  g_assert_cmpstr (found->str, ==, expected);
}

static void
test_each_fills_an_empty_release (void)
{
  guint n;
  const SlipStagePreset *presets = slip_stage_preset_get_all (&n);

  g_assert_cmpuint (n, ==, 5);
  for (guint i = 0; i < n; i++) {
    g_autoptr (SlipPlanState) state = new_plan ();
    g_autofree char *stages = slip_stage_preset_dup_stages (&presets[i]);
    g_autoptr (GPtrArray) rows = NULL;
    const SlipRow *launch;

    add_release (&state, "pay", "payments", "3.9", "2026-12-08");
    apply_preset (&state, presets[i].key);
    assert_names (state, stages);
    assert_no_faults (state);
    rows = slip_stage_list (state, "pay");
    launch = rows->pdata[presets[i].launch];
    assert_stage_date (state, slip_row_get_id (launch),
                       SLIP_STAGE_PLANNED_START, "2026-12-08");
    g_assert_true (slip_stage_preset_find (presets[i].key) == &presets[i]);
  }
}

static void
test_stages_follow_each_other (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (GPtrArray) stages = NULL;
  SlipDate next = day ("2026-11-28");

  add_release (&state, "pay", "payments", "3.9", "2026-12-08");
  apply_preset (&state, "gradual");
  stages = slip_stage_list (state, "pay");
  for (guint i = 0; i < stages->len; i++) {
    g_assert_true (slip_date_equal (
      slip_row_get_date (stages->pdata[i], SLIP_STAGE_PLANNED_START), next));
    next = slip_date_add_days (slip_stage_get_end (stages->pdata[i]), 1);
  }
}

static void
test_what_is_there_is_kept (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  apply_preset (&state, "gradual");
  assert_names (state, "Internal, Beta testers, 5 %, 25 %, Everyone");
  /* By its name, and as the launch stage. */
  g_assert_cmpint (slip_row_get_integer (get_stage (state, "internal"),
                                         SLIP_STAGE_LENGTH_DAYS),
                   ==, 5);
  g_assert_true (
    slip_row_get_boolean (get_stage (state, "five"), SLIP_STAGE_IS_LAUNCH));
  g_assert_null (slip_plan_state_get (state, SLIP_KIND_STAGE, "quarter"));
  assert_no_faults (state);
}

static void
test_refused_once_begun (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipPresetApplication) late =
    slip_preset_application_new ("canary", "pay");
  g_autoptr (SlipPresetApplication) unknown =
    slip_preset_application_new ("none", "pay");

  act (&state, slip_rollout_start, "internal", "2026-12-01", 9);
  assert_refused (state, slip_preset_application_run, late,
                  SLIP_PLAN_ERROR_INVALID);
  assert_refused (state, slip_preset_application_run, unknown,
                  SLIP_PLAN_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/stage-preset/apply/each-fills-an-empty-release",
                   test_each_fills_an_empty_release);
  g_test_add_func ("/stage-preset/apply/stages-follow-each-other",
                   test_stages_follow_each_other);
  g_test_add_func ("/stage-preset/apply/what-is-there-is-kept",
                   test_what_is_there_is_kept);
  g_test_add_func ("/stage-preset/apply/refused-once-begun",
                   test_refused_once_begun);

  return g_test_run ();
}
