/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-help.h"

#include "slip-help-topics.h"
#include "slip-help-window.h"

#define FOLDER "/io/github/slipway_planner/Slipway/help/"

/* A window that has its key already. */
#define DATA_KEY "slip-help-key"

struct _SlipHelp {
  GtkWidget *window; /* NULL until it is asked for, and when it is closed */
};

static void
closed_cb (gpointer data, GObject *window)
{
  SlipHelp *help = data;

  help->window = NULL;
}

static void
present (SlipHelp *help, const char *page)
{
  if (help->window == NULL) {
    help->window = slip_help_window_new (slip_help_load_book (), page);
    g_object_weak_ref (G_OBJECT (help->window), closed_cb, help);
  } else {
    slip_help_window_show_page (SLIP_HELP_WINDOW (help->window), page);
  }
  gtk_window_present (GTK_WINDOW (help->window));
}

static gboolean
key_cb (GtkWidget *window, GVariant *arguments, gpointer help)
{
  slip_help_show (help, "", GTK_WINDOW (window));
  return TRUE;
}

static gboolean
popover_key_cb (GtkWidget *popover, GVariant *arguments, gpointer help)
{
  GtkWidget *window = GTK_WIDGET (gtk_widget_get_root (popover));

  /* Without its key, the window has no help any more. */
  return g_object_get_data (G_OBJECT (window), DATA_KEY) != NULL &&
         key_cb (window, arguments, help);
}

static void
add_key (GtkWidget *widget, GtkShortcutFunc func, SlipHelp *help)
{
  GtkEventController *keys;
  GtkShortcut *shortcut;

  if (g_object_get_data (G_OBJECT (widget), DATA_KEY) != NULL)
    return;
  keys = gtk_shortcut_controller_new ();
  shortcut = gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_F1, 0),
                               gtk_callback_action_new (func, help, NULL));
  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (keys),
                                        shortcut);
  gtk_widget_add_controller (widget, keys);
  g_object_set_data (G_OBJECT (widget), DATA_KEY, keys);
}

/* What is open keeps the keys to itself. */
static void
focus_moved_cb (GtkWindow *window, GParamSpec *pspec, SlipHelp *help)
{
  GtkWidget *focus = gtk_window_get_focus (window);
  GtkWidget *popover =
    focus != NULL ? gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) : NULL;

  if (popover != NULL)
    add_key (popover, popover_key_cb, help);
}

static void
watch (GtkWidget *window, SlipHelp *help)
{
  if (g_object_get_data (G_OBJECT (window), DATA_KEY) != NULL)
    return;
  add_key (window, key_cb, help);
  g_signal_connect (window, "notify::focus-widget", G_CALLBACK (focus_moved_cb),
                    help);
}

static void
windows_changed_cb (GListModel *windows,
                    guint position,
                    guint n_removed,
                    guint n_added,
                    SlipHelp *help)
{
  for (guint i = position; i < position + n_added; i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

    watch (window, help);
  }
}

SlipHelp *
slip_help_new (void)
{
  SlipHelp *help = g_new0 (SlipHelp, 1);
  GListModel *windows = gtk_window_get_toplevels ();

  g_signal_connect (windows, "items-changed", G_CALLBACK (windows_changed_cb),
                    help);
  windows_changed_cb (windows, 0, 0, g_list_model_get_n_items (windows), help);
  return help;
}

static void
remove_keys (SlipHelp *help, GListModel *windows)
{
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);
    GtkEventController *keys = g_object_get_data (G_OBJECT (window), DATA_KEY);

    if (keys != NULL)
      gtk_widget_remove_controller (window, keys);
    g_signal_handlers_disconnect_by_data (window, help);
    g_object_set_data (G_OBJECT (window), DATA_KEY, NULL);
  }
}

void
slip_help_free (SlipHelp *help)
{
  GListModel *windows = gtk_window_get_toplevels ();

  g_signal_handlers_disconnect_by_data (windows, help);
  remove_keys (help, windows);
  if (help->window != NULL) {
    g_object_weak_unref (G_OBJECT (help->window), closed_cb, help);
    gtk_window_destroy (GTK_WINDOW (help->window));
  }
  g_free (help);
}

void
slip_help_show (SlipHelp *help, const char *page, GtkWindow *window)
{
  const char *topic = NULL;

  g_return_if_fail (help != NULL && page != NULL);

  if (*page == '\0' && window != NULL) {
    GtkWidget *focus = gtk_root_get_focus (GTK_ROOT (window));

    topic = slip_help_topics_find (focus != NULL ? focus : GTK_WIDGET (window));
  }
  if (*page == '\0')
    page = topic != NULL ? topic : SLIP_HELP_INDEX;
  present (help, page);
}

SlipHelpBook *
slip_help_load_book (void)
{
  SlipHelpBook *book = slip_help_book_new ();
  g_auto (GStrv) names =
    g_resources_enumerate_children (FOLDER, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; names != NULL && names[i] != NULL; i++) {
    g_autofree char *path = g_strconcat (FOLDER, names[i], NULL);
    g_autoptr (GError) error = NULL;
    g_autoptr (GBytes) bytes =
      g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
    SlipHelpPage *page =
      bytes != NULL ? slip_help_page_new (g_bytes_get_data (bytes, NULL),
                                          g_bytes_get_size (bytes), &error)
                    : NULL;

    if (page != NULL)
      slip_help_book_take (book, page);
    else
      g_warning ("No page of the help is %s: %s", names[i], error->message);
  }
  return book;
}
