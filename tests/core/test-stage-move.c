/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-move.h"

#include "rollout-plan.h"

#define TODAY    "2026-11-26"
#define N_RANDOM 600

static void
move_to (SlipPlanState **state,
         const char *stage,
         const char *first,
         const char *last)
{
  g_autoptr (SlipStageMove) move =
    slip_stage_move_new (stage, days (first, last), day (TODAY));

  apply_intent (state, slip_stage_move_run, move);
}

static void
assert_move_refused (const SlipPlanState *state,
                     const char *stage,
                     const char *first,
                     const char *last,
                     const char *today,
                     SlipPlanError code)
{
  g_autoptr (SlipStageMove) move =
    slip_stage_move_new (stage, days (first, last), day (today));

  assert_refused (state, slip_stage_move_run, move, code);
}

static void
assert_stage_days (const SlipPlanState *state,
                   const char *stage,
                   const char *first,
                   const char *last)
{
  assert_stage_date (state, stage, SLIP_STAGE_PLANNED_START, first);
  assert_stage_date (state, stage, SLIP_STAGE_PLANNED_END, last);
}

static void
test_a_whole_stage_goes_where_it_is_put (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  move_to (&state, "internal", "2026-11-28", "2026-12-04");

  assert_stage_days (state, "internal", "2026-11-28", "2026-12-04");
  g_assert_cmpint (slip_row_get_integer (get_stage (state, "internal"),
                                         SLIP_STAGE_START_OFFSET),
                   ==, -10);
  assert_date (state, "pay", SLIP_ANCHOR_RELEASE, "2026-12-08");
  /* It still hangs on the release. */
  set_planned (&state, "pay", SLIP_ANCHOR_RELEASE, "2026-12-09",
               SLIP_CERTAINTY_CONFIRMED);
  move_to (&state, "quarter", "2026-12-15", "2026-12-17");
  assert_stage_days (state, "internal", "2026-11-29", "2026-12-05");
  assert_no_faults (state);
}

static void
test_what_hangs_on_it_follows (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  assert_stage_days (state, "quarter", "2026-12-10", "2026-12-12");
  assert_stage_days (state, "all", "2026-12-13", "2026-12-13");
  move_to (&state, "quarter", "2026-12-14", "2026-12-16");

  assert_stage_days (state, "quarter", "2026-12-14", "2026-12-16");
  assert_stage_days (state, "all", "2026-12-17", "2026-12-17");
  assert_stage_days (state, "five", "2026-12-08", "2026-12-09");
}

static void
test_its_start_moves_alone (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  move_to (&state, "quarter", "2026-12-11", "2026-12-12");

  assert_stage_days (state, "quarter", "2026-12-11", "2026-12-12");
  assert_stage_days (state, "all", "2026-12-13", "2026-12-13");
  g_assert_cmpint (slip_row_get_integer (get_stage (state, "quarter"),
                                         SLIP_STAGE_LENGTH_DAYS),
                   ==, 2);
}

static void
test_its_end_moves_what_follows (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  move_to (&state, "quarter", "2026-12-10", "2026-12-15");

  assert_stage_days (state, "quarter", "2026-12-10", "2026-12-15");
  assert_stage_days (state, "all", "2026-12-16", "2026-12-16");
}

static void
test_the_launch_moves_the_release (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  set_planned (&state, "pay", SLIP_ANCHOR_DEPLOY, "2026-12-07",
               SLIP_CERTAINTY_CONFIRMED);
  move_to (&state, "five", "2026-12-10", "2026-12-11");

  assert_date (state, "pay", SLIP_ANCHOR_RELEASE, "2026-12-10");
  assert_date (state, "pay", SLIP_ANCHOR_DEPLOY, "2026-12-09");
  assert_stage_days (state, "internal", "2026-12-03", "2026-12-09");
  assert_stage_days (state, "five", "2026-12-10", "2026-12-11");
}

static void
test_the_launch_begins_earlier_and_ends_then (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  move_to (&state, "five", "2026-12-07", "2026-12-09");

  assert_date (state, "pay", SLIP_ANCHOR_RELEASE, "2026-12-07");
  assert_stage_days (state, "five", "2026-12-07", "2026-12-09");
  assert_stage_days (state, "quarter", "2026-12-10", "2026-12-12");
}

