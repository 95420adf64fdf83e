/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-opening.h"
#include "slip-rollout-status.h"
#include "slip-schedule.h"
#include "slip-stage.h"
#include "store-fixture.h"

#include <glib/gstdio.h>
#include <unistd.h>

#define NAME   "Plan one.slipway"
#define NOBODY 65534

static const char add_table[] =
  "CREATE TABLE extra (id TEXT NOT NULL PRIMARY KEY) STRICT;"
  "INSERT INTO extra VALUES ('x');"
  "PRAGMA user_version = 8;";

static const char add_row[] = "INSERT INTO extra VALUES ('y');"
                              "PRAGMA user_version = 9;";

static const char break_off[] = "CREATE TABLE half (id TEXT) STRICT;"
                                "PRAGMA user_version = 8;"
                                "INSERT INTO nowhere VALUES (1);";

static const char break_references[] = "DELETE FROM product;"
                                       "PRAGMA user_version = 8;";

static GArray *
make_migrations (const char *second, const char *third)
{
  GArray *migrations = slip_migration_get_all ();
  SlipMigration migration = { SLIP_STORE_VERSION + 1, second };

  g_array_append_val (migrations, migration);
  migration = (SlipMigration){ SLIP_STORE_VERSION + 2, third };
  if (third != NULL)
    g_array_append_val (migrations, migration);
  return migrations;
}

/* A closed plan with a release in it; returns its digest. */
static char *
make_plan (const Folder *folder)
{
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) set = NULL;

  session_init (&session, folder->plan);
  set = make_release (&session, "r1");
  session_commit (&session, set);
  return session_digest (&session);
}

static SlipOpening *
open_with (const Folder *folder, GArray *migrations, GError **error)
{
  return slip_opening_run (folder->plan, SLIP_STORE_DEFAULT, migrations, NULL,
                           error);
}

/* A plan as version 1 left it: a release with two checklists and three items,
 * filled at one go, and then a step that did the first of them. */
static const char first_version[] =
  "PRAGMA journal_mode = WAL;"
  "BEGIN;"
  "INSERT INTO meta (key, value) VALUES ('plan', 'the-plan');"
  "UPDATE meta SET value = 1 WHERE key = 'undo-floor';"
  "INSERT INTO \"plan\" (id, name) VALUES ('the-plan', 'Plan one');"
  "INSERT INTO person (id, name) VALUES ('lead', 'Support lead');"
  "INSERT INTO audience (id, name) VALUES ('support', 'Support');"
  "INSERT INTO \"release\" (id, name, release_date, release_certainty) "
  "VALUES ('r1', 'First', '2026-03-12', 'confirmed');"
  "INSERT INTO checklist (id, owner, audience, owner_person) "
  "VALUES ('c1', 'r1', 'support', 'lead');"
  "INSERT INTO checklist (id, owner, is_not_needed, reason) "
  "VALUES ('c2', 'r1', 1, 'Nothing changes for them');"
  "INSERT INTO item (id, owner, checklist, title, is_required, state, due_date)"
  " VALUES ('i1', 'r1', 'c1', 'Train', 1, 'done', '2026-03-02'),"
  " ('i2', 'r1', 'c1', 'Write', 1, 'blocked', '2026-03-09'),"
  " ('i3', 'r1', 'c1', 'Tell', 0, 'to-do', '2026-03-05');"
  "INSERT INTO history_step (number, type, at_ms, writer, verb) VALUES"
  " (1, 'edit', 1767225600000, 'window', 'generate'),"
  " (2, 'edit', 1767225600001, 'window', 'edit');"
  "INSERT INTO history_change VALUES"
  " (2, 0, 'set', 'item', 'i1', 'r1', 'state', 'to-do', 'done');"
  "INSERT INTO step_state VALUES (2, 'done', 2);"
  "COMMIT;";

static void
run_sql (sqlite3 *db, const char *sql)
{
  char *message = NULL;

  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
}

