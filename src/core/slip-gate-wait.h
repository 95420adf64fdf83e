/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-moment.h"
#include "slip-past.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/*
 * How long the gate of a stage was waited at, and for whom.
 *
 * A stage is waited for from the moment on when it should have started: the end
 * of the day that is planned for it, any time of which will do, or the end of
 * the soak of the stage before, with its pauses, if that is later.  It is
 * waited for until it starts; one that has not started, until now.
 *
 * Of that time, an audience whose required items the gate asks for was waited
 * for until the last of them was closed.  Several can be waited for at the same
 * time.  When all were closed, the decision was waited for.  What else a gate
 * asks (notice, flags, figures, …) leaves no trace of when it came to be met,
 * so waiting for it counts as waiting for the decision.
 *
 * Of a stage that was rolled back and started again the last start counts.
 */

/* Instead of seconds: it is not known. */
#define SLIP_WAIT_UNKNOWN (-1)

/**
 * SlipWaitFor:
 * @audience: (nullable): the id of an audience, %NULL for the decision
 * @name: what it is called; for the decision, who decided if that is recorded
 * @seconds: how long, or `SLIP_WAIT_UNKNOWN`
 */
typedef struct {
  char *audience;
  char *name;
  gint64 seconds;
} SlipWaitFor;

/**
 * SlipGateWait:
 * @seconds: how long it was waited for, or `SLIP_WAIT_UNKNOWN`
 * @is_open: whether it is waited for still
 * @parts: (element-type SlipWaitFor): for whom, the audiences in the order of
 *   telling and the decision last; none if nothing was waited for or it is not
 *   known how long
 */
typedef struct {
  gint64 seconds;
  gboolean is_open;
  GPtrArray *parts;
} SlipGateWait;

/**
 * slip_gate_wait_new:
 * @stage: a stage of a release whose parts are in memory
 * @past: (nullable): the history of its release
 *
 * Returns: (transfer full): how long it was waited for.
 */
SlipGateWait *slip_gate_wait_new (const SlipPlanState *state,
                                  const SlipRow *stage,
                                  const SlipPast *past,
                                  SlipMoment now) G_GNUC_WARN_UNUSED_RESULT;
void slip_gate_wait_free (SlipGateWait *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipGateWait, slip_gate_wait_free)

G_END_DECLS
