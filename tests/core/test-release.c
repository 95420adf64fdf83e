/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "built-plan.h"

#include <string.h>

static void
test_planned_table (void)
{
  static const struct {
    const char *date;
    SlipCertainty certainty;
    const char *normal;
    const char *last;
    const char *shown;
    gboolean is_about;
  } cases[] = {
    { "2026-12-08", SLIP_CERTAINTY_CONFIRMED, "2026-12-08", "2026-12-08",
      "2026-12-08", FALSE },
    { "2026-12-12", SLIP_CERTAINTY_TENTATIVE, "2026-12-12", "2026-12-12",
      "2026-12-12", FALSE },
    { "2026-12-13", SLIP_CERTAINTY_WEEK, "2026-12-07", "2026-12-13",
      "2026-12-11", TRUE },
    { "2026-12-07", SLIP_CERTAINTY_WEEK, "2026-12-07", "2026-12-13",
      "2026-12-11", TRUE },
    { "2026-01-31", SLIP_CERTAINTY_MONTH, "2026-01-01", "2026-01-31",
      "2026-01-30", TRUE },
    { "2028-02-10", SLIP_CERTAINTY_MONTH, "2028-02-01", "2028-02-29",
      "2028-02-29", TRUE },
    { "2026-12-31", SLIP_CERTAINTY_QUARTER, "2026-10-01", "2026-12-31",
      "2026-12-31", TRUE },
    { "2026-12-08", SLIP_CERTAINTY_UNSCHEDULED, NULL, NULL, NULL, FALSE },
    { NULL, SLIP_CERTAINTY_CONFIRMED, NULL, NULL, NULL, FALSE },
    { NULL, SLIP_CERTAINTY_QUARTER, NULL, NULL, NULL, FALSE },
  };
  g_autoptr (SlipWorkingDays) working_days =
    slip_working_days_new (SLIP_WEEKDAY_MASK_MONDAY_TO_FRIDAY);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SlipPlannedDate normal = slip_planned_date_normalize (
      (SlipPlannedDate){ day (cases[i].date), cases[i].certainty });
    SlipRange period = slip_planned_date_get_period (normal);
    SlipDate shown = slip_planned_date_resolve (normal, working_days);

    g_assert_true (slip_date_equal (normal.date, day (cases[i].normal)));
    g_assert_true (slip_date_equal (period.first, day (cases[i].normal)));
    g_assert_true (slip_date_equal (period.last, day (cases[i].last)));
    g_assert_true (slip_date_equal (shown, day (cases[i].shown)));
    g_assert_true (slip_planned_date_is_about (normal) == cases[i].is_about);
    g_assert_true (
      slip_planned_date_equal (normal, slip_planned_date_normalize (normal)));
    if (cases[i].normal == NULL)
      g_assert_true (slip_planned_date_equal (normal, SLIP_UNSCHEDULED));
  }
}

/* A row that a file holds may contradict itself. */
/* As a file may have it that was changed by hand. */
static void
test_certainty_without_date_has_no_day (void)
{
  g_autoptr (SlipWorkingDays) week =
    slip_working_days_new (SLIP_WEEKDAY_MASK_MONDAY_TO_FRIDAY);

  for (guint i = 0; i < SLIP_N_CERTAINTIES; i++) {
    SlipPlannedDate planned = { SLIP_DATE_NONE, (SlipCertainty) i };

    g_assert_true (
      slip_range_is_empty (slip_planned_date_get_period (planned)));
    g_assert_false (
      slip_date_is_set (slip_planned_date_resolve (planned, week)));
  }
}

static void
test_unscheduled_has_no_day_whatever_is_kept (void)
{
  SlipPlannedDate planned = { day ("2026-12-08"), SLIP_CERTAINTY_UNSCHEDULED };

  g_assert_false (slip_date_is_set (slip_planned_date_resolve (planned, NULL)));
}

