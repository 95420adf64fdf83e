/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-lanes.h"

#include "canvas.h"

#define N_RANDOM  400
#define MAX_LANES 40

static SlipTimeScale
make_scale (gboolean is_rtl)
{
  SlipRange range =
    slip_range_new (slip_date_new (2026, 11, 2), slip_date_new (2027, 4, 30));

  /* Ten pixels for a day. */
  SlipTimeScale scale = slip_time_scale_make (range, SLIP_ZOOM_DAYS, 1, is_rtl);
  scale.day_px = 10;
  return scale;
}

static SlipSpan
make_span (const char *first, const char *last)
{
  return slip_span_of_range (
    slip_range_new (slip_date_parse (first), slip_date_parse (last)));
}

static const SlipLaneSizes wide = { 1000, 300, 30, 40, 26, 5 };
static const SlipLaneSizes narrow = { 360, 300, 30, 20, 26, 5 };

static SlipRolloutLanes *
pick_lanes (SlipLaneScroll *scroll)
{
  SlipLaneSizes sizes = {
    .width_px = g_test_rand_int_range (320, 1400),
    .height_px = g_test_rand_int_range (100, 900),
    .heading_px = 30,
    .label_px = g_test_rand_int_range (20, 60),
    .bar_px = g_test_rand_int_range (16, 40),
    .plan_px = 5,
  };
  SlipTimeScale scale = make_scale (g_test_rand_bit ());
  int n_lanes = g_test_rand_int_range (1, MAX_LANES);
  int n_rows[MAX_LANES];
  SlipRolloutLanes *lanes;

  for (int i = 0; i < n_lanes; i++)
    n_rows[i] = g_test_rand_int_range (0, 4);
  lanes = slip_rollout_lanes_new (&sizes, &scale, n_rows, n_lanes);
  *scroll = slip_rollout_lanes_clamp (lanes, (SlipLaneScroll){
                                               g_test_rand_int_range (0, 2000),
                                               g_test_rand_int_range (0, 3000),
                                             });
  return lanes;
}

static void
test_bars_that_follow_each_other_share_a_row (void)
{
  SlipSpan spans[] = {
    make_span ("2026-11-24", "2026-11-28"),
    make_span ("2026-11-29", "2026-12-04"),
    make_span ("2026-12-05", "2026-12-10"),
  };
  int rows[3];

  g_assert_cmpint (slip_rollout_lanes_pack (spans, 3, rows), ==, 1);
  for (int i = 0; i < 3; i++)
    g_assert_cmpint (rows[i], ==, 0);
}

static void
test_a_bar_that_overlaps_gets_a_row_of_its_own (void)
{
  SlipSpan spans[] = {
    make_span ("2026-11-24", "2026-11-28"),
    make_span ("2026-11-28", "2026-12-04"),
    make_span ("2026-11-20", "2026-12-31"),
    make_span ("2026-12-05", "2026-12-06"),
  };
  int rows[4];

  g_assert_cmpint (slip_rollout_lanes_pack (spans, 4, rows), ==, 3);
  g_assert_cmpint (rows[0], ==, 0);
  g_assert_cmpint (rows[1], ==, 1);
  g_assert_cmpint (rows[2], ==, 2);
  g_assert_cmpint (rows[3], ==, 0);
}

static void
test_one_that_starts_as_another_ends_overlaps_with_nothing (void)
{
  SlipSpan spans[] = { { 100.0, 102.6 }, { 102.6, 105 } };
  int rows[2];

  g_assert_cmpint (slip_rollout_lanes_pack (spans, 2, rows), ==, 1);
}

static void
test_no_bars_of_a_row_overlap (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipSpan spans[12];
    int rows[12];
    int n_rows;

    for (int k = 0; k < 12; k++) {
      spans[k].start = g_test_rand_int_range (0, 40);
      spans[k].end = spans[k].start + g_test_rand_int_range (1, 15);
    }
    n_rows = slip_rollout_lanes_pack (spans, 12, rows);
    for (int a = 0; a < 12; a++) {
      g_assert_cmpint (rows[a], <, n_rows);
      for (int b = 0; b < a; b++)
        g_assert_true (rows[a] != rows[b] || spans[a].start >= spans[b].end ||
                       spans[b].start >= spans[a].end);
    }
  }
}

