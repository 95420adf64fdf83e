/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stray-focus.h"

/* A popover that opens may have the focus before it is mapped. */
#define N_FRAMES 2

/* The popover around @widget that is closed, the outermost; or NULL. */
static GtkWidget *
find_closed (GtkWidget *widget)
{
  GtkWidget *closed = NULL;

  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (GTK_IS_POPOVER (widget) && !gtk_widget_get_mapped (widget))
      closed = widget;
  return closed;
}

static void
give_back (GtkWindow *window, GtkWidget *popover)
{
  GtkWidget *widget = gtk_widget_get_parent (popover);

  while (widget != NULL && !gtk_widget_grab_focus (widget))
    widget = gtk_widget_get_parent (widget);
  if (find_closed (gtk_window_get_focus (window)) != NULL)
    gtk_window_set_focus (window, NULL);
}

static gboolean
tick_cb (GtkWidget *window, GdkFrameClock *frame_clock, gpointer data)
{
  int *n_frames = data;
  GtkWidget *popover = find_closed (gtk_window_get_focus (GTK_WINDOW (window)));

  if (popover == NULL)
    return G_SOURCE_REMOVE;
  if (--*n_frames > 0)
    return G_SOURCE_CONTINUE;
  give_back (GTK_WINDOW (window), popover);
  return G_SOURCE_REMOVE;
}

static void
focus_changed_cb (GtkWindow *window)
{
  int *n_frames;

  if (find_closed (gtk_window_get_focus (window)) == NULL)
    return;
  n_frames = g_new (int, 1);
  *n_frames = N_FRAMES;
  gtk_widget_add_tick_callback (GTK_WIDGET (window), tick_cb, n_frames, g_free);
}

void
slip_stray_focus_watch (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_signal_connect (window, "notify::focus-widget",
                    G_CALLBACK (focus_changed_cb), NULL);
}
