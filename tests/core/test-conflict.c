/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "built-plan.h"
#include "slip-conflict.h"

#define CONTEXT                                                                \
  ((SlipConflictContext){ day ("2026-11-23"), 2, 10, SLIP_MONDAY })

static void
add_freeze (SlipPlanState **state,
            const char *id,
            SlipSeverity severity,
            SlipRange range)
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

static void
make_weekly (SlipPlanState **state, const char *id, gint64 weekdays)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_EDIT);

  slip_edit_set_integer (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_REPEAT,
                         SLIP_REPEAT_WEEKLY);
  slip_edit_set_integer (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_WEEKDAYS,
                         weekdays);
  apply_edit (state, edit);
}

static void
add_holiday (SlipPlanState **state, const char *date, const char *name)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_HOLIDAY, date, "standard");
  slip_edit_set_text (edit, SLIP_KIND_HOLIDAY, date, SLIP_HOLIDAY_NAME, name);
  slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, date, SLIP_HOLIDAY_FIRST_DAY,
                      day (date));
  slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, date, SLIP_HOLIDAY_LAST_DAY,
                      day (date));
  apply_edit (state, edit);
}

/* The conflicts of release 'r' as people read them, a line each. */
static char *
dup_conflicts (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) conflicts =
    slip_conflict_list (state, &CONTEXT, get_release (state, "r"));
  g_autoptr (GStrvBuilder) lines = g_strv_builder_new ();
  g_auto (GStrv) texts = NULL;

  for (guint i = 0; i < conflicts->len; i++) {
    const SlipConflict *conflict = conflicts->pdata[i];
    g_autofree char *text = slip_conflict_describe (conflict);
    g_autofree char *line =
      g_strconcat (conflict->is_soft ? "(" : "", text, NULL);

    g_strv_builder_add (lines, line);
  }

  texts = g_strv_builder_end (lines);
  return g_strjoinv ("\n", texts);
}

