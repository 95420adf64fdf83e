/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-opening.h"

#include "slip-new-file.h"
#include "slip-probe.h"
#include "slip-search-index.h"
#include "slip-summary.h"
#include "slip-table-sql.h"
#include "slip-table.h"

#include <glib/gi18n-lib.h>

#define SUFFIX ".slipway"

/* What is asked for and what was found. */
typedef struct {
  const char *path;
  SlipStoreFlags flags;
  GArray *migrations;
  int newest;
  GCancellable *cancellable;
  SlipProbe probe;
} Request;

void
slip_opening_free (SlipOpening *self)
{
  g_clear_pointer (&self->reader, slip_connection_close);
  g_clear_pointer (&self->writer, slip_connection_close);
  g_free (self->plan_id);
  g_free (self);
}

static gboolean
keep_plan_id (SlipConnection *connection, const char *id, GError **error)
{
  sqlite3_stmt *statement = slip_connection_prepare (
    connection, "INSERT INTO meta (key, value) VALUES ('plan', ?1)", error);

  if (statement == NULL)
    return FALSE;
  slip_bind_text (statement, 1, id);
  return slip_connection_finish (connection, statement, error);
}

/* The one row of kind plan is made with the file; history begins after it. */
static gboolean
insert_plan (SlipConnection *connection, const char *path, GError **error)
{
  g_autofree char *id = slip_id_new ();
  g_autofree char *name = g_filename_display_basename (path);
  g_autoptr (SlipRow) empty = slip_row_new (SLIP_KIND_PLAN, id, NULL, NULL);
  g_autoptr (SlipRow) row = NULL;
  g_auto (SlipValue) value = SLIP_VALUE_INIT;

  if (g_str_has_suffix (name, SUFFIX))
    name[strlen (name) - strlen (SUFFIX)] = '\0';
  value = slip_value_new_text (name);
  row = slip_row_new_with (empty, SLIP_PLAN_NAME, &value);
  return keep_plan_id (connection, id, error) &&
         slip_search_index_begin_whole (connection, error) &&
         slip_table_insert (connection, row, error);
}

static gboolean
create_plan (const char *path, GArray *migrations, GError **error)
{
  g_autoptr (SlipNewFile) file = slip_new_file_begin (path, error);
  g_autoptr (SlipConnection) connection = NULL;

  if (file == NULL)
    return FALSE;
  connection = slip_connection_open (slip_new_file_get_path (file),
                                     SLIP_CONNECTION_NEW, error);
  if (connection == NULL)
    return FALSE;
  g_free (connection->name);
  connection->name = g_filename_display_basename (path);
  if (!slip_migration_run (connection, migrations, error) ||
      !insert_plan (connection, path, error) ||
      !slip_connection_run (connection, "PRAGMA journal_mode = WAL", error))
    return FALSE;
  g_clear_pointer (&connection, slip_connection_close);
  return slip_new_file_finish (file, error);
}

static gboolean
probe (Request *self, GError **error)
{
  return slip_probe_file (self->path, self->newest, &self->probe, error);
}

static gboolean
create_if_missing (Request *self, GError **error)
{
  gboolean must_be_new = (self->flags & SLIP_STORE_CREATE_NEW) != 0;
  g_autoptr (GError) local_error = NULL;

  if (self->probe.exists && !must_be_new)
    return TRUE;
  if (!self->probe.exists && self->flags == SLIP_STORE_DEFAULT) {
    g_autofree char *name = g_filename_display_basename (self->path);

    g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_NOT_FOUND,
                 _ ("There is no file “%s”"), name);
    return FALSE;
  }
  if (create_plan (self->path, self->migrations, &local_error))
    return probe (self, error);
  /* Another program may have made the same plan at this moment. */
  if (!must_be_new &&
      g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS) &&
      probe (self, NULL) && self->probe.exists)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
set_damaged (SlipConnection *connection, GError **error)
{
  g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_CORRUPT,
               _ ("“%s” is damaged: it is not built as a plan is"),
               connection->name);
  return FALSE;
}

/* Replaces an error in SQL, which a sound file cannot make, by one about the
 * file. */
static gboolean
judge_error (SlipConnection *connection, GError *read_error, GError **error)
{
  if (g_error_matches (read_error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_FAILED) &&
      (sqlite3_errcode (connection->db) & 0xff) == SQLITE_ERROR)
    return set_damaged (connection, error);
  g_propagate_error (error, g_error_copy (read_error));
  return FALSE;
}

/* Preparing a statement for each table checks that they are there with their
 * columns, and reads no more than the schema. */
