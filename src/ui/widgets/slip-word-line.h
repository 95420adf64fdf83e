/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipWordLine:
 *
 * One line of plain text for a widget that is read from left to right: of
 * printable ASCII, no-break spaces and middle dots.  It is put together of
 * words which are shaped once for each font and kept: where a hundred short
 * texts are new on a page, most of the page's time would go into layouts for
 * them.  It looks as a layout of the same text does, only that no pair of
 * letters is kerned over a space.
 *
 * Empty when zeroed.  Main thread only.
 */
typedef struct {
  /*< private >*/
  PangoFont *font;
  PangoGlyphString *glyphs;
  PangoRectangle logical; /* of the line, in units of Pango */
} SlipWordLine;

void slip_word_line_clear (SlipWordLine *self);

/**
 * slip_word_line_set:
 * @widget: whose font it is; its line is to be set anew when its style changes
 * @scale: of the font's size, 1 for the widget's own
 *
 * Returns: whether @text is of that kind; if not, nothing is kept and it takes
 * a layout.
 */
gboolean slip_word_line_set (SlipWordLine *self,
                             GtkWidget *widget,
                             double scale,
                             const char *text);

/* As pango_layout_get_size() and pango_layout_get_pixel_size() have them. */
int slip_word_line_get_width (const SlipWordLine *self);
void slip_word_line_get_pixel_size (const SlipWordLine *self,
                                    int *width_px,
                                    int *height_px);

/* @x_px, @y_px: the upper left corner */
void slip_word_line_draw (const SlipWordLine *self,
                          GtkSnapshot *snapshot,
                          int x_px,
                          int y_px,
                          const GdkRGBA *color);

G_END_DECLS
