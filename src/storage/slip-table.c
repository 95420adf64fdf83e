/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-table.h"

#include "slip-table-sql.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* As many characters of an id as its hash is made from. */
#define ID_START 8

/* Says what the pointer is that a statement hands to slip_take_row(). */
#define TAKING "slip-taking"

/* The most columns: id, owner and properties. */
#define MAX_COLUMNS (2 + SLIP_ROW_MAX_PROPERTIES)

static void
bind_date (sqlite3_stmt *statement, int parameter, SlipDate date)
{
  char text[SLIP_DATE_TEXT_SIZE];

  sqlite3_bind_text (statement, parameter, slip_date_print (date, text), -1,
                     SQLITE_TRANSIENT);
}

void
slip_table_bind_value (sqlite3_stmt *statement,
                       int parameter,
                       const SlipProperty *property,
                       const SlipValue *value)
{
  if (value->type == SLIP_VALUE_NONE) {
    sqlite3_bind_null (statement, parameter);
    return;
  }
  switch (property->type) {
  case SLIP_PROPERTY_TEXT:
  case SLIP_PROPERTY_REFERENCE:
    slip_bind_text (statement, parameter, slip_value_get_text (value));
    break;
  case SLIP_PROPERTY_INTEGER:
  case SLIP_PROPERTY_BOOLEAN:
  case SLIP_PROPERTY_INSTANT:
    sqlite3_bind_int64 (statement, parameter, slip_value_get_integer (value));
    break;
  case SLIP_PROPERTY_ENUM:
    slip_bind_text (statement, parameter,
                    property->values[slip_value_get_integer (value)].nick);
    break;
  case SLIP_PROPERTY_DATE:
    bind_date (statement, parameter, slip_value_get_date (value));
    break;
  }
}

/* That a cell is safe in one thread alone is enough: a connection is used by
 * one. */
static const char *
get_text (sqlite3_value *cell)
{
  return (const char *) sqlite3_value_text (cell);
}

static SlipValue
read_text (sqlite3_value *cell, const SlipProperty *property)
{
  const char *text = get_text (cell);

  switch (property->type) {
  case SLIP_PROPERTY_ENUM:
    return slip_value_new_integer (slip_enum_find (property->values, text));
  case SLIP_PROPERTY_DATE:
    return slip_value_new_date (slip_date_parse (text));
  case SLIP_PROPERTY_TEXT:
  case SLIP_PROPERTY_REFERENCE:
  case SLIP_PROPERTY_INTEGER:
  case SLIP_PROPERTY_BOOLEAN:
  case SLIP_PROPERTY_INSTANT:
    return slip_value_new_text (text);
  }
  g_assert_not_reached ();
}

/* What the file has, in the form of memory; none for what has no such form. */
static SlipValue
read_form (sqlite3_value *cell, int type, const SlipProperty *property)
{
  switch (type) {
  case SQLITE_TEXT:
    return read_text (cell, property);
  case SQLITE_INTEGER:
    return slip_value_new_integer (sqlite3_value_int64 (cell));
  default:
    return SLIP_VALUE_INIT;
  }
}

/* A word or a day that was understood is one that may be kept. */
static gboolean
text_is_sound (const SlipProperty *property, const SlipValue *value)
{
  switch (property->type) {
  case SLIP_PROPERTY_ENUM:
    return value->integer >= 0;
  case SLIP_PROPERTY_DATE:
    return value->type != SLIP_VALUE_NONE;
  case SLIP_PROPERTY_TEXT:
  case SLIP_PROPERTY_REFERENCE:
  case SLIP_PROPERTY_INTEGER:
  case SLIP_PROPERTY_BOOLEAN:
  case SLIP_PROPERTY_INSTANT:
    return value->type != SLIP_VALUE_NONE &&
           slip_property_check (property, value, NULL);
  }
  g_assert_not_reached ();
}

