/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/* Gives @window the actions that add holidays. */
void slip_holiday_actions_add (SlipWindow *window);

/* Brings into line what can be asked for in the plan that is shown. */
void slip_holiday_actions_update (SlipWindow *window);

G_END_DECLS
