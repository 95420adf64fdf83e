/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-decision-text.h"

#include "gate-plan.h"

static void
add_decision (SlipPlanState **state,
              const char *id,
              SlipDecisionType type,
              gint64 at_ms,
              const char *review_day)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);

  slip_decision_record (edit, id,
                        &(SlipDecision){
                          .type = type,
                          .release = "r",
                          .stage = "five",
                          .to_stage =
                            type == SLIP_DECISION_ROLL_BACK ? "internal" : NULL,
                          .at_ms = at_ms,
                          .person = "lead",
                          .reason = "Too many errors\nand no time",
                          .opinions = "Sales ops: wait",
                          .review_day = day (review_day),
                          .until = SLIP_DATE_NONE,
                          .evidence = "Gate: open" });
  apply_edit (state, edit);
}

/* Says of @decision that it was withdrawn. */
static void
withdraw (SlipPlanState **state, const char *decision)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);

  slip_decision_record (edit, "turn",
                        &(SlipDecision){ .type = SLIP_DECISION_WITHDRAWN,
                                         .release = "r",
                                         .at_ms = noon ("2026-12-04"),
                                         .person = "ops",
                                         .subject = decision,
                                         .review_day = SLIP_DATE_NONE,
                                         .until = SLIP_DATE_NONE });
  apply_edit (state, edit);
}

static const SlipRow *
get (const SlipPlanState *state, const char *id)
{
  return slip_plan_state_get (state, SLIP_KIND_DECISION, id);
}

static void
test_a_title_names_stages (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autofree char *hold = NULL;
  g_autofree char *back = NULL;

  add_decision (&state, "a", SLIP_DECISION_HOLD, noon (TODAY), NULL);
  add_decision (&state, "b", SLIP_DECISION_ROLL_BACK, noon (TODAY), NULL);
  hold = slip_decision_dup_title (get (state, "a"));
  g_assert_cmpstr (hold, ==, "Hold: 5 %");
  back = slip_decision_dup_title (get (state, "b"));
  g_assert_cmpstr (back, ==, "Roll back: 5 % → Internal");
}

static void
test_everything_is_written_out (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autofree char *text = NULL;

  add_decision (&state, "a", SLIP_DECISION_HOLD, noon (TODAY), "2026-12-07");
  withdraw (&state, "a");
  text = slip_decision_dup_text (state, get (state, "a"));
  g_assert_cmpstr (text, ==,
                   "Payments 3.9\n"
                   "Hold: 5 %\n"
                   "\n"
                   "Decided by: Support lead\n"
                   "Decided: 2026-12-03 12:00 UTC\n"
                   "Reason:\n"
                   "    Too many errors\n"
                   "    and no time\n"
                   "Who else was asked:\n"
                   "    Sales ops: wait\n"
                   "Look again on: 2026-12-07\n"
                   "Withdrawn: Sales ops\n"
                   "    2026-12-04 12:00 UTC\n"
                   "\n"
                   "The gate at that time\n"
                   "\n"
                   "Gate: open\n");
}

static void
assert_review_day (const SlipPlanState *state, const char *expected)
{
  g_autofree char *text =
    slip_date_to_text (slip_decision_get_review_day (state, "r"));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_the_last_valid_decision_says_when_to_look_again (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();

  assert_review_day (state, NULL);
  add_decision (&state, "a", SLIP_DECISION_HOLD, noon ("2026-12-01"),
                "2026-12-04");
  assert_review_day (state, "2026-12-04");
  add_decision (&state, "b", SLIP_DECISION_NO_GO, noon ("2026-12-02"),
                "2026-12-09");
  assert_review_day (state, "2026-12-09");
  withdraw (&state, "b");
  assert_review_day (state, "2026-12-04");
  add_decision (&state, "c", SLIP_DECISION_RESUME, noon (TODAY), NULL);
  assert_review_day (state, NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/decision-text/a-title-names-stages",
                   test_a_title_names_stages);
  g_test_add_func ("/decision-text/everything-is-written-out",
                   test_everything_is_written_out);
  g_test_add_func (
    "/decision-text/the-last-valid-decision-says-when-to-look-again",
    test_the_last_valid_decision_says_when_to_look_again);

  return g_test_run ();
}
