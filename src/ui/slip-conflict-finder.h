/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "slip-conflict.h"

G_BEGIN_DECLS

/**
 * SlipConflictFinder:
 *
 * Finds every release of a plan that has conflicts, a few at a time while
 * nothing else is to be done, so that a window with thousands of open releases
 * appears at once; and then has the plan keep which conflicts those are, for
 * whoever tells of them.  What an edit did not touch is known from the time
 * before (slip_plan_state_list_conflicts()).
 */
#define SLIP_TYPE_CONFLICT_FINDER (slip_conflict_finder_get_type ())
G_DECLARE_FINAL_TYPE (SlipConflictFinder,
                      slip_conflict_finder,
                      SLIP,
                      CONFLICT_FINDER,
                      GObject)

/**
 * SlipConflictFinder::found:
 *
 * Emitted when slip_conflict_finder_get_releases() has changed.
 */

SlipConflictFinder *slip_conflict_finder_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Begins to search @state (nullable) in place of the one before. */
void slip_conflict_finder_set_state (SlipConflictFinder *self,
                                     const SlipPlanState *state,
                                     const SlipConflictContext *context);

/**
 * slip_conflict_finder_get_releases:
 *
 * Returns: (transfer none) (element-type SlipRow): the open releases with
 * conflicts by release date, as of the last search that came to its end.
 */
GPtrArray *slip_conflict_finder_get_releases (SlipConflictFinder *self);

/* Whether a search is under way. */
gboolean slip_conflict_finder_is_searching (SlipConflictFinder *self);

G_END_DECLS
