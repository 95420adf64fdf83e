/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/*
 * What the window does about status feeds.
 */

void slip_feed_actions_add (SlipWindow *window);
void slip_feed_actions_update (SlipWindow *window);

G_END_DECLS
