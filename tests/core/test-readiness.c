/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-readiness.h"

#include "built-plan.h"

/* A plan with the release 'pay', which is loaded, and people 'lead', and
 * audience 'support'. */
static SlipPlanState *
new_checked_plan (void)
{
  SlipPlanState *state = new_plan ();
  SlipEdit *edit;

  add_release (&state, "pay", "payments", "3.9", "2026-12-08");
  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  create_named (edit, SLIP_KIND_PERSON, "lead", "Support lead");
  create_named (edit, SLIP_KIND_AUDIENCE, "support", "Support");
  slip_edit_create (edit, SLIP_KIND_CHECKLIST, "list", "pay");
  slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, "list",
                      SLIP_CHECKLIST_AUDIENCE, "support");
  apply_edit (&state, edit);
  return state;
}

static void
add_item (SlipPlanState **state,
          const char *id,
          gboolean is_required,
          SlipItemState item_state,
          const char *due)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);

  slip_edit_create (edit, SLIP_KIND_ITEM, id, "pay");
  slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_CHECKLIST, "list");
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_IS_REQUIRED,
                         is_required);
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_STATE, item_state);
  slip_edit_set_date (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_DATE, day (due));
  apply_edit (state, edit);
}

static void
set_owner (SlipPlanState **state)
{
  set_text (state, SLIP_KIND_CHECKLIST, "list", SLIP_CHECKLIST_OWNER, "lead");
}

static SlipReadiness
get_readiness (const SlipPlanState *state)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (state, "pay");

  g_assert_nonnull (summary);
  return slip_checklist_summary_get_readiness (
    slip_release_summary_find (summary, "support"));
}

static SlipReadinessTotal
get_total (const SlipPlanState *state, const char *today)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (state, "pay");

  return slip_release_summary_total (summary, day (today));
}

static void
test_without_required_items_is_empty (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();

  set_owner (&state);
  g_assert_cmpint (get_readiness (state), ==, SLIP_READINESS_EMPTY);
  add_item (&state, "optional", FALSE, SLIP_ITEM_STATE_DONE, NULL);
  g_assert_cmpint (get_readiness (state), ==, SLIP_READINESS_EMPTY);
}

static void
test_goes_from_not_started_to_ready (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();

  set_owner (&state);
  add_item (&state, "a", TRUE, SLIP_ITEM_STATE_TO_DO, NULL);
  add_item (&state, "b", TRUE, SLIP_ITEM_STATE_TO_DO, NULL);
  g_assert_cmpint (get_readiness (state), ==, SLIP_READINESS_NOT_STARTED);
  set_integer (&state, SLIP_KIND_ITEM, "a", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_DOING);
  g_assert_cmpint (get_readiness (state), ==, SLIP_READINESS_STARTED);
  set_integer (&state, SLIP_KIND_ITEM, "a", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_BLOCKED);
  g_assert_cmpint (get_readiness (state), ==, SLIP_READINESS_BLOCKED);
  set_integer (&state, SLIP_KIND_ITEM, "a", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_DONE);
  g_assert_cmpint (get_readiness (state), ==, SLIP_READINESS_STARTED);
  set_integer (&state, SLIP_KIND_ITEM, "b", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_NOT_APPLICABLE);
  g_assert_cmpint (get_readiness (state), ==, SLIP_READINESS_READY);
}

static void
test_without_owner_is_never_ready (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  SlipReadinessTotal total;

  add_item (&state, "a", TRUE, SLIP_ITEM_STATE_DONE, NULL);
  g_assert_cmpint (get_readiness (state), ==, SLIP_READINESS_UNOWNED);
  total = get_total (state, "2026-12-01");
  g_assert_cmpuint (total.n_unowned, ==, 1);
  g_assert_false (slip_readiness_total_is_ready (&total));

  set_owner (&state);
  total = get_total (state, "2026-12-01");
  g_assert_cmpuint (total.n_unowned, ==, 0);
  g_assert_true (slip_readiness_total_is_ready (&total));
}

