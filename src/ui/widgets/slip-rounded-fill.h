/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills @outline with @color.  It looks as a colour does that is clipped to the
 * outline. */
void slip_rounded_fill (GtkSnapshot *snapshot,
                        const GskRoundedRect *outline,
                        const GdkRGBA *color);

/* As slip_rounded_fill(), of a rectangle with four corners of @radius_px. */
void slip_rounded_fill_rect (GtkSnapshot *snapshot,
                             const graphene_rect_t *bounds,
                             float radius_px,
                             const GdkRGBA *color);

G_END_DECLS
