/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-writing.h"

#include "slip-decision.h"
#include "slip-history.h"
#include "slip-overlap.h"
#include "slip-reading.h"
#include "slip-search-index.h"
#include "slip-summary.h"
#include "slip-table.h"

#include <glib/gi18n-lib.h>

gboolean
slip_writing_check_version (SlipConnection *connection, GError **error)
{
  gint64 version;

  if (!slip_connection_read_integer (connection, "PRAGMA user_version",
                                     &version, error))
    return FALSE;
  if (version == SLIP_STORE_VERSION)
    return TRUE;
  g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_TOO_NEW,
               _ ("A newer version of Slipway has changed “%s” meanwhile; open "
                  "it with that version"),
               connection->name);
  return FALSE;
}

static gboolean
write_states (SlipConnection *connection, const SlipStep *step, GError **error)
{
  switch (step->type) {
  case SLIP_STEP_EDIT:
    if (step->set->is_beginning && step->number == 1)
      return slip_history_set_floor (connection, step->number, error);
    return slip_history_close_redo (connection, error) &&
           slip_history_set_state (connection, step->number,
                                   SLIP_STEP_STATE_DONE, step->number, error);
  case SLIP_STEP_UNDO:
    return slip_history_set_state (connection, step->target,
                                   SLIP_STEP_STATE_UNDONE, step->number, error);
  case SLIP_STEP_REDO:
    return slip_history_set_state (connection, step->target,
                                   SLIP_STEP_STATE_DONE, step->number, error);
  }
  g_assert_not_reached ();
}

static gboolean
write_changes (SlipConnection *connection,
               const GPtrArray *changes,
               GError **error)
{
  g_autoptr (GPtrArray) touched = slip_summary_list_touched (changes);

  return slip_search_index_forget (connection, changes, error) &&
         slip_table_apply (connection, changes, error) &&
         slip_summary_renew (connection, touched, error) &&
         slip_search_index_renew (connection, changes, error);
}

/* Writes @step, of which @commit then tells. */
static SlipCommit *
write_step (SlipConnection *connection, SlipStep *step, GError **error)
{
  g_autoptr (SlipCommit) commit = g_new0 (SlipCommit, 1);

  if (!write_changes (connection, step->set->changes, error) ||
      !slip_history_append (connection, step, error) ||
      !write_states (connection, step, error))
    return NULL;
  commit->is_written = TRUE;
  commit->news = slip_reading_take_news (connection, step->number, error);
  if (commit->news == NULL)
    return NULL;
  g_ptr_array_add (commit->news->steps, slip_step_copy (step));
  if (!slip_reading_add_summaries (connection, commit->news, error))
    return NULL;
  return g_steal_pointer (&commit);
}

/* Begins to write.  If the file is not at step @head, @commit is what the
 * caller is to know first. */
static gboolean
begin_at (SlipConnection *connection,
          gint64 head,
          SlipCommit **commit,
          GError **error)
{
  g_autoptr (SlipNews) news = NULL;

  *commit = NULL;
  if (!slip_connection_begin (connection, error))
    return FALSE;
  if (slip_writing_check_version (connection, error))
    news = slip_reading_take_news (connection, head, error);
  if (news == NULL) {
    slip_connection_rollback (connection);
    return FALSE;
  }
  if (news->head == head)
    return TRUE;
  slip_connection_rollback (connection);
  *commit = g_new0 (SlipCommit, 1);
  (*commit)->news = g_steal_pointer (&news);
  return TRUE;
}

/* Ends the transaction in which @commit was made, if it was. */
static SlipCommit *
end (SlipConnection *connection, SlipCommit *commit, GError **error)
{
  g_autoptr (SlipCommit) owned = commit;

  if (commit == NULL) {
    slip_connection_rollback (connection);
    return NULL;
  }
  if (!slip_connection_commit (connection, error))
    return NULL;
  return g_steal_pointer (&owned);
}

SlipCommit *
slip_writing_commit (SlipConnection *connection, SlipStep *step, GError **error)
{
  SlipCommit *commit = NULL;

  if (!begin_at (connection, step->number - 1, &commit, error))
    return NULL;
  if (commit != NULL)
    return commit;
  return end (connection, write_step (connection, step, error), error);
}

static void
set_stale (SlipConnection *connection,
           const char *format,
           gint64 number,
           SlipWriter reader,
           GError **error)
{
  g_autoptr (SlipStep) step =
    slip_history_read_step (connection, number, FALSE, error);
  g_autofree char *label = NULL;

  if (step == NULL)
    return;
  label = slip_step_describe (step, reader);
  /* The format is one of this file's constants, with one %s. */
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE, format, label);
#pragma GCC diagnostic pop
}

static gboolean
is_done (SlipConnection *connection, gint64 number)
{
  SlipStepState state;

  return slip_history_read_state (connection, number, &state, NULL) &&
         state == SLIP_STEP_STATE_DONE;
}

/* Looks for a later step still done that touches what step @number touches.  A
 * step that was undone has no effect any more, and its undoing neither. */
