/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-text-saver.h"

#include <glib/gi18n.h>
#include <string.h>

/* A text on its way into a file. */
typedef struct {
  SlipWindow *window;
  char *ending; /* with its dot */
  char *text;
} Saving;

static void
free_saving (Saving *saving)
{
  g_object_unref (saving->window);
  g_free (saving->ending);
  g_free (saving->text);
  g_free (saving);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Saving, free_saving)

static char *
dup_name (GFile *file)
{
  g_autofree char *name = g_file_get_basename (file);
  return g_filename_display_name (name);
}

static void
written_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *name = dup_name (G_FILE (source));
  slip_window_end_work (saving->window);
  gboolean is_written =
    g_file_replace_contents_finish (G_FILE (source), result, NULL, &error);
  g_autofree char *text =
    is_written ? g_strdup_printf (_ ("Saved as “%s”"), name)
               : g_strdup_printf (_ ("“%s”: %s"), name, error->message);
  slip_window_say (saving->window, text);
}

/* The name that was typed, with the ending; @is_typed: whether it had it. */
static GFile *
get_file (GtkNativeDialog *dialog, const char *ending, gboolean *is_typed)
{
  g_autoptr (GFile) file =
    gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
  g_autofree char *name = file != NULL ? g_file_get_basename (file) : NULL;
  *is_typed = name != NULL && g_str_has_suffix (name, ending);
  if (name == NULL || *is_typed)
    return g_steal_pointer (&file);
  g_autoptr (GFile) folder = g_file_get_parent (file);
  g_autofree char *ended_name = g_strconcat (name, ending, NULL);
  return g_file_get_child (folder, ended_name);
}

static void
write_text (GFile *file, Saving *saving)
{
  g_autoptr (GBytes) bytes = g_bytes_new (saving->text, strlen (saving->text));
  slip_window_begin_work (saving->window);
  g_file_replace_contents_bytes_async (file, bytes, NULL, FALSE,
                                       G_FILE_CREATE_REPLACE_DESTINATION, NULL,
                                       written_cb, saving);
}

/* The chooser asked about the name that was typed only. */
static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Saving) saving = data;
  g_autoptr (GFileInfo) info =
    g_file_query_info_finish (G_FILE (source), result, NULL);
  if (info != NULL)
    slip_window_say (saving->window, _ ("There is a file of that name"));
  else
    write_text (G_FILE (source), g_steal_pointer (&saving));
}

static void
chosen_cb (GtkNativeDialog *dialog, int response, Saving *data)
{
  g_autoptr (Saving) saving = data;
  gboolean is_typed = FALSE;
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                             ? get_file (dialog, saving->ending, &is_typed)
                             : NULL;
  gtk_native_dialog_destroy (dialog);
  if (file == NULL)
    return;
  if (is_typed)
    write_text (file, g_steal_pointer (&saving));
  else
    g_file_query_info_async (file, G_FILE_ATTRIBUTE_STANDARD_TYPE,
                             G_FILE_QUERY_INFO_NONE, G_PRIORITY_DEFAULT, NULL,
                             looked_cb, g_steal_pointer (&saving));
}

void
slip_text_saver_save (SlipWindow *window,
                      GtkWindow *front,
                      const char *title,
                      const char *type,
                      const char *name,
                      const char *text)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));
  g_return_if_fail (strrchr (name, '.') != NULL);

  Saving *saving = g_new (Saving, 1);
  *saving = (Saving){ g_object_ref (window), g_strdup (strrchr (name, '.')),
                      g_strdup (text) };
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, front, GTK_FILE_CHOOSER_ACTION_SAVE,
                                 _ ("_Save"), NULL);
  g_autoptr (GtkFileFilter) wanted = gtk_file_filter_new ();
  gtk_file_filter_set_name (wanted, type);
  gtk_file_filter_add_suffix (wanted, saving->ending + 1);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (dialog), wanted);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  /* The dialog is nobody's child: it goes with the window at the latest. */
  g_object_set_data_full (G_OBJECT (window), "file-dialog", dialog,
                          g_object_unref);
  g_signal_connect (dialog, "response", G_CALLBACK (chosen_cb), saving);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
