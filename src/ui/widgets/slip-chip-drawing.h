/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-release.h"

G_BEGIN_DECLS

#define SLIP_CHIP_ICON_SIZE 12
#define SLIP_CHIP_RADIUS    5

/* The mark of what has become of @release (nullable), or of a date that is not
 * its release date; %NULL for none. */
const char *slip_chip_get_icon (const SlipRow *release, SlipAnchor anchor);

/* Whether the text of @release (nullable) is struck out: it was cancelled. */
gboolean slip_chip_is_struck (const SlipRow *release);

/* Strikes the text in @layout out, or no longer, as @release (nullable) is. */
void slip_chip_strike_text (const SlipRow *release, PangoLayout *layout);

/**
 * slip_chip_draw_icon:
 * @start_px: how far it is from where the lines of @widget begin
 * @top_px: how far it is from the top
 *
 * Draws a symbolic icon of %SLIP_CHIP_ICON_SIZE.
 */
void slip_chip_draw_icon (GtkWidget *widget,
                          GtkSnapshot *snapshot,
                          const char *name,
                          int start_px,
                          int top_px,
                          const GdkRGBA *color);

/* Draws a dashed line along the edge. */
void slip_chip_draw_dashes (GtkSnapshot *snapshot,
                            const graphene_rect_t *bounds,
                            const GdkRGBA *color);

/* Draws a bar without text, filled or as an outline. */
void slip_chip_draw_bar (GtkSnapshot *snapshot,
                         const graphene_rect_t *bounds,
                         const GdkRGBA *color,
                         gboolean is_filled);

/* Draws the mark of a conflict at the end of a bar, as high as the bar: a dot
 * that is told from any product's colour by its dark edge. */
void slip_chip_draw_dot (GtkWidget *widget,
                         GtkSnapshot *snapshot,
                         gboolean is_hard);

/* The colour of a conflict's mark on the background of a chip. */
GdkRGBA slip_chip_get_warning_color (GtkWidget *widget, gboolean is_hard);

G_END_DECLS
