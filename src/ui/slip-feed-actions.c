/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-actions.h"

#include "slip-feed-dialog.h"
#include "slip-window-dialogs.h"

#include <glib/gi18n.h>

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
  GtkWindow *form = GTK_WINDOW (slip_feed_dialog_get_window (dialog));
  gtk_window_set_transient_for (form, slip_window_dialogs_find_front (window));
  slip_feed_dialog_set_can_ask (dialog, FALSE);
  gtk_window_present (form);
}

static void
show_feeds_cb (GSimpleAction *action, GVariant *parameter, gpointer window)
{
  slip_window_dialogs_show_preferences (window, "feeds");
}

static const GActionEntry entries[] = {
  { "edit-feed", edit_feed_cb, "s" },
  { "show-feeds", show_feeds_cb },
};

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

  set_enabled (window, "edit-feed", slip_window_can_edit (window));
  set_enabled (window, "show-feeds",
               slip_window_get_workspace (window) != NULL);
}