/* A plan as @version left it, with what @sql puts into it. */
static void
write_version (const Folder *folder, int version, const char *sql)
{
  g_autoptr (GArray) migrations = slip_migration_get_all ();
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (folder->plan, &db), ==, SQLITE_OK);
  for (int i = 0; i < version; i++)
    run_sql (db, g_array_index (migrations, SlipMigration, i).script);
  run_sql (db, sql);
  sqlite3_close (db);
}

/* Also @n_closed required items of the first checklist. */
static void
assert_summary (Session *session, guint n_closed, guint n_due)
{
  g_autoptr (SlipPlanState) light = session_load_light (session);
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (light, "r1");
  const SlipChecklistSummary *first = summary->checklists->pdata[0];
  const SlipChecklistSummary *second = summary->checklists->pdata[1];

  g_assert_cmpuint (summary->checklists->len, ==, 2);
  g_assert_cmpstr (first->checklist, ==, "c1");
  g_assert_cmpstr (first->audience, ==, "support");
  g_assert_cmpstr (first->owner, ==, "lead");
  g_assert_cmpuint (first->n_required, ==, 2);
  g_assert_cmpuint (first->n_required_closed, ==, n_closed);
  g_assert_cmpuint (first->n_required_blocked, ==, 1);
  g_assert_cmpuint (first->n_optional_open, ==, 1);
  g_assert_cmpuint (first->due->len, ==, n_due);
  g_assert_true (second->is_not_needed);
  session_assert_summaries (session);
}

static void
assert_sound (Session *session)
{
  g_autofree char *faults = session_check (session);

  g_assert_cmpstr (faults, ==, "");
}

static void
test_from_first_version (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *backup = NULL;

  folder_init (&folder);
  write_version (&folder, 1, first_version);
  session_init (&session, folder.plan);
  assert_sound (&session);
  assert_summary (&session, 1, 2);
  steps = session_history (&session, "r1", G_MAXINT64, 10);
  g_assert_cmpuint (steps->len, ==, 1);
  g_assert_cmpint (session.undo->number, ==, 2);

  session_turn (&session, SLIP_STEP_UNDO);
  g_assert_null (session.undo);
  assert_summary (&session, 0, 3);
  session_turn (&session, SLIP_STEP_REDO);
  assert_summary (&session, 1, 2);
  assert_sound (&session);

  /* The copy is the old plan, and may be opened in turn. */
  backup = folder_build (&folder, "Plan one.backup-v1.slipway");
  session_clear (&session);
  session_init (&session, backup);
  g_assert_cmpint (session.head, ==, 2);
  assert_summary (&session, 1, 2);
  assert_sound (&session);
}

/* Stages of a release as version 2 may hold them, a letter each (p(lanned),
 * a(ctive), h(eld), d(one), r(olled back), s(kipped)), and as they are after
 * it. */
typedef struct {
  const char *status;
  const char *before;
  const char *after;
} Rollout;

static const Rollout rollouts[] = {
  { "planned", "pp", "pp" },       { "ready", "dap", "rrp" },
  { "building", "rsp", "rsp" },    { "rolling-out", "ppp", "app" },
  { "rolling-out", "rrs", "ars" }, { "rolling-out", "dds", "das" },
  { "rolling-out", "dap", "dap" }, { "rolling-out", "dpp", "dpp" },
  { "rolling-out", "ss", "ss" },   { "released", "ppp", "sss" },
  { "released", "dap", "dds" },    { "released", "rrp", "rds" },
  { "released", "ddr", "ddr" },    { "on-hold", "dap", "dhp" },
  { "cancelled", "dhp", "drp" },   { "cancelled", "pp", "pp" },
};

static const char *
get_state_nick (char letter)
{
  return slip_schema_get_property (SLIP_KIND_STAGE, SLIP_STAGE_STATE)
    ->values[strchr ("pahdrs", letter) - "pahdrs"]
    .nick;
}

/* Each stage starts after the one before, a day each; all have started once,
 * whatever their state says. */
