/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-board-layout.h"

/* The left edge of a column as left-to-right text has it; for @column equal to
 * the number of columns, where the next one would begin. */
static int
get_column_start (const SlipBoardLayout *self, int column)
{
  int spacing = self->spec.column_spacing_px;
  int shared = self->content_width_px - (self->n_columns - 1) * spacing;

  return (int) ((gint64) shared * column / self->n_columns) + column * spacing;
}

SlipBoardLayout
slip_board_layout_for_columns (const SlipBoardSpec *spec, int n_columns)
{
  SlipBoardLayout self = { 0 };
  g_return_val_if_fail (spec != NULL, self);
  g_return_val_if_fail (n_columns > 0, self);

  int min_width = n_columns * spec->min_column_width_px +
                  (n_columns - 1) * spec->column_spacing_px;
  self.spec = *spec;
  self.n_columns = n_columns;
  self.content_width_px = MAX (spec->width_px, min_width);
  return self;
}

SlipRect
slip_board_layout_get_column_rect (const SlipBoardLayout *self, int column)
{
  g_return_val_if_fail (column >= 0 && column < self->n_columns,
                        (SlipRect){ 0 });

  int start = get_column_start (self, column);
  int end = get_column_start (self, column + 1) - self->spec.column_spacing_px;
  SlipRect rect = { start, 0, end - start, self->spec.height_px };

  return self->spec.is_rtl ? slip_rect_mirror (rect, self->content_width_px)
                           : rect;
}

/* Takes room for something of @height_px and moves @y below it. */
static SlipRect
take_room (const SlipBoardStack *self, int *y, int height_px)
{
  SlipRect rect = { 0, *y, self->width_px, height_px };

  *y += height_px + self->spacing_px;
  return rect;
}

/* Places the heading of a card, which may have none. */
static SlipRect
take_heading (const SlipBoardStack *self, int *y, int card)
{
  if (self->headings_px[card] <= 0)
    return (SlipRect){ 0 };
  return take_room (self, y, self->headings_px[card]);
}

SlipRect
slip_board_stack_place (const SlipBoardStack *self,
                        SlipRect *cards,
                        SlipRect *headings)
{
  SlipRect gap = { 0 };
  int y = 0;

  for (int i = 0; i < self->n_cards; i++) {
    gboolean is_gap = i == self->gap;

    if (is_gap && !self->gap_is_in_group)
      gap = take_room (self, &y, self->gap_height_px);
    headings[i] = take_heading (self, &y, i);
    if (is_gap && self->gap_is_in_group)
      gap = take_room (self, &y, self->gap_height_px);
    cards[i] = take_room (self, &y, self->heights_px[i]);
  }
  if (self->gap == self->n_cards)
    gap = take_room (self, &y, self->gap_height_px);
  return gap;
}

int
slip_board_stack_find_place (const SlipBoardStack *self, double y)
{
  int top = 0;

  for (int i = 0; i < self->n_cards; i++) {
    take_heading (self, &top, i);
    if (y < top + self->heights_px[i] / 2.0)
      return i;
    take_room (self, &top, self->heights_px[i]);
  }
  return self->n_cards;
}

int
slip_board_stack_get_height (const SlipBoardStack *self)
{
  int bottom = 0;

  for (int i = 0; i < self->n_cards; i++) {
    take_heading (self, &bottom, i);
    take_room (self, &bottom, self->heights_px[i]);
  }
  if (self->gap >= 0)
    take_room (self, &bottom, self->gap_height_px);
  return MAX (bottom - self->spacing_px, 0);
}
