/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-moment.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipPreferences:
 *
 * How much in one week is too much in the plan in front, which status feeds it
 * is shown with, and of what somebody wants to be reminded in whatever plan.
 */
#define SLIP_TYPE_PREFERENCES (slip_preferences_get_type ())
G_DECLARE_FINAL_TYPE (SlipPreferences,
                      slip_preferences,
                      SLIP,
                      PREFERENCES,
                      AdwPreferencesWindow)

GtkWidget *slip_preferences_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the limits and feeds of @state (nullable). */
void slip_preferences_set_plan (SlipPreferences *self,
                                const SlipPlanState *state,
                                SlipMoment moment);

/* Turns to the page of the feeds. */
void slip_preferences_show_feeds (SlipPreferences *self);

G_END_DECLS
