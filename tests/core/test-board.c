/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "built-plan.h"
#include "slip-board.h"
#include "slip-rank.h"

#include <string.h>

/* A column 'a' to @last, in this order if @is_ranked. */
static SlipPlanState *
new_column (char last, gboolean is_ranked)
{
  SlipPlanState *state = new_plan ();
  g_auto (GStrv) ranks = slip_rank_spread ((guint) (last - 'a' + 1));

  for (char c = 'a'; c <= last; c++) {
    char id[] = { c, '\0' };

    add_release (&state, id, "payments", id, NULL);
    if (is_ranked)
      set_text (&state, SLIP_KIND_RELEASE, id, SLIP_RELEASE_RANK,
                ranks[c - 'a']);
  }

  return state;
}

static char *
dup_column (const SlipPlanState *state, SlipStatus status)
{
  g_autoptr (GPtrArray) rows = slip_board_list_column (state, status);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < rows->len; i++)
    g_string_append (text, slip_row_get_id (rows->pdata[i]));

  return g_string_free (text, FALSE);
}

static void
assert_column (const SlipPlanState *state,
               SlipStatus status,
               const char *expected)
{
  g_autofree char *column = dup_column (state, status);

  g_assert_cmpstr (column, ==, expected);
}

/* Moves a card and returns how many changes that took. */
static guint
move_card (SlipPlanState **state,
           const char *release,
           SlipStatus status,
           const char *before,
           const char *after)
{
  g_autoptr (SlipBoardMove) move =
    slip_board_move_new (release, status, before, after);
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_board_move_run, move, *state, NULL);

  g_assert_nonnull (set);
  apply_intent (state, slip_board_move_run, move);
  return set->changes->len;
}

static void
test_move_table (void)
{
  static const struct {
    const char *card;
    const char *before;
    const char *after;
    const char *column;
    guint n_changes;
  } cases[] = {
    { "d", "a", "b", "adbce", 1 },
    { "a", "d", "e", "bcdae", 1 },
    { "e", NULL, "a", "eabcd", 1 },
    { "a", "e", NULL, "bcdea", 1 },
    { "a", NULL, NULL, "bcdea", 1 },
    { "e", NULL, NULL, "abcde", 0 },
    { "c", "b", "d", "abcde", 0 },
    { "a", NULL, "b", "abcde", 0 },
    { "e", "d", NULL, "abcde", 0 },
    /* Others are hidden: 'a' and 'e' are shown on both sides of 'c'. */
    { "c", "a", "e", "abcde", 0 },
    { "d", "a", "c", "adbce", 1 },
    /* A neighbour left the column in the meantime. */
    { "d", "gone", "b", "adbce", 1 },
    { "d", "a", "gone", "adbce", 1 },
    { "d", NULL, "gone", "dabce", 1 },
    { "b", "gone", NULL, "acdeb", 1 },
    /* Neighbours that another writer has turned round. */
    { "e", "c", "b", "aebcd", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_column ('e', TRUE);
    guint n;

    g_test_message ("case %u", i);
    n = move_card (&state, cases[i].card, SLIP_STATUS_PLANNED, cases[i].before,
                   cases[i].after);
    assert_column (state, SLIP_STATUS_PLANNED, cases[i].column);
    g_assert_cmpuint (n, ==, cases[i].n_changes);
  }
}

static void
test_move_to_another_column (void)
{
  g_autoptr (SlipPlanState) state = new_column ('e', TRUE);
  g_autoptr (SlipBoardMove) move =
    slip_board_move_new ("c", SLIP_STATUS_READY, NULL, NULL);
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_board_move_run, move, state, NULL);

  g_assert_cmpint (set->verb, ==, SLIP_VERB_STATUS);
  g_assert_cmpstr (set->subject, ==, "Payments c");
  apply_intent (&state, slip_board_move_run, move);
  move_card (&state, "a", SLIP_STATUS_READY, NULL, "c");
  move_card (&state, "e", SLIP_STATUS_READY, "a", "c");
  assert_column (state, SLIP_STATUS_READY, "aec");
  assert_column (state, SLIP_STATUS_PLANNED, "bd");
}

