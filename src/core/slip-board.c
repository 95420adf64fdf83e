/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-board.h"

#include <glib/gi18n-lib.h>
#include <stdlib.h>
#include <string.h>

#include "slip-rank.h"
#include "slip-release-index.h"

SlipBoardMove *
slip_board_move_new (const char *release,
                     SlipStatus status,
                     const char *before,
                     const char *after)
{
  SlipBoardMove *move = g_new0 (SlipBoardMove, 1);

  move->release = g_strdup (release);
  move->status = status;
  move->before = g_strdup (before);
  move->after = g_strdup (after);
  return move;
}

SlipBoardMove *
slip_board_move_copy (const SlipBoardMove *move)
{
  return slip_board_move_new (move->release, move->status, move->before,
                              move->after);
}

void
slip_board_move_free (SlipBoardMove *move)
{
  g_free (move->release);
  g_free (move->before);
  g_free (move->after);
  g_free (move);
}

/* Memory is asked for so many cards before they are looked at. */
#define N_AHEAD 16

/* What a card is ordered by.  A column may have ten thousands of cards, which
 * lie scattered over memory. */
typedef struct {
  const SlipRow *row;
  const char *rank;
  SlipDate day;
} SortedCard;

static int
compare_ranks (const char *a, const char *b)
{
  if (a == NULL || b == NULL)
    return (a == NULL) - (b == NULL);

  return strcmp (a, b);
}

static int
compare_places (const SortedCard *a, const SortedCard *b)
{
  int order = compare_ranks (a->rank, b->rank);

  return order != 0 ? order : slip_date_compare (a->day, b->day);
}

static int
compare_cards (gconstpointer a, gconstpointer b)
{
  const SortedCard *first = a;
  const SortedCard *second = b;
  int order = compare_places (first, second);

  return order != 0 ? order
                    : strcmp (slip_row_get_id (first->row),
                              slip_row_get_id (second->row));
}

static gboolean
have_places_in_order (const SortedCard *cards, guint n)
{
  for (guint i = 1; i < n; i++)
    if (compare_places (&cards[i - 1], &cards[i]) > 0)
      return FALSE;
  return TRUE;
}

/* The release index has most cards by day, so that only those of each day are
 * left to be put in order. */
static void
sort_cards (SortedCard *cards, guint n)
{
  guint first = 0;

  if (!have_places_in_order (cards, n)) {
    qsort (cards, n, sizeof *cards, compare_cards);
    return;
  }
  for (guint i = 1; i <= n; i++)
    if (i == n || compare_places (&cards[first], &cards[i]) != 0) {
      qsort (&cards[first], i - first, sizeof *cards, compare_cards);
      first = i;
    }
}

void
slip_board_sort_column (GPtrArray *rows)
{
  g_autoptr (GArray) cards =
    g_array_sized_new (FALSE, FALSE, sizeof (SortedCard), rows->len);

  for (guint i = 0; i < rows->len; i++) {
    const SlipRow *row = rows->pdata[i];

    __builtin_prefetch (rows->pdata[MIN (i + N_AHEAD, rows->len - 1)]);
    SortedCard card = { row, slip_row_get_text (row, SLIP_RELEASE_RANK),
                        slip_row_get_date (row, SLIP_RELEASE_RELEASE_DATE) };

    g_array_append_val (cards, card);
  }
  sort_cards ((SortedCard *) (gpointer) cards->data, cards->len);
  for (guint i = 0; i < rows->len; i++)
    rows->pdata[i] = (gpointer) g_array_index (cards, SortedCard, i).row;
}

GPtrArray *
slip_board_list_column (const SlipPlanState *state, SlipStatus status)
{
  GPtrArray *rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);
  guint n;
  const SlipReleaseEntry *entries =
    slip_release_index_list (slip_plan_state_get_index (state), &n);

  for (guint i = 0; i < n; i++)
    if (entries[i].status == status && entries[i].anchor == SLIP_ANCHOR_RELEASE)
      g_ptr_array_add (rows, slip_row_ref (entries[i].release));
  slip_board_sort_column (rows);
  return rows;
}

