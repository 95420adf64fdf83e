/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-moment.h"
#include "slip-observations.h"

G_BEGIN_DECLS

/*
 * How far what a feed says can still be trusted, and how loudly to say that it
 * cannot.  A good answer confirms everything that the feed says, so the age of
 * what it says is the time since that, whenever the source last changed it.
 */

/**
 * SlipFeedAge:
 * @SLIP_FEED_AGE_FRESH: the feed has answered within two of its intervals, or
 *   the last hour
 * @SLIP_FEED_AGE_AGEING: it has not
 * @SLIP_FEED_AGE_STALE: nor within four of its intervals and the last day, or
 *   never: what it says is not known any more
 */
typedef enum {
  SLIP_FEED_AGE_FRESH,
  SLIP_FEED_AGE_AGEING,
  SLIP_FEED_AGE_STALE,
  SLIP_N_FEED_AGES,
} SlipFeedAge;

/* Its name in JSON: 'ageing'. */
const char *slip_feed_age_get_nick (SlipFeedAge age);

/* The age of what @feed says; of one that is not in the plan it is stale. */
SlipFeedAge slip_feed_get_age (const SlipPlanState *state,
                               const char *feed,
                               gint64 now_ms);

/**
 * SlipFeedLoudness:
 * @SLIP_FEED_QUIET: nothing is wrong, or not for long enough to say so
 * @SLIP_FEED_NOTE: to be said where the feed is shown
 * @SLIP_FEED_WARNING: to be said to whoever reads the plan
 *
 * How loudly to say that a feed does not answer.
 */
typedef enum {
  SLIP_FEED_QUIET,
  SLIP_FEED_NOTE,
  SLIP_FEED_WARNING,
} SlipFeedLoudness;

/**
 * slip_feed_get_loudness:
 *
 * A feed that fails is noted at once, and so is one whose word is ageing.  A
 * warning is due when it is stale: of a feed that never answered, when it has
 * failed for a day.  Where there is only no network, or nobody wants the feed
 * asked, nothing is louder than a note; a feed that was never asked is quiet.
 */
SlipFeedLoudness slip_feed_get_loudness (const SlipPlanState *state,
                                         const char *feed,
                                         gint64 now_ms);

/* The name of @feed for people. */
const char *slip_feed_get_name (const SlipPlanState *state, const char *feed);

/* How often @feed is asked, in milliseconds. */
gint64 slip_feed_get_interval_ms (const SlipPlanState *state, const char *feed);

/**
 * slip_feed_dup_standing:
 *
 * Returns: (transfer full): how @feed fares: 'answered 3 min ago', 'answered 2
 * h ago; no network', 'answered 3 d ago; failing for 2 d 4 h', 'never answered;
 *   failing for 5 min', 'not asked yet', and that it is not asked by itself.
 */
char *slip_feed_dup_standing (const SlipPlanState *state,
                              const char *feed,
                              gint64 now_ms) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_feed_dup_next:
 *
 * Returns: (transfer full) (nullable): when it is asked next: 'next try in 5
 *   min', 'next try now'; %NULL if it is not asked by itself.
 */
char *slip_feed_dup_next (const SlipPlanState *state,
                          const char *feed,
                          gint64 now_ms) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_feed_value_dup_source:
 *
 * Returns: (transfer full): whose word it is and from when: 'Help desk, 3 h
 *   ago', and, if the feed has not answered in time, since when it has not:
 *   'Help desk, 5 d ago, not confirmed for 2 d'.
 */
char *slip_feed_value_dup_source (const SlipFeedValue *self,
                                  const SlipPlanState *state,
                                  gint64 now_ms) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
