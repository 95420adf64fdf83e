/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-moment.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipFeedsPage:
 *
 * The status feeds of a plan, a row each, which says how the feed fares and
 * opens its set-up.  Rows are named `feed:` and the feed's name.
 */
#define SLIP_TYPE_FEEDS_PAGE (slip_feeds_page_get_type ())
G_DECLARE_FINAL_TYPE (SlipFeedsPage,
                      slip_feeds_page,
                      SLIP,
                      FEEDS_PAGE,
                      AdwPreferencesPage)

GtkWidget *slip_feeds_page_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @state: (nullable): %NULL while no plan is open */
void slip_feeds_page_set_plan (SlipFeedsPage *self,
                               const SlipPlanState *state,
                               SlipMoment moment);

G_END_DECLS