static void
test_verb_of_a_move_within (void)
{
  g_autoptr (SlipPlanState) state = new_column ('c', TRUE);
  g_autoptr (SlipBoardMove) move =
    slip_board_move_new ("c", SLIP_STATUS_PLANNED, NULL, "a");
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_board_move_run, move, state, NULL);

  g_assert_cmpint (set->verb, ==, SLIP_VERB_REORDER);
}

/* Cards without a rank are last, by date; a card put among them gives the
 * column ranks that keep what was seen. */
static void
test_neighbours_without_a_rank (void)
{
  g_autoptr (SlipPlanState) state = new_column ('e', FALSE);

  set_planned (&state, "d", SLIP_ANCHOR_RELEASE, "2026-12-01",
               SLIP_CERTAINTY_CONFIRMED);
  set_planned (&state, "b", SLIP_ANCHOR_RELEASE, "2026-12-02",
               SLIP_CERTAINTY_CONFIRMED);
  set_text (&state, SLIP_KIND_RELEASE, "e", SLIP_RELEASE_RANK, "V");
  assert_column (state, SLIP_STATUS_PLANNED, "edbac");

  move_card (&state, "c", SLIP_STATUS_PLANNED, "d", "b");
  assert_column (state, SLIP_STATUS_PLANNED, "edcba");
  for (char c = 'a'; c <= 'e'; c++) {
    char id[] = { c, '\0' };

    g_assert_true (slip_rank_is_valid (
      slip_row_get_text (get_release (state, id), SLIP_RELEASE_RANK)));
  }
}

/* Two writers can have made the same rank. */
static void
test_no_room_between_equal_ranks (void)
{
  g_autoptr (SlipPlanState) state = new_column ('d', TRUE);

  for (char c = 'a'; c <= 'c'; c++) {
    char id[] = { c, '\0' };

    set_text (&state, SLIP_KIND_RELEASE, id, SLIP_RELEASE_RANK, "5");
  }
  assert_column (state, SLIP_STATUS_PLANNED, "abcd");
  move_card (&state, "d", SLIP_STATUS_PLANNED, "a", "b");
  assert_column (state, SLIP_STATUS_PLANNED, "adbc");
}

static void
test_invalid_ranks_are_replaced (void)
{
  g_autoptr (SlipPlanState) state = new_column ('c', TRUE);

  set_text (&state, SLIP_KIND_RELEASE, "a", SLIP_RELEASE_RANK, "!");
  move_card (&state, "c", SLIP_STATUS_PLANNED, "a", "b");
  assert_column (state, SLIP_STATUS_PLANNED, "acb");
}

static void
test_deleted_cards_are_not_on_the_board (void)
{
  g_autoptr (SlipPlanState) state = new_column ('c', TRUE);

  set_integer (&state, SLIP_KIND_RELEASE, "b", SLIP_RELEASE_IS_DELETED, TRUE);
  assert_column (state, SLIP_STATUS_PLANNED, "ac");
}

static void
test_missing_release_is_refused (void)
{
  g_autoptr (SlipPlanState) state = new_column ('a', TRUE);
  g_autoptr (SlipBoardMove) move =
    slip_board_move_new ("gone", SLIP_STATUS_READY, NULL, NULL);

  assert_refused (state, slip_board_move_run, move, SLIP_PLAN_ERROR_NOT_FOUND);
}

/* A long life at one place: ranks stay short enough to be kept. */
static void
test_law_same_place_again_and_again (void)
{
  g_autoptr (SlipPlanState) state = new_column ('d', TRUE);

  for (int i = 0; i < 2000; i++) {
    const char *card = i % 2 == 0 ? "c" : "d";
    const char *other = i % 2 == 0 ? "d" : "c";
    const char *rank;

    move_card (&state, card, SLIP_STATUS_PLANNED, "a", i == 0 ? "b" : other);
    rank = slip_row_get_text (get_release (state, card), SLIP_RELEASE_RANK);
    g_assert_cmpuint (strlen (rank), <=, SLIP_RANK_MAX_LENGTH);
    if (i > 0)
      assert_column (state, SLIP_STATUS_PLANNED, i % 2 == 0 ? "acdb" : "adcb");
  }
}

