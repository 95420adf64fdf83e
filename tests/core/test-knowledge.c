/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-knowledge.h"

#include "slip-assignment.h"
#include "slip-gap.h"
#include "slip-query.h"
#include "told-plan.h"

static GPtrArray *
list (const SlipPlanState *state)
{
  GPtrArray *list =
    slip_knowledge_list (state, get_release (state, "r"), day (TODAY));

  g_assert_nonnull (list);
  return list;
}

/* Asserts what every audience knows: 'support knows, sales not-told'. */
static void
assert_states (const SlipPlanState *state, const char *expected)
{
  g_autoptr (GPtrArray) knowledge = list (state);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < knowledge->len; i++) {
    const SlipKnowledge *entry = knowledge->pdata[i];

    g_string_append_printf (text, "%s%s %s", i > 0 ? ", " : "",
                            slip_row_get_id (entry->audience),
                            slip_knowledge_state_get_nick (entry->state));
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_needed_audiences_are_not_told (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  assert_states (state, "support not-told, sales not-told");
}

static void
test_the_last_date_counts (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  assert_states (state, "support unconfirmed, sales not-told");
  tell (&state, "support", SLIP_COMMUNICATION_HEADS_UP, "2026-11-19",
        "2026-12-01", NULL);
  assert_states (state, "support unconfirmed, sales not-told");
  tell (&state, "support", SLIP_COMMUNICATION_HEADS_UP, "2026-11-21",
        "2026-12-01", "Helpdesk lead");
  assert_states (state, "support wrong-date, sales not-told");
}

static void
test_what_has_no_date_tells_none (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  tell (&state, "support", SLIP_COMMUNICATION_TRAINING, "2026-11-20", NULL,
        "Helpdesk lead");
  assert_states (state, "support not-told, sales not-told");
  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-18", "",
        "Helpdesk lead");
  assert_states (state, "support knows, sales not-told");
}

static void
test_repeating_keeps_a_confirmation (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-18", "",
        "Helpdesk lead");
  tell (&state, "support", SLIP_COMMUNICATION_ANNOUNCEMENT, "2026-11-20", "",
        NULL);
  assert_states (state, "support knows, sales not-told");

  /* But not over another day in between. */
  tell (&state, "support", SLIP_COMMUNICATION_HEADS_UP, "2026-11-19",
        "2026-12-01", NULL);
  assert_states (state, "support unconfirmed, sales not-told");
}

static void
test_who_need_not_know (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipNeed) need = slip_need_new ("r", "sales", FALSE, "Silent");

  apply_intent (&state, slip_need_run, need);
  assert_states (state, "support not-told, sales not-needed");
  tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "2026-12-01",
        NULL);
  assert_states (state, "support not-told, sales wrong-date");

  /* Without a checklist, whoever was told or is to be told counts. */
  tell (&state, "legal", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  assert_states (state,
                 "support not-told, sales wrong-date, legal unconfirmed");
}

static void
test_uncertain_dates_count_as_shown (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "2026-12-11",
        NULL);
  assert_states (state, "support wrong-date, sales not-told");
  set_planned (&state, "r", SLIP_ANCHOR_RELEASE, "2026-12-07",
               SLIP_CERTAINTY_WEEK);
  assert_states (state, "support unconfirmed, sales not-told");
  set_planned (&state, "r", SLIP_ANCHOR_RELEASE, "2026-12-01",
               SLIP_CERTAINTY_MONTH);
  assert_states (state, "support wrong-date, sales not-told");
}

static void
test_unscheduled_makes_every_date_wrong (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "",
        "Helpdesk lead");
  set_planned (&state, "r", SLIP_ANCHOR_RELEASE, NULL,
               SLIP_CERTAINTY_UNSCHEDULED);
  assert_states (state, "support wrong-date, sales not-told");
}

