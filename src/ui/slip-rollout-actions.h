/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/* The window's actions on rollout stages. */
void slip_rollout_actions_add (SlipWindow *window);

/* Makes them agree with what the window shows. */
void slip_rollout_actions_update (SlipWindow *window);

G_END_DECLS
