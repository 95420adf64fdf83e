/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-window.h"

G_BEGIN_DECLS

/**
 * SlipEditRunner:
 *
 * Carries out the edits that a window is asked for: finds out who 'I' am before
 * the first, has the workspace execute them, and tells what came of it.  While
 * a what-if is on, moves are made there and everything else is refused (see
 * #SlipWhatIfMode).
 */
#define SLIP_TYPE_EDIT_RUNNER (slip_edit_runner_get_type ())
G_DECLARE_FINAL_TYPE (SlipEditRunner,
                      slip_edit_runner,
                      SLIP,
                      EDIT_RUNNER,
                      GObject)

/**
 * SlipEditFlags:
 * @SLIP_EDIT_QUIET: no toast; assistive technology is told all the same
 * @SLIP_EDIT_FOLLOW: goes where the selected release is then, and focuses it
 * @SLIP_EDIT_SELECT: selects the release that was changed
 * @SLIP_EDIT_WHAT_IF: keeps what was tried out, and so is executed in the plan
 *   itself while a what-if is on
 */
typedef enum {
  SLIP_EDIT_DEFAULT = 0,
  SLIP_EDIT_QUIET = 1 << 0,
  SLIP_EDIT_FOLLOW = 1 << 1,
  SLIP_EDIT_SELECT = 1 << 2,
  SLIP_EDIT_WHAT_IF = 1 << 3,
} SlipEditFlags;

/* @window: the window, which owns the runner. */
SlipEditRunner *slip_edit_runner_new (SlipWindow *window)
  G_GNUC_WARN_UNUSED_RESULT;

/* Forgets the edits that wait, and who 'I' am: another plan is shown. */
void slip_edit_runner_reset (SlipEditRunner *self);

/**
 * slip_edit_runner_run:
 * @data: (transfer full): the intent's data
 *
 * Executes an intent.  In a plan that cannot be written it only says so.
 */
void slip_edit_runner_run (SlipEditRunner *self,
                           SlipIntentFunc func,
                           gpointer data,
                           GDestroyNotify data_free,
                           SlipEditFlags flags);

/**
 * SlipEndedFunc:
 * @error: (nullable): why it was refused
 *
 * Called when an edit is written, or refused; not if the plan was closed.
 */
typedef void (*SlipEndedFunc) (SlipWindow *window, const GError *error);

/**
 * slip_edit_runner_run_and_tell:
 * @data: (transfer full): the intent's data
 * @ended: (nullable): hears what came of it, and tells why it was refused
 *
 * Executes an intent.  A what-if, in which nothing is written, calls no @ended.
 */
void slip_edit_runner_run_and_tell (SlipEditRunner *self,
                                    SlipIntentFunc func,
                                    gpointer data,
                                    GDestroyNotify data_free,
                                    SlipEditFlags flags,
                                    SlipEndedFunc ended);

/**
 * SlipReadyFunc:
 * @workspace: the plan, which knows now who edits
 *
 * An edit that is more than one intent.
 */
typedef void (*SlipReadyFunc) (SlipWindow *window,
                               SlipWorkspace *workspace,
                               gpointer data);

/**
 * slip_edit_runner_when_ready:
 * @data: (transfer full): data for @func
 *
 * Calls @func once it is known who 'I' am.  Never if the plan is closed before,
 * or cannot be edited.
 */
void slip_edit_runner_when_ready (SlipEditRunner *self,
                                  SlipReadyFunc func,
                                  gpointer data,
                                  GDestroyNotify data_free);

/**
 * slip_edit_runner_replace:
 * @step: the number of the last step, or below 0 of the what-if's last move
 *
 * Undoes @step and executes an intent in its place.
 */
void slip_edit_runner_replace (SlipEditRunner *self,
                               gint64 step,
                               SlipIntentFunc func,
                               gpointer data,
                               GDestroyNotify data_free);

/**
 * slip_edit_runner_get_move:
 * @number: the number of a step; 0 for whichever it is
 * @before: (out) (transfer none): the plan before it
 *
 * Returns: (nullable): the step @number, if it is the last move that was told,
 *   or the last one of the what-if that is on.
 */
const SlipStep *slip_edit_runner_get_move (SlipEditRunner *self,
                                           gint64 number,
                                           const SlipPlanState **before);

/* Whether edits wait for the answer who 'I' am. */
gboolean slip_edit_runner_is_asking (SlipEditRunner *self);

/* The id of the person of the plan that 'I' am, or %NULL while nobody has said
 * so; nobody is asked. */
const char *slip_edit_runner_get_me (SlipEditRunner *self);

/**
 * slip_edit_runner_ask_who:
 *
 * Asks who 'I' am, whatever was answered before.  Who is not in the plan yet
 * comes to it at once.
 */
void slip_edit_runner_ask_who (SlipEditRunner *self);

/**
 * slip_edit_runner_turn:
 * @step: the number of the step meant, or below 0 of a move of a what-if
 * @may_be_older: whether other steps may lie on top of it
 *
 * Undoes or redoes a step.  Nobody is asked who they are for that.
 */
void slip_edit_runner_turn (SlipEditRunner *self,
                            SlipStepType type,
                            gint64 step,
                            gboolean may_be_older);

/**
 * slip_edit_runner_turn_next:
 *
 * Undoes or redoes the step that is next once the edits under way are written,
 * so that keys pressed quickly all count.
 */
void slip_edit_runner_turn_next (SlipEditRunner *self, SlipStepType type);

G_END_DECLS
