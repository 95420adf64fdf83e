/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-flow-layout.h"

static const SlipFlowSpec two_rows = {
  .width_px = 100,
  .item_height_px = 20,
  .spacing_px = 5,
  .more_width_px = 15,
  .max_rows = 2,
};

static void
assert_rect (SlipRect rect, int x, int y, int width)
{
  g_assert_cmpint (rect.x, ==, x);
  g_assert_cmpint (rect.y, ==, y);
  g_assert_cmpint (rect.width, ==, width);
  g_assert_cmpint (rect.height, ==, 20);
}

static void
test_wraps (void)
{
  const int widths[] = { 40, 40, 40 };
  SlipRect rects[3];
  SlipFlow flow = slip_flow_layout_place (&two_rows, widths, 3, rects);

  g_assert_cmpint (flow.n_shown, ==, 3);
  g_assert_cmpint (flow.n_rows, ==, 2);
  g_assert_true (slip_rect_is_empty (flow.more));
  assert_rect (rects[0], 0, 0, 40);
  assert_rect (rects[1], 45, 0, 40);
  assert_rect (rects[2], 0, 25, 40);
}

static void
test_empty (void)
{
  SlipFlow flow = slip_flow_layout_place (&two_rows, NULL, 0, NULL);

  g_assert_cmpint (flow.n_shown, ==, 0);
  g_assert_cmpint (flow.n_rows, ==, 0);
  g_assert_true (slip_rect_is_empty (flow.more));
}

static void
test_cuts_wide (void)
{
  const int widths[] = { 400, 30 };
  SlipRect rects[2];
  SlipFlow flow = slip_flow_layout_place (&two_rows, widths, 2, rects);

  g_assert_cmpint (flow.n_shown, ==, 2);
  assert_rect (rects[0], 0, 0, 100);
  assert_rect (rects[1], 0, 25, 30);
}

static void
test_more_takes_room (void)
{
  const int widths[] = { 47, 48, 47, 48, 47 };
  SlipRect rects[5];
  SlipFlow flow = slip_flow_layout_place (&two_rows, widths, 5, rects);

  /* Four would fit, but then not the '+n'. */
  g_assert_cmpint (flow.n_shown, ==, 3);
  g_assert_cmpint (flow.n_rows, ==, 2);
  assert_rect (flow.more, 52, 25, 15);
}

static void
test_mirrored (void)
{
  const int widths[] = { 40, 60 };
  SlipRect rects[2];
  SlipFlowSpec spec = two_rows;

  spec.is_rtl = TRUE;
  spec.max_rows = 1;
  SlipFlow flow = slip_flow_layout_place (&spec, widths, 2, rects);
  g_assert_cmpint (flow.n_shown, ==, 1);
  assert_rect (rects[0], 60, 0, 40);
  assert_rect (flow.more, 40, 0, 15);
}

/* Whatever the widths: nothing overlaps and nothing is outside. */
static void
test_random (void)
{
  for (int round = 0; round < 500; round++) {
    SlipFlowSpec spec = two_rows;
    int widths[30];
    SlipRect rects[31];
    int n_items = g_test_rand_int_range (0, 30);

    spec.width_px = g_test_rand_int_range (20, 300);
    spec.max_rows = g_test_rand_int_range (1, 4);
    spec.is_rtl = g_test_rand_int_range (0, 2) == 1;
    for (int i = 0; i < n_items; i++)
      widths[i] = g_test_rand_int_range (1, 200);

    SlipFlow flow = slip_flow_layout_place (&spec, widths, n_items, rects);
    int n_rects = flow.n_shown;
    g_assert_cmpint (flow.n_rows, <=, spec.max_rows);
    g_assert_true ((flow.n_shown < n_items) == !slip_rect_is_empty (flow.more));
    if (flow.n_shown < n_items)
      rects[n_rects++] = flow.more;
    for (int i = 0; i < n_rects; i++) {
      g_assert_cmpint (rects[i].x, >=, 0);
      g_assert_cmpint (rects[i].x + rects[i].width, <=, spec.width_px);
      for (int j = 0; j < i; j++)
        g_assert_false (slip_rect_overlaps (rects[i], rects[j]));
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/flow-layout/full-row-goes-on-in-the-next", test_wraps);
  g_test_add_func ("/flow-layout/nothing-takes-no-row", test_empty);
  g_test_add_func ("/flow-layout/too-wide-is-cut-to-a-row", test_cuts_wide);
  g_test_add_func ("/flow-layout/more-takes-the-room-of-items",
                   test_more_takes_room);
  g_test_add_func ("/flow-layout/right-to-left-is-mirrored", test_mirrored);
  g_test_add_func ("/flow-layout/nothing-overlaps-or-sticks-out", test_random);
  return g_test_run ();
}
