/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-age.h"

#include "feed-plan.h"

#define DAY (24 * HOUR)

/* How old the last good answer is, and what that comes to: asked every @minutes
 * minutes. */
static const struct {
  gint64 minutes;
  gint64 ago_ms;
  SlipFeedAge age;
} ages[] = {
  { 15, 0, SLIP_FEED_AGE_FRESH },
  { 15, HOUR, SLIP_FEED_AGE_FRESH },
  { 15, HOUR + 1, SLIP_FEED_AGE_AGEING },
  { 15, DAY, SLIP_FEED_AGE_AGEING },
  { 15, DAY + 1, SLIP_FEED_AGE_STALE },
  { 60, 2 * HOUR, SLIP_FEED_AGE_FRESH },
  { 60, 2 * HOUR + 1, SLIP_FEED_AGE_AGEING },
  { 24 * 60, 2 * DAY, SLIP_FEED_AGE_FRESH },
  { 24 * 60, 4 * DAY, SLIP_FEED_AGE_AGEING },
  { 24 * 60, 4 * DAY + 1, SLIP_FEED_AGE_STALE },
  /* The clock was set back. */
  { 15, -3 * DAY, SLIP_FEED_AGE_FRESH },
};

static void
test_age_follows_the_last_good_answer (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (ages); i++) {
    g_autoptr (SlipPlanState) state = new_feed_plan ();
    g_autoptr (Said) said = said_new ();

    set_integer (&state, SLIP_KIND_FEED, "desk", SLIP_FEED_INTERVAL_MINUTES,
                 ages[i].minutes);
    say_standing (said, "desk", ages[i].ago_ms);
    put_said (&state, said);
    g_assert_cmpstr (slip_feed_age_get_nick (
                       slip_feed_get_age (state, "desk", NOON)),
                     ==, slip_feed_age_get_nick (ages[i].age));
  }
}

static void
test_what_never_answered_is_stale (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();

  g_assert_cmpint (slip_feed_get_age (state, "desk", NOON), ==,
                   SLIP_FEED_AGE_STALE);
  say_standing (said, "gone", 0);
  put_said (&state, said);
  g_assert_cmpint (slip_feed_get_age (state, "desk", NOON), ==,
                   SLIP_FEED_AGE_STALE);
  g_assert_cmpint (slip_feed_get_age (state, "gone", NOON), ==,
                   SLIP_FEED_AGE_STALE);
}

/* Since when it fails and when it last answered, 0 for never, before noon. */
static const struct {
  gint64 answered_ago_ms;
  gint64 failing_ms;
  gboolean is_offline;
  gboolean is_enabled;
  SlipFeedLoudness loudness;
  const char *text;
} standings[] = {
  { 1, 0, FALSE, TRUE, SLIP_FEED_QUIET, "answered just now" },
  { 3 * MINUTES, 0, FALSE, TRUE, SLIP_FEED_QUIET, "answered 3 min ago" },
  { 20 * MINUTES, 5 * MINUTES, FALSE, TRUE, SLIP_FEED_NOTE,
    "answered 20 min ago; failing for 5 min" },
  { 20 * MINUTES, 1, FALSE, TRUE, SLIP_FEED_NOTE,
    "answered 20 min ago; failing" },
  { 3 * HOUR, 0, FALSE, TRUE, SLIP_FEED_NOTE, "answered 3 h ago" },
  { 3 * HOUR, 2 * HOUR, FALSE, TRUE, SLIP_FEED_NOTE,
    "answered 3 h ago; failing for 2 h" },
  { 3 * DAY, 2 * DAY + 4 * HOUR, FALSE, TRUE, SLIP_FEED_WARNING,
    "answered 3 d ago; failing for 2 d 4 h" },
  { 3 * DAY, 0, TRUE, TRUE, SLIP_FEED_NOTE, "answered 3 d ago; no network" },
  { 3 * DAY, 0, FALSE, FALSE, SLIP_FEED_NOTE,
    "answered 3 d ago; asked only by hand" },
  { 0, 5 * MINUTES, FALSE, TRUE, SLIP_FEED_NOTE,
    "never answered; failing for 5 min" },
  { 0, 2 * DAY, FALSE, TRUE, SLIP_FEED_WARNING,
    "never answered; failing for 2 d" },
};

