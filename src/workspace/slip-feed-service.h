/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-feed-sync.h"
#include "slip-status-report.h"

G_BEGIN_DECLS

/**
 * SlipFeedService:
 *
 * Asks the feeds of one open plan when they are due, one program at a time, and
 * has the workspace show what they say.  It never waits, and costs nothing for
 * a plan without feeds.  Belongs to the main thread; ends when the workspace is
 * closed, or with slip_feed_service_stop().
 *
 * Properties: `is-syncing`, of which `notify` tells: whether a feed is being
 * asked.
 */
#define SLIP_TYPE_FEED_SERVICE (slip_feed_service_get_type ())

G_DECLARE_FINAL_TYPE (SlipFeedService,
                      slip_feed_service,
                      SLIP,
                      FEED_SERVICE,
                      GObject)

/**
 * slip_feed_service_new:
 * @secrets: (nullable): where the secrets of feeds are
 *
 * Makes a service that asks only when it is told to.
 */
SlipFeedService *slip_feed_service_new (SlipWorkspace *workspace,
                                        SlipSecretSource *secrets)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_feed_service_set_trust:
 * @database: (nullable): the authorities to believe; %NULL for the system's
 */
void slip_feed_service_set_trust (SlipFeedService *self,
                                  GTlsDatabase *database);

/* @deadline_ms: how long a feed may take in all, at least 1; it has a usual
 * one. */
void slip_feed_service_set_deadline (SlipFeedService *self, guint deadline_ms);

/**
 * slip_feed_service_start:
 *
 * From now on, asks each feed that is enabled when it is due: also after the
 * computer slept, when there is a network again, and at once after somebody has
 * changed how a feed is asked.  Does nothing if the file cannot be written.
 */
void slip_feed_service_start (SlipFeedService *self);

/* Asks what is due now: for whoever has reason to believe that time has passed
 * unseen, as a window that is active again. */
void slip_feed_service_look (SlipFeedService *self);

/* Asks nothing any more, and gives up what is under way. */
void slip_feed_service_stop (SlipFeedService *self);

/* (nullable) */
SlipSecretSource *slip_feed_service_get_secrets (SlipFeedService *self);

gboolean slip_feed_service_is_syncing (SlipFeedService *self);

/**
 * slip_feed_service_sync_async:
 * @feed: (nullable): the id of one feed; %NULL for all that are enabled
 *
 * Asks feeds now, whether they are due or not.
 */
void slip_feed_service_sync_async (SlipFeedService *self,
                                   const char *feed,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);

/**
 * slip_feed_service_sync_finish:
 *
 * What they say is in the workspace's state soon after; see
 * slip_workspace_load_observations_async().
 *
 * Returns: (transfer full) (element-type SlipFeedSynced): how each ended, in
 *   the order of their names; %NULL with `G_IO_ERROR_CANCELLED`.
 */
GPtrArray *slip_feed_service_sync_finish (SlipFeedService *self,
                                          GAsyncResult *result,
                                          GError **error);

/**
 * slip_feed_service_check:
 * @state: a plan in which the feed is as it is to be asked; it need not be the
 *   workspace's
 * @feed: its id
 *
 * Returns: whether all is said that its adapter needs to know; %FALSE with a
 * sentence for people
 */
gboolean slip_feed_service_check (const SlipPlanState *state,
                                  const char *feed,
                                  GError **error);

/**
 * slip_feed_service_try_async:
 * @state: a plan in which the feed is as it is to be tried; it need not be the
 *   workspace's
 * @feed: its id
 * @secret: (nullable): the secret to try it with; %NULL for the one that is
 *   kept
 *
 * Asks a feed once and keeps nothing of it.
 */
void slip_feed_service_try_async (SlipFeedService *self,
                                  const SlipPlanState *state,
                                  const char *feed,
                                  const char *secret,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);

/**
 * slip_feed_service_try_finish:
 * @n_pages: (out) (optional): how many pages it came in
 *
 * Returns: (transfer full): what the feed says, or %NULL with an error for the
 *   person.
 */
SlipStatusReport *slip_feed_service_try_finish (SlipFeedService *self,
                                                GAsyncResult *result,
                                                guint *n_pages,
                                                GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
