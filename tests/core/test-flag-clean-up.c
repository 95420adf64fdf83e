/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-flag-clean-up.h"

#include "flagged-plan.h"
#include "slip-clock.h"
#include "slip-rollout.h"
#include "slip-rules.h"

/* What happens to the stage for everyone, and when. */
typedef struct {
  void (*act) (SlipEdit *edit, const char *stage, SlipMoment moment);
  SlipMoment moment;
} Act;

static gboolean
act_cb (SlipEdit *edit, gconstpointer data, GError **error)
{
  const Act *act = data;

  act->act (edit, "all", act->moment);
  return TRUE;
}

static void
act_on (SlipPlanState **state,
        void (*func) (SlipEdit *edit, const char *stage, SlipMoment moment),
        const char *today)
{
  const Act act = { func,
                    { slip_clock_find_start (day (today)), day (today) } };

  apply_intent (state, act_cb, &act);
}

static void
give_to_everyone (SlipPlanState **state, const char *today)
{
  act_on (state, slip_rollout_start, today);
}

/* The only item of the plan. */
static const SlipRow *
get_item (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) items = slip_plan_state_list (state, SLIP_KIND_ITEM);

  g_assert_cmpuint (items->len, ==, 1);
  return slip_plan_state_get (state, SLIP_KIND_ITEM,
                              slip_row_get_id (items->pdata[0]));
}

static void
assert_due (const SlipPlanState *state, const char *due, const char *was)
{
  g_autofree char *day_text = slip_date_to_text (
    slip_row_get_date (get_item (state), SLIP_ITEM_DUE_DATE));
  g_autofree char *was_text =
    slip_date_to_text (slip_row_get_date (get_item (state), SLIP_ITEM_DUE_WAS));

  g_assert_cmpstr (day_text, ==, due);
  g_assert_cmpstr (was_text, ==, was);
  g_assert_true (
    slip_row_get_boolean (get_item (state), SLIP_ITEM_DUE_IS_PINNED) ==
    (was != NULL));
}

static void
assert_sound (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) faults = slip_rules_check (state);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
test_appears_when_everyone_has_it (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();
  const SlipRow *item;

  add_checklist (&state, "mob", "support", NULL);
  set_text (&state, SLIP_KIND_FLAG, "checkout", SLIP_FLAG_OWNER, "ops");
  give_to_everyone (&state, "2026-12-14");

  item = get_item (state);
  g_assert_cmpstr (slip_row_get_text (item, SLIP_ITEM_TITLE), ==,
                   "Clean up the feature flag new-checkout");
  g_assert_cmpstr (slip_row_get_text (item, SLIP_ITEM_CHECKLIST), ==,
                   "mob-support");
  g_assert_cmpstr (slip_row_get_text (item, SLIP_ITEM_OWNER), ==, "ops");
  g_assert_cmpstr (slip_row_get_text (item, SLIP_ITEM_ORIGIN), ==, "checkout");
  g_assert_false (slip_row_get_boolean (item, SLIP_ITEM_IS_REQUIRED));
  assert_due (state, "2027-01-11", NULL);
  assert_sound (state);
}

static void
test_is_due_after_the_day_it_really_was (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();

  give_to_everyone (&state, "2026-12-16");
  assert_due (state, "2027-01-13", "2027-01-11");
  assert_sound (state);
}

/* A flag that comes later is counted from the start all the same. */
static void
test_is_due_after_the_start_if_it_ends (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();

  set_integer (&state, SLIP_KIND_FLAG, "checkout", SLIP_FLAG_IS_PERMANENT,
               TRUE);
  give_to_everyone (&state, "2026-12-16");
  set_integer (&state, SLIP_KIND_FLAG, "checkout", SLIP_FLAG_IS_PERMANENT,
               FALSE);
  act_on (&state, slip_rollout_finish, "2026-12-21");
  assert_due (state, "2027-01-13", "2027-01-11");
  assert_sound (state);
}

static void
test_belongs_to_the_release_owner_else_the_checklist (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();
  g_autoptr (SlipPlanState) other = new_flagged_plan ();

  set_text (&state, SLIP_KIND_RELEASE, "mob", SLIP_RELEASE_OWNER, "lead");
  give_to_everyone (&state, "2026-12-14");
  g_assert_cmpstr (slip_row_get_text (get_item (state), SLIP_ITEM_OWNER), ==,
                   "lead");

  set_text (&other, SLIP_KIND_RELEASE, "mob", SLIP_RELEASE_OWNER, "lead");
  add_checklist (&other, "mob", "support", "lead");
  give_to_everyone (&other, "2026-12-14");
  g_assert_null (slip_row_get_text (get_item (other), SLIP_ITEM_OWNER));
}

static void
test_comes_once (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();

  give_to_everyone (&state, "2026-12-14");
  set_integer (&state, SLIP_KIND_STAGE, "all", SLIP_STAGE_STATE,
               SLIP_STAGE_STATE_ROLLED_BACK);
  give_to_everyone (&state, "2026-12-15");
  get_item (state);
}

