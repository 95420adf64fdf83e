/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-search-index.h"

#include "slip-search-document.h"
#include "slip-search-text.h"
#include "slip-store.h"
#include "slip-table-sql.h"
#include "slip-table.h"

/* As in the script of version 6, for an index that is made anew. */
#define CREATE                                                                 \
  "CREATE VIRTUAL TABLE search USING fts5 (title, body, names, pairs, "        \
  "tokenize = 'unicode61 remove_diacritics 2', prefix = '1 2 3 4')"
#define DROP "DROP TABLE IF EXISTS search"
#define INSERT                                                                 \
  "INSERT INTO search (rowid, title, body, names, pairs) "                     \
  "VALUES (?1, ?2, ?3, ?4, ?5)"
#define DELETE     "DELETE FROM search WHERE rowid = ?1"
#define READ_STATE "SELECT value FROM meta WHERE key = ?1"
#define WRITE_STATE                                                            \
  "INSERT INTO meta (key, value) VALUES (?1, ?2) "                             \
  "ON CONFLICT (key) DO UPDATE SET value = excluded.value"
#define RELEASES_OF_PRODUCT "SELECT id FROM \"release\" WHERE product = ?1"
#define RELEASES_OF_PERSON                                                     \
  "SELECT id FROM \"release\" WHERE owner_person = ?1 "                        \
  "UNION SELECT id FROM \"release\" WHERE market_owner = ?1"

/* What meta says: which version the texts are of, and which kind is read and up
 * to which row.  Kinds are read from the last number to the first. */
#define KEY_VERSION "search-version"
#define KEY_CLASS   "search-class"
#define KEY_ROW     "search-row"

/* As many rows are read at one go as keep an edit waiting for some 50 ms. */
#define BATCH_SIZE 4000

static gboolean
read_number (SlipConnection *connection,
             const char *key,
             gint64 *number,
             GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, READ_STATE, error);

  *number = 0;
  if (statement == NULL)
    return FALSE;
  slip_bind_text (statement, 1, key);
  if (slip_connection_next (connection, statement, &local_error))
    *number = sqlite3_column_int64 (statement, 0);
  sqlite3_reset (statement);
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
write_number (SlipConnection *connection,
              const char *key,
              gint64 number,
              GError **error)
{
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, WRITE_STATE, error);

  if (statement == NULL)
    return FALSE;
  slip_bind_text (statement, 1, key);
  sqlite3_bind_int64 (statement, 2, number);
  return slip_connection_finish (connection, statement, error);
}

gboolean
slip_search_index_read_state (SlipConnection *connection,
                              SlipSearchState *state,
                              GError **error)
{
  return read_number (connection, KEY_VERSION, &state->version, error) &&
         read_number (connection, KEY_CLASS, &state->class_, error) &&
         read_number (connection, KEY_ROW, &state->row, error);
}

static gboolean
write_state (SlipConnection *connection,
             const SlipSearchState *state,
             GError **error)
{
  return write_number (connection, KEY_VERSION, state->version, error) &&
         write_number (connection, KEY_CLASS, state->class_, error) &&
         write_number (connection, KEY_ROW, state->row, error);
}

gboolean
slip_search_index_reset (SlipConnection *connection, GError **error)
{
  const SlipSearchState state = { SLIP_SEARCH_TEXT_VERSION,
                                  SLIP_SEARCH_CLASS_END - 1, 0 };

  return slip_connection_run (connection, DROP, error) &&
         slip_connection_run (connection, CREATE, error) &&
         write_state (connection, &state, error);
}

gboolean
slip_search_index_begin_whole (SlipConnection *connection, GError **error)
{
  const SlipSearchState state = { SLIP_SEARCH_TEXT_VERSION, 0, 0 };

  return write_state (connection, &state, error);
}

gboolean
slip_search_index_prepare (SlipConnection *connection, GError **error)
{
  if (slip_connection_prepare (connection, DELETE, NULL) != NULL)
    return TRUE;
  if (!slip_connection_begin (connection, error))
    return FALSE;
  if (slip_search_index_reset (connection, error))
    return slip_connection_commit (connection, error);
  slip_connection_rollback (connection);
  return FALSE;
}

static gboolean
delete_place (SlipConnection *connection, gint64 place, GError **error)
{
  sqlite3_stmt *statement = slip_connection_prepare (connection, DELETE, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, place);
  return slip_connection_finish (connection, statement, error);
}

/* Writes what @row says at @place, where nothing is. */
static gboolean
insert_row (SlipConnection *connection,
            const SlipRow *row,
            gint64 place,
            GError **error)
{
  g_auto (SlipSearchDocument) document = { NULL };
  sqlite3_stmt *statement = NULL;

  if (!slip_search_document_read (connection, row, &document, error))
    return FALSE;
  if (slip_search_document_is_empty (&document))
    return TRUE;
  statement = slip_connection_prepare (connection, INSERT, error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, place);
  slip_bind_text (statement, 2, document.title);
  slip_bind_text (statement, 3, document.body);
  slip_bind_text (statement, 4, document.names);
  slip_bind_text (statement, 5, document.pairs);
  return slip_connection_finish (connection, statement, error);
}

