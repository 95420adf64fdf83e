/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-workspace.h"

G_BEGIN_DECLS

/*
 * What the two units of the workspace share: slip-workspace.c holds the plan
 * and follows the file, slip-workspace-edit.c runs the queue of edits.
 */

struct _SlipWorkspace {
  GObject parent_instance;

  SlipStore *store;
  SlipClock *clock;
  SlipAuthor *author;
  SlipPlanState *state;
  gint64 generation;
  gint64 head;
  SlipStep *undo;
  SlipStep *redo;

  GQueue tasks; /* of edits and turns; the first is under way if is_busy */
  gboolean is_busy;
  gboolean is_reloading;
  GQueue loads; /* of tasks that load parts and wait for a reload */
  GTask *closing;
  guint poll_source;
  gboolean is_polling;
  gboolean is_poll_wanted;
};

/**
 * slip_workspace_take_news:
 *
 * Applies the steps of @news that are not in memory yet.
 *
 * Returns: `FALSE` if the plan has to be read again.
 */
gboolean slip_workspace_take_news (SlipWorkspace *self, SlipNews *news);

/* Reads the plan again; edits and loads wait until it is there. */
void slip_workspace_reload (SlipWorkspace *self);

/* Starts the first edit of the queue, unless one is under way. */
void slip_workspace_run_next (SlipWorkspace *self);

/* Closes the file if that was asked for; nothing may be under way. */
void slip_workspace_close_if_wanted (SlipWorkspace *self);

G_END_DECLS
