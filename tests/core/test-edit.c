/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "built-plan.h"

#include <string.h>

static const SlipChange *
get_change (const SlipChangeSet *set, guint i)
{
  g_assert_cmpuint (i, <, set->changes->len);
  return set->changes->pdata[i];
}

static SlipChangeSet *
end (SlipEdit *edit)
{
  g_autoptr (GError) error = NULL;
  SlipChangeSet *set = slip_edit_end (edit, &error);

  g_assert_no_error (error);
  return set;
}

static void
rename_product (SlipEdit *edit, const char *name)
{
  slip_edit_set_text (edit, SLIP_KIND_PRODUCT, "mobile", SLIP_PRODUCT_NAME,
                      name);
}

static void
test_set_twice_is_one_change (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipEdit) edit = slip_edit_new (state, SLIP_VERB_EDIT);
  g_autoptr (SlipChangeSet) set = NULL;

  rename_product (edit, "Phone");
  slip_edit_set_text (edit, SLIP_KIND_PRODUCT, "payments", SLIP_PRODUCT_NAME,
                      "Money");
  rename_product (edit, "Tablet");
  set = end (edit);

  g_assert_cmpuint (set->changes->len, ==, 2);
  g_assert_cmpstr (slip_value_get_text (&get_change (set, 0)->old_value), ==,
                   "Mobile app");
  g_assert_cmpstr (slip_value_get_text (&get_change (set, 0)->new_value), ==,
                   "Tablet");
}

static void
test_set_back_is_no_change (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipEdit) edit = slip_edit_new (state, SLIP_VERB_EDIT);
  g_autoptr (SlipChangeSet) set = NULL;

  rename_product (edit, "Mobile app");
  rename_product (edit, "Phone");
  rename_product (edit, "Mobile app");
  set = end (edit);
  g_assert_cmpuint (set->changes->len, ==, 0);
}

static void
test_set_back_and_away_again (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipEdit) edit = slip_edit_new (state, SLIP_VERB_EDIT);
  g_autoptr (SlipChangeSet) set = NULL;

  rename_product (edit, "Phone");
  rename_product (edit, "Mobile app");
  rename_product (edit, "Tablet");
  set = end (edit);
  g_assert_cmpuint (set->changes->len, ==, 1);
}

/* Entities of two kinds may have one id: their changes are not the same. */
static void
test_kinds_are_told_apart (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  create_named (edit, SLIP_KIND_PERSON, "mobile", "Support lead");
  rename_product (edit, "Phone");
  apply_edit (&state, edit);
  g_assert_cmpstr (
    slip_row_get_text (slip_plan_state_get (state, SLIP_KIND_PERSON, "mobile"),
                       SLIP_PERSON_NAME),
    ==, "Support lead");
  g_assert_cmpstr (
    slip_row_get_text (slip_plan_state_get (state, SLIP_KIND_PRODUCT, "mobile"),
                       SLIP_PRODUCT_NAME),
    ==, "Phone");
}

static void
test_later_calls_see_earlier_ones (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipEdit) edit = slip_edit_new (state, SLIP_VERB_EDIT);

  create_named (edit, SLIP_KIND_PERSON, "lead", "Support lead");
  g_assert_nonnull (
    slip_plan_state_get (slip_edit_get_state (edit), SLIP_KIND_PERSON, "lead"));
  g_assert_null (slip_plan_state_get (state, SLIP_KIND_PERSON, "lead"));
}

/* A value that lies in the very row that the call replaces. */
static void
test_set_to_a_value_of_the_row_itself (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  for (int i = 0; i < 2; i++) {
    const SlipRow *row = slip_plan_state_get (slip_edit_get_state (edit),
                                              SLIP_KIND_PRODUCT, "mobile");

    slip_edit_set (edit, SLIP_KIND_PRODUCT, slip_row_get_id (row),
                   SLIP_PRODUCT_NAME,
                   slip_row_peek (row, SLIP_PRODUCT_SHORT_NAME));
    rename_product (edit, "Phone");
  }
  apply_edit (&state, edit);
}

