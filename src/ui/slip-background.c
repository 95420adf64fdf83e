/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-background.h"

#include "slip-plan-file.h"
#include "slip-window-settings.h"

#include <glib/gi18n.h>

#define KEY "run-in-background"

#define PORTAL_NAME  "org.freedesktop.portal.Desktop"
#define PORTAL_PATH  "/org/freedesktop/portal/desktop"
#define REQUEST_PATH "/org/freedesktop/portal/desktop/request/"

struct _SlipBackground {
  GObject parent_instance;

  GApplication *application; /* borrowed: owns this */
  SlipOpenPlans *plans;
  SlipNotifier *notifier;
  GSettings *settings; /* NULL where none are installed */
  SlipWorkspace *workspace;
  gboolean is_on;
  guint n_openings; /* so that a late answer is known for one */
  guint subscription;
};

enum {
  REFUSED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipBackground, slip_background, G_TYPE_OBJECT)

/* One asking for the plan. */
typedef struct {
  SlipBackground *background;
  guint number;
} Opening;

static void
held_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Opening *opening = data;
  g_autoptr (SlipBackground) self = opening->background;
  SlipOpenPlans *plans = SLIP_OPEN_PLANS (source);
  g_autoptr (GError) error = NULL;
  SlipWorkspace *workspace =
    slip_open_plans_hold_finish (plans, result, &error);
  if (workspace == NULL)
    g_debug ("No plan in the background: %s", error->message);
  else if (opening->number != self->n_openings)
    slip_open_plans_release (plans, workspace);
  else {
    self->workspace = workspace;
    slip_workspace_keep_open_parts (workspace);
    slip_notifier_watch (self->notifier, workspace);
  }
}

static void
open_plan (SlipBackground *self)
{
  g_autofree char *last_path = slip_window_settings_dup_last_plan ();
  g_autofree char *path = last_path != NULL
                            ? g_steal_pointer (&last_path)
                            : slip_plan_file_dup_default_path ();
  if (!g_file_test (path, G_FILE_TEST_IS_REGULAR))
    return;
  Opening *opening = g_new (Opening, 1);
  *opening = (Opening){ g_object_ref (self), ++self->n_openings };
  slip_open_plans_hold_async (self->plans, path, SLIP_STORE_DEFAULT, held_cb,
                              opening);
}

static void
start (SlipBackground *self)
{
  if (self->is_on)
    return;
  self->is_on = TRUE;
  g_application_hold (self->application);
  open_plan (self);
}

void
slip_background_stop (SlipBackground *self)
{
  g_return_if_fail (SLIP_IS_BACKGROUND (self));

  if (!self->is_on)
    return;
  self->is_on = FALSE;
  self->n_openings++;
  if (self->workspace != NULL)
    slip_open_plans_release (self->plans, g_steal_pointer (&self->workspace));
  g_application_release (self->application);
}

static void
refuse (SlipBackground *self)
{
  slip_background_stop (self);
  g_settings_set_boolean (self->settings, KEY, FALSE);
  g_signal_emit (self, signals[REFUSED], 0);
}

static void
unsubscribe (SlipBackground *self)
{
  if (self->subscription != 0)
    g_dbus_connection_signal_unsubscribe (g_application_get_dbus_connection (
                                            self->application),
                                          self->subscription);
  self->subscription = 0;
}

static void
response_cb (GDBusConnection *bus,
             const char *sender,
             const char *path,
             const char *interface,
             const char *signal,
             GVariant *parameters,
             gpointer data)
{
  SlipBackground *self = data;
  g_autoptr (GVariant) results = NULL;
  guint response;
  gboolean is_allowed = FALSE;
  if (!g_variant_is_of_type (parameters, G_VARIANT_TYPE ("(ua{sv})")))
    return;
  g_variant_get (parameters, "(u@a{sv})", &response, &results);
  unsubscribe (self);
  g_variant_lookup (results, "background", "b", &is_allowed);
  if (g_settings_get_boolean (self->settings, KEY) &&
      (response != 0 || !is_allowed))
    refuse (self);
}

