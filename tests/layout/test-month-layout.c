/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas.h"
#include "slip-month-layout.h"

#define N_RANDOM 400

/* A window of usual size, in pixels. */
static const SlipMonthSpec usual = {
  .width_px = 755,
  .height_px = 654,
  .first_weekday = SLIP_MONDAY,
  .shows_week_numbers = TRUE,
  .week_number_width_px = 34,
  .weekday_header_height_px = 26,
  .day_header_height_px = 22,
  .padding_px = 4,
  .spacing_px = 3,
  .chip_height_px = 21,
  .bar_height_px = 16,
  .more_height_px = 16,
  .compact_below_px = 64,
  .compact_chip_height_px = 8,
  .compact_bar_height_px = 4,
};

/* A pixel is a character. */
static const SlipMonthSpec drawn = {
  .width_px = 67,
  .height_px = 26,
  .first_weekday = SLIP_MONDAY,
  .shows_week_numbers = TRUE,
  .week_number_width_px = 4,
  .weekday_header_height_px = 1,
  .day_header_height_px = 1,
  .padding_px = 1,
  .chip_height_px = 1,
  .bar_height_px = 1,
  .more_height_px = 1,
  .compact_below_px = 5,
  .compact_chip_height_px = 1,
  .compact_bar_height_px = 1,
};

static SlipMonthSpec
pick_spec (void)
{
  SlipMonthSpec spec = usual;

  spec.width_px = g_test_rand_int_range (0, 1920);
  spec.height_px = g_test_rand_int_range (0, 1200);
  spec.first_weekday = (SlipWeekday) g_test_rand_int_range (1, 8);
  spec.is_rtl = g_test_rand_int_range (0, 2);
  spec.shows_week_numbers = g_test_rand_int_range (0, 2);
  spec.spacing_px = g_test_rand_int_range (0, 6);
  spec.is_dense = g_test_rand_int_range (0, 2);
  return spec;
}

static SlipDate
pick_date (void)
{
  return (SlipDate){ g_test_rand_int_range (-200000, 200000) };
}

static SlipMonthLayout
pick_layout (const SlipMonthSpec *spec)
{
  if (g_test_rand_int_range (0, 2) == 0)
    return slip_month_layout_for_month (spec, pick_date ());
  return slip_month_layout_for_weeks (spec, pick_date (),
                                      g_test_rand_int_range (1, 14));
}

static void
assert_date (SlipDate date, const char *expected)
{
  char text[SLIP_DATE_TEXT_SIZE];

  g_assert_cmpstr (slip_date_print (date, text), ==, expected);
}

static void
assert_inside (SlipRect inner, SlipRect outer)
{
  g_assert_cmpint (inner.x, >=, outer.x);
  g_assert_cmpint (inner.y, >=, outer.y);
  g_assert_cmpint (inner.x + inner.width, <=, outer.x + outer.width);
  g_assert_cmpint (inner.y + inner.height, <=, outer.y + outer.height);
}

static void
draw_day (Canvas *canvas,
          const SlipMonthLayout *layout,
          SlipDate date,
          int n_chips)
{
  SlipRect rect = slip_month_layout_get_day_rect (layout, date);
  SlipMonthDay day = slip_month_layout_fill_day (layout, date, 0, 0, n_chips);
  g_autofree char *number = g_strdup_printf ("%d", slip_date_get_day (date));
  g_autofree char *more = g_strdup_printf ("+%d", day.n_hidden);

  canvas_fill (canvas, (SlipRect){ rect.x, rect.y, 1, rect.height }, '|');
  canvas_write (canvas, slip_month_layout_get_day_header_rect (layout, date),
                number);
  for (int i = 0; i < n_chips; i++)
    canvas_fill (canvas, slip_month_layout_get_chip_rect (layout, &day, i),
                 (char) ('a' + i));
  canvas_write (canvas, slip_month_layout_get_more_rect (layout, &day), more);
}

