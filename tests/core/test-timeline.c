/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-timeline.h"

#include <locale.h>

#include "rollout-plan.h"

#define TODAY "2026-12-09"

static SlipTimeline *
new_timeline (const SlipPlanState *state)
{
  g_autoptr (SlipQuery) query = slip_query_new ();

  return slip_timeline_new (state, query, day (TODAY));
}

static const SlipTimelineLane *
find_lane (const SlipTimeline *timeline, const char *release)
{
  int lane = slip_timeline_find_lane (timeline, release);

  g_assert_cmpint (lane, >=, 0);
  return slip_timeline_get_lane (timeline, lane);
}

static const SlipTimelineBar *
find_bar (const SlipTimeline *timeline, const char *stage)
{
  const SlipTimelineLane *lane = find_lane (timeline, "pay");
  int bar = slip_timeline_lane_find_bar (lane, stage);

  g_assert_cmpint (bar, >=, 0);
  return slip_timeline_lane_get_bar (lane, bar);
}

static void
assert_days (const SlipTimeline *timeline,
             const char *stage,
             const char *first,
             const char *last)
{
  SlipRange found = slip_timeline_bar_get_days (find_bar (timeline, stage));
  g_autofree char *found_first = slip_date_to_text (found.first);
  g_autofree char *found_last = slip_date_to_text (found.last);

  g_assert_cmpstr (found_first, ==, first);
  g_assert_cmpstr (found_last, ==, last);
}

static void
test_planned_stages_are_where_they_are_planned (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipTimeline) timeline = new_timeline (state);

  assert_days (timeline, "internal", "2026-12-01", "2026-12-07");
  assert_days (timeline, "five", "2026-12-08", "2026-12-09");
  assert_days (timeline, "all", "2026-12-13", "2026-12-13");
  g_assert_true (slip_range_is_empty (find_bar (timeline, "five")->planned));
}

static void
test_what_has_begun_is_where_it_was (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipTimeline) timeline = NULL;
  const SlipTimelineBar *internal;
  const SlipTimelineBar *five;

  act (&state, slip_rollout_start, "internal", "2026-12-02", 12);
  act (&state, slip_rollout_start, "five", "2026-12-08", 6);
  timeline = new_timeline (state);
  internal = find_bar (timeline, "internal");
  five = find_bar (timeline, "five");

  g_assert_cmpfloat_with_epsilon (internal->start, day ("2026-12-02").day + 0.5,
                                  1e-6);
  g_assert_cmpfloat_with_epsilon (internal->end, day ("2026-12-08").day + 0.25,
                                  1e-6);
  /* The next one begins just as it ends. */
  g_assert_cmpfloat_with_epsilon (five->start, internal->end, 1e-6);
  assert_days (timeline, "five", "2026-12-08", "2026-12-09");
  g_assert_cmpint (internal->planned.first.day, ==, day ("2026-12-01").day);
  g_assert_cmpint (internal->planned.last.day, ==, day ("2026-12-07").day);
}

static void
test_what_runs_goes_on_until_today (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipTimeline) timeline = NULL;

  act (&state, slip_rollout_start, "five", "2026-12-03", 9);
  timeline = new_timeline (state);

  assert_days (timeline, "five", "2026-12-03", TODAY);
}

static void
test_stages_without_days_have_no_bar (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipTimeline) timeline = NULL;
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_set (SLIP_KIND_RELEASE, "pay");

  slip_entity_edit_add_date (edit, SLIP_RELEASE_RELEASE_DATE, SLIP_DATE_NONE);
  slip_entity_edit_add_integer (edit, SLIP_RELEASE_RELEASE_CERTAINTY,
                                SLIP_CERTAINTY_UNSCHEDULED);
  apply_intent (&state, slip_entity_edit_run, edit);
  timeline = new_timeline (state);

  g_assert_cmpuint (find_lane (timeline, "pay")->bars->len, ==, 0);
}

static void
test_lanes_are_open_releases_by_date (void)
{
  static const char *const expected[] = { "soon", "pay", "late", "never" };
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipTimeline) timeline = NULL;

  add_release (&state, "never", "mobile", "9", NULL);
  add_release (&state, "late", "mobile", "5", "2027-03-01");
  add_release (&state, "soon", "mobile", "4", "2026-12-02");
  add_release (&state, "gone", "mobile", "3", "2026-12-01");
  set_integer (&state, SLIP_KIND_RELEASE, "gone", SLIP_RELEASE_STATUS,
               SLIP_STATUS_CANCELLED);
  timeline = new_timeline (state);

  g_assert_cmpuint (timeline->lanes->len, ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_cmpstr (slip_row_get_id (
                       slip_timeline_get_lane (timeline, (int) i)->release),
                     ==, expected[i]);
}

