/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-sync-actions.h"

#include "slip-feed-age.h"
#include "slip-feed-service.h"

#include <glib/gi18n.h>

static guint
count_enabled (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) feeds = slip_plan_state_list (state, SLIP_KIND_FEED);
  guint n = 0;

  for (guint i = 0; i < feeds->len; i++)
    n += slip_row_get_boolean (feeds->pdata[i], SLIP_FEED_IS_ENABLED);
  return n;
}

static gboolean
is_failure (const SlipFeedSynced *synced)
{
  return synced->error != NULL;
}

/* What to say of feeds of which @n_failed did not answer. */
static char *
dup_account (SlipWindow *window, const GPtrArray *all, guint n_failed)
{
  guint n_new = 0;

  for (guint i = 0; i < all->len; i++) {
    const SlipFeedSynced *synced = all->pdata[i];

    n_new += synced->outcome == SLIP_FEED_SYNC_UPDATED;
    if (n_failed == 1 && is_failure (synced))
      return g_strdup_printf (
        /* Translators: the name of a status feed, and why it failed. */
        _ ("%s: %s"),
        slip_feed_get_name (slip_window_get_state (window), synced->feed),
        synced->error->message);
  }
  if (n_failed > 0)
    return g_strdup_printf (ngettext ("%u of %u feed did not answer",
                                      "%u of %u feeds did not answer",
                                      all->len),
                            n_failed, all->len);
  if (n_new == 0)
    return g_strdup (_ ("The feeds say nothing new"));
  return g_strdup_printf (ngettext ("%u feed has answered",
                                    "%u feeds have answered", all->len),
                          all->len);
}

static void
synced_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (SlipWindow) window = data;
  g_autoptr (GPtrArray) all =
    slip_feed_service_sync_finish (SLIP_FEED_SERVICE (source), result, NULL);
  g_autofree char *account = NULL;
  guint n_failed = 0;

  slip_window_end_work (window);
  /* The plan may have been closed, or another be shown. */
  if (all == NULL || slip_window_get_feeds (window) != (gpointer) source)
    return;
  slip_sync_actions_update (window);
  for (guint i = 0; i < all->len; i++)
    n_failed += is_failure (all->pdata[i]);
  account = dup_account (window, all, n_failed);
  slip_window_say (window, account);
}

static void
sync_feeds_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  SlipFeedService *feeds = slip_window_get_feeds (window);
  guint n;
  g_autofree char *text = NULL;

  if (feeds == NULL)
    return;
  n = count_enabled (slip_window_get_state (window));
  text =
    g_strdup_printf (ngettext ("Asking %u feed…", "Asking %u feeds…", n), n);
  slip_window_say (window, text);
  slip_window_begin_work (window);
  slip_feed_service_sync_async (feeds, NULL, NULL, synced_cb,
                                g_object_ref (window));
  slip_sync_actions_update (window);
}

static const GActionEntry entries[] = {
  { "sync-feeds", sync_feeds_cb },
};

void
slip_sync_actions_add (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  g_action_map_add_action_entries (G_ACTION_MAP (window), entries,
                                   G_N_ELEMENTS (entries), window);
}

void
slip_sync_actions_update (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  SlipFeedService *feeds = slip_window_get_feeds (window);
  GAction *action =
    g_action_map_lookup_action (G_ACTION_MAP (window), "sync-feeds");

  g_simple_action_set_enabled (G_SIMPLE_ACTION (action),
                               feeds != NULL &&
                                 !slip_feed_service_is_syncing (feeds) &&
                                 slip_window_can_write (window) &&
                                 count_enabled (
                                   slip_window_get_state (window)) > 0);
}
