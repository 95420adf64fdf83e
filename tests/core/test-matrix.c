/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-matrix.h"

#include "checked-plan.h"
#include "said.h"

/* By date: 'ready', 'late' (its day has passed), 'open', 'far', 'loose'. */
static SlipPlanState *
new_matrix_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_release (&state, "late", "payments", "3.8", "2026-11-20");
  add_release (&state, "ready", "payments", "3.9", "2026-12-03");
  add_release (&state, "open", "mobile", "4.2", "2026-12-08");
  add_release (&state, "far", "mobile", "4.3", "2027-03-08");
  add_release (&state, "loose", "mobile", "5.0", NULL);
  add_checklist (&state, "ready", "support", "lead");
  add_item (&state, "ready", "support", "r", SLIP_ITEM_STATE_DONE, NULL);
  add_checklist (&state, "open", "support", "lead");
  add_item (&state, "open", "support", "o", SLIP_ITEM_STATE_TO_DO,
            "2026-12-01");
  return state;
}

static SlipMatrix *
new_matrix (const SlipPlanState *state, int n_days, gboolean is_only_gaps)
{
  g_autoptr (SlipQuery) query = slip_query_new ();
  SlipMatrixSpec spec = { day ("2026-12-01"), n_days, is_only_gaps };

  return slip_matrix_new (state, query, &spec);
}

