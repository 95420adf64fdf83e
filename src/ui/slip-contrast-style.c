/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-contrast-style.h"

#include <adwaita.h>

#define STYLE "/io/github/slipway_planner/Slipway/high-contrast.css"

/* After what holds for everybody. */
#define PRIORITY (GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1)

static void
changed_cb (AdwStyleManager *manager, GParamSpec *pspec, GtkCssProvider *style)
{
  GdkDisplay *display = adw_style_manager_get_display (manager);

  if (adw_style_manager_get_high_contrast (manager))
    gtk_style_context_add_provider_for_display (display,
                                                GTK_STYLE_PROVIDER (style),
                                                PRIORITY);
  else
    gtk_style_context_remove_provider_for_display (display,
                                                   GTK_STYLE_PROVIDER (style));
}

void
slip_contrast_style_add (GdkDisplay *display)
{
  AdwStyleManager *manager;
  GtkCssProvider *style;

  g_return_if_fail (GDK_IS_DISPLAY (display));

  manager = adw_style_manager_get_for_display (display);
  style = gtk_css_provider_new ();
  gtk_css_provider_load_from_resource (style, STYLE);
  g_signal_connect_data (manager, "notify::high-contrast",
                         G_CALLBACK (changed_cb), style,
                         (GClosureNotify) (void (*) (void)) g_object_unref, 0);
  changed_cb (manager, NULL, style);
}
