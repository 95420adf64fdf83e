/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "built-plan.h"

/* Applies one change to a fork; NULL if it is refused with @code. */
static SlipPlanState *
try_change (const SlipPlanState *state, SlipChange *change, SlipPlanError code)
{
  g_autoptr (SlipChangeSet) set = slip_change_set_new (SLIP_VERB_EDIT, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *before = slip_plan_state_digest (state);
  g_autofree char *after = NULL;
  SlipPlanState *next;

  slip_change_set_take (set, change);
  next = slip_plan_state_apply (state, set, &error);
  if (next == NULL)
    g_assert_error (error, SLIP_PLAN_ERROR, (int) code);
  else
    g_assert_no_error (error);

  after = slip_plan_state_digest (state);
  g_assert_cmpstr (before, ==, after);
  return next;
}

static void
assert_conflict (const SlipPlanState *state, SlipChange *change)
{
  g_assert_null (try_change (state, change, SLIP_PLAN_ERROR_CONFLICT));
}

static SlipChange *
new_set (const SlipPlanState *state,
         SlipKind kind,
         const char *id,
         guint property,
         const char *text)
{
  g_auto (SlipValue) value = slip_value_new_text (text);

  return slip_change_new_set (slip_plan_state_get (state, kind, id), property,
                              &value);
}

static void
test_create_makes_defaults (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipPlanState) next =
    try_change (state, slip_change_new_create (SLIP_KIND_PERSON, "lead", NULL),
                0);

  g_assert_null (slip_plan_state_get (state, SLIP_KIND_PERSON, "lead"));
  g_assert_true (
    slip_row_is_default (slip_plan_state_get (next, SLIP_KIND_PERSON, "lead")));
  g_assert_cmpuint (slip_plan_state_count (next, SLIP_KIND_PERSON), ==, 1);
}

static void
test_create_conflicts (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  assert_conflict (state,
                   slip_change_new_create (SLIP_KIND_PRODUCT, "mobile", NULL));
  assert_conflict (state,
                   slip_change_new_create (SLIP_KIND_HOLIDAY, "h", NULL));
  assert_conflict (state, slip_change_new_create (SLIP_KIND_LINK, "l", NULL));
  assert_conflict (state,
                   slip_change_new_create (SLIP_KIND_PERSON, "p", "standard"));
  g_assert_null (
    try_change (state, slip_change_new_create (SLIP_KIND_HOLIDAY, "h", "none"),
                SLIP_PLAN_ERROR_NOT_FOUND));
}

static void
test_delete_conflicts (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  slip_edit_create (edit, SLIP_KIND_PERSON, "lead", NULL);
  slip_edit_create (edit, SLIP_KIND_AWAY, "away", "lead");
  apply_edit (&state, edit);

  assert_conflict (state,
                   slip_change_new_delete (SLIP_KIND_PERSON, "none", NULL));
  assert_conflict (state,
                   slip_change_new_delete (SLIP_KIND_PRODUCT, "mobile", NULL));
  assert_conflict (state,
                   slip_change_new_delete (SLIP_KIND_PERSON, "lead", NULL));
}

/* What is referred to stays: an older edit taken back must not leave releases
 * of a product that is not there. */
static void
test_delete_leaves_no_reference (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipPlanState) next = NULL;
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  slip_edit_create (edit, SLIP_KIND_PERSON, "lead", NULL);
  slip_edit_set_text (edit, SLIP_KIND_PRODUCT, "mobile", SLIP_PRODUCT_OWNER,
                      "lead");
  apply_edit (&state, edit);
  g_assert_null (
    try_change (state, slip_change_new_delete (SLIP_KIND_PERSON, "lead", NULL),
                SLIP_PLAN_ERROR_INVALID));

  set_text (&state, SLIP_KIND_PRODUCT, "mobile", SLIP_PRODUCT_OWNER, NULL);
  next =
    try_change (state, slip_change_new_delete (SLIP_KIND_PERSON, "lead", NULL),
                0);
  g_assert_nonnull (next);
}

static void
test_set_conflicts (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipPlanState) renamed = slip_plan_state_ref (state);
  g_autoptr (SlipRow) ghost =
    slip_row_new (SLIP_KIND_PERSON, "none", NULL, NULL);
  SlipValue retired = slip_value_new_integer (TRUE);

  set_text (&renamed, SLIP_KIND_PRODUCT, "mobile", SLIP_PRODUCT_NAME, "Phone");
  assert_conflict (renamed, new_set (state, SLIP_KIND_PRODUCT, "mobile",
                                     SLIP_PRODUCT_NAME, "Tablet"));
  assert_conflict (state, slip_change_new_set (ghost, SLIP_PERSON_IS_RETIRED,
                                               &retired));
}

