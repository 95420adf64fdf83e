/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-flag.h"

#include "flagged-plan.h"
#include "slip-rules.h"

static const struct {
  const char *expected;
  const char *observed;
  SlipFlagStanding standing;
} standings[] = {
  { "unknown", "on", SLIP_FLAG_UNPLANNED },
  { "unknown", "unknown", SLIP_FLAG_UNPLANNED },
  { "on", "unknown", SLIP_FLAG_UNKNOWN },
  { "off", "unknown", SLIP_FLAG_UNKNOWN },
  { "off", "off", SLIP_FLAG_AS_PLANNED },
  { "off", "on", SLIP_FLAG_AHEAD },
  { "off", "on=1", SLIP_FLAG_AHEAD },
  { "off", "on=0", SLIP_FLAG_AS_PLANNED },
  { "on", "off", SLIP_FLAG_BEHIND },
  { "on", "on=0", SLIP_FLAG_BEHIND },
  { "on", "on", SLIP_FLAG_AS_PLANNED },
  { "on", "on=3", SLIP_FLAG_AS_PLANNED },
  { "on=25", "off", SLIP_FLAG_BEHIND },
  { "on=25", "on", SLIP_FLAG_UNKNOWN },
  { "on=25", "on=24.99", SLIP_FLAG_BEHIND },
  { "on=25", "on=25", SLIP_FLAG_AS_PLANNED },
  { "on=25", "on=25.01", SLIP_FLAG_AHEAD },
};

static void
test_compares_what_is_with_what_is_expected (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++) {
    g_autoptr (SlipPlanState) state = new_flagged_plan ();

    g_test_message ("%s expected, %s observed", standings[i].expected,
                    standings[i].observed);
    expect (&state, "five", standings[i].expected);
    observe (&state, standings[i].observed);
    g_assert_cmpint (slip_flag_compare (state, get_flag (state), "five"), ==,
                     standings[i].standing);
    g_assert_cmpint (slip_flag_compare (state, get_flag (state), "all"), ==,
                     SLIP_FLAG_UNPLANNED);
    g_assert_cmpint (slip_flag_compare (state, get_flag (state), NULL), ==,
                     SLIP_FLAG_UNPLANNED);
  }
}

static void
test_is_judged_by_the_last_stage_that_began (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();

  g_assert_null (slip_flag_find_stage (state, "mob"));
  set_integer (&state, SLIP_KIND_STAGE, "inside", SLIP_STAGE_STATE,
               SLIP_STAGE_STATE_DONE);
  set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_STATE,
               SLIP_STAGE_STATE_ACTIVE);
  g_assert_cmpstr (slip_row_get_id (slip_flag_find_stage (state, "mob")), ==,
                   "five");
  set_integer (&state, SLIP_KIND_STAGE, "five", SLIP_STAGE_STATE,
               SLIP_STAGE_STATE_ROLLED_BACK);
  g_assert_cmpstr (slip_row_get_id (slip_flag_find_stage (state, "mob")), ==,
                   "inside");
}

static void
test_says_a_state_in_words (void)
{
  g_autofree char *share = slip_flag_dup_state (SLIP_FLAG_STATE_ON, 250);
  g_autofree char *on = slip_flag_dup_state (SLIP_FLAG_STATE_ON, -1);
  g_autofree char *off = slip_flag_dup_state (SLIP_FLAG_STATE_OFF, 2500);
  g_autofree char *nothing = slip_flag_dup_expected (NULL);

  g_assert_cmpstr (share, ==, "On, 2.5 %");
  g_assert_cmpstr (on, ==, "On");
  g_assert_cmpstr (off, ==, "Off");
  g_assert_cmpstr (nothing, ==, "Nothing");
}

