/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-search-document.h"

#include "slip-search-text.h"
#include "slip-table-sql.h"
#include "slip-table.h"

SlipRow *
slip_search_document_read_row (SlipConnection *connection,
                               SlipKind kind,
                               const char *id,
                               gint64 *number,
                               GError **error)
{
  sqlite3_stmt *statement = slip_connection_prepare (
    connection, slip_table_sql_select_placed (connection->sql, kind), error);
  SlipRow *row = NULL;

  if (statement == NULL)
    return NULL;
  slip_bind_text (statement, 1, id);
  if (slip_connection_next (connection, statement, error)) {
    row = slip_table_read_row (kind, statement);
    *number =
      sqlite3_column_int64 (statement, sqlite3_column_count (statement) - 1);
  }
  sqlite3_reset (statement);
  return row;
}

/* Adds what is called @id (nullable) to @names. */
static gboolean
append_name (SlipConnection *connection,
             SlipKind kind,
             const char *id,
             GString *names,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SlipRow) row = NULL;
  g_autofree char *name = NULL;
  gint64 number;

  if (id == NULL)
    return TRUE;
  row =
    slip_search_document_read_row (connection, kind, id, &number, &local_error);
  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  if (row != NULL)
    name = slip_search_text_dup_title (row);
  if (name == NULL)
    return TRUE;
  if (names->len > 0)
    g_string_append_c (names, '\n');
  g_string_append (names, name);
  return TRUE;
}

/* The names by which @row is found besides its own texts. */
static gboolean
read_names (SlipConnection *connection,
            const SlipRow *row,
            GString *names,
            GError **error)
{
  static const struct {
    SlipKind kind;
    guint property;
  } named[] = {
    { SLIP_KIND_PRODUCT, SLIP_RELEASE_PRODUCT },
    { SLIP_KIND_PERSON, SLIP_RELEASE_OWNER },
    { SLIP_KIND_PERSON, SLIP_RELEASE_MARKET_OWNER },
  };

  if (slip_row_get_kind (row) != SLIP_KIND_RELEASE)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (named); i++)
    if (!append_name (connection, named[i].kind,
                      slip_row_get_text (row, named[i].property), names, error))
      return FALSE;
  return TRUE;
}

static char *
dup_pairs (const char *title, const char *body, const char *names)
{
  g_autofree char *all = NULL;

  if ((title == NULL || g_str_is_ascii (title)) &&
      (body == NULL || g_str_is_ascii (body)) && g_str_is_ascii (names))
    return NULL;
  all = g_strconcat (title != NULL ? title : "", "\n", body != NULL ? body : "",
                     "\n", names, NULL);
  return slip_search_text_dup_pairs (all);
}

gboolean
slip_search_document_read (SlipConnection *connection,
                           const SlipRow *row,
                           SlipSearchDocument *document,
                           GError **error)
{
  g_autoptr (GString) names = g_string_new (NULL);

  if (!read_names (connection, row, names, error))
    return FALSE;
  document->title = slip_search_text_dup_title (row);
  document->body = slip_search_text_dup_body (row);
  document->names = names->len > 0 ? g_strdup (names->str) : NULL;
  document->pairs = dup_pairs (document->title, document->body, names->str);
  return TRUE;
}

gboolean
slip_search_document_is_empty (const SlipSearchDocument *document)
{
  return document->title == NULL && document->body == NULL &&
         document->names == NULL;
}

void
slip_search_document_clear (SlipSearchDocument *document)
{
  g_clear_pointer (&document->title, g_free);
  g_clear_pointer (&document->body, g_free);
  g_clear_pointer (&document->names, g_free);
  g_clear_pointer (&document->pairs, g_free);
}
