/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-open-plans.h"
#include "slip-plan-file.h"
#include "slip-plan-folder.h"

#include <adwaita.h>
#include <glib/gstdio.h>
#include <utime.h>

typedef struct {
  char *data; /* where the application's plans are */
  char *lent; /* what stands for the document portal's folder */
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = slip_plan_file_dup_default_path ();

  fixture->data = g_path_get_dirname (path);
  fixture->lent =
    g_build_filename (g_get_user_runtime_dir (), "doc", "5c0ffee5", NULL);
  g_assert_cmpint (g_mkdir_with_parents (fixture->lent, 0700), ==, 0);
}

static void
empty (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  const char *name;

  while ((name = g_dir_read_name (files)) != NULL) {
    g_autofree char *path = g_build_filename (folder, name, NULL);
    g_assert_cmpint (g_unlink (path), ==, 0);
  }
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  empty (fixture->data);
  empty (fixture->lent);
  g_clear_object (&fixture->result);
  g_free (fixture->data);
  g_free (fixture->lent);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Fixture *fixture = data;
  g_set_object (&fixture->result, result);
}

static GAsyncResult *
wait_for_result (Fixture *fixture)
{
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return fixture->result;
}

/* Writes a file that was changed so many seconds after 1970. */
static char *
write_file (const char *folder, const char *name, const char *text, int changed)
{
  char *path = g_build_filename (folder, name, NULL);
  struct utimbuf times = { changed, changed };

  g_assert_true (g_file_set_contents (path, text, -1, NULL));
  g_assert_cmpint (g_utime (path, &times), ==, 0);
  return path;
}

static void
assert_text (const char *folder, const char *name, const char *wanted)
{
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autofree char *text = NULL;

  g_assert_true (g_file_get_contents (path, &text, NULL, NULL));
  g_assert_cmpstr (text, ==, wanted);
}

static guint
count_files (const char *folder)
{
  g_autoptr (GDir) files = g_dir_open (folder, 0, NULL);
  guint n = 0;

  while (g_dir_read_name (files) != NULL)
    n++;
  return n;
}

static char *
take (Fixture *fixture, const char *path, GError **error)
{
  g_clear_object (&fixture->result);
  slip_plan_folder_take_async (path, NULL, result_cb, fixture);
  return slip_plan_folder_take_finish (wait_for_result (fixture), error);
}

static void
test_only_the_portal_lends (Fixture *fixture, gconstpointer data)
{
  g_autofree char *lent =
    g_build_filename (fixture->lent, "plan.slipway", NULL);
  g_autofree char *own = g_build_filename (fixture->data, "plan.slipway", NULL);
  g_autofree char *near =
    g_build_filename (g_get_user_runtime_dir (), "documents", "a", NULL);

  g_assert_true (slip_plan_folder_is_lent (lent));
  g_assert_true (slip_plan_folder_is_lent ("/run/flatpak/doc/1/a.slipway"));
  g_assert_false (slip_plan_folder_is_lent (own));
  g_assert_false (slip_plan_folder_is_lent (near));
}

static void
test_plans_are_listed_last_changed_first (Fixture *fixture, gconstpointer data)
{
  g_autofree char *old = write_file (fixture->data, "Old.slipway", "", 1000);
  g_autofree char *new = write_file (fixture->data, "New.slipway", "", 2000);
  g_autofree char *wal =
    write_file (fixture->data, "New.slipway-wal", "", 3000);

  slip_plan_folder_list_async (NULL, result_cb, fixture);
  g_autoptr (GPtrArray) plans =
    slip_plan_folder_list_finish (wait_for_result (fixture), NULL);
  g_assert_cmpuint (plans->len, ==, 2);
  const SlipFolderPlan *first = plans->pdata[0];
  const SlipFolderPlan *second = plans->pdata[1];
  g_assert_cmpstr (first->name, ==, "New");
  g_assert_cmpstr (first->path, ==, new);
  g_assert_cmpint (first->changed_at_ms, ==, 2000000);
  g_assert_cmpstr (second->name, ==, "Old");
}

static void
test_copies_lie_beside_what_is_there (Fixture *fixture, gconstpointer data)
{
  g_autofree char *mine =
    write_file (fixture->data, "Winter.slipway", "mine", 1000);
  g_autofree char *lent =
    write_file (fixture->lent, "Winter.slipway", "theirs", 1000);
  g_autofree char *first = take (fixture, lent, NULL);
  g_autofree char *second = take (fixture, lent, NULL);

  g_assert_nonnull (first);
  g_assert_nonnull (second);
  assert_text (fixture->data, "Winter.slipway", "mine");
  assert_text (fixture->data, "Winter 2.slipway", "theirs");
  assert_text (fixture->data, "Winter 3.slipway", "theirs");
  assert_text (fixture->lent, "Winter.slipway", "theirs");
  g_assert_cmpuint (count_files (fixture->data), ==, 3);
}