/* Day d of the year has d modulo 7 chips. */
static void
draw_month (const SlipMonthSpec *spec,
            const char *month,
            const char *const *expected)
{
  static const char *const names[] = {
    "Mo", "Tu", "We", "Th", "Fr", "Sa", "Su"
  };
  SlipMonthLayout layout =
    slip_month_layout_for_month (spec, slip_date_parse (month));
  SlipRange range = slip_month_layout_get_range (&layout);
  Canvas canvas = canvas_make (spec->width_px, spec->height_px);

  for (int i = 0; i < SLIP_DAYS_PER_WEEK; i++)
    canvas_write (&canvas, slip_month_layout_get_weekday_rect (&layout, i),
                  names[slip_month_layout_get_weekday (&layout, i) - 1]);
  for (int week = 0; week < layout.n_weeks; week++) {
    g_autofree char *number =
      g_strdup_printf ("%d", slip_month_layout_get_week_number (&layout, week));
    canvas_write (&canvas,
                  slip_month_layout_get_week_number_rect (&layout, week),
                  number);
  }
  for (SlipDate day = range.first; slip_range_contains (range, day);
       day = slip_date_add_days (day, 1))
    draw_day (&canvas, &layout, day, slip_date_get_day (day) % 7);
  canvas_end (&canvas, expected);
}

static void
test_picture_month (void)
{
  static const char *const expected[] = {
    "    Mo       Tu       We       Th       Fr       Sa       Su",
    "49  |30      |1       |2       |3       |4       |5       |6",
    "    |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa",
    "    |bbbbbbb |        |bbbbbbb |bbbbbbb |bbbbbbb |bbbbbbb |bbbbbbb",
    "    |        |        |        |ccccccc |+2      |+3      |+4",
    "    |        |        |        |        |        |        |",
    "50  |7       |8       |9       |10      |11      |12      |13",
    "    |        |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa",
    "    |        |        |bbbbbbb |bbbbbbb |bbbbbbb |bbbbbbb |bbbbbbb",
    "    |        |        |        |ccccccc |+2      |+3      |+4",
    "    |        |        |        |        |        |        |",
    "51  |14      |15      |16      |17      |18      |19      |20",
    "    |        |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa",
    "    |        |        |bbbbbbb |bbbbbbb |bbbbbbb |bbbbbbb |bbbbbbb",
    "    |        |        |        |ccccccc |+2      |+3      |+4",
    "    |        |        |        |        |        |        |",
    "52  |21      |22      |23      |24      |25      |26      |27",
    "    |        |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa",
    "    |        |        |bbbbbbb |bbbbbbb |bbbbbbb |bbbbbbb |bbbbbbb",
    "    |        |        |        |ccccccc |+2      |+3      |+4",
    "    |        |        |        |        |        |        |",
    "53  |28      |29      |30      |31      |1       |2       |3",
    "    |        |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa |aaaaaaa",
    "    |        |        |bbbbbbb |bbbbbbb |        |bbbbbbb |bbbbbbb",
    "    |        |        |        |ccccccc |        |        |ccccccc",
    "    |        |        |        |        |        |        |",
    NULL,
  };

  draw_month (&drawn, "2026-12-24", expected);
}

static void
test_picture_right_to_left (void)
{
  static const char *const expected[] = {
    "Fr       Th       We       Tu       Mo       Su       Sa",
    "|2       |1       |30      |29      |28      |27      |26      40",
    "|+2      |aaaaaaa |+2      |aaaaaaa |        |+6      |+5",
    "|        |        |        |        |        |        |",
    "|9       |8       |7       |6       |5       |4       |3       41",
    "|+2      |aaaaaaa |        |+6      |+5      |+4      |+3",
    "|        |        |        |        |        |        |",
    "|16      |15      |14      |13      |12      |11      |10      42",
    "|+2      |aaaaaaa |        |+6      |+5      |+4      |+3",
    "|        |        |        |        |        |        |",
    "|        |        |        |        |        |        |",
    "|23      |22      |21      |20      |19      |18      |17      43",
    "|+2      |aaaaaaa |        |+6      |+5      |+4      |+3",
    "|        |        |        |        |        |        |",
    "|30      |29      |28      |27      |26      |25      |24      44",
    "|+2      |aaaaaaa |        |+6      |+5      |+4      |+3",
    "|        |        |        |        |        |        |",
    "|6       |5       |4       |3       |2       |1       |31      45",
    "|+6      |+5      |+4      |+3      |+2      |aaaaaaa |+3",
    "|        |        |        |        |        |        |",
    "|        |        |        |        |        |        |",
    NULL,
  };
  SlipMonthSpec spec = drawn;

  spec.is_rtl = TRUE;
  spec.first_weekday = SLIP_SATURDAY;
  spec.height_px = 21;
  draw_month (&spec, "2026-10-01", expected);
}

