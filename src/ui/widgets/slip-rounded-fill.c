/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rounded-fill.h"

/* A border that is so wide that nothing is left within it. */
void
slip_rounded_fill (GtkSnapshot *snapshot,
                   const GskRoundedRect *outline,
                   const GdkRGBA *color)
{
  float width = MAX (outline->bounds.size.width, outline->bounds.size.height);
  const float widths[] = { width, width, width, width };
  const GdkRGBA colors[] = { *color, *color, *color, *color };

  gtk_snapshot_append_border (snapshot, outline, widths, colors);
}

void
slip_rounded_fill_rect (GtkSnapshot *snapshot,
                        const graphene_rect_t *bounds,
                        float radius_px,
                        const GdkRGBA *color)
{
  GskRoundedRect outline;

  if (radius_px <= 0) {
    gtk_snapshot_append_color (snapshot, color, bounds);
    return;
  }
  gsk_rounded_rect_init_from_rect (&outline, bounds, radius_px);
  slip_rounded_fill (snapshot, &outline, color);
}
