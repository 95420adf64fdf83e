/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-schedule.h"

#include "slip-entity-edit.h"
#include "slip-move.h"
#include "slip-t-date.h"

#include "built-plan.h"

#define TODAY "2026-11-02"

/* 'pay' on Tuesday 8 December with a checklist. */
static SlipPlanState *
new_scheduled_plan (void)
{
  SlipPlanState *state = new_plan ();
  SlipEdit *edit;

  add_release (&state, "pay", "payments", "3.9", "2026-12-08");
  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  slip_edit_create (edit, SLIP_KIND_CHECKLIST, "list", "pay");
  apply_edit (&state, edit);
  return state;
}

static void
run_entity_edit (SlipPlanState **state, SlipEntityEdit *edit)
{
  apply_intent (state, slip_entity_edit_run, edit);
  slip_entity_edit_free (edit);
}

static void
add_rule (SlipEntityEdit *edit, SlipKind kind, const SlipTDate *rule)
{
  const SlipTDateProperties *properties = slip_t_date_get_properties (kind);

  slip_entity_edit_add_integer (edit, properties->anchor, rule->anchor);
  slip_entity_edit_add_text (edit, properties->stage, rule->stage);
  slip_entity_edit_add_integer (edit, properties->offset, rule->offset);
  slip_entity_edit_add_integer (edit, properties->unit, rule->unit);
  slip_entity_edit_add_integer (edit, properties->snap, rule->snap);
}

static SlipTDate
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SlipTDate rule;

  slip_t_date_parse (text, &rule, &error);
  g_assert_no_error (error);
  return rule;
}

static void
add_item_with_rule (SlipPlanState **state,
                    const char *id,
                    const SlipTDate *rule,
                    SlipItemState item_state)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_ITEM, id, "pay");

  slip_entity_edit_add_text (edit, SLIP_ITEM_CHECKLIST, "list");
  slip_entity_edit_add_text (edit, SLIP_ITEM_TITLE, id);
  slip_entity_edit_add_integer (edit, SLIP_ITEM_STATE, item_state);
  slip_entity_edit_add_text (edit, SLIP_ITEM_STATE_NOTE, "why");
  add_rule (edit, SLIP_KIND_ITEM, rule);
  run_entity_edit (state, edit);
}

static void
add_item (SlipPlanState **state,
          const char *id,
          const char *rule,
          SlipItemState item_state)
{
  SlipTDate parsed = parse (rule);

  add_item_with_rule (state, id, &parsed, item_state);
}

/* Each of @lengths has its stages follow the one before; the second is the
 * launch. */
static void
add_stage (SlipPlanState **state,
           const char *id,
           gboolean is_launch,
           SlipStageAnchor anchor,
           int offset,
           int length)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_STAGE, id, "pay");

  slip_entity_edit_add_text (edit, SLIP_STAGE_NAME, id);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_IS_LAUNCH, is_launch);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_START_ANCHOR, anchor);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_START_OFFSET, offset);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_LENGTH_DAYS, length);
  run_entity_edit (state, edit);
}

static void
move_pay (SlipPlanState **state,
          const char *to,
          guint stay,
          const char *const *kept,
          const char *const *freed)
{
  SlipPlannedDate planned = { day (to), to != NULL
                                          ? SLIP_CERTAINTY_CONFIRMED
                                          : SLIP_CERTAINTY_UNSCHEDULED };
  g_autoptr (SlipMove) move = slip_move_new ("pay", planned, stay, day (TODAY));

  slip_move_set_parts (move, kept, freed);
  apply_intent (state, slip_move_run, move);
}

static void
assert_due (const SlipPlanState *state,
            const char *item,
            const char *date,
            gboolean is_pinned)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_ITEM, item);
  g_autofree char *due = NULL;

  g_assert_nonnull (row);
  due = slip_date_to_text (slip_t_date_get_day (row));
  g_assert_cmpstr (due, ==, date);
  g_assert_cmpint (slip_t_date_is_pinned (row), ==, is_pinned);
}

static void
assert_span (const SlipPlanState *state,
             const char *stage,
             const char *start,
             const char *end)
{
  const SlipRow *row = slip_plan_state_get (state, SLIP_KIND_STAGE, stage);
  g_autofree char *first = NULL;
  g_autofree char *last = NULL;

  g_assert_nonnull (row);
  first = slip_date_to_text (slip_row_get_date (row, SLIP_STAGE_PLANNED_START));
  last = slip_date_to_text (slip_row_get_date (row, SLIP_STAGE_PLANNED_END));
  g_assert_cmpstr (first, ==, start);
  g_assert_cmpstr (last, ==, end);
}

