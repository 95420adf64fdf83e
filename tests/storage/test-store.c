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

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

/* The parts of @releases as ids in one text, and the news since step @since. */
static char *
load_parts (Session *session,
            const char *const *releases,
            gint64 since,
            SlipNews **news)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GError) error = NULL;
  GString *text = g_string_new (NULL);

  slip_store_load_parts_async (session->store, releases, since, NULL,
                               keep_result_cb, &result);
  wait_for (&result);
  rows = slip_store_load_parts_finish (session->store, result, news, &error);
  g_assert_no_error (error);
  for (guint i = 0; i < rows->len; i++)
    g_string_append_printf (text, "%s ",
                            slip_row_get_id (g_ptr_array_index (rows, i)));
  return g_string_free (text, FALSE);
}

static void
test_parts (void)
{
  static const char *const one[] = { "r2", "unknown", NULL };
  static const char *const none[] = { NULL };
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) first = NULL;
  g_autoptr (SlipChangeSet) second = NULL;
  g_autoptr (SlipNews) news = NULL;
  g_autoptr (SlipNews) no_news = NULL;
  g_autoptr (SlipNews) more_news = NULL;
  g_autofree char *of_one = NULL;
  g_autofree char *of_none = NULL;
  g_autofree char *of_all = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  first = make_release (&session, "r1");
  session_commit (&session, first);
  second = make_release (&session, "r2");
  session_commit (&session, second);
  of_one = load_parts (&session, one, 1, &news);
  g_assert_cmpstr (of_one, ==, "r2-checklist r2-item ");
  g_assert_cmpint (news->head, ==, 2);
  g_assert_cmpuint (news->steps->len, ==, 1);
  of_none = load_parts (&session, none, 2, &no_news);
  g_assert_cmpstr (of_none, ==, "");
  g_assert_cmpuint (no_news->steps->len, ==, 0);
  of_all = load_parts (&session, NULL, 0, &more_news);
  g_assert_cmpstr (of_all, ==, "r1-checklist r2-checklist r1-item r2-item ");
  g_assert_cmpuint (more_news->steps->len, ==, 2);
}

static void
test_cancelled (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (SlipAuthor) author =
    slip_author_new (NULL, NULL, SLIP_WRITER_WINDOW);
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (GAsyncResult) loaded = NULL;
  g_autoptr (GAsyncResult) written = NULL;
  g_autoptr (GAsyncResult) opened = NULL;
  g_autoptr (SlipNews) news = NULL;
  g_autoptr (GError) error = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  set = make_person (&session, "p1", "Support lead");
  g_cancellable_cancel (cancellable);
  slip_store_load_async (session.store, cancellable, keep_result_cb, &loaded);
  slip_store_commit_async (session.store, set, author, 0, 0, cancellable,
                           keep_result_cb, &written);
  slip_store_open_async (folder.plan, SLIP_STORE_DEFAULT, cancellable,
                         keep_result_cb, &opened);
  wait_for (&loaded);
  g_assert_null (slip_store_load_finish (session.store, loaded, &news, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  wait_for (&written);
  g_assert_null (slip_store_commit_finish (session.store, written, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_clear_error (&error);
  wait_for (&opened);
  g_assert_null (slip_store_open_finish (opened, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  session_commit (&session, set);
}

static void
test_author (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipAuthor) author =
    slip_author_new ("p1", "Support lead", SLIP_WRITER_IMPORT);
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SlipCommit) commit = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  const SlipStep *step = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  set = make_person (&session, "p1", "Support lead");
  slip_store_commit_async (session.store, set, author, 0, 1234567890123, NULL,
                           keep_result_cb, &result);
  wait_for (&result);
  commit = slip_store_commit_finish (session.store, result, NULL);
  g_assert_true (commit->is_written);
  steps = session_history (&session, NULL, G_MAXINT64, 1);
  step = g_ptr_array_index (steps, 0);
  g_assert_cmpstr (step->author->person, ==, "p1");
  g_assert_cmpstr (step->author->name, ==, "Support lead");
  g_assert_cmpint (step->author->writer, ==, SLIP_WRITER_IMPORT);
  g_assert_cmpint (step->at_ms, ==, 1234567890123);
  g_assert_cmpint (step->type, ==, SLIP_STEP_EDIT);
}

/* Nobody waits for a store that is only dropped, but it closes all the same. */
static void
test_dropped (void)
{
  gint64 deadline = g_get_monotonic_time () + 30 * G_TIME_SPAN_SECOND;
  g_auto (Folder) folder = { NULL };
  g_autoptr (GError) error = NULL;
  SlipStore *store = NULL;

  folder_init (&folder);
  store = open_store (folder.plan, SLIP_STORE_CREATE, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (folder_count (&folder), >, 1);
  g_assert_finalize_object (store);
  while (folder_count (&folder) > 1 && g_get_monotonic_time () < deadline)
    g_thread_yield ();
  g_assert_cmpuint (folder_count (&folder), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/store/open/a-new-plan-has-its-name-and-no-history",
                   test_new_plan);
  g_test_add_func ("/store/close/leaves-one-single-file", test_close);
  g_test_add_func ("/store/open/everything-is-where-it-was", test_reopen);
  g_test_add_func ("/store/close/also-when-only-dropped", test_dropped);
  g_test_add_func ("/store/load/parts-of-the-releases-asked-for", test_parts);
  g_test_add_func ("/store/cancel/does-nothing", test_cancelled);
  g_test_add_func ("/store/commit/keeps-who-and-when", test_author);
  g_test_add_func ("/store/turn/undo-and-redo-survive-reopening",
                   test_undo_and_redo);
  g_test_add_func ("/store/turn/an-edit-closes-redo-and-keeps-history",
                   test_edit_closes_redo);
  return g_test_run ();
}
