/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <sqlite3.h>

static SlipChange *
name_person (const char *id, const char *old_name, const char *new_name)
{
  SlipChange *change = slip_change_new_create (SLIP_KIND_PERSON, id, NULL);

  change->type = SLIP_CHANGE_SET;
  change->property = SLIP_PERSON_NAME;
  change->old_value = slip_value_new_text (old_name);
  change->new_value = slip_value_new_text (new_name);
  return change;
}

static void
commit_person (Session *session, const char *id, const char *name)
{
  g_autoptr (SlipChangeSet) set = make_person (session, id, name);

  session_commit (session, set);
}

static void
commit_name (Session *session, const char *id, const char *name)
{
  g_autoptr (SlipChangeSet) set = make_rename (session, id, name);

  session_commit (session, set);
}

static void
assert_sound (Session *session)
{
  g_autofree char *faults = session_check (session);

  g_assert_cmpstr (faults, ==, "");
}

/* Commits a person as what a file begins with. */
static void
commit_beginning (Session *session, const char *id)
{
  g_autoptr (SlipChangeSet) set = make_person (session, id, "Support lead");

  set->is_beginning = TRUE;
  session_commit (session, set);
}

static void
test_beginning (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };

  folder_init (&folder);
  session_init (&session, folder.plan);
  commit_beginning (&session, "p1");
  g_assert_null (session.undo);
  session_reopen (&session);
  g_assert_cmpint (session.head, ==, 1);
  g_assert_null (session.undo);

  commit_name (&session, "p1", "Sales lead");
  g_assert_cmpint (session.undo->number, ==, 2);
  session_turn (&session, SLIP_STEP_UNDO);
  g_assert_null (session.undo);
  g_assert_cmpint (session.redo->number, ==, 2);
  session_turn (&session, SLIP_STEP_REDO);
  assert_sound (&session);
}

/* Whoever has done something can undo it, whatever comes later. */
static void
test_late_beginning (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };

  folder_init (&folder);
  session_init (&session, folder.plan);
  commit_person (&session, "p1", "Support lead");
  commit_beginning (&session, "p2");
  g_assert_cmpint (session.undo->number, ==, 2);
  session_turn (&session, SLIP_STEP_UNDO);
  g_assert_cmpint (session.undo->number, ==, 1);
  assert_sound (&session);
}

static void
test_foreign_writer (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) mine = { NULL };
  g_auto (Session) other = { NULL };
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (SlipChangeSet) again = NULL;
  g_autoptr (SlipCommit) commit = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *expected = NULL;

  folder_init (&folder);
  session_init (&mine, folder.plan);
  session_init (&other, folder.plan);
  other.writer = SLIP_WRITER_COMMAND_LINE;
  commit_person (&other, "p1", "Support lead");
  commit_name (&other, "p1", "Support manager");

  set = make_person (&mine, "p2", "Sales lead");
  commit = session_try_commit (&mine, set, &error);
  g_assert_no_error (error);
  g_assert_false (commit->is_written);
  g_assert_cmpuint (commit->news->steps->len, ==, 2);
  g_assert_cmpint (commit->news->undo->number, ==, 2);
  g_assert_cmpint (commit->news->undo->author->writer, ==,
                   SLIP_WRITER_COMMAND_LINE);
  session_follow (&mine, commit->news);
  digest = session_digest (&mine);
  expected = session_digest (&other);
  g_assert_cmpstr (digest, ==, expected);

  again = make_person (&mine, "p2", "Sales lead");
  session_commit (&mine, again);
  g_assert_cmpint (mine.head, ==, 3);
}

static void
test_poll (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) mine = { NULL };
  g_auto (Session) other = { NULL };
  g_autoptr (SlipNews) nothing = NULL;
  g_autoptr (SlipNews) again = NULL;
  g_autoptr (SlipNews) news = NULL;
  g_autoptr (SlipNews) own = NULL;

  folder_init (&folder);
  session_init (&mine, folder.plan);
  session_init (&other, folder.plan);
  nothing = session_poll (&mine);
  g_assert_cmpuint (nothing->steps->len, ==, 0);
  assert_sound (&mine); /* Reads a lot, and must not hold on to it. */
  commit_person (&other, "p1", "Support lead");
  news = session_poll (&mine);
  g_assert_cmpuint (news->steps->len, ==, 1);
  g_assert_cmpint (news->head, ==, 1);
  g_assert_cmpint (news->undo->number, ==, 1);
  /* Who did not apply them is told again. */
  again = session_poll (&mine);
  g_assert_cmpuint (again->steps->len, ==, 1);
  session_follow (&mine, again);
  commit_person (&mine, "p2", "Sales lead");
  own = session_poll (&mine);
  g_assert_cmpuint (own->steps->len, ==, 0);
  g_assert_cmpint (own->head, ==, 2);
  g_assert_cmpint (own->undo->number, ==, 2);
}

