/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-preview.h"

G_BEGIN_DECLS

/**
 * SlipDifference:
 * @release: the id of the release
 * @title: what people call it
 * @before: its release date before
 * @after: its release date afterwards
 * @n_days: by how many days it moves, 0 if it has no day before or afterwards
 * @preview: what is different
 * @late: (element-type utf8): open items and communications that would be past
 *   and are not now: 'Sales: Make the deck'
 *
 * What is different for one release.
 */
typedef struct {
  char *release;
  char *title;
  SlipPlannedDate before;
  SlipPlannedDate after;
  int n_days;
  SlipPreview *preview;
  GPtrArray *late;
} SlipDifference;

/**
 * SlipWeekDifference:
 * @range: its seven days
 * @appearing: (element-type utf8): whom it asks too much of, and did not:
 *   'Sales: 3 releases'
 * @going: (element-type utf8): whom it did, and does not any more
 *
 * A week that becomes too full, or does not stay so.
 */
typedef struct {
  SlipRange range;
  GPtrArray *appearing;
  GPtrArray *going;
} SlipWeekDifference;

/**
 * SlipDifferences:
 * @releases: (element-type SlipDifference): those with any, by the day they are
 *   on afterwards
 * @weeks: (element-type SlipWeekDifference): by day
 * @n_moved: how many releases have another release date
 * @n_appearing: how many conflicts appear
 * @n_going: how many go
 * @n_late: how many open items and communications would be past at once
 * @n_to_tell: how many releases have somebody who must be told
 *
 * What is different between two plans of which one was made from the other.
 */
typedef struct {
  GPtrArray *releases;
  GPtrArray *weeks;
  guint n_moved;
  guint n_appearing;
  guint n_going;
  guint n_late;
  guint n_to_tell;
} SlipDifferences;

/**
 * slip_differences_new:
 *
 * Compares two plans; also those releases that were not moved and have other
 * conflicts for it.  That a week asks too much is told of the week, and that
 * dates are past by naming them, so neither counts as a conflict here.
 */
SlipDifferences *slip_differences_new (const SlipPlanState *before,
                                       const SlipPlanState *after,
                                       const SlipConflictContext *context)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_differences_free (SlipDifferences *self);

/**
 * SlipDifferenceColumn:
 *
 * The columns of the table of differences.
 */
typedef enum {
  SLIP_DIFFERENCE_RELEASE,
  SLIP_DIFFERENCE_BEFORE,
  SLIP_DIFFERENCE_AFTER,
  SLIP_DIFFERENCE_SHIFT,
  SLIP_DIFFERENCE_FOLLOWS,
  SLIP_DIFFERENCE_APPEARING,
  SLIP_DIFFERENCE_GOING,
  SLIP_DIFFERENCE_LATE,
  SLIP_DIFFERENCE_TELL,
  SLIP_N_DIFFERENCE_COLUMNS,
} SlipDifferenceColumn;

/* The title of @column, translated. */
const char *slip_difference_column_get_title (SlipDifferenceColumn column);

/**
 * slip_difference_dup_cell:
 *
 * Returns: (transfer full): what stands in @column, a line for each thing; the
 * empty text if there is nothing to tell.
 */
char *slip_difference_dup_cell (const SlipDifference *self,
                                SlipDifferenceColumn column,
                                SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): 'Week of Mon 7 December: too much for Sales: 3
 * releases'. */
char *slip_week_difference_dup_text (const SlipWeekDifference *self,
                                     SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the sums in a sentence: '2 releases move, 1
 * conflict appears, 3 go'. */
char *slip_differences_dup_summary (const SlipDifferences *self)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): all of it as a text to be sent: the sums, then what
 * is different for each release and week. */
char *slip_differences_dup_text (const SlipDifferences *self,
                                 SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipDifferences, slip_differences_free)

G_END_DECLS
