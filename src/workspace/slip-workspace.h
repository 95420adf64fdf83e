/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "slip-clock.h"
#include "slip-edit.h"
#include "slip-plan-state.h"
#include "slip-step.h"
#include "slip-store-feeds.h"

G_BEGIN_DECLS

/**
 * SlipWorkspace:
 *
 * One open plan.  Every edit goes through slip_workspace_execute_async(): it is
 * written first and shown after that, in the order of the file's steps, whoever
 * wrote them.  Belongs to the main thread.
 */
#define SLIP_TYPE_WORKSPACE (slip_workspace_get_type ())
G_DECLARE_FINAL_TYPE (SlipWorkspace, slip_workspace, SLIP, WORKSPACE, GObject)

/**
 * SlipWorkspace::changed:
 * @step: (nullable): what happened; %NULL if the plan was read again, parts of
 *   releases came into memory, or feeds say something else
 *
 * Emitted after slip_workspace_get_state() has changed.
 */

/**
 * SlipWorkspace::closing:
 *
 * Emitted when closing begins, so that what goes on by itself ends.
 */

/**
 * SlipWorkspace::undo-changed:
 *
 * Emitted after slip_workspace_peek_undo() or slip_workspace_peek_redo() may
 * have changed.
 */

/**
 * SlipWorkspace::waiting:
 * @is_waiting: whether an edit waits for another program's
 */

/**
 * slip_workspace_open_async:
 * @writer: what part of the program this is
 */
void slip_workspace_open_async (const char *path,
                                SlipStoreFlags flags,
                                SlipWriter writer,
                                SlipClock *clock,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
SlipWorkspace *slip_workspace_open_finish (GAsyncResult *result,
                                           GError **error);

/* Waits for edits under way, then closes the file. */
void slip_workspace_close_async (SlipWorkspace *self,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
gboolean slip_workspace_close_finish (SlipWorkspace *self,
                                      GAsyncResult *result,
                                      GError **error);

/* The plan as of the last step known; borrowed until ::changed. */
const SlipPlanState *slip_workspace_get_state (SlipWorkspace *self);
SlipStore *slip_workspace_get_store (SlipWorkspace *self);
SlipClock *slip_workspace_get_clock (SlipWorkspace *self);
gint64 slip_workspace_get_head (SlipWorkspace *self);

/* The next step to undo or redo, or %NULL; borrowed until ::undo-changed. */
const SlipStep *slip_workspace_peek_undo (SlipWorkspace *self);
const SlipStep *slip_workspace_peek_redo (SlipWorkspace *self);

/**
 * slip_workspace_set_person:
 * @person: (nullable): the id of the person of the plan that edits
 * @name: (nullable): the name to record with it
 */
void slip_workspace_set_person (SlipWorkspace *self,
                                const char *person,
                                const char *name);
const char *slip_workspace_get_person (SlipWorkspace *self);
const char *slip_workspace_get_person_name (SlipWorkspace *self);

/**
 * slip_workspace_execute_async:
 * @func: what is wanted, run on the newest state, again if others were quicker
 * @data: (nullable): its data
 * @data_free: (nullable): frees @data
 *
 * Makes a change set, writes it, applies it.  Edits run one after the other.
 * Parts of releases that it needs are read first.
 */
void slip_workspace_execute_async (SlipWorkspace *self,
                                   SlipIntentFunc func,
                                   gpointer intent_data,
                                   GDestroyNotify data_free,
                                   GCancellable *cancellable,
                                   GAsyncReadyCallback callback,
                                   gpointer data);

/**
 * slip_workspace_execute_finish:
 *
 * Returns: (transfer full): the step written, with its changes.  %NULL with
 * `SLIP_PLAN_ERROR_NOTHING` if the plan is like that already, or another error.
 */
SlipStep *slip_workspace_execute_finish (SlipWorkspace *self,
                                         GAsyncResult *result,
                                         GError **error);

/**
 * slip_workspace_rehearse_async:
 * @intent_data: must live until the answer
 *
 * Makes the change set that slip_workspace_execute_async() would write now, and
 * writes nothing.  Parts of releases that it needs are read first, so that
 * slip_workspace_get_state() has them afterwards.
 */
void slip_workspace_rehearse_async (SlipWorkspace *self,
                                    SlipIntentFunc func,
                                    gconstpointer intent_data,
                                    GCancellable *cancellable,
                                    GAsyncReadyCallback callback,
                                    gpointer data);

/* Returns: (transfer full): the changes, possibly none. */
SlipChangeSet *slip_workspace_rehearse_finish (SlipWorkspace *self,
                                               GAsyncResult *result,
                                               GError **error);

/**
 * slip_workspace_turn_async:
 * @type: undo or redo
 * @step: the number of the step meant
 * @may_be_older: as in #SlipTurn
 *
 * Undoes or redoes @step.
 */
void slip_workspace_turn_async (SlipWorkspace *self,
                                SlipStepType type,
                                gint64 step,
                                gboolean may_be_older,
                                GCancellable *cancellable,
                                GAsyncReadyCallback callback,
                                gpointer data);
SlipStep *slip_workspace_turn_finish (SlipWorkspace *self,
                                      GAsyncResult *result,
                                      GError **error);

/**
 * slip_workspace_poll:
 *
 * Looks for other programs' steps now; also done every second, and before each
 * edit by the file itself.
 */
void slip_workspace_poll (SlipWorkspace *self);

/**
 * slip_workspace_keep_open_parts:
 *
 * Has the parts of all open releases in memory from soon on, also after other
 * programs have opened some or the plan was read again.  They are read a few at
 * a time, with less priority than anything that a window does, and are shown
 * all at once with one ::changed; edits do not wait for them.  Ends when the
 * workspace is closed.  For whoever shows a plan for long; the command line
 * loads what it names.
 */
void slip_workspace_keep_open_parts (SlipWorkspace *self);

/**
 * slip_workspace_has_open_parts:
 *
 * The property has-open-parts, of which `notify` tells: whether the parts of
 * all open releases are in memory, if they are kept there.
 */
gboolean slip_workspace_has_open_parts (SlipWorkspace *self);

/**
 * slip_workspace_load_parts_async:
 * @releases: (nullable): ids; %NULL for all
 *
 * Brings the parts of releases into the state, which is told with one ::changed
 * at once.  Those in memory cost nothing.
 */
void slip_workspace_load_parts_async (SlipWorkspace *self,
                                      const char *const *releases,
                                      GCancellable *cancellable,
                                      GAsyncReadyCallback callback,
                                      gpointer data);
gboolean slip_workspace_load_parts_finish (SlipWorkspace *self,
                                           GAsyncResult *result,
                                           GError **error);

/**
 * slip_workspace_load_observations_async:
 *
 * Waits until the state has what the feeds say, as the file last knew; a plan
 * without feeds is not waited for.  They come by themselves soon after the plan
 * was opened; this is for whoever needs them now.
 */
void slip_workspace_load_observations_async (SlipWorkspace *self,
                                             GCancellable *cancellable,
                                             GAsyncReadyCallback callback,
                                             gpointer data);
gboolean slip_workspace_load_observations_finish (SlipWorkspace *self,
                                                  GAsyncResult *result,
                                                  GError **error);

G_END_DECLS
