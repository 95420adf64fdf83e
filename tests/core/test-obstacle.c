/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-obstacle.h"

#include "checked-plan.h"

#define TODAY (day ("2026-12-01"))

/* 'pay' of 'ops', with a ready checklist for Support. */
static SlipPlanState *
new_ready_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_release (&state, "pay", "payments", "3.9", "2026-12-08");
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_OWNER, "ops");
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_MARKET_OWNER, "ops");
  add_checklist (&state, "pay", "support", "lead");
  add_item (&state, "pay", "support", "done", SLIP_ITEM_STATE_DONE, NULL);
  return state;
}

static void
assert_obstacles (const SlipPlanState *state, const char *expected)
{
  const SlipRow *release = get_release (state, "pay");
  g_autoptr (GPtrArray) obstacles = slip_obstacle_list (state, release);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (state, "pay");
  SlipReadinessTotal total = slip_release_summary_total (summary, TODAY);

  for (guint i = 0; i < obstacles->len; i++) {
    const SlipObstacle *obstacle = obstacles->pdata[i];
    g_autofree char *line = slip_obstacle_dup_text (obstacle, state, TODAY);

    g_string_append_printf (text, "%s %s\n",
                            slip_obstacle_type_get_nick (obstacle->type), line);
  }
  g_assert_cmpstr (text->str, ==, expected);
  /* Nothing in the way is not said where readiness says otherwise. */
  if (obstacles->len == 0)
    g_assert_true (slip_readiness_total_is_ready (&total));
}

static void
test_ready_release_has_none (void)
{
  g_autoptr (SlipPlanState) state = new_ready_plan ();

  assert_obstacles (state, "");
  add_item (&state, "pay", "support", "extra", SLIP_ITEM_STATE_TO_DO, NULL);
  set_integer (&state, SLIP_KIND_ITEM, "extra", SLIP_ITEM_IS_REQUIRED, FALSE);
  assert_obstacles (state, "");
}

static void
test_owners_are_wanted (void)
{
  g_autoptr (SlipPlanState) state = new_ready_plan ();

  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_OWNER, NULL);
  set_text (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_MARKET_OWNER, NULL);
  set_text (&state, SLIP_KIND_CHECKLIST, "pay-support", SLIP_CHECKLIST_OWNER,
            NULL);
  assert_obstacles (state,
                    "owner Nobody owns the release\n"
                    "market-owner There is no go-to-market owner\n"
                    "checklist-owner Support: nobody owns the checklist\n");
}

static void
test_no_and_empty_checklists (void)
{
  g_autoptr (SlipPlanState) state = new_ready_plan ();

  add_checklist (&state, "pay", "sales", "ops");
  assert_obstacles (state, "empty Sales: the checklist has no required item\n");
  set_integer (&state, SLIP_KIND_CHECKLIST, "pay-sales",
               SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
  assert_obstacles (state, "");
  set_integer (&state, SLIP_KIND_CHECKLIST, "pay-support",
               SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
  assert_obstacles (state, "no-checklist There is no checklist for anybody\n");
}

static void
test_open_items_say_whose_and_until_when (void)
{
  g_autoptr (SlipPlanState) state = new_ready_plan ();

  add_item (&state, "pay", "support", "someday", SLIP_ITEM_STATE_TO_DO, NULL);
  add_item (&state, "pay", "support", "next", SLIP_ITEM_STATE_BLOCKED,
            "2026-12-04");
  add_item (&state, "pay", "support", "urgent", SLIP_ITEM_STATE_DOING,
            "2026-11-30");
  set_text (&state, SLIP_KIND_ITEM, "next", SLIP_ITEM_STATE_NOTE, "Legal");
  set_text (&state, SLIP_KIND_ITEM, "urgent", SLIP_ITEM_OWNER, "ops");
  set_integer (&state, SLIP_KIND_ITEM, "urgent", SLIP_ITEM_NEEDS_EVIDENCE,
               TRUE);
  assert_obstacles (
    state, "item Support: “urgent”, Sales ops, overdue since Mon 30 November, "
           "yesterday, needs evidence\n"
           "item Support: “next”, Support lead, blocked: Legal, due Fri 4 "
           "December, in 3 days\n"
           "item Support: “someday”, Support lead, no due date\n");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/obstacle/ready-release-has-none",
                   test_ready_release_has_none);
  g_test_add_func ("/obstacle/owners-are-wanted", test_owners_are_wanted);
  g_test_add_func ("/obstacle/no-and-empty-checklists",
                   test_no_and_empty_checklists);
  g_test_add_func ("/obstacle/open-items-say-whose-and-until-when",
                   test_open_items_say_whose_and_until_when);

  return g_test_run ();
}
