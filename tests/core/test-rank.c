/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rank.h"

#include <string.h>

#define N_INSERTIONS 3000

static const char *
peek_rank (const GPtrArray *ranks, int i)
{
  if (i < 0 || i >= (int) ranks->len)
    return NULL;
  return g_ptr_array_index (ranks, i);
}

/* Makes a rank for @place, checks it and inserts it. */
static const char *
insert_rank (GPtrArray *ranks, int place)
{
  const char *before = peek_rank (ranks, place - 1);
  const char *after = peek_rank (ranks, place);
  char *rank = slip_rank_between (before, after);

  g_assert_true (slip_rank_is_valid (rank));
  if (before != NULL)
    g_assert_cmpint (strcmp (before, rank), <, 0);
  if (after != NULL)
    g_assert_cmpint (strcmp (rank, after), <, 0);
  g_ptr_array_insert (ranks, place, rank);
  return rank;
}

static void
test_between_table (void)
{
  static const struct {
    const char *before, *after, *expected;
  } cases[] = {
    { NULL, NULL, "V" },  { "V", NULL, "W" },     { NULL, "V", "U" },
    { "A", "C", "B" },    { "A", "B", "AV" },     { "A", "BX", "B" },
    { "z", NULL, "z1" },  { "zz", NULL, "zz1" },  { "Vabc", NULL, "W" },
    { NULL, "1", "0z" },  { NULL, "01", "00z" },  { NULL, "Vabc", "V" },
    { NULL, "1x", "1" },  { "A", "A1", "A0V" },   { "A", "A01", "A00V" },
    { "Az", "B", "AzV" }, { "A1", "A3", "A2" },   { "Azz", "B", "AzzV" },
    { "A", "A2", "A1" },  { "A5z", "A6", "A5zV" }
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autofree char *rank = slip_rank_between (cases[i].before, cases[i].after);

    g_assert_cmpstr (rank, ==, cases[i].expected);
  }
}

static void
test_between_refuses_what_has_no_room (void)
{
  static const struct {
    const char *before, *after;
  } cases[] = { { "B", "A" },   { "A", "A" },  { "AB", "A" }, { "", "A" },
                { "A", "" },    { "A0", "B" }, { "0", NULL }, { NULL, "0" },
                { "A-", NULL }, { NULL, "ä" }, { "A", "B0" }, { NULL, "" },
                { " A", "B" } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_null (slip_rank_between (cases[i].before, cases[i].after));
}

static void
test_valid_table (void)
{
  g_assert_true (slip_rank_is_valid ("1"));
  g_assert_true (slip_rank_is_valid ("001"));
  g_assert_true (slip_rank_is_valid ("aZ9"));
  g_assert_false (slip_rank_is_valid (NULL));
  g_assert_false (slip_rank_is_valid (""));
  g_assert_false (slip_rank_is_valid ("0"));
  g_assert_false (slip_rank_is_valid ("a0"));
  g_assert_false (slip_rank_is_valid ("a b"));
  g_assert_false (slip_rank_is_valid ("a\n"));
}

static void
test_random_insertions_keep_order (void)
{
  g_autoptr (GPtrArray) ranks = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < N_INSERTIONS; i++)
    insert_rank (ranks, g_test_rand_int_range (0, (int) ranks->len + 1));
  for (guint i = 1; i < ranks->len; i++)
    g_assert_cmpint (strcmp (g_ptr_array_index (ranks, i - 1),
                             g_ptr_array_index (ranks, i)),
                     <, 0);
}

/* Inserts again and again between a fixed card and the newest one. */
static void
assert_grows_slowly (const char *before,
                     const char *after,
                     gboolean goes_up,
                     double n_per_character)
{
  g_autofree char *low = g_strdup (before);
  g_autofree char *high = g_strdup (after);
  gsize length_before = MAX (low ? strlen (low) : 0, high ? strlen (high) : 0);

  for (int i = 1; i <= N_INSERTIONS / 3; i++) {
    char *rank = slip_rank_between (low, high);

    g_assert_true (slip_rank_is_valid (rank));
    g_assert_cmpfloat ((double) strlen (rank), <=,
                       (double) length_before + 2 + i / n_per_character);
    char **moved = goes_up ? &low : &high;
    g_free (*moved);
    *moved = rank;
  }
}

static void
test_same_place_grows_slowly (void)
{
  static const char *const pairs[][2] = { { "A", "B" },
                                          { "A", "Z" },
                                          { "A", "A1" },
                                          { "1", "z" },
                                          { "Vab", "Vac" } };

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    assert_grows_slowly (pairs[i][0], pairs[i][1], TRUE, 5);
    assert_grows_slowly (pairs[i][0], pairs[i][1], FALSE, 5);
  }
}

static void
test_ends_grow_slowest (void)
{
  assert_grows_slowly ("V", NULL, TRUE, 60);
  assert_grows_slowly (NULL, "V", FALSE, 60);
}

static void
test_spread_is_even (void)
{
  static const guint sizes[] = { 0, 1, 2, 7, 8, 61, 62, 100, 1000, 25000 };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++) {
    g_auto (GStrv) ranks = slip_rank_spread (sizes[i]);

    g_assert_cmpuint (g_strv_length (ranks), ==, sizes[i]);
    for (guint k = 0; k < sizes[i]; k++) {
      g_assert_true (slip_rank_is_valid (ranks[k]));
      g_assert_cmpuint (strlen (ranks[k]), <=, 4);
      if (k == 0)
        continue;
      g_assert_cmpint (strcmp (ranks[k - 1], ranks[k]), <, 0);

      /* There is room for another without a longer rank. */
      g_autofree char *between = slip_rank_between (ranks[k - 1], ranks[k]);
      g_assert_cmpuint (strlen (between), <=, 4);
    }
  }
}

static void
test_spread_thirds (void)
{
  g_auto (GStrv) ranks = slip_rank_spread (3);

  /* A quarter, a half and three quarters of 62, rounded down. */
  g_assert_cmpstr (ranks[0], ==, "F");
  g_assert_cmpstr (ranks[1], ==, "U");
  g_assert_cmpstr (ranks[2], ==, "j");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/rank/between/table", test_between_table);
  g_test_add_func ("/rank/between/refuses-what-has-no-room",
                   test_between_refuses_what_has_no_room);
  g_test_add_func ("/rank/between/random-insertions-keep-order",
                   test_random_insertions_keep_order);
  g_test_add_func ("/rank/between/same-place-grows-slowly",
                   test_same_place_grows_slowly);
  g_test_add_func ("/rank/between/ends-grow-slowest", test_ends_grow_slowest);
  g_test_add_func ("/rank/valid/table", test_valid_table);
  g_test_add_func ("/rank/spread/is-even", test_spread_is_even);
  g_test_add_func ("/rank/spread/thirds", test_spread_thirds);
  return g_test_run ();
}
