/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-observations.h"

G_BEGIN_DECLS

/**
 * SlipUnmatchedName:
 * @kind: release, audience or flag
 * @text: what the source calls it
 * @problem: why nothing, or not one thing, is meant
 * @n_observations: how many name it
 *
 * A name that a source uses and that means nothing in the plan.
 */
typedef struct {
  SlipKind kind;
  char *text;
  SlipMatchProblem problem;
  guint n_observations;
} SlipUnmatchedName;

/**
 * SlipObservationTally:
 * @n_observations: how many there are
 * @n_matched: how many of them have found what they are about
 * @n_releases: how many releases they are about
 * @n_types: how many there are of each type
 * @n_states: how many statuses there are of each state
 * @unmatched: (element-type SlipUnmatchedName): each name once, in the order of
 *   the source; a name that several are called by, too
 *
 * What many observations come to.
 */
typedef struct {
  guint n_observations;
  guint n_matched;
  guint n_releases;
  guint n_types[SLIP_OBSERVATION_FREEZE + 1];
  guint n_states[SLIP_OBSERVED_N_STATES];
  GPtrArray *unmatched;
} SlipObservationTally;

/**
 * slip_observation_tally_new:
 * @observations: (element-type SlipObservation):
 */
SlipObservationTally *slip_observation_tally_new (
  const SlipObservationMatcher *matcher,
  const GPtrArray *observations) G_GNUC_WARN_UNUSED_RESULT;

/* Of what @feed says at present, as it was found in the plan. */
SlipObservationTally *slip_observation_tally_new_for_feed (
  const SlipObservations *observations,
  const char *feed) G_GNUC_WARN_UNUSED_RESULT;
void slip_observation_tally_free (SlipObservationTally *self);

/**
 * slip_observation_tally_dup_text:
 *
 * Returns: (transfer full): what came, for people: '14 values,
 *   about 6 releases of this plan'.
 */
char *slip_observation_tally_dup_text (const SlipObservationTally *self)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_observation_tally_dup_states:
 *
 * Returns: (transfer full) (nullable): which states, the most pressing first:
 *   '2 × Blocked · 9 × Done'; %NULL if there are no statuses.
 */
char *slip_observation_tally_dup_states (const SlipObservationTally *self)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_unmatched_name_dup_text:
 *
 * Returns: (transfer full): a sentence: 'No release is called “PAY-39”'.
 */
char *slip_unmatched_name_dup_text (const SlipUnmatchedName *self)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipObservationTally,
                               slip_observation_tally_free)

G_END_DECLS
