/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "built-plan.h"
#include "slip-entity-edit.h"
#include "slip-intent.h"
#include "slip-move.h"

#define TODAY "2026-11-23"

static void
move_to (SlipPlanState **state,
         const char *date,
         SlipCertainty certainty,
         guint stay)
{
  g_autoptr (SlipMove) move =
    slip_move_new ("r", (SlipPlannedDate){ day (date), certainty }, stay,
                   day (TODAY));

  apply_intent (state, slip_move_run, move);
}

static SlipPlanState *
new_release_plan (void)
{
  SlipPlanState *state = new_plan ();

  add_release (&state, "r", "payments", "3.9", "2026-12-08");
  set_planned (&state, "r", SLIP_ANCHOR_DEPLOY, "2026-12-07",
               SLIP_CERTAINTY_TENTATIVE);
  set_planned (&state, "r", SLIP_ANCHOR_CODE_COMPLETE, "2026-11-20",
               SLIP_CERTAINTY_CONFIRMED);
  set_planned (&state, "r", SLIP_ANCHOR_ANNOUNCE, "2026-12-10",
               SLIP_CERTAINTY_CONFIRMED);
  return state;
}

static SlipPlannedDate
get_planned (const SlipPlanState *state, SlipAnchor anchor)
{
  return slip_release_get_planned (get_release (state, "r"), anchor);
}

static void
test_dates_follow (void)
{
  g_autoptr (SlipPlanState) state = new_release_plan ();

  move_to (&state, "2026-12-16", SLIP_CERTAINTY_CONFIRMED, 0);
  assert_date (state, "r", SLIP_ANCHOR_RELEASE, "2026-12-16");
  assert_date (state, "r", SLIP_ANCHOR_DEPLOY, "2026-12-15");
  assert_date (state, "r", SLIP_ANCHOR_ANNOUNCE, "2026-12-18");
  /* Before today: it happened. */
  assert_date (state, "r", SLIP_ANCHOR_CODE_COMPLETE, "2026-11-20");
  g_assert_cmpint (get_planned (state, SLIP_ANCHOR_DEPLOY).certainty, ==,
                   SLIP_CERTAINTY_TENTATIVE);
  g_assert_false (
    slip_release_is_pinned (get_release (state, "r"), SLIP_ANCHOR_DEPLOY));
  g_assert_true (
    slip_date_equal (slip_row_get_date (get_release (state, "r"),
                                        SLIP_RELEASE_FIRST_PLANNED_DATE),
                     day ("2026-12-08")));
}

static void
test_pinned_stays (void)
{
  g_autoptr (SlipPlanState) state = new_release_plan ();

  set_integer (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_DEPLOY_IS_PINNED,
               TRUE);
  move_to (&state, "2026-12-16", SLIP_CERTAINTY_CONFIRMED, 0);
  assert_date (state, "r", SLIP_ANCHOR_DEPLOY, "2026-12-07");
  assert_date (state, "r", SLIP_ANCHOR_ANNOUNCE, "2026-12-18");
}

static void
test_only_the_release_date_pins_the_others (void)
{
  g_autoptr (SlipPlanState) state = new_release_plan ();
  const SlipRow *row;

  move_to (&state, "2026-12-16", SLIP_CERTAINTY_CONFIRMED,
           SLIP_MOVE_ONLY_RELEASE);
  row = get_release (state, "r");
  assert_date (state, "r", SLIP_ANCHOR_RELEASE, "2026-12-16");
  assert_date (state, "r", SLIP_ANCHOR_DEPLOY, "2026-12-07");
  assert_date (state, "r", SLIP_ANCHOR_ANNOUNCE, "2026-12-10");
  g_assert_true (slip_release_is_pinned (row, SLIP_ANCHOR_DEPLOY));
  g_assert_true (slip_release_is_pinned (row, SLIP_ANCHOR_ANNOUNCE));
  g_assert_false (slip_release_is_pinned (row, SLIP_ANCHOR_CODE_COMPLETE));
}

static void
test_one_date_may_stay (void)
{
  g_autoptr (SlipPlanState) state = new_release_plan ();

  move_to (&state, "2026-12-09", SLIP_CERTAINTY_CONFIRMED,
           SLIP_ANCHOR_BIT (SLIP_ANCHOR_ANNOUNCE));
  assert_date (state, "r", SLIP_ANCHOR_DEPLOY, "2026-12-08");
  assert_date (state, "r", SLIP_ANCHOR_ANNOUNCE, "2026-12-10");
}

