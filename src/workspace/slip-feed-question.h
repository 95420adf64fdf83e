/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-feed-run.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipFeedQuestion:
 * @run: what to ask and how to read it; the secret and the kept pages are for
 *   the caller to put in
 *
 * A feed of a plan as src/feed asks it.
 */
typedef struct {
  SlipFeedRun run;
  /*< private >*/
  SlipRow *feed;
  GPtrArray *words;
  GArray *meanings;
  SlipAdapterSettings settings;
} SlipFeedQuestion;

/**
 * slip_feed_question_new:
 * @feed: the id of a feed of @state
 *
 * Returns: (transfer full): the question, or %NULL with a
 *   `SLIP_PLAN_ERROR_NOT_FOUND` if there is no such feed or nobody knows its
 *   adapter.
 */
SlipFeedQuestion *slip_feed_question_new (const SlipPlanState *state,
                                          const char *feed,
                                          SlipDate today,
                                          GError **error)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_feed_question_free (SlipFeedQuestion *self);

/**
 * slip_feed_question_dup_print:
 *
 * Returns: (transfer full): equal for two questions if the answer to one may be
 *   kept as that to the other: of the same day too, as some sources say in
 *   words when something is.
 */
char *slip_feed_question_dup_print (const SlipFeedQuestion *self)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipFeedQuestion, slip_feed_question_free)

G_END_DECLS
