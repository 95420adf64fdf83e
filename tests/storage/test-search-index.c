/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "slip-generate.h"
#include "slip-search-match.h"

#include <sqlite3.h>

typedef struct {
  Folder folder;
  Session session;
} World;

static void
world_init (World *world)
{
  folder_init (&world->folder);
  session_init (&world->session, world->folder.plan);
}

static void
world_clear (World *world)
{
  session_clear (&world->session);
  folder_clear (&world->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (World, world_clear)

static void
set_text (World *world,
          SlipKind kind,
          const char *id,
          guint property,
          const char *text)
{
  SlipEdit *edit = slip_edit_new (world->session.state, SLIP_VERB_EDIT);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set = NULL;

  slip_edit_set_text (edit, kind, id, property, text);
  set = slip_edit_end (edit, &error);
  g_assert_no_error (error);
  slip_edit_free (edit);
  session_commit (&world->session, set);
}

static void
assert_found (World *world, const char *typed, const char *expected)
{
  g_autofree char *ids = session_search (&world->session, typed, 100);

  g_test_message ("%s", typed);
  g_assert_cmpstr (ids, ==, expected);
}

static void
assert_sound (World *world)
{
  g_autofree char *faults = session_check (&world->session);

  g_assert_cmpstr (faults, ==, "");
}

/* Runs @sql on the file, past the store. */
static void
run (World *world, const char *sql)
{
  sqlite3 *db = NULL;
  char *message = NULL;

  g_assert_cmpint (sqlite3_open (world->folder.plan, &db), ==, SQLITE_OK);
  sqlite3_exec (db, sql, NULL, NULL, &message);
  g_assert_cmpstr (message, ==, NULL);
  sqlite3_close (db);
}

/* 'a' with the product 'a-product' and the item 'a-item'. */
static void
add_release (World *world)
{
  g_autoptr (SlipChangeSet) set = make_release (&world->session, "a");

  session_commit (&world->session, set);
}

static void
test_words (void)
{
  static const char *const cases[] = {
    "zurich",
    "a-item",
    "ZÜRICH",
    "a-item",
    "Zür",
    "a-item",
    "rich",
    "",
    "buro zur",
    "a-item",
    "zurich missing",
    "",
    "東京",
    "a-item",
    "京",
    "a-item",
    "東京都",
    "a-item",
    "都",
    "a-item",
    "東都",
    "",
    "京東",
    "",
    "地図 zurich",
    "a-item",
    "ios",
    "a-item",
    "iOS版",
    "a-item",
    "서울",
    "a-item",
    "\"zurich buro\"",
    "a-item",
    "\"buro zurich\"",
    "",
    "\"zurich bur\"",
    "",
    "3.9",
    "a-item",
  };
  g_auto (World) world = { { NULL } };

  world_init (&world);
  add_release (&world);
  set_text (&world, SLIP_KIND_ITEM, "a-item", SLIP_ITEM_TITLE,
            "Zürich Büro: 新しい地図は東京都");
  set_text (&world, SLIP_KIND_ITEM, "a-item", SLIP_ITEM_NOTE,
            "新iOS版 서울 3.9.1");
  for (guint i = 0; i < G_N_ELEMENTS (cases); i += 2)
    assert_found (&world, cases[i], cases[i + 1]);
  assert_sound (&world);
}

/* What means something to the index or to SQL is only text. */
static void
test_injections (void)
{
  static const char *const texts[] = {
    "x\" OR \"zurich",
    "zurich*",
    "title : zurich",
    "NEAR(zurich x)",
    "zurich NOT x",
    "^zurich",
    "zurich OR x",
    "'; DROP TABLE search; --",
    "\"\"\"",
    "(((",
    "a\"b\"c",
    "{title body} : x",
    "-zurich",
    "+zurich",
    "zurich AND",
    "\\\"zurich",
    "%_?1",
  };
  g_auto (World) world = { { NULL } };

  world_init (&world);
  add_release (&world);
  set_text (&world, SLIP_KIND_ITEM, "a-item", SLIP_ITEM_TITLE, "Zurich");
  for (guint i = 0; i < G_N_ELEMENTS (texts); i++) {
    g_autoptr (GPtrArray) terms = slip_search_terms_new (texts[i], TRUE);
    g_autofree char *quoted = g_strdup_printf ("\"%s\"", texts[i]);
    g_autofree char *ids = NULL;
    g_autofree char *more = NULL;

    g_test_message ("%s", texts[i]);
    if (terms->len == 0)
      continue;
    ids = session_search (&world.session, texts[i], 100);
    /* Nothing but the one word is there. */
    g_assert_true (*ids == '\0' || terms->len == 1);
  }
  assert_found (&world, "zurich", "a-item");
  assert_sound (&world);
}

static void
test_compose (void)
{
  static const char *const cases[] = {
    "tax help", "\"tax\"* \"help\"*",    "say\"ing", "\"say\"\"ing\"*",
    "OR NOT",   "\"OR\"* \"NOT\"*",      "東",       "pairs : \"東\"*",
    "東京都",   "pairs : \"東京 京都\"", "iOS版",    "\"iOS\"* pairs : \"版\"*",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i += 2) {
    g_autoptr (GPtrArray) terms = slip_search_terms_new (cases[i], TRUE);
    g_autofree char *question = slip_search_match_compose (terms);

    g_assert_cmpstr (question, ==, cases[i + 1]);
  }
}

static void
test_kept (void)
{
  g_auto (World) world = { { NULL } };
  g_autoptr (SlipChangeSet) person = NULL;

  world_init (&world);
  add_release (&world);
  person = make_person (&world.session, "lead", "Support lead");
  session_commit (&world.session, person);
  set_text (&world, SLIP_KIND_RELEASE, "a", SLIP_RELEASE_SUMMARY, "Invoices");
  set_text (&world, SLIP_KIND_RELEASE, "a", SLIP_RELEASE_OWNER, "lead");
  assert_found (&world, "invoices", "a");
  assert_found (&world, "support", "a lead");

  /* A release is found by the names of its owner and product as they are. */
  set_text (&world, SLIP_KIND_PERSON, "lead", SLIP_PERSON_NAME, "Docs lead");
  assert_found (&world, "support", "");
  assert_found (&world, "docs", "a lead");
  set_text (&world, SLIP_KIND_PRODUCT, "a-product", SLIP_PRODUCT_NAME, "Maps");
  assert_found (&world, "maps", "a a-product");

  session_turn (&world.session, SLIP_STEP_UNDO);
  assert_found (&world, "maps", "");
  session_turn (&world.session, SLIP_STEP_UNDO);
  assert_found (&world, "support", "a lead");
  session_turn (&world.session, SLIP_STEP_REDO);
  assert_found (&world, "docs", "a lead");
  set_text (&world, SLIP_KIND_RELEASE, "a", SLIP_RELEASE_SUMMARY, NULL);
  assert_found (&world, "invoices", "");
  assert_sound (&world);
}

static void
test_deleted (void)
{
  g_auto (World) world = { { NULL } };
  g_autoptr (SlipChangeSet) person = NULL;

  world_init (&world);
  person = make_person (&world.session, "lead", "Support lead");
  session_commit (&world.session, person);
  session_turn (&world.session, SLIP_STEP_UNDO);
  assert_found (&world, "support", "");
  assert_sound (&world);
  /* Another row may get the number that it had. */
  g_clear_pointer (&person, slip_change_set_unref);
  person = make_person (&world.session, "other", "Sales ops");
  session_commit (&world.session, person);
  assert_found (&world, "support", "");
  assert_found (&world, "sales", "other");
  assert_sound (&world);
}

/* As an older program left the file. */
static void
make_older (World *world)
{
  run (world, "DELETE FROM search; DELETE FROM meta WHERE key LIKE 'search-%'");
}

static void
test_older (void)
{
  g_auto (World) world = { { NULL } };

  world_init (&world);
  add_release (&world);
  set_text (&world, SLIP_KIND_ITEM, "a-item", SLIP_ITEM_TITLE, "Old text");
  make_older (&world);
  assert_found (&world, "text", "");
  assert_sound (&world);
  /* What is edited before the rest is read is there at once, and once. */
  set_text (&world, SLIP_KIND_ITEM, "a-item", SLIP_ITEM_NOTE, "New text");
  assert_found (&world, "text", "a-item");
  g_assert_cmpfloat (session_index (&world.session, FALSE), >=, 1);
  assert_found (&world, "text", "a-item");
  assert_sound (&world);
  g_assert_cmpfloat (session_index (&world.session, FALSE), >=, 1);
}

static void
test_another_version (void)
{
  g_auto (World) world = { { NULL } };

  world_init (&world);
  add_release (&world);
  set_text (&world, SLIP_KIND_ITEM, "a-item", SLIP_ITEM_TITLE, "A text");
  g_assert_cmpfloat (session_index (&world.session, FALSE), >=, 1);
  run (&world, "UPDATE meta SET value = 0 WHERE key = 'search-version';"
               "INSERT INTO search (rowid, title) VALUES (77, 'Stale text')");
  g_assert_cmpfloat (session_index (&world.session, FALSE), >=, 1);
  assert_found (&world, "text", "a-item");
  assert_sound (&world);
}

/* Neither a missing nor a damaged index keeps anybody from editing. */
static void
test_missing (void)
{
  g_auto (World) world = { { NULL } };

  world_init (&world);
  add_release (&world);
  run (&world, "DROP TABLE search");
  session_reopen (&world.session);
  set_text (&world, SLIP_KIND_ITEM, "a-item", SLIP_ITEM_TITLE, "A text");
  assert_found (&world, "text", "a-item");
  g_assert_cmpfloat (session_index (&world.session, FALSE), >=, 1);
  assert_sound (&world);
}

static void
test_damaged (void)
{
  g_auto (World) world = { { NULL } };

  world_init (&world);
  add_release (&world);
  set_text (&world, SLIP_KIND_ITEM, "a-item", SLIP_ITEM_TITLE, "A text");
  g_assert_cmpfloat (session_index (&world.session, FALSE), >=, 1);
  run (&world, "DELETE FROM search_data WHERE id > 10");
  session_reopen (&world.session);
  set_text (&world, SLIP_KIND_ITEM, "a-item", SLIP_ITEM_TITLE, "Other text");
  g_assert_cmpfloat (session_index (&world.session, TRUE), >=, 1);
  assert_found (&world, "text", "a-item");
  assert_sound (&world);
}

static void
test_check (void)
{
  g_auto (World) world = { { NULL } };
  g_autofree char *faults = NULL;

  world_init (&world);
  add_release (&world);
  set_text (&world, SLIP_KIND_ITEM, "a-item", SLIP_ITEM_TITLE, "An item");
  g_assert_cmpfloat (session_index (&world.session, FALSE), >=, 1);
  run (&world, "UPDATE search SET title = 'Other' WHERE rowid IN "
               "(SELECT rowid FROM search WHERE search MATCH 'title : item');"
               "INSERT INTO search (rowid, title) VALUES (77, 'Stray')");
  faults = session_check (&world.session);
  g_assert_cmpstr (faults, ==,
                   "The search index speaks of what is not there\n"
                   "item a-item: the search index does not say what it says");
}

/* Filled at one go, it is read in batches, with edits in between. */
static void
test_batches (void)
{
  g_auto (World) world = { { NULL } };
  g_autoptr (GPtrArray) rows =
    slip_generate_rows (300, 40, 7, slip_date_new (2026, 11, 26));
  g_autoptr (GError) error = NULL;
  g_autofree char *few = NULL;
  g_auto (GStrv) words = NULL;
  double before = 0;
  int n = 1;

  world_init (&world);
  g_assert_true (session_fill (&world.session, rows, &error));
  session_reopen (&world.session);
  for (double now = session_index (&world.session, FALSE); now < 1;
       now = session_index (&world.session, FALSE)) {
    g_autoptr (SlipChangeSet) set = NULL;
    g_autofree char *id = g_strdup_printf ("p%d", n++);

    g_assert_cmpfloat (now, >, before);
    before = now;
    set = make_person (&world.session, id, "Newly come");
    session_commit (&world.session, set);
    assert_sound (&world);
  }
  g_assert_cmpint (n, >=, 3);
  assert_sound (&world);
  few = session_search (&world.session, "item", 5);
  words = g_strsplit (few, " ", -1);
  g_assert_cmpuint (g_strv_length (words), ==, 5);
}

/* Every copy of the file has an index that is right. */
static void
test_copy (void)
{
  g_auto (World) world = { { NULL } };
  g_auto (World) copy = { { NULL } };
  g_autoptr (GError) error = NULL;

  world_init (&world);
  add_release (&world);
  for (int i = 0; i < 5; i++) {
    g_autofree char *id = g_strdup_printf ("p%d", i);
    g_autoptr (SlipChangeSet) set = make_person (&world.session, id, id);

    session_commit (&world.session, set);
  }
  session_turn (&world.session, SLIP_STEP_UNDO);
  g_assert_cmpfloat (session_index (&world.session, FALSE), >=, 1);
  folder_init (&copy.folder);
  g_assert_true (session_copy (&world.session, copy.folder.plan, &error));
  session_init (&copy.session, copy.folder.plan);
  assert_found (&copy, "p3", "p3");
  assert_sound (&copy);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/search-index/finds-without-accents-and-by-two-characters",
                   test_words);
  g_test_add_func ("/search-index/what-is-typed-is-text", test_injections);
  g_test_add_func ("/search-index/question-quotes-what-is-typed", test_compose);
  g_test_add_func ("/search-index/is-kept-with-each-step", test_kept);
  g_test_add_func ("/search-index/what-is-gone-is-not-found", test_deleted);
  g_test_add_func ("/search-index/an-older-file-is-read-later", test_older);
  g_test_add_func ("/search-index/texts-of-another-version-are-read-anew",
                   test_another_version);
  g_test_add_func ("/search-index/missing-it-is-made", test_missing);
  g_test_add_func ("/search-index/damaged-it-is-made-anew", test_damaged);
  g_test_add_func ("/search-index/check-compares-it-with-the-plan", test_check);
  g_test_add_func ("/search-index/is-read-in-batches", test_batches);
  g_test_add_func ("/search-index/a-copy-has-one-too", test_copy);
  return g_test_run ();
}