static void
test_is_called_by_its_key_and_environment (void)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();
  g_autofree char *plain = slip_entity_dup_label (state, get_flag (state));
  g_autofree char *label = NULL;
  g_autofree char *expected = NULL;

  set_text (&state, SLIP_KIND_FLAG, "checkout", SLIP_FLAG_ENVIRONMENT,
            "production");
  label = slip_entity_dup_label (state, get_flag (state));
  g_assert_cmpstr (plain, ==, "new-checkout");
  g_assert_cmpstr (label, ==, "new-checkout (production)");

  expect (&state, "five", "on=5");
  expected = slip_entity_dup_label (
    state, slip_flag_find_expected (state, get_flag (state), "five"));
  g_assert_cmpstr (expected, ==, "new-checkout (production) at “five”");
}

static void
test_lists_by_key_and_environment (void)
{
  static const char *const keys[][2] = { { "b", NULL },
                                         { "a", "test" },
                                         { "a", NULL } };
  g_autoptr (SlipPlanState) state = new_flagged_plan ();
  g_autoptr (GPtrArray) flags = NULL;
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++) {
    g_autoptr (SlipFlagEdit) edit = slip_flag_edit_new ("mob", NULL);

    slip_flag_edit_set_text (edit, SLIP_FLAG_KEY, keys[i][0]);
    slip_flag_edit_set_text (edit, SLIP_FLAG_ENVIRONMENT, keys[i][1]);
    apply_intent (&state, slip_flag_edit_run, edit);
  }

  flags = slip_flag_list (state, "mob");
  for (guint i = 0; i < flags->len; i++) {
    g_autofree char *label = slip_flag_dup_label (flags->pdata[i]);

    g_string_append_printf (text, "%s;", label);
  }
  g_assert_cmpstr (text->str, ==, "a;a (test);b;new-checkout;");
  g_assert_true (slip_flag_find (state, "mob", "a", "test") == flags->pdata[1]);
  g_assert_null (slip_flag_find (state, "mob", "b", "test"));
}

/* Counts the faults of a plan whose flag_stage 'x' has these references. */
static guint
count_faults (const char *flag, const char *stage)
{
  g_autoptr (SlipPlanState) state = new_flagged_plan ();
  g_autoptr (GPtrArray) before = slip_rules_check (state);
  g_autoptr (GPtrArray) faults = NULL;
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_ADD);

  slip_edit_create (edit, SLIP_KIND_RELEASE, "other", NULL);
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, "other", SLIP_RELEASE_VERSION,
                      "1");
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, "other", SLIP_RELEASE_PRODUCT,
                      "mobile");
  slip_edit_create (edit, SLIP_KIND_STAGE, "foreign", "other");
  slip_edit_create (edit, SLIP_KIND_FLAG_STAGE, "x", "mob");
  slip_edit_set_text (edit, SLIP_KIND_FLAG_STAGE, "x", SLIP_FLAG_STAGE_FLAG,
                      flag);
  slip_edit_set_text (edit, SLIP_KIND_FLAG_STAGE, "x", SLIP_FLAG_STAGE_STAGE,
                      stage);
  apply_edit (&state, edit);
  faults = slip_rules_check (state);
  return faults->len - before->len;
}

static void
test_check_finds_what_is_about_nothing (void)
{
  g_assert_cmpuint (count_faults ("checkout", "five"), ==, 0);
  g_assert_cmpuint (count_faults ("checkout", NULL), ==, 1);
  g_assert_cmpuint (count_faults (NULL, "five"), ==, 1);
  g_assert_cmpuint (count_faults ("checkout", "foreign"), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/flag/compares-what-is-with-what-is-expected",
                   test_compares_what_is_with_what_is_expected);
  g_test_add_func ("/flag/is-judged-by-the-last-stage-that-began",
                   test_is_judged_by_the_last_stage_that_began);
  g_test_add_func ("/flag/says-a-state-in-words", test_says_a_state_in_words);
  g_test_add_func ("/flag/is-called-by-its-key-and-environment",
                   test_is_called_by_its_key_and_environment);
  g_test_add_func ("/flag/lists-by-key-and-environment",
                   test_lists_by_key_and_environment);
  g_test_add_func ("/flag/check-finds-what-is-about-nothing",
                   test_check_finds_what_is_about_nothing);

  return g_test_run ();
}
