/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-feed-table.h"

#include "slip-observed-table.h"
#include "slip-writing.h"

#include <glib/gi18n-lib.h>

#define STATE_COLUMNS                                                          \
  "feed, tried_at, succeeded_at, failing_since, next_at, n_failures, "         \
  "is_offline, error, source_name, source_url, generated_at"
#define SELECT_STATES "SELECT " STATE_COLUMNS " FROM feed_state ORDER BY feed"
#define SELECT_STATE  "SELECT " STATE_COLUMNS " FROM feed_state WHERE feed = ?1"
#define WRITE_STATE                                                            \
  "INSERT OR REPLACE INTO feed_state (" STATE_COLUMNS ") "                     \
  "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)"

#define SELECT_PAGES                                                           \
  "SELECT address, etag, last_modified, next, body FROM feed_page "            \
  "WHERE feed = ?1 AND credential = ?2 AND print = ?3 ORDER BY ordinal"
#define DELETE_PAGES                                                           \
  "DELETE FROM feed_page WHERE feed = ?1 "                                     \
  "OR feed NOT IN (SELECT \"id\" FROM \"feed\")"
#define INSERT_PAGE                                                            \
  "INSERT INTO feed_page (feed, ordinal, credential, print, address, etag, "   \
  "last_modified, next, body) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)"

/* ?3 now, ?4 the end, ?5 the furthest that an end can be */
#define TAKE_LEASE                                                             \
  "INSERT INTO feed_lease (feed, holder, expires_at) VALUES (?1, ?2, ?4) "     \
  "ON CONFLICT (feed) DO UPDATE SET holder = ?2, expires_at = ?4 "             \
  "WHERE holder = ?2 OR expires_at <= ?3 OR expires_at > ?5"
#define DELETE_LEASE "DELETE FROM feed_lease WHERE feed = ?1 AND holder = ?2"
#define COUNT_FEED   "SELECT 1 FROM \"feed\" WHERE \"id\" = ?1"
#define COUNT        "UPDATE meta SET value = value + 1 WHERE key = 'feeds'"

static char *
dup_text (sqlite3_stmt *statement, int column)
{
  return g_strdup (slip_column_text (statement, column));
}

static SlipFeedStanding *
read_standing (sqlite3_stmt *statement)
{
  SlipFeedStanding *self =
    slip_feed_standing_new (slip_column_text (statement, 0));

  self->tried_at_ms = sqlite3_column_int64 (statement, 1);
  self->succeeded_at_ms = sqlite3_column_int64 (statement, 2);
  self->failing_since_ms = sqlite3_column_int64 (statement, 3);
  self->next_at_ms = sqlite3_column_int64 (statement, 4);
  self->n_failures =
    (guint) CLAMP (sqlite3_column_int64 (statement, 5), 0, G_MAXINT);
  self->is_offline = sqlite3_column_int (statement, 6) != 0;
  self->error = dup_text (statement, 7);
  self->source_name = dup_text (statement, 8);
  self->source_url = dup_text (statement, 9);
  self->generated_at_ms = sqlite3_column_int64 (statement, 10);
  return self;
}

GPtrArray *
slip_feed_table_read_standings (SlipConnection *connection, GError **error)
{
  g_autoptr (GPtrArray) standings =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_standing_free);
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, SELECT_STATES, error);

  if (statement == NULL)
    return NULL;
  while (slip_connection_next (connection, statement, &local_error))
    g_ptr_array_add (standings, read_standing (statement));
  if (local_error == NULL)
    return g_steal_pointer (&standings);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

SlipFeedStanding *
slip_feed_table_read_standing (SlipConnection *connection,
                               const char *feed,
                               GError **error)
{
  SlipFeedStanding *standing = NULL;
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, SELECT_STATE, error);

  if (statement == NULL)
    return NULL;
  slip_bind_text (statement, 1, feed);
  if (slip_connection_next (connection, statement, &local_error))
    standing = read_standing (statement);
  sqlite3_reset (statement);
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));
  else if (standing == NULL)
    standing = slip_feed_standing_new (feed);
  return standing;
}

