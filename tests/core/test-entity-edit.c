/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "built-plan.h"
#include "slip-board.h"
#include "slip-entity-edit.h"
#include "slip-rank.h"

#include <string.h>

static SlipEntityEdit *
new_release_edit (const char *id, const char *product, const char *version)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_RELEASE, id, NULL);

  slip_entity_edit_add_text (edit, SLIP_RELEASE_PRODUCT, product);
  slip_entity_edit_add_text (edit, SLIP_RELEASE_VERSION, version);
  return edit;
}

static void
run (SlipPlanState **state, SlipEntityEdit *edit)
{
  apply_intent (state, slip_entity_edit_run, edit);
  slip_entity_edit_free (edit);
}

static void
assert_edit_refused (const SlipPlanState *state,
                     SlipEntityEdit *edit,
                     SlipPlanError code)
{
  assert_refused (state, slip_entity_edit_run, edit, code);
  slip_entity_edit_free (edit);
}

static void
assert_verb (const SlipPlanState *state,
             const SlipEntityEdit *edit,
             SlipVerb verb,
             const char *subject)
{
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_entity_edit_run, edit, state, NULL);

  g_assert_cmpint (set->verb, ==, verb);
  g_assert_cmpstr (set->subject, ==, subject);
}

static void
add_person (SlipPlanState **state, const char *id)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_PERSON, id, NULL);

  slip_entity_edit_add_text (edit, SLIP_PERSON_NAME, id);
  run (state, edit);
}

static void
test_create_release (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipEntityEdit) edit = new_release_edit ("r", "payments", "3.9");
  const SlipRow *row;

  slip_entity_edit_set_reason (edit, "Asked for");
  slip_entity_edit_add_planned (edit, SLIP_ANCHOR_RELEASE,
                                (SlipPlannedDate){ day ("2026-12-16"),
                                                   SLIP_CERTAINTY_MONTH });
  assert_verb (state, edit, SLIP_VERB_ADD, "Payments 3.9");
  apply_intent (&state, slip_entity_edit_run, edit);
  row = get_release (state, "r");
  assert_date (state, "r", SLIP_ANCHOR_RELEASE, "2026-12-01");
  g_assert_true (
    slip_date_equal (slip_row_get_date (row, SLIP_RELEASE_FIRST_PLANNED_DATE),
                     day ("2026-12-01")));
  g_assert_true (
    slip_rank_is_valid (slip_row_get_text (row, SLIP_RELEASE_RANK)));
}

static void
test_create_makes_an_id (void)
{
  g_autoptr (SlipEntityEdit) a =
    slip_entity_edit_new_create (SLIP_KIND_PERSON, NULL, NULL);
  g_autoptr (SlipEntityEdit) b =
    slip_entity_edit_new_create (SLIP_KIND_PERSON, NULL, NULL);

  g_assert_true (g_uuid_string_is_valid (slip_entity_edit_get_id (a)));
  g_assert_cmpstr (slip_entity_edit_get_id (a), !=,
                   slip_entity_edit_get_id (b));
}

static void
test_create_refused_table (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipEntityEdit *edit;

  assert_edit_refused (state, new_release_edit ("r", NULL, "3.9"),
                       SLIP_PLAN_ERROR_INVALID);
  assert_edit_refused (state, new_release_edit ("r", "payments", NULL),
                       SLIP_PLAN_ERROR_INVALID);
  assert_edit_refused (state, new_release_edit ("r", "nothing", "3.9"),
                       SLIP_PLAN_ERROR_NOT_FOUND);
  assert_edit_refused (state,
                       slip_entity_edit_new_create (SLIP_KIND_PERSON, "p",
                                                    NULL),
                       SLIP_PLAN_ERROR_INVALID);

  edit = slip_entity_edit_new_create (SLIP_KIND_PRODUCT, "mobile", NULL);
  slip_entity_edit_add_text (edit, SLIP_PRODUCT_NAME, "Again");
  assert_edit_refused (state, edit, SLIP_PLAN_ERROR_CONFLICT);

  edit = slip_entity_edit_new_create (SLIP_KIND_PERSON, "p", "standard");
  slip_entity_edit_add_text (edit, SLIP_PERSON_NAME, "Support lead");
  assert_edit_refused (state, edit, SLIP_PLAN_ERROR_CONFLICT);

  edit = slip_entity_edit_new_create (SLIP_KIND_LINK, "l", "no release");
  slip_entity_edit_add_text (edit, SLIP_LINK_URI, "https://example.org");
  assert_edit_refused (state, edit, SLIP_PLAN_ERROR_NOT_FOUND);
}

