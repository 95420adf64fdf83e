/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-service.h"

#include "slip-feed-question.h"
#include "slip-feed-schedule.h"
#include "slip-workspace-private.h"

#include <glib/gi18n-lib.h>

/* How often the clock is looked at while something is to come: timers stand
 * still while a computer sleeps, and clocks are set. */
#define LOOK_MS 60000

/* How soon a feed is looked at again whose try could not be written down, as
 * another program has it or the file is busy. */
#define PAUSE_US (60 * G_USEC_PER_SEC)

/* So many feeds are asked at a time by themselves. */
#define MAX_AT_ONCE 4

struct _SlipFeedService {
  GObject parent_instance;

  SlipWorkspace *workspace;
  SlipSecretSource *secrets;
  GTlsDatabase *trust;       /* NULL: the system's */
  guint deadline_ms;         /* 0: the usual one */
  GCancellable *cancellable; /* of all that is under way */
  GHashTable *running;       /* ids of feeds being asked */
  GHashTable *pauses; /* id → gint64: monotonic time of the next look */
  GHashTable *eager;  /* ids of feeds to ask though not due */
  guint look_source;
  gboolean is_started;
};

enum {
  PROP_0,
  PROP_IS_SYNCING,
  N_PROPERTIES,
};

static GParamSpec *properties[N_PROPERTIES];

G_DEFINE_FINAL_TYPE (SlipFeedService, slip_feed_service, G_TYPE_OBJECT)

static void look (SlipFeedService *self);

/* Feeds being asked together, for whoever wants to know of all. */
typedef struct {
  guint n_left;
  GPtrArray *synced;
} Round;

static void
round_free (Round *all)
{
  g_ptr_array_unref (all->synced);
  g_free (all);
}

/* One feed being asked, and for whom. */
typedef struct {
  SlipFeedService *service;
  char *feed;
  GTask *task;          /* (nullable): of a Round */
  GCancellable *theirs; /* (nullable): the task's */
  gulong theirs_id;
  GCancellable *cancellable;
  gulong ours_id;
} Call;

static void
call_free (Call *call)
{
  g_cancellable_disconnect (call->theirs, call->theirs_id);
  g_cancellable_disconnect (call->service->cancellable, call->ours_id);
  g_object_unref (call->service);
  g_clear_object (&call->task);
  g_clear_object (&call->theirs);
  g_object_unref (call->cancellable);
  g_free (call->feed);
  g_free (call);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Call, call_free)

static void
forward_cancel_cb (GCancellable *source, GCancellable *target)
{
  g_cancellable_cancel (target);
}

static gulong
forward_cancel (GCancellable *source, GCancellable *target)
{
  if (source == NULL)
    return 0;
  return g_cancellable_connect (source, G_CALLBACK (forward_cancel_cb),
                                g_object_ref (target), g_object_unref);
}

static void
set_running (SlipFeedService *self, const char *feed, gboolean is_running)
{
  gboolean was_syncing = slip_feed_service_is_syncing (self);

  if (is_running)
    g_hash_table_add (self->running, g_strdup (feed));
  else
    g_hash_table_remove (self->running, feed);
  if (was_syncing != slip_feed_service_is_syncing (self))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_IS_SYNCING]);
}

/* Counts one feed of a round as done. */
static void
end_one (GTask *task, SlipFeedSynced *synced)
{
  Round *all = g_task_get_task_data (task);

  if (synced != NULL)
    g_ptr_array_add (all->synced, synced);
  all->n_left--;
  if (all->n_left > 0 || g_task_return_error_if_cancelled (task))
    return;
  g_task_return_pointer (task, g_ptr_array_ref (all->synced),
                         (GDestroyNotify) g_ptr_array_unref);
}

static void
put_off (SlipFeedService *self, const char *feed)
{
  gint64 *until_us = g_new (gint64, 1);

  *until_us = g_get_monotonic_time () + PAUSE_US;
  g_hash_table_insert (self->pauses, g_strdup (feed), until_us);
}

static void
synced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Call) call = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipFeedSynced) synced = slip_feed_sync_finish (result, &error);
  SlipFeedService *self = call->service;

  if (synced != NULL && synced->error != NULL)
    g_debug ("A feed was not read: %s", synced->error->message);
  /* What was written down tells when it is due next, but not at once. */
  put_off (self, call->feed);
  set_running (self, call->feed, FALSE);
  if (call->task != NULL)
    end_one (call->task, g_steal_pointer (&synced));
  look (self);
}

