/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-observation-tally.h"
#include "slip-status-report.h"

G_BEGIN_DECLS

/**
 * SlipFeedTrial:
 *
 * *Try It*: asks a status feed once, and shows what came and what of the plan
 * it is about, or why nothing came.  Nothing is kept.  Named `feed-trial`.
 */
#define SLIP_TYPE_FEED_TRIAL (slip_feed_trial_get_type ())
G_DECLARE_FINAL_TYPE (SlipFeedTrial,
                      slip_feed_trial,
                      SLIP,
                      FEED_TRIAL,
                      AdwPreferencesGroup)

/**
 * SlipFeedTrial::wanted:
 *
 * Somebody wants to try; answered by one of the functions below.
 */
/**
 * SlipFeedTrial::cancelled:
 *
 * Somebody does not want to wait any longer.
 */

GtkWidget *slip_feed_trial_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows that @host is being asked. */
void slip_feed_trial_show_waiting (SlipFeedTrial *self, const char *host);

/* Shows nothing, as before the first try. */
void slip_feed_trial_show_nothing (SlipFeedTrial *self);

/* Shows why nothing came. */
void slip_feed_trial_show_failure (SlipFeedTrial *self, const char *text);

/**
 * slip_feed_trial_show_report:
 * @n_pages: how many pages it came in
 * @matcher: finds what it is about, in @state
 */
void slip_feed_trial_show_report (SlipFeedTrial *self,
                                  const SlipStatusReport *report,
                                  guint n_pages,
                                  const SlipObservationMatcher *matcher,
                                  const SlipPlanState *state,
                                  SlipDate today);

/* Brings what came into sight. */
void slip_feed_trial_scroll (SlipFeedTrial *self);

/* What it says, a line each; for tests. */
char *slip_feed_trial_dup_lines (SlipFeedTrial *self) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
