/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-window-dialogs.h"

#include "slip-add-dialog.h"
#include "slip-adjust-dialog.h"
#include "slip-compat.h"
#include "slip-edit-runner.h"
#include "slip-import-dialog.h"
#include "slip-import-file.h"
#include "slip-limits.h"
#include "slip-move-dialog.h"
#include "slip-move.h"
#include "slip-people-page.h"
#include "slip-plan-file.h"
#include "slip-plan-folder.h"
#include "slip-plan-settings.h"
#include "slip-plans-window.h"
#include "slip-preferences.h"
#include "slip-release-dialog.h"
#include "slip-stage-actions.h"
#include "slip-step-news.h"
#include "slip-window-settings.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>

static GtkFileFilter *
new_filter (const char *name, const char *const *endings)
{
  GtkFileFilter *filter = gtk_file_filter_new ();
  gtk_file_filter_set_name (filter, name);
  for (guint i = 0; endings[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  return filter;
}

static void
add_filters (GtkFileChooser *chooser,
             const char *name,
             const char *const *endings)
{
  g_autoptr (GtkFileFilter) wanted = new_filter (name, endings);
  g_autoptr (GtkFileFilter) all = gtk_file_filter_new ();
  gtk_file_filter_set_name (all, _ ("All files"));
  gtk_file_filter_add_pattern (all, "*");
  gtk_file_chooser_add_filter (chooser, wanted);
  gtk_file_chooser_add_filter (chooser, all);
}

/* What is done with the file chosen. */
typedef void (*ChosenFunc) (SlipWindow *window, const char *path);

typedef struct {
  SlipWindow *window; /* borrowed: owns the dialog */
  ChosenFunc func;
} Choice;

static void
chosen_cb (GtkNativeDialog *dialog, int response, Choice *choice)
{
  if (response == GTK_RESPONSE_ACCEPT) {
    g_autoptr (GFile) file =
      gtk_file_chooser_get_file (GTK_FILE_CHOOSER (dialog));
    g_autofree char *path = file != NULL ? g_file_get_path (file) : NULL;
    if (path != NULL)
      choice->func (choice->window, path);
    else
      slip_window_say (choice->window,
                       _ ("Only files of this computer can be used"));
  }
  gtk_native_dialog_destroy (dialog);
}

static void
free_choice (gpointer choice, GClosure *closure)
{
  g_free (choice);
}

static GtkFileChooserNative *
choose_file (SlipWindow *window,
             const char *title,
             GtkFileChooserAction action,
             const char *accept,
             ChosenFunc func)
{
  GtkFileChooserNative *dialog =
    gtk_file_chooser_native_new (title, GTK_WINDOW (window), action, accept,
                                 NULL);
  Choice *choice = g_new (Choice, 1);
  *choice = (Choice){ window, func };
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (dialog), TRUE);
  g_signal_connect_data (dialog, "response", G_CALLBACK (chosen_cb), choice,
                         free_choice, 0);
  /* The dialog is nobody's child: it goes with the window at the latest. */
  g_object_set_data_full (G_OBJECT (window), "file-dialog", dialog,
                          g_object_unref);
  return dialog;
}

static char *
dup_plan_path (const char *path)
{
  return g_str_has_suffix (path, SLIP_PLAN_FILE_ENDING)
           ? g_strdup (path)
           : g_strconcat (path, SLIP_PLAN_FILE_ENDING, NULL);
}

static void
open_chosen (SlipWindow *window, const char *path)
{
  slip_window_open (window, path, SLIP_STORE_DEFAULT, SLIP_WINDOW_START_PLAIN);
}

static void
make_chosen (SlipWindow *window, const char *chosen)
{
  g_autofree char *path = dup_plan_path (chosen);
  if (g_file_test (path, G_FILE_TEST_EXISTS)) {
    slip_window_say (window, _ ("There is a file of that name already; a new "
                                "plan needs a name of its own"));
    return;
  }
  slip_window_open (window, path, SLIP_STORE_CREATE_NEW,
                    SLIP_WINDOW_START_STARTER);
}

/* A copy being written: first under another name, so that a file of the chosen
 * name is replaced by a whole one or not at all. */
typedef struct {
  SlipWindow *window;
  char *path;
  char *new_path;
} Copy;

static void
free_copy (Copy *copy)
{
  g_object_unref (copy->window);
  g_free (copy->path);
  g_free (copy->new_path);
  g_free (copy);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, free_copy)

static void
say_copied (const Copy *copy, const char *fault)
{
  g_autofree char *name = g_filename_display_basename (copy->path);
  g_autofree char *text =
    fault == NULL
      ? g_strdup_printf (_ ("Copy saved as “%s”"), name)
      : g_strdup_printf (_ ("“%s” could not be written: %s"), name, fault);
  slip_window_say (copy->window, text);
}

static void
given_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Copy) copy = data;
  g_autoptr (GError) error = NULL;
  g_file_copy_finish (G_FILE (source), result, &error);
  g_unlink (copy->new_path);
  slip_window_end_work (copy->window);
  say_copied (copy, error != NULL ? error->message : NULL);
}

