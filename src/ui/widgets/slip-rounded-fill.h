/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Fills a rectangle with four corners of @radius_px, which may be 0.  It looks
 * as a colour does that is clipped to them. */
void slip_rounded_fill_rect (GtkSnapshot *snapshot,
                             const graphene_rect_t *bounds,
                             float radius_px,
                             const GdkRGBA *color);

G_END_DECLS
