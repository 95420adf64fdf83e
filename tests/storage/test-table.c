/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include <sqlite3.h>

static char *
make_name (SlipKind kind)
{
  return g_strdelimit (g_strdup (slip_schema_get (kind)->name), "-", '_');
}

static sqlite3 *
open_database (const char *path)
{
  sqlite3 *db = NULL;

  g_assert_cmpint (sqlite3_open (path, &db), ==, SQLITE_OK);
  return db;
}

/* The rows of a query as text: columns divided by |, rows by line feeds. */
static char *
query (sqlite3 *db, const char *sql, const char *value)
{
  sqlite3_stmt *statement = NULL;
  GString *text = g_string_new (NULL);

  g_assert_cmpint (sqlite3_prepare_v2 (db, sql, -1, &statement, NULL), ==,
                   SQLITE_OK);
  sqlite3_bind_text (statement, 1, value, -1, SQLITE_STATIC);
  while (sqlite3_step (statement) == SQLITE_ROW) {
    for (int i = 0; i < sqlite3_column_count (statement); i++)
      g_string_append_printf (text, "%s%s", i == 0 ? "" : "|",
                              (const char *) sqlite3_column_text (statement,
                                                                  i));
    g_string_append_c (text, '\n');
  }
  sqlite3_finalize (statement);
  return g_string_free (text, FALSE);
}

static void
append_column (GString *text, const SlipProperty *property)
{
  switch (property->type) {
  case SLIP_PROPERTY_TEXT:
  case SLIP_PROPERTY_REFERENCE:
  case SLIP_PROPERTY_DATE:
    g_string_append_printf (text, "%s|TEXT|0|(null)\n", property->name);
    break;
  case SLIP_PROPERTY_INTEGER:
  case SLIP_PROPERTY_INSTANT:
    g_string_append_printf (text, "%s|INTEGER|0|(null)\n", property->name);
    break;
  case SLIP_PROPERTY_BOOLEAN:
    g_string_append_printf (text, "%s|INTEGER|1|0\n", property->name);
    break;
  case SLIP_PROPERTY_ENUM:
    g_string_append_printf (text, "%s|TEXT|1|'%s'\n", property->name,
                            property->values[0].nick);
    break;
  }
}

static int
compare_lines (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

/* Columns that a migration added come last, wherever the schema has them. */
static char *
sort_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  qsort (lines, g_strv_length (lines), sizeof (char *), compare_lines);
  return g_strjoinv ("\n", lines);
}

static char *
expect_columns (SlipKind kind)
{
  const SlipKindInfo *info = slip_schema_get (kind);
  g_autoptr (GString) text = g_string_new ("id|TEXT|1|(null)\n");

  if (info->owner != SLIP_KIND_NONE)
    g_string_append (text, "owner|TEXT|1|(null)\n");
  for (guint i = 0; i < info->n_properties; i++)
    append_column (text, &info->properties[i]);
  return sort_lines (text->str);
}

static void
take_reference (GPtrArray *lines, const char *column, SlipKind target)
{
  g_autofree char *name = make_name (target);

  g_ptr_array_add (lines, g_strdup_printf ("%s|%s|id", column, name));
}

static char *
expect_references (SlipKind kind)
{
  const SlipKindInfo *info = slip_schema_get (kind);
  g_autoptr (GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);

  if (info->owner != SLIP_KIND_NONE && !info->is_record)
    take_reference (lines, "owner", info->owner);
  for (guint i = 0; i < info->n_properties; i++)
    if (info->properties[i].type == SLIP_PROPERTY_REFERENCE)
      take_reference (lines, info->properties[i].name,
                      info->properties[i].target);
  g_ptr_array_sort (lines, compare_lines);
  g_ptr_array_add (lines, g_strdup (""));
  g_ptr_array_add (lines, NULL);
  return g_strjoinv ("\n", (char **) lines->pdata);
}

static void
assert_table (sqlite3 *db, SlipKind kind)
{
  g_autofree char *name = make_name (kind);
  g_autofree char *found = query (
    db,
    "SELECT name, type, \"notnull\", dflt_value FROM pragma_table_xinfo(?1)",
    name);
  g_autofree char *columns = sort_lines (found);
  g_autofree char *references =
    query (db,
           "SELECT \"from\" || '|' || \"table\" || '|' || \"to\" "
           "FROM pragma_foreign_key_list(?1) ORDER BY 1",
           name);
  g_autofree char *strict =
    query (db, "SELECT strict FROM pragma_table_list WHERE name = ?1", name);
  g_autofree char *expected_columns = expect_columns (kind);
  g_autofree char *expected_references = expect_references (kind);

  g_assert_cmpstr (columns, ==, expected_columns);
  g_assert_cmpstr (references, ==, expected_references);
  g_assert_cmpstr (strict, ==, "1\n");
}