/* A file that is lent has no neighbours to take its place. */
static void
give_copy (Copy *copy)
{
  g_autoptr (GFile) from = g_file_new_for_path (copy->new_path);
  g_autoptr (GFile) to = g_file_new_for_path (copy->path);
  slip_window_begin_work (copy->window);
  g_file_copy_async (from, to, G_FILE_COPY_OVERWRITE, G_PRIORITY_DEFAULT, NULL,
                     NULL, NULL, given_cb, copy);
}

static void
copied_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Copy) copy = data;
  g_autoptr (GError) error = NULL;
  gboolean is_written =
    slip_store_copy_finish (SLIP_STORE (source), result, &error);
  slip_window_end_work (copy->window);
  if (!is_written) {
    slip_window_say (copy->window, error->message);
    return;
  }
  if (slip_plan_folder_is_lent (copy->path)) {
    give_copy (g_steal_pointer (&copy));
    return;
  }
  gboolean is_renamed = g_rename (copy->new_path, copy->path) == 0;
  say_copied (copy, is_renamed ? NULL : g_strerror (errno));
  if (!is_renamed)
    g_unlink (copy->new_path);
}

static void
copy_to_chosen (SlipWindow *window, const char *chosen)
{
  SlipWorkspace *workspace = slip_window_get_workspace (window);
  if (workspace == NULL)
    return;
  gboolean is_lent = slip_plan_folder_is_lent (chosen);
  g_autofree char *ended_path =
    is_lent ? g_strdup (chosen) : dup_plan_path (chosen);
  g_autofree char *path = slip_open_plans_dup_path (ended_path);
  if (g_strcmp0 (path, slip_window_get_path (window)) == 0) {
    slip_window_say (window, _ ("A copy needs another name than the plan"));
    return;
  }
  g_autofree char *id = slip_id_new ();
  Copy *copy = g_new (Copy, 1);
  *copy = (Copy){
    .window = g_object_ref (window),
    .path = g_strdup (path),
    .new_path = g_strconcat (is_lent ? slip_window_get_path (window) : path,
                             ".", id, NULL),
  };
  slip_window_begin_work (window);
  slip_store_copy_async (slip_workspace_get_store (workspace), copy->new_path,
                         NULL, copied_cb, copy);
}

static const char *const plan_endings[] = { "slipway", NULL };

