/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-lane-link.h"

#define N_LANES 20

static SlipRolloutLanes *
make_lanes (gboolean is_rtl)
{
  static const SlipLaneSizes sizes = { 1000, 300, 30, 40, 26, 5 };
  static const int n_rows[N_LANES];
  SlipTimeScale scale =
    slip_time_scale_make (slip_range_new (slip_date_new (2026, 11, 2),
                                          slip_date_new (2027, 4, 30)),
                          SLIP_ZOOM_DAYS, 1, is_rtl);

  scale.day_px = 10;
  return slip_rollout_lanes_new (&sizes, &scale, n_rows, N_LANES);
}

/* The end in @lane, @days after the first day. */
static SlipLaneLinkEnd
make_end (int lane, int days)
{
  return (SlipLaneLinkEnd){ lane, slip_date_new (2026, 11, 2).day + days };
}

static void
assert_point (SlipLaneLinkPoint point, double x, double y)
{
  g_assert_cmpfloat_with_epsilon (point.x, x, 0.01);
  g_assert_cmpfloat_with_epsilon (point.y, y, 0.01);
}

static void
assert_leads (int from_lane, int to_lane, gboolean is_rtl)
{
  g_autoptr (SlipRolloutLanes) lanes = make_lanes (is_rtl);
  SlipLaneScroll scroll =
    slip_rollout_lanes_clamp (lanes,
                              (SlipLaneScroll){ is_rtl ? G_MAXINT / 2 : 0, 0 });
  SlipLaneLinkEnd from = make_end (from_lane, 5);
  SlipLaneLinkEnd to = make_end (to_lane, 20);
  SlipRect start = slip_rollout_lanes_get_lane (lanes, from_lane, scroll);
  SlipRect end = slip_rollout_lanes_get_lane (lanes, to_lane, scroll);
  double start_x = slip_rollout_lanes_get_x (lanes, from.instant, scroll);
  double end_x = slip_rollout_lanes_get_x (lanes, to.instant, scroll);
  double edge = from_lane < to_lane ? start.y + start.height : start.y;
  SlipLaneLink link;

  g_assert_true (slip_lane_link_find (lanes, from, to, scroll, &link));
  g_assert_true (link.has_start);
  g_assert_cmpint (link.n_points, ==, 4);
  assert_point (link.points[0], start_x, start.y + start.height / 2.0);
  assert_point (link.points[1], start_x, edge);
  assert_point (link.points[2], end_x, edge);
  assert_point (link.points[3], end_x, end.y + end.height / 2.0);
}

static void
test_a_link_leads_along_the_edge_that_faces_the_other_lane (void)
{
  assert_leads (0, 2, FALSE);
  assert_leads (2, 0, FALSE);
  assert_leads (0, 1, TRUE);
}

static void
test_one_day_is_joined_by_an_upright_line (void)
{
  g_autoptr (SlipRolloutLanes) lanes = make_lanes (FALSE);
  SlipLaneLink link;

  g_assert_true (slip_lane_link_find (lanes, make_end (0, 5), make_end (2, 5),
                                      (SlipLaneScroll){ 0 }, &link));
  for (int i = 1; i < link.n_points; i++)
    g_assert_cmpfloat_with_epsilon (link.points[i].x, link.points[0].x, 0.01);
}

static void
test_what_is_out_of_sight_is_cut_off_at_the_edge (void)
{
  g_autoptr (SlipRolloutLanes) lanes = make_lanes (FALSE);
  SlipLaneScroll scroll = { 0 };
  SlipRect view = slip_rollout_lanes_get_view (lanes);
  SlipLaneLink link;

  /* Below, later, and where there is no lane at all. */
  g_assert_true (slip_lane_link_find (lanes, make_end (0, 5),
                                      make_end (N_LANES - 1, 20), scroll,
                                      &link));
  g_assert_cmpfloat_with_epsilon (link.points[3].y, view.y + view.height, 0.01);
  g_assert_true (slip_lane_link_find (lanes, make_end (0, 5), make_end (1, 500),
                                      scroll, &link));
  g_assert_cmpint (link.n_points, ==, 3);
  g_assert_cmpfloat_with_epsilon (link.points[2].x, view.x + view.width, 0.01);
  g_assert_true (slip_lane_link_find (lanes, make_end (0, 5), make_end (-1, 20),
                                      scroll, &link));
  g_assert_cmpfloat_with_epsilon (link.points[3].y, view.y + view.height, 0.01);
  g_assert_true (slip_lane_link_find (lanes, make_end (-1, 5), make_end (1, 20),
                                      scroll, &link));
  g_assert_false (link.has_start);
  g_assert_cmpint (link.n_points, ==, 2);
  g_assert_cmpfloat_with_epsilon (link.points[0].y, view.y, 0.01);
}

static void
test_nothing_shows_of_a_link_that_is_elsewhere (void)
{
  g_autoptr (SlipRolloutLanes) lanes = make_lanes (FALSE);
  SlipLaneLink link;

  g_assert_false (slip_lane_link_find (lanes, make_end (N_LANES - 2, 5),
                                       make_end (N_LANES - 1, 20),
                                       (SlipLaneScroll){ 0 }, &link));
  g_assert_false (slip_lane_link_find (lanes, make_end (0, 500),
                                       make_end (1, 510), (SlipLaneScroll){ 0 },
                                       &link));
}

static void
test_all_that_shows_is_in_sight (void)
{
  for (int i = 0; i < 2000; i++) {
    g_autoptr (SlipRolloutLanes) lanes = make_lanes (g_test_rand_bit ());
    SlipRect view = slip_rollout_lanes_get_view (lanes);
    SlipLaneScroll scroll =
      slip_rollout_lanes_clamp (lanes, (SlipLaneScroll){
                                         g_test_rand_int_range (0, 2000),
                                         g_test_rand_int_range (0, 2000) });
    SlipLaneLink link;

    if (!slip_lane_link_find (lanes,
                              make_end (g_test_rand_int_range (-1, 10),
                                        g_test_rand_int_range (-50, 250)),
                              make_end (g_test_rand_int_range (10, N_LANES),
                                        g_test_rand_int_range (-50, 250)),
                              scroll, &link))
      continue;
    g_assert_cmpint (link.n_points, >=, 2);
    for (int k = 0; k < link.n_points; k++) {
      SlipLaneLinkPoint point = link.points[k];

      g_assert_cmpfloat (point.x, >=, view.x);
      g_assert_cmpfloat (point.x, <=, view.x + view.width);
      g_assert_cmpfloat (point.y, >=, view.y);
      g_assert_cmpfloat (point.y, <=, view.y + view.height);
      /* Level or upright. */
      if (k > 0)
        g_assert_cmpfloat_with_epsilon (
          MIN (ABS (point.x - link.points[k - 1].x),
               ABS (point.y - link.points[k - 1].y)),
          0, 0.01);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add_func ("/lane-link/" path, func)
  ADD ("leads-along-the-facing-edge",
       test_a_link_leads_along_the_edge_that_faces_the_other_lane);
  ADD ("one-day-is-upright", test_one_day_is_joined_by_an_upright_line);
  ADD ("cut-off-at-the-edge", test_what_is_out_of_sight_is_cut_off_at_the_edge);
  ADD ("elsewhere-shows-nothing",
       test_nothing_shows_of_a_link_that_is_elsewhere);
  ADD ("in-sight", test_all_that_shows_is_in_sight);
#undef ADD
  return g_test_run ();
}
