/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-sync.h"

#include "slip-feed-age.h"
#include "slip-feed-question.h"
#include "slip-feed-schedule.h"
#include "slip-store-feeds.h"
#include "slip-workspace-private.h"

#include <glib/gi18n-lib.h>

/* Longer than a run may take. */
#define LEASE_MS ((gint64) 4 * 60 * 1000)

/* The credential where there is no secret to renew it with. */
#define NO_SECRET "none"

typedef struct {
  SlipWorkspace *workspace;
  SlipSecretSource *secrets;
  char *feed;
  gboolean is_forced;
  GTlsDatabase *trust;
  guint deadline_ms;

  char *holder;
  SlipFeedQuestion *question;
  SlipFeedStanding *standing; /* as of the lease, then as it is to be written */
  SlipSecret *secret;
  char *credential; /* NULL: no pages are kept */
  char *print;
  SlipFeedClient *client;
  SlipFeedSynced *synced;
} Sync;

void
slip_feed_synced_free (SlipFeedSynced *self)
{
  g_free (self->feed);
  g_clear_error (&self->error);
  g_free (self);
}

static void
sync_free (Sync *sync)
{
  g_object_unref (sync->workspace);
  g_clear_object (&sync->secrets);
  g_clear_object (&sync->trust);
  g_free (sync->feed);
  g_free (sync->holder);
  g_clear_pointer (&sync->question, slip_feed_question_free);
  g_clear_pointer (&sync->standing, slip_feed_standing_free);
  g_clear_pointer (&sync->secret, slip_secret_free);
  g_free (sync->credential);
  g_free (sync->print);
  g_clear_object (&sync->client);
  g_clear_pointer (&sync->synced, slip_feed_synced_free);
  g_free (sync);
}

static gint64
get_now_ms (const Sync *sync)
{
  return slip_clock_get_now_ms (slip_workspace_get_clock (sync->workspace));
}

/* Ends with @outcome; @error (transfer full) is kept with it. */
static void
end (GTask *task, SlipFeedSyncOutcome outcome, GError *error)
{
  Sync *sync = g_task_get_task_data (task);

  sync->synced->outcome = outcome;
  g_clear_error (&sync->synced->error);
  sync->synced->error = error;
  slip_workspace_release (sync->workspace);
  g_task_return_pointer (task, g_steal_pointer (&sync->synced),
                         (GDestroyNotify) slip_feed_synced_free);
}

static void
end_cancelled (GTask *task)
{
  Sync *sync = g_task_get_task_data (task);

  slip_workspace_release (sync->workspace);
  g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_CANCELLED, "%s",
                           _ ("Cancelled"));
}

/* Given back or not: whoever did not get it waits until it ends. */
static void
released_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  g_autoptr (GError) error = NULL;

  if (!slip_store_release_feed_finish (SLIP_STORE (source), result, &error))
    g_debug ("A lease was not given back: %s", error->message);
  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)))
    end_cancelled (task);
  else
    end (task, SLIP_FEED_SYNC_NOT_DUE, NULL);
}

/* Gives the lease back and nothing else: cancelled, or not due. */
static void
give_up (GTask *task)
{
  Sync *sync = g_task_get_task_data (task);

  slip_store_release_feed_async (slip_workspace_get_store (sync->workspace),
                                 sync->feed, sync->holder, released_cb, task);
}

static void
recorded_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GTask) task = data;
  Sync *sync = g_task_get_task_data (task);
  GError *error = NULL;

  if (!slip_store_record_feed_finish (SLIP_STORE (source), result, &error)) {
    end (task,
         g_error_matches (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE)
           ? SLIP_FEED_SYNC_ELSEWHERE
           : SLIP_FEED_SYNC_FAILED,
         error);
    return;
  }
  slip_workspace_want_feeds (sync->workspace);
  end (task, sync->synced->outcome, g_steal_pointer (&sync->synced->error));
}

