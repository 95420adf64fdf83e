/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-deciding.h"

#include "gate-plan.h"
#include "slip-exception.h"

static SlipDeciding *
new_deciding (SlipDecisionType type, const char *stage, const char *reason)
{
  SlipDeciding *deciding = slip_deciding_new (type, "r", stage, now ());

  deciding->person = g_strdup ("lead");
  deciding->reason = g_strdup (reason);
  return deciding;
}

static const SlipRow *
get_record (const SlipPlanState *state, const SlipDeciding *deciding)
{
  const SlipRow *row =
    slip_plan_state_get (state, SLIP_KIND_DECISION, deciding->id);

  g_assert_nonnull (row);
  return row;
}

static void
assert_stage (const SlipPlanState *state,
              const char *stage,
              SlipStageState expected)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_STAGE, stage);

  g_assert_cmpint (slip_row_get_integer (row, SLIP_STAGE_STATE), ==, expected);
}

static void
test_go_starts_the_stage_and_is_recorded (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (SlipDeciding) deciding =
    new_deciding (SLIP_DECISION_GO, "everyone", NULL);
  g_autoptr (SlipChangeSet) set = NULL;
  g_autofree char *label = NULL;
  const SlipRow *row;

  add_criterion (&state, "c", SLIP_CRITERION_OWN, FALSE);
  set_text (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_TEXT,
            "Legal agrees");
  deciding->opinions = g_strdup ("Sales ops: fine");
  set = slip_intent_run (slip_deciding_run, deciding, state, NULL);
  g_assert_cmpstr (set->subject, ==, "Payments 3.9");
  apply_intent (&state, slip_deciding_run, deciding);

  assert_stage (state, "five", SLIP_STAGE_STATE_DONE);
  assert_stage (state, "everyone", SLIP_STAGE_STATE_ACTIVE);
  row = get_record (state, deciding);
  g_assert_cmpstr (slip_row_get_text (row, SLIP_DECISION_PERSON_NAME), ==,
                   "Support lead");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_DECISION_STAGE_NAME), ==,
                   "everyone");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_DECISION_OPINIONS), ==,
                   "Sales ops: fine");
  label = slip_entity_dup_label (state, row);
  g_assert_cmpstr (label, ==, "Go: everyone");
  /* What was known before the stage started. */
  g_assert_nonnull (strstr (slip_row_get_text (row, SLIP_DECISION_EVIDENCE),
                            "✗ not met, should: Legal agrees · not ticked"));
  g_assert_nonnull (
    strstr (slip_row_get_text (row, SLIP_DECISION_EVIDENCE), "5 %: Active"));
}

static void
test_an_open_must_needs_a_reason (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (SlipDeciding) blank =
    new_deciding (SLIP_DECISION_GO, "everyone", "  ");
  g_autoptr (SlipDeciding) deciding =
    new_deciding (SLIP_DECISION_GO, "everyone", "The customers wait");

  add_criterion (&state, "c", SLIP_CRITERION_FEED, TRUE);
  assert_refused (state, slip_deciding_run, blank, SLIP_PLAN_ERROR_INVALID);
  apply_intent (&state, slip_deciding_run, deciding);
  assert_stage (state, "everyone", SLIP_STAGE_STATE_ACTIVE);
}

static void
test_somebody_decides (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (SlipDeciding) deciding =
    new_deciding (SLIP_DECISION_GO, "everyone", NULL);

  g_clear_pointer (&deciding->person, g_free);
  assert_refused (state, slip_deciding_run, deciding, SLIP_PLAN_ERROR_INVALID);
  deciding->person_name = g_strdup ("Head of product");
  apply_intent (&state, slip_deciding_run, deciding);
  g_assert_cmpstr (slip_row_get_text (get_record (state, deciding),
                                      SLIP_DECISION_PERSON_NAME),
                   ==, "Head of product");
}

static void
test_a_hard_freeze_needs_an_exception (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (SlipDeciding) deciding =
    new_deciding (SLIP_DECISION_GO, "everyone", "We must");
  SlipException *exception = slip_exception_new ("r", "everyone", "hard");

  exception->asked_by = g_strdup ("Sales ops");
  exception->person = g_strdup ("lead");
  exception->reason = g_strdup ("The customers wait");
  exception->at_ms = noon (TODAY) - HOUR_MS;
  add_freeze (&state, "hard", SLIP_SEVERITY_HARD, TODAY, TODAY);
  /* Though the gate does not ask about freezes. */
  assert_refused (state, slip_deciding_run, deciding, SLIP_PLAN_ERROR_INVALID);
  apply_intent (&state, slip_exception_run, exception);
  apply_intent (&state, slip_deciding_run, deciding);
  assert_stage (state, "everyone", SLIP_STAGE_STATE_ACTIVE);
  slip_exception_free (exception);
}

