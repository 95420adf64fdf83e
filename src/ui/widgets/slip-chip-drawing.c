/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-chip-drawing.h"

#include "slip-product-color.h"
#include "slip-rounded-fill.h"
#include "slip-tile.h"

#define BAR_RADIUS 2

const char *
slip_chip_get_icon (const SlipRow *release, SlipAnchor anchor)
{
  if (release == NULL)
    return NULL;
  if (anchor == SLIP_ANCHOR_DEPLOY)
    return "go-up-symbolic";

  switch (slip_release_get_status (release)) {
  case SLIP_STATUS_RELEASED:
    return "object-select-symbolic";
  case SLIP_STATUS_ON_HOLD:
    return "media-playback-pause-symbolic";
  case SLIP_STATUS_ROLLING_OUT:
    return "media-playback-start-symbolic";
  case SLIP_STATUS_CANCELLED:
    return "window-close-symbolic";
  case SLIP_STATUS_PLANNED:
  case SLIP_STATUS_BUILDING:
  case SLIP_STATUS_READY:
  case SLIP_N_STATUSES:
    break;
  }
  return NULL;
}

gboolean
slip_chip_is_struck (const SlipRow *release)
{
  return release != NULL &&
         slip_release_get_status (release) == SLIP_STATUS_CANCELLED;
}

void
slip_chip_strike_text (const SlipRow *release, PangoLayout *layout)
{
  gboolean is_struck = slip_chip_is_struck (release);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (!is_struck && pango_layout_get_attributes (layout) == NULL)
    return;
  if (is_struck) {
    attributes = pango_attr_list_new ();
    pango_attr_list_insert (attributes, pango_attr_strikethrough_new (TRUE));
  }
  pango_layout_set_attributes (layout, attributes);
}

GdkRGBA
slip_chip_get_warning_color (GtkWidget *widget, gboolean is_hard)
{
  gboolean is_dark =
    (slip_product_color_get_scheme (widget) & SLIP_SCHEME_DARK) != 0;
  GdkRGBA color;

  if (is_hard)
    gdk_rgba_parse (&color, is_dark ? "#ff938c" : "#a51d2d");
  else
    gdk_rgba_parse (&color, is_dark ? "#f8e45c" : "#7a4500");
  return color;
}

void
slip_chip_draw_icon (GtkWidget *widget,
                     GtkSnapshot *snapshot,
                     const char *name,
                     int start_px,
                     int top_px,
                     const GdkRGBA *color)
{
  int x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
            ? gtk_widget_get_width (widget) - start_px - SLIP_CHIP_ICON_SIZE
            : start_px;

  slip_tile_draw_icon (widget, snapshot, name, SLIP_CHIP_ICON_SIZE, x, top_px,
                       color);
}

void
slip_chip_draw_dashes (GtkSnapshot *snapshot,
                       const graphene_rect_t *bounds,
                       const GdkRGBA *color)
{
  static const double dashes[] = { 3, 2 };
  cairo_t *cr = gtk_snapshot_append_cairo (snapshot, bounds);
  double width = bounds->size.width;
  double height = bounds->size.height;
  double radius = SLIP_CHIP_RADIUS - 0.5;

  cairo_new_sub_path (cr);
  cairo_arc (cr, width - 0.5 - radius, 0.5 + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, width - 0.5 - radius, height - 0.5 - radius, radius, 0,
             G_PI_2);
  cairo_arc (cr, 0.5 + radius, height - 0.5 - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, 0.5 + radius, 0.5 + radius, radius, G_PI, 3 * G_PI_2);
  cairo_close_path (cr);
  gdk_cairo_set_source_rgba (cr, color);
  cairo_set_line_width (cr, 1);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
  cairo_destroy (cr);
}

void
slip_chip_draw_bar (GtkSnapshot *snapshot,
                    const graphene_rect_t *bounds,
                    const GdkRGBA *color,
                    gboolean is_filled)
{
  static const float widths[] = { 2, 2, 2, 2 };
  const GdkRGBA colors[] = { *color, *color, *color, *color };
  GskRoundedRect outline;

  if (is_filled) {
    slip_rounded_fill_rect (snapshot, bounds, BAR_RADIUS, color);
    return;
  }
  gsk_rounded_rect_init_from_rect (&outline, bounds, BAR_RADIUS);
  gtk_snapshot_append_border (snapshot, &outline, widths, colors);
}

static void
draw_disc (GtkSnapshot *snapshot,
           float x,
           float y,
           float size,
           const GdkRGBA *color)
{
  slip_rounded_fill_rect (snapshot, &GRAPHENE_RECT_INIT (x, y, size, size),
                          size / 2, color);
}

void
slip_chip_draw_dot (GtkWidget *widget, GtkSnapshot *snapshot, gboolean is_hard)
{
  GdkRGBA black = { 0, 0, 0, 1 };
  GdkRGBA color;
  float size = (float) gtk_widget_get_height (widget);
  float x = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL
              ? 0
              : (float) gtk_widget_get_width (widget) - size;

  gdk_rgba_parse (&color, is_hard ? "#ff7b63" : "#f8e45c");
  draw_disc (snapshot, x, 0, size, &black);
  draw_disc (snapshot, x + 1.5f, 1.5f, size - 3, &color);
}
