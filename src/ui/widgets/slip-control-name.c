/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-control-name.h"

static void
set_label (GtkWidget *widget, const char *name)
{
  gtk_accessible_update_property (GTK_ACCESSIBLE (widget),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

void
slip_control_name_buttons (GtkWidget *widget, const char *others)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (GTK_IS_BUTTON (widget) &&
      gtk_button_get_icon_name (GTK_BUTTON (widget)) != NULL) {
    const char *tooltip = gtk_widget_get_tooltip_text (widget);
    if (tooltip != NULL || others != NULL)
      set_label (widget, tooltip != NULL ? tooltip : others);
    return;
  }
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    slip_control_name_buttons (child, others);
}

static void
selected_cb (GtkDropDown *drop_down)
{
  GtkWidget *button = gtk_widget_get_first_child (GTK_WIDGET (drop_down));
  gpointer item = gtk_drop_down_get_selected_item (drop_down);
  const char *chosen =
    GTK_IS_STRING_OBJECT (item) ? gtk_string_object_get_string (item) : "";

  gtk_accessible_update_property (GTK_ACCESSIBLE (button),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, chosen,
                                  -1);
}

void
slip_control_name_set (GtkWidget *control, const char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (control));
  g_return_if_fail (name != NULL);

  set_label (control, name);
  if (!GTK_IS_DROP_DOWN (control) && !GTK_IS_MENU_BUTTON (control) &&
      !GTK_IS_COLOR_BUTTON (control))
    return;
  set_label (gtk_widget_get_first_child (control), name);
  if (!GTK_IS_DROP_DOWN (control))
    return;
  g_signal_handlers_disconnect_by_func (control, selected_cb, NULL);
  g_signal_connect (control, "notify::selected-item", G_CALLBACK (selected_cb),
                    NULL);
  selected_cb (GTK_DROP_DOWN (control));
}
