/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-matrix-layout.h"

#define NARROW_PX          520
#define MARGIN_PX          14
#define GAP_PX             4
#define ROW_GAP_PX         14 /* between two releases of the list */
#define MIN_TITLE_PX       184
#define MAX_TITLE_PX       250
#define TITLE_SHARE        5 /* a fifth of the width */
#define MIN_COLUMN_PX      124
#define MAX_COLUMN_PX      210
#define MIN_LISTED_CELL_PX 150

struct _SlipMatrixLayout {
  SlipMatrixSizes sizes;
  gboolean is_list;
  int n_rows;
  int n_columns;
  int title_width_px; /* of the table's first column */
  int columns_px;     /* of all its others, with the gaps between them */
  int n_in_line;      /* cells in a line of the list */
  int *n_cells;       /* of each row of the list */
  int *tops;          /* of each row of the list, and of what is below all */
};

gboolean
slip_matrix_layout_is_narrow (int width_px)
{
  return width_px < NARROW_PX;
}

static int
get_room (const SlipMatrixLayout *self)
{
  return MAX (1, self->sizes.width_px - 2 * MARGIN_PX);
}

static void
lay_out_table (SlipMatrixLayout *self)
{
  int n = MAX (1, self->n_columns);
  int room;

  self->title_width_px =
    CLAMP (get_room (self) / TITLE_SHARE, MIN_TITLE_PX, MAX_TITLE_PX);
  room = get_room (self) - self->title_width_px - GAP_PX;
  self->columns_px = CLAMP (room, n * (MIN_COLUMN_PX + GAP_PX) - GAP_PX,
                            n * (MAX_COLUMN_PX + GAP_PX) - GAP_PX);
}

static int
count_lines (const SlipMatrixLayout *self, int row)
{
  return (self->n_cells[row] + self->n_in_line - 1) / self->n_in_line;
}

static void
lay_out_list (SlipMatrixLayout *self, const int *n_cells)
{
  int top = GAP_PX;

  self->n_in_line =
    MAX (1, (get_room (self) + GAP_PX) / (MIN_LISTED_CELL_PX + GAP_PX));
  self->n_cells = g_new (int, self->n_rows);
  self->tops = g_new (int, self->n_rows + 1);
  for (int i = 0; i < self->n_rows; i++) {
    self->n_cells[i] = n_cells[i];
    self->tops[i] = top;
    top += self->sizes.title_px +
           count_lines (self, i) * (self->sizes.listed_cell_px + GAP_PX) +
           ROW_GAP_PX;
  }
  self->tops[self->n_rows] = top;
}

SlipMatrixLayout *
slip_matrix_layout_new (const SlipMatrixSizes *sizes,
                        int n_columns,
                        const int *n_cells,
                        int n_rows)
{
  SlipMatrixLayout *self = g_new0 (SlipMatrixLayout, 1);

  self->sizes = *sizes;
  self->n_columns = n_columns;
  self->n_rows = n_rows;
  self->is_list = slip_matrix_layout_is_narrow (sizes->width_px);
  if (self->is_list)
    lay_out_list (self, n_cells);
  else
    lay_out_table (self);
  return self;
}

void
slip_matrix_layout_free (SlipMatrixLayout *self)
{
  g_free (self->n_cells);
  g_free (self->tops);
  g_free (self);
}

gboolean
slip_matrix_layout_is_list (const SlipMatrixLayout *self)
{
  return self->is_list;
}

int
slip_matrix_layout_get_width (const SlipMatrixLayout *self)
{
  if (self->is_list)
    return self->sizes.width_px;

  return MAX (self->sizes.width_px,
              2 * MARGIN_PX + self->title_width_px + GAP_PX + self->columns_px);
}

static int
get_row_top (const SlipMatrixLayout *self, int row)
{
  if (self->is_list)
    return self->tops[row];

  return self->sizes.heading_px + row * (self->sizes.cell_px + GAP_PX);
}

int
slip_matrix_layout_get_height (const SlipMatrixLayout *self)
{
  return MAX (self->sizes.height_px,
              get_row_top (self, self->n_rows) + MARGIN_PX - GAP_PX);
}

int
slip_matrix_layout_count_cells (const SlipMatrixLayout *self, int row)
{
  return self->is_list ? self->n_cells[row] : self->n_columns;
}