static SlipFeedSchedule
get_schedule (const SlipFeedStanding *standing)
{
  return (SlipFeedSchedule){
    .tried_at_ms = standing->tried_at_ms,
    .succeeded_at_ms = standing->succeeded_at_ms,
    .failing_since_ms = standing->failing_since_ms,
    .next_at_ms = standing->next_at_ms,
    .n_failures = standing->n_failures,
    .is_offline = standing->is_offline,
  };
}

static void
set_schedule (SlipFeedStanding *standing, const SlipFeedSchedule *schedule)
{
  standing->tried_at_ms = schedule->tried_at_ms;
  standing->succeeded_at_ms = schedule->succeeded_at_ms;
  standing->failing_since_ms = schedule->failing_since_ms;
  standing->next_at_ms = schedule->next_at_ms;
  standing->n_failures = schedule->n_failures;
  standing->is_offline = schedule->is_offline;
}

/* Moves the standing on, with why the try failed, if it did. */
static void
advance (Sync *sync, SlipFeedOutcome outcome, gint64 not_before_ms)
{
  const GError *error = sync->synced->error;
  SlipFeedSchedule schedule = slip_feed_schedule_advance (
    get_schedule (sync->standing), outcome,
    slip_feed_get_interval_ms (slip_workspace_get_state (sync->workspace),
                               sync->feed),
    not_before_ms, get_now_ms (sync), g_random_double ());

  set_schedule (sync->standing, &schedule);
  g_free (sync->standing->error);
  sync->standing->error = error != NULL ? g_strdup (error->message) : NULL;
}

/* Writes how it ended.  Not cancellable: it is over. */
static void
write_down (GTask *task, GPtrArray *observations, GPtrArray *pages)
{
  Sync *sync = g_task_get_task_data (task);
  const SlipFeedRecord record = {
    .holder = sync->holder,
    .at_ms = get_now_ms (sync),
    .standing = sync->standing,
    .observations = observations,
    .pages = pages,
    .credential = sync->credential,
    .print = sync->print,
  };

  slip_store_record_feed_async (slip_workspace_get_store (sync->workspace),
                                &record, NULL, recorded_cb, task);
}

/* @error: (transfer full) */
static void
fail (GTask *task, GError *error, gint64 not_before_ms)
{
  Sync *sync = g_task_get_task_data (task);
  gboolean is_offline =
    g_error_matches (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_OFFLINE);

  if (g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED)) {
    g_error_free (error);
    give_up (task);
    return;
  }
  sync->synced->outcome =
    is_offline ? SLIP_FEED_SYNC_OFFLINE : SLIP_FEED_SYNC_FAILED;
  sync->synced->error = error;
  advance (sync,
           is_offline ? SLIP_FEED_OUTCOME_OFFLINE : SLIP_FEED_OUTCOME_FAILURE,
           not_before_ms);
  write_down (task, NULL, NULL);
}

static GPtrArray *
new_page_rows (const GPtrArray *pages)
{
  GPtrArray *rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_page_row_free);

  for (guint i = 0; i < pages->len; i++) {
    const SlipFeedPage *page = pages->pdata[i];
    SlipFeedPageRow *row = slip_feed_page_row_new ();

    row->address = g_strdup (page->address);
    row->etag = g_strdup (page->etag);
    row->last_modified = g_strdup (page->last_modified);
    row->next = g_strdup (page->next);
    row->body = g_bytes_ref (page->body);
    g_ptr_array_add (rows, row);
  }
  return rows;
}

static void
take_source (SlipFeedStanding *standing, SlipStatusReport *report)
{
  g_free (standing->source_name);
  g_free (standing->source_url);
  standing->source_name = g_strdup (report->source_name);
  standing->source_url = g_strdup (report->source_url);
  standing->generated_at_ms = report->generated_at_ms;
}

static void
succeed (GTask *task, SlipFeedResult *result)
{
  Sync *sync = g_task_get_task_data (task);
  g_autoptr (GPtrArray) pages = NULL;

  advance (sync, SLIP_FEED_OUTCOME_SUCCESS, result->not_before_ms);
  if (result->is_unchanged) {
    sync->synced->outcome = SLIP_FEED_SYNC_UNCHANGED;
    write_down (task, NULL, NULL);
    return;
  }
  sync->synced->outcome = SLIP_FEED_SYNC_UPDATED;
  sync->synced->n_observations = result->report->observations->len;
  take_source (sync->standing, result->report);
  pages = new_page_rows (result->pages);
  write_down (task, result->report->observations, pages);
}