/* Asks @feed, which is not being asked; @task, which is answered with others,
 * may be %NULL. */
static void
ask (SlipFeedService *self, const char *feed, gboolean is_forced, GTask *task)
{
  const SlipFeedSyncWish wish = {
    .workspace = self->workspace,
    .secrets = self->secrets,
    .feed = feed,
    .is_forced = is_forced,
    .trust = self->trust,
    .deadline_ms = self->deadline_ms,
  };
  Call *call = g_new0 (Call, 1);

  call->service = g_object_ref (self);
  call->feed = g_strdup (feed);
  call->cancellable = g_cancellable_new ();
  if (task != NULL) {
    call->task = g_object_ref (task);
    g_set_object (&call->theirs, g_task_get_cancellable (task));
  }
  call->theirs_id = forward_cancel (call->theirs, call->cancellable);
  call->ours_id = forward_cancel (self->cancellable, call->cancellable);
  g_hash_table_remove (self->eager, feed);
  set_running (self, feed, TRUE);
  slip_feed_sync_async (&wish, call->cancellable, synced_cb, call);
}

static gboolean
is_enabled (const SlipRow *feed)
{
  return slip_row_get_boolean (feed, SLIP_FEED_IS_ENABLED);
}

/* When to look at @feed next, in milliseconds from now; none before 0. */
static gint64
get_wait_ms (SlipFeedService *self, const char *feed)
{
  const SlipPlanState *state = slip_workspace_get_state (self->workspace);
  const SlipFeedStanding *standing =
    slip_observations_get_standing (slip_plan_state_get_observations (state),
                                    feed);
  const SlipFeedSchedule schedule = {
    .next_at_ms = standing != NULL ? standing->next_at_ms : 0,
  };
  const gint64 *until_us = g_hash_table_lookup (self->pauses, feed);
  gint64 now_ms =
    slip_clock_get_now_ms (slip_workspace_get_clock (self->workspace));
  gint64 wait_ms = slip_feed_schedule_is_due (&schedule, now_ms)
                     ? 0
                     : schedule.next_at_ms - now_ms;

  if (g_hash_table_contains (self->eager, feed))
    return 0;
  if (until_us != NULL)
    wait_ms = MAX (wait_ms, (*until_us - g_get_monotonic_time ()) / 1000);
  return wait_ms;
}

static gboolean
look_cb (gpointer data)
{
  SlipFeedService *self = data;

  self->look_source = 0;
  look (self);
  return G_SOURCE_REMOVE;
}

/* Asks what is due, and comes back when the next is. */
static void
look (SlipFeedService *self)
{
  gint64 wait_ms = G_MAXINT64;
  g_autoptr (GPtrArray) feeds = NULL;

  g_clear_handle_id (&self->look_source, g_source_remove);
  if (!self->is_started)
    return;
  feeds = slip_plan_state_list (slip_workspace_get_state (self->workspace),
                                SLIP_KIND_FEED);
  for (guint i = 0; i < feeds->len; i++) {
    const SlipRow *feed = feeds->pdata[i];
    const char *id = slip_row_get_id (feed);
    gint64 feed_wait_ms;

    if (!is_enabled (feed) || g_hash_table_contains (self->running, id))
      continue;
    feed_wait_ms = get_wait_ms (self, id);
    if (feed_wait_ms <= 0 && g_hash_table_size (self->running) < MAX_AT_ONCE)
      ask (self, id, g_hash_table_contains (self->eager, id), NULL);
    else
      wait_ms = MIN (wait_ms, MAX (feed_wait_ms, 1));
  }
  if (wait_ms != G_MAXINT64)
    self->look_source =
      g_timeout_add ((guint) MIN (wait_ms, LOOK_MS), look_cb, self);
}

static gboolean
changes_question (const SlipChange *change)
{
  if (change->kind == SLIP_KIND_FEED_WORD)
    return TRUE;
  return change->kind == SLIP_KIND_FEED && change->type == SLIP_CHANGE_SET &&
         change->property != SLIP_FEED_NAME &&
         change->property != SLIP_FEED_INTERVAL_MINUTES;
}

