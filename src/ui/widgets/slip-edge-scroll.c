/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-edge-scroll.h"

#include <math.h>

#define KEY           "slip-edge-scroll"
#define EDGE_PX       48.0
#define PX_PER_SECOND 900.0

/* One for each scrolled window, owned by its drop controller. */
typedef struct {
  GtkScrolledWindow *scroller;
  GdkDrag *drag; /* (nullable): of this program, whose end is listened for */
  double x;
  double y;
  gint64 frame_us;
  guint tick;
} EdgeScroll;

static void
edge_scroll_free (gpointer data)
{
  EdgeScroll *self = data;

  g_clear_weak_pointer (&self->drag);
  g_free (self);
}

static double
get_speed_across (EdgeScroll *self)
{
  return slip_edge_scroll_get_speed (self->x, gtk_widget_get_width (
                                                GTK_WIDGET (self->scroller)));
}

static double
get_speed_down (EdgeScroll *self)
{
  return slip_edge_scroll_get_speed (self->y, gtk_widget_get_height (
                                                GTK_WIDGET (self->scroller)));
}

/* Returns: whether there was still somewhere to go. */
static gboolean
scroll_along (GtkAdjustment *adjustment, double speed, double seconds)
{
  double before = gtk_adjustment_get_value (adjustment);
  double after;

  if (!(speed < 0 || speed > 0))
    return FALSE;
  gtk_adjustment_set_value (adjustment, before + speed * seconds);
  after = gtk_adjustment_get_value (adjustment);
  return after < before || after > before;
}

/* Ends where there is nothing to scroll, as every frame costs something. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  EdgeScroll *self = data;
  gint64 now_us = gdk_frame_clock_get_frame_time (clock);
  double seconds = (now_us - self->frame_us) / 1e6;
  gboolean is_first = self->frame_us == 0;
  gboolean has_moved = FALSE;

  self->frame_us = now_us;
  if (is_first)
    return G_SOURCE_CONTINUE;
  has_moved |=
    scroll_along (gtk_scrolled_window_get_hadjustment (self->scroller),
                  get_speed_across (self), seconds);
  has_moved |=
    scroll_along (gtk_scrolled_window_get_vadjustment (self->scroller),
                  get_speed_down (self), seconds);
  if (has_moved)
    return G_SOURCE_CONTINUE;
  self->tick = 0;
  return G_SOURCE_REMOVE;
}

static void
stop (EdgeScroll *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->scroller), self->tick);
  self->tick = 0;
}

static void
drag_over_cb (GtkDropControllerMotion *motion)
{
  stop (g_object_get_data (G_OBJECT (motion), KEY));
}

/* X11 sends no leave after a drop. */
static void
listen_for_end (EdgeScroll *self, GtkDropControllerMotion *motion)
{
  GdkDrop *drop = gtk_drop_controller_motion_get_drop (motion);
  GdkDrag *drag = drop != NULL ? gdk_drop_get_drag (drop) : NULL;

  if (drag == NULL || !g_set_weak_pointer (&self->drag, drag))
    return;
  g_signal_connect_object (drag, "drop-performed", G_CALLBACK (drag_over_cb),
                           motion, G_CONNECT_SWAPPED);
  g_signal_connect_object (drag, "cancel", G_CALLBACK (drag_over_cb), motion,
                           G_CONNECT_SWAPPED);
}

static void
motion_cb (GtkDropControllerMotion *motion,
           double x,
           double y,
           EdgeScroll *self)
{
  gboolean is_at_edge;

  self->x = x;
  self->y = y;
  is_at_edge =
    fabs (get_speed_across (self)) > 0 || fabs (get_speed_down (self)) > 0;
  listen_for_end (self, motion);
  if (self->tick == 0 && is_at_edge) {
    self->frame_us = 0;
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->scroller),
                                               tick_cb, self, NULL);
  }
}

static void
leave_cb (GtkDropControllerMotion *motion, EdgeScroll *self)
{
  stop (self);
}

void
slip_edge_scroll_add (GtkScrolledWindow *scroller)
{
  GtkEventController *motion = gtk_drop_controller_motion_new ();
  EdgeScroll *self = g_new0 (EdgeScroll, 1);

  self->scroller = scroller;
  g_object_set_data_full (G_OBJECT (motion), KEY, self, edge_scroll_free);
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (motion, "leave", G_CALLBACK (leave_cb), self);
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
