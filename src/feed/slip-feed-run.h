/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-adapter.h"
#include "slip-feed-client.h"

G_BEGIN_DECLS

/* Most pages of one run, most bytes of them together, and how long they may
 * take together. */
#define SLIP_FEED_RUN_MAX_PAGES   100u
#define SLIP_FEED_RUN_MAX_BYTES   ((gsize) 32 * 1024 * 1024)
#define SLIP_FEED_RUN_DEADLINE_MS 180000u

/**
 * SlipFeedPage:
 * @address: absolute
 * @etag: (nullable): as the answer gave it
 * @last_modified: (nullable): the same
 * @next: (nullable): absolute address of the page after it
 * @body: the answer, whole
 *
 * A page as it was got last.  Whoever runs a feed keeps the pages of the last
 * good run, for the same address, adapter and secret (under an id that is
 * renewed with the secret), and hands them to the next run.
 */
typedef struct {
  char *address;
  char *etag;
  char *last_modified;
  char *next;
  GBytes *body;
} SlipFeedPage;

SlipFeedPage *slip_feed_page_new (void) G_GNUC_WARN_UNUSED_RESULT;
SlipFeedPage *slip_feed_page_copy (const SlipFeedPage *self)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_feed_page_free (SlipFeedPage *self);

/**
 * SlipFeedRun:
 * @request: what to ask first; its validators are not read, those of @kept are
 *   sent
 * @adapter: how to read the answers
 * @settings: (nullable): of the general adapter; copied
 * @today: the present day
 * @kept: (nullable) (element-type SlipFeedPage): of the last good run; empty or
 *   %NULL to get everything anew
 * @deadline_ms: how long all pages together may take; 0 for
 *   `SLIP_FEED_RUN_DEADLINE_MS`
 *
 * One run over all pages of a feed.
 */
typedef struct {
  SlipFeedRequest request;
  const SlipAdapter *adapter;
  const SlipAdapterSettings *settings;
  SlipDate today;
  GPtrArray *kept;
  guint deadline_ms;
} SlipFeedRun;

/**
 * SlipFeedResult:
 * @is_unchanged: every page is as it was kept: there is nothing to apply, and
 *   nothing was read anew
 * @report: (nullable): what all pages say together, each key once; there unless
 *   unchanged or failed
 * @pages: (element-type SlipFeedPage): to be kept for the next run, with the
 *   report and in one transaction; empty if it failed: then keep the old ones
 * @not_before_ms: as of an answer
 * @error: (nullable): in `SLIP_FEED_ERROR` if the way failed, in
 *   `SLIP_FORMAT_ERROR` if what came is no good: then there is no report at
 *   all, not half of one
 *
 * What came of it: exactly one of @is_unchanged, @report and @error is there.
 */
typedef struct {
  gboolean is_unchanged;
  SlipStatusReport *report;
  GPtrArray *pages;
  gint64 not_before_ms;
  GError *error;
} SlipFeedResult;

void slip_feed_result_free (SlipFeedResult *self);

/**
 * slip_feed_run_async:
 * @client: for this run alone
 *
 * Asks for the first page and those that follow it, on the same origin, at most
 * `SLIP_FEED_RUN_MAX_PAGES`, and reads them in a thread.
 */
void slip_feed_run_async (SlipFeedClient *client,
                          const SlipFeedRun *run,
                          GCancellable *cancellable,
                          GAsyncReadyCallback callback,
                          gpointer data);

/**
 * slip_feed_run_finish:
 *
 * Returns: (transfer full): what came of it, or %NULL with
 *   `G_IO_ERROR_CANCELLED`.
 */
SlipFeedResult *slip_feed_run_finish (SlipFeedClient *client,
                                      GAsyncResult *result,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipFeedPage, slip_feed_page_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipFeedResult, slip_feed_result_free)

G_END_DECLS
