/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-prompt.h"

#include "slip-plain-text.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

/* One question; lives as long as its dialog. */
typedef struct {
  SlipPromptFunc func;
  gpointer data;
  GDestroyNotify data_free;
  GtkEditable *entry;
  gboolean may_be_empty;
} Question;

static void
free_question (gpointer data, GClosure *closure)
{
  Question *question = data;

  if (question->data_free != NULL)
    question->data_free (question->data);
  g_free (question);
}

static char *
dup_text (Question *question)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (question->entry)));
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, Question *question)
{
  g_autofree char *text = dup_text (question);

  if (g_str_equal (response, "confirm") &&
      (question->may_be_empty || *text != '\0'))
    question->func (text, question->data);
}

static void
changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *text = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "confirm", *text != '\0');
}

static GtkWidget *
new_entry (const SlipPrompt *prompt)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_widget_set_name (entry, "prompt-entry");
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), prompt->label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, prompt->label,
                                  -1);
  if (prompt->text != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), prompt->text);
  return entry;
}

static void
add_responses (AdwMessageDialog *dialog, const SlipPrompt *prompt)
{
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "confirm",
                                    prompt->confirm, NULL);
  adw_message_dialog_set_response_appearance (dialog, "confirm",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "confirm");
  adw_message_dialog_set_close_response (dialog, "cancel");
}

GtkWidget *
slip_prompt_ask (GtkWidget *widget,
                 const SlipPrompt *prompt,
                 SlipPromptFunc func,
                 gpointer data,
                 GDestroyNotify data_free)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GtkWidget *dialog =
    adw_message_dialog_new (GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                            NULL, NULL);
  AdwMessageDialog *message = ADW_MESSAGE_DIALOG (dialog);
  GtkWidget *entry = new_entry (prompt);
  Question *question = g_new0 (Question, 1);

  *question = (Question){ func, data, data_free, GTK_EDITABLE (entry),
                          prompt->may_be_empty };
  gtk_widget_set_name (dialog, "prompt");
  slip_plain_text_set_message (message, prompt->heading, prompt->body);
  adw_message_dialog_set_extra_child (message, entry);
  add_responses (message, prompt);
  if (!prompt->may_be_empty) {
    g_signal_connect (entry, "changed", G_CALLBACK (changed_cb), dialog);
    changed_cb (GTK_EDITABLE (entry), message);
  }
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb), question,
                         free_question, 0);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
  return dialog;
}
