/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-feed-client.h"

G_BEGIN_DECLS

static inline void
asking_finish_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

/* Asks and waits; %NULL with @error if it was cancelled.  It is 2026-11-24
 * 09:30 UTC. */
static inline SlipFeedAnswer *
asking_wait (const SlipFeedRequest *request,
             GCancellable *cancellable,
             GError **error)
{
  g_autoptr (SlipClock) clock =
    slip_clock_new_fixed (slip_date_new (2026, 11, 24),
                          G_GINT64_CONSTANT (1795512600000));
  SlipFeedClient *client = slip_feed_client_new (clock);
  g_autoptr (GAsyncResult) result = NULL;

  slip_feed_client_ask_async (client, request, cancellable, asking_finish_cb,
                              &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  SlipFeedAnswer *answer = slip_feed_client_ask_finish (client, result, error);
  g_clear_object (&result);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (client);
  return answer;
}

G_END_DECLS
