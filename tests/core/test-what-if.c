/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-generate.h"
#include "slip-what-if-draft.h"
#include "slip-what-if.h"
#include "truth-plan.h"

/* The told plan with a second release, 's' (Mobile 4.2, 10 December). */
static SlipPlanState *
new_two_releases (void)
{
  SlipPlanState *state = new_told_plan ();

  add_release (&state, "s", "mobile", "4.2", "2026-12-10");
  for (guint i = 0; i < 2; i++)
    slip_plan_state_set_loaded (state, i == 0 ? "r" : "s");
  return state;
}

static SlipWhatIfMove *
new_move (const SlipPlanState *state, const char *release, const char *date)
{
  SlipPlannedDate to = { day (date), SLIP_CERTAINTY_CONFIRMED };

  return slip_what_if_move_new_date (
    state, slip_move_new (release, date != NULL ? to : SLIP_UNSCHEDULED, 0,
                          day (TODAY)));
}

static SlipWhatIfMove *
new_card (const SlipPlanState *state, const char *release, SlipStatus status)
{
  return slip_what_if_move_new_card (state,
                                     slip_board_move_new (release, status, NULL,
                                                          NULL));
}

static void
add (SlipWhatIf *what_if, SlipWhatIfMove *move)
{
  g_autoptr (GError) error = NULL;

  slip_what_if_add (what_if, move, NULL, &error);
  g_assert_no_error (error);
}

static void
add_move (SlipWhatIf *what_if, const char *release, const char *date)
{
  add (what_if, new_move (slip_what_if_get_state (what_if), release, date));
}

/* Moves a release in the plan itself, as somebody else would. */
static void
move_in_plan (SlipPlanState **state, const char *release, const char *date)
{
  g_autoptr (SlipMove) move =
    slip_move_new (release,
                   (SlipPlannedDate){ day (date), SLIP_CERTAINTY_CONFIRMED }, 0,
                   day (TODAY));

  apply_intent (state, slip_move_run, move);
}

static SlipPlanState *
keep_on (const SlipPlanState *state, const SlipWhatIf *what_if)
{
  SlipPlanState *kept = slip_plan_state_ref (state);
  g_autoptr (GPtrArray) moves = slip_what_if_dup_moves (what_if);

  apply_intent (&kept, slip_what_if_keep, moves);
  return kept;
}

static void
assert_same (const SlipPlanState *a, const SlipPlanState *b)
{
  g_autofree char *digest_a = slip_plan_state_digest (a);
  g_autofree char *digest_b = slip_plan_state_digest (b);

  g_assert_cmpstr (digest_a, ==, digest_b);
}

static void
test_moves_only_the_fork (void)
{
  g_autoptr (SlipPlanState) state = new_two_releases ();
  g_autoptr (SlipWhatIf) what_if = slip_what_if_new (state);
  g_autofree char *digest = slip_plan_state_digest (state);
  g_autofree char *same = NULL;

  add_move (what_if, "r", "2026-12-16");
  add_move (what_if, "s", NULL);
  add (what_if,
       new_card (slip_what_if_get_state (what_if), "r", SLIP_STATUS_BUILDING));
  assert_date (slip_what_if_get_state (what_if), "r", SLIP_ANCHOR_RELEASE,
               "2026-12-16");
  assert_date (slip_what_if_get_state (what_if), "s", SLIP_ANCHOR_RELEASE,
               NULL);
  g_assert_cmpint (slip_release_get_status (
                     get_release (slip_what_if_get_state (what_if), "r")),
                   ==, SLIP_STATUS_BUILDING);
  assert_date (state, "r", SLIP_ANCHOR_RELEASE, "2026-12-08");
  g_assert_true (slip_what_if_get_base (what_if) == state);
  same = slip_plan_state_digest (state);
  g_assert_cmpstr (digest, ==, same);
}