static void
test_working_days_stay_working_days_where_they_can (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  set_integer (&state, SLIP_KIND_STAGE, "internal", SLIP_STAGE_START_UNIT,
               SLIP_UNIT_WORKING_DAYS);
  move_to (&state, "internal", "2026-11-30", "2026-12-06");
  g_assert_cmpint (slip_row_get_integer (get_stage (state, "internal"),
                                         SLIP_STAGE_START_OFFSET),
                   ==, -6);
  g_assert_cmpint (slip_row_get_integer (get_stage (state, "internal"),
                                         SLIP_STAGE_START_UNIT),
                   ==, SLIP_UNIT_WORKING_DAYS);

  /* No number of working days leads to a Saturday. */
  move_to (&state, "internal", "2026-11-28", "2026-12-04");
  assert_stage_days (state, "internal", "2026-11-28", "2026-12-04");
  g_assert_cmpint (slip_row_get_integer (get_stage (state, "internal"),
                                         SLIP_STAGE_START_UNIT),
                   ==, SLIP_UNIT_CALENDAR_DAYS);
  assert_no_faults (state);
}

static void
test_a_pinned_stage_stays_pinned_where_it_is_put (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  set_integer (&state, SLIP_KIND_STAGE, "quarter", SLIP_STAGE_START_IS_PINNED,
               TRUE);
  move_to (&state, "quarter", "2026-12-20", "2026-12-24");

  assert_stage_days (state, "quarter", "2026-12-20", "2026-12-24");
  assert_stage_days (state, "all", "2026-12-25", "2026-12-25");
  move_to (&state, "five", "2026-12-10", "2026-12-11");
  assert_stage_days (state, "quarter", "2026-12-20", "2026-12-24");
}

static void
test_only_the_end_of_what_runs_moves (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  act (&state, slip_rollout_start, "internal", "2026-12-01", 9);
  move_to (&state, "internal", "2026-12-01", "2026-12-10");

  assert_stage_date (state, "internal", SLIP_STAGE_EXPECTED_END, "2026-12-10");
  assert_stage_days (state, "internal", "2026-12-01", "2026-12-07");
  g_assert_cmpint (slip_row_get_integer (get_stage (state, "internal"),
                                         SLIP_STAGE_LENGTH_DAYS),
                   ==, 10);
  assert_move_refused (state, "internal", "2026-12-02", "2026-12-10", TODAY,
                       SLIP_PLAN_ERROR_INVALID);
  assert_move_refused (state, "internal", "2026-12-01", "2026-12-02",
                       "2026-12-03", SLIP_PLAN_ERROR_INVALID);
}

static void
test_the_next_follows_the_end_of_what_runs (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  move_to (&state, "five", "2026-12-08", "2026-12-13");

  assert_stage_days (state, "quarter", "2026-12-14", "2026-12-16");
  assert_stage_days (state, "all", "2026-12-17", "2026-12-17");
}

/* Its start was not recorded, and it ended before the planned one. */
static void
test_what_has_run_began_before_it_ended (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);
  SlipRange range;

  slip_edit_set_integer (edit, SLIP_KIND_STAGE, "internal", SLIP_STAGE_STATE,
                         SLIP_STAGE_STATE_DONE);
  slip_edit_set_date (edit, SLIP_KIND_STAGE, "internal",
                      SLIP_STAGE_EXPECTED_END, day ("2026-01-05"));
  apply_edit (&state, edit);

  range = slip_stage_get_days (get_stage (state, "internal"));
  g_assert_cmpint (range.first.day, ==, day ("2026-01-05").day);
  g_assert_cmpint (range.last.day, ==, day ("2026-01-05").day);
}

static void
test_what_is_over_or_nowhere_stays (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipPlanState) unscheduled = new_rollout_plan ();
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_RELEASE, "pay");

  act (&state, slip_rollout_start, "internal", "2026-12-01", 9);
  act (&state, slip_rollout_start, "five", "2026-12-08", 9);
  assert_move_refused (state, "internal", "2026-12-02", "2026-12-08", TODAY,
                       SLIP_PLAN_ERROR_INVALID);
  assert_move_refused (state, "quarter", "2026-12-20", "2026-12-19", TODAY,
                       SLIP_PLAN_ERROR_INVALID);
  assert_move_refused (state, "quarter", "2026-12-10", "2026-12-12", TODAY,
                       SLIP_PLAN_ERROR_NOTHING);
  assert_move_refused (state, "gone", "2026-12-10", "2026-12-12", TODAY,
                       SLIP_PLAN_ERROR_NOT_FOUND);

  slip_entity_edit_add_date (edit, SLIP_RELEASE_RELEASE_DATE, SLIP_DATE_NONE);
  slip_entity_edit_add_integer (edit, SLIP_RELEASE_RELEASE_CERTAINTY,
                                SLIP_CERTAINTY_UNSCHEDULED);
  apply_intent (&unscheduled, slip_entity_edit_run, edit);
  assert_move_refused (unscheduled, "quarter", "2026-12-10", "2026-12-12",
                       TODAY, SLIP_PLAN_ERROR_INVALID);
}