/* Any moves keep the order that a plain list would have. */
static void
test_law_order_of_a_list (void)
{
  g_autoptr (SlipPlanState) state = new_column ('j', FALSE);
  g_autoptr (GString) list = g_string_new ("abcdefghij");

  for (int i = 0; i < 1000; i++) {
    gsize from = (gsize) g_test_rand_int_range (0, 10);
    gsize to = (gsize) g_test_rand_int_range (0, 10);
    char card[] = { list->str[from], '\0' };
    char before[2] = { '\0', '\0' };
    char after[2] = { '\0', '\0' };

    g_string_erase (list, (gssize) from, 1);
    if (to > 0)
      before[0] = list->str[to - 1];
    after[0] = list->str[to];
    g_string_insert (list, (gssize) to, card);
    move_card (&state, card, SLIP_STATUS_PLANNED, *before ? before : NULL,
               *after ? after : NULL);
    assert_column (state, SLIP_STATUS_PLANNED, list->str);
  }
}

static int
compare_days_and_ids (gconstpointer a, gconstpointer b)
{
  const SlipRow *first = *(const SlipRow *const *) a;
  const SlipRow *second = *(const SlipRow *const *) b;
  int order =
    slip_date_compare (slip_row_get_date (first, SLIP_RELEASE_RELEASE_DATE),
                       slip_row_get_date (second, SLIP_RELEASE_RELEASE_DATE));

  return order != 0
           ? order
           : strcmp (slip_row_get_id (first), slip_row_get_id (second));
}

/* However the cards come: by day, as they mostly do, or in any order. */
static void
test_law_sorted_by_day (void)
{
  g_autoptr (SlipPlanState) state = new_column ('j', FALSE);

  for (int i = 0; i < 200; i++) {
    g_autoptr (GPtrArray) expected = NULL;
    g_autoptr (GPtrArray) rows = NULL;

    for (char c = 'a'; c <= 'j'; c++) {
      const char id[] = { c, '\0' };
      g_autofree char *day =
        g_strdup_printf ("2026-12-0%d", g_test_rand_int_range (1, 4));

      set_planned (&state, id, SLIP_ANCHOR_RELEASE, day,
                   SLIP_CERTAINTY_CONFIRMED);
    }
    rows = slip_board_list_column (state, SLIP_STATUS_PLANNED);
    expected = g_ptr_array_copy (rows, (GCopyFunc) slip_row_ref, NULL);
    g_ptr_array_set_free_func (expected, (GDestroyNotify) slip_row_unref);
    g_ptr_array_sort (expected, compare_days_and_ids);
    for (int turn = 0; turn < 2; turn++) {
      g_assert_cmpuint (rows->len, ==, 10);
      for (guint k = 0; k < rows->len; k++)
        g_assert_true (rows->pdata[k] == expected->pdata[k]);
      for (guint k = 0; k < rows->len / 2; k++) {
        gpointer swapped = rows->pdata[k];

        rows->pdata[k] = rows->pdata[rows->len - 1 - k];
        rows->pdata[rows->len - 1 - k] = swapped;
      }
      slip_board_sort_column (rows);
    }
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/board/move/table", test_move_table);
  g_test_add_func ("/board/move/to-another-column",
                   test_move_to_another_column);
  g_test_add_func ("/board/move/within-is-reordering",
                   test_verb_of_a_move_within);
  g_test_add_func ("/board/move/missing-release-is-refused",
                   test_missing_release_is_refused);
  g_test_add_func ("/board/move/law-order-of-a-list", test_law_order_of_a_list);
  g_test_add_func ("/board/column/law-sorted-by-day", test_law_sorted_by_day);
  g_test_add_func ("/board/ranks/neighbours-without-one",
                   test_neighbours_without_a_rank);
  g_test_add_func ("/board/ranks/no-room-between-equal-ones",
                   test_no_room_between_equal_ranks);
  g_test_add_func ("/board/ranks/invalid-ones-are-replaced",
                   test_invalid_ranks_are_replaced);
  g_test_add_func ("/board/ranks/law-same-place-again-and-again",
                   test_law_same_place_again_and_again);
  g_test_add_func ("/board/column/deleted-cards-are-not-on-it",
                   test_deleted_cards_are_not_on_the_board);

  return g_test_run ();
}
