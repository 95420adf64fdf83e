/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "crowded-plan.h"
#include "slip-solution.h"

#define TODAY   "2026-11-23"
#define CONTEXT ((SlipConflictContext){ day (TODAY), 2, 10, SLIP_MONDAY })

/* Asserts what solves the first conflict of 'r', a line each. */
static void
assert_solutions (const SlipPlanState *state, const char *expected)
{
  const SlipRow *release = get_release (state, "r");
  g_autoptr (GPtrArray) conflicts =
    slip_conflict_list (state, &CONTEXT, release);
  g_autoptr (GPtrArray) solutions = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpuint (conflicts->len, >, 0);
  solutions =
    slip_solution_list (state, &CONTEXT, release, conflicts->pdata[0]);
  for (guint i = 0; i < solutions->len; i++) {
    g_autofree char *line = slip_solution_dup_text (solutions->pdata[i]);

    g_string_append_printf (text, "%s%s", i > 0 ? "\n" : "", line);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
add_freeze (SlipPlanState **state,
            const char *id,
            const char *first,
            const char *last)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_FREEZE, id, id);
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_FIRST_DAY,
                      day (first));
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, id, SLIP_FREEZE_LAST_DAY,
                      day (last));
  apply_edit (state, edit);
}

static void
test_out_of_a_freeze (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "r", "payments", "3.9", "2026-12-22");
  add_freeze (&state, "Year-end", "2026-12-20", "2027-01-04");
  assert_solutions (state,
                    "Move to Fri 18 December\nMove to Tue 5 January 2027");
  /* What comes right after it is no way out. */
  add_freeze (&state, "Audit", "2027-01-05", "2027-01-06");
  assert_solutions (state,
                    "Move to Fri 18 December\nMove to Thu 7 January 2027");
  /* Nor is a day that takes something along into trouble. */
  set_planned (&state, "r", SLIP_ANCHOR_DEPLOY, "2026-12-19",
               SLIP_CERTAINTY_CONFIRMED);
  add_freeze (&state, "Small", "2026-12-15", "2026-12-15");
  assert_solutions (state,
                    "Move to Thu 17 December\nMove to Mon 11 January 2027");
}

static void
test_after_what_it_depends_on (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipEdit *edit;

  add_release (&state, "r", "payments", "3.9", "2026-12-08");
  add_release (&state, "on", "mobile", "4.2", "2026-12-10");
  edit = slip_edit_new (state, SLIP_VERB_ADD);
  slip_edit_create (edit, SLIP_KIND_DEPENDENCY, "edge", "r");
  slip_edit_set_text (edit, SLIP_KIND_DEPENDENCY, "edge",
                      SLIP_DEPENDENCY_ON_RELEASE, "on");
  slip_edit_set_integer (edit, SLIP_KIND_DEPENDENCY, "edge",
                         SLIP_DEPENDENCY_LAG_DAYS, 2);
  apply_edit (&state, edit);
  assert_solutions (state, "Move to Mon 14 December");

  /* What depends on it in its turn comes along. */
  add_release (&state, "after", "mobile", "5.0", "2026-12-11");
  edit = slip_edit_new (state, SLIP_VERB_ADD);
  slip_edit_create (edit, SLIP_KIND_DEPENDENCY, "chain", "after");
  slip_edit_set_text (edit, SLIP_KIND_DEPENDENCY, "chain",
                      SLIP_DEPENDENCY_ON_RELEASE, "r");
  apply_edit (&state, edit);
  assert_solutions (state, "Move to Mon 14 December, with what depends on it");
}

static void
test_dates_in_the_wrong_order (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "r", "payments", "3.9", "2026-12-08");
  set_planned (&state, "r", SLIP_ANCHOR_DEPLOY, "2026-12-10",
               SLIP_CERTAINTY_CONFIRMED);
  assert_solutions (state,
                    "Deploy date: Tue 8 December\nMove to Thu 10 December");
}

static void
test_stages_in_the_wrong_order (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipEdit *edit;

  add_release (&state, "r", "payments", "3.9", "2026-12-08");
  edit = slip_edit_new (state, SLIP_VERB_ADD);
  for (int i = 0; i < 2; i++) {
    const char id[] = { (char) ('A' + i), '\0' };

    slip_edit_create (edit, SLIP_KIND_STAGE, id, "r");
    slip_edit_set_text (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_NAME, id);
    slip_edit_set_text (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_RANK, id);
    slip_edit_set_integer (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_LENGTH_DAYS,
                           3);
    slip_edit_set_integer (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_START_OFFSET,
                           i);
    slip_edit_set_date (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_PLANNED_START,
                        slip_date_add_days (day ("2026-12-08"), i));
    slip_edit_set_date (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_PLANNED_END,
                        slip_date_add_days (day ("2026-12-10"), i));
  }
  apply_edit (&state, edit);
  assert_solutions (state, "Start “B” on Fri 11 December");
}

