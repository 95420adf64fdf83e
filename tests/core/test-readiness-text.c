/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-readiness-text.h"

#include "checked-plan.h"

#define TODAY (day ("2026-12-01"))

/* The release 'mob' with a checklist for 'support'; @owner may be NULL. */
static SlipPlanState *
new_text_plan (const char *owner)
{
  SlipPlanState *state = new_checked_plan ();

  add_release (&state, "mob", "mobile", "4.2", "2026-12-08");
  add_checklist (&state, "mob", "support", owner);
  return state;
}

static void
assert_texts (const SlipPlanState *state,
              SlipTone tone,
              const char *figure,
              const char *detail,
              const char *label)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (state, "mob");
  const SlipChecklistSummary *list =
    slip_release_summary_find (summary, "support");
  g_autofree char *figure_text =
    slip_checklist_summary_dup_figure (list, TODAY);
  g_autofree char *detail_text =
    slip_checklist_summary_dup_detail (list, state, TODAY);
  g_autofree char *label_text =
    slip_checklist_summary_dup_label (list, state, TODAY);

  g_assert_cmpint (slip_checklist_summary_get_tone (list, TODAY), ==, tone);
  g_assert_cmpstr (figure_text, ==, figure);
  g_assert_cmpstr (detail_text, ==, detail);
  g_assert_cmpstr (label_text, ==, label);
}

static void
test_tells_how_far_it_is (void)
{
  g_autoptr (SlipPlanState) state = new_text_plan ("lead");

  assert_texts (state, SLIP_TONE_NONE, "no items yet", "Support lead",
                "no items yet, Support lead");
  add_item (&state, "mob", "support", "a", SLIP_ITEM_STATE_TO_DO, "2026-12-04");
  add_item (&state, "mob", "support", "b", SLIP_ITEM_STATE_TO_DO, NULL);
  assert_texts (state, SLIP_TONE_NONE, "○ 0/2", "Support lead · due Fri",
                "0 of 2, Support lead, due Fri 4 December");
  set_integer (&state, SLIP_KIND_ITEM, "a", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_DONE);
  assert_texts (state, SLIP_TONE_WARNING, "◐ 1/2", "Support lead",
                "1 of 2, Support lead");
  set_integer (&state, SLIP_KIND_ITEM, "b", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_BLOCKED);
  assert_texts (state, SLIP_TONE_ERROR, "✗ 1/2", "Support lead · blocked",
                "1 of 2, Support lead, blocked");
  set_integer (&state, SLIP_KIND_ITEM, "b", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_DONE);
  assert_texts (state, SLIP_TONE_GOOD, "✓ 2/2", "Support lead",
                "ready, 2 of 2, Support lead");
}

static void
test_is_loud_without_owner (void)
{
  g_autoptr (SlipPlanState) state = new_text_plan (NULL);

  add_item (&state, "mob", "support", "a", SLIP_ITEM_STATE_TO_DO, NULL);
  assert_texts (state, SLIP_TONE_NONE, "○ 0/1", "⚠ no owner",
                "0 of 1, no owner");
  set_integer (&state, SLIP_KIND_ITEM, "a", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_DOING);
  assert_texts (state, SLIP_TONE_ERROR, "✗ 0/1", "⚠ no owner",
                "0 of 1, no owner");
  set_date_of_item (&state, "a", "2026-11-30");
  assert_texts (state, SLIP_TONE_ERROR, "✗ 0/1", "⚠ no owner · 1 overdue",
                "0 of 1, no owner, 1 overdue");
  set_integer (&state, SLIP_KIND_ITEM, "a", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_DONE);
  assert_texts (state, SLIP_TONE_ERROR, "✗ 1/1", "⚠ no owner",
                "1 of 1, no owner");
}

