/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-popover-focus.h"

gboolean
slip_popover_focus_move (GtkWidget *widget, GtkDirectionType direction)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);

  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  GtkWidget *popover =
    focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;
  if (popover == NULL || !gtk_widget_is_ancestor (popover, widget))
    return FALSE;

  gtk_widget_child_focus (popover, direction);
  return TRUE;
}
