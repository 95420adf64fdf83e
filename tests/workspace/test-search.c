/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waiting.h"

#include "slip-entity-edit.h"
#include "slip-generate.h"
#include "slip-workspace-search.h"

#include <sqlite3.h>

typedef struct {
  char *folder;
  char *path;
  SlipWorkspace *workspace;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "plan.slipway", NULL);
  fixture->workspace = open_workspace (fixture->path, SLIP_WRITER_WINDOW);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  close_workspace (fixture->workspace);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
reopen (Fixture *fixture)
{
  close_workspace (fixture->workspace);
  fixture->workspace = open_workspace (fixture->path, SLIP_WRITER_WINDOW);
}

static void
run (Fixture *fixture, SlipEntityEdit *edit)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step = NULL;

  slip_workspace_execute_async (fixture->workspace, slip_entity_edit_run, edit,
                                (GDestroyNotify) slip_entity_edit_free, NULL,
                                ready_cb, &result);
  step = slip_workspace_execute_finish (fixture->workspace, wait_for (&result),
                                        &error);
  g_assert_no_error (error);
}

static void
add (Fixture *fixture,
     SlipKind kind,
     const char *id,
     const char *owner,
     guint property,
     const char *text)
{
  SlipEntityEdit *edit = slip_entity_edit_new_create (kind, id, owner);

  slip_entity_edit_add_text (edit, property, text);
  run (fixture, edit);
}

static void
add_release (Fixture *fixture, const char *id, const char *version)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_RELEASE, id, NULL);

  slip_entity_edit_add_text (edit, SLIP_RELEASE_PRODUCT, "payments");
  slip_entity_edit_add_text (edit, SLIP_RELEASE_VERSION, version);
  run (fixture, edit);
}

static void
set (Fixture *fixture,
     SlipKind kind,
     const char *id,
     guint property,
     const char *text)
{
  SlipEntityEdit *edit = slip_entity_edit_new_set (kind, id);
  g_auto (SlipValue) value = SLIP_VALUE_INIT;

  g_assert_true (slip_property_parse (slip_schema_get_property (kind, property),
                                      text, &value, NULL));
  slip_entity_edit_add (edit, property, &value);
  run (fixture, edit);
}

static void
add_item (Fixture *fixture,
          const char *id,
          const char *release,
          const char *checklist,
          const char *title)
{
  SlipEntityEdit *edit =
    slip_entity_edit_new_create (SLIP_KIND_ITEM, id, release);

  slip_entity_edit_add_text (edit, SLIP_ITEM_CHECKLIST, checklist);
  slip_entity_edit_add_text (edit, SLIP_ITEM_TITLE, title);
  run (fixture, edit);
}

static SlipSearchAnswer *
search (Fixture *fixture, const char *text, guint limit, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  slip_workspace_search_async (fixture->workspace, text, limit, NULL, ready_cb,
                               &result);
  return slip_workspace_search_finish (fixture->workspace, wait_for (&result),
                                       error);
}

/* The ids of what is found, the likeliest first. */
static void
assert_found (Fixture *fixture, const char *text, const char *expected)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipSearchAnswer) answer = search (fixture, text, 20, &error);
  g_autoptr (GString) ids = g_string_new (NULL);

  g_assert_no_error (error);
  for (guint i = 0; i < answer->results->len; i++) {
    const SlipSearchResult *result = answer->results->pdata[i];

    g_string_append_printf (ids, "%s%s", i > 0 ? " " : "", result->id);
  }
  g_test_message ("%s", text);
  g_assert_cmpstr (ids->str, ==, expected);
}

/* 'pay' with the item 'item' of Support, whom 'lead' leads; 'old', which is
 * over, with the item 'done'. */
static void
add_plan (Fixture *fixture)
{
  add (fixture, SLIP_KIND_PERSON, "lead", NULL, SLIP_PERSON_NAME,
       "Support lead");
  add (fixture, SLIP_KIND_PRODUCT, "payments", NULL, SLIP_PRODUCT_NAME,
       "Payments");
  add (fixture, SLIP_KIND_AUDIENCE, "support", NULL, SLIP_AUDIENCE_NAME,
       "Support");
  add_release (fixture, "pay", "3.9");
  add (fixture, SLIP_KIND_CHECKLIST, "list", "pay", SLIP_CHECKLIST_AUDIENCE,
       "support");
  set (fixture, SLIP_KIND_CHECKLIST, "list", SLIP_CHECKLIST_OWNER, "lead");
  add_item (fixture, "item", "pay", "list", "Tell the Zürich desk");
  add_release (fixture, "old", "3.8");
  add (fixture, SLIP_KIND_CHECKLIST, "old-list", "old", SLIP_CHECKLIST_AUDIENCE,
       "support");
  add_item (fixture, "done", "old", "old-list", "Ask the Zürich desk");
  set (fixture, SLIP_KIND_RELEASE, "old", SLIP_RELEASE_STATUS, "released");
}