static void
test_what_was_released_of_late_comes_last (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipTimeline) timeline = NULL;
  static const struct {
    const char *id;
    const char *date;
  } released[] = { { "before", "2026-11-20" },
                   { "latest", "2026-12-07" },
                   { "early", "2026-12-15" },
                   { "long-ago", "2026-10-01" } };

  for (guint i = 0; i < G_N_ELEMENTS (released); i++) {
    add_release (&state, released[i].id, "mobile", "1", released[i].date);
    set_integer (&state, SLIP_KIND_RELEASE, released[i].id, SLIP_RELEASE_STATUS,
                 SLIP_STATUS_RELEASED);
  }
  timeline = new_timeline (state);

  g_assert_cmpint (slip_timeline_find_lane (timeline, "pay"), ==, 0);
  g_assert_cmpint (slip_timeline_find_lane (timeline, "early"), ==, 1);
  g_assert_cmpint (slip_timeline_find_lane (timeline, "latest"), ==, 2);
  g_assert_cmpint (slip_timeline_find_lane (timeline, "before"), ==, 3);
  g_assert_cmpint (slip_timeline_find_lane (timeline, "long-ago"), ==, -1);
}

static void
test_only_what_the_query_lets_through_has_a_lane (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();
  g_autoptr (SlipTimeline) timeline = NULL;

  add_release (&state, "mob", "mobile", "4", "2026-12-20");
  slip_query_set_product (query, "mobile");
  timeline = slip_timeline_new (state, query, day (TODAY));

  g_assert_cmpuint (timeline->lanes->len, ==, 1);
  g_assert_cmpint (slip_timeline_find_lane (timeline, "mob"), ==, 0);
}

static void
test_the_days_hold_all_that_is_shown (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipTimeline) timeline = NULL;

  add_release (&state, "far", "mobile", "4", "2028-06-01");
  add_release (&state, "absurd", "mobile", "5", "9999-12-31");
  timeline = new_timeline (state);

  g_assert_true (slip_range_contains (timeline->range, day ("2028-06-01")));
  g_assert_true (slip_range_contains (timeline->range, day (TODAY)));
  g_assert_cmpint (slip_range_get_length (timeline->range), <, 3650);
}

static void
add_freeze (SlipPlanState **state,
            const char *id,
            const char *name,
            SlipSeverity severity)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);

  create_named (edit, SLIP_KIND_FREEZE, id, name);
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_FIRST_DAY,
                      day ("2026-12-13"));
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_LAST_DAY,
                      day ("2026-12-31"));
  slip_edit_set_integer (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_SEVERITY,
                         severity);
  apply_edit (state, edit);
}

static void
test_a_planned_start_in_a_freeze_is_found (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipTimeline) timeline = NULL;
  const SlipTimelineLane *lane;
  const SlipRow *freeze;

  add_freeze (&state, "soft", "Audit week", SLIP_SEVERITY_SOFT);
  add_freeze (&state, "hard", "Year end", SLIP_SEVERITY_HARD);
  timeline = new_timeline (state);
  lane = find_lane (timeline, "pay");
  freeze =
    slip_timeline_bar_find_freeze (state, lane, find_bar (timeline, "all"));

  g_assert_nonnull (freeze);
  g_assert_cmpstr (slip_row_get_id (freeze), ==, "hard");
  g_assert_null (
    slip_timeline_bar_find_freeze (state, lane,
                                   find_bar (timeline, "quarter")));
}

static void
test_a_freeze_for_others_is_none (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipTimeline) timeline = NULL;
  SlipEdit *edit;

  add_freeze (&state, "hard", "Year end", SLIP_SEVERITY_HARD);
  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  create_named (edit, SLIP_KIND_AUDIENCE, "partners", "Partners");
  slip_edit_create (edit, SLIP_KIND_FREEZE_AUDIENCE, "hard-partners", "hard");
  slip_edit_set_text (edit, SLIP_KIND_FREEZE_AUDIENCE, "hard-partners",
                      SLIP_FREEZE_AUDIENCE_AUDIENCE, "partners");
  apply_edit (&state, edit);
  timeline = new_timeline (state);

  g_assert_null (slip_timeline_bar_find_freeze (state,
                                                find_lane (timeline, "pay"),
                                                find_bar (timeline, "all")));
}

static void
assert_caption (const SlipTimeline *timeline,
                const char *stage,
                const char *expected)
{
  g_autofree char *caption =
    slip_timeline_bar_dup_caption (find_bar (timeline, stage), day (TODAY),
                                   FALSE);

  g_assert_cmpstr (caption, ==, expected);
}

static void
test_captions_tell_states_by_marks_and_words (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipTimeline) timeline = NULL;
  g_autofree char *frozen = NULL;

  act (&state, slip_rollout_start, "internal", "2026-12-02", 12);
  act (&state, slip_rollout_start, "five", "2026-12-08", 6);
  timeline = new_timeline (state);
  assert_caption (timeline, "internal", "✓ internal");
  assert_caption (timeline, "five", "five\u00a0· day 2 of 2");
  assert_caption (timeline, "quarter", "quarter");
  frozen = slip_timeline_bar_dup_caption (find_bar (timeline, "all"),
                                          day (TODAY), TRUE);
  g_assert_cmpstr (frozen, ==, "⊘ all");

  g_clear_pointer (&timeline, slip_timeline_free);
  act (&state, slip_rollout_hold, "five", "2026-12-08", 8);
  timeline = new_timeline (state);
  assert_caption (timeline, "five", "‖ five\u00a0· day 2 of 2");

  g_clear_pointer (&timeline, slip_timeline_free);
  roll_back (&state, "five", NULL, "2026-12-09", 8);
  timeline = new_timeline (state);
  assert_caption (timeline, "five", "↶ five");
}