static void
test_a_no_go_changes_nothing_else (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autofree char *before = slip_plan_state_digest (state);
  g_autofree char *after = NULL;
  g_autoptr (SlipDeciding) without =
    new_deciding (SLIP_DECISION_NO_GO, "everyone", NULL);
  g_autoptr (SlipDeciding) deciding =
    new_deciding (SLIP_DECISION_NO_GO, "everyone", "Too many errors");

  assert_refused (state, slip_deciding_run, without, SLIP_PLAN_ERROR_INVALID);
  deciding->review_day = day ("2026-12-07");
  apply_intent (&state, slip_deciding_run, deciding);
  after = slip_plan_state_digest (state);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (slip_row_get_date (get_record (state, deciding),
                                      SLIP_DECISION_REVIEW_DAY)
                     .day,
                   ==, day ("2026-12-07").day);
}

static void
test_holds_resumes_and_rolls_back (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (SlipDeciding) hold =
    new_deciding (SLIP_DECISION_HOLD, "five", "Errors");
  g_autoptr (SlipDeciding) again =
    new_deciding (SLIP_DECISION_HOLD, "five", "Errors");
  g_autoptr (SlipDeciding) resume =
    new_deciding (SLIP_DECISION_RESUME, "five", NULL);
  g_autoptr (SlipDeciding) back =
    new_deciding (SLIP_DECISION_ROLL_BACK, "five", "More errors");

  apply_intent (&state, slip_deciding_run, hold);
  assert_stage (state, "five", SLIP_STAGE_STATE_HELD);
  /* The gate of what would come next. */
  g_assert_true (g_str_has_prefix (slip_row_get_text (get_record (state, hold),
                                                      SLIP_DECISION_EVIDENCE),
                                   "Payments 3.9: 5 % → everyone\n"));
  assert_refused (state, slip_deciding_run, again, SLIP_PLAN_ERROR_INVALID);

  apply_intent (&state, slip_deciding_run, resume);
  assert_stage (state, "five", SLIP_STAGE_STATE_ACTIVE);

  back->to_stage = g_strdup ("internal");
  apply_intent (&state, slip_deciding_run, back);
  assert_stage (state, "five", SLIP_STAGE_STATE_ROLLED_BACK);
  assert_stage (state, "internal", SLIP_STAGE_STATE_ACTIVE);
  g_assert_cmpstr (slip_row_get_text (get_record (state, back),
                                      SLIP_DECISION_TO_STAGE_NAME),
                   ==, "Internal");
}

/* The items that came of a decision, in the order of their titles. */
static int
compare_titles_cb (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (slip_row_get_text (*(const SlipRow *const *) a,
                                       SLIP_ITEM_TITLE),
                    slip_row_get_text (*(const SlipRow *const *) b,
                                       SLIP_ITEM_TITLE));
}

static void
test_conditions_become_required_items (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (SlipDeciding) deciding =
    new_deciding (SLIP_DECISION_CONDITIONAL_GO, "everyone", NULL);
  g_autoptr (GPtrArray) items = NULL;
  const SlipRow *row;

  add_checklist (&state, "r", "support", "lead");
  add_checklist (&state, "r", "sales", "ops");
  assert_refused (state, slip_deciding_run, deciding, SLIP_PLAN_ERROR_INVALID);
  slip_deciding_add_condition (deciding, "Call the ten", "ops", NULL,
                               day ("2026-12-04"));
  slip_deciding_add_condition (deciding, "Watch errors", NULL, "On-call",
                               day ("2026-12-05"));
  apply_intent (&state, slip_deciding_run, deciding);

  items = slip_plan_state_list_owned (state, SLIP_KIND_ITEM, "r");
  g_ptr_array_sort (items, compare_titles_cb);
  g_assert_cmpuint (items->len, ==, 2);
  row = items->pdata[0];
  g_assert_cmpstr (slip_row_get_text (row, SLIP_ITEM_TITLE), ==,
                   "Call the ten");
  g_assert_true (slip_row_get_boolean (row, SLIP_ITEM_IS_REQUIRED));
  g_assert_cmpstr (slip_row_get_text (row, SLIP_ITEM_CHECKLIST), ==, "r-sales");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_ITEM_OWNER), ==, "ops");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_ITEM_ORIGIN), ==, deciding->id);
  g_assert_cmpint (slip_row_get_date (row, SLIP_ITEM_DUE_DATE).day, ==,
                   day ("2026-12-04").day);
  g_assert_cmpstr (slip_row_get_text (items->pdata[1], SLIP_ITEM_CHECKLIST), ==,
                   "r-support");
  g_assert_cmpstr (slip_row_get_text (get_record (state, deciding),
                                      SLIP_DECISION_CONDITIONS),
                   ==,
                   "Call the ten; Sales ops; 2026-12-04\n"
                   "Watch errors; On-call; 2026-12-05");
}

