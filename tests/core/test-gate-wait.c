/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-exception.h"
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
    /* Somebody let it go before the soak was over, which it never was. */
    { "2026-12-07 09:00", 0, "2026-12-08 12:00", 0, "" },
    { "2026-12-19 09:00", 0, "2026-12-19 10:00", 0, "" },
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

/* The gate of 'all' asks for a criterion that is or is not a must. */
static void
ask (SlipPlanState **state,
     SlipCriterionType type,
     const char *text,
     gboolean is_must)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_CRITERION, "c", "r");
  slip_edit_set_text (edit, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_STAGE,
                      "all");
  slip_edit_set_integer (edit, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_TYPE,
                         type);
  slip_edit_set_text (edit, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_TEXT,
                      text);
  slip_edit_set_integer (edit, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_IS_MUST,
                         is_must);
  if (type == SLIP_CRITERION_FIGURE_WITHIN)
    slip_edit_set_text (edit, SLIP_KIND_CRITERION, "c",
                        SLIP_CRITERION_THRESHOLD, "0.5");
  apply_edit (state, edit);
}

/* What history says of one property: up to three times, NULL for no more, and
 * the values then. */
typedef struct {
  SlipKind kind;
  const char *id;
  guint property;
  const char *times[3];
  const char *values[3];
} Turns;

static SlipValue
new_value (const Turns *turns, guint i)
{
  return turns->property == SLIP_CRITERION_IS_TICKED &&
             turns->kind == SLIP_KIND_CRITERION
           ? slip_value_new_integer (*turns->values[i] == '1')
           : slip_value_new_text (turns->values[i]);
}

static SlipValue
new_value_before (const Turns *turns, guint i)
{
  return i > 0 ? new_value (turns, i - 1) : (SlipValue) SLIP_VALUE_INIT;
}

/* Its values are in the plan, too. */
static SlipPast *
new_past (SlipPlanState **state, const Turns *turns, SlipWriter writer)
{
  SlipPast *past = slip_past_new ();
  g_autoptr (GPtrArray) steps =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_step_free);

  for (guint i = 0; i < 3 && turns->times[i] != NULL; i++) {
    SlipValue after = new_value (turns, i);

    put_step (steps, i + 1, SLIP_STEP_EDIT, 0, turns->times[i], writer,
              new_change (turns->kind, turns->id, "r", turns->property,
                          new_value_before (turns, i), after));
    if (after.type == SLIP_VALUE_TEXT)
      set_text (state, turns->kind, turns->id, turns->property,
                turns->values[i]);
    else
      set_integer (state, turns->kind, turns->id, turns->property,
                   slip_value_get_integer (&after));
  }
  slip_past_read (past, "r", steps);
  return past;
}

#define TICKED SLIP_KIND_CRITERION, "c", SLIP_CRITERION_IS_TICKED
#define PLAN   SLIP_KIND_RELEASE, "r", SLIP_RELEASE_ROLLBACK_PLAN
#define FIGURE SLIP_KIND_CRITERION, "c", SLIP_CRITERION_FIGURE
#define WAIVER SLIP_KIND_CRITERION, "c", SLIP_CRITERION_WAIVER_REASON

/* What else a gate asks was waited for until it was recorded; the gate waited
 * from the 9th, 0:00 to the 11th, 12:00. */
