/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-assignment.h"

#include "checked-plan.h"

static SlipPlanState *
new_assigned_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_release (&state, "mob", "mobile", "4.2", "2026-12-08");
  add_checklist (&state, "mob", "support", NULL);
  return state;
}

static void
assign (SlipPlanState **state,
        const char *role,
        const char *person,
        const char *name)
{
  g_autoptr (SlipAssignment) assignment =
    slip_assignment_new ("mob", role, person, name);

  apply_intent (state, slip_assignment_run, assignment);
}

/* The checklist of 'mob' for @audience. */
static const SlipRow *
get_checklist (const SlipPlanState *state, const char *audience)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (state, "mob");
  const SlipChecklistSummary *checklist =
    slip_release_summary_find (summary, audience);

  g_assert_nonnull (checklist);
  return slip_plan_state_get (state, SLIP_KIND_CHECKLIST, checklist->checklist);
}

static const char *
get_owner (const SlipPlanState *state, const char *audience)
{
  return slip_row_get_text (get_checklist (state, audience),
                            SLIP_CHECKLIST_OWNER);
}

static void
test_gives_a_checklist_an_owner (void)
{
  g_autoptr (SlipPlanState) state = new_assigned_plan ();

  assign (&state, "support", "lead", NULL);
  g_assert_cmpstr (get_owner (state, "support"), ==, "lead");
  assign (&state, "support", NULL, NULL);
  g_assert_null (get_owner (state, "support"));
}

static void
test_makes_the_checklist_if_there_is_none (void)
{
  g_autoptr (SlipPlanState) state = new_assigned_plan ();

  assign (&state, "sales", "ops", NULL);
  g_assert_cmpstr (get_owner (state, "sales"), ==, "ops");
  g_assert_cmpstr (slip_row_get_owner (get_checklist (state, "sales")), ==,
                   "mob");
}

static void
test_makes_a_new_person_once (void)
{
  g_autoptr (SlipPlanState) state = new_assigned_plan ();
  guint n_people = slip_plan_state_count (state, SLIP_KIND_PERSON);
  const SlipRow *person;

  assign (&state, "support", NULL, " Night shift ");
  person =
    slip_plan_state_get (state, SLIP_KIND_PERSON, get_owner (state, "support"));
  g_assert_cmpstr (slip_row_get_text (person, SLIP_PERSON_NAME), ==,
                   "Night shift");
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_PERSON), ==,
                    n_people + 1);

  assign (&state, "sales", NULL, "night SHIFT");
  g_assert_cmpstr (get_owner (state, "sales"), ==,
                   get_owner (state, "support"));
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_PERSON), ==,
                    n_people + 1);
}

static void
test_gives_the_release_its_owners (void)
{
  g_autoptr (SlipPlanState) state = new_assigned_plan ();

  assign (&state, SLIP_ASSIGN_OWNER, "lead", NULL);
  assign (&state, SLIP_ASSIGN_MARKET_OWNER, "ops", NULL);
  g_assert_cmpstr (slip_row_get_text (get_release (state, "mob"),
                                      SLIP_RELEASE_OWNER),
                   ==, "lead");
  g_assert_cmpstr (slip_row_get_text (get_release (state, "mob"),
                                      SLIP_RELEASE_MARKET_OWNER),
                   ==, "ops");
}

