/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/*
 * Dependencies between releases: one comes on the day of another or after it,
 * or at least some days after it.  Each is part of the release that depends.
 */

/**
 * SlipDependencyState:
 * @SLIP_DEPENDENCY_KEPT: the days are as it asks
 * @SLIP_DEPENDENCY_MET: what it is on was released
 * @SLIP_DEPENDENCY_OPEN: one of the two has no date
 * @SLIP_DEPENDENCY_BROKEN: the dependent comes too early
 * @SLIP_DEPENDENCY_GONE: what it is on is cancelled or deleted
 */
typedef enum {
  SLIP_DEPENDENCY_KEPT,
  SLIP_DEPENDENCY_MET,
  SLIP_DEPENDENCY_OPEN,
  SLIP_DEPENDENCY_BROKEN,
  SLIP_DEPENDENCY_GONE,
} SlipDependencyState;

SlipDependencyState slip_dependency_get_state (const SlipPlanState *state,
                                               const SlipRow *dependency);

/* The first day on which @dependency lets its release come; unset if what it is
 * on has no date. */
SlipDate slip_dependency_get_first_day (const SlipPlanState *state,
                                        const SlipRow *dependency);

/**
 * slip_dependency_list:
 *
 * Returns: (transfer full) (element-type SlipRow): the dependencies of
 * @release, by the day of what they are on.
 */
GPtrArray *slip_dependency_list (const SlipPlanState *state,
                                 const char *release) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_dependency_list_on:
 *
 * Returns: (transfer full) (element-type SlipRow): the dependencies on @release
 * of releases that are not deleted, by their day.
 */
GPtrArray *slip_dependency_list_on (const SlipPlanState *state,
                                    const char *release)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): the dependency of @release on @on. */
SlipRow *slip_dependency_find (const SlipPlanState *state,
                               const char *release,
                               const char *on) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): what @release has to do with @other: 'It
 * depends on Mobile 4.2', 'Mobile 4.2 depends on it'; %NULL for nothing. */
char *slip_dependency_dup_link_text (const SlipPlanState *state,
                                     const char *release,
                                     const char *other)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): how far apart the two have to be, and how it is:
 * 'at least 5 days after, kept'. */
char *slip_dependency_dup_text (const SlipPlanState *state,
                                const SlipRow *dependency)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_dependency_need:
 *
 * Asks for the parts of every release that @dependency can be reached from, so
 * that slip_dependency_check() sees all circles.
 */
void slip_dependency_need (SlipEdit *edit, const SlipRow *dependency);

/**
 * slip_dependency_check:
 * @row: a row of any kind
 *
 * Returns: `FALSE` with a `SLIP_PLAN_ERROR_INVALID` if @row is a dependency on
 *   nothing, a second one on the same release, or one that closes a circle; the
 *   message names the circle.
 */
gboolean slip_dependency_check (const SlipPlanState *state,
                                const SlipRow *row,
                                GError **error);

G_END_DECLS
