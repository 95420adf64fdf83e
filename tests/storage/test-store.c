/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

static void
assert_sound (Session *session)
{
  g_autofree char *faults = session_check (session);

  g_assert_cmpstr (faults, ==, "");
}

static void
test_new_plan (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  const SlipRow *plan = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  plan = slip_plan_state_get_plan (session.state);
  g_assert_cmpstr (slip_row_get_text (plan, SLIP_PLAN_NAME), ==, "Plan one");
  g_assert_cmpstr (slip_row_get_id (plan), ==,
                   slip_store_get_plan_id (session.store));
  g_assert_cmpstr (slip_store_get_path (session.store), ==, folder.plan);
  g_assert_false (slip_store_is_read_only (session.store));
  g_assert_cmpint (session.head, ==, 0);
  g_assert_null (session.undo);
  g_assert_null (session.redo);
  assert_sound (&session);
}

static void
test_close (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) set = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  set = make_person (&session, "p1", "Support lead");
  session_commit (&session, set);
  g_assert_cmpuint (folder_count (&folder), >, 1);
  session_clear (&session);
  g_assert_cmpuint (folder_count (&folder), ==, 1);
}

static void
test_reopen (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) person = NULL;
  g_autoptr (SlipChangeSet) release = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  person = make_person (&session, "p1", "Support lead");
  session_commit (&session, person);
  release = make_release (&session, "r1");
  session_commit (&session, release);
  before = session_digest (&session);
  session_reopen (&session);
  after = session_digest (&session);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpint (session.head, ==, 2);
  g_assert_cmpint (session.undo->number, ==, 2);
  g_assert_cmpstr (session.undo->set->subject, ==, "r1");
  assert_sound (&session);
}

static void
test_undo_and_redo (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) person = NULL;
  g_autoptr (SlipChangeSet) release = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *full = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  empty = session_digest (&session);
  person = make_person (&session, "p1", "Support lead");
  session_commit (&session, person);
  release = make_release (&session, "r1");
  session_commit (&session, release);
  full = session_digest (&session);

  session_turn (&session, SLIP_STEP_UNDO);
  g_assert_cmpint (session.undo->number, ==, 1);
  g_assert_cmpint (session.redo->number, ==, 2);
  session_reopen (&session);
  session_turn (&session, SLIP_STEP_UNDO);
  g_assert_null (session.undo);
  undone = session_digest (&session);
  g_assert_cmpstr (undone, ==, empty);

  session_turn (&session, SLIP_STEP_REDO);
  session_reopen (&session);
  session_turn (&session, SLIP_STEP_REDO);
  g_assert_null (session.redo);
  redone = session_digest (&session);
  g_assert_cmpstr (redone, ==, full);
  assert_sound (&session);
}

static void
test_edit_closes_redo (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) first = NULL;
  g_autoptr (SlipChangeSet) second = NULL;
  g_autoptr (GPtrArray) steps = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  first = make_person (&session, "p1", "Support lead");
  session_commit (&session, first);
  session_turn (&session, SLIP_STEP_UNDO);
  g_assert_nonnull (session.redo);
  second = make_person (&session, "p2", "Sales lead");
  session_commit (&session, second);
  g_assert_null (session.redo);
  g_assert_cmpint (session.undo->number, ==, 3);
  steps = session_history (&session, NULL, G_MAXINT64, 10);
  g_assert_cmpuint (steps->len, ==, 3);
  assert_sound (&session);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/open/a-new-plan-has-its-name-and-no-history",
                   test_new_plan);
  g_test_add_func ("/store/close/leaves-one-single-file", test_close);
  g_test_add_func ("/store/open/everything-is-where-it-was", test_reopen);
  g_test_add_func ("/store/turn/undo-and-redo-survive-reopening",
                   test_undo_and_redo);
  g_test_add_func ("/store/turn/an-edit-closes-redo-and-keeps-history",
                   test_edit_closes_redo);
  return g_test_run ();
}
