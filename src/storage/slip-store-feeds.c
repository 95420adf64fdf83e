/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-store-feeds.h"

#include "slip-feed-table.h"
#include "slip-observed-table.h"
#include "slip-store-private.h"

void
slip_feed_reading_free (SlipFeedReading *self)
{
  g_clear_pointer (&self->values, g_ptr_array_unref);
  g_clear_pointer (&self->standings, g_ptr_array_unref);
  g_free (self);
}

void
slip_feed_grant_free (SlipFeedGrant *self)
{
  g_clear_pointer (&self->standing, slip_feed_standing_free);
  g_free (self);
}

SlipFeedPageRow *
slip_feed_page_row_new (void)
{
  return g_new0 (SlipFeedPageRow, 1);
}

void
slip_feed_page_row_free (SlipFeedPageRow *self)
{
  g_free (self->address);
  g_free (self->etag);
  g_free (self->last_modified);
  g_free (self->next);
  g_clear_pointer (&self->body, g_bytes_unref);
  g_free (self);
}

void
slip_feed_past_free (SlipFeedPast *self)
{
  g_clear_pointer (&self->observation, slip_observation_unref);
  g_free (self);
}

static gboolean
read_all (SlipConnection *connection, SlipFeedReading *reading, GError **error)
{
  g_autoptr (GPtrArray) rows = NULL;

  if (!slip_connection_read_integer (
        connection, "SELECT value FROM meta WHERE key = 'feeds'",
        &reading->number, error))
    return FALSE;
  reading->standings = slip_feed_table_read_standings (connection, error);
  if (reading->standings == NULL)
    return FALSE;
  rows = slip_observed_table_read (connection, NULL, error);
  if (rows == NULL)
    return FALSE;
  reading->values =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_value_free);
  for (guint i = 0; i < rows->len; i++) {
    SlipObservedRow *row = rows->pdata[i];

    g_ptr_array_add (reading->values,
                     slip_feed_value_new (row->feed,
                                          g_steal_pointer (&row->observation),
                                          row->since_ms));
  }
  return TRUE;
}

static gpointer
load_work (SlipConnection *connection, gpointer input, GError **error)
{
  g_autoptr (SlipFeedReading) reading = g_new0 (SlipFeedReading, 1);
  gboolean is_read;

  if (!slip_connection_begin_reading (connection, error))
    return NULL;
  is_read = read_all (connection, reading, error);
  slip_connection_end_reading (connection);
  return is_read ? g_steal_pointer (&reading) : NULL;
}

void
slip_store_load_feeds_async (SlipStore *self,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  GTask *task = slip_store_make_task (self, slip_store_load_feeds_async,
                                      cancellable, callback, data);

  slip_store_push_reading (self, task, load_work,
                           (GDestroyNotify) slip_feed_reading_free);
}

SlipFeedReading *
slip_store_load_feeds_finish (SlipStore *self,
                              GAsyncResult *result,
                              GError **error)
{
  return slip_store_take_answer (self, result, slip_store_load_feeds_async,
                                 error);
}

/* A lease, or whose to give back. */
typedef struct {
  char *feed;
  char *holder;
  gint64 now_ms;
  gint64 until_ms;
} LeaseInput;

static LeaseInput *
lease_input_new (const char *feed, const char *holder)
{
  LeaseInput *input = g_new0 (LeaseInput, 1);

  input->feed = g_strdup (feed);
  input->holder = g_strdup (holder);
  return input;
}

static void
lease_input_free (LeaseInput *input)
{
  g_free (input->feed);
  g_free (input->holder);
  g_free (input);
}

static gpointer
lease_work (SlipConnection *connection, gpointer data, GError **error)
{
  const LeaseInput *input = data;
  const SlipFeedLease lease = { input->feed, input->holder, input->now_ms,
                                input->until_ms };

  return slip_feed_table_lease (connection, &lease, error);
}

void
slip_store_lease_feed_async (SlipStore *self,
                             const SlipFeedLease *lease,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data)
{
  GTask *task = slip_store_make_task (self, slip_store_lease_feed_async,
                                      cancellable, callback, data);
  LeaseInput *input = lease_input_new (lease->feed, lease->holder);

  input->now_ms = lease->now_ms;
  input->until_ms = lease->until_ms;
  g_task_set_task_data (task, input, (GDestroyNotify) lease_input_free);
  slip_store_push_writing (self, task, lease_work,
                           (GDestroyNotify) slip_feed_grant_free);
}

SlipFeedGrant *
slip_store_lease_feed_finish (SlipStore *self,
                              GAsyncResult *result,
                              GError **error)
{
  return slip_store_take_answer (self, result, slip_store_lease_feed_async,
                                 error);
}

static gpointer
release_work (SlipConnection *connection, gpointer data, GError **error)
{
  const LeaseInput *input = data;

  return GINT_TO_POINTER (
    slip_feed_table_release (connection, input->feed, input->holder, error));
}

void
slip_store_release_feed_async (SlipStore *self,
                               const char *feed,
                               const char *holder,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  GTask *task = slip_store_make_task (self, slip_store_release_feed_async, NULL,
                                      callback, data);

  g_task_set_task_data (task, lease_input_new (feed, holder),
                        (GDestroyNotify) lease_input_free);
  slip_store_push_writing (self, task, release_work, NULL);
}

