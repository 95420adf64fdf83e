/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-application.h"

#include "slip-accident-bar.h"
#include "slip-background.h"
#include "slip-check-off.h"
#include "slip-commands.h"
#include "slip-contrast-style.h"
#include "slip-help.h"
#include "slip-notifier.h"
#include "slip-plan-file.h"
#include "slip-quiet-tooltips.h"
#include "slip-report.h"
#include "slip-search-provider.h"
#include "slip-start-wish.h"
#include "slip-test-hooks.h"
#include "slip-window-keys.h"
#include "slip-window-settings.h"
#include "slip-window.h"

#include <glib-unix.h>
#include <glib/gi18n.h>

struct _SlipApplication {
  AdwApplication parent_instance;

  SlipClock *clock;
  SlipOpenPlans *plans;
  SlipDayWatch *day_watch;
  SlipNotifier *notifier;
  SlipSearchProvider *search_provider;
  SlipBackground *background;
  SlipHelp *help;
  SlipWindowKeys *keys;
  SlipTestHooks *test_hooks; /* NULL but in tests */
};

G_DEFINE_FINAL_TYPE (SlipApplication, slip_application, ADW_TYPE_APPLICATION)

static SlipWindow *
find_window (SlipApplication *self, const char *path)
{
  g_autofree char *real_path = slip_open_plans_dup_path (path);
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  for (GList *l = windows; l != NULL; l = l->next)
    if (SLIP_IS_WINDOW (l->data) &&
        g_strcmp0 (slip_window_get_path (l->data), real_path) == 0)
      return l->data;
  return NULL;
}

static void
plan_shown_cb (SlipApplication *self, SlipWindow *window)
{
  slip_notifier_watch (self->notifier, slip_window_get_workspace (window));
  if (slip_open_plans_take_accident (self->plans,
                                     slip_window_get_workspace (window)))
    slip_accident_bar_add (window);
}

static SlipWindow *
open_new_window (SlipApplication *self,
                 const char *path,
                 SlipStoreFlags flags,
                 SlipWindowStart start)
{
  SlipWindow *window =
    slip_window_new (GTK_APPLICATION (self), self->plans, self->day_watch);
  g_signal_connect_object (window, "plan-shown", G_CALLBACK (plan_shown_cb),
                           self, G_CONNECT_SWAPPED);
  slip_window_open (window, path, flags, start);
  return window;
}

static SlipWindow *
open_path (SlipApplication *self,
           const char *path,
           SlipStoreFlags flags,
           SlipWindowStart start)
{
  SlipWindow *window = find_window (self, path);
  if (window == NULL)
    return open_new_window (self, path, flags, start);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

static SlipWindow *
open_default (SlipApplication *self)
{
  g_autofree char *last_path = slip_window_settings_dup_last_plan ();
  if (last_path != NULL)
    return open_path (self, last_path, SLIP_STORE_DEFAULT,
                      SLIP_WINDOW_START_PLAIN);
  g_autofree char *path = slip_plan_file_dup_default_path ();
  return open_path (self, path, SLIP_STORE_CREATE, SLIP_WINDOW_START_STARTER);
}

/* The window used last. */
static SlipWindow *
get_active (SlipApplication *self)
{
  GList *windows = gtk_application_get_windows (GTK_APPLICATION (self));
  for (GList *l = windows; l != NULL; l = l->next)
    if (SLIP_IS_WINDOW (l->data))
      return l->data;
  return NULL;
}

static SlipWindow *
show_any (SlipApplication *self)
{
  SlipWindow *window = get_active (self);
  if (window == NULL)
    return open_default (self);
  gtk_window_present (GTK_WINDOW (window));
  return window;
}

/* Another one on the same plan. */
static SlipWindow *
open_another (SlipApplication *self)
{
  SlipWindow *window = get_active (self);
  const char *path = window != NULL ? slip_window_get_path (window) : NULL;
  if (path == NULL)
    return open_default (self);
  return open_new_window (self, path, SLIP_STORE_DEFAULT,
                          SLIP_WINDOW_START_PLAIN);
}

static SlipWindow *
open_sample (SlipApplication *self)
{
  g_autofree char *path = slip_plan_file_dup_sample_path ();
  return open_path (self, path, SLIP_STORE_CREATE, SLIP_WINDOW_START_SAMPLE);
}

static void
busy_changed_cb (SlipApplication *self)
{
  if (slip_open_plans_is_busy (self->plans))
    g_application_hold (G_APPLICATION (self));
  else
    g_application_release (G_APPLICATION (self));
}

static void
about_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  g_autofree char *report = slip_report_dup_program ();
  adw_show_about_window (
    gtk_application_get_active_window (GTK_APPLICATION (data)),
    "application-name", _ ("Slipway"), "application-icon", APPLICATION_ID,
    "version", PACKAGE_VERSION, "developer-name",
    _ ("The Slipway contributors"), "license-type", GTK_LICENSE_GPL_3_0,
    "debug-info", report, "debug-info-filename", "slipway.txt", "website",
    "https://github.com/slipway-planner/slipway", "comments",
    _ ("See what ships when and who is ready"),
    /* Translators: your names, one a line. */
    "translator-credits", _ ("translator-credits"), NULL);
}

