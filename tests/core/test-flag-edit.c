/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-flag-edit.h"

#include "flagged-plan.h"

static void
test_makes_a_flag_with_what_stages_expect (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();
  g_autoptr (SlipFlagEdit) edit = slip_flag_edit_new ("mob", NULL);
  const SlipRow *flag;
  const SlipRow *expected;

  slip_flag_edit_set_text (edit, SLIP_FLAG_KEY, " dark-mode ");
  slip_flag_edit_set_text (edit, SLIP_FLAG_OWNER, "lead");
  slip_flag_edit_set_integer (edit, SLIP_FLAG_IS_PERMANENT, TRUE);
  slip_flag_edit_expect (edit, "five", SLIP_FLAG_STATE_ON, 500);
  slip_flag_edit_expect (edit, "inside", SLIP_FLAG_STATE_OFF, 500);
  slip_flag_edit_expect (edit, "gone", SLIP_FLAG_STATE_ON, -1);
  apply_intent (&state, slip_flag_edit_run, edit);

  flag =
    slip_plan_state_get (state, SLIP_KIND_FLAG, slip_flag_edit_get_id (edit));
  g_assert_cmpstr (slip_row_get_text (flag, SLIP_FLAG_KEY), ==, "dark-mode");
  g_assert_cmpstr (slip_row_get_text (flag, SLIP_FLAG_OWNER), ==, "lead");
  g_assert_true (slip_row_get_boolean (flag, SLIP_FLAG_IS_PERMANENT));
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_FLAG_STAGE), ==, 2);

  expected = slip_flag_find_expected (state, flag, "five");
  g_assert_true (slip_row_get_boolean (expected, SLIP_FLAG_STAGE_IS_ON));
  g_assert_cmpint (slip_flag_get_share (expected, SLIP_FLAG_STAGE_SHARE), ==,
                   500);
  expected = slip_flag_find_expected (state, flag, "inside");
  g_assert_false (slip_row_get_boolean (expected, SLIP_FLAG_STAGE_IS_ON));
  g_assert_cmpint (slip_flag_get_share (expected, SLIP_FLAG_STAGE_SHARE), ==,
                   -1);
}

static void
test_changes_and_forgets_what_is_expected (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();
  const SlipRow *expected;

  expect (&state, "five", "on=5");
  expect (&state, "five", "on=10");
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_FLAG_STAGE), ==, 1);
  expected = slip_flag_find_expected (state, get_flag (state), "five");
  g_assert_cmpint (slip_flag_get_share (expected, SLIP_FLAG_STAGE_SHARE), ==,
                   1000);

  expect (&state, "five", "on");
  expected = slip_flag_find_expected (state, get_flag (state), "five");
  g_assert_cmpint (slip_flag_get_share (expected, SLIP_FLAG_STAGE_SHARE), ==,
                   -1);

  expect (&state, "five", "unknown");
  g_assert_null (slip_flag_find_expected (state, get_flag (state), "five"));
}

static void
test_keeps_what_was_observed_with_source_and_time (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();

  observe (&state, "on=25");
  g_assert_cmpint (slip_row_get_integer (get_flag (state), SLIP_FLAG_OBSERVED),
                   ==, SLIP_FLAG_STATE_ON);
  g_assert_cmpint (slip_flag_get_share (get_flag (state),
                                        SLIP_FLAG_OBSERVED_SHARE),
                   ==, 2500);
  g_assert_cmpstr (slip_row_get_text (get_flag (state),
                                      SLIP_FLAG_OBSERVED_SOURCE),
                   ==, "Flag console");
  g_assert_cmpint (slip_row_get_integer (get_flag (state),
                                         SLIP_FLAG_OBSERVED_AT),
                   ==, 1796040000000);

  observe (&state, "unknown");
  g_assert_null (
    slip_row_get_text (get_flag (state), SLIP_FLAG_OBSERVED_SOURCE));
  g_assert_cmpint (
    slip_row_peek (get_flag (state), SLIP_FLAG_OBSERVED_AT)->type, ==,
    SLIP_VALUE_NONE);
}

