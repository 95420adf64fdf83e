/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-actions.h"

#include "slip-accept-dialog.h"
#include "slip-actions.h"
#include "slip-edit-runner.h"
#include "slip-feed-dialog.h"
#include "slip-feed-history.h"
#include "slip-feed-service.h"
#include "slip-feed-text.h"
#include "slip-observation-tally.h"
#include "slip-window-dialogs.h"

#include <glib/gi18n.h>

#define ACCEPT_KEY      "slip-accept"
#define CANCELLABLE_KEY "slip-cancellable"

#define STANDINGS_KEY "slip-feed-standings"
#define TIMER_KEY     "slip-feed-timer"

#define LOOK_SECONDS 60

/* More words about one thing than anybody reads. */
#define MAX_WORDS 100

static void
present (SlipWindow *window, GtkWidget *dialog)
{
  gtk_window_set_transient_for (GTK_WINDOW (dialog),
                                slip_window_dialogs_find_front (window));
  gtk_window_set_destroy_with_parent (GTK_WINDOW (dialog), TRUE);
  gtk_window_present (GTK_WINDOW (dialog));
}

/* Something that a feed says, which somebody has pointed at. */
typedef struct {
  SlipWindow *window;
  char *feed;
  char *key;
  char *flag; /* or NULL */
} Pointed;

static Pointed *
new_pointed (SlipWindow *window,
             const char *feed,
             const char *key,
             const char *flag)
{
  Pointed *pointed = g_new (Pointed, 1);
  *pointed =
    (Pointed){ g_object_ref (window), g_strdup (feed), g_strdup (key),
               g_strdup (flag != NULL && *flag != '\0' ? flag : NULL) };
  return pointed;
}

static void
free_pointed (Pointed *pointed)
{
  g_object_unref (pointed->window);
  g_free (pointed->feed);
  g_free (pointed->key);
  g_free (pointed->flag);
  g_free (pointed);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Pointed, free_pointed)

/* How feeds fare. */
typedef struct {
  const SlipPlanState *state;
  gint64 at_ms;
  GString *text;
} Standings;

/* What is asked for a dialog; its owner is gone once it is cancelled. */
typedef struct {
  SlipWindow *window;
  SlipFeedDialog *dialog;
  GCancellable *cancellable;
} Asking;

static Asking *
new_asking (SlipWindow *window,
            SlipFeedDialog *dialog,
            GCancellable *cancellable)
{
  Asking *asking = g_new (Asking, 1);
  *asking = (Asking){ g_object_ref (window), g_object_ref (dialog),
                      g_object_ref (cancellable) };
  return asking;
}

static void
free_asking (Asking *asking)
{
  g_object_unref (asking->window);
  g_object_unref (asking->dialog);
  g_object_unref (asking->cancellable);
  g_free (asking);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Asking, free_asking)

static void
tried_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  g_autoptr (GError) error = NULL;
  guint n_pages = 0;
  g_autoptr (SlipStatusReport) report =
    slip_feed_service_try_finish (SLIP_FEED_SERVICE (source), result, &n_pages,
                                  &error);
  slip_window_end_work (asking->window);
  if (g_cancellable_is_cancelled (asking->cancellable))
    return;
  if (report != NULL)
    slip_feed_dialog_show_report (asking->dialog, g_steal_pointer (&report),
                                  n_pages);
  else
    slip_feed_dialog_show_failure (asking->dialog, error->message);
}

static void
stop_trying (SlipFeedDialog *dialog)
{
  GCancellable *cancellable =
    g_object_get_data (G_OBJECT (dialog), CANCELLABLE_KEY);
  if (cancellable != NULL)
    g_cancellable_cancel (cancellable);
}

static void
try_wanted_cb (SlipFeedDialog *dialog,
               const SlipPlanState *state,
               const char *feed,
               const char *secret,
               SlipWindow *window)
{
  SlipFeedService *feeds = slip_window_get_feeds (window);
  GCancellable *cancellable = g_cancellable_new ();
  if (feeds == NULL) {
    g_object_unref (cancellable);
    return;
  }
  stop_trying (dialog);
  g_object_set_data_full (G_OBJECT (dialog), CANCELLABLE_KEY, cancellable,
                          g_object_unref);
  slip_window_begin_work (window);
  slip_feed_service_try_async (feeds, state, feed, secret, cancellable,
                               tried_cb,
                               new_asking (window, dialog, cancellable));
}

