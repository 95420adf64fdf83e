/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipDate:
 * @day: days since 1970-01-01 in the proleptic Gregorian calendar, or
 *   `G_MININT32` for no day
 *
 * A civil day without a time zone.  Passed by value.  Valid days lie between
 * 0001-01-01 and 9999-12-31, so that every one of them can be written as ISO
 * 8601 `YYYY-MM-DD`.
 */
typedef struct {
  gint32 day;
} SlipDate;

/**
 * SlipRange:
 * @first: the first day
 * @last: the last day, included
 *
 * Whole days from @first to @last, both included.  A range with an unset end or
 * with @last before @first is empty.
 */
typedef struct {
  SlipDate first;
  SlipDate last;
} SlipRange;

/**
 * SlipWeekday:
 *
 * Days of the week, numbered as ISO 8601 does: Monday is 1.
 */
typedef enum {
  SLIP_MONDAY = 1,
  SLIP_TUESDAY,
  SLIP_WEDNESDAY,
  SLIP_THURSDAY,
  SLIP_FRIDAY,
  SLIP_SATURDAY,
  SLIP_SUNDAY,
} SlipWeekday;

#define SLIP_DATE_NONE ((SlipDate){ G_MININT32 })

/* The longest text of a date, 'YYYY-MM-DD', with its NUL. */
#define SLIP_DATE_TEXT_SIZE 11

/**
 * slip_date_new:
 * @year: 1 to 9999
 * @month: 1 to 12
 * @day: 1 to 31
 *
 * Returns: the day, or `SLIP_DATE_NONE` if there is no such day.
 */
SlipDate slip_date_new (int year, int month, int day);

/**
 * slip_date_parse:
 *
 * Reads @text as ISO 8601 `YYYY-MM-DD`, exactly ten characters.
 *
 * Returns: the day, or `SLIP_DATE_NONE` if @text is anything else or %NULL.
 */
SlipDate slip_date_parse (const char *text);

/**
 * slip_date_print:
 * @text: room for `SLIP_DATE_TEXT_SIZE` bytes
 *
 * Writes @date as ISO 8601, an unset one as the empty text.
 *
 * Returns: @text.
 */
const char *slip_date_print (SlipDate date, char text[SLIP_DATE_TEXT_SIZE]);

/**
 * slip_date_to_text:
 *
 * Returns: (transfer full) (nullable): @date as ISO 8601, or %NULL if unset.
 */
char *slip_date_to_text (SlipDate date) G_GNUC_WARN_UNUSED_RESULT;

static inline gboolean
slip_date_is_set (SlipDate date)
{
  return date.day != G_MININT32;
}

static inline gboolean
slip_date_equal (SlipDate a, SlipDate b)
{
  return a.day == b.day;
}

/**
 * slip_date_compare:
 *
 * Returns: below, equal to or above 0 as @a is before, on or after @b.  An
 * unset date is after every other.
 */
int slip_date_compare (SlipDate a, SlipDate b);

static inline gboolean
slip_date_is_before (SlipDate a, SlipDate b)
{
  return slip_date_compare (a, b) < 0;
}

/**
 * slip_date_add_days:
 *
 * Returns: the day @n_days after @date (before it if negative), held within the
 * valid days; unset if @date is.
 */
SlipDate slip_date_add_days (SlipDate date, int n_days);

/**
 * slip_date_add_months:
 *
 * Returns: the same day of the month @n_months later, or that month's last day
 * if it is shorter; unset if @date is.
 */
SlipDate slip_date_add_months (SlipDate date, int n_months);

/**
 * slip_date_days_until:
 *
 * Returns: the calendar days from @from to @to, negative if @to is earlier.
 * Both must be set.
 */
int slip_date_days_until (SlipDate from, SlipDate to);

/* Parts of a set date. */
void slip_date_get_parts (SlipDate date, int *year, int *month, int *day);
int slip_date_get_year (SlipDate date);
int slip_date_get_month (SlipDate date);
int slip_date_get_day (SlipDate date);
SlipWeekday slip_date_get_weekday (SlipDate date);

/**
 * slip_date_get_iso_week:
 *
 * Returns: the week number of ISO 8601, 1 to 53; week 1 holds the year's first
 * Thursday.
 */
int slip_date_get_iso_week (SlipDate date);

SlipDate slip_date_get_month_start (SlipDate date);
SlipDate slip_date_get_month_end (SlipDate date);
SlipDate slip_date_get_quarter_start (SlipDate date);
SlipDate slip_date_get_quarter_end (SlipDate date);

/**
 * slip_date_get_week_start:
 *
 * Returns: the last @first_weekday that is not after @date.
 */
SlipDate slip_date_get_week_start (SlipDate date, SlipWeekday first_weekday);

static inline SlipRange
slip_range_new (SlipDate first, SlipDate last)
{
  return (SlipRange){ first, last };
}

/**
 * slip_range_is_empty:
 *
 * Returns: `TRUE` if no day lies in @range.
 */
static inline gboolean
slip_range_is_empty (SlipRange range)
{
  return !slip_date_is_set (range.first) || !slip_date_is_set (range.last) ||
         range.last.day < range.first.day;
}

/* Counts the days of @range, 0 if it is empty. */
int slip_range_get_length (SlipRange range);

static inline gboolean
slip_range_contains (SlipRange range, SlipDate date)
{
  return slip_date_is_set (date) && !slip_range_is_empty (range) &&
         date.day >= range.first.day && date.day <= range.last.day;
}

/**
 * slip_range_overlap:
 *
 * Counts the days that lie in both @a and @b.
 */
int slip_range_overlap (SlipRange a, SlipRange b);

/**
 * slip_range_intersect:
 *
 * Returns: the days that lie in both, an empty range if there are none.
 */
SlipRange slip_range_intersect (SlipRange a, SlipRange b);

G_END_DECLS