static void
test_picture_compact (void)
{
  static const char *const expected[] = {
    "Mo  Tu   We   Th   Fr   Sa   Su",
    "|1  |2   |3   |4   |5   |6   |7",
    "|aa |aaa |aaa |aaa |aaa |aaa |",
    "|   |bbb |bbb |bbb |bbb |bbb |",
    "|   |    |ccc |ccc |ccc |ccc |",
    "|   |    |    |ddd |+2  |+3  |",
    "|   |    |    |    |    |    |",
    "|8  |9   |10  |11  |12  |13  |14",
    "|aa |aaa |aaa |aaa |aaa |aaa |",
    "|   |bbb |bbb |bbb |bbb |bbb |",
    "|   |    |ccc |ccc |ccc |ccc |",
    "|   |    |    |ddd |+2  |+3  |",
    "|   |    |    |    |    |    |",
    "|15 |16  |17  |18  |19  |20  |21",
    "|aa |aaa |aaa |aaa |aaa |aaa |",
    "|   |bbb |bbb |bbb |bbb |bbb |",
    "|   |    |ccc |ccc |ccc |ccc |",
    "|   |    |    |ddd |+2  |+3  |",
    "|   |    |    |    |    |    |",
    "|22 |23  |24  |25  |26  |27  |28",
    "|aa |aaa |aaa |aaa |aaa |aaa |",
    "|   |bbb |bbb |bbb |bbb |bbb |",
    "|   |    |ccc |ccc |ccc |ccc |",
    "|   |    |    |ddd |+2  |+3  |",
    "|   |    |    |    |    |    |",
    "|   |    |    |    |    |    |",
    NULL,
  };
  SlipMonthSpec spec = drawn;

  spec.width_px = 34;
  spec.padding_px = 2;
  draw_month (&spec, "2027-02-01", expected);
}

static void
test_month_shows_the_weeks_it_needs (void)
{
  static const struct {
    const char *day;
    SlipWeekday first_weekday;
    int n_weeks;
    const char *first, *last;
  } cases[] = { { "2027-02-10", SLIP_MONDAY, 4, "2027-02-01", "2027-02-28" },
                { "2027-02-10", SLIP_SUNDAY, 5, "2027-01-31", "2027-03-06" },
                { "2026-12-31", SLIP_MONDAY, 5, "2026-11-30", "2027-01-03" },
                { "2026-08-01", SLIP_MONDAY, 6, "2026-07-27", "2026-09-06" },
                { "2026-08-31", SLIP_SUNDAY, 6, "2026-07-26", "2026-09-05" },
                { "2026-08-31", SLIP_SATURDAY, 5, "2026-08-01",
                  "2026-09-04" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SlipMonthSpec spec = usual;
    spec.first_weekday = cases[i].first_weekday;
    SlipMonthLayout layout =
      slip_month_layout_for_month (&spec, slip_date_parse (cases[i].day));
    SlipRange range = slip_month_layout_get_range (&layout);

    g_assert_cmpint (layout.n_weeks, ==, cases[i].n_weeks);
    assert_date (range.first, cases[i].first);
    assert_date (range.last, cases[i].last);
    g_assert_cmpint (slip_month_layout_get_weekday (&layout, 0), ==,
                     cases[i].first_weekday);
  }
}

static void
test_month_holds_all_its_days (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipMonthSpec spec = pick_spec ();
    SlipDate day = pick_date ();
    SlipMonthLayout layout = slip_month_layout_for_month (&spec, day);
    SlipRange month = slip_range_new (slip_date_get_month_start (day),
                                      slip_date_get_month_end (day));
    SlipRange shown = slip_month_layout_get_range (&layout);

    g_assert_cmpint (slip_range_overlap (month, shown), ==,
                     slip_range_get_length (month));
    /* No week without a day of the month. */
    g_assert_cmpint (slip_date_days_until (shown.first, month.first), <, 7);
    g_assert_cmpint (slip_date_days_until (month.last, shown.last), <, 7);
    g_assert_cmpint (layout.n_weeks, >=, 4);
    g_assert_cmpint (layout.n_weeks, <=, 6);
  }
}

