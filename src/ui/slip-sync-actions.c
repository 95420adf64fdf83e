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

/* @feed: (nullable): one, or all @n that are asked by themselves */
static void
sync_feeds (SlipWindow *window, const char *feed, guint n)
{
  g_autofree char *text =
    g_strdup_printf (ngettext ("Asking %u feed…", "Asking %u feeds…", n), n);

  slip_window_say (window, text);
  slip_window_begin_work (window);
  slip_feed_service_sync_async (slip_window_get_feeds (window), feed, NULL,
                                synced_cb, g_object_ref (window));
  slip_sync_actions_update (window);
}

static void
sync_feeds_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  if (slip_window_get_feeds (window) != NULL)
    sync_feeds (window, NULL, count_enabled (slip_window_get_state (window)));
}

static void
sync_feed_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  const char *feed = g_variant_get_string (parameter, NULL);

  if (slip_window_get_feeds (window) != NULL &&
      slip_plan_state_get (slip_window_get_state (window), SLIP_KIND_FEED,
                           feed) != NULL)
    sync_feeds (window, feed, 1);
}

static const GActionEntry entries[] = {
  { "sync-feed", sync_feed_cb, "s" },
  { "sync-feeds", sync_feeds_cb },
};

void
slip_sync_actions_add (SlipWindow *window)
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
slip_sync_actions_update (SlipWindow *window)
{
  g_return_if_fail (SLIP_IS_WINDOW (window));

  SlipFeedService *feeds = slip_window_get_feeds (window);
  gboolean can_ask = feeds != NULL && slip_window_can_write (window);

  set_enabled (window, "sync-feed", can_ask);
  set_enabled (window, "sync-feeds",
               can_ask && !slip_feed_service_is_syncing (feeds) &&
                 count_enabled (slip_window_get_state (window)) > 0);
}
