/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-typed-date.h"

#include "slip-date-text.h"

#include <glib/gi18n-lib.h>
#include <langinfo.h>
#include <stdlib.h>
#include <string.h>

#define MAX_NUMBERS 3

/* A day without a year may lie this far back; else it is the next one. */
#define RECENT_DAYS 30

/* Words that are neither months nor weekdays. */
typedef enum {
  MEANING_NONE,
  MEANING_YESTERDAY,
  MEANING_TODAY,
  MEANING_TOMORROW,
  MEANING_THIS,
  MEANING_NEXT,
  MEANING_IN,
  MEANING_DAYS,
  MEANING_WEEK,
  MEANING_WEEKS,
  MEANING_MONTH,
  MEANING_MONTHS,
  MEANING_QUARTER,
  N_MEANINGS,
} Meaning;

/* What the words and numbers of a text say. */
typedef struct {
  int numbers[MAX_NUMBERS];
  int n_digits[MAX_NUMBERS];
  char separators[MAX_NUMBERS]; /* what stands behind each number */
  int n_numbers;
  int year_at; /* which of the numbers is the year, or -1 */
  int month;
  int weekday;
  int sign; /* of a text like '+7', else 0 */
  gboolean has[N_MEANINGS];
} Words;

/* How the locale writes a date with numbers. */
typedef struct {
  gboolean is_known;
  gboolean is_month_first;
  gboolean is_year_first;
} Order;

static const struct {
  const char *word;
  Meaning meaning;
} vocabulary[] = {
  /* Translators: words that can be typed for a date; so are the next ones.
   * Where your language has several, in its cases and genders or with and
   * without an accent, give them all: 'dieser;diese;dieses'. */
  { NC_ ("typed date", "yesterday"), MEANING_YESTERDAY },
  { NC_ ("typed date", "today"), MEANING_TODAY },
  { NC_ ("typed date", "tomorrow"), MEANING_TOMORROW },
  /* Translators: as in 'this week', typed for a date. */
  { NC_ ("typed date", "this"), MEANING_THIS },
  /* Translators: as in 'next Friday', typed for a date. */
  { NC_ ("typed date", "next"), MEANING_NEXT },
  /* Translators: as in 'in 2 weeks', typed for a date. */
  { NC_ ("typed date", "in"), MEANING_IN },
  { NC_ ("typed date", "day"), MEANING_DAYS },
  { NC_ ("typed date", "days"), MEANING_DAYS },
  { NC_ ("typed date", "week"), MEANING_WEEK },
  { NC_ ("typed date", "weeks"), MEANING_WEEKS },
  { NC_ ("typed date", "month"), MEANING_MONTH },
  { NC_ ("typed date", "months"), MEANING_MONTHS },
  { NC_ ("typed date", "quarter"), MEANING_QUARTER },
  { "w", MEANING_WEEK },
  { "q", MEANING_QUARTER },
};

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

/* Whether @word is one of @words, which are parted by semicolons. */
static gboolean
is_one_of (const char *word, const char *words)
{
  g_autofree char *folded = g_utf8_casefold (words, -1);
  g_auto (GStrv) list = g_strsplit (folded, ";", -1);

  return g_strv_contains ((const char *const *) list, word);
}

static Meaning
find_meaning (const char *word)
{
  for (guint i = 0; i < G_N_ELEMENTS (vocabulary); i++)
    if (g_str_equal (word, vocabulary[i].word) ||
        is_one_of (word, g_dpgettext2 (NULL, "typed date", vocabulary[i].word)))
      return vocabulary[i].meaning;

  return MEANING_NONE;
}

/* Whether @word, in small letters, is one that is known. */
static gboolean
take_known (Words *words, const char *word)
{
  Meaning meaning = find_meaning (word);
  int month;
  int weekday;

  if (meaning != MEANING_NONE)
    words->has[meaning] = TRUE;
  else if ((month = find_month (word)) != 0)
    words->month = month;
  else if ((weekday = find_weekday (word)) != 0)
    words->weekday = weekday;
  else
    return FALSE;

  return TRUE;
}

static gboolean
is_written_without_gaps (const char *word)
{
  GUnicodeScript script = g_unichar_get_script (g_utf8_get_char (word));

  return script == G_UNICODE_SCRIPT_HAN ||
         script == G_UNICODE_SCRIPT_HIRAGANA ||
         script == G_UNICODE_SCRIPT_KATAKANA;
}

