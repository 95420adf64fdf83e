/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-typed-date.h"

#include "slip-date-text.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>

#define MAX_NUMBERS 3

/* What the words and numbers of a text say. */
typedef struct {
  int numbers[MAX_NUMBERS];
  int n_numbers;
  int year_at; /* which of the numbers has four digits, or -1 */
  int month;
  int weekday;
  int shift; /* days from today, or -1 */
  gboolean is_quarter;
  gboolean is_week;
} Words;

static const char *const english_months[] = {
  "january", "february", "march",     "april",   "may",      "june",
  "july",    "august",   "september", "october", "november", "december"
};

static const char *const english_weekdays[] = {
  "monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"
};

/* Whether @word is @name or begins it with at least three characters. */
static gboolean
begins_name (const char *word, const char *name)
{
  g_autofree char *folded = g_utf8_casefold (name, -1);

  return g_str_equal (word, folded) ||
         (g_utf8_strlen (word, -1) >= 3 && g_str_has_prefix (folded, word));
}

static int
find_month (const char *word)
{
  static const nl_item names[] = {
    MON_1, MON_2, MON_3, MON_4,  MON_5,  MON_6,
    MON_7, MON_8, MON_9, MON_10, MON_11, MON_12
  };
  static const nl_item short_names[] = {
    ABMON_1, ABMON_2, ABMON_3, ABMON_4,  ABMON_5,  ABMON_6,
    ABMON_7, ABMON_8, ABMON_9, ABMON_10, ABMON_11, ABMON_12
  };

  for (int i = 0; i < 12; i++)
    if (begins_name (word, nl_langinfo (names[i])) ||
        begins_name (word, nl_langinfo (short_names[i])) ||
        begins_name (word, english_months[i]))
      return i + 1;

  return 0;
}

static int
find_weekday (const char *word)
{
  for (int i = 0; i < 7; i++)
    if (begins_name (word, slip_weekday_get_name (i + 1, FALSE)) ||
        begins_name (word, slip_weekday_get_name (i + 1, TRUE)) ||
        begins_name (word, english_weekdays[i]))
      return i + 1;

  return 0;
}

static gboolean
is_same_word (const char *word, const char *other)
{
  g_autofree char *folded = g_utf8_casefold (other, -1);

  return g_str_equal (word, folded);
}

/* Short words ('of', 'th', 'de') are passed over. */
static gboolean
take_word (Words *words, const char *text, gsize length)
{
  g_autofree char *word = g_utf8_casefold (text, (gssize) length);
  int month;
  int weekday;

  if (is_same_word (word, _ ("today")) || g_str_equal (word, "today"))
    words->shift = 0;
  else if (is_same_word (word, _ ("tomorrow")) ||
                         g_str_equal (word, "tomorrow"))
    words->shift = 1;
  else if (is_same_word (word, _ ("week")) || g_str_equal (word, "week") ||
                         g_str_equal (word, "w"))
    words->is_week = TRUE;
  else if (g_str_equal (word, "q") || is_same_word (word, _ ("quarter")))
    words->is_quarter = TRUE;
  else if ((month = find_month (word)) != 0)
    words->month = month;
  else if ((weekday = find_weekday (word)) != 0)
    words->weekday = weekday;
  else
    return g_utf8_strlen (word, -1) <= 2;

  return TRUE;
}

static gboolean
take_number (Words *words, int value, int n_digits)
{
  if (words->n_numbers == MAX_NUMBERS || n_digits > 4)
    return FALSE;
  if (n_digits == 4)
    words->year_at = words->n_numbers;
  words->numbers[words->n_numbers++] = value;
  return TRUE;
}

/* Splits @text into words and numbers, whatever stands between them. */
static gboolean
read_words (const char *text, Words *words)
{
  const char *at = text;

  while (*at) {
    const char *start = at;
    int value = 0;
    int n_digits = 0;

    while (g_unichar_isalpha (g_utf8_get_char (at)))
      at = g_utf8_next_char (at);
    if (at > start) {
      if (!take_word (words, start, (gsize) (at - start)))
        return FALSE;
      continue;
    }
    while (g_unichar_isdigit (g_utf8_get_char (at)) && n_digits < 9) {
      value = value * 10 + g_unichar_digit_value (g_utf8_get_char (at));
      n_digits++;
      at = g_utf8_next_char (at);
    }
    if (n_digits > 0) {
      if (!take_number (words, value, n_digits))
        return FALSE;
      continue;
    }
    at = g_utf8_next_char (at);
  }

  return TRUE;
}

