/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gate-plan.h"
#include "slip-decision.h"

/* What the line of each type of criterion says, and what it opens. */

static SlipGate *
evaluate_one (const SlipPlanState *state, const SlipGateLine **line)
{
  SlipGate *gate = evaluate (state);

  g_assert_cmpuint (gate->lines->len, ==, 1);
  *line = gate->lines->pdata[0];
  return gate;
}

#define assert_line(line, expected_state, expected_title, expected_detail)     \
  G_STMT_START                                                                 \
  {                                                                            \
    g_assert_cmpstr (slip_gate_state_get_nick (line->state), ==,               \
                     slip_gate_state_get_nick (expected_state));               \
    g_assert_cmpstr (line->title, ==, expected_title);                         \
    g_assert_cmpstr (line->detail, ==, expected_detail);                       \
  }                                                                            \
  G_STMT_END

#define assert_cause(line, expected_kind, expected_id)                         \
  G_STMT_START                                                                 \
  {                                                                            \
    g_assert_cmpint (line->cause_kind, ==, expected_kind);                     \
    g_assert_cmpstr (line->cause, ==, expected_id);                            \
  }                                                                            \
  G_STMT_END

static void
set_audience (SlipPlanState **state, const char *audience)
{
  set_text (state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_AUDIENCE, audience);
}

static SlipPlanState *
new_plan_asking (SlipCriterionType type)
{
  SlipPlanState *state = new_gate_plan ();

  add_criterion (&state, "c", type, TRUE);
  return state;
}

static void
test_items_of_an_audience_lead_to_its_checklist (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_ITEMS);
  g_autoptr (SlipGate) gate = NULL;
  const SlipGateLine *line;
  const SlipGatePart *part;

  set_audience (&state, "support");
  add_checklist (&state, "r", "support", "lead");
  add_checklist (&state, "r", "sales", NULL);
  add_item (&state, "r", "support", "Train", SLIP_ITEM_STATE_DONE, NULL);
  add_item (&state, "r", "support", "Write macros", SLIP_ITEM_STATE_TO_DO,
            TODAY);
  gate = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_NOT_MET, "Required items of Support",
               "1 of 2, Support lead");
  assert_cause (line, SLIP_KIND_CHECKLIST, "r-support");
  g_assert_cmpuint (line->parts->len, ==, 1);
  part = line->parts->pdata[0];
  g_assert_cmpint (part->kind, ==, SLIP_KIND_ITEM);
  g_assert_cmpstr (part->id, ==, "Write macros");
  g_assert_nonnull (strstr (part->text, "due Thu 3 December, today"));
}

static void
test_items_need_an_owner_and_items (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_ITEMS);
  g_autoptr (SlipGate) without = NULL;
  g_autoptr (SlipGate) unowned = NULL;
  g_autoptr (SlipGate) empty = NULL;
  const SlipGateLine *line;

  set_audience (&state, "sales");
  without = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_NOT_MET, "Required items of Sales",
               "there is no checklist");
  assert_cause (line, SLIP_KIND_AUDIENCE, "sales");

  add_checklist (&state, "r", "sales", NULL);
  empty = evaluate_one (state, &line);
  g_assert_cmpint (line->state, ==, SLIP_GATE_NOT_MET);
  g_assert_cmpuint (line->parts->len, ==, 2);

  add_item (&state, "r", "sales", "Deck", SLIP_ITEM_STATE_DONE, NULL);
  unowned = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_NOT_MET, "Required items of Sales",
               "1 of 1, no owner");
}

static void
test_items_that_are_not_needed_are_met (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_ITEMS);
  g_autoptr (SlipGate) gate = NULL;
  const SlipGateLine *line;

  set_audience (&state, "sales");
  add_checklist (&state, "r", "sales", NULL);
  add_item (&state, "r", "sales", "Deck", SLIP_ITEM_STATE_TO_DO, NULL);
  set_text (&state, SLIP_KIND_CHECKLIST, "r-sales", SLIP_CHECKLIST_REASON,
            "Nothing to sell");
  set_integer (&state, SLIP_KIND_CHECKLIST, "r-sales",
               SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
  gate = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_MET, "Required items of Sales",
               "not needed: Nothing to sell");
}