static void
draw_bar (const SlipRolloutLanes *lanes, Canvas *canvas, int lane, char mark)
{
  SlipLaneScroll none = { 0, 0 };
  SlipSpan bar = make_span ("2026-11-04", "2026-11-05");
  SlipSpan plan = make_span ("2026-11-03", "2026-11-04");

  canvas_fill (canvas, slip_rollout_lanes_get_bar (lanes, lane, 0, bar, none),
               mark);
  canvas_fill (canvas, slip_rollout_lanes_get_plan (lanes, lane, 0, plan, none),
               '-');
}

/* Coarse, so that it can be drawn: labels of one line, days of three pixels. */
static void
draw_small (const char *const *expected)
{
  SlipLaneSizes sizes = { 40, 24, 2, 2, 2, 1 };
  SlipTimeScale scale = make_scale (FALSE);
  int n_rows[] = { 1, 2 };
  Canvas canvas = canvas_make (40, 33);
  SlipLaneScroll none = { 0, 0 };

  scale.range.last = slip_date_add_days (scale.range.first, 10);
  scale.day_px = 3.5;
  g_autoptr (SlipRolloutLanes) lanes =
    slip_rollout_lanes_new (&sizes, &scale, n_rows, 2);
  for (int i = 0; i < 2; i++) {
    canvas_write (&canvas, slip_rollout_lanes_get_label (lanes, i, none),
                  "label");
    draw_bar (lanes, &canvas, i, (char) ('a' + i));
  }
  canvas_fill (&canvas,
               slip_rollout_lanes_get_bar (
                 lanes, 1, 1, make_span ("2026-11-05", "2026-11-06"), none),
               'c');
  canvas_end (&canvas, expected);
}

static void
test_plans_lie_beneath_bars_and_labels_above (void)
{
  static const char *const expected[] = {
    "",
    "",
    "label",
    "",
    "",
    "",
    "",
    "",
    "       aaaaaaa",
    "       aaaaaaa",
    "",
    "",
    "    -------",
    "",
    "",
    "",
    "",
    "label",
    "",
    "",
    "",
    "",
    "",
    "       bbbbbbb",
    "       bbbbbbb",
    "",
    "",
    "    -------",
    "",
    "",
    "",
    "           ccccccc",
    "           ccccccc",
    NULL,
  };

  draw_small (expected);
}

static void
assert_mirrored (SlipRect a, SlipRect b, int width)
{
  g_assert_cmpint (a.x, ==, width - b.x - b.width);
  g_assert_cmpint (a.y, ==, b.y);
  g_assert_cmpint (a.width, ==, b.width);
  g_assert_cmpint (a.height, ==, b.height);
}

static void
test_all_is_mirrored_where_text_goes_from_right_to_left (void)
{
  const SlipLaneSizes *all[] = { &wide, &narrow };
  int n_rows[] = { 1, 2, 1 };

  for (guint i = 0; i < G_N_ELEMENTS (all); i++) {
    SlipTimeScale scale = make_scale (FALSE);
    SlipTimeScale rtl_scale = make_scale (TRUE);
    g_autoptr (SlipRolloutLanes) ltr =
      slip_rollout_lanes_new (all[i], &scale, n_rows, 3);
    g_autoptr (SlipRolloutLanes) rtl =
      slip_rollout_lanes_new (all[i], &rtl_scale, n_rows, 3);
    SlipSpan span = make_span ("2026-11-10", "2026-11-15");
    SlipLaneScroll left = { 40, 10 };
    SlipLaneScroll right = left;

    right.left_px = slip_time_scale_get_width (&scale) -
                    slip_rollout_lanes_get_view (ltr).width - left.left_px;
    assert_mirrored (slip_rollout_lanes_get_bar (rtl, 1, 1, span, right),
                     slip_rollout_lanes_get_bar (ltr, 1, 1, span, left),
                     all[i]->width_px);
    assert_mirrored (slip_rollout_lanes_get_label (rtl, 1, right),
                     slip_rollout_lanes_get_label (ltr, 1, left),
                     all[i]->width_px);
    assert_mirrored (slip_rollout_lanes_get_view (rtl),
                     slip_rollout_lanes_get_view (ltr), all[i]->width_px);
  }
}

