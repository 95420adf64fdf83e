/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-observations.h"
#include "slip-store.h"

G_BEGIN_DECLS

/*
 * What feeds said and where they stand: data of the store beside the plan,
 * written in transactions of its own and never in history.  SlipNews::feeds
 * grows with each.
 */

/**
 * SlipFeedReading:
 * @number: as SlipNews::feeds
 * @values: (element-type SlipFeedValue): what all feeds say at present, also
 *   those that are not in the plan any more; not looked for in the plan yet
 * @standings: (element-type SlipFeedStanding): of all feeds that were asked
 *
 * One consistent reading.
 */
typedef struct {
  gint64 number;
  GPtrArray *values;
  GPtrArray *standings;
} SlipFeedReading;

void slip_feed_reading_free (SlipFeedReading *self);

void slip_store_load_feeds_async (SlipStore *self,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
SlipFeedReading *slip_store_load_feeds_finish (SlipStore *self,
                                               GAsyncResult *result,
                                               GError **error);

/* The longest that a lease may last: one that ends later was made before the
 * clock was set back. */
#define SLIP_FEED_LEASE_MAX_MS ((gint64) 10 * 60 * 1000)

/**
 * SlipFeedLease:
 * @feed: the id of the feed
 * @holder: whoever wants to ask it: a random text
 * @now_ms: when
 * @until_ms: when it ends by itself, if nothing is recorded before
 *
 * The right to ask a feed, which one holder has at a time.
 */
typedef struct {
  const char *feed;
  const char *holder;
  gint64 now_ms;
  gint64 until_ms;
} SlipFeedLease;

/**
 * SlipFeedGrant:
 * @is_granted: whether @standing is the holder's to go on with
 * @standing: where the feed stands in the file: another program may have asked
 *   it since this one looked
 */
typedef struct {
  gboolean is_granted;
  SlipFeedStanding *standing;
} SlipFeedGrant;

void slip_feed_grant_free (SlipFeedGrant *self);

/* Takes a lease, or renews one. */
void slip_store_lease_feed_async (SlipStore *self,
                                  const SlipFeedLease *lease,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);
SlipFeedGrant *slip_store_lease_feed_finish (SlipStore *self,
                                             GAsyncResult *result,
                                             GError **error);

/* Gives a lease back without anything to record, if @holder has it. */
void slip_store_release_feed_async (SlipStore *self,
                                    const char *feed,
                                    const char *holder,
                                    GAsyncReadyCallback callback,
                                    gpointer data);
gboolean slip_store_release_feed_finish (SlipStore *self,
                                         GAsyncResult *result,
                                         GError **error);

/**
 * SlipFeedPageRow:
 *
 * A page of a good run as it is kept, see SlipFeedPage of src/feed.
 */
typedef struct {
  char *address;
  char *etag;
  char *last_modified;
  char *next;
  GBytes *body;
} SlipFeedPageRow;

SlipFeedPageRow *slip_feed_page_row_new (void) G_GNUC_WARN_UNUSED_RESULT;
void slip_feed_page_row_free (SlipFeedPageRow *self);

/**
 * slip_store_load_feed_pages_async:
 * @credential: what the pages must have been got with
 * @print: and how they must have been asked and read
 */
void slip_store_load_feed_pages_async (SlipStore *self,
                                       const char *feed,
                                       const char *credential,
                                       const char *print,
                                       GCancellable *cancellable,
                                       GAsyncReadyCallback callback,
                                       gpointer data);

/* Returns: (transfer full) (element-type SlipFeedPageRow): in order; none if
 * what is kept does not fit. */
GPtrArray *slip_store_load_feed_pages_finish (SlipStore *self,
                                              GAsyncResult *result,
                                              GError **error);

/**
 * SlipFeedRecord:
 * @holder: who asked; the lease must be the holder's
 * @at_ms: when
 * @standing: where the feed stands after it, and which feed that is
 * @observations: (nullable) (element-type SlipObservation): all that the feed
 *   says now; %NULL if it failed or says what it said
 * @pages: (nullable) (element-type SlipFeedPageRow): to be kept in place of the
 *   old ones; %NULL to keep those
 * @credential: (nullable): what @pages were got with; without one none are kept
 * @print: (nullable): how they were asked and read
 *
 * How an attempt to ask a feed ended.
 */
typedef struct {
  const char *holder;
  gint64 at_ms;
  const SlipFeedStanding *standing;
  GPtrArray *observations;
  GPtrArray *pages;
  const char *credential;
  const char *print;
} SlipFeedRecord;

/**
 * slip_store_record_feed_async:
 * @record: copied; its arrays are held and must not change
 *
 * Writes all of it in one transaction, and gives the lease back.  What the feed
 * says as before is left as it is; what it says no longer, or otherwise, is
 * kept as past.  Fails with `SLIP_STORE_ERROR_STALE` and writes nothing if the
 * lease has gone to another holder, or the feed is not in the plan any more.
 */
void slip_store_record_feed_async (SlipStore *self,
                                   const SlipFeedRecord *record,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);
gboolean slip_store_record_feed_finish (SlipStore *self,
                                        GAsyncResult *result,
                                        GError **error);

/**
 * SlipFeedPast:
 * @observation: what the feed said
 * @since_ms: when it was first seen to say so
 * @until_ms: when it was first seen to say something else, or nothing; 0 if it
 *   still says so
 */
typedef struct {
  SlipObservation *observation;
  gint64 since_ms;
  gint64 until_ms;
} SlipFeedPast;

void slip_feed_past_free (SlipFeedPast *self);

/**
 * slip_store_feed_history_async:
 * @key: (nullable): only about this, as of slip_observation_dup_key()
 * @limit: at most so many
 */
void slip_store_feed_history_async (SlipStore *self,
                                    const char *feed,
                                    const char *key,
                                    guint limit,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);

/* Returns: (transfer full) (element-type SlipFeedPast): the newest first. */
GPtrArray *slip_store_feed_history_finish (SlipStore *self,
                                           GAsyncResult *result,
                                           GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipFeedReading, slip_feed_reading_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipFeedGrant, slip_feed_grant_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipFeedPageRow, slip_feed_page_row_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipFeedPast, slip_feed_past_free)

G_END_DECLS