static void
test_items_of_every_audience_lead_to_the_first (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_ITEMS);
  g_autoptr (SlipGate) none = NULL;
  g_autoptr (SlipGate) gate = NULL;
  g_autoptr (SlipGate) done = NULL;
  const SlipGateLine *line;

  none = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_NOT_MET, "Required items of every audience",
               "0 of 0");
  assert_cause (line, SLIP_KIND_RELEASE, "r");

  add_checklist (&state, "r", "support", "lead");
  add_checklist (&state, "r", "sales", "ops");
  add_item (&state, "r", "support", "Train", SLIP_ITEM_STATE_DONE, NULL);
  add_item (&state, "r", "sales", "Deck", SLIP_ITEM_STATE_TO_DO, NULL);
  gate = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_NOT_MET, "Required items of every audience",
               "1 of 2");
  assert_cause (line, SLIP_KIND_ITEM, "Deck");

  set_integer (&state, SLIP_KIND_ITEM, "Deck", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_DONE);
  done = evaluate_one (state, &line);
  /* Nobody owns the release; that is no matter of its gate. */
  assert_line (line, SLIP_GATE_MET, "Required items of every audience",
               "2 of 2");
}

static void
assert_notice (SlipPlanState *state, SlipGateState expected, const char *detail)
{
  const SlipGateLine *line;
  g_autoptr (SlipGate) gate = evaluate_one (state, &line);

  assert_line (line, expected, "Sales was told in time", detail);
}

static void
test_notice_tells_what_is_missing (void)
{
  static const struct {
    const char *sent;
    const char *told;
    SlipGateState state;
    const char *detail;
  } cases[] = {
    { "2026-11-30", "2026-12-08", SLIP_GATE_MET,
      "Sales was told 3 working days ago" },
    { "2026-12-01", "2026-12-08", SLIP_GATE_NOT_MET,
      "Sales was told 2 working days ago and asks for 3: met from Fri 4 "
      "December" },
    { TODAY, "2026-12-08", SLIP_GATE_NOT_MET,
      "Sales was told today and asks for 3: met from Tue 8 December" },
    { "2026-11-20", "2026-12-01", SLIP_GATE_NOT_MET,
      "Sales knows another date: Tue 1 December" },
    { "2026-11-20", NULL, SLIP_GATE_NOT_MET,
      "Sales was not told the date; told today, it is met from Tue 8 "
      "December" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_NOTICE);

    set_audience (&state, "sales");
    set_integer (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_NOTICE_DAYS,
                 3);
    add_checklist (&state, "r", "sales", "ops");
    tell_at (&state, "sales", noon (cases[i].sent), cases[i].told);
    assert_notice (state, cases[i].state, cases[i].detail);
  }
}

static void
test_notice_of_who_asks_for_none_wants_the_date_told (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_NOTICE);

  set_audience (&state, "sales");
  assert_notice (state, SLIP_GATE_NOT_MET, "Sales was not told the date");
  tell_at (&state, "sales", noon (TODAY), "2026-12-08");
  assert_notice (state, SLIP_GATE_MET, "Sales was told today");
}

static void
test_notice_of_every_audience_is_of_those_that_ask (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_NOTICE);
  g_autoptr (SlipGate) none = NULL;
  g_autoptr (SlipGate) gate = NULL;
  const SlipGateLine *line;

  add_checklist (&state, "r", "support", "lead");
  add_checklist (&state, "r", "sales", "ops");
  none = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_MET, "Every audience was told in time",
               "no audience asks for notice");

  set_integer (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_NOTICE_DAYS,
               1);
  gate = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_NOT_MET, "Every audience was told in time",
               "Sales was not told the date; told today, it is met from Fri 4 "
               "December");
  assert_cause (line, SLIP_KIND_AUDIENCE, "sales");
}

static void
test_soak_tells_how_long (void)
{
  static const struct {
    SlipStageState stage_state;
    gint64 hours;
    SlipGateState state;
    const char *detail;
  } cases[] = {
    { SLIP_STAGE_STATE_ACTIVE, 52, SLIP_GATE_NOT_MET,
      "2 d 4 h so far, over in 20 h" },
    { SLIP_STAGE_STATE_ACTIVE, 72, SLIP_GATE_MET, "3 d" },
    { SLIP_STAGE_STATE_ACTIVE, 71, SLIP_GATE_NOT_MET,
      "2 d 23 h so far, over in 1 h" },
    { SLIP_STAGE_STATE_PLANNED, 72, SLIP_GATE_NOT_MET, "it has not started" },
    { SLIP_STAGE_STATE_ROLLED_BACK, 72, SLIP_GATE_NOT_MET,
      "it was rolled back" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_SOAK);
    g_autoptr (SlipGate) gate = NULL;
    const SlipGateLine *line;

    set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_STATE,
                 cases[i].stage_state);
    set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_STARTED_AT,
                 noon (TODAY) - cases[i].hours * HOUR_MS);
    gate = evaluate_one (state, &line);
    assert_line (line, cases[i].state, "Soaked 3 days at 5 %", cases[i].detail);
    assert_cause (line, SLIP_KIND_STAGE, "five");
  }
}

