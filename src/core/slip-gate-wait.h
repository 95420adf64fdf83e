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
 * Of that time, whatever the gate must have was waited for until it came to be
 * so, or was waived: an audience until the last of its required items was
 * closed, notice until an audience had been told for as many working days as it
 * asks for, a freeze until it was over or an exception decided; flags, figures,
 * the rollback plan and ticks until they were recorded.  Several can be waited
 * for at the same time.  When all was there, the decision was waited for.  What
 * a feed said when is not known afterwards.
 *
 * Of a stage that was rolled back and started again the last start counts.
 */

/* Instead of seconds: it is not known. */
#define SLIP_WAIT_UNKNOWN (-1)

/**
 * SlipWaitCause:
 *
 * What a gate waited for: one of the things it asks, or the decision.
 */
typedef enum {
  SLIP_WAIT_CAUSE_ITEMS,
  SLIP_WAIT_CAUSE_NOTICE,
  SLIP_WAIT_CAUSE_FLAGS,
  SLIP_WAIT_CAUSE_FEED,
  SLIP_WAIT_CAUSE_FREEZE,
  SLIP_WAIT_CAUSE_ROLLBACK_PLAN,
  SLIP_WAIT_CAUSE_FIGURE,
  SLIP_WAIT_CAUSE_OWN,
  SLIP_WAIT_CAUSE_DECISION,
  SLIP_N_WAIT_CAUSES,
} SlipWaitCause;

/* How JSON calls it: 'rollback-plan'. */
const char *slip_wait_cause_get_nick (SlipWaitCause cause);
/* All of that sort, for people, translated: 'Decisions'. */
const char *slip_wait_cause_get_label (SlipWaitCause cause);

/**
 * SlipWaitFor:
 * @cause: what sort of thing it is
 * @audience: (nullable): the id of an audience, of items and notice
 * @name: what it is called; for the decision, who decided if that is recorded
 * @seconds: how long, or `SLIP_WAIT_UNKNOWN`
 */
typedef struct {
  SlipWaitCause cause;
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
