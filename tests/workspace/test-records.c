/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waiting.h"

#include "slip-deciding.h"
#include "slip-entity-edit.h"
#include "slip-import-file.h"

#include <sqlite3.h>

/* What was decided on a release that came from a calendar stays the same bytes
 * when that calendar is imported again. */

#define CALENDAR                                                               \
  "BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:-//t//t//EN\n"                         \
  "X-WR-CALNAME:Payments schedule\nBEGIN:VEVENT\nUID:a\n"                      \
  "DTSTART;VALUE=DATE:%s\nSUMMARY:%s\nEND:VEVENT\nEND:VCALENDAR\n"

typedef struct {
  char *folder;
  char *path;
  char *calendar;
  SlipWorkspace *workspace;
  char *release;
  char *decision;
} Fixture;

static void
import (Fixture *fixture, const char *day, const char *name)
{
  g_autofree char *text = g_strdup_printf (CALENDAR, day, name);
  SlipImportRequest request = { .path = fixture->calendar };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_file_set_contents (fixture->calendar, text, -1, &error);
  g_assert_no_error (error);
  slip_import_file_async (fixture->workspace, &request, NULL, ready_cb,
                          &result);
  g_autoptr (SlipImportReport) report =
    slip_import_file_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_nonnull (report);
}

static void
run (Fixture *fixture, SlipIntentFunc func, gpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step = execute (fixture->workspace, func, data, &error);

  g_assert_no_error (error);
  g_assert_nonnull (step);
}

static gboolean
run_stage (SlipEdit *edit, gconstpointer data, GError **error)
{
  if (!slip_edit_need (edit, data))
    return TRUE;
  slip_edit_create (edit, SLIP_KIND_STAGE, "five", data);
  slip_edit_set_text (edit, SLIP_KIND_STAGE, "five", SLIP_STAGE_NAME, "5 %");
  return TRUE;
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "plan.slipway", NULL);
  fixture->calendar = g_build_filename (fixture->folder, "plan.ics", NULL);
  fixture->workspace = open_workspace (fixture->path, SLIP_WRITER_WINDOW);
  import (fixture, "20261208", "Payments 3.9");
  g_autoptr (GPtrArray) releases =
    slip_plan_state_list (slip_workspace_get_state (fixture->workspace),
                          SLIP_KIND_RELEASE);
  g_assert_cmpuint (releases->len, ==, 1);
  fixture->release = g_strdup (slip_row_get_id (releases->pdata[0]));
  run (fixture, run_stage, fixture->release);

  g_autoptr (SlipDeciding) deciding =
    slip_deciding_new (SLIP_DECISION_GO, fixture->release, "five",
                       (SlipMoment){ 1795392000000,
                                     slip_date_new (2026, 11, 23) });
  deciding->person_name = g_strdup ("Release lead");
  deciding->reason = g_strdup ("All is well");
  run (fixture, slip_deciding_run, deciding);
  fixture->decision = g_strdup (deciding->id);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_workspace (fixture->workspace);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
  g_free (fixture->calendar);
  g_free (fixture->release);
  g_free (fixture->decision);
}

/* All columns of the record, as SQLite quotes them. */
static char *
dup_record (Fixture *fixture)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;
  char *record;

  g_assert_cmpint (sqlite3_open_v2 (fixture->path, &db, SQLITE_OPEN_READONLY,
                                    NULL),
                   ==, SQLITE_OK);
  sqlite3_prepare_v2 (db, "SELECT name FROM pragma_table_info ('decision')", -1,
                      &statement, NULL);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (columns, "%squote(\"%s\")",
                            columns->len > 0 ? " || ',' || " : "",
                            (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  g_autofree char *sql =
    g_strdup_printf ("SELECT %s FROM decision WHERE id = ?", columns->str);
  sqlite3_prepare_v2 (db, sql, -1, &statement, NULL);
  sqlite3_bind_text (statement, 1, fixture->decision, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  record = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return record;
}

static void
test_same_after_imports (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = dup_record (fixture);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_nonnull (strstr (before, "Payments 3.9"));
  import (fixture, "20261215", "Wallet 4.0");
  import (fixture, "20261216", "Wallet 4.1");
  after = dup_record (fixture);
  g_assert_cmpstr (before, ==, after);

  while (slip_workspace_peek_undo (fixture->workspace) != NULL) {
    g_autoptr (SlipStep) step =
      turn (fixture->workspace, SLIP_STEP_UNDO,
            slip_workspace_peek_undo (fixture->workspace)->number, FALSE,
            &error);

    g_assert_no_error (error);
    g_assert_nonnull (step);
  }
  undone = dup_record (fixture);
  g_assert_cmpstr (before, ==, undone);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/records/same-after-imports", Fixture, NULL, set_up,
              test_same_after_imports, tear_down);

  return g_test_run ();
}