static void
choose_plan (SlipWindow *window)
{
  GtkFileChooserNative *dialog =
    choose_file (window, _ ("Open a Plan"), GTK_FILE_CHOOSER_ACTION_OPEN,
                 _ ("_Open"), open_chosen);
  add_filters (GTK_FILE_CHOOSER (dialog), _ ("Plans"), plan_endings);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

/* In a sandbox plans are chosen among those of the application's folder, and
 * files of other places are asked for from there. */
static gboolean
choose_in_folder (SlipWindow *window)
{
  if (!slip_plan_folder_is_the_place ())
    return FALSE;
  slip_plans_window_present (window, choose_plan);
  return TRUE;
}

void
slip_window_dialogs_open (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  if (!choose_in_folder (window))
    choose_plan (window);
}

void
slip_window_dialogs_open_sample (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_autofree char *path = slip_plan_file_dup_sample_path ();
  slip_window_open (window, path, SLIP_STORE_CREATE, SLIP_WINDOW_START_SAMPLE);
}

void
slip_window_dialogs_new_plan (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  if (choose_in_folder (window))
    return;
  GtkFileChooserNative *dialog =
    choose_file (window, _ ("New Plan"), GTK_FILE_CHOOSER_ACTION_SAVE,
                 _ ("_Create"), make_chosen);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog),
                                     _ ("releases.slipway"));
  add_filters (GTK_FILE_CHOOSER (dialog), _ ("Plans"), plan_endings);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}

void
slip_window_dialogs_save_copy (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  GtkFileChooserNative *dialog =
    choose_file (window, _ ("Save a Copy"), GTK_FILE_CHOOSER_ACTION_SAVE,
                 _ ("_Save"), copy_to_chosen);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (dialog),
                                     _ ("copy.slipway"));
  add_filters (GTK_FILE_CHOOSER (dialog), _ ("Plans"), plan_endings);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
/* An import that was asked for. */
typedef struct {
  SlipWindow *window;
  char *path;
  char *product;
  char *product_name;
} Import;

static void
free_import (gpointer data)
{
  Import *import = data;
  g_object_unref (import->window);
  g_free (import->path);
  g_free (import->product);
  g_free (import->product_name);
  g_free (import);
}

static void
imported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWindow) window = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipImportReport) report =
    slip_import_file_finish (result, &error);
  slip_window_end_work (window);
  if (report == NULL) {
    slip_window_say (window, error->message);
    return;
  }
  g_autofree char *counts = slip_import_report_describe (report);
  g_autofree char *text =
    g_strdup_printf (_ ("%s: %s"), report->product_name, counts);
  if (report->step == NULL) {
    slip_window_say (window, text);
    return;
  }
  slip_window_take_toast (window,
                          slip_step_news_toast_new (report->step, text));
  slip_compat_announce (GTK_WIDGET (window), text);
}

static void
import_cb (SlipWindow *window, SlipWorkspace *workspace, gpointer data)
{
  const Import *import = data;
  SlipImportRequest request = {
    .path = import->path,
    .product = import->product,
    .product_name = import->product_name,
  };
  slip_window_begin_work (window);
  slip_import_file_async (workspace, &request, NULL, imported_cb,
                          g_object_ref (window));
}

static void
import_wanted_cb (SlipImportDialog *dialog,
                  const char *product,
                  const char *product_name,
                  const char *path)
{
  SlipWindow *window =
    SLIP_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  Import *import = g_new (Import, 1);
  *import = (Import){
    .window = g_object_ref (window),
    .path = g_strdup (path),
    .product = g_strdup (product),
    .product_name = g_strdup (product_name),
  };
  slip_edit_runner_when_ready (slip_window_get_runner (window), import_cb,
                               import, free_import);
}

static void
free_path (gpointer path, GClosure *closure)
{
  g_free (path);
}

