/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-gate.h"

G_BEGIN_DECLS

/**
 * slip_gate_dup_evidence:
 * @stage: the stage whose gate it is
 *
 * Writes out everything that is known at @moment about going to @stage: the
 * release, its stages, each criterion with what it looks at, waivers.  Names
 * stand for themselves and days are written as ISO 8601, so that the text says
 * the same when the plan has long changed.
 *
 * Returns: (transfer full) (nullable): the text, no longer than a record may
 * keep; %NULL if there is no such stage in memory.
 */
char *slip_gate_dup_evidence (const SlipPlanState *state,
                              const char *stage,
                              SlipMoment moment) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
