/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "canvas.h"
#include "slip-board-layout.h"

#define N_RANDOM  500
#define MAX_CARDS 8

/* A pixel is a character. */
static const SlipBoardSpec drawn = {
  .width_px = 46,
  .height_px = 3,
  .min_column_width_px = 10,
  .column_spacing_px = 2,
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
  };
}

static void
draw_board (const SlipBoardSpec *spec, const char *const *expected)
{
  SlipBoardLayout layout = slip_board_layout_for_columns (spec, 4);
  Canvas canvas = canvas_make (layout.content_width_px, spec->height_px);

  for (int i = 0; i < 4; i++)
    canvas_fill (&canvas, slip_board_layout_get_column_rect (&layout, i),
                 (char) ('a' + i));
  canvas_end (&canvas, expected);
}

static void
test_picture_board (void)
{
  static const char *const expected[] = {
    "aaaaaaaaaa  bbbbbbbbbb  cccccccccc  dddddddddd",
    "aaaaaaaaaa  bbbbbbbbbb  cccccccccc  dddddddddd",
    "aaaaaaaaaa  bbbbbbbbbb  cccccccccc  dddddddddd",
    NULL,
  };

  draw_board (&drawn, expected);
}

static void
test_picture_right_to_left (void)
{
  static const char *const expected[] = {
    "dddddddddd  cccccccccc  bbbbbbbbbb  aaaaaaaaaa",
    "dddddddddd  cccccccccc  bbbbbbbbbb  aaaaaaaaaa",
    "dddddddddd  cccccccccc  bbbbbbbbbb  aaaaaaaaaa",
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
    int end = 0;

    g_assert_cmpint (layout.content_width_px, >=, spec.width_px);
    for (int column = 0; column < n; column++) {
      SlipRect rect = slip_board_layout_get_column_rect (&layout, column);

      g_assert_cmpint (rect.width, >=, spec.min_column_width_px);
      g_assert_cmpint (rect.height, ==, spec.height_px);
      if (spec.is_rtl)
        rect = slip_rect_mirror (rect, layout.content_width_px);
      g_assert_cmpint (rect.x, ==, end);
      end = rect.x + rect.width + spec.column_spacing_px;
    }
    g_assert_cmpint (end - spec.column_spacing_px, ==, layout.content_width_px);
  }
}

static void
test_columns_scroll_when_too_narrow (void)
{
  SlipBoardSpec spec = drawn;
  spec.width_px = 20;
  SlipBoardLayout narrow = slip_board_layout_for_columns (&spec, 3);

  g_assert_cmpint (narrow.content_width_px, ==, 3 * 10 + 2 * 2);
  g_assert_cmpint (slip_board_layout_get_column_rect (&narrow, 2).x, ==, 24);
}

/* The first and the third card begin a group. */
static const int drawn_heights[] = { 2, 1, 1 };
static const int drawn_headings[] = { 1, 0, 1 };

static void
draw_stack (int gap, gboolean is_in_group, const char *const *expected)
{
  SlipBoardStack stack = {
    .width_px = 4,
    .spacing_px = 1,
    .heights_px = drawn_heights,
    .headings_px = drawn_headings,
    .n_cards = 3,
    .gap = gap,
    .gap_is_in_group = is_in_group,
    .gap_height_px = 2,
  };
  SlipRect cards[3];
  SlipRect headings[3];
  SlipRect gap_rect = slip_board_stack_place (&stack, cards, headings);
  Canvas canvas = canvas_make (4, slip_board_stack_get_height (&stack));

  for (int i = 0; i < 3; i++) {
    canvas_fill (&canvas, cards[i], (char) ('a' + i));
    if (!slip_rect_is_empty (headings[i]))
      canvas_fill (&canvas, headings[i], '=');
  }
  if (!slip_rect_is_empty (gap_rect))
    canvas_fill (&canvas, gap_rect, '_');
  canvas_end (&canvas, expected);
}

static void
test_picture_stack (void)
{
  static const char *const expected[] = {
    "====", "", "aaaa", "aaaa", "", "bbbb", "", "====", "", "cccc", NULL,
  };

  draw_stack (-1, FALSE, expected);
}

/* The same place is the end of one group and the beginning of the next. */
static void
test_picture_gap_between_groups (void)
{
  static const char *const end[] = {
    "====", "",     "aaaa", "aaaa", "", "bbbb", "",
    "____", "____", "",     "====", "", "cccc", NULL,
  };
  static const char *const beginning[] = {
    "====", "", "aaaa", "aaaa", "", "bbbb", "",
    "====", "", "____", "____", "", "cccc", NULL,
  };

  draw_stack (2, FALSE, end);
  draw_stack (2, TRUE, beginning);
}

static void
test_picture_gap_at_the_end (void)
{
  static const char *const expected[] = {
    "====", "", "aaaa", "aaaa", "",     "bbbb", "",
    "====", "", "cccc", "",     "____", "____", NULL,
  };

  draw_stack (3, FALSE, expected);
}

