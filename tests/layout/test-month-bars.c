/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas.h"
#include "slip-month-bars.h"

#define N_RANDOM 300

/* A pixel is a character. */
static const SlipMonthSpec drawn = {
  .width_px = 63,
  .height_px = 35,
  .first_weekday = SLIP_MONDAY,
  .day_header_height_px = 1,
  .padding_px = 1,
  .chip_height_px = 1,
  .bar_height_px = 1,
  .more_height_px = 1,
  .compact_chip_height_px = 1,
  .compact_bar_height_px = 1,
};

static SlipMonthSpec
pick_spec (void)
{
  SlipMonthSpec spec = drawn;

  spec.width_px = g_test_rand_int_range (90, 1920);
  spec.height_px = g_test_rand_int_range (60, 1200);
  spec.first_weekday = (SlipWeekday) g_test_rand_int_range (1, 8);
  spec.is_rtl = g_test_rand_int_range (0, 2);
  spec.day_header_height_px = 20;
  spec.padding_px = 4;
  spec.spacing_px = g_test_rand_int_range (0, 6);
  spec.chip_height_px = 21;
  spec.bar_height_px = 16;
  spec.more_height_px = 16;
  return spec;
}

/* Days in and around December 2026, some ranges empty. */
static GArray *
pick_ranges (void)
{
  GArray *ranges = g_array_new (FALSE, FALSE, sizeof (SlipRange));
  SlipDate start = slip_date_new (2026, 11, 10);

  for (int n = g_test_rand_int_range (0, 40); n > 0; n--) {
    SlipDate first = slip_date_add_days (start, g_test_rand_int_range (0, 70));
    SlipRange range = {
      first, slip_date_add_days (first, g_test_rand_int_range (-2, 20))
    };
    g_array_append_val (ranges, range);
  }
  return ranges;
}

static SlipMonthBars *
make_bars (const SlipMonthLayout *layout, const GArray *ranges)
{
  return slip_month_bars_new (layout, (const SlipRange *) ranges->data,
                              (int) ranges->len);
}

static SlipRange
get_segment_days (const SlipMonthLayout *layout, const SlipBarSegment *segment)
{
  int cell = segment->week * SLIP_DAYS_PER_WEEK;

  return slip_range_new (
    slip_month_layout_get_cell_date (layout, cell + segment->first_column),
    slip_month_layout_get_cell_date (layout, cell + segment->last_column));
}

static void
draw_segment (Canvas *canvas, const SlipMonthBars *bars, int i, gboolean is_rtl)
{
  const SlipBarSegment *segment = slip_month_bars_peek_segment (bars, i);
  SlipRect rect = slip_month_bars_get_segment_rect (bars, i);

  if (slip_rect_is_empty (rect))
    return;

  int start = is_rtl ? rect.x + rect.width - 1 : rect.x;
  int end = is_rtl ? rect.x : rect.x + rect.width - 1;
  canvas_fill (canvas, rect, (char) ('A' + segment->bar));
  canvas_put (canvas, start, rect.y, segment->continues_before ? '~' : '[');
  canvas_put (canvas, end, rect.y, segment->continues_after ? '~' : ']');
}

static void
draw_day (Canvas *canvas,
          const SlipMonthLayout *layout,
          const SlipMonthBars *bars,
          SlipDate date)
{
  SlipRect rect = slip_month_layout_get_day_rect (layout, date);
  SlipMonthDay day = slip_month_bars_fill_day (bars, date, 2);
  g_autofree char *number = g_strdup_printf ("%d", slip_date_get_day (date));
  g_autofree char *more = g_strdup_printf ("+%d", day.n_hidden);

  canvas_put (canvas, rect.x, rect.y, '|');
  canvas_write (canvas, slip_month_layout_get_day_header_rect (layout, date),
                number);
  for (int i = 0; i < day.n_chips; i++)
    canvas_write (canvas, slip_month_layout_get_chip_rect (layout, &day, i),
                  "(chip)");
  canvas_write (canvas, slip_month_layout_get_more_rect (layout, &day), more);
}

