/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-window-keys.h"

/* The keys that a window has got. */
#define DATA_KEY "slip-window-keys"

struct _SlipWindowKeys {
  GtkApplication *application; /* borrowed */
};

static gboolean
is_of_application (GtkWidget *window)
{
  return gtk_window_get_application (GTK_WINDOW (window)) != NULL;
}

static gboolean
close_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  if (is_of_application (window))
    return FALSE;
  gtk_window_close (GTK_WINDOW (window));
  return TRUE;
}

static gboolean
quit_cb (GtkWidget *window, GVariant *arguments, gpointer data)
{
  SlipWindowKeys *self = data;
  if (is_of_application (window))
    return FALSE;
  g_action_group_activate_action (G_ACTION_GROUP (self->application), "quit",
                                  NULL);
  return TRUE;
}

/* The keys of @action are those of the application's windows. */
static void
add_key (SlipWindowKeys *self,
         GtkEventController *keys,
         const char *action,
         GtkShortcutFunc func)
{
  g_auto (GStrv) accels =
    gtk_application_get_accels_for_action (self->application, action);
  for (guint i = 0; accels[i] != NULL; i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (keys),
      gtk_shortcut_new (gtk_shortcut_trigger_parse_string (accels[i]),
                        gtk_callback_action_new (func, self, NULL)));
}

static void
watch (SlipWindowKeys *self, GtkWidget *window)
{
  if (g_object_get_data (G_OBJECT (window), DATA_KEY) != NULL)
    return;
  GtkEventController *keys = gtk_shortcut_controller_new ();
  add_key (self, keys, "app.close-window", close_cb);
  add_key (self, keys, "app.quit", quit_cb);
  gtk_widget_add_controller (window, keys);
  g_object_set_data (G_OBJECT (window), DATA_KEY, keys);
}

static void
windows_changed_cb (GListModel *windows,
                    guint position,
                    guint n_removed,
                    guint n_added,
                    SlipWindowKeys *self)
{
  for (guint i = position; i < position + n_added; i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
    watch (self, window);
  }
}

SlipWindowKeys *
slip_window_keys_new (GtkApplication *application)
{
  g_return_val_if_fail (GTK_IS_APPLICATION (application), NULL);

  SlipWindowKeys *self = g_new0 (SlipWindowKeys, 1);
  GListModel *windows = gtk_window_get_toplevels ();
  self->application = application;
  g_signal_connect (windows, "items-changed", G_CALLBACK (windows_changed_cb),
                    self);
  windows_changed_cb (windows, 0, 0, g_list_model_get_n_items (windows), self);
  return self;
}

void
slip_window_keys_free (SlipWindowKeys *self)
{
  if (self == NULL)
    return;
  GListModel *windows = gtk_window_get_toplevels ();
  g_signal_handlers_disconnect_by_data (windows, self);
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
    GtkEventController *keys = g_object_get_data (G_OBJECT (window), DATA_KEY);
    if (keys != NULL)
      gtk_widget_remove_controller (window, keys);
    g_object_set_data (G_OBJECT (window), DATA_KEY, NULL);
  }
  g_free (self);
}

void
slip_window_keys_close_dialogs (GtkWindow *window)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = g_list_model_get_n_items (windows); i > 0; i--) {
    g_autoptr (GtkWindow) other = g_list_model_get_item (windows, i - 1);
    /* Others may have gone with the one before. */
    if (other == NULL || gtk_window_get_transient_for (other) != window)
      continue;
    slip_window_keys_close_dialogs (other);
    /* Else a field is left when the window behind is gone as well. */
    gtk_window_set_focus (other, NULL);
    gtk_window_close (other);
  }
}
