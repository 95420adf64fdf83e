/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-observed-table.h"

#include <string.h>

#define COLUMNS                                                                \
  "type, \"release\", audience, state, state_word, text, owner, knows, "       \
  "stated_release_date, done, total, flag, environment, is_on, share, stage, " \
  "criterion, value, unit, freeze_first, freeze_last, updated_at, url"
#define SELECT                                                                 \
  "SELECT id, feed, key, since, until, " COLUMNS " FROM observation "

/* Columns of SELECT, and parameters of INSERT where those of COLUMNS begin. */
#define FIRST_COLUMN    5
#define FIRST_PARAMETER 4

#define SELECT_PRESENT SELECT "WHERE until IS NULL ORDER BY feed, id"
#define SELECT_FEED    SELECT "WHERE feed = ?1 AND until IS NULL ORDER BY id"
#define SELECT_ALL     SELECT "ORDER BY feed, id"
#define SELECT_PAST                                                            \
  SELECT "WHERE feed = ?1 ORDER BY since DESC, id DESC LIMIT ?2"
#define SELECT_PAST_KEY                                                        \
  SELECT "WHERE feed = ?1 AND key = ?3 ORDER BY since DESC, id DESC LIMIT ?2"
#define INSERT                                                                 \
  "INSERT INTO observation (feed, key, since, " COLUMNS ") VALUES (?1, ?2, "   \
  "?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18, "  \
  "?19, ?20, ?21, ?22, ?23, ?24, ?25, ?26)"
#define CLOSE "UPDATE observation SET until = max (since, ?2) WHERE id = ?1"
#define TOUCH "UPDATE observation SET updated_at = ?2 WHERE id = ?1"
#define SELECT_ITEMS                                                           \
  "SELECT title, state, owner, due_date, url FROM observation_item "           \
  "WHERE observation = ?1 ORDER BY ordinal"
#define INSERT_ITEM                                                            \
  "INSERT INTO observation_item (observation, ordinal, title, state, owner, "  \
  "due_date, url) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)"

static const char *const types[] = {
  [SLIP_OBSERVATION_STATUS] = "status",
  [SLIP_OBSERVATION_FLAG] = "flag",
  [SLIP_OBSERVATION_CRITERION] = "criterion",
  [SLIP_OBSERVATION_FREEZE] = "freeze",
};

void
slip_observed_row_free (SlipObservedRow *self)
{
  g_free (self->feed);
  g_free (self->key);
  g_clear_pointer (&self->observation, slip_observation_unref);
  g_free (self);
}

static SlipObservationType
find_type (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (types); i++)
    if (g_strcmp0 (types[i], name) == 0)
      return (SlipObservationType) i;
  return SLIP_OBSERVATION_STATUS;
}

static char *
dup_text (sqlite3_stmt *statement, int column)
{
  return g_strdup (slip_column_text (statement, column));
}

static SlipSaid
read_said (sqlite3_stmt *statement, int column)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return SLIP_SAID_NOTHING;
  return sqlite3_column_int (statement, column) != 0 ? SLIP_SAID_YES
                                                     : SLIP_SAID_NO;
}

static gint64
read_integer (sqlite3_stmt *statement, int column, gint64 otherwise)
{
  if (sqlite3_column_type (statement, column) == SQLITE_NULL)
    return otherwise;
  return sqlite3_column_int64 (statement, column);
}

static SlipDate
read_date (SlipObservedRow *row, sqlite3_stmt *statement, int column)
{
  const char *text = slip_column_text (statement, column);
  SlipDate date = text != NULL ? slip_date_parse (text) : SLIP_DATE_NONE;

  row->is_sound &= (text != NULL) == slip_date_is_set (date);
  return date;
}

static SlipObservedState
read_state (SlipObservedRow *row, sqlite3_stmt *statement, int column)
{
  const char *text = slip_column_text (statement, column);
  SlipObservedState state =
    text != NULL ? slip_observed_state_find (text) : SLIP_OBSERVED_UNKNOWN;

  row->is_sound &= g_strcmp0 (text, slip_observed_state_get_nick (state)) == 0;
  return state;
}

