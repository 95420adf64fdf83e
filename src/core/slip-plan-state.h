/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-change-set.h"
#include "slip-readiness.h"

G_BEGIN_DECLS

/**
 * SlipPlanState:
 *
 * A plan as a value.  Copies share what they have in common, so forking costs
 * next to nothing.  A state that has been shared is not changed any more: rules
 * read it, and slip_plan_state_apply() makes the next one.  Reference counted;
 * any thread may read it.
 *
 * Everything but the parts of releases is in memory; the parts (checklists,
 * items, stages, …) of a release are there once it is loaded.
 */
typedef struct _SlipPlanState SlipPlanState;

/**
 * SlipRowFunc:
 *
 * Called with each row; the row is borrowed.
 */
typedef void (*SlipRowFunc) (const SlipRow *row, gpointer data);

/* Called with each row, which is borrowed, until it returns `FALSE`. */
typedef gboolean (*SlipRowFilterFunc) (const SlipRow *row, gpointer data);

SlipPlanState *slip_plan_state_new (void) G_GNUC_WARN_UNUSED_RESULT;
SlipPlanState *slip_plan_state_ref (const SlipPlanState *state);
void slip_plan_state_unref (SlipPlanState *state);

/**
 * slip_plan_state_fork:
 *
 * Returns: (transfer full): a copy that its one holder may still change.
 */
SlipPlanState *slip_plan_state_fork (const SlipPlanState *state)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_plan_state_apply:
 *
 * Returns: (transfer full): @state after @set, or %NULL with a
 * `SLIP_PLAN_ERROR`: an entity to create is there already, one to change is
 * not, an old value is not what the set says, one to delete still has values or
 * parts (CONFLICT), a new value may not be kept or something refers to what was
 * deleted (INVALID), or a reference's target is missing (NOT_FOUND).  Changes
 * to the parts of a release that is not loaded are passed over, but if they
 * touch checklists or items, its summary is no longer known.
 */
SlipPlanState *slip_plan_state_apply (const SlipPlanState *state,
                                      const SlipChangeSet *set,
                                      GError **error) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_plan_state_change:
 *
 * As slip_plan_state_apply(), for one change and in place.  @state must not
 * have been shared.  References are not checked.
 */
gboolean slip_plan_state_change (SlipPlanState *state,
                                 const SlipChange *change,
                                 GError **error);

/**
 * slip_plan_state_take_row:
 * @row: (transfer full)
 *
 * Puts @row in, in place of one with its id.  For whoever fills a state that
 * has not been shared yet.
 */
void slip_plan_state_take_row (SlipPlanState *state, SlipRow *row);

/* Says that the parts of @release are in memory (or, again, are not). */
void slip_plan_state_set_loaded (SlipPlanState *state, const char *release);
void slip_plan_state_unload (SlipPlanState *state, const char *release);
gboolean slip_plan_state_is_loaded (const SlipPlanState *state,
                                    const char *release);

/**
 * slip_plan_state_get_summary:
 *
 * Returns: (transfer full) (nullable): what the checklists of @release come to,
 * %NULL if nothing is known of them.  Known are open releases, loaded or not,
 * and closed ones that are loaded.
 */
SlipReleaseSummary *slip_plan_state_get_summary (const SlipPlanState *state,
                                                 const char *release)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_plan_state_take_summary:
 * @summary: (transfer full)
 *
 * Says what the checklists of a release come to that is not loaded.  For
 * whoever fills a state that has not been shared yet.
 */
void slip_plan_state_take_summary (SlipPlanState *state,
                                   SlipReleaseSummary *summary);

/* Sums up the checklists of @release again, which is loaded; after its parts
 * were taken in. */
void slip_plan_state_summarize (SlipPlanState *state, const char *release);

/**
 * slip_plan_state_get:
 *
 * Returns: (nullable): the entity, valid as long as @state.
 */
const SlipRow *slip_plan_state_get (const SlipPlanState *state,
                                    SlipKind kind,
                                    const char *id);

/* The one row of kind plan, or %NULL in an empty state. */
const SlipRow *slip_plan_state_get_plan (const SlipPlanState *state);

/* The row that @property of @row refers to, or %NULL. */
const SlipRow *slip_plan_state_follow (const SlipPlanState *state,
                                       const SlipRow *row,
                                       guint property);

guint slip_plan_state_count (const SlipPlanState *state, SlipKind kind);

/* Calls @func for each entity of @kind, in no order to rely on. */
void slip_plan_state_foreach (const SlipPlanState *state,
                              SlipKind kind,
                              SlipRowFunc func,
                              gpointer data);

/**
 * SlipRowDiffFunc:
 * @before: (nullable): the row as it was
 * @after: (nullable): the row as it is
 */
typedef void (*SlipRowDiffFunc) (const SlipRow *before,
                                 const SlipRow *after,
                                 gpointer data);

/**
 * slip_plan_state_diff:
 *
 * Calls @func for each entity of @kind that is in only one of two states or
 * that was set anew in between.  Between a state and one made from it the cost
 * follows what was edited, not the size of the plan.
 */
void slip_plan_state_diff (const SlipPlanState *before,
                           const SlipPlanState *after,
                           SlipKind kind,
                           SlipRowDiffFunc func,
                           gpointer data);

/* Called with the id of a release. */
typedef void (*SlipReleaseFunc) (const char *release, gpointer data);

/**
 * slip_plan_state_diff_reading:
 *
 * As slip_plan_state_diff(), with the releases whose parts came into memory or
 * went, and those whose checklists were summed up anew; some of them twice.
 */
void slip_plan_state_diff_reading (const SlipPlanState *before,
                                   const SlipPlanState *after,
                                   SlipReleaseFunc func,
                                   gpointer data);

/**
 * slip_plan_state_list:
 *
 * Returns: (transfer full) (element-type SlipRow): the entities of @kind,
 * ordered by id.
 */
GPtrArray *slip_plan_state_list (const SlipPlanState *state,
                                 SlipKind kind) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_plan_state_list_owned:
 *
 * Returns: (transfer full) (element-type SlipRow): the entities of @kind that
 * are part of @owner, ordered by id.
 */
GPtrArray *slip_plan_state_list_owned (const SlipPlanState *state,
                                       SlipKind kind,
                                       const char *owner)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_plan_state_foreach_owned:
 * @func: returns whether to go on
 *
 * Calls @func with the entities of @kind that are part of @owner, in no order
 * to rely on, until it has had enough.
 *
 * Returns: whether @func was called with all of them.
 */
gboolean slip_plan_state_foreach_owned (const SlipPlanState *state,
                                        SlipKind kind,
                                        const char *owner,
                                        SlipRowFilterFunc func,
                                        gpointer data);

/**
 * slip_plan_state_digest:
 *
 * Returns: (transfer full): a SHA-256 in hexadecimal over every entity in
 * memory but records: two states hold the same plan if and only if their
 * digests agree.
 */
char *slip_plan_state_digest (const SlipPlanState *state)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipPlanState, slip_plan_state_unref)

G_END_DECLS
