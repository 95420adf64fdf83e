/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-working-days.h"

#define N_RANDOM 3000

static SlipDate
read_date (const char *text)
{
  SlipDate date = slip_date_parse (text);

  g_assert_true (slip_date_is_set (date));
  return date;
}

static void
assert_date (SlipDate date, const char *expected)
{
  char text[SLIP_DATE_TEXT_SIZE];

  g_assert_cmpstr (slip_date_print (date, text), ==, expected);
}

static void
add_holiday (SlipWorkingDays *days,
             const char *first,
             const char *last,
             const char *name)
{
  slip_working_days_add_holiday (
    days, slip_range_new (read_date (first), read_date (last)), name);
}

/* Monday to Friday, off from 24 to 26 December 2024 and on New Year. */
static SlipWorkingDays *
make_office (void)
{
  SlipWorkingDays *days =
    slip_working_days_new (SLIP_WEEKDAY_MASK_MONDAY_TO_FRIDAY);

  add_holiday (days, "2025-01-01", "2025-01-01", "New Year");
  add_holiday (days, "2024-12-24", "2024-12-26", "Christmas");
  return days;
}

static SlipWorkingDays *
make_random (void)
{
  guint mask = (guint) g_test_rand_int_range (1, 128);
  SlipWorkingDays *days = slip_working_days_new (mask);

  for (int n = g_test_rand_int_range (0, 12); n > 0; n--) {
    SlipDate first = { g_test_rand_int_range (19600, 20200) };
    SlipDate last = { first.day + g_test_rand_int_range (0, 25) };

    slip_working_days_add_holiday (days, slip_range_new (first, last), "off");
  }
  return days;
}

static SlipDate
pick_date (void)
{
  return (SlipDate){ g_test_rand_int_range (19500, 20300) };
}

static void
test_add_table (void)
{
  static const struct {
    const char *from;
    int n;
    const char *expected;
  } cases[] = { { "2024-12-02", 0, "2024-12-02" },
                { "2024-12-02", 1, "2024-12-03" },
                { "2024-12-06", 1, "2024-12-09" },
                { "2024-12-09", -1, "2024-12-06" },
                { "2024-12-02", 10, "2024-12-16" },
                { "2024-12-16", -10, "2024-12-02" },
                { "2024-12-23", 1, "2024-12-27" },
                { "2024-12-27", -1, "2024-12-23" },
                { "2024-12-23", 4, "2025-01-02" },
                { "2025-01-02", -4, "2024-12-23" },
                /* From a day off. */
                { "2024-12-07", 0, "2024-12-07" },
                { "2024-12-07", 1, "2024-12-09" },
                { "2024-12-07", -1, "2024-12-06" },
                { "2024-12-25", 1, "2024-12-27" },
                { "2024-12-25", -1, "2024-12-23" } };
  g_autoptr (SlipWorkingDays) days = make_office ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_date (slip_working_days_add (days, read_date (cases[i].from),
                                        cases[i].n),
                 cases[i].expected);
  assert_date (slip_working_days_add (days, SLIP_DATE_NONE, 5), "");
}

static void
test_add_back_comes_home (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    g_autoptr (SlipWorkingDays) days = make_random ();
    int n = g_test_rand_int_range (-60, 61);
    SlipDate from =
      slip_working_days_snap (days, pick_date (), SLIP_SNAP_LATER);
    SlipDate to = slip_working_days_add (days, from, n);

    g_assert_true (slip_working_days_is_working (days, to));
    g_assert_true (
      slip_date_equal (slip_working_days_add (days, to, -n), from));
  }
}

static void
test_count_is_what_add_goes (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    g_autoptr (SlipWorkingDays) days = make_random ();
    int n = g_test_rand_int_range (-60, 61);
    SlipDate from = pick_date ();
    SlipDate to = slip_working_days_add (days, from, n);

    g_assert_cmpint (slip_working_days_count (days, from, to), ==, n);
  }
}

static void
test_count_table (void)
{
  static const struct {
    const char *from, *to;
    int expected;
  } cases[] = {
    { "2024-12-02", "2024-12-02", 0 },  { "2024-12-02", "2024-12-09", 5 },
    { "2024-12-09", "2024-12-02", -5 }, { "2024-12-06", "2024-12-08", 0 },
    { "2024-12-08", "2024-12-07", 0 },  { "2024-12-23", "2025-01-02", 4 }
  };
  g_autoptr (SlipWorkingDays) days = make_office ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (slip_working_days_count (days, read_date (cases[i].from),
                                              read_date (cases[i].to)),
                     ==, cases[i].expected);
}

