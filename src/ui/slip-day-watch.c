/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-day-watch.h"

#define LONGEST_WAIT_S 600

struct _SlipDayWatch {
  GObject parent_instance;

  SlipClock *clock;
  SlipDate today;
  guint timer;
};

enum {
  DAY_CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (SlipDayWatch, slip_day_watch, G_TYPE_OBJECT)

static gboolean
timer_cb (gpointer data)
{
  SlipDayWatch *self = data;
  self->timer = 0;
  slip_day_watch_look (self);
  return G_SOURCE_REMOVE;
}

static void
slip_day_watch_finalize (GObject *object)
{
  SlipDayWatch *self = SLIP_DAY_WATCH (object);
  g_clear_handle_id (&self->timer, g_source_remove);
  slip_clock_unref (self->clock);
  G_OBJECT_CLASS (slip_day_watch_parent_class)->finalize (object);
}

static void
slip_day_watch_class_init (SlipDayWatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = slip_day_watch_finalize;
  signals[DAY_CHANGED] =
    g_signal_new ("day-changed", SLIP_TYPE_DAY_WATCH, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
slip_day_watch_init (SlipDayWatch *self)
{
  self->today = SLIP_DATE_NONE;
}

SlipDayWatch *
slip_day_watch_new (SlipClock *clock)
{
  g_return_val_if_fail (clock != NULL, NULL);

  SlipDayWatch *self = g_object_new (SLIP_TYPE_DAY_WATCH, NULL);
  self->clock = slip_clock_ref (clock);
  slip_day_watch_look (self);
  return self;
}

SlipDate
slip_day_watch_get_today (SlipDayWatch *self)
{
  g_return_val_if_fail (SLIP_IS_DAY_WATCH (self), SLIP_DATE_NONE);
  return self->today;
}

void
slip_day_watch_look (SlipDayWatch *self)
{
  g_return_if_fail (SLIP_IS_DAY_WATCH (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  g_autoptr (GTimeZone) time_zone = g_time_zone_new_local ();
  self->timer = g_timeout_add_seconds (
    slip_day_watch_get_wait (slip_clock_get_now_ms (self->clock), time_zone),
    timer_cb, self);

  SlipDate today = slip_clock_get_today (self->clock);
  if (slip_date_equal (today, self->today))
    return;
  self->today = today;
  g_signal_emit (self, signals[DAY_CHANGED], 0);
}

guint
slip_day_watch_get_wait (gint64 now_ms, GTimeZone *time_zone)
{
  g_autoptr (GDateTime) now = g_date_time_new_from_unix_utc (now_ms / 1000);
  g_return_val_if_fail (now != NULL, LONGEST_WAIT_S);
  g_autoptr (GDateTime) here = g_date_time_to_timezone (now, time_zone);
  g_autoptr (GDateTime) tomorrow = g_date_time_add_days (here, 1);
  g_autoptr (GDateTime) midnight =
    g_date_time_new (time_zone, g_date_time_get_year (tomorrow),
                     g_date_time_get_month (tomorrow),
                     g_date_time_get_day_of_month (tomorrow), 0, 0, 0.0);
  g_return_val_if_fail (midnight != NULL, LONGEST_WAIT_S);
  gint64 wait_s = g_date_time_difference (midnight, here) / G_USEC_PER_SEC + 1;
  return (guint) CLAMP (wait_s, 1, LONGEST_WAIT_S);
}
