/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-rect.h"

G_BEGIN_DECLS

/**
 * SlipBoardSpec:
 * @width_px: the width at hand; with more columns than fit the board is wider
 * @height_px: the height of every column
 * @is_rtl: whether the first column is the right one
 * @min_column_width_px: no column is narrower
 * @column_spacing_px: between columns
 *
 * What a board is made from.
 */
typedef struct {
  int width_px;
  int height_px;
  gboolean is_rtl;
  int min_column_width_px;
  int column_spacing_px;
} SlipBoardSpec;

/**
 * SlipBoardLayout:
 * @spec: what it was made from
 * @n_columns: columns
 * @content_width_px: the width of the whole board, at least that of @spec
 *
 * Where the columns of a board are, unscrolled.  A plain value to be read.
 */
typedef struct {
  SlipBoardSpec spec;
  int n_columns;
  int content_width_px;
} SlipBoardLayout;

/**
 * SlipBoardStack:
 * @width_px: the width of all that is in it
 * @spacing_px: between two things
 * @heights_px: (array length=n_cards): the height of each card
 * @headings_px: (array length=n_cards): the height of the heading above each
 *   card, 0 where there is none
 * @n_cards: cards
 * @gap: where a dropped card would go, 0 to @n_cards, or -1 for no gap
 * @gap_is_in_group: whether the gap is below the heading of the card it is
 *   before, and not at the end of the group above
 * @gap_height_px: the height of the gap
 *
 * The cards of one column, from top to bottom.  Every column scrolls its cards
 * by itself: (0, 0) is the top left of the first one, unscrolled.
 */
typedef struct {
  int width_px;
  int spacing_px;
  const int *heights_px;
  const int *headings_px;
  int n_cards;
  int gap;
  gboolean gap_is_in_group;
  int gap_height_px;
} SlipBoardStack;

/**
 * slip_board_layout_for_columns:
 * @n_columns: at least 1
 *
 * Lays out columns of the same width, give or take a pixel.
 */
SlipBoardLayout slip_board_layout_for_columns (const SlipBoardSpec *spec,
                                               int n_columns);

SlipRect slip_board_layout_get_column_rect (const SlipBoardLayout *self,
                                            int column);

/**
 * slip_board_stack_place:
 * @cards: (out) (array): room for one rectangle for each card
 * @headings: (out) (array): the same for the heading above each card, empty
 *   where there is none
 *
 * Returns: where the gap is, empty if there is none.
 */
SlipRect slip_board_stack_place (const SlipBoardStack *self,
                                 SlipRect *cards,
                                 SlipRect *headings);

/**
 * slip_board_stack_find_place:
 *
 * Tells where a card dropped at @y goes: before the first card whose middle is
 * below @y.  The gap that is shown is not looked at, so the answer does not
 * change because the cards make room for it.
 *
 * Returns: the place, 0 to the number of cards.
 */
int slip_board_stack_find_place (const SlipBoardStack *self, double y);

/* Returns: the height of all cards, their headings and the gap. */
int slip_board_stack_get_height (const SlipBoardStack *self);

G_END_DECLS
