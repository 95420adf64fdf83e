/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "calendar-fixture.h"
#include "slip-day-marks.h"

static char *
list_day (SlipCalendarIndex *index, SlipDate date)
{
  g_autoptr (GArray) entries = slip_calendar_index_list_day (index, date);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < entries->len; i++) {
    const SlipCalendarEntry *entry =
      &g_array_index (entries, SlipCalendarEntry, i);

    g_string_append_printf (text, "%s%s%s", i > 0 ? " " : "",
                            slip_row_get_text (entry->release,
                                               SLIP_RELEASE_VERSION),
                            entry->anchor == SLIP_ANCHOR_DEPLOY ? "d" : "");
  }
  return g_string_free (text, FALSE);
}

static void
assert_day (const SlipPlanState *state, SlipDate date, const char *expected)
{
  g_autoptr (SlipCalendarIndex) index = new_index (state);
  g_autofree char *found = list_day (index, date);

  g_assert_cmpstr (found, ==, expected);
}

static void
test_days (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  assert_day (state, slip_date_new (2026, 12, 8), "1.0");
  assert_day (state, slip_date_new (2026, 12, 9), "");
  assert_day (state, slip_date_new (2026, 12, 10), "1.1");
  assert_day (state, SLIP_DATE_NONE, "1.2");
  assert_day (state, slip_date_new (9999, 12, 31), "");
  assert_day (state, slip_date_new (1, 1, 1), "");
}

static void
test_order (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipDate day = slip_date_new (2026, 12, 8);

  add_release (&state, NULL, "1.10", plan_on (day, SLIP_CERTAINTY_CONFIRMED));
  add_release (&state, NULL, "1.9", plan_on (day, SLIP_CERTAINTY_CONFIRMED));
  set_integer (&state, FIRST, SLIP_RELEASE_STATUS, SLIP_STATUS_RELEASED);
  set_planned (&state, SECOND, SLIP_ANCHOR_DEPLOY,
               plan_on (day, SLIP_CERTAINTY_CONFIRMED));
  /* Open ones as people count, then what is over, then deploy dates. */
  assert_day (state, day, "1.9 1.10 1.0 1.1d");
}

static void
test_deploy (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipDate day = slip_date_new (2026, 12, 3);

  set_planned (&state, FIRST, SLIP_ANCHOR_DEPLOY,
               plan_on (day, SLIP_CERTAINTY_CONFIRMED));
  assert_day (state, day, "1.0d");
  set_planned (&state, FIRST, SLIP_ANCHOR_DEPLOY,
               plan_on (slip_date_new (2026, 12, 8), SLIP_CERTAINTY_CONFIRMED));
  assert_day (state, slip_date_new (2026, 12, 8), "1.0");
  set_planned (&state, FIRST, SLIP_ANCHOR_DEPLOY,
               plan_on (day, SLIP_CERTAINTY_CONFIRMED));
  set_integer (&state, FIRST, SLIP_RELEASE_STATUS, SLIP_STATUS_CANCELLED);
  assert_day (state, day, "");
}

static void
test_period (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipPlannedDate week =
    plan_on (slip_date_new (2026, 12, 14), SLIP_CERTAINTY_WEEK);

  set_planned (&state, LOOSE, SLIP_ANCHOR_RELEASE, week);
  /* A week stands for its last working day. */
  assert_day (state, slip_date_new (2026, 12, 18), "1.2");
  assert_day (state, SLIP_DATE_NONE, "");
}

static void
test_filter (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();
  SlipDate date;

  slip_query_set_text (query, "1.1");
  g_autoptr (SlipCalendarIndex) index =
    slip_calendar_index_new (state, query, slip_date_new (2026, 12, 1));
  g_autofree char *first = list_day (index, slip_date_new (2026, 12, 8));
  g_autofree char *second = list_day (index, slip_date_new (2026, 12, 10));
  g_assert_cmpstr (first, ==, "");
  g_assert_cmpstr (second, ==, "1.1");
  g_assert_false (slip_calendar_index_find (index, FIRST, &date));
  g_assert_true (slip_calendar_index_find (index, SECOND, &date));
  g_assert_cmpint (date.day, ==, slip_date_new (2026, 12, 10).day);
}