static void
assert_refused (Session *session, SlipChangeSet *set, GQuark domain, int code)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipCommit) commit = session_try_commit (session, set, &error);

  g_assert_null (commit);
  g_assert_error (error, domain, code);
}

static void
test_conflict (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) wrong_old = NULL;
  g_autoptr (SlipChangeSet) twice = NULL;
  g_autoptr (SlipChangeSet) missing = NULL;
  g_autoptr (SlipChangeSet) not_empty = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  commit_person (&session, "p1", "Support lead");

  wrong_old = slip_change_set_new (SLIP_VERB_EDIT, NULL);
  slip_change_set_take (wrong_old,
                        slip_change_new_create (SLIP_KIND_PERSON, "p2", NULL));
  slip_change_set_take (wrong_old, name_person ("p1", "Nobody", "Lead"));
  assert_refused (&session, wrong_old, SLIP_PLAN_ERROR,
                  SLIP_PLAN_ERROR_CONFLICT);
  twice = slip_change_set_new (SLIP_VERB_ADD, NULL);
  slip_change_set_take (twice,
                        slip_change_new_create (SLIP_KIND_PERSON, "p1", NULL));
  assert_refused (&session, twice, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_CONFLICT);
  missing = slip_change_set_new (SLIP_VERB_EDIT, NULL);
  slip_change_set_take (missing, name_person ("p3", NULL, "Lead"));
  assert_refused (&session, missing, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_CONFLICT);
  not_empty = slip_change_set_new (SLIP_VERB_DELETE, NULL);
  slip_change_set_take (not_empty,
                        slip_change_new_delete (SLIP_KIND_PERSON, "p1", NULL));
  assert_refused (&session, not_empty, SLIP_PLAN_ERROR,
                  SLIP_PLAN_ERROR_CONFLICT);

  /* Nothing of them was written, and the next edit goes on. */
  assert_sound (&session);
  commit_name (&session, "p1", "Support manager");
  g_assert_cmpint (session.head, ==, 2);
}

