/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-cli-feed-load.h"

#include "slip-cli-parts.h"

gboolean
slip_cli_load_feeds (SlipCli *self, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  gboolean is_loaded;

  if (slip_plan_state_count (self->state, SLIP_KIND_FEED) == 0)
    return TRUE;
  /* Flags are looked for in what is loaded. */
  if (!slip_cli_load_open (self, error))
    return FALSE;
  slip_workspace_load_observations_async (self->workspace, NULL,
                                          slip_cli_ready_cb, &result);
  is_loaded =
    slip_workspace_load_observations_finish (self->workspace,
                                             slip_cli_wait (&result), error);
  slip_cli_refresh (self);
  return is_loaded;
}

const SlipRow *
slip_cli_open_release_with_feeds (SlipCli *self,
                                  SlipCliOpening opening,
                                  const char *text,
                                  GError **error)
{
  const SlipRow *release = slip_cli_open_release (self, opening, text, error);
  g_autofree char *id =
    release != NULL ? g_strdup (slip_row_get_id (release)) : NULL;

  return id != NULL && slip_cli_load_feeds (self, error)
           ? slip_plan_state_get (self->state, SLIP_KIND_RELEASE, id)
           : NULL;
}

GPtrArray *
slip_cli_load_feed_history (SlipCli *self,
                            const char *feed,
                            guint limit,
                            GError **error)
{
  SlipStore *store = slip_workspace_get_store (self->workspace);
  g_autoptr (GAsyncResult) result = NULL;

  slip_store_feed_history_async (store, feed, NULL, limit, NULL,
                                 slip_cli_ready_cb, &result);
  return slip_store_feed_history_finish (store, slip_cli_wait (&result), error);
}
