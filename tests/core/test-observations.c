/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-observations.h"

#include "feed-plan.h"
#include "slip-entity-edit.h"

static guint
count (const GPtrArray *list)
{
  return list != NULL ? list->len : 0;
}

static const SlipFeedValue *
get_only (const GPtrArray *list)
{
  g_assert_cmpuint (count (list), ==, 1);
  return list->pdata[0];
}

static void
test_each_is_found_by_what_it_is_about (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();
  const SlipObservations *seen;
  const SlipObservation *support =
    say_status (said, "desk", "Payments 3.9", "support", SLIP_OBSERVED_AT_RISK);
  const SlipObservation *whole =
    say_status (said, "desk", "Payments 3.9", NULL, SLIP_OBSERVED_DONE);
  const SlipObservation *errors =
    say_criterion (said, "desk", "r1", "Error rate", 0.4);
  SlipObservation *freeze = say (said, "desk", SLIP_OBSERVATION_FREEZE);
  const SlipObservation *lost =
    say_status (said, "desk", "r1", "Partners", SLIP_OBSERVED_DONE);
  const SlipObservation *stray =
    say_status (said, "desk", "Nothing 1", NULL, SLIP_OBSERVED_DONE);

  freeze->freeze = days ("2026-12-24", "2026-12-31");
  put_said (&state, said);
  seen = slip_plan_state_get_observations (state);

  g_assert_cmpuint (count (slip_observations_get_values (seen)), ==, 6);
  g_assert_true (
    get_only (slip_observations_get_statuses (seen, "r1", "support"))
      ->observation == support);
  g_assert_true (
    get_only (slip_observations_get_statuses (seen, "r1", NULL))->observation ==
    whole);
  g_assert_null (slip_observations_get_statuses (seen, "r1", "sales"));
  g_assert_null (slip_observations_get_statuses (seen, "r2", "support"));
  g_assert_true (
    get_only (slip_observations_get_criteria (seen, "r1", "error RATE"))
      ->observation == errors);
  g_assert_true (get_only (slip_observations_get_freezes (seen))->observation ==
                 freeze);
  /* What names an audience that nobody knows is still about its release. */
  g_assert_cmpuint (count (slip_observations_get_release (seen, "r1")), ==, 4);
  g_assert_cmpuint (count (slip_observations_get_unmatched (seen)), ==, 2);
  g_assert_true (
    ((SlipFeedValue *) slip_observations_get_unmatched (seen)->pdata[0])
      ->observation == lost);
  g_assert_true (
    ((SlipFeedValue *) slip_observations_get_unmatched (seen)->pdata[1])
      ->observation == stray);
}

static void
test_the_newest_comes_first (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();
  const GPtrArray *both;

  say_status (said, "board", "r1", "sales", SLIP_OBSERVED_DONE)->updated_at_ms =
    NOON - HOUR;
  /* It does not say when: it counts from when it was seen, at noon. */
  say_status (said, "desk", "r1", "sales", SLIP_OBSERVED_BLOCKED);
  put_said (&state, said);

  both =
    slip_observations_get_statuses (slip_plan_state_get_observations (state),
                                    "r1", "sales");
  g_assert_cmpuint (count (both), ==, 2);
  g_assert_cmpstr (((SlipFeedValue *) both->pdata[0])->feed, ==, "desk");
  g_assert_cmpstr (((SlipFeedValue *) both->pdata[1])->feed, ==, "board");
}

static void
add_alias (SlipPlanState **state,
           const char *id,
           const char *feed,
           const char *text,
           const char *audience)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_FEED_ALIAS, id, feed);
  slip_edit_set_text (edit, SLIP_KIND_FEED_ALIAS, id, SLIP_FEED_ALIAS_TEXT,
                      text);
  slip_edit_set_text (edit, SLIP_KIND_FEED_ALIAS, id, SLIP_FEED_ALIAS_AUDIENCE,
                      audience);
  apply_edit (state, edit);
}

static void
test_each_feed_has_a_mapping_of_its_own (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();
  const SlipObservations *seen;

  add_alias (&state, "m1", "desk", "L2", "support");
  add_alias (&state, "m2", "board", "L2", "sales");
  say_status (said, "desk", "r1", "L2", SLIP_OBSERVED_DONE);
  say_status (said, "board", "r1", "l2", SLIP_OBSERVED_BLOCKED);
  put_said (&state, said);
  seen = slip_plan_state_get_observations (state);

  g_assert_cmpstr (
    get_only (slip_observations_get_statuses (seen, "r1", "support"))->feed, ==,
    "desk");
  g_assert_cmpstr (
    get_only (slip_observations_get_statuses (seen, "r1", "sales"))->feed, ==,
    "board");
}

static void
test_a_feed_that_is_gone_is_silent (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (SlipPlanState) without = slip_plan_state_ref (state);
  g_autoptr (Said) said = said_new ();
  g_autoptr (SlipEntityEdit) removal =
    slip_entity_edit_new_remove (SLIP_KIND_FEED, "desk");
  g_autoptr (SlipObservations) silent = NULL;
  g_autoptr (SlipObservations) again = NULL;

  say_status (said, "desk", "r1", "sales", SLIP_OBSERVED_DONE);
  say_standing (said, "desk", HOUR);
  put_said (&state, said);
  apply_intent (&without, slip_entity_edit_run, removal);

  silent = slip_observations_rematch (slip_plan_state_get_observations (state),
                                      without);
  g_assert_cmpuint (count (slip_observations_get_values (silent)), ==, 0);
  g_assert_null (slip_observations_get_feed (silent, "desk"));
  g_assert_null (slip_observations_get_release (silent, "r1"));

  /* As after an undo. */
  again = slip_observations_rematch (silent, state);
  g_assert_cmpuint (count (slip_observations_get_feed (again, "desk")), ==, 1);
  g_assert_cmpint (
    slip_observations_get_standing (again, "desk")->succeeded_at_ms, ==,
    NOON - HOUR);
}

