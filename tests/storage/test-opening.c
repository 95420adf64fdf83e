/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <glib/gstdio.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define NAME   "Plan one.slipway"
#define NOBODY 65534

static void
run (const char *path, const char *sql)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

/* A closed plan with one person in it. */
static void
make_plan (const Folder *folder)
{
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) set = NULL;

  session_init (&session, folder->plan);
  set = make_person (&session, "p1", "Support lead");
  session_commit (&session, set);
}

/* Opening fails with @code, and leaves every byte and name as it was. */
static void
assert_refused (const Folder *folder, SlipStoreFlags flags, SlipStoreError code)
{
  g_autofree char *before = folder_print (folder);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  SlipStore *store = open_store (folder->plan, flags, &error);

  g_assert_null (store);
  assert_store_error (error, code, NAME);
  g_test_message ("%s", error->message);
  after = folder_print (folder);
  g_assert_cmpstr (before, ==, after);
}

static void
test_missing (void)
{
  g_auto (Folder) folder = { NULL };
  g_autofree char *deep = NULL;
  g_autoptr (GError) error = NULL;

  folder_init (&folder);
  assert_refused (&folder, SLIP_STORE_DEFAULT, SLIP_STORE_ERROR_NOT_FOUND);
  deep = folder_build (&folder, "none/" NAME);
  g_assert_null (open_store (deep, SLIP_STORE_CREATE, &error));
  assert_store_error (error, SLIP_STORE_ERROR_NOT_FOUND, NAME);
  g_assert_nonnull (strstr (error->message, "none"));
}

static void
test_create_new (void)
{
  g_auto (Folder) folder = { NULL };
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  SlipStore *store = NULL;

  folder_init (&folder);
  store = open_store (folder.plan, SLIP_STORE_CREATE_NEW, &error);
  g_assert_no_error (error);
  close_store (store);
  before = folder_print (&folder);
  g_assert_null (open_store (folder.plan, SLIP_STORE_CREATE_NEW, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  g_assert_nonnull (strstr (error->message, NAME));
  after = folder_print (&folder);
  g_assert_cmpstr (before, ==, after);
}

static void
test_create_twice_at_once (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) first = { NULL };
  g_auto (Session) second = { NULL };

  folder_init (&folder);
  session_init (&first, folder.plan);
  session_init (&second, folder.plan);
  g_assert_cmpstr (slip_store_get_plan_id (first.store), ==,
                   slip_store_get_plan_id (second.store));
}

static void
write_plan (const Folder *folder, const void *contents, gsize length)
{
  g_assert_true (
    g_file_set_contents (folder->plan, contents, (gssize) length, NULL));
}

static void
test_other_contents (void)
{
  static const char png[] = "\x89PNG\r\n\x1a\n\0\0\0\rIHDR";
  static const char cut[] = "SQLite format 3";
  g_autofree char *zeros = g_malloc0 (8192);
  g_autofree char *text = g_strnfill (5000, 'x');
  g_auto (Folder) folder = { NULL };

  folder_init (&folder);
  write_plan (&folder, text, 5000);
  assert_refused (&folder, SLIP_STORE_CREATE, SLIP_STORE_ERROR_NOT_A_PLAN);
  write_plan (&folder, png, sizeof png);
  assert_refused (&folder, SLIP_STORE_CREATE, SLIP_STORE_ERROR_NOT_A_PLAN);
  write_plan (&folder, cut, sizeof cut);
  assert_refused (&folder, SLIP_STORE_CREATE, SLIP_STORE_ERROR_NOT_A_PLAN);
  write_plan (&folder, zeros, 8192);
  assert_refused (&folder, SLIP_STORE_CREATE, SLIP_STORE_ERROR_NOT_A_PLAN);
  write_plan (&folder, "", 0);
  assert_refused (&folder, SLIP_STORE_CREATE, SLIP_STORE_ERROR_NOT_A_PLAN);
  assert_refused (&folder, SLIP_STORE_DEFAULT, SLIP_STORE_ERROR_NOT_A_PLAN);
}

static void
test_other_databases (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Folder) second = { NULL };
  g_auto (Folder) third = { NULL };

  folder_init (&folder);
  run (folder.plan, "CREATE TABLE t (x); INSERT INTO t VALUES (1)");
  assert_refused (&folder, SLIP_STORE_CREATE, SLIP_STORE_ERROR_NOT_A_PLAN);
  run (folder.plan, "PRAGMA application_id = 0x12345678");
  assert_refused (&folder, SLIP_STORE_CREATE, SLIP_STORE_ERROR_NOT_A_PLAN);
  /* Ours by its id, but without our tables. */
  run (folder.plan,
       "PRAGMA application_id = 0x534C5057; PRAGMA user_version = 2");
  assert_refused (&folder, SLIP_STORE_DEFAULT, SLIP_STORE_ERROR_CORRUPT);
  run (folder.plan, "PRAGMA user_version = 1");
  assert_refused (&folder, SLIP_STORE_DEFAULT, SLIP_STORE_ERROR_CORRUPT);

  folder_init (&second);
  make_plan (&second);
  run (second.plan, "ALTER TABLE item DROP COLUMN note");
  assert_refused (&second, SLIP_STORE_DEFAULT, SLIP_STORE_ERROR_CORRUPT);
  run (second.plan, "PRAGMA user_version = 1");
  assert_refused (&second, SLIP_STORE_DEFAULT, SLIP_STORE_ERROR_CORRUPT);

  folder_init (&third);
  make_plan (&third);
  run (third.plan, "DROP TABLE checklist_summary");
  assert_refused (&third, SLIP_STORE_DEFAULT, SLIP_STORE_ERROR_CORRUPT);
}