gboolean
slip_store_release_feed_finish (SlipStore *self,
                                GAsyncResult *result,
                                GError **error)
{
  return slip_store_take_answer (self, result, slip_store_release_feed_async,
                                 error) != NULL;
}

/* What pages, or whose past, to read. */
typedef struct {
  char *feed;
  char *credential;
  char *print;
  char *key;
  guint limit;
} ReadInput;

static void
read_input_free (ReadInput *input)
{
  g_free (input->feed);
  g_free (input->credential);
  g_free (input->print);
  g_free (input->key);
  g_free (input);
}

static gpointer
load_pages_work (SlipConnection *connection, gpointer data, GError **error)
{
  const ReadInput *input = data;

  return slip_feed_table_read_pages (connection, input->feed, input->credential,
                                     input->print, error);
}

void
slip_store_load_feed_pages_async (SlipStore *self,
                                  const char *feed,
                                  const char *credential,
                                  const char *print,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data)
{
  GTask *task = slip_store_make_task (self, slip_store_load_feed_pages_async,
                                      cancellable, callback, data);
  ReadInput *input = g_new0 (ReadInput, 1);

  input->feed = g_strdup (feed);
  input->credential = g_strdup (credential);
  input->print = g_strdup (print);
  g_task_set_task_data (task, input, (GDestroyNotify) read_input_free);
  slip_store_push_reading (self, task, load_pages_work,
                           (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
slip_store_load_feed_pages_finish (SlipStore *self,
                                   GAsyncResult *result,
                                   GError **error)
{
  return slip_store_take_answer (self, result, slip_store_load_feed_pages_async,
                                 error);
}

/* Copies of all that is borrowed. */
typedef struct {
  SlipFeedRecord record;
  char *holder;
  SlipFeedStanding *standing;
  char *credential;
  char *print;
} RecordInput;

static void
record_input_free (RecordInput *input)
{
  g_clear_pointer (&input->record.observations, g_ptr_array_unref);
  g_clear_pointer (&input->record.pages, g_ptr_array_unref);
  g_clear_pointer (&input->standing, slip_feed_standing_free);
  g_free (input->holder);
  g_free (input->credential);
  g_free (input->print);
  g_free (input);
}

static RecordInput *
record_input_new (const SlipFeedRecord *record)
{
  RecordInput *input = g_new0 (RecordInput, 1);

  input->holder = g_strdup (record->holder);
  input->standing = slip_feed_standing_copy (record->standing);
  input->credential = g_strdup (record->credential);
  input->print = g_strdup (record->print);
  input->record = (SlipFeedRecord){
    .holder = input->holder,
    .at_ms = record->at_ms,
    .standing = input->standing,
    .credential = input->credential,
    .print = input->print,
  };
  if (record->observations != NULL)
    input->record.observations = g_ptr_array_ref (record->observations);
  if (record->pages != NULL)
    input->record.pages = g_ptr_array_ref (record->pages);
  return input;
}

static gpointer
record_work (SlipConnection *connection, gpointer data, GError **error)
{
  const RecordInput *input = data;

  return GINT_TO_POINTER (
    slip_feed_table_record (connection, &input->record, error));
}

void
slip_store_record_feed_async (SlipStore *self,
                              const SlipFeedRecord *record,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data)
{
  GTask *task = slip_store_make_task (self, slip_store_record_feed_async,
                                      cancellable, callback, data);

  g_task_set_task_data (task, record_input_new (record),
                        (GDestroyNotify) record_input_free);
  slip_store_push_writing (self, task, record_work, NULL);
}

gboolean
slip_store_record_feed_finish (SlipStore *self,
                               GAsyncResult *result,
                               GError **error)
{
  return slip_store_take_answer (self, result, slip_store_record_feed_async,
                                 error) != NULL;
}

static gpointer
history_work (SlipConnection *connection, gpointer data, GError **error)
{
  const ReadInput *input = data;
  g_autoptr (GPtrArray) rows =
    slip_observed_table_read_past (connection, input->feed, input->key,
                                   input->limit, error);
  GPtrArray *past = NULL;

  if (rows == NULL)
    return NULL;
  past = g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_past_free);
  for (guint i = 0; i < rows->len; i++) {
    SlipObservedRow *row = rows->pdata[i];
    SlipFeedPast *entry = g_new0 (SlipFeedPast, 1);

    entry->observation = g_steal_pointer (&row->observation);
    entry->since_ms = row->since_ms;
    entry->until_ms = row->until_ms;
    g_ptr_array_add (past, entry);
  }
  return past;
}

void
slip_store_feed_history_async (SlipStore *self,
                               const char *feed,
                               const char *key,
                               guint limit,
                               GCancellable *cancellable,
                               GAsyncReadyCallback callback,
                               gpointer data)
{
  GTask *task = slip_store_make_task (self, slip_store_feed_history_async,
                                      cancellable, callback, data);
  ReadInput *input = g_new0 (ReadInput, 1);

  input->feed = g_strdup (feed);
  input->key = g_strdup (key);
  input->limit = limit;
  g_task_set_task_data (task, input, (GDestroyNotify) read_input_free);
  slip_store_push_reading (self, task, history_work,
                           (GDestroyNotify) g_ptr_array_unref);
}

GPtrArray *
slip_store_feed_history_finish (SlipStore *self,
                                GAsyncResult *result,
                                GError **error)
{
  return slip_store_take_answer (self, result, slip_store_feed_history_async,
                                 error);
}