void
slip_window_dialogs_import_file (SlipWindow *window, const char *path)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  SlipWorkspace *workspace = slip_window_get_workspace (window);
  if (workspace == NULL)
    return;
  SlipImportDialog *dialog =
    slip_import_dialog_new (GTK_WINDOW (window), workspace, path);
  g_signal_connect_data (dialog, "import-wanted", G_CALLBACK (import_wanted_cb),
                         g_strdup (path), free_path, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

void
slip_window_dialogs_import (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  static const char *const endings[] = { "ics", "ical", "ifb", NULL };
  GtkFileChooserNative *dialog =
    choose_file (window, _ ("Import a Calendar"), GTK_FILE_CHOOSER_ACTION_OPEN,
                 _ ("_Choose"), slip_window_dialogs_import_file);
  add_filters (GTK_FILE_CHOOSER (dialog), _ ("Calendars"), endings);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (dialog));
}
static void
present (GtkWidget *dialog, SlipWindow *window)
{
  gtk_window_set_modal (GTK_WINDOW (dialog), TRUE);
  gtk_window_set_transient_for (GTK_WINDOW (dialog), GTK_WINDOW (window));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
end_asked_cb (SlipWindow *window, SlipWorkspace *workspace, gpointer data)
{
  g_autoptr (GtkWindow) dialog = g_weak_ref_get (data);
  if (dialog != NULL)
    gtk_window_destroy (dialog);
}

/* Unless it has ended, or went with its window. */
static void
come_back (gpointer data)
{
  g_autoptr (GtkWindow) dialog = g_weak_ref_get (data);
  if (dialog != NULL) {
    gtk_window_present (dialog);
    gtk_window_set_focus_visible (dialog, TRUE);
  }
  g_weak_ref_clear (data);
  g_free (data);
}

/* Whoever would rather not say who they are comes back to what they typed. */
static void
release_asked_cb (GtkWidget *dialog, SlipWindow *window)
{
  SlipEditRunner *runner = slip_window_get_runner (window);
  if (!slip_edit_runner_is_asking (runner))
    return;
  g_signal_stop_emission_by_name (dialog, "asked");
  gtk_widget_set_visible (dialog, FALSE);
  GWeakRef *hidden = g_new (GWeakRef, 1);
  g_weak_ref_init (hidden, dialog);
  slip_edit_runner_when_ready (runner, end_asked_cb, hidden, come_back);
}

/* Whether I may own the release, but am not among the people of the plan: it
 * is not known yet who I am, or I come with my first edit. */
static gboolean
is_newcomer (SlipWindow *window)
{
  const char *me = slip_edit_runner_get_me (slip_window_get_runner (window));
  if (me == NULL)
    return slip_workspace_get_person_name (
             slip_window_get_workspace (window)) == NULL;
  return slip_plan_state_get (slip_window_get_state (window), SLIP_KIND_PERSON,
                              me) == NULL;
}

static void
create_for_me_cb (SlipWindow *window, SlipWorkspace *workspace, gpointer data)
{
  g_autoptr (SlipReleaseDialog) dialog = g_weak_ref_get (data);
  if (dialog == NULL)
    return;
  slip_release_dialog_create_for (dialog,
                                  slip_workspace_get_person (workspace));
  gtk_window_destroy (GTK_WINDOW (dialog));
  g_weak_ref_set (data, NULL);
}

static void
me_wanted_cb (GtkWidget *dialog, SlipWindow *window)
{
  SlipEditRunner *runner = slip_window_get_runner (window);
  GWeakRef *wanting = g_new (GWeakRef, 1);
  g_weak_ref_init (wanting, dialog);
  slip_edit_runner_when_ready (runner, create_for_me_cb, wanting, come_back);
  if (slip_edit_runner_is_asking (runner))
    gtk_widget_set_visible (dialog, FALSE);
}

void
slip_window_dialogs_show_new_release (SlipWindow *window, SlipDate date)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  const SlipPlanState *state = slip_window_get_state (window);
  if (state == NULL)
    return;
  const SlipQuery *query =
    slip_plan_page_get_query (slip_window_get_page (window));
  GtkWidget *dialog =
    slip_release_dialog_new (state, slip_query_get_product (query), date,
                             slip_window_get_today (window));
  if (is_newcomer (window))
    slip_release_dialog_offer_me (SLIP_RELEASE_DIALOG (dialog));
  g_signal_connect_object (dialog, "me-wanted", G_CALLBACK (me_wanted_cb),
                           window, 0);
  g_signal_connect_object (dialog, "asked", G_CALLBACK (release_asked_cb),
                           window, 0);
  g_signal_connect_object (window, "plan-shown",
                           G_CALLBACK (gtk_window_destroy), dialog,
                           G_CONNECT_SWAPPED);
  present (dialog, window);
}