static void
test_finds (Fixture *fixture, gconstpointer data)
{
  add_plan (fixture);
  /* Parts are not in memory: neither those of what is open nor of what is
   * over. */
  reopen (fixture);
  assert_found (fixture, "zurich", "item done");
  assert_found (fixture, "payments", "payments pay old");
  assert_found (fixture, "payments 3.8", "old");
  assert_found (fixture, "support", "support lead");
  assert_found (fixture, "zurich owner:lead", "item");
  assert_found (fixture, "zurich audience:support", "item done");
  assert_found (fixture, "desk product:payments", "item done");
  assert_found (fixture, "", "");
  assert_found (fixture, "nothing", "");
  g_assert_false (
    slip_plan_state_is_loaded (slip_workspace_get_state (fixture->workspace),
                               "pay"));
}

static void
test_context (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipSearchAnswer) answer = NULL;
  const SlipSearchResult *result = NULL;

  add_plan (fixture);
  reopen (fixture);
  answer = search (fixture, "ask", 20, NULL);
  g_assert_cmpuint (answer->results->len, ==, 1);
  result = answer->results->pdata[0];
  g_assert_cmpstr (result->title, ==, "Ask the Zürich desk");
  g_assert_cmpstr (result->context, ==, "Payments 3.8 · Support");
  g_assert_cmpstr (result->release, ==, "old");
  g_assert_cmpstr (result->audience, ==, "support");
}

static void
test_filters_alone (Fixture *fixture, gconstpointer data)
{
  add_plan (fixture);
  reopen (fixture);
  assert_found (fixture, "owner:lead", "lead list item");
  assert_found (fixture, "is:unowned", "pay");
  set (fixture, SLIP_KIND_ITEM, "item", SLIP_ITEM_DUE_DATE, "2026-11-01");
  reopen (fixture);
  assert_found (fixture, "is:overdue", "pay list item");
  assert_found (fixture, "is:overdue before:2026-11-01", "");
  assert_found (fixture, "is:overdue before:2026-11-02", "item");
}

