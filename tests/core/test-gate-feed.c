/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gate-plan.h"
#include "slip-gate-evidence.h"

/* What gates make of feeds: their word on who is ready, figures and flags. */

static SlipPlanState *
new_plan_asking (SlipCriterionType type)
{
  SlipPlanState *state = new_gate_plan ();

  add_criterion (&state, "c", type, TRUE);
  return state;
}

/* Evaluates the one criterion and lets go of the rest. */
static SlipGate *
evaluate_one (const SlipPlanState *state, const SlipGateLine **line)
{
  SlipGate *gate = evaluate (state);

  g_assert_cmpuint (gate->lines->len, ==, 1);
  *line = gate->lines->pdata[0];
  return gate;
}

/* How each state counts while the feed answers; stale, each is unknown. */
static const SlipGateState states[SLIP_OBSERVED_N_STATES] = {
  [SLIP_OBSERVED_UNKNOWN] = SLIP_GATE_UNKNOWN,
  [SLIP_OBSERVED_NOT_STARTED] = SLIP_GATE_NOT_MET,
  [SLIP_OBSERVED_IN_PROGRESS] = SLIP_GATE_NOT_MET,
  [SLIP_OBSERVED_ON_TRACK] = SLIP_GATE_NOT_MET,
  [SLIP_OBSERVED_AT_RISK] = SLIP_GATE_NOT_MET,
  [SLIP_OBSERVED_OFF_TRACK] = SLIP_GATE_NOT_MET,
  [SLIP_OBSERVED_BLOCKED] = SLIP_GATE_NOT_MET,
  [SLIP_OBSERVED_DONE] = SLIP_GATE_MET,
  [SLIP_OBSERVED_NOT_NEEDED] = SLIP_GATE_MET,
};

static void
test_only_fresh_good_news_is_met (void)
{
  static const struct {
    gint64 ago_ms;
    gboolean is_stale;
    gboolean is_marked;
  } ages[] = { { 0, FALSE, FALSE },
               { 20 * HOUR_MS, FALSE, TRUE },
               { 25 * HOUR_MS, TRUE, FALSE } };

  for (guint i = 0; i < SLIP_OBSERVED_N_STATES; i++)
    for (guint j = 0; j < G_N_ELEMENTS (ages); j++) {
      g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_FEED);
      g_autoptr (Said) said = new_said (&state, ages[j].ago_ms);
      g_autoptr (SlipGate) gate = NULL;
      const SlipGateLine *line;

      say_status (said, "desk", "r", NULL, (SlipObservedState) i);
      put_said (&state, said);
      gate = evaluate_one (state, &line);
      g_assert_cmpint (line->state, ==,
                       ages[j].is_stale ? SLIP_GATE_UNKNOWN : states[i]);
      g_assert_cmpint (line->is_marked, ==,
                       ages[j].is_marked && states[i] == SLIP_GATE_MET);
    }
}

/* '✓ Support: Done, …' for each part, joined. */
static char *
dup_parts (const SlipGateLine *line)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < line->parts->len; i++) {
    const SlipGatePart *part = line->parts->pdata[i];

    g_string_append_printf (text, "%s%s %s", i > 0 ? "\n" : "",
                            slip_gate_state_get_mark (part->state), part->text);
  }
  return g_string_free (text, FALSE);
}

static void
test_every_audience_is_asked (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_FEED);
  g_autoptr (Said) said = new_said (&state, 0);
  g_autoptr (SlipGate) silent = NULL;
  g_autoptr (SlipGate) spoken_for = NULL;
  g_autofree char *parts = NULL;
  g_autofree char *more = NULL;
  const SlipGateLine *line;

  add_checklist (&state, "r", "support", "lead");
  add_checklist (&state, "r", "sales", "ops");
  say_status (said, "desk", "r", "support", SLIP_OBSERVED_DONE);
  say_status (said, "desk", "r", "legal", SLIP_OBSERVED_NOT_NEEDED);
  put_said (&state, said);
  silent = evaluate_one (state, &line);
  parts = dup_parts (line);
  g_assert_cmpint (line->state, ==, SLIP_GATE_UNKNOWN);
  g_assert_cmpstr (parts, ==,
                   "✓ Support: Done, Help desk, 2 d ago\n"
                   "? Sales: no feed reports\n"
                   "✓ Legal: Not needed, Help desk, 2 d ago");
  g_assert_cmpstr (line->detail, ==, "Sales: no feed reports");
  g_assert_cmpint (line->cause_kind, ==, SLIP_KIND_AUDIENCE);
  g_assert_cmpstr (line->cause, ==, "sales");

  /* What is said of the whole stands for those with no word of their own. */
  say_status (said, "desk", "r", NULL, SLIP_OBSERVED_DONE);
  put_said (&state, said);
  spoken_for = evaluate_one (state, &line);
  more = dup_parts (line);
  g_assert_cmpstr (more, ==,
                   "✓ Done, Help desk, 2 d ago\n"
                   "✓ Support: Done, Help desk, 2 d ago\n"
                   "✓ Legal: Not needed, Help desk, 2 d ago");
  g_assert_cmpint (line->state, ==, SLIP_GATE_MET);
}

