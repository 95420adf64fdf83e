/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-observations.h"
#include "slip-workspace.h"

G_BEGIN_DECLS

/*
 * What the units of the workspace share: slip-workspace.c holds the plan and
 * follows the file, slip-workspace-edit.c runs the queue of edits,
 * slip-workspace-parts.c brings the parts of releases into memory,
 * slip-workspace-feeds.c what feeds say,
 * slip-workspace-search.c searches the file.
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
  SlipPlanState *made_from; /* the state that made follows on, or NULL */
  SlipPlanState *made;      /* what the edit under way makes of it */
  GQueue loads;             /* of tasks that load parts and wait for a reload */
  SlipPlanState *gathered;  /* as state, with more parts that nobody saw yet */
  GPtrArray *wanted;        /* ids of releases to gather the parts of */
  gboolean wants_open;      /* whether all open ones are still to be listed */
  GCancellable *gathering;
  guint gather_source;
  gboolean is_gathering;
  gboolean keeps_open_parts;
  gboolean has_open_parts;
  SlipObservations *observations; /* beside each state that is shown */
  gint64 feeds;                   /* SlipNews::feeds, as the file last said */
  gint64 observed;                /* the same when observations were read */
  GQueue observers; /* of tasks that wait until observations are up to date */
  gboolean is_observing;
  gboolean wants_feeds;  /* whether they are to be read */
  gboolean wants_match;  /* whether they are to be looked for again */
  guint n_holds;         /* what closing waits for */
  double index_fraction; /* 1 until somebody has asked */
  gboolean is_indexing;
  guint index_rest; /* while it is waited for that nobody searches */
  gboolean is_index_spoilt;
  GPtrArray *index_tasks; /* that wait for the index to be whole */
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

/* Makes @state (transfer full) the one to be seen. */
void slip_workspace_take_state (SlipWorkspace *self,
                                SlipPlanState *state,
                                const SlipStep *step);

/* Takes @task, of slip_workspace_load_parts_async(): answers it once the state
 * holds what it wants. */
void slip_workspace_load (SlipWorkspace *self, GTask *task);

/* Has the parts of all open releases read, if they are to be kept. */
void slip_workspace_want_open (SlipWorkspace *self);

/* Goes on to read what is wanted, unless that is under way. */
void slip_workspace_gather (SlipWorkspace *self);

/* Wants the parts of those releases of @summaries that steps have opened. */
void slip_workspace_gather_touched (SlipWorkspace *self,
                                    const GPtrArray *summaries);

/* The state is about to be another, without parts. */
void slip_workspace_forget_gathered (SlipWorkspace *self);

void slip_workspace_set_has_open_parts (SlipWorkspace *self,
                                        gboolean has_open_parts);

/* Reads what is lacking into the file's index, unless that is under way. */
void slip_workspace_start_indexing (SlipWorkspace *self);

/* Has closing wait until slip_workspace_release(). */
void slip_workspace_hold (SlipWorkspace *self);
void slip_workspace_release (SlipWorkspace *self);

/* Goes on to read and look for what feeds say, if that is wanted. */
void slip_workspace_observe (SlipWorkspace *self);

/* Has what feeds say read again. */
void slip_workspace_want_feeds (SlipWorkspace *self);

/* Returns: (transfer full): @state (transfer full) with what feeds say. */
SlipPlanState *slip_workspace_put_observations (SlipWorkspace *self,
                                                SlipPlanState *state);

/* Has what feeds say read or looked for again, if the plan was another by
 * @before (nullable) or the file has more. */
void slip_workspace_follow_feeds (SlipWorkspace *self,
                                  const SlipPlanState *before);

/* Reads the plan again; edits and loads wait until it is there. */
void slip_workspace_reload (SlipWorkspace *self);

/* Starts the first edit of the queue, unless one is under way. */
void slip_workspace_run_next (SlipWorkspace *self);

/* Closes the file if that was asked for; nothing may be under way. */
void slip_workspace_close_if_wanted (SlipWorkspace *self);

G_END_DECLS
