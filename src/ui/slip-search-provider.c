/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-search-provider.h"

#include "slip-file-version.h"
#include "slip-plan-file.h"
#include "slip-window-settings.h"
#include "slip-workspace-search.h"

#define OBJECT_PATH "/io/github/slipway_planner/Slipway/SearchProvider"

/* More than the desktop shows. */
#define MAX_RESULTS 12

/* How long the plan stays open for the next question. */
#define PATIENCE_S 30

static const char introspection[] =
  "<node><interface name='org.gnome.Shell.SearchProvider2'>"
  "<method name='GetInitialResultSet'><arg type='as' direction='in'/>"
  "<arg type='as' direction='out'/></method>"
  "<method name='GetSubsearchResultSet'><arg type='as' direction='in'/>"
  "<arg type='as' direction='in'/><arg type='as' direction='out'/></method>"
  "<method name='GetResultMetas'><arg type='as' direction='in'/>"
  "<arg type='aa{sv}' direction='out'/></method>"
  "<method name='ActivateResult'><arg type='s' direction='in'/>"
  "<arg type='as' direction='in'/><arg type='u' direction='in'/></method>"
  "<method name='LaunchSearch'><arg type='as' direction='in'/>"
  "<arg type='u' direction='in'/></method>"
  "</interface></node>";

struct _SlipSearchProvider {
  GObject parent_instance;

  GApplication *application; /* borrowed: owns this */
  SlipOpenPlans *plans;
  GDBusConnection *connection;
  guint registration;

  SlipWorkspace *workspace; /* held, or NULL */
  gboolean is_opening;
  guint timer;
  GQueue waiting; /* of GDBusMethodInvocation; until the plan is open */
  GCancellable *cancellable; /* of the search under way */
  GPtrArray *results;        /* of SlipSearchResult: what was found last */
};

enum {
  CHOSEN,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipSearchProvider, slip_search_provider, G_TYPE_OBJECT)

static void
answer_none (GDBusMethodInvocation *invocation)
{
  static const char *const none[] = { NULL };
  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(^as)", none));
}

/* What is asked is the last parameter of both questions. */
static char *
dup_text (GDBusMethodInvocation *invocation)
{
  GVariant *parameters = g_dbus_method_invocation_get_parameters (invocation);
  g_autoptr (GVariant) last =
    g_variant_get_child_value (parameters,
                               g_variant_n_children (parameters) - 1);
  g_autofree const char **words = g_variant_get_strv (last, NULL);
  return g_strjoinv (" ", (char **) words);
}

static char *
dup_result_id (const SlipSearchResult *result)
{
  return g_strdup_printf ("%s %s", slip_schema_get (result->kind)->name,
                          result->id);
}

typedef struct {
  SlipSearchProvider *provider;
  GDBusMethodInvocation *invocation;
} Question;

static void
searched_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autofree Question *question = data;
  g_autoptr (SlipSearchProvider) self = question->provider;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipSearchAnswer) answer =
    slip_workspace_search_finish (SLIP_WORKSPACE (source), result, &error);
  if (answer == NULL) {
    answer_none (question->invocation);
    return;
  }
  GVariantBuilder ids;
  g_variant_builder_init (&ids, G_VARIANT_TYPE_STRING_ARRAY);
  for (guint i = 0; i < answer->results->len; i++)
    g_variant_builder_add_value (&ids,
                                 g_variant_new_take_string (
                                   dup_result_id (answer->results->pdata[i])));
  g_clear_pointer (&self->results, g_ptr_array_unref);
  self->results = g_ptr_array_ref (answer->results);
  g_dbus_method_invocation_return_value (question->invocation,
                                         g_variant_new ("(as)", &ids));
}

/* The next letter is typed: what was asked before is not wanted any more. */
static void
search (SlipSearchProvider *self, GDBusMethodInvocation *invocation)
{
  g_autofree char *text = dup_text (invocation);
  Question *question = g_new (Question, 1);
  *question = (Question){ g_object_ref (self), invocation };
  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->cancellable);
  self->cancellable = g_cancellable_new ();
  slip_workspace_search_async (self->workspace, text, MAX_RESULTS,
                               self->cancellable, searched_cb, question);
}

