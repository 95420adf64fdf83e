/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-plans-window.h"

#include "slip-date-text.h"
#include "slip-plain-text.h"
#include "slip-plan-folder.h"

#include <glib/gi18n.h>

#define DATA_KEY "slip-plans-window"
#define PATH_KEY "slip-plan-path"

typedef struct {
  SlipWindow *window; /* borrowed: the one the dialog stands before */
  SlipPlansWindowFunc choose_file;
  AdwPreferencesGroup *plans;
  AdwEntryRow *name;
  GCancellable *cancellable;
} Dialog;

static void
dialog_free (gpointer data)
{
  Dialog *dialog = data;

  g_cancellable_cancel (dialog->cancellable);
  g_object_unref (dialog->cancellable);
  g_free (dialog);
}

static Dialog *
get_dialog (gpointer front)
{
  return g_object_get_data (front, DATA_KEY);
}

static void
open_plan (GtkWindow *front,
           const char *path,
           SlipStoreFlags flags,
           SlipWindowStart start)
{
  SlipWindow *window = get_dialog (front)->window;

  slip_window_open (window, path, flags, start);
  gtk_window_close (front);
}

static void
row_activated_cb (GtkWidget *row, GtkWindow *front)
{
  open_plan (front, g_object_get_data (G_OBJECT (row), PATH_KEY),
             SLIP_STORE_DEFAULT, SLIP_WINDOW_START_PLAIN);
}

static GtkWidget *
new_row (GtkWindow *front, const SlipFolderPlan *plan)
{
  const Dialog *dialog = get_dialog (front);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *changed = slip_instant_dup_text (plan->changed_at_ms);
  /* Translators: when a plan was last changed, a date and a time. */
  g_autofree char *subtitle = g_strdup_printf (_ ("Changed %s"), changed);
  gboolean is_open =
    g_strcmp0 (plan->path, slip_window_get_path (dialog->window)) == 0;

  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (row), plan->name);
  slip_plain_text_set_row_subtitle (ADW_ACTION_ROW (row),
                                    is_open ? _ ("Open") : subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), !is_open);
  g_object_set_data_full (G_OBJECT (row), PATH_KEY, g_strdup (plan->path),
                          g_free);
  g_signal_connect_object (row, "activated", G_CALLBACK (row_activated_cb),
                           front, 0);
  return row;
}

static void
listed_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) plans = slip_plan_folder_list_finish (result, &error);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return;
  Dialog *dialog = get_dialog (data);
  if (plans == NULL || plans->len == 0)
    slip_plain_text_set_group (dialog->plans, _ ("Plans"),
                               error != NULL ? error->message
                                             : _ ("There is none yet"));
  for (guint i = 0; plans != NULL && i < plans->len; i++)
    adw_preferences_group_add (dialog->plans, new_row (data, plans->pdata[i]));
}

static void
make_cb (AdwEntryRow *entry, GtkWindow *front)
{
  const char *name = gtk_editable_get_text (GTK_EDITABLE (entry));
  g_autofree char *path = slip_plan_folder_dup_path (name);

  if (path != NULL) {
    open_plan (front, path, SLIP_STORE_CREATE_NEW, SLIP_WINDOW_START_STARTER);
    return;
  }
  gtk_widget_add_css_class (GTK_WIDGET (entry), "error");
  gtk_widget_grab_focus (GTK_WIDGET (entry));
}

static void
typed_cb (GtkWidget *entry)
{
  gtk_widget_remove_css_class (entry, "error");
}

static void
choose_cb (GtkWidget *row, GtkWindow *front)
{
  Dialog *dialog = get_dialog (front);
  SlipPlansWindowFunc choose_file = dialog->choose_file;
  g_autoptr (SlipWindow) window = g_object_ref (dialog->window);

  gtk_window_close (front);
  choose_file (window);
}

static void
add_other_group (GtkWindow *front, AdwPreferencesPage *page)
{
  Dialog *dialog = get_dialog (front);
  GtkWidget *group = adw_preferences_group_new ();
  GtkWidget *file = adw_action_row_new ();

  dialog->name = ADW_ENTRY_ROW (adw_entry_row_new ());
  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (dialog->name),
                                 _ ("Name of a new plan"));
  adw_entry_row_set_show_apply_button (dialog->name, TRUE);
  gtk_widget_set_name (GTK_WIDGET (dialog->name), "new-plan");
  g_signal_connect_object (dialog->name, "apply", G_CALLBACK (make_cb), front,
                           0);
  g_signal_connect (dialog->name, "changed", G_CALLBACK (typed_cb), NULL);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group),
                             GTK_WIDGET (dialog->name));

  slip_plain_text_set_row_title (ADW_PREFERENCES_ROW (file),
                                 _ ("From a file…"));
  slip_plain_text_set_row_subtitle (
    ADW_ACTION_ROW (file), _ ("A copy is opened, and the file stays as it is"));
  gtk_widget_set_name (file, "from-file");
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (file), TRUE);
  adw_action_row_add_suffix (ADW_ACTION_ROW (file),
                             gtk_image_new_from_icon_name ("go-next-symbolic"));
  g_signal_connect_object (file, "activated", G_CALLBACK (choose_cb), front, 0);
  adw_preferences_group_add (ADW_PREFERENCES_GROUP (group), file);
  adw_preferences_page_add (page, ADW_PREFERENCES_GROUP (group));
}

static void
add_escape (GtkWidget *front)
{
  GtkEventController *keys = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_add_shortcut (
    GTK_SHORTCUT_CONTROLLER (keys),
    gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_Escape, 0),
                      gtk_named_action_new ("window.close")));
  gtk_widget_add_controller (front, keys);
}

void
slip_plans_window_present (SlipWindow *window, SlipPlansWindowFunc choose_file)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));
  g_return_if_fail (choose_file != NULL);

  GtkWidget *front = adw_window_new ();
  GtkWidget *content = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *header = adw_header_bar_new ();
  GtkWidget *page = adw_preferences_page_new ();
  Dialog *dialog = g_new0 (Dialog, 1);

  dialog->window = window;
  dialog->choose_file = choose_file;
  dialog->cancellable = g_cancellable_new ();
  dialog->plans = ADW_PREFERENCES_GROUP (adw_preferences_group_new ());
  g_object_set_data_full (G_OBJECT (front), DATA_KEY, dialog, dialog_free);
  gtk_widget_set_name (front, "plans");
  gtk_window_set_title (GTK_WINDOW (front), _ ("Plans"));
  gtk_window_set_modal (GTK_WINDOW (front), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (front), GTK_WINDOW (window));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (front), TRUE);
  gtk_window_set_default_size (GTK_WINDOW (front), 400, 460);
  add_escape (front);

  slip_plain_text_set_group (dialog->plans, _ ("Plans"), NULL);
  adw_preferences_page_add (ADW_PREFERENCES_PAGE (page), dialog->plans);
  add_other_group (GTK_WINDOW (front), ADW_PREFERENCES_PAGE (page));
  gtk_widget_set_vexpand (page, TRUE);
  gtk_box_append (GTK_BOX (content), header);
  gtk_box_append (GTK_BOX (content), page);
  adw_window_set_content (ADW_WINDOW (front), content);

  slip_plan_folder_list_async (dialog->cancellable, listed_cb, front);
  gtk_window_present (GTK_WINDOW (front));
}