static SlipSecretSource *
get_secrets (SlipWindow *window)
{
  SlipFeedService *feeds = slip_window_get_feeds (window);
  return feeds != NULL ? slip_feed_service_get_secrets (feeds) : NULL;
}

static SlipSecretKey
new_key (SlipWindow *window, const char *feed, const char *label)
{
  SlipStore *store =
    slip_workspace_get_store (slip_window_get_workspace (window));
  return (SlipSecretKey){ .plan = slip_store_get_plan_id (store),
                          .feed = feed,
                          .label = label };
}

static void
secret_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Asking) asking = data;
  g_autoptr (SlipSecret) secret =
    slip_secret_source_lookup_finish (SLIP_SECRET_SOURCE (source), result,
                                      NULL);
  if (secret != NULL && secret->secret != NULL &&
      !g_cancellable_is_cancelled (asking->cancellable))
    slip_feed_dialog_set_has_secret (asking->dialog, TRUE);
}

/* Only whether there is one is shown. */
static void
look_for_secret (SlipWindow *window,
                 SlipFeedDialog *dialog,
                 GCancellable *cancellable)
{
  SlipSecretSource *secrets = get_secrets (window);
  if (secrets == NULL)
    return;
  SlipSecretKey key =
    new_key (window, slip_feed_dialog_get_feed (dialog), NULL);
  slip_secret_source_lookup_async (secrets, &key, cancellable, secret_found_cb,
                                   new_asking (window, dialog, cancellable));
}

/* The feed may have been asked already, without it. */
static void
secret_kept_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Pointed) pointed = data;
  g_autoptr (GError) error = NULL;
  SlipFeedService *feeds = slip_window_get_feeds (pointed->window);
  if (!slip_secret_source_store_finish (SLIP_SECRET_SOURCE (source), result,
                                        &error))
    slip_window_say (pointed->window, error->message);
  else if (feeds != NULL &&
           slip_plan_state_get (slip_window_get_state (pointed->window),
                                SLIP_KIND_FEED, pointed->feed) != NULL)
    slip_feed_service_sync_async (feeds, pointed->feed, NULL, NULL, NULL);
}

static void
secret_typed_cb (SlipFeedDialog *dialog,
                 const char *feed,
                 const char *secret,
                 SlipWindow *window)
{
  SlipSecretSource *secrets = get_secrets (window);
  if (secrets == NULL)
    return;
  SlipSecretKey key =
    new_key (window, feed,
             slip_row_get_text (slip_form_window_get_draft (
                                  slip_feed_dialog_get_window (dialog)),
                                SLIP_FEED_NAME));
  slip_secret_source_store_async (secrets, &key, secret, NULL, secret_kept_cb,
                                  new_pointed (window, feed, "", NULL));
}

static void
connect_dialog (SlipWindow *window, SlipFeedDialog *dialog)
{
  g_autoptr (GCancellable) closing = g_cancellable_new ();
  GtkWidget *form = GTK_WIDGET (slip_feed_dialog_get_window (dialog));
  g_signal_connect_object (dialog, "try-wanted", G_CALLBACK (try_wanted_cb),
                           window, 0);
  g_signal_connect (dialog, "try-cancelled", G_CALLBACK (stop_trying), NULL);
  g_signal_connect_object (dialog, "secret-typed", G_CALLBACK (secret_typed_cb),
                           window, 0);
  g_signal_connect_object (form, "destroy", G_CALLBACK (stop_trying), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (form, "destroy", G_CALLBACK (g_cancellable_cancel),
                           closing, G_CONNECT_SWAPPED);
  g_object_set_data_full (G_OBJECT (dialog), "slip-closing",
                          g_object_ref (closing), g_object_unref);
  look_for_secret (window, dialog, closing);
}

static void
edit_feed_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *feed = g_variant_get_string (parameter, NULL);
  const SlipPlanState *state = slip_window_get_state (window);
  if (state == NULL ||
      (*feed != '\0' &&
       slip_plan_state_get (state, SLIP_KIND_FEED, feed) == NULL))
    return;
  SlipFeedDialog *dialog =
    slip_feed_dialog_new (state, *feed != '\0' ? feed : NULL,
                          slip_window_get_today (window));
  g_autoptr (SlipObservationTally) tally =
    slip_observation_tally_new_for_feed (slip_plan_state_get_observations (
                                           state),
                                         slip_feed_dialog_get_feed (dialog));
  slip_feed_dialog_add_names (dialog, tally->unmatched);
  connect_dialog (window, dialog);
  present (window, GTK_WIDGET (slip_feed_dialog_get_window (dialog)));
}