static void
test_a_released_release_stays (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  set_status_by_hand (&state, SLIP_STATUS_CANCELLED);

  assert_move_refused (state, "quarter", "2026-12-20", "2026-12-22", TODAY,
                       SLIP_PLAN_ERROR_INVALID);
}

static void
test_keys_move_from_where_it_is (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipStageMove) later =
    slip_stage_move_new_by ("quarter", 1, 1, day (TODAY));
  g_autoptr (SlipStageMove) longer =
    slip_stage_move_new_by ("quarter", 0, 2, day (TODAY));

  apply_intent (&state, slip_stage_move_run, later);
  apply_intent (&state, slip_stage_move_run, later);
  apply_intent (&state, slip_stage_move_run, longer);

  assert_stage_days (state, "quarter", "2026-12-12", "2026-12-16");
}

static void
test_what_is_kept_stays_and_is_pinned (void)
{
  static const char *const kept[] = { "all", NULL };
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipStageMove) move =
    slip_stage_move_new ("quarter", days ("2026-12-11", "2026-12-13"),
                         day (TODAY));

  slip_stage_move_set_parts (move, 0, kept, NULL);
  apply_intent (&state, slip_stage_move_run, move);

  assert_stage_days (state, "quarter", "2026-12-11", "2026-12-13");
  assert_stage_days (state, "all", "2026-12-13", "2026-12-13");
  g_assert_true (slip_row_get_boolean (get_stage (state, "all"),
                                       SLIP_STAGE_START_IS_PINNED));
}

static char *
dup_lines (const SlipPreview *preview)
{
  g_autoptr (GPtrArray) lines = slip_preview_describe (preview);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const SlipPreviewLine *line = lines->pdata[i];

    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line->text);
  }
  return g_string_free (text, FALSE);
}

static void
assert_preview (const SlipPlanState *state,
                const char *stage,
                const char *first,
                const char *last,
                const char *expected)
{
  const SlipConflictContext context = slip_conflict_context_new (day (TODAY));
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStageMove) move =
    slip_stage_move_new (stage, days (first, last), day (TODAY));
  SlipPreview *preview =
    slip_stage_move_preview (state, move, &context, &error);
  g_autofree char *lines = NULL;

  g_assert_no_error (error);
  lines = dup_lines (preview);
  slip_preview_free (preview);
  g_assert_cmpstr (lines, ==, expected);
}

static void
test_the_preview_tells_of_the_stage_and_what_follows (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  assert_preview (state, "quarter", "2026-12-12", "2026-12-14",
                  "“quarter”: Thu 10 December → Sat 12 December (+2 days)\n"
                  "Following their rules: 1 stage");
  assert_preview (state, "quarter", "2026-12-10", "2026-12-13",
                  "“quarter” ends: Sat 12 December → Sun 13 December "
                  "(3 → 4 days)\nFollowing their rules: 1 stage");
  assert_preview (state, "internal", "2026-11-30", "2026-12-07",
                  "“internal” starts: Tue 1 December → Mon 30 November "
                  "(7 → 8 days)");
}

static void
set_of_stage (SlipPlanState **state,
              const char *stage,
              guint property,
              gint64 integer)
{
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_STAGE, stage);

  slip_entity_edit_add_integer (edit, property, integer);
  apply_intent (state, slip_entity_edit_run, edit);
}

/* A plan of anything: rules, units, pins and states. */
static SlipPlanState *
draw_plan (void)
{
  SlipPlanState *state = new_plan ();
  int n_stages = g_test_rand_int_range (1, 7);
  int launch = g_test_rand_int_range (0, n_stages);
  char date[SLIP_DATE_TEXT_SIZE];

  slip_date_print (slip_date_add_days (day ("2026-12-01"),
                                       g_test_rand_int_range (0, 60)),
                   date);
  add_release (&state, "pay", "payments", "3.9", date);
  for (int i = 0; i < n_stages; i++) {
    char id[] = { 's', (char) ('0' + i), '\0' };
    PlannedStage stage = {
      id,
      SLIP_STAGE_TYPE_SEGMENT,
      0,
      0,
      i == launch,
      g_test_rand_bit () ? SLIP_STAGE_ANCHOR_PREVIOUS
                         : SLIP_STAGE_ANCHOR_RELEASE,
      g_test_rand_int_range (-15, 15),
      g_test_rand_int_range (0, 9),
      0,
      SLIP_ADVANCE_BY_HAND,
    };

    add_planned_stage (&state, "pay", &stage);
    if (g_test_rand_bit ())
      set_of_stage (&state, id, SLIP_STAGE_START_UNIT, SLIP_UNIT_WORKING_DAYS);
    if (i != launch && g_test_rand_int_range (0, 5) == 0)
      set_of_stage (&state, id, SLIP_STAGE_START_IS_PINNED, TRUE);
  }
  if (g_test_rand_bit ())
    act (&state, slip_rollout_start, "s0", "2026-11-25", 9);
  return state;
}

