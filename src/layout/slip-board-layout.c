/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-board-layout.h"

typedef struct {
  int y;     /* where one more card would begin */
  int gap_y; /* the top of the gap, -1 without one */
} Walk;

/* The width all columns share, without the spacing between them. */
static int
get_shared_width (const SlipBoardLayout *self)
{
  return self->content_width_px - 2 * self->spec.margin_px -
         (self->n_columns - 1) * self->spec.column_spacing_px;
}

/* The left edge of a column as left-to-right text has it; for @column equal to
 * the number of columns, where the next one would begin. */
static int
get_column_start (const SlipBoardLayout *self, int column)
{
  int share =
    (int) ((gint64) get_shared_width (self) * column / self->n_columns);

  return self->spec.margin_px + share + column * self->spec.column_spacing_px;
}

/* Walks down a column: @y is moved below what takes @height. */
static int
take_room (const SlipBoardLayout *self, int *y, int height)
{
  int top = *y;

  *y += height + self->spec.card_spacing_px;
  return top;
}

/* Fills @rects, if given, but for x and width. */
static Walk
walk_stack (const SlipBoardLayout *self,
            const SlipBoardStack *stack,
            SlipRect *rects)
{
  Walk walk = { .y = self->spec.padding_px, .gap_y = -1 };
  int place = 0;

  for (int i = 0; i < stack->n_cards; i++) {
    SlipRect rect = { 0 };

    if (i != stack->lifted) {
      if (place++ == stack->gap)
        walk.gap_y = take_room (self, &walk.y, stack->gap_height_px);
      rect.y = take_room (self, &walk.y, stack->heights_px[i]);
      rect.height = stack->heights_px[i];
    }
    if (rects != NULL)
      rects[i] = rect;
  }
  if (place == stack->gap)
    walk.gap_y = take_room (self, &walk.y, stack->gap_height_px);
  return walk;
}

SlipBoardLayout
slip_board_layout_for_columns (const SlipBoardSpec *spec, int n_columns)
{
  SlipBoardLayout self = { 0 };
  g_return_val_if_fail (spec != NULL, self);
  g_return_val_if_fail (n_columns > 0, self);

  int min_width = n_columns * spec->min_column_width_px +
                  (n_columns - 1) * spec->column_spacing_px +
                  2 * spec->margin_px;
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
  int margin = self->spec.margin_px;
  SlipRect rect = { start, margin, end - start,
                    MAX (self->spec.height_px - 2 * margin, 0) };

  return self->spec.is_rtl ? slip_rect_mirror (rect, self->content_width_px)
                           : rect;
}

SlipRect
slip_board_layout_get_header_rect (const SlipBoardLayout *self, int column)
{
  SlipRect rect = slip_board_layout_get_column_rect (self, column);

  rect.height = MIN (rect.height, self->spec.header_height_px);
  return rect;
}

SlipRect
slip_board_layout_get_body_rect (const SlipBoardLayout *self, int column)
{
  SlipRect rect = slip_board_layout_get_column_rect (self, column);
  int header = MIN (rect.height, self->spec.header_height_px);

  rect.y += header;
  rect.height -= header;
  return rect;
}

int
slip_board_layout_column_at (const SlipBoardLayout *self, double x)
{
  if (self->spec.is_rtl)
    x = self->content_width_px - x;

  int half_spacing = self->spec.column_spacing_px / 2;
  for (int i = 1; i < self->n_columns; i++)
    if (x < get_column_start (self, i) - half_spacing)
      return i - 1;
  return self->n_columns - 1;
}

int
slip_board_layout_get_card_width (const SlipBoardLayout *self, int column)
{
  SlipRect rect = slip_board_layout_get_column_rect (self, column);

  return MAX (rect.width - 2 * self->spec.padding_px, 0);
}

void
slip_board_layout_place_cards (const SlipBoardLayout *self,
                               int column,
                               const SlipBoardStack *stack,
                               SlipRect *rects)
{
  int width = slip_board_layout_get_card_width (self, column);

  walk_stack (self, stack, rects);
  for (int i = 0; i < stack->n_cards; i++) {
    if (i == stack->lifted)
      continue;
    rects[i].x = self->spec.padding_px;
    rects[i].width = width;
  }
}

SlipRect
slip_board_layout_get_gap_rect (const SlipBoardLayout *self,
                                int column,
                                const SlipBoardStack *stack)
{
  int y = walk_stack (self, stack, NULL).gap_y;

  if (y < 0)
    return (SlipRect){ 0 };
  return (SlipRect){ self->spec.padding_px, y,
                     slip_board_layout_get_card_width (self, column),
                     stack->gap_height_px };
}

int
slip_board_layout_place_at (const SlipBoardLayout *self,
                            const SlipBoardStack *stack,
                            double y)
{
  int top = self->spec.padding_px;
  int place = 0;

  for (int i = 0; i < stack->n_cards; i++) {
    if (i == stack->lifted)
      continue;
    if (y < top + stack->heights_px[i] / 2.0)
      return place;
    take_room (self, &top, stack->heights_px[i]);
    place++;
  }
  return place;
}

int
slip_board_layout_get_stack_height (const SlipBoardLayout *self,
                                    const SlipBoardStack *stack)
{
  int bottom = walk_stack (self, stack, NULL).y;

  if (bottom > self->spec.padding_px)
    bottom -= self->spec.card_spacing_px;
  return bottom + self->spec.padding_px;
}
