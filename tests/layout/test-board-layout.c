/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas.h"
#include "slip-board-layout.h"

#define N_RANDOM 500

/* A pixel is a character. */
static const SlipBoardSpec drawn = {
  .width_px = 50,
  .height_px = 16,
  .min_column_width_px = 10,
  .column_spacing_px = 2,
  .margin_px = 1,
  .header_height_px = 1,
  .padding_px = 1,
  .card_spacing_px = 1,
};

static SlipBoardSpec
pick_spec (void)
{
  return (SlipBoardSpec){
    .width_px = g_test_rand_int_range (0, 2000),
    .height_px = g_test_rand_int_range (0, 1200),
    .is_rtl = g_test_rand_int_range (0, 2),
    .min_column_width_px = g_test_rand_int_range (1, 300),
    .column_spacing_px = g_test_rand_int_range (0, 20),
    .margin_px = g_test_rand_int_range (0, 20),
    .header_height_px = g_test_rand_int_range (0, 50),
    .padding_px = g_test_rand_int_range (0, 12),
    .card_spacing_px = g_test_rand_int_range (0, 12),
  };
}

/* The body's own coordinates are those of the board, moved. */
static SlipRect
move_to_body (SlipRect rect, SlipRect body)
{
  rect.x += body.x;
  rect.y += body.y;
  return rect;
}

static void
draw_column (Canvas *canvas,
             const SlipBoardLayout *layout,
             int column,
             const SlipBoardStack *stack)
{
  SlipRect body = slip_board_layout_get_body_rect (layout, column);
  SlipRect rects[8];

  canvas_fill (canvas, slip_board_layout_get_column_rect (layout, column), '.');
  canvas_write (canvas, slip_board_layout_get_header_rect (layout, column),
                "Column");
  slip_board_layout_place_cards (layout, column, stack, rects);
  for (int i = 0; i < stack->n_cards; i++)
    if (!slip_rect_is_empty (rects[i]))
      canvas_fill (canvas, move_to_body (rects[i], body), (char) ('a' + i));

  SlipRect gap = slip_board_layout_get_gap_rect (layout, column, stack);
  if (!slip_rect_is_empty (gap))
    canvas_fill (canvas, move_to_body (gap, body), '_');
}

static void
draw_board (const SlipBoardSpec *spec, const char *const *expected)
{
  static const int heights[] = { 2, 3, 1 };
  const SlipBoardStack stacks[] = {
    { heights, 3, -1, -1, 0 },
    { heights, 3, 1, 0, 3 },
    { heights, 2, -1, 2, 2 },
    { NULL, 0, -1, 0, 2 },
  };
  SlipBoardLayout layout = slip_board_layout_for_columns (spec, 4);
  Canvas canvas = canvas_make (layout.content_width_px, spec->height_px);

  for (int i = 0; i < 4; i++)
    draw_column (&canvas, &layout, i, &stacks[i]);
  canvas_end (&canvas, expected);
}

static void
test_picture_board (void)
{
  static const char *const expected[] = {
    "",
    " Column....  Column.....  Column....  Column.....",
    " ..........  ...........  ..........  ...........",
    " .aaaaaaaa.  ._________.  .aaaaaaaa.  ._________.",
    " .aaaaaaaa.  ._________.  .aaaaaaaa.  ._________.",
    " ..........  ._________.  ..........  ...........",
    " .bbbbbbbb.  ...........  .bbbbbbbb.  ...........",
    " .bbbbbbbb.  .aaaaaaaaa.  .bbbbbbbb.  ...........",
    " .bbbbbbbb.  .aaaaaaaaa.  .bbbbbbbb.  ...........",
    " ..........  ...........  ..........  ...........",
    " .cccccccc.  .ccccccccc.  .________.  ...........",
    " ..........  ...........  .________.  ...........",
    " ..........  ...........  ..........  ...........",
    " ..........  ...........  ..........  ...........",
    " ..........  ...........  ..........  ...........",
    "",
    NULL,
  };

  draw_board (&drawn, expected);
}

