/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/**
 * slip_plan_actions_add:
 *
 * Adds win.open-plan, which opens the plan of a path (`ay`) in this window, and
 * fills the menu of plans that were opened lately.
 */
void slip_plan_actions_add (SlipWindow *window);

G_END_DECLS