static void
test_conditions_need_owner_and_date (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  static const struct {
    const char *title;
    const char *owner;
    const char *due;
  } cases[] = { { " ", "ops", "2026-12-04" },
                { "Call", NULL, "2026-12-04" },
                { "Call", "ops", NULL } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipDeciding) deciding =
      new_deciding (SLIP_DECISION_CONDITIONAL_GO, "everyone", NULL);

    slip_deciding_add_condition (deciding, cases[i].title, cases[i].owner, NULL,
                                 day (cases[i].due));
    assert_refused (state, slip_deciding_run, deciding,
                    SLIP_PLAN_ERROR_INVALID);
  }
}

static void
assert_audience (const SlipPlanState *state,
                 const char *owner,
                 const char *expected)
{
  const SlipRow *audience = slip_deciding_find_audience (state, "r", owner);

  g_assert_cmpstr (audience != NULL ? slip_row_get_id (audience) : NULL, ==,
                   expected);
}

static void
test_conditions_find_a_checklist (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();

  /* No checklist: the first audience in use. */
  assert_audience (state, "ops", "support");
  /* Who usually owns those of an audience. */
  set_text (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_OWNER, "ops");
  assert_audience (state, "ops", "sales");
  assert_audience (state, "lead", "support");
  /* What the release does without is left alone. */
  add_checklist (&state, "r", "support", NULL);
  set_text (&state, SLIP_KIND_CHECKLIST, "r-support", SLIP_CHECKLIST_REASON,
            "Nothing to do");
  set_integer (&state, SLIP_KIND_CHECKLIST, "r-support",
               SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
  assert_audience (state, "lead", "sales");
  /* One's own comes first. */
  add_checklist (&state, "r", "legal", "ops");
  assert_audience (state, "ops", "legal");
  assert_audience (state, "lead", "legal");
}

static void
test_a_condition_finds_a_place_without_audiences (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (SlipDeciding) deciding =
    new_deciding (SLIP_DECISION_CONDITIONAL_GO, "everyone", NULL);
  g_autoptr (GPtrArray) checklists = NULL;

  set_integer (&state, SLIP_KIND_AUDIENCE, "support", SLIP_AUDIENCE_IS_RETIRED,
               TRUE);
  set_integer (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_IS_RETIRED,
               TRUE);
  slip_deciding_add_condition (deciding, "Call", "ops", NULL,
                               day ("2026-12-04"));
  slip_deciding_add_condition (deciding, "Call again", "ops", NULL,
                               day ("2026-12-05"));
  apply_intent (&state, slip_deciding_run, deciding);
  checklists = slip_plan_state_list_owned (state, SLIP_KIND_CHECKLIST, "r");
  g_assert_cmpuint (checklists->len, ==, 1);
}

static void
test_is_the_same_when_run_again (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (SlipDeciding) deciding =
    new_deciding (SLIP_DECISION_CONDITIONAL_GO, "everyone", NULL);
  g_autoptr (SlipChangeSet) first = NULL;
  g_autoptr (SlipChangeSet) second = NULL;

  slip_deciding_add_condition (deciding, "Call", NULL, "On-call",
                               day ("2026-12-04"));
  first = slip_intent_run (slip_deciding_run, deciding, state, NULL);
  second = slip_intent_run (slip_deciding_run, deciding, state, NULL);
  g_assert_true (slip_change_set_equal (first, second));
}

static void
test_a_stage_of_another_release_is_not_found (void)
{
  g_autoptr (SlipPlanState) state = new_gate_plan ();
  g_autoptr (SlipDeciding) deciding =
    new_deciding (SLIP_DECISION_GO, "nowhere", NULL);

  assert_refused (state, slip_deciding_run, deciding,
                  SLIP_PLAN_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add_func ("/deciding/" path, function)
  ADD ("go-starts-the-stage-and-is-recorded",
       test_go_starts_the_stage_and_is_recorded);
  ADD ("an-open-must-needs-a-reason", test_an_open_must_needs_a_reason);
  ADD ("somebody-decides", test_somebody_decides);
  ADD ("a-hard-freeze-needs-an-exception",
       test_a_hard_freeze_needs_an_exception);
  ADD ("a-no-go-changes-nothing-else", test_a_no_go_changes_nothing_else);
  ADD ("holds-resumes-and-rolls-back", test_holds_resumes_and_rolls_back);
  ADD ("conditions-become-required-items",
       test_conditions_become_required_items);
  ADD ("conditions-need-owner-and-date", test_conditions_need_owner_and_date);
  ADD ("conditions-find-a-checklist", test_conditions_find_a_checklist);
  ADD ("a-condition-finds-a-place-without-audiences",
       test_a_condition_finds_a_place_without_audiences);
  ADD ("is-the-same-when-run-again", test_is_the_same_when_run_again);
  ADD ("a-stage-of-another-release-is-not-found",
       test_a_stage_of_another_release_is_not_found);

  return g_test_run ();
}