static void
assert_conflicts (const SlipPlanState *state, const char *expected)
{
  g_autofree char *found = dup_conflicts (state);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_freeze_holds_release_and_deploy (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_freeze (&state, "Year-end", SLIP_SEVERITY_HARD,
              days ("2026-12-20", "2027-01-03"));
  add_freeze (&state, "Audit", SLIP_SEVERITY_SOFT,
              days ("2026-12-21", "2026-12-21"));
  add_release (&state, "r", "payments", "3.9", "2026-12-22");
  set_planned (&state, "r", SLIP_ANCHOR_DEPLOY, "2026-12-21",
               SLIP_CERTAINTY_TENTATIVE);
  set_planned (&state, "r", SLIP_ANCHOR_ANNOUNCE, "2026-12-23",
               SLIP_CERTAINTY_CONFIRMED);
  assert_conflicts (state, "Release date (Tue 22 December) lies in “Year-end”\n"
                           "(Deploy date (Mon 21 December) lies in “Audit”\n"
                           "Deploy date (Mon 21 December) lies in “Year-end”");
}

static void
test_days_off (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_holiday (&state, "2026-12-25", "Christmas Day");
  add_holiday (&state, "2026-12-24", NULL);
  add_holiday (&state, "2026-12-26", "Boxing Day");
  add_release (&state, "r", "payments", "3.9", "2026-12-27");
  set_planned (&state, "r", SLIP_ANCHOR_DEPLOY, "2026-12-26",
               SLIP_CERTAINTY_CONFIRMED);
  set_planned (&state, "r", SLIP_ANCHOR_CODE_COMPLETE, "2026-12-24",
               SLIP_CERTAINTY_CONFIRMED);
  set_planned (&state, "r", SLIP_ANCHOR_ANNOUNCE, "2026-12-25",
               SLIP_CERTAINTY_CONFIRMED);
  assert_conflicts (
    state, "(Deploy date (Sat 26 December) is a holiday: “Boxing Day”\n"
           "(Code complete (Thu 24 December) is a holiday\n"
           "(Announce date (Fri 25 December) is a holiday: “Christmas Day”\n"
           "(Release date (Sun 27 December) is not a working day");
}

static void
test_order_of_dates (void)
{
  static const struct {
    const char *release;
    SlipCertainty release_certainty;
    const char *deploy;
    SlipCertainty deploy_certainty;
    gboolean is_conflict;
  } cases[] = {
    { "2026-12-08", SLIP_CERTAINTY_CONFIRMED, "2026-12-09",
      SLIP_CERTAINTY_CONFIRMED, TRUE },
    { "2026-12-08", SLIP_CERTAINTY_CONFIRMED, "2026-12-08",
      SLIP_CERTAINTY_CONFIRMED, FALSE },
    { "2026-12-01", SLIP_CERTAINTY_MONTH, "2026-12-31",
      SLIP_CERTAINTY_CONFIRMED, FALSE },
    { "2026-12-01", SLIP_CERTAINTY_MONTH, "2027-01-01", SLIP_CERTAINTY_MONTH,
      TRUE },
    { "2026-12-08", SLIP_CERTAINTY_CONFIRMED, "2026-10-01",
      SLIP_CERTAINTY_QUARTER, FALSE },
    { "2026-12-11", SLIP_CERTAINTY_CONFIRMED, "2026-12-07", SLIP_CERTAINTY_WEEK,
      FALSE },
    { "2026-12-11", SLIP_CERTAINTY_CONFIRMED, NULL, SLIP_CERTAINTY_UNSCHEDULED,
      FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_plan ();
    g_autoptr (GPtrArray) conflicts = NULL;
    gboolean is_found = FALSE;

    add_release (&state, "r", "payments", "3.9", NULL);
    set_planned (&state, "r", SLIP_ANCHOR_RELEASE, cases[i].release,
                 cases[i].release_certainty);
    set_planned (&state, "r", SLIP_ANCHOR_DEPLOY, cases[i].deploy,
                 cases[i].deploy_certainty);
    conflicts = slip_conflict_list (state, &CONTEXT, get_release (state, "r"));
    for (guint j = 0; j < conflicts->len; j++) {
      const SlipConflict *conflict = conflicts->pdata[j];

      is_found |= conflict->type == SLIP_CONFLICT_DEPLOY_AFTER_RELEASE;
    }
    g_assert_true (is_found == cases[i].is_conflict);
  }
}

static void
test_code_complete_after_deploy (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "r", "payments", "3.9", "2026-12-08");
  set_planned (&state, "r", SLIP_ANCHOR_DEPLOY, "2026-12-09",
               SLIP_CERTAINTY_CONFIRMED);
  set_planned (&state, "r", SLIP_ANCHOR_CODE_COMPLETE, "2026-12-10",
               SLIP_CERTAINTY_CONFIRMED);
  assert_conflicts (state,
                    "Deployed on Wed 9 December, after the release\n"
                    "Code complete on Thu 10 December, after it is deployed");
}

/* A period is in a freeze only when no working day of it is free. */
static void
test_period_needs_one_free_day (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "r", "payments", "3.9", NULL);
  set_planned (&state, "r", SLIP_ANCHOR_RELEASE, "2026-12-21",
               SLIP_CERTAINTY_WEEK);
  add_freeze (&state, "most", SLIP_SEVERITY_HARD,
              days ("2026-12-21", "2026-12-24"));
  assert_conflicts (state, "");

  add_holiday (&state, "2026-12-25", "Christmas Day");
  assert_conflicts (state, "Release date (Thu 24 December) lies in “most”");
}

/* Two freezes that take turns fill a quarter with one conflict each. */
static void
test_freeze_is_told_once (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "r", "payments", "3.9", NULL);
  set_planned (&state, "r", SLIP_ANCHOR_RELEASE, "2026-10-01",
               SLIP_CERTAINTY_QUARTER);
  add_freeze (&state, "a", SLIP_SEVERITY_HARD,
              days ("2026-01-01", "2026-01-01"));
  add_freeze (&state, "b", SLIP_SEVERITY_HARD,
              days ("2026-01-01", "2026-01-01"));
  make_weekly (&state, "a", 0x1f);
  make_weekly (&state, "b", 0x3f);
  assert_conflicts (state, "Release date (Thu 31 December) lies in “a”\n"
                           "Release date (Thu 31 December) lies in “b”");
}

