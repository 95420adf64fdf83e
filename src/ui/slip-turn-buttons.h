/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/* Says in the names of the two buttons what they would undo and redo in
 * @window: a step of the plan, or a move of the what-if that is on. */
void slip_turn_buttons_name (SlipWindow *window,
                             GtkWidget *undo_button,
                             GtkWidget *redo_button);

G_END_DECLS