static void
show_feeds_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_window_dialogs_show_preferences (window, "feeds");
}

static const SlipFeedValue *
find_value (const Pointed *pointed)
{
  const SlipPlanState *state = slip_window_get_state (pointed->window);
  return state != NULL
           ? slip_feed_find_value (state, pointed->feed, pointed->key)
           : NULL;
}

static void
accepted_cb (SlipFormWindow *form, SlipWindow *window)
{
  slip_edit_runner_run (slip_window_get_runner (window), slip_accept_run,
                        g_object_steal_data (G_OBJECT (form), ACCEPT_KEY),
                        (GDestroyNotify) slip_accept_free, SLIP_EDIT_DEFAULT);
  gtk_window_close (GTK_WINDOW (form));
}

static void
show_accept (const Pointed *pointed)
{
  SlipWindow *window = pointed->window;
  const SlipPlanState *state = slip_window_get_state (window);
  const SlipFeedValue *value = find_value (pointed);
  if (value == NULL) {
    slip_window_say (window, _ ("The feed does not say so any more"));
    return;
  }
  SlipMoment moment = slip_window_get_moment (window);
  SlipAccept *accept = slip_accept_new (state, value, pointed->flag, moment);
  if (accept == NULL) {
    g_autofree char *text =
      slip_match_problem_dup_text (value->problem, value->observation);
    slip_window_say (window, text != NULL
                               ? text
                               : _ ("There is nothing to accept it into"));
    return;
  }
  SlipFormWindow *form = slip_accept_dialog_new (state, value, accept, moment);
  g_object_set_data_full (G_OBJECT (form), ACCEPT_KEY, accept,
                          (GDestroyNotify) slip_accept_free);
  g_signal_connect_object (form, "accepted", G_CALLBACK (accepted_cb), window,
                           0);
  present (window, GTK_WIDGET (form));
}

static void
loaded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Pointed) pointed = data;
  g_autoptr (GError) error = NULL;
  gboolean is_loaded =
    slip_workspace_load_parts_finish (SLIP_WORKSPACE (source), result, &error);
  slip_window_end_work (pointed->window);
  if (slip_window_get_workspace (pointed->window) != SLIP_WORKSPACE (source))
    return;
  if (is_loaded)
    show_accept (pointed);
  else
    slip_window_say (pointed->window, error->message);
}

static void
accept_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *feed;
  const char *key;
  const char *flag;
  g_variant_get (parameter, "(&s&s&s)", &feed, &key, &flag);
  g_autoptr (Pointed) pointed = new_pointed (window, feed, key, flag);
  const SlipFeedValue *value = find_value (pointed);
  if (value == NULL || value->release == NULL) {
    show_accept (pointed);
    return;
  }
  slip_window_begin_work (window);
  slip_workspace_load_parts_async (slip_window_get_workspace (window),
                                   (const char *const[]){ value->release,
                                                          NULL },
                                   NULL, loaded_cb, g_steal_pointer (&pointed));
}

static void
show_past (const Pointed *pointed, const GPtrArray *past)
{
  g_autofree SlipFeedWord *words = g_new0 (SlipFeedWord, past->len + 1);
  for (guint i = 0; i < past->len; i++) {
    const SlipFeedPast *word = past->pdata[i];
    words[i] =
      (SlipFeedWord){ word->observation, word->since_ms, word->until_ms };
  }
  const SlipPlanState *state = slip_window_get_state (pointed->window);
  if (state == NULL)
    return;
  present (pointed->window,
           slip_feed_history_new (words, past->len,
                                  slip_feed_get_name (state, pointed->feed),
                                  slip_window_get_today (pointed->window)));
}

static void
past_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (Pointed) pointed = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) past =
    slip_store_feed_history_finish (SLIP_STORE (source), result, &error);
  slip_window_end_work (pointed->window);
  if (past != NULL)
    show_past (pointed, past);
  else
    slip_window_say (pointed->window, error->message);
}

