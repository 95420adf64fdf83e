/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "built-plan.h"
#include "slip-board.h"
#include "slip-entity-edit.h"
#include "slip-move.h"
#include "slip-preview.h"

#include <string.h>

#define TODAY   "2026-11-23"
#define CONTEXT ((SlipConflictContext){ day (TODAY), 2, 10, SLIP_MONDAY })

static char *
describe (const SlipPreview *preview)
{
  static const char *const tones[] = {
    [SLIP_PREVIEW_TITLE] = "=",    [SLIP_PREVIEW_FOLLOWS] = ">",
    [SLIP_PREVIEW_CONFLICT] = "!", [SLIP_PREVIEW_WARNING] = "?",
    [SLIP_PREVIEW_SOLVED] = "+",   [SLIP_PREVIEW_STAYS] = ".",
  };
  g_autoptr (GPtrArray) lines = slip_preview_describe (preview);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < lines->len; i++) {
    const SlipPreviewLine *line = lines->pdata[i];

    g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "",
                            tones[line->tone], line->text);
  }

  return g_string_free (text, FALSE);
}

static void
assert_preview (const SlipPlanState *state,
                SlipIntentFunc func,
                gconstpointer data,
                const char *expected)
{
  g_autofree char *before = slip_plan_state_digest (state);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipPreview) preview =
    slip_preview_new (state, "r", func, data, &CONTEXT, &error);
  g_autofree char *text = NULL;
  g_autofree char *after = slip_plan_state_digest (state);

  g_assert_no_error (error);
  text = describe (preview);
  g_assert_cmpstr (text, ==, expected);
  g_assert_cmpstr (before, ==, after);
}

static void
assert_move_preview (const SlipPlanState *state,
                     const char *date,
                     guint stay,
                     const char *expected)
{
  g_autoptr (SlipMove) move =
    slip_move_new_to_day (state, "r", day (date), stay, day (TODAY));

  assert_preview (state, slip_move_run, move, expected);
}

static void
add_freeze (SlipPlanState **state,
            const char *id,
            SlipRange range,
            SlipSeverity severity)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_FREEZE, id, id);
  slip_edit_set_integer (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_SEVERITY,
                         severity);
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_FIRST_DAY,
                      range.first);
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_LAST_DAY,
                      range.last);
  apply_edit (state, edit);
}

static SlipPlanState *
new_release_plan (void)
{
  SlipPlanState *state = new_plan ();

  add_release (&state, "r", "payments", "3.9", "2026-12-08");
  set_planned (&state, "r", SLIP_ANCHOR_DEPLOY, "2026-12-07",
               SLIP_CERTAINTY_CONFIRMED);
  set_planned (&state, "r", SLIP_ANCHOR_CODE_COMPLETE, "2026-11-20",
               SLIP_CERTAINTY_CONFIRMED);
  add_freeze (&state, "Year-end", days ("2026-12-20", "2027-01-03"),
              SLIP_SEVERITY_HARD);
  return state;
}

static void
test_move_tells_what_follows (void)
{
  g_autoptr (SlipPlanState) state = new_release_plan ();

  assert_move_preview (state, "2026-12-16", 0,
                       "= Tue 8 December → Wed 16 December (+8 days)\n"
                       "> Deploy date: Mon 7 December → Tue 15 December\n"
                       ". Code complete stays: Fri 20 November");
  assert_move_preview (state, "2026-12-07", SLIP_MOVE_ONLY_RELEASE,
                       "= Tue 8 December → Mon 7 December (−1 day)\n"
                       ". Deploy date stays: Mon 7 December (pinned)\n"
                       ". Code complete stays: Fri 20 November");
  assert_move_preview (state, "2026-12-08", 0, "= Nothing changes");
}