/* Takes the longest word that @text begins with, and goes on behind it: '来週'
 * is 'next week'.  Single characters between words are passed over. */
static gboolean
take_joined (Words *words, const char *text)
{
  gboolean is_passed_over = FALSE;

  while (*text != '\0') {
    const char *end = text + strlen (text);
    gboolean is_known = FALSE;

    while (!is_known && end > text) {
      g_autofree char *word = g_strndup (text, (gsize) (end - text));

      is_known = take_known (words, word);
      if (!is_known)
        end = g_utf8_prev_char (end);
    }
    if (!is_known && is_passed_over)
      return FALSE;
    text = is_known ? end : g_utf8_next_char (text);
    is_passed_over = !is_known;
  }

  return TRUE;
}

/* Short words ('of', 'th', 'de') are passed over. */
static gboolean
take_word (Words *words, const char *text, gsize length)
{
  g_autofree char *word = g_utf8_casefold (text, (gssize) length);

  if (take_known (words, word))
    return TRUE;
  if (is_written_without_gaps (word))
    return take_joined (words, word);
  return g_utf8_strlen (word, -1) <= 2;
}

static gboolean
take_number (Words *words, int value, int n_digits, char separator)
{
  int at = words->n_numbers;

  /* '20261208' */
  if (n_digits == 8 && at == 0)
    return take_number (words, value / 10000, 4, '-') &&
           take_number (words, value / 100 % 100, 2, '-') &&
           take_number (words, value % 100, 2, separator);
  if (at == MAX_NUMBERS || n_digits > 4)
    return FALSE;
  if (n_digits == 4 && words->year_at >= 0)
    return FALSE;
  if (n_digits == 4)
    words->year_at = at;
  words->numbers[at] = value;
  words->n_digits[at] = n_digits;
  words->separators[at] = separator;
  words->n_numbers++;
  return TRUE;
}

/* Vowels stand as marks over letters in some scripts. */
static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalpha (c) || g_unichar_ismark (c);
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

    while (is_of_word (g_utf8_get_char (at)))
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
      if (!take_number (words, value, n_digits, *at))
        return FALSE;
      continue;
    }
    at = g_utf8_next_char (at);
  }

  return TRUE;
}

/* Reads the order from the format of the locale's short dates. */
static Order
get_order (void)
{
  const char *format = nl_langinfo (D_FMT);
  int at[3] = { -1, -1, -1 }; /* of year, month and day */
  int n = 0;

  for (; *format; format++) {
    if (*format != '%')
      continue;
    format++;
    format += strspn (format, "-_0^#EO");
    if (*format == 'D')
      return (Order){ TRUE, TRUE, FALSE };
    if (*format == 'F')
      return (Order){ TRUE, TRUE, TRUE };
    if (*format == '\0')
      break;
    if (strchr ("yY", *format))
      at[0] = n++;
    else if (strchr ("mbBh", *format))
      at[1] = n++;
    else if (strchr ("de", *format))
      at[2] = n++;
  }

  return (Order){ at[1] >= 0 && at[2] >= 0, at[1] < at[2],
                  at[0] >= 0 && at[0] < at[2] && at[0] < at[1] };
}

/* Finds a year of two digits: at the end, unless the locale begins with it. */
static void
find_short_year (Words *words, Order order)
{
  int n_others = words->month != 0 ? 1 : 2;
  int at = n_others;

  if (words->year_at >= 0 || words->n_numbers != n_others + 1)
    return;
  if (words->month == 0 && order.is_year_first && words->separators[0] != '.')
    at = 0;
  if (words->n_digits[at] != 2)
    return;
  words->numbers[at] += 2000;
  words->year_at = at;
}

/* Takes the year out of the numbers; 0 if there is none. */
static int
take_year (Words *words)
{
  int at = words->year_at;
  int year;

  if (at < 0)
    return 0;
  year = words->numbers[at];
  for (int i = at; i + 1 < words->n_numbers; i++) {
    words->numbers[i] = words->numbers[i + 1];
    words->n_digits[i] = words->n_digits[i + 1];
    words->separators[i] = words->separators[i + 1];
  }
  words->n_numbers--;
  return year;
}

