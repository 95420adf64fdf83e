/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-scroll-through.h"

#include <math.h>

static gboolean
can_go (GtkAdjustment *place, double dy)
{
  double value = gtk_adjustment_get_value (place);
  double last =
    gtk_adjustment_get_upper (place) - gtk_adjustment_get_page_size (place);

  return dy < 0 ? value > gtk_adjustment_get_lower (place) : value < last;
}

/* How far a scrolled window goes for that. */
static double
get_distance (GtkEventControllerScroll *wheel, GtkAdjustment *place, double dy)
{
  if (gtk_event_controller_scroll_get_unit (wheel) == GDK_SCROLL_UNIT_SURFACE)
    return dy;
  return dy * pow (gtk_adjustment_get_page_size (place), 2.0 / 3.0);
}

static gboolean
scroll_cb (GtkEventControllerScroll *wheel,
           double dx,
           double dy,
           GtkScrolledWindow *scroller)
{
  GtkWidget *outer =
    gtk_widget_get_ancestor (gtk_widget_get_parent (GTK_WIDGET (scroller)),
                             GTK_TYPE_SCROLLED_WINDOW);
  GtkAdjustment *place;

  if (!outer || fpclassify (dy) == FP_ZERO ||
      can_go (gtk_scrolled_window_get_vadjustment (scroller), dy))
    return GDK_EVENT_PROPAGATE;

  place = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (outer));
  gtk_adjustment_set_value (place, gtk_adjustment_get_value (place) +
                                     get_distance (wheel, place, dy));
  return GDK_EVENT_STOP;
}

void
slip_scroll_through_add (GtkScrolledWindow *scroller)
{
  GtkEventController *wheel;

  g_return_if_fail (GTK_IS_SCROLLED_WINDOW (scroller));

  wheel =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);
  gtk_event_controller_set_propagation_phase (wheel, GTK_PHASE_CAPTURE);
  gtk_event_controller_set_name (wheel, "scroll-through");
  g_signal_connect (wheel, "scroll", G_CALLBACK (scroll_cb), scroller);
  gtk_widget_add_controller (GTK_WIDGET (scroller), wheel);
}