/* The reason people see is the first thing that is wrong. */
static void
test_first_fault_is_told (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_create (SLIP_KIND_RELEASE, "r", NULL);
  g_autoptr (GError) error = NULL;

  slip_entity_edit_add_integer (edit, SLIP_RELEASE_TIER, 9);
  slip_entity_edit_add_text (edit, SLIP_RELEASE_VERSION, "3.9");
  slip_entity_edit_add_text (edit, SLIP_RELEASE_PRODUCT, "payments");
  g_assert_null (slip_intent_run (slip_entity_edit_run, edit, state, &error));
  g_assert_nonnull (strstr (error->message, "tier"));
}

static void
test_last_assignment_counts (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipEntityEdit *edit = new_release_edit ("r", "payments", "1");

  slip_entity_edit_add_text (edit, SLIP_RELEASE_VERSION, "2");
  slip_entity_edit_add_text (edit, SLIP_RELEASE_VERSION, "3");
  run (&state, edit);
  g_assert_cmpstr (slip_row_get_text (get_release (state, "r"),
                                      SLIP_RELEASE_VERSION),
                   ==, "3");
}

static void
test_new_releases_go_to_the_end (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (GPtrArray) column = NULL;

  for (char c = 'f'; c >= 'a'; c--) {
    char id[] = { c, '\0' };

    run (&state, new_release_edit (id, "payments", id));
  }
  column = slip_board_list_column (state, SLIP_STATUS_PLANNED);
  for (guint i = 0; i < column->len; i++)
    g_assert_cmpint (slip_row_get_id (column->pdata[i])[0], ==, 'f' - (int) i);
}

/* After a very long rank comes none, which is still the end. */
static void
test_rank_does_not_grow_for_ever (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (GPtrArray) column = NULL;
  char rank[SLIP_RANK_MAX_LENGTH + 1];

  memset (rank, 'z', SLIP_RANK_MAX_LENGTH);
  rank[SLIP_RANK_MAX_LENGTH] = '\0';
  add_release (&state, "first", "payments", "1", NULL);
  set_text (&state, SLIP_KIND_RELEASE, "first", SLIP_RELEASE_RANK, rank);
  run (&state, new_release_edit ("a", "payments", "2"));
  g_assert_null (
    slip_row_get_text (get_release (state, "a"), SLIP_RELEASE_RANK));
  column = slip_board_list_column (state, SLIP_STATUS_PLANNED);
  g_assert_cmpstr (slip_row_get_id (column->pdata[1]), ==, "a");
}

static void
test_set_release (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipEntityEdit *edit;

  add_release (&state, "r", "payments", "3.9", NULL);
  edit = slip_entity_edit_new_set (SLIP_KIND_RELEASE, "r");
  slip_entity_edit_add_planned (edit, SLIP_ANCHOR_RELEASE,
                                (SlipPlannedDate){ day ("2026-12-16"),
                                                   SLIP_CERTAINTY_CONFIRMED });
  assert_verb (state, edit, SLIP_VERB_EDIT, "Payments 3.9");
  run (&state, edit);

  edit = slip_entity_edit_new_set (SLIP_KIND_RELEASE, "r");
  slip_entity_edit_add_planned (edit, SLIP_ANCHOR_RELEASE,
                                (SlipPlannedDate){ day ("2027-01-20"),
                                                   SLIP_CERTAINTY_CONFIRMED });
  run (&state, edit);
  g_assert_true (
    slip_date_equal (slip_row_get_date (get_release (state, "r"),
                                        SLIP_RELEASE_FIRST_PLANNED_DATE),
                     day ("2026-12-16")));

  edit = slip_entity_edit_new_set (SLIP_KIND_RELEASE, "r");
  slip_entity_edit_add_date (edit, SLIP_RELEASE_RELEASE_DATE, SLIP_DATE_NONE);
  assert_edit_refused (state, edit, SLIP_PLAN_ERROR_INVALID);
  assert_edit_refused (state,
                       slip_entity_edit_new_remove (SLIP_KIND_RELEASE, "gone"),
                       SLIP_PLAN_ERROR_NOT_FOUND);
}

