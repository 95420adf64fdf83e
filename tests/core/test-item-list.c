/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-item-list.h"

#include "slip-audience.h"

#include "slip-checklist.h"
#include "slip-rank.h"

#include <string.h>

#include "checked-plan.h"

static SlipPlanState *
new_listed_plan (void)
{
  SlipPlanState *state = new_checked_plan ();

  add_release (&state, "mob", "mobile", "4.2", "2026-12-08");
  add_release (&state, "pay", "payments", "3.9", "2026-12-15");
  add_checklist (&state, "mob", "support", NULL);
  add_checklist (&state, "mob", "sales", NULL);
  add_checklist (&state, "pay", "support", NULL);
  return state;
}

static void
add (SlipPlanState **state, const char *checklist, const char *text)
{
  g_autoptr (SlipItemAdd) add = slip_item_add_new ("mob", checklist, text);

  apply_intent (state, slip_item_add_run, add);
}

static char *
dup_titles (const SlipPlanState *state, const char *checklist)
{
  g_autoptr (GPtrArray) items =
    slip_checklist_list_items (state, "mob", checklist);
  GString *titles = g_string_new (NULL);

  for (guint i = 0; i < items->len; i++)
    g_string_append_printf (titles, "%s%s", i > 0 ? " " : "",
                            slip_row_get_text (items->pdata[i],
                                               SLIP_ITEM_TITLE));
  return g_string_free (titles, FALSE);
}

static void
assert_titles (const SlipPlanState *state,
               const char *checklist,
               const char *expected)
{
  g_autofree char *titles = dup_titles (state, checklist);

  g_assert_cmpstr (titles, ==, expected);
}

/* The id of the item called @title. */
static const char *
find (const SlipPlanState *state, const char *title)
{
  g_autoptr (GPtrArray) items = slip_checklist_list_items (state, "mob", NULL);

  for (guint i = 0; i < items->len; i++)
    if (g_str_equal (slip_row_get_text (items->pdata[i], SLIP_ITEM_TITLE),
                     title))
      return slip_row_get_id (
        slip_plan_state_get (state, SLIP_KIND_ITEM,
                             slip_row_get_id (items->pdata[i])));
  g_assert_not_reached ();
}

/* @titles, @before and @after are titles. */
static SlipItemMove *
new_move (const SlipPlanState *state,
          const char *titles,
          const char *checklist,
          const char *before,
          const char *after)
{
  g_auto (GStrv) words = g_strsplit (titles, " ", -1);
  const char *ids[10] = { NULL };

  for (guint i = 0; words[i] != NULL; i++)
    ids[i] = find (state, words[i]);
  return slip_item_move_new ("mob", ids, checklist,
                             before != NULL ? find (state, before) : NULL,
                             after != NULL ? find (state, after) : NULL);
}

static void
move (SlipPlanState **state,
      const char *titles,
      const char *checklist,
      const char *before,
      const char *after)
{
  g_autoptr (SlipItemMove) move =
    new_move (*state, titles, checklist, before, after);

  apply_intent (state, slip_item_move_run, move);
}

static void
test_a_new_checklist_has_its_usual_owner (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (SlipChecklistEdit) edit =
    slip_checklist_edit_new_add ("pay", "sales");
  const SlipRow *row;

  set_text (&state, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_OWNER, "ops");
  apply_intent (&state, slip_checklist_edit_run, edit);
  row = slip_plan_state_get (state, SLIP_KIND_CHECKLIST,
                             slip_checklist_edit_get_id (edit));
  g_assert_cmpstr (slip_row_get_owner (row), ==, "pay");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_CHECKLIST_OWNER), ==, "ops");

  /* Nobody who is gone. */
  set_integer (&state, SLIP_KIND_PERSON, "ops", SLIP_PERSON_IS_RETIRED, TRUE);
  g_assert_null (slip_audience_find_owner (
    state, slip_plan_state_get (state, SLIP_KIND_AUDIENCE, "sales")));
}

static void
test_a_second_checklist_is_refused (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (SlipChecklistEdit) edit =
    slip_checklist_edit_new_add ("mob", "sales");

  assert_refused (state, slip_checklist_edit_run, edit,
                  SLIP_PLAN_ERROR_INVALID);
}

static void
test_a_deleted_checklist_takes_its_items (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (SlipChecklistEdit) edit =
    slip_checklist_edit_new_delete ("mob", "mob-sales");
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  add (&state, "mob-support", "stays");
  before = slip_plan_state_digest (state);
  add (&state, "mob-sales", "one\ntwo");
  apply_intent (&state, slip_checklist_edit_run, edit);
  assert_titles (state, NULL, "stays");
  g_assert_null (slip_plan_state_get (state, SLIP_KIND_CHECKLIST, "mob-sales"));
  after = slip_plan_state_digest (state);
  g_assert_cmpstr (before, !=, after);
  assert_refused (state, slip_checklist_edit_run, edit,
                  SLIP_PLAN_ERROR_NOT_FOUND);
}