static void
test_captions_of_late_stages_say_so (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipTimeline) timeline = NULL;

  act (&state, slip_rollout_start, "five", "2026-12-06", 12);
  timeline = new_timeline (state);
  assert_caption (timeline, "five", "five\u00a0· 2 days longer than planned");

  g_clear_pointer (&timeline, slip_timeline_free);
  act (&state, slip_rollout_hold, "five", "2026-12-07", 8);
  timeline = new_timeline (state);
  assert_caption (timeline, "five", "‖ five");
}

static void
test_labels_say_all_that_is_seen (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();
  g_autoptr (SlipTimeline) timeline = NULL;
  g_autofree char *label = NULL;

  set_planned (&state, "pay", SLIP_ANCHOR_DEPLOY, "2026-12-01",
               SLIP_CERTAINTY_CONFIRMED);
  add_freeze (&state, "hard", "Year end", SLIP_SEVERITY_HARD);
  act (&state, slip_rollout_start, "internal", "2026-12-02", 12);
  act (&state, slip_rollout_start, "five", "2026-12-08", 6);
  timeline = new_timeline (state);
  label = slip_timeline_lane_dup_label (find_lane (timeline, "pay"), state,
                                        day (TODAY));

  g_assert_cmpstr (
    label, ==,
    "Payments 3.9, Rolling out, deployed 1 Dec; "
    "internal: done, Wed 2 December to Tue 8 December, "
    "planned Tue 1 December to Mon 7 December; "
    "five: active, day 2 of 2, Tue 8 December to Wed 9 December, "
    "planned Tue 8 December to Wed 9 December; "
    "quarter: planned, Thu 10 December to Sat 12 December; "
    "all: planned, Sun 13 December, would start in “Year end”");
}

static void
assert_line (SlipPlanState *state, const char *expected)
{
  g_autoptr (SlipTimeline) timeline = new_timeline (state);
  g_autofree char *line =
    slip_timeline_lane_dup_line (find_lane (timeline, "pay"), day (TODAY));

  g_assert_cmpstr (line, ==, expected);
}

static void
test_lines_tell_when_it_is_deployed (void)
{
  g_autoptr (SlipPlanState) state = new_rollout_plan ();

  assert_line (state, "releases 8 Dec");
  set_planned (&state, "pay", SLIP_ANCHOR_DEPLOY, "2026-12-10",
               SLIP_CERTAINTY_CONFIRMED);
  assert_line (state, "deploys 10 Dec");
  set_planned (&state, "pay", SLIP_ANCHOR_DEPLOY, TODAY,
               SLIP_CERTAINTY_CONFIRMED);
  assert_line (state, "deployed 9 Dec, dark");
  act (&state, slip_rollout_start, "five", TODAY, 6);
  assert_line (state, "deployed 9 Dec");
}

int
main (int argc, char **argv)
{
  setlocale (LC_ALL, "C.UTF-8");
  g_test_init (&argc, &argv, NULL);
#define ADD(path, func) g_test_add_func ("/timeline/" path, func)
  ADD ("bar/planned-stages-are-where-planned",
       test_planned_stages_are_where_they_are_planned);
  ADD ("bar/what-has-begun-is-where-it-was",
       test_what_has_begun_is_where_it_was);
  ADD ("bar/what-runs-goes-on-until-today", test_what_runs_goes_on_until_today);
  ADD ("bar/none-without-days", test_stages_without_days_have_no_bar);
  ADD ("lanes/open-releases-by-date", test_lanes_are_open_releases_by_date);
  ADD ("lanes/released-of-late-last",
       test_what_was_released_of_late_comes_last);
  ADD ("lanes/as-the-query-says",
       test_only_what_the_query_lets_through_has_a_lane);
  ADD ("range/holds-all-that-is-shown", test_the_days_hold_all_that_is_shown);
  ADD ("freeze/a-planned-start-in-one-is-found",
       test_a_planned_start_in_a_freeze_is_found);
  ADD ("freeze/one-for-others-is-none", test_a_freeze_for_others_is_none);
  ADD ("text/captions-by-marks-and-words",
       test_captions_tell_states_by_marks_and_words);
  ADD ("text/captions-of-late-stages-say-so",
       test_captions_of_late_stages_say_so);
  ADD ("text/labels-say-all-that-is-seen", test_labels_say_all_that_is_seen);
  ADD ("text/lines-tell-when-it-is-deployed",
       test_lines_tell_when_it_is_deployed);
#undef ADD
  return g_test_run ();
}
