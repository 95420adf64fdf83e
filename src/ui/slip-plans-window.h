/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/* What asks for a file of another place. */
typedef void (*SlipPlansWindowFunc) (SlipWindow *window);

/**
 * slip_plans_window_present:
 * @window: whose plan is to be replaced
 * @choose_file: how to open a plan from elsewhere
 *
 * Shows the plans in the application's folder (slip-plan-folder.h): one of them
 * is opened, a new one made, or a file taken in.
 */
void slip_plans_window_present (SlipWindow *window,
                                SlipPlansWindowFunc choose_file);

G_END_DECLS