static void
test_remove_release_is_soft (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipEntityEdit) edit =
    slip_entity_edit_new_remove (SLIP_KIND_RELEASE, "r");

  add_release (&state, "r", "payments", "3.9", NULL);
  assert_verb (state, edit, SLIP_VERB_DELETE, "Payments 3.9");
  apply_intent (&state, slip_entity_edit_run, edit);
  g_assert_true (slip_release_is_deleted (get_release (state, "r")));
}

static void
test_remove_products (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipEntityEdit) used =
    slip_entity_edit_new_remove (SLIP_KIND_PRODUCT, "payments");
  g_autoptr (SlipEntityEdit) unused =
    slip_entity_edit_new_remove (SLIP_KIND_PRODUCT, "mobile");

  add_release (&state, "r", "payments", "3.9", NULL);
  set_integer (&state, SLIP_KIND_RELEASE, "r", SLIP_RELEASE_IS_DELETED, TRUE);
  assert_verb (state, used, SLIP_VERB_RETIRE, "Payments");
  assert_verb (state, unused, SLIP_VERB_DELETE, "Mobile app");
  apply_intent (&state, slip_entity_edit_run, used);
  apply_intent (&state, slip_entity_edit_run, unused);
  g_assert_true (
    slip_row_get_boolean (slip_plan_state_get (state, SLIP_KIND_PRODUCT,
                                               "payments"),
                          SLIP_PRODUCT_IS_RETIRED));
  g_assert_null (slip_plan_state_get (state, SLIP_KIND_PRODUCT, "mobile"));
}

/* A release that is not in memory whole may name anybody. */
static void
test_remove_people_once_there_are_releases (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_person (&state, "lead");
  add_person (&state, "other");
  run (&state, slip_entity_edit_new_remove (SLIP_KIND_PERSON, "other"));
  g_assert_null (slip_plan_state_get (state, SLIP_KIND_PERSON, "other"));

  add_release (&state, "r", "payments", "3.9", NULL);
  run (&state, slip_entity_edit_new_remove (SLIP_KIND_PERSON, "lead"));
  g_assert_true (
    slip_row_get_boolean (slip_plan_state_get (state, SLIP_KIND_PERSON, "lead"),
                          SLIP_PERSON_IS_RETIRED));
}

static void
test_remove_person_in_use (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  add_person (&state, "lead");
  set_text (&state, SLIP_KIND_PRODUCT, "mobile", SLIP_PRODUCT_OWNER, "lead");
  run (&state, slip_entity_edit_new_remove (SLIP_KIND_PERSON, "lead"));
  g_assert_nonnull (slip_plan_state_get (state, SLIP_KIND_PERSON, "lead"));
}

static void
test_remove_freeze_with_its_products (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_FREEZE, "f", "Audit");
  slip_edit_create (edit, SLIP_KIND_FREEZE_PRODUCT, "fp", "f");
  slip_edit_set_text (edit, SLIP_KIND_FREEZE_PRODUCT, "fp",
                      SLIP_FREEZE_PRODUCT_PRODUCT, "mobile");
  apply_edit (&state, edit);
  run (&state, slip_entity_edit_new_remove (SLIP_KIND_FREEZE, "f"));
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_FREEZE), ==, 0);
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_FREEZE_PRODUCT), ==,
                    0);
}

static void
test_remove_calendar_in_use_is_refused (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  assert_edit_refused (state,
                       slip_entity_edit_new_remove (SLIP_KIND_WORKING_CALENDAR,
                                                    "standard"),
                       SLIP_PLAN_ERROR_INVALID);
}

static GPtrArray *
new_edits (void)
{
  return g_ptr_array_new_with_free_func (
    (GDestroyNotify) slip_entity_edit_free);
}

static SlipEntityEdit *
new_product_edit (const char *id, const char *name)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_PRODUCT, id, NULL);

  slip_entity_edit_add_text (edit, SLIP_PRODUCT_NAME, name);
  return edit;
}

static SlipEntityEdit *
new_rename (SlipKind kind, const char *id, guint property, const char *name)
{
  SlipEntityEdit *edit = slip_entity_edit_new_set (kind, id);

  slip_entity_edit_add_text (edit, property, name);
  return edit;
}

/* One step, called after the release; its inverse takes back the product too.
 */
