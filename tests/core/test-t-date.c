/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-t-date.h"

#include "built-plan.h"

/* 'pay' on Tuesday 8 December, deployed on Monday 7; Monday 30 November is a
 * holiday. */
static SlipPlanState *
new_dated_plan (void)
{
  SlipPlanState *state = new_plan ();
  SlipEdit *edit;

  add_release (&state, "pay", "payments", "3.9", "2026-12-08");
  set_planned (&state, "pay", SLIP_ANCHOR_DEPLOY, "2026-12-07",
               SLIP_CERTAINTY_CONFIRMED);
  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  slip_edit_create (edit, SLIP_KIND_HOLIDAY, "off", "standard");
  slip_edit_set_text (edit, SLIP_KIND_HOLIDAY, "off", SLIP_HOLIDAY_NAME, "Off");
  slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, "off", SLIP_HOLIDAY_FIRST_DAY,
                      day ("2026-11-30"));
  slip_edit_set_date (edit, SLIP_KIND_HOLIDAY, "off", SLIP_HOLIDAY_LAST_DAY,
                      day ("2026-11-30"));
  slip_edit_create (edit, SLIP_KIND_STAGE, "beta", "pay");
  slip_edit_set_text (edit, SLIP_KIND_STAGE, "beta", SLIP_STAGE_NAME, "Beta");
  slip_edit_set_date (edit, SLIP_KIND_STAGE, "beta", SLIP_STAGE_PLANNED_START,
                      day ("2026-12-01"));
  slip_edit_set_integer (edit, SLIP_KIND_STAGE, "beta",
                         SLIP_STAGE_START_IS_PINNED, TRUE);
  apply_edit (&state, edit);
  return state;
}

static SlipTDate
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  SlipTDate rule;

  g_assert_true (slip_t_date_parse (text, &rule, &error));
  g_assert_no_error (error);
  return rule;
}

static void
assert_resolves (const SlipPlanState *state, SlipTDate rule, const char *date)
{
  g_autoptr (SlipWorkingDays) working_days =
    slip_plan_state_dup_working_days (state, "payments");
  g_autofree char *found =
    slip_date_to_text (slip_t_date_resolve (state, get_release (state, "pay"),
                                            &rule, working_days));

  g_assert_cmpstr (found, ==, date);
}

static void
test_resolves_by_hand_calculation (void)
{
  g_autoptr (SlipPlanState) state = new_dated_plan ();
  static const struct {
    const char *rule;
    const char *date;
  } cases[] = {
    { "T", "2026-12-08" },
    { "T-1 d", "2026-12-07" },
    { "T-2 wd", "2026-12-04" },
    { "T-5 wd", "2026-12-01" },
    /* Over the holiday and the weekend. */
    { "T-6 wd", "2026-11-27" },
    { "T-3 d", "2026-12-05" },
    { "T-3 d earlier", "2026-12-04" },
    { "T-3 d later", "2026-12-07" },
    { "T-8 d later", "2026-12-01" },
    { "T-8 d earlier", "2026-11-27" },
    { "T+4 wd", "2026-12-14" },
    { "T+1 w", "2026-12-15" },
    { "deploy-1 wd", "2026-12-04" },
    { "deploy", "2026-12-07" },
    /* No such day in the release. */
    { "announce-1 d", NULL },
    { "code-complete+1 d", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    assert_resolves (state, parse (cases[i].rule), cases[i].date);
}

static void
test_resolves_from_a_stage (void)
{
  g_autoptr (SlipPlanState) state = new_dated_plan ();
  SlipTDate rule = { SLIP_DUE_STAGE, "beta", -1, SLIP_UNIT_WORKING_DAYS,
                     SLIP_SNAP_NONE };
  g_autofree char *text = slip_t_date_describe (state, &rule);

  assert_resolves (state, rule, "2026-11-27");
  g_assert_cmpstr (text, ==, "1 working day before the start of “Beta”");
}

static void
test_uncertain_anchor_counts_from_last_working_day (void)
{
  g_autoptr (SlipPlanState) state = new_dated_plan ();
  SlipTDate rule = parse ("T-1 wd");

  g_assert_false (
    slip_t_date_is_about (state, get_release (state, "pay"), &rule));
  /* January ends on a Sunday. */
  set_planned (&state, "pay", SLIP_ANCHOR_RELEASE, "2027-01-01",
               SLIP_CERTAINTY_MONTH);
  assert_resolves (state, rule, "2027-01-28");
  g_assert_true (
    slip_t_date_is_about (state, get_release (state, "pay"), &rule));
}

static void
test_unscheduled_has_no_day (void)
{
  g_autoptr (SlipPlanState) state = new_dated_plan ();

  set_planned (&state, "pay", SLIP_ANCHOR_RELEASE, NULL,
               SLIP_CERTAINTY_UNSCHEDULED);
  assert_resolves (state, parse ("T-10 wd"), NULL);
}

static void
test_parses_what_it_prints (void)
{
  g_autoptr (SlipPlanState) state = new_dated_plan ();
  g_autoptr (GPtrArray) stages =
    slip_plan_state_list_owned (state, SLIP_KIND_STAGE, "pay");

  for (int i = 0; i < 200; i++) {
    SlipTDate rule = {
      .anchor = (SlipDueAnchor) g_test_rand_int_range (SLIP_DUE_RELEASE,
                                                       SLIP_N_DUE_ANCHORS),
      .offset = g_test_rand_int_range (-3660, 3661),
      .unit = g_test_rand_bit () != 0 ? SLIP_UNIT_WORKING_DAYS
                                      : SLIP_UNIT_CALENDAR_DAYS,
      .snap = (SlipSnap) g_test_rand_int_range (0, SLIP_SNAP_LATER + 1),
    };
    g_autofree char *text = NULL;
    g_autoptr (GError) error = NULL;
    SlipTDate again;

    if (rule.offset == 0)
      rule.unit = SLIP_UNIT_CALENDAR_DAYS;
    if (rule.anchor == SLIP_DUE_STAGE)
      rule.stage = "beta";
    text = slip_t_date_print (state, &rule);
    g_assert_true (slip_t_date_parse_among (text, stages, &again, &error));
    g_assert_no_error (error);
    g_assert_true (slip_t_date_equal (&rule, &again));
  }
}

static void
test_parses_names_of_stages (void)
{
  static const struct {
    const char *text;
    const char *stage;
    int offset;
  } cases[] = {
    { "Beta+2d", "beta", 2 },       { "beta", "beta", 0 },
    { "“Beta” −1 wd", "beta", -1 }, { "\"BETA ring\" - 3 d", "ring", -3 },
    { "beta ring", "ring", 0 },     { "'Deploy' + 1 d", "named-so", 1 },
    { "Deploy + 1 d", NULL, 1 },    { "„Été“ + 4 d", "ete", 4 },
  };
  static const struct {
    const char *id;
    const char *name;
  } names[] = { { "ring", "Beta ring" },
                { "named-so", "Deploy" },
                { "ete", "été" },
                { "nameless", NULL } };
  g_autoptr (SlipPlanState) state = new_dated_plan ();
  g_autoptr (GPtrArray) stages = NULL;
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    slip_edit_create (edit, SLIP_KIND_STAGE, names[i].id, "pay");
    slip_edit_set_text (edit, SLIP_KIND_STAGE, names[i].id, SLIP_STAGE_NAME,
                        names[i].name);
  }
  apply_edit (&state, edit);
  stages = slip_plan_state_list_owned (state, SLIP_KIND_STAGE, "pay");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    SlipTDate rule;

    g_assert_true (
      slip_t_date_parse_among (cases[i].text, stages, &rule, &error));
    g_assert_no_error (error);
    g_assert_cmpstr (rule.stage, ==, cases[i].stage);
    g_assert_cmpint (rule.offset, ==, cases[i].offset);
  }
}