static void
test_move_tells_conflicts (void)
{
  g_autoptr (SlipPlanState) state = new_release_plan ();

  assert_move_preview (state, "2026-12-22", SLIP_MOVE_ONLY_RELEASE,
                       "= Tue 8 December → Tue 22 December (+14 days)\n"
                       "! Release date (Tue 22 December) lies in “Year-end”; "
                       "first free day: Mon 4 January 2027\n"
                       ". Deploy date stays: Mon 7 December (pinned)\n"
                       ". Code complete stays: Fri 20 November");
  assert_move_preview (state, "2026-12-13", 0,
                       "= Tue 8 December → Sun 13 December (+5 days)\n"
                       "> Deploy date: Mon 7 December → Sat 12 December\n"
                       "? Release date (Sun 13 December) is not a working day\n"
                       "? Deploy date (Sat 12 December) is not a working day\n"
                       ". Code complete stays: Fri 20 November");

  set_planned (&state, "r", SLIP_ANCHOR_RELEASE, "2026-12-06",
               SLIP_CERTAINTY_CONFIRMED);
  assert_move_preview (
    state, "2026-12-09", SLIP_MOVE_ONLY_RELEASE,
    "= Sun 6 December → Wed 9 December (+3 days)\n"
    "+ Solved: Deployed on Mon 7 December, after the release\n"
    "+ Solved: Release date (Sun 6 December) is not a working day\n"
    ". Deploy date stays: Mon 7 December (pinned)\n"
    ". Code complete stays: Fri 20 November");
}

static void
test_move_across_the_year_and_from_the_tray (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipMove) away =
    slip_move_new ("r", SLIP_UNSCHEDULED, 0, day (TODAY));

  add_release (&state, "r", "payments", "3.9", NULL);
  assert_move_preview (state, "2026-12-08", 0,
                       "= Unscheduled → Tue 8 December, tentative");
  set_planned (&state, "r", SLIP_ANCHOR_RELEASE, "2026-12-31",
               SLIP_CERTAINTY_CONFIRMED);
  assert_move_preview (state, "2027-01-04", 0,
                       "= Thu 31 December → Mon 4 January 2027 (+4 days)");
  assert_preview (state, slip_move_run, away,
                  "= Thu 31 December → Unscheduled");
}

static void
test_status_is_the_title (void)
{
  g_autoptr (SlipPlanState) state = new_release_plan ();
  g_autoptr (SlipBoardMove) move =
    slip_board_move_new ("r", SLIP_STATUS_ON_HOLD, NULL, NULL);
  g_autoptr (SlipBoardMove) closing =
    slip_board_move_new ("r", SLIP_STATUS_CANCELLED, NULL, NULL);

  assert_preview (state, slip_board_move_run, move, "= Planned → On hold");
  set_planned (&state, "r", SLIP_ANCHOR_RELEASE, "2026-12-22",
               SLIP_CERTAINTY_CONFIRMED);
  assert_preview (
    state, slip_board_move_run, closing,
    "= Planned → Cancelled\n"
    "+ Solved: Release date (Tue 22 December) lies in “Year-end”");
}

static void
add_item (SlipPlanState **state,
          const char *id,
          int offset,
          SlipItemState item_state)
{
  SlipEntityEdit *edit = slip_entity_edit_new_create (SLIP_KIND_ITEM, id, "r");

  slip_entity_edit_add_text (edit, SLIP_ITEM_CHECKLIST, "list");
  slip_entity_edit_add_text (edit, SLIP_ITEM_TITLE, id);
  slip_entity_edit_add_integer (edit, SLIP_ITEM_STATE, item_state);
  slip_entity_edit_add_integer (edit, SLIP_ITEM_DUE_ANCHOR, SLIP_DUE_RELEASE);
  slip_entity_edit_add_integer (edit, SLIP_ITEM_DUE_OFFSET, offset);
  slip_entity_edit_add_integer (edit, SLIP_ITEM_DUE_UNIT,
                                SLIP_UNIT_WORKING_DAYS);
  apply_intent (state, slip_entity_edit_run, edit);
  slip_entity_edit_free (edit);
}

