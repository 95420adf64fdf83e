/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-matrix-layout.h"

#define N_RANDOM 400
#define MAX_ROWS 30

static const SlipMatrixScroll unscrolled = { 0, 0 };

static SlipMatrixLayout *
new_layout (int width, int height, int n_columns, int n_rows, int n_listed)
{
  SlipMatrixSizes sizes = { width, height, FALSE, 30, 50, 40, 66 };
  int n_cells[MAX_ROWS];

  for (int i = 0; i < n_rows; i++)
    n_cells[i] = n_listed;
  return slip_matrix_layout_new (&sizes, n_columns, n_cells, n_rows);
}

/* A layout of anything, scrolled somewhere. */
static SlipMatrixLayout *
pick_layout (gboolean is_rtl, SlipMatrixScroll *scroll)
{
  SlipMatrixSizes sizes = {
    .width_px = g_test_rand_int_range (320, 1400),
    .height_px = g_test_rand_int_range (200, 900),
    .is_rtl = is_rtl,
    .heading_px = 30,
    .cell_px = g_test_rand_int_range (40, 70),
    .title_px = 40,
    .listed_cell_px = 66,
  };
  int n_columns = g_test_rand_int_range (1, 14);
  int n_rows = g_test_rand_int_range (1, MAX_ROWS);
  int n_cells[MAX_ROWS];
  SlipMatrixLayout *layout;

  for (int i = 0; i < n_rows; i++)
    n_cells[i] = g_test_rand_int_range (0, n_columns + 1);
  layout = slip_matrix_layout_new (&sizes, n_columns, n_cells, n_rows);
  *scroll = slip_matrix_layout_clamp (layout, (SlipMatrixScroll){
                                                g_test_rand_int_range (0, 900),
                                                g_test_rand_int_range (0, 2000),
                                              });
  return layout;
}

static int
count_rows (const SlipMatrixLayout *layout)
{
  SlipMatrixPlace place = { 0, 0 };

  for (int i = 0; i < 1000; i++)
    place = slip_matrix_layout_step (layout, place, 0, 1);
  return place.row + 1;
}

static SlipMatrixPlace
pick_place (const SlipMatrixLayout *layout)
{
  SlipMatrixPlace place = { g_test_rand_int_range (0, count_rows (layout)), 0 };

  place.cell = g_test_rand_int_range (
    0, slip_matrix_layout_count_cells (layout, place.row) + 1);
  return place;
}

static void
assert_rect (SlipRect rect, int x, int y, int width, int height)
{
  g_assert_cmpint (rect.x, ==, x);
  g_assert_cmpint (rect.y, ==, y);
  g_assert_cmpint (rect.width, ==, width);
  g_assert_cmpint (rect.height, ==, height);
}

static void
test_columns_share_the_room (void)
{
  g_autoptr (SlipMatrixLayout) layout = new_layout (1000, 400, 5, 3, 5);

  g_assert_false (slip_matrix_layout_is_list (layout));
  g_assert_cmpint (slip_matrix_layout_get_width (layout), ==, 1000);
  g_assert_cmpint (slip_matrix_layout_get_height (layout), ==, 400);
  assert_rect (slip_matrix_layout_get_heading (layout, -1, unscrolled), 14, 0,
               194, 30);
  assert_rect (slip_matrix_layout_get_heading (layout, 0, unscrolled), 212, 0,
               151, 30);
  assert_rect (slip_matrix_layout_get_cell (layout, (SlipMatrixPlace){ 0, 1 },
                                            unscrolled),
               212, 30, 151, 50);
  assert_rect (slip_matrix_layout_get_cell (layout, (SlipMatrixPlace){ 2, 5 },
                                            unscrolled),
               834, 138, 152, 50);
}

static void
test_many_columns_are_scrolled_to (void)
{
  g_autoptr (SlipMatrixLayout) layout = new_layout (700, 400, 8, 3, 5);
  SlipMatrixPlace last = { 0, 8 };
  SlipMatrixScroll scroll;
  SlipRect rect;

  g_assert_cmpint (slip_matrix_layout_get_width (layout), ==,
                   14 + 184 + 4 + 8 * 128 - 4 + 14);
  scroll = slip_matrix_layout_reveal (layout, last, unscrolled);
  rect = slip_matrix_layout_get_cell (layout, last, scroll);
  g_assert_cmpint (rect.x + rect.width, ==, 700 - 14);
  /* The first column stays. */
  assert_rect (slip_matrix_layout_get_cell (layout, (SlipMatrixPlace){ 0, 0 },
                                            scroll),
               14, 30, 184, 50);
}