static void
test_a_narrow_label_stands_above_its_lane (void)
{
  SlipTimeScale scale = make_scale (FALSE);
  int n_rows[] = { 1, 1 };
  SlipLaneScroll none = { 0, 0 };
  g_autoptr (SlipRolloutLanes) lanes =
    slip_rollout_lanes_new (&narrow, &scale, n_rows, 2);
  SlipRect label = slip_rollout_lanes_get_label (lanes, 0, none);
  SlipRect bar =
    slip_rollout_lanes_get_bar (lanes, 0, 0,
                                make_span ("2026-11-02", "2026-11-05"), none);

  g_assert_true (slip_rollout_lanes_is_narrow (lanes));
  g_assert_cmpint (label.width, ==, 360);
  g_assert_cmpint (label.y + label.height, <=, bar.y);
  g_assert_cmpint (bar.x, ==, 0);
  g_assert_cmpint (slip_rollout_lanes_get_view (lanes).width, ==, 360);
}

static void
test_lanes_lie_below_each_other_and_hold_their_bars (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipLaneScroll scroll;
    g_autoptr (SlipRolloutLanes) lanes = pick_lanes (&scroll);
    SlipSpan span = make_span ("2026-11-10", "2026-11-15");

    for (int k = 0; k < slip_rollout_lanes_count (lanes); k++) {
      SlipRect lane = slip_rollout_lanes_get_lane (lanes, k, scroll);
      SlipRect bar = slip_rollout_lanes_get_bar (lanes, k, 0, span, scroll);
      SlipRect plan = slip_rollout_lanes_get_plan (lanes, k, 0, span, scroll);

      g_assert_cmpint (bar.y, >=, lane.y);
      g_assert_cmpint (bar.y + bar.height, <=, plan.y);
      g_assert_cmpint (plan.y + plan.height, <=, lane.y + lane.height);
      if (k > 0)
        g_assert_cmpint (
          lane.y, ==,
          slip_rollout_lanes_get_lane (lanes, k - 1, scroll).y +
            slip_rollout_lanes_get_lane (lanes, k - 1, scroll).height);
    }
  }
}

static void
test_the_lanes_in_sight_are_those_that_show (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipLaneScroll scroll;
    g_autoptr (SlipRolloutLanes) lanes = pick_lanes (&scroll);
    SlipRect view = slip_rollout_lanes_get_label_view (lanes);
    int n_lanes = 0;
    int first = slip_rollout_lanes_find_lanes (lanes, scroll, &n_lanes);

    for (int k = 0; k < slip_rollout_lanes_count (lanes); k++) {
      SlipRect lane = slip_rollout_lanes_get_lane (lanes, k, scroll);
      gboolean shows =
        lane.y < view.y + view.height && lane.y + lane.height > view.y;

      g_assert_cmpint (shows, ==, k >= first && k < first + n_lanes);
      if (shows)
        g_assert_cmpint (slip_rollout_lanes_find_lane (lanes,
                                                       MAX (lane.y, view.y),
                                                       scroll),
                         ==, k);
    }
    g_assert_cmpint (slip_rollout_lanes_find_lane (lanes, view.y - 1, scroll),
                     ==, -1);
  }
}

static void
test_what_is_revealed_shows (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipLaneScroll scroll;
    g_autoptr (SlipRolloutLanes) lanes = pick_lanes (&scroll);
    SlipRect view = slip_rollout_lanes_get_view (lanes);
    int lane = g_test_rand_int_range (0, slip_rollout_lanes_count (lanes));
    double day =
      slip_date_new (2026, 11, 2).day + g_test_rand_int_range (0, 170);
    SlipSpan span = { day, day + g_test_rand_int_range (1, 8) };
    SlipRect bar;

    scroll = slip_rollout_lanes_reveal (lanes, lane, &span, scroll);
    bar = slip_rollout_lanes_get_bar (lanes, lane, 0, span, scroll);
    g_assert_cmpint (bar.x, >=, view.x);
    g_assert_cmpint (bar.x + bar.width, <=, view.x + view.width);
    g_assert_cmpint (slip_rollout_lanes_get_lane (lanes, lane, scroll).y, <,
                     view.y + view.height);
    /* What shows already stays where it is. */
    SlipLaneScroll again =
      slip_rollout_lanes_reveal (lanes, lane, &span, scroll);
    g_assert_cmpint (again.left_px, ==, scroll.left_px);
    g_assert_cmpint (again.top_px, ==, scroll.top_px);
  }
}

