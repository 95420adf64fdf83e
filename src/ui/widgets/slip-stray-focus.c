/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stray-focus.h"

/* A popover that opens may have the focus before it is mapped. */
#define N_FRAMES 2

typedef struct {
  GtkWindow *window;
  GtkWidget *before; /* weak: what had the focus last outside of popovers */
  gboolean is_in_popover;
  int n_frames; /* until it is looked for; 0 while it is not */
} Watch;

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

/* Where nothing takes the focus from a menu that closes, it comes to what
 * scrolls around it. */
static gboolean
is_around (GtkWidget *focus, GtkWidget *before)
{
  return focus != NULL && before != NULL &&
         gtk_widget_is_ancestor (before, focus);
}

/* To where it was before, else to what the menu hangs on.  What is told to move
 * the focus on must not find it in the menu. */
static void
give_back (Watch *watch, GtkWidget *popover)
{
  GtkWidget *widget = popover != NULL ? gtk_widget_get_parent (popover) : NULL;

  gtk_window_set_focus (watch->window, NULL);
  if (watch->before != NULL && gtk_widget_get_mapped (watch->before) &&
      gtk_widget_grab_focus (watch->before))
    return;
  while (widget != NULL && !gtk_widget_grab_focus (widget) &&
         !gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD))
    widget = gtk_widget_get_parent (widget);
}

static gboolean
tick_cb (GtkWidget *window, GdkFrameClock *frame_clock, gpointer data)
{
  Watch *watch = data;
  GtkWidget *focus = gtk_window_get_focus (watch->window);
  GtkWidget *popover = find_closed (focus);
  gboolean is_stray = popover != NULL || is_around (focus, watch->before);

  if (is_stray && --watch->n_frames > 0)
    return G_SOURCE_CONTINUE;
  watch->n_frames = 0;
  if (is_stray)
    give_back (watch, popover);
  return G_SOURCE_REMOVE;
}

static void
look_soon (Watch *watch)
{
  if (watch->n_frames > 0)
    return;
  watch->n_frames = N_FRAMES;
  gtk_widget_add_tick_callback (GTK_WIDGET (watch->window), tick_cb, watch,
                                NULL);
}

static void
focus_changed_cb (GtkWindow *window, GParamSpec *pspec, Watch *watch)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  gboolean was_in_popover = watch->is_in_popover;

  if (focus == NULL)
    return;
  watch->is_in_popover =
    gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL;
  if (find_closed (focus) != NULL ||
      (was_in_popover && is_around (focus, watch->before)))
    look_soon (watch);
  else if (!watch->is_in_popover)
    g_set_weak_pointer (&watch->before, focus);
}

static void
free_watch (gpointer data, GClosure *closure)
{
  Watch *watch = data;

  g_clear_weak_pointer (&watch->before);
  g_free (watch);
}

void
slip_stray_focus_watch (GtkWindow *window)
{
  Watch *watch = g_new0 (Watch, 1);

  g_return_if_fail (GTK_IS_WINDOW (window));

  watch->window = window;
  g_signal_connect_data (window, "notify::focus-widget",
                         G_CALLBACK (focus_changed_cb), watch, free_watch, 0);
}