static void
test_a_week_that_is_free (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  static const char *const ids[] = { "r", "a", "b", "c", "d", "e" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    add_release (&state, ids[i], "payments", ids[i],
                 i < 3 ? "2026-12-08" : "2026-12-15");
    set_text (&state, SLIP_KIND_RELEASE, ids[i], SLIP_RELEASE_OWNER, "lead");
  }
  assert_solutions (state, "Move to Fri 4 December\nMove to Mon 21 December");
}

/* Adds two releases of @owner to the week of @text. */
static void
fill_week (SlipPlanState **state, const char *text, const char *owner)
{
  for (int i = 0; i < 2; i++) {
    g_autofree char *id = g_strdup_printf ("%s %d", text, i);

    add_release (state, id, "payments", id, text);
    set_text (state, SLIP_KIND_RELEASE, id, SLIP_RELEASE_OWNER, owner);
  }
}

/* Only those count of whom the release asks something. */
static void
test_weeks_full_for_others (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();

  add_release (&state, "r", "payments", "r", "2026-12-08");
  set_text (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_OWNER, "lead");
  fill_week (&state, "2026-12-09", "lead");
  fill_week (&state, "2026-12-16", "ops");
  assert_solutions (state, "Move to Fri 4 December\nMove to Mon 14 December");

  set_text (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_MARKET_OWNER, "ops");
  assert_solutions (state, "Move to Fri 4 December\nMove to Mon 21 December");
}

/* A week may be full of what comes along out of it. */
static void
test_a_week_that_empties (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  SlipEdit *edit;

  add_release (&state, "r", "payments", "r", "2026-12-08");
  set_text (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_OWNER, "lead");
  fill_week (&state, "2026-12-09", "lead");
  fill_week (&state, "2026-12-14", "lead");
  edit = slip_edit_new (state, SLIP_VERB_ADD);
  slip_edit_create (edit, SLIP_KIND_DEPENDENCY, "edge", "2026-12-14 0");
  slip_edit_set_text (edit, SLIP_KIND_DEPENDENCY, "edge",
                      SLIP_DEPENDENCY_ON_RELEASE, "r");
  slip_edit_set_integer (edit, SLIP_KIND_DEPENDENCY, "edge",
                         SLIP_DEPENDENCY_LAG_DAYS, 6);
  apply_edit (&state, edit);
  assert_solutions (state, "Move to Fri 4 December\n"
                           "Move to Mon 14 December, with what depends on it");
}

/* Whatever is offered does what it says. */
static void
test_law_solutions_solve (void)
{
  guint n_found = 0;

  for (int i = 0; i < 150; i++) {
    g_autoptr (SlipPlanState) state = draw_crowded_plan ();
    const SlipConflictContext context = draw_context ();
    const char *id = draw_release ();
    const SlipRow *release = get_release (state, id);
    g_autoptr (GPtrArray) had = slip_conflict_list (state, &context, release);

    for (guint k = 0; k < had->len; k++) {
      g_autoptr (GPtrArray) solutions =
        slip_solution_list (state, &context, release, had->pdata[k]);

      g_assert_cmpuint (solutions->len, <=, 2);
      for (guint n = 0; n < solutions->len; n++) {
        g_autoptr (SlipPlanState) after = slip_plan_state_ref (state);
        g_autoptr (GPtrArray) has = NULL;

        apply_intent (&after, slip_solution_run, solutions->pdata[n]);
        has = slip_conflict_list (after, &context, get_release (after, id));
        g_assert_false (slip_conflict_is_among (had->pdata[k], has));
        n_found++;
      }
    }
  }
  g_assert_cmpuint (n_found, >, 50);
}

/* The day is told without trying anything out. */
static void
test_first_free_day (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  const SlipRow *release;
  g_autoptr (GPtrArray) conflicts = NULL;
  g_autofree char *text = NULL;

  add_release (&state, "r", "payments", "3.9", "2026-12-22");
  add_freeze (&state, "Year-end", "2026-12-20", "2027-01-04");
  add_freeze (&state, "Audit", "2027-01-05", "2027-01-06");
  release = get_release (state, "r");
  conflicts = slip_conflict_list (state, &CONTEXT, release);
  g_assert_cmpuint (conflicts->len, ==, 1);
  text =
    slip_date_to_text (slip_solution_find_free_day (state, &CONTEXT, release,
                                                    conflicts->pdata[0]));
  g_assert_cmpstr (text, ==, "2027-01-07");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add_func ("/solution/" name, func)
  ADD ("first-free-day", test_first_free_day);
  ADD ("out-of-a-freeze", test_out_of_a_freeze);
  ADD ("after-what-it-depends-on", test_after_what_it_depends_on);
  ADD ("dates-in-the-wrong-order", test_dates_in_the_wrong_order);
  ADD ("stages-in-the-wrong-order", test_stages_in_the_wrong_order);
  ADD ("a-week-that-is-free", test_a_week_that_is_free);
  ADD ("a-week-that-empties", test_a_week_that_empties);
  ADD ("weeks-full-for-others", test_weeks_full_for_others);
  ADD ("law/solutions-solve", test_law_solutions_solve);
#undef ADD

  return g_test_run ();
}
