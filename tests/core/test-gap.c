/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-gap.h"

#include "checked-plan.h"

#define TODAY (day ("2026-12-01"))

/* Two open releases: 'pay' with an owner, 'mob' with none. */
static SlipPlanState *
new_gaps_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_release (&state, "pay", "payments", "3.9", "2026-12-08");
  add_release (&state, "mob", "mobile", "4.2", "2026-12-04");
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_OWNER, "lead");
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_MARKET_OWNER,
            "lead");
  set_text (&state, SLIP_KIND_RELEASE, "mob", SLIP_RELEASE_MARKET_OWNER,
            "lead");
  add_checklist (&state, "pay", "sales", NULL);
  add_checklist (&state, "pay", "support", "lead");
  add_item (&state, "pay", "support", "late", SLIP_ITEM_STATE_DOING,
            "2026-11-30");
  add_item (&state, "pay", "support", "today", SLIP_ITEM_STATE_TO_DO,
            "2026-12-01");
  add_item (&state, "pay", "sales", "later", SLIP_ITEM_STATE_TO_DO,
            "2026-11-27");
  return state;
}

static void
assert_count (const SlipPlanState *state,
              const char *release,
              guint n_unowned,
              guint n_overdue)
{
  SlipGapCount count =
    slip_gap_count (state, get_release (state, release), TODAY);

  g_assert_cmpuint (count.n_unowned, ==, n_unowned);
  g_assert_cmpuint (count.n_overdue, ==, n_overdue);
}

