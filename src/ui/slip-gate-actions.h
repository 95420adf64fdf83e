/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/* The window's actions around gates and decisions. */
void slip_gate_actions_add (SlipWindow *window);

/* Whether they are to be had follows the plan. */
void slip_gate_actions_update (SlipWindow *window);

G_END_DECLS
