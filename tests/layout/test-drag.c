/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-drag.h"

#define N_RANDOM 5000

static SlipDate
pick_date (void)
{
  if (g_test_rand_int_range (0, 20) == 0)
    return slip_date_new (1, 1, 1 + g_test_rand_int_range (0, 9));
  if (g_test_rand_int_range (0, 20) == 0)
    return slip_date_new (9999, 12, 31 - g_test_rand_int_range (0, 9));
  return (SlipDate){ g_test_rand_int_range (20000, 20060) };
}

static SlipRange
pick_range (void)
{
  SlipDate a = pick_date ();
  SlipDate b = slip_date_add_days (a, g_test_rand_int_range (0, 30));

  return slip_range_new (a, b);
}

static void
test_propose_table (void)
{
  static const struct {
    SlipDragPart part;
    const char *first, *last, *grabbed, *hovered;
    const char *new_first, *new_last;
  } cases[] = {
    /* A chip. */
    { SLIP_DRAG_WHOLE, "2026-12-08", "2026-12-08", "2026-12-08", "2026-12-16",
      "2026-12-16", "2026-12-16" },
    /* A bar grabbed on its third day. */
    { SLIP_DRAG_WHOLE, "2026-12-02", "2026-12-07", "2026-12-04", "2026-12-10",
      "2026-12-08", "2026-12-13" },
    { SLIP_DRAG_WHOLE, "2026-12-02", "2026-12-07", "2026-12-04", "2026-12-04",
      "2026-12-02", "2026-12-07" },
    /* A bar that was not grabbed on a day. */
    { SLIP_DRAG_WHOLE, "2026-12-02", "2026-12-07", NULL, "2026-12-10",
      "2026-12-10", "2026-12-15" },
    /* Edges, also grabbed beside the edge, and held by the other edge. */
    { SLIP_DRAG_FIRST, "2026-12-02", "2026-12-07", "2026-12-02", "2026-12-05",
      "2026-12-05", "2026-12-07" },
    { SLIP_DRAG_FIRST, "2026-12-02", "2026-12-07", NULL, "2026-11-30",
      "2026-11-30", "2026-12-07" },
    { SLIP_DRAG_FIRST, "2026-12-02", "2026-12-07", "2026-12-02", "2026-12-20",
      "2026-12-07", "2026-12-07" },
    { SLIP_DRAG_LAST, "2026-12-02", "2026-12-07", "2026-12-08", "2026-12-10",
      "2026-12-02", "2026-12-09" },
    { SLIP_DRAG_LAST, "2026-12-02", "2026-12-07", NULL, "2026-12-10",
      "2026-12-02", "2026-12-10" },
    { SLIP_DRAG_LAST, "2026-12-02", "2026-12-07", "2026-12-07", "2026-11-01",
      "2026-12-02", "2026-12-02" },
    /* To and from the tray. */
    { SLIP_DRAG_WHOLE, "2026-12-02", "2026-12-07", "2026-12-04", NULL, NULL,
      NULL },
    { SLIP_DRAG_LAST, "2026-12-02", "2026-12-07", "2026-12-07", NULL,
      "2026-12-02", "2026-12-07" },
    { SLIP_DRAG_WHOLE, NULL, NULL, NULL, "2026-12-10", "2026-12-10",
      "2026-12-10" },
    { SLIP_DRAG_WHOLE, NULL, NULL, NULL, NULL, NULL, NULL },
    /* At the ends of the calendar. */
    { SLIP_DRAG_WHOLE, "9999-12-01", "9999-12-10", "9999-12-01", "9999-12-28",
      "9999-12-22", "9999-12-31" },
    { SLIP_DRAG_WHOLE, "0001-01-10", "0001-01-20", "0001-01-15", "0001-01-02",
      "0001-01-01", "0001-01-11" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SlipRange old = { slip_date_parse (cases[i].first),
                      slip_date_parse (cases[i].last) };
    SlipRange new_range =
      slip_drag_propose (old, slip_date_parse (cases[i].grabbed),
                         slip_date_parse (cases[i].hovered), cases[i].part);
    g_autofree char *first = slip_date_to_text (new_range.first);
    g_autofree char *last = slip_date_to_text (new_range.last);

    g_assert_cmpstr (first, ==, cases[i].new_first);
    g_assert_cmpstr (last, ==, cases[i].new_last);
  }
}

static void
test_propose_keeps_length_and_order (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipRange old = pick_range ();
    SlipDate grabbed = pick_date (), hovered = pick_date ();
    SlipRange whole =
      slip_drag_propose (old, grabbed, hovered, SLIP_DRAG_WHOLE);
    SlipRange first =
      slip_drag_propose (old, grabbed, hovered, SLIP_DRAG_FIRST);
    SlipRange last = slip_drag_propose (old, grabbed, hovered, SLIP_DRAG_LAST);

    g_assert_cmpint (slip_range_get_length (whole), ==,
                     slip_range_get_length (old));
    g_assert_false (slip_range_is_empty (first));
    g_assert_true (slip_date_equal (first.last, old.last));
    g_assert_false (slip_range_is_empty (last));
    g_assert_true (slip_date_equal (last.first, old.first));
  }
}

/* While the pointer stays on a bar grabbed within it, the bar is under it. */
static void
test_propose_keeps_the_bar_under_the_pointer (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipDate first = { g_test_rand_int_range (20000, 20060) };
    int length = g_test_rand_int_range (1, 20);
    SlipRange old = { first, slip_date_add_days (first, length - 1) };
    int offset = g_test_rand_int_range (0, length);
    SlipDate grabbed = slip_date_add_days (first, offset);
    SlipDate hovered = { g_test_rand_int_range (20000, 20060) };
    SlipRange new_range =
      slip_drag_propose (old, grabbed, hovered, SLIP_DRAG_WHOLE);

    g_assert_cmpint (slip_date_days_until (new_range.first, hovered), ==,
                     offset);

    /* Dragged back, it is where it was. */
    SlipRange back =
      slip_drag_propose (new_range, hovered, grabbed, SLIP_DRAG_WHOLE);
    g_assert_true (slip_date_equal (back.first, old.first));
    g_assert_true (slip_date_equal (back.last, old.last));
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/drag/propose/table", test_propose_table);
  g_test_add_func ("/drag/propose/keeps-length-and-order",
                   test_propose_keeps_length_and_order);
  g_test_add_func ("/drag/propose/keeps-the-bar-under-the-pointer",
                   test_propose_keeps_the_bar_under_the_pointer);
  return g_test_run ();
}
