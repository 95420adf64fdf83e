/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-steady-width.h"

struct _SlipSteadyWidth {
  GtkWidget parent_instance;

  GtkWidget *child;
};

G_DEFINE_FINAL_TYPE (SlipSteadyWidth, slip_steady_width, GTK_TYPE_WIDGET)

static GtkSizeRequestMode
slip_steady_width_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
slip_steady_width_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  SlipSteadyWidth *self = SLIP_STEADY_WIDTH (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    for_size = -1;
  gtk_widget_measure (self->child, orientation, for_size, minimum, natural,
                      minimum_baseline, natural_baseline);
}

static void
slip_steady_width_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  SlipSteadyWidth *self = SLIP_STEADY_WIDTH (widget);

  gtk_widget_allocate (self->child, width, height, baseline, NULL);
}

static void
slip_steady_width_dispose (GObject *object)
{
  SlipSteadyWidth *self = SLIP_STEADY_WIDTH (object);

  g_clear_pointer (&self->child, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_steady_width_parent_class)->dispose (object);
}

static void
slip_steady_width_class_init (SlipSteadyWidthClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_steady_width_dispose;
  widget_class->get_request_mode = slip_steady_width_get_request_mode;
  widget_class->measure = slip_steady_width_measure;
  widget_class->size_allocate = slip_steady_width_size_allocate;
}

static void
slip_steady_width_init (SlipSteadyWidth *self)
{
}

GtkWidget *
slip_steady_width_new (GtkWidget *child)
{
  g_return_val_if_fail (GTK_IS_WIDGET (child), NULL);

  SlipSteadyWidth *self = g_object_new (SLIP_TYPE_STEADY_WIDTH, NULL);

  self->child = child;
  gtk_widget_set_parent (child, GTK_WIDGET (self));
  return GTK_WIDGET (self);
}
