/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-history.h"

#include "slip-store.h"
#include "slip-table.h"

#include <glib/gi18n-lib.h>

#define STEP_COLUMNS                                                           \
  "SELECT number, type, target, at_ms, person, person_name, writer, verb, "    \
  "subject, reason FROM history_step "

#define CHANGE_COLUMNS                                                         \
  "SELECT type, kind, entity, owner, property, old, new FROM history_change "

static const char *const step_types[] = {
  [SLIP_STEP_EDIT] = "edit",
  [SLIP_STEP_UNDO] = "undo",
  [SLIP_STEP_REDO] = "redo",
  NULL,
};

static const char *const change_types[] = {
  [SLIP_CHANGE_CREATE] = "create",
  [SLIP_CHANGE_DELETE] = "delete",
  [SLIP_CHANGE_SET] = "set",
  NULL,
};

static const char *const states[] = {
  [SLIP_STEP_STATE_CLOSED] = "closed",
  [SLIP_STEP_STATE_DONE] = "done",
  [SLIP_STEP_STATE_UNDONE] = "undone",
  NULL,
};

void
slip_history_set_damaged (SlipConnection *connection, GError **error)
{
  g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_CORRUPT,
               _ ("“%s” is damaged: its history contradicts itself"),
               connection->name);
}

/* The index of @name in @names, or -1. */
static int
find_name (const char *const *names, const char *name)
{
  for (int i = 0; names[i] != NULL; i++)
    if (g_strcmp0 (names[i], name) == 0)
      return i;
  return -1;
}

gboolean
slip_history_read_head (SlipConnection *connection,
                        gint64 *head,
                        GError **error)
{
  return slip_connection_read_integer (connection,
                                       "SELECT max(number) FROM history_step",
                                       head, error);
}

static gboolean
append_step (SlipConnection *connection, const SlipStep *step, GError **error)
{
  sqlite3_stmt *statement = slip_connection_prepare (
    connection,
    "INSERT INTO history_step (number, type, target, at_ms, person, "
    "person_name, writer, verb, subject, reason) "
    "VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)",
    error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, step->number);
  slip_bind_text (statement, 2, step_types[step->type]);
  if (step->target != 0)
    sqlite3_bind_int64 (statement, 3, step->target);
  sqlite3_bind_int64 (statement, 4, step->at_ms);
  slip_bind_text (statement, 5, step->author->person);
  slip_bind_text (statement, 6, step->author->name);
  slip_bind_text (statement, 7, slip_writer_get_nick (step->author->writer));
  slip_bind_text (statement, 8, slip_verb_get_nick (step->set->verb));
  slip_bind_text (statement, 9, step->set->subject);
  slip_bind_text (statement, 10, step->set->reason);
  return slip_connection_finish (connection, statement, error);
}

static void
bind_values (sqlite3_stmt *statement, const SlipChange *change)
{
  const SlipProperty *property =
    slip_schema_get_property (change->kind, change->property);

  slip_bind_text (statement, 7, property->name);
  slip_table_bind_value (statement, 8, property, &change->old_value);
  slip_table_bind_value (statement, 9, property, &change->new_value);
}