static void
test_invalid (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) control = NULL;
  g_autoptr (SlipChangeSet) plan = NULL;
  g_autoptr (SlipChangeSet) no_owner = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  commit_person (&session, "p1", "Support lead");
  control = slip_change_set_new (SLIP_VERB_EDIT, NULL);
  slip_change_set_take (control, name_person ("p1", "Support lead", "Lead\a"));
  assert_refused (&session, control, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
  plan = slip_change_set_new (SLIP_VERB_ADD, NULL);
  slip_change_set_take (plan,
                        slip_change_new_create (SLIP_KIND_PLAN, "x", NULL));
  assert_refused (&session, plan, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
  no_owner = slip_change_set_new (SLIP_VERB_ADD, NULL);
  slip_change_set_take (no_owner,
                        slip_change_new_create (SLIP_KIND_LINK, "x", NULL));
  assert_refused (&session, no_owner, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
  assert_sound (&session);
}

static void
test_in_use (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) release = NULL;
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (SlipCommit) commit = NULL;
  g_autoptr (GError) error = NULL;
  SlipChange *change = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  release = make_release (&session, "r1");
  session_commit (&session, release);
  set = slip_change_set_new (SLIP_VERB_DELETE, NULL);
  change = slip_change_new_create (SLIP_KIND_PRODUCT, "r1-product", NULL);
  change->type = SLIP_CHANGE_SET;
  change->property = SLIP_PRODUCT_NAME;
  change->old_value = slip_value_new_text ("Payments");
  slip_change_set_take (set, change);
  slip_change_set_take (set, slip_change_new_delete (SLIP_KIND_PRODUCT,
                                                     "r1-product", NULL));
  commit = session_try_commit (&session, set, &error);
  g_assert_null (commit);
  assert_store_error (error, SLIP_STORE_ERROR_IN_USE, "Plan one.slipway");
  assert_sound (&session);
  commit_person (&session, "p1", "Support lead");
}

static void
test_records (void)
{
  static const char *const refused[] = {
    "UPDATE history_step SET reason = 'other'",
    "DELETE FROM history_step",
    "INSERT OR REPLACE INTO history_step (number, type, at_ms, writer, verb) "
    "VALUES (1, 'edit', 0, 'window', 'edit')",
    "INSERT OR IGNORE INTO history_step (number, type, at_ms, writer, verb) "
    "VALUES (1, 'edit', 0, 'window', 'edit')",
    "UPDATE OR REPLACE history_change SET ordinal = 0",
    "DELETE FROM history_change WHERE step = 1",
    "REPLACE INTO history_change (step, ordinal, type, kind, entity) "
    "VALUES (1, 0, 'create', 'person', 'x')",
    "UPDATE decision SET reason = 'other'",
    "DELETE FROM decision",
    "UPDATE OR REPLACE decision SET id = 'e' WHERE id = 'd'",
    "INSERT OR REPLACE INTO decision (id, owner, type) "
    "VALUES ('d', 'r', 'no-go')",
    "INSERT OR IGNORE INTO decision (id, owner, type) "
    "VALUES ('d', 'r', 'no-go')",
    "INSERT OR REPLACE INTO decision (rowid, id, owner, type) "
    "VALUES (1, 'f', 'r', 'no-go')",
    "UPDATE OR REPLACE decision SET rowid = 1 WHERE id = 'e'",
  };
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  sqlite3 *db = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  commit_person (&session, "p1", "Support lead");
  session_clear (&session);
  g_assert_cmpint (sqlite3_open (folder.plan, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "INSERT INTO decision (id, owner, type) "
                                 "VALUES ('d', 'r', 'go'), ('e', 'r', 'hold')",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  for (guint i = 0; i < G_N_ELEMENTS (refused); i++) {
    g_test_message ("%s", refused[i]);
    g_assert_cmpint (sqlite3_exec (db, refused[i], NULL, NULL, NULL), ==,
                     SQLITE_CONSTRAINT);
    g_assert_nonnull (strstr (sqlite3_errmsg (db), "is a record"));
  }
  sqlite3_close (db);
  session_init (&session, folder.plan);
  assert_sound (&session);
}

static void
test_history_of_release (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) first = NULL;
  g_autoptr (SlipChangeSet) second = NULL;
  g_autoptr (GPtrArray) of_first = NULL;
  g_autoptr (GPtrArray) of_all = NULL;
  g_autoptr (GPtrArray) of_none = NULL;
  const SlipStep *step = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  first = make_release (&session, "r1");
  session_commit (&session, first);
  second = make_release (&session, "r2");
  session_commit (&session, second);
  commit_person (&session, "p1", "Support lead");
  commit_name (&session, "p1", "Support manager");

  of_first = session_history (&session, "r1", G_MAXINT64, 10);
  g_assert_cmpuint (of_first->len, ==, 1);
  step = g_ptr_array_index (of_first, 0);
  g_assert_cmpint (step->number, ==, 1);
  g_assert_cmpstr (step->author->name, ==, "Tester");
  g_assert_cmpuint (step->set->changes->len, ==, first->changes->len - 2);
  of_all = session_history (&session, NULL, 4, 2);
  g_assert_cmpuint (of_all->len, ==, 2);
  step = g_ptr_array_index (of_all, 0);
  g_assert_cmpint (step->number, ==, 3);
  of_none = session_history (&session, "r3", G_MAXINT64, 10);
  g_assert_cmpuint (of_none->len, ==, 0);
  g_clear_pointer (&of_all, g_ptr_array_unref);
  of_all = session_history (&session, NULL, G_MAXINT64, 1);
  step = g_ptr_array_index (of_all, 0);
  g_assert_cmpstr (step->set->reason, ==, "asked for");
  g_assert_cmpint (step->set->verb, ==, SLIP_VERB_EDIT);
}

static void
test_stale_undo (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipCommit) commit = NULL;
  SlipTurn turn = { SLIP_STEP_UNDO, 1, 2, FALSE, 0 };
  SlipTurn redo = { SLIP_STEP_REDO, 1, 2, FALSE, 0 };
  SlipTurn unknown = { SLIP_STEP_UNDO, 77, 2, TRUE, 0 };

  folder_init (&folder);
  session_init (&session, folder.plan);
  commit_person (&session, "p1", "Support lead");
  commit_person (&session, "p2", "Sales lead");
  commit = session_try_turn (&session, &turn, &error);
  g_assert_null (commit);
  g_assert_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE);
  g_assert_nonnull (strstr (error->message, "Sales lead"));
  g_clear_error (&error);
  commit = session_try_turn (&session, &redo, &error);
  g_assert_null (commit);
  g_assert_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE);
  g_clear_error (&error);
  commit = session_try_turn (&session, &unknown, &error);
  g_assert_null (commit);
  g_assert_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE);
}

