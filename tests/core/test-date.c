/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-date.h"

#include <string.h>

#define N_RANDOM 20000

static SlipDate
pick_date (void)
{
  int first = slip_date_new (1, 1, 1).day;
  int last = slip_date_new (9999, 12, 31).day;

  return (SlipDate){ g_test_rand_int_range (first, last + 1) };
}

static void
assert_date (SlipDate date, const char *expected)
{
  char text[SLIP_DATE_TEXT_SIZE];

  g_assert_cmpstr (slip_date_print (date, text), ==, expected);
}

static SlipDate
read_date (const char *text)
{
  SlipDate date = slip_date_parse (text);

  g_assert_true (slip_date_is_set (date));
  return date;
}

static void
test_new_known_days (void)
{
  static const struct {
    int year, month, day, expected;
  } cases[] = { { 1970, 1, 1, 0 },      { 1969, 12, 31, -1 },
                { 2000, 2, 29, 11016 }, { 2000, 3, 1, 11017 },
                { 2024, 2, 29, 19782 }, { 1900, 3, 1, -25508 },
                { 2038, 1, 19, 24855 }, { 1600, 1, 1, -135140 },
                { 1, 1, 1, -719162 },   { 9999, 12, 31, 2932896 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (
      slip_date_new (cases[i].year, cases[i].month, cases[i].day).day, ==,
      cases[i].expected);
}

static void
test_new_refuses_days_that_are_not (void)
{
  static const int cases[][3] = {
    { 2023, 2, 29 }, { 1900, 2, 29 }, { 2100, 2, 29 }, { 2024, 2, 30 },
    { 2024, 4, 31 }, { 2024, 6, 31 }, { 2024, 9, 31 }, { 2024, 11, 31 },
    { 2024, 0, 1 },  { 2024, 13, 1 }, { 2024, 1, 0 },  { 2024, 1, 32 },
    { 0, 1, 1 },     { 10000, 1, 1 }, { -1, 1, 1 },    { 2024, -1, -1 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_false (
      slip_date_is_set (slip_date_new (cases[i][0], cases[i][1], cases[i][2])));
}

static void
test_new_same_as_glib (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipDate date = pick_date ();
    int year, month, day;
    slip_date_get_parts (date, &year, &month, &day);

    GDate other;
    g_date_clear (&other, 1);
    g_date_set_dmy (&other, (GDateDay) day, (GDateMonth) month,
                    (GDateYear) year);
    g_assert_true (g_date_valid (&other));
    g_assert_cmpint ((int) g_date_get_julian (&other), ==, date.day + 719163);
    g_assert_cmpint ((int) g_date_get_weekday (&other), ==,
                     (int) slip_date_get_weekday (date));
    g_assert_cmpint ((int) g_date_get_iso8601_week_of_year (&other), ==,
                     slip_date_get_iso_week (date));
    g_assert_true (slip_date_equal (slip_date_new (year, month, day), date));
  }
}

static void
test_parse_refuses_other_text (void)
{
  static const char *const cases[] = { "",
                                       " 2024-01-01",
                                       "2024-01-01 ",
                                       "2024-1-1",
                                       "2024-01-1",
                                       "24-01-01",
                                       "2024/01/01",
                                       "20240101",
                                       "2024-W01-1",
                                       "2024-02-30",
                                       "0000-01-01",
                                       "+024-01-01",
                                       "-024-01-01",
                                       "2024-01-0x",
                                       "2024-01",
                                       "2024-01-",
                                       "2024",
                                       "2024-",
                                       "02024-01-01",
                                       "10000-01-01",
                                       "2024-01-01T00:00",
                                       "２０２４-01-01",
                                       "2024-00-10",
                                       "2024-10-00" };

  g_assert_false (slip_date_is_set (slip_date_parse (NULL)));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_false (slip_date_is_set (slip_date_parse (cases[i])));
}

static void
test_parse_undoes_print (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipDate date = pick_date ();
    char text[SLIP_DATE_TEXT_SIZE];

    slip_date_print (date, text);
    g_assert_cmpuint (strlen (text), ==, 10);
    g_assert_true (slip_date_equal (slip_date_parse (text), date));
  }
}

static void
test_print_order_of_texts_is_order_of_days (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipDate a = pick_date (), b = pick_date ();
    char a_text[SLIP_DATE_TEXT_SIZE], b_text[SLIP_DATE_TEXT_SIZE];

    slip_date_print (a, a_text);
    slip_date_print (b, b_text);
    g_assert_cmpint (strcmp (a_text, b_text) < 0, ==,
                     slip_date_is_before (a, b));
  }
}

static void
test_print_unset_is_empty (void)
{
  assert_date (SLIP_DATE_NONE, "");
  g_assert_null (slip_date_to_text (SLIP_DATE_NONE));

  g_autofree char *text = slip_date_to_text (read_date ("0987-06-05"));
  g_assert_cmpstr (text, ==, "0987-06-05");
}

static void
test_compare_unset_is_last (void)
{
  SlipDate day = read_date ("9999-12-31");

  g_assert_cmpint (slip_date_compare (SLIP_DATE_NONE, day), >, 0);
  g_assert_cmpint (slip_date_compare (day, SLIP_DATE_NONE), <, 0);
  g_assert_cmpint (slip_date_compare (SLIP_DATE_NONE, SLIP_DATE_NONE), ==, 0);
  g_assert_cmpint (slip_date_compare (day, day), ==, 0);
  g_assert_true (slip_date_is_before (read_date ("1969-12-31"), day));
}

static void
test_add_days_and_back (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipDate a = pick_date (), b = pick_date ();
    int n_days = slip_date_days_until (a, b);

    g_assert_true (slip_date_equal (slip_date_add_days (a, n_days), b));
    g_assert_true (slip_date_equal (slip_date_add_days (b, -n_days), a));
  }
}

