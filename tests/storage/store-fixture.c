/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "store-fixture.h"

#include "slip-release.h"
#include "slip-store-search.h"

#include <glib/gstdio.h>

#define NOW_MS 1767225600000

void
folder_init (Folder *folder)
{
  g_autoptr (GError) error = NULL;

  folder->path = g_dir_make_tmp ("slipway-store-XXXXXX", &error);
  g_assert_no_error (error);
  folder->plan = g_build_filename (folder->path, "Plan one.slipway", NULL);
}

static GPtrArray *
list_names (const Folder *folder)
{
  g_autoptr (GDir) dir = g_dir_open (folder->path, 0, NULL);
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);

  for (const char *name = g_dir_read_name (dir); name != NULL;
       name = g_dir_read_name (dir))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, (GCompareFunc) g_strcmp0);
  return names;
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

void
folder_clear (Folder *folder)
{
  g_autoptr (GPtrArray) names = list_names (folder);

  g_chmod (folder->path, 0700);
  for (guint i = 0; i < names->len; i++) {
    g_autofree char *path =
      g_build_filename (folder->path, g_ptr_array_index (names, i), NULL);

    g_remove (path);
  }
  g_rmdir (folder->path);
  g_free (folder->path);
  g_free (folder->plan);
}

char *
folder_build (const Folder *folder, const char *name)
{
  return g_build_filename (folder->path, name, NULL);
}

guint
folder_count (const Folder *folder)
{
  g_autoptr (GPtrArray) names = list_names (folder);

  return names->len;
}

static void
print_file (GString *text, const Folder *folder, const char *name)
{
  g_autofree char *path = g_build_filename (folder->path, name, NULL);
  g_autofree char *contents = NULL;
  g_autofree char *sum = NULL;
  gsize length;

  g_string_append (text, name);
  if (!g_str_has_suffix (name, "-shm") &&
      g_file_test (path, G_FILE_TEST_IS_REGULAR) &&
      g_file_get_contents (path, &contents, &length, NULL)) {
    sum = g_compute_checksum_for_data (G_CHECKSUM_SHA256,
                                       (const guchar *) contents, length);
    g_string_append_printf (text, " %s", sum);
  }
  g_string_append_c (text, '\n');
}

char *
folder_print (const Folder *folder)
{
  g_autoptr (GPtrArray) names = list_names (folder);
  GString *text = g_string_new (NULL);

  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    print_file (text, folder, g_ptr_array_index (names, i));
  return g_string_free (text, FALSE);
}

char *
find_self (void)
{
  /* Read here: under valgrind the child would find valgrind. */
  char *path = g_file_read_link ("/proc/self/exe", NULL);

  g_assert_nonnull (path);
  return path;
}

static void
keep_result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **kept = data;

  *kept = g_object_ref (result);
}

static void
wait_for (GAsyncResult **result)
{
  while (*result == NULL)
    g_main_context_iteration (NULL, TRUE);
}

SlipStore *
open_store (const char *path, SlipStoreFlags flags, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  slip_store_open_async (path, flags, NULL, keep_result_cb, &result);
  wait_for (&result);
  return slip_store_open_finish (result, error);
}

void
close_store (SlipStore *store)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  slip_store_close_async (store, keep_result_cb, &result);
  wait_for (&result);
  slip_store_close_finish (store, result, &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  g_assert_finalize_object (store);
}

static void
take_next (Session *session, SlipNews *news)
{
  session->head = news->head;
  session->generation = news->generation;
  g_clear_pointer (&session->undo, slip_step_free);
  g_clear_pointer (&session->redo, slip_step_free);
  session->undo = g_steal_pointer (&news->undo);
  session->redo = g_steal_pointer (&news->redo);
}

