/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-entity-edit.h"
#include "slip-sample-file.h"
#include "slip-sample.h"
#include "waiting.h"

/* The day of the clock that open_workspace() has. */
#define TODAY    (slip_date_new (2026, 11, 23))
#define TOMORROW (slip_date_new (2026, 11, 24))

typedef struct {
  char *folder;
  char *path;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "sample.slipway", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
make_sample (Fixture *fixture, gboolean is_touched)
{
  SlipWorkspace *workspace = open_workspace (fixture->path, SLIP_WRITER_WINDOW);
  SlipDate today = TODAY;
  g_autoptr (SlipStep) step =
    execute (workspace, slip_sample_run, &today, NULL);
  g_assert_nonnull (step);
  if (is_touched) {
    g_autoptr (SlipEntityEdit) edit =
      slip_entity_edit_new_create (SLIP_KIND_PERSON, NULL, NULL);
    slip_entity_edit_add_text (edit, SLIP_PERSON_NAME, "Support lead");
    g_autoptr (SlipStep) more =
      execute (workspace, slip_entity_edit_run, edit, NULL);
    g_assert_nonnull (more);
  }
  close_workspace (workspace);
}

static gboolean
renew (Fixture *fixture, SlipDate today)
{
  g_autoptr (GAsyncResult) result = NULL;
  slip_sample_file_renew_async (fixture->path, today, ready_cb, &result);
  gboolean is_renewed = slip_sample_file_renew_finish (wait_for (&result));
  g_assert_true (is_renewed ==
                 !g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  return is_renewed;
}

static void
test_untouched_one_of_another_day_goes (Fixture *fixture, gconstpointer data)
{
  make_sample (fixture, FALSE);
  g_assert_false (renew (fixture, TODAY));
  g_assert_true (renew (fixture, TOMORROW));
}

static void
test_touched_one_stays (Fixture *fixture, gconstpointer data)
{
  make_sample (fixture, TRUE);
  g_assert_false (renew (fixture, TOMORROW));
}

static void
test_other_plan_stays (Fixture *fixture, gconstpointer data)
{
  SlipWorkspace *workspace = open_workspace (fixture->path, SLIP_WRITER_WINDOW);
  g_autoptr (SlipStep) step = execute (workspace, slip_starter_run, NULL, NULL);
  g_assert_nonnull (step);
  close_workspace (workspace);
  g_assert_false (renew (fixture, TOMORROW));
}

static void
test_what_is_no_plan_stays (Fixture *fixture, gconstpointer data)
{
  g_assert_true (g_file_set_contents (fixture->path, "text", -1, NULL));
  g_assert_false (renew (fixture, TOMORROW));
}

#define ADD(name, func)                                                        \
  g_test_add ("/sample-file/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  ADD ("untouched-one-of-another-day-goes",
       test_untouched_one_of_another_day_goes);
  ADD ("touched-one-stays", test_touched_one_stays);
  ADD ("other-plan-stays", test_other_plan_stays);
  ADD ("what-is-no-plan-stays", test_what_is_no_plan_stays);
  return g_test_run ();
}
