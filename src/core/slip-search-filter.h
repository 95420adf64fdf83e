/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"
#include "slip-search-query.h"

G_BEGIN_DECLS

/**
 * SlipSearchFilter:
 *
 * The filters of a query with the names in it found in a plan.  Reference
 * counted, not changed.
 */
typedef struct _SlipSearchFilter SlipSearchFilter;

/**
 * slip_search_filter_new:
 *
 * A name means whoever is called exactly that, else everybody whose name has
 * words that begin like its words.
 *
 * Returns: (transfer full): the filter, or %NULL with
 *   `SLIP_PLAN_ERROR_NOT_FOUND` if a name is nobody's.
 */
SlipSearchFilter *slip_search_filter_new (const SlipSearchQuery *query,
                                          const SlipPlanState *state,
                                          SlipDate today,
                                          GError **error);
SlipSearchFilter *slip_search_filter_ref (SlipSearchFilter *self);
void slip_search_filter_unref (SlipSearchFilter *self);

/**
 * slip_search_filter_matches:
 * @row: something of the plan; a part of a release need not be in @state
 * @checklist: (nullable): the checklist of an item that is not in @state
 *
 * Whether every filter lets @row through.  Who owns what, and what is unowned
 * or overdue, is what it is everywhere: an item without an owner is its
 * checklist's owner's; nothing of a closed release is unowned or overdue.  What
 * has no owner, audience or date at all is not let through by a filter for it.
 */
gboolean slip_search_filter_matches (const SlipSearchFilter *self,
                                     const SlipPlanState *state,
                                     const SlipRow *row,
                                     const SlipRow *checklist);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipSearchFilter, slip_search_filter_unref)

G_END_DECLS