static void
test_causes_are_told_apart (void)
{
  static const struct {
    SlipCriterionType type;
    const char *text;
    Turns turns;
    const char *whom;
  } cases[] = {
    { SLIP_CRITERION_OWN,
      "Load test",
      { TICKED, { "2026-12-10 06:00" }, { "1" } },
      "Load test 1 d 6 h, Decision 1 d 6 h" },
    /* Long before: it was not waited for. */
    { SLIP_CRITERION_OWN,
      "Load test",
      { TICKED, { "2026-12-01 06:00" }, { "1" } },
      "Decision 2 d 12 h" },
    /* Never, and only after the start. */
    { SLIP_CRITERION_OWN, "Load test", { TICKED }, "Load test 2 d 12 h" },
    { SLIP_CRITERION_OWN,
      "Load test",
      { TICKED, { "2026-12-12 06:00" }, { "1" } },
      "Load test 2 d 12 h" },
    /* Taken back and ticked again. */
    { SLIP_CRITERION_OWN,
      "Load test",
      { TICKED,
        { "2026-12-09 06:00", "2026-12-09 12:00", "2026-12-11 00:00" },
        { "1", "0", "1" } },
      "Load test 2 d, Decision 12 h" },
    { SLIP_CRITERION_ROLLBACK_PLAN,
      NULL,
      { PLAN, { "2026-12-09 12:00" }, { "Switch the flag off" } },
      "Rollback plan 12 h, Decision 2 d" },
    /* 0.9 is not at most 0.5, and a change from 0.4 to 0.3 is none. */
    { SLIP_CRITERION_FIGURE_WITHIN,
      "Errors",
      { FIGURE,
        { "2026-12-09 06:00", "2026-12-10 00:00", "2026-12-11 00:00" },
        { "0.9", "0.4", "0.3" } },
      "Errors 1 d, Decision 1 d 12 h" },
    { SLIP_CRITERION_OWN,
      "Load test",
      { WAIVER, { "2026-12-10 00:00" }, { "The vendor is late" } },
      "Load test 1 d, Decision 1 d 12 h" },
    /* What a feed said is not kept. */
    { SLIP_CRITERION_FEED,
      NULL,
      { PLAN },
      "not known for Status feed, "
      "Decision" },
    { SLIP_CRITERION_SOAK, NULL, { PLAN }, "Decision 2 d 12 h" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_late_plan ();
    g_autoptr (SlipPast) past = NULL;

    ask (&state, cases[i].type, cases[i].text, TRUE);
    past = new_past (&state, &cases[i].turns, SLIP_WRITER_WINDOW);
    assert_wait (state, "all", past, NOW, 2 * D + 12 * H, cases[i].whom);
  }
}

static void
test_what_was_so_before_its_history_is_not_known (void)
{
  static const Turns turns = { TICKED, { "2026-12-10 06:00" }, { "1" } };
  g_autoptr (SlipPlanState) state = new_late_plan ();
  g_autoptr (SlipPast) past = NULL;
  g_autoptr (SlipPast) nothing = slip_past_new ();

  ask (&state, SLIP_CRITERION_OWN, "Load test", TRUE);
  past = new_past (&state, &turns, SLIP_WRITER_IMPORT);
  assert_wait (state, "all", past, NOW, 2 * D + 12 * H,
               "not known for Load test, Decision");
  assert_wait (state, "all", nothing, NOW, 2 * D + 12 * H,
               "not known for Load test, Decision");
  assert_wait (state, "all", NULL, NOW, 2 * D + 12 * H,
               "not known for Load test, Decision");
}

static void
test_a_should_is_not_waited_for (void)
{
  g_autoptr (SlipPlanState) state = new_late_plan ();
  g_autoptr (SlipPast) past = slip_past_new ();

  ask (&state, SLIP_CRITERION_OWN, "Load test", FALSE);
  assert_wait (state, "all", past, NOW, 2 * D + 12 * H, "Decision 2 d 12 h");
}

/* By noon of that day Sales was told the date: "" for the present one. */
static void
tell_sales (SlipPlanState **state, const char *sent, const char *date)
{
  g_autoptr (SlipTelling) telling =
    slip_telling_new ("r", "sales", SLIP_COMMUNICATION_BRIEF, noon (sent),
                      day ("2026-12-20"));

  telling->by = g_strdup ("lead");
  if (*date != '\0') {
    telling->tells_present = FALSE;
    telling->date_told = day (date);
  }
  apply_intent (state, slip_telling_run, telling);
}

/* Told on the 9th, Sales has had two working days on the 11th, at 0:00. */
static void
test_notice (void)
{
  static const struct {
    const char *told;
    const char *date;
    const char *whom;
  } cases[] = {
    { "2026-12-04", "", "Decision 2 d 12 h" },
    { "2026-12-09", "", "notice to Sales 2 d, Decision 12 h" },
    { "2026-12-11", "", "notice to Sales 2 d 12 h" },
    { NULL, NULL, "notice to Sales 2 d 12 h" },
    /* It was told another day, which may have been right then. */
    { "2026-12-04", "2026-12-22", "not known for notice to Sales, Decision" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_late_plan ();

    set_integer (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_NOTICE_DAYS,
                 2);
    ask (&state, SLIP_CRITERION_NOTICE, NULL, TRUE);
    if (cases[i].told != NULL)
      tell_sales (&state, cases[i].told, cases[i].date);
    assert_wait (state, "all", NULL, NOW, 2 * D + 12 * H, cases[i].whom);
  }
}

static void
add_freeze (SlipPlanState **state, const char *first, const char *last)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_FREEZE, "f", NULL);
  slip_edit_set_text (edit, SLIP_KIND_FREEZE, "f", SLIP_FREEZE_NAME, "Audit");
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, "f", SLIP_FREEZE_FIRST_DAY,
                      day (first));
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, "f", SLIP_FREEZE_LAST_DAY,
                      day (last));
  apply_edit (state, edit);
}

