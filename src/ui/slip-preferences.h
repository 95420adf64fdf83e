/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-moment.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipPreferences:
 *
 * What somebody wants of the program: how much in one week is too much and of
 * what to be reminded, in whatever plan, and which status feeds the plan in
 * front is shown with.
 */
#define SLIP_TYPE_PREFERENCES (slip_preferences_get_type ())
G_DECLARE_FINAL_TYPE (SlipPreferences,
                      slip_preferences,
                      SLIP,
                      PREFERENCES,
                      AdwPreferencesWindow)

/**
 * SlipPreferences::changed:
 * @max_releases: how many releases in one week are not too many
 * @max_items: how many items due in one week are not too many
 */

GtkWidget *slip_preferences_new (guint max_releases,
                                 guint max_items) G_GNUC_WARN_UNUSED_RESULT;

/* Shows the feeds of @state (nullable). */
void slip_preferences_set_plan (SlipPreferences *self,
                                const SlipPlanState *state,
                                SlipMoment moment);

/* Turns to the page of the feeds. */
void slip_preferences_show_feeds (SlipPreferences *self);

G_END_DECLS