/* Indexes the row called @id as it is now, if it is there. */
static gboolean
renew_row (SlipConnection *connection,
           SlipKind kind,
           const char *id,
           GError **error)
{
  g_autoptr (GError) local_error = NULL;
  gint64 number = 0;
  g_autoptr (SlipRow) row =
    slip_search_document_read_row (connection, kind, id, &number, &local_error);
  gint64 place = SLIP_SEARCH_PLACE (slip_search_text_get_class (kind), number);

  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return FALSE;
  }
  return row == NULL || (delete_place (connection, place, error) &&
                         insert_row (connection, row, place, error));
}

/* An index that is damaged must not keep anybody from working: it is made anew.
 * Takes @index_error. */
static gboolean
recover (SlipConnection *connection, GError *index_error, GError **error)
{
  if (!g_error_matches (index_error, SLIP_STORE_ERROR,
                        SLIP_STORE_ERROR_CORRUPT)) {
    g_propagate_error (error, index_error);
    return FALSE;
  }
  g_debug ("The index is made anew: %s", index_error->message);
  g_error_free (index_error);
  return slip_search_index_reset (connection, error);
}

static gboolean
forget (SlipConnection *connection, const GPtrArray *changes, GError **error)
{
  for (guint i = 0; i < changes->len; i++) {
    const SlipChange *change = g_ptr_array_index (changes, i);
    guint class_ = slip_search_text_get_class (change->kind);
    g_autoptr (GError) local_error = NULL;
    g_autoptr (SlipRow) row = NULL;
    gint64 number = 0;

    if (change->type != SLIP_CHANGE_DELETE || class_ == 0)
      continue;
    row = slip_search_document_read_row (connection, change->kind, change->id,
                                         &number, &local_error);
    if (local_error != NULL) {
      g_propagate_error (error, g_steal_pointer (&local_error));
      return FALSE;
    }
    if (row != NULL &&
        !delete_place (connection, SLIP_SEARCH_PLACE (class_, number), error))
      return FALSE;
  }
  return TRUE;
}

gboolean
slip_search_index_forget (SlipConnection *connection,
                          const GPtrArray *changes,
                          GError **error)
{
  GError *index_error = NULL;

  return forget (connection, changes, &index_error) ||
         recover (connection, index_error, error);
}

/* What has to be indexed anew: for each kind a set of ids. */
typedef struct {
  GHashTable *ids[SLIP_N_KINDS];
} Touched;