/* 'release/type/checklist/item/owner/since' a gap. */
static void
assert_gaps (const SlipPlanState *state, guint types, const char *expected)
{
  g_autoptr (GPtrArray) gaps = slip_gap_list (state, types, TODAY);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < gaps->len; i++) {
    const SlipGap *gap = gaps->pdata[i];
    g_autofree char *since = slip_date_to_text (gap->since);

    g_string_append_printf (text, "%s/%u/%s/%s/%s/%s\n",
                            slip_row_get_id (gap->release), gap->type,
                            gap->checklist != NULL ? gap->checklist : "",
                            gap->item != NULL ? slip_row_get_id (gap->item)
                                              : "",
                            gap->owner != NULL ? gap->owner : "",
                            since != NULL ? since : "");
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_counts_who_and_what_is_missing (void)
{
  g_autoptr (SlipPlanState) state = new_gaps_plan ();

  assert_count (state, "pay", 1, 2);
  assert_count (state, "mob", 1, 0);
  set_text (&state, SLIP_KIND_CHECKLIST, "pay-sales", SLIP_CHECKLIST_OWNER,
            "ops");
  assert_count (state, "pay", 0, 2);
}

static void
test_asks_for_market_owner (void)
{
  g_autoptr (SlipPlanState) state = new_gaps_plan ();

  assert_count (state, "mob", 1, 0);
  set_text (&state, SLIP_KIND_RELEASE, "mob", SLIP_RELEASE_MARKET_OWNER, NULL);
  assert_count (state, "mob", 2, 0);
}

static void
test_closed_and_deleted_have_none (void)
{
  g_autoptr (SlipPlanState) state = new_gaps_plan ();

  set_status (&state, "pay", SLIP_STATUS_RELEASED);
  set_integer (&state, SLIP_KIND_RELEASE, "mob", SLIP_RELEASE_IS_DELETED, TRUE);
  assert_count (state, "pay", 0, 0);
  assert_count (state, "mob", 0, 0);
  assert_gaps (state, SLIP_GAPS_UNOWNED | SLIP_GAPS_OVERDUE, "");
  g_assert_false (
    slip_gap_is_not_ready (state, get_release (state, "pay"), "support"));
}

static void
test_not_needed_is_no_gap (void)
{
  g_autoptr (SlipPlanState) state = new_gaps_plan ();

  set_integer (&state, SLIP_KIND_CHECKLIST, "pay-sales",
               SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
  assert_count (state, "pay", 0, 1);
  g_assert_false (
    slip_gap_is_not_ready (state, get_release (state, "pay"), "sales"));
  g_assert_true (
    slip_gap_is_not_ready (state, get_release (state, "pay"), "support"));
}

static void
test_lists_unowned_by_date_of_release (void)
{
  g_autoptr (SlipPlanState) state = new_gaps_plan ();

  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_MARKET_OWNER, NULL);
  add_checklist (&state, "mob", "sales", NULL);
  add_checklist (&state, "mob", "support", NULL);
  assert_gaps (state, SLIP_GAPS_UNOWNED,
               "mob/0/mob-support///\n"
               "mob/0/mob-sales///\n"
               "mob/1////\n"
               "pay/0/pay-sales///\n"
               "pay/2////\n");
}

static void
test_lists_overdue_oldest_first (void)
{
  g_autoptr (SlipPlanState) state = new_gaps_plan ();

  assert_gaps (state, SLIP_GAPS_OVERDUE,
               "pay/3/pay-sales/later//2026-11-27\n"
               "pay/3/pay-support/late/lead/2026-11-30\n");
  set_text (&state, SLIP_KIND_ITEM, "late", SLIP_ITEM_OWNER, "ops");
  assert_gaps (state, SLIP_GAPS_OVERDUE,
               "pay/3/pay-sales/later//2026-11-27\n"
               "pay/3/pay-support/late/ops/2026-11-30\n");
}

/* Every figure has as many entries, whether the parts are there or not. */
static void
test_lists_as_many_as_it_counts (void)
{
  g_autoptr (SlipPlanState) state = new_gaps_plan ();
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (state, "pay");
  g_autoptr (SlipPlanState) bare = slip_plan_state_fork (state);

  slip_plan_state_unload (bare, "pay");
  slip_plan_state_take_summary (bare, g_steal_pointer (&summary));
  assert_count (bare, "pay", 1, 2);
  assert_gaps (bare, SLIP_GAPS_OVERDUE,
               "pay/3/pay-sales///2026-11-27\n"
               "pay/3/pay-support//lead/2026-11-30\n");
}

static void
assert_not_ready (const SlipGapTotals *totals, const char *audience, int n)
{
  gpointer found;
  gboolean is_found =
    g_hash_table_lookup_extended (totals->not_ready, audience, NULL, &found);

  g_assert_cmpint (is_found ? (int) GPOINTER_TO_UINT (found) : -1, ==, n);
}

static void
test_totals_are_of_all_releases (void)
{
  g_autoptr (SlipPlanState) state = new_gaps_plan ();
  g_autoptr (SlipGapTotals) totals = NULL;

  add_checklist (&state, "mob", "support", "lead");
  add_item (&state, "mob", "support", "m", SLIP_ITEM_STATE_TO_DO, NULL);
  add_checklist (&state, "mob", "legal", "lead");
  add_item (&state, "mob", "legal", "l", SLIP_ITEM_STATE_DONE, NULL);
  totals = slip_gap_totals_new (state, TODAY);
  g_assert_cmpuint (totals->count.n_unowned, ==, 2);
  g_assert_cmpuint (totals->count.n_overdue, ==, 2);
  assert_not_ready (totals, "support", 2);
  assert_not_ready (totals, "sales", 1);
  assert_not_ready (totals, "legal", 0);

  set_status (&state, "pay", SLIP_STATUS_RELEASED);
  g_clear_pointer (&totals, slip_gap_totals_free);
  totals = slip_gap_totals_new (state, TODAY);
  g_assert_cmpuint (totals->count.n_overdue, ==, 0);
  assert_not_ready (totals, "sales", -1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gap/counts-who-and-what-is-missing",
                   test_counts_who_and_what_is_missing);
  g_test_add_func ("/gap/asks-for-market-owner", test_asks_for_market_owner);
  g_test_add_func ("/gap/closed-and-deleted-have-none",
                   test_closed_and_deleted_have_none);
  g_test_add_func ("/gap/not-needed-is-no-gap", test_not_needed_is_no_gap);
  g_test_add_func ("/gap/lists-unowned-by-date-of-release",
                   test_lists_unowned_by_date_of_release);
  g_test_add_func ("/gap/lists-overdue-oldest-first",
                   test_lists_overdue_oldest_first);
  g_test_add_func ("/gap/lists-as-many-as-it-counts",
                   test_lists_as_many_as_it_counts);
  g_test_add_func ("/gap/totals-are-of-all-releases",
                   test_totals_are_of_all_releases);

  return g_test_run ();
}