static void
test_other_kinds_of_file (void)
{
  g_auto (Folder) folder = { NULL };

  folder_init (&folder);
  g_assert_cmpint (g_mkdir (folder.plan, 0700), ==, 0);
  assert_refused (&folder, SLIP_STORE_CREATE, SLIP_STORE_ERROR_NOT_A_PLAN);
  g_rmdir (folder.plan);
  /* Opening a FIFO for reading would wait for ever. */
  g_assert_cmpint (mkfifo (folder.plan, 0600), ==, 0);
  assert_refused (&folder, SLIP_STORE_CREATE, SLIP_STORE_ERROR_NOT_A_PLAN);
}

static void
test_newer (void)
{
  g_auto (Folder) folder = { NULL };

  folder_init (&folder);
  make_plan (&folder);
  run (folder.plan, "PRAGMA user_version = 999");
  assert_refused (&folder, SLIP_STORE_CREATE, SLIP_STORE_ERROR_TOO_NEW);
  run (folder.plan, "PRAGMA journal_mode = DELETE");
  assert_refused (&folder, SLIP_STORE_CREATE, SLIP_STORE_ERROR_TOO_NEW);
}

/* The plan and its log as a program leaves them that was stopped at once after
 * @sql: only the log says what it did. */
static void
leave_log (const Folder *folder, const char *sql)
{
  g_autofree char *log = g_strconcat (folder->plan, "-wal", NULL);
  g_autofree char *shared = g_strconcat (folder->plan, "-shm", NULL);
  g_autofree char *kept_plan = NULL;
  g_autofree char *kept_log = NULL;
  gsize plan_length;
  gsize log_length;
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (folder->plan, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_true (
    g_file_get_contents (folder->plan, &kept_plan, &plan_length, NULL));
  g_assert_true (g_file_get_contents (log, &kept_log, &log_length, NULL));
  sqlite3_close (db);
  g_assert_true (
    g_file_set_contents (folder->plan, kept_plan, (gssize) plan_length, NULL));
  g_assert_true (
    g_file_set_contents (log, kept_log, (gssize) log_length, NULL));
  g_unlink (shared);
}

static void
test_newer_in_log (void)
{
  g_auto (Folder) folder = { NULL };

  folder_init (&folder);
  make_plan (&folder);
  leave_log (&folder, "PRAGMA user_version = 999");
  assert_refused (&folder, SLIP_STORE_DEFAULT, SLIP_STORE_ERROR_TOO_NEW);
}

static void
test_newer_in_live_log (void)
{
  g_auto (Folder) folder = { NULL };
  sqlite3 *db = NULL;

  folder_init (&folder);
  make_plan (&folder);
  g_assert_cmpint (sqlite3_open (folder.plan, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, "PRAGMA user_version = 999", NULL, NULL,
                                 NULL),
                   ==, SQLITE_OK);
  assert_refused (&folder, SLIP_STORE_DEFAULT, SLIP_STORE_ERROR_TOO_NEW);
  sqlite3_close (db);
}

static void
test_log_after_crash (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  const SlipRow *row = NULL;

  folder_init (&folder);
  make_plan (&folder);
  leave_log (&folder, "UPDATE person SET name = 'Sales lead'");
  session_init (&session, folder.plan);
  row = slip_plan_state_get (session.state, SLIP_KIND_PERSON, "p1");
  g_assert_cmpstr (slip_row_get_text (row, SLIP_PERSON_NAME), ==, "Sales lead");
  session_clear (&session);
  g_assert_cmpuint (folder_count (&folder), ==, 1);
}

static void
test_uncommitted_log (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autofree char *log = NULL;
  g_autofree char *contents = NULL;
  gsize length;

  folder_init (&folder);
  make_plan (&folder);
  leave_log (&folder, "PRAGMA user_version = 999");
  log = g_strconcat (folder.plan, "-wal", NULL);
  g_assert_true (g_file_get_contents (log, &contents, &length, NULL));
  /* The last frame is not there whole, so it never was committed. */
  g_assert_true (
    g_file_set_contents (log, contents, (gssize) length - 4096 - 24, NULL));
  session_init (&session, folder.plan);
}

static void
test_truncated (void)
{
  g_auto (Folder) folder = { NULL };
  g_autofree char *contents = NULL;
  gsize length;

  folder_init (&folder);
  make_plan (&folder);
  g_assert_true (g_file_get_contents (folder.plan, &contents, &length, NULL));
  write_plan (&folder, contents, length / 2);
  assert_refused (&folder, SLIP_STORE_DEFAULT, SLIP_STORE_ERROR_CORRUPT);
  write_plan (&folder, contents, 100);
  assert_refused (&folder, SLIP_STORE_DEFAULT, SLIP_STORE_ERROR_CORRUPT);
  write_plan (&folder, contents, 60);
  assert_refused (&folder, SLIP_STORE_DEFAULT, SLIP_STORE_ERROR_NOT_A_PLAN);
}

static void
test_damaged_schema (void)
{
  g_auto (Folder) folder = { NULL };
  g_autofree char *contents = NULL;
  gsize length;

  folder_init (&folder);
  make_plan (&folder);
  g_assert_true (g_file_get_contents (folder.plan, &contents, &length, NULL));
  memset (contents + 100, 0xaa, 1000);
  write_plan (&folder, contents, length);
  assert_refused (&folder, SLIP_STORE_DEFAULT, SLIP_STORE_ERROR_CORRUPT);
}

static void
ignore_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

/* Loads what can be loaded; an error must be one for people. */
static void
try_load (SlipStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SlipPlanState) state = NULL;
  g_autoptr (SlipNews) news = NULL;
  g_autoptr (GError) error = NULL;

  slip_store_load_async (store, NULL, ignore_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  state = slip_store_load_finish (store, result, &news, &error);
  g_assert_true ((state == NULL) == (error != NULL));
  if (error != NULL)
    assert_store_error (error, (SlipStoreError) error->code, NAME);
}

static void
try_check (SlipStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GPtrArray) faults = NULL;
  g_autoptr (GError) error = NULL;

  slip_store_check_async (store, NULL, ignore_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  faults = slip_store_check_finish (store, result, &error);
  g_assert_true ((faults == NULL) == (error != NULL));
}

static void
test_flipped_bytes (void)
{
  int n_rounds = g_test_quick () ? 150 : 2000;
  g_auto (Folder) folder = { NULL };
  g_autofree char *contents = NULL;
  gsize length;

  folder_init (&folder);
  make_plan (&folder);
  g_assert_true (g_file_get_contents (folder.plan, &contents, &length, NULL));
  for (int i = 0; i < n_rounds; i++) {
    g_autofree char *damaged = g_memdup2 (contents, length);
    g_autoptr (GError) error = NULL;
    SlipStore *store = NULL;

    for (int n = g_test_rand_int_range (1, 40); n > 0; n--)
      damaged[g_test_rand_int_range (0, (int) length)] ^=
        (char) (1 << g_test_rand_int_range (0, 8));
    write_plan (&folder, damaged, length);
    store = open_store (folder.plan, SLIP_STORE_DEFAULT, &error);
    g_assert_true ((store == NULL) == (error != NULL));
    if (store == NULL) {
      assert_store_error (error, (SlipStoreError) error->code, NAME);
      continue;
    }
    try_load (store);
    try_check (store);
    close_store (store);
  }
}

static void
test_symbolic_link (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Folder) other = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GError) error = NULL;

  folder_init (&folder);
  folder_init (&other);
  make_plan (&folder);
  g_assert_cmpint (symlink (folder.plan, other.plan), ==, 0);
  session_init (&session, other.plan);
  g_assert_cmpint (session.head, ==, 1);
  session_clear (&session);
  /* One that leads nowhere is not replaced. */
  g_unlink (folder.plan);
  g_assert_null (open_store (other.plan, SLIP_STORE_DEFAULT, &error));
  assert_store_error (error, SLIP_STORE_ERROR_NOT_FOUND, NAME);
}