static SlipFeedPageRow *
read_page (sqlite3_stmt *statement)
{
  SlipFeedPageRow *page = slip_feed_page_row_new ();

  page->address = dup_text (statement, 0);
  page->etag = dup_text (statement, 1);
  page->last_modified = dup_text (statement, 2);
  page->next = dup_text (statement, 3);
  page->body = g_bytes_new (sqlite3_column_blob (statement, 4),
                            (gsize) sqlite3_column_bytes (statement, 4));
  return page;
}

GPtrArray *
slip_feed_table_read_pages (SlipConnection *connection,
                            const char *feed,
                            const char *credential,
                            const char *print,
                            GError **error)
{
  g_autoptr (GPtrArray) pages =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_feed_page_row_free);
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, SELECT_PAGES, error);

  if (statement == NULL)
    return NULL;
  slip_bind_text (statement, 1, feed);
  slip_bind_text (statement, 2, credential);
  slip_bind_text (statement, 3, print);
  while (slip_connection_next (connection, statement, &local_error))
    g_ptr_array_add (pages, read_page (statement));
  if (local_error == NULL)
    return g_steal_pointer (&pages);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
begin (SlipConnection *connection, GError **error)
{
  if (!slip_connection_begin (connection, error))
    return FALSE;
  if (slip_writing_check_version (connection, error))
    return TRUE;
  slip_connection_rollback (connection);
  return FALSE;
}

/* Ends the transaction that @is_written says to have gone well. */
static gboolean
end (SlipConnection *connection, gboolean is_written, GError **error)
{
  if (is_written)
    return slip_connection_commit (connection, error);
  slip_connection_rollback (connection);
  return FALSE;
}

/* @is_granted: whether a row was written */
static gboolean
take_lease (SlipConnection *connection,
            const SlipFeedLease *lease,
            gboolean *is_granted,
            GError **error)
{
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, TAKE_LEASE, error);

  if (statement == NULL)
    return FALSE;
  slip_bind_text (statement, 1, lease->feed);
  slip_bind_text (statement, 2, lease->holder);
  sqlite3_bind_int64 (statement, 3, lease->now_ms);
  sqlite3_bind_int64 (statement, 4, lease->until_ms);
  sqlite3_bind_int64 (statement, 5, lease->now_ms + SLIP_FEED_LEASE_MAX_MS);
  if (!slip_connection_finish (connection, statement, error))
    return FALSE;
  *is_granted = sqlite3_changes (connection->db) > 0;
  return TRUE;
}

SlipFeedGrant *
slip_feed_table_lease (SlipConnection *connection,
                       const SlipFeedLease *lease,
                       GError **error)
{
  g_autoptr (SlipFeedGrant) grant = g_new0 (SlipFeedGrant, 1);

  if (!begin (connection, error))
    return NULL;
  grant->standing =
    slip_feed_table_read_standing (connection, lease->feed, error);
  if (!end (connection,
            grant->standing != NULL &&
              take_lease (connection, lease, &grant->is_granted, error),
            error))
    return NULL;
  return g_steal_pointer (&grant);
}

/* @was_held: whether @holder had it */
static gboolean
delete_lease (SlipConnection *connection,
              const char *feed,
              const char *holder,
              gboolean *was_held,
              GError **error)
{
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, DELETE_LEASE, error);

  if (statement == NULL)
    return FALSE;
  slip_bind_text (statement, 1, feed);
  slip_bind_text (statement, 2, holder);
  if (!slip_connection_finish (connection, statement, error))
    return FALSE;
  *was_held = sqlite3_changes (connection->db) > 0;
  return TRUE;
}

gboolean
slip_feed_table_release (SlipConnection *connection,
                         const char *feed,
                         const char *holder,
                         GError **error)
{
  gboolean was_held;

  return begin (connection, error) &&
         end (connection,
              delete_lease (connection, feed, holder, &was_held, error), error);
}

