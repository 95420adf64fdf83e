/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-cli-session.h"

G_BEGIN_DECLS

/**
 * slip_cli_dup_plain:
 * @text: (nullable): any text
 *
 * Returns: (transfer full): @text on one line and without what could steer a
 * terminal: line ends and tabs become spaces, other control characters and
 * marks that turn the direction of writing go.
 */
char *slip_cli_dup_plain (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_cli_print:
 *
 * Prints a line to standard output in UTF-8, after slip_cli_dup_plain().
 */
void slip_cli_print (const char *format, ...) G_GNUC_PRINTF (1, 2);

/* The same to standard error, after the program's name; it may have lines. */
void slip_cli_print_error (const char *format, ...) G_GNUC_PRINTF (1, 2);

/**
 * SlipCliTable:
 *
 * Rows of cells, printed in columns as wide as their widest cell.
 */
typedef struct _SlipCliTable SlipCliTable;

/* @titles: the columns' titles, ended by %NULL. */
SlipCliTable *slip_cli_table_new (const char *const *titles)
  G_GNUC_WARN_UNUSED_RESULT;

/* @cells: as many as there are titles, each of them may be %NULL. */
void slip_cli_table_add (SlipCliTable *table, const char *const *cells);

/**
 * slip_cli_table_set_narrowing:
 * @columns: bit i for column i
 *
 * Lets cells of @columns be cut where the rows are wider than the terminal.
 * Nothing is cut if the output is no terminal.
 */
void slip_cli_table_set_narrowing (SlipCliTable *table, guint columns);

/* Prints titles and rows; nothing if there are no rows. */
void slip_cli_table_print (SlipCliTable *table);
void slip_cli_table_free (SlipCliTable *table);

/**
 * slip_cli_flush:
 *
 * Returns: `FALSE` with an error if not all that was printed got out.
 */
gboolean slip_cli_flush (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipCliTable, slip_cli_table_free)

G_END_DECLS