static void
test_notice (void)
{
  /* Three working days before Tuesday 8 December is Thursday the 3rd. */
  static const struct {
    const char *sent;
    const char *today;
    const char *date;
    SlipNotice notice;
  } cases[] = {
    { NULL, "2026-12-03", NULL, SLIP_NOTICE_OPEN },
    { NULL, "2026-12-04", NULL, SLIP_NOTICE_MISSED },
    { "2026-11-20", "2026-12-04", "", SLIP_NOTICE_KEPT },
    { "2026-11-20", "2026-11-23", "2026-12-01", SLIP_NOTICE_OPEN },
    { "2026-11-20", "2026-12-04", "2026-12-01", SLIP_NOTICE_MISSED },
    { "2026-11-20", "2026-11-23", NULL, SLIP_NOTICE_OPEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_told_plan ();
    g_autoptr (GPtrArray) knowledge = NULL;
    const SlipKnowledge *sales;

    set_integer (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_NOTICE_DAYS,
                 3);
    if (cases[i].sent != NULL)
      tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, cases[i].sent,
            cases[i].date, NULL);
    knowledge = slip_knowledge_list (state, get_release (state, "r"),
                                     day (cases[i].today));
    sales = knowledge->pdata[1];
    g_assert_cmpint (sales->notice, ==, cases[i].notice);
    g_assert_cmpint (sales->last_day.day, ==, day ("2026-12-03").day);
    g_assert_cmpint (((SlipKnowledge *) knowledge->pdata[0])->notice, ==,
                     SLIP_NOTICE_NONE);
  }
}

static void
test_late_change_misses_the_notice (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (GPtrArray) knowledge = NULL;
  const SlipKnowledge *sales;

  set_integer (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_NOTICE_DAYS,
               10);
  tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-02", "2026-12-01",
        NULL);
  tell (&state, "sales", SLIP_COMMUNICATION_CHANGE_NOTICE, "2026-11-23", "",
        NULL);
  tell (&state, "sales", SLIP_COMMUNICATION_ANNOUNCEMENT, "2026-11-23", "",
        NULL);
  knowledge = list (state);
  sales = knowledge->pdata[1];
  g_assert_cmpint (sales->notice, ==, SLIP_NOTICE_KEPT);
  g_assert_cmpint (sales->sent->len, ==, 3);

  /* One day more, and what they learned on the 23rd came too late. */
  set_integer (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_NOTICE_DAYS,
               12);
  g_clear_pointer (&knowledge, g_ptr_array_unref);
  knowledge = list (state);
  g_assert_cmpint (((SlipKnowledge *) knowledge->pdata[1])->notice, ==,
                   SLIP_NOTICE_MISSED);
}

static void
test_planned_in_order_and_overdue (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (GPtrArray) knowledge = NULL;
  const SlipKnowledge *support;

  plan_communication (&state, "c1", "support", SLIP_COMMUNICATION_BRIEF, NULL);
  plan_communication (&state, "c2", "support", SLIP_COMMUNICATION_BRIEF,
                      "2026-11-23");
  plan_communication (&state, "c3", "support", SLIP_COMMUNICATION_HEADS_UP,
                      "2026-11-22");
  knowledge = list (state);
  support = knowledge->pdata[0];
  g_assert_cmpuint (support->n_overdue, ==, 1);
  g_assert_cmpstr (slip_row_get_id (support->planned->pdata[0]), ==, "c3");
  g_assert_cmpstr (slip_row_get_id (support->planned->pdata[1]), ==, "c2");
  g_assert_cmpstr (slip_row_get_id (support->planned->pdata[2]), ==, "c1");
}

static void
test_total (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (GPtrArray) knowledge = NULL;
  SlipKnowledgeTotal total;

  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "2026-12-01",
        NULL);
  knowledge = list (state);
  total = slip_knowledge_total (knowledge);
  g_assert_true (total.is_known);
  g_assert_cmpuint (total.n_audiences, ==, 2);
  g_assert_cmpuint (total.n_states[SLIP_KNOWLEDGE_WRONG_DATE], ==, 1);
  g_assert_cmpuint (total.n_states[SLIP_KNOWLEDGE_NOT_TOLD], ==, 1);

  total = slip_knowledge_total (NULL);
  g_assert_false (total.is_known);
}