/* Without a year: the first such day that is not long over. */
static SlipDate
make_date (int year, int month, int day, SlipDate today)
{
  SlipDate earliest = slip_date_add_days (today, -RECENT_DAYS);

  if (year != 0)
    return slip_date_new (year, month, day);

  /* Leap days can be eight years apart. */
  for (int i = -1; i <= 8; i++) {
    SlipDate date = slip_date_new (slip_date_get_year (today) + i, month, day);

    if (slip_date_is_set (date) && !slip_date_is_before (date, earliest))
      return date;
  }

  return SLIP_DATE_NONE;
}

static SlipPlannedDate
make_period (SlipDate date, SlipCertainty certainty)
{
  return slip_planned_date_normalize ((SlipPlannedDate){ date, certainty });
}

/* The Monday of a week, unset if the year has no such week. */
static SlipDate
find_week (int year, int week)
{
  SlipDate date =
    slip_date_add_days (slip_date_new (year, 1, 4), (week - 1) * 7);

  /* 4 January always lies in week 1. */
  if (week < 1 || week > 53 || slip_date_get_iso_week (date) != week)
    return SLIP_DATE_NONE;
  return slip_date_get_week_start (date, SLIP_MONDAY);
}

/* Without a year: the first such period that is not long over. */
static SlipPlannedDate
read_period (const Words *words, int year, SlipDate today)
{
  gboolean is_quarter = words->has[MEANING_QUARTER];
  SlipCertainty certainty =
    is_quarter ? SLIP_CERTAINTY_QUARTER : SLIP_CERTAINTY_WEEK;
  SlipDate earliest = slip_date_add_days (today, -RECENT_DAYS);
  int first_year = year != 0 ? year : slip_date_get_year (today) - 1;
  int last_year = year != 0 ? year : first_year + 8;
  int number = words->numbers[0];

  if (words->n_numbers != 1 || (is_quarter && (number < 1 || number > 4)))
    return SLIP_UNSCHEDULED;
  for (int i = first_year; i <= last_year; i++) {
    SlipDate first =
      is_quarter ? slip_date_new (i, number * 3 - 2, 1) : find_week (i, number);
    SlipDate last = is_quarter ? slip_date_get_quarter_end (first)
                               : slip_date_add_days (first, 6);

    if (slip_date_is_set (first) &&
        (year != 0 || !slip_date_is_before (last, earliest)))
      return make_period (first, certainty);
  }

  return SLIP_UNSCHEDULED;
}

static SlipPlannedDate
read_month (int year, int month, SlipDate today)
{
  SlipDate date = make_date (year, month, 1, today);

  /* The month before this one counts as recent while its end does. */
  if (year == 0 && slip_date_is_set (date)) {
    SlipDate before = slip_date_add_months (date, -12);

    if (!slip_date_is_before (slip_date_get_month_end (before),
                              slip_date_add_days (today, -RECENT_DAYS)))
      date = before;
  }
  return make_period (date, SLIP_CERTAINTY_MONTH);
}

/* Two numbers: a day and a month, in the order of what stands between them. */
static SlipDate
read_day_and_month (const Words *words,
                    int year,
                    gboolean is_year_first,
                    SlipDate today)
{
  Order order = get_order ();
  int first = words->numbers[0];
  int second = words->numbers[1];
  SlipDate date;

  if (is_year_first)
    return make_date (year, first, second, today);
  if (words->separators[0] == '.')
    return make_date (year, second, first, today);
  if (!order.is_known && first <= 12 && second <= 12 && first != second)
    return SLIP_DATE_NONE;

  date = order.is_month_first ? make_date (year, first, second, today)
                              : make_date (year, second, first, today);
  if (slip_date_is_set (date))
    return date;
  return order.is_month_first ? make_date (year, second, first, today)
                              : make_date (year, first, second, today);
}

/* 'yesterday', 'in 2 weeks', '+7', 'next Friday', 'next week': counted from
 * today. */