static void
print_rollout (GString *sql, guint number, const Rollout *rollout)
{
  g_string_append_printf (
    sql,
    "INSERT INTO \"release\" (id, name, status, release_date, "
    "release_certainty) VALUES ('r%u', 'Release', '%s', '2026-03-12', "
    "'confirmed');",
    number, rollout->status);
  for (guint i = 0; rollout->before[i] != '\0'; i++)
    g_string_append_printf (
      sql,
      "INSERT INTO stage (id, owner, name, state, \"rank\", planned_start, "
      "planned_end, started_at, ended_at, start_anchor, is_launch) VALUES "
      "('r%u-%u', 'r%u', 'Stage', '%s', '%u', '2026-03-%u', '2026-03-%u', "
      "1000, 2000, 'previous', %d);",
      number, i, number, get_state_nick (rollout->before[i]), i + 1, 12 + i,
      12 + i, i == 0);
}

static char *
dup_second_version (void)
{
  GString *sql = g_string_new (
    "PRAGMA journal_mode = WAL;"
    "BEGIN;"
    "INSERT INTO meta (key, value) VALUES ('plan', 'the-plan');"
    "INSERT INTO \"plan\" (id, name) VALUES ('the-plan', 'Plan one');"
    "INSERT INTO history_step (number, type, at_ms, writer, verb) VALUES"
    " (1, 'edit', 1767225600000, 'window', 'edit'),"
    " (2, 'edit', 1767225600001, 'window', 'status');"
    "INSERT INTO history_change VALUES"
    " (2, 0, 'set', 'release', 'r3', NULL, 'status', 'released',"
    " 'rolling-out');"
    "INSERT INTO step_state VALUES (1, 'done', 1), (2, 'done', 2);");

  for (guint i = 0; i < G_N_ELEMENTS (rollouts); i++)
    print_rollout (sql, i, &rollouts[i]);
  g_string_append (sql, "COMMIT;");
  return g_string_free (sql, FALSE);
}

static char *
dup_states (const SlipPlanState *state, guint release)
{
  g_autofree char *id = g_strdup_printf ("r%u", release);
  g_autoptr (GPtrArray) stages = slip_stage_list (state, id);
  GString *letters = g_string_new (NULL);

  for (guint i = 0; i < stages->len; i++)
    g_string_append_c (letters,
                       "pahdrs"[slip_stage_get_state (stages->pdata[i])]);
  return g_string_free (letters, FALSE);
}

static void
test_status_and_stages_agree (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *sql = dup_second_version ();

  folder_init (&folder);
  write_version (&folder, 2, sql);
  session_init (&session, folder.plan);
  for (guint i = 0; i < G_N_ELEMENTS (rollouts); i++) {
    g_autofree char *states = dup_states (session.state, i);

    g_test_message ("%s %s", rollouts[i].status, rollouts[i].before);
    g_assert_cmpstr (states, ==, rollouts[i].after);
  }
  slip_rollout_find_faults (session.state, faults);
  slip_schedule_find_faults (session.state, faults);
  for (guint i = 0; i < faults->len; i++)
    g_test_message ("%s", (const char *) faults->pdata[i]);
  g_assert_cmpuint (faults->len, ==, 0);
  assert_sound (&session);

  /* History tells what the migration did, and undo stops there. */
  g_assert_cmpint (session.head, ==, 3);
  g_assert_null (session.undo);
  steps = session_history (&session, "r3", G_MAXINT64, 10);
  g_assert_cmpuint (steps->len, ==, 2);
  g_assert_cmpint (((const SlipStep *) steps->pdata[0])->set->verb, ==,
                   SLIP_VERB_UPDATE);
}

