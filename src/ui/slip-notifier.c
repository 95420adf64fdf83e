/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-notifier.h"

#include "slip-identity.h"
#include "slip-reminded-file.h"
#include "slip-reminder.h"
#include "slip-text.h"
#include "slip-window-settings.h"

#include <glib/gi18n.h>

/* Several changes in a row are one. */
#define PATIENCE_S 1

/* Time passes without a change as well: soaks end. */
#define LONGEST_WAIT_S 600

/* As far as My Day looks ahead. */
#define N_DAYS 14

#define WATCHED_KEY "slip-watched"

struct _SlipNotifier {
  GObject parent_instance;

  GApplication *application; /* borrowed: owns this */
  SlipDayWatch *day_watch;
  GSettings *settings; /* NULL where none are installed */
  GPtrArray *watched;  /* of Watched; borrowed: the workspaces own them */
};

/* A plan that is looked after. */
typedef struct {
  SlipNotifier *notifier;   /* borrowed; NULL when it is gone */
  SlipWorkspace *workspace; /* borrowed: owns this */
  guint timer;
  gboolean is_looking;
} Watched;

/* One look, in a thread. */
typedef struct {
  SlipPlanState *state;
  char *person;
  SlipConflictContext context;
  gint64 at_ms;
  SlipReminder *reminders[SLIP_N_REMINDER_TYPES];
} Look;

G_DEFINE_FINAL_TYPE (SlipNotifier, slip_notifier, G_TYPE_OBJECT)

static void
free_look (gpointer data)
{
  Look *look = data;
  slip_plan_state_unref (look->state);
  g_free (look->person);
  for (guint i = 0; i < SLIP_N_REMINDER_TYPES; i++)
    slip_reminder_free (look->reminders[i]);
  g_free (look);
}

static void
look_cb (GTask *task, gpointer source, gpointer data, GCancellable *cancellable)
{
  Look *look = data;
  const SlipAgendaSpec spec = {
    .person = look->person,
    .context = look->context,
    .n_days = N_DAYS,
  };
  g_autoptr (SlipAgenda) agenda = slip_agenda_new (look->state, &spec);
  for (guint i = 0; i < SLIP_N_REMINDER_TYPES; i++)
    look->reminders[i] =
      slip_reminder_new ((SlipReminderType) i, agenda, look->state,
                         look->person, look->at_ms);
  g_task_return_boolean (task, TRUE);
}

static gboolean
is_wished (SlipNotifier *self, SlipReminderType type)
{
  g_autofree char *key =
    g_strconcat ("notify-", slip_reminder_type_get_nick (type), NULL);
  return self->settings != NULL && g_settings_get_boolean (self->settings, key);
}

static gboolean
is_any_wished (SlipNotifier *self)
{
  for (guint i = 0; i < SLIP_N_REMINDER_TYPES; i++)
    if (is_wished (self, (SlipReminderType) i))
      return TRUE;
  return FALSE;
}

static GVariant *
new_target (const char *path, const char *text, const char *id)
{
  return g_variant_new ("(@ayss)", g_variant_new_bytestring (path), text,
                        id != NULL ? id : "");
}

/* What is about one release leads there, and feeds that fail are told above any
 * view; the rest leads to My Day. */
static GNotification *
new_notification (const SlipReminder *reminder, const char *path)
{
  g_autofree char *title = slip_text_dup_contained (reminder->title);
  g_autofree char *body = slip_text_dup_contained (reminder->body);
  GNotification *notification = g_notification_new (title);
  const char *view =
    reminder->release == NULL && reminder->type != SLIP_REMINDER_FEEDS
      ? "my-day"
      : "";
  g_notification_set_body (notification, body);
  g_notification_set_default_action_and_target_value (
    notification, "app.show-in-plan",
    new_target (path, view, reminder->release));
  if (reminder->item != NULL)
    g_notification_add_button_with_target_value (
      notification, _ ("Done"), "app.check-off",
      new_target (path, reminder->release, reminder->item));
  g_notification_add_button_with_target_value (notification, _ ("Open"),
                                               "app.show-in-plan",
                                               new_target (path, view,
                                                           reminder->release));
  return notification;
}

static void
tell (SlipNotifier *self,
      SlipStore *store,
      SlipReminderType type,
      const SlipReminder *reminder)
{
  const char *plan = slip_store_get_plan_id (store);
  const char *nick = slip_reminder_type_get_nick (type);
  SlipDate today = slip_day_watch_get_today (self->day_watch);
  g_autofree char *id = g_strdup_printf ("%s-%s", nick, plan);
  gboolean was_told =
    slip_date_equal (slip_reminded_file_load (plan, nick), today);
  if (reminder == NULL || !is_wished (self, type)) {
    if (was_told)
      g_application_withdraw_notification (self->application, id);
    return;
  }
  if (was_told)
    return;
  g_autoptr (GNotification) notification =
    new_notification (reminder, slip_store_get_path (store));
  g_application_send_notification (self->application, id, notification);
  slip_reminded_file_save (plan, nick, today);
}

static void wait_for (Watched *watched, guint wait_s);

static void
looked_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWorkspace) workspace = data;
  const Look *look = g_task_get_task_data (G_TASK (result));
  Watched *watched = g_object_get_data (data, WATCHED_KEY);
  watched->is_looking = FALSE;
  if (watched->notifier == NULL)
    return;
  for (guint i = 0; i < SLIP_N_REMINDER_TYPES; i++)
    tell (watched->notifier, slip_workspace_get_store (workspace),
          (SlipReminderType) i, look->reminders[i]);
  if (watched->timer == 0)
    wait_for (watched, LONGEST_WAIT_S);
}

