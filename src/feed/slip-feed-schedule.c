/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-schedule.h"

#include "slip-feed-headers.h"

#define MIN_WAIT_MS ((gint64) 1000)

/* The furthest that a next try can lie ahead. */
#define MAX_AHEAD_MS                                                           \
  (SLIP_FEED_MAX_INTERVAL_MS + SLIP_FEED_MAX_INTERVAL_MS / 10)

/* The most that the @n-th failure waits. */
static gint64
get_ceiling (guint n)
{
  gint64 ceiling = SLIP_FEED_BACKOFF_FIRST_MS;

  for (guint i = 1; i < n && ceiling < SLIP_FEED_BACKOFF_MAX_MS; i++)
    ceiling *= 2;
  return MIN (ceiling, SLIP_FEED_BACKOFF_MAX_MS);
}

static gint64
get_part (gint64 whole, double chance)
{
  return (gint64) ((double) whole * chance);
}

SlipFeedSchedule
slip_feed_schedule_advance (SlipFeedSchedule before,
                            SlipFeedOutcome outcome,
                            gint64 interval_ms,
                            gint64 not_before_ms,
                            gint64 now_ms,
                            double chance)
{
  SlipFeedSchedule after = before;
  gint64 wait = 0;

  g_return_val_if_fail (chance >= 0 && chance < 1, before);
  interval_ms =
    CLAMP (interval_ms, SLIP_FEED_MIN_INTERVAL_MS, SLIP_FEED_MAX_INTERVAL_MS);
  after.tried_at_ms = now_ms;
  after.is_offline = outcome == SLIP_FEED_OUTCOME_OFFLINE;
  switch (outcome) {
  case SLIP_FEED_OUTCOME_SUCCESS:
    after.succeeded_at_ms = now_ms;
    after.failing_since_ms = 0;
    after.n_failures = 0;
    wait = interval_ms + get_part (interval_ms / 10, chance);
    break;
  case SLIP_FEED_OUTCOME_OFFLINE:
    wait = MIN (interval_ms, SLIP_FEED_OFFLINE_MS);
    break;
  case SLIP_FEED_OUTCOME_FAILURE:
    if (after.n_failures == 0)
      after.failing_since_ms = now_ms;
    if (after.n_failures < G_MAXINT)
      after.n_failures++;
    wait = get_part (get_ceiling (after.n_failures), chance);
    break;
  }
  not_before_ms = MIN (not_before_ms, now_ms + SLIP_FEED_MAX_WAIT_MS);
  after.next_at_ms = MAX (now_ms + MAX (wait, MIN_WAIT_MS), not_before_ms);
  return after;
}

gboolean
slip_feed_schedule_is_due (const SlipFeedSchedule *self, gint64 now_ms)
{
  return now_ms >= self->next_at_ms || self->next_at_ms - now_ms > MAX_AHEAD_MS;
}
