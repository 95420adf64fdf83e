/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipPageTurner:
 *
 * Turns pages as long as something that is dragged stays where it asks for
 * that: after a short while once, and then again and again.
 */
typedef struct _SlipPageTurner SlipPageTurner;

/* Called for each page to turn: 1 is to the next, -1 to the one before. */
typedef void (*SlipPageTurnFunc) (int direction, gpointer data);

SlipPageTurner *slip_page_turner_new (SlipPageTurnFunc func,
                                      gpointer data) G_GNUC_WARN_UNUSED_RESULT;
void slip_page_turner_free (SlipPageTurner *self);

/* @direction: 1 or -1; 0 stops, as often as one likes. */
void slip_page_turner_set_direction (SlipPageTurner *self, int direction);

G_END_DECLS
