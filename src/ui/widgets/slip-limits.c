/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-limits.h"

typedef struct {
  guint max_releases;
  guint max_items;
} Limits;

static GQuark
get_key (void)
{
  static GQuark key;

  if (key == 0)
    key = g_quark_from_static_string ("slip-limits");
  return key;
}

static const Limits *
get_limits (GtkWindow *window)
{
  return g_object_get_qdata (G_OBJECT (window), get_key ());
}

void
slip_limits_set (GtkWidget *window, guint max_releases, guint max_items)
{
  g_return_if_fail (GTK_IS_WINDOW (window));
  g_return_if_fail (max_releases > 0 && max_items > 0);

  Limits *limits = g_new (Limits, 1);
  *limits = (Limits){ max_releases, max_items };
  g_object_set_qdata_full (G_OBJECT (window), get_key (), limits, g_free);
}

/* Those of the window that knows, at or behind the one that @widget is in; NULL
 * for none. */
static const Limits *
find_limits (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWindow *window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  const Limits *limits = NULL;

  while (window != NULL && (limits = get_limits (window)) == NULL)
    window = gtk_window_get_transient_for (window);
  return limits;
}

SlipConflictContext
slip_limits_get_context (GtkWidget *widget, SlipDate today)
{
  SlipConflictContext context = slip_conflict_context_new (today);

  g_return_val_if_fail (GTK_IS_WIDGET (widget), context);

  const Limits *limits = find_limits (widget);
  if (limits != NULL) {
    context.max_releases = limits->max_releases;
    context.max_items = limits->max_items;
  }
  return context;
}