/* In the order of COLUMNS. */
static void
read_observation (SlipObservedRow *row, sqlite3_stmt *statement, int column)
{
  SlipObservation *self =
    slip_observation_new (find_type (slip_column_text (statement, column++)));
  SlipDate first;

  row->observation = self;
  self->release = dup_text (statement, column++);
  self->audience = dup_text (statement, column++);
  self->state = read_state (row, statement, column++);
  self->state_word = dup_text (statement, column++);
  self->text = dup_text (statement, column++);
  self->owner = dup_text (statement, column++);
  self->knows = read_said (statement, column++);
  self->stated_release_date = read_date (row, statement, column++);
  self->done = read_integer (statement, column++, SLIP_OBSERVED_NO_COUNT);
  self->total = read_integer (statement, column++, SLIP_OBSERVED_NO_COUNT);
  self->flag = dup_text (statement, column++);
  self->environment = dup_text (statement, column++);
  self->is_on = read_said (statement, column++);
  self->share =
    (int) read_integer (statement, column++, SLIP_OBSERVED_NO_SHARE);
  self->stage = dup_text (statement, column++);
  self->criterion = dup_text (statement, column++);
  self->value = sqlite3_column_double (statement, column++);
  self->unit = dup_text (statement, column++);
  first = read_date (row, statement, column++);
  self->freeze = slip_range_new (first, read_date (row, statement, column++));
  self->updated_at_ms = read_integer (statement, column++, 0);
  self->url = dup_text (statement, column);
}

static gboolean
read_items (SlipConnection *connection, SlipObservedRow *row, GError **error)
{
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, SELECT_ITEMS, error);
  g_autoptr (GError) local_error = NULL;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row->id);
  while (slip_connection_next (connection, statement, &local_error)) {
    SlipObservedItem *item = slip_observed_item_new ();

    item->title = dup_text (statement, 0);
    item->state = read_state (row, statement, 1);
    item->owner = dup_text (statement, 2);
    item->due_date = read_date (row, statement, 3);
    item->url = dup_text (statement, 4);
    g_ptr_array_add (row->observation->items, item);
  }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static SlipObservedRow *
read_row (SlipConnection *connection, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (SlipObservedRow) row = g_new0 (SlipObservedRow, 1);

  row->id = sqlite3_column_int64 (statement, 0);
  row->feed = dup_text (statement, 1);
  row->key = dup_text (statement, 2);
  row->since_ms = sqlite3_column_int64 (statement, 3);
  row->until_ms = read_integer (statement, 4, 0);
  row->is_sound = TRUE;
  read_observation (row, statement, FIRST_COLUMN);
  if (!read_items (connection, row, error))
    return NULL;
  return g_steal_pointer (&row);
}

static GPtrArray *
read_rows (SlipConnection *connection, sqlite3_stmt *statement, GError **error)
{
  g_autoptr (GPtrArray) rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_observed_row_free);
  g_autoptr (GError) local_error = NULL;

  while (slip_connection_next (connection, statement, &local_error)) {
    SlipObservedRow *row = read_row (connection, statement, &local_error);

    if (row == NULL)
      break;
    g_ptr_array_add (rows, row);
  }
  sqlite3_reset (statement);
  if (local_error == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

GPtrArray *
slip_observed_table_read (SlipConnection *connection,
                          const char *feed,
                          GError **error)
{
  sqlite3_stmt *statement =
    slip_connection_prepare (connection,
                             feed != NULL ? SELECT_FEED : SELECT_PRESENT,
                             error);

  if (statement == NULL)
    return NULL;
  if (feed != NULL)
    slip_bind_text (statement, 1, feed);
  return read_rows (connection, statement, error);
}

GPtrArray *
slip_observed_table_read_all (SlipConnection *connection, GError **error)
{
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, SELECT_ALL, error);

  return statement != NULL ? read_rows (connection, statement, error) : NULL;
}

