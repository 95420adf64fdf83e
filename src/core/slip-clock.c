/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-clock.h"

struct _SlipClock {
  SlipDate fixed_today; /* unset: the computer's day */
  gint64 fixed_now_ms;
  gboolean is_now_fixed;
  const gint64 *wound_now_ms; /* NULL: of the two above */
};

G_DEFINE_BOXED_TYPE (SlipClock, slip_clock, slip_clock_ref, slip_clock_unref)

SlipClock *
slip_clock_new_system (void)
{
  SlipClock *self = g_atomic_rc_box_new0 (SlipClock);

  self->fixed_today = slip_date_parse (g_getenv ("SLIPWAY_TODAY"));
  return self;
}

SlipClock *
slip_clock_new_fixed (SlipDate today, gint64 now_ms)
{
  g_return_val_if_fail (slip_date_is_set (today), NULL);

  SlipClock *self = g_atomic_rc_box_new0 (SlipClock);
  self->fixed_today = today;
  self->fixed_now_ms = now_ms;
  self->is_now_fixed = TRUE;
  return self;
}

SlipClock *
slip_clock_new_wound (SlipDate today, const gint64 *now_ms)
{
  g_return_val_if_fail (slip_date_is_set (today), NULL);
  g_return_val_if_fail (now_ms != NULL, NULL);

  SlipClock *self = g_atomic_rc_box_new0 (SlipClock);
  self->fixed_today = today;
  self->wound_now_ms = now_ms;
  return self;
}

SlipClock *
slip_clock_ref (SlipClock *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return g_atomic_rc_box_acquire (self);
}

void
slip_clock_unref (SlipClock *self)
{
  g_return_if_fail (self != NULL);

  g_atomic_rc_box_release (self);
}

SlipDate
slip_clock_get_today (const SlipClock *self)
{
  g_return_val_if_fail (self != NULL, SLIP_DATE_NONE);

  if (slip_date_is_set (self->fixed_today))
    return self->fixed_today;

  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  int year, month, day;
  g_date_time_get_ymd (now, &year, &month, &day);
  return slip_date_new (year, month, day);
}

gint64
slip_clock_get_now_ms (const SlipClock *self)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->wound_now_ms != NULL)
    return *self->wound_now_ms;
  if (self->is_now_fixed)
    return self->fixed_now_ms;
  return g_get_real_time () / 1000;
}

SlipMoment
slip_clock_get_moment (const SlipClock *self)
{
  return (SlipMoment){ slip_clock_get_now_ms (self),
                       slip_clock_get_today (self) };
}

SlipDate
slip_clock_find_day (gint64 at_ms)
{
  gint64 seconds = at_ms / 1000 - (at_ms % 1000 < 0);
  g_autoptr (GDateTime) at = g_date_time_new_from_unix_local (seconds);
  int year, month, day;

  if (at == NULL)
    return SLIP_DATE_NONE;
  g_date_time_get_ymd (at, &year, &month, &day);
  return slip_date_new (year, month, day);
}

gint64
slip_clock_find_start (SlipDate day)
{
  int year, month, day_of_month;

  g_return_val_if_fail (slip_date_is_set (day), 0);

  slip_date_get_parts (day, &year, &month, &day_of_month);
  g_autoptr (GDateTime) start =
    g_date_time_new_local (year, month, day_of_month, 0, 0, 0);
  return g_date_time_to_unix (start) * 1000;
}

gint64
slip_clock_get_instant (const SlipClock *self, SlipDate day)
{
  gint64 now_ms = slip_clock_get_now_ms (self);
  int year, month, day_of_month;

  g_return_val_if_fail (slip_date_is_set (day), now_ms);

  if (slip_date_equal (slip_clock_find_day (now_ms), day))
    return now_ms;

  slip_date_get_parts (day, &year, &month, &day_of_month);
  g_autoptr (GDateTime) noon =
    g_date_time_new_local (year, month, day_of_month, 12, 0, 0);
  return g_date_time_to_unix (noon) * 1000;
}
