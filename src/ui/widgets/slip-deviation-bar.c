/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-deviation-bar.h"

#include "slip-deviation.h"

#define WIDTH_PX  120
#define HEIGHT_PX 14
#define HATCH_PX  5

struct _SlipDeviationBar {
  GtkWidget parent_instance;

  gint64 value;
  gint64 least;
  gint64 most;
  gboolean is_known;
};

G_DEFINE_FINAL_TYPE (SlipDeviationBar, slip_deviation_bar, GTK_TYPE_WIDGET)

static void
hatch (cairo_t *cr, double x, double width, double height)
{
  cairo_save (cr);
  cairo_rectangle (cr, x, 0, width, height);
  cairo_clip (cr);
  for (double at = x - height; at < x + width; at += HATCH_PX) {
    cairo_move_to (cr, at, height);
    cairo_line_to (cr, at + height, 0);
  }
  cairo_stroke (cr);
  cairo_restore (cr);
}

static void
draw_unknown (cairo_t *cr, double width, double height)
{
  static const double dashes[] = { 3, 3 };
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_rectangle (cr, 0.5, 0.5, width - 1, height - 1);
  cairo_stroke (cr);
}

static void
draw_bar (SlipDeviationBar *self, cairo_t *cr, int width, int height)
{
  SlipDeviation place =
    slip_deviation_place (self->value, self->least, self->most, width);
  double length = place.last_px - place.first_px;
  cairo_move_to (cr, CLAMP (place.zero_px, 0.5, width - 0.5), 0);
  cairo_line_to (cr, CLAMP (place.zero_px, 0.5, width - 0.5), height);
  cairo_stroke (cr);
  if (length < 1)
    return;
  if (self->value > 0)
    hatch (cr, place.first_px, length, height);
  cairo_rectangle (cr, place.first_px + 0.5, 2.5, MAX (length - 1, 0.5),
                   height - 5);
  cairo_stroke (cr);
}

static void
slip_deviation_bar_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlipDeviationBar *self = SLIP_DEVIATION_BAR (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  GdkRGBA color;
  if (width < 2 || height < 6)
    return;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  cairo_t *cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT (0, 0, (float) width, (float) height));
  gdk_cairo_set_source_rgba (cr, &color);
  cairo_set_line_width (cr, 1);
  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL) {
    cairo_translate (cr, width, 0);
    cairo_scale (cr, -1, 1);
  }
  if (self->is_known)
    draw_bar (self, cr, width, height);
  else
    draw_unknown (cr, width, height);
  cairo_destroy (cr);
}

static void
slip_deviation_bar_measure (GtkWidget *widget,
                            GtkOrientation orientation,
                            int for_size,
                            int *minimum,
                            int *natural,
                            int *minimum_baseline,
                            int *natural_baseline)
{
  *minimum =
    orientation == GTK_ORIENTATION_HORIZONTAL ? HEIGHT_PX * 4 : HEIGHT_PX;
  *natural = orientation == GTK_ORIENTATION_HORIZONTAL ? WIDTH_PX : HEIGHT_PX;
}

static void
slip_deviation_bar_class_init (SlipDeviationBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  widget_class->snapshot = slip_deviation_bar_snapshot;
  widget_class->measure = slip_deviation_bar_measure;
  gtk_widget_class_set_css_name (widget_class, "deviationbar");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
slip_deviation_bar_init (SlipDeviationBar *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
slip_deviation_bar_new (gint64 value, gint64 least, gint64 most)
{
  SlipDeviationBar *self = g_object_new (SLIP_TYPE_DEVIATION_BAR, NULL);
  self->value = value;
  self->least = least;
  self->most = most;
  self->is_known = TRUE;
  return GTK_WIDGET (self);
}

GtkWidget *
slip_deviation_bar_new_unknown (void)
{
  return g_object_new (SLIP_TYPE_DEVIATION_BAR, NULL);
}
