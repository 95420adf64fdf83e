/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-conflict-context.h"
#include "slip-release.h"

G_BEGIN_DECLS

/**
 * SlipConflictType:
 * @SLIP_CONFLICT_FREEZE: a date lies in a freeze
 * @SLIP_CONFLICT_STAGE_FREEZE: a rollout stage that has not begun starts in one
 * @SLIP_CONFLICT_DEPENDENCY: it comes before what it depends on, or too soon
 *   after it
 * @SLIP_CONFLICT_DEPENDENCY_WITHOUT_DATE: what it depends on has no date
 * @SLIP_CONFLICT_DEPENDENCY_GONE: what it depends on is cancelled or deleted
 * @SLIP_CONFLICT_DEPLOY_AFTER_RELEASE: people get it before it is there
 * @SLIP_CONFLICT_CODE_COMPLETE_AFTER_DEPLOY: it is deployed before it is done
 * @SLIP_CONFLICT_STAGE_ORDER: a rollout stage starts before the one before it
 *   ends
 * @SLIP_CONFLICT_STAGE_SHRINKS: a rollout stage reaches fewer people than the
 *   one before it
 * @SLIP_CONFLICT_NOTICE: an audience can no longer have the notice it needs
 * @SLIP_CONFLICT_T_DATES_PAST: rules put required items before today
 * @SLIP_CONFLICT_TOO_MANY_RELEASES: an audience or a person has too many
 *   releases in the week
 * @SLIP_CONFLICT_TOO_MANY_ITEMS: a person has too many items due in a week
 * @SLIP_CONFLICT_HOLIDAY: a date lies on a holiday
 * @SLIP_CONFLICT_WEEKEND: a date lies on a day that is never worked
 */
typedef enum {
  SLIP_CONFLICT_FREEZE,
  SLIP_CONFLICT_STAGE_FREEZE,
  SLIP_CONFLICT_DEPENDENCY,
  SLIP_CONFLICT_DEPENDENCY_WITHOUT_DATE,
  SLIP_CONFLICT_DEPENDENCY_GONE,
  SLIP_CONFLICT_DEPLOY_AFTER_RELEASE,
  SLIP_CONFLICT_CODE_COMPLETE_AFTER_DEPLOY,
  SLIP_CONFLICT_STAGE_ORDER,
  SLIP_CONFLICT_STAGE_SHRINKS,
  SLIP_CONFLICT_NOTICE,
  SLIP_CONFLICT_T_DATES_PAST,
  SLIP_CONFLICT_TOO_MANY_RELEASES,
  SLIP_CONFLICT_TOO_MANY_ITEMS,
  SLIP_CONFLICT_HOLIDAY,
  SLIP_CONFLICT_WEEKEND,
  SLIP_N_CONFLICT_TYPES,
} SlipConflictType;

/**
 * SlipConflict:
 * @anchor: which of the release's dates it is about; the release date if none
 * @day: the day it falls on: that date, a stage's first day, the first day of a
 *   week with too much, the first of the T-dates that are past
 * @stage: (nullable): the id of the rollout stage it is about
 * @stage_name: (nullable): its name
 * @cause_kind: what @cause is, `SLIP_KIND_NONE` without one
 * @cause: (nullable): the id of the freeze, the other release, the stage
 *   before, the audience, the person or the first item
 * @cause_name: (nullable): its name, or that of a holiday, "" for a holiday
 *   without one
 * @other_day: the day of the other release, the last day of the stage before,
 *   the last day on which the audience could have been told; else unset
 * @n: calendar days after the other release, working days of notice, how many
 *   T-dates, releases or items
 * @limit: how many releases or items in a week would not be too many
 * @is_soft: whether it only warns
 * @excepted_by: (nullable): of a hard freeze that it is excepted from, which
 *   then only warns: who decided that
 * @free_day: the first later day that would be free of it, where a preview
 *   looked for one; else unset
 *
 * Something that will go wrong as planned.
 */
