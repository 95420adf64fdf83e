/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/* The window's actions on feature flags and on exceptions from freezes. */
void slip_flag_actions_add (SlipWindow *window);

/* Enables those that can be asked for now. */
void slip_flag_actions_update (SlipWindow *window);

G_END_DECLS