static void
test_snap_directions (void)
{
  g_autoptr (SlipWorkingDays) days = make_office ();
  SlipDate sunday = read_date ("2024-12-29");
  SlipDate monday = read_date ("2024-12-30");

  assert_date (slip_working_days_snap (days, sunday, SLIP_SNAP_NONE),
               "2024-12-29");
  assert_date (slip_working_days_snap (days, sunday, SLIP_SNAP_EARLIER),
               "2024-12-27");
  assert_date (slip_working_days_snap (days, sunday, SLIP_SNAP_LATER),
               "2024-12-30");
  assert_date (slip_working_days_snap (days, monday, SLIP_SNAP_EARLIER),
               "2024-12-30");
  assert_date (slip_working_days_snap (days, monday, SLIP_SNAP_LATER),
               "2024-12-30");
  assert_date (slip_working_days_snap (days, SLIP_DATE_NONE, SLIP_SNAP_LATER),
               "");
}

static void
test_snap_is_nearest (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    g_autoptr (SlipWorkingDays) days = make_random ();
    SlipDate date = pick_date ();
    SlipDate later = slip_working_days_snap (days, date, SLIP_SNAP_LATER);
    SlipDate earlier = slip_working_days_snap (days, date, SLIP_SNAP_EARLIER);

    g_assert_true (slip_working_days_is_working (days, later));
    g_assert_true (slip_working_days_is_working (days, earlier));
    for (int day = earlier.day + 1; day < later.day; day++)
      g_assert_false (slip_working_days_is_working (days, (SlipDate){ day }));
  }
}

static void
test_last_in_table (void)
{
  static const struct {
    const char *first, *last, *expected;
  } cases[] = { { "2024-12-01", "2024-12-31", "2024-12-31" },
                { "2024-11-01", "2024-11-30", "2024-11-29" },
                { "2024-12-23", "2024-12-26", "2024-12-23" },
                { "2024-12-24", "2024-12-26", "2024-12-26" },
                { "2024-12-07", "2024-12-08", "2024-12-08" } };
  g_autoptr (SlipWorkingDays) days = make_office ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SlipRange range =
      slip_range_new (read_date (cases[i].first), read_date (cases[i].last));
    assert_date (slip_working_days_last_in (days, range), cases[i].expected);
  }

  SlipRange empty = { SLIP_DATE_NONE, SLIP_DATE_NONE };
  assert_date (slip_working_days_last_in (days, empty), "");
}

static void
test_holiday_names (void)
{
  g_autoptr (SlipWorkingDays) days = slip_working_days_new (0x7f);
  SlipRange empty = { SLIP_DATE_NONE, read_date ("2024-06-01") };

  add_holiday (days, "2024-12-25", "2024-12-25", "Christmas Day");
  add_holiday (days, "2024-12-20", "2024-12-31", "Winter break");
  add_holiday (days, "2024-07-01", "2024-07-01", NULL);
  slip_working_days_add_holiday (days, empty, "Never");

#define NAME_ON(text)                                                          \
  slip_working_days_peek_holiday_name (days, read_date (text))
  g_assert_null (NAME_ON ("2024-12-19"));
  g_assert_cmpstr (NAME_ON ("2024-12-24"), ==, "Winter break");
  g_assert_cmpstr (NAME_ON ("2024-12-25"), ==, "Christmas Day");
  g_assert_cmpstr (NAME_ON ("2024-12-26"), ==, "Winter break");
  g_assert_cmpstr (NAME_ON ("2024-12-31"), ==, "Winter break");
  g_assert_null (NAME_ON ("2025-01-01"));
  g_assert_cmpstr (NAME_ON ("2024-07-01"), ==, "");
  g_assert_null (NAME_ON ("2024-06-01"));
#undef NAME_ON
  g_assert_null (slip_working_days_peek_holiday_name (days, SLIP_DATE_NONE));
}

