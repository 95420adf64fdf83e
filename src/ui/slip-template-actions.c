/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-template-actions.h"

#include "slip-edit-runner.h"
#include "slip-template-application.h"
#include "slip-template-copy.h"
#include "slip-template-dialog.h"
#include "slip-template-library.h"
#include "slip-template-transfer.h"
#include "slip-window-dialogs.h"
#include "slip-wishes.h"

#include <glib/gi18n.h>

/* The release that an action is about, or NULL. */
static const SlipRow *
get_release (SlipWindow *window, GVariant *parameter)
{
  const SlipPlanState *state = slip_window_get_state (window);
  const char *id = g_variant_get_string (parameter, NULL);
  if (state == NULL)
    return NULL;
  if (*id == '\0')
    id = slip_plan_page_get_selected (slip_window_get_page (window));
  return id != NULL ? slip_plan_state_get (state, SLIP_KIND_RELEASE, id) : NULL;
}

static void
make (SlipWindow *window, SlipTemplateCopy *copy)
{
  slip_edit_runner_run (slip_window_get_runner (window), slip_template_copy_run,
                        copy, (GDestroyNotify) slip_template_copy_free,
                        SLIP_EDIT_DEFAULT);
}

static void
duplicate_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  if (slip_window_get_state (window) != NULL)
    make (window,
          slip_template_copy_new (g_variant_get_string (parameter, NULL)));
}

static void
shipped_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const SlipPlanState *state = slip_window_get_state (window);
  if (state == NULL)
    return;
  if (slip_template_library_count_missing (state) == 0)
    slip_window_say (window, _ ("The plan has all the shipped templates"));
  else
    slip_edit_runner_run (slip_window_get_runner (window),
                          slip_template_library_run, NULL, NULL,
                          SLIP_EDIT_DEFAULT);
}

static void
export_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_template_transfer_export (window,
                                 g_variant_get_string (parameter, NULL));
}

static void
import_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_template_transfer_import (window);
}

static void
refresh_dialog_cb (SlipTemplateDialog *dialog)
{
  SlipWindow *window =
    SLIP_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  const SlipPlanState *state = slip_window_get_state (window);
  if (state != NULL)
    slip_template_dialog_set_plan (dialog, state,
                                   slip_window_get_today (window));
}

static void
apply_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const SlipRow *release = get_release (window, parameter);
  if (release == NULL)
    return;
  SlipTemplateDialog *dialog =
    SLIP_TEMPLATE_DIALOG (slip_template_dialog_new (slip_row_get_id (release)));
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  g_signal_connect_object (window, "refreshed", G_CALLBACK (refresh_dialog_cb),
                           dialog, G_CONNECT_SWAPPED);
  refresh_dialog_cb (dialog);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
take_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *release;
  const char *template_id;
  g_autoptr (GVariant) wishes = NULL;
  g_autofree const char **without = NULL;
  g_variant_get (parameter, "(&s&s@a(ssssa(ss))^a&s)", &release, &template_id,
                 &wishes, &without);
  if (slip_window_get_state (window) == NULL)
    return;

  gboolean has_release = FALSE;
  g_autoptr (GError) error = NULL;
  GPtrArray *edits = slip_wishes_read (wishes, &has_release, &error);
  if (edits == NULL) {
    slip_window_say (window, error->message);
    return;
  }
  SlipTemplateApplication *application =
    slip_template_application_new (template_id, release);
  slip_template_application_set_without (application, without);
  if (edits->len > 0)
    slip_template_application_take_creation (application, edits);
  else
    g_ptr_array_unref (edits);
  slip_edit_runner_run (slip_window_get_runner (window),
                        slip_template_application_run, application,
                        (GDestroyNotify) slip_template_application_free,
                        SLIP_EDIT_SELECT |
                          (has_release ? SLIP_EDIT_FOLLOW : 0));
}

static void
answered_cb (AdwMessageDialog *dialog, const char *response, char *release)
{
  SlipWindow *window =
    SLIP_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  GtkEditable *entry =
    GTK_EDITABLE (adw_message_dialog_get_extra_child (dialog));
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  if (g_str_equal (response, "save") && *name != '\0')
    make (window, slip_template_copy_new_from_release (release, name));
}

static void
free_id (gpointer id, GClosure *closure)
{
  g_free (id);
}

static void
name_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *name = g_strstrip (g_strdup (gtk_editable_get_text (entry)));
  adw_message_dialog_set_response_enabled (dialog, "save", *name != '\0');
}

static void
save_as_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const SlipRow *release = get_release (window, parameter);
  if (release == NULL)
    return;
  g_autofree char *title =
    slip_release_dup_title (slip_window_get_state (window), release);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (
    adw_message_dialog_new (GTK_WINDOW (window), _ ("Save as Template"),
                            _ ("Makes a template of the audiences, items and "
                               "stages of this release: days become rules, "
                               "and owners their roles.")));
  GtkWidget *entry = gtk_entry_new ();
  gtk_widget_set_name (GTK_WIDGET (dialog), "save-as-template-dialog");
  gtk_widget_set_name (entry, "template-name");
  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  gtk_entry_set_max_length (GTK_ENTRY (entry),
                            (int) slip_schema_get_property (SLIP_KIND_TEMPLATE,
                                                            SLIP_TEMPLATE_NAME)
                              ->maximum);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  _ ("Name of the template"), -1);
  adw_message_dialog_set_extra_child (dialog, entry);
  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), "save",
                                    _ ("_Save"), NULL);
  adw_message_dialog_set_response_appearance (dialog, "save",
                                              ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (dialog, "save");
  adw_message_dialog_set_close_response (dialog, "cancel");

  g_signal_connect (entry, "changed", G_CALLBACK (name_changed_cb), dialog);
  g_signal_connect_data (dialog, "response", G_CALLBACK (answered_cb),
                         g_strdup (slip_row_get_id (release)), free_id, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static const GActionEntry entries[] = {
  { "apply-template", apply_cb, "s" },
  { "take-template", take_cb, "(ssa(ssssa(ss))as)" },
  { "save-as-template", save_as_cb, "s" },
  { "duplicate-template", duplicate_cb, "s" },
  { "export-template", export_cb, "s" },
  { "import-templates", import_cb },
  { "add-shipped-templates", shipped_cb },
};

void
slip_template_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
}

void
slip_template_actions_update (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  gboolean can_edit = slip_window_can_edit (window);
  for (guint i = 0; i < G_N_ELEMENTS (entries); i++) {
    GAction *action =
      g_action_map_lookup_action (G_ACTION_MAP (window), entries[i].name);
    gboolean reads = entries[i].activate == export_cb;
    g_simple_action_set_enabled (
      G_SIMPLE_ACTION (action),
      can_edit || (reads && slip_window_get_workspace (window) != NULL));
  }
}
