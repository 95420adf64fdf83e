/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-clock.h"
#include "slip-moment.h"

G_BEGIN_DECLS

/*
 * What time it is, for what says how long ago something was.  A window is told
 * the clock of its plan, and what is in it or in front of it asks.
 */

/* @clock: (nullable): %NULL while no plan is open */
void slip_now_set_clock (GtkWidget *window, SlipClock *clock);

/**
 * slip_now_get:
 *
 * Returns: the present moment of the day @today, for @widget; the instant is 0
 *   where nobody knows a clock.
 */
SlipMoment slip_now_get (GtkWidget *widget, SlipDate today);

G_END_DECLS