typedef struct {
  SlipConflictType type;
  SlipAnchor anchor;
  SlipDate day;
  char *stage;
  char *stage_name;
  SlipKind cause_kind;
  char *cause;
  char *cause_name;
  SlipDate other_day;
  guint n;
  guint limit;
  gboolean is_soft;
  char *excepted_by;
  SlipDate free_day;
} SlipConflict;

SlipConflict *slip_conflict_copy (const SlipConflict *conflict)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_conflict_free (SlipConflict *conflict);

/* Whether both say the same of the same date, stage or week, on whatever day
 * that is and however many it counts. */
gboolean slip_conflict_equal (const SlipConflict *a, const SlipConflict *b);

/* The name of @type in files and on the command line: 'stage-freeze'. */
const char *slip_conflict_type_get_nick (SlipConflictType type);

/**
 * slip_conflict_describe:
 *
 * Returns: (transfer full): a sentence for people without a full stop:
 * 'Release date (Tue 22 December) lies in “Year-end freeze”'.
 */
char *slip_conflict_describe (const SlipConflict *conflict)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_conflict_count_alike:
 * @conflicts: (element-type SlipConflict): those of a release
 * @first: the index of the first
 *
 * Returns: how many from @first on say the same of one person or audience after
 * the other, and so are told and solved as one; at least 1.
 */
guint slip_conflict_count_alike (const GPtrArray *conflicts, guint first);

/**
 * slip_conflict_describe_group:
 * @conflicts: (element-type SlipConflict): the first of them and as many more
 *   as slip_conflict_count_alike() has are told in one sentence
 * @first: the index of the first
 * @n_told: (out): how many are told
 *
 * Returns: (transfer full): 'Sales, Support have 3 releases each in …'.
 */
char *slip_conflict_describe_group (const GPtrArray *conflicts,
                                    guint first,
                                    guint *n_told) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_conflict_list:
 *
 * Finds the conflicts of one release: of its dates with freezes, days that are
 * not worked and each other; of its rollout stages; with what it depends on;
 * of its T-dates and the notice that audiences need with today; and with
 * others in the weeks that ask too much of somebody.  A release that is closed
 * or deleted has none; a date that stands for a period lies in a freeze only if
 * no working day of the period is free.
 *
 * Returns: (transfer full) (element-type SlipConflict): in the order of
 * #SlipConflictType.
 */
GPtrArray *slip_conflict_list (const SlipPlanState *state,
                               const SlipConflictContext *context,
                               const SlipRow *release)
  G_GNUC_WARN_UNUSED_RESULT;

/* Whether slip_conflict_list() would find any: the first will do. */
gboolean slip_conflict_is_any (const SlipPlanState *state,
                               const SlipConflictContext *context,
                               const SlipRow *release);

/**
 * slip_conflict_list_touched:
 *
 * Finds the releases that may have other conflicts in @after than in @before:
 * those that were edited, or whose parts were, those that depend on them, and
 * those in weeks that now ask too much of somebody or no longer do.
 *
 * Returns: (transfer full) (nullable) (element-type utf8): a set of their ids;
 *   %NULL if it may be any, as after an edit of a freeze or a calendar.
 */
GHashTable *slip_conflict_list_touched (const SlipPlanState *before,
                                        const SlipPlanState *after,
                                        const SlipConflictContext *context)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_conflict_list_changed:
 *
 * As slip_conflict_list_touched(), with those as well whose conflicts count
 * other releases or items than before in weeks that ask too much of somebody.
 */
GHashTable *slip_conflict_list_changed (const SlipPlanState *before,
                                        const SlipPlanState *after,
                                        const SlipConflictContext *context)
  G_GNUC_WARN_UNUSED_RESULT;

/* Whether @conflicts has one that says the same as @conflict. */
gboolean slip_conflict_is_among (const SlipConflict *conflict,
                                 const GPtrArray *conflicts);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipConflict, slip_conflict_free)

G_END_DECLS
