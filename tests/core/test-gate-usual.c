/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-usual.h"

#include "gate-plan.h"

/* The criteria of @stage in a line: 'soak no-freeze (rollback-plan)', what is a
 * should in brackets. */
static char *
print_criteria (const SlipPlanState *state, const char *stage)
{
  g_autoptr (GPtrArray) criteria = slip_criterion_list (state, "r", stage);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < criteria->len; i++) {
    const SlipRow *row = criteria->pdata[i];
    gboolean is_must = slip_row_get_boolean (row, SLIP_CRITERION_IS_MUST);
    const char *nick = slip_criterion_type_get_nick (
      (SlipCriterionType) slip_row_get_integer (row, SLIP_CRITERION_TYPE));

    g_string_append_printf (text, is_must ? "%s%s" : "%s(%s)", i > 0 ? " " : "",
                            nick);
  }
  return g_strdup (text->str);
}

static void
assert_criteria (const SlipPlanState *state,
                 const char *stage,
                 const char *expected)
{
  g_autofree char *text = print_criteria (state, stage);

  g_assert_cmpstr (text, ==, expected);
}

static SlipPlanState *
new_planned_rollout (void)
{
  SlipPlanState *state = new_gate_plan ();

  set_integer (&state, SLIP_KIND_STAGE, "internal", SLIP_STAGE_STATE,
               SLIP_STAGE_STATE_PLANNED);
  set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_STATE,
               SLIP_STAGE_STATE_PLANNED);
  set_integer (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_STATUS,
               SLIP_STATUS_READY);
  return state;
}

static void
test_the_launch_asks_for_most (void)
{
  g_autoptr (SlipPlanState) state = new_planned_rollout ();
  g_autoptr (SlipGateUsual) usual = slip_gate_usual_new ("r", NULL);

  apply_intent (&state, slip_gate_usual_run, usual);
  assert_criteria (state, "internal", "no-freeze (rollback-plan)");
  assert_criteria (state, "five", "soak no-freeze (rollback-plan)");
  assert_criteria (state, "everyone",
                   "items notice soak flags no-freeze rollback-plan");
}

static void
test_after_the_launch_less_is_asked (void)
{
  g_autoptr (SlipPlanState) state = new_planned_rollout ();
  g_autoptr (SlipGateUsual) usual = slip_gate_usual_new ("r", NULL);

  set_integer (&state, SLIP_KIND_STAGE, "everyone", SLIP_STAGE_IS_LAUNCH,
               FALSE);
  set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_IS_LAUNCH, TRUE);
  apply_intent (&state, slip_gate_usual_run, usual);
  assert_criteria (state, "five",
                   "items notice soak flags no-freeze rollback-plan");
  assert_criteria (state, "everyone", "soak flags no-freeze");
}

static void
test_what_is_there_stays (void)
{
  g_autoptr (SlipPlanState) state = new_planned_rollout ();
  g_autoptr (SlipGateUsual) usual = slip_gate_usual_new ("r", "internal");

  add_criterion_to (&state, "mine", "internal", SLIP_CRITERION_NO_FREEZE,
                    FALSE);
  set_text (&state, SLIP_KIND_CRITERION, "mine", SLIP_CRITERION_RANK, "A");
  apply_intent (&state, slip_gate_usual_run, usual);
  assert_criteria (state, "internal", "(no-freeze) (rollback-plan)");
  assert_criteria (state, "everyone", "");
  assert_refused (state, slip_gate_usual_run, usual, SLIP_PLAN_ERROR_NOTHING);
}

static void
test_is_the_same_when_run_again (void)
{
  g_autoptr (SlipPlanState) state = new_planned_rollout ();
  g_autoptr (SlipGateUsual) usual = slip_gate_usual_new ("r", NULL);
  g_autoptr (SlipChangeSet) first =
    slip_intent_run (slip_gate_usual_run, usual, state, NULL);
  g_autoptr (SlipChangeSet) second =
    slip_intent_run (slip_gate_usual_run, usual, state, NULL);

  g_assert_true (slip_change_set_equal (first, second));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gate-usual/the-launch-asks-for-most",
                   test_the_launch_asks_for_most);
  g_test_add_func ("/gate-usual/after-the-launch-less-is-asked",
                   test_after_the_launch_less_is_asked);
  g_test_add_func ("/gate-usual/what-is-there-stays", test_what_is_there_stays);
  g_test_add_func ("/gate-usual/is-the-same-when-run-again",
                   test_is_the_same_when_run_again);

  return g_test_run ();
}
