/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-color-dot.h"

#include "slip-rounded-fill.h"

#define SIZE_PX 10

struct _SlipColorDot {
  GtkWidget parent_instance;

  GdkRGBA color;
  gboolean has_color;
};

G_DEFINE_FINAL_TYPE (SlipColorDot, slip_color_dot, GTK_TYPE_WIDGET)

static void
slip_color_dot_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  *minimum = *natural = SIZE_PX;
}

static void
slip_color_dot_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlipColorDot *self = SLIP_COLOR_DOT (widget);
  GdkRGBA color = self->color;
  if (!self->has_color) {
    gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
    color.alpha *= 0.5f;
  }
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (((float) gtk_widget_get_width (widget) - SIZE_PX) / 2,
                        ((float) gtk_widget_get_height (widget) - SIZE_PX) / 2,
                        SIZE_PX, SIZE_PX);
  slip_rounded_fill_rect (snapshot, &bounds, SIZE_PX / 2.0f, &color);
}

static void
slip_color_dot_class_init (SlipColorDotClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  widget_class->measure = slip_color_dot_measure;
  widget_class->snapshot = slip_color_dot_snapshot;
  gtk_widget_class_set_css_name (widget_class, "colordot");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
slip_color_dot_init (SlipColorDot *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
}

GtkWidget *
slip_color_dot_new (void)
{
  return g_object_new (SLIP_TYPE_COLOR_DOT, NULL);
}

void
slip_color_dot_set_color (SlipColorDot *self, const char *color)
{
  g_return_if_fail (SLIP_IS_COLOR_DOT (self));

  self->has_color =
    color != NULL && color[0] == '#' && gdk_rgba_parse (&self->color, color);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
