/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-flow-layout.h"

typedef struct {
  const SlipFlowSpec *spec;
  int row;
  int x; /* where the next item of the row begins */
} Cursor;

/* Whether an item of @width_px has room after @cursor, and goes there. */
static gboolean
advance (Cursor *cursor, int width_px, SlipRect *rect)
{
  const SlipFlowSpec *spec = cursor->spec;

  if (cursor->x > 0 && cursor->x + width_px > spec->width_px) {
    if (cursor->row + 1 >= spec->max_rows)
      return FALSE;
    cursor->row++;
    cursor->x = 0;
  }
  *rect = (SlipRect){ cursor->x,
                      cursor->row * (spec->item_height_px + spec->spacing_px),
                      MIN (width_px, spec->width_px), spec->item_height_px };
  cursor->x += rect->width + spec->spacing_px;
  return TRUE;
}

static int
place_items (Cursor *cursor, const int *widths, int n_items, SlipRect *rects)
{
  int i = 0;

  while (i < n_items && advance (cursor, widths[i], &rects[i]))
    i++;
  return i;
}

/* Gives up the last items until the '+n' fits behind those that are left. */
static SlipRect
place_more (const SlipFlowSpec *spec, int *n_shown, const SlipRect *rects)
{
  for (; *n_shown > 0; (*n_shown)--) {
    const SlipRect *last = &rects[*n_shown - 1];
    Cursor cursor = { spec, last->y / (spec->item_height_px + spec->spacing_px),
                      last->x + last->width + spec->spacing_px };
    SlipRect more;

    if (advance (&cursor, spec->more_width_px, &more))
      return more;
  }
  return (SlipRect){ 0, 0, spec->more_width_px, spec->item_height_px };
}

SlipFlow
slip_flow_layout_place (const SlipFlowSpec *spec,
                        const int *widths,
                        int n_items,
                        SlipRect *rects)
{
  g_return_val_if_fail (spec != NULL && spec->max_rows > 0, (SlipFlow){ 0 });

  Cursor cursor = { spec, 0, 0 };
  SlipFlow flow = { .n_shown = place_items (&cursor, widths, n_items, rects) };
  int bottom = 0;
  if (flow.n_shown < n_items) {
    flow.more = place_more (spec, &flow.n_shown, rects);
    bottom = flow.more.y + spec->item_height_px;
  } else if (n_items > 0) {
    bottom = rects[n_items - 1].y + spec->item_height_px;
  }
  flow.n_rows = (bottom + spec->spacing_px) /
                MAX (spec->item_height_px + spec->spacing_px, 1);

  if (spec->is_rtl) {
    for (int i = 0; i < flow.n_shown; i++)
      rects[i] = slip_rect_mirror (rects[i], spec->width_px);
    if (!slip_rect_is_empty (flow.more))
      flow.more = slip_rect_mirror (flow.more, spec->width_px);
  }
  return flow;
}