static gboolean
check_later (SlipConnection *connection,
             gint64 number,
             SlipWriter reader,
             GError **error)
{
  g_autoptr (SlipStep) target =
    slip_history_read_step (connection, number, TRUE, error);
  g_autoptr (GPtrArray) steps = NULL;

  if (target == NULL)
    return FALSE;
  steps = slip_history_read_since (connection, number, error);
  if (steps == NULL)
    return FALSE;
  for (guint i = 0; i < steps->len; i++) {
    const SlipStep *step = g_ptr_array_index (steps, i);

    if (!is_done (connection, step->number) ||
        !slip_overlap_find (target->set, step->set))
      continue;
    set_stale (connection, _ ("A later step has changed the same: %s"),
               step->number, reader, error);
    return FALSE;
  }
  return TRUE;
}

static gboolean
check_undo (SlipConnection *connection,
            const SlipTurn *turn,
            SlipWriter reader,
            GError **error)
{
  gint64 next;

  if (!slip_history_read_undo (connection, &next, error))
    return FALSE;
  if (turn->step == next)
    return TRUE;
  if (turn->may_be_older && is_done (connection, turn->step))
    return check_later (connection, turn->step, reader, error);
  if (next == 0)
    g_set_error_literal (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE,
                         _ ("There is nothing to undo any more"));
  else
    set_stale (connection, _ ("The step to undo next is now another: %s"), next,
               reader, error);
  return FALSE;
}

static gboolean
check_redo (SlipConnection *connection,
            const SlipTurn *turn,
            SlipWriter reader,
            GError **error)
{
  gint64 next;

  if (!slip_history_read_redo (connection, &next, error))
    return FALSE;
  if (turn->step == next)
    return TRUE;
  if (next == 0)
    g_set_error_literal (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE,
                         _ ("There is nothing to redo any more"));
  else
    set_stale (connection, _ ("The step to redo next is now another: %s"), next,
               reader, error);
  return FALSE;
}

static SlipStep *
make_turn (SlipConnection *connection,
           const SlipTurn *turn,
           const SlipAuthor *author,
           GError **error)
{
  g_autoptr (SlipStep) target = NULL;
  SlipStep *step = NULL;

  if (turn->type == SLIP_STEP_UNDO
        ? !check_undo (connection, turn, author->writer, error)
        : !check_redo (connection, turn, author->writer, error))
    return NULL;
  target = slip_history_read_step (connection, turn->step, TRUE, error);
  if (target == NULL)
    return NULL;
  step = slip_step_new (turn->head + 1, turn->type, turn->step, turn->at_ms);
  step->author = slip_author_copy (author);
  step->set =
    slip_decision_new_turn_set (target->set, turn->type, author, turn->at_ms);
  return step;
}

SlipCommit *
slip_writing_turn (SlipConnection *connection,
                   const SlipTurn *turn,
                   const SlipAuthor *author,
                   GError **error)
{
  g_autoptr (SlipStep) step = NULL;
  SlipCommit *commit = NULL;

  if (!begin_at (connection, turn->head, &commit, error))
    return NULL;
  if (commit != NULL)
    return commit;
  step = make_turn (connection, turn, author, error);
  if (step != NULL)
    commit = write_step (connection, step, error);
  return end (connection, commit, error);
}

static gboolean
check_row (const SlipRow *row, GError **error)
{
  SlipKind kind = slip_row_get_kind (row);
  guint n_properties = slip_schema_get (kind)->n_properties;

  for (guint i = 0; i < n_properties; i++)
    if (!slip_property_check (slip_schema_get_property (kind, i),
                              slip_row_peek (row, i), error))
      return FALSE;
  return TRUE;
}

static gboolean
insert_kind (SlipConnection *connection,
             const GPtrArray *rows,
             SlipKind kind,
             GError **error)
{
  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = g_ptr_array_index (rows, i);

    if (slip_row_get_kind (row) == kind &&
        (!check_row (row, error) ||
         !slip_table_insert (connection, row, error)))
      return FALSE;
  }
  return TRUE;
}

/* Table by table, so that each lies together in the file: opening a large plan
 * reads the releases without their parts. */
static gboolean
insert_rows (SlipConnection *connection, const GPtrArray *rows, GError **error)
{
  for (guint kind = 0; kind < SLIP_N_KINDS; kind++)
    if (!insert_kind (connection, rows, (SlipKind) kind, error))
      return FALSE;
  return TRUE;
}

static gboolean
write_rows (SlipConnection *connection,
            const GPtrArray *rows,
            const SlipStep *step,
            GError **error)
{
  gint64 head;

  if (!slip_history_read_head (connection, &head, error))
    return FALSE;
  if (head != 0) {
    g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_FAILED,
                 _ ("“%s” is not empty"), connection->name);
    return FALSE;
  }
  /* Millions of texts are read later, when somebody looks for them. */
  return slip_search_index_reset (connection, error) &&
         insert_rows (connection, rows, error) &&
         slip_summary_fill (connection, rows, error) &&
         slip_history_append (connection, step, error) &&
         slip_history_set_floor (connection, step->number, error);
}

gboolean
slip_writing_fill (SlipConnection *connection,
                   const GPtrArray *rows,
                   const SlipStep *step,
                   GError **error)
{
  if (!slip_connection_begin (connection, error))
    return FALSE;
  if (slip_writing_check_version (connection, error) &&
      write_rows (connection, rows, step, error))
    return slip_connection_commit (connection, error);
  slip_connection_rollback (connection);
  return FALSE;
}
