/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "crowded-plan.h"
#include "slip-conflict-index.h"

#define N_PLANS 100
#define N_EDITS 6

/* The same plan, with nothing kept of what came before it. */
static SlipPlanState *
dup_forgetful (const SlipPlanState *state)
{
  SlipPlanState *copy = slip_plan_state_new ();

  for (guint i = 0; i < SLIP_N_KINDS; i++) {
    g_autoptr (GPtrArray) rows = slip_plan_state_list (state, (SlipKind) i);

    for (guint k = 0; k < rows->len; k++)
      slip_plan_state_take_row (copy, slip_row_ref (rows->pdata[k]));
  }
  for (guint i = 0; i < N_CROWD; i++)
    if (slip_plan_state_is_loaded (state, crowd[i]))
      slip_plan_state_set_loaded (copy, crowd[i]);
  return copy;
}

static void
assert_same_conflict (const SlipConflict *a, const SlipConflict *b)
{
  g_autofree char *text_a = slip_conflict_describe (a);
  g_autofree char *text_b = slip_conflict_describe (b);

  g_assert_true (slip_conflict_equal (a, b));
  g_assert_cmpstr (text_a, ==, text_b);
  g_assert_true (slip_date_equal (a->day, b->day));
  g_assert_true (slip_date_equal (a->other_day, b->other_day));
  g_assert_cmpuint (a->n, ==, b->n);
  g_assert_cmpuint (a->limit, ==, b->limit);
  g_assert_cmpint (a->is_soft, ==, b->is_soft);
  g_assert_cmpstr (a->cause, ==, b->cause);
  g_assert_cmpstr (a->stage_name, ==, b->stage_name);
}

/* Returns: how many conflicts there are. */
static guint
assert_same (const SlipPlanState *state,
             const SlipConflictContext *context,
             const char *release)
{
  g_autoptr (SlipPlanState) anew = dup_forgetful (state);
  g_autoptr (GPtrArray) kept = slip_plan_state_list_conflicts (
    state, context, slip_plan_state_get (state, SLIP_KIND_RELEASE, release));
  g_autoptr (GPtrArray) found =
    slip_conflict_list (anew, context,
                        slip_plan_state_get (anew, SLIP_KIND_RELEASE, release));

  g_assert_cmpuint (kept->len, ==, found->len);
  for (guint i = 0; i < kept->len; i++)
    assert_same_conflict (kept->pdata[i], found->pdata[i]);
  return kept->len;
}

/* Asks only whether there are any, as much as is then kept. */
static void
assert_knows_whether (const SlipPlanState *state,
                      const SlipConflictContext *context,
                      const char *release)
{
  g_autoptr (SlipPlanState) anew = dup_forgetful (state);
  const SlipRow *row = slip_plan_state_get (anew, SLIP_KIND_RELEASE, release);
  g_autoptr (GPtrArray) found = slip_conflict_list (anew, context, row);

  g_assert_cmpint (slip_conflict_is_any (anew, context, row), ==,
                   found->len > 0);
  for (int i = 0; i < 2; i++)
    g_assert_cmpint (slip_plan_state_has_conflicts (
                       state, context,
                       slip_plan_state_get (state, SLIP_KIND_RELEASE, release)),
                     ==, found->len > 0);
}

/* Takes the parts of a release out of memory. */
static void
unload (SlipPlanState **state, const char *release)
{
  SlipPlanState *fork = slip_plan_state_fork (*state);

  slip_plan_state_unload (fork, release);
  slip_plan_state_unref (*state);
  *state = fork;
}

/* The rest of what can happen to a plan between two questions. */
static void
upset_more (SlipPlanState **state, SlipConflictContext *context)
{
  switch (g_test_rand_int_range (0, 8)) {
  case 0:
    context->today = slip_date_add_days (context->today, 1);
    break;
  case 1:
    *context = draw_context ();
    break;
  case 2:
    set_integer (state, SLIP_KIND_AUDIENCE, "support",
                 SLIP_AUDIENCE_NOTICE_DAYS, g_test_rand_int_range (0, 9));
    break;
  default:
    break;
  }
}

/* Edit after edit it says what would be found anew, whichever releases were
 * asked about before. */
static void
test_keeps_what_is_true (void)
{
  guint n_conflicts = 0;

  for (int i = 0; i < N_PLANS; i++) {
    g_autoptr (SlipPlanState) state = draw_crowded_plan ();
    SlipConflictContext context = draw_context ();

    for (int k = 0; k < N_EDITS; k++) {
      for (guint n = 0; n < N_CROWD; n++) {
        if (g_test_rand_int_range (0, 2) > 0)
          assert_knows_whether (state, &context, crowd[n]);
        if (k == N_EDITS - 1 || g_test_rand_int_range (0, 3) > 0)
          n_conflicts += assert_same (state, &context, crowd[n]);
      }
      upset_more (&state, &context);
      apply_intent (&state, run_upset, NULL);
    }
    unload (&state, draw_release ());
    for (guint n = 0; n < N_CROWD; n++)
      assert_knows_whether (state, &context, crowd[n]);
    for (guint n = 0; n < N_CROWD; n++)
      n_conflicts += assert_same (state, &context, crowd[n]);
  }
  g_assert_cmpuint (n_conflicts, >, N_PLANS * N_CROWD);
}

