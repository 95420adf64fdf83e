/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-transfer.h"

#include "slip-edit-runner.h"
#include "slip-template-file.h"
#include "slip-template-making.h"
#include "slip-text-saver.h"
#include "slip-window-dialogs.h"

#include <glib/gi18n.h>

/* Files being read one after the other. */
typedef struct {
  SlipWindow *window;
  GListModel *files;
  guint n_read;
  SlipTemplateMaking *making;
} Transfer;

static void
free_transfer (Transfer *transfer)
{
  g_object_unref (transfer->window);
  g_clear_object (&transfer->files);
  g_clear_pointer (&transfer->making, slip_template_making_free);
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
import (SlipWindow *window, GListModel *files)
{
  Transfer *transfer = new_transfer (window);
  transfer->files = g_object_ref (files);
  transfer->making = slip_template_making_new (SLIP_VERB_IMPORT);
  slip_window_begin_work (window);
  read_next (transfer);
}

static void
import_chosen_cb (GtkNativeDialog *dialog, int response, SlipWindow *data)
{
  g_autoptr (SlipWindow) window = data;
  g_autoptr (GListModel) files =
    gtk_file_chooser_get_files (GTK_FILE_CHOOSER (dialog));
  gtk_native_dialog_destroy (dialog);
  if (response == GTK_RESPONSE_ACCEPT && g_list_model_get_n_items (files) > 0)
    import (window, files);
}

void
slip_template_transfer_import (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (_ ("Import Templates"),
                                 slip_window_dialogs_find_front (window),
                                 GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Import"),
                                 NULL);
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
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (dialog), TRUE);
  g_signal_connect (dialog, "response", G_CALLBACK (import_chosen_cb),
                    g_object_ref (window));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
slip_template_transfer_import_file (SlipWindow *window, GFile *file)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));
  g_return_if_fail (G_IS_FILE (file));

  g_autoptr (GListStore) files = g_list_store_new (G_TYPE_FILE);
  g_list_store_append (files, file);
  import (window, G_LIST_MODEL (files));
}

void
slip_template_transfer_export (SlipWindow *window, const char *id)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  const SlipPlanState *state = slip_window_get_state (window);
  if (state == NULL ||
      slip_plan_state_get (state, SLIP_KIND_TEMPLATE, id) == NULL)
    return;
  g_autoptr (SlipTemplateDraft) draft =
    slip_template_draft_new_from_template (state, id);
  g_autofree char *name = slip_template_file_dup_name (draft);
  g_autofree char *text = slip_template_file_print (draft);
  slip_text_saver_save (window, slip_window_dialogs_find_front (window),
                        _ ("Export Template"), _ ("Templates"), name, text);
}
