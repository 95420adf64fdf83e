/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipCard:
 *
 * A release on the board: title, date, marks for what needs attention, the
 * product's colour at its leading edge.  One widget that draws itself, so that
 * hundreds of them stay quick.  It can be dragged (as a #SlipDraggedRelease),
 * has the release's context menu, and asks for everything by the window's
 * actions.  Named `card:` and the release's short title.
 *
 * It tells a board around it by the actions `board.begin-drag` (with the
 * release's id) and `board.end-drag`.
 */
#define SLIP_TYPE_CARD (slip_card_get_type ())
G_DECLARE_FINAL_TYPE (SlipCard, slip_card, SLIP, CARD, GtkWidget)

/**
 * SlipCard::focused:
 *
 * The card has got the keyboard focus.
 */

GtkWidget *slip_card_new (void);

/* Shows @release of @state, as seen on @today. */
void slip_card_set_release (SlipCard *self,
                            const SlipPlanState *state,
                            const SlipRow *release,
                            SlipDate today);

/* The id of the release shown, or %NULL. */
const char *slip_card_get_release (SlipCard *self);

void slip_card_set_is_selected (SlipCard *self, gboolean is_selected);

/* Opens the context menu, as the menu key does. */
void slip_card_show_menu (SlipCard *self);

G_END_DECLS