SlipMatrixScroll
slip_matrix_layout_clamp (const SlipMatrixLayout *self, SlipMatrixScroll scroll)
{
  int most_along = slip_matrix_layout_get_width (self) - self->sizes.width_px;
  int most_down = slip_matrix_layout_get_height (self) - self->sizes.height_px;

  scroll.start_px = CLAMP (scroll.start_px, 0, most_along);
  scroll.top_px = CLAMP (scroll.top_px, 0, most_down);
  return scroll;
}

static SlipRect
mirror (const SlipMatrixLayout *self, SlipRect rect)
{
  return self->sizes.is_rtl ? slip_rect_mirror (rect, self->sizes.width_px)
                            : rect;
}

/* The columns share their room to the last pixel. */
static SlipRect
get_column (const SlipMatrixLayout *self, int column, SlipMatrixScroll scroll)
{
  int start = MARGIN_PX + self->title_width_px + GAP_PX - scroll.start_px;
  int pitch_n = self->columns_px + GAP_PX;
  int first;
  int end;

  if (column < 0)
    return (SlipRect){ MARGIN_PX, 0, self->title_width_px, 0 };

  first = column * pitch_n / self->n_columns;
  end = (column + 1) * pitch_n / self->n_columns;
  return (SlipRect){ start + first, 0, end - first - GAP_PX, 0 };
}

SlipRect
slip_matrix_layout_get_heading (const SlipMatrixLayout *self,
                                int column,
                                SlipMatrixScroll scroll)
{
  SlipRect rect;

  if (self->is_list)
    return (SlipRect){ 0, 0, 0, 0 };
  rect = get_column (self, column, scroll);
  rect.height = self->sizes.heading_px;
  return mirror (self, rect);
}

static SlipRect
get_listed_cell (const SlipMatrixLayout *self, SlipMatrixPlace place)
{
  int pitch_n = get_room (self) + GAP_PX;
  int line = (place.cell - 1) / self->n_in_line;
  int i = (place.cell - 1) % self->n_in_line;
  int first = i * pitch_n / self->n_in_line;
  int end = (i + 1) * pitch_n / self->n_in_line;

  if (place.cell == 0)
    return (SlipRect){ MARGIN_PX, self->tops[place.row], get_room (self),
                       self->sizes.title_px };
  return (SlipRect){
    MARGIN_PX + first,
    self->tops[place.row] + self->sizes.title_px +
      line * (self->sizes.listed_cell_px + GAP_PX),
    end - first - GAP_PX,
    self->sizes.listed_cell_px,
  };
}

SlipRect
slip_matrix_layout_get_cell (const SlipMatrixLayout *self,
                             SlipMatrixPlace place,
                             SlipMatrixScroll scroll)
{
  SlipRect rect;

  if (self->is_list)
    rect = get_listed_cell (self, place);
  else {
    rect = get_column (self, place.cell - 1, scroll);
    rect.y = get_row_top (self, place.row);
    rect.height = self->sizes.cell_px;
  }
  rect.y -= scroll.top_px;
  return mirror (self, rect);
}

SlipRect
slip_matrix_layout_get_view (const SlipMatrixLayout *self, gboolean is_title)
{
  SlipRect view = { 0, 0, self->sizes.width_px, self->sizes.height_px };

  if (self->is_list)
    return view;
  view.y += self->sizes.heading_px;
  view.height -= self->sizes.heading_px;
  if (is_title)
    view.width = MARGIN_PX + self->title_width_px + GAP_PX;
  else
    view =
      slip_rect_trim (view, MARGIN_PX + self->title_width_px + GAP_PX / 2, 0);
  return mirror (self, view);
}

/* The row whose top is the last at or above @y of all; -1 above the first. */
static int
find_row_at (const SlipMatrixLayout *self, int y)
{
  int low = 0;
  int high = self->n_rows;

  while (low < high) {
    int middle = (low + high) / 2;

    if (get_row_top (self, middle) <= y)
      low = middle + 1;
    else
      high = middle;
  }
  return low - 1;
}

int
slip_matrix_layout_find_rows (const SlipMatrixLayout *self,
                              SlipMatrixScroll scroll,
                              int *n_rows)
{
  SlipRect view = slip_matrix_layout_get_view (self, TRUE);
  int first = MAX (0, find_row_at (self, scroll.top_px + view.y));
  int last = find_row_at (self, scroll.top_px + view.y + view.height - 1);

  *n_rows = view.height > 0 ? MAX (0, last - first + 1) : 0;
  return first;
}