GPtrArray *
slip_observed_table_read_past (SlipConnection *connection,
                               const char *feed,
                               const char *key,
                               guint limit,
                               GError **error)
{
  sqlite3_stmt *statement =
    slip_connection_prepare (connection,
                             key != NULL ? SELECT_PAST_KEY : SELECT_PAST,
                             error);

  if (statement == NULL)
    return NULL;
  slip_bind_text (statement, 1, feed);
  sqlite3_bind_int64 (statement, 2, limit);
  if (key != NULL)
    slip_bind_text (statement, 3, key);
  return read_rows (connection, statement, error);
}

/* Integers and texts that are not said stay unbound, which is NULL. */
static void
bind_said (sqlite3_stmt *statement, int parameter, SlipSaid said)
{
  if (said != SLIP_SAID_NOTHING)
    sqlite3_bind_int (statement, parameter, said == SLIP_SAID_YES);
}

static void
bind_integer (sqlite3_stmt *statement,
              int parameter,
              gint64 integer,
              gint64 nothing)
{
  if (integer != nothing)
    sqlite3_bind_int64 (statement, parameter, integer);
}

static void
bind_date (sqlite3_stmt *statement, int parameter, SlipDate date)
{
  char text[SLIP_DATE_TEXT_SIZE];

  if (slip_date_is_set (date))
    sqlite3_bind_text (statement, parameter, slip_date_print (date, text), -1,
                       SQLITE_TRANSIENT);
}

static void
bind_observation (sqlite3_stmt *statement,
                  int parameter,
                  const SlipObservation *self)
{
  slip_bind_text (statement, parameter++, types[self->type]);
  slip_bind_text (statement, parameter++, self->release);
  slip_bind_text (statement, parameter++, self->audience);
  slip_bind_text (statement, parameter++,
                  slip_observed_state_get_nick (self->state));
  slip_bind_text (statement, parameter++, self->state_word);
  slip_bind_text (statement, parameter++, self->text);
  slip_bind_text (statement, parameter++, self->owner);
  bind_said (statement, parameter++, self->knows);
  bind_date (statement, parameter++, self->stated_release_date);
  bind_integer (statement, parameter++, self->done, SLIP_OBSERVED_NO_COUNT);
  bind_integer (statement, parameter++, self->total, SLIP_OBSERVED_NO_COUNT);
  slip_bind_text (statement, parameter++, self->flag);
  slip_bind_text (statement, parameter++, self->environment);
  bind_said (statement, parameter++, self->is_on);
  bind_integer (statement, parameter++, self->share, SLIP_OBSERVED_NO_SHARE);
  slip_bind_text (statement, parameter++, self->stage);
  slip_bind_text (statement, parameter++, self->criterion);
  if (self->type == SLIP_OBSERVATION_CRITERION)
    sqlite3_bind_double (statement, parameter, self->value);
  parameter++;
  slip_bind_text (statement, parameter++, self->unit);
  bind_date (statement, parameter++, self->freeze.first);
  bind_date (statement, parameter++, self->freeze.last);
  bind_integer (statement, parameter++, self->updated_at_ms, 0);
  slip_bind_text (statement, parameter, self->url);
}

static gboolean
insert_item (SlipConnection *connection,
             gint64 observation,
             guint ordinal,
             const SlipObservedItem *item,
             GError **error)
{
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, INSERT_ITEM, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, observation);
  sqlite3_bind_int64 (statement, 2, ordinal);
  slip_bind_text (statement, 3, item->title);
  slip_bind_text (statement, 4, slip_observed_state_get_nick (item->state));
  slip_bind_text (statement, 5, item->owner);
  bind_date (statement, 6, item->due_date);
  slip_bind_text (statement, 7, item->url);
  return slip_connection_finish (connection, statement, error);
}

/* What all rows of one replacement have in common. */
typedef struct {
  SlipConnection *connection;
  const char *feed;
  gint64 at_ms;
} Writing;