/* What agrees is left alone, but what came before is not undone. */
static void
test_agreeing_plan_keeps_its_history (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autofree char *all = NULL;
  g_autoptr (GString) sql = g_string_new (NULL);
  static const Rollout planned = { "planned", "pp", "pp" };

  print_rollout (sql, 0, &planned);
  all = g_strdup_printf (
    "PRAGMA journal_mode = WAL;"
    "INSERT INTO meta (key, value) VALUES ('plan', 'the-plan');"
    "INSERT INTO \"plan\" (id, name) VALUES ('the-plan', 'Plan one');"
    "%s UPDATE stage SET started_at = NULL, ended_at = NULL;"
    "INSERT INTO history_step (number, type, at_ms, writer, verb) VALUES"
    " (1, 'edit', 1767225600000, 'window', 'edit');"
    "INSERT INTO step_state VALUES (1, 'done', 1);",
    sql->str);
  folder_init (&folder);
  write_version (&folder, 2, all);
  session_init (&session, folder.plan);
  g_assert_cmpint (session.head, ==, 1);
  g_assert_null (session.undo);
  assert_sound (&session);
}

/* Feeds are new in version 4: everything else, history and what undo does next
 * are as they were. */
static void
test_feeds_leave_the_plan_alone (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autofree char *faults = NULL;

  folder_init (&folder);
  write_version (&folder, 3, first_version);
  session_init (&session, folder.plan);
  g_assert_cmpint (session.head, ==, 2);
  g_assert_cmpint (session.undo->number, ==, 2);
  g_assert_cmpuint (slip_plan_state_count (session.state, SLIP_KIND_FEED), ==,
                    0);
  g_assert_cmpuint (slip_plan_state_count (session.state, SLIP_KIND_ITEM), ==,
                    3);
  session_turn (&session, SLIP_STEP_UNDO);
  g_assert_null (session.undo);
  session_turn (&session, SLIP_STEP_REDO);
  faults = session_check (&session);
  g_assert_cmpstr (faults, ==, "");
}

/* The search index is new in version 6: it is made empty, and read when
 * somebody searches. */
static void
test_texts_are_read_later (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  folder_init (&folder);
  write_version (&folder, 5, first_version);
  session_init (&session, folder.plan);
  before = session_search (&session, "support", 10);
  g_assert_cmpstr (before, ==, "");
  g_assert_cmpfloat (session_index (&session, FALSE), >=, 1);
  after = session_search (&session, "support", 10);
  g_assert_cmpstr (after, !=, "");
}

/* All that the plan of @folder says of its decisions. */
static char *
dup_records (const Folder *folder)
{
  static const char sql[] =
    "SELECT group_concat (quote (id) || quote (owner) || quote (type) || "
    "quote (at) || quote (stage_name) || quote (person_name) || "
    "quote (reason) || quote (conditions) || quote (evidence) || rowid) "
    "FROM decision";
  sqlite3_stmt *statement = NULL;
  sqlite3 *db = NULL;
  char *records;

  g_assert_cmpint (sqlite3_open (folder->plan, &db), ==, SQLITE_OK);
  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==,
                   SQLITE_OK);
  g_assert_cmpint (sqlite3_step (statement), ==, SQLITE_ROW);
  records = g_strdup ((const char *) sqlite3_column_text (statement, 0));
  sqlite3_finalize (statement);
  sqlite3_close (db);
  return records;
}

/* There are decisions since version 3. */
static void
test_records_stay_as_they_are (void)
{
  static const char add[] =
    "INSERT INTO decision (id, owner, type, at, stage_name, person_name, "
    "reason, conditions, evidence) VALUES "
    "('d', 'r1', 'conditional-go', 1767225600000, '5 %', 'Release lead', "
    "'It''s “urgent”' || char (10) || 'and small', 'Ask; Sales; 2026-01-02', "
    "'Gate: shut'), ('e', 'r1', 'hold', 1767225600001, '5 %', 'Release lead', "
    "'Errors', NULL, 'Gate: shut');";

  for (int version = 3; version < SLIP_STORE_VERSION; version++) {
    g_auto (Folder) folder = { NULL };
    g_auto (Session) session = { NULL };
    g_autofree char *sql = g_strconcat (first_version, add, NULL);
    g_autofree char *before = NULL;
    g_autofree char *after = NULL;

    folder_init (&folder);
    write_version (&folder, version, sql);
    before = dup_records (&folder);
    session_init (&session, folder.plan);
    g_assert_cmpuint (slip_plan_state_count (session.state, SLIP_KIND_RELEASE),
                      ==, 1);
    session_clear (&session);
    after = dup_records (&folder);
    g_assert_cmpstr (after, ==, before);
    g_assert_nonnull (strstr (after, "urgent"));
  }
}