static void
test_picture_right_to_left (void)
{
  static const char *const expected[] = {
    "",
    " Column....  Column....  Column....  Column....",
    " ..........  ..........  ..........  ..........",
    " .________.  .aaaaaaaa.  .________.  .aaaaaaaa.",
    " .________.  .aaaaaaaa.  .________.  .aaaaaaaa.",
    " ..........  ..........  .________.  ..........",
    " ..........  .bbbbbbbb.  ..........  .bbbbbbbb.",
    " ..........  .bbbbbbbb.  .aaaaaaaa.  .bbbbbbbb.",
    " ..........  .bbbbbbbb.  .aaaaaaaa.  .bbbbbbbb.",
    " ..........  ..........  ..........  ..........",
    " ..........  .________.  .cccccccc.  .cccccccc.",
    " ..........  .________.  ..........  ..........",
    " ..........  ..........  ..........  ..........",
    " ..........  ..........  ..........  ..........",
    " ..........  ..........  ..........  ..........",
    "",
    NULL,
  };
  SlipBoardSpec spec = drawn;

  spec.is_rtl = TRUE;
  spec.width_px = 20;
  draw_board (&spec, expected);
}

static void
test_columns_fill_the_width (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipBoardSpec spec = pick_spec ();
    int n = g_test_rand_int_range (1, 10);
    SlipBoardLayout layout = slip_board_layout_for_columns (&spec, n);
    int end = spec.margin_px;

    g_assert_cmpint (layout.content_width_px, >=, spec.width_px);
    for (int column = 0; column < n; column++) {
      SlipRect rect = slip_board_layout_get_column_rect (&layout, column);
      SlipRect header = slip_board_layout_get_header_rect (&layout, column);
      SlipRect body = slip_board_layout_get_body_rect (&layout, column);

      g_assert_cmpint (header.height + body.height, ==, rect.height);
      g_assert_cmpint (body.y, ==, header.y + header.height);
      g_assert_cmpint (rect.width, >=, spec.min_column_width_px);
      if (spec.is_rtl)
        rect = slip_rect_mirror (rect, layout.content_width_px);
      g_assert_cmpint (rect.x, ==, end);
      end = rect.x + rect.width + spec.column_spacing_px;
    }
    g_assert_cmpint (end - spec.column_spacing_px + spec.margin_px, ==,
                     layout.content_width_px);
  }
}

static void
test_columns_scroll_when_too_narrow (void)
{
  SlipBoardSpec spec = drawn;
  spec.width_px = 20;
  SlipBoardLayout narrow = slip_board_layout_for_columns (&spec, 3);

  g_assert_cmpint (narrow.content_width_px, ==, 3 * 10 + 2 * 2 + 2);
  g_assert_cmpint (slip_board_layout_get_column_rect (&narrow, 2).x, ==, 25);
  g_assert_cmpint (slip_board_layout_get_card_width (&narrow, 2), ==, 8);
}

static void
test_column_at_finds_the_column (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipBoardSpec spec = pick_spec ();
    int n = g_test_rand_int_range (1, 10);
    SlipBoardLayout layout = slip_board_layout_for_columns (&spec, n);

    for (int column = 0; column < n; column++) {
      SlipRect rect = slip_board_layout_get_column_rect (&layout, column);

      g_assert_cmpint (slip_board_layout_column_at (&layout,
                                                    rect.x + rect.width / 2.0),
                       ==, column);
      g_assert_cmpint (slip_board_layout_column_at (&layout, rect.x + 0.25), ==,
                       column);
      g_assert_cmpint (slip_board_layout_column_at (&layout,
                                                    rect.x + rect.width - 0.25),
                       ==, column);
    }
    g_assert_cmpint (slip_board_layout_column_at (&layout, -5000), ==,
                     spec.is_rtl ? n - 1 : 0);
    g_assert_cmpint (slip_board_layout_column_at (&layout, 50000), ==,
                     spec.is_rtl ? 0 : n - 1);
  }
}

