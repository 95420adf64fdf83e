/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-observation-match.h"

G_BEGIN_DECLS

/**
 * SlipFeedValue:
 * @feed: the id of the feed
 * @observation: what it says
 * @seen_at_ms: when it was first seen to say so, milliseconds since 1970-01-01
 *   UTC
 * @problem: whether it was found in the plan what it is about
 * @release: (nullable): the id of the release that it is about
 * @audience: (nullable): the id of the audience
 * @owner: (nullable): the id of the person who answers for it, if the plan
 * knows somebody called so
 *
 * One thing that one feed says at present.
 */
typedef struct {
  char *feed;
  SlipObservation *observation;
  gint64 seen_at_ms;
  SlipMatchProblem problem;
  char *release;
  char *audience;
  char *owner;
} SlipFeedValue;

/**
 * slip_feed_value_new:
 * @observation: (transfer full)
 *
 * Makes a value that was not looked for in a plan yet.
 */
SlipFeedValue *slip_feed_value_new (const char *feed,
                                    SlipObservation *observation,
                                    gint64 seen_at_ms)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_feed_value_free (SlipFeedValue *self);

/* When the source last changed it, or, if it does not say, when it was first
 * seen. */
gint64 slip_feed_value_get_at_ms (const SlipFeedValue *self);

/**
 * SlipFeedStanding:
 * @feed: the id of the feed
 * @source_name: (nullable): what the source calls itself
 * @source_url: (nullable): http or https; for the person to open
 * @generated_at_ms: when the source made its last answer; 0 if it did not say
 * @tried_at_ms: when the feed was last asked
 * @succeeded_at_ms: when it last answered well
 * @failing_since_ms: when the first of the present failures was
 * @next_at_ms: when it is to be asked next
 * @n_failures: how often it failed since it last answered well
 * @is_offline: whether there was no network at the last try
 * @error: (nullable): what failed at the last try, a sentence for people
 *
 * How a feed fares.  Instants are milliseconds since 1970-01-01 UTC, 0 for
 * never.
 */
typedef struct {
  char *feed;
  char *source_name;
  char *source_url;
  gint64 generated_at_ms;
  gint64 tried_at_ms;
  gint64 succeeded_at_ms;
  gint64 failing_since_ms;
  gint64 next_at_ms;
  guint n_failures;
  gboolean is_offline;
  char *error;
} SlipFeedStanding;

/* A feed that was never asked. */
SlipFeedStanding *slip_feed_standing_new (const char *feed)
  G_GNUC_WARN_UNUSED_RESULT;
SlipFeedStanding *slip_feed_standing_copy (const SlipFeedStanding *self)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_feed_standing_free (SlipFeedStanding *self);

/**
 * SlipObservations:
 *
 * All that the feeds of a plan say at present, each found in the plan, and how
 * the feeds fare.  It lies beside the plan and is no part of it.  Reference
 * counted; never changes; any thread may read it.
 *
 * What says something about the same comes in one list (element-type
 * SlipFeedValue), the newest first: two feeds may both know something.  Lists
 * are borrowed, and %NULL where there is nothing; without observations (%NULL)
 * there is nothing anywhere.
 */
typedef struct _SlipObservations SlipObservations;

/**
 * slip_observations_new:
 * @state: the plan in which to find what is meant
 * @values: (element-type SlipFeedValue): copied; where they were found before
 * is of no account
 * @standings: (element-type SlipFeedStanding): copied
 *
 * Costs a walk over the releases of the plan, so run it in a thread.
 * What a feed says that is not in @state is kept for when the feed comes back,
 * but is in no list.
 */
SlipObservations *slip_observations_new (const SlipPlanState *state,
                                         const GPtrArray *values,
                                         const GPtrArray *standings)
  G_GNUC_WARN_UNUSED_RESULT;

/* The same observations, looked for in another state. */
SlipObservations *slip_observations_rematch (const SlipObservations *self,
                                             const SlipPlanState *state)
  G_GNUC_WARN_UNUSED_RESULT;
SlipObservations *slip_observations_ref (const SlipObservations *self);
void slip_observations_unref (SlipObservations *self);

/**
 * slip_observations_is_outdated:
 *
 * Whether something has changed from @before to @after by which observations
 * are found: what a release, a product, an audience, a person or a flag is
 * called, the mapping of a feed, which feeds there are.  Costs as much as was
 * edited.
 */
gboolean slip_observations_is_outdated (const SlipPlanState *before,
                                        const SlipPlanState *after);

/* All values of feeds of the plan, by feed and then as they were given. */
const GPtrArray *slip_observations_get_values (const SlipObservations *self);

/* Those of one feed. */
const GPtrArray *slip_observations_get_feed (const SlipObservations *self,
                                             const char *feed);

/**
 * slip_observations_get_statuses:
 * @audience: (nullable): %NULL for what is said of the release itself
 */
const GPtrArray *slip_observations_get_statuses (const SlipObservations *self,
                                                 const char *release,
                                                 const char *audience);

/* The statuses of @release, of its audiences and of itself, and its criteria,
 * also those whose audience was not found. */
const GPtrArray *slip_observations_get_release (const SlipObservations *self,
                                                const char *release);

/**
 * slip_observations_get_flags:
 * @environment: (nullable): compared as names are; if it is %NULL, or the feeds
 *   name none, what is said of the key's only environment is taken for it
 */
const GPtrArray *slip_observations_get_flags (const SlipObservations *self,
                                              const char *key,
                                              const char *environment);

/**
 * slip_observations_get_criteria:
 * @name: compared as names are
 */
const GPtrArray *slip_observations_get_criteria (const SlipObservations *self,
                                                 const char *release,
                                                 const char *name);

const GPtrArray *slip_observations_get_freezes (const SlipObservations *self);

/* What was not found in the plan; never dropped. */
const GPtrArray *slip_observations_get_unmatched (const SlipObservations *self);

/* How @feed fares, or %NULL if nothing is known of it. */
const SlipFeedStanding *slip_observations_get_standing (
  const SlipObservations *self,
  const char *feed);

/**
 * slip_plan_state_get_observations:
 *
 * Returns: (transfer none) (nullable): what the feeds say beside the plan;
 *   %NULL if there are none, or the state was read without them.
 */
const SlipObservations *slip_plan_state_get_observations (
  const SlipPlanState *state);

/**
 * slip_plan_state_with_observations:
 * @observations: (nullable)
 *
 * Returns: (transfer full): a state of the same plan with @observations beside
 *   it.  States made from it have them as well; no digest, change set or
 *   history knows of them.
 */
SlipPlanState *slip_plan_state_with_observations (
  const SlipPlanState *state,
  const SlipObservations *observations) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipFeedValue, slip_feed_value_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipFeedStanding, slip_feed_standing_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipObservations, slip_observations_unref)

G_END_DECLS
