/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-query.h"

G_BEGIN_DECLS

/**
 * SlipMatrixUrgency:
 * @SLIP_MATRIX_LOUD: a checklist has no owner, is blocked or is overdue
 * @SLIP_MATRIX_GAP: a checklist is not ready, or a feed contradicts the plan
 * @SLIP_MATRIX_QUIET: all are ready, or there are no checklists
 *
 * How much a release needs attention.
 */
typedef enum {
  SLIP_MATRIX_LOUD,
  SLIP_MATRIX_GAP,
  SLIP_MATRIX_QUIET,
} SlipMatrixUrgency;

/**
 * SlipMatrixRow:
 * @release: the release
 * @day: the day it is planned for; unset if unscheduled
 * @urgency: by which the rows are ordered
 * @total: the sum over its checklists
 * @n_disagreements: how many of its audiences, and the release itself, a feed
 *   contradicts
 * @checklists: (array): for each audience of the matrix what its checklist
 *   comes to, or %NULL where there is none
 *
 * One release of the matrix.
 */
typedef struct {
  SlipRow *release;
  SlipDate day;
  SlipMatrixUrgency urgency;
  SlipReadinessTotal total;
  guint n_disagreements;
  const SlipChecklistSummary **checklists;
  /*< private >*/
  SlipReleaseSummary *summary;
  char *title;
  char *title_key;
} SlipMatrixRow;

/* A window of this many days has no end, and the unscheduled ones in it. */
#define SLIP_MATRIX_ALL 0

/**
 * SlipMatrixSpec:
 * @n_days: how many days after today the last day of the window is, or
 *   %SLIP_MATRIX_ALL
 * @is_only_gaps: whether to leave out releases that nothing is missing in; one
 *   without any checklist misses them
 * @now_ms: the present instant, which tells what feeds say from what is stale;
 * 0 leaves feeds out
 */
typedef struct {
  SlipDate today;
  int n_days;
  gboolean is_only_gaps;
  gint64 now_ms;
} SlipMatrixSpec;

/**
 * SlipMatrix:
 * @spec: what it was made for
 * @audiences: (element-type SlipRow): the columns, in the order of telling:
 *   those in use, and retired ones where a release has a checklist for them
 * @rows: (element-type SlipMatrixRow): the open releases that are planned up to
 *   the window's end, late ones too; the most urgent first, each by date
 * @n_unowned: checklists of theirs without owner
 * @n_overdue: open items of theirs that were due before today
 * @n_not_ready: checklists of theirs that are needed and not ready
 * @n_disagreements: where a feed contradicts what the plan says of them
 *
 * Who is ready for which release.  A plain value to be read.
 */
typedef struct {
  SlipMatrixSpec spec;
  GPtrArray *audiences;
  GPtrArray *rows;
  guint n_unowned;
  guint n_overdue;
  guint n_not_ready;
  guint n_disagreements;
} SlipMatrix;

SlipMatrix *slip_matrix_new (const SlipPlanState *state,
                             const SlipQuery *query,
                             const SlipMatrixSpec *spec)
  G_GNUC_WARN_UNUSED_RESULT;
void slip_matrix_free (SlipMatrix *self);

static inline const SlipMatrixRow *
slip_matrix_get_row (const SlipMatrix *self, guint row)
{
  return self->rows->pdata[row];
}

/* The place of the row of @release or of the column of @audience, or -1. */
int slip_matrix_find_row (const SlipMatrix *self, const char *release);
int slip_matrix_find_column (const SlipMatrix *self, const char *audience);

/* Whether there is a checklist in any of its cells. */
gboolean slip_matrix_has_checklists (const SlipMatrix *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipMatrix, slip_matrix_free)

G_END_DECLS
