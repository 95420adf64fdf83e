/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-decision.h"

G_BEGIN_DECLS

/**
 * slip_decision_dup_title:
 * @decision: a row of kind decision
 *
 * Returns: (transfer full): what was decided, in a line: 'Go: everyone', 'Roll
 * back: 25 % → 5 %'.
 */
char *slip_decision_dup_title (const SlipRow *decision)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_decision_dup_text:
 *
 * Writes the record out, to be read, printed or sent: who decided what, when
 * and why, what others said, conditions, and the gate at that time; and, if it
 * was withdrawn, when and by whom.
 *
 * Returns: (transfer full): lines of plain text.
 */
char *slip_decision_dup_text (const SlipPlanState *state,
                              const SlipRow *decision)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_decision_get_review_day:
 *
 * Returns: the day on which to look at @release again, which its last decision
 * that is valid names; unset if it names none or something was decided since.
 */
SlipDate slip_decision_get_review_day (const SlipPlanState *state,
                                       const char *release);

G_END_DECLS