static void
test_few_columns_stay_readable (void)
{
  g_autoptr (SlipMatrixLayout) layout = new_layout (1300, 400, 2, 3, 5);

  g_assert_cmpint (slip_matrix_layout_get_heading (layout, 0, unscrolled).width,
                   ==, 210);
}

static void
test_narrow_is_a_list (void)
{
  g_autoptr (SlipMatrixLayout) layout = new_layout (360, 640, 8, 2, 3);

  g_assert_true (slip_matrix_layout_is_list (layout));
  g_assert_cmpint (slip_matrix_layout_get_width (layout), ==, 360);
  assert_rect (slip_matrix_layout_get_cell (layout, (SlipMatrixPlace){ 0, 0 },
                                            unscrolled),
               14, 4, 332, 40);
  assert_rect (slip_matrix_layout_get_cell (layout, (SlipMatrixPlace){ 0, 1 },
                                            unscrolled),
               14, 44, 164, 66);
  assert_rect (slip_matrix_layout_get_cell (layout, (SlipMatrixPlace){ 0, 2 },
                                            unscrolled),
               182, 44, 164, 66);
  assert_rect (slip_matrix_layout_get_cell (layout, (SlipMatrixPlace){ 0, 3 },
                                            unscrolled),
               14, 114, 164, 66);
  assert_rect (slip_matrix_layout_get_cell (layout, (SlipMatrixPlace){ 1, 0 },
                                            unscrolled),
               14, 198, 332, 40);
}

static void
test_keys_follow_what_is_seen (void)
{
  g_autoptr (SlipMatrixLayout) list = new_layout (360, 640, 8, 2, 3);
  static const struct {
    SlipMatrixPlace from;
    int along;
    int across;
    SlipMatrixPlace to;
  } steps[] = {
    { { 0, 0 }, 0, 1, { 0, 1 } },  { { 0, 1 }, 0, 1, { 0, 3 } },
    { { 0, 2 }, 0, 1, { 0, 3 } },  { { 0, 3 }, 0, 1, { 1, 0 } },
    { { 1, 0 }, 0, -1, { 0, 3 } }, { { 0, 3 }, 0, -1, { 0, 1 } },
    { { 0, 2 }, 0, -1, { 0, 0 } }, { { 0, 0 }, 0, -1, { 0, 0 } },
    { { 0, 1 }, 1, 0, { 0, 2 } },  { { 0, 3 }, 1, 0, { 0, 3 } },
    { { 1, 3 }, 0, 1, { 1, 3 } },  { { 0, 0 }, -1, 0, { 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (steps); i++) {
    SlipMatrixPlace place =
      slip_matrix_layout_step (list, steps[i].from, steps[i].along,
                               steps[i].across);

    g_test_message ("step %u", i);
    g_assert_cmpint (place.row, ==, steps[i].to.row);
    g_assert_cmpint (place.cell, ==, steps[i].to.cell);
  }
}

static void
test_a_page_is_what_is_in_sight (void)
{
  g_autoptr (SlipMatrixLayout) table = new_layout (1000, 300, 4, 20, 4);
  SlipMatrixPlace place = { 0, 2 };

  /* 270 pixels of rows of 54. */
  place = slip_matrix_layout_page (table, place, 1);
  g_assert_cmpint (place.row, ==, 5);
  g_assert_cmpint (place.cell, ==, 2);
  place = slip_matrix_layout_page (table, place, -1);
  g_assert_cmpint (place.row, ==, 0);
  place.row = 18;
  g_assert_cmpint (slip_matrix_layout_page (table, place, 1).row, ==, 19);
}

static void
test_no_columns_are_only_titles (void)
{
  g_autoptr (SlipMatrixLayout) layout = new_layout (800, 300, 0, 2, 0);

  g_assert_cmpint (slip_matrix_layout_count_cells (layout, 1), ==, 0);
  g_assert_cmpint (
    slip_matrix_layout_find_place (layout, 20, 40, unscrolled).row, ==, 0);
  g_assert_true (
    slip_matrix_place_equal (slip_matrix_layout_find_place (layout, 700, 40,
                                                            unscrolled),
                             SLIP_MATRIX_NOWHERE));
}

static void
test_what_is_revealed_is_found_there (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipMatrixScroll scroll;
    g_autoptr (SlipMatrixLayout) layout = pick_layout (i % 2, &scroll);
    SlipMatrixPlace place = pick_place (layout);
    SlipRect rect;
    SlipMatrixPlace found;
    int first;
    int n;

    scroll = slip_matrix_layout_reveal (layout, place, scroll);
    rect = slip_matrix_layout_get_cell (layout, place, scroll);
    found = slip_matrix_layout_find_place (layout, rect.x + rect.width / 2.0,
                                           rect.y + rect.height / 2.0, scroll);
    g_assert_true (slip_matrix_place_equal (found, place));
    first = slip_matrix_layout_find_rows (layout, scroll, &n);
    g_assert_cmpint (place.row, >=, first);
    g_assert_cmpint (place.row, <, first + n);
    /* It is in sight already. */
    g_assert_cmpint (slip_matrix_layout_reveal (layout, place, scroll).top_px,
                     ==, scroll.top_px);
    g_assert_cmpint (slip_matrix_layout_reveal (layout, place, scroll).start_px,
                     ==, scroll.start_px);
  }
}

static void
test_cells_do_not_overlap (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipMatrixScroll scroll;
    g_autoptr (SlipMatrixLayout) layout = pick_layout (i % 2, &scroll);
    SlipMatrixPlace a = pick_place (layout);
    SlipMatrixPlace b = pick_place (layout);
    SlipRect rect_a = slip_matrix_layout_get_cell (layout, a, unscrolled);
    SlipRect rect_b = slip_matrix_layout_get_cell (layout, b, unscrolled);

    g_assert_false (slip_rect_is_empty (rect_a));
    g_assert_cmpint (rect_a.width, >=, a.cell > 0 ? 120 : 184);
    if (!slip_matrix_place_equal (a, b))
      g_assert_false (slip_rect_overlaps (rect_a, rect_b));
  }
}

