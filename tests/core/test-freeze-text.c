/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-freeze-text.h"

#include "checked-plan.h"

#define FRIDAY   0x10
#define SATURDAY 0x20
#define DECEMBER 0x800

static const struct {
  const char *last;
  SlipRepeat repeat;
  gint64 weekdays;
  gint64 months;
  const char *until;
  const char *text;
} rules[] = {
  { "2026-12-14", SLIP_REPEAT_NEVER, 0, 0, NULL, "Mon 14 December" },
  { "2027-01-05", SLIP_REPEAT_NEVER, 0, 0, NULL,
    "Mon 14 December to Tue 5 January 2027" },
  { NULL, SLIP_REPEAT_WEEKLY, FRIDAY, 0, NULL, "Every week on Fri" },
  { NULL, SLIP_REPEAT_WEEKLY, FRIDAY | SATURDAY, DECEMBER, NULL,
    "Every week on Fri, Sat in December" },
  { NULL, SLIP_REPEAT_WEEKLY, FRIDAY, 0xfff, "2026-12-31",
    "Every week on Fri, until Thu 31 December" },
  { "2026-12-20", SLIP_REPEAT_YEARLY, 0, 0, "2028-12-31",
    "Every year, Mon 14 December to Sun 20 December, until Sun 31 December "
    "2028" },
};

static SlipPlanState *
new_frozen_plan (guint i)
{
  SlipPlanState *state = new_checked_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_FREEZE, "ice", "Ice");
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, "ice", SLIP_FREEZE_FIRST_DAY,
                      day ("2026-12-14"));
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, "ice", SLIP_FREEZE_LAST_DAY,
                      day (rules[i].last));
  slip_edit_set_integer (edit, SLIP_KIND_FREEZE, "ice", SLIP_FREEZE_REPEAT,
                         rules[i].repeat);
  slip_edit_set_integer (edit, SLIP_KIND_FREEZE, "ice", SLIP_FREEZE_WEEKDAYS,
                         rules[i].weekdays);
  slip_edit_set_integer (edit, SLIP_KIND_FREEZE, "ice", SLIP_FREEZE_MONTHS,
                         rules[i].months);
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, "ice", SLIP_FREEZE_UNTIL,
                      day (rules[i].until));
  apply_edit (&state, edit);
  return state;
}

static const SlipRow *
get_freeze (const SlipPlanState *state)
{
  return slip_plan_state_get (state, SLIP_KIND_FREEZE, "ice");
}

static void
test_says_when (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rules); i++) {
    g_autoptr (SlipPlanState) state = new_frozen_plan (i);
    g_autofree char *text =
      slip_freeze_dup_when (get_freeze (state), day ("2026-12-01"));

    g_assert_cmpstr (text, ==, rules[i].text);
  }
}

static void
hold (SlipPlanState **state, SlipKind kind, const char *target)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, kind, target, "ice");
  slip_edit_set_text (edit, kind, target, 0, target);
  apply_edit (state, edit);
}

static void
test_says_whom (void)
{
  g_autoptr (SlipPlanState) state = new_frozen_plan (0);
  g_autofree char *all = slip_freeze_dup_whom (state, get_freeze (state));
  g_autofree char *product = NULL;
  g_autofree char *both = NULL;

  g_assert_null (all);
  hold (&state, SLIP_KIND_FREEZE_PRODUCT, "payments");
  product = slip_freeze_dup_whom (state, get_freeze (state));
  g_assert_cmpstr (product, ==, "Payments");
  hold (&state, SLIP_KIND_FREEZE_AUDIENCE, "sales");
  both = slip_freeze_dup_whom (state, get_freeze (state));
  g_assert_cmpstr (both, ==, "what Sales has to be ready for of Payments");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/freeze-text/says-when", test_says_when);
  g_test_add_func ("/freeze-text/says-whom", test_says_whom);

  return g_test_run ();
}
