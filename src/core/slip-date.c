/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-date.h"

#define DAYS_PER_400_YEARS 146097
#define DAYS_PER_100_YEARS 36524
#define DAYS_PER_4_YEARS   1461
#define DAYS_PER_YEAR      365

/* 0001-01-01 and 9999-12-31. */
#define FIRST_DAY (-719162)
#define LAST_DAY  2932896

static const int days_before_month[2][13] = {
  { 0, 31, 59, 90, 120, 151, 181, 212, 243, 273, 304, 334, 365 },
  { 0, 31, 60, 91, 121, 152, 182, 213, 244, 274, 305, 335, 366 },
};

static gboolean
is_leap_year (int year)
{
  return year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
}

static int
count_days_in_month (int year, int month)
{
  const int *before = days_before_month[is_leap_year (year)];

  return before[month] - before[month - 1];
}

/* Counts from 1970-01-01; the parts must name a real day. */
static SlipDate
join_parts (int year, int month, int day)
{
  int y = year - 1;
  int year_start = y * DAYS_PER_YEAR + y / 4 - y / 100 + y / 400;
  int month_start = days_before_month[is_leap_year (year)][month - 1];

  return (SlipDate){ FIRST_DAY + year_start + month_start + day - 1 };
}

static SlipDate
hold_within_valid_days (gint64 day)
{
  return (SlipDate){ (gint32) CLAMP (day, FIRST_DAY, LAST_DAY) };
}

/* Reads @n_digits ASCII digits, -1 if there is anything else. */
static int
read_digits (const char *text, int n_digits)
{
  int value = 0;

  for (int i = 0; i < n_digits; i++) {
    if (!g_ascii_isdigit (text[i]))
      return -1;
    value = value * 10 + (text[i] - '0');
  }
  return value;
}

static void
write_digits (char *text, int n_digits, int value)
{
  for (int i = n_digits - 1; i >= 0; i--) {
    text[i] = (char) ('0' + value % 10);
    value /= 10;
  }
}

SlipDate
slip_date_new (int year, int month, int day)
{
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1)
    return SLIP_DATE_NONE;
  if (day > count_days_in_month (year, month))
    return SLIP_DATE_NONE;
  return join_parts (year, month, day);
}

SlipDate
slip_date_parse (const char *text)
{
  if (text == NULL)
    return SLIP_DATE_NONE;

  /* The first byte that is no digit ends the reading, so that no byte behind
   * the NUL of a shorter text is looked at. */
  int year = read_digits (text, 4);
  if (year < 0 || text[4] != '-')
    return SLIP_DATE_NONE;
  int month = read_digits (text + 5, 2);
  if (month < 0 || text[7] != '-')
    return SLIP_DATE_NONE;
  int day = read_digits (text + 8, 2);
  if (day < 0 || text[10] != '\0')
    return SLIP_DATE_NONE;
  return slip_date_new (year, month, day);
}

const char *
slip_date_print (SlipDate date, char text[SLIP_DATE_TEXT_SIZE])
{
  if (!slip_date_is_set (date)) {
    text[0] = '\0';
    return text;
  }

  int year, month, day;
  slip_date_get_parts (date, &year, &month, &day);
  write_digits (text, 4, year);
  text[4] = '-';
  write_digits (text + 5, 2, month);
  text[7] = '-';
  write_digits (text + 8, 2, day);
  text[10] = '\0';
  return text;
}

char *
slip_date_to_text (SlipDate date)
{
  if (!slip_date_is_set (date))
    return NULL;

  char text[SLIP_DATE_TEXT_SIZE];
  return g_strdup (slip_date_print (date, text));
}

int
slip_date_compare (SlipDate a, SlipDate b)
{
  if (slip_date_equal (a, b))
    return 0;
  if (!slip_date_is_set (a))
    return 1;
  if (!slip_date_is_set (b))
    return -1;
  return a.day < b.day ? -1 : 1;
}

SlipDate
slip_date_add_days (SlipDate date, int n_days)
{
  if (!slip_date_is_set (date))
    return date;
  return hold_within_valid_days ((gint64) date.day + n_days);
}

SlipDate
slip_date_add_months (SlipDate date, int n_months)
{
  if (!slip_date_is_set (date))
    return date;

  int year, month, day;
  slip_date_get_parts (date, &year, &month, &day);

  gint64 n_since_year_1 = (gint64) (year - 1) * 12 + month - 1 + n_months;
  if (n_since_year_1 < 0)
    return (SlipDate){ FIRST_DAY };
  if (n_since_year_1 >= 9999 * 12)
    return (SlipDate){ LAST_DAY };

  year = (int) (n_since_year_1 / 12) + 1;
  month = (int) (n_since_year_1 % 12) + 1;
  return join_parts (year, month, MIN (day, count_days_in_month (year, month)));
}

