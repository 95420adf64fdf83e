/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-headers.h"
#include "slip-feed-schedule.h"

#define NOW_MS  G_GINT64_CONSTANT (1795512600000)
#define HOUR_MS ((gint64) 60 * 60 * 1000)

static const double nearly_one = 1.0 - 1e-12;

static SlipFeedSchedule
fail (SlipFeedSchedule before, gint64 now_ms, double chance)
{
  return slip_feed_schedule_advance (before, SLIP_FEED_OUTCOME_FAILURE, HOUR_MS,
                                     0, now_ms, chance);
}

static void
test_never_asked_is_due (void)
{
  SlipFeedSchedule fresh = { 0 };

  g_assert_true (slip_feed_schedule_is_due (&fresh, NOW_MS));
}

static void
test_success_waits_the_interval_and_a_little (void)
{
  SlipFeedSchedule fresh = { 0 };

  for (guint i = 0; i < 2; i++) {
    SlipFeedSchedule after =
      slip_feed_schedule_advance (fresh, SLIP_FEED_OUTCOME_SUCCESS, HOUR_MS, 0,
                                  NOW_MS, i == 0 ? 0 : nearly_one);

    g_assert_cmpint (after.succeeded_at_ms, ==, NOW_MS);
    g_assert_cmpint (after.next_at_ms - NOW_MS, >=, HOUR_MS);
    g_assert_cmpint (after.next_at_ms - NOW_MS, <=, HOUR_MS + HOUR_MS / 10);
    g_assert_false (slip_feed_schedule_is_due (&after, NOW_MS + HOUR_MS - 1));
    g_assert_true (slip_feed_schedule_is_due (&after, after.next_at_ms));
  }
}

static void
test_intervals_are_held_within_bounds (void)
{
  const gint64 intervals[] = { G_MININT64, -1, 0, 1, G_MAXINT64 };
  SlipFeedSchedule fresh = { 0 };

  for (guint i = 0; i < G_N_ELEMENTS (intervals); i++) {
    SlipFeedSchedule after =
      slip_feed_schedule_advance (fresh, SLIP_FEED_OUTCOME_SUCCESS,
                                  intervals[i], 0, NOW_MS, 0);

    g_assert_cmpint (after.next_at_ms - NOW_MS, ==,
                     i < 4 ? SLIP_FEED_MIN_INTERVAL_MS
                           : SLIP_FEED_MAX_INTERVAL_MS);
  }
}

static void
test_ceiling_doubles_up_to_its_most (void)
{
  SlipFeedSchedule schedule = { 0 };
  gint64 ceiling_ms = SLIP_FEED_BACKOFF_FIRST_MS;

  for (guint n = 1; n <= 100; n++) {
    schedule = fail (schedule, NOW_MS, nearly_one);
    g_assert_cmpuint (schedule.n_failures, ==, n);
    g_assert_cmpint (ABS (schedule.next_at_ms - NOW_MS - ceiling_ms), <=, 1);
    ceiling_ms = MIN (ceiling_ms * 2, SLIP_FEED_BACKOFF_MAX_MS);
  }
}

static void
test_jitter_is_full (void)
{
  SlipFeedSchedule schedule = { .n_failures = 6 };
  gint64 half_ms = SLIP_FEED_BACKOFF_FIRST_MS * 64 / 2;

  g_assert_cmpint (fail (schedule, NOW_MS, 0.5).next_at_ms, ==,
                   NOW_MS + half_ms);
  g_assert_cmpint (fail (schedule, NOW_MS, 0).next_at_ms, ==, NOW_MS + 1000);
}

static void
test_failing_since_the_first_failure (void)
{
  SlipFeedSchedule schedule = { 0 };

  schedule = fail (schedule, NOW_MS, 0.5);
  schedule = fail (schedule, NOW_MS + HOUR_MS, 0.5);
  g_assert_cmpint (schedule.failing_since_ms, ==, NOW_MS);
  g_assert_cmpint (schedule.tried_at_ms, ==, NOW_MS + HOUR_MS);
  schedule = slip_feed_schedule_advance (schedule, SLIP_FEED_OUTCOME_SUCCESS,
                                         HOUR_MS, 0, NOW_MS + 2 * HOUR_MS, 0);
  g_assert_cmpint (schedule.failing_since_ms, ==, 0);
  g_assert_cmpuint (schedule.n_failures, ==, 0);
}

static void
test_offline_counts_as_nothing (void)
{
  SlipFeedSchedule before = { .n_failures = 3,
                              .failing_since_ms = 5,
                              .succeeded_at_ms = 4 };
  SlipFeedSchedule after =
    slip_feed_schedule_advance (before, SLIP_FEED_OUTCOME_OFFLINE, HOUR_MS, 0,
                                NOW_MS, 0.9);

  g_assert_true (after.is_offline);
  g_assert_cmpuint (after.n_failures, ==, 3);
  g_assert_cmpint (after.failing_since_ms, ==, 5);
  g_assert_cmpint (after.succeeded_at_ms, ==, 4);
  g_assert_cmpint (after.next_at_ms, ==, NOW_MS + SLIP_FEED_OFFLINE_MS);
  after = fail (after, NOW_MS, 0);
  g_assert_false (after.is_offline);
}

static void
test_server_may_ask_for_up_to_a_day (void)
{
  SlipFeedSchedule fresh = { 0 };
  SlipFeedSchedule after =
    slip_feed_schedule_advance (fresh, SLIP_FEED_OUTCOME_FAILURE, HOUR_MS,
                                NOW_MS + 5 * HOUR_MS, NOW_MS, 0);

  g_assert_cmpint (after.next_at_ms, ==, NOW_MS + 5 * HOUR_MS);
  after = slip_feed_schedule_advance (fresh, SLIP_FEED_OUTCOME_SUCCESS, HOUR_MS,
                                      G_MAXINT64, NOW_MS, 0);
  g_assert_cmpint (after.next_at_ms, ==, NOW_MS + SLIP_FEED_MAX_WAIT_MS);
}

static void
test_clock_set_back_does_not_silence_a_feed (void)
{
  SlipFeedSchedule schedule = { .next_at_ms = NOW_MS };

  g_assert_true (
    slip_feed_schedule_is_due (&schedule, NOW_MS - 365 * 24 * HOUR_MS));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/feed-schedule/never-asked-is-due",
                   test_never_asked_is_due);
  g_test_add_func ("/feed-schedule/success-waits-the-interval-and-a-little",
                   test_success_waits_the_interval_and_a_little);
  g_test_add_func ("/feed-schedule/intervals-are-held-within-bounds",
                   test_intervals_are_held_within_bounds);
  g_test_add_func ("/feed-schedule/ceiling-doubles-up-to-its-most",
                   test_ceiling_doubles_up_to_its_most);
  g_test_add_func ("/feed-schedule/jitter-is-full", test_jitter_is_full);
  g_test_add_func ("/feed-schedule/failing-since-the-first-failure",
                   test_failing_since_the_first_failure);
  g_test_add_func ("/feed-schedule/offline-counts-as-nothing",
                   test_offline_counts_as_nothing);
  g_test_add_func ("/feed-schedule/server-may-ask-for-up-to-a-day",
                   test_server_may_ask_for_up_to_a_day);
  g_test_add_func ("/feed-schedule/clock-set-back-does-not-silence-a-feed",
                   test_clock_set_back_does_not_silence_a_feed);
  return g_test_run ();
}
