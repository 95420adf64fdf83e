/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "slip-clock.h"

G_BEGIN_DECLS

/**
 * SlipDayWatch:
 *
 * Says when a new day begins: at midnight, or after a sleep over it, and
 * whenever somebody asks.
 */
#define SLIP_TYPE_DAY_WATCH (slip_day_watch_get_type ())
G_DECLARE_FINAL_TYPE (SlipDayWatch, slip_day_watch, SLIP, DAY_WATCH, GObject)

/**
 * SlipDayWatch::day-changed:
 *
 * Emitted after slip_day_watch_get_today() has changed.
 */

SlipDayWatch *slip_day_watch_new (SlipClock *clock) G_GNUC_WARN_UNUSED_RESULT;

SlipDate slip_day_watch_get_today (SlipDayWatch *self);

/* Looks at the clock now, and waits for the next midnight. */
void slip_day_watch_look (SlipDayWatch *self);

/**
 * slip_day_watch_get_wait:
 * @now_ms: an instant, milliseconds since 1970 UTC
 * @time_zone: whose midnight
 *
 * Returns: how many seconds after @now_ms to look at the clock again: just
 * after the next midnight, but at most ten minutes, since timers stand still
 * while the computer sleeps.
 */
guint slip_day_watch_get_wait (gint64 now_ms, GTimeZone *time_zone);

G_END_DECLS