static void
close_window_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  GtkWindow *window =
    gtk_application_get_active_window (GTK_APPLICATION (data));
  if (window != NULL)
    gtk_window_close (window);
}

/* Each window closes its plan and keeps its settings. */
static void
quit (SlipApplication *self)
{
  slip_background_stop (self->background);
  slip_search_provider_stop (self->search_provider);
  GList *windows =
    g_list_copy (gtk_application_get_windows (GTK_APPLICATION (self)));
  for (GList *l = windows; l != NULL; l = l->next)
    if (SLIP_IS_WINDOW (l->data)) {
      slip_window_keys_close_dialogs (l->data);
      gtk_window_close (l->data);
    }
  /* Otherwise it ends with the last window, once its plan is closed. */
  if (windows == NULL && !slip_open_plans_is_busy (self->plans))
    g_application_quit (G_APPLICATION (self));
  g_list_free (windows);
}

static void
quit_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  quit (data);
}

/* The session ends, or somebody presses Ctrl+C: that is no accident.  The
 * second time the signal does what it does by itself. */
static gboolean
signal_cb (gpointer data)
{
  quit (data);
  return G_SOURCE_REMOVE;
}

static void
watch_signals (SlipApplication *self)
{
  static const int numbers[] = { SIGHUP, SIGINT, SIGTERM };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    g_unix_signal_add (numbers[i], signal_cb, self);
}

static void
help_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SlipApplication *self = data;
  slip_help_show (self->help, g_variant_get_string (parameter, NULL),
                  gtk_application_get_active_window (GTK_APPLICATION (self)));
}

static void
new_window_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  open_another (data);
}

static void
new_release_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SlipStartWish *wish = slip_start_wish_new ();
  wish->is_new_release = TRUE;
  slip_start_wish_grant (wish, show_any (data));
}

static void
my_day_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SlipStartWish *wish = slip_start_wish_new ();
  wish->view = g_strdup ("my-day");
  slip_start_wish_grant (wish, show_any (data));
}

static void
show_in_plan (SlipApplication *self,
              const char *path,
              const char *view,
              const char *release)
{
  SlipStartWish *wish = slip_start_wish_new ();
  if (*view != '\0')
    wish->view = g_strdup (view);
  if (*release != '\0')
    wish->release = g_strdup (release);
  slip_start_wish_grant (wish, open_path (self, path, SLIP_STORE_DEFAULT,
                                          SLIP_WINDOW_START_PLAIN));
}

