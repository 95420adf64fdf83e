/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "slip-typed-date.h"

#include "slip-locale.h"

#include <locale.h>

#define TODAY (slip_date_new (2026, 12, 1)) /* a Tuesday */

typedef struct {
  const char *text;
  const char *day;
  SlipCertainty certainty;
} Case;

static const Case days[] = {
  { "2026-12-08", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "  2026-12-08 ", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "8 December 2026", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "8 December", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "Tue 8 Dec", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "december 8th, 2027", "2027-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "8 January", "2027-01-08", SLIP_CERTAINTY_CONFIRMED },
  { "20 November", "2026-11-20", SLIP_CERTAINTY_CONFIRMED },
  { "29 February 2028", "2028-02-29", SLIP_CERTAINTY_CONFIRMED },
  { "12/08/2026", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "12/8", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "2026/12/8", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "12/08/26", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "2026年12月8日", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "today", "2026-12-01", SLIP_CERTAINTY_CONFIRMED },
  { "Tomorrow", "2026-12-02", SLIP_CERTAINTY_CONFIRMED },
  { "friday", "2026-12-04", SLIP_CERTAINTY_CONFIRMED },
  { "Tue", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "8.12.2026", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "8.12.26", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "8.1.", "2027-01-08", SLIP_CERTAINTY_CONFIRMED },
  { "8.1", "2027-01-08", SLIP_CERTAINTY_CONFIRMED },
  { "15.01.2027", "2027-01-15", SLIP_CERTAINTY_CONFIRMED },
  { "2026.12.08", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "25/12/2026", "2026-12-25", SLIP_CERTAINTY_CONFIRMED },
  { "20261208", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "8 Dec 26", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "1 November", "2026-11-01", SLIP_CERTAINTY_CONFIRMED },
  { "31 October", "2027-10-31", SLIP_CERTAINTY_CONFIRMED },
  { "29 Feb", "2028-02-29", SLIP_CERTAINTY_CONFIRMED },
  { "yesterday", "2026-11-30", SLIP_CERTAINTY_CONFIRMED },
  { "next friday", "2026-12-11", SLIP_CERTAINTY_CONFIRMED },
  { "in 2 weeks", "2026-12-15", SLIP_CERTAINTY_CONFIRMED },
  { "in 1 week", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "in 3 days", "2026-12-04", SLIP_CERTAINTY_CONFIRMED },
  { "in 1 month", "2027-01-01", SLIP_CERTAINTY_CONFIRMED },
  { "+7", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
  { "-3", "2026-11-28", SLIP_CERTAINTY_CONFIRMED },
  { "+2 weeks", "2026-12-15", SLIP_CERTAINTY_CONFIRMED },
};

static const Case periods[] = {
  { "December 2026", "2026-12-01", SLIP_CERTAINTY_MONTH },
  { "January", "2027-01-01", SLIP_CERTAINTY_MONTH },
  { "Q1 2027", "2027-01-01", SLIP_CERTAINTY_QUARTER },
  { "q4", "2026-10-01", SLIP_CERTAINTY_QUARTER },
  { "week 50", "2026-12-07", SLIP_CERTAINTY_WEEK },
  { "W1 2027", "2027-01-04", SLIP_CERTAINTY_WEEK },
  { "2026-W50", "2026-12-07", SLIP_CERTAINTY_WEEK },
  { "week 48", "2026-11-23", SLIP_CERTAINTY_WEEK },
  { "week 20", "2027-05-17", SLIP_CERTAINTY_WEEK },
  { "next week", "2026-12-07", SLIP_CERTAINTY_WEEK },
  { "this week", "2026-11-30", SLIP_CERTAINTY_WEEK },
  { "next month", "2027-01-01", SLIP_CERTAINTY_MONTH },
  { "next quarter", "2027-01-01", SLIP_CERTAINTY_QUARTER },
  { "2027-01", "2027-01-01", SLIP_CERTAINTY_MONTH },
  { "1/2027", "2027-01-01", SLIP_CERTAINTY_MONTH },
  { "November", "2026-11-01", SLIP_CERTAINTY_MONTH },
  { "October", "2027-10-01", SLIP_CERTAINTY_MONTH },
  { "2027-Q1", "2027-01-01", SLIP_CERTAINTY_QUARTER },
  { "q2", "2027-04-01", SLIP_CERTAINTY_QUARTER },
};

static const char *const no_dates[] = {
  "soon",
  "8 Movember",
  "32 December",
  "2026-13-01",
  "0/0",
  "30 Feb 27",
  "Q5 2026",
  "week 60",
  "8",
  "1 2 3 4",
  "-",
  "999999",
  "8 December 20261",
  "12.25.2026",
  "13/13/2026",
  "8/12/6",
  "week 53 2027",
  "mid december",
  "next 8 December",
  "+7 December",
  "2026 2027",
  "20261308",
  "+",
  "2026-13",
};

static void
check_cases (const Case *cases, guint n_cases)
{
  for (guint i = 0; i < n_cases; i++) {
    g_autoptr (GError) error = NULL;
    SlipPlannedDate planned =
      slip_typed_date_parse (cases[i].text, TODAY, &error);
    char text[SLIP_DATE_TEXT_SIZE];

    g_test_message ("%s", cases[i].text);
    g_assert_no_error (error);
    g_assert_cmpstr (slip_date_print (planned.date, text), ==, cases[i].day);
    g_assert_cmpint (planned.certainty, ==, cases[i].certainty);
  }
}

static void
test_days (void)
{
  check_cases (days, G_N_ELEMENTS (days));
}

static void
test_periods (void)
{
  check_cases (periods, G_N_ELEMENTS (periods));
}

static void
test_blank (void)
{
  g_autoptr (GError) error = NULL;
  SlipPlannedDate planned = slip_typed_date_parse ("  ", TODAY, &error);

  g_assert_no_error (error);
  g_assert_cmpint (planned.certainty, ==, SLIP_CERTAINTY_UNSCHEDULED);
}

static void
test_no_dates (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (no_dates); i++) {
    g_autoptr (GError) error = NULL;
    SlipPlannedDate planned =
      slip_typed_date_parse (no_dates[i], TODAY, &error);

    g_test_message ("%s", no_dates[i]);
    g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
    g_assert_nonnull (strstr (error->message, no_dates[i]));
    g_assert_false (slip_date_is_set (planned.date));
  }
}

/* In January the days of the December before are the recent ones. */
static void
test_new_year (void)
{
  static const Case cases[] = {
    { "20 December", "2026-12-20", SLIP_CERTAINTY_CONFIRMED },
    { "31.12.", "2026-12-31", SLIP_CERTAINTY_CONFIRMED },
    { "1 December", "2027-12-01", SLIP_CERTAINTY_CONFIRMED },
    { "December", "2026-12-01", SLIP_CERTAINTY_MONTH },
    { "week 52", "2026-12-21", SLIP_CERTAINTY_WEEK },
    { "Q4", "2026-10-01", SLIP_CERTAINTY_QUARTER },
    { "yesterday", "2027-01-04", SLIP_CERTAINTY_CONFIRMED },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    SlipPlannedDate planned =
      slip_typed_date_parse (cases[i].text, slip_date_new (2027, 1, 5), &error);
    char text[SLIP_DATE_TEXT_SIZE];

    g_test_message ("%s", cases[i].text);
    g_assert_no_error (error);
    g_assert_cmpstr (slip_date_print (planned.date, text), ==, cases[i].day);
    g_assert_cmpint (planned.certainty, ==, cases[i].certainty);
  }
}

/* Whatever is typed, it is a date or a fault, and nothing breaks. */
static void
test_anything (void)
{
  static const char alphabet[] = "0123456789 ./-,qwmonthdecember\xc3\xa9";

  for (guint i = 0; i < 20000; i++) {
    char text[16] = { 0 };
    g_autoptr (GError) error = NULL;
    SlipPlannedDate planned;

    for (int at = 0; at < g_test_rand_int_range (0, 15); at++)
      text[at] =
        alphabet[g_test_rand_int_range (0, (int) sizeof (alphabet) - 1)];
    planned = slip_typed_date_parse (text, TODAY, &error);
    if (error)
      g_assert_false (slip_date_is_set (planned.date));
    else
      g_assert_true (
        slip_planned_date_equal (planned,
                                 slip_planned_date_normalize (planned)));
  }
}

/* The catalogues say which words there are. */
static void
test_words_of_other_languages (void)
{
  static const struct {
    const char *language;
    const char *text;
    const char *day;
    SlipCertainty certainty;
  } cases[] = {
    { "de", "Morgen", "2026-12-02", SLIP_CERTAINTY_CONFIRMED },
    { "de", "in 3 Tagen", "2026-12-04", SLIP_CERTAINTY_CONFIRMED },
    { "de", "nächste Woche", "2026-12-07", SLIP_CERTAINTY_WEEK },
    { "de", "diesen Monat", "2026-12-01", SLIP_CERTAINTY_MONTH },
    { "de", "KW 50", "2026-12-07", SLIP_CERTAINTY_WEEK },
    { "ja", "明日", "2026-12-02", SLIP_CERTAINTY_CONFIRMED },
    { "ja", "3日後", "2026-12-04", SLIP_CERTAINTY_CONFIRMED },
    { "ja", "来週", "2026-12-07", SLIP_CERTAINTY_WEEK },
    { "ja", "来月", "2027-01-01", SLIP_CERTAINTY_MONTH },
    { "ja", "12月8日", "2026-12-08", SLIP_CERTAINTY_CONFIRMED },
    { "ja", "2027年1月", "2027-01-01", SLIP_CERTAINTY_MONTH },
    { "ar", "غدًا", "2026-12-02", SLIP_CERTAINTY_CONFIRMED },
    { "ar", "بعد 3 أيام", "2026-12-04", SLIP_CERTAINTY_CONFIRMED },
    { "ar", "الأسبوع القادم", "2026-12-07", SLIP_CERTAINTY_WEEK },
    { "ar", "الربع 1 من 2027", "2027-01-01", SLIP_CERTAINTY_QUARTER },
  };

  if (g_getenv ("SLIPWAY_LOCALE_DIR") == NULL) {
    g_test_skip ("nobody says where the catalogues are");
    return;
  }
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    SlipPlannedDate planned;

    g_setenv ("LANGUAGE", cases[i].language, TRUE);
    slip_locale_begin ();
    planned = slip_typed_date_parse (cases[i].text, TODAY, &error);
    g_assert_no_error (error);
    g_assert_cmpint (planned.certainty, ==, cases[i].certainty);
    g_assert_true (
      slip_date_equal (planned.date, slip_date_parse (cases[i].day)));
  }
  g_unsetenv ("LANGUAGE");
  slip_locale_begin ();
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/typed-date/days-as-people-write-them", test_days);
  g_test_add_func ("/typed-date/periods", test_periods);
  g_test_add_func ("/typed-date/blank-is-no-date-and-no-fault", test_blank);
  g_test_add_func ("/typed-date/what-is-no-date-is-refused", test_no_dates);
  g_test_add_func ("/typed-date/what-is-just-over-is-not-a-year-away",
                   test_new_year);
  g_test_add_func ("/typed-date/anything-may-be-typed", test_anything);
  g_test_add_func ("/typed-date/words-of-other-languages",
                   test_words_of_other_languages);
  return g_test_run ();
}
