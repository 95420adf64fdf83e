/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-readiness-ring.h"

G_BEGIN_DECLS

/*
 * Small pictures of which a page has a hundred alike, each drawn once and then
 * shown as a texture.  Without a graphics card a texture of some pixels costs a
 * fifth of what rounding a corner, colouring an icon or filling a sector does.
 */

/* The side at which both corners are round. */
typedef enum {
  SLIP_TILE_LEFT,
  SLIP_TILE_RIGHT,
} SlipTileSide;

/* Draws the symbolic icon @name as a square of @size_px from @x_px, @y_px on,
 * as @widget shows it: in its direction and at its scale. */
void slip_tile_draw_icon (GtkWidget *widget,
                          GtkSnapshot *snapshot,
                          const char *name,
                          int size_px,
                          int x_px,
                          int y_px,
                          const GdkRGBA *color);

/* Draws @ring as slip_readiness_ring_draw() does, to the nearest fortieth, in a
 * square of @size_px from @x_px, @y_px on. */
void slip_tile_draw_ring (GtkWidget *widget,
                          GtkSnapshot *snapshot,
                          SlipReadinessRing ring,
                          int size_px,
                          int x_px,
                          int y_px,
                          const GdkRGBA *color,
                          const GdkRGBA *warning);

/**
 * slip_tile_draw_end:
 * @area: where; its corners at @side are as high as @radius_px, and as wide,
 *   or as wide as @area if that is less
 *
 * Fills @area with @color.
 */
void slip_tile_draw_end (GtkWidget *widget,
                         GtkSnapshot *snapshot,
                         const GdkRectangle *area,
                         SlipTileSide side,
                         int radius_px,
                         const GdkRGBA *color);

G_END_DECLS