static void
test_deleted (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipDate date;

  run_edit (&state, slip_entity_edit_new_remove (SLIP_KIND_RELEASE, FIRST));
  assert_day (state, slip_date_new (2026, 12, 8), "");
  g_autoptr (SlipCalendarIndex) index = new_index (state);
  g_assert_false (slip_calendar_index_find (index, FIRST, &date));
  g_assert_false (slip_calendar_index_find (index, "unheard of", &date));
}

#define N_STAGES 60

static SlipRange
draw_range (void)
{
  SlipDate first =
    slip_date_add_days (TODAY, g_test_rand_int_range (-150, 150));
  int length = g_test_rand_int_range (0, g_test_rand_int_range (1, 90));

  return slip_range_new (first, slip_date_add_days (first, length));
}

static void
add_stage (SlipPlanState **state,
           const char *release,
           const char *name,
           SlipRange days)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_STAGE, NULL, release);

  slip_entity_edit_add_text (edit, SLIP_STAGE_NAME, name);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_START_IS_PINNED, TRUE);
  slip_entity_edit_add_date (edit, SLIP_STAGE_PLANNED_START, days.first);
  slip_entity_edit_add_date (edit, SLIP_STAGE_PLANNED_END, days.last);
  slip_entity_edit_add_integer (edit, SLIP_STAGE_LENGTH_DAYS,
                                slip_range_get_length (days));
  run_edit (state, edit);
}

/* All stages are found by one range that nothing is outside of. */
static char *
list_stages (SlipCalendarIndex *index, SlipRange range, SlipRange asked)
{
  g_autoptr (GArray) stages = slip_calendar_index_find_stages (index, asked);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < stages->len; i++) {
    const SlipCalendarStage *stage =
      &g_array_index (stages, SlipCalendarStage, i);

    if (slip_range_overlap (stage->days, range) > 0)
      g_string_append_printf (text, "%s ",
                              slip_row_get_text (stage->stage,
                                                 SLIP_STAGE_NAME));
  }
  return g_string_free (text, FALSE);
}

static void
test_stages (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipRange all =
    slip_range_new (slip_date_new (2020, 1, 1), slip_date_new (2040, 1, 1));
  int n_found = 0;

  for (int i = 0; i < N_STAGES; i++) {
    g_autofree char *name = g_strdup_printf ("stage %d", i);

    add_stage (&state, FIRST, name, draw_range ());
  }
  g_autoptr (SlipCalendarIndex) index = new_index (state);
  for (int i = 0; i < 500; i++) {
    SlipRange range = draw_range ();
    g_autofree char *expected = list_stages (index, range, all);
    g_autofree char *found = list_stages (index, range, range);

    g_assert_cmpstr (found, ==, expected);
    n_found += *found != '\0';
  }
  g_assert_cmpint (n_found, >, 100);
}

/* Wherever the rows lie in memory. */
static void
test_stages_have_an_order (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipRange all =
    slip_range_new (slip_date_new (2020, 1, 1), slip_date_new (2040, 1, 1));
  g_autoptr (GArray) found = NULL;

  for (int i = 0; i < 30; i++) {
    g_autofree char *id = g_strdup_printf ("release-%02d", i * 7 % 30);

    add_release (&state, id, id,
                 plan_on (slip_date_new (2026, 12, 8),
                          SLIP_CERTAINTY_CONFIRMED));
    add_stage (&state, id, "Everyone", draw_range ());
  }
  g_autoptr (SlipCalendarIndex) index = new_index (state);
  found = slip_calendar_index_find_stages (index, all);
  for (guint i = 1; i < found->len; i++) {
    const SlipRow *before =
      g_array_index (found, SlipCalendarStage, i - 1).release;
    const SlipRow *after = g_array_index (found, SlipCalendarStage, i).release;
    int order =
      slip_date_compare (slip_row_get_date (before, SLIP_RELEASE_RELEASE_DATE),
                         slip_row_get_date (after, SLIP_RELEASE_RELEASE_DATE));

    g_assert_cmpint (order, <=, 0);
    if (order == 0)
      g_assert_cmpstr (slip_row_get_id (before), <=, slip_row_get_id (after));
  }
}

