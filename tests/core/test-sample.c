/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "built-plan.h"
#include "slip-audience.h"
#include "slip-conflict.h"
#include "slip-knowledge.h"
#include "slip-rules.h"
#include "slip-sample.h"
#include "slip-waiting.h"

static SlipPlanState *
new_empty_plan (void)
{
  SlipPlanState *state = slip_plan_state_new ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  create_named (edit, SLIP_KIND_PLAN, "plan", "Plan");
  apply_edit (&state, edit);
  return state;
}

static SlipPlanState *
new_sample (const char *today)
{
  SlipPlanState *state = new_empty_plan ();
  SlipDate date = day (today);

  apply_intent (&state, slip_sample_run, &date);
  return state;
}

static void
assert_no_fault (const SlipPlanState *state)
{
  g_autoptr (GPtrArray) faults = slip_rules_check (state);

  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* Whatever day it is, also at a leap day, the turn of the year, a weekend. */
static void
test_keeps_every_rule (void)
{
  static const char *const todays[] = { "2026-11-23", "2026-11-28",
                                        "2026-12-31", "2027-01-01",
                                        "2028-02-29", "2026-12-20",
                                        "2026-12-28", "2027-01-09" };

  for (guint i = 0; i < G_N_ELEMENTS (todays); i++) {
    g_autoptr (SlipPlanState) state = new_sample (todays[i]);

    assert_no_fault (state);
  }
}

static void
test_is_around_today (void)
{
  g_autoptr (SlipPlanState) state = new_sample ("2026-11-23");
  g_autoptr (GPtrArray) releases =
    slip_plan_state_list (state, SLIP_KIND_RELEASE);
  const SlipConflictContext context =
    slip_conflict_context_new (day ("2026-11-23"));
  guint n_unscheduled = 0, n_past = 0, n_soon = 0, n_about = 0, n_conflicts = 0;
  guint statuses = 0;

  for (guint i = 0; i < releases->len; i++) {
    const SlipRow *row = releases->pdata[i];
    SlipDate date = slip_release_resolve (state, row, SLIP_ANCHOR_RELEASE);
    g_autoptr (GPtrArray) conflicts = slip_conflict_list (state, &context, row);

    n_conflicts += conflicts->len;
    statuses |= 1u << slip_release_get_status (row);
    n_about += slip_planned_date_is_about (
      slip_release_get_planned (row, SLIP_ANCHOR_RELEASE));
    if (!slip_date_is_set (date))
      n_unscheduled++;
    else if (slip_date_is_before (date, day ("2026-11-23")))
      n_past++;
    else if (slip_date_is_before (date, day ("2026-12-24")))
      n_soon++;

    if (slip_release_get_status (row) == SLIP_STATUS_RELEASED)
      g_assert_true (slip_date_is_before (date, day ("2026-11-23")));
  }

  g_assert_cmpuint (n_unscheduled, >=, 2);
  g_assert_cmpuint (n_past, >=, 2);
  g_assert_cmpuint (n_soon, >=, 5);
  g_assert_cmpuint (n_about, >=, 2);
  g_assert_cmpuint (n_conflicts, >=, 1);
  g_assert_cmpuint (statuses & 0x1f, ==, 0x1f);
}

static const SlipRow *
find_release (const SlipPlanState *state, const char *title)
{
  g_autoptr (GPtrArray) releases =
    slip_plan_state_list (state, SLIP_KIND_RELEASE);

  for (guint i = 0; i < releases->len; i++) {
    g_autofree char *other =
      slip_release_dup_short_title (state, releases->pdata[i]);

    if (g_str_equal (other, title))
      return slip_plan_state_get (state, SLIP_KIND_RELEASE,
                                  slip_row_get_id (releases->pdata[i]));
  }
  g_error ("there is no %s", title);
}

static const char *
get_audience_name (const SlipPlanState *state, const char *id)
{
  return slip_row_get_text (slip_plan_state_get (state, SLIP_KIND_AUDIENCE, id),
                            SLIP_AUDIENCE_NAME);
}

/* 'Support 6/6 ready' and the like, for each checklist. */
static void
assert_readiness (const SlipPlanState *state,
                  const char *title,
                  const char *expected)
{
  const SlipRow *release = find_release (state, title);
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (state, slip_row_get_id (release));
  g_autoptr (GPtrArray) audiences = slip_audience_list (state);
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < audiences->len; i++) {
    const char *id = slip_row_get_id (audiences->pdata[i]);
    const SlipChecklistSummary *list = slip_release_summary_find (summary, id);

    if (list == NULL)
      continue;
    g_string_append_printf (text, "%s%s", text->len > 0 ? ", " : "",
                            get_audience_name (state, id));
    if (list->is_not_needed)
      g_string_append (text, " -");
    else
      g_string_append_printf (text, " %u/%u%s%s", list->n_required_closed,
                              list->n_required,
                              list->n_required_blocked > 0 ? " blocked" : "",
                              slip_checklist_summary_is_unowned (list)
                                ? " unowned"
                                : "");
  }
  g_assert_cmpstr (text->str, ==, expected);
}

