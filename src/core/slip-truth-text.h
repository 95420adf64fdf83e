/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-truth.h"

G_BEGIN_DECLS

/*
 * Plan and truth in words.  What is not known is written so, never as a number.
 */

/* Returns: (transfer full): '+3 days', '−1 day', 'as planned' or 'not known'.
 */
char *slip_truth_dup_slip (int days) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): '2 d 4 h', 'no wait' or 'not known'. */
char *slip_truth_dup_wait (gint64 seconds) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): a day as 'Tue 8 December', 'not known' if unset. */
char *slip_truth_dup_day (SlipDate day,
                          SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): '3 releases, 2 late, +5 days on average, +9 days at
 * worst'. */
char *slip_product_truth_dup_text (const SlipProductTruth *self)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): '2 d 4 h at 3 gates, 1 not known'. */
char *slip_wait_truth_dup_text (const SlipWaitTruth *self)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): for whom a gate was waited at: 'Sales 2 d 4 h,
 * Decision (Release lead) 3 h'; empty if for nobody. */
char *slip_gate_wait_dup_text (const SlipGateWait *self)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): 'First planned for Wed 18 November, out on Fri 20
 * November: +2 days; moved 3 times'. */
char *slip_release_truth_dup_text (const SlipReleaseTruth *self,
                                   SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): 'Done; planned for Tue 1 December, started on Wed 2
 * December: +1 day; gate waited 9 h: Sales 9 h'. */
char *slip_stage_truth_dup_text (const SlipStageTruth *self,
                                 SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the whole report, to be printed or sent. */
char *slip_truth_dup_text (const SlipPlanTruth *truth,
                           SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_truth_list_rows:
 *
 * Returns: (transfer full) (element-type GStrv): the report as a table, the
 * titles first: a row for each release and one for each of its stages, days as
 * ISO 8601, durations in hours, empty cells for what is not known.
 */
GPtrArray *slip_truth_list_rows (const SlipPlanTruth *truth)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