static void
asked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipBackground) self = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GVariant) answer =
    g_dbus_connection_call_finish (G_DBUS_CONNECTION (source), result, &error);
  if (answer != NULL)
    return;
  /* Without a portal nobody forbids it, and nobody starts it either. */
  g_debug ("No portal for the background: %s", error->message);
  unsubscribe (self);
}

/* The request has its answer on an object whose path is known beforehand. */
static char *
listen (SlipBackground *self, GDBusConnection *bus)
{
  g_autofree char *id = g_strdup_printf ("slipway%u", g_random_int ());
  g_autofree char *sender =
    g_strdelimit (g_strdup (g_dbus_connection_get_unique_name (bus) + 1), ".",
                  '_');
  g_autofree char *path = g_strconcat (REQUEST_PATH, sender, "/", id, NULL);
  unsubscribe (self);
  self->subscription = g_dbus_connection_signal_subscribe (
    bus, PORTAL_NAME, "org.freedesktop.portal.Request", "Response", path, NULL,
    G_DBUS_SIGNAL_FLAGS_NONE, response_cb, self, NULL);
  return g_steal_pointer (&id);
}

static void
ask_portal (SlipBackground *self, gboolean is_wished)
{
  static const char *const command[] = { PACKAGE_NAME, "--gapplication-service",
                                         NULL };
  GDBusConnection *bus = g_application_get_dbus_connection (self->application);
  GVariantBuilder options;
  if (bus == NULL)
    return;
  g_autofree char *token = listen (self, bus);
  g_variant_builder_init (&options, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (&options, "{sv}", "handle_token",
                         g_variant_new_string (token));
  g_variant_builder_add (&options, "{sv}", "reason",
                         g_variant_new_string (
                           _ ("To remind you of what is due")));
  g_variant_builder_add (&options, "{sv}", "autostart",
                         g_variant_new_boolean (is_wished));
  g_variant_builder_add (&options, "{sv}", "commandline",
                         g_variant_new_strv (command, -1));
  g_dbus_connection_call (bus, PORTAL_NAME, PORTAL_PATH,
                          "org.freedesktop.portal.Background",
                          "RequestBackground",
                          g_variant_new ("(sa{sv})", "", &options), NULL,
                          G_DBUS_CALL_FLAGS_NONE, -1, NULL, asked_cb,
                          g_object_ref (self));
}

static void
wish_changed_cb (SlipBackground *self)
{
  gboolean is_wished = g_settings_get_boolean (self->settings, KEY);
  if (is_wished == self->is_on)
    return;
  if (is_wished)
    start (self);
  else
    slip_background_stop (self);
  ask_portal (self, is_wished);
}

static void
slip_background_dispose (GObject *object)
{
  SlipBackground *self = SLIP_BACKGROUND (object);
  unsubscribe (self);
  if (self->workspace != NULL)
    slip_open_plans_release (self->plans, g_steal_pointer (&self->workspace));
  g_clear_object (&self->settings);
  g_clear_object (&self->notifier);
  g_clear_object (&self->plans);
  G_OBJECT_CLASS (slip_background_parent_class)->dispose (object);
}

static void
slip_background_class_init (SlipBackgroundClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = slip_background_dispose;
  signals[REFUSED] =
    g_signal_new ("refused", SLIP_TYPE_BACKGROUND, G_SIGNAL_RUN_LAST, 0, NULL,
                  NULL, NULL, G_TYPE_NONE, 0);
}

static void
slip_background_init (SlipBackground *self)
{
  self->settings = slip_window_settings_find ();
}

SlipBackground *
slip_background_new (GApplication *application,
                     SlipOpenPlans *plans,
                     SlipNotifier *notifier)
{
  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (SLIP_IS_OPEN_PLANS (plans), NULL);
  g_return_val_if_fail (SLIP_IS_NOTIFIER (notifier), NULL);

  SlipBackground *self = g_object_new (SLIP_TYPE_BACKGROUND, NULL);
  self->application = application;
  self->plans = g_object_ref (plans);
  self->notifier = g_object_ref (notifier);
  if (self->settings == NULL)
    return self;
  if (g_settings_get_boolean (self->settings, KEY))
    start (self);
  g_signal_connect_object (self->settings, "changed::" KEY,
                           G_CALLBACK (wish_changed_cb), self,
                           G_CONNECT_SWAPPED);
  return self;
}
