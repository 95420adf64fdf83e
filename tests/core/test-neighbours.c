/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "crowded-plan.h"
#include "slip-load.h"
#include "slip-neighbours.h"

/* The same plan, with nothing known of what came before it. */
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
    slip_plan_state_set_loaded (copy, crowd[i]);
  return copy;
}

static guint
count_dependents (const SlipPlanState *state, const char *release)
{
  const GPtrArray *rows =
    slip_neighbours_peek_dependents (slip_plan_state_get_neighbours (state),
                                     release);

  return rows != NULL ? rows->len : 0;
}

static void
assert_same (const SlipPlanState *state, const SlipPlanState *other)
{
  static const char *const who[] = { "lead", "ops", "support", "sales" };

  for (guint i = 0; i < G_N_ELEMENTS (who); i++)
    for (int d = -30; d < 90; d++) {
      SlipDate first = slip_date_add_days (CROWD_TODAY, d);
      SlipRange range =
        slip_range_new (first, slip_date_add_days (first, (d + 30) % 17));
      SlipLoadSum a =
        slip_neighbours_sum (slip_plan_state_get_neighbours (state), who[i],
                             range);
      SlipLoadSum b =
        slip_neighbours_sum (slip_plan_state_get_neighbours (other), who[i],
                             range);

      g_assert_cmpuint (a.n_releases, ==, b.n_releases);
      g_assert_cmpuint (a.n_items, ==, b.n_items);
    }
  for (guint i = 0; i < N_CROWD; i++)
    g_assert_cmpuint (count_dependents (state, crowd[i]), ==,
                      count_dependents (other, crowd[i]));
}

/* Edit after edit it says what it would say had it just been made. */
static void
test_follows_edits (void)
{
  for (int i = 0; i < 100; i++) {
    g_autoptr (SlipPlanState) state = draw_crowded_plan ();

    slip_plan_state_get_neighbours (state);
    for (int k = 0; k < 6; k++) {
      g_autoptr (SlipPlanState) anew = NULL;

      apply_intent (&state, run_upset, NULL);
      anew = dup_forgetful (state);
      assert_same (state, anew);
    }
  }
}

static void
assert_load (const SlipPlanState *state, const SlipLoad *load, SlipRange range)
{
  SlipLoadSum sum = slip_neighbours_sum (slip_plan_state_get_neighbours (state),
                                         slip_row_get_id (load->who), range);

  g_assert_cmpuint (sum.n_releases, ==, load->releases->len);
  g_assert_cmpuint (sum.n_items, ==, load->n_items);
}

/* A week shown as too much is one that makes conflicts. */
static void
test_agrees_with_loads (void)
{
  for (int i = 0; i < 100; i++) {
    g_autoptr (SlipPlanState) state = draw_crowded_plan ();
    const SlipConflictContext context = draw_context ();
    g_autoptr (GPtrArray) weeks =
      slip_load_list (state, NULL, &context, CROWD_TODAY, 6);

    for (guint k = 0; k < weeks->len; k++) {
      const SlipLoadWeek *week = weeks->pdata[k];

      for (guint n = 0; n < week->audiences->len; n++)
        assert_load (state, week->audiences->pdata[n], week->range);
      for (guint n = 0; n < week->owners->len; n++)
        assert_load (state, week->owners->pdata[n], week->range);
    }
  }
}

static void
test_calendar_moves_what_is_about (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();
  SlipRange friday = days ("2026-12-04", "2026-12-04");
  SlipRange saturday = days ("2026-12-05", "2026-12-05");

  add_release (&state, "r", "payments", "3.9", NULL);
  set_planned (&state, "r", SLIP_ANCHOR_RELEASE, "2026-11-30",
               SLIP_CERTAINTY_WEEK);
  set_text (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_OWNER, "lead");
  g_assert_cmpuint (slip_neighbours_sum (slip_plan_state_get_neighbours (state),
                                         "lead", friday)
                      .n_releases,
                    ==, 1);
  set_integer (&state, SLIP_KIND_WORKING_CALENDAR, "standard",
               SLIP_WORKING_CALENDAR_WEEKDAYS, 0x3f);
  g_assert_cmpuint (slip_neighbours_sum (slip_plan_state_get_neighbours (state),
                                         "lead", saturday)
                      .n_releases,
                    ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/neighbours/follows-edits", test_follows_edits);
  g_test_add_func ("/neighbours/agrees-with-loads", test_agrees_with_loads);
  g_test_add_func ("/neighbours/calendar-moves-what-is-about",
                   test_calendar_moves_what_is_about);

  return g_test_run ();
}