/* What is no release is looked for in the window. */
static void
chosen_cb (SlipApplication *self,
           const char *path,
           const char *release,
           const char *text)
{
  if (*release != '\0') {
    show_in_plan (self, path, "", release);
    return;
  }
  SlipStartWish *wish = slip_start_wish_new ();
  if (*text != '\0')
    wish->search = g_strdup (text);
  slip_start_wish_grant (wish, show_any (self));
}

static void
show_in_plan_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  const char *path;
  const char *view;
  const char *release;
  g_variant_get (parameter, "(^&ay&s&s)", &path, &view, &release);
  show_in_plan (data, path, view, release);
}

/* An item that is being checked off without a window. */
typedef struct {
  SlipApplication *application;
  char *path;
  char *release;
} CheckOff;

/* What cannot be done without a window is left to one. */
static void
checked_off_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree CheckOff *check_off = data;
  g_autofree char *path = check_off->path;
  g_autofree char *release = check_off->release;
  g_autoptr (SlipApplication) self = check_off->application;
  g_autoptr (GError) error = NULL;
  if (!slip_check_off_finish (result, &error)) {
    g_debug ("Not checked off: %s", error->message);
    show_in_plan (self, path, "", release);
  }
  g_application_release (G_APPLICATION (self));
}

static void
check_off_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  SlipApplication *self = data;
  const char *path;
  const char *release;
  const char *item;
  g_variant_get (parameter, "(^&ay&s&s)", &path, &release, &item);
  CheckOff *check_off = g_new (CheckOff, 1);
  *check_off = (CheckOff){
    .application = g_object_ref (self),
    .path = g_strdup (path),
    .release = g_strdup (release),
  };
  g_application_hold (G_APPLICATION (self));
  slip_check_off_async (self->plans, path, release, item, checked_off_cb,
                        check_off);
}

/* Nobody may see why the switch went back. */
static void
refused_cb (SlipApplication *self)
{
  SlipWindow *window = get_active (self);
  if (window != NULL)
    slip_window_say (window, _ ("The desktop does not let Slipway run in the "
                                "background"));
}

static void
add_actions (SlipApplication *self)
{
  static const GActionEntry entries[] = {
    { "about", about_cb },
    { "check-off", check_off_cb, "(ayss)" },
    { "close-window", close_window_cb },
    { "help", help_cb, "s" },
    { "my-day", my_day_cb },
    { "new-release", new_release_cb },
    { "new-window", new_window_cb },
    { "quit", quit_cb },
    { "show-in-plan", show_in_plan_cb, "(ayss)" },
  };

  g_action_map_add_action_entries (G_ACTION_MAP (self), entries,
                                   G_N_ELEMENTS (entries), self);
  slip_commands_set_keys (GTK_APPLICATION (self));
}

static void
slip_application_startup (GApplication *application)
{
  SlipApplication *self = SLIP_APPLICATION (application);
  G_APPLICATION_CLASS (slip_application_parent_class)->startup (application);

  gtk_window_set_default_icon_name (APPLICATION_ID);
  slip_contrast_style_add (gdk_display_get_default ());
  slip_quiet_tooltips_install ();
  self->clock = slip_clock_new_system ();
  self->plans = slip_open_plans_new (self->clock);
  self->day_watch = slip_day_watch_new (self->clock);
  g_signal_connect_object (self->plans, "notify::is-busy",
                           G_CALLBACK (busy_changed_cb), self,
                           G_CONNECT_SWAPPED);
  slip_search_provider_set_plans (self->search_provider, self->plans);
  self->notifier = slip_notifier_new (G_APPLICATION (self), self->day_watch);
  self->background =
    slip_background_new (G_APPLICATION (self), self->plans, self->notifier);
  g_signal_connect_object (self->background, "refused", G_CALLBACK (refused_cb),
                           self, G_CONNECT_SWAPPED);
  add_actions (self);
  watch_signals (self);
  self->help = slip_help_new ();
  self->keys = slip_window_keys_new (GTK_APPLICATION (self));
  self->test_hooks = slip_test_hooks_new (GTK_APPLICATION (self));
}

