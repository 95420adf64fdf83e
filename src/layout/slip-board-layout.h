/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-rect.h"

G_BEGIN_DECLS

/**
 * SlipBoardSpec:
 * @width_px: the width at hand; with more columns than fit the board is wider
 * @height_px: the height to fill
 * @is_rtl: whether the first column is the right one
 * @min_column_width_px: no column is narrower
 * @column_spacing_px: between columns
 * @margin_px: around all columns
 * @header_height_px: a column's title
 * @padding_px: between the edges of a column and its cards
 * @card_spacing_px: between cards
 *
 * What a board is made from.
 */
typedef struct {
  int width_px;
  int height_px;
  gboolean is_rtl;
  int min_column_width_px;
  int column_spacing_px;
  int margin_px;
  int header_height_px;
  int padding_px;
  int card_spacing_px;
} SlipBoardSpec;

/**
 * SlipBoardLayout:
 * @spec: what it was made from
 * @n_columns: columns
 * @content_width_px: the width of the whole board, at least that of @spec
 *
 * Where the columns of a board are, unscrolled.  A plain value to be read.
 * Every column scrolls its cards by itself, so cards have coordinates of their
 * own: (0, 0) is the top left of the column's body, unscrolled.
 */
typedef struct {
  SlipBoardSpec spec;
  int n_columns;
  int content_width_px;
} SlipBoardLayout;

/**
 * SlipBoardStack:
 * @heights_px: (array length=n_cards): the height of each card
 * @n_cards: cards
 * @lifted: the card that is being dragged and takes no room, or -1
 * @gap: where the dropped card would go, 0 to the number of cards that are not
 *   lifted, or -1 for no gap
 * @gap_height_px: the height of the gap
 *
 * The cards of one column, from top to bottom.  Places in a column are counted
 * without the lifted card.
 */
typedef struct {
  const int *heights_px;
  int n_cards;
  int lifted;
  int gap;
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
SlipRect slip_board_layout_get_header_rect (const SlipBoardLayout *self,
                                            int column);

/* Returns: the part of a column below its header, in which its cards scroll. */
SlipRect slip_board_layout_get_body_rect (const SlipBoardLayout *self,
                                          int column);

/**
 * slip_board_layout_column_at:
 *
 * Returns: the column at @x, or the nearest one: between two columns and beside
 * the outer ones there is no place where a drop would be lost.
 */
int slip_board_layout_column_at (const SlipBoardLayout *self, double x);

/**
 * slip_board_layout_get_card_width:
 *
 * Returns: the width of the cards of a column.
 */
int slip_board_layout_get_card_width (const SlipBoardLayout *self, int column);

/**
 * slip_board_layout_place_cards:
 * @rects: (out) (array): room for one rectangle for each card
 *
 * Places the cards of a column in its body; the lifted card gets an empty
 * rectangle.
 */
void slip_board_layout_place_cards (const SlipBoardLayout *self,
                                    int column,
                                    const SlipBoardStack *stack,
                                    SlipRect *rects);

/**
 * slip_board_layout_get_gap_rect:
 *
 * Returns: where the gap is in the column's body, empty if there is none.
 */
SlipRect slip_board_layout_get_gap_rect (const SlipBoardLayout *self,
                                         int column,
                                         const SlipBoardStack *stack);

/**
 * slip_board_layout_place_at:
 * @y: a height in the column's body, unscrolled
 *
 * Tells where a card dropped at @y goes: before the first card whose middle is
 * below @y.  The gap that is shown is not looked at, so the answer does not
 * change because the cards make room for it.
 *
 * Returns: the place, 0 to the number of cards that are not lifted.
 */
int slip_board_layout_place_at (const SlipBoardLayout *self,
                                const SlipBoardStack *stack,
                                double y);

/**
 * slip_board_layout_get_stack_height:
 *
 * Returns: the height that the column's body needs to show all cards and the
 * gap, with padding below.
 */
int slip_board_layout_get_stack_height (const SlipBoardLayout *self,
                                        const SlipBoardStack *stack);

G_END_DECLS
