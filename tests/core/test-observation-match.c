/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-observation-match.h"

#include "built-plan.h"

static SlipPlanState *
new_filled_plan (void)
{
  SlipPlanState *state = new_plan ();
  SlipEdit *edit;

  add_release (&state, "r1", "payments", "3.9", NULL);
  add_release (&state, "r2", "mobile", "4.2", NULL);
  add_release (&state, "r3", "mobile", "4.3", NULL);
  add_release (&state, "r4", "payments", "4.0", NULL);
  set_text (&state, SLIP_KIND_RELEASE, "r2", SLIP_RELEASE_NAME, "Größe");
  set_text (&state, SLIP_KIND_RELEASE, "r3", SLIP_RELEASE_NAME, "Twin");
  set_text (&state, SLIP_KIND_RELEASE, "r1", SLIP_RELEASE_NAME, "Twin");
  set_integer (&state, SLIP_KIND_RELEASE, "r4", SLIP_RELEASE_IS_DELETED, TRUE);

  edit = slip_edit_new (state, SLIP_VERB_ADD);
  create_named (edit, SLIP_KIND_AUDIENCE, "a1", "Support");
  create_named (edit, SLIP_KIND_AUDIENCE, "a2", "Sales");
  slip_edit_create (edit, SLIP_KIND_FLAG, "f1", "r1");
  slip_edit_set_text (edit, SLIP_KIND_FLAG, "f1", SLIP_FLAG_KEY, "checkout");
  apply_edit (&state, edit);
  return state;
}

static const SlipObservationAlias aliases[] = {
  { SLIP_KIND_RELEASE, "PAY-39", "r1" },
  { SLIP_KIND_RELEASE, "Mobile 4.3", "r2" },
  { SLIP_KIND_RELEASE, "Gone", "nowhere" },
  { SLIP_KIND_RELEASE, "Binned", "r4" },
  { SLIP_KIND_AUDIENCE, "helpdesk", "a1" },
};

static const struct {
  const char *release;
  const char *audience;
  const char *release_id;
  const char *audience_id;
  SlipMatchProblem problem;
} cases[] = {
  { "r1", NULL, "r1", NULL, SLIP_MATCH_FINE },
  { "Payments 3.9", "support", "r1", "a1", SLIP_MATCH_FINE },
  { "PAYMENTS 3.9", "a2", "r1", "a2", SLIP_MATCH_FINE },
  { "mobile app 4.2", NULL, "r2", NULL, SLIP_MATCH_FINE },
  { "GRÖSSE", NULL, "r2", NULL, SLIP_MATCH_FINE },
  { "mobile app größe", NULL, "r2", NULL, SLIP_MATCH_FINE },
  { "Mobile Größe", NULL, "r2", NULL, SLIP_MATCH_FINE },
  { "Mobile Twin", NULL, "r3", NULL, SLIP_MATCH_FINE },
  { "Mobile 4.2 “Größe”", NULL, "r2", NULL, SLIP_MATCH_FINE },
  { "pay-39", "HelpDesk", "r1", "a1", SLIP_MATCH_FINE },
  /* What the person said comes before what it is called. */
  { "Mobile 4.3", NULL, "r2", NULL, SLIP_MATCH_FINE },
  { "twin", "support", NULL, "a1", SLIP_MATCH_RELEASES },
  { "Payments 5", NULL, NULL, NULL, SLIP_MATCH_NO_RELEASE },
  { "Payments 4.0", NULL, NULL, NULL, SLIP_MATCH_NO_RELEASE },
  { "r4", NULL, "r4", NULL, SLIP_MATCH_FINE },
  { "Gone", NULL, NULL, NULL, SLIP_MATCH_NO_RELEASE },
  { "Binned", NULL, NULL, NULL, SLIP_MATCH_NO_RELEASE },
  { "r1", "Legal", "r1", NULL, SLIP_MATCH_NO_AUDIENCE },
};

