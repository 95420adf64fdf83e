/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-rollout-grid.h"

G_BEGIN_DECLS

/**
 * slip_rollout_pointer_add:
 *
 * Lets the pointer select what it clicks, open menus, and zoom with Ctrl and
 * the wheel.
 */
void slip_rollout_pointer_add (SlipRolloutGrid *grid);

/* Opens the menu of what has the keyboard focus. */
void slip_rollout_pointer_show_menu (SlipRolloutGrid *grid);

G_END_DECLS