static void
test_days_tile_the_grid (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipMonthSpec spec = pick_spec ();
    SlipMonthLayout layout = pick_layout (&spec);
    int n_cells = layout.n_weeks * SLIP_DAYS_PER_WEEK;
    gint64 area = 0;

    for (int a = 0; a < n_cells; a++) {
      SlipRect rect = slip_month_layout_get_cell_rect (&layout, a);

      assert_inside (rect, layout.grid);
      area += (gint64) rect.width * rect.height;
      for (int b = 0; b < a; b++)
        g_assert_false (
          slip_rect_overlaps (rect,
                              slip_month_layout_get_cell_rect (&layout, b)));
    }
    g_assert_cmpint (area, ==, (gint64) layout.grid.width * layout.grid.height);
  }
}

static void
test_day_at_finds_the_day (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipMonthSpec spec = pick_spec ();
    SlipMonthLayout layout = pick_layout (&spec);
    SlipRange range = slip_month_layout_get_range (&layout);

    for (SlipDate day = range.first; slip_range_contains (range, day);
         day = slip_date_add_days (day, 1)) {
      SlipRect rect = slip_month_layout_get_day_rect (&layout, day);
      if (slip_rect_is_empty (rect))
        continue;

      double right = rect.x + rect.width - 0.25;
      double bottom = rect.y + rect.height - 0.25;
      const double points[][2] = {
        { rect.x + rect.width / 2.0, rect.y + rect.height / 2.0 },
        { rect.x, rect.y },
        { right, bottom },
      };
      for (guint k = 0; k < G_N_ELEMENTS (points); k++)
        g_assert_true (slip_date_equal (
          slip_month_layout_day_at (&layout, points[k][0], points[k][1]), day));
    }
  }
}

static void
test_day_at_nothing_beside_the_days (void)
{
  SlipMonthLayout layout =
    slip_month_layout_for_month (&usual, slip_date_new (2026, 12, 1));
  const double points[][2] = { { 10, 300 },  { 300, 10 },  { -1, 300 },
                               { 755, 300 }, { 300, 654 }, { 300, -5 },
                               { 33.9, 26 }, { 34, 25.9 } };

  for (guint i = 0; i < G_N_ELEMENTS (points); i++)
    assert_date (slip_month_layout_day_at (&layout, points[i][0], points[i][1]),
                 "");
  assert_date (slip_month_layout_day_at (&layout, 34, 26), "2026-11-30");
  assert_date (slip_month_layout_day_at (&layout, 754.9, 653.9), "2027-01-03");
}

static void
test_right_to_left_is_the_mirror_image (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipMonthSpec spec = pick_spec ();
    SlipDate day = pick_date ();
    int n_weeks = g_test_rand_int_range (1, 14);

    spec.is_rtl = FALSE;
    SlipMonthLayout ltr = slip_month_layout_for_weeks (&spec, day, n_weeks);
    spec.is_rtl = TRUE;
    SlipMonthLayout rtl = slip_month_layout_for_weeks (&spec, day, n_weeks);
    int cell = g_test_rand_int_range (0, n_weeks * SLIP_DAYS_PER_WEEK);
    int week = cell / SLIP_DAYS_PER_WEEK;
    SlipDate date = slip_month_layout_get_cell_date (&ltr, cell);
    SlipMonthDay filled = slip_month_layout_fill_day (&ltr, date, 0, 0, 1000);

#define ASSERT_MIRRORED(function, ...)                                         \
  do {                                                                         \
    SlipRect a =                                                               \
      slip_rect_mirror (function (&ltr, __VA_ARGS__), spec.width_px);          \
    SlipRect b = function (&rtl, __VA_ARGS__);                                 \
    if (!slip_rect_is_empty (a) || !slip_rect_is_empty (b))                    \
      g_assert_cmpmem (&a, sizeof a, &b, sizeof b);                            \
  } while (FALSE)

    ASSERT_MIRRORED (slip_month_layout_get_cell_rect, cell);
    ASSERT_MIRRORED (slip_month_layout_get_day_header_rect, date);
    ASSERT_MIRRORED (slip_month_layout_get_weekday_rect, cell % 7);
    ASSERT_MIRRORED (slip_month_layout_get_week_number_rect, week);
    ASSERT_MIRRORED (slip_month_layout_get_chip_rect, &filled, 0);
    ASSERT_MIRRORED (slip_month_layout_get_more_rect, &filled);
#undef ASSERT_MIRRORED
  }
}

