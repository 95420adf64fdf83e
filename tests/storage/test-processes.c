/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <signal.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

#define N_WRITERS 3
#define N_EDITS   60
#define FOREVER   1000000

/* Commits until it is written, as the workspace does: others may be quicker. */
static void
commit_stubbornly (Session *session, const char *id)
{
  gboolean is_written = FALSE;

  while (!is_written) {
    g_autoptr (SlipChangeSet) set = make_person (session, id, id);
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipCommit) commit = session_try_commit (session, set, &error);

    g_assert_no_error (error);
    is_written = commit->is_written;
    session_follow (session, commit->news);
  }
}

/* The other process: writes persons and says the id of each when it is safe. */
static int
write_persons (const char *path, const char *stem, int n_edits)
{
  g_auto (Session) session = { NULL };

  session_init (&session, path);
  session.writer = SLIP_WRITER_COMMAND_LINE;
  for (int i = 0; i < n_edits; i++) {
    g_autofree char *id = g_strdup_printf ("%s-%d", stem, i);

    commit_stubbornly (&session, id);
    printf ("%s\n", id);
    fflush (stdout);
  }
  return 0;
}

/* Another process: holds the lock until its input ends. */
static int
hold_lock (const char *path)
{
  sqlite3 *db = NULL;

  if (sqlite3_open (path, &db) != SQLITE_OK ||
      sqlite3_exec (db, "BEGIN IMMEDIATE", NULL, NULL, NULL) != SQLITE_OK)
    return 1;
  printf ("holding\n");
  fflush (stdout);
  getchar ();
  return sqlite3_close (db) == SQLITE_OK ? 0 : 1;
}

/* Another process: opens and closes the file, which empties and removes the log
 * if nobody else has the file open. */
static int
visit (const char *path)
{
  sqlite3 *db = NULL;
  int code = sqlite3_open (path, &db);

  if (code == SQLITE_OK)
    code = sqlite3_exec (db, "SELECT * FROM sqlite_schema", NULL, NULL, NULL);
  sqlite3_close (db);
  return code;
}

static GSubprocess *
start (const char *task, const char *path, const char *stem, int n_edits)
{
  g_autofree char *self = find_self ();
  g_autofree char *n = g_strdup_printf ("%d", n_edits);
  g_autoptr (GError) error = NULL;
  GSubprocess *child =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                        G_SUBPROCESS_FLAGS_STDIN_PIPE,
                      &error, self, task, path, stem, n, NULL);

  g_assert_no_error (error);
  return child;
}

static GDataInputStream *
listen_to (GSubprocess *child)
{
  return g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));
}

static char *
hear (GDataInputStream *voice)
{
  return g_data_input_stream_read_line_utf8 (voice, NULL, NULL, NULL);
}

static void
wait_for_success (GSubprocess *child)
{
  g_autoptr (GError) error = NULL;

  g_subprocess_wait_check (child, NULL, &error);
  g_assert_no_error (error);
}

static void
assert_has (Session *session, const char *id)
{
  g_assert_nonnull (slip_plan_state_get (session->state, SLIP_KIND_PERSON, id));
}

static void
assert_sound (Session *session)
{
  g_autofree char *faults = session_check (session);

  g_assert_cmpstr (faults, ==, "");
}

static void
test_writers_at_once (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  GSubprocess *children[N_WRITERS];

  folder_init (&folder);
  for (int i = 0; i < N_WRITERS; i++) {
    g_autofree char *stem = g_strdup_printf ("w%d", i);

    /* All of them find no plan, and one of them makes it. */
    children[i] = start ("--write", folder.plan, stem, N_EDITS);
  }
  for (int i = 0; i < N_WRITERS; i++) {
    wait_for_success (children[i]);
    g_object_unref (children[i]);
  }
  session_init (&session, folder.plan);
  g_assert_cmpint (session.head, ==, N_WRITERS * N_EDITS);
  for (int i = 0; i < N_WRITERS; i++)
    for (int edit = 0; edit < N_EDITS; edit++) {
      g_autofree char *id = g_strdup_printf ("w%d-%d", i, edit);

      assert_has (&session, id);
    }
  assert_sound (&session);
  g_assert_cmpuint (folder_count (&folder), >, 1);
  session_clear (&session);
  g_assert_cmpuint (folder_count (&folder), ==, 1);
}

/* Lets a child write and kills it after some acknowledged edits and some time;
 * adds what it acknowledged. */
static void
kill_writer (const char *path, const char *stem, GPtrArray *acknowledged)
{
  g_autoptr (GSubprocess) child = start ("--write", path, stem, FOREVER);
  g_autoptr (GDataInputStream) voice = listen_to (child);
  int n_before = g_test_rand_int_range (0, 12);
  char *id = NULL;

  for (int i = 0; i < n_before && (id = hear (voice)) != NULL; i++)
    g_ptr_array_add (acknowledged, id);
  g_usleep ((gulong) g_test_rand_int_range (0, 4000));
  g_subprocess_force_exit (child);
  while ((id = hear (voice)) != NULL)
    g_ptr_array_add (acknowledged, id);
  g_subprocess_wait (child, NULL, NULL);
}

static void
test_killed (void)
{
  int n_rounds = g_test_quick () ? 50 : 300;
  g_auto (Folder) folder = { NULL };
  g_autoptr (GPtrArray) acknowledged = g_ptr_array_new_with_free_func (g_free);

  folder_init (&folder);
  for (int i = 0; i < n_rounds; i++) {
    g_autofree char *stem = g_strdup_printf ("k%d", i);
    g_auto (Session) session = { NULL };

    kill_writer (folder.plan, stem, acknowledged);
    session_init (&session, folder.plan);
    g_assert_cmpint (session.head, >=, acknowledged->len);
    for (guint j = 0; j < acknowledged->len; j++)
      assert_has (&session, g_ptr_array_index (acknowledged, j));
    assert_sound (&session);
  }
  g_test_message ("%u acknowledged edits", acknowledged->len);
}

