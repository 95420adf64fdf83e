/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-deciding.h"
#include "slip-entity-edit.h"
#include "slip-intent.h"
#include "slip-migration.h"
#include "slip-opening.h"
#include "store-fixture.h"

#include <sqlite3.h>

/* A decision is the same bytes for ever: whatever is edited later, taken back,
 * renamed, retired or deleted, in a copy, and after a migration. */

#define TODAY (slip_date_new (2026, 3, 9))

/* The columns of the table of decisions, quoted: 'quote("id"), …'. */
static char *
dup_columns (sqlite3 *db)
{
  g_autoptr (GString) columns = g_string_new (NULL);
  sqlite3_stmt *statement = NULL;

  g_assert_cmpint (
    sqlite3_prepare_v2 (db, "SELECT name FROM pragma_table_info ('decision')",
                        -1, &statement, NULL),
    ==, SQLITE_OK);
  while (sqlite3_step (statement) == SQLITE_ROW)
    g_string_append_printf (columns, "%squote(\"%s\")",
                            columns->len > 0 ? " || ',' || " : "",
                            (const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  return g_strdup (columns->str);
}

/* All columns of the decision @id in the file @path, as SQLite quotes them. */
static char *
dup_record (const char *path, const char *id)
{
  g_autofree char *columns = NULL;
  g_autofree char *sql = NULL;
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;
  char *record;

  g_assert_cmpint (sqlite3_open_v2 (path, &db, SQLITE_OPEN_READONLY, NULL), ==,
                   SQLITE_OK);
  columns = dup_columns (db);
  sql = g_strdup_printf ("SELECT %s FROM decision WHERE id = ?", columns);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==,
                   SQLITE_OK);
  sqlite3_bind_text (statement, 1, id, -1, SQLITE_STATIC);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  record = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return record;
}

static void
run (Session *session, SlipIntentFunc func, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set =
    slip_intent_run (func, data, session->state, &error);

  g_assert_no_error (error);
  session_commit (session, set);
}

/* A release with stages, of which the first has something in its way. */
static gboolean
run_setting (SlipEdit *edit, gconstpointer data, GError **error)
{
  static const struct {
    SlipKind kind;
    const char *id;
    const char *name;
  } named[] = { { SLIP_KIND_PERSON, "lead", "Release lead" },
                { SLIP_KIND_PERSON, "ops", "Sales ops" },
                { SLIP_KIND_AUDIENCE, "sales", "Sales" } };
  static const char *const stages[] = { "five",     "5 %",      "A",
                                        "everyone", "Everyone", "B" };

  for (guint i = 0; i < G_N_ELEMENTS (named); i++) {
    slip_edit_create (edit, named[i].kind, named[i].id, NULL);
    slip_edit_set_text (edit, named[i].kind, named[i].id,
                        (guint) slip_schema_find_property (named[i].kind,
                                                           "name"),
                        named[i].name);
  }
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, "r1", SLIP_RELEASE_NAME,
                      "Payments");
  for (guint i = 0; i < G_N_ELEMENTS (stages); i += 3) {
    slip_edit_create (edit, SLIP_KIND_STAGE, stages[i], "r1");
    slip_edit_set_text (edit, SLIP_KIND_STAGE, stages[i], SLIP_STAGE_NAME,
                        stages[i + 1]);
    slip_edit_set_text (edit, SLIP_KIND_STAGE, stages[i], SLIP_STAGE_RANK,
                        stages[i + 2]);
  }
  slip_edit_create (edit, SLIP_KIND_CRITERION, "c", "r1");
  slip_edit_set_text (edit, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_STAGE,
                      "five");
  slip_edit_set_integer (edit, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_TYPE,
                         SLIP_CRITERION_ITEMS);
  slip_edit_set_text (edit, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_AUDIENCE,
                      "sales");
  slip_edit_set_integer (edit, SLIP_KIND_CRITERION, "c", SLIP_CRITERION_IS_MUST,
                         TRUE);
  return TRUE;
}

static SlipDeciding *
new_go (void)
{
  SlipDeciding *deciding =
    slip_deciding_new (SLIP_DECISION_CONDITIONAL_GO, "r1", "five",
                       (SlipMoment){ (gint64) TODAY.day * 86400000 + 36000000,
                                     TODAY });

  deciding->person = g_strdup ("lead");
  deciding->reason = g_strdup ("It's “urgent”\nand small: 5 %");
  deciding->opinions = g_strdup ("Sales ops: wait for Monday");
  slip_deciding_add_condition (deciding, "Call the ten", "ops", NULL,
                               slip_date_new (2026, 3, 11));
  return deciding;
}

typedef struct {
  Folder folder;
  Session session;
  SlipDeciding *deciding;
  char *record;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipChangeSet) release = NULL;

  folder_init (&fixture->folder);
  session_init (&fixture->session, fixture->folder.plan);
  release = make_release (&fixture->session, "r1");
  session_commit (&fixture->session, release);
  run (&fixture->session, run_setting, NULL);
  fixture->deciding = new_go ();
  run (&fixture->session, slip_deciding_run, fixture->deciding);
  fixture->record = dup_record (fixture->folder.plan, fixture->deciding->id);
  g_assert_nonnull (strstr (fixture->record, "there is no checklist"));
  g_assert_nonnull (strstr (fixture->record, "Release lead"));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  session_clear (&fixture->session);
  folder_clear (&fixture->folder);
  slip_deciding_free (fixture->deciding);
  g_free (fixture->record);
}

static void
assert_same_in (Fixture *fixture, const char *path)
{
  g_autofree char *record = dup_record (path, fixture->deciding->id);
  g_autofree char *faults = session_check (&fixture->session);

  g_assert_cmpstr (record, ==, fixture->record);
  g_assert_cmpstr (faults, ==, "");
}

