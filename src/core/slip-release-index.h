/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-release.h"

G_BEGIN_DECLS

/**
 * SlipReleaseEntry:
 * @day: the day that the date stands for, unset if unscheduled
 * @anchor: the release date, or the deploy date of an open release
 * @is_closed: whether the release is closed
 * @status: the #SlipStatus of the release
 * @release: (transfer none): valid as long as its index
 * @product: (transfer none) (nullable): the id of its product
 *
 * A release on a day.
 */
typedef struct {
  SlipDate day;
  guint8 anchor; /* of SlipAnchor */
  guint8 is_closed;
  guint8 status;
  guint8 depends_on_calendar; /* one of the release's dates is about */
  const SlipRow *release;
  const char *product;
} SlipReleaseEntry;

/**
 * SlipReleaseIndex:
 *
 * What is asked of all releases of a plan at once: which are on which days, how
 * many there are.  Deleted releases are not in it.  It is made once, where the
 * plan is read, and from then on each state's index is made from that of the
 * state before: what was edited is looked at, and nothing else.  Reference
 * counted; never changes; any thread may read it.
 */
typedef struct _SlipReleaseIndex SlipReleaseIndex;

/**
 * slip_plan_state_get_index:
 *
 * Returns: (transfer none): the index of @state, made when it is asked for the
 *   first time; valid as long as @state is not changed.
 */
const SlipReleaseIndex *slip_plan_state_get_index (const SlipPlanState *state);

/**
 * slip_release_index_new:
 * @state: (transfer full): the index's own copy of a state
 * @before: (nullable): the index of another state of the same plan
 *
 * For slip_plan_state_get_index().
 */
SlipReleaseIndex *slip_release_index_new (SlipPlanState *state,
                                          SlipReleaseIndex *before)
  G_GNUC_WARN_UNUSED_RESULT;
SlipReleaseIndex *slip_release_index_ref (const SlipReleaseIndex *self);
void slip_release_index_unref (SlipReleaseIndex *self);

/**
 * slip_release_index_list:
 * @n_entries: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_entries): everything, by day, what
 *   is unscheduled last.  A deploy date has an entry of its own unless it falls
 *   on the day of the release date.
 */
const SlipReleaseEntry *slip_release_index_list (const SlipReleaseIndex *self,
                                                 guint *n_entries);

/**
 * slip_release_index_find:
 * @range: days; from an unset day to an unset day for what is unscheduled
 *
 * As slip_release_index_list(), of the days in @range.
 */
const SlipReleaseEntry *slip_release_index_find (const SlipReleaseIndex *self,
                                                 SlipRange range,
                                                 guint *n_entries);

/* Calls @func with each open release, by day. */
void slip_release_index_foreach_open (const SlipReleaseIndex *self,
                                      SlipRowFunc func,
                                      gpointer data);

/* How many releases there are. */
guint slip_release_index_count (const SlipReleaseIndex *self);

/* How many releases a product has, and how many a person owns. */
guint slip_release_index_count_of_product (const SlipReleaseIndex *self,
                                           const char *product);
guint slip_release_index_count_of_owner (const SlipReleaseIndex *self,
                                         const char *person);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipReleaseIndex, slip_release_index_unref)

G_END_DECLS