static void
keep_waiting_cb (SlipStore *store, gboolean is_waiting, GString *seen)
{
  g_string_append (seen, is_waiting ? "+" : "-");
}

typedef struct {
  GSubprocess *holder;
  GString *seen;
} Holding;

/* Lets go as soon as the wait shows. */
static void
let_go_cb (SlipStore *store, gboolean is_waiting, Holding *holding)
{
  g_string_append (holding->seen, is_waiting ? "+" : "-");
  if (is_waiting)
    g_output_stream_close (g_subprocess_get_stdin_pipe (holding->holder), NULL,
                           NULL);
}

static void
test_waits (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GDataInputStream) voice = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autofree char *word = NULL;
  Holding holding;

  folder_init (&folder);
  session_init (&session, folder.plan);
  child = start ("--hold", folder.plan, "", 0);
  voice = listen_to (child);
  word = hear (voice);
  g_assert_cmpstr (word, ==, "holding");
  holding = (Holding){ child, seen };
  g_signal_connect (session.store, "waiting", G_CALLBACK (let_go_cb), &holding);
  set = make_person (&session, "p1", "Support lead");
  session_commit (&session, set);
  g_assert_cmpstr (seen->str, ==, "+-");
  wait_for_success (child);
}

static void
test_busy (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (SlipCommit) commit = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GDataInputStream) voice = NULL;
  g_autoptr (GString) seen = g_string_new (NULL);
  g_autofree char *word = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  slip_store_set_patience (session.store, 400);
  g_signal_connect (session.store, "waiting", G_CALLBACK (keep_waiting_cb),
                    seen);
  child = start ("--hold", folder.plan, "", 0);
  voice = listen_to (child);
  word = hear (voice);
  set = make_person (&session, "p1", "Support lead");
  commit = session_try_commit (&session, set, &error);
  g_assert_null (commit);
  assert_store_error (error, SLIP_STORE_ERROR_BUSY, "Plan one.slipway");
  g_assert_cmpstr (seen->str, ==, "+-");

  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);
  session_commit (&session, set);
  assert_sound (&session);
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static void
cancel_cb (SlipStore *store, gboolean is_waiting, GCancellable *cancellable)
{
  g_cancellable_cancel (cancellable);
}

static void
test_cancel_wait (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (SlipAuthor) author =
    slip_author_new (NULL, "Tester", SLIP_WRITER_WINDOW);
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GDataInputStream) voice = NULL;
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *word = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  g_signal_connect (session.store, "waiting", G_CALLBACK (cancel_cb),
                    cancellable);
  child = start ("--hold", folder.plan, "", 0);
  voice = listen_to (child);
  word = hear (voice);
  set = make_person (&session, "p1", "Support lead");
  slip_store_commit_async (session.store, set, author, 0, 0, cancellable,
                           keep_result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_null (slip_store_commit_finish (session.store, result, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_subprocess_force_exit (child);
  g_subprocess_wait (child, NULL, NULL);
  session_commit (&session, set);
}

/* Looking at a file that this process has open must not drop its locks: else a
 * visitor would take the log away under us. */
static void
test_locks_are_kept (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autofree char *log = NULL;
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (GSubprocess) visitor = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  set = make_person (&session, "p1", "Support lead");
  session_commit (&session, set);
  log = g_strconcat (folder.plan, "-wal", NULL);
  for (int i = 0; i < 3; i++) {
    g_autoptr (GError) error = NULL;
    SlipStore *second = open_store (folder.plan, SLIP_STORE_CREATE, &error);

    g_assert_no_error (error);
    close_store (second);
    g_assert_null (open_store (folder.plan, SLIP_STORE_CREATE_NEW, NULL));
  }
  visitor = start ("--visit", folder.plan, "", 0);
  wait_for_success (visitor);
  g_assert_true (g_file_test (log, G_FILE_TEST_EXISTS));
  g_clear_pointer (&set, slip_change_set_unref);
  set = make_rename (&session, "p1", "Sales lead");
  session_commit (&session, set);
  session_reopen (&session);
  g_assert_cmpint (session.head, ==, 2);
  assert_sound (&session);
}

/* Does what the command line asks of a child; `FALSE` if it asks nothing. */
static gboolean
do_task (int argc, char **argv, int *status)
{
  if (argc != 5)
    return FALSE;
  if (g_str_equal (argv[1], "--write"))
    *status = write_persons (argv[2], argv[3], atoi (argv[4]));
  else if (g_str_equal (argv[1], "--hold"))
    *status = hold_lock (argv[2]);
  else if (g_str_equal (argv[1], "--visit"))
    *status = visit (argv[2]);
  else
    return FALSE;
  return TRUE;
}

int
main (int argc, char **argv)
{
  int status;

  if (do_task (argc, argv, &status))
    return status;
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/processes/writers/lose-nothing", test_writers_at_once);
  g_test_add_func ("/processes/killed/keeps-what-was-acknowledged",
                   test_killed);
  g_test_add_func ("/processes/waiting/shows-and-then-succeeds", test_waits);
  g_test_add_func ("/processes/waiting/gives-up-in-a-sentence", test_busy);
  g_test_add_func ("/processes/waiting/can-be-cancelled", test_cancel_wait);
  g_test_add_func ("/processes/locks/looking-at-a-file-keeps-them",
                   test_locks_are_kept);
  return g_test_run ();
}