int
slip_date_days_until (SlipDate from, SlipDate to)
{
  g_return_val_if_fail (slip_date_is_set (from), 0);
  g_return_val_if_fail (slip_date_is_set (to), 0);

  return to.day - from.day;
}

void
slip_date_get_parts (SlipDate date, int *year, int *month, int *day)
{
  g_return_if_fail (slip_date_is_set (date));

  /* Whole cycles are taken off from the longest to the shortest.  The last
   * century of four and the last year of four are one day longer than the
   * others, hence the MIN. */
  int rest = date.day - FIRST_DAY;
  int n_400 = rest / DAYS_PER_400_YEARS;
  rest %= DAYS_PER_400_YEARS;
  int n_100 = MIN (rest / DAYS_PER_100_YEARS, 3);
  rest -= n_100 * DAYS_PER_100_YEARS;
  int n_4 = rest / DAYS_PER_4_YEARS;
  rest %= DAYS_PER_4_YEARS;
  int n_1 = MIN (rest / DAYS_PER_YEAR, 3);
  rest -= n_1 * DAYS_PER_YEAR;

  *year = n_400 * 400 + n_100 * 100 + n_4 * 4 + n_1 + 1;

  const int *before = days_before_month[is_leap_year (*year)];
  *month = 1;
  while (*month < 12 && rest >= before[*month])
    *month += 1;
  *day = rest - before[*month - 1] + 1;
}

int
slip_date_get_year (SlipDate date)
{
  int year = 0, month, day;

  slip_date_get_parts (date, &year, &month, &day);
  return year;
}

int
slip_date_get_month (SlipDate date)
{
  int year, month = 0, day;

  slip_date_get_parts (date, &year, &month, &day);
  return month;
}

int
slip_date_get_day (SlipDate date)
{
  int year, month, day = 0;

  slip_date_get_parts (date, &year, &month, &day);
  return day;
}

SlipWeekday
slip_date_get_weekday (SlipDate date)
{
  g_return_val_if_fail (slip_date_is_set (date), SLIP_MONDAY);

  /* 0001-01-01 was a Monday. */
  return (SlipWeekday) ((date.day - FIRST_DAY) % 7 + SLIP_MONDAY);
}

int
slip_date_get_iso_week (SlipDate date)
{
  g_return_val_if_fail (slip_date_is_set (date), 0);

  /* A week belongs to the year of its Thursday. */
  int to_thursday = SLIP_THURSDAY - (int) slip_date_get_weekday (date);
  SlipDate thursday = { date.day + to_thursday };
  SlipDate new_year = slip_date_new (slip_date_get_year (thursday), 1, 1);

  return slip_date_days_until (new_year, thursday) / 7 + 1;
}

SlipDate
slip_date_get_month_start (SlipDate date)
{
  g_return_val_if_fail (slip_date_is_set (date), date);

  return slip_date_add_days (date, 1 - slip_date_get_day (date));
}

SlipDate
slip_date_get_month_end (SlipDate date)
{
  g_return_val_if_fail (slip_date_is_set (date), date);

  int year, month, day;
  slip_date_get_parts (date, &year, &month, &day);
  return join_parts (year, month, count_days_in_month (year, month));
}

SlipDate
slip_date_get_quarter_start (SlipDate date)
{
  g_return_val_if_fail (slip_date_is_set (date), date);

  int year, month, day;
  slip_date_get_parts (date, &year, &month, &day);
  return join_parts (year, (month - 1) / 3 * 3 + 1, 1);
}

SlipDate
slip_date_get_quarter_end (SlipDate date)
{
  g_return_val_if_fail (slip_date_is_set (date), date);

  SlipDate start = slip_date_get_quarter_start (date);
  return slip_date_get_month_end (slip_date_add_months (start, 2));
}

SlipDate
slip_date_get_week_start (SlipDate date, SlipWeekday first_weekday)
{
  g_return_val_if_fail (slip_date_is_set (date), date);

  int weekday = (int) slip_date_get_weekday (date);
  return slip_date_add_days (date, -((weekday - (int) first_weekday + 7) % 7));
}

int
slip_range_get_length (SlipRange range)
{
  if (slip_range_is_empty (range))
    return 0;
  return range.last.day - range.first.day + 1;
}

int
slip_range_overlap (SlipRange a, SlipRange b)
{
  return slip_range_get_length (slip_range_intersect (a, b));
}

SlipRange
slip_range_intersect (SlipRange a, SlipRange b)
{
  SlipRange none = { SLIP_DATE_NONE, SLIP_DATE_NONE };

  if (slip_range_is_empty (a) || slip_range_is_empty (b))
    return none;

  SlipRange both = {
    { MAX (a.first.day, b.first.day) },
    { MIN (a.last.day, b.last.day) },
  };
  return slip_range_is_empty (both) ? none : both;
}
