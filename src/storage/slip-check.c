/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-check.h"

#include "slip-observed-table.h"
#include "slip-search-check.h"
#include "slip-store.h"
#include "slip-summary.h"
#include "slip-table-sql.h"
#include "slip-table.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* One number that orders all changes of a file. */
#define POSITION "max (step * 4294967296 + ordinal)"

typedef struct {
  SlipConnection *connection;
  GPtrArray *faults;
  GHashTable *deleted;
} Check;

typedef void (*CheckRowFunc) (Check *self, sqlite3_stmt *statement);

static void
clear_check (Check *self)
{
  g_clear_pointer (&self->faults, g_ptr_array_unref);
  g_clear_pointer (&self->deleted, g_hash_table_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Check, clear_check)

static void
take_fault (Check *self, char *fault)
{
  g_ptr_array_add (self->faults, fault);
}

/* Calls @func for each row of @sql.  That a part of the file cannot be read is
 * a fault like others; what is wrong beside the file ends the check. */
static gboolean
check_rows (Check *self, const char *sql, CheckRowFunc func, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
    slip_connection_prepare (self->connection, sql, &local_error);

  while (statement != NULL &&
         slip_connection_next (self->connection, statement, &local_error))
    func (self, statement);
  if (local_error == NULL)
    return TRUE;
  if (g_error_matches (local_error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_CORRUPT))
    take_fault (self, g_strdup (local_error->message));
  else
    g_propagate_error (error, g_steal_pointer (&local_error));
  return *error == NULL;
}

static void
integrity_row (Check *self, sqlite3_stmt *statement)
{
  const char *text = slip_column_text (statement, 0);

  if (g_strcmp0 (text, "ok") != 0)
    take_fault (self, g_strdup_printf (_ ("The file is damaged: %s"), text));
}

static void
reference_row (Check *self, sqlite3_stmt *statement)
{
  take_fault (self,
              g_strdup_printf (_ ("Row %s of table %s refers to a %s that "
                                  "is not there"),
                               slip_column_text (statement, 1),
                               slip_column_text (statement, 0),
                               slip_column_text (statement, 2)));
}

/* Whether the schema allows all values of the row, which is of @kind. */
static void
check_values (Check *self, SlipKind kind, sqlite3_stmt *statement)
{
  const SlipKindInfo *info = slip_schema_get (kind);
  int first = slip_table_get_first (kind) - 1;

  for (guint i = 0; i < info->n_properties; i++) {
    g_auto (SlipValue) value = SLIP_VALUE_INIT;

    if (!slip_table_read_value (statement, first + (int) i,
                                &info->properties[i], &value))
      take_fault (self,
                  g_strdup_printf (
                    _ ("%s %s: the file has a value for ‘%s’ that it cannot "
                       "have, and that reads as none"),
                    info->name, slip_column_text (statement, 0),
                    info->properties[i].name));
  }
}

static gboolean
check_kind (Check *self, SlipKind kind, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
    slip_connection_prepare (self->connection,
                             slip_table_sql_select (self->connection->sql,
                                                    kind),
                             error);

  if (statement == NULL)
    return FALSE;
  while (slip_connection_next (self->connection, statement, &local_error))
    check_values (self, kind, statement);
  if (local_error == NULL)
    return TRUE;
  if (g_error_matches (local_error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_CORRUPT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static gboolean
check_kinds (Check *self, GError **error)
{
  for (guint i = 0; i < SLIP_N_KINDS; i++)
    if (!check_kind (self, (SlipKind) i, error))
      return FALSE;
  return TRUE;
}

static void
plan_row (Check *self, sqlite3_stmt *statement)
{
  if (sqlite3_column_int (statement, 0) != 1)
    take_fault (self, g_strdup (_ ("The file does not hold exactly one plan")));
}

static void
gap_row (Check *self, sqlite3_stmt *statement)
{
  take_fault (
    self, g_strdup_printf (_ ("History: the step before step %s is missing"),
                           slip_column_text (statement, 0)));
}

static void
target_row (Check *self, sqlite3_stmt *statement)
{
  take_fault (
    self, g_strdup_printf (_ ("History: step %s undoes or redoes what is no "
                              "earlier edit"),
                           slip_column_text (statement, 0)));
}

static void
orphan_row (Check *self, sqlite3_stmt *statement)
{
  take_fault (
    self, g_strdup_printf (_ ("History: there are changes of step %s, which "
                              "is missing"),
                           slip_column_text (statement, 0)));
}

static void
state_row (Check *self, sqlite3_stmt *statement)
{
  take_fault (self,
              g_strdup_printf (_ ("Undo: the position of step %s is wrong"),
                               slip_column_text (statement, 0)));
}

/* Steps against themselves. */
static gboolean
check_steps (Check *self, GError **error)
{
  return check_rows (self,
                     "SELECT number FROM history_step AS s WHERE number > 1 "
                     "AND NOT EXISTS (SELECT 1 FROM history_step "
                     "WHERE number = s.number - 1)",
                     gap_row, error) &&
         check_rows (self,
                     "SELECT number FROM history_step AS s "
                     "WHERE type <> 'edit' AND NOT EXISTS "
                     "(SELECT 1 FROM history_step WHERE number = s.target "
                     "AND type = 'edit' AND number < s.number)",
                     target_row, error) &&
         check_rows (self,
                     "SELECT DISTINCT step FROM history_change "
                     "WHERE step NOT IN (SELECT number FROM history_step)",
                     orphan_row, error);
}

/* What can be undone is what was done last; each edit has its place. */
static gboolean
check_states (Check *self, GError **error)
{
  return check_rows (self,
                     "SELECT number FROM step_state AS s WHERE NOT EXISTS "
                     "(SELECT 1 FROM history_step WHERE number = s.number "
                     "AND type = 'edit') OR (state <> 'closed' AND number <= "
                     "(SELECT value FROM meta WHERE key = 'undo-floor'))",
                     state_row, error) &&
         check_rows (self,
                     "SELECT number FROM history_step AS h "
                     "WHERE type = 'edit' AND number > "
                     "(SELECT value FROM meta WHERE key = 'undo-floor') "
                     "AND NOT EXISTS "
                     "(SELECT 1 FROM step_state WHERE number = h.number)",
                     state_row, error) &&
         check_rows (self,
                     "SELECT number FROM step_state AS s "
                     "WHERE state <> 'closed' AND (state = 'undone') IS NOT "
                     "(SELECT type = 'undo' FROM history_step "
                     "WHERE target = s.number OR number = s.number "
                     "ORDER BY number DESC LIMIT 1)",
                     state_row, error);
}

/* Finds the row of entity @id; the statement is good until the next call. */
static sqlite3_stmt *
find_entity (Check *self, SlipKind kind, const char *id)
{
  sqlite3_stmt *statement =
    slip_connection_prepare (self->connection,
                             slip_table_sql_select_one (self->connection->sql,
                                                        kind),
                             NULL);

  if (statement == NULL)
    return NULL;
  slip_bind_text (statement, 1, id);
  return slip_connection_next (self->connection, statement, NULL) ? statement
                                                                  : NULL;
}

static void
existence_row (Check *self, sqlite3_stmt *statement)
{
  const char *name = slip_column_text (statement, 0);
  const char *id = slip_column_text (statement, 1);
  gboolean is_there =
    g_strcmp0 (slip_column_text (statement, 2), "create") == 0;
  SlipKind kind = slip_schema_find_kind (name);

  if (!is_there)
    g_hash_table_add (self->deleted, g_strdup (id));
  if (kind == SLIP_KIND_NONE)
    take_fault (self,
                g_strdup_printf (_ ("History: there is no kind ‘%s’"), name));
  else if ((find_entity (self, kind, id) != NULL) != is_there)
    take_fault (self,
                g_strdup_printf (is_there
                                   ? _ ("%s %s is missing; history has it")
                                   : _ ("%s %s is there; history deleted it"),
                                 name, id));
}

static void
compare_value (Check *self,
               SlipKind kind,
               int property,
               sqlite3_stmt *history,
               sqlite3_stmt *entity)
{
  const SlipProperty *info = slip_schema_get_property (kind, (guint) property);
  int column = slip_table_get_first (kind) - 1 + property;
  g_auto (SlipValue) expected = SLIP_VALUE_INIT;
  g_auto (SlipValue) found = SLIP_VALUE_INIT;

  slip_table_read_value (history, 3, info, &expected);
  slip_table_read_value (entity, column, info, &found);
  if (!slip_value_equal (&expected, &found))
    take_fault (self,
                g_strdup_printf (_ ("%s %s: ‘%s’ is not what history set last"),
                                 slip_schema_get (kind)->name,
                                 slip_column_text (entity, 0), info->name));
}

static void
value_row (Check *self, sqlite3_stmt *statement)
{
  const char *name = slip_column_text (statement, 0);
  const char *id = slip_column_text (statement, 1);
  SlipKind kind = slip_schema_find_kind (name);
  int property = -1;
  sqlite3_stmt *entity = NULL;

  if (kind != SLIP_KIND_NONE)
    property =
      slip_schema_find_property (kind, slip_column_text (statement, 2));
  if (property < 0) {
    take_fault (self, g_strdup_printf (_ ("History: ‘%s’ has no property ‘%s’"),
                                       name, slip_column_text (statement, 2)));
    return;
  }
  entity = find_entity (self, kind, id);
  if (entity != NULL)
    compare_value (self, kind, property, statement, entity);
  else if (!g_hash_table_contains (self->deleted, id))
    take_fault (self, g_strdup_printf (_ ("%s %s is missing; history has it"),
                                       name, id));
}

/* The plan against the last word of history on each entity and property. */
static gboolean
check_last_values (Check *self, GError **error)
{
  return check_rows (self,
                     "SELECT kind, entity, type, " POSITION
                     " FROM history_change WHERE type <> 'set' "
                     "GROUP BY kind, entity",
                     existence_row, error) &&
         check_rows (self,
                     "SELECT kind, entity, property, new, " POSITION
                     " FROM history_change WHERE type = 'set' "
                     "GROUP BY kind, entity, property",
                     value_row, error);
}

static void
summary_fault (Check *self, const char *checklist)
{
  take_fault (self,
              g_strdup_printf (_ ("checklist %s: its summary is not what its "
                                  "items come to"),
                               checklist));
}

/* Both are in the order of their checklists' ids. */
static void
compare_summaries (Check *self,
                   const SlipReleaseSummary *found,
                   const SlipReleaseSummary *expected)
{
  guint i = 0;
  guint k = 0;

  while (i < found->checklists->len || k < expected->checklists->len) {
    const SlipChecklistSummary *a =
      i < found->checklists->len ? found->checklists->pdata[i] : NULL;
    const SlipChecklistSummary *b =
      k < expected->checklists->len ? expected->checklists->pdata[k] : NULL;
    int order = a == NULL   ? 1
                : b == NULL ? -1
                            : strcmp (a->checklist, b->checklist);

    if (order != 0 || !slip_checklist_summary_equal (a, b))
      summary_fault (self, order > 0 ? b->checklist : a->checklist);
    i += order <= 0;
    k += order >= 0;
  }
}

/* Counts the checklists of @release again. */
static gboolean
check_summary (Check *self, const char *release, GError **error)
{
  g_autoptr (SlipReleaseSummary) found =
    slip_summary_read (self->connection, release, error);
  g_autoptr (SlipReleaseSummary) expected = NULL;

  if (found == NULL)
    return FALSE;
  expected = slip_summary_count (self->connection, release, error);
  if (expected == NULL)
    return FALSE;
  compare_summaries (self, found, expected);
  return TRUE;
}

static gboolean
check_summaries (Check *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
    slip_connection_prepare (self->connection,
                             "SELECT owner FROM checklist "
                             "UNION SELECT \"release\" FROM checklist_summary",
                             error);

  if (statement == NULL)
    return FALSE;
  while (slip_connection_next (self->connection, statement, &local_error) &&
         check_summary (self, slip_column_text (statement, 0), &local_error))
    ;
  sqlite3_reset (statement);
  if (local_error == NULL)
    return TRUE;
  if (g_error_matches (local_error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_CORRUPT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

static void
take_observation_fault (Check *self, gint64 id)
{
  take_fault (
    self, g_strdup_printf (_ ("observation %d: it is not as a feed would have "
                              "said it"),
                           (int) id));
}

static void
item_row (Check *self, sqlite3_stmt *statement)
{
  take_observation_fault (self, sqlite3_column_int64 (statement, 0));
}

/* What was read, put together again, against what the file has. */
static gboolean
check_observations (Check *self, GError **error)
{
  g_autoptr (GPtrArray) rows =
    slip_observed_table_read_all (self->connection, error);

  if (rows == NULL)
    return FALSE;
  for (guint i = 0; i < rows->len; i++) {
    const SlipObservedRow *row = rows->pdata[i];
    g_autofree char *key = slip_observation_dup_key (row->observation);

    if (!row->is_sound || g_strcmp0 (row->key, key) != 0)
      take_observation_fault (self, row->id);
  }
  return check_rows (self,
                     "SELECT DISTINCT observation FROM observation_item "
                     "WHERE observation NOT IN (SELECT id FROM observation)",
                     item_row, error);
}

/* The index follows the plan, so it is looked at if that is sound. */
static gboolean
check_search (Check *self, GError **error)
{
  g_autoptr (GError) local_error = NULL;

  if (self->faults->len > 0 ||
      slip_search_check_run (self->connection, self->faults, &local_error) ||
      g_error_matches (local_error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_CORRUPT))
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* Newer SQLites look at the index of the search, too, but at what of it this
 * connection has seen last, and take it for damage that another one has written
 * since.  A search has it see the present one; what is wrong is told later. */
static void
refresh_index (Check *self)
{
  g_autoptr (GError) error = NULL;
  sqlite3_stmt *statement = slip_connection_prepare (
    self->connection, "SELECT rowid FROM search WHERE search MATCH 'a' LIMIT 1",
    &error);

  while (statement != NULL &&
         slip_connection_next (self->connection, statement, &error))
    continue;
}

static gboolean
check_all (Check *self, GError **error)
{
  refresh_index (self);
  return check_rows (self, "PRAGMA integrity_check", integrity_row, error) &&
         check_rows (self, "PRAGMA foreign_key_check", reference_row, error) &&
         check_kinds (self, error) &&
         check_rows (self,
                     "SELECT count (*) + count (*) FILTER (WHERE id IS NOT "
                     "(SELECT value FROM meta WHERE key = 'plan')) "
                     "FROM \"plan\"",
                     plan_row, error) &&
         check_steps (self, error) && check_states (self, error) &&
         check_last_values (self, error) && check_summaries (self, error) &&
         check_observations (self, error) && check_search (self, error);
}

GPtrArray *
slip_check_run (SlipConnection *connection, GError **error)
{
  g_auto (Check) self = { .connection = connection };
  g_autoptr (GError) local_error = NULL;
  gboolean is_checked;

  self.faults = g_ptr_array_new_with_free_func (g_free);
  self.deleted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  if (!slip_connection_begin_reading (connection, error))
    return NULL;
  is_checked = check_all (&self, &local_error);
  slip_connection_end_reading (connection);
  if (is_checked)
    return g_steal_pointer (&self.faults);
  g_propagate_error (error, g_steal_pointer (&local_error));
  return NULL;
}
