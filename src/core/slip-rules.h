/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * slip_rules_check_row:
 *
 * Checks one entity against the rules of the model that its values alone can
 * break: a name where one is needed, certainty and day of each date together,
 * a period's first day, the order of a range's ends, a calendar with a working
 * day, a colour's form, a repeated freeze's days, a flag's key, a reason where
 * a checklist is not needed or an item is blocked or not applicable, evidence
 * where it is due, the order of a stage's times, the address of a feed and what
 * its mappings lead to, and those of slip_criterion_check_row().
 *
 * Returns: `TRUE`, or `FALSE` with a `SLIP_PLAN_ERROR_INVALID`.
 */
gboolean slip_rules_check_row (const SlipRow *row, GError **error);

/**
 * slip_rules_check:
 *
 * Returns: (transfer full) (element-type utf8): a line per fault of the loaded
 * plan, none if it keeps every rule.
 */
GPtrArray *slip_rules_check (const SlipPlanState *state)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