/* 'r' with five items, of which one is fixed, and two stages. */
static SlipPlanState *
new_plan_with_parts (void)
{
  SlipPlanState *state = new_release_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);
  SlipEntityEdit *stage;

  slip_edit_create (edit, SLIP_KIND_CHECKLIST, "list", "r");
  slip_edit_create (edit, SLIP_KIND_ITEM, "fixed", "r");
  slip_edit_set_text (edit, SLIP_KIND_ITEM, "fixed", SLIP_ITEM_CHECKLIST,
                      "list");
  slip_edit_set_date (edit, SLIP_KIND_ITEM, "fixed", SLIP_ITEM_DUE_DATE,
                      day ("2026-12-01"));
  apply_edit (&state, edit);
  add_item (&state, "soon", -2, SLIP_ITEM_STATE_TO_DO);
  add_item (&state, "late", -15, SLIP_ITEM_STATE_DOING);
  add_item (&state, "done", -5, SLIP_ITEM_STATE_DONE);
  add_item (&state, "pinned", -5, SLIP_ITEM_STATE_TO_DO);
  set_integer (&state, SLIP_KIND_ITEM, "pinned", SLIP_ITEM_DUE_IS_PINNED, TRUE);
  for (int i = 0; i < 2; i++) {
    stage =
      slip_entity_edit_new_create (SLIP_KIND_STAGE, i ? "all" : "launch", "r");
    slip_entity_edit_add_text (stage, SLIP_STAGE_NAME, i ? "Everyone" : "5 %");
    slip_entity_edit_add_integer (stage, SLIP_STAGE_IS_LAUNCH, i == 0);
    slip_entity_edit_add_integer (stage, SLIP_STAGE_START_ANCHOR,
                                  SLIP_STAGE_ANCHOR_PREVIOUS);
    slip_entity_edit_add_integer (stage, SLIP_STAGE_LENGTH_DAYS, 6);
    apply_intent (&state, slip_entity_edit_run, stage);
    slip_entity_edit_free (stage);
  }
  return state;
}

static void
test_move_tells_of_parts (void)
{
  g_autoptr (SlipPlanState) state = new_plan_with_parts ();
  g_autoptr (SlipMove) away =
    slip_move_new ("r", SLIP_UNSCHEDULED, 0, day (TODAY));

  assert_move_preview (state, "2026-12-14", 0,
                       "= Tue 8 December → Mon 14 December (+6 days)\n"
                       "> Deploy date: Mon 7 December → Sun 13 December\n"
                       "> Following their rules: 2 checklist dates, 1 stage\n"
                       "! “Everyone” (Sun 20 December) starts in “Year-end”; "
                       "first free day: Mon 4 January 2027\n"
                       "? Deploy date (Sun 13 December) is not a working day\n"
                       "? 1 overdue date follows\n"
                       ". Code complete stays: Fri 20 November\n"
                       ". Done, staying: 1 checklist date\n"
                       ". Pinned, staying: 1 checklist date\n"
                       ". On fixed days, staying: 1 checklist date");
  assert_move_preview (state, "2026-12-09", SLIP_MOVE_ONLY_RELEASE,
                       "= Tue 8 December → Wed 9 December (+1 day)\n"
                       "? 1 overdue date stays\n"
                       ". Deploy date stays: Mon 7 December (pinned)\n"
                       ". Code complete stays: Fri 20 November\n"
                       ". Done, staying: 1 checklist date\n"
                       ". Pinned now, staying: 2 checklist dates, 1 stage\n"
                       ". Pinned, staying: 1 checklist date\n"
                       ". On fixed days, staying: 1 checklist date");
  assert_move_preview (state, "2026-11-24", 0,
                       "= Tue 8 December → Tue 24 November (−14 days)\n"
                       "> Deploy date: Mon 7 December → Mon 23 November\n"
                       "> Following their rules: 2 checklist dates, 1 stage\n"
                       "? 1 overdue date follows\n"
                       "? 1 date would already be past\n"
                       ". Code complete stays: Fri 20 November\n"
                       ". Done, staying: 1 checklist date\n"
                       ". Pinned, staying: 1 checklist date\n"
                       ". On fixed days, staying: 1 checklist date");
  assert_preview (state, slip_move_run, away,
                  "= Tue 8 December → Unscheduled\n"
                  "> Deploy date: Mon 7 December → Unscheduled\n"
                  "> Without a day until it has one: 2 checklist dates, 1 "
                  "stage\n"
                  ". Code complete stays: Fri 20 November\n"
                  ". Done, staying: 1 checklist date\n"
                  ". Pinned, staying: 1 checklist date\n"
                  ". On fixed days, staying: 1 checklist date");
}