static void
make_freeze (SlipEdit *edit)
{
  create_named (edit, SLIP_KIND_FREEZE, "freeze", "Year-end freeze");
  slip_edit_set_date (edit, SLIP_KIND_FREEZE, "freeze", SLIP_FREEZE_FIRST_DAY,
                      day ("2026-12-20"));
  slip_edit_create (edit, SLIP_KIND_FREEZE_PRODUCT, "fp", "freeze");
  slip_edit_set_text (edit, SLIP_KIND_FREEZE_PRODUCT, "fp",
                      SLIP_FREEZE_PRODUCT_PRODUCT, "mobile");
}

/* Deletes what was there, what the edit changed before and what it made. */
static void
test_delete_takes_parts_and_values (void)
{
  g_autoptr (SlipPlanState) start = new_plan ();
  g_autofree char *without = slip_plan_state_digest (start);
  g_autofree char *digest = NULL;
  g_autofree char *with = NULL;
  g_autofree char *restored = NULL;
  g_autoptr (SlipPlanState) state = slip_plan_state_ref (start);
  g_autoptr (SlipPlanState) deleted = NULL;
  g_autoptr (SlipPlanState) back = NULL;
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (SlipChangeSet) inverse = NULL;
  g_autoptr (SlipEdit) deletion = NULL;
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  make_freeze (edit);
  apply_edit (&state, edit);
  with = slip_plan_state_digest (state);

  deletion = slip_edit_new (state, SLIP_VERB_DELETE);
  slip_edit_set_text (deletion, SLIP_KIND_FREEZE, "freeze", SLIP_FREEZE_NAME,
                      "Quiet time");
  slip_edit_create (deletion, SLIP_KIND_FREEZE_PRODUCT, "fp2", "freeze");
  slip_edit_set_text (deletion, SLIP_KIND_FREEZE_PRODUCT, "fp2",
                      SLIP_FREEZE_PRODUCT_PRODUCT, "payments");
  slip_edit_delete (deletion, SLIP_KIND_FREEZE, "freeze");
  set = end (deletion);
  deleted = slip_plan_state_apply (state, set, NULL);
  digest = slip_plan_state_digest (deleted);
  g_assert_cmpstr (digest, ==, without);

  inverse = slip_change_set_new_inverse (set);
  back = slip_plan_state_apply (deleted, inverse, NULL);
  restored = slip_plan_state_digest (back);
  g_assert_cmpstr (restored, ==, with);
}

/* The same id may come again in the same edit. */
static void
test_delete_and_make_again (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipPlanState) next = NULL;
  g_autoptr (SlipPlanState) back = NULL;
  g_autoptr (SlipEdit) edit = NULL;
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (SlipChangeSet) inverse = NULL;
  g_autofree char *before = NULL;
  g_autofree char *same = NULL;
  g_autofree char *restored = NULL;
  SlipEdit *first = slip_edit_new (state, SLIP_VERB_EDIT);

  make_freeze (first);
  apply_edit (&state, first);
  before = slip_plan_state_digest (state);

  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  slip_edit_set_text (edit, SLIP_KIND_FREEZE, "freeze", SLIP_FREEZE_NOTE, "x");
  slip_edit_delete (edit, SLIP_KIND_FREEZE, "freeze");
  make_freeze (edit);
  slip_edit_delete (edit, SLIP_KIND_FREEZE, "freeze");
  make_freeze (edit);
  set = end (edit);

  next = slip_plan_state_apply (state, set, NULL);
  same = slip_plan_state_digest (next);
  g_assert_cmpstr (same, ==, before);
  inverse = slip_change_set_new_inverse (set);
  back = slip_plan_state_apply (next, inverse, NULL);
  restored = slip_plan_state_digest (back);
  g_assert_cmpstr (restored, ==, before);
}