static void
test_nowhere_changes_nothing (void)
{
  g_autoptr (SlipPlanState) state = new_release_plan ();
  g_autoptr (SlipMove) move =
    slip_move_new ("r",
                   (SlipPlannedDate){ day ("2026-12-08"),
                                      SLIP_CERTAINTY_CONFIRMED },
                   SLIP_MOVE_ONLY_RELEASE, day (TODAY));
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_move_run, move, state, NULL);

  g_assert_cmpuint (set->changes->len, ==, 0);
}

static void
unschedule (SlipPlanState **state, guint stay)
{
  g_autoptr (SlipMove) move =
    slip_move_new ("r", SLIP_UNSCHEDULED, stay, day (TODAY));

  apply_intent (state, slip_move_run, move);
}

static void
test_unscheduling_keeps_the_rules (void)
{
  g_autoptr (SlipPlanState) state = new_release_plan ();

  unschedule (&state, 0);
  for (guint i = 0; i < SLIP_N_ANCHORS; i++)
    if (i != SLIP_ANCHOR_CODE_COMPLETE)
      g_assert_true (
        slip_planned_date_equal (get_planned (state, (SlipAnchor) i),
                                 SLIP_UNSCHEDULED));
  /* Before today: it happened. */
  assert_date (state, "r", SLIP_ANCHOR_CODE_COMPLETE, "2026-11-20");

  move_to (&state, "2027-01-12", SLIP_CERTAINTY_CONFIRMED, 0);
  assert_date (state, "r", SLIP_ANCHOR_DEPLOY, "2027-01-11");
  assert_date (state, "r", SLIP_ANCHOR_ANNOUNCE, "2027-01-14");
  g_assert_cmpint (get_planned (state, SLIP_ANCHOR_DEPLOY).certainty, ==,
                   SLIP_CERTAINTY_TENTATIVE);
  g_assert_cmpint (
    slip_row_peek (get_release (state, "r"), SLIP_RELEASE_DEPLOY_OFFSET)->type,
    ==, SLIP_VALUE_NONE);
  g_assert_true (
    slip_date_equal (slip_row_get_date (get_release (state, "r"),
                                        SLIP_RELEASE_FIRST_PLANNED_DATE),
                     day ("2026-12-08")));
}

static void
test_unscheduling_leaves_what_is_to_stay (void)
{
  g_autoptr (SlipPlanState) state = new_release_plan ();

  set_integer (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_DEPLOY_IS_PINNED,
               TRUE);
  unschedule (&state, SLIP_ANCHOR_BIT (SLIP_ANCHOR_ANNOUNCE));
  assert_date (state, "r", SLIP_ANCHOR_DEPLOY, "2026-12-07");
  assert_date (state, "r", SLIP_ANCHOR_ANNOUNCE, "2026-12-10");
  g_assert_true (
    slip_release_is_pinned (get_release (state, "r"), SLIP_ANCHOR_ANNOUNCE));
}

static void
test_a_day_of_its_own_forgets_the_rule (void)
{
  g_autoptr (SlipPlanState) state = new_release_plan ();
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_RELEASE, "r");

  unschedule (&state, 0);
  slip_entity_edit_add_planned (edit, SLIP_ANCHOR_DEPLOY,
                                (SlipPlannedDate){ day ("2026-12-15"),
                                                   SLIP_CERTAINTY_CONFIRMED });
  apply_intent (&state, slip_entity_edit_run, edit);
  move_to (&state, "2027-01-12", SLIP_CERTAINTY_CONFIRMED, 0);
  assert_date (state, "r", SLIP_ANCHOR_DEPLOY, "2026-12-15");
  assert_date (state, "r", SLIP_ANCHOR_ANNOUNCE, "2027-01-14");
}

static void
test_first_date_is_kept_as_planned (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "r", "payments", "3.9", NULL);
  move_to (&state, "2026-12-16", SLIP_CERTAINTY_MONTH, 0);
  assert_date (state, "r", SLIP_ANCHOR_RELEASE, "2026-12-01");
  g_assert_true (
    slip_date_equal (slip_row_get_date (get_release (state, "r"),
                                        SLIP_RELEASE_FIRST_PLANNED_DATE),
                     day ("2026-12-01")));
}

