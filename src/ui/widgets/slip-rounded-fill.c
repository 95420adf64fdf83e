/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rounded-fill.h"

void
slip_rounded_fill_rect (GtkSnapshot *snapshot,
                        const graphene_rect_t *bounds,
                        float radius_px,
                        const GdkRGBA *color)
{
  float width = MAX (bounds->size.width, bounds->size.height);
  const float widths[] = { width, width, width, width };
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  GskRoundedRect outline;

  if (radius_px <= 0) {
    gtk_snapshot_append_color (snapshot, color, bounds);
    return;
  }
  /* A border that is so wide that nothing is left within it. */
  gsk_rounded_rect_init_from_rect (&outline, bounds, radius_px);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}
