/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-deciding-text.h"

#include "gate-plan.h"

static void
assert_question (const SlipPlanState *state,
                 const char *stage,
                 SlipDecisionType type,
                 const char *expected)
{
  g_autofree char *text = slip_deciding_dup_question (state, "r", stage, type);

  g_assert_cmpstr (text, ==, expected);
}

static void
assert_intro (const SlipPlanState *state,
              const char *stage,
              SlipDecisionType type,
              const char *expected)
{
  g_autofree char *text = slip_deciding_dup_intro (state, "r", stage, type);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_asks_about_stages (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();

  assert_question (state, "everyone", SLIP_DECISION_GO,
                   "Payments 3.9: 5 % → everyone?");
  assert_question (state, "five", SLIP_DECISION_HOLD,
                   "Payments 3.9: hold at 5 %?");
  assert_question (state, "five", SLIP_DECISION_ROLL_BACK,
                   "Payments 3.9: roll 5 % back?");
  set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_STATE,
               SLIP_STAGE_STATE_PLANNED);
  assert_question (state, "five", SLIP_DECISION_GO, "Payments 3.9: start 5 %?");
  assert_question (state, NULL, SLIP_DECISION_RESUME, "Payments 3.9");
}

static void
test_tells_how_wide_it_goes (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();

  assert_intro (state, "everyone", SLIP_DECISION_GO,
                "Going wider means 100 %. What stands in the way:");
  set_integer (&state, SLIP_KIND_STAGE, "internal", SLIP_STAGE_PEOPLE, 5);
  set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_PEOPLE, 20);
  set_integer (&state, SLIP_KIND_STAGE, "everyone", SLIP_STAGE_PEOPLE, 480);
  assert_intro (state, "everyone", SLIP_DECISION_GO,
                "Going wider means 480 people, 455 of them new. What stands in "
                "the way:");
  assert_intro (state, "five", SLIP_DECISION_HOLD,
                "What stands in the way of the next stage:");
  assert_intro (state, NULL, SLIP_DECISION_GO,
                "There is no stage to start next.");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/deciding-text/asks-about-stages", test_asks_about_stages);
  g_test_add_func ("/deciding-text/tells-how-wide-it-goes",
                   test_tells_how_wide_it_goes);

  return g_test_run ();
}