void
slip_search_provider_stop (SlipSearchProvider *self)
{
  g_return_if_fail (SLIP_IS_SEARCH_PROVIDER (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_cancellable_cancel (self->cancellable);
  if (self->workspace == NULL)
    return;
  slip_open_plans_release (self->plans, g_steal_pointer (&self->workspace));
  g_application_release (self->application);
}

static gboolean
timer_cb (gpointer data)
{
  SlipSearchProvider *self = data;
  self->timer = 0;
  slip_search_provider_stop (self);
  return G_SOURCE_REMOVE;
}

static void
wait_for_more (SlipSearchProvider *self)
{
  g_clear_handle_id (&self->timer, g_source_remove);
  self->timer = g_timeout_add_seconds (PATIENCE_S, timer_cb, self);
}

static void
held_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipSearchProvider) self = data;
  g_autoptr (GError) error = NULL;
  self->is_opening = FALSE;
  self->workspace =
    slip_open_plans_hold_finish (SLIP_OPEN_PLANS (source), result, &error);
  if (self->workspace == NULL)
    g_application_release (self->application);
  else
    wait_for_more (self);
  for (GDBusMethodInvocation *invocation;
       (invocation = g_queue_pop_head (&self->waiting)) != NULL;)
    if (self->workspace != NULL)
      search (self, invocation);
    else
      answer_none (invocation);
}

static char *
dup_plan_path (void)
{
  char *path = slip_window_settings_dup_last_plan ();
  return path != NULL ? path : slip_plan_file_dup_default_path ();
}

static void
ask (SlipSearchProvider *self, GDBusMethodInvocation *invocation)
{
  if (self->workspace != NULL) {
    wait_for_more (self);
    search (self, invocation);
    return;
  }
  g_autofree char *path = dup_plan_path ();
  /* An older plan is brought up to date by who opens it, not by a search. */
  if (self->plans == NULL || !slip_file_version_is_current (path)) {
    answer_none (invocation);
    return;
  }
  g_queue_push_tail (&self->waiting, invocation);
  if (self->is_opening)
    return;
  self->is_opening = TRUE;
  g_application_hold (self->application);
  slip_open_plans_hold_async (self->plans, path, SLIP_STORE_DEFAULT, held_cb,
                              g_object_ref (self));
}

static const SlipSearchResult *
find_result (SlipSearchProvider *self, const char *id)
{
  for (guint i = 0; self->results != NULL && i < self->results->len; i++) {
    g_autofree char *candidate = dup_result_id (self->results->pdata[i]);
    if (g_str_equal (candidate, id))
      return self->results->pdata[i];
  }
  return NULL;
}

static void
add_meta (GVariantBuilder *metas, const SlipSearchResult *result)
{
  g_autoptr (GIcon) icon = g_themed_icon_new (APPLICATION_ID);
  g_autoptr (GVariant) icon_value =
    g_variant_ref_sink (g_icon_serialize (icon));
  const char *context =
    result->context != NULL ? result->context : result->snippet;
  g_variant_builder_open (metas, G_VARIANT_TYPE_VARDICT);
  g_variant_builder_add (metas, "{sv}", "id",
                         g_variant_new_take_string (dup_result_id (result)));
  g_variant_builder_add (metas, "{sv}", "name",
                         g_variant_new_string (result->title));
  if (context != NULL)
    g_variant_builder_add (metas, "{sv}", "description",
                           g_variant_new_string (context));
  g_variant_builder_add (metas, "{sv}", "icon", icon_value);
  g_variant_builder_close (metas);
}

static void
tell_metas (SlipSearchProvider *self, GDBusMethodInvocation *invocation)
{
  g_autofree const char **ids = NULL;
  GVariantBuilder metas;
  g_variant_get (g_dbus_method_invocation_get_parameters (invocation), "(^a&s)",
                 &ids);
  g_variant_builder_init (&metas, G_VARIANT_TYPE ("aa{sv}"));
  for (guint i = 0; ids[i] != NULL; i++) {
    const SlipSearchResult *result = find_result (self, ids[i]);
    if (result != NULL)
      add_meta (&metas, result);
  }
  g_dbus_method_invocation_return_value (invocation,
                                         g_variant_new ("(aa{sv})", &metas));
}

