/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-rect.h"

G_BEGIN_DECLS

/**
 * SlipFlowSpec:
 * @width_px: the width to fill
 * @item_height_px: the height of each row
 * @spacing_px: between items and between rows
 * @more_width_px: the width of the '+n' that stands for what did not fit
 * @max_rows: at least 1
 * @is_rtl: whether rows begin at the right
 *
 * What rows of items are made from.
 */
typedef struct {
  int width_px;
  int item_height_px;
  int spacing_px;
  int more_width_px;
  int max_rows;
  gboolean is_rtl;
} SlipFlowSpec;

/**
 * SlipFlow:
 * @n_shown: how many of the items are shown: the first ones
 * @n_rows: how many rows they take
 * @more: where the '+n' is, empty if all are shown
 */
typedef struct {
  int n_shown;
  int n_rows;
  SlipRect more;
} SlipFlow;

/**
 * slip_flow_layout_place:
 * @widths: (array length=n_items): how wide each item wants to be; wider than a
 *   row is cut to it
 * @rects: (array length=n_items): gets the place of each item shown
 *
 * Places items one after the other, in rows, as many as fit.
 */
SlipFlow slip_flow_layout_place (const SlipFlowSpec *spec,
                                 const int *widths,
                                 int n_items,
                                 SlipRect *rects);

G_END_DECLS