static void
test_is_called_after_release_and_audience (void)
{
  g_autoptr (SlipPlanState) state = new_assigned_plan ();
  g_autoptr (SlipAssignment) assignment =
    slip_assignment_new ("mob", "support", "lead", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_assignment_run, assignment, state, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (set->subject, ==, "Mobile 4.2, Support");
}

static void
test_what_is_gone_is_refused (void)
{
  g_autoptr (SlipPlanState) state = new_assigned_plan ();
  g_autoptr (SlipAssignment) no_audience =
    slip_assignment_new ("mob", "nobody", "lead", NULL);
  g_autoptr (SlipAssignment) deleted =
    slip_assignment_new ("mob", "support", "lead", NULL);

  assert_refused (state, slip_assignment_run, no_audience,
                  SLIP_PLAN_ERROR_NOT_FOUND);
  set_integer (&state, SLIP_KIND_RELEASE, "mob", SLIP_RELEASE_IS_DELETED, TRUE);
  assert_refused (state, slip_assignment_run, deleted,
                  SLIP_PLAN_ERROR_NOT_FOUND);
}

static void
test_not_needed_keeps_its_reason (void)
{
  g_autoptr (SlipPlanState) state = new_assigned_plan ();
  g_autoptr (SlipNeed) need =
    slip_need_new ("mob", "sales", FALSE, "Nothing is sold");
  const SlipRow *row;

  apply_intent (&state, slip_need_run, need);
  row = get_checklist (state, "sales");
  g_assert_true (slip_row_get_boolean (row, SLIP_CHECKLIST_IS_NOT_NEEDED));
  g_assert_cmpstr (slip_row_get_text (row, SLIP_CHECKLIST_REASON), ==,
                   "Nothing is sold");
}

static void
test_not_needed_takes_a_reason (void)
{
  g_autoptr (SlipPlanState) state = new_assigned_plan ();
  g_autoptr (SlipNeed) silent = slip_need_new ("mob", "sales", FALSE, "  ");

  assert_refused (state, slip_need_run, silent, SLIP_PLAN_ERROR_INVALID);
}

static void
test_needed_again_forgets_the_reason (void)
{
  g_autoptr (SlipPlanState) state = new_assigned_plan ();
  g_autoptr (SlipNeed) not_needed =
    slip_need_new ("mob", "support", FALSE, "Nothing changes");
  g_autoptr (SlipNeed) needed = slip_need_new ("mob", "support", TRUE, NULL);
  const SlipRow *row;

  apply_intent (&state, slip_need_run, not_needed);
  apply_intent (&state, slip_need_run, needed);
  row = get_checklist (state, "support");
  g_assert_false (slip_row_get_boolean (row, SLIP_CHECKLIST_IS_NOT_NEEDED));
  g_assert_null (slip_row_get_text (row, SLIP_CHECKLIST_REASON));

  apply_intent (&state, slip_need_run, not_needed);
  assign (&state, "support", "lead", NULL);
  row = get_checklist (state, "support");
  g_assert_false (slip_row_get_boolean (row, SLIP_CHECKLIST_IS_NOT_NEEDED));
}

/* Also where the summary says that there is one. */
static void
test_needs_the_checklists_in_memory (void)
{
  g_autoptr (SlipPlanState) state = new_assigned_plan ();
  g_autoptr (SlipPlanState) bare = slip_plan_state_fork (state);
  g_autoptr (SlipAssignment) known =
    slip_assignment_new ("mob", "support", "lead", NULL);
  g_autoptr (SlipAssignment) owner =
    slip_assignment_new ("mob", SLIP_ASSIGN_OWNER, "lead", NULL);
  g_autoptr (SlipNeed) need =
    slip_need_new ("mob", "sales", FALSE, "Nothing is sold");

  slip_plan_state_unload (bare, "mob");
  assert_refused (bare, slip_assignment_run, known, SLIP_PLAN_ERROR_NOT_LOADED);
  assert_refused (bare, slip_need_run, need, SLIP_PLAN_ERROR_NOT_LOADED);
  slip_plan_state_take_summary (bare,
                                slip_plan_state_get_summary (state, "mob"));
  assert_refused (bare, slip_assignment_run, known, SLIP_PLAN_ERROR_NOT_LOADED);
  apply_intent (&bare, slip_assignment_run, owner);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/assignment/gives-a-checklist-an-owner",
                   test_gives_a_checklist_an_owner);
  g_test_add_func ("/assignment/makes-the-checklist-if-there-is-none",
                   test_makes_the_checklist_if_there_is_none);
  g_test_add_func ("/assignment/makes-a-new-person-once",
                   test_makes_a_new_person_once);
  g_test_add_func ("/assignment/gives-the-release-its-owners",
                   test_gives_the_release_its_owners);
  g_test_add_func ("/assignment/is-called-after-release-and-audience",
                   test_is_called_after_release_and_audience);
  g_test_add_func ("/assignment/what-is-gone-is-refused",
                   test_what_is_gone_is_refused);
  g_test_add_func ("/assignment/not-needed-keeps-its-reason",
                   test_not_needed_keeps_its_reason);
  g_test_add_func ("/assignment/not-needed-takes-a-reason",
                   test_not_needed_takes_a_reason);
  g_test_add_func ("/assignment/needed-again-forgets-the-reason",
                   test_needed_again_forgets_the_reason);
  g_test_add_func ("/assignment/needs-the-checklists-in-memory",
                   test_needs_the_checklists_in_memory);

  return g_test_run ();
}
