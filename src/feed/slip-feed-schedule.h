/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* How often a feed may be asked at most and at least, in milliseconds. */
#define SLIP_FEED_MIN_INTERVAL_MS ((gint64) 60 * 1000)
#define SLIP_FEED_MAX_INTERVAL_MS ((gint64) 7 * 24 * 60 * 60 * 1000)

/* Back-off: what the first failure may make us wait, and the most. */
#define SLIP_FEED_BACKOFF_FIRST_MS ((gint64) 60 * 1000)
#define SLIP_FEED_BACKOFF_MAX_MS   ((gint64) 6 * 60 * 60 * 1000)

/* How soon to look again while there is no network. */
#define SLIP_FEED_OFFLINE_MS ((gint64) 5 * 60 * 1000)

/**
 * SlipFeedSchedule:
 * @tried_at_ms: when the feed was last asked
 * @succeeded_at_ms: when it last answered well
 * @failing_since_ms: when the first of the present failures was
 * @next_at_ms: when it is to be asked next
 * @n_failures: how often it failed since it last answered well
 * @is_offline: whether there was no network at the last try
 *
 * Where a feed stands: a value of five numbers and a mark for whoever keeps
 * them.  Instants are milliseconds since 1970-01-01 UTC, 0 for never.  All
 * zeros is a feed that was never asked and is due.
 */
typedef struct {
  gint64 tried_at_ms;
  gint64 succeeded_at_ms;
  gint64 failing_since_ms;
  gint64 next_at_ms;
  guint n_failures;
  gboolean is_offline;
} SlipFeedSchedule;

/**
 * SlipFeedOutcome:
 * @SLIP_FEED_OUTCOME_SUCCESS: answered, also with 'not modified'
 * @SLIP_FEED_OUTCOME_OFFLINE: there is no network, which counts as nothing
 * @SLIP_FEED_OUTCOME_FAILURE: anything else
 */
typedef enum {
  SLIP_FEED_OUTCOME_SUCCESS,
  SLIP_FEED_OUTCOME_OFFLINE,
  SLIP_FEED_OUTCOME_FAILURE,
} SlipFeedOutcome;

/**
 * slip_feed_schedule_advance:
 * @interval_ms: how often the person wants it asked; held within
 *   `SLIP_FEED_MIN_INTERVAL_MS` and `SLIP_FEED_MAX_INTERVAL_MS`
 * @not_before_ms: what the server asked for, 0 for nothing
 * @chance: from 0 up to but not 1, at random; from a generator in the program,
 *   a chosen number in tests
 *
 * Works out where the feed stands after a try at @now_ms.
 *
 * After a success the next try is @interval_ms later, and up to a tenth more so
 * that many copies of Slipway do not ask in step.  The n-th failure waits a
 * random part, all values alike ('full jitter'), of a time that doubles from
 * `SLIP_FEED_BACKOFF_FIRST_MS` to `SLIP_FEED_BACKOFF_MAX_MS`, at least a
 * second.  Nothing is tried before @not_before_ms, which is held within a day.
 *
 * Returns: the new schedule, to be kept.
 */
SlipFeedSchedule slip_feed_schedule_advance (SlipFeedSchedule before,
                                             SlipFeedOutcome outcome,
                                             gint64 interval_ms,
                                             gint64 not_before_ms,
                                             gint64 now_ms,
                                             double chance);

/**
 * slip_feed_schedule_is_due:
 *
 * Returns: whether to ask at @now_ms.  A next try that is further off than any
 *   could be is due: the clock was set back.
 */
gboolean slip_feed_schedule_is_due (const SlipFeedSchedule *self,
                                    gint64 now_ms);

G_END_DECLS
