/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-change-notice.h"

#include "slip-entity-edit.h"
#include "slip-knowledge.h"
#include "slip-move.h"
#include "told-plan.h"

/* @date: %NULL takes the date away. */
static SlipMove *
new_move (const char *date)
{
  return slip_move_new ("r",
                        (SlipPlannedDate){ day (date),
                                           date != NULL
                                             ? SLIP_CERTAINTY_CONFIRMED
                                             : SLIP_CERTAINTY_UNSCHEDULED },
                        0, day (TODAY));
}

static void
move_to (SlipPlanState **state, const char *date)
{
  g_autoptr (SlipMove) move = new_move (date);

  apply_intent (state, slip_move_run, move);
}

/* The unsent change notices: 'support 2026-11-24'. */
static void
assert_notices (const SlipPlanState *state, const char *expected)
{
  g_autoptr (GPtrArray) list =
    slip_knowledge_list (state, get_release (state, "r"), day (TODAY));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < list->len; i++) {
    const SlipKnowledge *knowledge = list->pdata[i];

    for (guint j = 0; j < knowledge->planned->len; j++) {
      char date[SLIP_DATE_TEXT_SIZE];
      const SlipRow *row = knowledge->planned->pdata[j];

      if (slip_change_notice_is_due (row))
        g_string_append_printf (
          text, "%s%s %s", text->len > 0 ? ", " : "",
          slip_row_get_id (knowledge->audience),
          slip_date_print (slip_row_get_date (row,
                                              SLIP_COMMUNICATION_PLANNED_DATE),
                           date));
    }
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_moving_plans_notices (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "",
        "Helpdesk lead");
  assert_notices (state, "");
  move_to (&state, "2026-12-16");
  assert_notices (state, "support 2026-11-24");
  move_to (&state, "2026-12-17");
  assert_notices (state, "support 2026-11-24");
  move_to (&state, NULL);
  assert_notices (state, "support 2026-11-24");
}

static void
test_moving_back_takes_them_away (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  before = slip_plan_state_digest (state);
  move_to (&state, "2026-12-16");
  move_to (&state, "2026-12-08");
  after = slip_plan_state_digest (state);
  g_assert_cmpstr (before, ==, after);
}

static void
test_own_notices_stay (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  plan_communication (&state, "own", "support",
                      SLIP_COMMUNICATION_CHANGE_NOTICE, "2026-11-27");
  move_to (&state, "2026-12-16");
  assert_notices (state, "support 2026-11-27");
  move_to (&state, "2026-12-08");
  assert_notices (state, "support 2026-11-27");
}

static void
test_what_was_written_into_stays (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *id = NULL;

  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  move_to (&state, "2026-12-16");
  rows = slip_plan_state_list_owned (state, SLIP_KIND_COMMUNICATION, "r");
  for (guint i = 0; i < rows->len; i++)
    if (slip_change_notice_is_added (rows->pdata[i]))
      id = g_strdup (slip_row_get_id (rows->pdata[i]));
  g_assert_nonnull (id);
  set_text (&state, SLIP_KIND_COMMUNICATION, id, SLIP_COMMUNICATION_NOTE,
            "Also tell the night shift");
  move_to (&state, "2026-12-08");
  assert_notices (state, "support 2026-11-24");
}

static void
test_sending_one_makes_them_know (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  move_to (&state, "2026-12-16");
  tell (&state, "support", SLIP_COMMUNICATION_CHANGE_NOTICE, "2026-11-23", "",
        NULL);
  assert_notices (state, "");
  g_assert_cmpuint (slip_knowledge_count_wrong (state,
                                                get_release (state, "r")),
                    ==, 0);
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_COMMUNICATION), ==,
                    2);

  /* The sent one stays when the date goes on, and a second one comes. */
  move_to (&state, "2026-12-17");
  assert_notices (state, "support 2026-11-24");
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_COMMUNICATION), ==,
                    3);
}

static void
test_telling_otherwise_settles_too (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  move_to (&state, "2026-12-16");
  tell (&state, "support", SLIP_COMMUNICATION_ANNOUNCEMENT, "2026-11-23", "",
        NULL);
  assert_notices (state, "");
  tell (&state, "sales", SLIP_COMMUNICATION_HEADS_UP, "2026-11-23",
        "2026-12-08", NULL);
  assert_notices (state, "sales 2026-11-24");
}

static void
test_closed_releases_get_none (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  set_status (&state, "r", SLIP_STATUS_RELEASED);
  move_to (&state, "2026-12-16");
  assert_notices (state, "");
}

static void
test_needs_the_parts (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();
  g_autoptr (SlipPlanState) fork = slip_plan_state_fork (state);
  g_autoptr (SlipMove) move = new_move ("2026-12-16");

  slip_plan_state_unload (fork, "r");
  assert_refused (fork, slip_move_run, move, SLIP_PLAN_ERROR_NOT_LOADED);
}