static void
test_fill_day_keeps_everything_apart (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipMonthSpec spec = pick_spec ();
    SlipMonthLayout layout = pick_layout (&spec);
    SlipDate date = slip_month_layout_get_range (&layout).first;
    SlipRect rect = slip_month_layout_get_day_rect (&layout, date);
    int n_chips = g_test_rand_int_range (0, 40);
    int n_lanes = g_test_rand_int_range (0, layout.max_lanes + 1);
    int n_hidden = g_test_rand_int_range (0, 3) / 2;
    SlipMonthDay day =
      slip_month_layout_fill_day (&layout, date, n_lanes, n_hidden, n_chips);
    SlipRect before = { 0 };

    if (slip_rect_is_empty (rect))
      continue;
    g_assert_cmpint (day.n_chips + day.n_hidden, ==, n_chips + n_hidden);
    for (int k = 0; k < day.n_chips; k++) {
      SlipRect chip = slip_month_layout_get_chip_rect (&layout, &day, k);

      assert_inside (chip, rect);
      g_assert_cmpint (chip.height, ==, layout.chip_height_px);
      g_assert_false (slip_rect_overlaps (before, chip));
      before = chip;
    }
    g_assert_true (slip_rect_is_empty (
      slip_month_layout_get_chip_rect (&layout, &day, day.n_chips)));

    SlipRect more = slip_month_layout_get_more_rect (&layout, &day);
    if (!slip_rect_is_empty (more))
      assert_inside (more, rect);
    g_assert_false (slip_rect_overlaps (before, more));
    if (day.n_hidden == 0)
      g_assert_true (slip_rect_is_empty (more));
    else if (rect.width >= 20)
      g_assert_false (slip_rect_is_empty (more));
  }
}

static void
test_capacity_with_and_without_more (void)
{
  SlipMonthLayout layout =
    slip_month_layout_for_month (&usual, slip_date_new (2026, 12, 1));
  SlipDate day = slip_date_new (2026, 12, 8);

  /* 125 px a week, 99 below the header: four chips of 21 and three spaces. */
  g_assert_cmpint (slip_month_layout_get_capacity (&layout, 0, FALSE), ==, 4);
  g_assert_cmpint (slip_month_layout_get_capacity (&layout, 0, TRUE), ==, 3);
  g_assert_cmpint (slip_month_layout_get_capacity (&layout, 2, FALSE), ==, 2);
  g_assert_cmpint (slip_month_layout_get_capacity (&layout, 2, TRUE), ==, 1);
  g_assert_cmpint (layout.max_lanes, ==, 3);

  SlipMonthDay all = slip_month_layout_fill_day (&layout, day, 0, 0, 4);
  g_assert_cmpint (all.n_chips, ==, 4);
  g_assert_cmpint (all.n_hidden, ==, 0);

  SlipMonthDay some = slip_month_layout_fill_day (&layout, day, 0, 0, 5);
  g_assert_cmpint (some.n_chips, ==, 3);
  g_assert_cmpint (some.n_hidden, ==, 2);

  SlipMonthDay bars = slip_month_layout_fill_day (&layout, day, 3, 2, 1);
  g_assert_cmpint (bars.n_chips, ==, 1);
  g_assert_cmpint (bars.n_hidden, ==, 2);
}