static void
test_it_gets_louder (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++) {
    g_autoptr (SlipPlanState) state = new_feed_plan ();
    g_autoptr (Said) said = said_new ();
    SlipFeedStanding *standing = say_standing (said, "desk", 0);
    g_autofree char *text = NULL;

    standing->succeeded_at_ms = standings[i].answered_ago_ms > 0
                                  ? NOON - standings[i].answered_ago_ms
                                  : 0;
    standing->n_failures = standings[i].failing_ms > 0 ? 2 : 0;
    standing->failing_since_ms =
      standings[i].failing_ms > 0 ? NOON - standings[i].failing_ms : 0;
    standing->is_offline = standings[i].is_offline;
    set_integer (&state, SLIP_KIND_FEED, "desk", SLIP_FEED_IS_ENABLED,
                 standings[i].is_enabled);
    put_said (&state, said);
    text = slip_feed_dup_standing (state, "desk", NOON);
    g_assert_cmpstr (text, ==, standings[i].text);
    g_assert_cmpint (slip_feed_get_loudness (state, "desk", NOON), ==,
                     standings[i].loudness);
  }
}

static void
test_what_was_never_asked_is_quiet (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autofree char *text = slip_feed_dup_standing (state, "desk", NOON);

  g_assert_cmpstr (text, ==, "not asked yet");
  g_assert_cmpint (slip_feed_get_loudness (state, "desk", NOON), ==,
                   SLIP_FEED_QUIET);
}

static void
test_the_next_try_is_told (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();
  g_autofree char *first = slip_feed_dup_next (state, "desk", NOON);
  g_autofree char *later = NULL;
  g_autofree char *due = NULL;
  g_autofree char *never = NULL;

  g_assert_cmpstr (first, ==, "next try now");
  say_standing (said, "desk", 0);
  put_said (&state, said);
  later = slip_feed_dup_next (state, "desk", NOON);
  g_assert_cmpstr (later, ==, "next try in 15 min");
  due = slip_feed_dup_next (state, "desk", NOON + HOUR);
  g_assert_cmpstr (due, ==, "next try now");
  set_integer (&state, SLIP_KIND_FEED, "desk", SLIP_FEED_IS_ENABLED, FALSE);
  never = slip_feed_dup_next (state, "desk", NOON);
  g_assert_null (never);
}

static void
test_a_value_tells_its_source_and_age (void)
{
  g_autoptr (SlipPlanState) state = new_feed_plan ();
  g_autoptr (Said) said = said_new ();
  const SlipFeedValue *value;
  g_autofree char *fresh = NULL;
  g_autofree char *old = NULL;

  say_status (said, "desk", "r1", "sales", SLIP_OBSERVED_DONE)->updated_at_ms =
    NOON - 3 * HOUR;
  say_standing (said, "desk", 0);
  put_said (&state, said);
  value =
    slip_observations_get_values (slip_plan_state_get_observations (state))
      ->pdata[0];

  fresh = slip_feed_value_dup_source (value, state, NOON);
  g_assert_cmpstr (fresh, ==, "Help desk, 3 h ago");
  old = slip_feed_value_dup_source (value, state, NOON + 2 * DAY);
  g_assert_cmpstr (old, ==, "Help desk, 2 d 3 h ago, not confirmed for 2 d");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed-age/age-follows-the-last-good-answer",
                   test_age_follows_the_last_good_answer);
  g_test_add_func ("/feed-age/what-never-answered-is-stale",
                   test_what_never_answered_is_stale);
  g_test_add_func ("/feed-age/it-gets-louder", test_it_gets_louder);
  g_test_add_func ("/feed-age/what-was-never-asked-is-quiet",
                   test_what_was_never_asked_is_quiet);
  g_test_add_func ("/feed-age/the-next-try-is-told", test_the_next_try_is_told);
  g_test_add_func ("/feed-age/a-value-tells-its-source-and-age",
                   test_a_value_tells_its_source_and_age);
  return g_test_run ();
}
