/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-feed-age.h"

G_BEGIN_DECLS

/*
 * Where a feed and the plan tell different stories of a release.  Nobody is
 * taken to be right, and nothing is changed; it is told, so that a person can
 * look.  What is stale, or says nothing that is understood, disagrees with
 * nothing, and neither does anything with a release that is closed.
 */

/**
 * SlipDisagreementType:
 * @SLIP_DISAGREEMENT_READY: the plan says ready, the feed says that it is not
 * @SLIP_DISAGREEMENT_DONE: the feed says done, the plan is not ready
 * @SLIP_DISAGREEMENT_NEED: one says that nothing is needed, or has no
 *   checklist, and the other is at work
 * @SLIP_DISAGREEMENT_DATE: the feed states another release date
 * @SLIP_DISAGREEMENT_OWNER: the feed names another owner, whom the plan knows
 * @SLIP_DISAGREEMENT_KNOWLEDGE: the plan says that the audience has confirmed
 *   the date, the feed says that it does not know it
 */
typedef enum {
  SLIP_DISAGREEMENT_READY,
  SLIP_DISAGREEMENT_DONE,
  SLIP_DISAGREEMENT_NEED,
  SLIP_DISAGREEMENT_DATE,
  SLIP_DISAGREEMENT_OWNER,
  SLIP_DISAGREEMENT_KNOWLEDGE,
} SlipDisagreementType;

/* Its name in JSON: 'owner'. */
const char *slip_disagreement_type_get_nick (SlipDisagreementType type);

/**
 * SlipDisagreement:
 * @value: (transfer none): the word of the feed; of the observations of the
 *   state
 * @text: a sentence: 'Help desk says “At risk, 3 of 5”, the plan says “ready”'
 */
typedef struct {
  SlipDisagreementType type;
  const SlipFeedValue *value;
  char *text;
} SlipDisagreement;

/**
 * slip_disagreement_list:
 * @audience: (nullable): the id of an audience; %NULL for the release itself
 *
 * Returns: (transfer full) (element-type SlipDisagreement): where feeds and the
 *   plan disagree, the newest word first.
 */
GPtrArray *slip_disagreement_list (const SlipPlanState *state,
                                   const SlipRow *release,
                                   const char *audience,
                                   SlipMoment moment) G_GNUC_WARN_UNUSED_RESULT;

/* Whether there is any; costs next to nothing, for cells. */
gboolean slip_disagreement_exists (const SlipPlanState *state,
                                   const SlipRow *release,
                                   const char *audience,
                                   SlipMoment moment);

/* How many audiences of @release disagree, with the release itself. */
guint slip_disagreement_count (const SlipPlanState *state,
                               const SlipRow *release,
                               SlipMoment moment);

G_END_DECLS
