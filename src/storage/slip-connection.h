/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <sqlite3.h>

G_BEGIN_DECLS

typedef struct _SlipTableSql SlipTableSql;

/**
 * SlipConnectionMode:
 * @SLIP_CONNECTION_WRITE: reads and writes
 * @SLIP_CONNECTION_TAKE_OVER: as well, but closing leaves a log beside the file
 *   alone until slip_connection_trust()
 * @SLIP_CONNECTION_READ: reads only, but may empty the write-ahead log
 * @SLIP_CONNECTION_READ_ONLY: for a file that cannot be written
 * @SLIP_CONNECTION_IMMUTABLE: as well, and nobody can: no locks, no log
 * @SLIP_CONNECTION_NEW: writes a file that is made now
 * @SLIP_CONNECTION_MEMORY: writes to memory, no file at all
 */
typedef enum {
  SLIP_CONNECTION_WRITE,
  SLIP_CONNECTION_TAKE_OVER,
  SLIP_CONNECTION_READ,
  SLIP_CONNECTION_READ_ONLY,
  SLIP_CONNECTION_IMMUTABLE,
  SLIP_CONNECTION_NEW,
  SLIP_CONNECTION_MEMORY,
} SlipConnectionMode;

/* How long a write waits for another program's before it gives up. */
#define SLIP_CONNECTION_PATIENCE_MS 30000

/* How long it waits before it tells. */
#define SLIP_CONNECTION_TELL_MS 300

typedef void (*SlipWaitingFunc) (gboolean is_waiting, gpointer data);

/**
 * SlipConnection:
 * @db: SQLite's connection
 * @path: the file
 * @name: the file's name for people
 * @sql: the texts of the statements on the plan's tables
 * @cancellable: (nullable): of the job at hand
 * @patience_ms: how long to wait for other writers; may be set by any thread
 * @poll: (nullable): what the last poll found
 * @poll_free: frees @poll
 * @waiting_func: (nullable): told when a wait begins to show, and its end
 *
 * A connection to a plan's file, used by one thread at a time.  Errors are
 * `SLIP_STORE_ERROR` in sentences that name the file, or
 * `G_IO_ERROR_CANCELLED`.
 */
typedef struct {
  sqlite3 *db;
  char *path;
  char *name;
  SlipTableSql *sql;
  GCancellable *cancellable;
  int patience_ms;
  gpointer poll;
  GDestroyNotify poll_free;
  SlipWaitingFunc waiting_func;
  gpointer waiting_data;
  /*< private >*/
  GHashTable *statements;
  int waited_ms;
  gboolean was_cancelled;
} SlipConnection;

/**
 * slip_connection_open:
 *
 * Opens @path and sets what every connection has set.
 */
SlipConnection *slip_connection_open (const char *path,
                                      SlipConnectionMode mode,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Says that the file is a sound plan: closing may empty its log into it. */
void slip_connection_trust (SlipConnection *self);

void slip_connection_close (SlipConnection *self);

/**
 * slip_connection_prepare:
 * @sql: one statement, a constant or from @self's table texts
 *
 * Returns: (transfer none): the statement, prepared at its first use, reset and
 * without values.
 */
sqlite3_stmt *slip_connection_prepare (SlipConnection *self,
                                       const char *sql,
                                       GError **error);

/**
 * slip_connection_next:
 *
 * Steps @statement.
 *
 * Returns: `TRUE` if there is a row.  `FALSE` after the last one or with
 * @error; @statement is reset then.
 */
gboolean slip_connection_next (SlipConnection *self,
                               sqlite3_stmt *statement,
                               GError **error);

/* Steps @statement to its end and resets it. */
gboolean slip_connection_finish (SlipConnection *self,
                                 sqlite3_stmt *statement,
                                 GError **error);

/* Prepares and runs a statement without values. */
gboolean slip_connection_run (SlipConnection *self,
                              const char *sql,
                              GError **error);

/**
 * slip_connection_read_integer:
 *
 * Returns: `TRUE` and the first column of the one row of @sql, 0 for none.
 */
gboolean slip_connection_read_integer (SlipConnection *self,
                                       const char *sql,
                                       gint64 *integer,
                                       GError **error);

/* Runs a script of many statements. */
gboolean slip_connection_run_script (SlipConnection *self,
                                     const char *script,
                                     GError **error);

/* Begins to write: waits for other writers, visibly, and can be cancelled. */
gboolean slip_connection_begin (SlipConnection *self, GError **error);

/* Makes what was written last; takes it all back if that fails. */
gboolean slip_connection_commit (SlipConnection *self, GError **error);

/* Takes back what was written since slip_connection_begin(), if anything. */
void slip_connection_rollback (SlipConnection *self);

/* Begins and ends one consistent reading. */
gboolean slip_connection_begin_reading (SlipConnection *self, GError **error);
void slip_connection_end_reading (SlipConnection *self);

/* Turns what SQLite says last into a sentence for people. */
void slip_connection_set_error (SlipConnection *self, GError **error);

/* Binds text that outlives the run of @statement; none for %NULL. */
void slip_bind_text (sqlite3_stmt *statement, int parameter, const char *text);

/* The text of a column, owned by @statement; %NULL for none. */
const char *slip_column_text (sqlite3_stmt *statement, int column);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipConnection, slip_connection_close)

G_END_DECLS