/* Gathered once; anew where something else would be told. */
static void
test_news (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipCalendarIndex) index = new_index (state);
  SlipConflictContext context = slip_conflict_context_new (TODAY);
  const SlipRow *release =
    slip_plan_state_get (state, SLIP_KIND_RELEASE, FIRST);
  const SlipChipNews *news =
    slip_calendar_index_get_news (index, release, SLIP_ANCHOR_RELEASE,
                                  &context);
  SlipChipNews expected =
    slip_chip_news_gather (state, release, SLIP_ANCHOR_RELEASE, &context);

  g_assert_cmpstr (news->label, ==, expected.label);
  g_assert_true (slip_calendar_index_get_news (index, release,
                                               SLIP_ANCHOR_RELEASE,
                                               &context) == news);
  g_assert_true (slip_calendar_index_get_news (index, release,
                                               SLIP_ANCHOR_DEPLOY,
                                               &context) != news);
  context.max_releases++;
  g_assert_true (slip_calendar_index_get_news (index, release,
                                               SLIP_ANCHOR_RELEASE,
                                               &context) != news);

  /* More than are kept. */
  for (int i = 0; i < 5000; i++, context.max_releases++) {
    news = slip_calendar_index_get_news (index, release, SLIP_ANCHOR_RELEASE,
                                         &context);
    g_assert_cmpstr (news->label, ==, expected.label);
  }
  g_free (expected.label);
}

static void
test_marks (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipRange range = { slip_date_new (2026, 12, 5),
                      slip_date_new (2026, 12, 31) };
  g_autoptr (GArray) list = slip_day_marks_list (state, range, NULL);
  const SlipDayMarks *days = (const SlipDayMarks *) list->data - 5;

  g_assert_cmpint (list->len, ==, 27);
  g_assert_true (days[5].is_day_off);
  g_assert_false (days[7].is_day_off);
  g_assert_cmpstr (days[9].key_dates, ==, "Fair");
  g_assert_null (days[10].key_dates);
  g_assert_false (days[20].is_frozen);
  g_assert_true (days[21].is_frozen && days[21].starts_freeze);
  g_assert_true (days[27].is_frozen && !days[27].starts_freeze);
  g_assert_false (days[28].is_frozen);
  g_autofree char *names = slip_day_marks_dup_names (&days[22]);
  g_assert_cmpstr (names, ==, "Year-end freeze");
  g_autofree char *none = slip_day_marks_dup_names (&days[8]);
  g_assert_null (none);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/calendar-index/each-release-is-on-its-day", test_days);
  g_test_add_func ("/calendar-index/open-before-closed-before-deploy",
                   test_order);
  g_test_add_func ("/calendar-index/deploy-date-only-of-open-and-elsewhere",
                   test_deploy);
  g_test_add_func ("/calendar-index/period-is-on-its-last-working-day",
                   test_period);
  g_test_add_func ("/calendar-index/query-filters", test_filter);
  g_test_add_func ("/calendar-index/deleted-is-nowhere", test_deleted);
  g_test_add_func ("/calendar-index/stages-of-a-range-are-all-found",
                   test_stages);
  g_test_add_func ("/calendar-index/stages-have-the-same-order-in-every-run",
                   test_stages_have_an_order);
  g_test_add_func ("/calendar-index/news-are-gathered-once", test_news);
  g_test_add_func ("/day-marks/freezes-key-dates-and-days-off", test_marks);
  return g_test_run ();
}