static void
test_delete_of_what_is_used_is_refused (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipEdit) edit = slip_edit_new (state, SLIP_VERB_EDIT);
  g_autoptr (GError) error = NULL;

  slip_edit_delete (edit, SLIP_KIND_WORKING_CALENDAR, "standard");
  g_assert_null (slip_edit_end (edit, &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
}

static void
test_first_error_is_kept (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipEdit) edit = slip_edit_new (state, SLIP_VERB_EDIT);
  g_autoptr (GError) error = NULL;

  rename_product (edit, "Phone");
  slip_edit_set_text (edit, SLIP_KIND_PERSON, "nobody", SLIP_PERSON_NAME, "x");
  rename_product (edit, "bell\a");
  slip_edit_create (edit, SLIP_KIND_PRODUCT, "mobile", NULL);
  slip_edit_delete (edit, SLIP_KIND_PRODUCT, "none");
  g_assert_cmpstr (
    slip_row_get_text (slip_plan_state_get (slip_edit_get_state (edit),
                                            SLIP_KIND_PRODUCT, "mobile"),
                       SLIP_PRODUCT_NAME),
    ==, "Phone");

  g_assert_null (slip_edit_end (edit, &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND);
  g_assert_nonnull (strstr (error->message, "nobody"));
}

static gboolean
number_products_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  g_autofree char *name =
    g_strdup_printf ("Mobile of %u",
                     slip_plan_state_count (slip_edit_get_state (edit),
                                            SLIP_KIND_PRODUCT));

  slip_edit_set_verb (edit, SLIP_VERB_REORDER);
  slip_edit_set_subject (edit, data);
  slip_edit_set_reason (edit, "");
  rename_product (edit, name);
  return TRUE;
}

/* The same intent on a newer plan says what is right there. */
static void
test_intent_is_run_again (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (number_products_run, "names", state, NULL);
  SlipEdit *edit;

  g_assert_cmpint (set->verb, ==, SLIP_VERB_REORDER);
  g_assert_cmpstr (set->subject, ==, "names");
  g_assert_null (set->reason);
  edit = slip_edit_new (state, SLIP_VERB_ADD);
  create_named (edit, SLIP_KIND_PRODUCT, "console", "Console");
  apply_edit (&state, edit);
  apply_intent (&state, number_products_run, "names");
  g_assert_cmpstr (
    slip_row_get_text (slip_plan_state_get (state, SLIP_KIND_PRODUCT, "mobile"),
                       SLIP_PRODUCT_NAME),
    ==, "Mobile of 3");
}

static gboolean
fail_run (SlipEdit *edit, gconstpointer data, GError **error)
{
  if (data != NULL)
    rename_product (edit, data);
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING, "No");
  return FALSE;
}

static void
test_intent_tells_what_failed_first (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  assert_refused (state, fail_run, NULL, SLIP_PLAN_ERROR_NOTHING);
  assert_refused (state, fail_run, "Phone", SLIP_PLAN_ERROR_NOTHING);
  assert_refused (state, fail_run, "bell\a", SLIP_PLAN_ERROR_INVALID);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/edit/set/twice-is-one-change",
                   test_set_twice_is_one_change);
  g_test_add_func ("/edit/set/back-is-no-change", test_set_back_is_no_change);
  g_test_add_func ("/edit/set/back-and-away-again",
                   test_set_back_and_away_again);
  g_test_add_func ("/edit/set/kinds-are-told-apart", test_kinds_are_told_apart);
  g_test_add_func ("/edit/set/to-a-value-of-the-row-itself",
                   test_set_to_a_value_of_the_row_itself);
  g_test_add_func ("/edit/state/later-calls-see-earlier-ones",
                   test_later_calls_see_earlier_ones);
  g_test_add_func ("/edit/delete/takes-parts-and-values",
                   test_delete_takes_parts_and_values);
  g_test_add_func ("/edit/delete/and-make-again", test_delete_and_make_again);
  g_test_add_func ("/edit/delete/of-what-is-used-is-refused",
                   test_delete_of_what_is_used_is_refused);
  g_test_add_func ("/edit/error/first-is-kept", test_first_error_is_kept);
  g_test_add_func ("/edit/intent/is-run-again", test_intent_is_run_again);
  g_test_add_func ("/edit/intent/tells-what-failed-first",
                   test_intent_tells_what_failed_first);

  return g_test_run ();
}