static void
test_set_checks_values_and_references (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();

  g_assert_null (try_change (state,
                             new_set (state, SLIP_KIND_PRODUCT, "mobile",
                                      SLIP_PRODUCT_NAME, "bell\a"),
                             SLIP_PLAN_ERROR_INVALID));
  g_assert_null (try_change (state,
                             new_set (state, SLIP_KIND_PRODUCT, "mobile",
                                      SLIP_PRODUCT_OWNER, "nobody"),
                             SLIP_PLAN_ERROR_NOT_FOUND));
  /* A reference to the right id of the wrong kind is none. */
  g_assert_null (try_change (state,
                             new_set (state, SLIP_KIND_PRODUCT, "mobile",
                                      SLIP_PRODUCT_OWNER, "standard"),
                             SLIP_PLAN_ERROR_NOT_FOUND));
}

/* References are looked at when all is done: the order does not matter. */
static void
test_references_may_come_first (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipChangeSet) set = slip_change_set_new (SLIP_VERB_EDIT, NULL);
  g_autoptr (SlipPlanState) next = NULL;

  slip_change_set_take (set, new_set (state, SLIP_KIND_PRODUCT, "mobile",
                                      SLIP_PRODUCT_OWNER, "lead"));
  slip_change_set_take (set, slip_change_new_create (SLIP_KIND_PERSON, "lead",
                                                     NULL));
  next = slip_plan_state_apply (state, set, NULL);
  g_assert_nonnull (next);
  g_assert_cmpstr (slip_row_get_id (slip_plan_state_follow (
                     next,
                     slip_plan_state_get (next, SLIP_KIND_PRODUCT, "mobile"),
                     SLIP_PRODUCT_OWNER)),
                   ==, "lead");
}

static void
test_unloaded_parts_are_passed_over (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipPlanState) next = NULL;
  g_autoptr (SlipRow) link = slip_row_new (SLIP_KIND_LINK, "l", "r", NULL);
  g_auto (SlipValue) title = slip_value_new_text ("Design");

  add_release (&state, "r", "payments", "3.9", NULL);
  g_assert_true (slip_plan_state_is_loaded (state, "r"));
  slip_plan_state_unload (state, "r");
  g_assert_false (slip_plan_state_is_loaded (state, "r"));

  next =
    try_change (state, slip_change_new_create (SLIP_KIND_LINK, "l", "r"), 0);
  g_assert_cmpuint (slip_plan_state_count (next, SLIP_KIND_LINK), ==, 0);
  slip_plan_state_unref (next);
  next =
    try_change (state, slip_change_new_set (link, SLIP_LINK_TITLE, &title), 0);
  g_assert_nonnull (next);
  slip_plan_state_unref (next);
  next =
    try_change (state, slip_change_new_delete (SLIP_KIND_LINK, "l", "r"), 0);
  g_assert_nonnull (next);
}

static void
test_unload_takes_the_parts_of_one_release (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (GPtrArray) left = NULL;
  SlipEdit *edit;

  add_release (&state, "a", "payments", "1", NULL);
  add_release (&state, "b", "payments", "2", NULL);
  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  slip_edit_create (edit, SLIP_KIND_LINK, "a1", "a");
  slip_edit_create (edit, SLIP_KIND_LINK, "a2", "a");
  slip_edit_create (edit, SLIP_KIND_LINK, "b1", "b");
  slip_edit_create (edit, SLIP_KIND_STAGE, "a3", "a");
  apply_edit (&state, edit);

  slip_plan_state_unload (state, "a");
  left = slip_plan_state_list (state, SLIP_KIND_LINK);
  g_assert_cmpuint (left->len, ==, 1);
  g_assert_cmpstr (slip_row_get_id (left->pdata[0]), ==, "b1");
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_STAGE), ==, 0);
  g_assert_true (slip_plan_state_is_loaded (state, "b"));
  g_assert_nonnull (get_release (state, "a"));
}

static void
test_owned_lists_follow (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipPlanState) before = NULL;
  g_autoptr (GPtrArray) parts = NULL;
  g_autoptr (GPtrArray) old_parts = NULL;
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);

  for (int i = 9; i >= 0; i--) {
    g_autofree char *id = g_strdup_printf ("holiday-%d", i);

    slip_edit_create (edit, SLIP_KIND_HOLIDAY, id, "standard");
  }
  apply_edit (&state, edit);
  before = slip_plan_state_ref (state);

  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  slip_edit_delete (edit, SLIP_KIND_HOLIDAY, "holiday-4");
  slip_edit_set_text (edit, SLIP_KIND_HOLIDAY, "holiday-5", SLIP_HOLIDAY_NAME,
                      "May Day");
  apply_edit (&state, edit);

  parts = slip_plan_state_list_owned (state, SLIP_KIND_HOLIDAY, "standard");
  g_assert_cmpuint (parts->len, ==, 9);
  g_assert_cmpstr (slip_row_get_id (parts->pdata[0]), ==, "holiday-0");
  g_assert_cmpstr (slip_row_get_text (parts->pdata[4], SLIP_HOLIDAY_NAME), ==,
                   "May Day");
  old_parts =
    slip_plan_state_list_owned (before, SLIP_KIND_HOLIDAY, "standard");
  g_assert_cmpuint (old_parts->len, ==, 10);
  g_assert_null (slip_row_get_text (old_parts->pdata[5], SLIP_HOLIDAY_NAME));
}