static void
test_refuses_what_is_no_rule (void)
{
  static const char *const cases[] = {
    "",           "10",           "T-",       "T-x",       "T 10 wd",
    "T-10 weeks", "T-10 wd soon", "tomorrow", "T-99999 d", "T-600 w",
    "2026-12-01", "Beta",         "\xff",     "“”",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    SlipTDate rule;

    g_assert_false (slip_t_date_parse (cases[i], &rule, &error));
    g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
  }
}

static void
test_describes_in_words (void)
{
  g_autoptr (SlipPlanState) state = new_dated_plan ();
  static const struct {
    const char *rule;
    const char *brief;
    const char *words;
  } cases[] = {
    { "t-10wd", "T−10 wd", "10 working days before the release date" },
    { "T−1 d", "T−1 d", "1 day before the release date" },
    { "T", "T", "On the release date" },
    { "deploy + 2 d later", "Deploy +2 d",
      "2 days after the deploy date, or the working day after" },
    { "code-complete", "Code complete", "On code complete" },
    { "ANNOUNCE-1wd", "Announce −1 wd",
      "1 working day before the announce date" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    SlipTDate rule = parse (cases[i].rule);
    g_autofree char *brief = slip_t_date_describe_short (state, &rule);
    g_autofree char *words = slip_t_date_describe (state, &rule);

    g_assert_cmpstr (brief, ==, cases[i].brief);
    g_assert_cmpstr (words, ==, cases[i].words);
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/t-date/resolves-by-hand-calculation",
                   test_resolves_by_hand_calculation);
  g_test_add_func ("/t-date/resolves-from-a-stage", test_resolves_from_a_stage);
  g_test_add_func ("/t-date/uncertain-anchor-counts-from-last-working-day",
                   test_uncertain_anchor_counts_from_last_working_day);
  g_test_add_func ("/t-date/unscheduled-has-no-day",
                   test_unscheduled_has_no_day);
  g_test_add_func ("/t-date/parses-what-it-prints", test_parses_what_it_prints);
  g_test_add_func ("/t-date/parses-names-of-stages",
                   test_parses_names_of_stages);
  g_test_add_func ("/t-date/refuses-what-is-no-rule",
                   test_refuses_what_is_no_rule);
  g_test_add_func ("/t-date/describes-in-words", test_describes_in_words);

  return g_test_run ();
}