static void
test_release_with_its_product (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (GPtrArray) edits = new_edits ();
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (SlipChangeSet) inverse = NULL;
  g_autoptr (SlipPlanState) after = NULL;
  g_autoptr (SlipPlanState) undone = NULL;
  g_autoptr (GError) error = NULL;

  g_ptr_array_add (edits, new_product_edit ("watch", "Watch"));
  g_ptr_array_add (edits, new_release_edit ("r", "watch", "1.0"));
  set = slip_intent_run (slip_entity_edit_run_all, edits, state, &error);
  g_assert_no_error (error);
  g_assert_cmpint (set->verb, ==, SLIP_VERB_ADD);
  g_assert_cmpstr (set->subject, ==, "Watch 1.0");
  after = slip_plan_state_apply (state, set, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (slip_row_get_text (get_release (after, "r"),
                                      SLIP_RELEASE_PRODUCT),
                   ==, "watch");
  inverse = slip_change_set_new_inverse (set);
  undone = slip_plan_state_apply (after, inverse, &error);
  g_assert_no_error (error);
  g_assert_null (slip_plan_state_get (undone, SLIP_KIND_PRODUCT, "watch"));
  g_assert_null (slip_plan_state_get (undone, SLIP_KIND_RELEASE, "r"));
}

static void
test_all_or_nothing (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (GPtrArray) edits = new_edits ();

  g_ptr_array_add (edits, new_product_edit ("watch", "Watch"));
  g_ptr_array_add (edits, new_release_edit ("r", "watch", NULL));
  assert_refused (state, slip_entity_edit_run_all, edits,
                  SLIP_PLAN_ERROR_INVALID);
}

static void
test_several_are_called_after_the_first (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (GPtrArray) edits = new_edits ();
  g_autoptr (SlipChangeSet) set = NULL;

  add_person (&state, "Writer");
  g_ptr_array_add (edits, new_rename (SLIP_KIND_PRODUCT, "mobile",
                                      SLIP_PRODUCT_NAME, "Pocket"));
  g_ptr_array_add (edits, new_product_edit ("watch", "Watch"));
  g_ptr_array_add (edits, new_rename (SLIP_KIND_PERSON, "Writer",
                                      SLIP_PERSON_NAME, "Editor"));
  slip_entity_edit_set_reason (edits->pdata[0], "Renamed");
  set = slip_intent_run (slip_entity_edit_run_all, edits, state, NULL);
  g_assert_cmpint (set->verb, ==, SLIP_VERB_EDIT);
  g_assert_cmpstr (set->subject, ==, "Mobile app");
  g_assert_cmpstr (set->reason, ==, "Renamed");
}

static void
test_none_change_nothing (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (GPtrArray) edits = new_edits ();
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_entity_edit_run_all, edits, state, NULL);

  g_assert_cmpuint (set->changes->len, ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/entity-edit/create/release", test_create_release);
  g_test_add_func ("/entity-edit/create/makes-an-id", test_create_makes_an_id);
  g_test_add_func ("/entity-edit/create/refused-table",
                   test_create_refused_table);
  g_test_add_func ("/entity-edit/create/first-fault-is-told",
                   test_first_fault_is_told);
  g_test_add_func ("/entity-edit/create/new-releases-go-to-the-end",
                   test_new_releases_go_to_the_end);
  g_test_add_func ("/entity-edit/create/rank-does-not-grow-for-ever",
                   test_rank_does_not_grow_for_ever);
  g_test_add_func ("/entity-edit/set/last-assignment-counts",
                   test_last_assignment_counts);
  g_test_add_func ("/entity-edit/set/release", test_set_release);
  g_test_add_func ("/entity-edit/remove/release-is-soft",
                   test_remove_release_is_soft);
  g_test_add_func ("/entity-edit/remove/products", test_remove_products);
  g_test_add_func ("/entity-edit/remove/people-once-there-are-releases",
                   test_remove_people_once_there_are_releases);
  g_test_add_func ("/entity-edit/remove/person-in-use",
                   test_remove_person_in_use);
  g_test_add_func ("/entity-edit/remove/freeze-with-its-products",
                   test_remove_freeze_with_its_products);
  g_test_add_func ("/entity-edit/remove/calendar-in-use-is-refused",
                   test_remove_calendar_in_use_is_refused);
  g_test_add_func ("/entity-edit/all/release-with-its-product",
                   test_release_with_its_product);
  g_test_add_func ("/entity-edit/all/all-or-nothing", test_all_or_nothing);
  g_test_add_func ("/entity-edit/all/called-after-the-first",
                   test_several_are_called_after_the_first);
  g_test_add_func ("/entity-edit/all/none-change-nothing",
                   test_none_change_nothing);

  return g_test_run ();
}