static gboolean
slip_application_dbus_register (GApplication *application,
                                GDBusConnection *connection,
                                const char *path,
                                GError **error)
{
  return G_APPLICATION_CLASS (slip_application_parent_class)
           ->dbus_register (application, connection, path, error) &&
         slip_search_provider_export (
           SLIP_APPLICATION (application)->search_provider, connection, error);
}

static void
slip_application_dbus_unregister (GApplication *application,
                                  GDBusConnection *connection,
                                  const char *path)
{
  SlipApplication *self = SLIP_APPLICATION (application);
  if (self->search_provider != NULL)
    slip_search_provider_unexport (self->search_provider);
  G_APPLICATION_CLASS (slip_application_parent_class)
    ->dbus_unregister (application, connection, path);
}

static void
slip_application_activate (GApplication *application)
{
  show_any (SLIP_APPLICATION (application));
}

/* What is imported goes into the plan that is shown, or was last. */
static SlipWindow *
import_file (SlipApplication *self, GFile *file)
{
  SlipStartWish *wish = slip_start_wish_new ();
  SlipWindow *window = show_any (self);
  wish->file = g_object_ref (file);
  slip_start_wish_grant (wish, window);
  return window;
}

static SlipWindow *
open_file (SlipApplication *self, GFile *file, gboolean is_new_window)
{
  g_autofree char *path = g_file_get_path (file);
  if (slip_start_wish_is_import (file))
    return import_file (self, file);
  if (path == NULL)
    path = g_file_get_uri (file);
  return is_new_window ? open_new_window (self, path, SLIP_STORE_DEFAULT,
                                          SLIP_WINDOW_START_PLAIN)
                       : open_path (self, path, SLIP_STORE_DEFAULT,
                                    SLIP_WINDOW_START_PLAIN);
}

static void
slip_application_open (GApplication *application,
                       GFile **files,
                       int n_files,
                       const char *hint)
{
  for (int i = 0; i < n_files; i++)
    open_file (SLIP_APPLICATION (application), files[i], FALSE);
}

/* The plan that is named, else the one that would be opened. */
static char *
dup_reported_path (GVariantDict *options)
{
  g_autoptr (GVariant) names =
    g_variant_dict_lookup_value (options, G_OPTION_REMAINING,
                                 G_VARIANT_TYPE_BYTESTRING_ARRAY);
  if (names != NULL && g_variant_n_children (names) > 0) {
    g_autoptr (GVariant) name = g_variant_get_child_value (names, 0);
    return g_strdup (g_variant_get_bytestring (name));
  }
  char *path = slip_window_settings_dup_last_plan ();
  return path != NULL ? path : slip_plan_file_dup_default_path ();
}

static void
reported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **place = data;
  *place = g_object_ref (result);
}