static void
test_errors (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (search (fixture, "team:x", 20, &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (search (fixture, "owner:x", 20, &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOT_FOUND);
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) first = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipSearchAnswer) answer = NULL;

  add_plan (fixture);
  slip_workspace_search_async (fixture->workspace, "z", 20, cancellable,
                               ready_cb, &first);
  slip_workspace_search_async (fixture->workspace, "zu", 20, NULL, ready_cb,
                               &second);
  g_cancellable_cancel (cancellable);
  g_assert_null (slip_workspace_search_finish (fixture->workspace,
                                               wait_for (&first), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  answer =
    slip_workspace_search_finish (fixture->workspace, wait_for (&second), NULL);
  g_assert_cmpuint (answer->results->len, ==, 2);
}

static void
fill (Fixture *fixture)
{
  SlipStore *store = slip_workspace_get_store (fixture->workspace);
  g_autoptr (SlipAuthor) author =
    slip_author_new (NULL, "Release manager", SLIP_WRITER_COMMAND_LINE);
  g_autoptr (GPtrArray) rows =
    slip_generate_rows (200, 40, 7, slip_date_new (2026, 11, 23));
  g_autoptr (GAsyncResult) result = NULL;

  slip_store_fill_async (store, rows, author, 1, NULL, ready_cb, &result);
  g_assert_true (slip_store_fill_finish (store, wait_for (&result), NULL));
  reopen (fixture);
}

static void
count_cb (GObject *workspace, GParamSpec *pspec, gpointer n)
{
  ++*(int *) n;
}

static void
test_index (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipSearchAnswer) answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  int n_told = 0;

  fill (fixture);
  g_signal_connect (fixture->workspace, "notify::index-fraction",
                    G_CALLBACK (count_cb), &n_told);
  /* Nothing was read yet; what is in memory is found. */
  answer = search (fixture, "a", 1000, NULL);
  g_assert_cmpfloat (answer->fraction, <, 1);
  g_assert_cmpuint (answer->results->len, >, 0);
  slip_workspace_index_async (fixture->workspace, NULL, ready_cb, &result);
  g_assert_true (
    slip_workspace_index_finish (fixture->workspace, wait_for (&result), NULL));
  g_assert_cmpfloat (slip_workspace_get_index_fraction (fixture->workspace), >=,
                     1);
  g_assert_cmpint (n_told, >=, 2);
  slip_search_answer_free (answer);
  answer = search (fixture, "item", 50, NULL);
  g_assert_cmpfloat (answer->fraction, >=, 1);
  g_assert_cmpuint (answer->results->len, ==, 50);
  g_assert_true (answer->has_more);
}

static void
wait_for_index (Fixture *fixture)
{
  int n_told = 0;
  gulong id = g_signal_connect (fixture->workspace, "notify::index-fraction",
                                G_CALLBACK (count_cb), &n_told);

  while (n_told == 0 ||
         slip_workspace_get_index_fraction (fixture->workspace) < 1)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (fixture->workspace, id);
}

static void
test_index_after_searching (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipSearchAnswer) answer = NULL;

  fill (fixture);
  answer = search (fixture, "a", 1000, NULL);
  g_assert_cmpfloat (answer->fraction, <, 1);
  /* Waiting ends with the workspace. */
  reopen (fixture);
  slip_search_answer_free (answer);
  answer = search (fixture, "a", 1000, NULL);
  g_assert_cmpfloat (answer->fraction, <, 1);
  wait_for_index (fixture);
}

static void
test_index_of_a_shown_plan (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipSearchAnswer) answer = NULL;

  fill (fixture);
  slip_workspace_keep_open_parts (fixture->workspace);
  wait_for_index (fixture);
  answer = search (fixture, "item", 50, NULL);
  g_assert_cmpfloat (answer->fraction, >=, 1);
}

/* All pages are looked through until enough was let through. */
static void
test_pages (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipSearchAnswer) answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;

  fill (fixture);
  slip_workspace_index_async (fixture->workspace, NULL, ready_cb, &result);
  wait_for (&result);
  answer = search (fixture, "item before:2000-01-01", 50, NULL);
  g_assert_cmpuint (answer->results->len, ==, 0);
  g_assert_false (answer->has_more);
  slip_search_answer_free (answer);
  answer = search (fixture, "item is:overdue", 10000, NULL);
  g_assert_cmpuint (answer->results->len, >, 0);
  g_assert_false (answer->has_more);
  for (guint i = 0; i < answer->results->len; i++)
    g_assert_cmpint (((SlipSearchResult *) answer->results->pdata[i])->kind, ==,
                     SLIP_KIND_ITEM);
}

static void
test_damaged (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipSearchAnswer) answer = NULL;
  g_autoptr (GAsyncResult) result = NULL;
  sqlite3 *db = NULL;

  add_plan (fixture);
  close_workspace (fixture->workspace);
  sqlite3_open (fixture->path, &db);
  sqlite3_exec (db, "DELETE FROM search_data WHERE id > 10", NULL, NULL, NULL);
  sqlite3_close (db);
  fixture->workspace = open_workspace (fixture->path, SLIP_WRITER_WINDOW);
  answer = search (fixture, "payments", 20, NULL);
  g_assert_cmpuint (answer->results->len, ==, 2);
  slip_workspace_index_async (fixture->workspace, NULL, ready_cb, &result);
  wait_for (&result);
  assert_found (fixture, "payments", "payments pay old");
  assert_found (fixture, "zurich", "item done");
}

#define ADD(name, func)                                                        \
  g_test_add ("/search/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("finds-everything-loaded-or-not", test_finds);
  ADD ("says-where-it-is", test_context);
  ADD ("filters-alone-find-what-is-open", test_filters_alone);
  ADD ("what-means-nothing-is-told", test_errors);
  ADD ("the-newest-wins", test_cancelled);
  ADD ("reads-what-is-lacking", test_index);
  ADD ("reads-what-is-lacking-after-searching", test_index_after_searching);
  ADD ("reads-what-is-lacking-in-a-shown-plan", test_index_of_a_shown_plan);
  ADD ("filters-go-through-all-pages", test_pages);
  ADD ("a-damaged-index-is-made-anew", test_damaged);
  return g_test_run ();
}
