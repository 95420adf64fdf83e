/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-text.h"

#include <glib/gi18n-lib.h>

/* What a small place says of a state. */
static const char *const brief_words[SLIP_OBSERVED_N_STATES] = {
  [SLIP_OBSERVED_UNKNOWN] = N_ ("feed: unknown"),
  [SLIP_OBSERVED_NOT_STARTED] = N_ ("feed: not started"),
  [SLIP_OBSERVED_IN_PROGRESS] = N_ ("feed: in progress"),
  [SLIP_OBSERVED_ON_TRACK] = N_ ("feed: on track"),
  [SLIP_OBSERVED_AT_RISK] = N_ ("feed: at risk"),
  [SLIP_OBSERVED_OFF_TRACK] = N_ ("feed: off track"),
  [SLIP_OBSERVED_BLOCKED] = N_ ("feed: blocked"),
  [SLIP_OBSERVED_DONE] = N_ ("feed: done"),
  [SLIP_OBSERVED_NOT_NEEDED] = N_ ("feed: not needed"),
};

static const SlipFeedValue *
find_newest (const SlipPlanState *state,
             const SlipRow *release,
             const char *audience)
{
  const GPtrArray *values =
    slip_observations_get_statuses (slip_plan_state_get_observations (state),
                                    slip_row_get_id (release), audience);

  return values != NULL && values->len > 0 ? values->pdata[0] : NULL;
}

static const char *
get_word (const SlipPlanState *state,
          const SlipFeedValue *value,
          SlipMoment moment)
{
  if (slip_feed_get_age (state, value->feed, moment.at_ms) ==
      SLIP_FEED_AGE_STALE)
    return _ ("feed: silent");
  return g_dgettext (GETTEXT_PACKAGE, brief_words[value->observation->state]);
}

char *
slip_feed_dup_brief (const SlipPlanState *state,
                     const SlipRow *release,
                     const char *audience,
                     SlipMoment moment)
{
  const SlipFeedValue *value = find_newest (state, release, audience);

  if (value == NULL)
    return NULL;
  return slip_disagreement_exists (state, release, audience, moment)
           ? g_strdup_printf ("%s %s", SLIP_DISAGREEMENT_MARK,
                              get_word (state, value, moment))
           : g_strdup (get_word (state, value, moment));
}

char *
slip_feed_dup_label (const SlipPlanState *state,
                     const SlipRow *release,
                     const char *audience,
                     SlipMoment moment)
{
  const SlipFeedValue *value = find_newest (state, release, audience);
  g_autoptr (GPtrArray) disagreements = NULL;
  g_autofree char *source = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  if (value == NULL)
    return NULL;
  source = slip_feed_value_dup_source (value, state, moment.at_ms);
  g_string_append_printf (text, "%s (%s)", get_word (state, value, moment),
                          source);
  disagreements = slip_disagreement_list (state, release, audience, moment);
  for (guint i = 0; i < disagreements->len; i++) {
    const SlipDisagreement *disagreement = disagreements->pdata[i];

    g_string_append_printf (text, ". %s", disagreement->text);
  }
  return g_strdup (text->str);
}

const SlipFeedValue *
slip_feed_find_value (const SlipPlanState *state,
                      const char *feed,
                      const char *key)
{
  const GPtrArray *values =
    slip_observations_get_feed (slip_plan_state_get_observations (state), feed);

  for (guint i = 0; values != NULL && i < values->len; i++) {
    const SlipFeedValue *value = values->pdata[i];
    g_autofree char *other = slip_observation_dup_key (value->observation);

    if (g_str_equal (other, key))
      return values->pdata[i];
  }
  return NULL;
}
