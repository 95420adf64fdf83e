/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-last-rank.h"

#include "slip-checklist.h"
#include "slip-rules.h"

#include "checked-plan.h"

static SlipPlanState *
new_ranked_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_release (&state, "mob", "mobile", "4.2", "2026-12-08");
  add_release (&state, "pay", "payments", "3.9", "2026-12-15");
  add_checklist (&state, "mob", "support", NULL);
  add_checklist (&state, "pay", "support", NULL);
  add_item (&state, "mob", "support", "train", SLIP_ITEM_STATE_TO_DO, NULL);
  add_item (&state, "mob", "support", "brief", SLIP_ITEM_STATE_TO_DO, NULL);
  add_item (&state, "mob", "support", "macro", SLIP_ITEM_STATE_TO_DO, NULL);
  add_item (&state, "pay", "support", "watch", SLIP_ITEM_STATE_TO_DO, NULL);
  return state;
}

static void
test_last_of_some (void)
{
  g_autoptr (SlipPlanState) state = new_ranked_plan ();
  g_autoptr (GPtrArray) items = NULL;

  set_text (&state, SLIP_KIND_ITEM, "train", SLIP_ITEM_RANK, "C");
  set_text (&state, SLIP_KIND_ITEM, "macro", SLIP_ITEM_RANK, "B");
  set_text (&state, SLIP_KIND_ITEM, "watch", SLIP_ITEM_RANK, "D");
  items = slip_checklist_list_items (state, "mob", NULL);
  g_assert_cmpstr (slip_last_rank_find (items), ==, "C");
}

static void
test_without_ranks_there_is_none (void)
{
  g_autoptr (SlipPlanState) state = new_ranked_plan ();
  g_autoptr (GPtrArray) items = slip_checklist_list_items (state, "mob", NULL);
  g_autoptr (GPtrArray) nothing = g_ptr_array_new ();

  g_assert_null (slip_last_rank_find (items));
  g_assert_null (slip_last_rank_find (nothing));
}

static void
test_last_of_the_plan (void)
{
  g_autoptr (SlipPlanState) state = new_ranked_plan ();

  set_text (&state, SLIP_KIND_PRODUCT, "mobile", SLIP_PRODUCT_RANK, "U");
  set_text (&state, SLIP_KIND_PRODUCT, "payments", SLIP_PRODUCT_RANK, "V");
  g_assert_cmpstr (slip_last_rank_find_in_plan (state, SLIP_KIND_PRODUCT), ==,
                   "V");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/last-rank/of-some", test_last_of_some);
  g_test_add_func ("/last-rank/none-without-ranks",
                   test_without_ranks_there_is_none);
  g_test_add_func ("/last-rank/of-the-plan", test_last_of_the_plan);
  return g_test_run ();
}