static void
refresh_move_cb (SlipMoveDialog *dialog)
{
  SlipWindow *window =
    SLIP_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (dialog)));
  const SlipPlanState *state = slip_window_get_state (window);

  if (state != NULL)
    slip_move_dialog_set_state (dialog, state);
}

void
slip_window_dialogs_show_move (SlipWindow *window, const char *release)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));
  g_return_if_fail (release != NULL);

  const SlipPlanState *state = slip_window_get_state (window);
  if (state == NULL)
    return;
  GtkWidget *dialog =
    slip_move_dialog_new (state, release, slip_window_get_today (window));
  present (dialog, window);
  /* Only now does the dialog reach the window's actions. */
  refresh_move_cb (SLIP_MOVE_DIALOG (dialog));
  g_signal_connect_object (window, "refreshed", G_CALLBACK (refresh_move_cb),
                           dialog, G_CONNECT_SWAPPED);
}

/* The move that is adjusted. */
typedef struct {
  gint64 step;
  char *release;
  SlipPlannedDate to;
} Adjustment;

static void
free_adjustment (gpointer data, GClosure *closure)
{
  Adjustment *adjustment = data;
  g_free (adjustment->release);
  g_free (adjustment);
}

static void
adjusted_cb (GtkWindow *dialog,
             guint stay,
             const char *const *kept,
             const char *const *freed,
             const Adjustment *adjustment)
{
  SlipWindow *window = SLIP_WINDOW (gtk_window_get_transient_for (dialog));
  SlipMove *move = slip_move_new (adjustment->release, adjustment->to, stay,
                                  slip_window_get_today (window));
  slip_move_set_parts (move, kept, freed);
  slip_edit_runner_replace (slip_window_get_runner (window), adjustment->step,
                            slip_move_run, move,
                            (GDestroyNotify) slip_move_free);
}

void
slip_window_dialogs_show_adjust (SlipWindow *window, gint64 number)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  const SlipPlanState *before = NULL;
  const SlipStep *step =
    slip_edit_runner_get_move (slip_window_get_runner (window), number,
                               &before);
  if (step == NULL) {
    slip_window_say (window, _ ("There is no move to adjust"));
    return;
  }
  if (slip_stage_actions_adjust (window, step, before))
    return;
  g_autofree char *release = slip_step_news_dup_release (step);
  g_autoptr (SlipPlanState) after =
    slip_plan_state_apply (before, step->set, NULL);
  if (release == NULL || after == NULL)
    return;
  const SlipConflictContext context =
    slip_limits_get_context (GTK_WIDGET (window),
                             slip_window_get_today (window));
  g_autoptr (SlipPreview) preview =
    slip_preview_new_between (before, after, release, &context);
  Adjustment *adjustment = g_new (Adjustment, 1);
  *adjustment = (Adjustment){
    .step = step->number,
    .release = g_strdup (release),
    .to =
      slip_release_get_planned (slip_plan_state_get (after, SLIP_KIND_RELEASE,
                                                     release),
                                SLIP_ANCHOR_RELEASE),
  };
  GtkWidget *dialog =
    slip_adjust_dialog_new (preview, before, slip_window_get_today (window));
  g_signal_connect_data (dialog, "adjusted", G_CALLBACK (adjusted_cb),
                         adjustment, free_adjustment, 0);
  present (dialog, window);
}

static void
refresh_settings_cb (SlipPlanSettings *settings)
{
  SlipWindow *window =
    SLIP_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (settings)));
  slip_plan_settings_set_plan (settings, slip_window_get_state (window),
                               slip_window_get_today (window));
}