/* The sorted search finds what looking at every holiday finds. */
static void
test_holiday_search_is_complete (void)
{
  for (int i = 0; i < 300; i++) {
    g_autoptr (SlipWorkingDays) days = slip_working_days_new (0x7f);
    SlipRange ranges[8];

    for (guint k = 0; k < G_N_ELEMENTS (ranges); k++) {
      SlipDate first = { g_test_rand_int_range (0, 60) };

      ranges[k] =
        slip_range_new (first, (SlipDate){ first.day +
                                           g_test_rand_int_range (0, 15) });
      slip_working_days_add_holiday (days, ranges[k], NULL);
    }
    for (int day = -2; day < 80; day++) {
      gboolean is_off = FALSE;

      for (guint k = 0; k < G_N_ELEMENTS (ranges); k++)
        is_off |= slip_range_contains (ranges[k], (SlipDate){ day });
      g_assert_cmpint (slip_working_days_is_working (days, (SlipDate){ day }),
                       ==, !is_off);
    }
  }
}

static void
assert_never_working (const SlipWorkingDays *days)
{
  SlipDate day = read_date ("2024-05-15");
  SlipRange month = slip_range_new (slip_date_get_month_start (day),
                                    slip_date_get_month_end (day));
  SlipRange all =
    slip_range_new (read_date ("0001-01-01"), read_date ("9999-12-31"));

  g_assert_false (slip_working_days_is_working (days, day));
  assert_date (slip_working_days_add (days, day, 10), "2024-05-25");
  assert_date (slip_working_days_add (days, day, -10), "2024-05-05");
  assert_date (slip_working_days_add (days, day, G_MAXINT), "9999-12-31");
  assert_date (slip_working_days_add (days, day, G_MININT), "0001-01-01");
  assert_date (slip_working_days_snap (days, day, SLIP_SNAP_LATER),
               "2024-05-15");
  assert_date (slip_working_days_snap (days, day, SLIP_SNAP_EARLIER),
               "2024-05-15");
  assert_date (slip_working_days_last_in (days, month), "2024-05-31");
  assert_date (slip_working_days_last_in (days, all), "9999-12-31");
  g_assert_cmpint (slip_working_days_count (days, day,
                                            read_date ("2030-01-01")),
                   ==, 0);
}

static void
test_never_working_ends (void)
{
  g_autoptr (SlipWorkingDays) no_weekday = slip_working_days_new (0);
  assert_never_working (no_weekday);

  g_autoptr (SlipWorkingDays) unknown_bits = slip_working_days_new (0x80);
  assert_never_working (unknown_bits);

  g_autoptr (SlipWorkingDays) always_off = slip_working_days_new (0x7f);
  add_holiday (always_off, "0001-01-01", "9999-12-31", "Sabbatical");
  assert_never_working (always_off);
}

static void
test_holidays_that_never_end (void)
{
  g_autoptr (SlipWorkingDays) days = slip_working_days_new (0x7f);
  add_holiday (days, "2024-06-01", "9999-12-31", "Closed");

  /* Two working days are left, the other eight steps are calendar days. */
  assert_date (slip_working_days_add (days, read_date ("2024-05-29"), 10),
               "2024-06-08");
  assert_date (slip_working_days_snap (days, read_date ("2024-07-01"),
                                       SLIP_SNAP_EARLIER),
               "2024-05-31");
}

static void
test_ends_of_the_valid_days (void)
{
  g_autoptr (SlipWorkingDays) days = slip_working_days_new (0x01);

  assert_date (slip_working_days_add (days, read_date ("9999-12-20"), 5),
               "9999-12-31");
  assert_date (slip_working_days_snap (days, read_date ("9999-12-31"),
                                       SLIP_SNAP_LATER),
               "9999-12-31");
  assert_date (slip_working_days_add (days, read_date ("0001-01-03"), -2),
               "0001-01-01");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/working-days/add/table", test_add_table);
  g_test_add_func ("/working-days/add/back-comes-home",
                   test_add_back_comes_home);
  g_test_add_func ("/working-days/count/is-what-add-goes",
                   test_count_is_what_add_goes);
  g_test_add_func ("/working-days/count/table", test_count_table);
  g_test_add_func ("/working-days/snap/directions", test_snap_directions);
  g_test_add_func ("/working-days/snap/is-nearest", test_snap_is_nearest);
  g_test_add_func ("/working-days/last-in/table", test_last_in_table);
  g_test_add_func ("/working-days/holiday/names", test_holiday_names);
  g_test_add_func ("/working-days/holiday/search-is-complete",
                   test_holiday_search_is_complete);
  g_test_add_func ("/working-days/never/working-ends", test_never_working_ends);
  g_test_add_func ("/working-days/never/holidays-without-end",
                   test_holidays_that_never_end);
  g_test_add_func ("/working-days/bounds/ends-of-the-valid-days",
                   test_ends_of_the_valid_days);
  return g_test_run ();
}