static void
test_names (void)
{
  static const char *const names[] = {
    "100 %41?mode=memory&x#y.slipway",
    ":memory:",
    "a'b\"c.slipway",
    "\xff\xfe.slipway",
    "Übersicht 計画.slipway",
    "file:x.slipway",
  };
  g_auto (Folder) folder = { NULL };

  folder_init (&folder);
  for (guint i = 0; i < G_N_ELEMENTS (names); i++) {
    g_autofree char *path = folder_build (&folder, names[i]);
    g_auto (Session) session = { NULL };

    session_init (&session, path);
    session_clear (&session);
    g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
    g_assert_cmpuint (folder_count (&folder), ==, i + 1);
  }
}

static void
try_reading_only (const Folder *folder)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set = NULL;
  g_autofree char *before = folder_print (folder);
  g_autofree char *after = NULL;
  Session session = { NULL };

  session_init (&session, folder->plan);
  g_assert_true (slip_store_is_read_only (session.store));
  g_assert_nonnull (
    slip_plan_state_get (session.state, SLIP_KIND_PERSON, "p1"));
  set = make_rename (&session, "p1", "Sales lead");
  g_assert_null (session_try_commit (&session, set, &error));
  assert_store_error (error, SLIP_STORE_ERROR_READ_ONLY, NAME);
  session_clear (&session);
  after = folder_print (folder);
  g_assert_cmpstr (before, ==, after);
}