static SlipPlannedDate
read_relative (const Words *words, SlipDate today)
{
  int number = words->numbers[0] * (words->sign < 0 ? -1 : 1);
  int n_weeks = words->has[MEANING_NEXT] ? 1 : 0;
  SlipDate date = SLIP_DATE_NONE;

  if (words->month != 0 || words->n_numbers > 1)
    return SLIP_UNSCHEDULED;
  if (words->n_numbers == 1) {
    if (words->has[MEANING_WEEK] || words->has[MEANING_WEEKS])
      date = slip_date_add_days (today, number * 7);
    else if (words->has[MEANING_MONTH] || words->has[MEANING_MONTHS])
      date = slip_date_add_months (today, number);
    else if (words->has[MEANING_DAYS] || words->sign != 0)
      date = slip_date_add_days (today, number);
    return make_period (date, SLIP_CERTAINTY_CONFIRMED);
  }
  if (words->has[MEANING_TODAY])
    return make_period (today, SLIP_CERTAINTY_CONFIRMED);
  if (words->has[MEANING_TOMORROW])
    return make_period (slip_date_add_days (today, 1),
                        SLIP_CERTAINTY_CONFIRMED);
  if (words->has[MEANING_YESTERDAY])
    return make_period (slip_date_add_days (today, -1),
                        SLIP_CERTAINTY_CONFIRMED);
  if (words->weekday != 0) {
    date = slip_date_get_week_start (today, SLIP_MONDAY);
    date = slip_date_add_days (date, n_weeks * 7 + words->weekday - 1);
    return make_period (date, SLIP_CERTAINTY_CONFIRMED);
  }
  if (words->has[MEANING_WEEK])
    return make_period (slip_date_add_days (today, n_weeks * 7),
                        SLIP_CERTAINTY_WEEK);
  if (words->has[MEANING_MONTH])
    return make_period (slip_date_add_months (today, n_weeks),
                        SLIP_CERTAINTY_MONTH);
  if (words->has[MEANING_QUARTER])
    return make_period (slip_date_add_months (today, n_weeks * 3),
                        SLIP_CERTAINTY_QUARTER);

  return SLIP_UNSCHEDULED;
}

static gboolean
is_relative (const Words *words)
{
  static const Meaning meanings[] = {
    MEANING_YESTERDAY, MEANING_TODAY, MEANING_TOMORROW, MEANING_THIS,
    MEANING_NEXT,      MEANING_DAYS,  MEANING_WEEKS,    MEANING_MONTHS,
  };

  if (words->sign != 0)
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (meanings); i++)
    if (words->has[meanings[i]])
      return TRUE;

  return words->has[MEANING_IN] &&
         (words->has[MEANING_WEEK] || words->has[MEANING_MONTH]);
}

static SlipPlannedDate
resolve_words (Words *words, SlipDate today)
{
  SlipDate date = SLIP_DATE_NONE;
  gboolean is_year_first;
  int year;

  if (is_relative (words))
    return read_relative (words, today);
  if (!words->has[MEANING_WEEK] && !words->has[MEANING_QUARTER])
    find_short_year (words, get_order ());
  is_year_first = words->year_at == 0;
  year = take_year (words);

  if (words->has[MEANING_WEEK] || words->has[MEANING_QUARTER])
    return read_period (words, year, today);
  if (words->month != 0 && words->n_numbers == 0)
    return read_month (year, words->month, today);
  if (words->month == 0 && words->n_numbers == 1 && year != 0)
    return read_month (year, words->numbers[0], today);

  if (words->month != 0 && words->n_numbers == 1)
    date = make_date (year, words->month, words->numbers[0], today);
  else if (words->month == 0 && words->n_numbers == 2)
    date = read_day_and_month (words, year, is_year_first, today);
  else if (words->n_numbers == 0 && words->weekday != 0 && year == 0)
    date = slip_date_get_week_start (slip_date_add_days (today, 7),
                                     (SlipWeekday) words->weekday);
  return make_period (date, SLIP_CERTAINTY_CONFIRMED);
}

SlipPlannedDate
slip_typed_date_parse (const char *text, SlipDate today, GError **error)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));
  Words words = { .year_at = -1 };
  SlipDate exact = slip_date_parse (stripped);
  SlipPlannedDate planned = SLIP_UNSCHEDULED;

  g_return_val_if_fail (slip_date_is_set (today), planned);

  if (*stripped == '\0')
    return planned;
  if (slip_date_is_set (exact))
    return make_period (exact, SLIP_CERTAINTY_CONFIRMED);

  if (*stripped == '+' || *stripped == '-')
    words.sign = *stripped == '+' ? 1 : -1;
  if (g_utf8_validate (stripped, -1, NULL) && read_words (stripped, &words))
    planned = resolve_words (&words, today);
  if (!slip_date_is_set (planned.date))
    g_set_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                 _ ("“%s” is no date; write one like 2026-12-08 or 8 December"),
                 stripped);
  return planned;
}