static void
test_low_day_has_more_beside_its_number (void)
{
  SlipMonthSpec spec = usual;
  spec.height_px = 26 + 5 * 30;
  SlipMonthLayout layout =
    slip_month_layout_for_month (&spec, slip_date_new (2026, 12, 1));
  SlipDate date = slip_date_new (2026, 12, 8);
  SlipMonthDay day = slip_month_layout_fill_day (&layout, date, 0, 0, 1);
  SlipRect header = slip_month_layout_get_day_header_rect (&layout, date);
  SlipRect more = slip_month_layout_get_more_rect (&layout, &day);

  g_assert_cmpint (day.n_chips, ==, 0);
  g_assert_cmpint (day.n_hidden, ==, 1);
  assert_inside (more, header);
  g_assert_cmpint (more.x, >, header.x);
  g_assert_cmpint (more.x + more.width, ==, header.x + header.width);

  spec.height_px = slip_month_layout_get_min_height (&spec, 5);
  layout = slip_month_layout_for_month (&spec, date);
  more = slip_month_layout_get_more_rect (&layout, &day);
  g_assert_cmpint (more.y, ==,
                   header.height +
                     slip_month_layout_get_day_rect (&layout, date).y);
}

static void
test_compact_below_the_given_width (void)
{
  SlipMonthSpec spec = usual;
  SlipDate day = slip_date_new (2026, 12, 1);

  spec.width_px = 34 + 7 * 64;
  SlipMonthLayout wide = slip_month_layout_for_month (&spec, day);
  g_assert_false (wide.is_compact);
  g_assert_true (wide.shows_week_numbers);
  g_assert_cmpint (wide.chip_height_px, ==, 21);

  spec.width_px--;
  SlipMonthLayout narrow = slip_month_layout_for_month (&spec, day);
  g_assert_true (narrow.is_compact);
  g_assert_false (narrow.shows_week_numbers);
  g_assert_cmpint (narrow.chip_height_px, ==, 8);
  g_assert_cmpint (narrow.bar_height_px, ==, 4);
  g_assert_cmpint (narrow.grid.x, ==, 0);
  g_assert_cmpint (narrow.grid.width, ==, spec.width_px);
  g_assert_true (
    slip_rect_is_empty (slip_month_layout_get_week_number_rect (&narrow, 0)));
}

static void
test_compact_phone_shows_several_chips (void)
{
  SlipMonthSpec spec = usual;
  spec.width_px = 360;
  spec.height_px = 480;
  SlipMonthLayout layout =
    slip_month_layout_for_month (&spec, slip_date_new (2026, 8, 1));

  g_assert_true (layout.is_compact);
  g_assert_cmpint (layout.n_weeks, ==, 6);
  g_assert_cmpint (slip_month_layout_get_capacity (&layout, 0, FALSE), >=, 4);
  g_assert_cmpint (slip_month_layout_get_capacity (&layout, 0, TRUE), >=, 2);
}

static void
test_week_view_is_one_row (void)
{
  SlipMonthLayout layout =
    slip_month_layout_for_weeks (&usual, slip_date_new (2026, 12, 10), 1);
  SlipRange range = slip_month_layout_get_range (&layout);

  assert_date (range.first, "2026-12-07");
  assert_date (range.last, "2026-12-13");
  g_assert_cmpint (slip_month_layout_get_day_rect (&layout, range.first).height,
                   ==, 628);
  g_assert_cmpint (slip_month_layout_get_week_number (&layout, 0), ==, 50);
  g_assert_cmpint (slip_month_layout_get_cell (&layout,
                                               slip_date_new (2026, 12, 14)),
                   ==, -1);
  g_assert_true (slip_rect_is_empty (
    slip_month_layout_get_day_rect (&layout, slip_date_new (2026, 12, 6))));
}