static void
test_older_undo (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipCommit) refused = NULL;
  g_autoptr (SlipCommit) commit = NULL;
  SlipTurn first = { SLIP_STEP_UNDO, 1, 3, TRUE, 0 };
  SlipTurn second = { SLIP_STEP_UNDO, 2, 3, TRUE, 0 };

  folder_init (&folder);
  session_init (&session, folder.plan);
  commit_person (&session, "p1", "Support lead");
  commit_person (&session, "p2", "Sales lead");
  commit_name (&session, "p1", "Support manager");

  refused = session_try_turn (&session, &first, &error);
  g_assert_null (refused);
  g_assert_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE);
  g_assert_nonnull (strstr (error->message, "Support manager"));
  g_clear_error (&error);

  commit = session_try_turn (&session, &second, &error);
  g_assert_no_error (error);
  g_assert_true (commit->is_written);
  session_follow (&session, commit->news);
  g_assert_null (slip_plan_state_get (session.state, SLIP_KIND_PERSON, "p2"));
  g_assert_cmpint (session.undo->number, ==, 3);
  g_assert_cmpint (session.redo->number, ==, 2);
  assert_sound (&session);

  /* Redo takes the way back: what was undone last comes first. */
  session_turn (&session, SLIP_STEP_UNDO);
  g_assert_cmpint (session.redo->number, ==, 3);
  session_turn (&session, SLIP_STEP_REDO);
  g_assert_cmpint (session.redo->number, ==, 2);
  session_turn (&session, SLIP_STEP_REDO);
  g_assert_null (session.redo);
  assert_sound (&session);
}

static void
test_older_undo_under_undone (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipCommit) commit = NULL;
  SlipTurn turn = { SLIP_STEP_UNDO, 1, 4, TRUE, 0 };

  folder_init (&folder);
  session_init (&session, folder.plan);
  commit_person (&session, "p1", "Support lead");
  commit_name (&session, "p1", "Support manager");
  session_turn (&session, SLIP_STEP_UNDO);
  commit_person (&session, "p2", "Sales lead");
  /* The rename has no effect any more, so it does not stand in the way. */
  commit = session_try_turn (&session, &turn, &error);
  g_assert_no_error (error);
  g_assert_true (commit->is_written);
  session_follow (&session, commit->news);
  assert_sound (&session);
}

static void
test_turn_behind_foreign_writer (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) mine = { NULL };
  g_auto (Session) other = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipCommit) commit = NULL;
  SlipTurn turn = { SLIP_STEP_UNDO, 1, 1, FALSE, 0 };

  folder_init (&folder);
  session_init (&mine, folder.plan);
  commit_person (&mine, "p1", "Support lead");
  session_init (&other, folder.plan);
  commit_person (&other, "p2", "Sales lead");
  commit = session_try_turn (&mine, &turn, &error);
  g_assert_no_error (error);
  g_assert_false (commit->is_written);
  g_assert_cmpuint (commit->news->steps->len, ==, 1);
  g_assert_cmpint (commit->news->undo->number, ==, 2);
}

static void
count_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  int *n_calls = data;

  g_assert_true (slip_store_close_finish (SLIP_STORE (source), result, NULL));
  ++*n_calls;
}

static void
test_closed (void)
{
  g_auto (Folder) folder = { NULL };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set = slip_change_set_new (SLIP_VERB_EDIT, NULL);
  g_autoptr (SlipCommit) commit = NULL;
  Session session = { NULL };
  int n_calls = 0;

  folder_init (&folder);
  session_init (&session, folder.plan);
  slip_store_close_async (session.store, count_cb, &n_calls);
  commit = session_try_commit (&session, set, &error);
  g_assert_null (commit);
  while (n_calls == 0)
    g_main_context_iteration (NULL, TRUE);
  assert_store_error (error, SLIP_STORE_ERROR_FAILED, "Plan one.slipway");
  session_clear (&session);
  g_assert_cmpuint (folder_count (&folder), ==, 1);
}

static void
add_suite (void)
{
  g_test_add_func ("/commit/foreign/tells-what-is-missing-instead",
                   test_foreign_writer);
  g_test_add_func ("/commit/foreign/poll-finds-others-and-our-own-steps",
                   test_poll);
  g_test_add_func ("/commit/refused/what-the-file-does-not-expect",
                   test_conflict);
  g_test_add_func ("/commit/refused/what-the-schema-forbids", test_invalid);
  g_test_add_func ("/commit/refused/what-is-still-referred-to", test_in_use);
  g_test_add_func ("/commit/refused/after-closing", test_closed);
  g_test_add_func ("/commit/beginning/cannot-be-undone", test_beginning);
  g_test_add_func ("/commit/beginning/is-an-edit-like-others-after-the-first",
                   test_late_beginning);
  g_test_add_func ("/history/records/the-database-keeps-them", test_records);
  g_test_add_func ("/history/release/its-steps-with-its-changes-only",
                   test_history_of_release);
  g_test_add_func ("/turn/stale/names-what-is-next-instead", test_stale_undo);
  g_test_add_func ("/turn/older/unless-a-later-step-touched-the-same",
                   test_older_undo);
  g_test_add_func ("/turn/older/undone-steps-do-not-count",
                   test_older_undo_under_undone);
  g_test_add_func ("/turn/foreign/tells-what-is-missing-instead",
                   test_turn_behind_foreign_writer);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  add_suite ();
  return g_test_run ();
}
