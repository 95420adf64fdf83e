/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/*
 * A release's status and its stages agree.  With stages that are not all
 * skipped:
 *
 *   Planned, Building, Ready   none is active, held or done
 *   Rolling out                one is active or held, or some are done and some
 *                              are left: planned or rolled back
 *   Released                   none is active, held or planned, at least one is
 *                              done
 *   On hold                    none is active
 *   Cancelled                  none is active or held
 *
 * And a stage has the times of its state: what is planned has none, only what
 * is held is held since, only what is over has ended.
 */

/**
 * slip_rollout_settle:
 *
 * Makes status and stages agree in every release of which @edit changed the
 * status or a stage.  If it changed the state of a stage or deleted one the
 * status follows; else the stages follow the status, at times that are not
 * known.
 *
 * A stage that has begun and whose length changed is expected to end as much
 * later or earlier.
 *
 * Run after every intent, before slip_schedule_settle(); an intent that wants
 * to know the outcome itself may call it too.  Needs the parts of the releases
 * it touches.
 */
void slip_rollout_settle (SlipEdit *edit);

/**
 * slip_rollout_find_faults:
 * @faults: (element-type utf8): where to add a line for each release in memory
 *   whose stages do not agree with its status, and for each stage with times
 *   that its state does not have or that exposes fewer people than the one
 *   before it
 */
void slip_rollout_find_faults (const SlipPlanState *state, GPtrArray *faults);

G_END_DECLS
