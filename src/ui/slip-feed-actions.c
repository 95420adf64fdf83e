/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-actions.h"

#include "slip-accept-dialog.h"
#include "slip-actions.h"
#include "slip-edit-runner.h"
#include "slip-feed-dialog.h"
#include "slip-feed-history.h"
#include "slip-feed-text.h"
#include "slip-store-feeds.h"
#include "slip-window-dialogs.h"

#include <glib/gi18n.h>

#define ACCEPT_KEY "slip-accept"

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
  slip_feed_dialog_set_can_ask (dialog, FALSE);
  present (window, GTK_WIDGET (slip_feed_dialog_get_window (dialog)));
}

static void
show_feeds_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_window_dialogs_show_preferences (window, "feeds");
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

void
slip_feed_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

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
