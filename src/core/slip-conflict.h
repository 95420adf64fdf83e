/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-release.h"

G_BEGIN_DECLS

/**
 * SlipConflictType:
 * @SLIP_CONFLICT_FREEZE: a date lies in a freeze
 * @SLIP_CONFLICT_HOLIDAY: a date lies on a holiday
 * @SLIP_CONFLICT_WEEKEND: a date lies on a day that is never worked
 * @SLIP_CONFLICT_DEPLOY_AFTER_RELEASE: people get it before it is there
 * @SLIP_CONFLICT_CODE_COMPLETE_AFTER_DEPLOY: it is deployed before it is done
 */
typedef enum {
  SLIP_CONFLICT_FREEZE,
  SLIP_CONFLICT_HOLIDAY,
  SLIP_CONFLICT_WEEKEND,
  SLIP_CONFLICT_DEPLOY_AFTER_RELEASE,
  SLIP_CONFLICT_CODE_COMPLETE_AFTER_DEPLOY,
} SlipConflictType;

/**
 * SlipConflict:
 * @anchor: which of the release's dates it is about
 * @day: the day that date falls on
 * @cause: (nullable): the id of the freeze
 * @cause_name: (nullable): the name of the freeze or holiday, "" for a holiday
 *   without one
 * @is_soft: whether it only warns
 *
 * Something that will go wrong as planned.
 */
typedef struct {
  SlipConflictType type;
  SlipAnchor anchor;
  SlipDate day;
  char *cause;
  char *cause_name;
  gboolean is_soft;
} SlipConflict;

void slip_conflict_free (SlipConflict *conflict);

/* Whether both say the same of the same date, on whatever day. */
gboolean slip_conflict_equal (const SlipConflict *a, const SlipConflict *b);

/**
 * slip_conflict_describe:
 *
 * Returns: (transfer full): a sentence for people without a full stop:
 * 'Release date (Tue 22 December) lies in “Year-end freeze”'.
 */
char *slip_conflict_describe (const SlipConflict *conflict)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_conflict_list:
 *
 * Finds the conflicts of one release: of its release and deploy dates with
 * freezes, of all its dates with days that are not worked, and of its dates
 * with each other.  A release that is closed or deleted has none; a date that
 * stands for a period conflicts only if no working day of the period is free.
 *
 * Returns: (transfer full) (element-type SlipConflict): in the order of
 * #SlipConflictType.
 */
GPtrArray *slip_conflict_list (const SlipPlanState *state,
                               const SlipRow *release)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_conflict_list_touched:
 *
 * Finds the releases that may have other conflicts in @after than in @before:
 * those that were edited, or whose parts were.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a set of their ids;
 *   %NULL if it may be any, as after an edit of a freeze or a calendar.
 */
GHashTable *slip_conflict_list_touched (const SlipPlanState *before,
                                        const SlipPlanState *after)
  G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipConflict, slip_conflict_free)

G_END_DECLS