/* Who somebody is was asked at their first edit; before, all is theirs. */
static char *
dup_person (SlipWorkspace *workspace)
{
  g_autoptr (SlipIdentity) identity = slip_identity_load (
    slip_store_get_plan_id (slip_workspace_get_store (workspace)));
  return identity != NULL ? g_strdup (identity->person) : NULL;
}

/* As long as checklists are still being read, there is nothing to be seen. */
static void
look (Watched *watched)
{
  SlipNotifier *self = watched->notifier;
  SlipWorkspace *workspace = watched->workspace;
  if (!slip_workspace_has_open_parts (workspace) || watched->is_looking)
    return;
  Look *wanted = g_new0 (Look, 1);
  wanted->state = slip_plan_state_ref (slip_workspace_get_state (workspace));
  wanted->person = dup_person (workspace);
  wanted->context = slip_conflict_context_new_for_plan (
    wanted->state, slip_day_watch_get_today (self->day_watch));
  wanted->at_ms = slip_clock_get_now_ms (slip_workspace_get_clock (workspace));
  watched->is_looking = TRUE;
  /* The workspace belongs to the main thread, so the task does not hold it. */
  g_autoptr (GTask) task =
    g_task_new (NULL, NULL, looked_cb, g_object_ref (workspace));
  g_task_set_task_data (task, wanted, free_look);
  g_task_run_in_thread (task, look_cb);
}

static gboolean
timer_cb (gpointer data)
{
  Watched *watched = data;
  watched->timer = 0;
  look (watched);
  return G_SOURCE_REMOVE;
}

static void
wait_for (Watched *watched, guint wait_s)
{
  g_clear_handle_id (&watched->timer, g_source_remove);
  watched->timer = g_timeout_add_seconds (wait_s, timer_cb, watched);
}

static void
look_soon (Watched *watched)
{
  if (watched->notifier != NULL && is_any_wished (watched->notifier))
    wait_for (watched, PATIENCE_S);
}

static void
workspace_changed_cb (SlipWorkspace *workspace)
{
  look_soon (g_object_get_data (G_OBJECT (workspace), WATCHED_KEY));
}

static void
look_at_all (SlipNotifier *self)
{
  for (guint i = 0; i < self->watched->len; i++)
    look_soon (self->watched->pdata[i]);
}

/* What is not wished any more goes away at once. */
static void
settings_changed_cb (SlipNotifier *self, const char *key)
{
  if (!g_str_has_prefix (key, "notify-"))
    return;
  for (guint i = 0; i < self->watched->len; i++)
    wait_for (self->watched->pdata[i], PATIENCE_S);
}

static void
free_watched (gpointer data)
{
  Watched *watched = data;
  g_clear_handle_id (&watched->timer, g_source_remove);
  if (watched->notifier != NULL)
    g_ptr_array_remove_fast (watched->notifier->watched, watched);
  g_free (watched);
}

static void
slip_notifier_finalize (GObject *object)
{
  SlipNotifier *self = SLIP_NOTIFIER (object);
  for (guint i = 0; i < self->watched->len; i++) {
    Watched *watched = self->watched->pdata[i];
    g_clear_handle_id (&watched->timer, g_source_remove);
    watched->notifier = NULL;
  }
  g_ptr_array_unref (self->watched);
  g_clear_object (&self->settings);
  g_clear_object (&self->day_watch);
  G_OBJECT_CLASS (slip_notifier_parent_class)->finalize (object);
}

static void
slip_notifier_class_init (SlipNotifierClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_notifier_finalize;
}

static void
slip_notifier_init (SlipNotifier *self)
{
  self->watched = g_ptr_array_new ();
  self->settings = slip_window_settings_find ();
  if (self->settings != NULL)
    g_signal_connect_object (self->settings, "changed",
                             G_CALLBACK (settings_changed_cb), self,
                             G_CONNECT_SWAPPED);
}

SlipNotifier *
slip_notifier_new (GApplication *application, SlipDayWatch *day_watch)
{
  g_return_val_if_fail (G_IS_APPLICATION (application), NULL);
  g_return_val_if_fail (SLIP_IS_DAY_WATCH (day_watch), NULL);

  SlipNotifier *self = g_object_new (SLIP_TYPE_NOTIFIER, NULL);
  self->application = application;
  self->day_watch = g_object_ref (day_watch);
  g_signal_connect_object (day_watch, "day-changed", G_CALLBACK (look_at_all),
                           self, G_CONNECT_SWAPPED);
  return self;
}

void
slip_notifier_watch (SlipNotifier *self, SlipWorkspace *workspace)
{
  g_return_if_fail (SLIP_IS_NOTIFIER (self));
  g_return_if_fail (SLIP_IS_WORKSPACE (workspace));

  if (g_object_get_data (G_OBJECT (workspace), WATCHED_KEY) != NULL)
    return;
  Watched *watched = g_new0 (Watched, 1);
  watched->notifier = self;
  watched->workspace = workspace;
  g_ptr_array_add (self->watched, watched);
  g_object_set_data_full (G_OBJECT (workspace), WATCHED_KEY, watched,
                          free_watched);
  g_signal_connect (workspace, "changed", G_CALLBACK (workspace_changed_cb),
                    NULL);
  g_signal_connect (workspace, "notify::has-open-parts",
                    G_CALLBACK (workspace_changed_cb), NULL);
  look_soon (watched);
}