static gint64
read_integer (SlipConnection *connection, const char *sql)
{
  g_autoptr (GError) error = NULL;
  gint64 integer;

  slip_connection_read_integer (connection, sql, &integer, &error);
  g_assert_no_error (error);
  return integer;
}

static void
assert_plan_at (const Folder *folder, const char *name, const char *digest)
{
  g_autofree char *path = folder_build (folder, name);
  g_auto (Session) session = { NULL };
  g_autofree char *found = NULL;
  g_autofree char *faults = NULL;

  g_assert_true (g_file_test (path, G_FILE_TEST_IS_REGULAR));
  session_init (&session, path);
  found = session_digest (&session);
  g_assert_cmpstr (found, ==, digest);
  faults = session_check (&session);
  g_assert_cmpstr (faults, ==, "");
}

static void
test_runs_in_order (void)
{
  g_auto (Folder) folder = { NULL };
  g_autoptr (GArray) migrations = make_migrations (add_table, add_row);
  g_autoptr (SlipOpening) opening = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *log = NULL;
  GStatBuf status;

  folder_init (&folder);
  digest = make_plan (&folder);
  opening = open_with (&folder, migrations, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_integer (opening->writer, "PRAGMA user_version"), ==,
                   SLIP_STORE_VERSION + 2);
  g_assert_cmpint (read_integer (opening->reader, "SELECT count(*) FROM extra"),
                   ==, 2);
  g_assert_cmpint (read_integer (opening->writer, "PRAGMA foreign_keys"), ==,
                   1);
  /* The version is in the file itself, for a program that looks at that. */
  log = g_strconcat (folder.plan, "-wal", NULL);
  g_assert_cmpint (g_stat (log, &status), ==, 0);
  g_assert_cmpint (status.st_size, ==, 0);
  g_clear_pointer (&opening, slip_opening_free);
  assert_plan_at (&folder, "Plan one.backup-v7.slipway", digest);
}

static void
test_runs_once (void)
{
  g_auto (Folder) folder = { NULL };
  g_autoptr (GArray) migrations = make_migrations (add_table, add_row);
  g_autoptr (SlipOpening) first = NULL;
  g_autoptr (SlipOpening) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL;

  folder_init (&folder);
  digest = make_plan (&folder);
  first = open_with (&folder, migrations, &error);
  g_assert_no_error (error);
  second = open_with (&folder, migrations, &error);
  g_assert_no_error (error);
  /* As if another program had been quicker after we looked. */
  slip_migration_run (second->writer, migrations, &error);
  g_assert_no_error (error);
  g_assert_cmpint (read_integer (second->reader, "SELECT count(*) FROM extra"),
                   ==, 2);
}

static void
test_copies_do_not_replace (void)
{
  g_auto (Folder) folder = { NULL };
  g_autoptr (GArray) migrations = make_migrations (add_table, NULL);
  g_autoptr (SlipOpening) opening = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL;
  g_autofree char *taken = NULL;
  g_autofree char *contents = NULL;

  folder_init (&folder);
  digest = make_plan (&folder);
  taken = folder_build (&folder, "Plan one.backup-v7.slipway");
  g_assert_true (g_file_set_contents (taken, "mine", -1, NULL));
  opening = open_with (&folder, migrations, &error);
  g_assert_no_error (error);
  g_clear_pointer (&opening, slip_opening_free);
  g_assert_true (g_file_get_contents (taken, &contents, NULL, NULL));
  g_assert_cmpstr (contents, ==, "mine");
  assert_plan_at (&folder, "Plan one.backup-v7-2.slipway", digest);
}

static void
assert_fails (const char *script, SlipStoreError code)
{
  g_auto (Folder) folder = { NULL };
  g_autoptr (GArray) migrations = make_migrations (script, NULL);
  g_autoptr (GError) error = NULL;
  g_autofree char *digest = NULL;

  folder_init (&folder);
  digest = make_plan (&folder);
  g_assert_null (open_with (&folder, migrations, &error));
  assert_store_error (error, code, NAME);
  assert_plan_at (&folder, NAME, digest);
}

