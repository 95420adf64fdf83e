/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-conflict.h"
#include "slip-exception.h"

#include "flagged-plan.h"

static SlipPlanState *
new_frozen_plan (void)
{
  SlipPlanState *state = new_flagged_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_FREEZE, "ice", "Year-end freeze");
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, "ice", SLIP_FREEZE_FIRST_DAY,
                      day ("2026-12-10"));
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, "ice", SLIP_FREEZE_LAST_DAY,
                      day ("2027-01-05"));
  apply_edit (&state, edit);
  return state;
}

/* (nullable) @stage and @until */
static SlipException *
new_exception (const char *stage, const char *until)
{
  SlipException *exception = slip_exception_new ("mob", stage, "ice");

  exception->asked_by = g_strdup ("Sales");
  exception->person = g_strdup ("lead");
  exception->reason = g_strdup ("A customer waits for it");
  exception->until = day (until);
  exception->at_ms = 1796040000000;
  return exception;
}

static gboolean
has (const SlipPlanState *state, const char *stage, const char *on)
{
  return slip_exception_find (state, "mob", stage, "ice", day (on)) != NULL;
}

static void
test_records_who_asked_who_decided_and_why (void)
{
  g_autoptr (SlipPlanState) state = new_frozen_plan ();
  g_autoptr (SlipException) exception = new_exception ("all", "2026-12-20");
  const SlipRow *row;

  apply_intent (&state, slip_exception_run, exception);
  row = slip_exception_find (state, "mob", "all", "ice", day ("2026-12-14"));
  g_assert_nonnull (row);
  g_assert_cmpstr (slip_row_get_text (row, SLIP_DECISION_ASKED_BY), ==,
                   "Sales");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_DECISION_PERSON_NAME), ==,
                   "Support lead");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_DECISION_REASON), ==,
                   "A customer waits for it");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_DECISION_SUBJECT_NAME), ==,
                   "Year-end freeze");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_DECISION_STAGE_NAME), ==,
                   "all");
}

static void
test_is_for_its_stage_until_its_day (void)
{
  g_autoptr (SlipPlanState) state = new_frozen_plan ();
  g_autoptr (SlipException) exception = new_exception ("all", "2026-12-20");

  g_assert_false (has (state, "all", "2026-12-14"));
  apply_intent (&state, slip_exception_run, exception);
  g_assert_true (has (state, "all", "2026-12-20"));
  g_assert_false (has (state, "all", "2026-12-21"));
  g_assert_false (has (state, "five", "2026-12-14"));
  g_assert_false (has (state, NULL, "2026-12-14"));
  g_assert_null (
    slip_exception_find (state, "mob", "all", "other", day ("2026-12-14")));
}

static void
test_for_the_release_is_for_every_stage (void)
{
  g_autoptr (SlipPlanState) state = new_frozen_plan ();
  g_autoptr (SlipException) exception = new_exception (NULL, NULL);

  apply_intent (&state, slip_exception_run, exception);
  g_assert_true (has (state, "five", "2030-01-01"));
  g_assert_true (has (state, NULL, "2030-01-01"));
}

/* Applies what undo or redo of @set does. */
static void
turn (SlipPlanState **state, const SlipChangeSet *set, SlipStepType type)
{
  SlipAuthor *author =
    slip_author_new (NULL, "Somebody else", SLIP_WRITER_WINDOW);
  g_autoptr (SlipChangeSet) turned =
    slip_decision_new_turn_set (set, type, author, 1796040000001);
  SlipPlanState *next = slip_plan_state_apply (*state, turned, NULL);

  g_assert_nonnull (next);
  slip_plan_state_unref (*state);
  *state = next;
  slip_author_free (author);
}

static void
test_withdrawn_holds_no_more (void)
{
  g_autoptr (SlipPlanState) state = new_frozen_plan ();
  g_autoptr (SlipException) exception = new_exception (NULL, NULL);
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_exception_run, exception, state, NULL);

  g_assert_cmpstr (set->subject, ==,
                   "exception from “Year-end freeze” for Mobile 4.2");
  apply_intent (&state, slip_exception_run, exception);
  turn (&state, set, SLIP_STEP_UNDO);
  g_assert_false (has (state, NULL, "2026-12-14"));
  turn (&state, set, SLIP_STEP_REDO);
  g_assert_true (has (state, NULL, "2026-12-14"));
}