/* Whoever changes how a feed is asked wants to see what comes of it. */
static void
changed_cb (SlipFeedService *self, const SlipStep *step)
{
  for (guint i = 0; step != NULL && i < step->set->changes->len; i++) {
    const SlipChange *change = step->set->changes->pdata[i];

    if (changes_question (change))
      g_hash_table_add (self->eager, g_strdup (change->kind == SLIP_KIND_FEED
                                                 ? change->id
                                                 : change->owner));
  }
  look (self);
}

/* With a network, those that had none are not to wait. */
static void
network_changed_cb (SlipFeedService *self, gboolean is_available)
{
  const SlipPlanState *state = slip_workspace_get_state (self->workspace);
  const SlipObservations *observations =
    slip_plan_state_get_observations (state);
  g_autoptr (GPtrArray) feeds = slip_plan_state_list (state, SLIP_KIND_FEED);

  for (guint i = 0; is_available && i < feeds->len; i++) {
    const char *id = slip_row_get_id (feeds->pdata[i]);
    const SlipFeedStanding *standing =
      slip_observations_get_standing (observations, id);

    if (standing != NULL && standing->is_offline)
      g_hash_table_add (self->eager, g_strdup (id));
  }
  look (self);
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipFeedService) self = data;

  /* Without knowing where feeds stand none is asked. */
  if (!slip_workspace_load_observations_finish (SLIP_WORKSPACE (source), result,
                                                NULL) ||
      g_cancellable_is_cancelled (self->cancellable) || self->is_started)
    return;
  self->is_started = TRUE;
  g_signal_connect_object (self->workspace, "changed", G_CALLBACK (changed_cb),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (g_network_monitor_get_default (), "network-changed",
                           G_CALLBACK (network_changed_cb), self,
                           G_CONNECT_SWAPPED);
  look (self);
}

static void
slip_feed_service_get_property (GObject *object,
                                guint id,
                                GValue *value,
                                GParamSpec *pspec)
{
  SlipFeedService *self = SLIP_FEED_SERVICE (object);

  switch (id) {
  case PROP_IS_SYNCING:
    g_value_set_boolean (value, slip_feed_service_is_syncing (self));
    break;
  default:
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
  }
}

static void
slip_feed_service_dispose (GObject *object)
{
  SlipFeedService *self = SLIP_FEED_SERVICE (object);

  slip_feed_service_stop (self);
  g_clear_object (&self->workspace);
  g_clear_object (&self->secrets);
  g_clear_object (&self->trust);
  G_OBJECT_CLASS (slip_feed_service_parent_class)->dispose (object);
}

static void
slip_feed_service_finalize (GObject *object)
{
  SlipFeedService *self = SLIP_FEED_SERVICE (object);

  g_object_unref (self->cancellable);
  g_hash_table_unref (self->running);
  g_hash_table_unref (self->pauses);
  g_hash_table_unref (self->eager);
  G_OBJECT_CLASS (slip_feed_service_parent_class)->finalize (object);
}

static void
slip_feed_service_class_init (SlipFeedServiceClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = slip_feed_service_get_property;
  object_class->dispose = slip_feed_service_dispose;
  object_class->finalize = slip_feed_service_finalize;

  properties[PROP_IS_SYNCING] =
    g_param_spec_boolean ("is-syncing", NULL, NULL, FALSE,
                          G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                            G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);
}

