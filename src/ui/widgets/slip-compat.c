/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-compat.h"

#if GTK_CHECK_VERSION(4, 14, 0)

void
slip_compat_announce (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  gtk_accessible_announce (GTK_ACCESSIBLE (widget), text,
                           GTK_ACCESSIBLE_ANNOUNCEMENT_PRIORITY_MEDIUM);
}

#else

static void
focus_changed_cb (GtkWidget *widget)
{
  if (gtk_widget_has_focus (widget))
    return;
  gtk_accessible_reset_property (GTK_ACCESSIBLE (widget),
                                 GTK_ACCESSIBLE_PROPERTY_DESCRIPTION);
  g_signal_handlers_disconnect_by_func (widget, focus_changed_cb, NULL);
}

void
slip_compat_announce (GtkWidget *widget, const char *text)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL);

  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *focus = root != NULL ? gtk_root_get_focus (root) : NULL;
  if (focus == NULL)
    focus = widget;
  gtk_accessible_update_property (GTK_ACCESSIBLE (focus),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text,
                                  -1);
  g_signal_handlers_disconnect_by_func (focus, focus_changed_cb, NULL);
  g_signal_connect (focus, "notify::has-focus", G_CALLBACK (focus_changed_cb),
                    NULL);
}

#endif
