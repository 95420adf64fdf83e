/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipRect:
 *
 * A rectangle in whole pixels: from @x and @y, included, to @x + @width and
 * @y + @height, not included.  Without width or height it is empty: whatever it
 * stands for is not to be shown.
 */
typedef struct {
  int x;
  int y;
  int width;
  int height;
} SlipRect;

static inline gboolean
slip_rect_is_empty (SlipRect rect)
{
  return rect.width <= 0 || rect.height <= 0;
}

static inline gboolean
slip_rect_contains (SlipRect rect, double x, double y)
{
  return x >= rect.x && x < rect.x + rect.width && y >= rect.y &&
         y < rect.y + rect.height;
}

static inline gboolean
slip_rect_overlaps (SlipRect a, SlipRect b)
{
  return !slip_rect_is_empty (a) && !slip_rect_is_empty (b) &&
         a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height &&
         b.y < a.y + a.height;
}

/* Takes @left_px and @right_px off the sides of @rect, but no more than it has.
 */
static inline SlipRect
slip_rect_trim (SlipRect rect, int left_px, int right_px)
{
  left_px = MIN (left_px, rect.width);
  right_px = MIN (right_px, rect.width - left_px);
  rect.x += left_px;
  rect.width -= left_px + right_px;
  return rect;
}

/* Mirrors @rect in an area of @width_px, as right-to-left text asks for. */
static inline SlipRect
slip_rect_mirror (SlipRect rect, int width_px)
{
  rect.x = width_px - rect.x - rect.width;
  return rect;
}

G_END_DECLS
