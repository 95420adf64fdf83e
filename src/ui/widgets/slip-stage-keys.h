/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * The arrow keys that move a rollout stage: Alt moves it, Alt and Shift only
 * its end, Ctrl and Shift only its start.  Up and down are weeks, as in the
 * calendar.
 */

/* Whether the keys @held together with an arrow move something. */
gboolean slip_stage_keys_are_held (GdkModifierType held);

/* By how many days @key moves in the reading direction of @widget, 0 if it is
 * no arrow. */
int slip_stage_keys_get_days (GtkWidget *widget, guint key);

/* Asks for the move of @stage that @key means. */
gboolean slip_stage_keys_move (GtkWidget *widget,
                               const char *stage,
                               guint key,
                               GdkModifierType held);

G_END_DECLS