static gboolean
check_tables (SlipConnection *connection, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = NULL;

  for (guint i = 0; i < SLIP_N_KINDS; i++) {
    statement =
      slip_connection_prepare (connection,
                               slip_table_sql_select_one (connection->sql,
                                                          (SlipKind) i),
                               &local_error);
    if (statement == NULL)
      return judge_error (connection, local_error, error);
  }
  return slip_summary_prepare (connection, &local_error) ||
         judge_error (connection, local_error, error);
}

static gboolean
read_plan_id (SlipConnection *connection, char **plan_id, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = slip_connection_prepare (
    connection,
    "SELECT id FROM \"plan\" JOIN meta ON key = 'plan' AND value = id",
    &local_error);

  if (statement == NULL)
    return judge_error (connection, local_error, error);
  if (slip_connection_next (connection, statement, &local_error))
    *plan_id = g_strdup (slip_column_text (statement, 0));
  sqlite3_reset (statement);
  if (local_error != NULL)
    return judge_error (connection, local_error, error);
  return *plan_id != NULL || set_damaged (connection, error);
}

static gboolean
check_version (SlipConnection *connection,
               int newest,
               gint64 *version,
               GError **error)
{
  if (!slip_connection_read_integer (connection, "PRAGMA user_version", version,
                                     error))
    return FALSE;
  if (*version <= newest)
    return TRUE;
  g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_TOO_NEW,
               _ ("“%s” was written by a newer version of Slipway"),
               connection->name);
  return FALSE;
}

static gboolean
bring_up_to_date (SlipConnection *connection,
                  GArray *migrations,
                  GError **error)
{
  int newest = slip_migration_get_newest (migrations);
  g_autofree char *copy = NULL;
  gint64 version;

  if (!check_version (connection, newest, &version, error))
    return FALSE;
  if (version == newest)
    return TRUE;
  if (!slip_migration_check (connection, migrations, (int) version, error))
    return FALSE;
  copy = slip_migration_back_up (connection, error);
  return copy != NULL && slip_migration_run (connection, migrations, error);
}

static gboolean
prepare_writer (SlipOpening *self, const Request *request, GError **error)
{
  gboolean is_ready;

  self->writer->cancellable = request->cancellable;
  is_ready =
    bring_up_to_date (self->writer, request->migrations, error) &&
    check_tables (self->writer, error) &&
    slip_search_index_prepare (self->writer, error) &&
    read_plan_id (self->writer, &self->plan_id, error) &&
    slip_connection_run (self->writer, "PRAGMA journal_mode = WAL", error);
  self->writer->cancellable = NULL;
  return is_ready;
}

/* The log beside a file goes into it only if the file is sound.  Without one,
 * closing removes the empty log that looking into the file has made. */
static gboolean
open_writer (SlipOpening *self, const Request *request, GError **error)
{
  self->writer =
    slip_connection_open (request->path,
                          request->probe.has_log ? SLIP_CONNECTION_TAKE_OVER
                                                 : SLIP_CONNECTION_WRITE,
                          error);
  if (self->writer == NULL || !prepare_writer (self, request, error))
    return FALSE;
  slip_connection_trust (self->writer);
  return TRUE;
}

/* A file that nobody has open is taken to stay as it is; else SQLite would put
 * a log beside it that its owner could not write. */
static gboolean
open_reading_only (SlipOpening *self, const Request *request, GError **error)
{
  gint64 version;

  self->reader =
    slip_connection_open (request->path,
                          request->probe.has_log ? SLIP_CONNECTION_READ_ONLY
                                                 : SLIP_CONNECTION_IMMUTABLE,
                          error);
  if (self->reader == NULL ||
      !check_version (self->reader, request->newest, &version, error))
    return FALSE;
  if (version < request->newest) {
    g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_READ_ONLY,
                 _ (
                   "“%s” was written by an older version of Slipway and cannot "
                   "be brought up to date, because it cannot be written"),
                 self->reader->name);
    return FALSE;
  }
  return check_tables (self->reader, error) &&
         read_plan_id (self->reader, &self->plan_id, error);
}

static gboolean
open_both (SlipOpening *self, const Request *request, GError **error)
{
  if (!request->probe.is_writable)
    return open_reading_only (self, request, error);
  if (!open_writer (self, request, error))
    return FALSE;
  self->reader =
    slip_connection_open (request->path, SLIP_CONNECTION_READ, error);
  return self->reader != NULL;
}

SlipOpening *
slip_opening_run (const char *path,
                  SlipStoreFlags flags,
                  GArray *migrations,
                  GCancellable *cancellable,
                  GError **error)
{
  g_autoptr (SlipOpening) self = g_new0 (SlipOpening, 1);
  Request request = {
    .path = path,
    .flags = flags,
    .migrations = migrations,
    .newest = slip_migration_get_newest (migrations),
    .cancellable = cancellable,
  };

  if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
      !probe (&request, error) || !create_if_missing (&request, error) ||
      !open_both (self, &request, error))
    return NULL;
  return g_steal_pointer (&self);
}
