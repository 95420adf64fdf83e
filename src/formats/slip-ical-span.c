/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-ical-span.h"

#include <libical/ical.h>

#define DAY_SECONDS 86400

/* No valid day is further from another. */
#define MAX_SPAN_SECONDS ((gint64) 3660000 * DAY_SECONDS)

/* A DATE or DATE-TIME as a civil day and a time on it. */
typedef struct {
  SlipDate day;
  gint64 seconds;
  gboolean is_date;
  gboolean is_floating;
} Moment;

static Moment
convert_utc (const icaltimetype *time, GTimeZone *zone)
{
  Moment moment = { .day = SLIP_DATE_NONE };
  g_autoptr (GDateTime) utc = NULL;
  g_autoptr (GDateTime) local = NULL;
  int year, month, day;

  /* 60 is a leap second. */
  utc = g_date_time_new_utc (time->year, time->month, time->day, time->hour,
                             time->minute, MIN (time->second, 59));
  if (utc == NULL)
    return moment;
  local = g_date_time_to_timezone (utc, zone);
  if (local == NULL)
    return moment;
  g_date_time_get_ymd (local, &year, &month, &day);
  moment.day = slip_date_new (year, month, day);
  moment.seconds = g_date_time_get_hour (local) * 3600 +
                   g_date_time_get_minute (local) * 60 +
                   g_date_time_get_second (local);
  return moment;
}

static Moment
read_moment (const char *value, gboolean is_zoned, GTimeZone *zone)
{
  icaltimetype time = icaltime_from_string (value);
  Moment moment = { .day = SLIP_DATE_NONE };

  if (icaltime_is_null_time (time))
    return moment;
  if (icaltime_is_utc (time))
    return convert_utc (&time, zone);

  moment.day = slip_date_new (time.year, time.month, time.day);
  moment.is_date = time.is_date;
  moment.is_floating = !time.is_date && !is_zoned;
  if (!time.is_date)
    moment.seconds = time.hour * 3600 + time.minute * 60 + time.second;
  return moment;
}

/* The length of an RFC 5545 duration; -1 if it is none or negative. */
static gint64
read_duration (const char *value)
{
  struct icaldurationtype duration = icaldurationtype_from_string (value);
  gint64 seconds;

  if (duration.is_neg != 0)
    return -1;
  seconds = ((gint64) duration.weeks * 7 + duration.days) * DAY_SECONDS +
            (gint64) duration.hours * 3600 + (gint64) duration.minutes * 60 +
            (gint64) duration.seconds;
  return MIN (seconds, MAX_SPAN_SECONDS);
}

static gboolean
is_midnight (const Moment *moment)
{
  return moment->is_date || moment->seconds == 0;
}

/* Whether a moment can bound an all-day event. */
static gboolean
is_day_bound (const Moment *moment)
{
  return moment->is_date || (moment->is_floating && moment->seconds == 0);
}

/* The moment at which the event ends; what is at midnight belongs to the day
 * before. */
static void
set_end (SlipIcalSpan *self, const Moment *start, const Moment *end)
{
  int order = slip_date_compare (end->day, start->day);

  if (order < 0 || (order == 0 && !end->is_date && !start->is_date &&
                    end->seconds < start->seconds)) {
    self->is_reversed = TRUE;
    return;
  }
  if (order == 0)
    return;
  self->last = is_midnight (end) ? slip_date_add_days (end->day, -1) : end->day;
}

static Moment
add_seconds (const Moment *start, gint64 seconds)
{
  gint64 total = start->seconds + seconds;
  Moment end = *start;

  end.day = slip_date_add_days (start->day, (int) (total / DAY_SECONDS));
  end.seconds = total % DAY_SECONDS;
  if (end.seconds != 0)
    end.is_date = FALSE;
  return end;
}

SlipIcalSpan
slip_ical_span_read (const SlipIcalTimes *times, GTimeZone *local_zone)
{
  SlipIcalSpan self = { .first = SLIP_DATE_NONE, .last = SLIP_DATE_NONE };
  Moment start, end;
  gint64 seconds;

  if (times->start == NULL)
    return self;
  start = read_moment (times->start, times->is_start_zoned, local_zone);
  if (!slip_date_is_set (start.day))
    return self;

  self.first = self.last = start.day;
  self.is_all_day = is_day_bound (&start);
  if (times->end != NULL) {
    end = read_moment (times->end, times->is_end_zoned, local_zone);
  } else if (times->duration != NULL) {
    seconds = read_duration (times->duration);
    end = add_seconds (&start, MAX (seconds, 0));
    if (seconds < 0)
      end.day = SLIP_DATE_NONE;
  } else {
    return self;
  }

  if (!slip_date_is_set (end.day)) {
    self.is_end_bad = TRUE;
    return self;
  }
  set_end (&self, &start, &end);
  if (!start.is_date && !is_day_bound (&end))
    self.is_all_day = FALSE;
  return self;
}

SlipDate
slip_ical_span_read_day (const char *value, GTimeZone *local_zone)
{
  return read_moment (value, FALSE, local_zone).day;
}