/* Every day has two chips. */
static void
draw_bars (const SlipMonthSpec *spec, const char *const *expected)
{
  static const struct {
    const char *first, *last;
  } bars_drawn[] = {
    { "2026-12-10", "2026-12-15" }, { "2026-12-02", "2026-12-07" },
    { "2026-12-08", "2026-12-09" }, { "2026-12-04", "2026-12-04" },
    { "2026-11-20", "2027-01-20" }, { "2026-12-22", "2026-12-24" },
    { "2026-12-22", "2026-12-24" }, { "2026-12-22", "2026-12-28" },
    { "2026-12-23", "2026-12-23" }, { "2026-12-24", "2026-12-23" }
  };
  SlipMonthLayout layout =
    slip_month_layout_for_month (spec, slip_date_new (2026, 12, 1));
  SlipRange range = slip_month_layout_get_range (&layout);
  g_autoptr (GArray) ranges = g_array_new (FALSE, FALSE, sizeof (SlipRange));

  for (guint i = 0; i < G_N_ELEMENTS (bars_drawn); i++) {
    SlipRange bar = { slip_date_parse (bars_drawn[i].first),
                      slip_date_parse (bars_drawn[i].last) };
    g_array_append_val (ranges, bar);
  }

  g_autoptr (SlipMonthBars) bars = make_bars (&layout, ranges);
  Canvas canvas = canvas_make (spec->width_px, spec->height_px);
  for (SlipDate day = range.first; slip_range_contains (range, day);
       day = slip_date_add_days (day, 1))
    draw_day (&canvas, &layout, bars, day);
  for (int i = 0; i < slip_month_bars_get_n_segments (bars); i++)
    draw_segment (&canvas, bars, i, spec->is_rtl);
  canvas_end (&canvas, expected);
}