static void
test_new_item_is_where_its_rule_says (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();

  add_item (&state, "a", "T-5 wd", SLIP_ITEM_STATE_TO_DO);
  assert_due (state, "a", "2026-12-01", FALSE);
}

static void
test_items_follow_a_move (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();

  add_item (&state, "a", "T-5 wd", SLIP_ITEM_STATE_TO_DO);
  add_item (&state, "b", "T", SLIP_ITEM_STATE_BLOCKED);
  /* Thursday 10 December: over no weekend. */
  move_pay (&state, "2026-12-10", 0, NULL, NULL);
  assert_due (state, "a", "2026-12-03", FALSE);
  assert_due (state, "b", "2026-12-10", FALSE);
}

static void
test_what_is_over_stays_and_is_pinned (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();

  add_item (&state, "done", "T-5 wd", SLIP_ITEM_STATE_TO_DO);
  set_integer (&state, SLIP_KIND_ITEM, "done", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_DONE);
  assert_due (state, "done", "2026-12-01", FALSE);
  move_pay (&state, "2026-12-10", 0, NULL, NULL);
  assert_due (state, "done", "2026-12-01", TRUE);

  /* Once pinned it stays so, also when it is taken up again. */
  set_integer (&state, SLIP_KIND_ITEM, "done", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_TO_DO);
  move_pay (&state, "2026-12-14", 0, NULL, NULL);
  assert_due (state, "done", "2026-12-01", TRUE);
}

static void
test_kept_items_are_pinned_and_freed_ones_follow (void)
{
  static const char *const a[] = { "a", NULL };
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();

  add_item (&state, "a", "T-5 wd", SLIP_ITEM_STATE_TO_DO);
  add_item (&state, "b", "T-5 wd", SLIP_ITEM_STATE_TO_DO);
  move_pay (&state, "2026-12-10", 0, a, NULL);
  assert_due (state, "a", "2026-12-01", TRUE);
  assert_due (state, "b", "2026-12-03", FALSE);
  move_pay (&state, "2026-12-14", 0, NULL, a);
  assert_due (state, "a", "2026-12-07", FALSE);
}

static void
test_only_the_release_date_pins_all_that_would_move (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();

  set_planned (&state, "pay", SLIP_ANCHOR_DEPLOY, "2026-12-07",
               SLIP_CERTAINTY_CONFIRMED);
  add_item (&state, "a", "T-5 wd", SLIP_ITEM_STATE_TO_DO);
  add_item (&state, "b", "deploy-1 d", SLIP_ITEM_STATE_TO_DO);
  move_pay (&state, "2026-12-10", SLIP_MOVE_ONLY_RELEASE, NULL, NULL);
  assert_due (state, "a", "2026-12-01", TRUE);
  /* The deploy date stays too, so nothing would have moved this one. */
  assert_due (state, "b", "2026-12-06", FALSE);
}

static void
test_unscheduled_clears_days_and_keeps_rules (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();

  add_item (&state, "a", "T-5 wd", SLIP_ITEM_STATE_TO_DO);
  add_item (&state, "done", "T-5 wd", SLIP_ITEM_STATE_DONE);
  move_pay (&state, NULL, 0, NULL, NULL);
  assert_due (state, "a", NULL, FALSE);
  assert_due (state, "done", "2026-12-01", TRUE);
  move_pay (&state, "2026-12-15", 0, NULL, NULL);
  assert_due (state, "a", "2026-12-08", FALSE);
}