/* The place of @release in @column, or -1. */
static int
find_card (const GPtrArray *column, const char *release)
{
  for (guint i = 0; release != NULL && i < column->len; i++)
    if (g_str_equal (slip_row_get_id (column->pdata[i]), release))
      return (int) i;

  return -1;
}

/* The place in @column, which does not hold the moved card, to put it at. */
static guint
find_place (const GPtrArray *column, const SlipBoardMove *move)
{
  for (guint i = 0; i < column->len; i++) {
    const char *id = slip_row_get_id (column->pdata[i]);

    if (g_strcmp0 (id, move->before) == 0)
      return i + 1;
    if (g_strcmp0 (id, move->after) == 0)
      return i;
  }

  return move->before == NULL && move->after != NULL ? 0 : column->len;
}

static const char *
get_rank (const GPtrArray *column, guint i)
{
  return i < column->len
           ? slip_row_get_text (column->pdata[i], SLIP_RELEASE_RANK)
           : NULL;
}

static void
set_rank (SlipEdit *edit, const char *release, const char *rank)
{
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, release, SLIP_RELEASE_RANK,
                      rank);
}

/* Gives the whole column new ranks, the moved card among them. */
static void
spread_ranks (SlipEdit *edit,
              const GPtrArray *column,
              guint place,
              const char *release)
{
  g_auto (GStrv) ranks = slip_rank_spread (column->len + 1);

  for (guint i = 0; i < column->len; i++)
    set_rank (edit, slip_row_get_id (column->pdata[i]),
              ranks[i < place ? i : i + 1]);
  set_rank (edit, release, ranks[place]);
}

/* A rank between the neighbours of @place, if one can be had without touching
 * other cards: the one before it has a rank, and there is room. */
static char *
dup_rank (const GPtrArray *column, guint place)
{
  const char *before = place > 0 ? get_rank (column, place - 1) : NULL;
  g_autofree char *rank = NULL;

  if (place > 0 && before == NULL)
    return NULL;

  rank = slip_rank_between (before, get_rank (column, place));
  if (rank == NULL || strlen (rank) > SLIP_RANK_MAX_LENGTH)
    return NULL;

  return g_steal_pointer (&rank);
}

static void
place_card (SlipEdit *edit, const SlipBoardMove *move)
{
  g_autoptr (GPtrArray) column =
    slip_board_list_column (slip_edit_get_state (edit), move->status);
  g_autofree char *rank = NULL;
  int card = find_card (column, move->release);
  guint place;

  if (card >= 0)
    g_ptr_array_remove_index (column, (guint) card);

  place = find_place (column, move);
  rank = dup_rank (column, place);
  if (rank != NULL)
    set_rank (edit, move->release, rank);
  else
    spread_ranks (edit, column, place, move->release);
}

/* Whether the card lies where the move wants it: between both neighbours (with
 * cards that a filter hides, perhaps), or just beside the only one. */
static gboolean
is_in_place (const SlipPlanState *state, const SlipBoardMove *move)
{
  g_autoptr (GPtrArray) column = slip_board_list_column (state, move->status);
  int card = find_card (column, move->release);
  int before = find_card (column, move->before);
  int after = find_card (column, move->after);

  if (before >= 0 && after >= 0)
    return before < card && card < after;
  if (move->before != NULL)
    return before >= 0 && before + 1 == card;
  if (move->after != NULL)
    return after == card + 1;

  return card + 1 == (int) column->len;
}

gboolean
slip_board_move_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipBoardMove *move = data;
  const SlipPlanState *state = slip_edit_get_state (edit);
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, move->release);
  g_autofree char *title = NULL;
  gboolean is_same_column;

  if (release == NULL) {
    g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND,
                         _ ("The release to move is not there any more"));
    return FALSE;
  }

  title = slip_release_dup_title (state, release);
  is_same_column = slip_release_get_status (release) == move->status;
  slip_edit_set_subject (edit, title);
  slip_edit_set_verb (edit,
                      is_same_column ? SLIP_VERB_REORDER : SLIP_VERB_STATUS);
  if (is_same_column && is_in_place (state, move))
    return TRUE;

  slip_edit_set_integer (edit, SLIP_KIND_RELEASE, move->release,
                         SLIP_RELEASE_STATUS, move->status);
  place_card (edit, move);
  return TRUE;
}
