/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-edge-scroll.h"

#define EDGE_PX       48.0
#define PX_PER_SECOND 900.0

/* One for each scrolled window, owned by its drop controller. */
typedef struct {
  GtkScrolledWindow *scroller;
  double x;
  double y;
  gint64 frame_us;
  guint tick;
} EdgeScroll;

static void
scroll_along (GtkAdjustment *adjustment, double speed, double seconds)
{
  double value = gtk_adjustment_get_value (adjustment);

  if (speed < 0 || speed > 0)
    gtk_adjustment_set_value (adjustment, value + speed * seconds);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EdgeScroll *self = data;
  gint64 now_us = gdk_frame_clock_get_frame_time (clock);
  double seconds = (now_us - self->frame_us) / 1e6;
  double across =
    slip_edge_scroll_get_speed (self->x, gtk_widget_get_width (widget));

  if (self->frame_us > 0) {
    scroll_along (gtk_scrolled_window_get_hadjustment (self->scroller), across,
                  seconds);
    scroll_along (gtk_scrolled_window_get_vadjustment (self->scroller),
                  slip_edge_scroll_get_speed (self->y,
                                              gtk_widget_get_height (widget)),
                  seconds);
  }
  self->frame_us = now_us;
  return G_SOURCE_CONTINUE;
}

static void
motion_cb (GtkDropControllerMotion *motion,
           double x,
           double y,
           EdgeScroll *self)
{
  self->x = x;
  self->y = y;
  if (self->tick == 0) {
    self->frame_us = 0;
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->scroller),
                                               tick_cb, self, NULL);
  }
}

static void
stop (EdgeScroll *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->scroller), self->tick);
  self->tick = 0;
}

static void
leave_cb (GtkDropControllerMotion *motion, EdgeScroll *self)
{
  stop (self);
}

/* X11 sends no leave after a drop; then the controller knows of none. */
static void
contains_cb (GtkDropControllerMotion *motion,
             GParamSpec *pspec,
             EdgeScroll *self)
{
  if (!gtk_drop_controller_motion_contains_pointer (motion))
    stop (self);
}

void
slip_edge_scroll_add (GtkScrolledWindow *scroller)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();
  EdgeScroll *self = g_new0 (EdgeScroll, 1);

  self->scroller = scroller;
  g_object_set_data_full (G_OBJECT (motion), "slip-edge-scroll", self, g_free);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (motion, "notify::contains-pointer",
                    G_CALLBACK (contains_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (scroller), motion);
}

double
slip_edge_scroll_get_speed (double position, double length)
{
  double edge = MIN (EDGE_PX, length / 4);

  if (edge <= 0)
    return 0;
  if (position < edge)
    return -PX_PER_SECOND * (edge - MAX (0, position)) / edge;
  if (position > length - edge)
    return PX_PER_SECOND * (MIN (position, length) - length + edge) / edge;
  return 0;
}