static void
test_a_day_of_ones_own_is_a_pin (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();
  SlipEntityEdit *edit = slip_entity_edit_new_set (SLIP_KIND_ITEM, "a");
  const SlipRow *row;

  add_item (&state, "a", "T-5 wd", SLIP_ITEM_STATE_TO_DO);
  slip_entity_edit_add_date (edit, SLIP_ITEM_DUE_DATE, day ("2026-11-27"));
  run_entity_edit (&state, edit);
  assert_due (state, "a", "2026-11-27", TRUE);
  row = slip_plan_state_get (state, SLIP_KIND_ITEM, "a");
  g_assert_true (slip_date_equal (slip_row_get_date (row, SLIP_ITEM_DUE_WAS),
                                  day ("2026-12-01")));

  edit = slip_entity_edit_new_set (SLIP_KIND_ITEM, "a");
  slip_entity_edit_add_integer (edit, SLIP_ITEM_DUE_IS_PINNED, FALSE);
  run_entity_edit (&state, edit);
  assert_due (state, "a", "2026-12-01", FALSE);
  row = slip_plan_state_get (state, SLIP_KIND_ITEM, "a");
  g_assert_false (
    slip_date_is_set (slip_row_get_date (row, SLIP_ITEM_DUE_WAS)));
}

static void
test_a_new_rule_takes_the_pin_off (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();
  SlipEntityEdit *edit = slip_entity_edit_new_set (SLIP_KIND_ITEM, "a");
  SlipTDate rule = parse ("T-1 wd");

  add_item (&state, "a", "T-5 wd", SLIP_ITEM_STATE_TO_DO);
  slip_entity_edit_add_date (edit, SLIP_ITEM_DUE_DATE, day ("2026-11-27"));
  run_entity_edit (&state, edit);
  edit = slip_entity_edit_new_set (SLIP_KIND_ITEM, "a");
  add_rule (edit, SLIP_KIND_ITEM, &rule);
  run_entity_edit (&state, edit);
  assert_due (state, "a", "2026-12-07", FALSE);
}

static void
test_a_new_holiday_moves_what_counts_working_days (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_HOLIDAY, "off", "standard");

  add_item (&state, "a", "T-5 wd", SLIP_ITEM_STATE_TO_DO);
  add_item (&state, "b", "T-5 d", SLIP_ITEM_STATE_TO_DO);
  slip_entity_edit_add_text (edit, SLIP_HOLIDAY_NAME, "Off");
  slip_entity_edit_add_date (edit, SLIP_HOLIDAY_FIRST_DAY, day ("2026-12-03"));
  slip_entity_edit_add_date (edit, SLIP_HOLIDAY_LAST_DAY, day ("2026-12-04"));
  run_entity_edit (&state, edit);
  assert_due (state, "a", "2026-11-27", FALSE);
  assert_due (state, "b", "2026-12-03", FALSE);
}

static void
test_a_calendar_of_the_product_moves_its_releases (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);
  SlipEntityEdit *set =
    slip_entity_edit_new_set (SLIP_KIND_PRODUCT, "payments");

  create_named (edit, SLIP_KIND_WORKING_CALENDAR, "all", "All");
  slip_edit_set_integer (edit, SLIP_KIND_WORKING_CALENDAR, "all",
                         SLIP_WORKING_CALENDAR_WEEKDAYS, 0x7f);
  apply_edit (&state, edit);
  add_item (&state, "a", "T-5 wd", SLIP_ITEM_STATE_TO_DO);
  slip_entity_edit_add_text (set, SLIP_PRODUCT_CALENDAR, "all");
  run_entity_edit (&state, set);
  assert_due (state, "a", "2026-12-03", FALSE);
}

static void
test_stages_follow_launch_and_each_other (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();
  SlipTDate rule = { SLIP_DUE_STAGE, "everyone", -2, SLIP_UNIT_CALENDAR_DAYS,
                     SLIP_SNAP_NONE };

  add_stage (&state, "internal", FALSE, SLIP_STAGE_ANCHOR_RELEASE, -6, 6);
  add_stage (&state, "launch", TRUE, SLIP_STAGE_ANCHOR_RELEASE, 0, 3);
  add_stage (&state, "everyone", FALSE, SLIP_STAGE_ANCHOR_PREVIOUS, 0, 0);
  add_item_with_rule (&state, "a", &rule, SLIP_ITEM_STATE_TO_DO);
  assert_span (state, "internal", "2026-12-02", "2026-12-07");
  assert_span (state, "launch", "2026-12-08", "2026-12-10");
  assert_span (state, "everyone", "2026-12-11", "2026-12-11");
  assert_due (state, "a", "2026-12-09", FALSE);

  move_pay (&state, "2026-12-15", 0, NULL, NULL);
  assert_span (state, "internal", "2026-12-09", "2026-12-14");
  assert_span (state, "everyone", "2026-12-18", "2026-12-18");
  assert_due (state, "a", "2026-12-16", FALSE);
}