static void
test_closed_and_deleted_have_none (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "r", "payments", "3.9", "2026-12-27");
  assert_conflicts (state,
                    "(Release date (Sun 27 December) is not a working day");
  set_integer (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_STATUS,
               SLIP_STATUS_RELEASED);
  assert_conflicts (state, "");
  set_integer (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_STATUS,
               SLIP_STATUS_ON_HOLD);
  set_integer (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_IS_DELETED, TRUE);
  assert_conflicts (state, "");
}

static void
test_unscheduled_has_none (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_freeze (&state, "always", SLIP_SEVERITY_HARD,
              days ("2026-01-01", "2026-12-31"));
  add_release (&state, "r", "payments", "3.9", NULL);
  assert_conflicts (state, "");
}

static void
test_equal_on_whatever_day (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (GPtrArray) saturday = NULL;
  g_autoptr (GPtrArray) sunday = NULL;

  add_release (&state, "r", "payments", "3.9", "2026-12-26");
  saturday = slip_conflict_list (state, &CONTEXT, get_release (state, "r"));
  set_planned (&state, "r", SLIP_ANCHOR_RELEASE, "2026-12-27",
               SLIP_CERTAINTY_CONFIRMED);
  sunday = slip_conflict_list (state, &CONTEXT, get_release (state, "r"));
  g_assert_true (slip_conflict_equal (saturday->pdata[0], sunday->pdata[0]));
  ((SlipConflict *) sunday->pdata[0])->anchor = SLIP_ANCHOR_DEPLOY;
  g_assert_false (slip_conflict_equal (saturday->pdata[0], sunday->pdata[0]));
}

static void
assert_touches (const SlipPlanState *before,
                const SlipPlanState *after,
                const char *release)
{
  g_autoptr (GHashTable) touched =
    slip_conflict_list_touched (before, after, &CONTEXT);

  g_assert_cmpuint (g_hash_table_size (touched), ==, release != NULL ? 1 : 0);
  g_assert_true (release == NULL || g_hash_table_contains (touched, release));
}

static void
test_touched_are_those_edited (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipPlanState) before = NULL;
  g_autoptr (GHashTable) touched = NULL;
  SlipEdit *edit;

  add_release (&state, "a", "payments", "1", "2026-12-01");
  add_release (&state, "b", "payments", "2", "2026-12-01");
  before = slip_plan_state_ref (state);
  assert_touches (before, state, NULL);

  set_planned (&state, "a", SLIP_ANCHOR_RELEASE, "2026-12-02",
               SLIP_CERTAINTY_CONFIRMED);
  assert_touches (before, state, "a");
  assert_touches (state, before, "a");

  slip_plan_state_unref (g_steal_pointer (&before));
  before = slip_plan_state_ref (state);
  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  slip_edit_create (edit, SLIP_KIND_LINK, "link", "b");
  apply_edit (&state, edit);
  assert_touches (before, state, "b");

  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  create_named (edit, SLIP_KIND_FREEZE, "freeze", "Year-end freeze");
  apply_edit (&state, edit);
  touched = slip_conflict_list_touched (before, state, &CONTEXT);
  g_assert_null (touched);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/conflict/freeze/holds-release-and-deploy",
                   test_freeze_holds_release_and_deploy);
  g_test_add_func ("/conflict/freeze/is-told-once", test_freeze_is_told_once);
  g_test_add_func ("/conflict/freeze/period-needs-one-free-day",
                   test_period_needs_one_free_day);
  g_test_add_func ("/conflict/days-off/are-warned-of", test_days_off);
  g_test_add_func ("/conflict/order/table", test_order_of_dates);
  g_test_add_func ("/conflict/order/code-complete-after-deploy",
                   test_code_complete_after_deploy);
  g_test_add_func ("/conflict/none/closed-and-deleted",
                   test_closed_and_deleted_have_none);
  g_test_add_func ("/conflict/none/unscheduled", test_unscheduled_has_none);
  g_test_add_func ("/conflict/equal/on-whatever-day",
                   test_equal_on_whatever_day);
  g_test_add_func ("/conflict/touched/are-those-edited",
                   test_touched_are_those_edited);

  return g_test_run ();
}