/* That they are counted anew is not all that is to be said: a week may have had
 * too much before and after. */
static void
test_counts_of_full_weeks_follow (void)
{
  const SlipConflictContext context = { CROWD_TODAY, 1, 10, SLIP_MONDAY };
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  g_autoptr (GPtrArray) had = NULL;
  g_autoptr (GPtrArray) has = NULL;

  for (guint i = 0; i < 3; i++) {
    add_release (&state, crowd[i], "payments", crowd[i], "2026-12-01");
    set_text (&state, SLIP_KIND_RELEASE, crowd[i], SLIP_RELEASE_OWNER, "lead");
  }
  had = slip_plan_state_list_conflicts (
    state, &context, slip_plan_state_get (state, SLIP_KIND_RELEASE, "a"));
  set_text (&state, SLIP_KIND_RELEASE, "c", SLIP_RELEASE_OWNER, NULL);
  has = slip_plan_state_list_conflicts (
    state, &context, slip_plan_state_get (state, SLIP_KIND_RELEASE, "a"));

  g_assert_cmpuint (had->len, ==, 1);
  g_assert_cmpuint (((const SlipConflict *) had->pdata[0])->n, ==, 3);
  g_assert_cmpuint (has->len, ==, 1);
  g_assert_cmpuint (((const SlipConflict *) has->pdata[0])->n, ==, 2);
}

/* Asking twice finds nothing anew, and neither does an edit elsewhere. */
static void
test_edit_elsewhere_keeps (void)
{
  const SlipConflictContext context = { CROWD_TODAY, 1, 10, SLIP_MONDAY };
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  g_autoptr (GPtrArray) first = NULL;
  g_autoptr (GPtrArray) second = NULL;
  g_autoptr (GPtrArray) other = NULL;

  add_release (&state, "a", "payments", "1", "2026-12-05");
  add_release (&state, "b", "payments", "2", "2026-12-15");
  first = slip_plan_state_list_conflicts (
    state, &context, slip_plan_state_get (state, SLIP_KIND_RELEASE, "a"));
  set_text (&state, SLIP_KIND_RELEASE, "b", SLIP_RELEASE_OWNER, "lead");
  second = slip_plan_state_list_conflicts (
    state, &context, slip_plan_state_get (state, SLIP_KIND_RELEASE, "a"));
  set_planned (&state, "a", SLIP_ANCHOR_RELEASE, "2026-12-06",
               SLIP_CERTAINTY_CONFIRMED);
  other = slip_plan_state_list_conflicts (
    state, &context, slip_plan_state_get (state, SLIP_KIND_RELEASE, "a"));

  g_assert_cmpuint (first->len, ==, 1);
  g_assert_true (first == second);
  g_assert_true (other != second);
}

/* Asked of another state's row, it answers for that row and keeps nothing. */
static void
test_row_of_another_state (void)
{
  const SlipConflictContext context = { CROWD_TODAY, 1, 10, SLIP_MONDAY };
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  g_autoptr (SlipPlanState) before = NULL;
  g_autoptr (GPtrArray) old = NULL;
  g_autoptr (GPtrArray) found = NULL;

  add_release (&state, "a", "payments", "1", "2026-12-05");
  before = slip_plan_state_ref (state);
  set_planned (&state, "a", SLIP_ANCHOR_RELEASE, "2026-12-07",
               SLIP_CERTAINTY_CONFIRMED);
  old = slip_plan_state_list_conflicts (
    state, &context, slip_plan_state_get (before, SLIP_KIND_RELEASE, "a"));
  found = slip_plan_state_list_conflicts (
    state, &context, slip_plan_state_get (state, SLIP_KIND_RELEASE, "a"));

  g_assert_cmpuint (old->len, ==, 1);
  g_assert_cmpuint (found->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/conflict-index/keeps-what-is-true",
                   test_keeps_what_is_true);
  g_test_add_func ("/conflict-index/counts-of-full-weeks-follow",
                   test_counts_of_full_weeks_follow);
  g_test_add_func ("/conflict-index/edit-elsewhere-keeps",
                   test_edit_elsewhere_keeps);
  g_test_add_func ("/conflict-index/row-of-another-state",
                   test_row_of_another_state);

  return g_test_run ();
}