/* A pixel less, and the bar or the chip has no room. */
static void
test_dense_rows_hold_a_bar_and_a_chip (void)
{
  SlipMonthSpec spec = usual;
  spec.is_dense = TRUE;
  spec.height_px =
    slip_month_layout_get_min_height (&spec, SLIP_WEEKS_PER_QUARTER);
  SlipDate date = slip_date_new (2026, 12, 9);
  SlipMonthLayout layout =
    slip_month_layout_for_weeks (&spec, date, SLIP_WEEKS_PER_QUARTER);
  SlipMonthDay day = slip_month_layout_fill_day (&layout, date, 1, 2, 4);
  SlipRect chip = slip_month_layout_get_chip_rect (&layout, &day, 0);
  SlipRect more = slip_month_layout_get_more_rect (&layout, &day);

  g_assert_cmpint (layout.max_lanes, ==, 1);
  g_assert_cmpint (day.n_chips, ==, 1);
  g_assert_cmpint (day.n_hidden, ==, 5);
  assert_inside (chip, slip_month_layout_get_day_rect (&layout, date));
  assert_inside (more, slip_month_layout_get_day_header_rect (&layout, date));

  spec.height_px -= SLIP_WEEKS_PER_QUARTER;
  layout = slip_month_layout_for_weeks (&spec, date, SLIP_WEEKS_PER_QUARTER);
  g_assert_cmpint (layout.max_lanes, ==, 0);
}

/* Where there is room for a '+n' below the chips, it stands above all the same.
 */
static void
test_dense_day_has_more_beside_its_number (void)
{
  SlipMonthSpec spec = usual;
  spec.is_dense = TRUE;
  SlipDate date = slip_date_new (2026, 12, 9);
  SlipMonthLayout layout = slip_month_layout_for_weeks (&spec, date, 2);
  SlipMonthDay day = slip_month_layout_fill_day (&layout, date, 0, 0, 40);

  g_assert_cmpint (day.n_chips, ==,
                   slip_month_layout_get_capacity (&layout, 0, FALSE));
  assert_inside (slip_month_layout_get_more_rect (&layout, &day),
                 slip_month_layout_get_day_header_rect (&layout, date));
}

/* 1 December 2026 is a Tuesday. */
static void
test_month_edge_goes_around_the_first (void)
{
  SlipMonthSpec spec = usual;
  SlipDate first = slip_date_new (2026, 12, 1);
  SlipMonthLayout layout = slip_month_layout_for_weeks (&spec, first, 13);
  SlipRect rect = slip_month_layout_get_day_rect (&layout, first);
  SlipRect below =
    slip_month_layout_get_day_rect (&layout, slip_date_new (2026, 12, 7));
  SlipMonthEdge edge;

  g_assert_true (slip_month_layout_find_month_edge (&layout, 0, 2, &edge));
  g_assert_cmpint (edge.side.x, ==, rect.x);
  g_assert_cmpint (edge.side.width, ==, 2);
  g_assert_cmpint (edge.side.height, ==, rect.height);
  g_assert_cmpint (edge.after.x, ==, rect.x);
  g_assert_cmpint (edge.after.y, ==, rect.y);
  g_assert_cmpint (edge.after.x + edge.after.width, ==,
                   layout.grid.x + layout.grid.width);
  g_assert_cmpint (edge.before.x, ==, below.x);
  g_assert_cmpint (edge.before.y, ==, below.y);
  g_assert_cmpint (edge.before.x + edge.before.width, ==, rect.x);
  g_assert_false (slip_month_layout_find_month_edge (&layout, 1, 2, &edge));

  /* 1 February 2027 is a Monday: it has all of its row. */
  g_assert_true (slip_month_layout_find_month_edge (&layout, 9, 2, &edge));
  g_assert_true (slip_rect_is_empty (edge.side));
  g_assert_true (slip_rect_is_empty (edge.before));
  g_assert_cmpint (edge.after.width, ==, layout.grid.width);
}

static void
test_month_edge_is_mirrored_right_to_left (void)
{
  SlipMonthSpec spec = usual;
  spec.is_rtl = TRUE;
  SlipDate first = slip_date_new (2026, 12, 1);
  SlipMonthLayout layout = slip_month_layout_for_weeks (&spec, first, 13);
  SlipRect rect = slip_month_layout_get_day_rect (&layout, first);
  SlipMonthEdge edge;

  g_assert_true (slip_month_layout_find_month_edge (&layout, 0, 2, &edge));
  g_assert_cmpint (edge.side.x + edge.side.width, ==, rect.x + rect.width);
  g_assert_cmpint (edge.after.x, ==, layout.grid.x);
  g_assert_cmpint (edge.after.x + edge.after.width, ==, rect.x + rect.width);
  g_assert_cmpint (edge.before.x, ==, rect.x + rect.width);
}