static void
test_not_for_a_permanent_flag_or_a_part (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();
  g_autoptr (SlipPlanState) part = new_flagged_plan ();
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, "five");

  set_integer (&state, SLIP_KIND_FLAG, "checkout", SLIP_FLAG_IS_PERMANENT,
               TRUE);
  give_to_everyone (&state, "2026-12-14");
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_ITEM), ==, 0);

  slip_entity_edit_add_integer (edit, SLIP_STAGE_STATE,
                                SLIP_STAGE_STATE_ACTIVE);
  apply_intent (&part, slip_entity_edit_run, edit);
  g_assert_cmpuint (slip_plan_state_count (part, SLIP_KIND_ITEM), ==, 0);
}

static void
test_makes_a_checklist_if_none_is_needed (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();
  const SlipRow *checklist;

  /* The first internal one is not needed, the next has none yet. */
  set_text (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_OWNER, "ops");
  add_checklist (&state, "mob", "support", NULL);
  set_integer (&state, SLIP_KIND_CHECKLIST, "mob-support",
               SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
  set_text (&state, SLIP_KIND_CHECKLIST, "mob-support", SLIP_CHECKLIST_REASON,
            "Nobody asks");
  give_to_everyone (&state, "2026-12-14");

  checklist =
    slip_plan_state_follow (state, get_item (state), SLIP_ITEM_CHECKLIST);
  g_assert_cmpstr (slip_row_get_text (checklist, SLIP_CHECKLIST_AUDIENCE), ==,
                   "sales");
  g_assert_cmpstr (slip_row_get_text (checklist, SLIP_CHECKLIST_OWNER), ==,
                   "ops");
  g_assert_true (
    slip_row_get_boolean (get_item (state), SLIP_ITEM_IS_REQUIRED));
  assert_sound (state);
}

static void
test_passes_over_outsiders (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();

  set_integer (&state, SLIP_KIND_AUDIENCE, "support", SLIP_AUDIENCE_SIDE,
               SLIP_SIDE_EXTERNAL);
  add_checklist (&state, "mob", "support", "lead");
  add_checklist (&state, "mob", "sales", "ops");
  give_to_everyone (&state, "2026-12-14");
  g_assert_cmpstr (slip_row_get_text (get_item (state), SLIP_ITEM_CHECKLIST),
                   ==, "mob-sales");
}

static void
test_comes_whoever_sets_the_release_released (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_RELEASE, "mob");
  g_autoptr (GPtrArray) stages = slip_plan_state_list (state, SLIP_KIND_STAGE);

  for (guint i = 0; i < stages->len; i++) {
    g_autoptr (SlipEntityEdit) removal =
      slip_entity_edit_new_remove (SLIP_KIND_STAGE,
                                   slip_row_get_id (stages->pdata[i]));

    apply_intent (&state, slip_entity_edit_run, removal);
  }
  slip_entity_edit_add_integer (edit, SLIP_RELEASE_STATUS,
                                SLIP_STATUS_RELEASED);
  apply_intent (&state, slip_entity_edit_run, edit);

  g_assert_cmpint (slip_row_get_integer (get_item (state),
                                         SLIP_ITEM_DUE_ANCHOR),
                   ==, SLIP_DUE_RELEASE);
  assert_due (state, "2027-01-05", NULL);
  assert_sound (state);
}

static void
test_an_edit_of_the_stage_brings_it_too (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, "all");

  slip_entity_edit_add_integer (edit, SLIP_STAGE_STATE,
                                SLIP_STAGE_STATE_ACTIVE);
  apply_intent (&state, slip_entity_edit_run, edit);
  assert_due (state, "2027-01-11", NULL);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/flag-clean-up/appears-when-everyone-has-it",
                   test_appears_when_everyone_has_it);
  g_test_add_func ("/flag-clean-up/is-due-after-the-day-it-really-was",
                   test_is_due_after_the_day_it_really_was);
  g_test_add_func ("/flag-clean-up/is-due-after-the-start-if-it-ends",
                   test_is_due_after_the_start_if_it_ends);
  g_test_add_func (
    "/flag-clean-up/belongs-to-the-release-owner-else-the-checklist",
    test_belongs_to_the_release_owner_else_the_checklist);
  g_test_add_func ("/flag-clean-up/comes-once", test_comes_once);
  g_test_add_func ("/flag-clean-up/not-for-a-permanent-flag-or-a-part",
                   test_not_for_a_permanent_flag_or_a_part);
  g_test_add_func ("/flag-clean-up/makes-a-checklist-if-none-is-needed",
                   test_makes_a_checklist_if_none_is_needed);
  g_test_add_func ("/flag-clean-up/passes-over-outsiders",
                   test_passes_over_outsiders);
  g_test_add_func ("/flag-clean-up/comes-whoever-sets-the-release-released",
                   test_comes_whoever_sets_the_release_released);
  g_test_add_func ("/flag-clean-up/an-edit-of-the-stage-brings-it-too",
                   test_an_edit_of_the_stage_brings_it_too);

  return g_test_run ();
}
