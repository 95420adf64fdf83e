/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-secret-source.h"
#include "slip-workspace.h"

G_BEGIN_DECLS

/**
 * SlipFeedSyncOutcome:
 * @SLIP_FEED_SYNC_UPDATED: it answered
 * @SLIP_FEED_SYNC_UNCHANGED: nothing is new since it answered last
 * @SLIP_FEED_SYNC_NOT_DUE: another program has asked it meanwhile
 * @SLIP_FEED_SYNC_ELSEWHERE: another program is asking it now
 * @SLIP_FEED_SYNC_OFFLINE: this computer has no network
 * @SLIP_FEED_SYNC_FAILED: anything else
 *
 * How asking a feed ended.
 */
typedef enum {
  SLIP_FEED_SYNC_UPDATED,
  SLIP_FEED_SYNC_UNCHANGED,
  SLIP_FEED_SYNC_NOT_DUE,
  SLIP_FEED_SYNC_ELSEWHERE,
  SLIP_FEED_SYNC_OFFLINE,
  SLIP_FEED_SYNC_FAILED,
} SlipFeedSyncOutcome;

/**
 * SlipFeedSynced:
 * @feed: the id of the feed
 * @outcome: how it ended
 * @n_observations: how much it said, if it answered anew
 * @error: (nullable): why not, in a sentence for people; there if it was
 *   offline, failed or is asked elsewhere
 */
typedef struct {
  char *feed;
  SlipFeedSyncOutcome outcome;
  guint n_observations;
  GError *error;
} SlipFeedSynced;

void slip_feed_synced_free (SlipFeedSynced *self);

/**
 * SlipFeedSyncWish:
 * @workspace: whose feed it is
 * @secrets: (nullable): where its secret is
 * @feed: the id of the feed
 * @is_forced: whether to ask it before it is due
 * @trust: (nullable): the authorities to believe; %NULL for the system's
 * @deadline_ms: how long it may take in all, 0 for the usual
 *
 * Which feed to ask.
 */
typedef struct {
  SlipWorkspace *workspace;
  SlipSecretSource *secrets;
  const char *feed;
  gboolean is_forced;
  GTlsDatabase *trust;
  guint deadline_ms;
} SlipFeedSyncWish;

/**
 * slip_feed_sync_async:
 *
 * Asks one feed: takes the lease, gets the secret and the pages that are kept,
 * runs over the pages of the feed, and writes what came of it, also that
 * nothing did.  The workspace waits with closing until the answer.
 */
void slip_feed_sync_async (const SlipFeedSyncWish *wish,
                           GCancellable *cancellable,
                           GAsyncReadyCallback callback,
                           gpointer data);

/* Returns: (transfer full): how it ended, or %NULL with
 * `G_IO_ERROR_CANCELLED`. */
SlipFeedSynced *slip_feed_sync_finish (GAsyncResult *result, GError **error)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_feed_sync_get_secret:
 *
 * Returns: the secret that @kept holds, or %NULL with `SLIP_FEED_ERROR_DENIED`
 *   if @name, a feed that needs one, has none.
 */
const char *slip_feed_sync_get_secret (const SlipSecret *kept,
                                       const char *name,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipFeedSynced, slip_feed_synced_free)

G_END_DECLS
