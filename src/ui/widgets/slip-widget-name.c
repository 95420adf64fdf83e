/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-widget-name.h"

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("slip-widget-name");
}

void
slip_widget_name_set (GtkWidget *widget, char *name)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  g_object_set_qdata_full (G_OBJECT (widget), get_quark (), name, g_free);
}

const char *
slip_widget_name_get (GtkWidget *widget)
{
  g_return_val_if_fail (GTK_IS_WIDGET (widget), NULL);

  const char *name = g_object_get_qdata (G_OBJECT (widget), get_quark ());
  return name != NULL ? name : gtk_widget_get_name (widget);
}