static void
slip_feed_service_init (SlipFeedService *self)
{
  self->cancellable = g_cancellable_new ();
  self->running = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->pauses =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  self->eager = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

SlipFeedService *
slip_feed_service_new (SlipWorkspace *workspace, SlipSecretSource *secrets)
{
  g_return_val_if_fail (SLIP_IS_WORKSPACE (workspace), NULL);

  SlipFeedService *self = g_object_new (SLIP_TYPE_FEED_SERVICE, NULL);
  self->workspace = g_object_ref (workspace);
  g_set_object (&self->secrets, secrets);
  g_signal_connect_object (workspace, "closing",
                           G_CALLBACK (slip_feed_service_stop), self,
                           G_CONNECT_SWAPPED);
  return self;
}

void
slip_feed_service_set_trust (SlipFeedService *self, GTlsDatabase *database)
{
  g_return_if_fail (SLIP_IS_FEED_SERVICE (self));

  g_set_object (&self->trust, database);
}

void
slip_feed_service_set_deadline (SlipFeedService *self, guint deadline_ms)
{
  g_return_if_fail (SLIP_IS_FEED_SERVICE (self));

  self->deadline_ms = deadline_ms;
}

void
slip_feed_service_start (SlipFeedService *self)
{
  g_return_if_fail (SLIP_IS_FEED_SERVICE (self));

  if (self->is_started || g_cancellable_is_cancelled (self->cancellable) ||
      slip_store_is_read_only (slip_workspace_get_store (self->workspace)))
    return;
  slip_workspace_load_observations_async (self->workspace, NULL, loaded_cb,
                                          g_object_ref (self));
}

void
slip_feed_service_look (SlipFeedService *self)
{
  g_return_if_fail (SLIP_IS_FEED_SERVICE (self));

  look (self);
}

void
slip_feed_service_stop (SlipFeedService *self)
{
  g_return_if_fail (SLIP_IS_FEED_SERVICE (self));

  self->is_started = FALSE;
  g_clear_handle_id (&self->look_source, g_source_remove);
  g_cancellable_cancel (self->cancellable);
}

SlipSecretSource *
slip_feed_service_get_secrets (SlipFeedService *self)
{
  g_return_val_if_fail (SLIP_IS_FEED_SERVICE (self), NULL);

  return self->secrets;
}

gboolean
slip_feed_service_is_syncing (SlipFeedService *self)
{
  g_return_val_if_fail (SLIP_IS_FEED_SERVICE (self), FALSE);

  return g_hash_table_size (self->running) > 0;
}

static SlipFeedSynced *
new_busy (const char *feed)
{
  SlipFeedSynced *synced = g_new0 (SlipFeedSynced, 1);

  synced->feed = g_strdup (feed);
  synced->outcome = SLIP_FEED_SYNC_ELSEWHERE;
  synced->error = g_error_new_literal (SLIP_STORE_ERROR, SLIP_STORE_ERROR_BUSY,
                                       _ ("The feed is being asked already"));
  return synced;
}

/* The ids of feeds to ask, by name; @feed alone if there is one. */
static GPtrArray *
list_wanted (SlipFeedService *self, const char *feed)
{
  g_autoptr (GPtrArray) feeds =
    slip_plan_state_list (slip_workspace_get_state (self->workspace),
                          SLIP_KIND_FEED);
  GPtrArray *ids = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < feeds->len; i++) {
    const char *id = slip_row_get_id (feeds->pdata[i]);

    if (feed != NULL ? g_str_equal (id, feed) : is_enabled (feeds->pdata[i]))
      g_ptr_array_add (ids, g_strdup (id));
  }
  return ids;
}

void
slip_feed_service_sync_async (SlipFeedService *self,
                              const char *feed,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  g_return_if_fail (SLIP_IS_FEED_SERVICE (self));

  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, data);
  g_autoptr (GPtrArray) ids = list_wanted (self, feed);
  Round *all = g_new0 (Round, 1);

  g_task_set_source_tag (task, slip_feed_service_sync_async);
  all->synced =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_synced_free);
  /* One more, so that nothing ends before all have begun. */
  all->n_left = ids->len + 1;
  g_task_set_task_data (task, all, (GDestroyNotify) round_free);
  for (guint i = 0; i < ids->len; i++) {
    if (g_hash_table_contains (self->running, ids->pdata[i]))
      end_one (task, new_busy (ids->pdata[i]));
    else
      ask (self, ids->pdata[i], TRUE, task);
  }
  end_one (task, NULL);
}

