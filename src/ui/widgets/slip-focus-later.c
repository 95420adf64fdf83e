/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-focus-later.h"

#define N_FRAMES 2

static gboolean
is_in_popover (GtkWidget *focus)
{
  GtkWidget *popover =
    focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  return popover != NULL && gtk_widget_get_mapped (popover);
}

static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer data)
{
  int *n_frames = data;
  GtkRoot *root = gtk_widget_get_root (widget);

  if (--*n_frames > 0)
    return G_SOURCE_CONTINUE;
  if (root != NULL && !is_in_popover (gtk_root_get_focus (root)))
    gtk_widget_grab_focus (widget);
  return G_SOURCE_REMOVE;
}

void
slip_focus_later (GtkWidget *widget)
{
  int *n_frames = g_new (int, 1);

  g_return_if_fail (GTK_IS_WIDGET (widget));

  *n_frames = N_FRAMES;
  gtk_widget_add_tick_callback (widget, tick_cb, n_frames, g_free);
}
