/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/* Adds the actions that open what a search found, and the command palette. */
void slip_search_actions_add (SlipWindow *window);

/* Turns them on and off as the plan is there. */
void slip_search_actions_update (SlipWindow *window);

G_END_DECLS