GPtrArray *
slip_feed_service_sync_finish (SlipFeedService *self,
                               GAsyncResult *result,
                               GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

gboolean
slip_feed_service_check (const SlipPlanState *state,
                         const char *feed,
                         GError **error)
{
  g_autoptr (SlipFeedQuestion) question =
    slip_feed_question_new (state, feed, SLIP_DATE_NONE, error);

  if (question == NULL)
    return FALSE;
  return question->run.adapter != &slip_adapter_general ||
         slip_adapter_settings_check (&question->settings, error);
}

/* A feed being tried. */
typedef struct {
  SlipFeedQuestion *question;
  char *name;
  SlipSecret *secret;
  SlipFeedClient *client;
  guint n_pages;
} Try;

static void
try_free (Try *attempt)
{
  slip_feed_question_free (attempt->question);
  g_free (attempt->name);
  g_clear_pointer (&attempt->secret, slip_secret_free);
  g_clear_object (&attempt->client);
  g_free (attempt);
}

static void
tried_cb (GObject *source, GAsyncResult *async_result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Try *attempt = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SlipFeedResult) result =
    slip_feed_run_finish (SLIP_FEED_CLIENT (source), async_result, &error);

  if (result == NULL) {
    g_task_return_error (task, error);
  } else if (result->error != NULL) {
    g_task_return_error (task, g_steal_pointer (&result->error));
  } else {
    attempt->n_pages = result->pages->len;
    g_task_return_pointer (task, g_steal_pointer (&result->report),
                           (GDestroyNotify) slip_status_report_free);
  }
}

/* @task: (transfer full) */
static void
run_try (GTask *task)
{
  SlipFeedService *self = g_task_get_source_object (task);
  Try *attempt = g_task_get_task_data (task);

  if (attempt->question->run.request.secret_type != SLIP_FEED_SECRET_NONE) {
    GError *error = NULL;

    attempt->question->run.request.secret =
      slip_feed_sync_get_secret (attempt->secret, attempt->name, &error);
    if (error != NULL) {
      g_task_return_error (task, error);
      g_object_unref (task);
      return;
    }
  }
  attempt->client =
    slip_feed_client_new (slip_workspace_get_clock (self->workspace));
  if (self->trust != NULL)
    slip_feed_client_set_trust (attempt->client, self->trust);
  attempt->question->run.deadline_ms = self->deadline_ms;
  slip_feed_run_async (attempt->client, &attempt->question->run,
                       g_task_get_cancellable (task), tried_cb, task);
}

static void
secret_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Try *attempt = g_task_get_task_data (task);
  GError *error = NULL;

  attempt->secret =
    slip_secret_source_lookup_finish (SLIP_SECRET_SOURCE (source), result,
                                      &error);
  if (attempt->secret != NULL) {
    run_try (task);
    return;
  }
  g_task_return_error (task, error);
  g_object_unref (task);
}

void
slip_feed_service_try_async (SlipFeedService *self,
                             const SlipPlanState *state,
                             const char *feed,
                             const char *secret,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  g_return_if_fail (SLIP_IS_FEED_SERVICE (self));

  GTask *task = g_task_new (self, cancellable, callback, data);
  GError *error = NULL;
  SlipStore *store = slip_workspace_get_store (self->workspace);
  const SlipSecretKey key = { slip_store_get_plan_id (store), feed };
  SlipFeedQuestion *question = slip_feed_question_new (
    state, feed,
    slip_clock_get_today (slip_workspace_get_clock (self->workspace)), &error);

  g_task_set_source_tag (task, slip_feed_service_try_async);
  if (question == NULL) {
    g_task_return_error (task, error);
    g_object_unref (task);
    return;
  }
  Try *attempt = g_new0 (Try, 1);
  attempt->question = question;
  attempt->name = g_strdup (slip_row_get_text (question->feed, SLIP_FEED_NAME));
  g_task_set_task_data (task, attempt, (GDestroyNotify) try_free);
  if (secret == NULL && self->secrets != NULL &&
      question->run.request.secret_type != SLIP_FEED_SECRET_NONE) {
    slip_secret_source_lookup_async (self->secrets, &key, cancellable,
                                     secret_found_cb, task);
    return;
  }
  attempt->secret = slip_secret_new (secret, NULL);
  run_try (task);
}

SlipStatusReport *
slip_feed_service_try_finish (SlipFeedService *self,
                              GAsyncResult *result,
                              guint *n_pages,
                              GError **error)
{
  g_return_val_if_fail (g_task_is_valid (result, self), NULL);

  if (n_pages != NULL)
    *n_pages = ((Try *) g_task_get_task_data (G_TASK (result)))->n_pages;
  return g_task_propagate_pointer (G_TASK (result), error);
}