static void
test_drift (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  sqlite3 *db = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  db = open_database (folder.plan);
  for (guint i = 0; i < SLIP_N_KINDS; i++)
    assert_table (db, (SlipKind) i);
  sqlite3_close (db);
}

/* Every reference needs an index, or deleting its target reads whole tables. */
static void
test_indexes (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autofree char *missing = NULL;
  sqlite3 *db = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  db = open_database (folder.plan);
  missing = query (db,
                   "SELECT t.name, f.\"from\" FROM pragma_table_list AS t, "
                   "pragma_foreign_key_list(t.name) AS f WHERE NOT EXISTS ("
                   "SELECT 1 FROM pragma_index_list(t.name) AS i, "
                   "pragma_index_info(i.name) AS c "
                   "WHERE c.seqno = 0 AND c.name = f.\"from\") AND ?1 IS NULL",
                   NULL);
  g_assert_cmpstr (missing, ==, "");
  sqlite3_close (db);
}

/* A value that is not the default, different for each @n. */
static SlipValue
make_value (const SlipProperty *property, guint n)
{
  g_autofree char *whole = g_strdup_printf ("text %u", n);
  g_autofree char *text =
    g_strndup (whole, (gsize) CLAMP (property->maximum, 1, 100));

  switch (property->type) {
  case SLIP_PROPERTY_TEXT:
    return slip_value_new_text (text);
  case SLIP_PROPERTY_REFERENCE:
    return slip_value_new_text (slip_schema_get (property->target)->name);
  case SLIP_PROPERTY_INTEGER:
    return slip_value_new_integer (n % 2 == 0 ? property->minimum
                                              : property->maximum);
  case SLIP_PROPERTY_BOOLEAN:
    return slip_value_new_integer (1);
  case SLIP_PROPERTY_ENUM:
    return slip_value_new_integer (property->values[1].nick == NULL ? 0 : 1);
  case SLIP_PROPERTY_DATE:
    return slip_value_new_date (slip_date_new (2026, 2, 1 + (int) n % 28));
  case SLIP_PROPERTY_INSTANT:
    return slip_value_new_integer (G_GINT64_CONSTANT (1767225600123) + n);
  }
  g_assert_not_reached ();
}

static void
add_change (SlipChangeSet *set,
            SlipKind kind,
            const char *id,
            guint property,
            const SlipValue *old_value,
            const SlipValue *new_value)
{
  SlipKind owner = slip_schema_get (kind)->owner;
  SlipChange *change = slip_change_new_create (
    kind, id, owner == SLIP_KIND_NONE ? NULL : slip_schema_get (owner)->name);

  change->type = SLIP_CHANGE_SET;
  change->property = property;
  change->old_value = slip_value_copy (old_value);
  change->new_value = slip_value_copy (new_value);
  slip_change_set_take (set, change);
}

/* One entity of each kind, its id the kind's name, every property set.  Each
 * is created first and set later, so that targets need no order. */
static SlipChangeSet *
make_everything (Session *session)
{
  SlipChangeSet *set = slip_change_set_new (SLIP_VERB_SAMPLE, "everything");
  const char *plan = slip_store_get_plan_id (session->store);

  for (guint kind = SLIP_KIND_PLAN + 1; kind < SLIP_N_KINDS; kind++) {
    const SlipKindInfo *info = slip_schema_get ((SlipKind) kind);
    const char *owner = info->owner == SLIP_KIND_NONE
                          ? NULL
                          : slip_schema_get (info->owner)->name;

    slip_change_set_take (set, slip_change_new_create ((SlipKind) kind,
                                                       info->name, owner));
  }
  for (guint kind = 0; kind < SLIP_N_KINDS; kind++) {
    const SlipKindInfo *info = slip_schema_get ((SlipKind) kind);
    const char *id = kind == SLIP_KIND_PLAN ? plan : info->name;
    const SlipRow *row =
      slip_plan_state_get (session->state, (SlipKind) kind, id);

    /* A record is never changed after it was made. */
    for (guint i = 0; i < info->n_properties && !info->is_record; i++) {
      g_auto (SlipValue) value = make_value (&info->properties[i], i);
      SlipValue old_value = slip_property_get_default (&info->properties[i]);

      add_change (set, (SlipKind) kind, id, i,
                  row == NULL ? &old_value : slip_row_peek (row, i), &value);
    }
  }
  return set;
}

