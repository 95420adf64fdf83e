/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-clock.h"

#include <stdlib.h>

static void
test_fixed_stands_still (void)
{
  SlipDate day = slip_date_new (2024, 2, 29);
  g_autoptr (SlipClock) clock = slip_clock_new_fixed (day, 1709164800123);

  g_setenv ("SLIPWAY_TODAY", "2031-05-06", TRUE);
  for (int i = 0; i < 2; i++) {
    g_assert_true (slip_date_equal (slip_clock_get_today (clock), day));
    g_assert_cmpint (slip_clock_get_now_ms (clock), ==, 1709164800123);
  }
  SlipMoment moment = slip_clock_get_moment (clock);
  g_assert_cmpint (moment.at_ms, ==, 1709164800123);
  g_assert_true (slip_date_equal (moment.today, day));
  g_unsetenv ("SLIPWAY_TODAY");
}

static void
test_wound_goes_on (void)
{
  gint64 now_ms = 1000;
  g_autoptr (SlipClock) clock =
    slip_clock_new_wound (slip_date_new (2026, 12, 1), &now_ms);

  g_assert_cmpint (slip_clock_get_now_ms (clock), ==, 1000);
  now_ms += 500;
  g_assert_cmpint (slip_clock_get_now_ms (clock), ==, 1500);
  g_assert_true (slip_date_equal (slip_clock_get_today (clock),
                                  slip_date_new (2026, 12, 1)));
}

static void
test_system_now_is_utc_ms (void)
{
  g_autoptr (SlipClock) clock = slip_clock_new_system ();
  gint64 before_ms = g_get_real_time () / 1000;
  gint64 now_ms = slip_clock_get_now_ms (clock);
  gint64 after_ms = g_get_real_time () / 1000;

  g_assert_cmpint (now_ms, >=, before_ms);
  g_assert_cmpint (now_ms, <=, after_ms);
}

/* Kiritimati is 14 hours before UTC and Niue 11 behind it: they never share
 * a day. */
static void
test_system_today_is_local (void)
{
  if (g_test_subprocess ()) {
    g_autoptr (SlipClock) clock = slip_clock_new_system ();
    gint64 utc_day, today, again;
    int n_hours = atoi (g_getenv ("SLIPWAY_TEST_HOURS"));

    do {
      utc_day =
        slip_clock_get_now_ms (clock) + n_hours * G_GINT64_CONSTANT (3600000);
      utc_day /= 86400000;
      today = slip_clock_get_today (clock).day;
      again =
        slip_clock_get_now_ms (clock) + n_hours * G_GINT64_CONSTANT (3600000);
    } while (again / 86400000 != utc_day);
    g_assert_cmpint (today, ==, utc_day);
    return;
  }

  static const struct {
    const char *zone;
    const char *n_hours;
  } cases[] = { { "<+14>-14", "14" }, { "<-11>11", "-11" }, { "UTC0", "0" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_setenv ("TZ", cases[i].zone, TRUE);
    g_setenv ("SLIPWAY_TEST_HOURS", cases[i].n_hours, TRUE);
    g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_DEFAULT);
    g_test_trap_assert_passed ();
  }
  g_setenv ("TZ", "UTC", TRUE);
  g_unsetenv ("SLIPWAY_TEST_HOURS");
}

static void
test_system_today_from_environment (void)
{
  g_setenv ("SLIPWAY_TODAY", "2031-05-06", TRUE);
  g_autoptr (SlipClock) clock = slip_clock_new_system ();
  g_unsetenv ("SLIPWAY_TODAY");

  g_assert_true (
    slip_date_equal (slip_clock_get_today (clock), slip_date_new (2031, 5, 6)));
  g_assert_cmpint (slip_clock_get_now_ms (clock), >, 0);
}

static void
test_system_ignores_a_wrong_environment (void)
{
  static const char *const cases[] = { "", "tomorrow", "2031-02-30" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_setenv ("SLIPWAY_TODAY", cases[i], TRUE);
    g_autoptr (SlipClock) clock = slip_clock_new_system ();
    g_unsetenv ("SLIPWAY_TODAY");

    SlipDate today = slip_clock_get_today (clock);
    g_assert_true (slip_date_is_set (today));
    g_assert_cmpint (slip_date_get_year (today), !=, 2031);
  }
}

static void
test_boxed_shares_the_clock (void)
{
  SlipClock *clock = slip_clock_new_fixed (slip_date_new (2024, 1, 1), 7);
  g_auto (GValue) value = G_VALUE_INIT;

  g_value_init (&value, SLIP_TYPE_CLOCK);
  g_value_set_boxed (&value, clock);
  slip_clock_unref (clock);
  g_assert_true (g_value_get_boxed (&value) == clock);
  g_assert_cmpint (slip_clock_get_now_ms (g_value_get_boxed (&value)), ==, 7);
}

static void
test_days_of_instants_are_whole (void)
{
  static const struct {
    gint64 at_ms;
    const char *day;
  } cases[] = {
    { 0, "1970-01-01" },         { 86399999, "1970-01-01" },
    { 86400000, "1970-01-02" },  { -1, "1969-12-31" },
    { -86400000, "1969-12-31" }, { -86400001, "1969-12-30" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *text =
      slip_date_to_text (slip_clock_find_day (cases[i].at_ms));

    g_assert_cmpstr (text, ==, cases[i].day);
  }
  g_assert_false (slip_date_is_set (slip_clock_find_day (G_MAXINT64)));
  g_assert_false (slip_date_is_set (slip_clock_find_day (G_MININT64)));
}

static void
test_instants_of_days (void)
{
  SlipDate day = slip_date_new (2024, 2, 29);
  g_autoptr (SlipClock) clock = slip_clock_new_fixed (day, 1709164800123);

  g_assert_cmpint (slip_clock_get_instant (clock, day), ==, 1709164800123);
  g_assert_cmpint (slip_clock_get_instant (clock, slip_date_new (2024, 2, 28)),
                   ==, 1709164800000 - 12 * 3600000);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/clock/fixed/stands-still", test_fixed_stands_still);
  g_test_add_func ("/clock/wound/goes-on", test_wound_goes_on);
  g_test_add_func ("/clock/system/now-is-utc-ms", test_system_now_is_utc_ms);
  g_test_add_func ("/clock/system/today-is-local", test_system_today_is_local);
  g_test_add_func ("/clock/system/today-from-environment",
                   test_system_today_from_environment);
  g_test_add_func ("/clock/system/ignores-a-wrong-environment",
                   test_system_ignores_a_wrong_environment);
  g_test_add_func ("/clock/boxed/shares-the-clock",
                   test_boxed_shares_the_clock);
  g_test_add_func ("/clock/days-of-instants-are-whole",
                   test_days_of_instants_are_whole);
  g_test_add_func ("/clock/instants-of-days", test_instants_of_days);
  return g_test_run ();
}