static void
show_observation_cb (GSimpleAction *action,
                     GVariant *parameter,
                     gpointer window)
{
  const char *feed;
  const char *key;
  g_variant_get (parameter, "(&s&s)", &feed, &key);
  SlipWorkspace *workspace = slip_window_get_workspace (window);
  if (workspace == NULL)
    return;
  slip_window_begin_work (window);
  slip_store_feed_history_async (slip_workspace_get_store (workspace), feed,
                                 key, MAX_WORDS, NULL, past_read_cb,
                                 new_pointed (window, feed, key, NULL));
}

static const GActionEntry entries[] = {
  { "edit-feed", edit_feed_cb, "s" },
  { "show-feeds", show_feeds_cb },
  { "accept-observation", accept_cb, "(sss)" },
  { "show-observation", show_observation_cb, "(ss)" },
};

/* What changes the plan. */
static const char *const editing_actions[] = { "edit-feed",
                                               "accept-observation" };

static void
add_standing_cb (const SlipRow *feed, gpointer data)
{
  const Standings *standings = data;
  const char *id = slip_row_get_id (feed);
  g_string_append_printf (standings->text, "%s %d %d\n", id,
                          (int) slip_feed_get_age (standings->state, id,
                                                   standings->at_ms),
                          (int) slip_feed_get_loudness (standings->state, id,
                                                        standings->at_ms));
}

/* Returns: (transfer full): how old and how loud every feed is; "" if there are
 * none. */
static char *
dup_standings (SlipWindow *window)
{
  const SlipPlanState *state = slip_window_get_state (window);
  if (state == NULL)
    return g_strdup ("");
  Standings standings = { state, slip_window_get_moment (window).at_ms,
                          g_string_new (NULL) };
  slip_plan_state_foreach (state, SLIP_KIND_FEED, add_standing_cb, &standings);
  return g_string_free (standings.text, FALSE);
}

/* A feed grows old also while nothing happens. */
static gboolean
look_cb (gpointer window)
{
  g_autofree char *standings = dup_standings (window);
  if (g_strcmp0 (standings,
                 g_object_get_data (G_OBJECT (window), STANDINGS_KEY)) != 0)
    slip_window_refresh (window);
  return G_SOURCE_CONTINUE;
}

static void
stop_looking (gpointer timer)
{
  g_source_remove (GPOINTER_TO_UINT (timer));
}

/* Looks while there are feeds. */
static void
refreshed_cb (SlipWindow *window)
{
  GObject *object = G_OBJECT (window);
  char *standings = dup_standings (window);
  gboolean has_feeds = *standings != '\0';
  gboolean is_looking = g_object_get_data (object, TIMER_KEY) != NULL;
  g_object_set_data_full (object, STANDINGS_KEY, standings, g_free);
  if (has_feeds && !is_looking)
    g_object_set_data_full (
      object, TIMER_KEY,
      GUINT_TO_POINTER (g_timeout_add_seconds (LOOK_SECONDS, look_cb, window)),
      stop_looking);
  else if (!has_feeds && is_looking)
    g_object_set_data (object, TIMER_KEY, NULL);
}

/* Whoever comes back may come from a computer that slept. */
static void
active_changed_cb (SlipWindow *window)
{
  SlipFeedService *feeds = slip_window_get_feeds (window);
  if (feeds != NULL && gtk_window_is_active (GTK_WINDOW (window)))
    slip_feed_service_look (feeds);
}

void
slip_feed_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_signal_connect (window, "notify::is-active", G_CALLBACK (active_changed_cb),
                    NULL);
  g_signal_connect (window, "refreshed", G_CALLBACK (refreshed_cb), NULL);
  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
}

static void
set_enabled (SlipWindow *window, const char *name, gboolean is_enabled)
{
  g_simple_action_set_enabled (
    G_SIMPLE_ACTION (g_action_map_lookup_action (G_ACTION_MAP (window), name)),
    is_enabled);
}

void
slip_feed_actions_update (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  for (guint i = 0; i < G_N_ELEMENTS (editing_actions); i++)
    set_enabled (window, editing_actions[i], slip_window_can_edit (window));
  set_enabled (window, "show-feeds",
               slip_window_get_workspace (window) != NULL);
}
