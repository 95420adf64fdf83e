/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/*
 * A number that somebody turns comes to rest on the one that is meant: each on
 * the way there would be a wish of its own.
 */

typedef void (*SlipSpinRestFunc) (GtkSpinButton *spin, gpointer data);

/**
 * slip_spin_rest_watch:
 * @func: called once the number of @spin rests, or its field is left or goes
 * @data: lives as long as @spin
 */
void slip_spin_rest_watch (GtkSpinButton *spin,
                           SlipSpinRestFunc func,
                           gpointer data);

/* Shows a number, unless another is being turned to, and calls nobody. */
void slip_spin_rest_show (GtkSpinButton *spin, double value);

G_END_DECLS