static const char *const audiences[] = { "support", "sales", "legal" };

static SlipPlanState *
new_random_plan (void)
{
  SlipPlanState *state = new_told_plan ();
  int n = g_test_rand_int_range (0, 8);

  for (int i = 0; i < n; i++) {
    char sent[SLIP_DATE_TEXT_SIZE];
    char date[SLIP_DATE_TEXT_SIZE];
    int which = g_test_rand_int_range (0, 3);

    slip_date_print (slip_date_add_days (day (TODAY),
                                         -g_test_rand_int_range (0, 20)),
                     sent);
    slip_date_print (slip_date_add_days (day ("2026-12-07"),
                                         g_test_rand_int_range (0, 4)),
                     date);
    tell (&state, audiences[g_test_rand_int_range (0, 3)],
          (SlipCommunicationType) g_test_rand_int_range (0,
                                                         SLIP_N_COMMUNICATIONS),
          sent,
          which == 0   ? NULL
          : which == 1 ? ""
                       : date,
          g_test_rand_int_range (0, 2) ? "Somebody" : NULL);
  }
  return state;
}

/* Each audience that was told another date knows a wrong one and has exactly
 * one change notice to be sent; every other one has none. */
static void
check_law (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) list =
    slip_knowledge_list (state, get_release (state, "r"), day (TODAY));

  for (guint i = 0; i < list->len; i++) {
    const SlipKnowledge *knowledge = list->pdata[i];
    SlipDate told = slip_knowledge_get_date_told (knowledge);
    gboolean is_wrong =
      slip_date_is_set (told) &&
      !slip_date_equal (told,
                        slip_release_resolve (state, get_release (state, "r"),
                                              SLIP_ANCHOR_RELEASE));
    guint n = 0;

    for (guint j = 0; j < knowledge->planned->len; j++)
      n += slip_change_notice_is_due (knowledge->planned->pdata[j]);
    g_assert_cmpint (knowledge->state == SLIP_KNOWLEDGE_WRONG_DATE, ==,
                     is_wrong);
    g_assert_cmpuint (n, ==, is_wrong ? 1 : 0);
  }
}

static void
check_move (SlipPlanState **state, const char *date)
{
  g_autoptr (SlipMove) move = new_move (date);
  g_autoptr (SlipMove) again = new_move (date);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_move_run, move, *state, &error);
  g_autoptr (SlipChangeSet) same =
    slip_intent_run (slip_move_run, again, *state, &error);
  g_autoptr (SlipChangeSet) inverse = NULL;
  g_autoptr (SlipPlanState) undone = NULL;
  g_autofree char *before = slip_plan_state_digest (*state);
  g_autofree char *after = NULL;
  SlipPlanState *next;

  /* What a preview tells is what is done later. */
  g_assert_no_error (error);
  g_assert_true (slip_change_set_equal (set, same));

  next = slip_plan_state_apply (*state, set, &error);
  g_assert_no_error (error);
  check_law (next);
  inverse = slip_change_set_new_inverse (set);
  undone = slip_plan_state_apply (next, inverse, &error);
  g_assert_no_error (error);
  after = slip_plan_state_digest (undone);
  g_assert_cmpstr (before, ==, after);

  slip_plan_state_unref (*state);
  *state = next;
}

static void
test_law (void)
{
  for (int i = 0; i < 300; i++) {
    g_autoptr (SlipPlanState) state = new_random_plan ();

    for (int j = 0; j < 4; j++) {
      char date[SLIP_DATE_TEXT_SIZE];

      slip_date_print (slip_date_add_days (day ("2026-12-07"),
                                           g_test_rand_int_range (0, 4)),
                       date);
      check_move (&state, g_test_rand_int_range (0, 6) == 0 ? NULL : date);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/change-notice/moving-plans-notices",
                   test_moving_plans_notices);
  g_test_add_func ("/change-notice/moving-back-takes-them-away",
                   test_moving_back_takes_them_away);
  g_test_add_func ("/change-notice/own-notices-stay", test_own_notices_stay);
  g_test_add_func ("/change-notice/what-was-written-into-stays",
                   test_what_was_written_into_stays);
  g_test_add_func ("/change-notice/sending-one-makes-them-know",
                   test_sending_one_makes_them_know);
  g_test_add_func ("/change-notice/telling-otherwise-settles-too",
                   test_telling_otherwise_settles_too);
  g_test_add_func ("/change-notice/closed-releases-get-none",
                   test_closed_releases_get_none);
  g_test_add_func ("/change-notice/needs-the-parts", test_needs_the_parts);
  g_test_add_func ("/change-notice/law", test_law);
  return g_test_run ();
}
