/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-conflict.h"
#include "told-plan.h"

#define CONTEXT ((SlipConflictContext){ day (TODAY), 2, 3, SLIP_MONDAY })

/* Asserts the conflicts of 'r' as people read them, '(' before a warning. */
static void
assert_conflicts (const SlipPlanState *state, const char *expected)
{
  g_autoptr (GPtrArray) conflicts =
    slip_conflict_list (state, &CONTEXT, get_release (state, "r"));
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < conflicts->len; i++) {
    const SlipConflict *conflict = conflicts->pdata[i];
    g_autofree char *line = slip_conflict_describe (conflict);

    g_string_append_printf (text, "%s%s%s", i > 0 ? "\n" : "",
                            conflict->is_soft ? "(" : "", line);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
add_dependency (SlipPlanState **state, const char *on, gint64 lag)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_DEPENDENCY, "edge", "r");
  slip_edit_set_text (edit, SLIP_KIND_DEPENDENCY, "edge",
                      SLIP_DEPENDENCY_ON_RELEASE, on);
  slip_edit_set_integer (edit, SLIP_KIND_DEPENDENCY, "edge",
                         SLIP_DEPENDENCY_LAG_DAYS, lag);
  apply_edit (state, edit);
}

static void
test_dependency_comes_first (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "r", "payments", "3.9", "2026-12-08");
  add_release (&state, "on", "mobile", "4.2", "2026-12-08");
  add_dependency (&state, "on", 0);
  assert_conflicts (state, "");
  set_planned (&state, "on", SLIP_ANCHOR_RELEASE, "2026-12-09",
               SLIP_CERTAINTY_CONFIRMED);
  assert_conflicts (state, "Released on Tue 8 December, before Mobile 4.2 "
                           "(Wed 9 December), which it depends on");
  /* Some day of that week is early enough. */
  set_planned (&state, "on", SLIP_ANCHOR_RELEASE, "2026-12-07",
               SLIP_CERTAINTY_WEEK);
  assert_conflicts (state, "(Released on Tue 8 December, before Mobile 4.2 "
                           "(Fri 11 December), which it depends on");
  set_planned (&state, "on", SLIP_ANCHOR_RELEASE, NULL,
               SLIP_CERTAINTY_UNSCHEDULED);
  assert_conflicts (state, "(Depends on Mobile 4.2, which has no date");
  set_integer (&state, SLIP_KIND_RELEASE, "on", SLIP_RELEASE_STATUS,
               SLIP_STATUS_RELEASED);
  assert_conflicts (state, "");
  set_integer (&state, SLIP_KIND_RELEASE, "on", SLIP_RELEASE_STATUS,
               SLIP_STATUS_CANCELLED);
  assert_conflicts (state,
                    "Depends on Mobile 4.2, which is cancelled or deleted");
}

static void
test_dependency_has_a_lag (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "r", "payments", "3.9", "2026-12-08");
  add_release (&state, "on", "mobile", "4.2", "2026-12-04");
  add_dependency (&state, "on", 5);
  assert_conflicts (state, "Released on Tue 8 December, but it needs 5 days "
                           "after Mobile 4.2 (Fri 4 December)");
  set_planned (&state, "on", SLIP_ANCHOR_RELEASE, "2026-12-03",
               SLIP_CERTAINTY_CONFIRMED);
  assert_conflicts (state, "");
}

static void
add_stage (SlipPlanState **state,
           const char *id,
           gint64 share,
           const char *start,
           const char *end)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_STAGE, id, "r");
  slip_edit_set_text (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_NAME, id);
  slip_edit_set_text (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_RANK, id);
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_TYPE,
                         SLIP_STAGE_TYPE_PERCENTAGE);
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_SHARE, share);
  slip_edit_set_date (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_PLANNED_START,
                      day (start));
  slip_edit_set_date (edit, SLIP_KIND_STAGE, id, SLIP_STAGE_PLANNED_END,
                      day (end));
  apply_edit (state, edit);
}

static void
set_stage_state (SlipPlanState **state, const char *id, SlipStageState value)
{
  set_integer (state, SLIP_KIND_STAGE, id, SLIP_STAGE_STATE, value);
}

static void
test_stages_are_in_order (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "r", "payments", "3.9", "2026-12-08");
  add_stage (&state, "A", 500, "2026-12-08", "2026-12-10");
  add_stage (&state, "B", 2500, "2026-12-10", "2026-12-14");
  assert_conflicts (state, "");
  add_stage (&state, "C", 1000, "2026-12-11", "2026-12-18");
  assert_conflicts (state, "“C” (Fri 11 December) starts before “B” ends (Mon "
                           "14 December)\n"
                           "“C” reaches fewer people than “B” before it");
  set_stage_state (&state, "B", SLIP_STAGE_STATE_SKIPPED);
  assert_conflicts (state, "");
  /* One that has begun ends when it is expected to. */
  set_stage_state (&state, "B", SLIP_STAGE_STATE_ACTIVE);
  set_integer (&state, SLIP_KIND_STAGE, "C", SLIP_STAGE_SHARE, 5000);
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);
  slip_edit_set_date (edit, SLIP_KIND_STAGE, "B", SLIP_STAGE_EXPECTED_END,
                      day ("2026-12-11"));
  apply_edit (&state, edit);
  assert_conflicts (state, "");
}

