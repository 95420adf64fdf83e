/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-observation.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipObservationAlias:
 * @kind: release or audience
 * @text: what the source says
 * @id: what the person takes it for, an id of the plan
 *
 * One line of the mapping that a person makes for a feed.
 */
typedef struct {
  SlipKind kind;
  const char *text;
  const char *id;
} SlipObservationAlias;

/**
 * SlipMatchProblem:
 * @SLIP_MATCH_FINE: all that the observation names was found
 * @SLIP_MATCH_NO_RELEASE: no release is called so
 * @SLIP_MATCH_RELEASES: several are
 * @SLIP_MATCH_NO_AUDIENCE: no audience is called so
 * @SLIP_MATCH_AUDIENCES: several are
 * @SLIP_MATCH_NO_FLAG: no open release knows a flag of that key
 *
 * Why an observation cannot be shown where it belongs.  Such ones are listed
 * and never dropped.
 */
typedef enum {
  SLIP_MATCH_FINE,
  SLIP_MATCH_NO_RELEASE,
  SLIP_MATCH_RELEASES,
  SLIP_MATCH_NO_AUDIENCE,
  SLIP_MATCH_AUDIENCES,
  SLIP_MATCH_NO_FLAG,
} SlipMatchProblem;

/**
 * SlipObservationMatch:
 * @release: (nullable): the id of the release that is meant
 * @audience: (nullable): the id of the audience, if the observation names one
 * @owner: (nullable): the id of the one person, not retired, whose name or
 *   e-mail address the observation gives as its owner
 *
 * What an observation is about, in the plan.  A flag may be that of several
 * releases and has no @release; a freeze is about none.
 */
typedef struct {
  SlipMatchProblem problem;
  const char *release;
  const char *audience;
  const char *owner;
} SlipObservationMatch;

/**
 * SlipObservationMatcher:
 *
 * What everything in a plan is called, to match many observations with: costs
 * a walk over the plan once and nearly nothing for each observation.  Holds the
 * state that it was made from; ids that it gives live as long as itself.
 */
typedef struct _SlipObservationMatcher SlipObservationMatcher;

/**
 * slip_observation_matcher_new:
 * @aliases: (array length=n_aliases) (nullable): copied; they come before
 * names, and ids before all.  One whose id is not in the plan counts as none.
 *
 * Names are those of slip_entity_find(), compared alike: without regard to
 * capitals and to how accents are encoded.  Deleted releases are found by id
 * only, and not by an alias.
 */
SlipObservationMatcher *slip_observation_matcher_new (
  const SlipPlanState *state,
  const SlipObservationAlias *aliases,
  guint n_aliases) G_GNUC_WARN_UNUSED_RESULT;

/* Puts @aliases in place of those it has; the names stay. */
void slip_observation_matcher_set_aliases (SlipObservationMatcher *self,
                                           const SlipObservationAlias *aliases,
                                           guint n_aliases);
void slip_observation_matcher_free (SlipObservationMatcher *self);

SlipObservationMatch slip_observation_matcher_find (
  const SlipObservationMatcher *self,
  const SlipObservation *observation);

/**
 * slip_match_problem_dup_text:
 *
 * Returns: (transfer full) (nullable): a sentence for people, such as 'No
 * release is called “Payments 4”'; %NULL if all is fine.
 */
char *slip_match_problem_dup_text (SlipMatchProblem problem,
                                   const SlipObservation *observation)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipObservationMatcher,
                               slip_observation_matcher_free)

G_END_DECLS