/* @type is that of the cell, which is not null. */
static gboolean
read_something (sqlite3_value *cell,
                int type,
                const SlipProperty *property,
                SlipValue *value)
{
  *value = read_form (cell, type, property);
  if (type == SQLITE_TEXT ? text_is_sound (property, value)
                          : value->type != SLIP_VALUE_NONE &&
                              slip_property_check (property, value, NULL))
    return TRUE;
  slip_value_clear (value);
  *value = slip_property_get_default (property);
  return FALSE;
}

gboolean
slip_table_read_value (sqlite3_stmt *statement,
                       int column,
                       const SlipProperty *property,
                       SlipValue *value)
{
  sqlite3_value *cell = sqlite3_column_value (statement, column);
  int type = sqlite3_value_type (cell);

  if (type != SQLITE_NULL)
    return read_something (cell, type, property, value);
  *value = slip_property_get_default (property);
  return value->type == SLIP_VALUE_NONE;
}

/* The beginning of an id is random enough to tell the few that are known, and
 * every reference of a large plan is looked up. */
static guint
hash_id (gconstpointer id)
{
  const guchar *text = id;
  guint hash = 5381;

  for (guint i = 0; i < ID_START && text[i] != '\0'; i++)
    hash = hash * 33 + text[i];
  return hash;
}

static void
free_value (gpointer value)
{
  slip_value_clear (value);
  g_free (value);
}

/* What is at hand while the rows of a kind are read. */
typedef struct {
  SlipKind kind;
  GHashTable *known; /* text of a reference → SlipValue */
  SlipValue *last;   /* of each property: the last text or word, or none */
  SlipValue *values; /* where to put the values until the row takes them */
} Reader;

static Reader *
reader_new (SlipKind kind)
{
  const SlipKindInfo *info = slip_schema_get (kind);
  Reader *self = g_new (Reader, 1);

  self->kind = kind;
  self->known = g_hash_table_new_full (hash_id, g_str_equal, NULL, free_value);
  self->last = g_new0 (SlipValue, info->n_properties);
  self->values = g_new (SlipValue, info->n_properties);
  return self;
}

static void
reader_free (Reader *self)
{
  guint n = slip_schema_get (self->kind)->n_properties;

  for (guint i = 0; i < n; i++)
    slip_value_clear (&self->last[i]);
  g_hash_table_unref (self->known);
  g_free (self->last);
  g_free (self->values);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Reader, reader_free)

/* Reads what @cell refers to.  Many rows refer to the same: the first time the
 * text is checked and kept in @known, from then on it is shared. */
static void
read_reference (Reader *self,
                sqlite3_value *cell,
                int type,
                const SlipProperty *property,
                SlipValue *value)
{
  const char *text = get_text (cell);
  SlipValue *shared =
    text != NULL ? g_hash_table_lookup (self->known, text) : NULL;

  if (shared != NULL) {
    *value = slip_value_copy (shared);
    return;
  }
  read_something (cell, type, property, value);
  if (value->type == SLIP_VALUE_NONE)
    return;
  shared = g_new (SlipValue, 1);
  *shared = slip_value_copy (value);
  g_hash_table_insert (self->known, shared->text, shared);
}

/* What an import or a template wrote is often the same in row after row; the
 * rows share it then.  @last is the text of the last row that had one. */
static void
read_own_text (sqlite3_value *cell,
               const SlipProperty *property,
               SlipValue *last,
               SlipValue *value)
{
  if (last->type == SLIP_VALUE_TEXT &&
      g_strcmp0 (last->text, get_text (cell)) == 0) {
    *value = slip_value_copy (last);
    return;
  }
  read_something (cell, SQLITE_TEXT, property, value);
  slip_value_clear (last);
  *last = slip_value_copy (value);
}

/* A word of those that @property may be.  Row after row has the same, too. */
static void
read_word (sqlite3_value *cell,
           const SlipProperty *property,
           SlipValue *last,
           SlipValue *value)
{
  if (last->type == SLIP_VALUE_INTEGER &&
      g_strcmp0 (property->values[last->integer].nick, get_text (cell)) == 0)
    *value = *last;
  else if (read_something (cell, SQLITE_TEXT, property, value))
    *last = *value;
}

/* Reads a row from its id, its owner, if the kind has one, and its properties.
 * Most cells are null, and asked for nothing but that. */