static void
test_stages_keep_out_of_freezes (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_FREEZE, "freeze", "Year-end");
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, "freeze", SLIP_FREEZE_FIRST_DAY,
                      day ("2026-12-20"));
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, "freeze", SLIP_FREEZE_LAST_DAY,
                      day ("2027-01-03"));
  apply_edit (&state, edit);
  add_release (&state, "r", "payments", "3.9", "2026-12-08");
  add_stage (&state, "A", 500, "2026-12-19", "2026-12-21");
  add_stage (&state, "B", 2500, "2026-12-22", "2026-12-24");
  assert_conflicts (state, "“B” (Tue 22 December) starts in “Year-end”");
  set_integer (&state, SLIP_KIND_FREEZE, "freeze", SLIP_FREEZE_SEVERITY,
               SLIP_SEVERITY_SOFT);
  assert_conflicts (state, "(“B” (Tue 22 December) starts in “Year-end”");
  set_stage_state (&state, "B", SLIP_STAGE_STATE_DONE);
  assert_conflicts (state, "");
}

static void
add_ruled_item (SlipPlanState **state, const char *id, const char *due)
{
  add_item (state, "r", "support", id, SLIP_ITEM_STATE_TO_DO, due);
  set_integer (state, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_ANCHOR,
               SLIP_DUE_RELEASE);
}

static void
test_rules_put_items_before_today (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  add_ruled_item (&state, "Train", "2026-11-23");
  assert_conflicts (state, "");
  add_ruled_item (&state, "Write", "2026-11-20");
  assert_conflicts (state, "(“Write” is already past (Fri 20 November)");
  add_ruled_item (&state, "Tell", "2026-11-19");
  assert_conflicts (state, "(2 required dates are already past, the first is "
                           "“Tell” (Thu 19 November)");
  /* One that is pinned stands where somebody wants it. */
  set_integer (&state, SLIP_KIND_ITEM, "Tell", SLIP_ITEM_DUE_IS_PINNED, TRUE);
  set_integer (&state, SLIP_KIND_ITEM, "Write", SLIP_ITEM_IS_REQUIRED, FALSE);
  assert_conflicts (state, "");
}

static void
test_notice_can_no_longer_be_kept (void)
{
  g_autoptr (SlipPlanState) state = new_told_plan ();

  set_integer (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_NOTICE_DAYS,
               11);
  assert_conflicts (state, "");
  set_integer (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_NOTICE_DAYS,
               12);
  assert_conflicts (state, "(Sales can no longer have 12 working days’ notice "
                           "(last day: Fri 20 November)");
  set_integer (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_SIDE,
               SLIP_SIDE_EXTERNAL);
  assert_conflicts (state, "Sales can no longer have 12 working days’ notice "
                           "(last day: Fri 20 November)");
  /* Whoever was told, though late, was told. */
  tell (&state, "sales", SLIP_COMMUNICATION_HEADS_UP, "2026-11-23", "", NULL);
  assert_conflicts (state, "");
}

static void
test_weeks_ask_too_much (void)
{
  static const char *const others[] = { "a", "b" };
  g_autoptr (SlipPlanState) state = new_told_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (others); i++) {
    add_release (&state, others[i], "mobile", others[i], "2026-12-10");
    add_checklist (&state, others[i], "support", NULL);
    add_checklist (&state, others[i], "sales", NULL);
  }
  assert_conflicts (state,
                    "(Sales: 3 releases in the week of Mon 7 December (limit "
                    "2)\n"
                    "(Support: 3 releases in the week of Mon 7 December (limit "
                    "2)");
  g_autoptr (GPtrArray) conflicts =
    slip_conflict_list (state, &CONTEXT, get_release (state, "r"));
  guint n_told = 0;
  g_autofree char *text = slip_conflict_describe_group (conflicts, 0, &n_told);
  g_assert_cmpuint (n_told, ==, 2);
  g_assert_cmpstr (text, ==,
                   "Sales, Support: 3 releases each in the week of Mon 7 "
                   "December (limit 2)");

  set_planned (&state, "a", SLIP_ANCHOR_RELEASE, "2026-12-14",
               SLIP_CERTAINTY_CONFIRMED);
  assert_conflicts (state, "");
  for (guint i = 0; i < 4; i++) {
    g_autofree char *item = g_strdup_printf ("item-%u", i);

    add_item (&state, i < 2 ? "r" : "b", "support", item, SLIP_ITEM_STATE_TO_DO,
              "2026-12-02");
    set_text (&state, SLIP_KIND_ITEM, item, SLIP_ITEM_OWNER, "lead");
  }
  assert_conflicts (state, "(Support lead: 4 items due in the week of Mon 30 "
                           "November (limit 3)");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add_func ("/conflict-types/" name, func)
  ADD ("dependency-comes-first", test_dependency_comes_first);
  ADD ("dependency-has-a-lag", test_dependency_has_a_lag);
  ADD ("stages-are-in-order", test_stages_are_in_order);
  ADD ("stages-keep-out-of-freezes", test_stages_keep_out_of_freezes);
  ADD ("rules-put-items-before-today", test_rules_put_items_before_today);
  ADD ("notice-can-no-longer-be-kept", test_notice_can_no_longer_be_kept);
  ADD ("weeks-ask-too-much", test_weeks_ask_too_much);
#undef ADD

  return g_test_run ();
}
