/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../known-leaks.h"
#include "slip-diagnostics.h"
#include "slip-sample.h"
#include "waiting.h"

#include <sqlite3.h>

/* GLib 2.74 forgets the folders of a test that is over. */
KNOWN_LEAKS ("leak:g_set_user_dirs\n")

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
change (const Fixture *fixture, const char *sql)
{
  sqlite3 *db = NULL;
  g_assert_cmpint (sqlite3_open (fixture->path, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_close (db), ==, SQLITE_OK);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "secret.slipway", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static SlipWorkspace *
open_sample (const Fixture *fixture)
{
  SlipWorkspace *workspace = open_workspace (fixture->path, SLIP_WRITER_WINDOW);
  SlipDate today = slip_date_new (2026, 12, 1);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step =
    execute (workspace, slip_sample_run, &today, &error);
  g_assert_no_error (error);
  return workspace;
}

static void
fill (const Fixture *fixture)
{
  close_workspace (open_sample (fixture));
}

static char *
report (const Fixture *fixture)
{
  g_autoptr (GAsyncResult) result = NULL;
  slip_diagnostics_file_async (fixture->path, NULL, ready_cb, &result);
  return slip_diagnostics_finish (wait_for (&result));
}

static void
assert_says (const char *text, const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
assert_private (const Fixture *fixture, const SlipPlanState *state, char *text)
{
  static const SlipKind kinds[] = { SLIP_KIND_PRODUCT, SLIP_KIND_PERSON,
                                    SLIP_KIND_AUDIENCE, SLIP_KIND_FREEZE };
  g_assert_null (strstr (text, "secret"));
  g_assert_null (strstr (text, fixture->folder));
  for (guint i = 0; state != NULL && i < G_N_ELEMENTS (kinds); i++) {
    g_autoptr (GPtrArray) rows = slip_plan_state_list (state, kinds[i]);
    g_assert_cmpuint (rows->len, >, 0);
    for (guint j = 0; j < rows->len; j++)
      g_assert_null (strstr (text, slip_row_get_text (rows->pdata[j], 0)));
  }
}

static void
test_open_plan_is_counted (Fixture *fixture, gconstpointer data)
{
  SlipWorkspace *workspace = open_sample (fixture);
  g_autoptr (GAsyncResult) result = NULL;
  slip_diagnostics_plan_async (slip_workspace_get_store (workspace), NULL,
                               ready_cb, &result);
  g_autofree char *text = slip_diagnostics_finish (wait_for (&result));
  const SlipPlanState *state = slip_workspace_get_state (workspace);
  g_autoptr (GPtrArray) releases =
    slip_plan_state_list (state, SLIP_KIND_RELEASE);
  g_autofree char *count = g_strdup_printf ("  release: %u\n", releases->len);
  assert_says (text, count);
  assert_says (text, "  History: 1 steps\n");
  assert_says (text, "  Integrity: sound\n");
  assert_private (fixture, state, text);
  close_workspace (workspace);
}

static void
test_closed_plan_is_left_as_it_is (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;
  g_file_get_contents (fixture->path, &before, &n_before, NULL);
  g_autofree char *text = report (fixture);
  g_file_get_contents (fixture->path, &after, &n_after, NULL);
  assert_says (text, "Integrity: sound");
  g_assert_cmpmem (before, n_before, after, n_after);
}

static void
test_older_plan_is_not_brought_up_to_date (Fixture *fixture, gconstpointer data)
{
  fill (fixture);
  change (fixture, "PRAGMA user_version = 1");
  g_autofree char *text = report (fixture);
  assert_says (text, "version 1");
  assert_says (text, "not opened");
  assert_private (fixture, NULL, text);
}

static void
test_what_is_wrong_is_told_without_names (Fixture *fixture, gconstpointer data)
{
  g_autofree char *missing = report (fixture);
  assert_says (missing, "is not there");
  g_file_set_contents (fixture->path, "some text", -1, NULL);
  g_autofree char *no_plan = report (fixture);
  assert_says (no_plan, "is not a plan");
  assert_private (fixture, NULL, no_plan);
  g_unlink (fixture->path);
  fill (fixture);
  change (fixture, "PRAGMA foreign_keys = OFF; DELETE FROM person");
  g_autofree char *faulty = report (fixture);
  assert_says (faulty, " faults; slipway-cli check");
  assert_private (fixture, NULL, faulty);
}

#define ADD(name, func)                                                        \
  g_test_add ("/diagnostics/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  ADD ("open-plan-is-counted", test_open_plan_is_counted);
  ADD ("closed-plan-is-left-as-it-is", test_closed_plan_is_left_as_it_is);
  ADD ("older-plan-is-not-brought-up-to-date",
       test_older_plan_is_not_brought_up_to_date);
  ADD ("what-is-wrong-is-told-without-names",
       test_what_is_wrong_is_told_without_names);
  return g_test_run ();
}