static void
test_skipped_stages_are_not_before (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_SOAK);
  g_autoptr (SlipGate) gate = NULL;
  g_autoptr (SlipGate) none = NULL;
  const SlipGateLine *line;

  set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_STATE,
               SLIP_STAGE_STATE_SKIPPED);
  gate = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_MET, "Soaked at Internal", "5 d");

  set_integer (&state, SLIP_KIND_STAGE, "internal", SLIP_STAGE_STATE,
               SLIP_STAGE_STATE_SKIPPED);
  none = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_MET, "Soak time over",
               "there is no stage before");
}

static void
test_flags_tell_what_was_seen (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_FLAGS);
  g_autoptr (SlipGate) none = NULL;
  g_autoptr (SlipGate) gate = NULL;
  const SlipGateLine *line;

  none = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_MET, "Flags as expected at 5 %",
               "no flag is expected in a state");

  add_flag (&state, SLIP_FLAG_STATE_ON, 2500);
  gate = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_NOT_MET, "Flags as expected at 5 %",
               "new-checkout: On, 25 %, expected On, 5 %, flag console, 3 h "
               "ago");
  assert_cause (line, SLIP_KIND_FLAG, "f");
}

static void
test_a_hard_freeze_names_the_first_free_day (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_NO_FREEZE);
  g_autoptr (SlipGate) gate = NULL;
  const SlipGateLine *line;

  add_freeze (&state, "year-end", SLIP_SEVERITY_HARD, "2026-12-01",
              "2026-12-05");
  add_freeze (&state, "longer", SLIP_SEVERITY_HARD, "2026-12-05", "2026-12-09");
  gate = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_NOT_MET, "No freeze",
               "“Year-end freeze”, first free day: Thu 10 December");
  assert_cause (line, SLIP_KIND_FREEZE, "year-end");
}

static void
test_a_soft_freeze_is_marked (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_NO_FREEZE);
  g_autoptr (SlipGate) gate = NULL;
  const SlipGateLine *line;

  add_freeze (&state, "soft", SLIP_SEVERITY_SOFT, TODAY, TODAY);
  gate = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_MET, "No freeze",
               "“Year-end freeze”, soft: be careful");
  g_assert_true (line->is_marked);
}

static void
test_an_exception_opens_a_hard_freeze (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_NO_FREEZE);
  g_autoptr (SlipGate) gate = NULL;
  const SlipGateLine *line;
  SlipEdit *edit;

  add_freeze (&state, "hard", SLIP_SEVERITY_HARD, TODAY, TODAY);
  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  slip_decision_record (edit, "x",
                        &(SlipDecision){ .type = SLIP_DECISION_EXCEPTION,
                                         .release = "r",
                                         .stage = "everyone",
                                         .at_ms = noon (TODAY) - HOUR_MS,
                                         .person = "lead",
                                         .asked_by = "Sales ops",
                                         .reason = "The customer waits",
                                         .review_day = SLIP_DATE_NONE,
                                         .until = SLIP_DATE_NONE,
                                         .subject = "hard",
                                         .subject_name = "Year-end freeze" });
  apply_edit (&state, edit);
  gate = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_MET, "No freeze",
               "“Year-end freeze”, exception by Support lead: The customer "
               "waits");
  g_assert_true (line->is_marked);
}

static void
test_a_freeze_of_another_product_does_not_matter (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_NO_FREEZE);
  g_autoptr (SlipGate) gate = NULL;
  const SlipGateLine *line;
  SlipEdit *edit;

  add_freeze (&state, "hard", SLIP_SEVERITY_HARD, TODAY, TODAY);
  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  slip_edit_create (edit, SLIP_KIND_FREEZE_PRODUCT, "p", "hard");
  slip_edit_set_text (edit, SLIP_KIND_FREEZE_PRODUCT, "p",
                      SLIP_FREEZE_PRODUCT_PRODUCT, "mobile");
  apply_edit (&state, edit);
  gate = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_MET, "No freeze", "none today");
}