static void
test_place_at_table (void)
{
  /* Tops at 1, 12, 33; middles at 6, 22, 38. */
  static const int heights[] = { 10, 20, 10 };
  static const struct {
    double y;
    int lifted;
    int expected;
  } cases[] = {
    { -50, -1, 0 },
    { 0, -1, 0 },
    { 5.9, -1, 0 },
    { 6, -1, 1 },
    { 11, -1, 1 },
    { 21.9, -1, 1 },
    { 22, -1, 2 },
    { 38, -1, 3 },
    { 900, -1, 3 },
    /* Without the second card the third one is at 12, its middle at 17. */
    { 5, 1, 0 },
    { 6, 1, 1 },
    { 16.9, 1, 1 },
    { 17, 1, 2 },
    { 900, 1, 2 }
  };
  SlipBoardLayout layout = slip_board_layout_for_columns (&drawn, 1);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SlipBoardStack stack = { heights, 3, cases[i].lifted, -1, 0 };

    g_assert_cmpint (slip_board_layout_place_at (&layout, &stack, cases[i].y),
                     ==, cases[i].expected);
  }

  SlipBoardStack empty = { NULL, 0, -1, -1, 0 };
  g_assert_cmpint (slip_board_layout_place_at (&layout, &empty, 40), ==, 0);
}

/* A still pointer never makes the gap jump to and fro. */
static void
test_place_at_does_not_see_the_gap (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipBoardSpec spec = pick_spec ();
    SlipBoardLayout layout = slip_board_layout_for_columns (&spec, 1);
    int heights[6];
    for (guint k = 0; k < G_N_ELEMENTS (heights); k++)
      heights[k] = g_test_rand_int_range (1, 150);

    SlipBoardStack stack = { heights, 6, g_test_rand_int_range (-1, 6), -1,
                             g_test_rand_int_range (1, 150) };
    double y = g_test_rand_double_range (-20, 900);
    int place = slip_board_layout_place_at (&layout, &stack, y);

    stack.gap = place;
    g_assert_cmpint (slip_board_layout_place_at (&layout, &stack, y), ==,
                     place);
  }
}

static void
test_cards_never_overlap (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    SlipBoardSpec spec = pick_spec ();
    SlipBoardLayout layout = slip_board_layout_for_columns (&spec, 1);
    int n = g_test_rand_int_range (0, 8);
    int heights[8];
    SlipRect rects[8];
    for (int k = 0; k < n; k++)
      heights[k] = g_test_rand_int_range (1, 150);

    int lifted = g_test_rand_int_range (-1, n + 1);
    int n_standing = lifted >= 0 && lifted < n ? n - 1 : n;
    SlipBoardStack stack = { heights, n, lifted,
                             g_test_rand_int_range (-1, n_standing + 1), 40 };
    slip_board_layout_place_cards (&layout, 0, &stack, rects);
    SlipRect gap = slip_board_layout_get_gap_rect (&layout, 0, &stack);
    int n_above = 0, used = spec.padding_px;

    for (int k = 0; k < n; k++) {
      g_assert_cmpint (rects[k].height, ==, k == lifted ? 0 : heights[k]);
      g_assert_false (slip_rect_overlaps (gap, rects[k]));
      for (int other = 0; other < k; other++)
        g_assert_false (slip_rect_overlaps (rects[other], rects[k]));
      n_above += k != lifted && rects[k].y < gap.y;
      used = MAX (used, rects[k].y + rects[k].height);
    }
    if (stack.gap >= 0) {
      g_assert_cmpint (gap.height, ==, 40);
      g_assert_cmpint (n_above, ==, stack.gap);
      used = MAX (used, gap.y + gap.height);
    }
    g_assert_cmpint (slip_board_layout_get_stack_height (&layout, &stack), ==,
                     used + spec.padding_px);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/board-layout/columns/fill-the-width",
                   test_columns_fill_the_width);
  g_test_add_func ("/board-layout/columns/scroll-when-too-narrow",
                   test_columns_scroll_when_too_narrow);
  g_test_add_func ("/board-layout/column-at/finds-the-column",
                   test_column_at_finds_the_column);
  g_test_add_func ("/board-layout/place-at/table", test_place_at_table);
  g_test_add_func ("/board-layout/place-at/does-not-see-the-gap",
                   test_place_at_does_not_see_the_gap);
  g_test_add_func ("/board-layout/cards/never-overlap",
                   test_cards_never_overlap);
  g_test_add_func ("/board-layout/picture/board", test_picture_board);
  g_test_add_func ("/board-layout/picture/right-to-left",
                   test_picture_right_to_left);
  return g_test_run ();
}
