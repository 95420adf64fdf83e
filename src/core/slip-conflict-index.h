/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-conflict.h"

G_BEGIN_DECLS

/**
 * SlipConflictIndex:
 *
 * The conflicts of the releases of a plan, kept once they have been asked for.
 * Each state's index takes over from that of the state before what an edit in
 * between cannot have touched.  What is kept is of one context: another, such
 * as that of the next day, begins anew.  Reference counted; any thread may ask
 * it.
 */
typedef struct _SlipConflictIndex SlipConflictIndex;

/**
 * slip_plan_state_list_conflicts:
 *
 * As slip_conflict_list(), for whoever asks again and again.
 *
 * Returns: (transfer full) (element-type SlipConflict): shared with others, so
 *   not to be changed.
 */
GPtrArray *slip_plan_state_list_conflicts (const SlipPlanState *state,
                                           const SlipConflictContext *context,
                                           const SlipRow *release)
  G_GNUC_WARN_UNUSED_RESULT;

/* Whether slip_plan_state_list_conflicts() lists any, for whoever needs to know
 * no more: of many releases that is much sooner said. */
gboolean slip_plan_state_has_conflicts (const SlipPlanState *state,
                                        const SlipConflictContext *context,
                                        const SlipRow *release);

/* Returns: (transfer none): that of @state, made when first asked for. */
SlipConflictIndex *slip_plan_state_get_conflict_index (
  const SlipPlanState *state);

/**
 * slip_conflict_index_new:
 * @state: (transfer full): nothing but this may hold a reference on it
 * @before: (nullable): that of an earlier state of the plan
 *
 * For slip_plan_state_get_conflict_index().
 */
SlipConflictIndex *slip_conflict_index_new (SlipPlanState *state,
                                            SlipConflictIndex *before)
  G_GNUC_WARN_UNUSED_RESULT;
SlipConflictIndex *slip_conflict_index_ref (SlipConflictIndex *self);
void slip_conflict_index_unref (SlipConflictIndex *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipConflictIndex, slip_conflict_index_unref)

G_END_DECLS