static gboolean
insert (const Writing *writing,
        const char *key,
        const SlipObservation *observation,
        GError **error)
{
  SlipConnection *connection = writing->connection;
  sqlite3_stmt *statement = slip_connection_prepare (connection, INSERT, error);
  gint64 id;

  if (statement == NULL)
    return FALSE;
  slip_bind_text (statement, 1, writing->feed);
  slip_bind_text (statement, 2, key);
  sqlite3_bind_int64 (statement, 3, writing->at_ms);
  bind_observation (statement, FIRST_PARAMETER, observation);
  if (!slip_connection_finish (connection, statement, error))
    return FALSE;
  id = sqlite3_last_insert_rowid (connection->db);
  for (guint i = 0; i < observation->items->len; i++)
    if (!insert_item (connection, id, i, observation->items->pdata[i], error))
      return FALSE;
  return TRUE;
}

/* @sql: sets something of row ?1 to ?2 */
static gboolean
set_time (const Writing *writing,
          const char *sql,
          const SlipObservedRow *row,
          gint64 time_ms,
          GError **error)
{
  sqlite3_stmt *statement =
    slip_connection_prepare (writing->connection, sql, error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, row->id);
  if (time_ms != 0)
    sqlite3_bind_int64 (statement, 2, time_ms);
  return slip_connection_finish (writing->connection, statement, error);
}

/* Changes what @row has to what is said of the same now. */
static gboolean
renew (const Writing *writing,
       SlipObservedRow *row,
       const SlipObservation *observation,
       GError **error)
{
  gint64 updated_at_ms = row->observation->updated_at_ms;

  row->observation->updated_at_ms = observation->updated_at_ms;
  if (!slip_observation_equal (row->observation, observation))
    return set_time (writing, CLOSE, row, writing->at_ms, error) &&
           insert (writing, row->key, observation, error);
  return updated_at_ms == observation->updated_at_ms ||
         set_time (writing, TOUCH, row, observation->updated_at_ms, error);
}

/* Writes the last of @observations about each thing, and takes what is said
 * again out of @present. */
static gboolean
write_said (const Writing *writing,
            GHashTable *present,
            const GPtrArray *observations,
            GError **error)
{
  g_autoptr (GHashTable) seen =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < observations->len; i++)
    g_hash_table_insert (seen,
                         slip_observation_dup_key (observations->pdata[i]),
                         observations->pdata[i]);
  for (guint i = 0; i < observations->len; i++) {
    g_autofree char *key = slip_observation_dup_key (observations->pdata[i]);
    g_autofree char *last_key = NULL;
    g_autoptr (SlipObservedRow) row = NULL;
    gpointer last;

    if (!g_hash_table_steal_extended (seen, key, (gpointer *) &last_key, &last))
      continue;
    g_hash_table_steal_extended (present, key, NULL, (gpointer *) &row);
    if (row != NULL ? !renew (writing, row, last, error)
                    : !insert (writing, key, last, error))
      return FALSE;
  }
  return TRUE;
}

gboolean
slip_observed_table_replace (SlipConnection *connection,
                             const char *feed,
                             const GPtrArray *observations,
                             gint64 at_ms,
                             GError **error)
{
  const Writing writing = { connection, feed, at_ms };
  g_autoptr (GPtrArray) rows =
    slip_observed_table_read (connection, feed, error);
  g_autoptr (GHashTable) present =
    g_hash_table_new_full (g_str_hash, g_str_equal, NULL,
                           (GDestroyNotify) slip_observed_row_free);
  GHashTableIter iter;
  gpointer row;

  if (rows == NULL)
    return FALSE;
  g_ptr_array_set_free_func (rows, NULL);
  for (guint i = 0; i < rows->len; i++) {
    SlipObservedRow *known = rows->pdata[i];

    g_hash_table_insert (present, known->key, known);
  }
  if (!write_said (&writing, present, observations, error))
    return FALSE;
  g_hash_table_iter_init (&iter, present);
  while (g_hash_table_iter_next (&iter, NULL, &row))
    if (!set_time (&writing, CLOSE, row, at_ms, error))
      return FALSE;
  return TRUE;
}