static SlipRange
draw_target (const SlipRow *stage)
{
  SlipRange range = slip_stage_get_days (stage);
  int days_later = g_test_rand_int_range (-20, 40);
  int part = slip_stage_can_move (stage) ? g_test_rand_int_range (0, 3) : 2;

  if (part == 0 || part == 1)
    range.first = slip_date_add_days (range.first, days_later);
  if (part == 0 || part == 2)
    range.last = slip_date_add_days (range.last, days_later);
  return range;
}

static void
assert_inverse (const SlipPlanState *before,
                const SlipPlanState *after,
                const SlipChangeSet *set)
{
  g_autoptr (SlipChangeSet) inverse = slip_change_set_new_inverse (set);
  g_autoptr (SlipPlanState) back = slip_plan_state_apply (after, inverse, NULL);
  g_autofree char *digest = slip_plan_state_digest (before);
  g_autofree char *digest_back = slip_plan_state_digest (back);

  g_assert_cmpstr (digest_back, ==, digest);
}

/* The law: where it is allowed, the stage is where it was put, nothing
 * contradicts its rule, and the inverse restores the plan; else nothing is
 * said but why. */
static void
test_on_any_plan_it_is_where_it_was_put (void)
{
  int n_moved = 0;

  for (int i = 0; i < N_RANDOM; i++) {
    g_autoptr (SlipPlanState) state = draw_plan ();
    g_autoptr (GPtrArray) stages = slip_stage_list (state, "pay");
    const SlipRow *stage =
      stages->pdata[g_test_rand_int_range (0, (int) stages->len)];
    SlipRange to = draw_target (stage);
    g_autoptr (SlipStageMove) move =
      slip_stage_move_new (slip_row_get_id (stage), to, day (TODAY));
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipChangeSet) set =
      slip_intent_run (slip_stage_move_run, move, state, &error);
    g_autoptr (SlipPlanState) after = NULL;
    SlipRange found;

    if (set == NULL) {
      g_assert_true (slip_range_is_empty (to) ||
                     slip_date_is_before (to.last, day (TODAY)) ||
                     error->code == SLIP_PLAN_ERROR_NOTHING);
      continue;
    }
    after = slip_plan_state_apply (state, set, &error);
    g_assert_no_error (error);
    found = slip_stage_get_days (get_stage (after, move->stage));
    g_assert_cmpint (found.first.day, ==, to.first.day);
    g_assert_cmpint (found.last.day, ==, to.last.day);
    assert_no_faults (after);
    assert_inverse (state, after, set);
    n_moved++;
  }
  g_assert_cmpint (n_moved, >, N_RANDOM / 3);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add_func ("/stage-move/" path, func)
  ADD ("whole/goes-where-it-is-put", test_a_whole_stage_goes_where_it_is_put);
  ADD ("whole/what-hangs-on-it-follows", test_what_hangs_on_it_follows);
  ADD ("whole/launch-moves-the-release", test_the_launch_moves_the_release);
  ADD ("start/moves-alone", test_its_start_moves_alone);
  ADD ("start/launch-begins-earlier",
       test_the_launch_begins_earlier_and_ends_then);
  ADD ("end/moves-what-follows", test_its_end_moves_what_follows);
  ADD ("end/only-that-of-what-runs", test_only_the_end_of_what_runs_moves);
  ADD ("end/next-follows-what-runs",
       test_the_next_follows_the_end_of_what_runs);
  ADD ("rule/working-days-stay-where-they-can",
       test_working_days_stay_working_days_where_they_can);
  ADD ("pinned/stays-pinned-where-put",
       test_a_pinned_stage_stays_pinned_where_it_is_put);
  ADD ("what-has-run-began-before-it-ended",
       test_what_has_run_began_before_it_ended);
  ADD ("refused/what-is-over-or-nowhere", test_what_is_over_or_nowhere_stays);
  ADD ("refused/closed-release", test_a_released_release_stays);
  ADD ("keys/from-where-it-is", test_keys_move_from_where_it_is);
  ADD ("kept/stays-and-is-pinned", test_what_is_kept_stays_and_is_pinned);
  ADD ("preview/tells-of-stage-and-followers",
       test_the_preview_tells_of_the_stage_and_what_follows);
  ADD ("law/where-it-was-put", test_on_any_plan_it_is_where_it_was_put);
#undef ADD
  return g_test_run ();
}