static void
test_round_trip (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (GPtrArray) steps = NULL;
  g_autofree char *empty = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *faults = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  empty = session_digest (&session);
  set = make_everything (&session);
  session_commit (&session, set);
  before = session_digest (&session);
  session_reopen (&session);
  after = session_digest (&session);
  g_assert_cmpstr (before, ==, after);
  g_assert_cmpstr (before, !=, empty);

  steps = session_history (&session, NULL, G_MAXINT64, 1);
  g_assert_true (
    slip_change_set_equal (((SlipStep *) g_ptr_array_index (steps, 0))->set,
                           set));

  session_turn (&session, SLIP_STEP_UNDO);
  session_reopen (&session);
  undone = session_digest (&session);
  g_assert_cmpstr (undone, ==, empty);
  faults = session_check (&session);
  g_assert_cmpstr (faults, ==, "");
}

static void
run (const char *path, const char *sql)
{
  sqlite3 *db = open_database (path);

  g_assert_cmpint (sqlite3_exec (db, sql, NULL, NULL, NULL), ==, SQLITE_OK);
  sqlite3_close (db);
}

static void
test_refused_values (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) set = NULL;
  g_autofree char *faults = NULL;
  const SlipRow *row = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  set = make_release (&session, "r1");
  session_commit (&session, set);
  session_clear (&session);
  run (folder.plan, "UPDATE release SET status = 'flying', tier = 99, "
                    "release_date = '2026-02-30', name = 'a' || char(7), "
                    "version = CAST(x'ff' AS TEXT)");
  session_init (&session, folder.plan);
  row = slip_plan_state_get (session.state, SLIP_KIND_RELEASE, "r1");
  g_assert_cmpint (slip_row_get_integer (row, SLIP_RELEASE_STATUS), ==,
                   SLIP_STATUS_PLANNED);
  g_assert_cmpint (slip_row_peek (row, SLIP_RELEASE_TIER)->type, ==,
                   SLIP_VALUE_NONE);
  g_assert_false (
    slip_date_is_set (slip_row_get_date (row, SLIP_RELEASE_RELEASE_DATE)));
  g_assert_null (slip_row_get_text (row, SLIP_RELEASE_NAME));
  g_assert_null (slip_row_get_text (row, SLIP_RELEASE_VERSION));
  faults = session_check (&session);
  g_assert_nonnull (strstr (faults, "r1"));
  g_assert_nonnull (strstr (faults, "status"));
  g_assert_nonnull (strstr (faults, "tier"));
  g_assert_nonnull (strstr (faults, "release_date"));
  g_assert_nonnull (strstr (faults, "version"));
}

static void
test_refused_values_are_mended (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  g_autoptr (SlipChangeSet) add = NULL;
  g_autoptr (SlipChangeSet) set = slip_change_set_new (SLIP_VERB_STATUS, NULL);
  SlipValue planned = slip_value_new_integer (SLIP_STATUS_PLANNED);
  SlipValue ready = slip_value_new_integer (SLIP_STATUS_READY);
  g_autofree char *faults = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  add = make_release (&session, "r1");
  session_commit (&session, add);
  session_clear (&session);
  run (folder.plan, "UPDATE release SET status = 'flying'");
  session_init (&session, folder.plan);
  add_change (set, SLIP_KIND_RELEASE, "r1", SLIP_RELEASE_STATUS, &planned,
              &ready);
  session_commit (&session, set);
  session_turn (&session, SLIP_STEP_UNDO);
  faults = session_check (&session);
  g_assert_cmpstr (faults, ==, "");
}

static void
test_database_guards_types (void)
{
  g_auto (Folder) folder = { NULL };
  g_auto (Session) session = { NULL };
  sqlite3 *db = NULL;

  folder_init (&folder);
  session_init (&session, folder.plan);
  session_clear (&session);
  db = open_database (folder.plan);
  g_assert_cmpint (sqlite3_exec (db,
                                 "INSERT INTO person (id, is_retired) "
                                 "VALUES ('p', 2)",
                                 NULL, NULL, NULL),
                   ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (sqlite3_exec (db,
                                 "INSERT INTO release (id, tier) "
                                 "VALUES ('r', 'high')",
                                 NULL, NULL, NULL),
                   ==, SQLITE_CONSTRAINT);
  g_assert_cmpint (sqlite3_exec (db, "INSERT INTO person (id) VALUES (NULL)",
                                 NULL, NULL, NULL),
                   ==, SQLITE_CONSTRAINT);
  sqlite3_close (db);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/table/columns/are-those-of-the-schema", test_drift);
  g_test_add_func ("/table/columns/every-reference-has-an-index", test_indexes);
  g_test_add_func ("/table/columns/hold-only-their-type",
                   test_database_guards_types);
  g_test_add_func ("/table/rows/every-kind-and-property-comes-back",
                   test_round_trip);
  g_test_add_func ("/table/rows/refused-values-read-as-none-and-are-named",
                   test_refused_values);
  g_test_add_func ("/table/rows/the-next-edit-mends-a-refused-value",
                   test_refused_values_are_mended);
  return g_test_run ();
}
