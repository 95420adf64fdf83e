/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-connection.h"

#include "slip-file-locks.h"
#include "slip-store.h"
#include "slip-table-sql.h"
#include "slip-table.h"

#include <errno.h>
#include <glib/gi18n-lib.h>

/* How many of SQLite's instructions pass between looks at the cancellable. */
#define PROGRESS_STEPS 20000

#define LONGEST_NAP_MS 25

/* Writing much in one go is quicker with more than SQLite's 2 MB; in KiB,
 * negative as SQLite wants it.  Who reads passes each page once, and to take
 * fresh memory for it costs more than to read it. */
#define SET_CACHE "PRAGMA cache_size = -32768"

/* A log that grew while much was written shrinks to this many bytes. */
#define SET_LOG_LIMIT "PRAGMA journal_size_limit = 16777216"

static gboolean
is_full (int code, int system_errno)
{
  return code == SQLITE_FULL ||
         (code == SQLITE_IOERR &&
          (system_errno == ENOSPC || system_errno == EDQUOT ||
           system_errno == EFBIG));
}

static gboolean
is_constraint_on_references (sqlite3 *db)
{
  return sqlite3_extended_errcode (db) == SQLITE_CONSTRAINT_FOREIGNKEY;
}

/* What the system said last about the file @request names. */
static int
ask_file (SlipConnection *self, int request)
{
  sqlite3_file *file = NULL;
  int system_errno = 0;

  if (sqlite3_file_control (self->db, "main", request, &file) == SQLITE_OK &&
      file != NULL && file->pMethods != NULL)
    file->pMethods->xFileControl (file, SQLITE_FCNTL_LAST_ERRNO, &system_errno);
  return system_errno;
}

/* SQLite forgets the system's error when committing fails; its files know. */
static int
find_system_errno (SlipConnection *self)
{
  int system_errno = sqlite3_system_errno (self->db);

  if (system_errno == 0)
    system_errno = ask_file (self, SQLITE_FCNTL_JOURNAL_POINTER);
  if (system_errno == 0)
    system_errno = ask_file (self, SQLITE_FCNTL_FILE_POINTER);
  return system_errno;
}

static void
set_input_error (SlipConnection *self, int system_errno, GError **error)
{
  if (system_errno == 0)
    g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_FAILED,
                 _ ("“%s” could not be read or written"), self->name);
  else
    g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_FAILED,
                 _ ("“%s” could not be read or written: %s"), self->name,
                 g_strerror (system_errno));
}

void
slip_connection_set_error (SlipConnection *self, GError **error)
{
  int code = sqlite3_errcode (self->db) & 0xff;
  gboolean was_cancelled = self->was_cancelled;
  int system_errno = 0;

  if (code == SQLITE_IOERR || code == SQLITE_CANTOPEN)
    system_errno = find_system_errno (self);
  self->was_cancelled = FALSE;
  if (was_cancelled || code == SQLITE_INTERRUPT)
    g_set_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED,
                 _ ("It was cancelled; “%s” was not changed"), self->name);
  else if (is_full (code, system_errno))
    g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_FULL,
                 _ ("There is no room left to write “%s”; it was not changed"),
                 self->name);
  else if (code == SQLITE_BUSY || code == SQLITE_LOCKED ||
           code == SQLITE_PROTOCOL)
    g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_BUSY,
                 _ ("Another program has been writing to “%s” for too long; "
                    "nothing was changed"),
                 self->name);
  else if (code == SQLITE_CORRUPT || code == SQLITE_NOTADB)
    g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_CORRUPT,
                 _ ("“%s” is damaged"), self->name);
  else if (code == SQLITE_READONLY || code == SQLITE_PERM)
    g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_READ_ONLY,
                 _ ("“%s” cannot be written"), self->name);
  else if (is_constraint_on_references (self->db))
    g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_IN_USE,
                 _ ("Something in “%s” still refers to what would go, or to "
                    "what is not there"),
                 self->name);
  else if (code == SQLITE_IOERR || code == SQLITE_CANTOPEN)
    set_input_error (self, system_errno, error);
  else
    g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_FAILED,
                 _ ("“%s” could not be read or written: %s"), self->name,
                 sqlite3_errmsg (self->db));
}

static void
tell_waiting (SlipConnection *self, gboolean is_waiting)
{
  if (self->waiting_func != NULL)
    self->waiting_func (is_waiting, self->waiting_data);
}

/* Called while another connection holds the lock: naps, a little longer each
 * time.  The naps are added up instead of reading a clock, so a wait may last
 * a little longer than it says. */
