/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-load.h"

#include "checked-plan.h"

#define MONDAY  (day ("2026-12-07"))
#define CONTEXT ((SlipConflictContext){ MONDAY, 2, 10, SLIP_MONDAY })

static void
add_launch (SlipPlanState **state,
            const char *id,
            const char *date,
            const char *owner)
{
  g_autofree char *item = g_strconcat (id, "-item", NULL);

  add_release (state, id, "payments", id, date);
  add_checklist (state, id, "support", owner);
  add_item (state, id, "support", item, SLIP_ITEM_STATE_TO_DO, date);
}

/* Three launches on Support in the week of 7 December, one in the next. */
static SlipPlanState *
new_load_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_launch (&state, "a", "2026-12-07", "lead");
  add_launch (&state, "b", "2026-12-09", "lead");
  add_launch (&state, "c", "2026-12-12", "ops");
  add_launch (&state, "d", "2026-12-14", NULL);
  return state;
}

static void
append_loads (GString *text, const GPtrArray *loads)
{
  for (guint i = 0; i < loads->len; i++) {
    const SlipLoad *load = loads->pdata[i];
    g_autofree char *words = slip_load_dup_text (load);

    g_string_append_printf (text, "%s%s\n", load->is_over ? "!" : "", words);
  }
}

/* Asserts the loads of two weeks, '!' before what is too much. */
static void
assert_weeks (const SlipPlanState *state,
              const SlipQuery *query,
              const char *expected)
{
  g_autoptr (GPtrArray) weeks =
    slip_load_list (state, query, &CONTEXT, MONDAY, 2);
  g_autoptr (GString) text = g_string_new (NULL);

  g_assert_cmpuint (weeks->len, ==, 2);
  for (guint i = 0; i < weeks->len; i++) {
    const SlipLoadWeek *week = weeks->pdata[i];

    g_string_append_printf (text, "%u\n", week->releases->len);
    append_loads (text, week->audiences);
    append_loads (text, week->owners);
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_three_launches_on_one_audience_are_too_many (void)
{
  g_autoptr (SlipPlanState) state = new_load_plan ();

  assert_weeks (state, NULL,
                "3\n!Support: 3 releases\n"
                "Support lead: 2 items due\nSales ops: 1 item due\n"
                "1\nSupport: 1 release\n");
  /* For what it is ready for an audience has nothing left to do. */
  set_integer (&state, SLIP_KIND_ITEM, "a-item", SLIP_ITEM_STATE,
               SLIP_ITEM_STATE_DONE);
  assert_weeks (state, NULL,
                "3\nSupport: 2 releases\n"
                "Sales ops: 1 item due\nSupport lead: 1 item due\n"
                "1\nSupport: 1 release\n");
}

static void
test_short_text_has_the_number (void)
{
  g_autoptr (SlipPlanState) state = new_load_plan ();
  g_autoptr (GPtrArray) weeks =
    slip_load_list (state, NULL, &CONTEXT, MONDAY, 1);
  const SlipLoadWeek *week = weeks->pdata[0];
  g_autofree char *audience =
    slip_load_dup_short_text (week->audiences->pdata[0]);
  g_autofree char *owner = slip_load_dup_short_text (week->owners->pdata[0]);

  g_assert_cmpstr (audience, ==, "Support: 3");
  g_assert_cmpstr (owner, ==, "Support lead: 2 due");
}

static void
test_people_have_items_and_releases (void)
{
  g_autoptr (SlipPlanState) state = new_load_plan ();

  set_text (&state, SLIP_KIND_RELEASE, "a", SLIP_RELEASE_OWNER, "ops");
  set_text (&state, SLIP_KIND_RELEASE, "a", SLIP_RELEASE_MARKET_OWNER, "ops");
  set_text (&state, SLIP_KIND_ITEM, "b-item", SLIP_ITEM_OWNER, "ops");
  assert_weeks (state, NULL,
                "3\n!Support: 3 releases\n"
                "Sales ops: 2 items due, 1 release\n"
                "Support lead: 1 item due\n"
                "1\nSupport: 1 release\n");
}

static void
test_many_items_are_too_much (void)
{
  g_autoptr (SlipPlanState) state = new_checked_plan ();

  add_launch (&state, "a", "2026-12-07", "lead");
  for (guint i = 0; i < SLIP_LOAD_MAX_ITEMS; i++) {
    g_autofree char *id = g_strdup_printf ("more-%u", i);

    add_item (&state, "a", "support", id, SLIP_ITEM_STATE_TO_DO, "2026-12-08");
  }
  assert_weeks (state, NULL,
                "1\nSupport: 1 release\n!Support lead: 11 items due\n0\n");
}

static void
test_closed_and_filtered_do_not_count (void)
{
  g_autoptr (SlipPlanState) state = new_load_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();

  slip_query_set_product (query, "mobile");
  assert_weeks (state, query, "0\n0\n");
  for (const char *id = "abcd"; *id != '\0'; id++)
    set_status (&state, (char[]){ *id, '\0' }, SLIP_STATUS_RELEASED);
  assert_weeks (state, NULL, "0\n0\n");
}

/* The plan as a whole is summed up another way than what a filter lets through.
 */
static void
test_filter_that_lets_all_through_changes_nothing (void)
{
  g_autoptr (SlipPlanState) state = new_load_plan ();
  g_autoptr (SlipQuery) query = slip_query_new ();
  const char *expected = "3\n!Support: 3 releases\n"
                         "Sales ops: 2 items due\nSupport lead: 1 item due\n"
                         "1\nSupport: 1 release\n";

  add_item (&state, "a", "support", "later", SLIP_ITEM_STATE_TO_DO,
            "2026-12-21");
  set_text (&state, SLIP_KIND_ITEM, "b-item", SLIP_ITEM_OWNER, "ops");
  assert_weeks (state, NULL, expected);
  assert_weeks (state, query, expected);
  slip_query_set_product (query, "payments");
  assert_weeks (state, query, expected);
}

/* From the summaries alone, before any item is in memory. */
static void
test_counts_before_items_are_read (void)
{
  g_autoptr (SlipPlanState) state = new_load_plan ();
  SlipPlanState *bare = slip_plan_state_fork (state);

  for (const char *id = "abcd"; *id != '\0'; id++) {
    const char release[] = { *id, '\0' };
    SlipReleaseSummary *summary = slip_plan_state_get_summary (state, release);

    slip_plan_state_unload (bare, release);
    slip_plan_state_take_summary (bare, summary);
  }
  slip_plan_state_unref (state);
  state = bare;
  assert_weeks (state, NULL,
                "3\n!Support: 3 releases\n"
                "Support lead: 2 items due\nSales ops: 1 item due\n"
                "1\nSupport: 1 release\n");
}

static void
assert_label (const SlipPlanState *state, guint week, const char *expected)
{
  g_autoptr (GPtrArray) weeks =
    slip_load_list (state, NULL, &CONTEXT, MONDAY, 2);
  g_autofree char *label =
    slip_load_week_dup_label (weeks->pdata[week], MONDAY);

  g_assert_cmpstr (label, ==, expected);
}

static void
test_week_says_for_whom_it_is_too_much (void)
{
  g_autoptr (SlipPlanState) state = new_load_plan ();

  assert_label (state, 0,
                "Week of Mon 7 December: 3 releases, too much for Support");
  assert_label (state, 1, "Week of Mon 14 December: 1 release");
  for (const char *id = "abc"; *id != '\0'; id++)
    set_text (&state, SLIP_KIND_RELEASE, (char[]){ *id, '\0' },
              SLIP_RELEASE_OWNER, "ops");
  assert_label (
    state, 0,
    "Week of Mon 7 December: 3 releases, too much for Support and 1 other");
}

static void
test_limits_are_the_callers (void)
{
  g_autoptr (SlipPlanState) state = new_load_plan ();
  const SlipConflictContext wide = { MONDAY, 3, 1, SLIP_MONDAY };
  g_autoptr (GPtrArray) weeks = slip_load_list (state, NULL, &wide, MONDAY, 1);
  const SlipLoadWeek *week = weeks->pdata[0];
  const SlipLoad *lead = week->owners->pdata[0];

  g_assert_cmpuint (slip_load_week_count_over (week), ==, 1);
  g_assert_cmpuint (lead->n_items, ==, 2);
  g_assert_true (lead->is_over);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name, func) g_test_add_func ("/load/" name, func)
  ADD ("three-launches-on-one-audience-are-too-many",
       test_three_launches_on_one_audience_are_too_many);
  ADD ("short-text-has-the-number", test_short_text_has_the_number);
  ADD ("people-have-items-and-releases", test_people_have_items_and_releases);
  ADD ("many-items-are-too-much", test_many_items_are_too_much);
  ADD ("closed-and-filtered-do-not-count",
       test_closed_and_filtered_do_not_count);
  ADD ("filter-that-lets-all-through-changes-nothing",
       test_filter_that_lets_all_through_changes_nothing);
  ADD ("counts-before-items-are-read", test_counts_before_items_are_read);
  ADD ("week-says-for-whom-it-is-too-much",
       test_week_says_for_whom_it_is_too_much);
  ADD ("limits-are-the-callers", test_limits_are_the_callers);
#undef ADD

  return g_test_run ();
}
