/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-limits.h"

#define KEY_RELEASES "slip-max-releases"
#define KEY_ITEMS    "slip-max-items"

static void
set (GtkWidget *window, const char *key, guint limit)
{
  g_object_set_data (G_OBJECT (window), key, GUINT_TO_POINTER (limit));
}

void
slip_limits_set (GtkWidget *window, guint max_releases, guint max_items)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (max_releases > 0 && max_items > 0);

  set (window, KEY_RELEASES, max_releases);
  set (window, KEY_ITEMS, max_items);
}

/* The window that knows, at or behind the one that @widget is in; NULL for
 * none. */
static GtkWidget *
find_window (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;

  while (window && !g_object_get_data (G_OBJECT (window), KEY_RELEASES))
    window = gtk_window_get_transient_for (window);
  return window ? GTK_WIDGET (window) : NULL;
}

SlipConflictContext
slip_limits_get_context (GtkWidget *widget, SlipDate today)
{
  SlipConflictContext context = slip_conflict_context_new (today);
  GtkWidget *window;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), context);

  window = find_window (widget);
  if (window) {
    context.max_releases =
      GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (window), KEY_RELEASES));
    context.max_items =
      GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (window), KEY_ITEMS));
  }
  return context;
}
