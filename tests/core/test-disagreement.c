/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-disagreement.h"

#include "feed-plan.h"
#include "slip-telling.h"

static const SlipMoment now = { NOON, { 20788 } }; /* 2026-12-01 */

/* What the checklist of 'r1' for Sales is in the plan. */
typedef enum {
  NO_CHECKLIST,
  NOT_NEEDED,
  EMPTY,
  UNOWNED,
  OPEN,
  READY,
} Plan;

static SlipPlanState *
new_plan_with (Plan plan)
{
  SlipPlanState *state = new_feed_plan ();

  if (plan == NO_CHECKLIST)
    return state;
  add_checklist (&state, "r1", "sales", plan == UNOWNED ? NULL : "ops");
  if (plan == NOT_NEEDED) {
    SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

    slip_edit_set_integer (edit, SLIP_KIND_CHECKLIST, "r1-sales",
                           SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
    slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, "r1-sales",
                        SLIP_CHECKLIST_REASON, "Nothing to sell");
    apply_edit (&state, edit);
  } else if (plan != EMPTY) {
    add_item (&state, "r1", "sales", "Deck",
              plan == OPEN ? SLIP_ITEM_STATE_TO_DO : SLIP_ITEM_STATE_DONE,
              NULL);
  }
  return state;
}

/* For each state of the plan's checklist what comes of each state of a feed: -
 * nothing, r ready, d done, n need.  The order is that of the enumeration. */
static const struct {
  Plan plan;
  const char *found;
} table[] = {
  /* unknown, not started, in progress, on track, at risk, off track, blocked,
   * done, not needed */
  { NO_CHECKLIST, "-nnnnnn--" }, { NOT_NEEDED, "-nnnnnn--" },
  { EMPTY, "-------dn" },        { UNOWNED, "-------dn" },
  { OPEN, "-------dn" },         { READY, "-rrrrrr--" },
};

static void
test_states_agree_with_the_table (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    for (guint j = 0; j < SLIP_OBSERVED_N_STATES; j++) {
      g_autoptr (SlipPlanState) state = new_plan_with (table[i].plan);
      g_autoptr (Said) said = said_new ();
      g_autoptr (GPtrArray) found = NULL;
      const SlipRow *release;

      say_status (said, "desk", "r1", "sales", (SlipObservedState) j);
      say_standing (said, "desk", 0);
      put_said (&state, said);
      release = slip_plan_state_get (state, SLIP_KIND_RELEASE, "r1");
      found = slip_disagreement_list (state, release, "sales", now);
      g_assert_cmpuint (found->len, ==, table[i].found[j] != '-');
      g_assert_cmpint (slip_disagreement_exists (state, release, "sales", now),
                       ==, found->len > 0);
      g_assert_cmpuint (slip_disagreement_count (state, release, now), ==,
                        found->len);
      if (found->len > 0) {
        const SlipDisagreement *first = found->pdata[0];

        g_assert_cmpint (slip_disagreement_type_get_nick (first->type)[0], ==,
                         table[i].found[j]);
      }
    }
}

static char *
dup_only_text (const SlipPlanState *state, const char *audience)
{
  g_autoptr (GPtrArray) found = slip_disagreement_list (
    state, slip_plan_state_get (state, SLIP_KIND_RELEASE, "r1"), audience, now);

  g_assert_cmpuint (found->len, ==, 1);
  return g_strdup (((SlipDisagreement *) found->pdata[0])->text);
}