static SlipRow *
read_cells (Reader *self, sqlite3_value **cells)
{
  const SlipKindInfo *info = slip_schema_get (self->kind);
  int first = slip_table_get_first (self->kind) - 1;
  const char *owner = first == 2 ? get_text (cells[1]) : NULL;
  guint64 given = 0;

  for (guint i = 0; i < info->n_properties; i++) {
    const SlipProperty *property = &info->properties[i];
    sqlite3_value *cell = cells[first + (int) i];
    int type = sqlite3_value_type (cell);

    if (type == SQLITE_NULL)
      continue;
    given |= G_GUINT64_CONSTANT (1) << i;
    if (property->type == SLIP_PROPERTY_REFERENCE)
      read_reference (self, cell, type, property, &self->values[i]);
    else if (property->type == SLIP_PROPERTY_TEXT && type == SQLITE_TEXT)
      read_own_text (cell, property, &self->last[i], &self->values[i]);
    else if (property->type == SLIP_PROPERTY_ENUM && type == SQLITE_TEXT)
      read_word (cell, property, &self->last[i], &self->values[i]);
    else
      read_something (cell, type, property, &self->values[i]);
  }
  return slip_row_new_given (self->kind, get_text (cells[0]), owner,
                             self->values, given);
}

static SlipRow *
read_row (Reader *self, sqlite3_stmt *statement)
{
  int n = slip_table_get_first (self->kind) - 1 +
          (int) slip_schema_get (self->kind)->n_properties;
  sqlite3_value *cells[MAX_COLUMNS];

  for (int i = 0; i < n; i++)
    cells[i] = sqlite3_column_value (statement, i);
  return read_cells (self, cells);
}

/* Where slip_take_row() puts the rows. */
typedef struct {
  Reader *reader;
  GPtrArray *rows;
} Taking;

/* The SQL function slip_take_row(). */
static void
take_row_cb (sqlite3_context *context, int n_arguments, sqlite3_value **cells)
{
  Taking *taking = sqlite3_value_pointer (cells[0], TAKING);

  if (taking != NULL)
    g_ptr_array_add (taking->rows, read_cells (taking->reader, cells + 1));
}

int
slip_table_set_up (sqlite3 *db)
{
  return sqlite3_create_function_v2 (db, SLIP_TABLE_TAKE_ROW, -1,
                                     SQLITE_UTF8 | SQLITE_DIRECTONLY, NULL,
                                     take_row_cb, NULL, NULL, NULL);
}

static sqlite3_stmt *
prepare_taking (SlipConnection *connection,
                SlipKind kind,
                const char *owner,
                Taking *taking,
                GError **error)
{
  sqlite3_stmt *statement = slip_connection_prepare (
    connection,
    owner == NULL ? slip_table_sql_take (connection->sql, kind)
                  : slip_table_sql_take_owned (connection->sql, kind),
    error);

  if (statement == NULL)
    return NULL;
  if (owner != NULL)
    slip_bind_text (statement, 1, owner);
  sqlite3_bind_pointer (statement, 2, taking, TAKING, NULL);
  return statement;
}

/* An SQL function is handed all cells of a row at once.  To ask a statement for
 * each of its columns would take longer than to read what is in them. */
gboolean
slip_table_read (SlipConnection *connection,
                 SlipKind kind,
                 const char *owner,
                 GPtrArray *rows,
                 GError **error)
{
  g_autoptr (Reader) reader = reader_new (kind);
  Taking taking = { reader, rows };
  sqlite3_stmt *statement =
    prepare_taking (connection, kind, owner, &taking, error);

  return statement != NULL &&
         slip_connection_finish (connection, statement, error);
}

SlipRow *
slip_table_read_row (SlipKind kind, sqlite3_stmt *statement)
{
  g_autoptr (Reader) reader = reader_new (kind);

  return read_row (reader, statement);
}

static void
placed_row_clear (SlipPlacedRow *placed)
{
  slip_row_unref (placed->row);
}

