/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-moment.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipFeedBar:
 *
 * Says that status feeds do not answer, and leads to them: nothing while it may
 * pass, a quiet line once what they say ages, a warning once it is stale.
 */
#define SLIP_TYPE_FEED_BAR (slip_feed_bar_get_type ())
G_DECLARE_FINAL_TYPE (SlipFeedBar, slip_feed_bar, SLIP, FEED_BAR, GtkWidget)

void slip_feed_bar_set_plan (SlipFeedBar *self,
                             const SlipPlanState *state,
                             SlipMoment moment);

/* What it says, "" while it says nothing; for tests. */
const char *slip_feed_bar_get_text (SlipFeedBar *self);

G_END_DECLS
