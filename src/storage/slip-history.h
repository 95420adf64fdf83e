/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-connection.h"
#include "slip-step.h"

G_BEGIN_DECLS

/*
 * The file's history: what was written, and what can be undone or redone.  All
 * of it runs within a reading or writing that the caller has begun.
 */

/* The number of the last step, 0 before the first. */
gboolean slip_history_read_head (SlipConnection *connection,
                                 gint64 *head,
                                 GError **error);

/* Writes @step with its changes. */
gboolean slip_history_append (SlipConnection *connection,
                              const SlipStep *step,
                              GError **error);

/**
 * slip_history_read_since:
 *
 * Returns: (transfer full) (element-type SlipStep): the steps after number
 * @since with their changes, oldest first.
 */
GPtrArray *slip_history_read_since (SlipConnection *connection,
                                    gint64 since,
                                    GError **error);

/**
 * slip_history_read_before:
 * @release: (nullable): only steps on it and its parts, with these changes only
 *
 * Returns: (transfer full) (element-type SlipStep): at most @limit steps before
 * number @before with their changes, newest first.
 */
GPtrArray *slip_history_read_before (SlipConnection *connection,
                                     const char *release,
                                     gint64 before,
                                     guint limit,
                                     GError **error);

/**
 * slip_history_read_step:
 * @with_changes: whether to read its changes too
 *
 * Returns: (transfer full): the step; a file without it is damaged.
 */
SlipStep *slip_history_read_step (SlipConnection *connection,
                                  gint64 number,
                                  gboolean with_changes,
                                  GError **error);

/**
 * SlipStepState:
 * @SLIP_STEP_STATE_CLOSED: can be neither undone nor redone
 * @SLIP_STEP_STATE_DONE: can be undone
 * @SLIP_STEP_STATE_UNDONE: can be redone
 */
typedef enum {
  SLIP_STEP_STATE_CLOSED,
  SLIP_STEP_STATE_DONE,
  SLIP_STEP_STATE_UNDONE,
} SlipStepState;

gboolean slip_history_read_state (SlipConnection *connection,
                                  gint64 number,
                                  SlipStepState *state,
                                  GError **error);

/**
 * slip_history_set_state:
 * @turn: the number of the step that undoes it or does it (again)
 *
 * The step undone last is the next to be redone; so redo takes the way back
 * even if an older step was undone before a newer one.
 */
gboolean slip_history_set_state (SlipConnection *connection,
                                 gint64 number,
                                 SlipStepState state,
                                 gint64 turn,
                                 GError **error);

/* Ends redo: what is undone stays so. */
gboolean slip_history_close_redo (SlipConnection *connection, GError **error);

/* Ends undo of everything up to @floor. */
gboolean slip_history_set_floor (SlipConnection *connection,
                                 gint64 floor,
                                 GError **error);

/* The edit to undo or redo next, 0 for none. */
gboolean slip_history_read_undo (SlipConnection *connection,
                                 gint64 *number,
                                 GError **error);
gboolean slip_history_read_redo (SlipConnection *connection,
                                 gint64 *number,
                                 GError **error);

/* Sets the error for a file whose tables contradict each other. */
void slip_history_set_damaged (SlipConnection *connection, GError **error);

G_END_DECLS
