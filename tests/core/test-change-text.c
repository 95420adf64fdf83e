/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-change-text.h"

#include "slip-entity-edit.h"

#include "built-plan.h"

static SlipPlanState *
new_listed_plan (guint n_items)
{
  SlipPlanState *state = new_plan ();
  SlipEdit *edit;

  add_release (&state, "pay", "payments", "3.9", "2026-12-08");
  edit = slip_edit_new (state, SLIP_VERB_EDIT);
  create_named (edit, SLIP_KIND_PERSON, "lead", "Support lead");
  slip_edit_create (edit, SLIP_KIND_CHECKLIST, "list", "pay");
  for (guint i = 0; i < n_items; i++) {
    g_autofree char *id = g_strdup_printf ("item%u", i);

    slip_edit_create (edit, SLIP_KIND_ITEM, id, "pay");
    slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_CHECKLIST, "list");
    slip_edit_set_text (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_TITLE, id);
    slip_edit_set_date (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_DATE,
                        day ("2026-12-01"));
  }
  apply_edit (&state, edit);
  return state;
}

/* What @edit (transfer full) did to @state, a line each. */
static char *
describe (const SlipPlanState *state, SlipEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set = slip_edit_end (edit, &error);
  g_autoptr (SlipPlanState) after = NULL;
  g_autoptr (GPtrArray) lines = NULL;

  g_assert_no_error (error);
  after = slip_plan_state_apply (state, set, &error);
  g_assert_no_error (error);
  lines = slip_change_set_dup_lines (after, set);
  g_ptr_array_add (lines, NULL);
  slip_edit_free (edit);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
test_release_has_a_line_per_property (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan (0);
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);
  g_autofree char *text = NULL;

  slip_edit_set_text (edit, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_OWNER,
                      "lead");
  slip_edit_set_integer (edit, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_STATUS,
                         SLIP_STATUS_BUILDING);
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, "pay", SLIP_RELEASE_RANK, "m");
  text = describe (state, edit);
  g_assert_cmpstr (text, ==, "Owner: Support lead\nStatus: Planned → Building");
}

static void
test_parts_are_named (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan (1);
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);
  g_autofree char *text = NULL;

  slip_edit_set_integer (edit, SLIP_KIND_ITEM, "item0", SLIP_ITEM_STATE,
                         SLIP_ITEM_STATE_BLOCKED);
  slip_edit_set_text (edit, SLIP_KIND_ITEM, "item0", SLIP_ITEM_STATE_NOTE,
                      "Legal\nand more");
  text = describe (state, edit);
  g_assert_cmpstr (text, ==,
                   "item0: State: To do → Blocked; Blocked by, or why not "
                   "applicable: Legal");
}

static void
test_new_and_gone_parts_are_named (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan (1);
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_EDIT);
  g_autofree char *text = NULL;

  slip_edit_create (edit, SLIP_KIND_ITEM, "new", "pay");
  slip_edit_set_text (edit, SLIP_KIND_ITEM, "new", SLIP_ITEM_TITLE, "Train");
  slip_edit_delete (edit, SLIP_KIND_ITEM, "item0");
  text = describe (state, edit);
  g_assert_cmpstr (text, ==, "Item added: Train\nItem deleted: item0");
}

static char *
describe_moves (guint n_items)
{
  g_autoptr (SlipPlanState) state = new_listed_plan (n_items);
  SlipEdit *edit = slip_edit_new (state, SLIP_VERB_MOVE);

  for (guint i = 0; i < n_items; i++) {
    g_autofree char *id = g_strdup_printf ("item%u", i);

    slip_edit_set_date (edit, SLIP_KIND_ITEM, id, SLIP_ITEM_DUE_DATE,
                        day ("2026-12-03"));
  }
  return describe (state, edit);
}

static void
test_many_moved_dates_are_counted (void)
{
  g_autofree char *few = describe_moves (1);
  g_autofree char *many = describe_moves (12);

  g_assert_cmpstr (few, ==, "item0: Due: Tue 1 December → Thu 3 December");
  g_assert_cmpstr (many, ==, "12 other dates moved");
}

static void
add_audience (SlipPlanState **state)
{
  SlipEdit *edit = slip_edit_new (*state, SLIP_VERB_ADD);

  create_named (edit, SLIP_KIND_AUDIENCE, "sales", "Sales");
  apply_edit (state, edit);
}

/* Also where the parts of the release are not in memory any more. */
static void
test_messages_say_what_was_told (void)
{
  g_autoptr (SlipPlanState) state = new_listed_plan (0);
  g_autoptr (SlipPlanState) fork = NULL;
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (SlipChangeSet) inverse = NULL;
  g_autoptr (GPtrArray) lines = NULL;
  g_autoptr (GPtrArray) gone = NULL;
  SlipEdit *edit;

  add_audience (&state);
  edit = slip_edit_new (state, SLIP_VERB_TELL);
  slip_edit_create (edit, SLIP_KIND_COMMUNICATION, "c", "pay");
  slip_edit_set_text (edit, SLIP_KIND_COMMUNICATION, "c",
                      SLIP_COMMUNICATION_AUDIENCE, "sales");
  slip_edit_set_integer (edit, SLIP_KIND_COMMUNICATION, "c",
                         SLIP_COMMUNICATION_TYPE, SLIP_COMMUNICATION_BRIEF);
  slip_edit_set_date (edit, SLIP_KIND_COMMUNICATION, "c",
                      SLIP_COMMUNICATION_DATE_TOLD, day ("2026-12-08"));
  set = slip_edit_end (edit, NULL);
  slip_edit_free (edit);

  fork = slip_plan_state_fork (state);
  slip_plan_state_unload (fork, "pay");
  lines = slip_change_set_dup_lines (fork, set);
  g_assert_cmpuint (lines->len, ==, 1);
  g_assert_cmpstr (lines->pdata[0], ==,
                   "Brief for Sales: Date they were told: Tue 8 December");
  inverse = slip_change_set_new_inverse (set);
  gone = slip_change_set_dup_lines (fork, inverse);
  g_assert_cmpuint (gone->len, ==, 1);
  g_assert_cmpstr (gone->pdata[0], ==,
                   "Communication deleted: Brief for Sales");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/change-text/release-has-a-line-per-property",
                   test_release_has_a_line_per_property);
  g_test_add_func ("/change-text/parts-are-named", test_parts_are_named);
  g_test_add_func ("/change-text/new-and-gone-parts-are-named",
                   test_new_and_gone_parts_are_named);
  g_test_add_func ("/change-text/many-moved-dates-are-counted",
                   test_many_moved_dates_are_counted);

  g_test_add_func ("/change-text/messages-say-what-was-told",
                   test_messages_say_what_was_told);
  return g_test_run ();
}