static void
try_unreadable (const Folder *folder)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_store (folder->plan, SLIP_STORE_DEFAULT, &error));
  assert_store_error (error, SLIP_STORE_ERROR_FAILED, NAME);
  g_assert_nonnull (strstr (error->message, g_strerror (EACCES)));
}

static void
try_creating (const Folder *folder)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (open_store (folder->plan, SLIP_STORE_CREATE, &error));
  assert_store_error (error, SLIP_STORE_ERROR_READ_ONLY, NAME);
}

typedef struct {
  const char *name;
  void (*func) (const Folder *folder);
} Attempt;

static const Attempt *
find_attempt (const char *name)
{
  static const Attempt attempts[] = {
    { "--read", try_reading_only },
    { "--unreadable", try_unreadable },
    { "--create", try_creating },
  };

  for (guint i = 0; i < G_N_ELEMENTS (attempts); i++)
    if (g_str_equal (attempts[i].name, name))
      return &attempts[i];
  return NULL;
}

/* Makes the attempt as somebody who is neither the owner nor root, in a
 * process of its own. */
static int
attempt_as_nobody (const Attempt *attempt, char *path)
{
  g_autofree char *plan = g_build_filename (path, NAME, NULL);

  if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    return 2;
  attempt->func (&(Folder){ path, plan });
  return 0;
}