static void
test_one_audience_alone_is_asked (void)
{
  static const struct {
    const char *audience;
    SlipGateState state;
    const char *title;
    const char *detail;
  } cases[] = {
    { "support", SLIP_GATE_NOT_MET, "Feed says that Support is ready",
      "Support: At risk, 3 of 5, Help desk, 2 d ago" },
    { "sales", SLIP_GATE_UNKNOWN, "Feed says that Sales is ready",
      "Sales: no feed reports" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_FEED);
    g_autoptr (Said) said = new_said (&state, 0);
    g_autoptr (SlipGate) gate = NULL;
    const SlipGateLine *line;
    SlipObservation *status =
      say_status (said, "desk", "r", "support", SLIP_OBSERVED_AT_RISK);

    status->done = 3;
    status->total = 5;
    say_status (said, "desk", "r", NULL, SLIP_OBSERVED_DONE);
    put_said (&state, said);
    set_text (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_AUDIENCE,
              cases[i].audience);
    gate = evaluate_one (state, &line);
    g_assert_cmpint (line->state, ==, cases[i].state);
    g_assert_cmpstr (line->title, ==, cases[i].title);
    g_assert_cmpstr (line->detail, ==, cases[i].detail);
  }
}

static void
test_who_is_not_needed_is_not_asked (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_FEED);
  g_autoptr (Said) said = new_said (&state, 0);
  g_autoptr (SlipGate) gate = NULL;
  const SlipGateLine *line;

  add_checklist (&state, "r", "sales", "ops");
  set_integer (&state, SLIP_KIND_CHECKLIST, "r-sales",
               SLIP_CHECKLIST_IS_NOT_NEEDED, TRUE);
  say_status (said, "desk", "r", "sales", SLIP_OBSERVED_BLOCKED);
  say_status (said, "desk", "r", "support", SLIP_OBSERVED_DONE);
  put_said (&state, said);
  gate = evaluate_one (state, &line);
  g_assert_cmpint (line->state, ==, SLIP_GATE_MET);
  g_assert_cmpuint (line->parts->len, ==, 1);
}

static void
test_a_fresh_word_stands_before_a_stale_one (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_FEED);
  g_autoptr (Said) said = new_said (&state, 0);
  g_autoptr (SlipGate) gate = NULL;
  const SlipGateLine *line;

  add_feed (&state, "board", "Launch board");
  say_standing (said, "board", 0);
  say_status (said, "board", "r", NULL, SLIP_OBSERVED_BLOCKED);
  say_status (said, "desk", "r", NULL, SLIP_OBSERVED_DONE);
  put_said (&state, said);
  gate = evaluate_one (state, &line);
  g_assert_cmpint (line->state, ==, SLIP_GATE_MET);
  g_assert_cmpuint (line->parts->len, ==, 1);
}

static void
test_two_feeds_must_both_say_so (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_FEED);
  g_autoptr (Said) said = new_said (&state, 0);
  g_autoptr (SlipGate) gate = NULL;
  const SlipGateLine *line;

  add_feed (&state, "board", "Launch board");
  say_standing (said, "board", 0)->succeeded_at_ms = noon (TODAY);
  say_status (said, "board", "r", NULL, SLIP_OBSERVED_AT_RISK);
  say_status (said, "desk", "r", NULL, SLIP_OBSERVED_DONE);
  put_said (&state, said);
  gate = evaluate_one (state, &line);
  g_assert_cmpint (line->state, ==, SLIP_GATE_NOT_MET);
  g_assert_cmpstr (line->detail, ==, "At risk, Launch board, 2 d ago");
}

static void
test_a_record_says_when_in_utc (void)
{
  g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_FEED);
  g_autoptr (Said) said = new_said (&state, HOUR_MS);
  g_autofree char *evidence = NULL;

  say_status (said, "desk", "r", NULL, SLIP_OBSERVED_DONE);
  put_said (&state, said);
  evidence = slip_gate_dup_evidence (state, "everyone", now ());
  g_assert_nonnull (
    strstr (evidence,
            "✓ met, must: Feed says ready · Done, Help desk, 2026-12-01 "
            "12:00 UTC, last answer 2026-12-03 11:00 UTC\n"));
}

/* The plan's own figure, 0.4, is of noon of the day @plan_day, if any; the
 * feed's is of the 1st. */
static const struct {
  const char *plan_day;
  double value;
  const char *unit;
  gint64 ago_ms;
  SlipGateState state;
  const char *detail;
} figures[] = {
  { NULL, 0.3, "%", 0, SLIP_GATE_MET, "0.3 %, Help desk, 2 d ago" },
  { NULL, 0.6, NULL, 0, SLIP_GATE_NOT_MET, "0.6, Help desk, 2 d ago" },
  { "2026-11-30", 0.6, NULL, 0, SLIP_GATE_NOT_MET, "0.6, Help desk, 2 d ago" },
  { "2026-12-02", 0.6, NULL, 0, SLIP_GATE_MET, "0.4, dashboard, 1 d ago" },
  /* An older figure does not come back because the newer is stale. */
  { "2026-11-30", 0.3, NULL, 25 * HOUR_MS, SLIP_GATE_UNKNOWN,
    "0.3, Help desk, 2 d ago, not confirmed for 1 d 1 h" },
};