static void
test_anchors_name_their_properties (void)
{
  static const char *const prefixes[] = { "release", "deploy", "code_complete",
                                          "announce" };

  for (guint i = 0; i < SLIP_N_ANCHORS; i++) {
    SlipAnchor anchor = (SlipAnchor) i;
    g_autofree char *date = g_strconcat (prefixes[i], "_date", NULL);
    g_autofree char *certainty = g_strconcat (prefixes[i], "_certainty", NULL);
    g_autofree char *pin = g_strconcat (prefixes[i], "_is_pinned", NULL);

    g_assert_cmpint (slip_schema_find_property (SLIP_KIND_RELEASE, date), ==,
                     (int) slip_anchor_get_date_property (anchor));
    g_assert_cmpint (slip_schema_find_property (SLIP_KIND_RELEASE, certainty),
                     ==, (int) slip_anchor_get_certainty_property (anchor));
    g_assert_cmpint (slip_schema_find_property (SLIP_KIND_RELEASE, pin), ==,
                     slip_anchor_get_pin_property (anchor));
    g_assert_nonnull (slip_anchor_get_label (anchor));
  }
}

static void
test_title_table (void)
{
  static const struct {
    const char *product;
    const char *version;
    const char *name;
    const char *brief;
    const char *title;
  } cases[] = {
    { "payments", "3.9", NULL, "Payments 3.9", "Payments 3.9" },
    { "mobile", "4.2", "Offline mode", "Mobile 4.2",
      "Mobile 4.2 “Offline mode”" },
    { "mobile", NULL, "Offline mode", "Offline mode", "Offline mode" },
    { NULL, "4.2", NULL, "4.2", "4.2" },
    { NULL, "4.2", "Offline mode", "Offline mode", "Offline mode" },
    { "mobile", NULL, NULL, "Untitled release", "Untitled release" },
    { "mobile", "100 %s", "%n", "Mobile 100 %s", "Mobile 100 %s “%n”" },
    /* An override that would turn the words of a sentence round. */
    { "mobile", "4.2\342\200\256", "Off\342\200\256line", "Mobile 4.2",
      "Mobile 4.2 “Offline”" },
    { NULL, NULL, "Off\342\200\256line", "Offline", "Offline" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_plan ();
    g_autofree char *brief = NULL;
    g_autofree char *title = NULL;
    g_autofree char *label = NULL;

    add_release (&state, "r", cases[i].product, cases[i].version, NULL);
    set_text (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_NAME, cases[i].name);
    brief = slip_release_dup_short_title (state, get_release (state, "r"));
    title = slip_release_dup_title (state, get_release (state, "r"));
    label = slip_entity_dup_label (state, get_release (state, "r"));
    g_assert_cmpstr (brief, ==, cases[i].brief);
    g_assert_cmpstr (title, ==, cases[i].title);
    g_assert_cmpstr (label, ==, title);
  }
}

static void
test_label_of_every_kind (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_auto (SlipValue) text = slip_value_new_text ("Login screen");

  for (guint kind = 0; kind < SLIP_N_KINDS; kind++) {
    g_autoptr (SlipRow) row = slip_row_new ((SlipKind) kind, "x", NULL, NULL);
    g_autofree char *label = slip_entity_dup_label (state, row);
    int title = slip_schema_find_property ((SlipKind) kind, "title");

    g_assert_cmpuint (strlen (label), >, 0);
    if (title >= 0) {
      g_autoptr (SlipRow) named = slip_row_new_with (row, (guint) title, &text);
      g_autofree char *named_label = slip_entity_dup_label (state, named);

      g_assert_cmpstr (named_label, ==, "Login screen");
    }
  }
}

static void
test_closed_table (void)
{
  for (guint status = 0; status < SLIP_N_STATUSES; status++) {
    g_autoptr (SlipPlanState) state = new_plan ();

    add_release (&state, "r", "payments", "1", NULL);
    set_integer (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_STATUS, status);
    g_assert_true (
      slip_release_is_closed (get_release (state, "r")) ==
      (status == SLIP_STATUS_RELEASED || status == SLIP_STATUS_CANCELLED));
    g_assert_cmpint (
      slip_enum_find (slip_schema_get_property (SLIP_KIND_RELEASE,
                                                SLIP_RELEASE_STATUS)
                        ->values,
                      slip_status_get_nick ((SlipStatus) status)),
      ==, (int) status);
    g_assert_nonnull (slip_status_get_label ((SlipStatus) status));
  }
}

static void
add_calendar (SlipPlanState **state, const char *id, gint64 weekdays)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_WORKING_CALENDAR, id, id);
  slip_edit_set_integer (edit, SLIP_KIND_WORKING_CALENDAR, id,
                         SLIP_WORKING_CALENDAR_WEEKDAYS, weekdays);
  apply_edit (state, edit);
}

