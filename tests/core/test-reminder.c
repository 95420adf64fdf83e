/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-reminder.h"

#include "feed-plan.h"
#include "rollout-plan.h"
#include "slip-decision.h"
#include "told-plan.h"

static SlipReminder *
remind (const SlipPlanState *state, SlipReminderType type, const char *person)
{
  const SlipAgendaSpec spec = { person,
                                NULL,
                                { day (TODAY), 2, 10, SLIP_MONDAY },
                                14 };
  g_autoptr (SlipAgenda) agenda = slip_agenda_new (state, &spec);
  return slip_reminder_new (type, agenda, state, person, noon (TODAY));
}

static void
assert_nothing (const SlipPlanState *state,
                SlipReminderType type,
                const char *person)
{
  g_autoptr (SlipReminder) reminder = remind (state, type, person);
  g_assert_null (reminder);
}

static void
test_only_what_is_due_today (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  add_item (&state, "r", "support", "late", SLIP_ITEM_STATE_TO_DO,
            "2026-11-20");
  add_item (&state, "r", "support", "soon", SLIP_ITEM_STATE_TO_DO,
            "2026-11-24");
  assert_nothing (state, SLIP_REMINDER_ITEMS, "lead");
  add_item (&state, "r", "support", "one", SLIP_ITEM_STATE_TO_DO, TODAY);
  assert_nothing (state, SLIP_REMINDER_ITEMS, "ops");

  g_autoptr (SlipReminder) reminder =
    remind (state, SLIP_REMINDER_ITEMS, "lead");
  g_assert_nonnull (reminder);
  g_assert_cmpstr (reminder->title, ==, "1 item is due today");
  g_assert_cmpstr (reminder->body, ==, "Payments 3.9: one");
  g_assert_cmpstr (reminder->release, ==, "r");
  g_assert_cmpstr (reminder->item, ==, "one");
}

static void
test_many_are_one_with_the_first (void)
{
  static const char *const ids[] = { "a", "b", "c", "d", "e" };
  g_autoptr (SlipPlanState) state = new_told_plan ();
  for (guint i = 0; i < G_N_ELEMENTS (ids); i++)
    add_item (&state, "r", "support", ids[i], SLIP_ITEM_STATE_TO_DO, TODAY);
  g_autoptr (SlipReminder) reminder =
    remind (state, SLIP_REMINDER_ITEMS, "lead");
  g_assert_cmpuint (reminder->n, ==, 5);
  g_assert_cmpstr (reminder->title, ==, "5 items are due today");
  g_assert_true (g_str_has_suffix (reminder->body, "\nand 2 more"));
  g_assert_null (reminder->item);
  g_assert_cmpstr (reminder->release, ==, "r");
}

static void
test_wrong_date_goes_with_the_right_one (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  assert_nothing (state, SLIP_REMINDER_WRONG_DATES, NULL);
  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-21", "2026-12-15",
        NULL);
  g_autoptr (SlipReminder) reminder =
    remind (state, SLIP_REMINDER_WRONG_DATES, NULL);
  g_assert_nonnull (reminder);
  g_assert_cmpstr (reminder->title, ==, "1 audience knows a wrong date");
  g_assert_cmpstr (reminder->release, ==, "r");
  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, TODAY, "", NULL);
  assert_nothing (state, SLIP_REMINDER_WRONG_DATES, NULL);
}

/* At nine on the day, of all that 'pay' is to whom it belongs. */
static SlipReminder *
remind_of_decisions (const SlipPlanState *state, const char *date)
{
  SlipMoment now = moment (date, 9);
  const SlipAgendaSpec spec = { NULL,
                                NULL,
                                { now.today, 2, 10, SLIP_MONDAY },
                                14 };
  g_autoptr (SlipAgenda) agenda = slip_agenda_new (state, &spec);
  return slip_reminder_new (SLIP_REMINDER_DECISIONS, agenda, state, NULL,
                            now.at_ms);
}