static void
ran_cb (GObject *source, GAsyncResult *async_result, gpointer data)
{
  GTask *task = data;
  GError *error = NULL;
  g_autoptr (SlipFeedResult) result =
    slip_feed_run_finish (SLIP_FEED_CLIENT (source), async_result, &error);

  if (result == NULL)
    fail (task, error, 0);
  else if (result->error != NULL)
    fail (task, g_steal_pointer (&result->error), result->not_before_ms);
  else
    succeed (task, result);
}

static GPtrArray *
new_pages (const GPtrArray *rows)
{
  GPtrArray *pages =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_page_free);

  for (guint i = 0; i < rows->len; i++) {
    const SlipFeedPageRow *row = rows->pdata[i];
    SlipFeedPage *page = slip_feed_page_new ();

    page->address = g_strdup (row->address);
    page->etag = g_strdup (row->etag);
    page->last_modified = g_strdup (row->last_modified);
    page->next = g_strdup (row->next);
    page->body = g_bytes_ref (row->body);
    g_ptr_array_add (pages, page);
  }
  return pages;
}

static void
run (GTask *task, GPtrArray *kept)
{
  Sync *sync = g_task_get_task_data (task);

  sync->question->run.kept = kept;
  sync->question->run.deadline_ms = sync->deadline_ms;
  sync->client =
    slip_feed_client_new (slip_workspace_get_clock (sync->workspace));
  if (sync->trust != NULL)
    slip_feed_client_set_trust (sync->client, sync->trust);
  slip_feed_run_async (sync->client, &sync->question->run,
                       g_task_get_cancellable (task), ran_cb, task);
  sync->question->run.kept = NULL;
}

static void
pages_read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  GError *error = NULL;
  g_autoptr (GPtrArray) rows =
    slip_store_load_feed_pages_finish (SLIP_STORE (source), result, &error);
  g_autoptr (GPtrArray) pages = NULL;

  if (rows == NULL) {
    fail (task, error, 0);
    return;
  }
  pages = new_pages (rows);
  run (task, pages);
}

/* The secret is there, or none is needed. */
static void
read_pages (GTask *task)
{
  Sync *sync = g_task_get_task_data (task);

  sync->print = slip_feed_question_dup_print (sync->question);
  if (sync->credential == NULL) {
    run (task, NULL);
    return;
  }
  slip_store_load_feed_pages_async (slip_workspace_get_store (sync->workspace),
                                    sync->feed, sync->credential, sync->print,
                                    g_task_get_cancellable (task),
                                    pages_read_cb, task);
}

const char *
slip_feed_sync_get_secret (const SlipSecret *kept,
                           const char *name,
                           GError **error)
{
  if (kept->secret != NULL)
    return kept->secret;
  g_set_error (error, SLIP_FEED_ERROR, SLIP_FEED_ERROR_DENIED,
               /* Translators: the name of a status feed. */
               _ ("“%s” needs a secret, and none is kept for it"), name);
  return NULL;
}

static void
secret_found_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Sync *sync = g_task_get_task_data (task);
  GError *error = NULL;

  sync->secret = slip_secret_source_lookup_finish (SLIP_SECRET_SOURCE (source),
                                                   result, &error);
  if (sync->secret != NULL)
    sync->question->run.request.secret =
      slip_feed_sync_get_secret (sync->secret,
                                 slip_feed_get_name (slip_workspace_get_state (
                                                       sync->workspace),
                                                     sync->feed),
                                 &error);
  if (error != NULL) {
    fail (task, error, 0);
    return;
  }
  sync->credential = g_strdup (sync->secret->credential);
  read_pages (task);
}