static void
test_refuses_what_says_too_little (void)
{
  g_autoptr (SlipPlanState) state = new_frozen_plan ();

  for (guint i = 0; i < 5; i++) {
    g_autoptr (SlipException) exception = new_exception (NULL, NULL);
    char **texts[] = { &exception->asked_by, &exception->person,
                       &exception->reason, &exception->freeze,
                       &exception->stage };

    g_free (*texts[i]);
    *texts[i] = i < 3 ? NULL : g_strdup ("gone");
    assert_refused (state, slip_exception_run, exception,
                    i < 3 ? SLIP_PLAN_ERROR_INVALID
                          : SLIP_PLAN_ERROR_NOT_FOUND);
  }
}

/* 'mob' is released in the freeze, and so is its stage for everyone. */
static SlipPlanState *
new_conflicting_plan (void)
{
  SlipPlanState *state = new_frozen_plan ();

  set_planned (&state, "mob", SLIP_ANCHOR_RELEASE, "2026-12-11",
               SLIP_CERTAINTY_CONFIRMED);
  set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_IS_LAUNCH, TRUE);
  return state;
}

/* 'mark sentence' of each conflict with the freeze, a line each. */
static void
assert_conflicts (const SlipPlanState *state, const char *expected)
{
  const SlipConflictContext context = { day ("2026-12-01"), 2, 10,
                                        SLIP_MONDAY };
  g_autoptr (GPtrArray) conflicts =
    slip_conflict_list (state, &context,
                        slip_plan_state_get (state, SLIP_KIND_RELEASE, "mob"));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++) {
    const SlipConflict *conflict = conflicts->pdata[i];
    g_autofree char *sentence = slip_conflict_describe (conflict);

    if (conflict->type == SLIP_CONFLICT_FREEZE ||
        conflict->type == SLIP_CONFLICT_STAGE_FREEZE)
      g_string_append_printf (text, "%s %s\n", conflict->is_soft ? "?" : "!",
                              sentence);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_conflict_only_warns_and_says_who_decided (void)
{
  g_autoptr (SlipPlanState) state = new_conflicting_plan ();
  g_autoptr (SlipException) of_stage = new_exception ("all", "2026-12-20");
  g_autoptr (SlipException) of_launch = new_exception ("five", NULL);

  assert_conflicts (
    state, "! Release date (Fri 11 December) lies in “Year-end freeze”\n"
           "! “all” (Mon 14 December) starts in “Year-end freeze”\n");
  apply_intent (&state, slip_exception_run, of_stage);
  assert_conflicts (
    state, "! Release date (Fri 11 December) lies in “Year-end freeze”\n"
           "? “all” (Mon 14 December) starts in “Year-end freeze”, exception "
           "by Support lead\n");
  apply_intent (&state, slip_exception_run, of_launch);
  assert_conflicts (
    state, "? Release date (Fri 11 December) lies in “Year-end freeze”, "
           "exception by Support lead\n"
           "? “all” (Mon 14 December) starts in “Year-end freeze”, exception "
           "by Support lead\n");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exception/records-who-asked-who-decided-and-why",
                   test_records_who_asked_who_decided_and_why);
  g_test_add_func ("/exception/is-for-its-stage-until-its-day",
                   test_is_for_its_stage_until_its_day);
  g_test_add_func ("/exception/for-the-release-is-for-every-stage",
                   test_for_the_release_is_for_every_stage);
  g_test_add_func ("/exception/withdrawn-holds-no-more",
                   test_withdrawn_holds_no_more);
  g_test_add_func ("/exception/conflict-only-warns-and-says-who-decided",
                   test_conflict_only_warns_and_says_who_decided);
  g_test_add_func ("/exception/refuses-what-says-too-little",
                   test_refuses_what_says_too_little);

  return g_test_run ();
}
