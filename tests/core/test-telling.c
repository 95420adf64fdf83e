/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-telling.h"

#include "slip-knowledge.h"
#include "told-plan.h"

/* The only communication there is. */
static const SlipRow *
get_only (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) rows =
    slip_plan_state_list_owned (state, SLIP_KIND_COMMUNICATION, "r");

  g_assert_cmpuint (rows->len, ==, 1);
  return slip_plan_state_get (state, SLIP_KIND_COMMUNICATION,
                              slip_row_get_id (rows->pdata[0]));
}

static void
test_records_what_was_told (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipTelling) telling =
    slip_telling_new ("r", "sales", SLIP_COMMUNICATION_BRIEF,
                      noon ("2026-11-20"), day (TODAY));
  g_autoptr (SlipChangeSet) set = NULL;
  g_autofree char *text = NULL;
  const SlipRow *row;

  telling->by = g_strdup ("ops");
  telling->channel = g_strdup ("weekly call");
  telling->confirmed_by = g_strdup ("Deal desk");
  telling->note = g_strdup ("They want slides");
  set = slip_intent_run (slip_telling_run, telling, state, NULL);
  text = slip_change_set_describe (set->verb, set->subject);
  g_assert_cmpstr (text, ==, "message to Sales about Payments 3.9");

  apply_intent (&state, slip_telling_run, telling);
  row = get_only (state);
  g_assert_cmpint (slip_row_get_date (row, SLIP_COMMUNICATION_DATE_TOLD).day,
                   ==, day ("2026-12-08").day);
  g_assert_cmpint (slip_row_get_integer (row, SLIP_COMMUNICATION_SENT_AT), ==,
                   noon ("2026-11-20"));
  g_assert_cmpstr (slip_row_get_text (row, SLIP_COMMUNICATION_SENT_BY), ==,
                   "ops");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_COMMUNICATION_CHANNEL), ==,
                   "weekly call");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_COMMUNICATION_CONFIRMED_BY), ==,
                   "Deal desk");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_COMMUNICATION_NOTE), ==,
                   "They want slides");
}

static void
test_what_is_recorded_later_came_later (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  /* Ids are random: by them alone, half of these would be in disorder. */
  for (int i = 1; i <= 8; i++) {
    g_autofree char *date = g_strdup_printf ("2026-12-%02d", i);
    g_autoptr (GPtrArray) list = NULL;

    tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-20", date, NULL);
    list = slip_knowledge_list (state, get_release (state, "r"), day (TODAY));
    g_assert_cmpint (slip_knowledge_get_date_told (list->pdata[1]).day, ==,
                     day (date).day);
  }
  tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-19", "2026-12-30",
        NULL);
  g_assert_cmpuint (slip_knowledge_count_wrong (state,
                                                get_release (state, "r")),
                    ==, 0);
}

static void
test_sends_what_was_planned (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  plan_communication (&state, "c1", "sales", SLIP_COMMUNICATION_BRIEF,
                      "2026-11-27");
  tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  g_assert_cmpstr (slip_row_get_id (get_only (state)), ==, "c1");
  g_assert_true (slip_communication_is_sent (get_only (state)));
  g_assert_cmpint (
    slip_row_get_date (get_only (state), SLIP_COMMUNICATION_PLANNED_DATE).day,
    ==, day ("2026-11-27").day);

  /* One of another kind, or for others, is not it. */
  plan_communication (&state, "c2", "sales", SLIP_COMMUNICATION_TRAINING,
                      "2026-11-27");
  plan_communication (&state, "c3", "support", SLIP_COMMUNICATION_BRIEF,
                      "2026-11-27");
  tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_COMMUNICATION), ==,
                    4);
}

static void
test_a_named_one_is_sent (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipTelling) telling =
    slip_telling_new ("r", "sales", SLIP_COMMUNICATION_HEADS_UP, noon (TODAY),
                      day (TODAY));

  plan_communication (&state, "c1", "sales", SLIP_COMMUNICATION_BRIEF,
                      "2026-11-27");
  telling->communication = g_strdup ("c1");
  apply_intent (&state, slip_telling_run, telling);
  g_assert_cmpint (slip_row_get_integer (get_only (state),
                                         SLIP_COMMUNICATION_TYPE),
                   ==, SLIP_COMMUNICATION_HEADS_UP);

  g_free (telling->communication);
  telling->communication = g_strdup ("gone");
  assert_refused (state, slip_telling_run, telling, SLIP_PLAN_ERROR_NOT_FOUND);
}

static void
test_the_future_is_not_told (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipTelling) telling =
    slip_telling_new ("r", "sales", SLIP_COMMUNICATION_BRIEF,
                      noon ("2026-11-24"), day (TODAY));

  assert_refused (state, slip_telling_run, telling, SLIP_PLAN_ERROR_INVALID);
}

static void
test_who_is_gone_is_not_told (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipTelling) telling =
    slip_telling_new ("r", "nobody", SLIP_COMMUNICATION_BRIEF, noon (TODAY),
                      day (TODAY));

  assert_refused (state, slip_telling_run, telling, SLIP_PLAN_ERROR_NOT_FOUND);
}

static void
test_confirming (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipConfirmation) confirmation = NULL;
  g_autoptr (SlipConfirmation) withdrawal = NULL;
  const char *id;

  tell (&state, "sales", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  id = slip_row_get_id (get_only (state));
  confirmation =
    slip_confirmation_new (id, TRUE, "Deal desk", noon ("2026-11-21"));
  withdrawal = slip_confirmation_new (id, FALSE, NULL, 0);
  apply_intent (&state, slip_confirmation_run, confirmation);
  g_assert_true (slip_communication_is_confirmed (get_only (state)));
  g_assert_cmpint (slip_row_get_integer (get_only (state),
                                         SLIP_COMMUNICATION_CONFIRMED_AT),
                   ==, noon ("2026-11-21"));
  apply_intent (&state, slip_confirmation_run, withdrawal);
  g_assert_false (slip_communication_is_confirmed (get_only (state)));
}

static void
test_only_what_was_sent_is_confirmed (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipConfirmation) confirmation =
    slip_confirmation_new ("c1", TRUE, "Deal desk", noon (TODAY));

  assert_refused (state, slip_confirmation_run, confirmation,
                  SLIP_PLAN_ERROR_NOT_FOUND);
  plan_communication (&state, "c1", "sales", SLIP_COMMUNICATION_BRIEF, NULL);
  assert_refused (state, slip_confirmation_run, confirmation,
                  SLIP_PLAN_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/telling/records-what-was-told",
                   test_records_what_was_told);
  g_test_add_func ("/telling/what-is-recorded-later-came-later",
                   test_what_is_recorded_later_came_later);
  g_test_add_func ("/telling/sends-what-was-planned",
                   test_sends_what_was_planned);
  g_test_add_func ("/telling/a-named-one-is-sent", test_a_named_one_is_sent);
  g_test_add_func ("/telling/the-future-is-not-told",
                   test_the_future_is_not_told);
  g_test_add_func ("/telling/who-is-gone-is-not-told",
                   test_who_is_gone_is_not_told);
  g_test_add_func ("/telling/confirming", test_confirming);
  g_test_add_func ("/telling/only-what-was-sent-is-confirmed",
                   test_only_what_was_sent_is_confirmed);
  return g_test_run ();
}
