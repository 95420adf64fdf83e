/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-conflict.h"
#include "slip-edit.h"

G_BEGIN_DECLS

/**
 * SlipSolution:
 * @release: the id of the release
 * @anchor: the date that goes to another day; the release date takes along what
 *   follows it
 * @stage: (nullable): the id of a rollout stage that starts on another day
 *   instead of a date
 * @stage_name: (nullable): its name
 * @day: that day
 * @stay: what stays where the release date moves, see #SlipMove
 * @today: the day on which it is done
 *
 * Something that rids a release of a conflict.
 */
typedef struct {
  char *release;
  SlipAnchor anchor;
  char *stage;
  char *stage_name;
  SlipDate day;
  guint stay;
  SlipDate today;
} SlipSolution;

void slip_solution_free (SlipSolution *self);

/**
 * slip_solution_list:
 * @conflict: a conflict of @release
 *
 * Finds the nearest earlier and the nearest later day that solves @conflict and
 * makes no other conflict, for the release or what depends on it; a week with
 * too much is put up with, if that is not what is to be solved.  Where only
 * what depends on it is in the way of every later day, it comes along.  Each
 * was tried on a fork of @state.  Looks at so many days only, and never at one
 * before today.
 *
 * Returns: (transfer full) (element-type SlipSolution): up to two, by day; none
 *   while the parts of @release are not in memory.
 */
GPtrArray *slip_solution_list (const SlipPlanState *state,
                               const SlipConflictContext *context,
                               const SlipRow *release,
                               const SlipConflict *conflict)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_solution_find_free_day:
 * @release: a release in @state
 * @conflict: a conflict of it
 *
 * Returns: the first day after that of @conflict that it would not hold for,
 * worked and in no freeze; unset where no day can say so.  Sooner found than
 * slip_solution_list(), as nothing is tried out.
 */
SlipDate slip_solution_find_free_day (const SlipPlanState *state,
                                      const SlipConflictContext *context,
                                      const SlipRow *release,
                                      const SlipConflict *conflict);

/* Returns: (transfer full): what to do: 'Move to Tue 5 January'. */
char *slip_solution_dup_text (const SlipSolution *self)
  G_GNUC_WARN_UNUSED_RESULT;

/* A #SlipIntentFunc over a #SlipSolution. */
gboolean slip_solution_run (SlipEdit *edit,
                            gconstpointer solution,
                            GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipSolution, slip_solution_free)

G_END_DECLS
