/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-disagreement.h"

G_BEGIN_DECLS

/* The sign that feed and plan tell different stories. */
#define SLIP_DISAGREEMENT_MARK "≠"

/**
 * slip_feed_dup_brief:
 * @audience: (nullable): the id of an audience; %NULL for the release itself
 *
 * Returns: (transfer full) (nullable): the newest word of a feed, for small
 *   places: 'feed: at risk', '≠ feed: done' if a feed and the plan disagree,
 *   'feed: silent' if the word is stale; %NULL if no feed says anything.
 */
char *slip_feed_dup_brief (const SlipPlanState *state,
                           const SlipRow *release,
                           const char *audience,
                           SlipMoment moment) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_feed_dup_label:
 *
 * Returns: (transfer full) (nullable): the same to be read out, with all that
 *   disagrees: 'feed: at risk (Help desk, 3 h ago). Help desk says …'.
 */
char *slip_feed_dup_label (const SlipPlanState *state,
                           const SlipRow *release,
                           const char *audience,
                           SlipMoment moment) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_feed_find_value:
 * @feed: the id of a feed
 * @key: as of slip_observation_dup_key()
 *
 * Returns: (nullable): what @feed says under @key at present.
 */
const SlipFeedValue *slip_feed_find_value (const SlipPlanState *state,
                                           const char *feed,
                                           const char *key);

G_END_DECLS