static void
test_find_place_table (void)
{
  /* Tops at 0, 11, 40; middles at 5, 21, 45. */
  static const int heights[] = { 10, 20, 10 };
  static const int headings[] = { 0, 0, 7 };
  static const struct {
    double y;
    int expected;
  } cases[] = {
    { -50, 0 }, { 0, 0 },  { 4.9, 0 },  { 5, 1 },  { 10.5, 1 }, { 20.9, 1 },
    { 21, 2 },  { 36, 2 }, { 44.9, 2 }, { 45, 3 }, { 900, 3 },
  };
  SlipBoardStack stack = {
    .width_px = 20,
    .spacing_px = 1,
    .heights_px = heights,
    .headings_px = headings,
    .n_cards = 3,
    .gap = -1,
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (slip_board_stack_find_place (&stack, cases[i].y), ==,
                     cases[i].expected);

  SlipBoardStack empty = { .width_px = 20, .spacing_px = 1, .gap = -1 };
  g_assert_cmpint (slip_board_stack_find_place (&empty, 40), ==, 0);
  g_assert_cmpint (slip_board_stack_get_height (&empty), ==, 0);
  empty.gap = 0;
  empty.gap_height_px = 30;
  g_assert_cmpint (slip_board_stack_get_height (&empty), ==, 30);
}

typedef struct {
  int heights[MAX_CARDS];
  int headings[MAX_CARDS];
  SlipBoardStack stack;
} RandomStack;

static void
pick_stack (RandomStack *random)
{
  int n = g_test_rand_int_range (0, MAX_CARDS + 1);

  for (int i = 0; i < n; i++) {
    random->heights[i] = g_test_rand_int_range (1, 150);
    random->headings[i] = MAX (g_test_rand_int_range (-30, 30), 0);
  }
  random->stack = (SlipBoardStack){
    .width_px = g_test_rand_int_range (1, 300),
    .spacing_px = g_test_rand_int_range (0, 12),
    .heights_px = random->heights,
    .headings_px = random->headings,
    .n_cards = n,
    .gap = g_test_rand_int_range (-1, n + 1),
    .gap_is_in_group = g_test_rand_int_range (0, 2),
    .gap_height_px = g_test_rand_int_range (1, 150),
  };
}

/* A still pointer never makes the gap jump to and fro. */
static void
test_find_place_does_not_see_the_gap (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    RandomStack random;
    pick_stack (&random);
    double y = g_test_rand_double_range (-20, 900);
    int place = slip_board_stack_find_place (&random.stack, y);

    random.stack.gap = place;
    g_assert_cmpint (slip_board_stack_find_place (&random.stack, y), ==, place);
  }
}

/* Asserts that @rect is below all before it, and counts it. */
static void
take_rect (SlipRect rect, const SlipBoardStack *stack, int height, int *bottom)
{
  g_assert_cmpint (rect.y, >=, *bottom);
  g_assert_cmpint (rect.x, ==, 0);
  g_assert_cmpint (rect.width, ==, stack->width_px);
  g_assert_cmpint (rect.height, ==, height);
  *bottom = rect.y + rect.height + stack->spacing_px;
}

static void
test_nothing_overlaps (void)
{
  for (int i = 0; i < N_RANDOM; i++) {
    RandomStack random;
    pick_stack (&random);
    const SlipBoardStack *stack = &random.stack;
    SlipRect cards[MAX_CARDS];
    SlipRect headings[MAX_CARDS];
    SlipRect gap = slip_board_stack_place (stack, cards, headings);
    int bottom = 0;

    for (int k = 0; k < stack->n_cards; k++) {
      if (k == stack->gap && !stack->gap_is_in_group)
        take_rect (gap, stack, stack->gap_height_px, &bottom);
      if (random.headings[k] > 0)
        take_rect (headings[k], stack, random.headings[k], &bottom);
      else
        g_assert_true (slip_rect_is_empty (headings[k]));
      if (k == stack->gap && stack->gap_is_in_group)
        take_rect (gap, stack, stack->gap_height_px, &bottom);
      take_rect (cards[k], stack, random.heights[k], &bottom);
    }
    if (stack->gap == stack->n_cards)
      take_rect (gap, stack, stack->gap_height_px, &bottom);
    if (stack->gap < 0)
      g_assert_true (slip_rect_is_empty (gap));
    g_assert_cmpint (slip_board_stack_get_height (stack), ==,
                     MAX (bottom - stack->spacing_px, 0));
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
  g_test_add_func ("/board-layout/picture/board", test_picture_board);
  g_test_add_func ("/board-layout/picture/right-to-left",
                   test_picture_right_to_left);
  g_test_add_func ("/board-layout/picture/stack", test_picture_stack);
  g_test_add_func ("/board-layout/picture/gap-between-groups",
                   test_picture_gap_between_groups);
  g_test_add_func ("/board-layout/picture/gap-at-the-end",
                   test_picture_gap_at_the_end);
  g_test_add_func ("/board-layout/find-place/table", test_find_place_table);
  g_test_add_func ("/board-layout/find-place/does-not-see-the-gap",
                   test_find_place_does_not_see_the_gap);
  g_test_add_func ("/board-layout/stack/nothing-overlaps",
                   test_nothing_overlaps);
  return g_test_run ();
}
