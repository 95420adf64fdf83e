/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-rect.h"

G_BEGIN_DECLS

/**
 * SlipMatrixSizes:
 * @width_px: the width at hand
 * @height_px: the height at hand
 * @is_rtl: whether rows begin at the right
 * @heading_px: the height of the line of columns' names
 * @cell_px: the height of a cell in the table
 * @title_px: the height of a release's title in the list
 * @listed_cell_px: the height of a cell in the list, which names its column
 *
 * What a matrix is laid out for.
 */
typedef struct {
  int width_px;
  int height_px;
  gboolean is_rtl;
  int heading_px;
  int cell_px;
  int title_px;
  int listed_cell_px;
} SlipMatrixSizes;

/**
 * SlipMatrixPlace:
 * @row: the row
 * @cell: 0 is the row's title, 1 its first cell
 *
 * A place in a matrix.
 */
typedef struct {
  int row;
  int cell;
} SlipMatrixPlace;

#define SLIP_MATRIX_NOWHERE ((SlipMatrixPlace){ -1, -1 })

static inline gboolean
slip_matrix_place_equal (SlipMatrixPlace a, SlipMatrixPlace b)
{
  return a.row == b.row && a.cell == b.cell;
}

/**
 * SlipMatrixScroll:
 * @start_px: how far the columns are scrolled, from where rows begin
 * @top_px: how far the rows are
 */
typedef struct {
  int start_px;
  int top_px;
} SlipMatrixScroll;

/**
 * SlipMatrixLayout:
 *
 * Where the cells of a matrix are.  Given enough width it is a table whose
 * first column and line of names stay while the rest scrolls; in a narrow
 * window it is a list: below each row's title its cells, as many in a line as
 * fit.
 */
typedef struct _SlipMatrixLayout SlipMatrixLayout;

/* Whether a matrix of this width is a list. */
gboolean slip_matrix_layout_is_narrow (int width_px);

/**
 * slip_matrix_layout_new:
 * @n_columns: the columns of the table
 * @n_cells: (array length=n_rows): how many cells each row of the list has;
 *   not looked at in a table
 */
SlipMatrixLayout *slip_matrix_layout_new (const SlipMatrixSizes *sizes,
                                          int n_columns,
                                          const int *n_cells,
                                          int n_rows) G_GNUC_WARN_UNUSED_RESULT;
void slip_matrix_layout_free (SlipMatrixLayout *self);

gboolean slip_matrix_layout_is_list (const SlipMatrixLayout *self);

/* How large it all is; at least the room at hand. */
int slip_matrix_layout_get_width (const SlipMatrixLayout *self);
int slip_matrix_layout_get_height (const SlipMatrixLayout *self);

/* The cells of @row, its title not counted. */
int slip_matrix_layout_count_cells (const SlipMatrixLayout *self, int row);

/* Holds @scroll within what there is to scroll. */
SlipMatrixScroll slip_matrix_layout_clamp (const SlipMatrixLayout *self,
                                           SlipMatrixScroll scroll);

/* The name of a column (-1: of the first column); empty in a list. */
SlipRect slip_matrix_layout_get_heading (const SlipMatrixLayout *self,
                                         int column,
                                         SlipMatrixScroll scroll);

SlipRect slip_matrix_layout_get_cell (const SlipMatrixLayout *self,
                                      SlipMatrixPlace place,
                                      SlipMatrixScroll scroll);

/* Where cells, or with @is_title the rows' titles, may be seen: not below what
 * stays. */
SlipRect slip_matrix_layout_get_view (const SlipMatrixLayout *self,
                                      gboolean is_title);

/**
 * slip_matrix_layout_find_rows:
 * @n_rows: (out): how many rows are in sight
 *
 * Returns: the first row in sight.
 */
int slip_matrix_layout_find_rows (const SlipMatrixLayout *self,
                                  SlipMatrixScroll scroll,
                                  int *n_rows);

/* The place at a point, or %SLIP_MATRIX_NOWHERE. */
SlipMatrixPlace slip_matrix_layout_find_place (const SlipMatrixLayout *self,
                                               double x,
                                               double y,
                                               SlipMatrixScroll scroll);

/* Scrolls as little as brings @place into sight. */
SlipMatrixScroll slip_matrix_layout_reveal (const SlipMatrixLayout *self,
                                            SlipMatrixPlace place,
                                            SlipMatrixScroll scroll);

/**
 * slip_matrix_layout_step:
 * @along: -1 or 1: to the place before or after in the row
 * @across: -1 or 1: to the one above or below
 *
 * Returns: the place one step away, or @place at the edge.
 */
SlipMatrixPlace slip_matrix_layout_step (const SlipMatrixLayout *self,
                                         SlipMatrixPlace place,
                                         int along,
                                         int across);

/* The place a page above (-1) or below (1). */
SlipMatrixPlace slip_matrix_layout_page (const SlipMatrixLayout *self,
                                         SlipMatrixPlace place,
                                         int direction);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipMatrixLayout, slip_matrix_layout_free)

G_END_DECLS
