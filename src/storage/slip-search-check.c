/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-search-check.h"

#include "slip-search-document.h"
#include "slip-search-index.h"
#include "slip-search-text.h"
#include "slip-table.h"

#include <glib/gi18n-lib.h>

#define SELECT "SELECT title, body, names, pairs FROM search WHERE rowid = ?1"
#define COUNT  "SELECT count (*) FROM search WHERE rowid >= ?1 AND rowid < ?2"

/* So many rows are looked at before the next ones are read. */
#define BATCH_SIZE 1000

typedef struct {
  SlipConnection *connection;
  GPtrArray *faults;
  SlipSearchState state;
  gint64 n_found; /* rows of the index that belong to a row of the kind */
} Check;

static gboolean
is_column (sqlite3_stmt *statement, int column, const char *text)
{
  return g_strcmp0 (slip_column_text (statement, column), text) == 0;
}

/* Whether a row was to be read by now. */
static gboolean
was_read (const Check *self, guint class_, gint64 number)
{
  return self->state.version == SLIP_SEARCH_TEXT_VERSION &&
         (class_ > self->state.class_ ||
          (class_ == self->state.class_ && number <= self->state.row));
}

/* Compares what the index has at a place with @document. */
static gboolean
compare (Check *self,
         sqlite3_stmt *statement,
         const SlipSearchDocument *document,
         gboolean is_wanted,
         gboolean *is_same,
         GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (slip_connection_next (self->connection, statement, &local_error)) {
    self->n_found++;
    *is_same = is_column (statement, 0, document->title) &&
               is_column (statement, 1, document->body) &&
               is_column (statement, 2, document->names) &&
               is_column (statement, 3, document->pairs) &&
               !slip_search_document_is_empty (document);
    sqlite3_reset (statement);
  } else {
    *is_same = !is_wanted || slip_search_document_is_empty (document);
  }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
check_row (Check *self, const SlipPlacedRow *placed, GError **error)
{
  SlipKind kind = slip_row_get_kind (placed->row);
  guint class_ = slip_search_text_get_class (kind);
  g_auto (SlipSearchDocument) document = { NULL };
  sqlite3_stmt *statement = NULL;
  gboolean is_same;

  if (!slip_search_document_read (self->connection, placed->row, &document,
                                  error))
    return FALSE;
  statement = slip_connection_prepare (self->connection, SELECT, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, SLIP_SEARCH_PLACE (class_, placed->number));
  if (!compare (self, statement, &document,
                was_read (self, class_, placed->number), &is_same, error))
    return FALSE;
  if (!is_same)
    g_ptr_array_add (self->faults,
                     g_strdup_printf (_ ("%s %s: the search index does not say "
                                         "what it says"),
                                      slip_schema_get (kind)->name,
                                      slip_row_get_id (placed->row)));
  return TRUE;
}

static gboolean
check_rows (Check *self, SlipKind kind, GError **error)
{
  gint64 number = 0;

  for (;;) {
    g_autoptr (GArray) rows =
      slip_table_read_after (self->connection, kind, number, BATCH_SIZE, error);

    if (rows == NULL)
      return FALSE;
    for (guint i = 0; i < rows->len; i++) {
      number = g_array_index (rows, SlipPlacedRow, i).number;
      if (!check_row (self, &g_array_index (rows, SlipPlacedRow, i), error))
        return FALSE;
    }
    if (rows->len < BATCH_SIZE)
      return TRUE;
  }
}

/* Whether the index has rows of a kind beside those that were found. */
static gboolean
check_others (Check *self, guint class_, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
    slip_connection_prepare (self->connection, COUNT, error);
  gint64 n = 0;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, SLIP_SEARCH_PLACE (class_, 0));
  sqlite3_bind_int64 (statement, 2, SLIP_SEARCH_PLACE (class_ + 1, 0));
  if (slip_connection_next (self->connection, statement, &local_error))
    n = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  if (n != self->n_found)
    g_ptr_array_add (self->faults,
                     g_strdup (_ ("The search index speaks of what is not "
                                  "there")));
  return TRUE;
}

gboolean
slip_search_check_run (SlipConnection *connection,
                       GPtrArray *faults,
                       GError **error)
{
  Check self = { connection, faults, { 0, 0, 0 }, 0 };

  if (!slip_search_index_read_state (connection, &self.state, error))
    return FALSE;
  for (guint i = 0; i < SLIP_SEARCH_CLASS_END; i++) {
    SlipKind kind = slip_search_text_get_kind (i);

    self.n_found = 0;
    if (kind != SLIP_KIND_NONE && !check_rows (&self, kind, error))
      return FALSE;
    if (!check_others (&self, i, error))
      return FALSE;
  }
  return TRUE;
}