static void
choose (SlipSearchProvider *self, const char *release, const char *text)
{
  g_autofree char *path = dup_plan_path ();
  g_signal_emit (self, signals[CHOSEN], 0, path, release, text);
}

static void
activate (SlipSearchProvider *self, GVariant *parameters)
{
  const char *id;
  g_variant_get_child (parameters, 0, "&s", &id);
  const SlipSearchResult *result = find_result (self, id);
  if (result == NULL)
    choose (self, "", "");
  else if (result->release != NULL)
    choose (self, result->release, "");
  else
    choose (self, "", result->title);
}

static void
launch (SlipSearchProvider *self, GVariant *parameters)
{
  g_autofree const char **words = NULL;
  g_variant_get_child (parameters, 0, "^a&s", &words);
  g_autofree char *text = g_strjoinv (" ", (char **) words);
  choose (self, "", text);
}

static void
call_cb (GDBusConnection *connection,
         const char *sender,
         const char *path,
         const char *interface,
         const char *method,
         GVariant *parameters,
         GDBusMethodInvocation *invocation,
         gpointer data)
{
  SlipSearchProvider *self = data;
  if (g_str_equal (method, "GetInitialResultSet") ||
      g_str_equal (method, "GetSubsearchResultSet")) {
    ask (self, invocation);
    return;
  }
  if (g_str_equal (method, "GetResultMetas")) {
    tell_metas (self, invocation);
    return;
  }
  if (g_str_equal (method, "ActivateResult"))
    activate (self, parameters);
  else
    launch (self, parameters);
  g_dbus_method_invocation_return_value (invocation, NULL);
}

static void
slip_search_provider_dispose (GObject *object)
{
  SlipSearchProvider *self = SLIP_SEARCH_PROVIDER (object);
  slip_search_provider_unexport (self);
  slip_search_provider_stop (self);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->results, g_ptr_array_unref);
  g_clear_object (&self->plans);
  G_OBJECT_CLASS (slip_search_provider_parent_class)->dispose (object);
}

static void
slip_search_provider_class_init (SlipSearchProviderClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = slip_search_provider_dispose;
  signals[CHOSEN] =
    g_signal_new ("chosen", SLIP_TYPE_SEARCH_PROVIDER, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING,
                  G_TYPE_STRING, G_TYPE_STRING);
}

static void
slip_search_provider_init (SlipSearchProvider *self)
{
  g_queue_init (&self->waiting);
}

SlipSearchProvider *
slip_search_provider_new (GApplication *application)
{
  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);

  SlipSearchProvider *self = g_object_new (SLIP_TYPE_SEARCH_PROVIDER, NULL);
  self->application = application;
  return self;
}

void
slip_search_provider_set_plans (SlipSearchProvider *self, SlipOpenPlans *plans)
{
  g_return_if_fail (SLIP_IS_SEARCH_PROVIDER (self));
  g_set_object (&self->plans, plans);
}

gboolean
slip_search_provider_export (SlipSearchProvider *self,
                             GDBusConnection *connection,
                             GError **error)
{
  static const GDBusInterfaceVTable table = { .method_call = call_cb };

  g_return_val_if_fail (SLIP_IS_SEARCH_PROVIDER (self), FALSE);

  g_autoptr (GDBusNodeInfo) node =
    g_dbus_node_info_new_for_xml (introspection, error);
  if (node == NULL)
    return FALSE;
  self->registration =
    g_dbus_connection_register_object (connection, OBJECT_PATH,
                                       node->interfaces[0], &table, self, NULL,
                                       error);
  if (self->registration == 0)
    return FALSE;
  self->connection = g_object_ref (connection);
  return TRUE;
}

void
slip_search_provider_unexport (SlipSearchProvider *self)
{
  g_return_if_fail (SLIP_IS_SEARCH_PROVIDER (self));

  if (self->registration != 0)
    g_dbus_connection_unregister_object (self->connection, self->registration);
  self->registration = 0;
  g_clear_object (&self->connection);
}
