/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipFeedValues:
 *
 * What status feeds say of a release, or of one audience of it: each value with
 * its source and age, where it disagrees with the plan, and what can be done
 * with it.  Hidden while no feed says anything.  Named `feed-values`.
 */
#define SLIP_TYPE_FEED_VALUES (slip_feed_values_get_type ())
G_DECLARE_FINAL_TYPE (SlipFeedValues,
                      slip_feed_values,
                      SLIP,
                      FEED_VALUES,
                      GtkBox)

GtkWidget *slip_feed_values_new (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_feed_values_set_plan:
 * @release: (nullable): the id of a release; %NULL for the freezes that feeds
 *   know of
 * @audience: (nullable): the id of an audience; %NULL for what is said of the
 *   release itself, its criteria, and audiences that have no checklist in it
 */
void slip_feed_values_set_plan (SlipFeedValues *self,
                                const SlipPlanState *state,
                                const char *release,
                                const char *audience,
                                SlipDate today);

G_END_DECLS