static void
test_readiness_is_mixed (void)
{
  g_autoptr (SlipPlanState) state = new_sample ("2026-11-23");
  g_autoptr (GPtrArray) releases =
    slip_plan_state_list (state, SLIP_KIND_RELEASE);
  guint n_unowned = 0, n_overdue = 0, n_ready = 0;

  assert_readiness (state, "Mobile 4.2",
                    "Engineering 5/5, Support 6/6, Documentation 4/6, "
                    "Sales 2/5 unowned, Marketing 3/4, Customers 1/4, "
                    "Legal 0/1 blocked, Executives 1/2");
  assert_readiness (state, "Console 12.1",
                    "Engineering 5/5, Support 4/4, Documentation 3/3, "
                    "Sales 3/3, Marketing -, Customers 2/3");
  assert_readiness (state, "Payments 4.0",
                    "Engineering 0/5, Support 0/6, Documentation 0/6, "
                    "Sales 0/5 unowned, Marketing 0/4 unowned, "
                    "Customers 0/4 unowned, Legal 0/1, Executives 0/2");
  for (guint i = 0; i < releases->len; i++) {
    g_autoptr (SlipReleaseSummary) summary =
      slip_plan_state_get_summary (state, slip_row_get_id (releases->pdata[i]));
    SlipReadinessTotal total =
      slip_release_summary_total (summary, day ("2026-11-23"));

    if (slip_release_is_closed (releases->pdata[i]))
      g_assert_true (slip_readiness_total_is_ready (&total));
    n_unowned += total.n_unowned;
    n_overdue += total.n_overdue;
    n_ready += slip_readiness_total_is_ready (&total) ? 1 : 0;
  }
  g_assert_cmpuint (n_unowned, ==, 4);
  g_assert_cmpuint (n_overdue, ==, 3);
  g_assert_cmpuint (n_ready, ==, 3);
}

static void
test_one_audience_knows_a_wrong_date (void)
{
  g_autoptr (SlipPlanState) state = new_sample ("2026-11-23");
  g_autoptr (GPtrArray) releases =
    slip_plan_state_list (state, SLIP_KIND_RELEASE);
  guint n_wrong = 0, n_known = 0, n_unconfirmed = 0, n_not_told = 0;

  for (guint i = 0; i < releases->len; i++) {
    g_autoptr (GPtrArray) list =
      slip_knowledge_list (state, releases->pdata[i], day ("2026-11-23"));

    for (guint j = 0; j < list->len; j++) {
      const SlipKnowledge *knowledge = list->pdata[j];

      n_wrong += knowledge->state == SLIP_KNOWLEDGE_WRONG_DATE;
      n_known += knowledge->state == SLIP_KNOWLEDGE_KNOWS;
      n_unconfirmed += knowledge->state == SLIP_KNOWLEDGE_UNCONFIRMED;
      n_not_told += knowledge->state == SLIP_KNOWLEDGE_NOT_TOLD;
      g_assert_cmpuint (knowledge->n_overdue, ==, 0);
      if (knowledge->state != SLIP_KNOWLEDGE_WRONG_DATE)
        continue;
      g_assert_cmpstr (slip_row_get_text (knowledge->audience,
                                          SLIP_AUDIENCE_NAME),
                       ==, "Sales");
      g_assert_true (releases->pdata[i] == find_release (state, "Mobile 4.2"));
    }
  }
  g_assert_cmpuint (n_wrong, ==, 1);
  g_assert_cmpuint (n_known, >=, 5);
  g_assert_cmpuint (n_unconfirmed, >=, 1);
  g_assert_cmpuint (n_not_told, >=, 5);
}

