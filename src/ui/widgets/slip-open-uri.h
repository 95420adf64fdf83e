/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Whether @uri (nullable) is an address of the web: http or https. */
gboolean slip_uri_is_web (const char *uri);

/* Whether @uri (nullable) is one that people write to: mailto. */
gboolean slip_uri_is_mail (const char *uri);

/**
 * slip_open_uri:
 * @widget: what was clicked; its window asks
 * @uri: (nullable): text from outside; nothing happens unless it is of the web
 *   or mail
 *
 * Opens an address in the person's browser or mail program.
 */
void slip_open_uri (GtkWidget *widget, const char *uri);

G_END_DECLS