/* What people see move is what the others follow. */
static void
test_periods_table (void)
{
  static const struct {
    const char *from;
    SlipCertainty from_certainty;
    const char *to;
    SlipCertainty to_certainty;
    const char *deploy;
    SlipCertainty deploy_certainty;
    const char *deploy_after;
  } cases[] = {
    /* Shown on Thu 31 December, dropped a week before. */
    { "2026-12-01", SLIP_CERTAINTY_MONTH, "2026-12-24",
      SLIP_CERTAINTY_TENTATIVE, "2026-12-29", SLIP_CERTAINTY_CONFIRMED,
      "2026-12-22" },
    /* From a Friday to a Friday. */
    { "2026-12-07", SLIP_CERTAINTY_WEEK, "2026-12-14", SLIP_CERTAINTY_WEEK,
      "2026-12-10", SLIP_CERTAINTY_CONFIRMED, "2026-12-17" },
    { "2026-12-07", SLIP_CERTAINTY_WEEK, "2026-12-14", SLIP_CERTAINTY_WEEK,
      "2026-12-07", SLIP_CERTAINTY_WEEK, "2026-12-14" },
    /* A month goes along with a month, however long. */
    { "2026-12-01", SLIP_CERTAINTY_MONTH, "2027-01-01", SLIP_CERTAINTY_MONTH,
      "2026-12-01", SLIP_CERTAINTY_MONTH, "2027-01-01" },
    { "2027-01-01", SLIP_CERTAINTY_MONTH, "2027-02-01", SLIP_CERTAINTY_MONTH,
      "2027-01-01", SLIP_CERTAINTY_MONTH, "2027-02-01" },
    { "2027-01-01", SLIP_CERTAINTY_QUARTER, "2027-04-01",
      SLIP_CERTAINTY_QUARTER, "2027-01-01", SLIP_CERTAINTY_QUARTER,
      "2027-04-01" },
    /* A period counts as its last working day. */
    { "2026-12-08", SLIP_CERTAINTY_CONFIRMED, "2026-12-10",
      SLIP_CERTAINTY_CONFIRMED, "2026-10-01", SLIP_CERTAINTY_QUARTER,
      "2027-01-01" },
    { "2026-12-10", SLIP_CERTAINTY_CONFIRMED, "2026-12-08",
      SLIP_CERTAINTY_CONFIRMED, "2026-10-01", SLIP_CERTAINTY_QUARTER,
      "2026-10-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_plan ();

    add_release (&state, "r", "payments", "3.9", NULL);
    set_planned (&state, "r", SLIP_ANCHOR_RELEASE, cases[i].from,
                 cases[i].from_certainty);
    set_planned (&state, "r", SLIP_ANCHOR_DEPLOY, cases[i].deploy,
                 cases[i].deploy_certainty);
    g_test_message ("case %u", i);
    move_to (&state, cases[i].to, cases[i].to_certainty, 0);
    assert_date (state, "r", SLIP_ANCHOR_RELEASE, cases[i].to);
    assert_date (state, "r", SLIP_ANCHOR_DEPLOY, cases[i].deploy_after);
    g_assert_cmpint (get_planned (state, SLIP_ANCHOR_DEPLOY).certainty, ==,
                     cases[i].deploy_certainty);
  }
}

/* The present period is not past while it lasts. */
static void
test_period_is_past_when_it_is_over (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "r", "payments", "3.9", "2026-12-08");
  set_planned (&state, "r", SLIP_ANCHOR_DEPLOY, "2026-11-01",
               SLIP_CERTAINTY_MONTH);
  set_planned (&state, "r", SLIP_ANCHOR_CODE_COMPLETE, "2026-10-01",
               SLIP_CERTAINTY_MONTH);
  move_to (&state, "2027-01-08", SLIP_CERTAINTY_CONFIRMED, 0);
  assert_date (state, "r", SLIP_ANCHOR_DEPLOY, "2026-12-01");
  assert_date (state, "r", SLIP_ANCHOR_CODE_COMPLETE, "2026-10-01");
}