static void
test_counts_required_items_only (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  SlipReadinessTotal total;

  add_item (&state, "a", TRUE, SLIP_ITEM_STATE_DONE, NULL);
  add_item (&state, "b", TRUE, SLIP_ITEM_STATE_TO_DO, NULL);
  add_item (&state, "c", FALSE, SLIP_ITEM_STATE_TO_DO, NULL);
  add_item (&state, "d", FALSE, SLIP_ITEM_STATE_DONE, NULL);
  total = get_total (state, "2026-12-01");

  g_assert_cmpuint (total.n_required, ==, 2);
  g_assert_cmpuint (total.n_required_closed, ==, 1);
  g_assert_cmpuint (total.n_optional_open, ==, 1);
}

static void
test_overdue_is_open_and_due_before_today (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();

  add_item (&state, "a", TRUE, SLIP_ITEM_STATE_TO_DO, "2026-12-02");
  add_item (&state, "b", FALSE, SLIP_ITEM_STATE_DOING, "2026-12-01");
  add_item (&state, "c", TRUE, SLIP_ITEM_STATE_DONE, "2026-11-01");
  g_assert_cmpuint (get_total (state, "2026-12-01").n_overdue, ==, 0);
  g_assert_cmpuint (get_total (state, "2026-12-02").n_overdue, ==, 1);
  g_assert_cmpuint (get_total (state, "2026-12-03").n_overdue, ==, 2);
}

static void
test_not_needed_counts_nowhere (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  SlipReadinessTotal total;

  add_item (&state, "a", TRUE, SLIP_ITEM_STATE_TO_DO, "2026-11-01");
  set_integer (&state, SLIP_KIND_CHECKLIST, "list",
               SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
  g_assert_cmpint (get_readiness (state), ==, SLIP_READINESS_NOT_NEEDED);
  total = get_total (state, "2026-12-01");
  g_assert_cmpuint (total.n_needed, ==, 0);
  g_assert_cmpuint (total.n_required, ==, 0);
  g_assert_cmpuint (total.n_unowned, ==, 0);
  g_assert_cmpuint (total.n_overdue, ==, 0);
  g_assert_false (slip_readiness_total_is_ready (&total));
}

static void
test_is_kept_by_apply (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  g_autoptr (SlipReleaseSummary) first = NULL;
  g_autoptr (SlipReleaseSummary) second = NULL;

  add_item (&state, "a", TRUE, SLIP_ITEM_STATE_TO_DO, NULL);
  first = slip_plan_state_get_summary (state, "pay");
  second = slip_plan_state_get_summary (state, "pay");
  g_assert_true (first == second);
  g_assert_cmpuint (first->checklists->len, ==, 1);
}

static void
test_is_known_before_parts_are (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  g_autoptr (SlipReleaseSummary) before =
    slip_plan_state_get_summary (state, "pay");
  g_autoptr (SlipPlanState) bare = slip_plan_state_fork (state);
  g_autoptr (SlipReleaseSummary) after = NULL;

  slip_plan_state_unload (bare, "pay");
  g_assert_null (slip_plan_state_get_summary (bare, "pay"));
  slip_plan_state_take_summary (bare, slip_release_summary_ref (before));
  after = slip_plan_state_get_summary (bare, "pay");
  g_assert_true (slip_release_summary_equal (before, after));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/readiness/without-required-items-is-empty",
                   test_without_required_items_is_empty);
  g_test_add_func ("/readiness/goes-from-not-started-to-ready",
                   test_goes_from_not_started_to_ready);
  g_test_add_func ("/readiness/without-owner-is-never-ready",
                   test_without_owner_is_never_ready);
  g_test_add_func ("/readiness/counts-required-items-only",
                   test_counts_required_items_only);
  g_test_add_func ("/readiness/overdue-is-open-and-due-before-today",
                   test_overdue_is_open_and_due_before_today);
  g_test_add_func ("/readiness/not-needed-counts-nowhere",
                   test_not_needed_counts_nowhere);
  g_test_add_func ("/readiness/is-kept-by-apply", test_is_kept_by_apply);
  g_test_add_func ("/readiness/is-known-before-parts-are",
                   test_is_known_before_parts_are);

  return g_test_run ();
}
