/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipCardStack:
 *
 * The cards of a board's column one below the other, with headings between
 * them, a gap where a dropped card would go, and a button below all.
 */
#define SLIP_TYPE_CARD_STACK (slip_card_stack_get_type ())
G_DECLARE_FINAL_TYPE (SlipCardStack,
                      slip_card_stack,
                      SLIP,
                      CARD_STACK,
                      GtkWidget)

/* @footer: (transfer full): the button below all. */
GtkWidget *slip_card_stack_new (GtkWidget *footer) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_card_stack_insert:
 * @child: a #SlipCard, or else a heading of the card that comes after it; moved
 *   if it is in the stack already
 * @previous: (nullable): the card or heading it comes after, %NULL for the
 *   first place
 */
void slip_card_stack_insert (SlipCardStack *self,
                             GtkWidget *child,
                             GtkWidget *previous);

void slip_card_stack_remove_headings (SlipCardStack *self);

/**
 * slip_card_stack_find_place:
 * @y: a height in the stack
 *
 * Returns: the number of cards above what is dropped at @y.
 */
int slip_card_stack_find_place (SlipCardStack *self, double y);

void slip_card_stack_set_gap_text (SlipCardStack *self, const char *text);

/**
 * slip_card_stack_show_gap:
 * @place: the number of cards above the gap
 * @is_in_group: whether it is below the heading of the next card, and not at
 *   the end of the group above
 */
void slip_card_stack_show_gap (SlipCardStack *self,
                               int place,
                               gboolean is_in_group);
void slip_card_stack_hide_gap (SlipCardStack *self);

G_END_DECLS