static void
test_new_items_are_required_and_last (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  const SlipRow *item;

  add (&state, "mob-support", "one");
  add (&state, "mob-support", "- two\n- [x] three\n\n4. four");
  assert_titles (state, "mob-support", "one two three four");
  item = slip_plan_state_get (state, SLIP_KIND_ITEM, find (state, "three"));
  g_assert_true (slip_row_get_boolean (item, SLIP_ITEM_IS_REQUIRED));
  g_assert_cmpint (slip_row_get_integer (item, SLIP_ITEM_STATE), ==,
                   SLIP_ITEM_STATE_TO_DO);
}

static void
test_many_lines_are_one_step (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (SlipItemAdd) add =
    slip_item_add_new ("mob", "mob-support", "one\ntwo\nthree");
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (slip_item_add_run, add, state, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (set->subject, ==, "3 items of Mobile 4.2, Support");
  g_assert_cmpint (set->verb, ==, SLIP_VERB_ADD);
}

static void
test_items_are_moved_within (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();

  add (&state, "mob-support", "a\nb\nc\nd\ne");
  move (&state, "e", "mob-support", NULL, "a");
  assert_titles (state, "mob-support", "e a b c d");
  move (&state, "e b", "mob-support", "c", NULL);
  assert_titles (state, "mob-support", "a c e b d");
  move (&state, "a", "mob-support", NULL, NULL);
  assert_titles (state, "mob-support", "c e b d a");
}

static void
test_items_are_moved_across (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();

  add (&state, "mob-support", "a\nb\nc");
  add (&state, "mob-sales", "x\ny");
  move (&state, "a c", "mob-sales", "x", NULL);
  assert_titles (state, "mob-support", "b");
  assert_titles (state, "mob-sales", "x a c y");
}

static void
test_what_is_in_place_changes_nothing (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (SlipItemMove) move = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set = NULL;

  add (&state, "mob-support", "a\nb\nc");
  move = new_move (state, "b", "mob-support", "a", NULL);
  set = slip_intent_run (slip_item_move_run, move, state, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (set->changes->len, ==, 0);
}

static void
test_there_is_always_room (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (GPtrArray) items = NULL;

  add (&state, "mob-support", "a\nb\nc");
  for (guint i = 0; i < 700; i++)
    move (&state, i % 2 == 0 ? "c" : "b", "mob-support", "a", NULL);
  assert_titles (state, "mob-support", "a b c");
  items = slip_checklist_list_items (state, "mob", NULL);
  for (guint i = 0; i < items->len; i++) {
    const char *rank = slip_row_get_text (items->pdata[i], SLIP_ITEM_RANK);

    g_assert_true (slip_rank_is_valid (rank));
    g_assert_cmpuint (strlen (rank), <=, SLIP_RANK_MAX_LENGTH);
  }
}

static void
test_items_without_rank_get_one (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();

  add_item (&state, "mob", "support", "a", SLIP_ITEM_STATE_TO_DO, NULL);
  add_item (&state, "mob", "support", "b", SLIP_ITEM_STATE_TO_DO, NULL);
  add (&state, "mob-support", "c");
  assert_titles (state, "mob-support", "a b c");
}

static void
test_another_release_is_out_of_reach (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan ();
  g_autoptr (SlipItemMove) away = NULL;
  g_autoptr (SlipItemAdd) stray = slip_item_add_new ("mob", "pay-support", "x");

  add (&state, "mob-support", "a");
  away = new_move (state, "a", "pay-support", NULL, NULL);
  assert_refused (state, slip_item_move_run, away, SLIP_PLAN_ERROR_NOT_FOUND);
  assert_refused (state, slip_item_add_run, stray, SLIP_PLAN_ERROR_NOT_FOUND);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/item-list/a-new-checklist-has-its-usual-owner",
                   test_a_new_checklist_has_its_usual_owner);
  g_test_add_func ("/item-list/a-second-checklist-is-refused",
                   test_a_second_checklist_is_refused);
  g_test_add_func ("/item-list/a-deleted-checklist-takes-its-items",
                   test_a_deleted_checklist_takes_its_items);
  g_test_add_func ("/item-list/new-items-are-required-and-last",
                   test_new_items_are_required_and_last);
  g_test_add_func ("/item-list/many-lines-are-one-step",
                   test_many_lines_are_one_step);
  g_test_add_func ("/item-list/items-are-moved-within",
                   test_items_are_moved_within);
  g_test_add_func ("/item-list/items-are-moved-across",
                   test_items_are_moved_across);
  g_test_add_func ("/item-list/what-is-in-place-changes-nothing",
                   test_what_is_in_place_changes_nothing);
  g_test_add_func ("/item-list/there-is-always-room",
                   test_there_is_always_room);
  g_test_add_func ("/item-list/items-without-rank-get-one",
                   test_items_without_rank_get_one);
  g_test_add_func ("/item-list/another-release-is-out-of-reach",
                   test_another_release_is_out_of_reach);

  return g_test_run ();
}