/* Whether the locale writes the month before the day. */
static gboolean
is_month_first (void)
{
  const char *format = nl_langinfo (D_FMT);
  const char *day = strpbrk (format, "de");
  const char *month = strpbrk (format, "mbB");

  /* %D is %m/%d/%y. */
  return strstr (format, "%D") || (day && month && month < day);
}

/* Takes the year out of the numbers; 0 if there is none. */
static int
take_year (Words *words)
{
  int at = words->year_at;
  int year;

  if (at < 0 && words->n_numbers == MAX_NUMBERS) {
    at = MAX_NUMBERS - 1;
    words->numbers[at] += words->numbers[at] < 100 ? 2000 : 0;
  }
  if (at < 0)
    return 0;
  year = words->numbers[at];
  for (int i = at; i + 1 < words->n_numbers; i++)
    words->numbers[i] = words->numbers[i + 1];
  words->n_numbers--;
  return year;
}

static SlipDate
make_near_date (int year, int month, int day, SlipDate near)
{
  SlipDate best = SLIP_DATE_NONE;

  if (year != 0)
    return slip_date_new (year, month, day);
  for (int i = -1; i <= 1; i++) {
    SlipDate date = slip_date_new (slip_date_get_year (near) + i, month, day);

    if (slip_date_is_set (date) &&
        (!slip_date_is_set (best) || abs (slip_date_days_until (near, date)) <
                                       abs (slip_date_days_until (near, best))))
      best = date;
  }

  return best;
}

static SlipPlannedDate
make_period (SlipDate date, SlipCertainty certainty)
{
  return slip_planned_date_normalize ((SlipPlannedDate){ date, certainty });
}

static SlipPlannedDate
read_period (const Words *words, int year, SlipDate near)
{
  int number = words->numbers[0];
  SlipDate date = SLIP_DATE_NONE;

  if (words->n_numbers != 1)
    return SLIP_UNSCHEDULED;
  if (year == 0)
    year = slip_date_get_year (near);
  if (words->is_quarter) {
    if (number >= 1 && number <= 4)
      date = slip_date_new (year, number * 3 - 2, 1);
    return make_period (date, SLIP_CERTAINTY_QUARTER);
  }

  /* 4 January always lies in week 1. */
  if (number >= 1 && number <= 53)
    date = slip_date_add_days (slip_date_new (year, 1, 4), (number - 1) * 7);
  return make_period (date, SLIP_CERTAINTY_WEEK);
}

static SlipDate
read_day (const Words *words, int year, gboolean is_year_first, SlipDate near)
{
  const int *numbers = words->numbers;

  if (words->month != 0 && words->n_numbers == 1)
    return make_near_date (year, words->month, numbers[0], near);
  if (words->month == 0 && words->n_numbers == 2) {
    gboolean is_month_before = is_year_first || is_month_first ();

    return make_near_date (year, numbers[is_month_before ? 0 : 1],
                           numbers[is_month_before ? 1 : 0], near);
  }
  if (words->n_numbers == 0 && words->weekday != 0) {
    SlipDate next = slip_date_get_week_start (slip_date_add_days (near, 7),
                                              (SlipWeekday) words->weekday);

    return next;
  }

  return SLIP_DATE_NONE;
}

static SlipPlannedDate
resolve_words (Words *words, SlipDate near)
{
  gboolean is_year_first = words->year_at == 0;
  int year = take_year (words);

  if (words->shift >= 0)
    return make_period (slip_date_add_days (near, words->shift),
                        SLIP_CERTAINTY_CONFIRMED);
  if (words->is_week || words->is_quarter)
    return read_period (words, year, near);
  if (words->month != 0 && words->n_numbers == 0) {
    SlipDate date = make_near_date (year, words->month, 1, near);

    return make_period (date, SLIP_CERTAINTY_MONTH);
  }

  return make_period (read_day (words, year, is_year_first, near),
                      SLIP_CERTAINTY_CONFIRMED);
}

SlipPlannedDate
slip_typed_date_parse (const char *text, SlipDate near, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  Words words = { .year_at = -1, .shift = -1 };
  SlipDate exact = slip_date_parse (stripped);
  SlipPlannedDate planned = SLIP_UNSCHEDULED;

  g_return_val_if_fail (slip_date_is_set (near), planned);

  if (*stripped == '\0')
    return planned;
  if (slip_date_is_set (exact))
    return make_period (exact, SLIP_CERTAINTY_CONFIRMED);

  if (g_utf8_validate (stripped, -1, NULL) && read_words (stripped, &words))
    planned = resolve_words (&words, near);
  if (!slip_date_is_set (planned.date))
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                 _ ("“%s” is no date; write one like 2026-12-08 or 8 December"),
                    stripped);
  return planned;
}
