/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-item-text.h"

#include "slip-item-edit.h"

#include "checked-plan.h"

#define TODAY (day ("2026-12-01"))

static const char *const ids[] = { "train", NULL };

static SlipPlanState *
new_text_plan (const char *due)
{
  SlipPlanState *state = new_checked_plan ();
  g_autoptr (SlipItemEdit) edit = slip_item_edit_new ("mob", ids);
  SlipDue parsed;

  add_release (&state, "mob", "mobile", "4.2", "2026-12-08");
  add_checklist (&state, "mob", "support", NULL);
  add_item (&state, "mob", "support", "train", SLIP_ITEM_STATE_TO_DO, NULL);
  g_assert_true (slip_due_parse_among (due, NULL, TODAY, &parsed, NULL));
  slip_item_edit_set_due (edit, &parsed.rule, parsed.day);
  apply_intent (&state, slip_item_edit_run, edit);
  return state;
}

static const SlipRow *
get_item (const SlipPlanState *state)
{
  return slip_plan_state_get (state, SLIP_KIND_ITEM, "train");
}

static void
assert_due_text (const SlipPlanState *state, const char *expected)
{
  g_autofree char *text =
    slip_item_dup_due_text (state, get_item (state), TODAY);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_due_tells_day_and_rule (void)
{
  g_autoptr (SlipPlanState) ruled = new_text_plan ("T-2 wd");
  g_autoptr (SlipPlanState) fixed = new_text_plan ("2026-12-04");
  g_autoptr (SlipPlanState) never = new_text_plan ("");

  assert_due_text (ruled, "Fri 4 Dec\u00a0· T−2 wd");
  assert_due_text (fixed, "Fri 4 Dec");
  assert_due_text (never, NULL);
}

static void
test_due_tells_what_is_uncertain (void)
{
  g_autoptr (SlipPlanState) state = new_text_plan ("T-2 wd");

  set_planned (&state, "mob", SLIP_ANCHOR_RELEASE, "2026-12-07",
               SLIP_CERTAINTY_WEEK);
  set_date_of_item (&state, "train", "2026-12-09");
  assert_due_text (state, "≈ Wed 9 Dec\u00a0· T−2 wd");
  set_date_of_item (&state, "train", NULL);
  assert_due_text (state, "T−2 wd");
}

static void
test_due_tells_what_is_late (void)
{
  g_autoptr (SlipPlanState) state = new_text_plan ("2026-11-28");

  assert_due_text (state, "⚠ 3 days overdue\u00a0· Sat 28 Nov");
  set_integer (&state, SLIP_KIND_ITEM, "train", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_DONE);
  assert_due_text (state, "Sat 28 Nov");
}

static void
test_due_tells_what_is_pinned (void)
{
  g_autoptr (SlipPlanState) state = new_text_plan ("T-2 wd");
  SlipEdit *edit;

  set_integer (&state, SLIP_KIND_ITEM, "train", SLIP_ITEM_DUE_IS_PINNED, TRUE);
  assert_due_text (state, "Fri 4 Dec\u00a0· T−2 wd\u00a0· pinned");
  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  slip_edit_set_date (edit, SLIP_KIND_ITEM, "train", SLIP_ITEM_DUE_WAS,
                      day ("2026-12-02"));
  apply_edit (&state, edit);
  assert_due_text (state,
                   "Fri 4 Dec\u00a0· T−2 wd\u00a0· pinned, was Wed 2 Dec");
}

static void
test_label_tells_everything (void)
{
  g_autoptr (SlipPlanState) state = new_text_plan ("T-2 wd");
  g_autofree char *plain = slip_item_dup_label (state, get_item (state), TODAY);
  g_autofree char *blocked = NULL;

  g_assert_cmpstr (plain, ==, "train, To do, Fri 4 Dec\u00a0· T−2 wd");
  set_integer (&state, SLIP_KIND_ITEM, "train", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_BLOCKED);
  set_text (&state, SLIP_KIND_ITEM, "train", SLIP_ITEM_STATE_NOTE,
            "the vendor");
  set_integer (&state, SLIP_KIND_ITEM, "train", SLIP_ITEM_IS_REQUIRED, FALSE);
  set_text (&state, SLIP_KIND_ITEM, "train", SLIP_ITEM_OWNER, "ops");
  blocked = slip_item_dup_label (state, get_item (state), TODAY);
  g_assert_cmpstr (blocked, ==,
                   "train, ⊘ Blocked: the vendor, optional, Fri 4 "
                   "Dec\u00a0· T−2 wd, Sales ops");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/item-text/due-tells-day-and-rule",
                   test_due_tells_day_and_rule);
  g_test_add_func ("/item-text/due-tells-what-is-uncertain",
                   test_due_tells_what_is_uncertain);
  g_test_add_func ("/item-text/due-tells-what-is-late",
                   test_due_tells_what_is_late);
  g_test_add_func ("/item-text/due-tells-what-is-pinned",
                   test_due_tells_what_is_pinned);
  g_test_add_func ("/item-text/label-tells-everything",
                   test_label_tells_everything);

  return g_test_run ();
}
