/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "built-plan.h"
#include "slip-observations.h"

/* 2026-12-01 12:00 UTC, and an hour. */
#define NOON    G_GINT64_CONSTANT (1796126400000)
#define HOUR    G_GINT64_CONSTANT (3600000)
#define MINUTES G_GINT64_CONSTANT (60000)

static inline void
add_feed (SlipPlanState **state, const char *id, const char *name)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_FEED, id, name);
  slip_edit_set_text (edit, SLIP_KIND_FEED, id, SLIP_FEED_ADDRESS,
                      "https://status.example.org/status.json");
  slip_edit_set_text (edit, SLIP_KIND_FEED, id, SLIP_FEED_ADAPTER, "native");
  slip_edit_set_integer (edit, SLIP_KIND_FEED, id, SLIP_FEED_INTERVAL_MINUTES,
                         15);
  slip_edit_set_integer (edit, SLIP_KIND_FEED, id, SLIP_FEED_IS_ENABLED, TRUE);
  apply_edit (state, edit);
}

/*
 * What the feeds of a test say: values and standings until a state gets them.
 */
typedef struct {
  GPtrArray *values;
  GPtrArray *standings;
} Said;

static inline Said *
said_new (void)
{
  Said *said = g_new0 (Said, 1);

  said->values =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_value_free);
  said->standings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_standing_free);
  return said;
}

static inline void
said_free (Said *said)
{
  g_ptr_array_unref (said->values);
  g_ptr_array_unref (said->standings);
  g_free (said);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Said, said_free)

/* Adds what @feed says, to be filled in by the caller; seen at noon. */
static inline SlipObservation *
say (Said *said, const char *feed, SlipObservationType type)
{
  SlipObservation *observation = slip_observation_new (type);

  g_ptr_array_add (said->values, slip_feed_value_new (feed, observation, NOON));
  return observation;
}

/* Adds the status of an audience (nullable). */
static inline SlipObservation *
say_status (Said *said,
            const char *feed,
            const char *release,
            const char *audience,
            SlipObservedState observed)
{
  SlipObservation *status = say (said, feed, SLIP_OBSERVATION_STATUS);

  status->release = g_strdup (release);
  status->audience = g_strdup (audience);
  status->state = observed;
  return status;
}

static inline SlipObservation *
say_flag (Said *said,
          const char *feed,
          const char *key,
          const char *environment,
          SlipSaid is_on,
          int share)
{
  SlipObservation *flag = say (said, feed, SLIP_OBSERVATION_FLAG);

  flag->flag = g_strdup (key);
  flag->environment = g_strdup (environment);
  flag->is_on = is_on;
  flag->share = share;
  return flag;
}

static inline SlipObservation *
say_criterion (Said *said,
               const char *feed,
               const char *release,
               const char *name,
               double value)
{
  SlipObservation *criterion = say (said, feed, SLIP_OBSERVATION_CRITERION);

  criterion->release = g_strdup (release);
  criterion->criterion = g_strdup (name);
  criterion->value = value;
  return criterion;
}

/* Says that @feed has answered well, a given time before noon. */
static inline SlipFeedStanding *
say_standing (Said *said, const char *feed, gint64 ago_ms)
{
  SlipFeedStanding *standing = slip_feed_standing_new (feed);

  standing->tried_at_ms = NOON - ago_ms;
  standing->succeeded_at_ms = NOON - ago_ms;
  standing->next_at_ms = standing->tried_at_ms + 15 * MINUTES;
  g_ptr_array_add (said->standings, standing);
  return standing;
}

/* Puts what was said beside the plan. */
static inline void
put_said (SlipPlanState **state, const Said *said)
{
  g_autoptr (SlipObservations) observations =
    slip_observations_new (*state, said->values, said->standings);
  SlipPlanState *next =
    slip_plan_state_with_observations (*state, observations);

  slip_plan_state_unref (*state);
  *state = next;
}
