/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-truth-text.h"
#include "truth-plan.h"

#define NOW "2026-12-20 12:00"

static SlipPlanTruth *
report (const SlipPlanState *state, const SlipPast *past)
{
  g_autoptr (GPtrArray) ids = slip_plan_truth_list (state, NULL);

  return slip_plan_truth_new (state, ids, past, moment (NOW));
}

static const SlipReleaseTruth *
get_truth (const SlipPlanTruth *truth, const char *release)
{
  for (guint i = 0; i < truth->releases->len; i++) {
    const SlipReleaseTruth *candidate = truth->releases->pdata[i];

    if (g_str_equal (candidate->release, release))
      return candidate;
  }
  g_error ("%s is not in the report", release);
}

static void
assert_text (char *text, const char *expected)
{
  g_autofree char *owned = text;

  g_assert_cmpstr (owned, ==, expected);
}

static void
test_stages (void)
{
  g_autoptr (SlipPlanState) state = new_truth_plan ();
  g_autoptr (SlipPlanTruth) truth = NULL;
  const SlipStageTruth *internal;
  const SlipStageTruth *all;

  run_stage (&state, "internal", SLIP_STAGE_STATE_DONE, "2026-12-02 09:00",
             "2026-12-10 12:00");
  run_stage (&state, "all", SLIP_STAGE_STATE_ACTIVE, "2026-12-10 12:00", NULL);
  truth = report (state, NULL);
  internal = get_truth (truth, "r")->stages->pdata[0];
  all = get_truth (truth, "r")->stages->pdata[1];
  g_assert_cmpint (internal->start_slip, ==, 1);
  g_assert_cmpint (internal->end_slip, ==, 6);
  g_assert_cmpint (all->start_slip, ==, 2);
  g_assert_cmpint (all->end_slip, ==, SLIP_TRUTH_UNKNOWN);
  /* Planned for the 8th, and started on the 10th. */
  g_assert_cmpint (get_truth (truth, "r")->slip, ==, 2);
  g_assert_true (get_truth (truth, "r")->is_out);
  g_assert_cmpint (get_truth (truth, "r")->n_moves, ==, -1);
}

static void
test_slip_counts_from_the_first_plan (void)
{
  g_autoptr (SlipPlanState) state = new_truth_plan ();
  g_autoptr (SlipPlanTruth) truth = NULL;

  set_planned (&state, "r", SLIP_ANCHOR_RELEASE, "2026-12-15",
               SLIP_CERTAINTY_CONFIRMED);
  {
    SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

    slip_edit_set_date (edit, SLIP_KIND_RELEASE, "r",
                        SLIP_RELEASE_FIRST_PLANNED_DATE, day ("2026-12-01"));
    apply_edit (&state, edit);
  }
  truth = report (state, NULL);
  /* It is not out: as far as it has slipped by now. */
  g_assert_cmpint (get_truth (truth, "r")->slip, ==, 14);
  g_assert_false (get_truth (truth, "r")->is_out);
  g_assert_false (slip_date_is_set (get_truth (truth, "r")->actual));
}

static void
test_released_without_a_trace_is_not_known (void)
{
  g_autoptr (SlipPlanState) state = new_truth_plan ();
  g_autoptr (SlipPlanTruth) truth = NULL;

  add_release (&state, "s", "mobile", "4.2", "2026-12-10");
  set_status (&state, "s", SLIP_STATUS_RELEASED);
  slip_plan_state_set_loaded (state, "s");
  truth = report (state, NULL);
  g_assert_true (get_truth (truth, "s")->is_out);
  g_assert_cmpint (get_truth (truth, "s")->slip, ==, SLIP_TRUTH_UNKNOWN);
}

static void
test_released_by_its_status (void)
{
  g_autoptr (SlipPlanState) state = new_truth_plan ();
  g_autoptr (SlipPast) past = slip_past_new ();
  g_autoptr (GPtrArray) steps =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_step_free);
  g_autoptr (SlipPlanTruth) truth = NULL;

  add_release (&state, "s", "mobile", "4.2", "2026-12-10");
  set_status (&state, "s", SLIP_STATUS_RELEASED);
  slip_plan_state_set_loaded (state, "s");
  put_step (steps, 1, SLIP_STEP_EDIT, 0, "2026-12-13 09:00", SLIP_WRITER_WINDOW,
            new_change (SLIP_KIND_RELEASE, "s", NULL, SLIP_RELEASE_STATUS,
                        slip_value_new_integer (SLIP_STATUS_READY),
                        slip_value_new_integer (SLIP_STATUS_RELEASED)));
  slip_past_read (past, "s", steps);
  truth = report (state, past);
  g_assert_cmpint (get_truth (truth, "s")->slip, ==, 3);
  g_assert_cmpint (get_truth (truth, "s")->n_moves, ==, 0);
}

static void
test_cancelled_and_deleted_do_not_count (void)
{
  g_autoptr (SlipPlanState) state = new_truth_plan ();
  g_autoptr (SlipPlanTruth) truth = NULL;

  add_release (&state, "s", "mobile", "4.2", "2026-12-10");
  set_status (&state, "s", SLIP_STATUS_CANCELLED);
  set_integer (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_IS_DELETED, TRUE);
  truth = report (state, NULL);
  g_assert_cmpuint (truth->releases->len, ==, 0);
  g_assert_cmpuint (truth->products->len, ==, 0);
}