static void
assert_rows (const SlipMatrix *matrix, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < matrix->rows->len; i++) {
    const char *id = slip_row_get_id (slip_matrix_get_row (matrix, i)->release);

    g_string_append_printf (text, "%s%s", i > 0 ? " " : "", id);
    g_assert_cmpint (slip_matrix_find_row (matrix, id), ==, (int) i);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
assert_columns (const SlipMatrix *matrix, const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < matrix->audiences->len; i++)
    g_string_append_printf (text, "%s%s", i > 0 ? " " : "",
                            slip_row_get_id (matrix->audiences->pdata[i]));
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_window_ends_after_its_days (void)
{
  g_autoptr (SlipPlanState) state = new_matrix_plan ();
  g_autoptr (SlipMatrix) day_before = new_matrix (state, 6, FALSE);
  g_autoptr (SlipMatrix) last_day = new_matrix (state, 7, FALSE);
  g_autoptr (SlipMatrix) all = new_matrix (state, SLIP_MATRIX_ALL, FALSE);

  assert_rows (day_before, "late ready");
  assert_rows (last_day, "open late ready");
  assert_rows (all, "open late ready far loose");
}

static void
test_period_counts_by_its_first_day (void)
{
  g_autoptr (SlipPlanState) state = new_matrix_plan ();
  g_autoptr (SlipMatrix) matrix = NULL;

  set_planned (&state, "far", SLIP_ANCHOR_RELEASE, "2026-12-01",
               SLIP_CERTAINTY_MONTH);
  matrix = new_matrix (state, 7, FALSE);
  assert_rows (matrix, "open late ready far");
}

static void
test_closed_and_deleted_are_not_in_it (void)
{
  g_autoptr (SlipPlanState) state = new_matrix_plan ();
  g_autoptr (SlipMatrix) matrix = NULL;

  set_status (&state, "open", SLIP_STATUS_CANCELLED);
  set_status (&state, "late", SLIP_STATUS_RELEASED);
  set_integer (&state, SLIP_KIND_RELEASE, "far", SLIP_RELEASE_IS_DELETED, TRUE);
  matrix = new_matrix (state, SLIP_MATRIX_ALL, FALSE);
  assert_rows (matrix, "ready loose");
}

static void
test_loud_come_first_then_gaps (void)
{
  g_autoptr (SlipPlanState) state = new_matrix_plan ();
  g_autoptr (SlipMatrix) unowned = NULL;
  g_autoptr (SlipMatrix) blocked = NULL;
  g_autoptr (SlipMatrix) overdue = NULL;

  add_checklist (&state, "far", "sales", NULL);
  unowned = new_matrix (state, SLIP_MATRIX_ALL, FALSE);
  assert_rows (unowned, "far open late ready loose");
  g_assert_cmpint (slip_matrix_get_row (unowned, 0)->urgency, ==,
                   SLIP_MATRIX_LOUD);
  g_assert_cmpint (slip_matrix_get_row (unowned, 1)->urgency, ==,
                   SLIP_MATRIX_GAP);
  g_assert_cmpint (slip_matrix_get_row (unowned, 2)->urgency, ==,
                   SLIP_MATRIX_QUIET);

  add_checklist (&state, "loose", "sales", "ops");
  add_item (&state, "loose", "sales", "l", SLIP_ITEM_STATE_BLOCKED, NULL);
  blocked = new_matrix (state, SLIP_MATRIX_ALL, FALSE);
  assert_rows (blocked, "far loose open late ready");

  add_item (&state, "open", "support", "p", SLIP_ITEM_STATE_TO_DO,
            "2026-11-30");
  overdue = new_matrix (state, SLIP_MATRIX_ALL, FALSE);
  assert_rows (overdue, "open far loose late ready");
}

static void
test_only_gaps_leaves_the_quiet_out (void)
{
  g_autoptr (SlipPlanState) state = new_matrix_plan ();
  g_autoptr (SlipMatrix) matrix = new_matrix (state, SLIP_MATRIX_ALL, TRUE);

  assert_rows (matrix, "open late far loose");
}

static void
test_query_filters (void)
{
  g_autoptr (SlipPlanState) state = new_matrix_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();
  SlipMatrixSpec spec = { day ("2026-12-01"), SLIP_MATRIX_ALL, FALSE };
  g_autoptr (SlipMatrix) matrix = NULL;

  slip_query_set_product (query, "payments");
  matrix = slip_matrix_new (state, query, &spec);
  assert_rows (matrix, "late ready");
}

static void
test_columns_are_in_order_of_telling (void)
{
  g_autoptr (SlipPlanState) state = new_matrix_plan ();
  g_autoptr (SlipMatrix) matrix = new_matrix (state, SLIP_MATRIX_ALL, FALSE);

  assert_columns (matrix, "support sales");
  set_text (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_RANK, "1");
  g_clear_pointer (&matrix, slip_matrix_free);
  matrix = new_matrix (state, SLIP_MATRIX_ALL, FALSE);
  assert_columns (matrix, "sales support");
  g_assert_cmpint (slip_matrix_find_column (matrix, "support"), ==, 1);
}

static void
test_retired_audience_stays_while_used (void)
{
  g_autoptr (SlipPlanState) state = new_matrix_plan ();
  g_autoptr (SlipMatrix) near = NULL;
  g_autoptr (SlipMatrix) all = NULL;

  add_checklist (&state, "far", "legal", "lead");
  near = new_matrix (state, 14, FALSE);
  all = new_matrix (state, SLIP_MATRIX_ALL, FALSE);
  assert_columns (near, "support sales");
  assert_columns (all, "support sales legal");
}

static void
test_cells_are_the_checklists (void)
{
  g_autoptr (SlipPlanState) state = new_matrix_plan ();
  g_autoptr (SlipMatrix) matrix = NULL;
  const SlipMatrixRow *row;

  add_checklist (&state, "open", "sales", NULL);
  matrix = new_matrix (state, 14, FALSE);
  row = slip_matrix_get_row (matrix, 0);
  g_assert_cmpstr (row->checklists[0]->checklist, ==, "open-support");
  g_assert_cmpstr (row->checklists[1]->checklist, ==, "open-sales");
  row = slip_matrix_get_row (matrix, 1);
  g_assert_null (row->checklists[0]);
  g_assert_null (row->checklists[1]);
}

static void
test_totals_are_of_its_rows (void)
{
  g_autoptr (SlipPlanState) state = new_matrix_plan ();
  g_autoptr (SlipMatrix) matrix = NULL;

  add_checklist (&state, "open", "sales", NULL);
  add_item (&state, "open", "sales", "s", SLIP_ITEM_STATE_TO_DO, "2026-11-30");
  add_checklist (&state, "far", "sales", NULL);
  matrix = new_matrix (state, 14, FALSE);
  g_assert_cmpuint (matrix->n_unowned, ==, 1);
  g_assert_cmpuint (matrix->n_overdue, ==, 1);
  g_assert_cmpuint (matrix->n_not_ready, ==, 2);
}

static void
test_knows_whether_there_are_checklists (void)
{
  g_autoptr (SlipPlanState) state = new_matrix_plan ();
  g_autoptr (SlipMatrix) some = new_matrix (state, 14, FALSE);
  g_autoptr (SlipMatrix) none = NULL;

  g_assert_true (slip_matrix_has_checklists (some));
  set_status (&state, "open", SLIP_STATUS_CANCELLED);
  set_status (&state, "ready", SLIP_STATUS_CANCELLED);
  none = new_matrix (state, 14, FALSE);
  g_assert_false (slip_matrix_has_checklists (none));
  assert_rows (none, "late");
}

static void
test_a_contradiction_is_a_gap (void)
{
  g_autoptr (SlipPlanState) state = new_matrix_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();
  g_autoptr (Said) said = said_new ();
  SlipMatrixSpec spec = { day ("2026-12-01"), 14, TRUE, NOON };
  g_autoptr (SlipMatrix) before = slip_matrix_new (state, query, &spec);
  g_autoptr (SlipMatrix) after = NULL;
  g_autoptr (SlipMatrix) stale = NULL;
  g_autoptr (SlipMatrix) alone = NULL;

  assert_rows (before, "open late");
  add_feed (&state, "desk", "Help desk");
  say_standing (said, "desk", 0);
  say_status (said, "desk", "ready", "support", SLIP_OBSERVED_AT_RISK);
  put_said (&state, said);
  after = slip_matrix_new (state, query, &spec);
  assert_rows (after, "ready open late");
  g_assert_cmpuint (after->n_disagreements, ==, 1);
  g_assert_cmpuint (slip_matrix_get_row (after, 0)->n_disagreements, ==, 1);

  spec.now_ms = NOON + 48 * HOUR;
  stale = slip_matrix_new (state, query, &spec);
  assert_rows (stale, "open late");
  spec.now_ms = 0;
  alone = slip_matrix_new (state, query, &spec);
  assert_rows (alone, "open late");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/matrix/window-ends-after-its-days",
                   test_window_ends_after_its_days);
  g_test_add_func ("/matrix/period-counts-by-its-first-day",
                   test_period_counts_by_its_first_day);
  g_test_add_func ("/matrix/closed-and-deleted-are-not-in-it",
                   test_closed_and_deleted_are_not_in_it);
  g_test_add_func ("/matrix/loud-come-first-then-gaps",
                   test_loud_come_first_then_gaps);
  g_test_add_func ("/matrix/only-gaps-leaves-the-quiet-out",
                   test_only_gaps_leaves_the_quiet_out);
  g_test_add_func ("/matrix/a-contradiction-is-a-gap",
                   test_a_contradiction_is_a_gap);
  g_test_add_func ("/matrix/query-filters", test_query_filters);
  g_test_add_func ("/matrix/columns-are-in-order-of-telling",
                   test_columns_are_in_order_of_telling);
  g_test_add_func ("/matrix/retired-audience-stays-while-used",
                   test_retired_audience_stays_while_used);
  g_test_add_func ("/matrix/cells-are-the-checklists",
                   test_cells_are_the_checklists);
  g_test_add_func ("/matrix/totals-are-of-its-rows",
                   test_totals_are_of_its_rows);
  g_test_add_func ("/matrix/knows-whether-there-are-checklists",
                   test_knows_whether_there_are_checklists);

  return g_test_run ();
}