static int
busy_cb (void *data, int n_calls)
{
  SlipConnection *self = data;
  int nap_ms = MIN (n_calls + 1, LONGEST_NAP_MS);
  int waited_ms = self->waited_ms + nap_ms;

  if (g_cancellable_is_cancelled (self->cancellable)) {
    self->was_cancelled = TRUE;
    return 0;
  }
  if (self->waited_ms >= g_atomic_int_get (&self->patience_ms))
    return 0;
  if (self->waited_ms < SLIP_CONNECTION_TELL_MS &&
      waited_ms >= SLIP_CONNECTION_TELL_MS)
    tell_waiting (self, TRUE);
  self->waited_ms = waited_ms;
  g_usleep ((gulong) nap_ms * 1000);
  return 1;
}

static int
progress_cb (void *data)
{
  SlipConnection *self = data;

  return g_cancellable_is_cancelled (self->cancellable);
}

static gboolean
configure (SlipConnection *self, SlipConnectionMode mode, GError **error)
{
  sqlite3_extended_result_codes (self->db, 1);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_TRUSTED_SCHEMA, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DML, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_DQS_DDL, 0, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_ENABLE_FKEY, 1, NULL);
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE,
                     mode == SLIP_CONNECTION_TAKE_OVER, NULL);
  sqlite3_busy_handler (self->db, busy_cb, self);
  sqlite3_progress_handler (self->db, PROGRESS_STEPS, progress_cb, self);
  return slip_connection_run (self, "PRAGMA recursive_triggers = ON", error) &&
         slip_connection_run (self, "PRAGMA cell_size_check = ON", error) &&
         slip_connection_run (self, "PRAGMA mmap_size = 0", error) &&
         slip_connection_run (self, "PRAGMA synchronous = FULL", error) &&
         slip_connection_run (self, SET_LOG_LIMIT, error) &&
         slip_connection_run (self,
                              mode == SLIP_CONNECTION_READ
                                ? "PRAGMA query_only = ON"
                                : SET_CACHE,
                              error);
}

/* Whether there may be a file at the path was asked before; SQLITE_OPEN_CREATE
 * is for new files only.  An immutable file can be said by URI only. */
static int
open_database (const char *path, SlipConnectionMode mode, sqlite3 **db)
{
  int flags = SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
  g_autofree char *escaped = NULL;
  g_autofree char *uri = NULL;

  switch (mode) {
  case SLIP_CONNECTION_NEW:
    flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
    break;
  case SLIP_CONNECTION_MEMORY:
    flags |= SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_MEMORY;
    break;
  case SLIP_CONNECTION_WRITE:
  case SLIP_CONNECTION_TAKE_OVER:
  case SLIP_CONNECTION_READ:
    flags |= SQLITE_OPEN_READWRITE;
    break;
  case SLIP_CONNECTION_READ_ONLY:
  case SLIP_CONNECTION_IMMUTABLE:
    flags |= SQLITE_OPEN_READONLY;
    break;
  }
  slip_file_locks_protect ();
  escaped = g_uri_escape_bytes ((const guint8 *) path, strlen (path), "/");
  uri =
    g_strconcat ("file:", escaped,
                 mode == SLIP_CONNECTION_IMMUTABLE ? "?immutable=1" : "", NULL);
  return sqlite3_open_v2 (uri, db, flags | SQLITE_OPEN_URI, NULL);
}

SlipConnection *
slip_connection_open (const char *path, SlipConnectionMode mode, GError **error)
{
  g_autoptr (SlipConnection) self = g_new0 (SlipConnection, 1);

  self->path = g_canonicalize_filename (path, NULL);
  self->name = g_filename_display_basename (path);
  self->patience_ms = SLIP_CONNECTION_PATIENCE_MS;
  self->statements = g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                                            (GDestroyNotify) sqlite3_finalize);
  if (open_database (self->path, mode, &self->db) != SQLITE_OK ||
      slip_table_set_up (self->db) != SQLITE_OK) {
    slip_connection_set_error (self, error);
    return NULL;
  }
  if (!configure (self, mode, error))
    return NULL;
  self->sql = slip_table_sql_new ();
  return g_steal_pointer (&self);
}

void
slip_connection_trust (SlipConnection *self)
{
  sqlite3_db_config (self->db, SQLITE_DBCONFIG_NO_CKPT_ON_CLOSE, 0, NULL);
}

void
slip_connection_close (SlipConnection *self)
{
  g_hash_table_unref (self->statements);
  /* Waiting for others is of no use here: they will tidy up. */
  sqlite3_busy_handler (self->db, NULL, NULL);
  sqlite3_close (self->db);
  g_clear_pointer (&self->sql, slip_table_sql_free);
  if (self->poll != NULL)
    self->poll_free (self->poll);
  g_free (self->path);
  g_free (self->name);
  g_free (self);
}

