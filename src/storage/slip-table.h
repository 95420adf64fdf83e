/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-change-set.h"
#include "slip-connection.h"

G_BEGIN_DECLS

/*
 * The rows of the plan's tables.  A value in the file that the schema refuses
 * (somebody edited the file by hand) reads as the default, so that the plan
 * still opens; slip_check_run() names it.
 */

/**
 * slip_table_bind_value:
 *
 * Binds @value as the file keeps @property; it must outlive the run.
 */
void slip_table_bind_value (sqlite3_stmt *statement,
                            int parameter,
                            const SlipProperty *property,
                            const SlipValue *value);

/**
 * slip_table_read_value:
 * @value: (out): the value, or the default
 *
 * Returns: `FALSE` if the schema refuses what the file has.
 */
gboolean slip_table_read_value (sqlite3_stmt *statement,
                                int column,
                                const SlipProperty *property,
                                SlipValue *value);

/* Gives @db what slip_table_read() needs.  Returns: a result code of SQLite. */
int slip_table_set_up (sqlite3 *db);

/**
 * slip_table_read:
 * @owner: (nullable): only the parts of this entity
 * @rows: (element-type SlipRow): where to add what is read
 *
 * Reads the rows of @kind.
 */
gboolean slip_table_read (SlipConnection *connection,
                          SlipKind kind,
                          const char *owner,
                          GPtrArray *rows,
                          GError **error);

/* The row of @kind that @statement is at, which has its columns first. */
SlipRow *slip_table_read_row (SlipKind kind, sqlite3_stmt *statement);

/**
 * SlipPlacedRow:
 * @number: its number within its table
 */
typedef struct {
  SlipRow *row;
  gint64 number;
} SlipPlacedRow;

/**
 * slip_table_read_after:
 * @number: the number of a row
 *
 * Returns: (transfer full) (element-type SlipPlacedRow): the next @n rows of
 * @kind in the order of their numbers; %NULL with an error.
 */
GArray *slip_table_read_after (SlipConnection *connection,
                               SlipKind kind,
                               gint64 number,
                               int n,
                               GError **error);

gboolean slip_table_insert (SlipConnection *connection,
                            const SlipRow *row,
                            GError **error);

/**
 * slip_table_apply:
 * @changes: (element-type SlipChange): in order
 *
 * Makes @changes in the tables; the caller has begun to write.  Fails with
 * `SLIP_PLAN_ERROR_CONFLICT` if one finds the file other than it expects, and
 * with `SLIP_PLAN_ERROR_INVALID` if a value may not be kept.
 */
gboolean slip_table_apply (SlipConnection *connection,
                           const GPtrArray *changes,
                           GError **error);

G_END_DECLS
