/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-conflict-context.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipNeighbours:
 *
 * What the open releases of a plan have to do with each other: which depend on
 * which, and which ask something of the same people and audiences in the same
 * days.  Only what is in memory is known.  Made once for a plan, and from then
 * on for each state from that of the state before: what was edited is looked
 * at, and nothing else.  Reference counted; never changes; any thread may read
 * it.
 */
typedef struct _SlipNeighbours SlipNeighbours;

/**
 * slip_neighbours_new:
 * @state: (transfer full): nothing but this may hold a reference on it
 * @before: (nullable): those of an earlier state of the plan
 */
SlipNeighbours *slip_neighbours_new (SlipPlanState *state,
                                     const SlipNeighbours *before)
  G_GNUC_WARN_UNUSED_RESULT;
SlipNeighbours *slip_neighbours_ref (const SlipNeighbours *self);
void slip_neighbours_unref (SlipNeighbours *self);

/* Returns: (transfer none): those of @state, made when first asked for. */
const SlipNeighbours *slip_plan_state_get_neighbours (
  const SlipPlanState *state);

/**
 * slip_neighbours_peek_dependents:
 *
 * Returns: (nullable) (transfer none) (element-type SlipRow): the dependencies
 * on @release, each owned by what depends on it, in no order; %NULL for none.
 */
const GPtrArray *slip_neighbours_peek_dependents (const SlipNeighbours *self,
                                                  const char *release);

/**
 * SlipLoadSum:
 * @n_releases: for an audience, the releases that come out and that it is not
 *   ready for; for a person, those they own or bring to market
 * @n_items: the open items that are due and that a person has to do
 *
 * What some days ask of somebody.
 */
typedef struct {
  guint n_releases;
  guint n_items;
} SlipLoadSum;

/**
 * slip_neighbours_sum:
 * @who: (nullable): the id of a person or an audience
 */
SlipLoadSum slip_neighbours_sum (const SlipNeighbours *self,
                                 const char *who,
                                 SlipRange range);

/* Called with what a release asks of @who on @day. */
typedef void (*SlipLoadFunc) (const char *who,
                              SlipDate day,
                              gboolean is_item,
                              gpointer data);

/**
 * slip_neighbours_foreach_asked:
 *
 * Calls @func for each person and audience of whom @release, if it is open,
 * asks something: with its release day, and with the due day of each open item.
 */
void slip_neighbours_foreach_asked (const SlipPlanState *state,
                                    const SlipRow *release,
                                    SlipLoadFunc func,
                                    gpointer data);

/**
 * slip_neighbours_add_flipped:
 * @releases: (element-type utf8): where to add ids, which it frees
 *
 * Adds the releases that share a week in which somebody has too much in @after
 * and had not in @before, or the other way round.
 */
void slip_neighbours_add_flipped (const SlipNeighbours *before,
                                  const SlipNeighbours *after,
                                  const SlipConflictContext *context,
                                  GHashTable *releases);

/* As slip_neighbours_add_flipped(), with those as well that share a week in
 * which somebody has too much in both states, but not as much. */
void slip_neighbours_add_recounted (const SlipNeighbours *before,
                                    const SlipNeighbours *after,
                                    const SlipConflictContext *context,
                                    GHashTable *releases);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipNeighbours, slip_neighbours_unref)

G_END_DECLS