static void
test_picture_roomy (void)
{
  static const char *const expected[] = {
    "|30      |1       |2       |3       |4       |5       |6",
    "~EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE~",
    " (chip)   (chip)   [BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB~",
    " (chip)   (chip)   (chip)   (chip)   [DDDDD]  (chip)   (chip)",
    "                   (chip)   (chip)   (chip)   (chip)   (chip)",
    "                                     (chip)",
    "",
    "|7       |8       |9       |10      |11      |12      |13",
    "~EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE~",
    "~BBBBBB]  [CCCCCCCCCCCCCC]  [AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA~",
    " (chip)   (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    " (chip)   (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    "",
    "",
    "|14      |15      |16      |17      |18      |19      |20",
    "~EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE~",
    "~AAAAAAAAAAAAAAA]  (chip)   (chip)   (chip)   (chip)   (chip)",
    " (chip)   (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    " (chip)   (chip)",
    "",
    "",
    "|21      |22      |23      |24      |25      |26      |27",
    "~EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE~",
    " (chip)   [HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHH~",
    " (chip)   [FFFFFFFFFFFFFFFFFFFFFFF]  (chip)   (chip)   (chip)",
    "          (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    "          +2       +3       +2",
    "",
    "|28      |29      |30      |31      |1       |2       |3",
    "~EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE~",
    "~HHHHHH]  (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    " (chip)   (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    " (chip)",
    "",
    "",
    NULL,
  };

  draw_bars (&drawn, expected);
}

static void
test_picture_low (void)
{
  static const char *const expected[] = {
    "|30      |1       |2       |3       |4       |5       |6",
    "~EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE~",
    " (chip)   (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    " (chip)   (chip)   +2       +2       +3       +2       +2",
    "",
    "|7       |8       |9       |10      |11      |12      |13",
    "~EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE~",
    " (chip)   (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    " +2       +2       +2       +2       +2       +2       +2",
    "",
    "|14      |15      |16      |17      |18      |19      |20",
    "~EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE~",
    " (chip)   (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    " +2       +2       (chip)   (chip)   (chip)   (chip)   (chip)",
    "",
    "|21      |22      |23      |24      |25      |26      |27",
    "~EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE~",
    " (chip)   (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    " (chip)   +4       +5       +4       +2       +2       +2",
    "",
    "|28      |29      |30      |31      |1       |2       |3",
    "~EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE~",
    " (chip)   (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    " +2       (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    "",
    NULL,
  };
  SlipMonthSpec spec = drawn;

  spec.height_px = 25;
  draw_bars (&spec, expected);
}

static void
test_picture_right_to_left (void)
{
  static const char *const expected[] = {
    "|6       |5       |4       |3       |2       |1       |30",
    "~EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE~",
    "~BBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBBB[  (chip)   (chip)",
    " (chip)   (chip)   ]DDDDD[  (chip)   (chip)   (chip)   (chip)",
    " (chip)   (chip)   (chip)   (chip)   (chip)",
    "                   (chip)",
    "",
    "|13      |12      |11      |10      |9       |8       |7",
    "~EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE~",
    "~AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA[  ]CCCCCCCCCCCCCC[  ]BBBBBB~",
    " (chip)   (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    " (chip)   (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    "",
    "",
    "|20      |19      |18      |17      |16      |15      |14",
    "~EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE~",
    " (chip)   (chip)   (chip)   (chip)   (chip)   ]AAAAAAAAAAAAAAA~",
    " (chip)   (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    "                                              (chip)   (chip)",
    "",
    "",
    "|27      |26      |25      |24      |23      |22      |21",
    "~EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE~",
    "~HHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHHH[  (chip)",
    " (chip)   (chip)   (chip)   ]FFFFFFFFFFFFFFFFFFFFFFF[  (chip)",
    " (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    "                            +2       +3       +2",
    "",
    "|3       |2       |1       |31      |30      |29      |28",
    "~EEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEEE~",
    " (chip)   (chip)   (chip)   (chip)   (chip)   (chip)   ]HHHHHH~",
    " (chip)   (chip)   (chip)   (chip)   (chip)   (chip)   (chip)",
    "                                                       (chip)",
    "",
    "",
    NULL,
  };
  SlipMonthSpec spec = drawn;

  spec.is_rtl = TRUE;
  draw_bars (&spec, expected);
}

static void
test_segments_never_overlap (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipMonthSpec spec = pick_spec ();
    SlipMonthLayout layout =
      slip_month_layout_for_month (&spec, slip_date_new (2026, 12, 1));
    g_autoptr (GArray) ranges = pick_ranges ();
    g_autoptr (SlipMonthBars) bars = make_bars (&layout, ranges);

    for (int a = 0; a < slip_month_bars_get_n_segments (bars); a++) {
      const SlipBarSegment *one = slip_month_bars_peek_segment (bars, a);
      SlipRect rect = slip_month_bars_get_segment_rect (bars, a);

      for (int b = 0; b < a; b++) {
        const SlipBarSegment *other = slip_month_bars_peek_segment (bars, b);

        g_assert_false (
          slip_rect_overlaps (rect,
                              slip_month_bars_get_segment_rect (bars, b)));
        g_assert_false (one->week == other->week && one->lane == other->lane &&
                        one->first_column <= other->last_column &&
                        other->first_column <= one->last_column);
      }
    }
  }
}

/* A bar's segments hold just the days that it has in the grid. */
static void
test_segments_cover_their_range (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipMonthSpec spec = pick_spec ();
    SlipMonthLayout layout =
      slip_month_layout_for_month (&spec, slip_date_new (2026, 12, 1));
    SlipRange shown = slip_month_layout_get_range (&layout);
    g_autoptr (GArray) ranges = pick_ranges ();
    g_autoptr (SlipMonthBars) bars = make_bars (&layout, ranges);
    g_autofree int *n_days = g_new0 (int, ranges->len + 1);

    for (int k = 0; k < slip_month_bars_get_n_segments (bars); k++) {
      const SlipBarSegment *segment = slip_month_bars_peek_segment (bars, k);
      SlipRange days = get_segment_days (&layout, segment);
      SlipRange range = g_array_index (ranges, SlipRange, segment->bar);
      int length = slip_range_get_length (days);

      g_assert_cmpint (slip_range_overlap (range, days), ==, length);
      g_assert_cmpint (segment->continues_before, ==,
                       !slip_date_equal (range.first, days.first));
      g_assert_cmpint (segment->continues_after, ==,
                       !slip_date_equal (range.last, days.last));
      n_days[segment->bar] += length;
    }
    for (guint k = 0; k < ranges->len; k++)
      g_assert_cmpint (n_days[k], ==,
                       slip_range_overlap (g_array_index (ranges, SlipRange, k),
                                           shown));
  }
}

/* No segment could be moved to a lower lane. */
static void
test_lanes_leave_no_room_below (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipMonthSpec spec = pick_spec ();
    SlipMonthLayout layout =
      slip_month_layout_for_month (&spec, slip_date_new (2026, 12, 1));
    g_autoptr (GArray) ranges = pick_ranges ();
    g_autoptr (SlipMonthBars) bars = make_bars (&layout, ranges);
    int n_segments = slip_month_bars_get_n_segments (bars);

    for (int a = 0; a < n_segments; a++) {
      const SlipBarSegment *one = slip_month_bars_peek_segment (bars, a);

      for (int lane = 0; lane < one->lane; lane++) {
        gboolean is_taken = FALSE;

        for (int b = 0; b < n_segments && !is_taken; b++) {
          const SlipBarSegment *other = slip_month_bars_peek_segment (bars, b);

          is_taken = other->week == one->week && other->lane == lane &&
                     other->first_column <= one->last_column &&
                     one->first_column <= other->last_column;
        }
        g_assert_true (is_taken);
      }
    }
  }
}

static void
test_chips_lie_below_the_bars (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipMonthSpec spec = pick_spec ();
    SlipMonthLayout layout =
      slip_month_layout_for_month (&spec, slip_date_new (2026, 12, 1));
    SlipRange shown = slip_month_layout_get_range (&layout);
    g_autoptr (GArray) ranges = pick_ranges ();
    g_autoptr (SlipMonthBars) bars = make_bars (&layout, ranges);

    for (SlipDate date = shown.first; slip_range_contains (shown, date);
         date = slip_date_add_days (date, 1)) {
      SlipMonthDay day = slip_month_bars_fill_day (bars, date, 3);
      SlipRect more = slip_month_layout_get_more_rect (&layout, &day);
      int n_bars = 0, n_shown = 0;

      for (int k = 0; k < slip_month_bars_get_n_segments (bars); k++) {
        SlipRange days =
          get_segment_days (&layout, slip_month_bars_peek_segment (bars, k));
        SlipRect bar = slip_month_bars_get_segment_rect (bars, k);

        for (int c = 0; c < day.n_chips; c++)
          g_assert_false (slip_rect_overlaps (
            bar, slip_month_layout_get_chip_rect (&layout, &day, c)));
        g_assert_false (slip_rect_overlaps (bar, more));
        n_bars += slip_range_contains (days, date);
        n_shown +=
          slip_range_contains (days, date) && !slip_rect_is_empty (bar);
      }
      g_assert_cmpint (day.n_hidden, ==, n_bars - n_shown + 3 - day.n_chips);
    }
  }
}

