/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <sqlite3.h>

/* A plan with two persons, of which one was renamed, and a release that was
 * undone, after @sql ran on it without regard for what guards the file. */
static char *
check_after (const char *sql)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) first = NULL;
  g_autoptr (SlipChangeSet) second = NULL;
  g_autoptr (SlipChangeSet) third = NULL;
  sqlite3 *db = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  first = make_person (&session, "p1", "Support lead");
  session_commit (&session, first);
  second = make_rename (&session, "p1", "Support manager");
  session_commit (&session, second);
  third = make_release (&session, "r1");
  session_commit (&session, third);
  session_turn (&session, SLIP_STEP_UNDO);
  session_clear (&session);

  g_assert_cmpint (sqlite3_open (folder.plan, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db,
                                 "DROP TRIGGER history_step_update;"
                                 "DROP TRIGGER history_step_delete;"
                                 "DROP TRIGGER history_change_update;"
                                 "DROP TRIGGER history_change_delete;",
                                 NULL, NULL, NULL),
                   ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
  session_init (&session, folder.plan);
  return session_check (&session);
}

static void
assert_fault (const char *sql, const char *word)
{
  g_autofree char *faults = check_after (sql);

  g_test_message ("%s: %s", sql, faults);
  g_assert_nonnull (strstr (faults, word));
  g_assert_null (strchr (faults, '\n'));
}

static void
test_sound (void)
{
  g_autofree char *faults = check_after ("SELECT 1");

  g_assert_cmpstr (faults, ==, "");
}

static void
test_history_against_plan (void)
{
  assert_fault ("UPDATE person SET name = 'Nobody'", "person p1");
  assert_fault ("INSERT INTO product (id) VALUES ('r1-product')",
                "product r1-product is there");
}

static void
test_unknown_property (void)
{
  g_autofree char *faults =
    check_after ("UPDATE history_change SET property = 'shoes' WHERE step = 2");

  g_assert_nonnull (strstr (faults, "shoes"));
}

static void
test_missing_entity (void)
{
  g_autofree char *faults = check_after ("DELETE FROM person");

  g_assert_nonnull (strstr (faults, "person p1 is missing"));
}

static void
test_numbers (void)
{
  g_autofree char *missing =
    check_after ("DELETE FROM history_step WHERE number = 2");
  g_autofree char *circular =
    check_after ("UPDATE history_step SET target = 4 WHERE number = 4");

  g_assert_nonnull (strstr (missing, "step 3 is missing"));
  g_assert_nonnull (strstr (circular, "step 4"));
}

static void
test_positions (void)
{
  assert_fault ("UPDATE step_state SET state = 'undone' WHERE number = 1",
                "step 1");
  assert_fault ("UPDATE step_state SET state = 'done' WHERE number = 3",
                "step 3");
  assert_fault ("DELETE FROM step_state WHERE number = 2", "step 2");
  assert_fault ("INSERT INTO step_state VALUES (4, 'closed', 4)", "step 4");
}

static void
test_references (void)
{
  assert_fault ("INSERT INTO product (id, owner_person) VALUES ('x', 'gone')",
                "product");
}

static void
test_plan_row (void)
{
  assert_fault ("INSERT INTO \"plan\" (id) VALUES ('second')", "one plan");
}

/* The same with a checklist that is there. */
static void
test_summaries (void)
{
  static const struct {
    const char *sql;
    const char *word;
  } cases[] = {
    { "UPDATE checklist_summary SET n_required = 7", "checklist r1-checklist" },
    { "UPDATE checklist_summary SET due_days = '2026-03-12'",
      "checklist r1-checklist" },
    { "DELETE FROM checklist_summary", "checklist r1-checklist" },
    { "INSERT INTO checklist_summary "
      "VALUES ('gone', 'lost', NULL, NULL, 0, 0, 0, 0, 0, 0, '')",
      "checklist lost" },
    { "INSERT INTO checklist_summary "
      "VALUES ('r1', 'a', NULL, NULL, 0, 0, 0, 0, 0, 0, '')",
      "checklist a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++) {
    g_auto (Folder) folder = { NULL };
    g_auto (Session) session = { NULL };
    g_autoptr (SlipChangeSet) set = NULL;
    g_autofree char *faults = NULL;
    sqlite3 *db = NULL;

    folder_init (&folder);
    session_init (&session, folder.plan);
    set = make_release (&session, "r1");
    session_commit (&session, set);
    session_clear (&session);
    g_assert_cmpint (sqlite3_open (folder.plan, &db), ==, SQLITE_OK);
    g_assert_cmpint (sqlite3_exec (db, cases[i].sql, NULL, NULL, NULL), ==,
                     SQLITE_OK);
    sqlite3_close (db);
    session_init (&session, folder.plan);
    faults = session_check (&session);
    g_assert_nonnull (strstr (faults, cases[i].word));
    g_assert_null (strchr (faults, '\n'));
  }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/check/sound/says-nothing", test_sound);
  g_test_add_func ("/check/faults/history-against-plan",
                   test_history_against_plan);
  g_test_add_func ("/check/faults/unknown-property", test_unknown_property);
  g_test_add_func ("/check/faults/missing-entity", test_missing_entity);
  g_test_add_func ("/check/faults/numbers-of-steps", test_numbers);
  g_test_add_func ("/check/faults/undo-positions", test_positions);
  g_test_add_func ("/check/faults/references", test_references);
  g_test_add_func ("/check/faults/not-exactly-one-plan", test_plan_row);
  g_test_add_func ("/check/faults/each-summary-that-differs", test_summaries);
  return g_test_run ();
}
