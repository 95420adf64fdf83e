/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/* Adds the actions about templates. */
void slip_template_actions_add (SlipWindow *window);

/* Says which of them can be activated now. */
void slip_template_actions_update (SlipWindow *window);

G_END_DECLS