static void
touched_clear (Touched *self)
{
  for (guint i = 0; i < SLIP_N_KINDS; i++)
    g_clear_pointer (&self->ids[i], g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Touched, touched_clear)

static void
touch (Touched *self, SlipKind kind, const char *id)
{
  if (self->ids[kind] == NULL)
    self->ids[kind] =
      g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_hash_table_add (self->ids[kind], g_strdup (id));
}

static gboolean
touch_releases (Touched *self,
                SlipConnection *connection,
                const char *sql,
                const char *id,
                GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = slip_connection_prepare (connection, sql, error);

  if (statement == NULL)
    return FALSE;
  slip_bind_text (statement, 1, id);
  while (slip_connection_next (connection, statement, &local_error))
    touch (self, SLIP_KIND_RELEASE, slip_column_text (statement, 0));
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* A release is found by the names of its product and its owners. */
static gboolean
touch_named (Touched *self,
             SlipConnection *connection,
             const SlipChange *change,
             GError **error)
{
  if (change->kind == SLIP_KIND_PRODUCT &&
      (change->property == SLIP_PRODUCT_NAME ||
       change->property == SLIP_PRODUCT_SHORT_NAME))
    return touch_releases (self, connection, RELEASES_OF_PRODUCT, change->id,
                           error);
  if (change->kind == SLIP_KIND_PERSON && change->property == SLIP_PERSON_NAME)
    return touch_releases (self, connection, RELEASES_OF_PERSON, change->id,
                           error);
  return TRUE;
}

static gboolean
touch_all (Touched *self,
           SlipConnection *connection,
           const GPtrArray *changes,
           GError **error)
{
  for (guint i = 0; i < changes->len; i++) {
    const SlipChange *change = g_ptr_array_index (changes, i);

    if (change->type != SLIP_CHANGE_SET ||
        !slip_search_text_has_property (change->kind, change->property))
      continue;
    touch (self, change->kind, change->id);
    if (!touch_named (self, connection, change, error))
      return FALSE;
  }
  return TRUE;
}

static gboolean
renew_touched (Touched *self, SlipConnection *connection, GError **error)
{
  GHashTableIter iter;
  gpointer id;

  for (guint i = 0; i < SLIP_N_KINDS; i++) {
    if (self->ids[i] == NULL)
      continue;
    g_hash_table_iter_init (&iter, self->ids[i]);
    while (g_hash_table_iter_next (&iter, &id, NULL))
      if (!renew_row (connection, (SlipKind) i, id, error))
        return FALSE;
  }
  return TRUE;
}

gboolean
slip_search_index_renew (SlipConnection *connection,
                         const GPtrArray *changes,
                         GError **error)
{
  g_auto (Touched) touched = { { NULL } };
  GError *index_error = NULL;

  return (touch_all (&touched, connection, changes, &index_error) &&
          renew_touched (&touched, connection, &index_error)) ||
         recover (connection, index_error, error);
}

/* Reads up to @n rows of the kind that is read now; goes on to the next kind if
 * there are no more. */
static gboolean
read_some (SlipConnection *connection,
           SlipSearchState *state,
           int *n,
           GError **error)
{
  SlipKind kind = slip_search_text_get_kind ((guint) state->class_);
  g_autoptr (GArray) rows = NULL;

  if (kind != SLIP_KIND_NONE) {
    rows = slip_table_read_after (connection, kind, state->row, *n, error);
    if (rows == NULL)
      return FALSE;
  }
  for (guint i = 0; rows != NULL && i < rows->len; i++) {
    const SlipPlacedRow *placed = &g_array_index (rows, SlipPlacedRow, i);
    gint64 place = SLIP_SEARCH_PLACE (state->class_, placed->number);

    state->row = placed->number;
    if (!delete_place (connection, place, error) ||
        !insert_row (connection, placed->row, place, error))
      return FALSE;
  }
  *n -= rows != NULL ? (int) rows->len : 0;
  if (*n == 0)
    return TRUE;
  state->class_--;
  state->row = 0;
  return TRUE;
}

static gboolean
read_batch (SlipConnection *connection, SlipSearchState *state, GError **error)
{
  int n = BATCH_SIZE;

  while (n > 0 && state->class_ > 0)
    if (!read_some (connection, state, &n, error))
      return FALSE;
  return write_state (connection, state, error);
}

static gboolean
begin_anew_if_older (SlipConnection *connection,
                     SlipSearchState *state,
                     GError **error)
{
  return slip_search_index_read_state (connection, state, error) &&
         (state->version == SLIP_SEARCH_TEXT_VERSION ||
          (slip_search_index_reset (connection, error) &&
           slip_search_index_read_state (connection, state, error)));
}

static gboolean
build (SlipConnection *connection, GError **error)
{
  GError *index_error = NULL;
  SlipSearchState state;

  if (!begin_anew_if_older (connection, &state, error))
    return FALSE;
  return state.class_ == 0 || read_batch (connection, &state, &index_error) ||
         recover (connection, index_error, error);
}

gboolean
slip_search_index_build (SlipConnection *connection,
                         gboolean is_anew,
                         double *fraction,
                         GError **error)
{
  if (!slip_connection_begin (connection, error))
    return FALSE;
  if ((!is_anew || slip_search_index_reset (connection, error)) &&
      build (connection, error))
    return slip_connection_commit (connection, error) &&
           slip_search_index_read_fraction (connection, fraction, error);
  slip_connection_rollback (connection);
  return FALSE;
}

typedef struct {
  gint64 n_read;
  gint64 n_all;
} Count;

/* The numbers of rows of a kind are near enough to how many there are. */
static gboolean
add_rows (SlipConnection *connection,
          const SlipSearchState *state,
          guint class_,
          Count *count,
          GError **error)
{
  SlipKind kind = slip_search_text_get_kind (class_);
  gint64 last;

  if (kind == SLIP_KIND_NONE)
    return TRUE;
  if (!slip_connection_read_integer (
        connection, slip_table_sql_select_last (connection->sql, kind), &last,
        error))
    return FALSE;
  count->n_all += last;
  if (class_ > state->class_)
    count->n_read += last;
  else if (class_ == state->class_)
    count->n_read += MIN (state->row, last);
  return TRUE;
}

gboolean
slip_search_index_read_fraction (SlipConnection *connection,
                                 double *fraction,
                                 GError **error)
{
  Count count = { 0, 0 };
  SlipSearchState state;

  *fraction = 0;
  if (!slip_search_index_read_state (connection, &state, error))
    return FALSE;
  if (state.version != SLIP_SEARCH_TEXT_VERSION)
    return TRUE;
  for (guint i = 1; state.class_ > 0 && i < SLIP_SEARCH_CLASS_END; i++)
    if (!add_rows (connection, &state, i, &count, error))
      return FALSE;
  /* Only what is finished is 1. */
  if (state.class_ == 0)
    *fraction = 1;
  else if (count.n_all > 0)
    *fraction = MIN ((double) count.n_read / (double) count.n_all, 0.999);
  return TRUE;
}