static void
test_add_days_stays_within_bounds (void)
{
  SlipDate day = read_date ("2024-02-28");

  assert_date (slip_date_add_days (day, 1), "2024-02-29");
  assert_date (slip_date_add_days (day, 2), "2024-03-01");
  assert_date (slip_date_add_days (day, G_MAXINT), "9999-12-31");
  assert_date (slip_date_add_days (day, G_MININT), "0001-01-01");
  assert_date (slip_date_add_days (SLIP_DATE_NONE, 1), "");
  assert_date (slip_date_add_days (SLIP_DATE_NONE, -1), "");
}

static void
test_add_months_ends_in_shorter_months (void)
{
  static const struct {
    const char *from;
    int n_months;
    const char *expected;
  } cases[] = { { "2024-01-31", 1, "2024-02-29" },
                { "2023-01-31", 1, "2023-02-28" },
                { "2024-03-31", -1, "2024-02-29" },
                { "2024-02-29", 12, "2025-02-28" },
                { "2024-12-15", 1, "2025-01-15" },
                { "2024-01-15", -1, "2023-12-15" },
                { "2024-05-31", 0, "2024-05-31" },
                { "2024-05-31", 13, "2025-06-30" },
                { "0001-01-20", -1, "0001-01-01" },
                { "9999-12-02", 1, "9999-12-31" },
                { "2024-05-31", G_MAXINT, "9999-12-31" },
                { "2024-05-31", G_MININT, "0001-01-01" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_date (slip_date_add_months (read_date (cases[i].from),
                                       cases[i].n_months),
                 cases[i].expected);
  assert_date (slip_date_add_months (SLIP_DATE_NONE, 3), "");
}

static void
test_iso_week_at_year_ends (void)
{
  static const struct {
    const char *day;
    int week;
  } cases[] = { /* Years with 53 weeks: 2004, 2009, 2015, 2020, 2026. */
                { "2004-12-31", 53 },
                { "2005-01-01", 53 },
                { "2005-01-02", 53 },
                { "2005-01-03", 1 },
                { "2009-12-31", 53 },
                { "2010-01-03", 53 },
                { "2010-01-04", 1 },
                { "2015-12-31", 53 },
                { "2016-01-03", 53 },
                { "2020-12-31", 53 },
                { "2021-01-03", 53 },
                { "2021-01-04", 1 },
                { "2026-12-28", 53 },
                { "2027-01-03", 53 },
                { "2027-01-04", 1 },
                /* Years with 52. */
                { "2007-12-31", 1 },
                { "2008-12-28", 52 },
                { "2008-12-29", 1 },
                { "2012-01-01", 52 },
                { "2012-12-31", 1 },
                { "2018-12-31", 1 },
                { "2023-01-01", 52 },
                { "2024-12-29", 52 },
                { "2024-12-30", 1 },
                { "0001-01-01", 1 },
                { "9999-12-31", 52 }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (slip_date_get_iso_week (read_date (cases[i].day)), ==,
                     cases[i].week);
}

static void
test_weekday_known_days (void)
{
  g_assert_cmpint (slip_date_get_weekday (read_date ("1970-01-01")), ==,
                   SLIP_THURSDAY);
  g_assert_cmpint (slip_date_get_weekday (read_date ("0001-01-01")), ==,
                   SLIP_MONDAY);
  g_assert_cmpint (slip_date_get_weekday (read_date ("2024-02-29")), ==,
                   SLIP_THURSDAY);
  g_assert_cmpint (slip_date_get_weekday (read_date ("9999-12-31")), ==,
                   SLIP_FRIDAY);
}

static void
test_week_start_is_nearest_before (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipDate date = pick_date ();
    SlipWeekday first = (SlipWeekday) g_test_rand_int_range (1, 8);
    SlipDate start = slip_date_get_week_start (date, first);
    int n_days = slip_date_days_until (start, date);

    g_assert_cmpint (n_days, >=, 0);
    g_assert_cmpint (n_days, <, 7);
    if (slip_date_get_year (start) > 1)
      g_assert_cmpint (slip_date_get_weekday (start), ==, first);
  }
}

static void
test_month_and_quarter_bounds (void)
{
  SlipDate day = read_date ("2024-02-10");

  assert_date (slip_date_get_month_start (day), "2024-02-01");
  assert_date (slip_date_get_month_end (day), "2024-02-29");
  assert_date (slip_date_get_quarter_start (day), "2024-01-01");
  assert_date (slip_date_get_quarter_end (day), "2024-03-31");
  assert_date (slip_date_get_quarter_end (read_date ("9999-11-30")),
               "9999-12-31");
  assert_date (slip_date_get_quarter_start (read_date ("2023-06-30")),
               "2023-04-01");
  assert_date (slip_date_get_month_end (read_date ("2023-12-01")),
               "2023-12-31");
}

static SlipRange
read_range (const char *first, const char *last)
{
  return slip_range_new (slip_date_parse (first), slip_date_parse (last));
}

static void
test_range_empty_holds_nothing (void)
{
  SlipRange whole = read_range ("0001-01-01", "9999-12-31");
  SlipRange cases[] = {
    read_range ("2024-01-02", "2024-01-01"),
    read_range (NULL, "2024-01-01"),
    read_range ("2024-01-01", NULL),
    read_range (NULL, NULL),
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_assert_true (slip_range_is_empty (cases[i]));
    g_assert_cmpint (slip_range_get_length (cases[i]), ==, 0);
    g_assert_false (slip_range_contains (cases[i], read_date ("2024-01-01")));
    g_assert_cmpint (slip_range_overlap (cases[i], whole), ==, 0);
    g_assert_true (
      slip_range_is_empty (slip_range_intersect (whole, cases[i])));
  }
  g_assert_false (slip_range_contains (whole, SLIP_DATE_NONE));
}

static void
test_range_overlap_counts_shared_days (void)
{
  SlipRange week = read_range ("2024-01-01", "2024-01-07");

  g_assert_cmpint (slip_range_get_length (week), ==, 7);
  g_assert_cmpint (slip_range_overlap (week,
                                       read_range ("2024-01-07", "2024-01-09")),
                   ==, 1);
  g_assert_cmpint (slip_range_overlap (week,
                                       read_range ("2024-01-08", "2024-01-09")),
                   ==, 0);
  g_assert_cmpint (slip_range_overlap (week,
                                       read_range ("2024-01-03", "2024-01-03")),
                   ==, 1);
}

static void
test_range_intersect_holds_what_both_hold (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipDate day[5];
    for (guint k = 0; k < G_N_ELEMENTS (day); k++)
      day[k] = (SlipDate){ g_test_rand_int_range (0, 30) };

    SlipRange a = { day[0], day[1] }, b = { day[2], day[3] };
    SlipRange both = slip_range_intersect (a, b);
    g_assert_cmpint (slip_range_contains (both, day[4]), ==,
                     slip_range_contains (a, day[4]) &&
                       slip_range_contains (b, day[4]));
    g_assert_cmpint (slip_range_overlap (a, b), ==, slip_range_overlap (b, a));
  }
}

static void
add_date_tests (void)
{
  g_test_add_func ("/date/new/known-days", test_new_known_days);
  g_test_add_func ("/date/new/refuses-days-that-are-not",
                   test_new_refuses_days_that_are_not);
  g_test_add_func ("/date/new/same-as-glib", test_new_same_as_glib);
  g_test_add_func ("/date/parse/refuses-other-text",
                   test_parse_refuses_other_text);
  g_test_add_func ("/date/parse/undoes-print", test_parse_undoes_print);
  g_test_add_func ("/date/print/order-of-texts-is-order-of-days",
                   test_print_order_of_texts_is_order_of_days);
  g_test_add_func ("/date/print/unset-is-empty", test_print_unset_is_empty);
  g_test_add_func ("/date/compare/unset-is-last", test_compare_unset_is_last);
  g_test_add_func ("/date/add-days/and-back", test_add_days_and_back);
  g_test_add_func ("/date/add-days/stays-within-bounds",
                   test_add_days_stays_within_bounds);
  g_test_add_func ("/date/add-months/ends-in-shorter-months",
                   test_add_months_ends_in_shorter_months);
  g_test_add_func ("/date/iso-week/at-year-ends", test_iso_week_at_year_ends);
  g_test_add_func ("/date/weekday/known-days", test_weekday_known_days);
  g_test_add_func ("/date/week-start/is-nearest-before",
                   test_week_start_is_nearest_before);
  g_test_add_func ("/date/bounds/month-and-quarter",
                   test_month_and_quarter_bounds);
}

static void
add_range_tests (void)
{
  g_test_add_func ("/range/empty/holds-nothing",
                   test_range_empty_holds_nothing);
  g_test_add_func ("/range/overlap/counts-shared-days",
                   test_range_overlap_counts_shared_days);
  g_test_add_func ("/range/intersect/holds-what-both-hold",
                   test_range_intersect_holds_what_both_hold);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_date_tests ();
  add_range_tests ();
  return g_test_run ();
}