static gboolean
append_change (SlipConnection *connection,
               gint64 number,
               guint ordinal,
               const SlipChange *change,
               GError **error)
{
  sqlite3_stmt *statement = slip_connection_prepare (
    connection,
    "INSERT INTO history_change (step, ordinal, type, kind, entity, owner, "
    "property, old, new) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)",
    error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  sqlite3_bind_int64 (statement, 2, ordinal);
  slip_bind_text (statement, 3, change_types[change->type]);
  slip_bind_text (statement, 4, slip_schema_get (change->kind)->name);
  slip_bind_text (statement, 5, change->id);
  slip_bind_text (statement, 6, change->owner);
  if (change->type == SLIP_CHANGE_SET)
    bind_values (statement, change);
  return slip_connection_finish (connection, statement, error);
}

gboolean
slip_history_append (SlipConnection *connection,
                     const SlipStep *step,
                     GError **error)
{
  const GPtrArray *changes = step->set->changes;

  if (!append_step (connection, step, error))
    return FALSE;
  for (guint i = 0; i < changes->len; i++)
    if (!append_change (connection, step->number, i,
                        g_ptr_array_index (changes, i), error))
      return FALSE;
  return TRUE;
}

static SlipStep *
read_step (sqlite3_stmt *statement)
{
  int type = find_name (step_types, slip_column_text (statement, 1));
  SlipStep *step = slip_step_new (sqlite3_column_int64 (statement, 0),
                                  (SlipStepType) MAX (type, 0),
                                  sqlite3_column_int64 (statement, 2),
                                  sqlite3_column_int64 (statement, 3));

  step->author =
    slip_author_new (slip_column_text (statement, 4),
                     slip_column_text (statement, 5),
                     slip_writer_find (slip_column_text (statement, 6)));
  step->set =
    slip_change_set_new (slip_verb_find (slip_column_text (statement, 7)),
                         slip_column_text (statement, 8));
  step->set->reason = g_strdup (slip_column_text (statement, 9));
  return step;
}

static void
read_values (sqlite3_stmt *statement, SlipChange *change)
{
  const SlipProperty *property =
    slip_schema_get_property (change->kind, change->property);

  slip_table_read_value (statement, 5, property, &change->old_value);
  slip_table_read_value (statement, 6, property, &change->new_value);
}

/* %NULL if the file names something that this version does not know. */
static SlipChange *
read_change (sqlite3_stmt *statement)
{
  int type = find_name (change_types, slip_column_text (statement, 0));
  SlipKind kind = slip_schema_find_kind (slip_column_text (statement, 1));
  const char *id = slip_column_text (statement, 2);
  const char *owner = slip_column_text (statement, 3);
  int property = -1;
  SlipChange *change = NULL;

  if (type < 0 || kind == SLIP_KIND_NONE || id == NULL ||
      (owner == NULL) != (slip_schema_get (kind)->owner == SLIP_KIND_NONE))
    return NULL;
  if (type == SLIP_CHANGE_SET)
    property =
      slip_schema_find_property (kind, slip_column_text (statement, 4));
  if (type == SLIP_CHANGE_SET && property < 0)
    return NULL;
  change = slip_change_new_create (kind, id, owner);
  change->type = (SlipChangeType) type;
  if (type == SLIP_CHANGE_SET) {
    change->property = (guint) property;
    read_values (statement, change);
  }
  return change;
}

static gboolean
read_changes (SlipConnection *connection,
              SlipStep *step,
              const char *release,
              GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement = slip_connection_prepare (
    connection,
    release == NULL ? CHANGE_COLUMNS "WHERE step = ?1 ORDER BY ordinal"
                    : CHANGE_COLUMNS
      "WHERE step = ?1 AND (entity = ?2 OR owner = ?2) ORDER BY ordinal",
    error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, step->number);
  if (release != NULL)
    slip_bind_text (statement, 2, release);
  while (slip_connection_next (connection, statement, &local_error)) {
    SlipChange *change = read_change (statement);

    if (change == NULL) {
      sqlite3_reset (statement);
      slip_history_set_damaged (connection, error);
      return FALSE;
    }
    slip_change_set_take (step->set, change);
  }
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

/* The steps that @statement finds, with those of their changes that concern
 * @release. */
static GPtrArray *
read_steps (SlipConnection *connection,
            sqlite3_stmt *statement,
            const char *release,
            GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (GPtrArray) steps =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_step_free);

  while (slip_connection_next (connection, statement, &local_error))
    g_ptr_array_add (steps, read_step (statement));
  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  for (guint i = 0; i < steps->len; i++)
    if (!read_changes (connection, g_ptr_array_index (steps, i), release,
                       error))
      return NULL;
  return g_steal_pointer (&steps);
}

GPtrArray *
slip_history_read_since (SlipConnection *connection,
                         gint64 since,
                         GError **error)
{
  sqlite3_stmt *statement =
    slip_connection_prepare (connection,
                             STEP_COLUMNS "WHERE number > ?1 ORDER BY number",
                             error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, since);
  return read_steps (connection, statement, NULL, error);
}

GPtrArray *
slip_history_read_before (SlipConnection *connection,
                          const char *release,
                          gint64 before,
                          guint limit,
                          GError **error)
{
  sqlite3_stmt *statement = slip_connection_prepare (
    connection,
    release == NULL
      ? STEP_COLUMNS "WHERE number < ?1 ORDER BY number DESC LIMIT ?2"
      : STEP_COLUMNS "WHERE number IN ("
                     "SELECT step FROM history_change WHERE entity = ?3 "
                     "UNION "
                     "SELECT step FROM history_change WHERE owner = ?3) "
                     "AND number < ?1 ORDER BY number DESC LIMIT ?2",
    error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, before);
  sqlite3_bind_int64 (statement, 2, limit);
  if (release != NULL)
    slip_bind_text (statement, 3, release);
  return read_steps (connection, statement, release, error);
}

SlipStep *
slip_history_read_step (SlipConnection *connection,
                        gint64 number,
                        gboolean with_changes,
                        GError **error)
{
  g_autoptr (GError) local_error = NULL;
  g_autoptr (SlipStep) step = NULL;
  sqlite3_stmt *statement =
    slip_connection_prepare (connection, STEP_COLUMNS "WHERE number = ?1",
                             error);

  if (statement == NULL)
    return NULL;
  sqlite3_bind_int64 (statement, 1, number);
  if (slip_connection_next (connection, statement, &local_error))
    step = read_step (statement);
  sqlite3_reset (statement);
  if (local_error != NULL) {
    g_propagate_error (error, g_steal_pointer (&local_error));
    return NULL;
  }
  if (step == NULL) {
    slip_history_set_damaged (connection, error);
    return NULL;
  }
  if (with_changes && !read_changes (connection, step, NULL, error))
    return NULL;
  return g_steal_pointer (&step);
}

gboolean
slip_history_read_state (SlipConnection *connection,
                         gint64 number,
                         SlipStepState *state,
                         GError **error)
{
  g_autoptr (GError) local_error = NULL;
  sqlite3_stmt *statement =
    slip_connection_prepare (connection,
                             "SELECT state FROM step_state WHERE number = ?1",
                             error);
  int found = -1;

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  if (slip_connection_next (connection, statement, &local_error))
    found = find_name (states, slip_column_text (statement, 0));
  sqlite3_reset (statement);
  *state = found < 0 ? SLIP_STEP_STATE_CLOSED : (SlipStepState) found;
  if (local_error == NULL)
    return TRUE;
  g_propagate_error (error, g_steal_pointer (&local_error));
  return FALSE;
}

gboolean
slip_history_set_state (SlipConnection *connection,
                        gint64 number,
                        SlipStepState state,
                        gint64 turn,
                        GError **error)
{
  sqlite3_stmt *statement = slip_connection_prepare (
    connection,
    "INSERT INTO step_state (number, state, turn) VALUES (?1, ?2, ?3) "
    "ON CONFLICT (number) DO UPDATE SET state = ?2, turn = ?3",
    error);

  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, number);
  slip_bind_text (statement, 2, states[state]);
  sqlite3_bind_int64 (statement, 3, turn);
  return slip_connection_finish (connection, statement, error);
}