static void
test_an_instant_is_brought_to_a_pixel (void)
{
  SlipTimeScale scale = make_scale (FALSE);
  int n_rows[] = { 1 };
  SlipLaneScroll scroll = { 0, 0 };
  g_autoptr (SlipRolloutLanes) lanes =
    slip_rollout_lanes_new (&wide, &scale, n_rows, 1);
  double day = slip_date_new (2027, 1, 20).day + 0.5;

  scroll = slip_rollout_lanes_bring (lanes, day, 500, scroll);
  g_assert_cmpfloat_with_epsilon (slip_rollout_lanes_get_x (lanes, day, scroll),
                                  500, 1);
  g_assert_cmpfloat_with_epsilon (slip_rollout_lanes_find_instant (lanes, 500,
                                                                   scroll),
                                  day, 0.1);
  g_assert_cmpint (slip_rollout_lanes_find_day (lanes, 500, scroll).day, ==,
                   (int) day);
}

static void
test_edges_of_a_bar_are_taken_hold_of (void)
{
  static const struct {
    int width;
    double x;
    gboolean is_rtl;
    SlipDragPart part;
  } cases[] = {
    { 100, 1, FALSE, SLIP_DRAG_FIRST }, { 100, 7.9, FALSE, SLIP_DRAG_FIRST },
    { 100, 8, FALSE, SLIP_DRAG_WHOLE }, { 100, 50, FALSE, SLIP_DRAG_WHOLE },
    { 100, 93, FALSE, SLIP_DRAG_LAST }, { 100, 1, TRUE, SLIP_DRAG_LAST },
    { 100, 99, TRUE, SLIP_DRAG_FIRST }, { 28, 1, FALSE, SLIP_DRAG_FIRST },
    { 28, 14, FALSE, SLIP_DRAG_WHOLE }, { 27, 1, FALSE, SLIP_DRAG_WHOLE },
    { 27, 26, FALSE, SLIP_DRAG_WHOLE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SlipRect bar = { 300, 10, cases[i].width, 20 };

    g_assert_cmpint (slip_rollout_lanes_find_part (bar, 300 + cases[i].x,
                                                   cases[i].is_rtl),
                     ==, cases[i].part);
  }
}

static void
test_something_shows_of_the_shortest_bar (void)
{
  for (int is_rtl = 0; is_rtl < 2; is_rtl++) {
    SlipTimeScale scale = make_scale (is_rtl);
    int n_rows[] = { 1 };
    SlipLaneScroll none = { 0, 0 };
    SlipSpan span = { scale.range.first.day + 3, scale.range.first.day + 3.01 };
    g_autoptr (SlipRolloutLanes) lanes =
      slip_rollout_lanes_new (&wide, &scale, n_rows, 1);

    g_assert_cmpint (slip_rollout_lanes_get_bar (lanes, 0, 0, span, none).width,
                     ==, 4);
  }
}

static void
test_pages_lead_from_end_to_end (void)
{
  SlipTimeScale scale = make_scale (FALSE);
  int n_rows[MAX_LANES] = { 0 };
  g_autoptr (SlipRolloutLanes) lanes =
    slip_rollout_lanes_new (&wide, &scale, n_rows, MAX_LANES);
  int lane = 0;

  for (int i = 0; i < MAX_LANES; i++) {
    int next = slip_rollout_lanes_page (lanes, lane, 1);

    g_assert_true (next > lane || next == MAX_LANES - 1);
    lane = next;
  }
  g_assert_cmpint (lane, ==, MAX_LANES - 1);
  for (int i = 0; i < MAX_LANES; i++)
    lane = slip_rollout_lanes_page (lanes, lane, -1);
  g_assert_cmpint (lane, ==, 0);
}

static void
test_nothing_to_show_has_no_lanes (void)
{
  SlipTimeScale scale = make_scale (FALSE);
  SlipLaneScroll none = { 0, 0 };
  int n_lanes = 1;
  g_autoptr (SlipRolloutLanes) lanes =
    slip_rollout_lanes_new (&wide, &scale, NULL, 0);

  slip_rollout_lanes_find_lanes (lanes, none, &n_lanes);
  g_assert_cmpint (n_lanes, ==, 0);
  g_assert_cmpint (slip_rollout_lanes_find_lane (lanes, 100, none), ==, -1);
  g_assert_cmpint (slip_rollout_lanes_page (lanes, 0, 1), ==, -1);
}

static void
test_names_stand_beside_each_other (void)
{
  static const struct {
    SlipRect column;
    SlipRect before;
    gboolean is_rtl;
    int x;
    int width;
  } cases[] = {
    { { 100, 0, 90, 20 }, { 0 }, FALSE, 104, 82 },
    { { 100, 0, 90, 20 }, { 0 }, TRUE, 104, 82 },
    /* The one before ends before, within, and after the days. */
    { { 100, 0, 90, 20 }, { 20, 0, 70, 20 }, FALSE, 104, 82 },
    { { 100, 0, 90, 20 }, { 20, 0, 100, 20 }, FALSE, 124, 62 },
    { { 100, 0, 90, 20 }, { 20, 0, 200, 20 }, FALSE, -1, 0 },
    { { 100, 0, 90, 20 }, { 200, 0, 50, 20 }, TRUE, 104, 82 },
    { { 100, 0, 90, 20 }, { 160, 0, 50, 20 }, TRUE, 104, 52 },
    { { 100, 0, 90, 20 }, { 90, 0, 150, 20 }, TRUE, -1, 0 },
    /* Too little of a name tells nothing. */
    { { 100, 0, 31, 20 }, { 0 }, FALSE, -1, 0 },
    { { 100, 0, 32, 20 }, { 0 }, FALSE, 104, 24 },
    { { 100, 0, 4, 20 }, { 0 }, FALSE, -1, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SlipRect room =
      slip_rollout_lanes_fit_name (cases[i].column, cases[i].before,
                                   cases[i].is_rtl);

    g_test_message ("%u", i);
    g_assert_cmpint (room.width, ==, cases[i].width);
    if (cases[i].width > 0)
      g_assert_cmpint (room.x, ==, cases[i].x);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add_func ("/rollout-lanes/" path, func)
  ADD ("pack/bars-that-follow-share-a-row",
       test_bars_that_follow_each_other_share_a_row);
  ADD ("pack/one-that-overlaps-gets-its-own-row",
       test_a_bar_that_overlaps_gets_a_row_of_its_own);
  ADD ("pack/one-that-starts-as-another-ends",
       test_one_that_starts_as_another_ends_overlaps_with_nothing);
  ADD ("pack/no-bars-of-a-row-overlap", test_no_bars_of_a_row_overlap);
  ADD ("place/plans-beneath-bars-labels-beside",
       test_plans_lie_beneath_bars_and_labels_above);
  ADD ("place/mirrored-in-right-to-left",
       test_all_is_mirrored_where_text_goes_from_right_to_left);
  ADD ("place/narrow-label-above", test_a_narrow_label_stands_above_its_lane);
  ADD ("place/lanes-below-each-other",
       test_lanes_lie_below_each_other_and_hold_their_bars);
  ADD ("place/something-shows-of-the-shortest",
       test_something_shows_of_the_shortest_bar);
  ADD ("place/names-beside-each-other", test_names_stand_beside_each_other);
  ADD ("find/lanes-in-sight-are-those-that-show",
       test_the_lanes_in_sight_are_those_that_show);
  ADD ("find/edges-of-a-bar", test_edges_of_a_bar_are_taken_hold_of);
  ADD ("scroll/what-is-revealed-shows", test_what_is_revealed_shows);
  ADD ("scroll/an-instant-is-brought-to-a-pixel",
       test_an_instant_is_brought_to_a_pixel);
  ADD ("scroll/pages-lead-from-end-to-end", test_pages_lead_from_end_to_end);
  ADD ("none/has-no-lanes", test_nothing_to_show_has_no_lanes);
#undef ADD
  return g_test_run ();
}