void
session_follow (Session *session, const SlipNews *news)
{
  for (guint i = 0; i < news->steps->len; i++) {
    const SlipStep *step = g_ptr_array_index (news->steps, i);
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipPlanState) next =
      slip_plan_state_apply (session->state, step->set, &error);

    g_assert_no_error (error);
    g_assert_cmpint (step->number, ==, session->head + 1);
    slip_plan_state_unref (session->state);
    session->state = g_steal_pointer (&next);
    session->head = step->number;
  }
  g_assert_cmpint (session->head, ==, news->head);
  g_clear_pointer (&session->undo, slip_step_free);
  g_clear_pointer (&session->redo, slip_step_free);
  session->undo = news->undo == NULL ? NULL : slip_step_copy (news->undo);
  session->redo = news->redo == NULL ? NULL : slip_step_copy (news->redo);
}

static void
load_parts (Session *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipNews) news = NULL;
  g_autoptr (GPtrArray) rows = NULL;
  g_autoptr (GPtrArray) releases = NULL;

  slip_store_load_parts_async (session->store, NULL, session->head, NULL,
                               keep_result_cb, &result);
  wait_for (&result);
  rows = slip_store_load_parts_finish (session->store, result, &news, &error);
  g_assert_no_error (error);
  /* Others may have written since; the parts are as of the news. */
  session_follow (session, news);
  releases = slip_plan_state_list (session->state, SLIP_KIND_RELEASE);
  for (guint i = 0; i < releases->len; i++)
    slip_plan_state_set_loaded (session->state,
                                slip_row_get_id (
                                  g_ptr_array_index (releases, i)));
  for (guint i = 0; i < rows->len; i++)
    slip_plan_state_take_row (session->state,
                              slip_row_ref (g_ptr_array_index (rows, i)));
}

static SlipPlanState *
read_light (Session *session, SlipNews **news)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SlipPlanState *state = NULL;

  slip_store_load_async (session->store, NULL, keep_result_cb, &result);
  wait_for (&result);
  state = slip_store_load_finish (session->store, result, news, &error);
  g_assert_no_error (error);
  g_assert_cmpuint ((*news)->steps->len, ==, 0);
  return state;
}

static void
load (Session *session)
{
  g_autoptr (SlipNews) news = NULL;

  session->state = read_light (session, &news);
  take_next (session, news);
  load_parts (session);
}

SlipPlanState *
session_load_light (Session *session)
{
  g_autoptr (SlipNews) news = NULL;

  return read_light (session, &news);
}

static SlipReleaseSummary *
count (const SlipPlanState *state, const char *release)
{
  g_autoptr (GPtrArray) checklists =
    slip_plan_state_list_owned (state, SLIP_KIND_CHECKLIST, release);
  g_autoptr (GPtrArray) items =
    slip_plan_state_list_owned (state, SLIP_KIND_ITEM, release);

  return slip_readiness_summarize (release, checklists, items);
}

void
session_assert_summaries (Session *session)
{
  g_autoptr (SlipPlanState) light = session_load_light (session);
  g_autoptr (GPtrArray) releases =
    slip_plan_state_list (session->state, SLIP_KIND_RELEASE);

  for (guint i = 0; i < releases->len; i++) {
    const SlipRow *release = g_ptr_array_index (releases, i);
    const char *id = slip_row_get_id (release);
    g_autoptr (SlipReleaseSummary) counted = count (session->state, id);
    g_autoptr (SlipReleaseSummary) kept =
      slip_plan_state_get_summary (session->state, id);
    g_autoptr (SlipReleaseSummary) read =
      slip_plan_state_get_summary (light, id);

    g_assert_true (slip_release_summary_equal (kept, counted));
    if (slip_release_is_open (release))
      g_assert_true (slip_release_summary_equal (read, counted));
    else
      g_assert_null (read);
  }
}

void
session_init (Session *session, const char *path)
{
  g_autoptr (GError) error = NULL;

  *session = (Session){ .writer = SLIP_WRITER_WINDOW };
  session->store = open_store (path, SLIP_STORE_CREATE, &error);
  g_assert_no_error (error);
  load (session);
}

void
session_clear (Session *session)
{
  g_clear_pointer (&session->store, close_store);
  g_clear_pointer (&session->state, slip_plan_state_unref);
  g_clear_pointer (&session->undo, slip_step_free);
  g_clear_pointer (&session->redo, slip_step_free);
}

