/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-text.h"

#include "feed-plan.h"

static const SlipMoment now = { NOON, { 20788 } }; /* 2026-12-01 */

/* @ago_ms: how long ago 'desk' answered last */
static SlipPlanState *
new_said_plan (SlipObservedState observed, gint64 ago_ms)
{
  SlipPlanState *state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();

  add_checklist (&state, "r1", "sales", "ops");
  add_item (&state, "r1", "sales", "Deck", SLIP_ITEM_STATE_TO_DO, NULL);
  say_status (said, "desk", "r1", "sales", observed);
  say_standing (said, "desk", ago_ms);
  put_said (&state, said);
  return state;
}

static void
assert_texts (const SlipPlanState *state,
              const char *audience,
              const char *expected_brief,
              const char *expected_label)
{
  const SlipRow *release = slip_plan_state_get (state, SLIP_KIND_RELEASE, "r1");
  g_autofree char *brief = slip_feed_dup_brief (state, release, audience, now);
  g_autofree char *label = slip_feed_dup_label (state, release, audience, now);

  g_assert_cmpstr (brief, ==, expected_brief);
  g_assert_cmpstr (label, ==, expected_label);
}

static void
test_the_word_of_a_feed_is_told (void)
{
  g_autoptr (SlipPlanState) state = new_said_plan (SLIP_OBSERVED_AT_RISK, 0);

  assert_texts (state, "sales", "feed: at risk",
                "feed: at risk (Help desk, just now)");
}

static void
test_nothing_said_is_nothing (void)
{
  g_autoptr (SlipPlanState) state = new_said_plan (SLIP_OBSERVED_AT_RISK, 0);
  g_autoptr (SlipPlanState) bare =
    slip_plan_state_with_observations (state, NULL);

  assert_texts (state, "support", NULL, NULL);
  assert_texts (state, NULL, NULL, NULL);
  assert_texts (bare, "sales", NULL, NULL);
}

static void
test_disagreement_is_marked_and_told (void)
{
  g_autoptr (SlipPlanState) state = new_said_plan (SLIP_OBSERVED_DONE, 0);

  assert_texts (state, "sales", "≠ feed: done",
                "feed: done (Help desk, just now). Help desk says “Done”, the "
                "plan says “0 of 1, Sales ops”");
}

static void
test_a_stale_word_is_no_word (void)
{
  g_autoptr (SlipPlanState) state =
    new_said_plan (SLIP_OBSERVED_DONE, 72 * HOUR);

  assert_texts (state, "sales", "feed: silent",
                "feed: silent (Help desk, just now, not confirmed for 3 d)");
}

static void
test_values_are_found_by_key (void)
{
  g_autoptr (SlipPlanState) state = new_said_plan (SLIP_OBSERVED_DONE, 0);
  const GPtrArray *values =
    slip_observations_get_values (slip_plan_state_get_observations (state));
  const SlipFeedValue *value = values->pdata[0];
  g_autofree char *key = slip_observation_dup_key (value->observation);

  g_assert_true (slip_feed_find_value (state, "desk", key) == value);
  g_assert_null (slip_feed_find_value (state, "board", key));
  g_assert_null (slip_feed_find_value (state, "desk", "?"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add_func ("/feed-text/" name, func)
  ADD ("the-word-of-a-feed-is-told", test_the_word_of_a_feed_is_told);
  ADD ("nothing-said-is-nothing", test_nothing_said_is_nothing);
  ADD ("disagreement-is-marked-and-told", test_disagreement_is_marked_and_told);
  ADD ("a-stale-word-is-no-word", test_a_stale_word_is_no_word);
  ADD ("values-are-found-by-key", test_values_are_found_by_key);
#undef ADD
  return g_test_run ();
}
