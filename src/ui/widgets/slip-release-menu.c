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

static void
append_tell (GMenu *menu, const char *release)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_Tell Audience…"), NULL);

  g_menu_item_set_action_and_target (item, SLIP_ACTION_TELL, "(sss)", release,
                                     "", "");
  g_menu_append_item (menu, item);
}

static void
append_gate (GMenu *menu, const char *release)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (_ ("_Gate…"), NULL);

  g_menu_item_set_action_and_target (item, SLIP_ACTION_SHOW_GATE, "(ss)",
                                     release, "");
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

GMenuModel *
slip_release_menu_new (const SlipRow *release)
{
  const char *id = slip_row_get_id (release);
  g_autoptr (GMenu) plan = g_menu_new ();
  g_autoptr (GMenu) templates = g_menu_new ();
  g_autoptr (GMenu) remove = g_menu_new ();
  g_autoptr (GMenuModel) statuses = new_status_menu (release);
  GMenu *menu = g_menu_new ();

  append_item (menu, _ ("_Open"), SLIP_ACTION_OPEN, id);
  append_item (plan, _ ("Move to _Date…"), SLIP_ACTION_MOVE_TO_DATE, id);
  g_menu_append_submenu (plan, _ ("Move to _Status"), statuses);
  if (slip_date_is_set (
        slip_release_get_planned (release, SLIP_ANCHOR_RELEASE).date))
    append_item (plan, _ ("_Unschedule"), SLIP_ACTION_UNSCHEDULE, id);
  append_tell (plan, id);
  if (!slip_release_is_closed (release)) {
    append_item (plan, _ ("_Go Wider…"), SLIP_ACTION_GO_WIDER, id);
    append_gate (plan, id);
  }
  g_menu_append_section (menu, NULL, G_MENU_MODEL (plan));
  if (!slip_release_is_closed (release))
    append_item (templates, _ ("_Apply Template…"), SLIP_ACTION_APPLY_TEMPLATE,
                 id);
  append_item (templates, _ ("Save as _Template…"),
               SLIP_ACTION_SAVE_AS_TEMPLATE, id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (templates));
  append_item (remove, _ ("De_lete"), SLIP_ACTION_DELETE, id);
  g_menu_append_section (menu, NULL, G_MENU_MODEL (remove));

  return G_MENU_MODEL (menu);
}

static GtkWidget *
ensure_popover (GtkWidget *widget)
{
  GtkWidget *popover = g_object_get_data (G_OBJECT (widget), MENU_KEY);

  if (popover != NULL)
    return popover;

  popover = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_widget_set_parent (popover, widget);
  g_object_set_data (G_OBJECT (widget), MENU_KEY, popover);
  return popover;
}

static void
popup (GtkWidget *widget, GMenuModel *menu, double x, double y)
{
  GtkWidget *popover = ensure_popover (widget);

  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (popover), menu);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                               x >= 0
                                 ? &(GdkRectangle){ (int) x, (int) y, 1, 1 }
                                 : NULL);
  gtk_popover_popup (GTK_POPOVER (popover));
}

void
slip_release_menu_popup (GtkWidget *widget,
                         const SlipRow *release,
                         double x,
                         double y)
{
  g_autoptr (GMenuModel) menu = slip_release_menu_new (release);

  popup (widget, menu, x, y);
}

void
slip_release_menu_popup_model (GtkWidget *widget, GMenuModel *menu)
{
  popup (widget, menu, -1, -1);
}

gboolean
slip_release_menu_is_open (GtkWidget *widget)
{
  GtkWidget *popover = g_object_get_data (G_OBJECT (widget), MENU_KEY);

  return popover != NULL && gtk_widget_get_visible (popover);
}

void
slip_release_menu_close (GtkWidget *widget)
{
  GtkWidget *popover = g_object_get_data (G_OBJECT (widget), MENU_KEY);

  if (popover != NULL)
    gtk_popover_popdown (GTK_POPOVER (popover));
}

void
slip_release_menu_present (GtkWidget *widget)
{
  GtkWidget *popover = g_object_get_data (G_OBJECT (widget), MENU_KEY);

  if (popover != NULL)
    gtk_popover_present (GTK_POPOVER (popover));
}

void
slip_release_menu_popdown (GtkWidget *widget)
{
  GtkWidget *popover = g_object_steal_data (G_OBJECT (widget), MENU_KEY);

  if (popover != NULL)
    gtk_widget_unparent (popover);
}