static void
test_digest_is_the_content (void)
{
  g_autoptr (SlipPlanState) a = new_plan ();
  g_autoptr (SlipPlanState) b = new_plan ();
  g_autofree char *digest = slip_plan_state_digest (a);
  g_autofree char *same = slip_plan_state_digest (b);
  g_autofree char *other = NULL;
  g_autofree char *again = NULL;

  g_assert_cmpstr (digest, ==, same);
  set_integer (&b, SLIP_KIND_PRODUCT, "mobile", SLIP_PRODUCT_IS_RETIRED, TRUE);
  other = slip_plan_state_digest (b);
  g_assert_cmpstr (digest, !=, other);
  set_integer (&b, SLIP_KIND_PRODUCT, "mobile", SLIP_PRODUCT_IS_RETIRED, FALSE);
  again = slip_plan_state_digest (b);
  g_assert_cmpstr (digest, ==, again);
}

/* Text that moves from one property to the next is another plan. */
static void
test_digest_sees_borders (void)
{
  static const char *const pairs[][2] = {
    { "ab", "c" },
    { "a", "bc" },
    { "abc", NULL },
    { NULL, "abc" },
  };
  g_autoptr (GHashTable) digests =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (pairs); i++) {
    g_autoptr (SlipPlanState) state = new_plan ();

    set_text (&state, SLIP_KIND_PRODUCT, "mobile", SLIP_PRODUCT_NAME,
              pairs[i][0]);
    set_text (&state, SLIP_KIND_PRODUCT, "mobile", SLIP_PRODUCT_SHORT_NAME,
              pairs[i][1]);
    g_assert_true (g_hash_table_add (digests, slip_plan_state_digest (state)));
  }
}

static void
test_fork_is_its_own (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipPlanState) fork = slip_plan_state_fork (state);
  g_autofree char *before = slip_plan_state_digest (state);
  g_autofree char *after = NULL;

  for (int i = 0; i < 500; i++) {
    g_autofree char *id = g_strdup_printf ("person-%d", i);
    g_autoptr (SlipChange) change =
      slip_change_new_create (SLIP_KIND_PERSON, id, NULL);

    g_assert_true (slip_plan_state_change (fork, change, NULL));
  }

  after = slip_plan_state_digest (state);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_PERSON), ==, 0);
  g_assert_cmpuint (slip_plan_state_count (fork, SLIP_KIND_PERSON), ==, 500);
}

static void
test_apply_is_all_or_nothing (void)
{
  g_autoptr (SlipPlanState) state = new_plan ();
  g_autoptr (SlipChangeSet) set = slip_change_set_new (SLIP_VERB_EDIT, NULL);
  g_autoptr (GError) error = NULL;

  slip_change_set_take (set,
                        slip_change_new_create (SLIP_KIND_PERSON, "a", NULL));
  slip_change_set_take (set,
                        slip_change_new_create (SLIP_KIND_PERSON, "a", NULL));
  g_assert_null (slip_plan_state_apply (state, set, &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_CONFLICT);
  g_assert_cmpuint (slip_plan_state_count (state, SLIP_KIND_PERSON), ==, 0);
}

static void
test_plan_row (void)
{
  g_autoptr (SlipPlanState) empty = slip_plan_state_new ();
  g_autoptr (SlipPlanState) state = new_plan ();

  g_assert_null (slip_plan_state_get_plan (empty));
  g_assert_cmpstr (slip_row_get_id (slip_plan_state_get_plan (state)), ==,
                   "plan");
  g_assert_null (slip_plan_state_get (state, SLIP_KIND_PLAN, NULL));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/plan-state/create/makes-defaults",
                   test_create_makes_defaults);
  g_test_add_func ("/plan-state/create/conflicts", test_create_conflicts);
  g_test_add_func ("/plan-state/delete/conflicts", test_delete_conflicts);
  g_test_add_func ("/plan-state/delete/leaves-no-reference",
                   test_delete_leaves_no_reference);
  g_test_add_func ("/plan-state/set/conflicts", test_set_conflicts);
  g_test_add_func ("/plan-state/set/checks-values-and-references",
                   test_set_checks_values_and_references);
  g_test_add_func ("/plan-state/apply/references-may-come-first",
                   test_references_may_come_first);
  g_test_add_func ("/plan-state/apply/is-all-or-nothing",
                   test_apply_is_all_or_nothing);
  g_test_add_func ("/plan-state/loaded/unloaded-parts-are-passed-over",
                   test_unloaded_parts_are_passed_over);
  g_test_add_func ("/plan-state/loaded/unload-takes-the-parts-of-one-release",
                   test_unload_takes_the_parts_of_one_release);
  g_test_add_func ("/plan-state/owned/lists-follow", test_owned_lists_follow);
  g_test_add_func ("/plan-state/digest/is-the-content",
                   test_digest_is_the_content);
  g_test_add_func ("/plan-state/digest/sees-borders", test_digest_sees_borders);
  g_test_add_func ("/plan-state/fork/is-its-own", test_fork_is_its_own);
  g_test_add_func ("/plan-state/get/plan-row", test_plan_row);

  return g_test_run ();
}