static void
test_staying_overdue_solves_nothing (void)
{
  g_autoptr (SlipPlanState) state = new_plan_with_parts ();

  set_integer (&state, SLIP_KIND_ITEM, "late", SLIP_ITEM_IS_REQUIRED, TRUE);
  assert_move_preview (state, "2026-12-15", 0,
                       "= Tue 8 December → Tue 15 December (+7 days)\n"
                       "> Deploy date: Mon 7 December → Mon 14 December\n"
                       "> Following their rules: 2 checklist dates, 1 stage\n"
                       "! “Everyone” (Mon 21 December) starts in “Year-end”; "
                       "first free day: Mon 4 January 2027\n"
                       "+ Solved: “late” is already past (Tue 17 November)\n"
                       "? 1 overdue date follows\n"
                       ". Code complete stays: Fri 20 November\n"
                       ". Done, staying: 1 checklist date\n"
                       ". Pinned, staying: 1 checklist date\n"
                       ". On fixed days, staying: 1 checklist date");
  assert_move_preview (state, "2026-12-09", SLIP_MOVE_ONLY_RELEASE,
                       "= Tue 8 December → Wed 9 December (+1 day)\n"
                       "? 1 overdue date stays\n"
                       ". Deploy date stays: Mon 7 December (pinned)\n"
                       ". Code complete stays: Fri 20 November\n"
                       ". Done, staying: 1 checklist date\n"
                       ". Pinned now, staying: 2 checklist dates, 1 stage\n"
                       ". Pinned, staying: 1 checklist date\n"
                       ". On fixed days, staying: 1 checklist date");
}

/* Gives @release a checklist of the audience 'support' that is not ready. */
static void
add_open_checklist (SlipPlanState **state, const char *release)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);
  g_autofree char *checklist = g_strconcat (release, "-list", NULL);
  g_autofree char *item = g_strconcat (release, "-item", NULL);

  slip_edit_create (edit, SLIP_KIND_CHECKLIST, checklist, release);
  slip_edit_set_text (edit, SLIP_KIND_CHECKLIST, checklist,
                      SLIP_CHECKLIST_AUDIENCE, "support");
  slip_edit_create (edit, SLIP_KIND_ITEM, item, release);
  slip_edit_set_text (edit, SLIP_KIND_ITEM, item, SLIP_ITEM_CHECKLIST,
                      checklist);
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, item, SLIP_ITEM_IS_REQUIRED,
                         TRUE);
  apply_edit (state, edit);
}

static void
test_move_tells_of_a_full_week (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  create_named (edit, SLIP_KIND_AUDIENCE, "support", "Support");
  apply_edit (&state, edit);
  add_release (&state, "r", "payments", "3.9", "2026-12-01");
  add_release (&state, "a", "payments", "3.10", "2026-12-08");
  add_release (&state, "b", "mobile", "4.2", "2026-12-09");
  add_open_checklist (&state, "r");
  add_open_checklist (&state, "a");
  add_open_checklist (&state, "b");
  assert_move_preview (state, "2026-12-10", 0,
                       "= Tue 1 December → Thu 10 December (+9 days)\n"
                       "? Support: 3 releases in the week of Mon 7 December "
                       "(limit 2)");
  /* Within the full week it is no news. */
  set_planned (&state, "r", SLIP_ANCHOR_RELEASE, "2026-12-10",
               SLIP_CERTAINTY_CONFIRMED);
  assert_move_preview (state, "2026-12-11", 0,
                       "= Thu 10 December → Fri 11 December (+1 day)");
}