static void
test_a_figure_says_its_source_and_age (void)
{
  static const struct {
    SlipComparison comparison;
    const char *figure;
    const char *title;
    SlipGateState state;
  } cases[] = {
    { SLIP_COMPARISON_AT_MOST, "0.50", "Error rate at most 0.5",
      SLIP_GATE_MET },
    { SLIP_COMPARISON_AT_MOST, "0.51", "Error rate at most 0.5",
      SLIP_GATE_NOT_MET },
    { SLIP_COMPARISON_BELOW, "0.50", "Error rate below 0.5",
      SLIP_GATE_NOT_MET },
    { SLIP_COMPARISON_BELOW, "0.49", "Error rate below 0.5", SLIP_GATE_MET },
    { SLIP_COMPARISON_AT_LEAST, "0.50", "Error rate at least 0.5",
      SLIP_GATE_MET },
    { SLIP_COMPARISON_AT_LEAST, "0.49", "Error rate at least 0.5",
      SLIP_GATE_NOT_MET },
    { SLIP_COMPARISON_ABOVE, "0.50", "Error rate above 0.5",
      SLIP_GATE_NOT_MET },
    { SLIP_COMPARISON_ABOVE, "0.51", "Error rate above 0.5", SLIP_GATE_MET },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state =
      new_plan_asking (SLIP_CRITERION_FIGURE_WITHIN);
    g_autofree char *detail =
      g_strconcat (cases[i].figure, ", dashboard, 3 h ago", NULL);
    g_autoptr (SlipGate) gate = NULL;
    const SlipGateLine *line;

    set_text (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_TEXT,
              "Error rate");
    set_text (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_THRESHOLD,
              "0.5");
    set_integer (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_COMPARISON,
                 cases[i].comparison);
    set_text (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_FIGURE,
              cases[i].figure);
    set_text (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_FIGURE_SOURCE,
              "dashboard");
    set_integer (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_FIGURE_AT,
                 noon (TODAY) - 3 * HOUR_MS);
    gate = evaluate_one (state, &line);
    assert_line (line, cases[i].state, cases[i].title, detail);
    assert_cause (line, SLIP_KIND_CRITERION, "c");
  }
}

static void
test_a_figure_without_a_threshold_is_unknown (void)
{
  g_autoptr (SlipPlanState) state =
    new_plan_asking (SLIP_CRITERION_FIGURE_WITHIN);
  g_autoptr (SlipGate) gate = NULL;
  const SlipGateLine *line;

  set_text (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_FIGURE, "3");
  gate = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_UNKNOWN, "Figure",
               "3, source not known, nobody knows when; there is no threshold");
}

static void
test_a_rollback_plan_shows_how_it_begins (void)
{
  g_autoptr (SlipPlanState) state =
    new_plan_asking (SLIP_CRITERION_ROLLBACK_PLAN);
  g_autoptr (SlipGate) gate = NULL;
  const SlipGateLine *line;

  set_text (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_ROLLBACK_PLAN,
            "Turn the flag off\nThen tell Support");
  gate = evaluate_one (state, &line);
  assert_line (line, SLIP_GATE_MET, "Rollback plan written",
               "Turn the flag off…");
  assert_cause (line, SLIP_KIND_RELEASE, "r");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function) g_test_add_func ("/gate/" path, function)
  ADD ("items-of-an-audience-lead-to-its-checklist",
       test_items_of_an_audience_lead_to_its_checklist);
  ADD ("items-need-an-owner-and-items", test_items_need_an_owner_and_items);
  ADD ("items-that-are-not-needed-are-met",
       test_items_that_are_not_needed_are_met);
  ADD ("items-of-every-audience-lead-to-the-first",
       test_items_of_every_audience_lead_to_the_first);
  ADD ("notice-tells-what-is-missing", test_notice_tells_what_is_missing);
  ADD ("notice-of-who-asks-for-none-wants-the-date-told",
       test_notice_of_who_asks_for_none_wants_the_date_told);
  ADD ("notice-of-every-audience-is-of-those-that-ask",
       test_notice_of_every_audience_is_of_those_that_ask);
  ADD ("soak-tells-how-long", test_soak_tells_how_long);
  ADD ("skipped-stages-are-not-before", test_skipped_stages_are_not_before);
  ADD ("flags-tell-what-was-seen", test_flags_tell_what_was_seen);
  ADD ("a-hard-freeze-names-the-first-free-day",
       test_a_hard_freeze_names_the_first_free_day);
  ADD ("a-soft-freeze-is-marked", test_a_soft_freeze_is_marked);
  ADD ("an-exception-opens-a-hard-freeze",
       test_an_exception_opens_a_hard_freeze);
  ADD ("a-freeze-of-another-product-does-not-matter",
       test_a_freeze_of_another_product_does_not_matter);
  ADD ("a-figure-says-its-source-and-age",
       test_a_figure_says_its_source_and_age);
  ADD ("a-figure-without-a-threshold-is-unknown",
       test_a_figure_without_a_threshold_is_unknown);
  ADD ("a-rollback-plan-shows-how-it-begins",
       test_a_rollback_plan_shows_how_it_begins);

  return g_test_run ();
}