static void
test_undo_and_redo (void)
{
  g_autoptr (SlipPlanState) state = new_two_releases ();
  g_autoptr (SlipWhatIf) what_if = slip_what_if_new (state);

  g_assert_null (slip_what_if_peek_undo (what_if));
  add_move (what_if, "r", "2026-12-16");
  add_move (what_if, "r", "2026-12-18");
  slip_what_if_undo (what_if);
  assert_date (slip_what_if_get_state (what_if), "r", SLIP_ANCHOR_RELEASE,
               "2026-12-16");
  g_assert_cmpuint (slip_what_if_get_n_moves (what_if), ==, 1);
  slip_what_if_redo (what_if);
  assert_date (slip_what_if_get_state (what_if), "r", SLIP_ANCHOR_RELEASE,
               "2026-12-18");
  g_assert_null (slip_what_if_peek_redo (what_if));
  slip_what_if_undo (what_if);
  slip_what_if_undo (what_if);
  assert_same (slip_what_if_get_state (what_if), state);
  g_assert_nonnull (slip_what_if_peek_redo (what_if));
  add_move (what_if, "s", "2026-12-17");
  g_assert_null (slip_what_if_peek_redo (what_if));
  g_assert_cmpuint (slip_what_if_get_n_moves (what_if), ==, 1);
}