GArray *
slip_table_read_after (SlipConnection *connection,
                       SlipKind kind,
                       gint64 number,
                       int n,
                       GError **error)
{
  g_autoptr (Reader) reader = reader_new (kind);
  g_autoptr (GArray) rows = g_array_new (FALSE, FALSE, sizeof (SlipPlacedRow));
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = slip_connection_prepare (
    connection, slip_table_sql_select_after (connection->sql, kind), error);

  if (statement == NULL)
    return NULL;
  g_array_set_clear_func (rows, (GDestroyNotify) placed_row_clear);
  sqlite3_bind_int64 (statement, 1, number);
  sqlite3_bind_int (statement, 2, n);
  while (slip_connection_next (connection, statement, &local_error)) {
    SlipPlacedRow placed = {
      read_row (reader, statement),
      sqlite3_column_int64 (statement, sqlite3_column_count (statement) - 1),
    };

    g_array_append_val (rows, placed);
  }
  if (local_error == NULL)
    return g_steal_pointer (&rows);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}

static gboolean
set_conflict (GError **error)
{
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_CONFLICT,
                       _ ("The plan is no longer as this change expects it"));
  return FALSE;
}

static void
bind_row (sqlite3_stmt *statement, const SlipRow *row)
{
  SlipKind kind = slip_row_get_kind (row);
  const SlipKindInfo *info = slip_schema_get (kind);
  int first = slip_table_get_first (kind);

  slip_bind_text (statement, 1, slip_row_get_id (row));
  if (first == 3)
    slip_bind_text (statement, 2, slip_row_get_owner (row));
  for (guint i = 0; i < info->n_properties; i++)
    slip_table_bind_value (statement, first + (int) i, &info->properties[i],
                           slip_row_peek (row, i));
}