void
session_reopen (Session *session)
{
  g_autofree char *path = g_strdup (slip_store_get_path (session->store));

  session_clear (session);
  session_init (session, path);
}

SlipCommit *
session_try_commit (Session *session, SlipChangeSet *set, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SlipAuthor) author =
    slip_author_new (NULL, "Tester", session->writer);

  slip_store_commit_async (session->store, set, author, session->head, NOW_MS,
                           NULL, keep_result_cb, &result);
  wait_for (&result);
  return slip_store_commit_finish (session->store, result, error);
}

SlipCommit *
session_try_turn (Session *session, const SlipTurn *turn, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SlipAuthor) author =
    slip_author_new (NULL, "Tester", session->writer);

  slip_store_turn_async (session->store, turn, author, NULL, keep_result_cb,
                         &result);
  wait_for (&result);
  return slip_store_turn_finish (session->store, result, error);
}

SlipNews *
session_poll (Session *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  SlipNews *news = NULL;

  slip_store_poll_async (session->store, session->head, NULL, keep_result_cb,
                         &result);
  wait_for (&result);
  news = slip_store_poll_finish (session->store, result, &error);
  g_assert_no_error (error);
  return news;
}

GPtrArray *
session_history (Session *session, const char *release, gint64 before, guint n)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GPtrArray *steps = NULL;

  slip_store_history_async (session->store, release, before, n, NULL,
                            keep_result_cb, &result);
  wait_for (&result);
  steps = slip_store_history_finish (session->store, result, &error);
  g_assert_no_error (error);
  return steps;
}

char *
session_check (Session *session)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) faults = NULL;

  slip_store_check_async (session->store, NULL, keep_result_cb, &result);
  wait_for (&result);
  faults = slip_store_check_finish (session->store, result, &error);
  g_assert_no_error (error);
  g_ptr_array_add (faults, NULL);
  return g_strjoinv ("\n", (char **) faults->pdata);
}

static void
search_range (Session *session,
              const GPtrArray *terms,
              SlipSearchPage page,
              GPtrArray *ids)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipSearchHits) hits = NULL;

  slip_store_search_async (session->store, terms, page, NULL, keep_result_cb,
                           &result);
  wait_for (&result);
  hits = slip_store_search_finish (session->store, result, &error);
  g_assert_no_error (error);
  g_assert_true (hits->hits->len <= page.n);
  for (guint i = 0; i < hits->hits->len; i++) {
    const SlipSearchHit *hit = &g_array_index (hits->hits, SlipSearchHit, i);

    g_ptr_array_add (ids, g_strdup (slip_row_get_id (hit->row)));
  }
}

static int
compare_ids (gconstpointer a, gconstpointer b)
{
  return g_strcmp0 (*(const char *const *) a, *(const char *const *) b);
}

char *
session_search (Session *session, const char *typed, guint n)
{
  g_autoptr (SlipSearchQuery) query =
    slip_search_query_parse (typed, SLIP_DATE_NONE, NULL);
  g_autoptr (GPtrArray) ids = g_ptr_array_new_with_free_func (g_free);

  for (int i = 0; i < SLIP_N_SEARCH_RANGES; i++) {
    SlipSearchPage page = { (SlipSearchRange) i, 0, n };

    search_range (session, query->terms, page, ids);
  }
  g_ptr_array_sort (ids, compare_ids);
  g_ptr_array_add (ids, NULL);
  return g_strjoinv (" ", (char **) ids->pdata);
}

double
session_index (Session *session, gboolean is_anew)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  double fraction;

  slip_store_index_async (session->store, is_anew, NULL, keep_result_cb,
                          &result);
  wait_for (&result);
  fraction = slip_store_index_finish (session->store, result, &error);
  g_assert_no_error (error);
  return fraction;
}

gboolean
session_copy (Session *session, const char *path, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  slip_store_copy_async (session->store, path, NULL, keep_result_cb, &result);
  wait_for (&result);
  return slip_store_copy_finish (session->store, result, error);
}