static void
test_refused_intent (void)
{
  g_autoptr (SlipPlanState) state = new_release_plan ();
  g_autoptr (SlipMove) move =
    slip_move_new ("gone", SLIP_UNSCHEDULED, 0, day (TODAY));
  g_autoptr (GError) error = NULL;

  g_assert_null (
    slip_preview_new (state, "r", slip_move_run, move, &CONTEXT, &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND);
}

static void
test_made_and_gone_releases (void)
{
  g_autoptr (SlipPlanState) empty = new_plan ();
  g_autoptr (SlipPlanState) state = new_release_plan ();
  g_autoptr (SlipPreview) made = NULL;
  g_autoptr (SlipPreview) gone = NULL;

  set_planned (&state, "r", SLIP_ANCHOR_RELEASE, "2026-12-22",
               SLIP_CERTAINTY_CONFIRMED);
  made = slip_preview_new_between (empty, state, "r", &CONTEXT);
  gone = slip_preview_new_between (state, empty, "r", &CONTEXT);
  g_assert_cmpuint (made->appearing->len, ==, 1);
  g_assert_cmpuint (made->going->len, ==, 0);
  g_assert_cmpuint (gone->going->len, ==, 1);
  g_assert_false (made->is_noop);
}

static SlipDate
draw_date (void)
{
  return slip_date_add_days (day ("2026-11-15"),
                             g_test_rand_int_range (0, 120));
}

static SlipPlanState *
draw_plan (void)
{
  SlipPlanState *state = new_plan ();
  int n_freezes = g_test_rand_int_range (0, 4);

  for (int i = 0; i < n_freezes; i++) {
    g_autofree char *id = g_strdup_printf ("freeze %d", i);
    SlipDate first = draw_date ();

    add_freeze (&state, id,
                slip_range_new (first, slip_date_add_days (
                                         first, g_test_rand_int_range (0, 20))),
                (SlipSeverity) g_test_rand_int_range (0, 2));
  }

  add_release (&state, "r", "payments", "3.9", NULL);
  for (guint i = 0; i < SLIP_N_ANCHORS; i++) {
    SlipPlannedDate planned = slip_planned_date_normalize ((SlipPlannedDate){
      draw_date (),
      (SlipCertainty) g_test_rand_int_range (0, SLIP_N_CERTAINTIES) });
    g_autofree char *text = slip_date_to_text (planned.date);

    set_planned (&state, "r", (SlipAnchor) i, text, planned.certainty);
    if (i != SLIP_ANCHOR_RELEASE)
      set_integer (&state, SLIP_KIND_RELEASE, "r",
                   (guint) slip_anchor_get_pin_property ((SlipAnchor) i),
                   g_test_rand_int_range (0, 3) == 0);
  }

  return state;
}

static gboolean
has_conflict (const GPtrArray *conflicts, const SlipConflict *conflict)
{
  for (guint i = 0; i < conflicts->len; i++)
    if (slip_conflict_equal (conflicts->pdata[i], conflict))
      return TRUE;

  return FALSE;
}

/* Each conflict of @from is among @found just when it is not one of @others. */
static void
assert_difference (const GPtrArray *found,
                   const GPtrArray *from,
                   const GPtrArray *others)
{
  guint n = 0;

  for (guint i = 0; i < from->len; i++) {
    gboolean is_new = !has_conflict (others, from->pdata[i]);

    g_assert_true (has_conflict (found, from->pdata[i]) == is_new);
    n += is_new;
  }
  g_assert_cmpuint (found->len, ==, n);
}

static void
assert_dates_came_true (const SlipPreview *preview,
                        const SlipPlanState *before,
                        const SlipPlanState *after)
{
  const GArray *lists[] = { preview->dates, preview->staying };
  guint n_dated = 0;

  for (guint i = 0; i < G_N_ELEMENTS (lists); i++)
    for (guint j = 0; j < lists[i]->len; j++) {
      const SlipDateChange *change =
        &g_array_index (lists[i], SlipDateChange, j);
      const SlipRow *old = get_release (before, "r");
      const SlipRow *new = get_release (after, "r");

      g_assert_true (slip_planned_date_equal (
        change->before, slip_release_get_planned (old, change->anchor)));
      g_assert_true (slip_planned_date_equal (
        change->after, slip_release_get_planned (new, change->anchor)));
      g_assert_true (
        slip_date_equal (change->day_before,
                         slip_release_resolve (before, old, change->anchor)));
      g_assert_true (
        slip_date_equal (change->day_after,
                         slip_release_resolve (after, new, change->anchor)));
      g_assert_true (change->is_pinned ==
                     slip_release_is_pinned (new, change->anchor));
      g_assert_true (slip_planned_date_equal (change->before, change->after) ==
                     (i == 1));
    }

  for (guint i = 0; i < SLIP_N_ANCHORS; i++) {
    SlipPlannedDate old =
      slip_release_get_planned (get_release (before, "r"), (SlipAnchor) i);
    SlipPlannedDate new =
      slip_release_get_planned (get_release (after, "r"), (SlipAnchor) i);

    n_dated += slip_date_is_set (old.date) || slip_date_is_set (new.date);
  }
  g_assert_cmpuint (preview->dates->len + preview->staying->len, ==, n_dated);
}

/* What is told before the drop is what is there after it. */
static void
test_law_comes_true (void)
{
  for (int i = 0; i < 1000; i++) {
    g_autoptr (SlipPlanState) state = draw_plan ();
    g_autoptr (SlipPlanState) before = slip_plan_state_ref (state);
    g_autoptr (SlipMove) move =
      slip_move_new ("r",
                     (SlipPlannedDate){ draw_date (),
                                        (SlipCertainty) g_test_rand_int_range (
                                          0, SLIP_N_CERTAINTIES) },
                     (guint) g_test_rand_int_range (0, 16), day (TODAY));
    g_autoptr (SlipPreview) preview =
      slip_preview_new (state, "r", slip_move_run, move, &CONTEXT, NULL);
    g_autoptr (GPtrArray) had =
      slip_conflict_list (state, &CONTEXT, get_release (state, "r"));
    g_autoptr (GPtrArray) has = NULL;
    g_autofree char *digest = slip_plan_state_digest (state);
    g_autofree char *digest_after = NULL;
    g_autofree char *text = describe (preview);

    apply_intent (&state, slip_move_run, move);
    has = slip_conflict_list (state, &CONTEXT, get_release (state, "r"));
    digest_after = slip_plan_state_digest (state);
    assert_dates_came_true (preview, before, state);
    assert_difference (preview->appearing, has, had);
    assert_difference (preview->going, had, has);
    g_assert_true (preview->is_noop == g_str_equal (digest, digest_after));
    g_assert_cmpuint (strlen (text), >, 0);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/preview/move/tells-what-follows",
                   test_move_tells_what_follows);
  g_test_add_func ("/preview/move/tells-conflicts", test_move_tells_conflicts);
  g_test_add_func ("/preview/move/across-the-year-and-from-the-tray",
                   test_move_across_the_year_and_from_the_tray);
  g_test_add_func ("/preview/move-tells-of-parts", test_move_tells_of_parts);
  g_test_add_func ("/preview/staying-overdue-solves-nothing",
                   test_staying_overdue_solves_nothing);
  g_test_add_func ("/preview/move-tells-of-a-full-week",
                   test_move_tells_of_a_full_week);
  g_test_add_func ("/preview/status/is-the-title", test_status_is_the_title);
  g_test_add_func ("/preview/refused/intent", test_refused_intent);
  g_test_add_func ("/preview/between/made-and-gone-releases",
                   test_made_and_gone_releases);
  g_test_add_func ("/preview/law/comes-true", test_law_comes_true);

  return g_test_run ();
}