static void
test_names_ids_and_aliases (void)
{
  SlipPlanState *state = new_filled_plan ();
  g_autoptr (SlipObservationMatcher) matcher =
    slip_observation_matcher_new (state, aliases, G_N_ELEMENTS (aliases));

  /* It holds what it needs. */
  slip_plan_state_unref (state);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (SlipObservation) status =
      slip_observation_new (SLIP_OBSERVATION_STATUS);

    status->release = g_strdup (cases[i].release);
    status->audience = g_strdup (cases[i].audience);
    SlipObservationMatch match =
      slip_observation_matcher_find (matcher, status);
    g_assert_cmpint (match.problem, ==, cases[i].problem);
    g_assert_cmpstr (match.release, ==, cases[i].release_id);
    g_assert_cmpstr (match.audience, ==, cases[i].audience_id);
  }
}

static const struct {
  const char *owner;
  const char *person;
} owners[] = {
  { "Support lead", "lead" },
  { "support LEAD", "lead" },
  { "Lead@example.org", "lead" },
  /* Two are called so; one has left. */
  { "Desk", NULL },
  { "Former lead", NULL },
  { "Support lead, Desk", NULL },
  { NULL, NULL },
};

static void
test_owners_go_by_name_and_address (void)
{
  g_autoptr (SlipPlanState) state = new_filled_plan ();
  g_autoptr (SlipObservationMatcher) matcher = NULL;
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_PERSON, "lead", "Support lead");
  create_named (edit, SLIP_KIND_PERSON, "first", "Desk");
  create_named (edit, SLIP_KIND_PERSON, "second", "desk");
  create_named (edit, SLIP_KIND_PERSON, "former", "Former lead");
  slip_edit_set_text (edit, SLIP_KIND_PERSON, "lead", SLIP_PERSON_EMAIL,
                      "lead@example.org");
  slip_edit_set_integer (edit, SLIP_KIND_PERSON, "former",
                         SLIP_PERSON_IS_RETIRED, TRUE);
  apply_edit (&state, edit);
  matcher = slip_observation_matcher_new (state, NULL, 0);

  for (guint i = 0; i < G_N_ELEMENTS (owners); i++) {
    g_autoptr (SlipObservation) status =
      slip_observation_new (SLIP_OBSERVATION_STATUS);

    status->release = g_strdup ("r1");
    status->owner = g_strdup (owners[i].owner);
    g_assert_cmpstr (slip_observation_matcher_find (matcher, status).owner, ==,
                     owners[i].person);
  }
}

static void
test_flags_go_by_their_key (void)
{
  g_autoptr (SlipPlanState) state = new_filled_plan ();
  g_autoptr (SlipObservationMatcher) matcher =
    slip_observation_matcher_new (state, NULL, 0);
  g_autoptr (SlipObservation) flag =
    slip_observation_new (SLIP_OBSERVATION_FLAG);

  flag->flag = g_strdup ("checkout");
  g_assert_cmpint (slip_observation_matcher_find (matcher, flag).problem, ==,
                   SLIP_MATCH_FINE);
  g_free (flag->flag);
  flag->flag = g_strdup ("Checkout");
  g_assert_cmpint (slip_observation_matcher_find (matcher, flag).problem, ==,
                   SLIP_MATCH_NO_FLAG);
}

static void
test_problems_have_words (void)
{
  g_autoptr (SlipObservation) status =
    slip_observation_new (SLIP_OBSERVATION_STATUS);
  g_autofree char *fine = slip_match_problem_dup_text (SLIP_MATCH_FINE, status);
  g_autofree char *text = NULL;

  status->release = g_strdup ("%s");
  text = slip_match_problem_dup_text (SLIP_MATCH_NO_RELEASE, status);
  g_assert_null (fine);
  g_assert_cmpstr (text, ==, "No release is called “%s”");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/observation-match/names-ids-and-aliases",
                   test_names_ids_and_aliases);
  g_test_add_func ("/observation-match/owners-go-by-name-and-address",
                   test_owners_go_by_name_and_address);
  g_test_add_func ("/observation-match/flags-go-by-their-key",
                   test_flags_go_by_their_key);
  g_test_add_func ("/observation-match/problems-have-words",
                   test_problems_have_words);
  return g_test_run ();
}
