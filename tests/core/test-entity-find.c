/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "built-plan.h"
#include "slip-entity-find.h"

#include <string.h>

static SlipPlanState *
new_filled_plan (void)
{
  SlipPlanState *state = new_plan ();
  SlipEdit *edit;

  add_release (&state, "r1", "payments", "3.9", NULL);
  add_release (&state, "r2", "mobile", "4.2", NULL);
  add_release (&state, "r3", "mobile", "4.3", NULL);
  add_release (&state, "r4", "payments", "3.9", NULL);
  set_text (&state, SLIP_KIND_RELEASE, "r2", SLIP_RELEASE_NAME, "Größe");
  set_text (&state, SLIP_KIND_RELEASE, "r3", SLIP_RELEASE_NAME, "Twin");
  set_text (&state, SLIP_KIND_RELEASE, "r1", SLIP_RELEASE_NAME, "Twin");
  set_integer (&state, SLIP_KIND_RELEASE, "r4", SLIP_RELEASE_IS_DELETED, TRUE);

  edit = slip_edit_new (state, SLIP_VERB_ADD);
  create_named (edit, SLIP_KIND_PERSON, "p1", "Support lead");
  apply_edit (&state, edit);
  return state;
}

static void
test_find_table (void)
{
  static const struct {
    SlipKind kind;
    const char *text;
    const char *id;
    SlipPlanError code;
  } cases[] = {
    { SLIP_KIND_RELEASE, "r1", "r1", 0 },
    { SLIP_KIND_RELEASE, "Payments 3.9", "r1", 0 },
    { SLIP_KIND_RELEASE, "PAYMENTS 3.9", "r1", 0 },
    { SLIP_KIND_RELEASE, "Mobile 4.2", "r2", 0 },
    { SLIP_KIND_RELEASE, "mobile app 4.2", "r2", 0 },
    { SLIP_KIND_RELEASE, "GRÖSSE", "r2", 0 },
    { SLIP_KIND_RELEASE,
      "Gro\xcc\x88\xc3\x9f"
      "e",
      "r2", 0 },
    { SLIP_KIND_RELEASE, "Mobile 4.2 “Größe”", "r2", 0 },
    { SLIP_KIND_RELEASE, "r4", "r4", 0 },
    { SLIP_KIND_RELEASE, "twin", NULL, SLIP_PLAN_ERROR_AMBIGUOUS },
    { SLIP_KIND_RELEASE, "payments twin", "r1", 0 },
    { SLIP_KIND_RELEASE, "mobile app TWIN", "r3", 0 },
    { SLIP_KIND_RELEASE, "4.2", NULL, SLIP_PLAN_ERROR_NOT_FOUND },
    { SLIP_KIND_RELEASE, "", NULL, SLIP_PLAN_ERROR_NOT_FOUND },
    { SLIP_KIND_RELEASE, "\xff", NULL, SLIP_PLAN_ERROR_NOT_FOUND },
    { SLIP_KIND_RELEASE, "payments", NULL, SLIP_PLAN_ERROR_NOT_FOUND },
    { SLIP_KIND_PRODUCT, "mobile", "mobile", 0 },
    { SLIP_KIND_PRODUCT, "Mobile App", "mobile", 0 },
    { SLIP_KIND_PRODUCT, "MOBILE", "mobile", 0 },
    { SLIP_KIND_PERSON, "support LEAD", "p1", 0 },
    { SLIP_KIND_PERSON, "%s%n", NULL, SLIP_PLAN_ERROR_NOT_FOUND },
    { SLIP_KIND_AUDIENCE, "p1", NULL, SLIP_PLAN_ERROR_NOT_FOUND },
  };
  g_autoptr (SlipPlanState) state = new_filled_plan ();

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_autoptr (GError) error = NULL;
    const SlipRow *row =
      slip_entity_find (state, cases[i].kind, cases[i].text, &error);

    if (cases[i].id != NULL) {
      g_assert_no_error (error);
      g_assert_cmpstr (slip_row_get_id (row), ==, cases[i].id);
    } else {
      g_assert_null (row);
      g_assert_error (error, SLIP_PLAN_ERROR, (int) cases[i].code);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
    }
  }
}

static void
test_ambiguous_lists_the_candidates (void)
{
  g_autoptr (SlipPlanState) state = new_filled_plan ();
  g_autoptr (GError) error = NULL;

  g_assert_null (slip_entity_find (state, SLIP_KIND_RELEASE, "Twin", &error));
  g_assert_nonnull (strstr (error->message, "r1  Payments 3.9 “Twin”"));
  g_assert_nonnull (strstr (error->message, "r3  Mobile 4.3 “Twin”"));
  g_assert_null (strstr (error->message, "r2"));
}

static void
test_ambiguous_lists_not_too_many (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (GError) error = NULL;
  g_auto (GStrv) lines = NULL;

  for (int i = 0; i < 30; i++) {
    g_autofree char *id = g_strdup_printf ("id-%d", i);

    add_release (&state, id, "payments", "1.0", NULL);
  }
  g_assert_null (
    slip_entity_find (state, SLIP_KIND_RELEASE, "Payments 1.0", &error));
  lines = g_strsplit (error->message, "\n", -1);
  g_assert_cmpuint (g_strv_length (lines), ==, 10);
}

static void
test_offered_is_what_is_not_retired (void)
{
  g_autoptr (SlipPlanState) state = new_filled_plan ();
  g_autoptr (GError) error = NULL;
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_PERSON, "p2", "Support lead");
  apply_edit (&state, edit);
  g_assert_null (
    slip_entity_find_offered (state, SLIP_KIND_PERSON, "Support lead", &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_AMBIGUOUS);
  g_clear_error (&error);

  set_integer (&state, SLIP_KIND_PERSON, "p1", SLIP_PERSON_IS_RETIRED, TRUE);
  g_assert_cmpstr (slip_row_get_id (
                     slip_entity_find_offered (state, SLIP_KIND_PERSON,
                                               "Support lead", &error)),
                   ==, "p2");
  g_assert_null (
    slip_entity_find_offered (state, SLIP_KIND_PERSON, "p1", &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
  g_clear_error (&error);

  set_integer (&state, SLIP_KIND_PERSON, "p2", SLIP_PERSON_IS_RETIRED, TRUE);
  g_assert_null (
    slip_entity_find_offered (state, SLIP_KIND_PERSON, "Support lead", &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_AMBIGUOUS);
  g_clear_error (&error);
  /* What cannot be retired is offered always. */
  g_assert_nonnull (
    slip_entity_find_offered (state, SLIP_KIND_RELEASE, "r1", &error));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entity-find/table", test_find_table);
  g_test_add_func ("/entity-find/offered/is-what-is-not-retired",
                   test_offered_is_what_is_not_retired);
  g_test_add_func ("/entity-find/ambiguous/lists-the-candidates",
                   test_ambiguous_lists_the_candidates);
  g_test_add_func ("/entity-find/ambiguous/lists-not-too-many",
                   test_ambiguous_lists_not_too_many);

  return g_test_run ();
}
