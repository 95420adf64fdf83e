/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-tab-stop.h"

/* GTK_LIST_TAB_ITEM, since GTK 4.18. */
#define TAB_BY_ITEM 1

void
slip_tab_stop_make (GtkWidget *list)
{
  g_return_if_fail (GTK_IS_WIDGET (list));

  if (g_object_class_find_property (G_OBJECT_GET_CLASS (list),
                                    "tab-behavior") != NULL)
    g_object_set (list, "tab-behavior", TAB_BY_ITEM, NULL);
}

gboolean
slip_tab_stop_holds (GtkWidget *list, GtkDirectionType direction)
{
  g_return_val_if_fail (GTK_IS_WIDGET (list), FALSE);

  return (direction == GTK_DIR_TAB_FORWARD ||
          direction == GTK_DIR_TAB_BACKWARD) &&
         gtk_widget_get_focus_child (list) != NULL;
}

static gboolean
focus_before (GtkWidget *widget)
{
  for (GtkWidget *other = gtk_widget_get_prev_sibling (widget); other != NULL;
       other = gtk_widget_get_prev_sibling (other))
    if (gtk_widget_get_mapped (other) &&
        gtk_widget_child_focus (other, GTK_DIR_TAB_BACKWARD))
      return TRUE;
  return FALSE;
}

gboolean
slip_tab_stop_leave (GtkWidget *list,
                     GtkWidget *view,
                     GtkDirectionType direction)
{
  g_return_val_if_fail (GTK_IS_WIDGET (list), FALSE);
  g_return_val_if_fail (gtk_widget_is_ancestor (list, view), FALSE);

  if (direction == GTK_DIR_TAB_FORWARD)
    return FALSE;
  for (GtkWidget *part = list; part != view;
       part = gtk_widget_get_parent (part))
    if (focus_before (part))
      return TRUE;
  return FALSE;
}
