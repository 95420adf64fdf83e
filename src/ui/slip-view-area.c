/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-view-area.h"

#define NARROWEST_PX   360
#define COMFORTABLE_PX 600

struct _SlipViewArea {
  GtkWidget parent_instance;
};

G_DEFINE_FINAL_TYPE (SlipViewArea, slip_view_area, GTK_TYPE_WIDGET)

static void
slip_view_area_measure (GtkWidget *widget,
                        GtkOrientation orientation,
                        int for_size,
                        int *minimum,
                        int *natural,
                        int *minimum_baseline,
                        int *natural_baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  if (child != NULL)
    gtk_widget_measure (child, orientation, for_size, minimum, natural, NULL,
                        NULL);
  if (orientation == GTK_ORIENTATION_HORIZONTAL) {
    *minimum = MAX (*minimum, NARROWEST_PX);
    *natural = MAX (*minimum, COMFORTABLE_PX);
  }
}

static void
slip_view_area_size_allocate (GtkWidget *widget,
                              int width,
                              int height,
                              int baseline)
{
  GtkWidget *child = gtk_widget_get_first_child (widget);
  if (child != NULL)
    gtk_widget_allocate (child, width, height, baseline, NULL);
}

static void
slip_view_area_dispose (GObject *object)
{
  GtkWidget *child;
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL)
    gtk_widget_unparent (child);
  G_OBJECT_CLASS (slip_view_area_parent_class)->dispose (object);
}

static void
slip_view_area_class_init (SlipViewAreaClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_view_area_dispose;
  widget_class->measure = slip_view_area_measure;
  widget_class->size_allocate = slip_view_area_size_allocate;
}

static void
slip_view_area_init (SlipViewArea *self)
{
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}
