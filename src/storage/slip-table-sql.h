/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-schema.h"

G_BEGIN_DECLS

/**
 * SlipTableSql:
 *
 * The texts of the statements on the tables of the plan's entities, composed
 * once from the schema table.  In all of them ?1 is the id and ?2 the owner, if
 * the kind has one; the properties follow in their order.
 */
typedef struct _SlipTableSql SlipTableSql;

SlipTableSql *slip_table_sql_new (void) G_GNUC_WARN_UNUSED_RESULT;
void slip_table_sql_free (SlipTableSql *self);

/**
 * slip_table_get_name:
 *
 * Returns: (transfer full): the name of @kind's table.
 */
char *slip_table_get_name (SlipKind kind) G_GNUC_WARN_UNUSED_RESULT;

/* The parameter, or column of a SELECT, of @kind's first property, from 1. */
int slip_table_get_first (SlipKind kind);

const char *slip_table_sql_insert (const SlipTableSql *self, SlipKind kind);

/* Deletes the row if it is as all its parameters say. */
const char *slip_table_sql_delete (const SlipTableSql *self, SlipKind kind);

/* ?1 id, ?2 new value, ?3 old value, which must be there. */
const char *slip_table_sql_update (const SlipTableSql *self,
                                   SlipKind kind,
                                   guint property);

/* Every row, in the order of their making: id, owner, properties. */
const char *slip_table_sql_select (const SlipTableSql *self, SlipKind kind);

/* How many rows there are. */
const char *slip_table_sql_count (const SlipTableSql *self, SlipKind kind);

/* The row with id ?1. */
const char *slip_table_sql_select_one (const SlipTableSql *self, SlipKind kind);

/*
 * The same columns of every row, in the same order, not as columns of a result
 * but as arguments of the SQL function that takes rows: after ?2, which is for
 * its use.
 */
#define SLIP_TABLE_TAKE_ROW "slip_take_row"
const char *slip_table_sql_take (const SlipTableSql *self, SlipKind kind);

/* As well, those of owner ?1; %NULL for a kind without. */
const char *slip_table_sql_take_owned (const SlipTableSql *self, SlipKind kind);

/*
 * The same columns, and after them the row's number within its table.
 */

/* The row with id ?1. */
const char *slip_table_sql_select_placed (const SlipTableSql *self,
                                          SlipKind kind);

/* The row with the number ?1. */
const char *slip_table_sql_select_at (const SlipTableSql *self, SlipKind kind);

/* The next ?2 rows after the number ?1, in the order of numbers. */
const char *slip_table_sql_select_after (const SlipTableSql *self,
                                         SlipKind kind);

/* The highest number, or null. */
const char *slip_table_sql_select_last (const SlipTableSql *self,
                                        SlipKind kind);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipTableSql, slip_table_sql_free)

G_END_DECLS
