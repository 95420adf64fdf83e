/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-observation-text.h"

static SlipObservation *
new_status (SlipObservedState state)
{
  SlipObservation *status = slip_observation_new (SLIP_OBSERVATION_STATUS);

  status->release = g_strdup ("Payments 3.9");
  status->audience = g_strdup ("Support");
  status->state = state;
  return status;
}

static void
assert_texts (const SlipObservation *observation,
              const char *about,
              const char *says)
{
  g_autofree char *is_about = slip_observation_dup_about (observation);
  g_autofree char *is_said =
    slip_observation_dup_marked (observation, SLIP_DATE_NONE);

  g_assert_cmpstr (is_about, ==, about);
  g_assert_cmpstr (is_said, ==, says);
}

static void
test_a_status_says_its_state_and_count (void)
{
  g_autoptr (SlipObservation) status = new_status (SLIP_OBSERVED_AT_RISK);

  assert_texts (status, "Payments 3.9 · Support", "⚠ At risk");
  status->done = 3;
  status->total = 5;
  assert_texts (status, "Payments 3.9 · Support", "⚠ At risk, 3 of 5");
}

static void
test_an_unknown_state_keeps_its_word (void)
{
  g_autoptr (SlipObservation) status = new_status (SLIP_OBSERVED_UNKNOWN);

  g_clear_pointer (&status->audience, g_free);
  assert_texts (status, "Payments 3.9", "? Unknown");
  status->state_word = g_strdup ("<shelved>");
  assert_texts (status, "Payments 3.9", "? Unknown (<shelved>)");
}

static void
test_only_done_and_not_needed_are_good (void)
{
  for (int state = 0; state < SLIP_OBSERVED_N_STATES; state++)
    g_assert_cmpint (slip_observed_state_get_tone (state) == SLIP_TONE_GOOD, ==,
                     state == SLIP_OBSERVED_DONE ||
                       state == SLIP_OBSERVED_NOT_NEEDED);
}

static void
test_other_types_say_their_values (void)
{
  g_autoptr (SlipObservation) flag =
    slip_observation_new (SLIP_OBSERVATION_FLAG);
  g_autoptr (SlipObservation) figure =
    slip_observation_new (SLIP_OBSERVATION_CRITERION);
  g_autoptr (SlipObservation) freeze =
    slip_observation_new (SLIP_OBSERVATION_FREEZE);

  flag->flag = g_strdup ("checkout");
  flag->environment = g_strdup ("production");
  flag->is_on = SLIP_SAID_YES;
  flag->share = 2500;
  assert_texts (flag, "checkout · production", "On, 25 %");

  figure->release = g_strdup ("Mobile 4.2");
  figure->criterion = g_strdup ("Crash rate");
  figure->value = 0.3;
  figure->unit = g_strdup ("%");
  assert_texts (figure, "Mobile 4.2 · Crash rate", "0.3 %");

  assert_texts (freeze, "Freeze", "Unknown");
  freeze->text = g_strdup ("Year end");
  freeze->freeze =
    slip_range_new (slip_date_new (2026, 12, 14), slip_date_new (2026, 12, 24));
  assert_texts (freeze, "Year end", "14 Dec – 24 Dec");
}

static void
test_a_detail_joins_what_is_said (void)
{
  g_autoptr (SlipObservation) status = new_status (SLIP_OBSERVED_DONE);
  g_autofree char *none = slip_observation_dup_detail (status, SLIP_DATE_NONE);
  g_autofree char *all = NULL;

  g_assert_null (none);
  status->text = g_strdup ("Training held");
  status->owner = g_strdup ("Support lead");
  status->knows = SLIP_SAID_YES;
  status->stated_release_date = slip_date_new (2026, 12, 8);
  all = slip_observation_dup_detail (status, SLIP_DATE_NONE);
  g_assert_cmpstr (all, ==,
                   "Training held · Support lead · says that it knows · "
                   "expects Tue 8 December");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add_func ("/observation-text/" name, func)
  ADD ("a-status-says-its-state-and-count",
       test_a_status_says_its_state_and_count);
  ADD ("an-unknown-state-keeps-its-word", test_an_unknown_state_keeps_its_word);
  ADD ("only-done-and-not-needed-are-good",
       test_only_done_and_not_needed_are_good);
  ADD ("other-types-say-their-values", test_other_types_say_their_values);
  ADD ("a-detail-joins-what-is-said", test_a_detail_joins_what_is_said);
#undef ADD
  return g_test_run ();
}