static void
assert_same (Fixture *fixture)
{
  assert_same_in (fixture, fixture->folder.plan);
}

static void
set (Fixture *fixture, SlipKind kind, const char *id, guint property)
{
  g_autoptr (SlipEntityEdit) edit = slip_entity_edit_new_set (kind, id);

  slip_entity_edit_add_text (edit, property, "Another name");
  run (&fixture->session, slip_entity_edit_run, edit);
  assert_same (fixture);
}

static void
remove_it (Fixture *fixture, SlipKind kind, const char *id)
{
  g_autoptr (SlipEntityEdit) edit = slip_entity_edit_new_remove (kind, id);

  run (&fixture->session, slip_entity_edit_run, edit);
  assert_same (fixture);
}

static void
test_same_after_renaming (Fixture *fixture, gconstpointer data)
{
  set (fixture, SLIP_KIND_PERSON, "lead", SLIP_PERSON_NAME);
  set (fixture, SLIP_KIND_PERSON, "ops", SLIP_PERSON_NAME);
  set (fixture, SLIP_KIND_PRODUCT, "r1-product", SLIP_PRODUCT_NAME);
  set (fixture, SLIP_KIND_AUDIENCE, "sales", SLIP_AUDIENCE_NAME);
  set (fixture, SLIP_KIND_STAGE, "five", SLIP_STAGE_NAME);
  set (fixture, SLIP_KIND_STAGE, "everyone", SLIP_STAGE_NAME);
  set (fixture, SLIP_KIND_RELEASE, "r1", SLIP_RELEASE_NAME);
  set (fixture, SLIP_KIND_RELEASE, "r1", SLIP_RELEASE_SUMMARY);
}

static void
test_same_after_retiring_and_deleting (Fixture *fixture, gconstpointer data)
{
  remove_it (fixture, SLIP_KIND_CRITERION, "c");
  remove_it (fixture, SLIP_KIND_PERSON, "lead");
  remove_it (fixture, SLIP_KIND_AUDIENCE, "sales");
  remove_it (fixture, SLIP_KIND_PRODUCT, "r1-product");
  remove_it (fixture, SLIP_KIND_RELEASE, "r1");
}

static void
test_same_after_later_decisions (Fixture *fixture, gconstpointer data)
{
  static const SlipDecisionType types[] = { SLIP_DECISION_HOLD,
                                            SLIP_DECISION_RESUME,
                                            SLIP_DECISION_ROLL_BACK };

  for (guint i = 0; i < G_N_ELEMENTS (types); i++) {
    g_autoptr (SlipDeciding) deciding = slip_deciding_new (
      types[i], "r1", "five",
      (SlipMoment){ (gint64) TODAY.day * 86400000 + 40000000 + i, TODAY });

    deciding->person = g_strdup ("ops");
    deciding->reason = g_strdup ("Errors");
    run (&fixture->session, slip_deciding_run, deciding);
    assert_same (fixture);
  }
}

static void
test_same_after_undo_and_redo (Fixture *fixture, gconstpointer data)
{
  guint n_undone = 0;

  set (fixture, SLIP_KIND_STAGE, "five", SLIP_STAGE_NAME);
  while (fixture->session.undo != NULL) {
    session_turn (&fixture->session, SLIP_STEP_UNDO);
    assert_same (fixture);
    n_undone++;
  }
  g_assert_cmpuint (n_undone, >=, 4);
  while (fixture->session.redo != NULL) {
    session_turn (&fixture->session, SLIP_STEP_REDO);
    assert_same (fixture);
  }
}

static void
test_same_after_opening_again (Fixture *fixture, gconstpointer data)
{
  session_reopen (&fixture->session);
  assert_same (fixture);
}

static void
test_same_in_a_copy (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = folder_build (&fixture->folder, "Copy.slipway");
  g_autoptr (GError) error = NULL;

  session_copy (&fixture->session, path, &error);
  g_assert_no_error (error);
  assert_same_in (fixture, path);
}

/* A next version that there might be. */
static void
test_same_after_a_migration (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) migrations = slip_migration_get_all ();
  g_autofree char *script =
    g_strdup_printf ("CREATE TABLE extra (id TEXT NOT NULL PRIMARY KEY) STRICT;"
                     "INSERT INTO extra VALUES ('x');"
                     "UPDATE person SET name = 'Renamed by the migration';"
                     "UPDATE stage SET name = 'Renamed by the migration';"
                     "PRAGMA user_version = %d;",
                     SLIP_STORE_VERSION + 1);
  SlipMigration migration = { SLIP_STORE_VERSION + 1, script };
  g_autoptr (SlipOpening) opening = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *record = NULL;

  g_array_append_val (migrations, migration);
  session_clear (&fixture->session);
  opening = slip_opening_run (fixture->folder.plan, SLIP_STORE_DEFAULT,
                              migrations, NULL, &error);
  g_assert_no_error (error);
  g_clear_pointer (&opening, slip_opening_free);
  record = dup_record (fixture->folder.plan, fixture->deciding->id);
  g_assert_cmpstr (record, ==, fixture->record);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, function)                                                    \
  g_test_add ("/records/" path, Fixture, NULL, set_up, function, tear_down)
  ADD ("same-after-renaming", test_same_after_renaming);
  ADD ("same-after-retiring-and-deleting",
       test_same_after_retiring_and_deleting);
  ADD ("same-after-later-decisions", test_same_after_later_decisions);
  ADD ("same-after-undo-and-redo", test_same_after_undo_and_redo);
  ADD ("same-after-opening-again", test_same_after_opening_again);
  ADD ("same-in-a-copy", test_same_in_a_copy);
  ADD ("same-after-a-migration", test_same_after_a_migration);

  return g_test_run ();
}
