/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-feed-service.h"

G_BEGIN_DECLS

/**
 * SlipOpenPlans:
 *
 * The plans that this process has open: one workspace per file, however many
 * windows show it and by whatever path they asked for it.
 */
#define SLIP_TYPE_OPEN_PLANS (slip_open_plans_get_type ())
G_DECLARE_FINAL_TYPE (SlipOpenPlans, slip_open_plans, SLIP, OPEN_PLANS, GObject)

SlipOpenPlans *slip_open_plans_new (SlipClock *clock) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_open_plans_dup_path:
 *
 * Returns: (transfer full): @path without links and detours, as a file that may
 * not be there yet.  Two paths to one file give the same.
 */
char *slip_open_plans_dup_path (const char *path) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_open_plans_hold_async:
 * @path: the plan's file, in the file name encoding
 *
 * Opens the plan, or shares it if it is open.  One that is just being closed is
 * opened again afterwards.  Of a file that the document portal lends a copy is
 * opened, which lies in the application's folder: see slip-plan-folder.h.
 */
void slip_open_plans_hold_async (SlipOpenPlans *self,
                                 const char *path,
                                 SlipStoreFlags flags,
                                 GAsyncReadyCallback callback,
                                 gpointer data);

/**
 * slip_open_plans_hold_finish:
 *
 * Returns: (transfer full): the workspace, to be given back with
 * slip_open_plans_release().
 */
SlipWorkspace *slip_open_plans_hold_finish (SlipOpenPlans *self,
                                            GAsyncResult *result,
                                            GError **error);

/**
 * slip_open_plans_release:
 * @workspace: (transfer full): what slip_open_plans_hold_finish() gave
 *
 * Closes the plan after the last one who held it, once its edits are written.
 */
void slip_open_plans_release (SlipOpenPlans *self, SlipWorkspace *workspace);

/* Whether the plan @path, without links, is open, or being opened or closed. */
gboolean slip_open_plans_has (SlipOpenPlans *self, const char *path);

/**
 * slip_open_plans_get_feeds:
 * @workspace: a plan that is held
 *
 * Returns: (transfer none): who asks its status feeds, once that is started.
 */
SlipFeedService *slip_open_plans_get_feeds (SlipOpenPlans *self,
                                            SlipWorkspace *workspace);

/**
 * slip_open_plans_take_accident:
 * @workspace: a plan that is held
 *
 * Returns: whether the program did not end as it should when it had the plan
 * open last; told once.
 */
gboolean slip_open_plans_take_accident (SlipOpenPlans *self,
                                        SlipWorkspace *workspace);

/**
 * SlipOpenPlans:is-busy:
 *
 * Whether a file is being opened or closed, so that the process must stay.
 */
gboolean slip_open_plans_is_busy (SlipOpenPlans *self);

G_END_DECLS