/* Of three releases one is as planned, one 4 days late, one not known. */
static void
test_products (void)
{
  g_autoptr (SlipPlanState) state = new_truth_plan ();
  g_autoptr (SlipPlanTruth) truth = NULL;
  const SlipProductTruth *payments;

  run_stage (&state, "all", SLIP_STAGE_STATE_ACTIVE, "2026-12-12 12:00", NULL);
  add_release (&state, "s", "payments", "4.0", "2026-12-10");
  add_release (&state, "t", "payments", "4.1", NULL);
  truth = report (state, NULL);
  g_assert_cmpuint (truth->products->len, ==, 1);
  payments = truth->products->pdata[0];
  g_assert_cmpuint (payments->n_releases, ==, 3);
  g_assert_cmpuint (payments->n_known, ==, 2);
  g_assert_cmpuint (payments->n_late, ==, 1);
  g_assert_cmpint (payments->slip, ==, 4);
  g_assert_cmpint (payments->worst, ==, 4);
  assert_text (slip_product_truth_dup_text (payments),
               "3 releases, 1 late; on average +2 days, at worst +4 days, 1 "
               "not known");
}

static void
test_waits_add_up (void)
{
  g_autoptr (SlipPlanState) state = new_truth_plan ();
  g_autoptr (SlipPast) past = new_past_of_deck ("2026-12-10 00:00");
  g_autoptr (SlipPlanTruth) truth = NULL;
  const SlipWaitTruth *wait;

  /* 'internal' was planned for the 1st and waited for 9 hours of the 2nd. */
  run_stage (&state, "internal", SLIP_STAGE_STATE_DONE, "2026-12-02 09:00",
             NULL);
  run_stage (&state, "all", SLIP_STAGE_STATE_ACTIVE, "2026-12-11 12:00", NULL);
  ask_items (&state, "sales");
  truth = report (state, past);
  g_assert_cmpuint (truth->waits->len, ==, 2);
  wait = truth->waits->pdata[0];
  g_assert_null (wait->audience);
  assert_text (slip_wait_truth_dup_text (wait), "1 d 21 h at 2 gates");
  wait = truth->waits->pdata[1];
  g_assert_cmpstr (wait->name, ==, "Sales");
  assert_text (slip_wait_truth_dup_text (wait), "1 d at 1 gate");
}

static void
test_texts (void)
{
  assert_text (slip_truth_dup_slip (0), "as planned");
  assert_text (slip_truth_dup_slip (1), "+1 day");
  assert_text (slip_truth_dup_slip (-3), "−3 days");
  assert_text (slip_truth_dup_slip (SLIP_TRUTH_UNKNOWN), "not known");
  assert_text (slip_truth_dup_wait (SLIP_WAIT_UNKNOWN), "not known");
  assert_text (slip_truth_dup_wait (0), "no wait");
  assert_text (slip_truth_dup_wait (5400), "1 h");
}

static void
test_report_as_text (void)
{
  g_autoptr (SlipPlanState) state = new_truth_plan ();
  g_autoptr (SlipPlanTruth) truth = NULL;

  run_stage (&state, "internal", SLIP_STAGE_STATE_DONE, "2026-12-02 09:00",
             "2026-12-05 12:00");
  set_integer (&state, SLIP_KIND_STAGE, "internal", SLIP_STAGE_PAUSED_SECONDS,
               7200);
  truth = report (state, NULL);
  assert_text (
    slip_truth_dup_text (truth, day (TODAY)),
    "Slip by product\n"
    "  Payments: 1 release, 0 late; on average as planned, at worst as "
    "planned\n"
    "\nWhat gates waited for\n"
    "  Decisions: 11 d 21 h at 2 gates\n"
    "\nPayments 3.9\n"
    "  First planned for Tue 8 December, now for Tue 8 December: as planned so "
    "far\n"
    "    internal: Done; planned for Tue 1 December, started on Wed 2 December: "
    "+1 day; planned to end on Fri 4 December, ended on Sat 5 December: +1 "
    "day; held for 2 h; its gate was waited at for 9 h: Decision 9 h\n"
    "    all: Planned; planned for Tue 8 December; its gate has been waited at "
    "for 11 d 12 h: Decision 11 d 12 h\n");
}

static void
test_rows (void)
{
  g_autoptr (SlipPlanState) state = new_truth_plan ();
  g_autoptr (SlipPlanTruth) truth = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autofree char *row = NULL;

  run_stage (&state, "internal", SLIP_STAGE_STATE_DONE, "2026-12-02 09:00",
             "2026-12-05 12:00");
  truth = report (state, NULL);
  rows = slip_truth_list_rows (truth);
  g_assert_cmpuint (rows->len, ==, 4);
  row = g_strjoinv ("|", rows->pdata[2]);
  g_assert_cmpstr (row, ==,
                   "Payments 3.9|internal|Done||2026-12-01|2026-12-02|1||"
                   "2026-12-04|2026-12-05|1|0.0|9.0|Decision 9 h");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/plan-truth/stages", test_stages);
  g_test_add_func ("/plan-truth/slip-counts-from-the-first-plan",
                   test_slip_counts_from_the_first_plan);
  g_test_add_func ("/plan-truth/released-without-a-trace-is-not-known",
                   test_released_without_a_trace_is_not_known);
  g_test_add_func ("/plan-truth/released-by-its-status",
                   test_released_by_its_status);
  g_test_add_func ("/plan-truth/cancelled-and-deleted-do-not-count",
                   test_cancelled_and_deleted_do_not_count);
  g_test_add_func ("/plan-truth/products", test_products);
  g_test_add_func ("/plan-truth/waits-add-up", test_waits_add_up);
  g_test_add_func ("/plan-truth/texts", test_texts);
  g_test_add_func ("/plan-truth/report-as-text", test_report_as_text);
  g_test_add_func ("/plan-truth/rows", test_rows);
  return g_test_run ();
}
