/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-connection.h"

G_BEGIN_DECLS

/**
 * SlipMigration:
 * @version: the version it brings the file to, one more than the one before
 * @script: its statements, the last of which set `PRAGMA user_version`
 *
 * One step from a version of the file to the next.
 */
typedef struct {
  int version;
  const char *script;
} SlipMigration;

/**
 * slip_migration_get_all:
 *
 * Returns: (transfer full) (element-type SlipMigration): this program's
 * migrations from version 0, an empty file, to `SLIP_STORE_VERSION`.
 */
GArray *slip_migration_get_all (void);

/* The version that @migrations lead to. */
int slip_migration_get_newest (GArray *migrations);

/**
 * slip_migration_run:
 *
 * Brings the file of @connection up to date, in a transaction for each step,
 * without a copy.  What another program has done meanwhile is not done again.
 * References are checked at the end of each step, not while it runs.
 */
gboolean slip_migration_run (SlipConnection *connection,
                             GArray *migrations,
                             GError **error);

/**
 * slip_migration_check:
 * @version: the version that the file says it has
 *
 * Whether all tables and columns are there that @migrations make up to
 * @version; reads no more than the schema.  Fails with
 * `SLIP_STORE_ERROR_CORRUPT`.
 */
gboolean slip_migration_check (SlipConnection *connection,
                               GArray *migrations,
                               int version,
                               GError **error);

/**
 * slip_migration_back_up:
 *
 * Writes a copy of the file beside it, named after the version it has.
 *
 * Returns: (transfer full): the copy's path.
 */
char *slip_migration_back_up (SlipConnection *connection, GError **error);

G_END_DECLS