static gboolean
set_stale (SlipConnection *connection, GError **error)
{
  g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE,
               _ ("Another program has asked the feed of “%s” meanwhile, or "
                  "it was deleted"),
               connection->name);
  return FALSE;
}

/* The lease is given back on the way. */
static gboolean
check_holder (SlipConnection *connection,
              const SlipFeedRecord *record,
              GError **error)
{
  const char *feed = record->standing->feed;
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, COUNT_FEED, error);
  gboolean is_there;
  gboolean was_held;

  if (statement == NULL)
    return FALSE;
  slip_bind_text (statement, 1, feed);
  is_there = slip_connection_next (connection, statement, &local_error);
  sqlite3_reset (statement);
  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  if (!delete_lease (connection, feed, record->holder, &was_held, error))
    return FALSE;
  return (is_there && was_held) || set_stale (connection, error);
}

static gboolean
write_standing (SlipConnection *connection,
                const SlipFeedStanding *standing,
                GError **error)
{
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, WRITE_STATE, error);

  if (statement == NULL)
    return FALSE;
  slip_bind_text (statement, 1, standing->feed);
  sqlite3_bind_int64 (statement, 2, standing->tried_at_ms);
  sqlite3_bind_int64 (statement, 3, standing->succeeded_at_ms);
  sqlite3_bind_int64 (statement, 4, standing->failing_since_ms);
  sqlite3_bind_int64 (statement, 5, standing->next_at_ms);
  sqlite3_bind_int64 (statement, 6, standing->n_failures);
  sqlite3_bind_int (statement, 7, standing->is_offline != 0);
  slip_bind_text (statement, 8, standing->error);
  slip_bind_text (statement, 9, standing->source_name);
  slip_bind_text (statement, 10, standing->source_url);
  sqlite3_bind_int64 (statement, 11, standing->generated_at_ms);
  return slip_connection_finish (connection, statement, error);
}

static gboolean
insert_page (SlipConnection *connection,
             const SlipFeedRecord *record,
             guint ordinal,
             GError **error)
{
  const SlipFeedPageRow *page = record->pages->pdata[ordinal];
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, INSERT_PAGE, error);
  gsize size;
  gconstpointer bytes = g_bytes_get_data (page->body, &size);

  if (statement == NULL)
    return FALSE;
  slip_bind_text (statement, 1, record->standing->feed);
  sqlite3_bind_int64 (statement, 2, ordinal);
  slip_bind_text (statement, 3, record->credential);
  slip_bind_text (statement, 4, record->print);
  slip_bind_text (statement, 5, page->address);
  slip_bind_text (statement, 6, page->etag);
  slip_bind_text (statement, 7, page->last_modified);
  slip_bind_text (statement, 8, page->next);
  sqlite3_bind_blob64 (statement, 9, size > 0 ? bytes : "", size,
                       SQLITE_STATIC);
  return slip_connection_finish (connection, statement, error);
}

static gboolean
write_pages (SlipConnection *connection,
             const SlipFeedRecord *record,
             GError **error)
{
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, DELETE_PAGES, error);

  if (statement == NULL)
    return FALSE;
  slip_bind_text (statement, 1, record->standing->feed);
  if (!slip_connection_finish (connection, statement, error))
    return FALSE;
  for (guint i = 0; record->credential != NULL && i < record->pages->len; i++)
    if (!insert_page (connection, record, i, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_record (SlipConnection *connection,
              const SlipFeedRecord *record,
              GError **error)
{
  return check_holder (connection, record, error) &&
         (record->observations == NULL ||
          slip_observed_table_replace (connection, record->standing->feed,
                                       record->observations, record->at_ms,
                                       error)) &&
         (record->pages == NULL || write_pages (connection, record, error)) &&
         write_standing (connection, record->standing, error) &&
         slip_connection_run (connection, COUNT, error);
}

gboolean
slip_feed_table_record (SlipConnection *connection,
                        const SlipFeedRecord *record,
                        GError **error)
{
  return begin (connection, error) &&
         end (connection, write_record (connection, record, error), error);
}