static void
test_failure (void)
{
  g_autoptr (GError) error = NULL;
  g_auto (Folder) folder = { NULL };
  g_autoptr (GArray) migrations = make_migrations (break_off, NULL);
  g_autofree char *digest = NULL;

  folder_init (&folder);
  digest = make_plan (&folder);
  g_assert_null (open_with (&folder, migrations, &error));
  g_assert_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_FAILED);
  assert_plan_at (&folder, NAME, digest);
}

static void
test_broken_references (void)
{
  assert_fails (break_references, SLIP_STORE_ERROR_CORRUPT);
}

static void
test_meanwhile_newer (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (GArray) migrations = make_migrations (add_table, NULL);
  g_autoptr (SlipOpening) newer = NULL;
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (SlipCommit) commit = NULL;
  g_autoptr (GError) error = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  newer = open_with (&folder, migrations, &error);
  g_assert_no_error (error);
  set = make_person (&session, "p1", "Support lead");
  commit = session_try_commit (&session, set, &error);
  g_assert_null (commit);
  assert_store_error (error, SLIP_STORE_ERROR_TOO_NEW, NAME);
}

static int
try_reading_only (char *path)
{
  g_autofree char *plan = g_build_filename (path, NAME, NULL);
  g_autoptr (GArray) migrations = make_migrations (add_table, NULL);
  g_autoptr (GError) error = NULL;

  if (geteuid () == 0 && (setgid (NOBODY) != 0 || setuid (NOBODY) != 0))
    return 2;
  g_assert_null (open_with (&(Folder){ path, plan }, migrations, &error));
  assert_store_error (error, SLIP_STORE_ERROR_READ_ONLY, NAME);
  return 0;
}

static void
test_read_only (void)
{
  g_auto (Folder) folder = { NULL };
  g_autofree char *digest = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) child = NULL;
  g_autofree char *self = find_self ();

  folder_init (&folder);
  digest = make_plan (&folder);
  before = folder_print (&folder);
  g_chmod (folder.path, 0555);
  child = g_subprocess_new (G_SUBPROCESS_FLAGS_NONE, &error, self, "--read",
                            folder.path, NULL);
  g_assert_no_error (error);
  g_subprocess_wait_check (child, NULL, &error);
  g_assert_no_error (error);
  after = folder_print (&folder);
  g_assert_cmpstr (before, ==, after);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && g_str_equal (argv[1], "--read"))
    return try_reading_only (argv[2]);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/migration/run/each-in-order-after-a-copy",
                   test_runs_in_order);
  g_test_add_func ("/migration/run/nothing-twice", test_runs_once);
  g_test_add_func ("/migration/run/from-the-first-version",
                   test_from_first_version);
  g_test_add_func ("/migration/rollout/status-and-stages-agree",
                   test_status_and_stages_agree);
  g_test_add_func ("/migration/rollout/what-agrees-is-left-alone",
                   test_agreeing_plan_keeps_its_history);
  g_test_add_func ("/migration/feeds/the-rest-is-as-it-was",
                   test_feeds_leave_the_plan_alone);
  g_test_add_func ("/migration/search/texts-are-read-later",
                   test_texts_are_read_later);
  g_test_add_func ("/migration/records/stay-as-they-are",
                   test_records_stay_as_they_are);
  g_test_add_func ("/migration/copy/never-replaces-a-file",
                   test_copies_do_not_replace);
  g_test_add_func ("/migration/failure/changes-nothing", test_failure);
  g_test_add_func ("/migration/failure/references-are-checked",
                   test_broken_references);
  g_test_add_func ("/migration/newer/an-open-store-stops-writing",
                   test_meanwhile_newer);
  g_test_add_func ("/migration/newer/not-what-cannot-be-written",
                   test_read_only);
  return g_test_run ();
}
