/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/**
 * slip_tour_add_actions:
 *
 * Adds win.tour, a short tour of the program in the plan that is shown, and
 * win.tour-sample, the same in the sample plan.
 *
 * A tour asks for one thing after the other, in a bar below the header, and
 * goes on when the person has done it: making a release, moving it, taking that
 * back, looking at who is ready, asking for help.  It stands in nobody's way:
 * each stop can be passed over, and the tour be left by its button or by
 * Escape; it goes on where it was left.
 */
void slip_tour_add_actions (SlipWindow *window);

G_END_DECLS
