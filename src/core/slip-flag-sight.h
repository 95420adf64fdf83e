/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-observations.h"

G_BEGIN_DECLS

/**
 * SlipFlagSight:
 * @flag_state: what was seen
 * @share: hundredths of a percent of who has it, -1 if that was not seen
 * @source: (nullable): where it was seen, or the name of the feed that says so
 * @at_ms: when, milliseconds since 1970-01-01 UTC; 0 if nobody knows
 * @value: (nullable): the word of the feed; %NULL if the plan says so
 *
 * What was last seen of a feature flag.  The texts are borrowed from the state.
 */
typedef struct {
  SlipFlagState flag_state;
  gint64 share;
  const char *source;
  gint64 at_ms;
  const SlipFeedValue *value;
} SlipFlagSight;

/**
 * slip_flag_sight_get:
 *
 * Finds what was seen of @flag: what the plan has recorded, or what a feed
 * says, whichever is newer.  A feed that does not say whether it is on says
 * nothing.
 */
SlipFlagSight slip_flag_sight_get (const SlipPlanState *state,
                                   const SlipRow *flag);

G_END_DECLS