static void
test_unknown_is_not_fine (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipPlanState) fork = NULL;

  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "2026-12-01",
        NULL);
  fork = slip_plan_state_fork (state);
  slip_plan_state_unload (fork, "r");
  g_assert_null (
    slip_knowledge_list (fork, get_release (fork, "r"), day (TODAY)));
}

static void
assert_n_wrong (const SlipPlanState *state, guint n)
{
  g_assert_cmpuint (slip_knowledge_count_wrong (state,
                                                get_release (state, "r")),
                    ==, n);
}

static void
test_wrong_ones_in_order (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (GPtrArray) wrong = NULL;

  assert_n_wrong (state, 0);
  tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "2026-12-01",
        NULL);
  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "2026-12-02",
        NULL);
  wrong = slip_knowledge_list_wrong (state, get_release (state, "r"));
  g_assert_cmpuint (wrong->len, ==, 2);
  g_assert_cmpstr (slip_row_get_id (wrong->pdata[0]), ==, "support");
  g_assert_cmpstr (slip_row_get_id (wrong->pdata[1]), ==, "sales");

  tell (&state, "sales", SLIP_COMMUNICATION_CHANGE_NOTICE, "2026-11-21", "",
        NULL);
  assert_n_wrong (state, 1);

  /* What is over is nobody's gap. */
  set_status (&state, "r", SLIP_STATUS_RELEASED);
  assert_n_wrong (state, 0);
}

static void
test_found_and_counted (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();
  g_autoptr (SlipQuery) copy = NULL;
  g_autoptr (SlipGapTotals) totals = NULL;

  slip_query_set_wrong_date (query, TRUE);
  g_assert_false (slip_query_is_empty (query));
  copy = slip_query_copy (query);
  g_assert_cmpuint (slip_query_count (copy, state), ==, 0);
  tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "2026-12-01",
        NULL);
  tell (&state, "legal", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "2026-12-01",
        NULL);
  add_release (&state, "other", "mobile", "1", "2026-12-08");
  g_assert_cmpuint (slip_query_count (copy, state), ==, 1);
  totals = slip_gap_totals_new (state, day (TODAY));
  g_assert_cmpuint (totals->n_wrong, ==, 2);

  /* A search finds no others among them. */
  slip_query_set_text (query, "mobile");
  g_assert_cmpuint (slip_query_count (query, state), ==, 0);
  slip_query_set_text (query, "  ");
  g_assert_cmpuint (slip_query_count (query, state), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/knowledge/needed-audiences-are-not-told",
                   test_needed_audiences_are_not_told);
  g_test_add_func ("/knowledge/the-last-date-counts",
                   test_the_last_date_counts);
  g_test_add_func ("/knowledge/what-has-no-date-tells-none",
                   test_what_has_no_date_tells_none);
  g_test_add_func ("/knowledge/repeating-keeps-a-confirmation",
                   test_repeating_keeps_a_confirmation);
  g_test_add_func ("/knowledge/who-need-not-know", test_who_need_not_know);
  g_test_add_func ("/knowledge/uncertain-dates-count-as-shown",
                   test_uncertain_dates_count_as_shown);
  g_test_add_func ("/knowledge/unscheduled-makes-every-date-wrong",
                   test_unscheduled_makes_every_date_wrong);
  g_test_add_func ("/knowledge/notice", test_notice);
  g_test_add_func ("/knowledge/late-change-misses-the-notice",
                   test_late_change_misses_the_notice);
  g_test_add_func ("/knowledge/planned-in-order-and-overdue",
                   test_planned_in_order_and_overdue);
  g_test_add_func ("/knowledge/total", test_total);
  g_test_add_func ("/knowledge/unknown-is-not-fine", test_unknown_is_not_fine);
  g_test_add_func ("/knowledge/wrong-ones-in-order", test_wrong_ones_in_order);
  g_test_add_func ("/knowledge/found-and-counted", test_found_and_counted);
  return g_test_run ();
}