static void
test_nothing_is_left_of_a_copy_that_failed (Fixture *fixture,
                                            gconstpointer data)
{
  g_autofree char *lent =
    g_build_filename (fixture->lent, "gone.slipway", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_null (take (fixture, lent, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpuint (count_files (fixture->data), ==, 0);
}

static void
test_names_become_files_of_the_folder (Fixture *fixture, gconstpointer data)
{
  static const char *const bad[] = { "", "  ", "../up", "a/b", ".hidden" };
  g_autofree char *mine = write_file (fixture->data, "Q1.slipway", "", 1000);
  g_autofree char *new = slip_plan_folder_dup_path (" Q2 ");
  g_autofree char *taken = slip_plan_folder_dup_path ("Q1.slipway");
  g_autofree char *q2 = g_build_filename (fixture->data, "Q2.slipway", NULL);
  g_autofree char *q1 = g_build_filename (fixture->data, "Q1 2.slipway", NULL);

  g_assert_cmpstr (new, ==, q2);
  g_assert_cmpstr (taken, ==, q1);
  for (guint i = 0; i < G_N_ELEMENTS (bad); i++)
    g_assert_null (slip_plan_folder_dup_path (bad[i]));
}

static void
closed_cb (SlipOpenPlans *plans, GParamSpec *pspec, gboolean *is_busy)
{
  *is_busy = slip_open_plans_is_busy (plans);
}

static SlipWorkspace *
hold (Fixture *fixture,
      SlipOpenPlans *plans,
      const char *path,
      SlipStoreFlags flags)
{
  g_autoptr (GError) error = NULL;
  g_clear_object (&fixture->result);
  slip_open_plans_hold_async (plans, path, flags, result_cb, fixture);
  SlipWorkspace *workspace =
    slip_open_plans_hold_finish (plans, wait_for_result (fixture), &error);
  g_assert_no_error (error);
  return workspace;
}

static void
close_all (SlipOpenPlans *plans, SlipWorkspace *workspace)
{
  gboolean is_busy = TRUE;
  gulong id = g_signal_connect (plans, "notify::is-busy",
                                G_CALLBACK (closed_cb), &is_busy);
  slip_open_plans_release (plans, workspace);
  while (is_busy)
    g_main_context_iteration (NULL, TRUE);
  g_signal_handler_disconnect (plans, id);
}

static void
test_a_lent_plan_is_never_opened_in_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipClock) clock = slip_clock_new_system ();
  g_autoptr (SlipOpenPlans) plans = slip_open_plans_new (clock);
  g_autofree char *own = slip_plan_folder_dup_path ("Theirs");
  g_autofree char *lent =
    g_build_filename (fixture->lent, "Theirs.slipway", NULL);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gsize n_before, n_after;

  close_all (plans, hold (fixture, plans, own, SLIP_STORE_CREATE));
  g_assert_cmpint (g_rename (own, lent), ==, 0);
  g_assert_true (g_file_get_contents (lent, &before, &n_before, NULL));

  SlipWorkspace *workspace = hold (fixture, plans, lent, SLIP_STORE_DEFAULT);
  g_assert_cmpstr (slip_store_get_path (slip_workspace_get_store (workspace)),
                   ==, own);
  close_all (plans, workspace);
  g_assert_true (g_file_get_contents (lent, &after, &n_after, NULL));
  g_assert_cmpmem (before, n_before, after, n_after);
  g_assert_cmpuint (count_files (fixture->lent), ==, 1);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

#define ADD(name_, function_)                                                  \
  g_test_add ("/plan-folder/" name_, Fixture, NULL, set_up, function_,         \
              tear_down)
  ADD ("only-the-portal-lends", test_only_the_portal_lends);
  ADD ("plans-are-listed-last-changed-first",
       test_plans_are_listed_last_changed_first);
  ADD ("copies-lie-beside-what-is-there", test_copies_lie_beside_what_is_there);
  ADD ("nothing-is-left-of-a-copy-that-failed",
       test_nothing_is_left_of_a_copy_that_failed);
  ADD ("names-become-files-of-the-folder",
       test_names_become_files_of_the_folder);
  ADD ("a-lent-plan-is-never-opened-in-place",
       test_a_lent_plan_is_never_opened_in_place);
  return g_test_run ();
}
