/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-gate.h"
#include "slip-knowledge.h"
#include "slip-past.h"

G_BEGIN_DECLS

/**
 * SlipGateSpell:
 * @release: the release of @stage
 * @stage: the stage that was waited for
 * @past: (nullable): the history of its release
 * @gate: (nullable): its gate at present, if it is waited for still
 * @from_ms: since when it was waited for
 * @until_ms: until when; now, if it still is
 *
 * A time in which a gate was waited at.
 */
typedef struct {
  const SlipPlanState *state;
  const SlipRow *release;
  const SlipRow *stage;
  const SlipPast *past;
  const SlipGate *gate;
  gint64 from_ms;
  gint64 until_ms;
} SlipGateSpell;

/*
 * When what a gate asks for came to be so.  The history tells of plans, ticks,
 * figures, flags and waivers, the plan itself of notice and freezes.  What a
 * feed said then is not kept.  Each of these returns an instant from
 * @from_ms to @until_ms, the latter also for what was not so by then, or
 * `SLIP_PAST_UNKNOWN`.
 */

/* Of a criterion that looks neither at items nor at notice. */
gint64 slip_gate_clearing_find (const SlipGateSpell *spell,
                                const SlipRow *criterion);

/* Of one that asks for the notice of the audience that @knowledge is about. */
gint64 slip_gate_clearing_find_notice (const SlipGateSpell *spell,
                                       const SlipRow *criterion,
                                       const SlipKnowledge *knowledge);

/* @at_ms, or when @criterion was waived if that was before; @at_ms may be
 * `SLIP_PAST_UNKNOWN` or `SLIP_PAST_NEVER`. */
gint64 slip_gate_clearing_limit (const SlipGateSpell *spell,
                                 const SlipRow *criterion,
                                 gint64 at_ms);

G_END_DECLS