static void
test_refuses_a_second_flag_of_a_key (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();
  g_autoptr (SlipFlagEdit) twin = slip_flag_edit_new ("mob", NULL);
  g_autoptr (SlipFlagEdit) keyless = slip_flag_edit_new ("mob", NULL);
  g_autoptr (SlipFlagEdit) gone = slip_flag_edit_new ("mob", "gone");

  slip_flag_edit_set_text (twin, SLIP_FLAG_KEY, "new-checkout");
  slip_flag_edit_set_text (keyless, SLIP_FLAG_KEY, "  ");
  slip_flag_edit_set_text (gone, SLIP_FLAG_KEY, "gone");
  assert_refused (state, slip_flag_edit_run, twin, SLIP_PLAN_ERROR_INVALID);
  assert_refused (state, slip_flag_edit_run, keyless, SLIP_PLAN_ERROR_INVALID);
  assert_refused (state, slip_flag_edit_run, gone, SLIP_PLAN_ERROR_NOT_FOUND);

  slip_flag_edit_set_text (twin, SLIP_FLAG_ENVIRONMENT, "production");
  apply_intent (&state, slip_flag_edit_run, twin);
}

static void
remove_entity (SlipPlanState **state, SlipKind kind, const char *id)
{
  g_autoptr (SlipEntityEdit) edit = slip_entity_edit_new_remove (kind, id);

  apply_intent (state, slip_entity_edit_run, edit);
}

static void
test_what_is_expected_goes_with_its_stage_or_flag (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();

  expect (&state, "five", "on=5");
  expect (&state, "inside", "on");
  remove_entity (&state, SLIP_KIND_STAGE, "five");
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_FLAG_STAGE), ==, 1);
  remove_entity (&state, SLIP_KIND_FLAG, "checkout");
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_FLAG_STAGE), ==, 0);
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_FLAG), ==, 0);
}

static const struct {
  const char *text;
  SlipFlagState flag_state;
  gint64 share; /* -2 if it is refused */
} states[] = {
  { "on", SLIP_FLAG_STATE_ON, -1 },
  { "OFF", SLIP_FLAG_STATE_OFF, -1 },
  { "unknown", SLIP_FLAG_STATE_UNKNOWN, -1 },
  { "on=25", SLIP_FLAG_STATE_ON, 2500 },
  { "on = 2.5 %", SLIP_FLAG_STATE_ON, 250 },
  { "on=2,5", SLIP_FLAG_STATE_ON, 250 },
  { "on=100", SLIP_FLAG_STATE_ON, 10000 },
  { "on=0", SLIP_FLAG_STATE_ON, 0 },
  { "on=", SLIP_FLAG_STATE_ON, -2 },
  { "on=101", SLIP_FLAG_STATE_ON, -2 },
  { "on=-1", SLIP_FLAG_STATE_ON, -2 },
  { "on=1e1", SLIP_FLAG_STATE_ON, -2 },
  { "on=1.2.3", SLIP_FLAG_STATE_ON, -2 },
  { "on=nan", SLIP_FLAG_STATE_ON, -2 },
  { "off=25", SLIP_FLAG_STATE_OFF, -2 },
  { "perhaps", SLIP_FLAG_STATE_ON, -2 },
  { "", SLIP_FLAG_STATE_ON, -2 },
  { "\xff", SLIP_FLAG_STATE_ON, -2 },
};

static void
test_reads_a_state (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (states); i++) {
    SlipFlagState flag_state;
    gint64 share;
    g_autoptr (GError) error = NULL;
    gboolean is_read =
      slip_flag_parse_state (states[i].text, &flag_state, &share, &error);

    g_test_message ("“%s”", states[i].text);
    g_assert_true (is_read == (states[i].share != -2));
    if (!is_read) {
      g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
      continue;
    }
    g_assert_cmpint (flag_state, ==, states[i].flag_state);
    g_assert_cmpint (share, ==, states[i].share);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/flag-edit/makes-a-flag-with-what-stages-expect",
                   test_makes_a_flag_with_what_stages_expect);
  g_test_add_func ("/flag-edit/changes-and-forgets-what-is-expected",
                   test_changes_and_forgets_what_is_expected);
  g_test_add_func ("/flag-edit/keeps-what-was-observed-with-source-and-time",
                   test_keeps_what_was_observed_with_source_and_time);
  g_test_add_func ("/flag-edit/refuses-a-second-flag-of-a-key",
                   test_refuses_a_second_flag_of_a_key);
  g_test_add_func ("/flag-edit/what-is-expected-goes-with-its-stage-or-flag",
                   test_what_is_expected_goes_with_its_stage_or_flag);
  g_test_add_func ("/flag-edit/reads-a-state", test_reads_a_state);

  return g_test_run ();
}
