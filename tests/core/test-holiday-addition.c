/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-holiday-addition.h"

#include "built-plan.h"

static void
add_yearly (SlipPlanState **state, const char *date)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_HOLIDAY, "old", "standard");
  slip_edit_set_text (edit, SLIP_KIND_HOLIDAY, "old", SLIP_HOLIDAY_NAME, "Old");
  slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, "old", SLIP_HOLIDAY_FIRST_DAY,
                      day (date));
  slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, "old", SLIP_HOLIDAY_LAST_DAY,
                      day (date));
  slip_edit_set_integer (edit, SLIP_KIND_HOLIDAY, "old", SLIP_HOLIDAY_IS_YEARLY,
                         TRUE);
  apply_edit (state, edit);
}

static SlipHolidayAddition *
new_addition (const char *calendar)
{
  SlipHolidayAddition *addition = slip_holiday_addition_new (calendar);

  slip_holiday_addition_add (addition, days ("2027-01-01", "2027-01-01"),
                             "New Year", FALSE);
  slip_holiday_addition_add (addition, days ("2027-12-24", "2027-12-26"),
                             "Christmas", FALSE);
  slip_holiday_addition_add (addition, days ("2027-02-02", "2027-02-01"),
                             "Backwards", FALSE);
  slip_holiday_addition_add (addition, days ("2027-02-02", "2029-02-02"),
                             "A whole life", FALSE);
  return addition;
}

static void
test_adds_what_is_missing_once (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipHolidayAddition) addition = new_addition ("standard");
  g_autoptr (SlipHolidayAddition) again = new_addition ("standard");
  g_autoptr (SlipChangeSet) first = NULL;
  g_autoptr (SlipChangeSet) second = NULL;

  add_yearly (&state, "2020-01-01");
  g_assert_true (slip_holiday_is_there (state, "standard",
                                        days ("2027-01-01", "2027-01-01"),
                                        FALSE));
  g_assert_false (slip_holiday_is_there (state, "standard",
                                         days ("2027-01-01", "2027-01-02"),
                                         FALSE));
  first = slip_intent_run (slip_holiday_addition_run, addition, state, NULL);
  g_assert_cmpstr (first->subject, ==, "1 holiday of Standard");
  apply_intent (&state, slip_holiday_addition_run, addition);
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_HOLIDAY), ==, 2);
  g_assert_true (slip_holiday_is_there (state, "standard",
                                        days ("2027-12-24", "2027-12-26"),
                                        FALSE));

  second = slip_intent_run (slip_holiday_addition_run, again, state, NULL);
  g_assert_cmpuint (second->changes->len, ==, 0);
}

static void
test_yearly_ones_are_for_ever (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipHolidayAddition) once = slip_holiday_addition_new ("standard");
  g_autoptr (SlipHolidayAddition) yearly =
    slip_holiday_addition_new ("standard");
  g_autoptr (SlipChangeSet) again = NULL;
  const SlipRange day_off = days ("2027-05-05", "2027-05-05");

  slip_holiday_addition_add (once, day_off, "Founders", FALSE);
  slip_holiday_addition_add (yearly, day_off, "Founders", TRUE);
  apply_intent (&state, slip_holiday_addition_run, once);
  g_assert_true (slip_holiday_is_there (state, "standard", day_off, FALSE));
  g_assert_false (slip_holiday_is_there (state, "standard", day_off, TRUE));

  apply_intent (&state, slip_holiday_addition_run, yearly);
  g_assert_true (slip_holiday_is_there (state, "standard", day_off, TRUE));
  g_assert_true (slip_holiday_is_there (state, "standard",
                                        days ("2030-05-05", "2030-05-05"),
                                        FALSE));
  again = slip_intent_run (slip_holiday_addition_run, yearly, state, NULL);
  g_assert_cmpuint (again->changes->len, ==, 0);
}

static void
test_moves_what_hangs_on_working_days (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipHolidayAddition) addition =
    slip_holiday_addition_new ("standard");
  SlipEdit *edit;

  add_release (&state, "pay", "payments", "3.9", "2026-12-08");
  edit = slip_edit_new (state, SLIP_VERB_ADD);
  slip_edit_create (edit, SLIP_KIND_CHECKLIST, "list", "pay");
  slip_edit_create (edit, SLIP_KIND_ITEM, "item", "pay");
  slip_edit_set_text (edit, SLIP_KIND_ITEM, "item", SLIP_ITEM_CHECKLIST,
                      "list");
  slip_edit_set_text (edit, SLIP_KIND_ITEM, "item", SLIP_ITEM_TITLE, "Item");
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, "item", SLIP_ITEM_DUE_ANCHOR,
                         SLIP_DUE_RELEASE);
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, "item", SLIP_ITEM_DUE_OFFSET,
                         -1);
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, "item", SLIP_ITEM_DUE_UNIT,
                         SLIP_UNIT_WORKING_DAYS);
  apply_edit (&state, edit);

  slip_holiday_addition_add (addition, days ("2026-12-07", "2026-12-07"),
                             "A Monday", FALSE);
  apply_intent (&state, slip_holiday_addition_run, addition);
  g_assert_cmpint (
    slip_row_get_date (slip_plan_state_get (state, SLIP_KIND_ITEM, "item"),
                       SLIP_ITEM_DUE_DATE)
      .day,
    ==, day ("2026-12-04").day);
}

static void
test_refuses_a_calendar_that_is_gone (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipHolidayAddition) addition = new_addition ("gone");

  assert_refused (state, slip_holiday_addition_run, addition,
                  SLIP_PLAN_ERROR_NOT_FOUND);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/holiday-addition/yearly-ones-are-for-ever",
                   test_yearly_ones_are_for_ever);
  g_test_add_func ("/holiday-addition/adds-what-is-missing-once",
                   test_adds_what_is_missing_once);
  g_test_add_func ("/holiday-addition/moves-what-hangs-on-working-days",
                   test_moves_what_hangs_on_working_days);
  g_test_add_func ("/holiday-addition/refuses-a-calendar-that-is-gone",
                   test_refuses_a_calendar_that_is_gone);

  return g_test_run ();
}
