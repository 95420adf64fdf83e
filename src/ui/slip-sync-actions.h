/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/**
 * slip_sync_actions_add:
 *
 * Adds `win.sync-feeds`: asks all status feeds that are asked by themselves
 * now, and says what came of it; and `win.sync-feed`, which asks one, also one
 * that only a person asks.
 */
void slip_sync_actions_add (SlipWindow *window);

/* Lets it be asked for when there is a feed to ask. */
void slip_sync_actions_update (SlipWindow *window);

G_END_DECLS