static void
test_to_day_keeps_only_what_is_confirmed (void)
{
  for (guint certainty = 0; certainty < SLIP_N_CERTAINTIES; certainty++) {
    g_autoptr (SlipPlanState) state = new_plan ();
    g_autoptr (SlipMove) move = NULL;

    add_release (&state, "r", "payments", "3.9", NULL);
    if (certainty != SLIP_CERTAINTY_UNSCHEDULED)
      set_planned (&state, "r", SLIP_ANCHOR_RELEASE, "2026-10-01",
                   (SlipCertainty) certainty);
    move =
      slip_move_new_to_day (state, "r", day ("2026-12-16"), 0, day (TODAY));
    g_assert_cmpint (move->to.certainty, ==,
                     certainty == SLIP_CERTAINTY_CONFIRMED
                       ? SLIP_CERTAINTY_CONFIRMED
                       : SLIP_CERTAINTY_TENTATIVE);
    g_assert_true (slip_date_equal (move->to.date, day ("2026-12-16")));
  }
}

static void
test_missing_release_is_refused (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipMove) move =
    slip_move_new ("gone", SLIP_UNSCHEDULED, 0, day (TODAY));

  assert_refused (state, slip_move_run, move, SLIP_PLAN_ERROR_NOT_FOUND);
}

/* There and back again is home, for days that stay in the future. */
static void
test_law_there_and_back (void)
{
  for (int i = 0; i < 1000; i++) {
    g_autoptr (SlipPlanState) state = new_plan ();
    SlipDate today = day (TODAY);
    SlipDate from =
      slip_date_add_days (today, g_test_rand_int_range (100, 500));
    int n_days = g_test_rand_int_range (-90, 1000);
    g_autofree char *from_text = slip_date_to_text (from);
    g_autofree char *to_text =
      slip_date_to_text (slip_date_add_days (from, n_days));
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    add_release (&state, "r", "payments", "3.9", from_text);
    for (guint anchor = SLIP_ANCHOR_DEPLOY; anchor < SLIP_N_ANCHORS; anchor++) {
      g_autofree char *text = slip_date_to_text (
        slip_date_add_days (today, g_test_rand_int_range (91, 600)));

      if (g_test_rand_int_range (0, 4) > 0)
        set_planned (&state, "r", (SlipAnchor) anchor, text,
                     (SlipCertainty) g_test_rand_int_range (
                       SLIP_CERTAINTY_CONFIRMED, SLIP_CERTAINTY_WEEK));
      set_integer (&state, SLIP_KIND_RELEASE, "r",
                   (guint) slip_anchor_get_pin_property ((SlipAnchor) anchor),
                   g_test_rand_int_range (0, 2));
    }

    before = slip_plan_state_digest (state);
    move_to (&state, to_text, SLIP_CERTAINTY_CONFIRMED, 0);
    move_to (&state, from_text, SLIP_CERTAINTY_CONFIRMED, 0);
    after = slip_plan_state_digest (state);
    g_assert_cmpstr (before, ==, after);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/move/follow/dates", test_dates_follow);
  g_test_add_func ("/move/follow/periods-table", test_periods_table);
  g_test_add_func ("/move/follow/law-there-and-back", test_law_there_and_back);
  g_test_add_func ("/move/stay/pinned", test_pinned_stays);
  g_test_add_func ("/move/stay/only-the-release-date-pins-the-others",
                   test_only_the_release_date_pins_the_others);
  g_test_add_func ("/move/stay/one-date-may", test_one_date_may_stay);
  g_test_add_func ("/move/stay/period-is-past-when-it-is-over",
                   test_period_is_past_when_it_is_over);
  g_test_add_func ("/move/nowhere/changes-nothing",
                   test_nowhere_changes_nothing);
  g_test_add_func ("/move/unschedule/keeps-the-rules",
                   test_unscheduling_keeps_the_rules);
  g_test_add_func ("/move/unschedule/leaves-what-is-to-stay",
                   test_unscheduling_leaves_what_is_to_stay);
  g_test_add_func ("/move/unschedule/a-day-of-its-own-forgets-the-rule",
                   test_a_day_of_its_own_forgets_the_rule);
  g_test_add_func ("/move/first-planned/is-kept",
                   test_first_date_is_kept_as_planned);
  g_test_add_func ("/move/to-day/keeps-only-what-is-confirmed",
                   test_to_day_keeps_only_what_is_confirmed);
  g_test_add_func ("/move/refused/missing-release",
                   test_missing_release_is_refused);

  return g_test_run ();
}