static void
test_kept_stage_stays_while_the_one_before_moves (void)
{
  static const char *const kept[] = { "everyone", NULL };
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();

  add_stage (&state, "launch", TRUE, SLIP_STAGE_ANCHOR_RELEASE, 0, 3);
  add_stage (&state, "everyone", FALSE, SLIP_STAGE_ANCHOR_PREVIOUS, 0, 2);
  move_pay (&state, "2026-12-09", 0, kept, NULL);
  assert_span (state, "launch", "2026-12-09", "2026-12-11");
  assert_span (state, "everyone", "2026-12-11", "2026-12-12");
}

static void
test_begun_stages_stay (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();

  add_stage (&state, "internal", FALSE, SLIP_STAGE_ANCHOR_RELEASE, -6, 6);
  set_integer (&state, SLIP_KIND_STAGE, "internal", SLIP_STAGE_STATE,
               SLIP_STAGE_STATE_ACTIVE);
  move_pay (&state, "2026-12-15", 0, NULL, NULL);
  assert_span (state, "internal", "2026-12-02", "2026-12-07");
}

static void
test_deleting_a_stage_pins_what_hung_on_it (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();
  SlipTDate rule = { SLIP_DUE_STAGE, "launch", 2, SLIP_UNIT_CALENDAR_DAYS,
                     SLIP_SNAP_NONE };

  add_stage (&state, "launch", TRUE, SLIP_STAGE_ANCHOR_RELEASE, 0, 3);
  add_item_with_rule (&state, "a", &rule, SLIP_ITEM_STATE_TO_DO);
  run_entity_edit (&state,
                   slip_entity_edit_new_remove (SLIP_KIND_STAGE, "launch"));
  assert_due (state, "a", "2026-12-10", TRUE);
  move_pay (&state, "2026-12-15", 0, NULL, NULL);
  assert_due (state, "a", "2026-12-10", TRUE);
}

static void
test_closed_releases_stay_until_they_open (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();
  SlipEntityEdit *edit = slip_entity_edit_new_set (SLIP_KIND_RELEASE, "pay");

  add_item (&state, "a", "T-5 wd", SLIP_ITEM_STATE_TO_DO);
  set_integer (&state, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_STATUS,
               SLIP_STATUS_CANCELLED);
  move_pay (&state, "2026-12-10", 0, NULL, NULL);
  assert_due (state, "a", "2026-12-01", FALSE);
  slip_entity_edit_add_integer (edit, SLIP_RELEASE_STATUS, SLIP_STATUS_PLANNED);
  run_entity_edit (&state, edit);
  assert_due (state, "a", "2026-12-03", FALSE);
}

static void
test_sent_communications_stay (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();
  SlipTDate rule = parse ("T-3 wd");
  const char *const ids[] = { "planned", "sent" };

  for (guint i = 0; i < G_N_ELEMENTS (ids); i++) {
    SlipEntityEdit *edit =
      slip_entity_edit_new_create (SLIP_KIND_COMMUNICATION, ids[i], "pay");

    add_rule (edit, SLIP_KIND_COMMUNICATION, &rule);
    run_entity_edit (&state, edit);
  }
  set_integer (&state, SLIP_KIND_COMMUNICATION, "sent",
               SLIP_COMMUNICATION_SENT_AT, 1);
  move_pay (&state, "2026-12-10", 0, NULL, NULL);
  g_assert_true (slip_date_equal (slip_t_date_get_day (slip_plan_state_get (
                                    state, SLIP_KIND_COMMUNICATION, "planned")),
                                  day ("2026-12-07")));
  g_assert_true (slip_date_equal (slip_t_date_get_day (slip_plan_state_get (
                                    state, SLIP_KIND_COMMUNICATION, "sent")),
                                  day ("2026-12-03")));
}

