/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * slip_freeze_dup_when:
 *
 * Returns: (transfer full): the rule of @freeze for people: 'Mon 14 December to
 * Tue 5 January', 'Every week on Fri, Sat in December, until …', 'Every year,
 * Mon 14 December to …'.
 */
char *slip_freeze_dup_when (const SlipRow *freeze,
                            SlipDate today) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_freeze_dup_whom:
 *
 * Returns: (transfer full) (nullable): what @freeze is for: 'Payments, Mobile
 * app', 'what Sales has to be ready for', or both; %NULL if it is for
 * everything.
 */
char *slip_freeze_dup_whom (const SlipPlanState *state,
                            const SlipRow *freeze) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
