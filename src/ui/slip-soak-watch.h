/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "slip-clock.h"
#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * SlipSoakWatch:
 *
 * Says when soaks of stages that ask to be proposed are over, also those that
 * ended while the computer slept: once for all that it has not said yet.
 */
#define SLIP_TYPE_SOAK_WATCH (slip_soak_watch_get_type ())
G_DECLARE_FINAL_TYPE (SlipSoakWatch, slip_soak_watch, SLIP, SOAK_WATCH, GObject)

/**
 * SlipSoakWatch::due:
 * @n_due: how many stages can go wider
 *
 * Emitted when there are some that were not said yet.
 */

/**
 * SlipSoakWatch::looked:
 *
 * Emitted whenever time has passed: what counts hours is to be shown again.
 */

SlipSoakWatch *slip_soak_watch_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Looks at the plan and the clock now, and waits for the next soak to end. */
void slip_soak_watch_set_plan (SlipSoakWatch *self,
                               const SlipPlanState *state,
                               SlipClock *clock);

/**
 * slip_soak_watch_catch_up:
 *
 * Looks at the clock, and at the plan only if it was time to or the clock was
 * put back: timers stand still while the computer sleeps.
 */
void slip_soak_watch_catch_up (SlipSoakWatch *self);

/**
 * slip_soak_watch_get_wait:
 *
 * Returns: how many seconds after @now_ms to look again: when the next soak of
 * @state is over, but at most ten minutes, since timers stand still while the
 * computer sleeps; 0 if no stage runs.
 */
guint slip_soak_watch_get_wait (const SlipPlanState *state, gint64 now_ms);

G_END_DECLS
