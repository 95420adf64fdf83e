/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipPlanSettings:
 *
 * What the plan is made of besides releases: products, people, audiences,
 * working days, freezes and key dates.  Each change is asked for at once, as
 * one step, by the actions of the window it is in front of.
 */
#define SLIP_TYPE_PLAN_SETTINGS (slip_plan_settings_get_type ())
G_DECLARE_FINAL_TYPE (SlipPlanSettings,
                      slip_plan_settings,
                      SLIP,
                      PLAN_SETTINGS,
                      AdwPreferencesWindow)

GtkWidget *slip_plan_settings_new (void) G_GNUC_WARN_UNUSED_RESULT;

void slip_plan_settings_set_plan (SlipPlanSettings *self,
                                  const SlipPlanState *state,
                                  SlipDate today);

/**
 * slip_plan_settings_show_page:
 * @place: products, people, audiences, templates, working-days, freezes or
 *   key-dates; and, after a '/', the id of an entity of it, which is opened;
 *   any other text leaves the page as it is
 */
void slip_plan_settings_show_page (SlipPlanSettings *self, const char *place);

G_END_DECLS