static void
test_steps_do_not_leave (void)
{
  SlipMatrixScroll scroll;
  g_autoptr (SlipMatrixLayout) layout = pick_layout (FALSE, &scroll);
  int n_rows = count_rows (layout);
  SlipMatrixPlace place = { 0, 0 };

  for (int i = 0; i < 4 * N_RANDOM; i++) {
    int way = g_test_rand_int_range (0, 6);

    if (way < 4)
      place = slip_matrix_layout_step (layout, place,
                                       way == 0   ? -1
                                       : way == 1 ? 1
                                                  : 0,
                                       way == 2   ? -1
                                       : way == 3 ? 1
                                                  : 0);
    else
      place = slip_matrix_layout_page (layout, place, way == 4 ? -1 : 1);
    g_assert_cmpint (place.row, >=, 0);
    g_assert_cmpint (place.row, <, n_rows);
    g_assert_cmpint (place.cell, >=, 0);
    g_assert_cmpint (place.cell, <=,
                     slip_matrix_layout_count_cells (layout, place.row));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matrix-layout/columns-share-the-room",
                   test_columns_share_the_room);
  g_test_add_func ("/matrix-layout/many-columns-are-scrolled-to",
                   test_many_columns_are_scrolled_to);
  g_test_add_func ("/matrix-layout/few-columns-stay-readable",
                   test_few_columns_stay_readable);
  g_test_add_func ("/matrix-layout/narrow-is-a-list", test_narrow_is_a_list);
  g_test_add_func ("/matrix-layout/keys-follow-what-is-seen",
                   test_keys_follow_what_is_seen);
  g_test_add_func ("/matrix-layout/a-page-is-what-is-in-sight",
                   test_a_page_is_what_is_in_sight);
  g_test_add_func ("/matrix-layout/no-columns-are-only-titles",
                   test_no_columns_are_only_titles);
  g_test_add_func ("/matrix-layout/what-is-revealed-is-found-there",
                   test_what_is_revealed_is_found_there);
  g_test_add_func ("/matrix-layout/cells-do-not-overlap",
                   test_cells_do_not_overlap);
  g_test_add_func ("/matrix-layout/steps-do-not-leave",
                   test_steps_do_not_leave);

  return g_test_run ();
}