static void
find_secret (GTask *task)
{
  Sync *sync = g_task_get_task_data (task);
  SlipStore *store = slip_workspace_get_store (sync->workspace);
  const SlipSecretKey key = { slip_store_get_plan_id (store), sync->feed };

  if (sync->question->run.request.secret_type == SLIP_FEED_SECRET_NONE) {
    sync->credential = g_strdup (NO_SECRET);
    read_pages (task);
  } else if (sync->secrets != NULL) {
    slip_secret_source_lookup_async (sync->secrets, &key,
                                     g_task_get_cancellable (task),
                                     secret_found_cb, task);
  } else {
    fail (task,
          g_error_new_literal (SLIP_FEED_ERROR, SLIP_FEED_ERROR_DENIED,
                               _ ("There is no place where secrets are kept")),
          0);
  }
}

static gboolean
is_due (const Sync *sync)
{
  SlipFeedSchedule schedule = get_schedule (sync->standing);

  return sync->is_forced ||
         slip_feed_schedule_is_due (&schedule, get_now_ms (sync));
}

/* @error: (transfer full) (nullable): %NULL if another program has it */
static void
end_without_lease (GTask *task, GError *error)
{
  if (error == NULL)
    end (task, SLIP_FEED_SYNC_ELSEWHERE,
         g_error_new_literal (SLIP_STORE_ERROR, SLIP_STORE_ERROR_BUSY,
                              _ ("Another program is asking the feed now")));
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    end (task, SLIP_FEED_SYNC_FAILED, error);
  else {
    g_error_free (error);
    end_cancelled (task);
  }
}

static void
leased_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GTask *task = data;
  Sync *sync = g_task_get_task_data (task);
  GError *error = NULL;
  g_autoptr (SlipFeedGrant) grant =
    slip_store_lease_feed_finish (SLIP_STORE (source), result, &error);

  if (grant == NULL || !grant->is_granted) {
    end_without_lease (task, error);
    g_object_unref (task);
    return;
  }
  sync->standing = g_steal_pointer (&grant->standing);
  if (g_cancellable_is_cancelled (g_task_get_cancellable (task)) ||
      !is_due (sync)) {
    slip_workspace_want_feeds (sync->workspace);
    give_up (task);
    return;
  }
  sync->question = slip_feed_question_new (
    slip_workspace_get_state (sync->workspace), sync->feed,
    slip_clock_get_today (slip_workspace_get_clock (sync->workspace)), &error);
  if (sync->question == NULL)
    fail (task, error, 0);
  else
    find_secret (task);
}

void
slip_feed_sync_async (const SlipFeedSyncWish *wish,
                      GCancellable *cancellable,
                      GAsyncReadyCallback callback,
                      gpointer data)
{
  GTask *task = g_task_new (NULL, cancellable, callback, data);
  Sync *sync = g_new0 (Sync, 1);
  SlipFeedLease lease;

  g_task_set_source_tag (task, slip_feed_sync_async);
  /* What was written is told even if it was cancelled meanwhile. */
  g_task_set_check_cancellable (task, FALSE);
  sync->workspace = g_object_ref (wish->workspace);
  slip_workspace_hold (sync->workspace);
  g_set_object (&sync->secrets, wish->secrets);
  sync->feed = g_strdup (wish->feed);
  sync->is_forced = wish->is_forced;
  g_set_object (&sync->trust, wish->trust);
  sync->deadline_ms = wish->deadline_ms;
  sync->holder = g_uuid_string_random ();
  sync->synced = g_new0 (SlipFeedSynced, 1);
  sync->synced->feed = g_strdup (wish->feed);
  g_task_set_task_data (task, sync, (GDestroyNotify) sync_free);

  lease = (SlipFeedLease){ sync->feed, sync->holder, get_now_ms (sync),
                           get_now_ms (sync) + LEASE_MS };
  slip_store_lease_feed_async (slip_workspace_get_store (sync->workspace),
                               &lease, cancellable, leased_cb, task);
}

SlipFeedSynced *
slip_feed_sync_finish (GAsyncResult *result, GError **error)
{
  g_return_val_if_fail (g_async_result_is_tagged (result, slip_feed_sync_async),
                        NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
