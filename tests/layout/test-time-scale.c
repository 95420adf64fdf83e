/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-time-scale.h"

#define N_RANDOM 2000
#define DIGIT_PX 8

static SlipRange
parse_range (const char *first, const char *last)
{
  return slip_range_new (slip_date_parse (first), slip_date_parse (last));
}

static SlipTimeScale
pick_scale (void)
{
  SlipDate first = slip_date_add_days (slip_date_new (2026, 11, 26),
                                       g_test_rand_int_range (-2000, 2000));
  SlipRange range = slip_range_new (
    first, slip_date_add_days (first, g_test_rand_int_range (1, 3000)));

  return slip_time_scale_make (
    range, (SlipZoom) g_test_rand_int_range (0, SLIP_N_ZOOMS),
    g_test_rand_int_range (5, 20), g_test_rand_bit ());
}

static void
test_days_stand_side_by_side (void)
{
  SlipTimeScale scale =
    slip_time_scale_make (parse_range ("2026-11-01", "2026-11-30"),
                          SLIP_ZOOM_DAYS, DIGIT_PX, FALSE);
  double first = slip_time_scale_get_x (&scale, scale.range.first.day);
  double second = slip_time_scale_get_x (&scale, scale.range.first.day + 1);

  g_assert_cmpint (slip_time_scale_get_width (&scale), ==, 30 * 48);
  g_assert_cmpfloat_with_epsilon (first, 0, 1e-9);
  g_assert_cmpfloat_with_epsilon (second, 48, 1e-9);
  /* A part of a day is a part of its width. */
  g_assert_cmpfloat_with_epsilon (
    slip_time_scale_get_x (&scale, scale.range.first.day + 0.5), 24, 1e-9);
}

static void
test_each_zoom_shows_more_days (void)
{
  SlipRange range = parse_range ("2026-01-01", "2026-12-31");
  int width = G_MAXINT;

  for (int zoom = 0; zoom < SLIP_N_ZOOMS; zoom++) {
    SlipTimeScale scale =
      slip_time_scale_make (range, (SlipZoom) zoom, DIGIT_PX, FALSE);

    g_assert_cmpint (slip_time_scale_get_width (&scale), <, width);
    width = slip_time_scale_get_width (&scale);
  }
}

static void
test_a_pixel_leads_back_to_its_instant (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipTimeScale scale = pick_scale ();
    double instant =
      scale.range.first.day +
      g_test_rand_double_range (0, slip_range_get_length (scale.range));
    double x = slip_time_scale_get_x (&scale, instant);

    g_assert_cmpfloat (x, >=, 0);
    g_assert_cmpfloat (x, <=, slip_time_scale_get_width (&scale));
    g_assert_cmpfloat_with_epsilon (slip_time_scale_find_instant (&scale, x),
                                    instant, 1e-6);
  }
}

static void
test_time_goes_from_right_to_left_where_text_does (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipTimeScale scale = pick_scale ();
    SlipTimeScale mirrored = scale;
    double instant = scale.range.first.day + g_test_rand_double_range (0, 1000);

    mirrored.is_rtl = !scale.is_rtl;
    g_assert_cmpfloat_with_epsilon (slip_time_scale_get_x (&scale, instant) +
                                      slip_time_scale_get_x (&mirrored,
                                                             instant),
                                    slip_time_scale_get_width (&scale), 1e-6);
  }
}

static void
test_a_day_is_found_anywhere_in_its_width (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipTimeScale scale = pick_scale ();
    SlipDate day =
      slip_date_add_days (scale.range.first,
                          g_test_rand_int_range (0, slip_range_get_length (
                                                      scale.range)));
    double x =
      slip_time_scale_get_x (&scale,
                             day.day + g_test_rand_double_range (0.01, 0.99));

    g_assert_cmpint (slip_time_scale_find_day (&scale, x).day, ==, day.day);
  }
}

static void
test_no_day_is_found_beyond_the_ends (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipTimeScale scale = pick_scale ();
    double x = g_test_rand_double_range (-1e7, 1e7);

    g_assert_true (
      slip_range_contains (scale.range, slip_time_scale_find_day (&scale, x)));
  }
}