static void
test_right_to_left_is_the_mirror_image (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipMonthSpec spec = pick_spec ();
    SlipDate day = slip_date_new (2026, 12, 1);
    g_autoptr (GArray) ranges = pick_ranges ();

    spec.is_rtl = FALSE;
    SlipMonthLayout ltr_layout = slip_month_layout_for_month (&spec, day);
    spec.is_rtl = TRUE;
    SlipMonthLayout rtl_layout = slip_month_layout_for_month (&spec, day);
    g_autoptr (SlipMonthBars) ltr = make_bars (&ltr_layout, ranges);
    g_autoptr (SlipMonthBars) rtl = make_bars (&rtl_layout, ranges);

    for (int k = 0; k < slip_month_bars_get_n_segments (ltr); k++) {
      SlipRect a = slip_rect_mirror (slip_month_bars_get_segment_rect (ltr, k),
                                     spec.width_px);
      SlipRect b = slip_month_bars_get_segment_rect (rtl, k);

      if (!slip_rect_is_empty (a) || !slip_rect_is_empty (b))
        g_assert_cmpmem (&a, sizeof a, &b, sizeof b);
    }
  }
}

static void
test_segment_at_finds_the_segment (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipMonthSpec spec = pick_spec ();
    SlipMonthLayout layout =
      slip_month_layout_for_month (&spec, slip_date_new (2026, 12, 1));
    g_autoptr (GArray) ranges = pick_ranges ();
    g_autoptr (SlipMonthBars) bars = make_bars (&layout, ranges);

    for (int k = 0; k < slip_month_bars_get_n_segments (bars); k++) {
      SlipRect rect = slip_month_bars_get_segment_rect (bars, k);

      if (!slip_rect_is_empty (rect))
        g_assert_cmpint (slip_month_bars_segment_at (bars,
                                                     rect.x + rect.width / 2.0,
                                                     rect.y +
                                                       rect.height / 2.0),
                         ==, k);
    }
    g_assert_cmpint (slip_month_bars_segment_at (bars, -1, -1), ==, -1);
  }
}

