/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-moment.h"

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * SlipClock:
 *
 * The one place that reads the time.  Whoever needs today or now is given a
 * clock; tests give a fixed one.  A clock never changes, so it may be shared
 * between threads.
 */
typedef struct _SlipClock SlipClock;

#define SLIP_TYPE_CLOCK (slip_clock_get_type ())

GType slip_clock_get_type (void) G_GNUC_CONST;

/**
 * slip_clock_new_system:
 *
 * Makes a clock that reads the computer's time and time zone.
 *
 * If the environment variable `SLIPWAY_TODAY` holds a day as `YYYY-MM-DD` when
 * the clock is made, today is always that day; instants stay real.  This is for
 * tests and screenshots.  Any other value is ignored.
 *
 * Returns: (transfer full): a new clock.
 */
SlipClock *slip_clock_new_system (void) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_clock_new_fixed:
 * @today: the day to tell, set
 * @now_ms: the instant to tell, in milliseconds since 1970-01-01 UTC
 *
 * Returns: (transfer full): a clock that stands still.
 */
SlipClock *slip_clock_new_fixed (SlipDate today,
                                 gint64 now_ms) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_clock_new_wound:
 * @today: the day to tell, set
 * @now_ms: where the instant to tell is read, as long as there is the clock
 *
 * For tests of what happens as time passes.  Whoever winds it on does so while
 * no other thread reads it.
 *
 * Returns: (transfer full): a clock that goes on when @now_ms does.
 */
SlipClock *slip_clock_new_wound (SlipDate today, const gint64 *now_ms)
  G_GNUC_WARN_UNUSED_RESULT;

SlipClock *slip_clock_ref (SlipClock *self);
void slip_clock_unref (SlipClock *self);

/**
 * slip_clock_get_today:
 *
 * Returns: the civil day at the person's place, always set.
 */
SlipDate slip_clock_get_today (const SlipClock *self);

/**
 * slip_clock_get_now_ms:
 *
 * Returns: the present instant in milliseconds since 1970-01-01 UTC.
 */
gint64 slip_clock_get_now_ms (const SlipClock *self);

/* Returns: now and today. */
SlipMoment slip_clock_get_moment (const SlipClock *self);

/**
 * slip_clock_find_day:
 * @at_ms: an instant in milliseconds since 1970-01-01 UTC
 *
 * Returns: the civil day at the person's place on which @at_ms was or will be;
 * unset if there is no such day.
 */
SlipDate slip_clock_find_day (gint64 at_ms);

/* Returns: the instant at which @day, which is set, begins at the person's
 * place. */
gint64 slip_clock_find_start (SlipDate day);

/**
 * slip_clock_get_instant:
 * @day: a set day
 *
 * Returns: an instant on @day to record of what happened then: now if that is
 * on @day, else its noon.
 */
gint64 slip_clock_get_instant (const SlipClock *self, SlipDate day);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipClock, slip_clock_unref)

G_END_DECLS
