/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-flag-sight.h"

#include "slip-feed-age.h"
#include "slip-flag.h"

/* The newest word of a feed that says whether @flag is on, or %NULL. */
static const SlipFeedValue *
find_value (const SlipPlanState *state, const SlipRow *flag)
{
  const char *key = slip_row_get_text (flag, SLIP_FLAG_KEY);
  const GPtrArray *values =
    key != NULL
      ? slip_observations_get_flags (slip_plan_state_get_observations (state),
                                     key,
                                     slip_row_get_text (flag,
                                                        SLIP_FLAG_ENVIRONMENT))
      : NULL;

  for (guint i = 0; values != NULL && i < values->len; i++) {
    const SlipFeedValue *value = values->pdata[i];

    if (value->observation->is_on != SLIP_SAID_NOTHING)
      return value;
  }
  return NULL;
}

SlipFlagSight
slip_flag_sight_get (const SlipPlanState *state, const SlipRow *flag)
{
  const SlipFeedValue *value = find_value (state, flag);
  SlipFlagSight sight = {
    .flag_state =
      (SlipFlagState) slip_row_get_integer (flag, SLIP_FLAG_OBSERVED),
    .share = slip_flag_get_share (flag, SLIP_FLAG_OBSERVED_SHARE),
    .source = slip_row_get_text (flag, SLIP_FLAG_OBSERVED_SOURCE),
    .at_ms = slip_row_get_integer (flag, SLIP_FLAG_OBSERVED_AT),
  };

  if (value == NULL || (sight.flag_state != SLIP_FLAG_STATE_UNKNOWN &&
                        sight.at_ms >= slip_feed_value_get_at_ms (value)))
    return sight;

  sight.flag_state = value->observation->is_on == SLIP_SAID_YES
                       ? SLIP_FLAG_STATE_ON
                       : SLIP_FLAG_STATE_OFF;
  sight.share = value->observation->share;
  sight.source = slip_feed_get_name (state, value->feed);
  sight.at_ms = slip_feed_value_get_at_ms (value);
  sight.value = value;
  return sight;
}