static void
test_equal_bars_keep_their_order (void)
{
  SlipMonthLayout layout =
    slip_month_layout_for_weeks (&drawn, slip_date_new (2026, 12, 7), 1);
  SlipRange same = { slip_date_new (2026, 12, 8), slip_date_new (2026, 12, 9) };
  SlipRange longer = { same.first, slip_date_new (2026, 12, 10) };
  SlipRange earlier = { slip_date_new (2026, 12, 1), same.first };
  const SlipRange ranges[] = { same, same, longer, same, earlier };
  const int lanes[] = { 2, 3, 1, 4, 0 };
  g_autoptr (SlipMonthBars) bars =
    slip_month_bars_new (&layout, ranges, G_N_ELEMENTS (ranges));

  g_assert_cmpint (slip_month_bars_get_n_segments (bars), ==, 5);
  for (int i = 0; i < 5; i++) {
    const SlipBarSegment *segment = slip_month_bars_peek_segment (bars, i);

    g_assert_cmpint (segment->lane, ==, lanes[segment->bar]);
  }
}

static void
test_no_bars_leave_all_room (void)
{
  SlipMonthLayout layout =
    slip_month_layout_for_month (&drawn, slip_date_new (2026, 12, 1));
  g_autoptr (SlipMonthBars) bars = slip_month_bars_new (&layout, NULL, 0);
  SlipMonthDay day =
    slip_month_bars_fill_day (bars, slip_date_new (2026, 12, 5), 3);

  g_assert_cmpint (slip_month_bars_get_n_segments (bars), ==, 0);
  g_assert_cmpint (day.n_lanes, ==, 0);
  g_assert_cmpint (day.n_chips, ==, 3);

  /* A day that is not shown has no bars either. */
  day = slip_month_bars_fill_day (bars, slip_date_new (2020, 1, 1), 1);
  g_assert_cmpint (day.n_chips, ==, 1);
  g_assert_true (
    slip_rect_is_empty (slip_month_layout_get_chip_rect (&layout, &day, 0)));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/month-bars/segments/never-overlap",
                   test_segments_never_overlap);
  g_test_add_func ("/month-bars/segments/cover-their-range",
                   test_segments_cover_their_range);
  g_test_add_func ("/month-bars/lanes/leave-no-room-below",
                   test_lanes_leave_no_room_below);
  g_test_add_func ("/month-bars/lanes/equal-bars-keep-their-order",
                   test_equal_bars_keep_their_order);
  g_test_add_func ("/month-bars/chips/lie-below-the-bars",
                   test_chips_lie_below_the_bars);
  g_test_add_func ("/month-bars/chips/no-bars-leave-all-room",
                   test_no_bars_leave_all_room);
  g_test_add_func ("/month-bars/right-to-left/is-the-mirror-image",
                   test_right_to_left_is_the_mirror_image);
  g_test_add_func ("/month-bars/segment-at/finds-the-segment",
                   test_segment_at_finds_the_segment);
  g_test_add_func ("/month-bars/picture/roomy", test_picture_roomy);
  g_test_add_func ("/month-bars/picture/low", test_picture_low);
  g_test_add_func ("/month-bars/picture/right-to-left",
                   test_picture_right_to_left);
  return g_test_run ();
}