static void
test_soak_that_is_over_is_a_decision (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  act (&state, slip_rollout_start, "quarter", "2026-12-10", 9);
  g_autoptr (SlipReminder) early = remind_of_decisions (state, "2026-12-11");
  g_assert_null (early);
  g_autoptr (SlipReminder) reminder = remind_of_decisions (state, "2026-12-12");
  g_assert_nonnull (reminder);
  g_assert_cmpstr (reminder->title, ==, "1 decision is due");
  g_assert_cmpstr (reminder->body, ==,
                   "Payments 3.9: quarter → all · its soak is over");
  g_assert_cmpstr (reminder->release, ==, "pay");
  act (&state, slip_rollout_hold, "quarter", "2026-12-12", 9);
  g_autoptr (SlipReminder) held = remind_of_decisions (state, "2026-12-13");
  g_assert_null (held);
}

static void
test_stage_that_was_to_start_is_a_decision (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipReminder) early = remind_of_decisions (state, "2026-11-30");
  g_assert_null (early);
  g_autoptr (SlipReminder) reminder = remind_of_decisions (state, "2026-12-01");
  g_assert_nonnull (reminder);
  g_assert_cmpuint (reminder->n, ==, 1);
  g_assert_cmpstr (
    reminder->body, ==,
    "Payments 3.9: internal · planned to start Tue 1 December, today");
  g_assert_cmpstr (reminder->release, ==, "pay");
}

/* Whatever else it waits for, a release is one decision. */
static void
test_review_is_one_decision (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  act (&state, slip_rollout_start, "quarter", "2026-12-10", 9);
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);
  slip_decision_record (edit, "no",
                        &(SlipDecision){ .type = SLIP_DECISION_NO_GO,
                                         .release = "pay",
                                         .person_name = "Release lead",
                                         .reason = "Errors",
                                         .review_day = day ("2026-12-16"),
                                         .until = SLIP_DATE_NONE });
  apply_edit (&state, edit);
  g_autoptr (SlipReminder) early = remind_of_decisions (state, "2026-12-15");
  g_assert_null (early);
  g_autoptr (SlipReminder) reminder = remind_of_decisions (state, "2026-12-16");
  g_assert_nonnull (reminder);
  g_assert_cmpuint (reminder->n, ==, 1);
  g_assert_cmpstr (reminder->body, ==,
                   "Payments 3.9: quarter → all · to be looked at again Wed 16 "
                   "December, today");
}

static void
test_feed_that_cannot_be_trusted (void)
{
  static const struct {
    gint64 answered_hours;
    gint64 failing_hours; /* 0 for never */
    const char *body;
  } cases[] = {
    { 1, 5, NULL },
    { 72, 0, NULL },
    { 72, 49, "Help desk: answered 3 d ago; failing for 2 d 1 h" },
  };
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_feed_plan ();
    g_autoptr (Said) said = said_new ();
    SlipFeedStanding *standing =
      say_standing (said, "desk", cases[i].answered_hours * HOUR);
    if (cases[i].failing_hours > 0) {
      standing->n_failures = 2;
      standing->failing_since_ms = NOON - cases[i].failing_hours * HOUR;
    }
    put_said (&state, said);
    const SlipAgendaSpec spec = { NULL,
                                  NULL,
                                  { day (TODAY), 2, 10, SLIP_MONDAY },
                                  14 };
    g_autoptr (SlipAgenda) agenda = slip_agenda_new (state, &spec);
    g_autoptr (SlipReminder) reminder =
      slip_reminder_new (SLIP_REMINDER_FEEDS, agenda, state, NULL, NOON);
    g_assert_cmpstr (reminder != NULL ? reminder->body : NULL, ==,
                     cases[i].body);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/reminder/only-what-is-due-today",
                   test_only_what_is_due_today);
  g_test_add_func ("/reminder/many-are-one-with-the-first",
                   test_many_are_one_with_the_first);
  g_test_add_func ("/reminder/wrong-date-goes-with-the-right-one",
                   test_wrong_date_goes_with_the_right_one);
  g_test_add_func ("/reminder/soak-that-is-over-is-a-decision",
                   test_soak_that_is_over_is_a_decision);
  g_test_add_func ("/reminder/stage-that-was-to-start-is-a-decision",
                   test_stage_that_was_to_start_is_a_decision);
  g_test_add_func ("/reminder/review-is-one-decision",
                   test_review_is_one_decision);
  g_test_add_func ("/reminder/feed-that-cannot-be-trusted",
                   test_feed_that_cannot_be_trusted);
  return g_test_run ();
}
