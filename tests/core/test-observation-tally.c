/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-observation-tally.h"

#include "said.h"

typedef struct {
  SlipPlanState *state;
  GPtrArray *observations;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  SlipEdit *edit;

  fixture->state = new_plan ();
  add_release (&fixture->state, "r1", "payments", "3.9", NULL);
  edit = slip_edit_new (fixture->state, SLIP_VERB_ADD);
  create_named (edit, SLIP_KIND_AUDIENCE, "a1", "Support");
  apply_edit (&fixture->state, edit);
  fixture->observations =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_observation_unref);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_ptr_array_unref (fixture->observations);
  slip_plan_state_unref (fixture->state);
}

static void
add (Fixture *fixture,
     const char *release,
     const char *audience,
     SlipObservedState state)
{
  SlipObservation *status = slip_observation_new (SLIP_OBSERVATION_STATUS);

  status->release = g_strdup (release);
  status->audience = g_strdup (audience);
  status->state = state;
  g_ptr_array_add (fixture->observations, status);
}

static SlipObservationTally *
count (Fixture *fixture)
{
  g_autoptr (SlipObservationMatcher) matcher =
    slip_observation_matcher_new (fixture->state, NULL, 0);

  return slip_observation_tally_new (matcher, fixture->observations);
}

static void
test_nothing_is_said_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipObservationTally) tally = count (fixture);
  g_autofree char *text = slip_observation_tally_dup_text (tally);
  g_autofree char *states = slip_observation_tally_dup_states (tally);

  g_assert_cmpstr (text, ==, "The feed says nothing");
  g_assert_null (states);
}

static void
test_pressing_states_come_first (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipObservationTally) tally = NULL;
  g_autofree char *text = NULL;
  g_autofree char *states = NULL;

  add (fixture, "Payments 3.9", "Support", SLIP_OBSERVED_DONE);
  add (fixture, "Payments 3.9", NULL, SLIP_OBSERVED_DONE);
  add (fixture, "r1", "Sales", SLIP_OBSERVED_BLOCKED);
  tally = count (fixture);
  text = slip_observation_tally_dup_text (tally);
  states = slip_observation_tally_dup_states (tally);
  g_assert_cmpstr (text, ==, "3 values, about 1 release of this plan");
  g_assert_cmpstr (states, ==, "1 × Blocked · 2 × Done");
  g_assert_cmpuint (tally->n_matched, ==, 2);
}

static void
test_each_unmatched_name_is_there_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipObservationTally) tally = NULL;
  const SlipUnmatchedName *name;

  add (fixture, "PAY-39", "Support", SLIP_OBSERVED_DONE);
  add (fixture, "pay-39", "Helpdesk", SLIP_OBSERVED_DONE);
  add (fixture, "Payments 3.9", "HELPDESK", SLIP_OBSERVED_DONE);
  tally = count (fixture);
  g_assert_cmpuint (tally->n_matched, ==, 0);
  g_assert_cmpuint (tally->unmatched->len, ==, 2);

  name = tally->unmatched->pdata[0];
  g_autofree char *release = slip_unmatched_name_dup_text (name);
  g_assert_cmpint (name->kind, ==, SLIP_KIND_RELEASE);
  g_assert_cmpuint (name->n_observations, ==, 2);
  g_assert_cmpstr (release, ==, "No release is called “PAY-39”");

  name = tally->unmatched->pdata[1];
  g_autofree char *audience = slip_unmatched_name_dup_text (name);
  g_assert_cmpint (name->kind, ==, SLIP_KIND_AUDIENCE);
  g_assert_cmpuint (name->n_observations, ==, 2);
  g_assert_cmpstr (audience, ==, "No audience is called “Helpdesk”");
}

static void
test_a_feed_is_counted_as_it_was_found (Fixture *fixture, gconstpointer data)
{
  g_autoptr (Said) said = said_new ();
  g_autoptr (SlipObservationTally) tally = NULL;
  g_autoptr (SlipObservationTally) other = NULL;
  const SlipObservations *observations;

  add_feed (&fixture->state, "desk", "Help desk");
  say_status (said, "desk", "r1", "Support", SLIP_OBSERVED_DONE);
  say_status (said, "desk", "r1", "Helpdesk", SLIP_OBSERVED_DONE);
  put_said (&fixture->state, said);
  observations = slip_plan_state_get_observations (fixture->state);
  tally = slip_observation_tally_new_for_feed (observations, "desk");
  other = slip_observation_tally_new_for_feed (observations, "board");
  g_assert_cmpuint (tally->n_matched, ==, 1);
  g_assert_cmpuint (tally->n_releases, ==, 1);
  g_assert_cmpuint (tally->unmatched->len, ==, 1);
  g_assert_cmpuint (other->n_observations, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func)                                                        \
  g_test_add ("/observation-tally/" name, Fixture, NULL, set_up, func,         \
              tear_down)
  ADD ("nothing-is-said-so", test_nothing_is_said_so);
  ADD ("pressing-states-come-first", test_pressing_states_come_first);
  ADD ("each-unmatched-name-is-there-once",
       test_each_unmatched_name_is_there_once);
  ADD ("a-feed-is-counted-as-it-was-found",
       test_a_feed_is_counted_as_it_was_found);
#undef ADD
  return g_test_run ();
}