static void
test_near_days_are_named (void)
{
  static const struct {
    const char *due;
    const char *detail;
  } cases[] = {
    { "2026-12-01", "Support lead · due today" },
    { "2026-12-02", "Support lead · due Wed" },
    { "2026-12-07", "Support lead · due Mon" },
    { "2026-12-08", "Support lead" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_text_plan ("lead");
    g_autoptr (SlipReleaseSummary) summary = NULL;
    g_autofree char *detail = NULL;

    add_item (&state, "mob", "support", "a", SLIP_ITEM_STATE_TO_DO,
              cases[i].due);
    summary = slip_plan_state_get_summary (state, "mob");
    detail = slip_checklist_summary_dup_detail (
      slip_release_summary_find (summary, "support"), state, TODAY);
    g_assert_cmpstr (detail, ==, cases[i].detail);
  }
}

static void
test_not_needed_says_nothing_else (void)
{
  g_autoptr (SlipPlanState) state = new_text_plan (NULL);

  add_item (&state, "mob", "support", "a", SLIP_ITEM_STATE_TO_DO, "2026-11-01");
  set_integer (&state, SLIP_KIND_CHECKLIST, "mob-support",
               SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
  assert_texts (state, SLIP_TONE_NONE, "not needed", NULL, "not needed");
}

static void
test_ready_is_good_whatever_is_optional (void)
{
  g_autoptr (SlipPlanState) state = new_text_plan ("lead");

  add_item (&state, "mob", "support", "a", SLIP_ITEM_STATE_DONE, NULL);
  add_item (&state, "mob", "support", "b", SLIP_ITEM_STATE_TO_DO, "2026-11-30");
  set_integer (&state, SLIP_KIND_ITEM, "b", SLIP_ITEM_IS_REQUIRED, FALSE);
  assert_texts (state, SLIP_TONE_GOOD, "✓ 1/1", "Support lead · 1 overdue",
                "ready, 1 of 1 +1 optional, Support lead, 1 overdue");
}

static void
test_optional_items_are_told_apart (void)
{
  g_autoptr (SlipPlanState) state = new_text_plan ("lead");
  g_autoptr (SlipReleaseSummary) summary = NULL;
  g_autofree char *text = NULL;

  add_item (&state, "mob", "support", "a", SLIP_ITEM_STATE_TO_DO, NULL);
  set_integer (&state, SLIP_KIND_ITEM, "a", SLIP_ITEM_IS_REQUIRED, FALSE);
  summary = slip_plan_state_get_summary (state, "mob");
  text = slip_checklist_summary_dup_optional (
    slip_release_summary_find (summary, "support"));
  g_assert_cmpstr (text, ==, "+1 optional");
}

static void
test_total_is_told_in_words (void)
{
  SlipReadinessTotal none = { 0 };
  SlipReadinessTotal total = {
    .n_needed = 3,
    .n_required = 31,
    .n_required_closed = 21,
    .n_unowned = 1,
    .n_overdue = 2,
  };
  g_autofree char *text = slip_readiness_total_dup_label (&total);

  g_assert_cmpstr (text, ==,
                   "ready: 21 of 31, 1 checklist without an owner, 2 overdue");
  g_assert_null (slip_readiness_total_dup_label (&none));
}

static void
assert_line (const SlipPlanState *state, const char *expected)
{
  g_autofree char *line =
    slip_release_dup_line (state, get_release (state, "mob"), TODAY);

  g_assert_cmpstr (line, ==, expected);
}

static void
test_line_says_how_far_away_what_comes_is (void)
{
  g_autoptr (SlipPlanState) state = new_text_plan (NULL);

  assert_line (state, "Tue 8 December\u00a0· in 7 days");
  /* It is out already. */
  set_status (&state, "mob", SLIP_STATUS_RELEASED);
  assert_line (state, "Tue 8 December");
  set_planned (&state, "mob", SLIP_ANCHOR_RELEASE, "2026-11-29",
               SLIP_CERTAINTY_CONFIRMED);
  assert_line (state, "Sun 29 November\u00a0· 2 days ago");
  set_planned (&state, "mob", SLIP_ANCHOR_RELEASE, NULL,
               SLIP_CERTAINTY_UNSCHEDULED);
  assert_line (state, "Unscheduled");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/readiness-text/tells-how-far-it-is",
                   test_tells_how_far_it_is);
  g_test_add_func ("/readiness-text/line-says-how-far-away-what-comes-is",
                   test_line_says_how_far_away_what_comes_is);
  g_test_add_func ("/readiness-text/is-loud-without-owner",
                   test_is_loud_without_owner);
  g_test_add_func ("/readiness-text/near-days-are-named",
                   test_near_days_are_named);
  g_test_add_func ("/readiness-text/not-needed-says-nothing-else",
                   test_not_needed_says_nothing_else);
  g_test_add_func ("/readiness-text/ready-is-good-whatever-is-optional",
                   test_ready_is_good_whatever_is_optional);
  g_test_add_func ("/readiness-text/optional-items-are-told-apart",
                   test_optional_items_are_told_apart);
  g_test_add_func ("/readiness-text/total-is-told-in-words",
                   test_total_is_told_in_words);

  return g_test_run ();
}
