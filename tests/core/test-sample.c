/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "built-plan.h"
#include "slip-conflict.h"
#include "slip-rules.h"
#include "slip-sample.h"

static SlipPlanState *
new_empty_plan (void)
{
  SlipPlanState *state = slip_plan_state_new ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  create_named (edit, SLIP_KIND_PLAN, "plan", "Plan");
  apply_edit (&state, edit);
  return state;
}

static SlipPlanState *
new_sample (const char *today)
{
  SlipPlanState *state = new_empty_plan ();
  SlipDate date = day (today);

  apply_intent (&state, slip_sample_run, &date);
  return state;
}

static void
assert_no_fault (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) faults = slip_rules_check (state);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* Whatever day it is, also at a leap day, the turn of the year, a weekend. */
static void
test_keeps_every_rule (void)
{
  static const char *const todays[] = { "2026-11-23", "2026-11-28",
                                        "2026-12-31", "2027-01-01",
                                        "2028-02-29", "2026-12-20" };

  for (guint i = 0; i < G_N_ELEMENTS (todays); i++) {
    g_autoptr (SlipPlanState) state = new_sample (todays[i]);

    assert_no_fault (state);
  }
}

static void
test_is_around_today (void)
{
  g_autoptr (SlipPlanState) state = new_sample ("2026-11-23");
  g_autoptr (GPtrArray) releases =
    slip_plan_state_list (state, SLIP_KIND_RELEASE);
  guint n_unscheduled = 0, n_past = 0, n_soon = 0, n_about = 0, n_conflicts = 0;
  guint statuses = 0;

  for (guint i = 0; i < releases->len; i++) {
    const SlipRow *row = releases->pdata[i];
    SlipDate date = slip_release_resolve (state, row, SLIP_ANCHOR_RELEASE);
    g_autoptr (GPtrArray) conflicts = slip_conflict_list (state, row);

    n_conflicts += conflicts->len;
    statuses |= 1u << slip_release_get_status (row);
    n_about += slip_planned_date_is_about (
      slip_release_get_planned (row, SLIP_ANCHOR_RELEASE));
    if (!slip_date_is_set (date))
      n_unscheduled++;
    else if (slip_date_is_before (date, day ("2026-11-23")))
      n_past++;
    else if (slip_date_is_before (date, day ("2026-12-24")))
      n_soon++;

    if (slip_release_get_status (row) == SLIP_STATUS_RELEASED)
      g_assert_true (slip_date_is_before (date, day ("2026-11-23")));
  }

  g_assert_cmpuint (n_unscheduled, >=, 2);
  g_assert_cmpuint (n_past, >=, 2);
  g_assert_cmpuint (n_soon, >=, 5);
  g_assert_cmpuint (n_about, >=, 2);
  g_assert_cmpuint (n_conflicts, >=, 1);
  g_assert_cmpuint (statuses & 0x1f, ==, 0x1f);
}

static void
test_two_runs_are_equal (void)
{
  g_autoptr (SlipPlanState) a = new_sample ("2026-11-23");
  g_autoptr (SlipPlanState) b = new_sample ("2026-11-23");
  g_autoptr (SlipPlanState) later = new_sample ("2026-11-24");
  g_autofree char *digest_a = slip_plan_state_digest (a);
  g_autofree char *digest_b = slip_plan_state_digest (b);
  g_autofree char *digest_later = slip_plan_state_digest (later);

  g_assert_cmpstr (digest_a, ==, digest_b);
  g_assert_cmpstr (digest_a, !=, digest_later);
}

static void
test_ids_are_uuids (void)
{
  g_autoptr (SlipPlanState) state = new_sample ("2026-11-23");

  for (guint kind = SLIP_KIND_PERSON; kind < SLIP_N_KINDS; kind++) {
    g_autoptr (GPtrArray) rows = slip_plan_state_list (state, (SlipKind) kind);

    for (guint i = 0; i < rows->len; i++)
      g_assert_true (g_uuid_string_is_valid (slip_row_get_id (rows->pdata[i])));
  }
}

static void
test_fills_no_plan_with_content (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipDate today = day ("2026-11-23");

  assert_refused (state, slip_sample_run, &today, SLIP_PLAN_ERROR_INVALID);
}

static void
test_starter_then_sample (void)
{
  g_autoptr (SlipPlanState) state = new_empty_plan ();
  g_autoptr (SlipPlanState) sample = new_sample ("2026-11-23");
  g_autofree char *digest = slip_plan_state_digest (sample);
  g_autofree char *same = NULL;
  SlipDate today = day ("2026-11-23");

  apply_intent (&state, slip_starter_run, NULL);
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_AUDIENCE), ==, 8);
  g_assert_nonnull (slip_plan_state_follow (state,
                                            slip_plan_state_get_plan (state),
                                            SLIP_PLAN_CALENDAR));
  assert_no_fault (state);

  apply_intent (&state, slip_sample_run, &today);
  same = slip_plan_state_digest (state);
  g_assert_cmpstr (same, ==, digest);
}

static void
test_starter_adds_nothing_twice (void)
{
  g_autoptr (SlipPlanState) state = new_empty_plan ();
  g_autoptr (SlipChangeSet) set = NULL;

  apply_intent (&state, slip_starter_run, NULL);
  set = slip_intent_run (slip_starter_run, NULL, state, NULL);
  g_assert_cmpuint (set->changes->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sample/plan/keeps-every-rule", test_keeps_every_rule);
  g_test_add_func ("/sample/plan/is-around-today", test_is_around_today);
  g_test_add_func ("/sample/plan/two-runs-are-equal", test_two_runs_are_equal);
  g_test_add_func ("/sample/plan/ids-are-uuids", test_ids_are_uuids);
  g_test_add_func ("/sample/plan/fills-none-with-content",
                   test_fills_no_plan_with_content);
  g_test_add_func ("/sample/starter/then-sample", test_starter_then_sample);
  g_test_add_func ("/sample/starter/adds-nothing-twice",
                   test_starter_adds_nothing_twice);

  return g_test_run ();
}