gboolean
slip_table_insert (SlipConnection *connection,
                   const SlipRow *row,
                   GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
    slip_connection_prepare (connection,
                             slip_table_sql_insert (connection->sql,
                                                    slip_row_get_kind (row)),
                             error);

  if (statement == NULL)
    return FALSE;
  bind_row (statement, row);
  if (slip_connection_finish (connection, statement, &local_error))
    return TRUE;
  if (sqlite3_extended_errcode (connection->db) == SQLITE_CONSTRAINT_PRIMARYKEY)
    return set_conflict (error);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Runs a statement that must change exactly one row. */
static gboolean
change_one (SlipConnection *connection, sqlite3_stmt *statement, GError **error)
{
  if (!slip_connection_finish (connection, statement, error))
    return FALSE;
  return sqlite3_changes (connection->db) == 1 || set_conflict (error);
}

/* Makes @update, a statement that expects the old value of @change, expect what
 * the file has instead, if that is a value which the schema refuses and which
 * therefore reads as @change's old one.  So what was spoilt by hand is mended
 * by the next edit. */
static gboolean
expect_refused_value (SlipConnection *connection,
                      const SlipChange *change,
                      sqlite3_stmt *update)
{
  const SlipProperty *property =
    slip_schema_get_property (change->kind, change->property);
  int column = slip_table_get_first (change->kind) - 1 + (int) change->property;
  g_auto (SlipValue) value = SLIP_VALUE_INIT;
  sqlite3_stmt *row =
    slip_connection_prepare (connection,
                             slip_table_sql_select_one (connection->sql,
                                                        change->kind),
                             NULL);
  gboolean is_refused;

  if (row == NULL)
    return FALSE;
  slip_bind_text (row, 1, change->id);
  is_refused = slip_connection_next (connection, row, NULL) &&
               !slip_table_read_value (row, column, property, &value) &&
               slip_value_equal (&value, &change->old_value);
  if (is_refused)
    sqlite3_bind_value (update, 3, sqlite3_column_value (row, column));
  sqlite3_reset (row);
  return is_refused;
}

static void
bind_set (sqlite3_stmt *statement, const SlipChange *change)
{
  const SlipProperty *property =
    slip_schema_get_property (change->kind, change->property);

  slip_bind_text (statement, 1, change->id);
  slip_table_bind_value (statement, 2, property, &change->new_value);
  slip_table_bind_value (statement, 3, property, &change->old_value);
}

static gboolean
apply_set (SlipConnection *connection, const SlipChange *change, GError **error)
{
  sqlite3_stmt *statement = slip_connection_prepare (
    connection,
    slip_table_sql_update (connection->sql, change->kind, change->property),
    error);

  if (statement == NULL)
    return FALSE;
  bind_set (statement, change);
  if (!slip_connection_finish (connection, statement, error))
    return FALSE;
  if (sqlite3_changes (connection->db) == 1)
    return TRUE;
  bind_set (statement, change);
  if (!expect_refused_value (connection, change, statement))
    return set_conflict (error);
  return change_one (connection, statement, error);
}

static gboolean
apply_delete (SlipConnection *connection,
              const SlipChange *change,
              GError **error)
{
  g_autoptr (SlipRow) row =
    slip_row_new (change->kind, change->id, change->owner, NULL);
  sqlite3_stmt *statement = slip_connection_prepare (
    connection, slip_table_sql_delete (connection->sql, change->kind), error);

  if (statement == NULL)
    return FALSE;
  bind_row (statement, row);
  return change_one (connection, statement, error);
}

static gboolean
is_set_of (const SlipChange *change, const SlipChange *create)
{
  return change->type == SLIP_CHANGE_SET && change->kind == create->kind &&
         g_str_equal (change->id, create->id);
}

/* Creating an entity and setting its properties is one INSERT: makes that of
 * changes[first] and of those sets of the same entity which follow it. */
static gboolean
apply_create (SlipConnection *connection,
              const GPtrArray *changes,
              guint first,
              guint *next,
              GError **error)
{
  const SlipChange *create = g_ptr_array_index (changes, first);
  g_autoptr (SlipRow) row =
    slip_row_new (create->kind, create->id, create->owner, NULL);

  for (*next = first + 1; *next < changes->len; ++*next) {
    const SlipChange *set = g_ptr_array_index (changes, *next);
    SlipRow *with = NULL;

    if (!is_set_of (set, create))
      break;
    if (!slip_value_equal (slip_row_peek (row, set->property), &set->old_value))
      return set_conflict (error);
    with = slip_row_new_with (row, set->property, &set->new_value);
    slip_row_unref (row);
    row = with;
  }
  return slip_table_insert (connection, row, error);
}

static gboolean
check_change (const SlipChange *change, GError **error)
{
  gboolean has_owner = slip_schema_get (change->kind)->owner != SLIP_KIND_NONE;
  gboolean is_set = change->type == SLIP_CHANGE_SET;
  const SlipProperty *property = NULL;

  /* Every file has exactly one row of kind plan, made with the file. */
  if ((change->kind == SLIP_KIND_PLAN && !is_set) ||
      has_owner != (change->owner != NULL)) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                         _ ("This cannot be changed here"));
    return FALSE;
  }
  if (!is_set)
    return TRUE;
  property = slip_schema_get_property (change->kind, change->property);
  return slip_property_check (property, &change->old_value, error) &&
         slip_property_check (property, &change->new_value, error);
}

static gboolean
apply_next (SlipConnection *connection,
            const GPtrArray *changes,
            guint i,
            guint *next,
            GError **error)
{
  const SlipChange *change = g_ptr_array_index (changes, i);

  *next = i + 1;
  switch (change->type) {
  case SLIP_CHANGE_CREATE:
    return apply_create (connection, changes, i, next, error);
  case SLIP_CHANGE_DELETE:
    return apply_delete (connection, change, error);
  case SLIP_CHANGE_SET:
    return apply_set (connection, change, error);
  }
  g_assert_not_reached ();
}

gboolean
slip_table_apply (SlipConnection *connection,
                  const GPtrArray *changes,
                  GError **error)
{
  guint next;

  for (guint i = 0; i < changes->len; i++)
    if (!check_change (g_ptr_array_index (changes, i), error))
      return FALSE;
  for (guint i = 0; i < changes->len; i = next)
    if (!apply_next (connection, changes, i, &next, error))
      return FALSE;
  return TRUE;
}