static void
test_stages_are_where_they_should_be (void)
{
  g_autoptr (SlipPlanState) state = new_sample ("2026-11-23");
  g_autoptr (GPtrArray) stages = slip_plan_state_list (state, SLIP_KIND_STAGE);
  const SlipRow *console = find_release (state, "Console 12.1");
  guint n_active = 0;

  for (guint i = 0; i < stages->len; i++) {
    const SlipRow *stage = stages->pdata[i];
    SlipDate start = slip_row_get_date (stage, SLIP_STAGE_PLANNED_START);
    gint64 stage_state = slip_row_get_integer (stage, SLIP_STAGE_STATE);

    g_assert_true (slip_date_is_set (start));
    if (stage_state == SLIP_STAGE_STATE_PLANNED)
      continue;
    g_assert_true (slip_date_is_before (start, day ("2026-11-23")));
    if (stage_state != SLIP_STAGE_STATE_ACTIVE)
      continue;
    g_assert_cmpstr (slip_row_get_owner (stage), ==, slip_row_get_id (console));
    n_active++;
  }
  g_assert_cmpuint (n_active, ==, 1);
}

/* From midnight to midnight, so that the list of what waits is never empty. */
static void
assert_one_decision_waits (const SlipPlanState *state, SlipDate today)
{
  for (int hour = 0; hour <= 24; hour += 12) {
    SlipMoment moment = {
      ((gint64) slip_date_days_until (slip_date_new (1970, 1, 1), today) * 24 +
       hour) *
        G_GINT64_CONSTANT (3600000),
      today
    };
    g_autoptr (GArray) found = slip_waiting_list (state, moment);
    const SlipWaiting *waiting = &g_array_index (found, SlipWaiting, 0);

    g_assert_cmpuint (found->len, ==, 1);
    g_assert_true (waiting->release == find_release (state, "Console 12.1"));
    g_assert_cmpint (waiting->reason, ==, SLIP_WAITING_START);
    g_assert_true (slip_date_equal (waiting->since, today));
  }
}

/* On many days of half a year, with its weekends and holidays: what is over was
 * rolled out, nothing was sent or begun tomorrow, somebody is late, nobody owns
 * some of it, and one audience knows a wrong date. */
static void
assert_plausible (const SlipPlanState *state, SlipDate today)
{
  g_autoptr (GPtrArray) releases =
    slip_plan_state_list (state, SLIP_KIND_RELEASE);
  guint n_unowned = 0, n_overdue = 0, n_wrong = 0;

  for (guint i = 0; i < releases->len; i++) {
    const SlipRow *release = releases->pdata[i];
    const char *id = slip_row_get_id (release);
    g_autoptr (SlipReleaseSummary) summary =
      slip_plan_state_get_summary (state, id);
    SlipReadinessTotal total = slip_release_summary_total (summary, today);
    g_autoptr (GPtrArray) stages =
      slip_plan_state_list_owned (state, SLIP_KIND_STAGE, id);
    g_autoptr (GPtrArray) list = slip_knowledge_list (state, release, today);

    n_unowned += total.n_unowned;
    n_overdue += total.n_overdue;
    for (guint j = 0; j < stages->len; j++)
      g_assert_true (
        !slip_release_is_closed (release) ||
        slip_row_get_integer (stages->pdata[j], SLIP_STAGE_STATE) ==
          SLIP_STAGE_STATE_DONE);
    for (guint j = 0; j < list->len; j++)
      n_wrong +=
        ((SlipKnowledge *) list->pdata[j])->state == SLIP_KNOWLEDGE_WRONG_DATE;
  }
  g_assert_cmpuint (n_unowned, ==, 4);
  g_assert_cmpuint (n_overdue, >=, 3);
  g_assert_cmpuint (n_overdue, <=, 20);
  g_assert_cmpuint (n_wrong, ==, 1);
}

static void
assert_nothing_happens_later (const SlipPlanState *state, SlipDate today)
{
  gint64 now_ms =
    (gint64) slip_date_days_until (slip_date_new (1970, 1, 1), today) *
    G_GINT64_CONSTANT (86400000);

  for (guint kind = 0; kind < SLIP_N_KINDS; kind++) {
    g_autoptr (GPtrArray) rows = slip_plan_state_list (state, (SlipKind) kind);
    const SlipKindInfo *info = slip_schema_get ((SlipKind) kind);

    for (guint i = 0; i < rows->len; i++)
      for (guint j = 0; j < info->n_properties; j++)
        if (info->properties[j].type == SLIP_PROPERTY_INSTANT)
          g_assert_cmpint (slip_row_get_integer (rows->pdata[i], j), <, now_ms);
  }
}

static void
test_any_day_is_plausible (void)
{
  for (int i = 0; i < 180; i += 3) {
    SlipDate today = slip_date_add_days (day ("2026-10-01"), i);
    g_autofree char *text = slip_date_to_text (today);
    g_autoptr (SlipPlanState) state = new_sample (text);

    g_test_message ("%s", text);
    assert_plausible (state, today);
    assert_nothing_happens_later (state, today);
    assert_one_decision_waits (state, today);
  }
}