sqlite3_stmt *
slip_connection_prepare (SlipConnection *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = g_hash_table_lookup (self->statements, sql);

  if (statement != NULL) {
    sqlite3_reset (statement);
    sqlite3_clear_bindings (statement);
    return statement;
  }
  if (sqlite3_prepare_v3 (self->db, sql, -1, SQLITE_PREPARE_PERSISTENT,
                          &statement, NULL) != SQLITE_OK) {
    slip_connection_set_error (self, error);
    return NULL;
  }
  g_hash_table_insert (self->statements, (char *) sqlite3_sql (statement),
                       statement);
  return statement;
}

gboolean
slip_connection_next (SlipConnection *self,
                      sqlite3_stmt *statement,
                      GError **error)
{
  int code = sqlite3_step (statement);

  if (code == SQLITE_ROW)
    return TRUE;
  if (code != SQLITE_DONE)
    slip_connection_set_error (self, error);
  sqlite3_reset (statement);
  sqlite3_clear_bindings (statement);
  return FALSE;
}

gboolean
slip_connection_finish (SlipConnection *self,
                        sqlite3_stmt *statement,
                        GError **error)
{
  g_autoptr (GError) local_error = NULL;

  while (slip_connection_next (self, statement, &local_error))
    ;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
slip_connection_run (SlipConnection *self, const char *sql, GError **error)
{
  sqlite3_stmt *statement = slip_connection_prepare (self, sql, error);

  return statement != NULL && slip_connection_finish (self, statement, error);
}

gboolean
slip_connection_read_integer (SlipConnection *self,
                              const char *sql,
                              gint64 *integer,
                              GError **error)
{
  sqlite3_stmt *statement = slip_connection_prepare (self, sql, error);
  g_autoptr (GError) local_error = NULL;

  *integer = 0;
  if (statement == NULL)
    return FALSE;
  if (slip_connection_next (self, statement, &local_error))
    *integer = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
slip_connection_run_script (SlipConnection *self,
                            const char *script,
                            GError **error)
{
  if (sqlite3_exec (self->db, script, NULL, NULL, NULL) == SQLITE_OK)
    return TRUE;
  slip_connection_set_error (self, error);
  return FALSE;
}

static void
begin_waiting (SlipConnection *self)
{
  self->waited_ms = 0;
  self->was_cancelled = FALSE;
}

static void
end_waiting (SlipConnection *self)
{
  if (self->waited_ms >= SLIP_CONNECTION_TELL_MS)
    tell_waiting (self, FALSE);
  self->waited_ms = 0;
}

gboolean
slip_connection_begin (SlipConnection *self, GError **error)
{
  gboolean has_begun;

  begin_waiting (self);
  has_begun = slip_connection_run (self, "BEGIN IMMEDIATE", error);
  end_waiting (self);
  return has_begun;
}

gboolean
slip_connection_commit (SlipConnection *self, GError **error)
{
  begin_waiting (self);
  if (slip_connection_run (self, "COMMIT", error))
    return TRUE;
  slip_connection_rollback (self);
  return FALSE;
}

/* A statement left after one of its rows would hold on to what it reads. */
static void
reset_statements (SlipConnection *self)
{
  sqlite3_stmt *statement = NULL;

  while ((statement = sqlite3_next_stmt (self->db, statement)) != NULL)
    if (sqlite3_stmt_busy (statement))
      sqlite3_reset (statement);
}

void
slip_connection_rollback (SlipConnection *self)
{
  g_autoptr (GError) error = NULL;

  reset_statements (self);
  /* Some failures have rolled back already. */
  if (sqlite3_get_autocommit (self->db))
    return;
  if (!slip_connection_run (self, "ROLLBACK", &error))
    g_debug ("Rolling back: %s", error->message);
}

gboolean
slip_connection_begin_reading (SlipConnection *self, GError **error)
{
  begin_waiting (self);
  return slip_connection_run (self, "BEGIN", error);
}

void
slip_connection_end_reading (SlipConnection *self)
{
  slip_connection_rollback (self);
}

void
slip_bind_text (sqlite3_stmt *statement, int parameter, const char *text)
{
  sqlite3_bind_text (statement, parameter, text, -1, SQLITE_STATIC);
}

const char *
slip_column_text (sqlite3_stmt *statement, int column)
{
  return (const char *) sqlite3_column_text (statement, column);
}