static void
run_as_nobody (const Folder *folder, const char *attempt)
{
  g_autofree char *self = find_self ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_SILENCE, &error, self, attempt,
                      folder->path, NULL);

  g_assert_no_error (error);
  g_subprocess_wait_check (child, NULL, &error);
  g_assert_no_error (error);
}

static void
test_read_only_file (void)
{
  g_auto (Folder) folder = { NULL };

  folder_init (&folder);
  make_plan (&folder);
  g_chmod (folder.plan, 0444);
  g_chmod (folder.path, 0777);
  run_as_nobody (&folder, "--read");
}

static void
test_read_only_folder (void)
{
  g_auto (Folder) folder = { NULL };

  folder_init (&folder);
  make_plan (&folder);
  g_chmod (folder.plan, 0666);
  g_chmod (folder.path, 0555);
  run_as_nobody (&folder, "--read");
}

static void
test_read_only_while_written (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) set = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  set = make_person (&session, "p1", "Support lead");
  session_commit (&session, set);
  g_chmod (folder.plan, 0644);
  g_chmod (folder.path, 0755);
  run_as_nobody (&folder, "--read");
}

static void
test_unreadable (void)
{
  g_auto (Folder) folder = { NULL };

  folder_init (&folder);
  make_plan (&folder);
  g_chmod (folder.path, 0755);
  g_chmod (folder.plan, 0000);
  run_as_nobody (&folder, "--unreadable");
}

static void
test_create_in_read_only_folder (void)
{
  g_auto (Folder) folder = { NULL };

  folder_init (&folder);
  g_chmod (folder.path, 0555);
  run_as_nobody (&folder, "--create");
  g_assert_cmpuint (folder_count (&folder), ==, 0);
}

static void
add_refusals (void)
{
  g_test_add_func ("/opening/refused/nothing-there", test_missing);
  g_test_add_func ("/opening/refused/other-contents", test_other_contents);
  g_test_add_func ("/opening/refused/other-databases", test_other_databases);
  g_test_add_func ("/opening/refused/folders-and-fifos",
                   test_other_kinds_of_file);
  g_test_add_func ("/opening/refused/newer", test_newer);
  g_test_add_func ("/opening/refused/newer-in-the-log-of-a-crash",
                   test_newer_in_log);
  g_test_add_func ("/opening/refused/newer-in-the-log-of-a-program",
                   test_newer_in_live_log);
  g_test_add_func ("/opening/refused/cut-off", test_truncated);
  g_test_add_func ("/opening/refused/damaged-schema", test_damaged_schema);
  g_test_add_func ("/opening/refused/unreadable", test_unreadable);
  g_test_add_func ("/opening/damaged/never-crashes", test_flipped_bytes);
}

static void
add_successes (void)
{
  g_test_add_func ("/opening/create/new-only-where-nothing-is",
                   test_create_new);
  g_test_add_func ("/opening/create/twice-makes-one-plan",
                   test_create_twice_at_once);
  g_test_add_func ("/opening/create/not-in-a-read-only-folder",
                   test_create_in_read_only_folder);
  g_test_add_func ("/opening/log/of-a-crash-is-taken-over",
                   test_log_after_crash);
  g_test_add_func ("/opening/log/unfinished-writing-does-not-count",
                   test_uncommitted_log);
  g_test_add_func ("/opening/names/symbolic-link", test_symbolic_link);
  g_test_add_func ("/opening/names/are-paths-and-nothing-else", test_names);
  g_test_add_func ("/opening/read-only/file", test_read_only_file);
  g_test_add_func ("/opening/read-only/folder", test_read_only_folder);
  g_test_add_func ("/opening/read-only/while-another-program-writes",
                   test_read_only_while_written);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && find_attempt (argv[1]) != NULL)
    return attempt_as_nobody (find_attempt (argv[1]), argv[2]);
  g_test_init (&argc, &argv, NULL);
  add_refusals ();
  add_successes ();
  return g_test_run ();
}
