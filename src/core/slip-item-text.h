/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * slip_item_dup_due_text:
 *
 * Returns: (transfer full) (nullable): when it is due and by which rule: 'Fri 4
 * Dec · T−2 wd', with '≈' where its release date is a period, '⚠ 3 days
 * overdue' where it is, 'pinned, was Fri 4 Dec'; the rule alone while it has no
 * day; %NULL if it is never due.
 */
char *slip_item_dup_due_text (const SlipPlanState *state,
                              const SlipRow *item,
                              SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_item_dup_state_text:
 *
 * Returns: (transfer full) (nullable): 'Doing', '⊘ Blocked: the vendor', 'Not
 * applicable: no change'; %NULL while there is nothing to say beside a box that
 * is ticked or not.
 */
char *slip_item_dup_state_text (const SlipRow *item) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_item_dup_label:
 *
 * Returns: (transfer full): all of it in words, to be read out: 'Train the
 * helpdesk, to do, optional, Fri 4 Dec · T−2 wd'.
 */
char *slip_item_dup_label (const SlipPlanState *state,
                           const SlipRow *item,
                           SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): 'Fri 4 Dec', with the year if it is another one. */
char *slip_date_dup_weekday_text (SlipDate date,
                                  SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