SlipMatrixPlace
slip_matrix_layout_find_place (const SlipMatrixLayout *self,
                               double x,
                               double y,
                               SlipMatrixScroll scroll)
{
  int row = find_row_at (self, (int) y + scroll.top_px);

  if (row < 0)
    return SLIP_MATRIX_NOWHERE;
  for (int i = 0; i <= slip_matrix_layout_count_cells (self, row); i++) {
    SlipMatrixPlace place = { row, i };

    if (slip_rect_contains (slip_matrix_layout_get_cell (self, place, scroll),
                            x, y) &&
        slip_rect_contains (slip_matrix_layout_get_view (self, i == 0), x, y))
      return place;
  }

  return SLIP_MATRIX_NOWHERE;
}

SlipMatrixScroll
slip_matrix_layout_reveal (const SlipMatrixLayout *self,
                           SlipMatrixPlace place,
                           SlipMatrixScroll scroll)
{
  SlipRect view = slip_matrix_layout_get_view (self, place.cell == 0);
  SlipRect rect = slip_matrix_layout_get_cell (self, place, scroll);
  int above = view.y + GAP_PX - rect.y;
  int below = rect.y + rect.height + GAP_PX - (view.y + view.height);

  if (below > 0)
    scroll.top_px += below;
  if (above > 0)
    scroll.top_px -= above;
  if (!self->is_list && place.cell > 0) {
    SlipRect unmirrored = mirror (self, rect);
    SlipRect room = mirror (self, view);
    int before = room.x - unmirrored.x;
    int behind =
      unmirrored.x + unmirrored.width + MARGIN_PX - (room.x + room.width);

    if (behind > 0)
      scroll.start_px += behind;
    if (before > 0)
      scroll.start_px -= before;
  }
  return slip_matrix_layout_clamp (self, scroll);
}

/* The place below in the list: the line below, or the next row's title. */
static SlipMatrixPlace
step_down_list (const SlipMatrixLayout *self, SlipMatrixPlace place)
{
  int n = self->n_cells[place.row];
  int below = place.cell == 0 ? 1 : place.cell + self->n_in_line;
  int line = (place.cell + self->n_in_line - 1) / self->n_in_line;

  if (below <= n)
    return (SlipMatrixPlace){ place.row, below };
  if (line < count_lines (self, place.row))
    return (SlipMatrixPlace){ place.row, n };
  if (place.row + 1 < self->n_rows)
    return (SlipMatrixPlace){ place.row + 1, 0 };

  return place;
}

static SlipMatrixPlace
step_up_list (const SlipMatrixLayout *self, SlipMatrixPlace place)
{
  int above;

  if (place.cell > self->n_in_line)
    return (SlipMatrixPlace){ place.row, place.cell - self->n_in_line };
  if (place.cell > 0)
    return (SlipMatrixPlace){ place.row, 0 };
  if (place.row == 0)
    return place;

  above = place.row - 1;
  if (self->n_cells[above] == 0)
    return (SlipMatrixPlace){ above, 0 };
  return (SlipMatrixPlace){
    above, (count_lines (self, above) - 1) * self->n_in_line + 1
  };
}

SlipMatrixPlace
slip_matrix_layout_step (const SlipMatrixLayout *self,
                         SlipMatrixPlace place,
                         int along,
                         int across)
{
  if (along != 0)
    place.cell = CLAMP (place.cell + along, 0,
                        slip_matrix_layout_count_cells (self, place.row));
  if (across == 0)
    return place;
  if (self->is_list)
    return across > 0 ? step_down_list (self, place)
                      : step_up_list (self, place);

  place.row = CLAMP (place.row + across, 0, self->n_rows - 1);
  return place;
}

SlipMatrixPlace
slip_matrix_layout_page (const SlipMatrixLayout *self,
                         SlipMatrixPlace place,
                         int direction)
{
  SlipRect view = slip_matrix_layout_get_view (self, FALSE);
  int page_px = MAX (1, view.height);
  int top = get_row_top (self, place.row);
  int row = direction > 0
              ? MAX (find_row_at (self, top + page_px), place.row + 1)
              : MIN (find_row_at (self, top - page_px - 1) + 1, place.row - 1);

  place.row = CLAMP (row, 0, self->n_rows - 1);
  place.cell =
    MIN (place.cell, slip_matrix_layout_count_cells (self, place.row));
  return place;
}
