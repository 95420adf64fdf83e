/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-release.h"

G_BEGIN_DECLS

/**
 * SlipGapType:
 * @SLIP_GAP_CHECKLIST_OWNER: nobody owns a checklist that is needed
 * @SLIP_GAP_OWNER: nobody owns the release
 * @SLIP_GAP_MARKET_OWNER: it has no go-to-market owner
 * @SLIP_GAP_OVERDUE: an open item was due before today
 *
 * What may be missing in an open release and is somebody's to mend at once.
 */
typedef enum {
  SLIP_GAP_CHECKLIST_OWNER,
  SLIP_GAP_OWNER,
  SLIP_GAP_MARKET_OWNER,
  SLIP_GAP_OVERDUE,
} SlipGapType;

/* Sets of them, for slip_gap_list(). */
#define SLIP_GAP_BIT(type) (1u << (type))
#define SLIP_GAPS_UNOWNED                                                      \
  (SLIP_GAP_BIT (SLIP_GAP_OWNER) | SLIP_GAP_BIT (SLIP_GAP_MARKET_OWNER) |      \
   SLIP_GAP_BIT (SLIP_GAP_CHECKLIST_OWNER))
#define SLIP_GAPS_OVERDUE SLIP_GAP_BIT (SLIP_GAP_OVERDUE)

/**
 * SlipGap:
 * @release: the release
 * @checklist: (nullable): the id of the checklist
 * @audience: (nullable): the id of its audience
 * @item: (nullable): the item that is overdue; %NULL also if the parts of the
 *   release are not in memory
 * @owner: (nullable): the id of whose it is: the item's owner, else the
 *   checklist's
 * @since: the day an overdue item was due; unset otherwise
 */
typedef struct {
  SlipGapType type;
  SlipRow *release;
  char *checklist;
  char *audience;
  SlipRow *item;
  char *owner;
  SlipDate since;
} SlipGap;

void slip_gap_free (SlipGap *self);

/**
 * SlipGapCount:
 * @n_unowned: needed checklists without owner, and one each for a missing owner
 *   and a missing go-to-market owner of the release
 * @n_overdue: open items that were due before today
 */
typedef struct {
  guint n_unowned;
  guint n_overdue;
} SlipGapCount;

/* Counts the gaps of @release; none if it is closed or deleted. */
SlipGapCount slip_gap_count (const SlipPlanState *state,
                             const SlipRow *release,
                             SlipDate today);

/* Whether @release has a needed checklist for @audience that is not ready; not
 * if it is closed or deleted. */
gboolean slip_gap_is_not_ready (const SlipPlanState *state,
                                const SlipRow *release,
                                const char *audience);

/**
 * SlipGapTotals:
 * @count: the sum of slip_gap_count() over all releases
 * @not_ready: (element-type utf8 guint): the id of each audience that an open
 *   release has a needed checklist for, and how many releases it is not ready
 *   for; possibly none
 * @n_wrong: how many audiences know a wrong date, each for each open release
 */
typedef struct {
  SlipGapCount count;
  guint n_wrong;
  GHashTable *not_ready;
} SlipGapTotals;

SlipGapTotals *slip_gap_totals_new (const SlipPlanState *state,
                                    SlipDate today) G_GNUC_WARN_UNUSED_RESULT;
void slip_gap_totals_free (SlipGapTotals *self);

/**
 * slip_gap_list:
 * @types: a set of SLIP_GAP_BIT()s
 *
 * Tells what the counts of all releases are made of.
 *
 * Returns: (transfer full) (element-type SlipGap): by the day they are overdue
 * since, then by release date and title, then by type and in the order of
 * telling.
 */
GPtrArray *slip_gap_list (const SlipPlanState *state,
                          guint types,
                          SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipGap, slip_gap_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipGapTotals, slip_gap_totals_free)

G_END_DECLS