static void
test_the_days_in_sight_are_those_that_show (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipTimeScale scale = pick_scale ();
    double x = g_test_rand_int_range (-500, 5000);
    int width = g_test_rand_int_range (0, 1500);
    SlipRange range = slip_time_scale_find_range (&scale, x, width);

    for (int k = 0; k < 20; k++) {
      SlipDate day =
        slip_date_add_days (scale.range.first,
                            g_test_rand_int_range (0, slip_range_get_length (
                                                        scale.range)));
      double a = slip_time_scale_get_x (&scale, day.day);
      double b = slip_time_scale_get_x (&scale, day.day + 1);
      /* Leave a little for rounding; nothing shows in no width. */
      gboolean shows =
        width > 0 && MAX (a, b) > x + 1e-3 && MIN (a, b) < x + width - 1e-3;
      gboolean hides = MAX (a, b) < x - 1e-3 || MIN (a, b) > x + width + 1e-3;

      if (shows)
        g_assert_true (slip_range_contains (range, day));
      if (hides)
        g_assert_false (slip_range_contains (range, day));
    }
  }
}

static char *
print_ticks (SlipZoom zoom, const char *first, const char *last)
{
  SlipRange range = parse_range (first, last);
  SlipTimeScale scale =
    slip_time_scale_make (range, zoom, DIGIT_PX, g_test_rand_bit ());
  g_autoptr (GArray) ticks =
    slip_time_scale_list_ticks (&scale, range, SLIP_MONDAY);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < ticks->len; i++) {
    const SlipTimeTick *tick = &g_array_index (ticks, SlipTimeTick, i);
    char day[SLIP_DATE_TEXT_SIZE];

    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "",
                            slip_date_print (tick->date, day),
                            tick->is_major ? "!" : "");
  }
  return g_strdup (text->str);
}

static void
test_lines_are_where_periods_begin (void)
{
  static const struct {
    SlipZoom zoom;
    const char *first;
    const char *last;
    const char *ticks;
  } cases[] = {
    { SLIP_ZOOM_DAYS, "2026-11-29", "2026-12-02",
      "2026-11-29 2026-11-30 2026-12-01! 2026-12-02" },
    { SLIP_ZOOM_WEEKS, "2026-11-23", "2026-12-15",
      "2026-11-23 2026-11-30 2026-12-07! 2026-12-14" },
    { SLIP_ZOOM_WEEKS, "2026-11-24", "2026-12-06", "2026-11-30" },
    { SLIP_ZOOM_MONTHS, "2026-11-02", "2027-02-01",
      "2026-12-01 2027-01-01! 2027-02-01" },
    { SLIP_ZOOM_QUARTERS, "2026-07-01", "2027-03-31",
      "2026-07-01 2026-10-01 2027-01-01!" },
    { SLIP_ZOOM_QUARTERS, "2026-07-02", "2026-09-30", "" },
    { SLIP_ZOOM_DAYS, "9999-12-30", "9999-12-31", "9999-12-30 9999-12-31" },
    { SLIP_ZOOM_MONTHS, "9999-11-30", "9999-12-31", "9999-12-01" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *ticks =
      print_ticks (cases[i].zoom, cases[i].first, cases[i].last);

    g_assert_cmpstr (ticks, ==, cases[i].ticks);
  }
}

static void
test_weeks_begin_with_the_day_asked_for (void)
{
  SlipRange range = parse_range ("2026-11-23", "2026-11-30");
  SlipTimeScale scale =
    slip_time_scale_make (range, SLIP_ZOOM_WEEKS, DIGIT_PX, FALSE);
  g_autoptr (GArray) ticks =
    slip_time_scale_list_ticks (&scale, range, SLIP_SUNDAY);

  g_assert_cmpuint (ticks->len, ==, 1);
  g_assert_cmpint (g_array_index (ticks, SlipTimeTick, 0).date.day, ==,
                   slip_date_new (2026, 11, 29).day);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add_func ("/time-scale/" path, func)
  ADD ("days/stand-side-by-side", test_days_stand_side_by_side);
  ADD ("zoom/each-shows-more-days", test_each_zoom_shows_more_days);
  ADD ("pixel/leads-back-to-its-instant",
       test_a_pixel_leads_back_to_its_instant);
  ADD ("rtl/mirrors", test_time_goes_from_right_to_left_where_text_does);
  ADD ("day/is-found-anywhere-in-its-width",
       test_a_day_is_found_anywhere_in_its_width);
  ADD ("day/none-beyond-the-ends", test_no_day_is_found_beyond_the_ends);
  ADD ("range/days-in-sight-are-those-that-show",
       test_the_days_in_sight_are_those_that_show);
  ADD ("ticks/where-periods-begin", test_lines_are_where_periods_begin);
  ADD ("ticks/weeks-begin-as-asked", test_weeks_begin_with_the_day_asked_for);
#undef ADD
  return g_test_run ();
}
