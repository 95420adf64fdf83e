/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-file-version.h"
#include "waiting.h"

#include <sqlite3.h>

static void
set_version (const char *path, int version)
{
  g_autofree char *sql = g_strdup_printf ("PRAGMA user_version = %d", version);
  sqlite3 *db = NULL;
  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
test_only_a_plan_of_this_version (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "plan.slipway", NULL);
  g_assert_false (slip_file_version_is_current (path));
  close_workspace (open_workspace (path, SLIP_WRITER_WINDOW));
  g_assert_true (slip_file_version_is_current (path));
  set_version (path, SLIP_STORE_VERSION - 1);
  g_assert_false (slip_file_version_is_current (path));
  set_version (path, SLIP_STORE_VERSION + 1);
  g_assert_false (slip_file_version_is_current (path));
  g_assert_true (g_file_set_contents (path, "text", -1, NULL));
  g_assert_false (slip_file_version_is_current (path));
  remove_folder (folder);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-version/only-a-plan-of-this-version",
                   test_only_a_plan_of_this_version);
  return g_test_run ();
}