gboolean
slip_history_close_redo (SlipConnection *connection, GError **error)
{
  return slip_connection_run (
    connection, "UPDATE step_state SET state = 'closed' WHERE state = 'undone'",
    error);
}

gboolean
slip_history_set_floor (SlipConnection *connection,
                        gint64 floor,
                        GError **error)
{
  sqlite3_stmt *statement = NULL;

  if (!slip_connection_run (connection,
                            "UPDATE step_state SET state = 'closed'", error))
    return FALSE;
  statement = slip_connection_prepare (
    connection, "UPDATE meta SET value = ?1 WHERE key = 'undo-floor'", error);
  if (statement == NULL)
    return FALSE;
  sqlite3_bind_int64 (statement, 1, floor);
  return slip_connection_finish (connection, statement, error);
}

/* In both, a step that is missing from a damaged history is passed over: the
 * plan still opens. */

gboolean
slip_history_read_undo (SlipConnection *connection,
                        gint64 *number,
                        GError **error)
{
  return slip_connection_read_integer (
    connection,
    "SELECT number FROM step_state AS s WHERE state = 'done' "
    "AND EXISTS (SELECT 1 FROM history_step WHERE number = s.number) "
    "ORDER BY number DESC LIMIT 1",
    number, error);
}

gboolean
slip_history_read_redo (SlipConnection *connection,
                        gint64 *number,
                        GError **error)
{
  return slip_connection_read_integer (
    connection,
    "SELECT number FROM step_state AS s WHERE state = 'undone' "
    "AND EXISTS (SELECT 1 FROM history_step WHERE number = s.number) "
    "ORDER BY turn DESC LIMIT 1",
    number, error);
}
