/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/* Reads what happened to @release lately, and shows it in the inspector. */
void slip_history_look_start (SlipWindow *window, const char *release);

G_END_DECLS