static void
test_freeze (void)
{
  static const struct {
    const char *first;
    const char *last;
    const char *whom;
  } cases[] = {
    { "2026-12-01", "2026-12-08", "Decision 2 d 12 h" },
    { "2026-12-08", "2026-12-10", "Freeze 2 d, Decision 12 h" },
    { "2026-12-08", "2026-12-20", "Freeze 2 d 12 h" },
    { "2026-12-12", "2026-12-20", "Decision 2 d 12 h" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_late_plan ();

    add_freeze (&state, cases[i].first, cases[i].last);
    ask (&state, SLIP_CRITERION_NO_FREEZE, NULL, TRUE);
    assert_wait (state, "all", NULL, NOW, 2 * D + 12 * H, cases[i].whom);
  }
}

static void
test_an_exception_ends_the_wait_for_a_freeze (void)
{
  g_autoptr (SlipPlanState) state = new_late_plan ();
  g_autoptr (SlipException) exception = slip_exception_new ("r", "all", "f");

  add_freeze (&state, "2026-12-08", "2026-12-20");
  ask (&state, SLIP_CRITERION_NO_FREEZE, NULL, TRUE);
  exception->asked_by = g_strdup ("Sales");
  exception->person = g_strdup ("lead");
  exception->reason = g_strdup ("The contract says so");
  exception->at_ms = at ("2026-12-10 00:00");
  apply_intent (&state, slip_exception_run, exception);
  assert_wait (state, "all", NULL, NOW, 2 * D + 12 * H,
               "Freeze 1 d, Decision 1 d 12 h");
}

/* The stage before expects a flag for 25 %. */
static void
test_flags (void)
{
  static const struct {
    const char *on;   /* when it was seen on */
    const char *full; /* when with the share */
    gint64 share;
    const char *whom;
  } cases[] = {
    { "2026-12-01 00:00", "2026-12-10 00:00", 2500,
      "Feature flags 1 d, Decision 1 d 12 h" },
    { "2026-12-10 00:00", "2026-12-09 00:00", 2500,
      "Feature flags 1 d, Decision 1 d 12 h" },
    { "2026-12-10 00:00", "2026-12-09 00:00", 1000, "Feature flags 2 d 12 h" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_late_plan ();
    g_autoptr (SlipPast) past = slip_past_new ();
    g_autoptr (GPtrArray) steps =
      g_ptr_array_new_with_free_func ((GDestroyNotify) slip_step_free);
    SlipEdit *edit = slip_edit_new (state, SLIP_VERB_ADD);

    slip_edit_create (edit, SLIP_KIND_FLAG, "flag", "r");
    slip_edit_set_text (edit, SLIP_KIND_FLAG, "flag", SLIP_FLAG_KEY,
                        "checkout");
    slip_edit_create (edit, SLIP_KIND_FLAG_STAGE, "expected", "r");
    slip_edit_set_text (edit, SLIP_KIND_FLAG_STAGE, "expected",
                        SLIP_FLAG_STAGE_FLAG, "flag");
    slip_edit_set_text (edit, SLIP_KIND_FLAG_STAGE, "expected",
                        SLIP_FLAG_STAGE_STAGE, "internal");
    slip_edit_set_integer (edit, SLIP_KIND_FLAG_STAGE, "expected",
                           SLIP_FLAG_STAGE_IS_ON, TRUE);
    slip_edit_set_integer (edit, SLIP_KIND_FLAG_STAGE, "expected",
                           SLIP_FLAG_STAGE_SHARE, 2500);
    apply_edit (&state, edit);
    ask (&state, SLIP_CRITERION_FLAGS, NULL, TRUE);
    put_step (steps, 1, SLIP_STEP_EDIT, 0, cases[i].on, SLIP_WRITER_WINDOW,
              new_change (SLIP_KIND_FLAG, "flag", "r", SLIP_FLAG_OBSERVED,
                          (SlipValue) SLIP_VALUE_INIT,
                          slip_value_new_integer (SLIP_FLAG_STATE_ON)));
    put_step (steps, 2, SLIP_STEP_EDIT, 0, cases[i].full, SLIP_WRITER_WINDOW,
              new_change (SLIP_KIND_FLAG, "flag", "r", SLIP_FLAG_OBSERVED_SHARE,
                          (SlipValue) SLIP_VALUE_INIT,
                          slip_value_new_integer (cases[i].share)));
    slip_past_read (past, "r", steps);
    assert_wait (state, "all", past, NOW, 2 * D + 12 * H, cases[i].whom);
  }
}

/* Of what is still waited for, the gate knows how it stands. */
static void
test_what_stands_in_the_way_is_waited_for_until_now (void)
{
  static const Turns turns = { PLAN,
                               { "2026-12-09 06:00" },
                               { "Switch the flag off" } };
  g_autoptr (SlipPlanState) state = new_truth_plan ();
  g_autoptr (SlipPast) past = NULL;

  set_status (&state, "r", SLIP_STATUS_ROLLING_OUT);
  run_stage (&state, "internal", SLIP_STAGE_STATE_ACTIVE, "2026-12-01 09:00",
             NULL);
  ask (&state, SLIP_CRITERION_ROLLBACK_PLAN, NULL, TRUE);
  assert_wait (state, "all", NULL, "2026-12-10 06:00", D + 6 * H,
               "Rollback plan 1 d 6 h");
  past = new_past (&state, &turns, SLIP_WRITER_WINDOW);
  assert_wait (state, "all", past, "2026-12-10 06:00", D + 6 * H,
               "Rollback plan 6 h, Decision 1 d");
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
  g_test_add_func ("/gate-wait/causes-are-told-apart",
                   test_causes_are_told_apart);
  g_test_add_func ("/gate-wait/what-was-so-before-its-history-is-not-known",
                   test_what_was_so_before_its_history_is_not_known);
  g_test_add_func ("/gate-wait/a-should-is-not-waited-for",
                   test_a_should_is_not_waited_for);
  g_test_add_func ("/gate-wait/notice", test_notice);
  g_test_add_func ("/gate-wait/freeze", test_freeze);
  g_test_add_func ("/gate-wait/an-exception-ends-the-wait-for-a-freeze",
                   test_an_exception_ends_the_wait_for_a_freeze);
  g_test_add_func ("/gate-wait/flags", test_flags);
  g_test_add_func ("/gate-wait/what-stands-in-the-way-is-waited-for-until-now",
                   test_what_stands_in_the_way_is_waited_for_until_now);
  g_test_add_func ("/gate-wait/who-decided-is-named",
                   test_who_decided_is_named);
  g_test_add_func ("/gate-wait/what-has-not-started-waits-until-now",
                   test_what_has_not_started_waits_until_now);
  g_test_add_func (
    "/gate-wait/a-skipped-stage-and-a-closed-release-wait-for-nobody",
    test_a_skipped_stage_and_a_closed_release_wait_for_nobody);
  return g_test_run ();
}
