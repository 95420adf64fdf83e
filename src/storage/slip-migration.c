/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-migration.h"

#include "slip-reading.h"
#include "slip-storage-resources.h"
#include "slip-store.h"

#include <glib/gi18n-lib.h>

#define SCRIPTS "/io/github/slipway_planner/Slipway/storage/sql/"

/* How many copies of one version may lie beside a plan. */
#define MAX_COPIES 1000

static void
add_script (GArray *migrations, int version, const char *path)
{
  GResource *resource = slip_storage_get_resource ();
  g_autoptr (GBytes) bytes =
    g_resource_lookup_data (resource, path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  SlipMigration migration = { version };

  g_assert (bytes != NULL);
  /* Part of the program, and followed by a NUL as every resource is. */
  migration.script = g_bytes_get_data (bytes, NULL);
  g_array_append_val (migrations, migration);
}

GArray *
slip_migration_get_all (void)
{
  GArray *migrations = g_array_new (FALSE, FALSE, sizeof (SlipMigration));

  add_script (migrations, 1, SCRIPTS "001-plan.sql");
  add_script (migrations, 2, SCRIPTS "002-checklists.sql");
  add_script (migrations, 3, SCRIPTS "003-rollout.sql");
  add_script (migrations, 4, SCRIPTS "004-feeds.sql");
  add_script (migrations, 5, SCRIPTS "005-limits.sql");
  add_script (migrations, 6, SCRIPTS "006-search.sql");
  add_script (migrations, 7, SCRIPTS "007-records.sql");
  return migrations;
}

int
slip_migration_get_newest (GArray *migrations)
{
  return g_array_index (migrations, SlipMigration, migrations->len - 1).version;
}

static gboolean
check_references (SlipConnection *connection, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, "PRAGMA foreign_key_check", error);

  if (statement == NULL)
    return FALSE;
  if (slip_connection_next (connection, statement, &local_error)) {
    sqlite3_reset (statement);
    g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_CORRUPT,
                 _ ("“%s” is damaged: something in it refers to what is not "
                    "there"),
                 connection->name);
    return FALSE;
  }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Does @migration unless another program has done so meanwhile. */
static gboolean
step_up (SlipConnection *connection,
         const SlipMigration *migration,
         GError **error)
{
  gint64 version;

  if (!slip_connection_read_integer (connection, "PRAGMA user_version",
                                     &version, error))
    return FALSE;
  if (version >= migration->version)
    return TRUE;
  return slip_connection_run_script (connection, migration->script, error) &&
         check_references (connection, error);
}

static gboolean
run_one (SlipConnection *connection,
         const SlipMigration *migration,
         GError **error)
{
  if (!slip_connection_begin (connection, error))
    return FALSE;
  if (step_up (connection, migration, error))
    return slip_connection_commit (connection, error);
  slip_connection_rollback (connection);
  return FALSE;
}

static gboolean
run_all (SlipConnection *connection, GArray *migrations, GError **error)
{
  for (guint i = 0; i < migrations->len; i++)
    if (!run_one (connection, &g_array_index (migrations, SlipMigration, i),
                  error))
      return FALSE;
  return TRUE;
}

gboolean
slip_migration_run (SlipConnection *connection,
                    GArray *migrations,
                    GError **error)
{
  gboolean is_done;

  /* Has no effect within a transaction. */
  if (!slip_connection_run (connection, "PRAGMA foreign_keys = OFF", error))
    return FALSE;
  is_done = run_all (connection, migrations, error);
  return slip_connection_run (connection, "PRAGMA foreign_keys = ON",
                              is_done ? error : NULL) &&
         is_done &&
         slip_connection_run (connection, "PRAGMA wal_checkpoint (TRUNCATE)",
                              error);
}

/* A plan of @version that holds nothing, in memory. */
static SlipConnection *
make_model (GArray *migrations, int version, GError **error)
{
  g_autoptr (SlipConnection) model =
    slip_connection_open ("model", SLIP_CONNECTION_MEMORY, error);

  if (model == NULL)
    return NULL;
  for (guint i = 0; i < migrations->len; i++) {
    const SlipMigration *migration =
      &g_array_index (migrations, SlipMigration, i);

    if (migration->version <= version &&
        !slip_connection_run_script (model, migration->script, error))
      return NULL;
  }
  return g_steal_pointer (&model);
}

/* The columns of all tables, each as 'table.column'. */
static GHashTable *
read_columns (SlipConnection *connection, GError **error)
{
  g_autoptr (GHashTable) columns =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
    slip_connection_prepare (connection,
                             "SELECT t.name || '.' || c.name "
                             "FROM sqlite_schema AS t "
                             "JOIN pragma_table_info (t.name) AS c "
                             "WHERE t.type = 'table'",
                             error);

  if (statement == NULL)
    return NULL;
  while (slip_connection_next (connection, statement, &local_error))
    g_hash_table_add (columns, g_strdup (slip_column_text (statement, 0)));
  if (local_error == NULL)
    return g_steal_pointer (&columns);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

gboolean
slip_migration_check (SlipConnection *connection,
                      GArray *migrations,
                      int version,
                      GError **error)
{
  g_autoptr (SlipConnection) model = make_model (migrations, version, error);
  g_autoptr (GHashTable) expected =
    model == NULL ? NULL : read_columns (model, error);
  g_autoptr (GHashTable) found =
    expected == NULL ? NULL : read_columns (connection, error);
  GHashTableIter iter;
  gpointer column;

  if (found == NULL)
    return FALSE;
  g_hash_table_iter_init (&iter, expected);
  while (g_hash_table_iter_next (&iter, &column, NULL))
    if (!g_hash_table_contains (found, column)) {
      g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_CORRUPT,
                   _ ("“%s” is damaged: it is not built as a plan is"),
                   connection->name);
      return FALSE;
    }
  return TRUE;
}

static char *
name_copy (SlipConnection *connection, int version, int number)
{
  g_autofree char *stem =
    g_str_has_suffix (connection->path, ".slipway")
      ? g_strndup (connection->path,
                   strlen (connection->path) - strlen (".slipway"))
      : g_strdup (connection->path);

  if (number == 1)
    return g_strdup_printf ("%s.backup-v%d.slipway", stem, version);
  return g_strdup_printf ("%s.backup-v%d-%d.slipway", stem, version, number);
}

char *
slip_migration_back_up (SlipConnection *connection, GError **error)
{
  gint64 version;

  if (!slip_connection_read_integer (connection, "PRAGMA user_version",
                                     &version, error))
    return NULL;
  for (int number = 1;; number++) {
    g_autofree char *path = name_copy (connection, (int) version, number);
    g_autoptr (GError) local_error = NULL;

    if (slip_reading_copy (connection, path, &local_error))
      return g_steal_pointer (&path);
    if (number < MAX_COPIES &&
        g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_EXISTS))
      continue;
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
}