static void
test_needs_the_parts_it_moves (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();
  g_autoptr (SlipMove) move =
    slip_move_new ("pay",
                   (SlipPlannedDate){ day ("2026-12-10"),
                                      SLIP_CERTAINTY_CONFIRMED },
                   0, day (TODAY));
  g_autoptr (GPtrArray) needs = NULL;
  g_autoptr (GError) error = NULL;

  slip_plan_state_unload (state, "pay");
  g_assert_null (
    slip_intent_run_needing (slip_move_run, move, state, &needs, &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_LOADED);
  g_assert_cmpuint (needs->len, ==, 1);
  g_assert_cmpstr (needs->pdata[0], ==, "pay");
}

/* The law, on plans made at random. */

static SlipTDate
pick_rule (void)
{
  return (SlipTDate){
    .anchor = (SlipDueAnchor) g_test_rand_int_range (SLIP_DUE_FIXED,
                                                     SLIP_N_DUE_ANCHORS),
    .stage = g_test_rand_bit () != 0 ? "s0" : "s2",
    .offset = g_test_rand_int_range (-30, 31),
    .unit = (SlipUnit) g_test_rand_int_range (0, 2),
    .snap = (SlipSnap) g_test_rand_int_range (0, 3),
  };
}

static SlipPlanState *
make_random_plan (guint n_items)
{
  SlipPlanState *state = new_scheduled_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  for (int i = 0; i < 6; i++) {
    g_autofree char *id = g_strdup_printf ("h%d", i);
    SlipDate first =
      slip_date_add_days (day (TODAY), g_test_rand_int_range (0, 90));

    slip_edit_create (edit, SLIP_KIND_HOLIDAY, id, "standard");
    slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, id, SLIP_HOLIDAY_FIRST_DAY,
                        first);
    slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, id, SLIP_HOLIDAY_LAST_DAY,
                        slip_date_add_days (first,
                                            g_test_rand_int_range (0, 4)));
  }
  apply_edit (&state, edit);
  for (guint i = SLIP_ANCHOR_DEPLOY; i < SLIP_N_ANCHORS; i++)
    if (g_test_rand_bit () != 0)
      set_planned (&state, "pay", (SlipAnchor) i, "2026-12-01",
                   SLIP_CERTAINTY_CONFIRMED);
  add_stage (&state, "s0", FALSE, SLIP_STAGE_ANCHOR_RELEASE,
             g_test_rand_int_range (-9, 1), g_test_rand_int_range (0, 9));
  add_stage (&state, "s1", TRUE, SLIP_STAGE_ANCHOR_RELEASE, 0, 2);
  add_stage (&state, "s2", FALSE, SLIP_STAGE_ANCHOR_PREVIOUS,
             g_test_rand_int_range (0, 5), 3);
  for (guint i = 0; i < n_items; i++) {
    g_autofree char *id = g_strdup_printf ("i%u", i);
    SlipTDate rule = pick_rule ();

    add_item_with_rule (&state, id, &rule,
                        (SlipItemState)
                          g_test_rand_int_range (0, SLIP_N_ITEM_STATES));
    if (g_test_rand_int_range (0, 4) == 0)
      set_integer (&state, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_IS_PINNED, TRUE);
  }
  return state;
}

static void
assert_law (const SlipPlanState *before, const SlipPlanState *after)
{
  g_autoptr (GPtrArray) items =
    slip_plan_state_list_owned (before, SLIP_KIND_ITEM, "pay");
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < items->len; i++) {
    const SlipRow *was = items->pdata[i];
    const SlipRow *is =
      slip_plan_state_get (after, SLIP_KIND_ITEM, slip_row_get_id (was));

    if (slip_t_date_is_pinned (was) || slip_schedule_is_over (was))
      g_assert_true (
        slip_date_equal (slip_t_date_get_day (was), slip_t_date_get_day (is)));
  }
  /* Everything else is where its rule says. */
  slip_schedule_find_faults (after, faults);
  g_assert_cmpuint (faults->len, ==, 0);
}

static void
assert_undone (const SlipPlanState *before, const SlipMove *move)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_move_run, move, before, &error);
  g_autoptr (SlipChangeSet) inverse = slip_change_set_new_inverse (set);
  g_autoptr (SlipPlanState) after = slip_plan_state_apply (before, set, &error);
  g_autoptr (SlipPlanState) again =
    slip_plan_state_apply (after, inverse, &error);
  g_autofree char *digest = slip_plan_state_digest (before);
  g_autofree char *restored = slip_plan_state_digest (again);

  g_assert_no_error (error);
  g_assert_cmpstr (digest, ==, restored);
  assert_law (before, after);
}

