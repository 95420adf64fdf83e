/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/* Adds the actions by which checklists and their items are edited, and has the
 * checklists of a closed release read when it is selected. */
void slip_checklist_actions_add (SlipWindow *window);

G_END_DECLS