static void
add_holiday (SlipPlanState **state,
             const char *id,
             const char *calendar,
             const char *date,
             gboolean is_yearly)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_HOLIDAY, id, calendar);
  slip_edit_set_text (edit, SLIP_KIND_HOLIDAY, id, SLIP_HOLIDAY_NAME, id);
  slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, id, SLIP_HOLIDAY_FIRST_DAY,
                      day (date));
  slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, id, SLIP_HOLIDAY_LAST_DAY,
                      day (date));
  slip_edit_set_integer (edit, SLIP_KIND_HOLIDAY, id, SLIP_HOLIDAY_IS_YEARLY,
                         is_yearly);
  apply_edit (state, edit);
}

static gboolean
is_working (const SlipPlanState *state, const char *product, const char *date)
{
  g_autoptr (SlipWorkingDays) working_days =
    slip_plan_state_dup_working_days (state, product);

  return slip_working_days_is_working (working_days, day (date));
}

static void
test_working_days_follow_the_product (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_calendar (&state, "gulf", 0x4f); /* Sunday to Thursday */
  add_holiday (&state, "launch", "gulf", "2026-12-09", FALSE);
  add_holiday (&state, "christmas", "standard", "2020-12-25", TRUE);
  set_text (&state, SLIP_KIND_PRODUCT, "mobile", SLIP_PRODUCT_CALENDAR, "gulf");

  g_assert_true (is_working (state, "mobile", "2026-12-13"));
  g_assert_false (is_working (state, "mobile", "2026-12-11"));
  g_assert_false (is_working (state, "mobile", "2026-12-09"));
  g_assert_true (is_working (state, "payments", "2026-12-09"));
  g_assert_false (is_working (state, "payments", "2026-12-25"));
  g_assert_false (is_working (state, NULL, "2026-12-25"));
  g_assert_false (is_working (state, "no such product", "2026-12-13"));
}

static void
test_working_days_without_a_calendar (void)
{
  g_autoptr (SlipPlanState) empty = slip_plan_state_new ();
  g_autoptr (SlipPlanState) state = new_plan ();

  g_assert_true (is_working (empty, NULL, "2026-12-11"));
  g_assert_false (is_working (empty, NULL, "2026-12-12"));

  /* A calendar that a file left without a working day. */
  set_integer (&state, SLIP_KIND_WORKING_CALENDAR, "standard",
               SLIP_WORKING_CALENDAR_WEEKDAYS, 0);
  g_assert_true (is_working (state, NULL, "2026-12-11"));
}

static void
test_resolve_by_the_product_s_days (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_release (&state, "r", "mobile", "4.2", NULL);
  set_planned (&state, "r", SLIP_ANCHOR_RELEASE, "2026-12-01",
               SLIP_CERTAINTY_MONTH);
  add_holiday (&state, "eve", "standard", "2026-12-31", TRUE);
  g_assert_true (
    slip_date_equal (slip_release_resolve (state, get_release (state, "r"),
                                           SLIP_ANCHOR_RELEASE),
                     day ("2026-12-30")));
  g_assert_false (
    slip_date_is_set (slip_release_resolve (state, get_release (state, "r"),
                                            SLIP_ANCHOR_DEPLOY)));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/release/planned/table", test_planned_table);
  g_test_add_func ("/release/planned/unscheduled-has-no-day-whatever-is-kept",
                   test_unscheduled_has_no_day_whatever_is_kept);
  g_test_add_func ("/release/planned/certainty-without-date-has-no-day",
                   test_certainty_without_date_has_no_day);
  g_test_add_func ("/release/anchors/name-their-properties",
                   test_anchors_name_their_properties);
  g_test_add_func ("/release/title/table", test_title_table);
  g_test_add_func ("/release/label/of-every-kind", test_label_of_every_kind);
  g_test_add_func ("/release/closed/table", test_closed_table);
  g_test_add_func ("/release/working-days/follow-the-product",
                   test_working_days_follow_the_product);
  g_test_add_func ("/release/working-days/without-a-calendar",
                   test_working_days_without_a_calendar);
  g_test_add_func ("/release/resolve/by-the-product-s-days",
                   test_resolve_by_the_product_s_days);

  return g_test_run ();
}
