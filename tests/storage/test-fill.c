/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <signal.h>
#include <sys/resource.h>

static SlipRow *
make_row (SlipKind kind, const char *id, const char *owner)
{
  return slip_row_new (kind, id, owner, NULL);
}

static SlipRow *
with_text (SlipRow *row, guint property, const char *text)
{
  g_auto (SlipValue) value = slip_value_new_text (text);
  SlipRow *with = slip_row_new_with (row, property, &value);

  slip_row_unref (row);
  return with;
}

/* A product and releases of it with items. */
static GPtrArray *
make_rows (guint n_releases, guint n_items)
{
  GPtrArray *rows =
    g_ptr_array_new_with_free_func ((GDestroyNotify) slip_row_unref);

  g_ptr_array_add (rows, make_row (SLIP_KIND_PRODUCT, "product", NULL));
  for (guint i = 0; i < n_releases; i++) {
    g_autofree char *id = slip_id_new ();

    g_ptr_array_add (rows, with_text (make_row (SLIP_KIND_RELEASE, id, NULL),
                                      SLIP_RELEASE_PRODUCT, "product"));
    for (guint item = 0; item < n_items; item++) {
      g_autofree char *item_id = slip_id_new ();

      g_ptr_array_add (rows, with_text (make_row (SLIP_KIND_ITEM, item_id, id),
                                        1, "Write the brief"));
    }
  }
  return rows;
}

static void
test_fill (void)
{
  guint n_releases = g_test_perf () ? 25000 : 50;
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) rows = make_rows (n_releases, 40);
  g_autoptr (GError) error = NULL;
  g_autofree char *faults = NULL;
  double seconds;

  folder_init (&folder);
  session_init (&session, folder.plan);
  g_test_timer_start ();
  session_fill (&session, rows, &error);
  g_assert_no_error (error);
  seconds = g_test_timer_elapsed ();
  g_test_minimized_result (seconds, "%.1f s to fill", seconds);
  g_test_timer_start ();
  session_reopen (&session);
  seconds = g_test_timer_elapsed ();
  g_test_minimized_result (seconds, "%.1f s to open and read all", seconds);
  g_assert_cmpuint (slip_plan_state_count (session.state, SLIP_KIND_ITEM), ==,
                    n_releases * 40);
  g_assert_cmpint (session.head, ==, 1);
  g_assert_null (session.undo);
  g_assert_null (session.redo);
  faults = session_check (&session);
  g_assert_cmpstr (faults, ==, "");
}

static void
test_edit_after_fill (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) rows = make_rows (2, 2);
  g_autoptr (GPtrArray) steps = NULL;
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *faults = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  g_assert_true (session_fill (&session, rows, &error));
  session_reopen (&session);
  set = make_person (&session, "p1", "Support lead");
  session_commit (&session, set);
  session_turn (&session, SLIP_STEP_UNDO);
  g_assert_null (session.undo);
  g_assert_cmpint (session.redo->number, ==, 2);
  steps = session_history (&session, NULL, G_MAXINT64, 10);
  g_assert_cmpuint (steps->len, ==, 3);
  g_assert_cmpint (((SlipStep *) g_ptr_array_index (steps, 2))->set->verb, ==,
                   SLIP_VERB_GENERATE);
  faults = session_check (&session);
  g_assert_cmpstr (faults, ==, "");
}

static void
test_fill_only_empty (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) rows = make_rows (1, 1);
  g_autoptr (GError) error = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  g_assert_true (session_fill (&session, rows, NULL));
  g_assert_false (session_fill (&session, rows, &error));
  assert_store_error (error, SLIP_STORE_ERROR_FAILED, "Plan one.slipway");
}

static void
test_fill_all_or_nothing (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) rows = make_rows (5, 5);
  g_autoptr (GPtrArray) good = make_rows (5, 5);
  g_autoptr (GError) error = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  g_ptr_array_add (rows, make_row (SLIP_KIND_ITEM, "lost", "nowhere"));
  g_assert_false (session_fill (&session, rows, &error));
  assert_store_error (error, SLIP_STORE_ERROR_IN_USE, "Plan one.slipway");
  g_assert_true (session_fill (&session, good, NULL));
}

static void
test_copy (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_auto (Session) copy = { NULL };
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *path = NULL;
  g_autofree char *here = NULL;
  g_autofree char *there = NULL;
  g_autofree char *faults = NULL;
  guint n_files;

  folder_init (&folder);
  session_init (&session, folder.plan);
  set = make_release (&session, "r1");
  session_commit (&session, set);
  path = folder_build (&folder, "Copy.slipway");
  n_files = folder_count (&folder);
  session_copy (&session, path, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (folder_count (&folder), ==, n_files + 1);

  g_assert_false (session_copy (&session, path, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS);
  session_init (&copy, path);
  here = session_digest (&session);
  there = session_digest (&copy);
  g_assert_cmpstr (here, ==, there);
  g_assert_cmpstr (slip_store_get_plan_id (session.store), ==,
                   slip_store_get_plan_id (copy.store));
  session_turn (&copy, SLIP_STEP_UNDO);
  faults = session_check (&copy);
  g_assert_cmpstr (faults, ==, "");
}

/* Files of this process may not grow beyond @bytes; RLIM_INFINITY for no
 * limit. */
static void
limit_files (rlim_t bytes)
{
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  limit.rlim_cur = MIN (bytes, limit.rlim_max);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
}

static void
test_disk_full (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) rows = make_rows (400, 40);
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *faults = NULL;
  g_autofree char *path = NULL;
  guint n_files;

  folder_init (&folder);
  session_init (&session, folder.plan);
  before = session_digest (&session);
  limit_files (600000);
  g_assert_false (session_fill (&session, rows, &error));
  assert_store_error (error, SLIP_STORE_ERROR_FULL, "Plan one.slipway");
  g_clear_error (&error);

  /* Nothing half-written, and the connection goes on. */
  set = make_person (&session, "p1", "Support lead");
  session_commit (&session, set);
  session_turn (&session, SLIP_STEP_UNDO);
  limit_files (100000);
  n_files = folder_count (&folder);
  path = folder_build (&folder, "Copy.slipway");
  g_assert_false (session_copy (&session, path, &error));
  assert_store_error (error, SLIP_STORE_ERROR_FULL, "Plan one.slipway");
  g_assert_cmpuint (folder_count (&folder), ==, n_files);
  limit_files (RLIM_INFINITY);
  session_reopen (&session);
  after = session_digest (&session);
  g_assert_cmpstr (before, ==, after);
  faults = session_check (&session);
  g_assert_cmpstr (faults, ==, "");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fill/rows/are-there-and-cannot-be-undone", test_fill);
  g_test_add_func ("/fill/rows/edits-after-it-can", test_edit_after_fill);
  g_test_add_func ("/fill/refused/what-is-not-empty", test_fill_only_empty);
  g_test_add_func ("/fill/refused/all-or-nothing", test_fill_all_or_nothing);
  g_test_add_func ("/copy/is-the-same-plan-in-one-file", test_copy);
  g_test_add_func ("/full/nothing-is-half-written", test_disk_full);
  return g_test_run ();
}