static const struct {
  const char *said[2];
  const char *asked;
  guint n_found;
} environments[] = {
  { { "production", "staging" }, "Production", 1 },
  { { "production", "staging" }, "test", 0 },
  { { "production", "staging" }, NULL, 0 },
  { { "production", "Production" }, NULL, 2 },
  { { "production", NULL }, "production", 1 },
  { { "production", NULL }, NULL, 1 },
  { { "production", NULL }, "staging", 0 },
  { { NULL, NULL }, "production", 2 },
};

static void
test_flags_go_by_environment (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (environments); i++) {
    g_autoptr (SlipPlanState) state = new_feed_plan ();
    g_autoptr (Said) said = said_new ();

    for (guint j = 0; j < 2; j++)
      say_flag (said, "desk", "checkout", environments[i].said[j],
                SLIP_SAID_YES, -1);
    put_said (&state, said);
    g_assert_cmpuint (count (slip_observations_get_flags (
                        slip_plan_state_get_observations (state), "checkout",
                        environments[i].asked)),
                      ==, environments[i].n_found);
    g_assert_null (
      slip_observations_get_flags (slip_plan_state_get_observations (state),
                                   "Checkout", environments[i].asked));
  }
}

static void
test_no_name_passes_for_another (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();

  say_flag (said, "desk", "a b", "c", SLIP_SAID_YES, -1);
  put_said (&state, said);
  g_assert_null (
    slip_observations_get_flags (slip_plan_state_get_observations (state), "a",
                                 "b c"));
}

static void
test_without_observations_there_is_nothing (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  const SlipObservations *none = slip_plan_state_get_observations (state);

  g_assert_null (none);
  g_assert_null (slip_observations_get_values (none));
  g_assert_null (slip_observations_get_feed (none, "desk"));
  g_assert_null (slip_observations_get_statuses (none, "r1", NULL));
  g_assert_null (slip_observations_get_release (none, "r1"));
  g_assert_null (slip_observations_get_flags (none, "checkout", NULL));
  g_assert_null (slip_observations_get_criteria (none, "r1", "Errors"));
  g_assert_null (slip_observations_get_freezes (none));
  g_assert_null (slip_observations_get_unmatched (none));
  g_assert_null (slip_observations_get_standing (none, "desk"));
}

static void
test_they_are_no_part_of_the_plan (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autofree char *before = slip_plan_state_digest (state);
  g_autofree char *after = NULL;
  g_autoptr (Said) said = said_new ();
  g_autoptr (SlipPlanState) bare = NULL;
  const SlipObservations *seen;

  say_status (said, "desk", "r1", "sales", SLIP_OBSERVED_DONE);
  put_said (&state, said);
  after = slip_plan_state_digest (state);
  g_assert_cmpstr (before, ==, after);

  /* Edits keep them as they are. */
  seen = slip_plan_state_get_observations (state);
  set_text (&state, SLIP_KIND_RELEASE, "r1", SLIP_RELEASE_NAME, "Instant");
  g_assert_true (slip_plan_state_get_observations (state) == seen);
  bare = slip_plan_state_with_observations (state, NULL);
  g_assert_null (slip_plan_state_get_observations (bare));
  g_assert_true (slip_plan_state_get_observations (state) == seen);
}

static void
test_names_outdate_and_dates_do_not (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (SlipPlanState) before = slip_plan_state_ref (state);

  set_planned (&state, "r1", SLIP_ANCHOR_RELEASE, "2026-12-15",
               SLIP_CERTAINTY_CONFIRMED);
  set_text (&state, SLIP_KIND_FEED, "desk", SLIP_FEED_NAME, "Desk");
  g_assert_false (slip_observations_is_outdated (before, state));
  add_alias (&state, "m1", "desk", "L2", "support");
  g_assert_true (slip_observations_is_outdated (before, state));

  g_clear_pointer (&before, slip_plan_state_unref);
  before = slip_plan_state_ref (state);
  set_text (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_NAME, "Field");
  g_assert_true (slip_observations_is_outdated (before, state));
  g_assert_true (slip_observations_is_outdated (state, before));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observations/each-is-found-by-what-it-is-about",
                   test_each_is_found_by_what_it_is_about);
  g_test_add_func ("/observations/the-newest-comes-first",
                   test_the_newest_comes_first);
  g_test_add_func ("/observations/each-feed-has-a-mapping-of-its-own",
                   test_each_feed_has_a_mapping_of_its_own);
  g_test_add_func ("/observations/a-feed-that-is-gone-is-silent",
                   test_a_feed_that_is_gone_is_silent);
  g_test_add_func ("/observations/flags-go-by-environment",
                   test_flags_go_by_environment);
  g_test_add_func ("/observations/no-name-passes-for-another",
                   test_no_name_passes_for_another);
  g_test_add_func ("/observations/without-observations-there-is-nothing",
                   test_without_observations_there_is_nothing);
  g_test_add_func ("/observations/they-are-no-part-of-the-plan",
                   test_they_are_no_part_of_the_plan);
  g_test_add_func ("/observations/names-outdate-and-dates-do-not",
                   test_names_outdate_and_dates_do_not);
  return g_test_run ();
}
