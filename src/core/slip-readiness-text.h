/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipTone:
 * @SLIP_TONE_NONE: nothing to say
 * @SLIP_TONE_GOOD: all is done
 * @SLIP_TONE_WARNING: something is left to be done
 * @SLIP_TONE_ERROR: somebody has to do something now
 *
 * How urgent a text is.  It is never told by a colour alone.
 */
typedef enum {
  SLIP_TONE_NONE,
  SLIP_TONE_GOOD,
  SLIP_TONE_WARNING,
  SLIP_TONE_ERROR,
} SlipTone;

/**
 * slip_checklist_summary_get_tone:
 *
 * An error is what is blocked or overdue, and what nobody owns though somebody
 * has begun with it.  What is ready is good, even if something optional is
 * overdue.
 */
SlipTone slip_checklist_summary_get_tone (const SlipChecklistSummary *self,
                                          SlipDate today);

/**
 * slip_checklist_summary_dup_figure:
 *
 * Returns: (transfer full): how far it is, with a mark: '◐ 2/5', 'not needed',
 * 'no items yet'.
 */
char *slip_checklist_summary_dup_figure (const SlipChecklistSummary *self,
                                         SlipDate today)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full) (nullable): '+1 optional', if any is open. */
char *slip_checklist_summary_dup_optional (const SlipChecklistSummary *self)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_checklist_summary_dup_detail:
 *
 * Returns: (transfer full) (nullable): who and until when: 'Helpdesk lead · due
 * Fri', '⚠ no owner · 1 overdue'; %NULL if it is not needed.
 */
char *slip_checklist_summary_dup_detail (const SlipChecklistSummary *self,
                                         const SlipPlanState *state,
                                         SlipDate today)
  G_GNUC_WARN_UNUSED_RESULT;

/* Whether its detail tells of something missing or late. */
gboolean slip_checklist_summary_has_warning (const SlipChecklistSummary *self,
                                             SlipDate today);

/**
 * slip_checklist_summary_dup_label:
 *
 * Returns: (transfer full): all of it in words, to be read out: '2 of 5, no
 * owner, 1 overdue'.
 */
char *slip_checklist_summary_dup_label (const SlipChecklistSummary *self,
                                        const SlipPlanState *state,
                                        SlipDate today)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_readiness_total_dup_label:
 *
 * Returns: (transfer full) (nullable): 'ready: 21 of 31, 1 checklist without an
 * owner, 2 overdue'; %NULL if no checklist is needed.
 */
char *slip_readiness_total_dup_label (const SlipReadinessTotal *self)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_release_dup_line:
 *
 * Returns: (transfer full): when it is released and how far away that is: 'Tue
 * 8 December · in 7 days'.
 */
char *slip_release_dup_line (const SlipPlanState *state,
                             const SlipRow *release,
                             SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