static void
test_notable_releases_have_change_notes (void)
{
  g_autoptr (SlipPlanState) state = new_sample ("2026-11-23");
  g_autoptr (GPtrArray) releases =
    slip_plan_state_list (state, SLIP_KIND_RELEASE);

  for (guint i = 0; i < releases->len; i++) {
    const SlipRow *row = releases->pdata[i];

    if (slip_row_get_integer (row, SLIP_RELEASE_TIER) > 2)
      continue;
    g_assert_nonnull (slip_row_get_text (row, SLIP_RELEASE_CHANGES));
    g_assert_nonnull (slip_row_get_text (row, SLIP_RELEASE_AFFECTED));
    g_assert_nonnull (slip_row_get_text (row, SLIP_RELEASE_CONTACT));
  }
}

static void
test_two_runs_are_equal (void)
{
  g_autoptr (SlipPlanState) a = new_sample ("2026-11-23");
  g_autoptr (SlipPlanState) b = new_sample ("2026-11-23");
  g_autoptr (SlipPlanState) later = new_sample ("2026-11-24");
  g_autofree char *digest_a = slip_plan_state_digest (a);
  g_autofree char *digest_b = slip_plan_state_digest (b);
  g_autofree char *digest_later = slip_plan_state_digest (later);

  g_assert_cmpstr (digest_a, ==, digest_b);
  g_assert_cmpstr (digest_a, !=, digest_later);
}

static void
test_ids_are_uuids (void)
{
  g_autoptr (SlipPlanState) state = new_sample ("2026-11-23");

  for (guint kind = SLIP_KIND_PERSON; kind < SLIP_N_KINDS; kind++) {
    g_autoptr (GPtrArray) rows = slip_plan_state_list (state, (SlipKind) kind);

    for (guint i = 0; i < rows->len; i++)
      g_assert_true (g_uuid_string_is_valid (slip_row_get_id (rows->pdata[i])));
  }
}

static void
test_fills_no_plan_with_content (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipDate today = day ("2026-11-23");

  assert_refused (state, slip_sample_run, &today, SLIP_PLAN_ERROR_INVALID);
}

static void
test_starter_then_sample (void)
{
  g_autoptr (SlipPlanState) state = new_empty_plan ();
  g_autoptr (SlipPlanState) sample = new_sample ("2026-11-23");
  g_autofree char *digest = slip_plan_state_digest (sample);
  g_autofree char *same = NULL;
  SlipDate today = day ("2026-11-23");

  apply_intent (&state, slip_starter_run, NULL);
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_AUDIENCE), ==, 8);
  g_assert_nonnull (slip_plan_state_follow (state,
                                            slip_plan_state_get_plan (state),
                                            SLIP_PLAN_CALENDAR));
  assert_no_fault (state);

  apply_intent (&state, slip_sample_run, &today);
  same = slip_plan_state_digest (state);
  g_assert_cmpstr (same, ==, digest);
}

static void
test_starter_adds_nothing_twice (void)
{
  g_autoptr (SlipPlanState) state = new_empty_plan ();
  g_autoptr (SlipChangeSet) set = NULL;

  apply_intent (&state, slip_starter_run, NULL);
  set = slip_intent_run (slip_starter_run, NULL, state, NULL);
  g_assert_cmpuint (set->changes->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/sample/plan/keeps-every-rule", test_keeps_every_rule);
  g_test_add_func ("/sample/plan/is-around-today", test_is_around_today);
  g_test_add_func ("/sample/plan/readiness-is-mixed", test_readiness_is_mixed);
  g_test_add_func ("/sample/plan/one-audience-knows-a-wrong-date",
                   test_one_audience_knows_a_wrong_date);
  g_test_add_func ("/sample/plan/stages-are-where-they-should-be",
                   test_stages_are_where_they_should_be);
  g_test_add_func ("/sample/plan/any-day-is-plausible",
                   test_any_day_is_plausible);
  g_test_add_func ("/sample/plan/notable-releases-have-change-notes",
                   test_notable_releases_have_change_notes);
  g_test_add_func ("/sample/plan/two-runs-are-equal", test_two_runs_are_equal);
  g_test_add_func ("/sample/plan/ids-are-uuids", test_ids_are_uuids);
  g_test_add_func ("/sample/plan/fills-none-with-content",
                   test_fills_no_plan_with_content);
  g_test_add_func ("/sample/starter/then-sample", test_starter_then_sample);
  g_test_add_func ("/sample/starter/adds-nothing-twice",
                   test_starter_adds_nothing_twice);

  return g_test_run ();
}