gboolean
session_fill (Session *session, GPtrArray *rows, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (SlipAuthor) author =
    slip_author_new (NULL, "Tester", session->writer);

  slip_store_fill_async (session->store, rows, author, NOW_MS, NULL,
                         keep_result_cb, &result);
  wait_for (&result);
  return slip_store_fill_finish (session->store, result, error);
}

void
session_commit (Session *session, SlipChangeSet *set)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipCommit) commit = session_try_commit (session, set, &error);

  g_assert_no_error (error);
  g_assert_true (commit->is_written);
  g_assert_cmpuint (commit->news->steps->len, ==, 1);
  session_follow (session, commit->news);
}

void
session_turn (Session *session, SlipStepType type)
{
  const SlipStep *target =
    type == SLIP_STEP_UNDO ? session->undo : session->redo;
  SlipTurn turn = { type, target->number, session->head, FALSE, NOW_MS };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipCommit) commit = session_try_turn (session, &turn, &error);

  g_assert_no_error (error);
  g_assert_true (commit->is_written);
  session_follow (session, commit->news);
}

char *
session_digest (Session *session)
{
  return slip_plan_state_digest (session->state);
}

static SlipChangeSet *
end_edit (SlipEdit *edit)
{
  g_autoptr (GError) error = NULL;
  SlipChangeSet *set = slip_edit_end (edit, &error);

  g_assert_no_error (error);
  slip_edit_free (edit);
  return set;
}

SlipChangeSet *
make_person (Session *session, const char *id, const char *name)
{
  SlipEdit *edit = slip_edit_new (session->state, SLIP_VERB_ADD);

  slip_edit_set_subject (edit, name);
  slip_edit_create (edit, SLIP_KIND_PERSON, id, NULL);
  slip_edit_set_text (edit, SLIP_KIND_PERSON, id, SLIP_PERSON_NAME, name);
  return end_edit (edit);
}

SlipChangeSet *
make_rename (Session *session, const char *id, const char *name)
{
  SlipEdit *edit = slip_edit_new (session->state, SLIP_VERB_EDIT);

  slip_edit_set_subject (edit, name);
  slip_edit_set_reason (edit, "asked for");
  slip_edit_set_text (edit, SLIP_KIND_PERSON, id, SLIP_PERSON_NAME, name);
  return end_edit (edit);
}

SlipChangeSet *
make_release (Session *session, const char *stem)
{
  SlipEdit *edit = slip_edit_new (session->state, SLIP_VERB_ADD);
  g_autofree char *product = g_strconcat (stem, "-product", NULL);
  g_autofree char *checklist = g_strconcat (stem, "-checklist", NULL);
  g_autofree char *item = g_strconcat (stem, "-item", NULL);

  slip_edit_set_subject (edit, stem);
  slip_edit_create (edit, SLIP_KIND_PRODUCT, product, NULL);
  slip_edit_set_text (edit, SLIP_KIND_PRODUCT, product, SLIP_PRODUCT_NAME,
                      "Payments");
  slip_edit_create (edit, SLIP_KIND_RELEASE, stem, NULL);
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, stem, SLIP_RELEASE_PRODUCT,
                      product);
  slip_edit_set_date (edit, SLIP_KIND_RELEASE, stem, SLIP_RELEASE_RELEASE_DATE,
                      slip_date_new (2026, 3, 12));
  slip_edit_set_integer (edit, SLIP_KIND_RELEASE, stem,
                         SLIP_RELEASE_RELEASE_CERTAINTY,
                         SLIP_CERTAINTY_TENTATIVE);
  slip_edit_create (edit, SLIP_KIND_CHECKLIST, checklist, stem);
  slip_edit_create (edit, SLIP_KIND_ITEM, item, stem);
  return end_edit (edit);
}

void
assert_store_error (GError *error, SlipStoreError code, const char *name)
{
  g_assert_error (error, SLIP_STORE_ERROR, (int) code);
  g_assert_nonnull (strstr (error->message, name));
  g_assert_false (g_str_has_suffix (error->message, "."));
  g_assert_null (strstr (error->message, "lock"));
  g_assert_null (strstr (error->message, "SQL"));
}
