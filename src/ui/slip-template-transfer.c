/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-transfer.h"

#include "slip-edit-runner.h"
#include "slip-template-file.h"
#include "slip-template-making.h"
#include "slip-window-dialogs.h"

#include <glib/gi18n.h>

/* Files being read one after the other, or one being written. */
typedef struct {
  SlipWindow *window;
  GListModel *files;
  guint n_read;
  SlipTemplateMaking *making;
  SlipTemplateDraft *draft;
} Transfer;

static void
free_transfer (Transfer *transfer)
{
  g_object_unref (transfer->window);
  g_clear_object (&transfer->files);
  g_clear_pointer (&transfer->making, slip_template_making_free);
  g_clear_pointer (&transfer->draft, slip_template_draft_free);
  g_free (transfer);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Transfer, free_transfer)

static Transfer *
new_transfer (SlipWindow *window)
{
  Transfer *transfer = g_new0 (Transfer, 1);
  transfer->window = g_object_ref (window);
  return transfer;
}

static GtkFileChooserNative *
new_chooser (SlipWindow *window,
             const char *title,
             GtkFileChooserAction action,
             const char *accept)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, slip_window_dialogs_find_front (window),
                                 action, accept, NULL);
  g_autoptr (GtkFileFilter) wanted = gtk_file_filter_new ();
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  gtk_file_filter_set_name (wanted, _ ("Templates"));
  gtk_file_filter_add_suffix (wanted, SLIP_TEMPLATE_FILE_ENDING + 1);
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), wanted);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), all);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* The dialog is nobody's child: it goes with the window at the latest. */
  g_object_set_data_full (G_OBJECT (window), "file-dialog", dialog,
                          g_object_unref);
  return dialog;
}

static void read_next (Transfer *transfer);

static void
say_about (const Transfer *transfer, GFile *file, const GError *error)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *display_name = g_filename_display_name (name);
  g_autofree char *text =
    g_strdup_printf (_ ("“%s”: %s"), display_name, error->message);
  slip_window_say (transfer->window, text);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Transfer) transfer = data;
  g_autoptr (GError) error = NULL;
  SlipTemplateDraft *draft = slip_template_file_load_finish (result, &error);
  if (draft == NULL) {
    g_autoptr (GFile) file =
      g_list_model_get_item (transfer->files, transfer->n_read);
    slip_window_end_work (transfer->window);
    say_about (transfer, file, error);
    return;
  }
  (void) slip_template_making_take (transfer->making, draft);
  transfer->n_read++;
  read_next (g_steal_pointer (&transfer));
}

/* All of them or none. */
static void
read_next (Transfer *transfer)
{
  if (transfer->n_read < g_list_model_get_n_items (transfer->files)) {
    g_autoptr (GFile) file =
      g_list_model_get_item (transfer->files, transfer->n_read);
    slip_template_file_load_async (file, NULL, read_cb, transfer);
    return;
  }
  slip_window_end_work (transfer->window);
  slip_edit_runner_run (slip_window_get_runner (transfer->window),
                        slip_template_making_run,
                        g_steal_pointer (&transfer->making),
                        (GDestroyNotify) slip_template_making_free,
                        SLIP_EDIT_DEFAULT);
  free_transfer (transfer);
}

static void
import_chosen_cb (GtkNativeDialog *dialog, int response, Transfer *data)
{
  g_autoptr (Transfer) transfer = data;
  g_autoptr (GListModel) files =
    gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  if (response != GTK_RESPONSE_ACCEPT || g_list_model_get_n_items (files) == 0)
    return;
  transfer->files = g_steal_pointer (&files);
  transfer->making = slip_template_making_new (SLIP_VERB_IMPORT);
  slip_window_begin_work (transfer->window);
  read_next (g_steal_pointer (&transfer));
}

void
slip_template_transfer_import (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  GtkFileChooserNative *dialog =
    new_chooser (window, _ ("Import Templates"), GTK_FILE_CHOOSER_ACTION_OPEN,
                 _ ("_Import"));
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (import_chosen_cb),
                    new_transfer (window));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Transfer) transfer = data;
  g_autoptr (GError) error = NULL;
  slip_window_end_work (transfer->window);
  if (!g_file_replace_contents_finish (G_FILE (source), result, NULL, &error)) {
    say_about (transfer, G_FILE (source), error);
    return;
  }
  g_autofree char *name = g_file_get_basename (G_FILE (source));
  g_autofree char *display_name = g_filename_display_name (name);
  g_autofree char *text =
    g_strdup_printf (_ ("Template saved as “%s”"), display_name);
  slip_window_say (transfer->window, text);
}

/* The name that was typed, with the ending; @is_typed: whether it had it. */
static GFile *
get_file (GtkNativeDialog *dialog, gboolean *is_typed)
{
  g_autoptr (GFile) file =
    gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  *is_typed =
    name != NULL && g_str_has_suffix (name, SLIP_TEMPLATE_FILE_ENDING);
  if (name == NULL || *is_typed)
    return g_steal_pointer (&file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *ended_name =
    g_strconcat (name, SLIP_TEMPLATE_FILE_ENDING, NULL);
  return g_file_get_child (folder, ended_name);
}

static void
export_chosen_cb (GtkNativeDialog *dialog, int response, Transfer *data)
{
  g_autoptr (Transfer) transfer = data;
  gboolean is_typed = FALSE;
  g_autoptr (GFile) file =
    response == GTK_RESPONSE_ACCEPT ? get_file (dialog, &is_typed) : NULL;
  gtk_native_dialog_destroy (dialog);
  if (file == NULL)
    return;
  /* The chooser asked about the name that was typed only. */
  if (!is_typed && g_file_query_exists (file, NULL)) {
    slip_window_say (transfer->window, _ ("There is a file of that name"));
    return;
  }
  g_autofree char *text = slip_template_file_print (transfer->draft);
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));
  slip_window_begin_work (transfer->window);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE,
                                       G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                       written_cb, g_steal_pointer (&transfer));
}

void
slip_template_transfer_export (SlipWindow *window, const char *id)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  const SlipPlanState *state = slip_window_get_state (window);
  if (state == NULL ||
      slip_plan_state_get (state, SLIP_KIND_TEMPLATE, id) == NULL)
    return;
  Transfer *transfer = new_transfer (window);
  transfer->draft = slip_template_draft_new_from_template (state, id);
  g_autofree char *name = slip_template_file_dup_name (transfer->draft);
  GtkFileChooserNative *dialog =
    new_chooser (window, _ ("Export Template"), GTK_FILE_CHOOSER_ACTION_SAVE,
                 _ ("_Export"));
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  g_signal_connect (dialog, "response", G_CALLBACK (export_chosen_cb),
                    transfer);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