static void
test_the_newest_figure_counts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (figures); i++) {
    g_autoptr (SlipPlanState) state =
      new_plan_asking (SLIP_CRITERION_FIGURE_WITHIN);
    g_autoptr (Said) said = new_said (&state, figures[i].ago_ms);
    g_autoptr (SlipGate) gate = NULL;
    const SlipGateLine *line;

    set_text (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_TEXT,
              "Error rate");
    set_text (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_THRESHOLD,
              "0.5");
    if (figures[i].plan_day != NULL) {
      set_text (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_FIGURE, "0.4");
      set_text (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_FIGURE_SOURCE,
                "dashboard");
      set_integer (&state, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_FIGURE_AT,
                   noon (figures[i].plan_day));
    }
    say_criterion (said, "desk", "r", "error RATE", figures[i].value)->unit =
      g_strdup (figures[i].unit);
    put_said (&state, said);
    gate = evaluate_one (state, &line);
    g_assert_cmpstr (line->detail, ==, figures[i].detail);
    g_assert_cmpint (line->state, ==, figures[i].state);
  }
}

/* The plan has seen the flag on for 5 %, as expected, three hours ago. */
static const struct {
  gint64 said_ago_ms;
  SlipSaid is_on;
  int share;
  gint64 answered_ago_ms;
  SlipGateState state;
  const char *detail;
} flags[] = {
  { HOUR_MS, SLIP_SAID_YES, 2500, 0, SLIP_GATE_NOT_MET,
    "new-checkout: On, 25 %, expected On, 5 %, Help desk, 1 h ago" },
  { HOUR_MS, SLIP_SAID_YES, 500, 0, SLIP_GATE_MET,
    "new-checkout: On, 5 %, expected On, 5 %, Help desk, 1 h ago" },
  { HOUR_MS, SLIP_SAID_NO, -1, 0, SLIP_GATE_NOT_MET,
    "new-checkout: Off, expected On, 5 %, Help desk, 1 h ago" },
  { HOUR_MS, SLIP_SAID_NOTHING, 10000, 0, SLIP_GATE_MET,
    "new-checkout: On, 5 %, expected On, 5 %, flag console, 3 h ago" },
  { 4 * HOUR_MS, SLIP_SAID_NO, -1, 0, SLIP_GATE_MET,
    "new-checkout: On, 5 %, expected On, 5 %, flag console, 3 h ago" },
  { HOUR_MS, SLIP_SAID_YES, 500, 25 * HOUR_MS, SLIP_GATE_UNKNOWN,
    "new-checkout: On, 5 %, expected On, 5 %, Help desk, 1 h ago, not "
    "confirmed for 1 d 1 h" },
};

static void
test_the_newest_sight_of_a_flag_counts (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (flags); i++) {
    g_autoptr (SlipPlanState) state = new_plan_asking (SLIP_CRITERION_FLAGS);
    g_autoptr (Said) said = new_said (&state, flags[i].answered_ago_ms);
    g_autoptr (SlipGate) gate = NULL;
    const SlipGateLine *line;

    add_flag (&state, SLIP_FLAG_STATE_ON, 500);
    say_flag (said, "desk", "new-checkout", NULL, flags[i].is_on,
              flags[i].share)
      ->updated_at_ms = noon (TODAY) - flags[i].said_ago_ms;
    put_said (&state, said);
    gate = evaluate_one (state, &line);
    g_assert_cmpstr (line->detail, ==, flags[i].detail);
    g_assert_cmpint (line->state, ==, flags[i].state);
  }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/gate-feed/only-fresh-good-news-is-met",
                   test_only_fresh_good_news_is_met);
  g_test_add_func ("/gate-feed/every-audience-is-asked",
                   test_every_audience_is_asked);
  g_test_add_func ("/gate-feed/one-audience-alone-is-asked",
                   test_one_audience_alone_is_asked);
  g_test_add_func ("/gate-feed/who-is-not-needed-is-not-asked",
                   test_who_is_not_needed_is_not_asked);
  g_test_add_func ("/gate-feed/a-fresh-word-stands-before-a-stale-one",
                   test_a_fresh_word_stands_before_a_stale_one);
  g_test_add_func ("/gate-feed/two-feeds-must-both-say-so",
                   test_two_feeds_must_both_say_so);
  g_test_add_func ("/gate-feed/a-record-says-when-in-utc",
                   test_a_record_says_when_in_utc);
  g_test_add_func ("/gate-feed/the-newest-figure-counts",
                   test_the_newest_figure_counts);
  g_test_add_func ("/gate-feed/the-newest-sight-of-a-flag-counts",
                   test_the_newest_sight_of_a_flag_counts);

  return g_test_run ();
}