/* Needs no display, as it may be that which does not work. */
static int
print_report (GVariantDict *options)
{
  g_autofree char *path = dup_reported_path (options);
  g_autoptr (GAsyncResult) result = NULL;
  slip_report_async (NULL, path, reported_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_autofree char *report = slip_report_finish (result);
  g_print ("%s", report);
  return 0;
}

static int
slip_application_handle_local_options (GApplication *application,
                                       GVariantDict *options)
{
  if (g_variant_dict_contains (options, "version")) {
    g_print ("%s %s\n", PACKAGE_NAME, PACKAGE_VERSION);
    return 0;
  }
  if (g_variant_dict_contains (options, "diagnostics"))
    return print_report (options);
  g_autoptr (GError) error = NULL;
  if (slip_start_wish_check (options, &error))
    return -1;
  g_printerr ("%s\n", error->message);
  return 2;
}

static int
slip_application_command_line (GApplication *application,
                               GApplicationCommandLine *command_line)
{
  SlipApplication *self = SLIP_APPLICATION (application);
  GVariantDict *options =
    g_application_command_line_get_options_dict (command_line);
  g_autoptr (GVariant) names =
    g_variant_dict_lookup_value (options, G_OPTION_REMAINING,
                                 G_VARIANT_TYPE_BYTESTRING_ARRAY);
  gboolean is_new_window = g_variant_dict_contains (options, "new-window");
  SlipWindow *window = NULL;

  if (g_variant_dict_contains (options, "sample"))
    window = open_sample (self);
  for (gsize i = 0; names != NULL && i < g_variant_n_children (names); i++) {
    g_autoptr (GVariant) name = g_variant_get_child_value (names, i);
    g_autoptr (GFile) file = g_application_command_line_create_file_for_arg (
      command_line, g_variant_get_bytestring (name));
    window = open_file (self, file, is_new_window);
  }
  if (window == NULL)
    window = is_new_window ? open_another (self) : show_any (self);
  slip_start_wish_grant (slip_start_wish_new_from_options (options), window);
  return 0;
}

static void
slip_application_finalize (GObject *object)
{
  SlipApplication *self = SLIP_APPLICATION (object);
  g_clear_object (&self->test_hooks);
  g_clear_pointer (&self->keys, slip_window_keys_free);
  g_clear_pointer (&self->help, slip_help_free);
  g_clear_object (&self->background);
  g_clear_object (&self->search_provider);
  g_clear_object (&self->notifier);
  g_clear_object (&self->plans);
  g_clear_object (&self->day_watch);
  g_clear_pointer (&self->clock, slip_clock_unref);
  G_OBJECT_CLASS (slip_application_parent_class)->finalize (object);
}

static void
slip_application_class_init (SlipApplicationClass *klass)
{
  GApplicationClass *application_class = G_APPLICATION_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = slip_application_finalize;
  application_class->dbus_register = slip_application_dbus_register;
  application_class->dbus_unregister = slip_application_dbus_unregister;
  application_class->startup = slip_application_startup;
  application_class->activate = slip_application_activate;
  application_class->open = slip_application_open;
  application_class->handle_local_options =
    slip_application_handle_local_options;
  application_class->command_line = slip_application_command_line;
}

static void
slip_application_init (SlipApplication *self)
{
  static const GOptionEntry options[] = {
    { "sample", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Open the sample plan"),
      NULL },
    { "view", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("Show this view: calendar, board, readiness, rollout or my-day, or "
          "the calendar by the month, week or quarter, or its agenda"),
      N_ ("VIEW") },
    { "date", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("Go to this day, as in 2026-12-31"), N_ ("DAY") },
    { "release", 0, 0, G_OPTION_ARG_STRING, NULL,
      N_ ("Open this release, by its name or id"), N_ ("RELEASE") },
    { "new-release", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_ ("Ask for a new release"), NULL },
    { "new-window", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_ ("Open another window, also on a plan that is shown already"), NULL },
    { "diagnostics", 0, 0, G_OPTION_ARG_NONE, NULL,
      N_ ("Print a report without names, to be sent to the makers"), NULL },
    { "version", 0, 0, G_OPTION_ARG_NONE, NULL, N_ ("Print the version"),
      NULL },
    { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, NULL, NULL,
      N_ ("[FILE…]") },
    { NULL },
  };
  self->search_provider = slip_search_provider_new (G_APPLICATION (self));
  g_signal_connect_object (self->search_provider, "chosen",
                           G_CALLBACK (chosen_cb), self, G_CONNECT_SWAPPED);
  g_application_add_main_option_entries (G_APPLICATION (self), options);
}

SlipApplication *
slip_application_new (void)
{
  return g_object_new (SLIP_TYPE_APPLICATION, "application-id", APPLICATION_ID,
                       "flags",
                       G_APPLICATION_HANDLES_OPEN |
                         G_APPLICATION_HANDLES_COMMAND_LINE,
                       NULL);
}
