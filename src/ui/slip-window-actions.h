/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/*
 * The window's actions: those of slip-actions.h, and its own.  An empty id of a
 * release stands for the selected one.
 */

/* Adds every action to a new window, and the keys of those that text entries
 * and views may want for themselves first; the others are the application's. */
void slip_window_actions_add (SlipWindow *window);

/* Enables what can be done now. */
void slip_window_actions_update (SlipWindow *window);

G_END_DECLS