static void
test_ends_of_the_calendar_have_no_days (void)
{
  SlipMonthSpec spec = usual;
  SlipMonthLayout last =
    slip_month_layout_for_month (&spec, slip_date_new (9999, 12, 1));

  assert_date (slip_month_layout_get_range (&last).last, "9999-12-31");
  assert_date (slip_month_layout_get_cell_date (&last, 32), "9999-12-31");
  assert_date (slip_month_layout_get_cell_date (&last, 33), "");
  assert_date (slip_month_layout_day_at (&last, 750, 650), "");

  spec.first_weekday = SLIP_SUNDAY;
  SlipMonthLayout first =
    slip_month_layout_for_month (&spec, slip_date_new (1, 1, 31));
  assert_date (slip_month_layout_get_range (&first).first, "0001-01-01");
  assert_date (slip_month_layout_get_cell_date (&first, 0), "");
  assert_date (slip_month_layout_get_cell_date (&first, 1), "0001-01-01");
  g_assert_cmpint (slip_month_layout_get_week_number (&first, 0), ==, 1);
}

static void
add_grid_tests (void)
{
  g_test_add_func ("/month-layout/month/shows-the-weeks-it-needs",
                   test_month_shows_the_weeks_it_needs);
  g_test_add_func ("/month-layout/month/holds-all-its-days",
                   test_month_holds_all_its_days);
  g_test_add_func ("/month-layout/days/tile-the-grid", test_days_tile_the_grid);
  g_test_add_func ("/month-layout/day-at/finds-the-day",
                   test_day_at_finds_the_day);
  g_test_add_func ("/month-layout/day-at/nothing-beside-the-days",
                   test_day_at_nothing_beside_the_days);
  g_test_add_func ("/month-layout/right-to-left/is-the-mirror-image",
                   test_right_to_left_is_the_mirror_image);
  g_test_add_func ("/month-layout/week/view-is-one-row",
                   test_week_view_is_one_row);
  g_test_add_func ("/month-layout/bounds/ends-of-the-calendar-have-no-days",
                   test_ends_of_the_calendar_have_no_days);
}

static void
add_chip_tests (void)
{
  g_test_add_func ("/month-layout/fill-day/keeps-everything-apart",
                   test_fill_day_keeps_everything_apart);
  g_test_add_func ("/month-layout/fill-day/capacity-with-and-without-more",
                   test_capacity_with_and_without_more);
  g_test_add_func ("/month-layout/fill-day/low-day-has-more-beside-its-number",
                   test_low_day_has_more_beside_its_number);
  g_test_add_func ("/month-layout/compact/below-the-given-width",
                   test_compact_below_the_given_width);
  g_test_add_func ("/month-layout/compact/phone-shows-several-chips",
                   test_compact_phone_shows_several_chips);
  g_test_add_func ("/month-layout/dense/rows-hold-a-bar-and-a-chip",
                   test_dense_rows_hold_a_bar_and_a_chip);
  g_test_add_func ("/month-layout/dense/day-has-more-beside-its-number",
                   test_dense_day_has_more_beside_its_number);
}

static void
add_edge_tests (void)
{
  g_test_add_func ("/month-layout/edge/goes-around-the-first",
                   test_month_edge_goes_around_the_first);
  g_test_add_func ("/month-layout/edge/is-mirrored-right-to-left",
                   test_month_edge_is_mirrored_right_to_left);
}

static void
add_picture_tests (void)
{
  g_test_add_func ("/month-layout/picture/month", test_picture_month);
  g_test_add_func ("/month-layout/picture/right-to-left",
                   test_picture_right_to_left);
  g_test_add_func ("/month-layout/picture/compact", test_picture_compact);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  add_grid_tests ();
  add_chip_tests ();
  add_edge_tests ();
  add_picture_tests ();
  return g_test_run ();
}