static void
test_law_of_random_moves (void)
{
  for (int i = 0; i < 1000; i++) {
    g_autoptr (SlipPlanState) state = make_random_plan (6);
    SlipPlannedDate to = { SLIP_DATE_NONE, SLIP_CERTAINTY_UNSCHEDULED };
    g_autoptr (SlipMove) move = NULL;

    if (g_test_rand_int_range (0, 6) != 0)
      to = (SlipPlannedDate){
        slip_date_add_days (day (TODAY), g_test_rand_int_range (0, 120)),
        (SlipCertainty) g_test_rand_int_range (SLIP_CERTAINTY_CONFIRMED,
                                               SLIP_N_CERTAINTIES),
      };
    move = slip_move_new ("pay", to, (guint) g_test_rand_int_range (0, 64),
                          day (TODAY));
    assert_undone (state, move);
  }
}

static void
assert_n_faults (const SlipPlanState *state, guint n)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  slip_schedule_find_faults (state, faults);
  g_assert_cmpuint (faults->len, ==, n);
}

/* A stage that somebody put elsewhere without a word is a fault, and so is the
 * item that hangs on it. */
static void
test_faults_are_found (void)
{
  g_autoptr (SlipPlanState) state = new_scheduled_plan ();
  SlipTDate rule = { .anchor = SLIP_DUE_STAGE, .stage = "pilot" };
  SlipEdit *edit;

  add_stage (&state, "pilot", FALSE, SLIP_STAGE_ANCHOR_RELEASE, -5, 2);
  add_item_with_rule (&state, "watch", &rule, SLIP_ITEM_STATE_TO_DO);
  assert_n_faults (state, 0);

  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  slip_edit_set_date (edit, SLIP_KIND_STAGE, "pilot", SLIP_STAGE_PLANNED_START,
                      day ("2026-12-04"));
  apply_edit (&state, edit);
  assert_n_faults (state, 2);
  set_integer (&state, SLIP_KIND_STAGE, "pilot", SLIP_STAGE_START_IS_PINNED,
               TRUE);
  assert_n_faults (state, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/schedule/new-item-is-where-its-rule-says",
                   test_new_item_is_where_its_rule_says);
  g_test_add_func ("/schedule/items-follow-a-move", test_items_follow_a_move);
  g_test_add_func ("/schedule/what-is-over-stays-and-is-pinned",
                   test_what_is_over_stays_and_is_pinned);
  g_test_add_func ("/schedule/kept-items-are-pinned-and-freed-ones-follow",
                   test_kept_items_are_pinned_and_freed_ones_follow);
  g_test_add_func ("/schedule/only-the-release-date-pins-all-that-would-move",
                   test_only_the_release_date_pins_all_that_would_move);
  g_test_add_func ("/schedule/unscheduled-clears-days-and-keeps-rules",
                   test_unscheduled_clears_days_and_keeps_rules);
  g_test_add_func ("/schedule/a-day-of-ones-own-is-a-pin",
                   test_a_day_of_ones_own_is_a_pin);
  g_test_add_func ("/schedule/a-new-rule-takes-the-pin-off",
                   test_a_new_rule_takes_the_pin_off);
  g_test_add_func ("/schedule/a-new-holiday-moves-what-counts-working-days",
                   test_a_new_holiday_moves_what_counts_working_days);
  g_test_add_func ("/schedule/a-calendar-of-the-product-moves-its-releases",
                   test_a_calendar_of_the_product_moves_its_releases);
  g_test_add_func ("/schedule/stages-follow-launch-and-each-other",
                   test_stages_follow_launch_and_each_other);
  g_test_add_func ("/schedule/kept-stage-stays-while-the-one-before-moves",
                   test_kept_stage_stays_while_the_one_before_moves);
  g_test_add_func ("/schedule/begun-stages-stay", test_begun_stages_stay);
  g_test_add_func ("/schedule/deleting-a-stage-pins-what-hung-on-it",
                   test_deleting_a_stage_pins_what_hung_on_it);
  g_test_add_func ("/schedule/closed-releases-stay-until-they-open",
                   test_closed_releases_stay_until_they_open);
  g_test_add_func ("/schedule/sent-communications-stay",
                   test_sent_communications_stay);
  g_test_add_func ("/schedule/needs-the-parts-it-moves",
                   test_needs_the_parts_it_moves);
  g_test_add_func ("/schedule/law-of-random-moves", test_law_of_random_moves);
  g_test_add_func ("/schedule/faults/are-found", test_faults_are_found);

  return g_test_run ();
}
