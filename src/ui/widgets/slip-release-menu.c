/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-release-menu.h"

#include "slip-actions.h"

#include <glib/gi18n-lib.h>

#define MENU_KEY "slip-release-menu"

static void
append_item (GMenu *menu, const char *label, const char *action, const char *id)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target (item, action, "s", id);
  g_menu_append_item (menu, item);
}

static GMenuModel *
new_status_menu (const SlipRow *release)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < SLIP_N_STATUSES; i++) {
    g_autoptr (GMenuItem) item = NULL;

    if (i == slip_release_get_status (release))
      continue;
    item = g_menu_item_new (slip_status_get_label (i), NULL);
    g_menu_item_set_action_and_target (item, SLIP_ACTION_STATUS, "(ss)",
                                       slip_row_get_id (release),
                                       slip_status_get_nick (i));
    g_menu_append_item (menu, item);
  }

  return G_MENU_MODEL (menu);
}

static gboolean
unparent_idle_cb (gpointer popover)
{
  GtkWidget *widget = gtk_widget_get_parent (popover);

  if (widget && g_object_get_data (G_OBJECT (widget), MENU_KEY) == popover)
    slip_release_menu_popdown (widget);

  return G_SOURCE_REMOVE;
}

/* The action of the chosen item runs after the menu has closed. */
static void
closed_cb (GtkWidget *popover)
{
  g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, unparent_idle_cb,
                   g_object_ref (popover), g_object_unref);
}

GMenuModel *
slip_release_menu_new (const SlipRow *release)
{
  const char *id = slip_row_get_id (release);
  g_autoptr (GMenu) plan = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();
  g_autoptr (GMenuModel) statuses = new_status_menu (release);
  GMenu *menu = g_menu_new ();

  append_item (menu, _ ("_Open"), SLIP_ACTION_OPEN, id);
  append_item (plan, _ ("Move to _Date…"), SLIP_ACTION_MOVE_TO_DATE, id);
  g_menu_append_submenu (plan, _ ("Move to _Status"), statuses);
  if (slip_date_is_set (
        slip_release_get_planned (release, SLIP_ANCHOR_RELEASE).date))
    append_item (plan, _ ("_Unschedule"), SLIP_ACTION_UNSCHEDULE, id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plan));
  append_item (remove, _ ("De_lete"), SLIP_ACTION_DELETE, id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));

  return G_MENU_MODEL (menu);
}

void
slip_release_menu_popup (GtkWidget *widget,
                         const SlipRow *release,
                         double x,
                         double y)
{
  g_autoptr (GMenuModel) menu = slip_release_menu_new (release);
  GtkWidget *popover = gtk_popover_menu_new_from_model (menu);

  slip_release_menu_popdown (widget);
  gtk_widget_set_parent (popover, widget);
  g_object_set_data (G_OBJECT (widget), MENU_KEY, popover);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  if (x >= 0)
    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle){ (int) x, (int) y, 1, 1 });
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
slip_release_menu_popdown (GtkWidget *widget)
{
  GtkWidget *popover = g_object_steal_data (G_OBJECT (widget), MENU_KEY);

  if (popover)
    gtk_widget_unparent (popover);
}
