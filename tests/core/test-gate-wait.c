/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gate-wait.h"
#include "slip-truth-text.h"
#include "truth-plan.h"

#define NOW "2026-12-20 12:00"
#define H   3600
#define D   (24 * H)

/* Asserts how long a gate was waited at, and for whom. */
static void
assert_wait (const SlipPlanState *state,
             const char *stage,
             const SlipPast *past,
             const char *now,
             gint64 seconds,
             const char *whom)
{
  g_autoptr (SlipGateWait) wait =
    slip_gate_wait_new (state,
                        slip_plan_state_get (state, SLIP_KIND_STAGE, stage),
                        past, moment (now));
  g_autofree char *text = slip_gate_wait_dup_text (wait);

  g_assert_cmpint (wait->seconds, ==, seconds);
  g_assert_cmpstr (text, ==, whom);
}

/* When each stage started, and how long 'all', planned for 8 December, waited:
 * the soak of two days may be over before the end of that day or after it. */
static void
test_table (void)
{
  static const struct {
    const char *internal; /* started */
    gint64 paused;
    const char *all; /* started */
    gint64 seconds;
    const char *whom;
  } cases[] = {
    /* On its day, early, late. */
    { "2026-12-01 09:00", 0, "2026-12-08 15:00", 0, "" },
    { "2026-12-01 09:00", 0, "2026-12-07 15:00", 0, "" },
    { "2026-12-01 09:00", 0, "2026-12-09 10:00", 10 * H, "Decision 10 h" },
    { "2026-12-01 09:00", 0, "2026-12-11 12:00", 2 * D + 12 * H,
      "Decision 2 d 12 h" },
    /* The soak ends on the 9th at 9: the wait begins there. */
    { "2026-12-07 09:00", 0, "2026-12-10 12:00", D + 3 * H,
      "Decision 1 d 3 h" },
    /* A pause of 3 hours does not count as soak. */
    { "2026-12-07 09:00", 3 * H, "2026-12-10 12:00", D, "Decision 1 d" },
    /* Nobody recorded when the stage before started. */
    { NULL, 0, "2026-12-10 12:00", SLIP_WAIT_UNKNOWN, "" },
    /* Nor when this one did. */
    { "2026-12-01 09:00", 0, NULL, SLIP_WAIT_UNKNOWN, "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_truth_plan ();

    run_stage (&state, "internal", SLIP_STAGE_STATE_DONE, cases[i].internal,
               NULL);
    set_integer (&state, SLIP_KIND_STAGE, "internal", SLIP_STAGE_PAUSED_SECONDS,
                 cases[i].paused);
    run_stage (&state, "all", SLIP_STAGE_STATE_ACTIVE, cases[i].all, NULL);
    assert_wait (state, "all", NULL, NOW, cases[i].seconds, cases[i].whom);
  }
}

static SlipPlanState *
new_late_plan (void)
{
  SlipPlanState *state = new_truth_plan ();

  run_stage (&state, "internal", SLIP_STAGE_STATE_DONE, "2026-12-01 09:00",
             NULL);
  run_stage (&state, "all", SLIP_STAGE_STATE_ACTIVE, "2026-12-11 12:00", NULL);
  return state;
}

/* The gate waited from the 9th, 0:00 to the 11th, 12:00. */
static void
test_for_whom (void)
{
  static const struct {
    const char *closed; /* the deck of Sales */
    const char *whom;
  } cases[] = {
    { "2026-12-07 12:00", "Decision 2 d 12 h" },
    { "2026-12-10 00:00", "Sales 1 d, Decision 1 d 12 h" },
    { "2026-12-11 11:00", "Sales 2 d 11 h, Decision 1 h" },
    /* After the start: somebody let it go without. */
    { "2026-12-12 00:00", "Sales 2 d 12 h" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_late_plan ();
    g_autoptr (SlipPast) past = new_past_of_deck (cases[i].closed);

    ask_items (&state, "sales");
    assert_wait (state, "all", past, NOW, 2 * D + 12 * H, cases[i].whom);
  }
}

static void
test_an_open_item_is_waited_for_to_the_end (void)
{
  g_autoptr (SlipPlanState) state = new_late_plan ();
  g_autoptr (SlipPast) past = slip_past_new ();

  ask_items (&state, NULL);
  set_integer (&state, SLIP_KIND_ITEM, "deck", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_DOING);
  assert_wait (state, "all", past, NOW, 2 * D + 12 * H, "Sales 2 d 12 h");
}

static void
test_when_it_was_closed_may_not_be_known (void)
{
  g_autoptr (SlipPlanState) state = new_late_plan ();

  ask_items (&state, "sales");
  assert_wait (state, "all", NULL, NOW, 2 * D + 12 * H,
               "not known for Sales, Decision");
}

static void
test_an_audience_that_is_not_asked_is_not_waited_for (void)
{
  g_autoptr (SlipPlanState) state = new_late_plan ();
  g_autoptr (SlipPast) past = new_past_of_deck ("2026-12-09 00:00");

  ask_items (&state, "support");
  assert_wait (state, "all", past, NOW, 2 * D + 12 * H, "Decision 2 d 12 h");
}

static void
test_who_decided_is_named (void)
{
  g_autoptr (SlipPlanState) state = new_late_plan ();
  SlipDecision decision = {
    .type = SLIP_DECISION_GO,
    .release = "r",
    .stage = "all",
    .at_ms = at ("2026-12-11 12:00"),
    .person = "lead",
    .review_day = SLIP_DATE_NONE,
    .until = SLIP_DATE_NONE,
  };
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  slip_decision_record (edit, "decided", &decision);
  apply_edit (&state, edit);
  assert_wait (state, "all", NULL, NOW, 2 * D + 12 * H,
               "Decision (Support lead) 2 d 12 h");
}

static void
test_what_has_not_started_waits_until_now (void)
{
  g_autoptr (SlipPlanState) state = new_truth_plan ();

  set_status (&state, "r", SLIP_STATUS_ROLLING_OUT);
  run_stage (&state, "internal", SLIP_STAGE_STATE_ACTIVE, "2026-12-01 09:00",
             NULL);
  assert_wait (state, "all", NULL, "2026-12-10 06:00", D + 6 * H,
               "Decision 1 d 6 h");
  /* On its day nobody waits, nor while the stage before soaks. */
  assert_wait (state, "all", NULL, "2026-12-08 06:00", SLIP_WAIT_UNKNOWN, "");
  run_stage (&state, "internal", SLIP_STAGE_STATE_ACTIVE, "2026-12-08 09:00",
             NULL);
  assert_wait (state, "all", NULL, "2026-12-09 06:00", SLIP_WAIT_UNKNOWN, "");
}

static void
test_a_skipped_stage_and_a_closed_release_wait_for_nobody (void)
{
  g_autoptr (SlipPlanState) state = new_truth_plan ();

  run_stage (&state, "internal", SLIP_STAGE_STATE_SKIPPED, NULL, NULL);
  assert_wait (state, "internal", NULL, NOW, SLIP_WAIT_UNKNOWN, "");
  set_status (&state, "r", SLIP_STATUS_CANCELLED);
  assert_wait (state, "all", NULL, NOW, SLIP_WAIT_UNKNOWN, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/gate-wait/table", test_table);
  g_test_add_func ("/gate-wait/for-whom", test_for_whom);
  g_test_add_func ("/gate-wait/an-open-item-is-waited-for-to-the-end",
                   test_an_open_item_is_waited_for_to_the_end);
  g_test_add_func ("/gate-wait/when-it-was-closed-may-not-be-known",
                   test_when_it_was_closed_may_not_be_known);
  g_test_add_func ("/gate-wait/an-audience-that-is-not-asked-is-not-waited-for",
                   test_an_audience_that_is_not_asked_is_not_waited_for);
  g_test_add_func ("/gate-wait/who-decided-is-named",
                   test_who_decided_is_named);
  g_test_add_func ("/gate-wait/what-has-not-started-waits-until-now",
                   test_what_has_not_started_waits_until_now);
  g_test_add_func (
    "/gate-wait/a-skipped-stage-and-a-closed-release-wait-for-nobody",
    test_a_skipped_stage_and_a_closed_release_wait_for_nobody);
  return g_test_run ();
}