/* As Adjust… does it. */
static void
test_the_last_move_is_replaced (void)
{
  g_autoptr (SlipPlanState) state = new_two_releases ();
  g_autoptr (SlipWhatIf) what_if = slip_what_if_new (state);
  g_autoptr (GError) error = NULL;
  const SlipPlanState *before = NULL;
  guint number;

  g_assert_null (slip_what_if_peek_changes (what_if, &before));
  add_move (what_if, "s", "2026-12-17");
  add_move (what_if, "r", "2026-12-16");
  number = slip_what_if_get_number (what_if, 1);
  g_assert_cmpuint (number, !=, slip_what_if_get_number (what_if, 0));
  g_assert_nonnull (slip_what_if_peek_changes (what_if, &before));
  assert_date (before, "r", SLIP_ANCHOR_RELEASE, "2026-12-08");
  assert_date (before, "s", SLIP_ANCHOR_RELEASE, "2026-12-17");

  slip_what_if_replace (what_if, new_move (before, "r", "2026-12-18"), NULL,
                        &error);
  g_assert_no_error (error);
  g_assert_cmpuint (slip_what_if_get_n_moves (what_if), ==, 2);
  g_assert_cmpuint (slip_what_if_get_number (what_if, 1), !=, number);
  assert_date (slip_what_if_get_state (what_if), "r", SLIP_ANCHOR_RELEASE,
               "2026-12-18");
  slip_what_if_undo (what_if);
  assert_date (slip_what_if_get_state (what_if), "r", SLIP_ANCHOR_RELEASE,
               "2026-12-08");
  slip_what_if_redo (what_if);

  g_assert_false (slip_what_if_replace (what_if,
                                        new_move (before, "r", "2026-12-08"),
                                        NULL, &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING);
  assert_date (slip_what_if_get_state (what_if), "r", SLIP_ANCHOR_RELEASE,
               "2026-12-18");
}

static void
test_nothing_is_no_move (void)
{
  g_autoptr (SlipPlanState) state = new_two_releases ();
  g_autoptr (SlipWhatIf) what_if = slip_what_if_new (state);
  g_autoptr (GError) error = NULL;

  g_assert_false (slip_what_if_add (what_if,
                                    new_move (state, "r", "2026-12-08"), NULL,
                                    &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING);
  g_clear_error (&error);
  g_assert_false (slip_what_if_add (what_if,
                                    new_move (state, "nobody", "2026-12-08"),
                                    NULL, &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND);
  g_assert_cmpuint (slip_what_if_get_n_moves (what_if), ==, 0);
}

static void
test_parts_are_asked_for (void)
{
  g_autoptr (SlipPlanState) state = new_two_releases ();
  g_autoptr (SlipWhatIf) what_if = NULL;
  g_autoptr (GPtrArray) needs = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GError) error = NULL;

  slip_plan_state_unload (state, "r");
  what_if = slip_what_if_new (state);
  g_assert_false (slip_what_if_add (what_if,
                                    new_move (state, "r", "2026-12-16"), needs,
                                    &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_LOADED);
  g_assert_cmpuint (needs->len, ==, 1);
  g_assert_cmpstr (needs->pdata[0], ==, "r");
}

static void
test_kept_is_the_fork_in_one_set (void)
{
  g_autoptr (SlipPlanState) state = new_two_releases ();
  g_autoptr (SlipWhatIf) what_if = NULL;
  g_autoptr (GPtrArray) moves = NULL;
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (SlipPlanState) kept = NULL;

  tell (&state, "support", SLIP_COMMUNICATION_BRIEF, "2026-11-20", "", NULL);
  what_if = slip_what_if_new (state);
  add_move (what_if, "r", "2026-12-16");
  add_move (what_if, "s", NULL);
  add_move (what_if, "r", "2026-12-18");
  moves = slip_what_if_dup_moves (what_if);
  set = slip_intent_run (slip_what_if_keep, moves, state, NULL);
  g_assert_cmpint (set->verb, ==, SLIP_VERB_WHAT_IF);
  g_assert_cmpstr (set->subject, ==, "Payments 3.9 and 2 others");
  kept = slip_plan_state_apply (state, set, NULL);
  assert_same (kept, slip_what_if_get_state (what_if));
}

static void
test_others_edits_stay (void)
{
  g_autoptr (SlipPlanState) state = new_two_releases ();
  g_autoptr (SlipWhatIf) what_if = slip_what_if_new (state);
  g_autoptr (SlipPlanState) kept = NULL;

  add_move (what_if, "r", "2026-12-16");
  move_in_plan (&state, "s", "2026-12-14");
  slip_what_if_rebase (what_if, state);
  assert_date (slip_what_if_get_state (what_if), "r", SLIP_ANCHOR_RELEASE,
               "2026-12-16");
  assert_date (slip_what_if_get_state (what_if), "s", SLIP_ANCHOR_RELEASE,
               "2026-12-14");
  kept = keep_on (state, what_if);
  assert_same (kept, slip_what_if_get_state (what_if));
}

static void
test_what_no_longer_applies_is_told (void)
{
  g_autoptr (SlipPlanState) state = new_two_releases ();
  g_autoptr (SlipWhatIf) what_if = slip_what_if_new (state);
  g_autoptr (SlipPlanState) kept = NULL;
  g_autofree char *reason = NULL;

  add_move (what_if, "r", "2026-12-16");
  add_move (what_if, "s", "2026-12-17");
  move_in_plan (&state, "r", "2026-12-11");
  slip_what_if_rebase (what_if, state);
  g_assert_cmpint (slip_what_if_get_fate (what_if, 0), ==,
                   SLIP_WHAT_IF_CHANGED);
  g_assert_cmpint (slip_what_if_get_fate (what_if, 1), ==,
                   SLIP_WHAT_IF_APPLIES);
  g_assert_cmpuint (slip_what_if_get_n_applied (what_if), ==, 1);
  reason = slip_what_if_dup_reason (what_if, 0, day (TODAY));
  g_assert_cmpstr (reason, ==,
                   "Payments 3.9 was changed meanwhile: Fri 11 December now");
  kept = keep_on (state, what_if);
  assert_date (kept, "r", SLIP_ANCHOR_RELEASE, "2026-12-11");
  assert_date (kept, "s", SLIP_ANCHOR_RELEASE, "2026-12-17");

  slip_what_if_insist (what_if, 0);
  g_assert_cmpint (slip_what_if_get_fate (what_if, 0), ==,
                   SLIP_WHAT_IF_APPLIES);
  assert_date (slip_what_if_get_state (what_if), "r", SLIP_ANCHOR_RELEASE,
               "2026-12-16");
}

static void
test_gone_and_done (void)
{
  g_autoptr (SlipPlanState) state = new_two_releases ();
  g_autoptr (SlipWhatIf) what_if = slip_what_if_new (state);
  g_autofree char *reason = NULL;

  add_move (what_if, "r", "2026-12-16");
  add_move (what_if, "s", "2026-12-17");
  move_in_plan (&state, "s", "2026-12-17");
  set_integer (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_IS_DELETED, TRUE);
  slip_what_if_rebase (what_if, state);
  g_assert_cmpint (slip_what_if_get_fate (what_if, 0), ==, SLIP_WHAT_IF_GONE);
  g_assert_cmpint (slip_what_if_get_fate (what_if, 1), ==, SLIP_WHAT_IF_DONE);
  reason = slip_what_if_dup_reason (what_if, 0, day (TODAY));
  g_assert_cmpstr (reason, ==, "Payments 3.9 is not in the plan any more");
  assert_same (slip_what_if_get_state (what_if), state);
}

static void
test_a_move_can_be_taken_out (void)
{
  g_autoptr (SlipPlanState) state = new_two_releases ();
  g_autoptr (SlipWhatIf) what_if = slip_what_if_new (state);

  add_move (what_if, "r", "2026-12-16");
  add_move (what_if, "s", "2026-12-17");
  add_move (what_if, "r", "2026-12-18");
  slip_what_if_drop (what_if, 0);
  g_assert_cmpuint (slip_what_if_get_n_moves (what_if), ==, 2);
  assert_date (slip_what_if_get_state (what_if), "s", SLIP_ANCHOR_RELEASE,
               "2026-12-17");
  /* It was thought up for the 16th. */
  g_assert_cmpint (slip_what_if_get_fate (what_if, 1), ==,
                   SLIP_WHAT_IF_CHANGED);
}

static void
test_texts (void)
{
  g_autoptr (SlipPlanState) state = new_two_releases ();
  g_autoptr (SlipWhatIf) what_if = slip_what_if_new (state);
  static const char *const texts[] = {
    "move of Payments 3.9 to Wed 16 December", "unscheduling of Mobile 4.2",
    "Payments 3.9 is Building"
  };

  add_move (what_if, "r", "2026-12-16");
  add_move (what_if, "s", NULL);
  add (what_if,
       new_card (slip_what_if_get_state (what_if), "r", SLIP_STATUS_BUILDING));
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autofree char *text =
      slip_what_if_move_dup_text (slip_what_if_get_move (what_if, i), state,
                                  day (TODAY));

    g_assert_cmpstr (text, ==, texts[i]);
  }
}

static void
test_a_draft_is_the_same_what_if (void)
{
  static const char *const kept[] = { "one", "two; three", NULL };
  g_autoptr (SlipPlanState) state = new_two_releases ();
  g_autoptr (SlipWhatIf) what_if = slip_what_if_new (state);
  g_autoptr (SlipWhatIf) read = NULL;
  SlipMove *move = slip_move_new ("r",
                                  (SlipPlannedDate){ day ("2027-01-01"),
                                                     SLIP_CERTAINTY_MONTH },
                                  SLIP_MOVE_ONLY_RELEASE, day (TODAY));

  slip_move_set_parts (move, kept, NULL);
  add (what_if, slip_what_if_move_new_date (state, move));
  add_move (what_if, "s", NULL);
  add (what_if,
       slip_what_if_move_new_card (slip_what_if_get_state (what_if),
                                   slip_board_move_new ("s", SLIP_STATUS_READY,
                                                        NULL, "r")));

  g_autofree char *text = slip_what_if_draft_print (what_if);
  read = slip_what_if_draft_parse (text, state);
  g_autofree char *again = slip_what_if_draft_print (read);
  g_assert_cmpstr (text, ==, again);
  assert_same (slip_what_if_get_state (what_if), slip_what_if_get_state (read));
  g_assert_cmpstr (slip_what_if_get_move (read, 0)->date->kept[1], ==,
                   "two; three");
  g_assert_cmpuint (slip_what_if_get_n_applied (read), ==, 3);
}

static void
test_a_draft_tells_what_changed_meanwhile (void)
{
  g_autoptr (SlipPlanState) state = new_two_releases ();
  g_autoptr (SlipWhatIf) what_if = slip_what_if_new (state);
  g_autoptr (SlipWhatIf) read = NULL;

  add_move (what_if, "r", "2026-12-16");
  move_in_plan (&state, "r", "2026-12-11");
  g_autofree char *text = slip_what_if_draft_print (what_if);
  read = slip_what_if_draft_parse (text, state);
  g_assert_cmpint (slip_what_if_get_fate (read, 0), ==, SLIP_WHAT_IF_CHANGED);
}

static void
test_a_broken_draft_is_none (void)
{
  static const char *const texts[] = {
    "",
    "nonsense",
    "[1]\ntype=date\n",
    "[1]\ntype=what\nrelease=r\n",
    "[1]\ntype=date\nrelease=r\nstatus-before=planned\ndate=2026-13-01\n"
    "certainty=confirmed\ntoday=2026-11-23\ndate-before=2026-12-08\n"
    "certainty-before=confirmed\n",
    "[1]\ntype=date\nrelease=r\nstatus-before=planned\ndate=2026-12-01\n"
    "certainty=confirmed\ntoday=2026-11-23\ndate-before=2026-12-08\n"
    "certainty-before=confirmed\nstay=4096\n",
    "[1]\ntype=card\nrelease=r\nstatus-before=planned\nstatus=gone\n"
    "date-before=2026-12-08\ncertainty-before=confirmed\n",
  };
  g_autoptr (SlipPlanState) state = new_two_releases ();

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_assert_null (slip_what_if_draft_parse (texts[i], state));
}

static void
add_stage_move (SlipWhatIf *what_if, const char *stage, int start, int end)
{
  add (what_if,
       slip_what_if_move_new_stage (slip_what_if_get_state (what_if),
                                    slip_stage_move_new_by (stage, start, end,
                                                            day (TODAY))));
}

static void
assert_days (const SlipPlanState *state,
             const char *stage,
             const char *first,
             const char *last)
{
  SlipRange range =
    slip_stage_get_days (slip_plan_state_get (state, SLIP_KIND_STAGE, stage));
  g_autofree char *first_text = slip_date_to_text (range.first);
  g_autofree char *last_text = slip_date_to_text (range.last);

  g_assert_cmpstr (first_text, ==, first);
  g_assert_cmpstr (last_text, ==, last);
}

static void
test_stages_move (void)
{
  g_autoptr (SlipPlanState) state = new_truth_plan ();
  g_autoptr (SlipWhatIf) what_if = slip_what_if_new (state);
  g_autoptr (SlipWhatIf) read = NULL;
  g_autoptr (SlipPlanState) kept = NULL;
  g_autofree char *text = NULL;
  g_autofree char *draft = NULL;

  add_stage_move (what_if, "internal", 1, 1);
  assert_days (slip_what_if_get_state (what_if), "internal", "2026-12-02",
               "2026-12-05");
  assert_days (state, "internal", "2026-12-01", "2026-12-04");
  text = slip_what_if_move_dup_text (slip_what_if_get_move (what_if, 0), state,
                                     day (TODAY));
  g_assert_cmpstr (text, ==,
                   "move of “internal” of Payments 3.9 to Wed 2 December – Sat "
                   "5 December");
  add_stage_move (what_if, "internal", 0, 1);
  kept = keep_on (state, what_if);
  assert_same (kept, slip_what_if_get_state (what_if));
  assert_days (kept, "internal", "2026-12-02", "2026-12-06");
  draft = slip_what_if_draft_print (what_if);
  read = slip_what_if_draft_parse (draft, state);
  assert_same (kept, slip_what_if_get_state (read));
  slip_what_if_undo (what_if);
  assert_days (slip_what_if_get_state (what_if), "internal", "2026-12-02",
               "2026-12-05");
}

static void
test_stages_of_others (void)
{
  g_autoptr (SlipPlanState) state = new_truth_plan ();
  g_autoptr (SlipWhatIf) what_if = slip_what_if_new (state);
  g_autoptr (SlipStageMove) move =
    slip_stage_move_new_by ("internal", 2, 2, day (TODAY));
  g_autofree char *draft = NULL;
  g_autoptr (SlipWhatIf) read = NULL;
  g_autoptr (GPtrArray) needs = NULL;

  add_stage_move (what_if, "internal", 1, 1);
  draft = slip_what_if_draft_print (what_if);
  apply_intent (&state, slip_stage_move_run, move);
  slip_what_if_rebase (what_if, state);
  g_assert_cmpint (slip_what_if_get_fate (what_if, 0), ==,
                   SLIP_WHAT_IF_CHANGED);
  /* Before its stages are read nobody knows. */
  slip_plan_state_unload (state, "r");
  read = slip_what_if_draft_parse (draft, state);
  g_assert_cmpint (slip_what_if_get_fate (read, 0), ==,
                   SLIP_WHAT_IF_NOT_LOADED);
  needs = slip_what_if_list_needs (read);
  g_assert_cmpstr (needs->pdata[0], ==, "r");
}

static SlipPlanState *
new_random_plan (void)
{
  g_autoptr (GPtrArray) rows =
    slip_generate_rows (60, 5, (guint32) g_test_rand_int (), day (TODAY));
  SlipPlanState *state = slip_plan_state_new ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  create_named (edit, SLIP_KIND_PLAN, "plan", "Plan");
  apply_edit (&state, edit);
  for (guint i = 0; i < rows->len; i++)
    slip_plan_state_take_row (state, slip_row_ref (rows->pdata[i]));
  for (guint i = 0; i < rows->len; i++)
    if (slip_row_get_kind (rows->pdata[i]) == SLIP_KIND_RELEASE) {
      slip_plan_state_set_loaded (state, slip_row_get_id (rows->pdata[i]));
      slip_plan_state_summarize (state, slip_row_get_id (rows->pdata[i]));
    }
  return state;
}

static SlipWhatIfMove *
new_random_move (const SlipPlanState *state, const GPtrArray *releases)
{
  const char *release = slip_row_get_id (
    releases->pdata[g_test_rand_int_range (0, (int) releases->len)]);
  SlipPlannedDate to = {
    slip_date_add_days (day (TODAY), g_test_rand_int_range (-10, 120)),
    (SlipCertainty) g_test_rand_int_range (0, SLIP_N_CERTAINTIES),
  };

  if (g_test_rand_int_range (0, 4) == 0)
    return slip_what_if_move_new_card (
      state,
      slip_board_move_new (release,
                           (SlipStatus) g_test_rand_int_range (
                             SLIP_STATUS_PLANNED, SLIP_STATUS_ROLLING_OUT),
                           NULL, NULL));

  return slip_what_if_move_new_date (
    state, slip_move_new (release, to, (guint) g_test_rand_int_range (0, 64),
                          day (TODAY)));
}

/* The law: what is kept is what was seen, if nothing happened meanwhile; and
 * the moves made one by one come to the same. */
static void
test_law_of_keeping (void)
{
  for (guint i = 0; i < 40; i++) {
    g_autoptr (SlipPlanState) state = new_random_plan ();
    g_autoptr (GPtrArray) releases =
      slip_plan_state_list (state, SLIP_KIND_RELEASE);
    g_autofree char *digest = slip_plan_state_digest (state);
    g_autofree char *same = NULL;
    g_autoptr (SlipWhatIf) what_if = slip_what_if_new (state);
    g_autoptr (SlipWhatIf) read = NULL;
    g_autoptr (SlipPlanState) kept = NULL;
    int n = g_test_rand_int_range (1, 12);

    for (int k = 0; k < n; k++)
      slip_what_if_add (what_if,
                        new_random_move (slip_what_if_get_state (what_if),
                                         releases),
                        NULL, NULL);
    same = slip_plan_state_digest (state);
    g_assert_cmpstr (digest, ==, same);
    kept = keep_on (state, what_if);
    assert_same (kept, slip_what_if_get_state (what_if));

    g_autofree char *text = slip_what_if_draft_print (what_if);
    read = slip_what_if_draft_parse (text, state);
    if (read != NULL)
      assert_same (slip_what_if_get_state (read), kept);
    slip_what_if_rebase (what_if, state);
    assert_same (slip_what_if_get_state (what_if), kept);
    while (slip_what_if_peek_undo (what_if) != NULL)
      slip_what_if_undo (what_if);
    assert_same (slip_what_if_get_state (what_if), state);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/what-if/moves-only-the-fork", test_moves_only_the_fork);
  g_test_add_func ("/what-if/undo-and-redo", test_undo_and_redo);
  g_test_add_func ("/what-if/the-last-move-is-replaced",
                   test_the_last_move_is_replaced);
  g_test_add_func ("/what-if/nothing-is-no-move", test_nothing_is_no_move);
  g_test_add_func ("/what-if/parts-are-asked-for", test_parts_are_asked_for);
  g_test_add_func ("/what-if/kept-is-the-fork-in-one-set",
                   test_kept_is_the_fork_in_one_set);
  g_test_add_func ("/what-if/others-edits-stay", test_others_edits_stay);
  g_test_add_func ("/what-if/what-no-longer-applies-is-told",
                   test_what_no_longer_applies_is_told);
  g_test_add_func ("/what-if/gone-and-done", test_gone_and_done);
  g_test_add_func ("/what-if/a-move-can-be-taken-out",
                   test_a_move_can_be_taken_out);
  g_test_add_func ("/what-if/texts", test_texts);
  g_test_add_func ("/what-if/a-draft-is-the-same-what-if",
                   test_a_draft_is_the_same_what_if);
  g_test_add_func ("/what-if/a-draft-tells-what-changed-meanwhile",
                   test_a_draft_tells_what_changed_meanwhile);
  g_test_add_func ("/what-if/a-broken-draft-is-none",
                   test_a_broken_draft_is_none);
  g_test_add_func ("/what-if/stages-move", test_stages_move);
  g_test_add_func ("/what-if/stages-of-others", test_stages_of_others);
  g_test_add_func ("/what-if/law-of-keeping", test_law_of_keeping);
  return g_test_run ();
}