static void
test_it_is_told_in_a_sentence (void)
{
  static const struct {
    Plan plan;
    SlipObservedState observed;
    const char *text;
  } cases[] = {
    { READY, SLIP_OBSERVED_AT_RISK,
      "Help desk says “At risk, 3 of 5”, the plan says “ready, 1 of 1, Sales ops”" },
    { OPEN, SLIP_OBSERVED_DONE,
      "Help desk says “Done, 3 of 5”, the plan says “0 of 1, Sales ops”" },
    { NO_CHECKLIST, SLIP_OBSERVED_BLOCKED,
      "Help desk says “Blocked, 3 of 5”, the plan has no checklist for Sales" },
    { NOT_NEEDED, SLIP_OBSERVED_IN_PROGRESS,
      "Help desk says “In progress, 3 of 5”, the plan says “not needed”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_plan_with (cases[i].plan);
    g_autoptr (Said) said = said_new ();
    g_autofree char *text = NULL;
    SlipObservation *status =
      say_status (said, "desk", "r1", "sales", cases[i].observed);

    status->done = 3;
    status->total = 5;
    say_standing (said, "desk", 0);
    put_said (&state, said);
    text = dup_only_text (state, "sales");
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_what_is_stale_disagrees_with_nothing (void)
{
  g_autoptr (SlipPlanState) state = new_plan_with (READY);
  g_autoptr (Said) said = said_new ();
  const SlipRow *release;
  SlipMoment later = { NOON + 25 * HOUR, { 20789 } };

  say_status (said, "desk", "r1", "sales", SLIP_OBSERVED_BLOCKED);
  say_standing (said, "desk", 0);
  put_said (&state, said);
  release = slip_plan_state_get (state, SLIP_KIND_RELEASE, "r1");
  g_assert_true (slip_disagreement_exists (state, release, "sales", now));
  g_assert_false (slip_disagreement_exists (state, release, "sales", later));
}

static void
test_nothing_disagrees_with_what_is_over (void)
{
  g_autoptr (SlipPlanState) state = new_plan_with (READY);
  g_autoptr (Said) said = said_new ();

  say_status (said, "desk", "r1", "sales", SLIP_OBSERVED_BLOCKED);
  say_standing (said, "desk", 0);
  put_said (&state, said);
  set_status (&state, "r1", SLIP_STATUS_RELEASED);
  g_assert_cmpuint (slip_disagreement_count (
                      state,
                      slip_plan_state_get (state, SLIP_KIND_RELEASE, "r1"),
                      now),
                    ==, 0);
}

static void
test_dates (void)
{
  static const struct {
    const char *stated;
    SlipCertainty certainty;
    const char *planned;
    const char *text;
  } cases[] = {
    { "2026-12-08", SLIP_CERTAINTY_CONFIRMED, "2026-12-08", NULL },
    { "2026-12-15", SLIP_CERTAINTY_CONFIRMED, "2026-12-08",
      "Help desk expects Tue 15 December, the plan says “Tue 8 December”" },
    { "2026-12-15", SLIP_CERTAINTY_MONTH, "2026-12-01", NULL },
    { "2027-01-01", SLIP_CERTAINTY_MONTH, "2026-12-01",
      "Help desk expects Fri 1 January 2027, the plan says “December 2026”" },
    { "2026-12-15", SLIP_CERTAINTY_UNSCHEDULED, NULL,
      "Help desk expects Tue 15 December, the plan says “Unscheduled”" },
    { NULL, SLIP_CERTAINTY_CONFIRMED, "2026-12-08", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint j = 0; j < 2; j++) {
      const char *audience = j == 0 ? NULL : "sales";
      g_autoptr (SlipPlanState) state = new_plan_with (READY);
      g_autoptr (Said) said = said_new ();
      g_autofree char *text = NULL;

      set_planned (&state, "r1", SLIP_ANCHOR_RELEASE, cases[i].planned,
                   cases[i].certainty);
      say_status (said, "desk", "r1", audience, SLIP_OBSERVED_UNKNOWN)
        ->stated_release_date = day (cases[i].stated);
      say_standing (said, "desk", 0);
      put_said (&state, said);
      if (cases[i].text != NULL)
        text = dup_only_text (state, audience);
      else
        g_assert_false (slip_disagreement_exists (
          state, slip_plan_state_get (state, SLIP_KIND_RELEASE, "r1"), audience,
          now));
      g_assert_cmpstr (text, ==, cases[i].text);
    }
}

static void
test_owners (void)
{
  static const struct {
    const char *audience;
    const char *says;
    const char *owner;
    const char *text;
  } cases[] = {
    { "sales", "Sales ops", "ops", NULL },
    { "sales", "Support lead", "ops",
      "Help desk names Support lead as the owner, the plan names Sales ops" },
    { "sales", "sales OPS", NULL,
      "Help desk names Sales ops as the owner, the plan names nobody" },
    /* Whom the plan does not know it cannot contradict. */
    { "sales", "octo-ops", "ops", NULL },
    { NULL, "Support lead", NULL,
      "Help desk names Support lead as the owner, the plan names nobody" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_feed_plan ();
    g_autoptr (Said) said = said_new ();
    g_autofree char *text = NULL;

    add_checklist (&state, "r1", "sales", cases[i].owner);
    say_status (said, "desk", "r1", cases[i].audience, SLIP_OBSERVED_UNKNOWN)
      ->owner = g_strdup (cases[i].says);
    say_standing (said, "desk", 0);
    put_said (&state, said);
    if (cases[i].text != NULL)
      text = dup_only_text (state, cases[i].audience);
    else
      g_assert_cmpuint (slip_disagreement_count (
                          state,
                          slip_plan_state_get (state, SLIP_KIND_RELEASE, "r1"),
                          now),
                        ==, 0);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

static void
test_who_has_confirmed_and_does_not_know (void)
{
  g_autoptr (SlipPlanState) state = new_plan_with (READY);
  g_autoptr (Said) said = said_new ();
  g_autoptr (SlipTelling) telling =
    slip_telling_new ("r1", "sales", SLIP_COMMUNICATION_BRIEF, NOON - HOUR,
                      now.today);
  const SlipRow *release;
  g_autofree char *text = NULL;

  say_status (said, "desk", "r1", "sales", SLIP_OBSERVED_UNKNOWN)->knows =
    SLIP_SAID_NO;
  say_standing (said, "desk", 0);
  put_said (&state, said);
  release = slip_plan_state_get (state, SLIP_KIND_RELEASE, "r1");
  g_assert_false (slip_disagreement_exists (state, release, "sales", now));

  telling->confirmed_by = g_strdup ("Sales ops");
  apply_intent (&state, slip_telling_run, telling);
  text = dup_only_text (state, "sales");
  g_assert_cmpstr (text, ==,
                   "Help desk says that they do not know the date, the plan "
                   "says that they have confirmed it");
}

/* The release's own status against what a feed says of it as a whole. */
static void
test_the_release_itself (void)
{
  static const struct {
    SlipStatus status;
    SlipObservedState observed;
    const char *text;
  } cases[] = {
    { SLIP_STATUS_BUILDING, SLIP_OBSERVED_DONE,
      "Help desk says “Done”, the plan says “Building”" },
    { SLIP_STATUS_BUILDING, SLIP_OBSERVED_AT_RISK, NULL },
    { SLIP_STATUS_READY, SLIP_OBSERVED_OFF_TRACK,
      "Help desk says “Off track”, the plan says “Ready”" },
    { SLIP_STATUS_READY, SLIP_OBSERVED_DONE, NULL },
    { SLIP_STATUS_READY, SLIP_OBSERVED_ON_TRACK, NULL },
    { SLIP_STATUS_ROLLING_OUT, SLIP_OBSERVED_DONE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_feed_plan ();
    g_autoptr (Said) said = said_new ();
    g_autofree char *text = NULL;

    set_status (&state, "r1", cases[i].status);
    say_status (said, "desk", "r1", NULL, cases[i].observed);
    say_standing (said, "desk", 0);
    put_said (&state, said);
    if (cases[i].text != NULL)
      text = dup_only_text (state, NULL);
    else
      g_assert_cmpuint (slip_disagreement_count (
                          state,
                          slip_plan_state_get (state, SLIP_KIND_RELEASE, "r1"),
                          now),
                        ==, 0);
    g_assert_cmpstr (text, ==, cases[i].text);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_assert_true (slip_date_equal (now.today, day ("2026-12-01")));
  g_test_add_func ("/disagreement/states-agree-with-the-table",
                   test_states_agree_with_the_table);
  g_test_add_func ("/disagreement/it-is-told-in-a-sentence",
                   test_it_is_told_in_a_sentence);
  g_test_add_func ("/disagreement/what-is-stale-disagrees-with-nothing",
                   test_what_is_stale_disagrees_with_nothing);
  g_test_add_func ("/disagreement/nothing-disagrees-with-what-is-over",
                   test_nothing_disagrees_with_what_is_over);
  g_test_add_func ("/disagreement/dates", test_dates);
  g_test_add_func ("/disagreement/owners", test_owners);
  g_test_add_func ("/disagreement/who-has-confirmed-and-does-not-know",
                   test_who_has_confirmed_and_does_not_know);
  g_test_add_func ("/disagreement/the-release-itself", test_the_release_itself);
  return g_test_run ();
}
