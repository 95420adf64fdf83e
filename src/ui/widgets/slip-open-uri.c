/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-open-uri.h"

static gboolean
has_scheme (const char *uri, const char *scheme)
{
  g_autofree char *found = uri ? g_uri_parse_scheme (uri) : NULL;

  return found && g_ascii_strcasecmp (found, scheme) == 0 &&
         g_uri_is_valid (uri, G_URI_FLAGS_NONE, NULL);
}

gboolean
slip_uri_is_web (const char *uri)
{
  return has_scheme (uri, "https") || has_scheme (uri, "http");
}

gboolean
slip_uri_is_mail (const char *uri)
{
  return has_scheme (uri, "mailto");
}

void
slip_open_uri (GtkWidget *widget, const char *uri)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));

  if (slip_uri_is_web (uri) || slip_uri_is_mail (uri))
    gtk_show_uri (GTK_WINDOW (gtk_widget_get_root (widget)), uri,
                  GDK_CURRENT_TIME);
}