void
slip_window_dialogs_show_plan_settings (SlipWindow *window, const char *page)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  if (slip_window_get_workspace (window) == NULL)
    return;
  SlipPlanSettings *settings = SLIP_PLAN_SETTINGS (slip_plan_settings_new ());
  /* For the buttons of the toasts that it shows. */
  gtk_widget_insert_action_group (GTK_WIDGET (settings), "win",
                                  G_ACTION_GROUP (window));
  present (GTK_WIDGET (settings), window);
  refresh_settings_cb (settings);
  slip_plan_settings_show_page (settings, page);
  g_signal_connect_object (window, "refreshed",
                           G_CALLBACK (refresh_settings_cb), settings,
                           G_CONNECT_SWAPPED);
}

/* Each dialog is in front of one other. */
GtkWindow *
slip_window_dialogs_find_front (SlipWindow *window)
{
  g_autoptr (GList) windows = gtk_window_list_toplevels ();
  GtkWindow *front = GTK_WINDOW (window);
  g_return_val_if_fail (SLIP_IS_WINDOW (window), NULL);

  for (GList *link = windows; link != NULL; link = link->next) {
    GtkWindow *candidate = link->data;
    if (gtk_window_get_transient_for (candidate) == front &&
        gtk_widget_get_visible (GTK_WIDGET (candidate))) {
      front = candidate;
      link = windows;
    }
  }
  return front;
}

AdwPreferencesWindow *
slip_window_dialogs_find_settings (SlipWindow *window)
{
  g_return_val_if_fail (SLIP_IS_WINDOW (window), NULL);

  GListModel *windows = gtk_window_get_toplevels ();
  for (guint i = 0; i < g_list_model_get_n_items (windows); i++) {
    g_autoptr (GtkWindow) candidate = g_list_model_get_item (windows, i);
    if (ADW_IS_PREFERENCES_WINDOW (candidate) &&
        gtk_window_get_transient_for (candidate) == GTK_WINDOW (window) &&
        gtk_widget_get_visible (GTK_WIDGET (candidate)))
      return ADW_PREFERENCES_WINDOW (candidate);
  }
  return NULL;
}

void
slip_window_dialogs_show_new_person (SlipWindow *window,
                                     SlipKind kind,
                                     const char *id,
                                     const char *property)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  const SlipPlanState *state = slip_window_get_state (window);
  if (state == NULL || slip_plan_state_get (state, kind, id) == NULL)
    return;
  SlipAddDialog *dialog = SLIP_ADD_DIALOG (
    slip_add_dialog_new (slip_people_page_get_form (), state, NULL,
                         slip_window_get_today (window)));
  slip_add_dialog_set_use (dialog, kind, id, property);
  slip_add_dialog_present (dialog, GTK_WIDGET (
                                     slip_window_dialogs_find_front (window)));
}

static void
refresh_preferences_cb (SlipPreferences *preferences)
{
  SlipWindow *window =
    SLIP_WINDOW (gtk_window_get_transient_for (GTK_WINDOW (preferences)));
  const SlipPlanState *state = slip_window_get_state (window);

  slip_preferences_set_plan (preferences, state,
                             state != NULL ? slip_window_get_moment (window)
                                           : (SlipMoment){ 0 });
}

void
slip_window_dialogs_show_preferences (SlipWindow *window, const char *page)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  GtkWidget *preferences = slip_preferences_new ();
  /* For the buttons of the toasts that it shows. */
  gtk_widget_insert_action_group (preferences, "win", G_ACTION_GROUP (window));
  present (preferences, window);
  refresh_preferences_cb (SLIP_PREFERENCES (preferences));
  if (g_strcmp0 (page, "feeds") == 0)
    slip_preferences_show_feeds (SLIP_PREFERENCES (preferences));
  g_signal_connect_object (window, "refreshed",
                           G_CALLBACK (refresh_preferences_cb), preferences,
                           G_CONNECT_SWAPPED);
}
