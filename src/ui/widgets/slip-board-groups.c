/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-board-groups.h"

#include "slip-release.h"

#include <glib/gi18n-lib.h>

typedef struct {
  const SlipPlanState *state;
  SlipBoardGrouping grouping;
} Grouping;

static int
compare_integers (gint64 a, gint64 b)
{
  return (a > b) - (a < b);
}

static int
compare_products (const SlipPlanState *state,
                  const SlipRow *a,
                  const SlipRow *b)
{
  const SlipRow *first =
    slip_plan_state_follow (state, a, SLIP_RELEASE_PRODUCT);
  const SlipRow *second =
    slip_plan_state_follow (state, b, SLIP_RELEASE_PRODUCT);
  const char *first_rank;
  const char *second_rank;
  int order;

  if (first == second)
    return 0;
  if (!first || !second)
    return first ? -1 : 1;
  first_rank = slip_row_get_text (first, SLIP_PRODUCT_RANK);
  second_rank = slip_row_get_text (second, SLIP_PRODUCT_RANK);
  if (!first_rank != !second_rank)
    return first_rank ? -1 : 1;
  order = g_strcmp0 (first_rank, second_rank);
  if (order == 0)
    order = g_utf8_collate (slip_row_get_text (first, SLIP_PRODUCT_NAME),
                            slip_row_get_text (second, SLIP_PRODUCT_NAME));
  return order ? order
               : g_strcmp0 (slip_row_get_id (first), slip_row_get_id (second));
}

static int
compare_cb (gconstpointer a, gconstpointer b, gpointer data)
{
  const Grouping *grouping = data;

  return slip_board_groups_compare (grouping->state, grouping->grouping,
                                    *(const SlipRow *const *) a,
                                    *(const SlipRow *const *) b);
}

int
slip_board_groups_compare (const SlipPlanState *state,
                           SlipBoardGrouping grouping,
                           const SlipRow *a,
                           const SlipRow *b)
{
  gint64 first;
  gint64 second;

  switch (grouping) {
  case SLIP_BOARD_GROUP_NONE:
    return 0;
  case SLIP_BOARD_GROUP_PRODUCT:
    return compare_products (state, a, b);
  case SLIP_BOARD_GROUP_TIER:
    first = slip_row_get_integer (a, SLIP_RELEASE_TIER);
    second = slip_row_get_integer (b, SLIP_RELEASE_TIER);
    return compare_integers (first ? first : G_MAXINT64,
                             second ? second : G_MAXINT64);
  }

  g_assert_not_reached ();
}

void
slip_board_groups_sort (const SlipPlanState *state,
                        SlipBoardGrouping grouping,
                        GPtrArray *rows)
{
  Grouping data = { state, grouping };

  if (grouping != SLIP_BOARD_GROUP_NONE)
    g_ptr_array_sort_with_data (rows, compare_cb, &data);
}

char *
slip_board_groups_dup_label (const SlipPlanState *state,
                             SlipBoardGrouping grouping,
                             const SlipRow *row)
{
  const SlipRow *product;
  gint64 tier;

  switch (grouping) {
  case SLIP_BOARD_GROUP_NONE:
    break;
  case SLIP_BOARD_GROUP_PRODUCT:
    product = slip_plan_state_follow (state, row, SLIP_RELEASE_PRODUCT);
    return g_strdup (product ? slip_row_get_text (product, SLIP_PRODUCT_NAME)
                             : _ ("No product"));
  case SLIP_BOARD_GROUP_TIER:
    tier = slip_row_get_integer (row, SLIP_RELEASE_TIER);
    return tier ? g_strdup_printf (_ ("Tier %d"), (int) tier)
                : g_strdup (_ ("No tier"));
  }

  return g_strdup ("");
}
