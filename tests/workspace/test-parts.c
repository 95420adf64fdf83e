/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waiting.h"

#include "slip-entity-edit.h"
#include "slip-generate.h"
#include "slip-move.h"
#include "slip-release.h"
#include "slip-schedule.h"

#define N_RELEASES 200
#define N_ITEMS    16

typedef struct {
  char *folder;
  char *path;
  SlipWorkspace *workspace;
} Fixture;

static SlipWorkspace *
open_plan (Fixture *fixture)
{
  return open_workspace (fixture->path, SLIP_WRITER_WINDOW);
}

static void
fill (SlipWorkspace *workspace, guint n_releases, guint n_items)
{
  SlipStore *store = slip_workspace_get_store (workspace);
  g_autoptr (SlipAuthor) author =
    slip_author_new (NULL, "Release manager", SLIP_WRITER_COMMAND_LINE);
  g_autoptr (GPtrArray) rows =
    slip_generate_rows (n_releases, n_items, 7, slip_date_new (2026, 11, 23));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  slip_store_fill_async (store, rows, author, 1, NULL, ready_cb, &result);
  slip_store_fill_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
}

/* A plan with releases of which some are open, read without their parts. */
static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->folder = make_folder ();
  fixture->path = g_build_filename (fixture->folder, "plan.slipway", NULL);
  fixture->workspace = open_plan (fixture);
  fill (fixture->workspace, N_RELEASES, N_ITEMS);
  close_workspace (fixture->workspace);
  fixture->workspace = open_plan (fixture);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  if (fixture->workspace != NULL)
    close_workspace (fixture->workspace);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

static void
wait_for_parts (SlipWorkspace *workspace)
{
  while (!slip_workspace_has_open_parts (workspace))
    g_main_context_iteration (NULL, TRUE);
}

static GPtrArray *
list_releases (SlipWorkspace *workspace)
{
  return slip_plan_state_list (slip_workspace_get_state (workspace),
                               SLIP_KIND_RELEASE);
}

/* The id of the release at @place among those that are open, or are not. */
static char *
dup_release (SlipWorkspace *workspace, gboolean is_open, guint place)
{
  g_autoptr (GPtrArray) releases = list_releases (workspace);

  for (guint i = 0; i < releases->len; i++)
    if (slip_release_is_open (releases->pdata[i]) == is_open && place-- == 0)
      return g_strdup (slip_row_get_id (releases->pdata[i]));
  g_assert_not_reached ();
}

/* The summary that a plan read now has of @release, loaded for the purpose. */
static SlipReleaseSummary *
count_anew (Fixture *fixture, const char *release)
{
  SlipWorkspace *other = open_plan (fixture);
  SlipReleaseSummary *summary = NULL;

  load_all (other);
  summary =
    slip_plan_state_get_summary (slip_workspace_get_state (other), release);
  close_workspace (other);
  return summary;
}

/* Whether @workspace has all parts of open releases as the file has them. */
static void
assert_open_parts (Fixture *fixture, SlipWorkspace *workspace)
{
  SlipWorkspace *other = open_plan (fixture);
  g_autoptr (GPtrArray) releases = list_releases (workspace);
  const SlipPlanState *state = slip_workspace_get_state (workspace);

  load_all (other);
  for (guint i = 0; i < releases->len; i++) {
    const char *id = slip_row_get_id (releases->pdata[i]);
    const SlipPlanState *expected = slip_workspace_get_state (other);
    g_autoptr (GPtrArray) items =
      slip_plan_state_list_owned (state, SLIP_KIND_ITEM, id);
    g_autoptr (GPtrArray) expected_items =
      slip_plan_state_list_owned (expected, SLIP_KIND_ITEM, id);
    g_autoptr (SlipReleaseSummary) summary =
      slip_plan_state_get_summary (state, id);
    g_autoptr (SlipReleaseSummary) expected_summary =
      slip_plan_state_get_summary (expected, id);

    if (!slip_release_is_open (releases->pdata[i]))
      continue;
    g_assert_true (slip_plan_state_is_loaded (state, id));
    g_assert_cmpuint (items->len, ==, expected_items->len);
    g_assert_true (slip_release_summary_equal (summary, expected_summary));
  }
  close_workspace (other);
}

static void
count_changes_cb (SlipWorkspace *workspace, const SlipStep *step, gpointer data)
{
  *(guint *) data += step == NULL;
}

static void
count_notify_cb (SlipWorkspace *workspace, GParamSpec *pspec, gpointer data)
{
  *(guint *) data += 1;
}

static void
test_gathered_at_once (Fixture *fixture, gconstpointer data)
{
  SlipWorkspace *workspace = fixture->workspace;
  g_autofree char *closed = dup_release (workspace, FALSE, 0);
  guint n_changes = 0;
  guint n_notified = 0;

  g_signal_connect (workspace, "changed", G_CALLBACK (count_changes_cb),
                    &n_changes);
  g_signal_connect (workspace, "notify::has-open-parts",
                    G_CALLBACK (count_notify_cb), &n_notified);
  slip_workspace_keep_open_parts (workspace);
  slip_workspace_keep_open_parts (workspace);
  g_assert_false (slip_workspace_has_open_parts (workspace));
  g_assert_cmpuint (slip_plan_state_count (slip_workspace_get_state (workspace),
                                           SLIP_KIND_ITEM),
                    ==, 0);
  wait_for_parts (workspace);
  g_assert_cmpuint (n_changes, ==, 1);
  g_assert_cmpuint (n_notified, ==, 1);
  assert_open_parts (fixture, workspace);
  g_assert_false (
    slip_plan_state_is_loaded (slip_workspace_get_state (workspace), closed));
}

static void
edit_entity (SlipWorkspace *workspace, SlipEntityEdit *edit)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step =
    execute (workspace, slip_entity_edit_run, edit, &error);

  g_assert_no_error (error);
  g_assert_nonnull (step);
}

/* Releases @release with a flag, which is then to be cleaned up. */
static void
release_with_flag (SlipWorkspace *workspace, const char *release)
{
  g_autoptr (SlipEntityEdit) flag =
    slip_entity_edit_new_create (SLIP_KIND_FLAG, "checkout", release);
  g_autoptr (SlipEntityEdit) released =
    slip_entity_edit_new_set (SLIP_KIND_RELEASE, release);

  slip_entity_edit_add_text (flag, SLIP_FLAG_KEY, "checkout");
  slip_entity_edit_add_integer (released, SLIP_RELEASE_STATUS,
                                SLIP_STATUS_RELEASED);
  edit_entity (workspace, flag);
  edit_entity (workspace, released);
}

static void
test_unfinished_is_gathered (Fixture *fixture, gconstpointer data)
{
  g_autofree char *release = dup_release (fixture->workspace, TRUE, 0);
  SlipWorkspace *other;

  release_with_flag (fixture->workspace, release);
  other = open_plan (fixture);
  slip_workspace_keep_open_parts (other);
  wait_for_parts (other);
  g_assert_true (
    slip_plan_state_is_loaded (slip_workspace_get_state (other), release));
  close_workspace (other);
}

static void
test_nothing_to_gather (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
    g_build_filename (fixture->folder, "empty.slipway", NULL);
  SlipWorkspace *workspace = open_workspace (path, SLIP_WRITER_WINDOW);
  guint n_changes = 0;

  g_signal_connect (workspace, "changed", G_CALLBACK (count_changes_cb),
                    &n_changes);
  slip_workspace_keep_open_parts (workspace);
  wait_for_parts (workspace);
  g_assert_cmpuint (n_changes, ==, 0);
  close_workspace (workspace);
}

static void
test_asked_for_is_shown_at_once (Fixture *fixture, gconstpointer data)
{
  SlipWorkspace *workspace = fixture->workspace;
  g_autofree char *open = dup_release (workspace, TRUE, 1);
  const char *const ids[] = { open, NULL };
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  slip_workspace_keep_open_parts (workspace);
  slip_workspace_load_parts_async (workspace, ids, NULL, ready_cb, &result);
  slip_workspace_load_parts_finish (workspace, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (
    slip_plan_state_is_loaded (slip_workspace_get_state (workspace), open));
  g_assert_false (slip_workspace_has_open_parts (workspace));
  wait_for_parts (workspace);
  assert_open_parts (fixture, workspace);
}

typedef struct {
  const char *release;
  const char *id;
  gint64 status;
} Wish;

static gboolean
run_add_item (SlipEdit *edit, gconstpointer data, GError **error)
{
  const Wish *wish = data;
  g_autoptr (GPtrArray) checklists =
    slip_plan_state_list_owned (slip_edit_get_state (edit), SLIP_KIND_CHECKLIST,
                                wish->release);

  slip_edit_create (edit, SLIP_KIND_ITEM, wish->id, wish->release);
  slip_edit_set_text (edit, SLIP_KIND_ITEM, wish->id, SLIP_ITEM_CHECKLIST,
                      slip_row_get_id (checklists->pdata[0]));
  slip_edit_set_integer (edit, SLIP_KIND_ITEM, wish->id, SLIP_ITEM_IS_REQUIRED,
                         TRUE);
  return TRUE;
}

static gboolean
run_set_status (SlipEdit *edit, gconstpointer data, GError **error)
{
  const Wish *wish = data;

  slip_edit_set_integer (edit, SLIP_KIND_RELEASE, wish->release,
                         SLIP_RELEASE_STATUS, wish->status);
  return TRUE;
}

static gboolean
run_delete (SlipEdit *edit, gconstpointer data, GError **error)
{
  const Wish *wish = data;

  slip_edit_set_integer (edit, SLIP_KIND_RELEASE, wish->release,
                         SLIP_RELEASE_IS_DELETED, TRUE);
  return TRUE;
}

static gint64
do_wish (SlipWorkspace *workspace,
         SlipIntentFunc func,
         const char *release,
         gint64 status)
{
  g_autofree char *id = slip_id_new ();
  Wish wish = { release, id, status };
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step = execute (workspace, func, &wish, &error);

  g_assert_no_error (error);
  return step->number;
}

static void
test_others_write_meanwhile (Fixture *fixture, gconstpointer data)
{
  SlipWorkspace *mine = fixture->workspace;
  SlipWorkspace *other = open_plan (fixture);
  gint64 head = 0;

  load_all (other);
  slip_workspace_keep_open_parts (mine);
  /* Each waits in the main loop, where mine goes on a batch at a time. */
  for (guint i = 0; i < 10; i++) {
    g_autofree char *open = dup_release (other, TRUE, i);
    g_autofree char *closing = dup_release (other, TRUE, i + 20);
    g_autofree char *closed = dup_release (other, FALSE, i);

    do_wish (other, run_add_item, open, 0);
    do_wish (other, run_set_status, closing, SLIP_STATUS_CANCELLED);
    head = do_wish (other, run_set_status, closed, SLIP_STATUS_PLANNED);
    slip_workspace_poll (mine);
  }
  catch_up (mine, head);
  wait_for_parts (mine);
  assert_open_parts (fixture, mine);
  close_workspace (other);
}

static void
test_reopened_later (Fixture *fixture, gconstpointer data)
{
  SlipWorkspace *mine = fixture->workspace;
  SlipWorkspace *other = open_plan (fixture);
  g_autofree char *closed = dup_release (mine, FALSE, 3);
  g_autofree char *open = dup_release (mine, TRUE, 3);
  g_autoptr (SlipReleaseSummary) expected = NULL;
  g_autoptr (SlipReleaseSummary) found = NULL;

  load_all (other);
  slip_workspace_keep_open_parts (mine);
  wait_for_parts (mine);
  do_wish (other, run_delete, open, 0);
  catch_up (mine,
            do_wish (other, run_set_status, closed, SLIP_STATUS_BUILDING));
  /* Known from the step's own reading, before the parts are there. */
  g_assert_false (slip_workspace_has_open_parts (mine));
  expected =
    slip_plan_state_get_summary (slip_workspace_get_state (other), closed);
  found = slip_plan_state_get_summary (slip_workspace_get_state (mine), closed);
  g_assert_true (slip_release_summary_equal (found, expected));
  wait_for_parts (mine);
  assert_open_parts (fixture, mine);
  close_workspace (other);
}

/* Without parts in memory, and nobody who keeps them there. */
static void
test_no_stale_summary (Fixture *fixture, gconstpointer data)
{
  SlipWorkspace *mine = fixture->workspace;
  SlipWorkspace *other = open_plan (fixture);
  g_autofree char *open = dup_release (mine, TRUE, 0);
  g_autofree char *closed = dup_release (mine, FALSE, 0);
  g_autoptr (SlipReleaseSummary) before =
    slip_plan_state_get_summary (slip_workspace_get_state (mine), open);
  g_autoptr (SlipReleaseSummary) expected = NULL;
  g_autoptr (SlipReleaseSummary) found = NULL;

  load_all (other);
  do_wish (other, run_add_item, open, 0);
  catch_up (mine, do_wish (other, run_add_item, closed, 0));
  expected = count_anew (fixture, open);
  found = slip_plan_state_get_summary (slip_workspace_get_state (mine), open);
  g_assert_false (slip_release_summary_equal (found, before));
  g_assert_true (slip_release_summary_equal (found, expected));
  g_assert_null (
    slip_plan_state_get_summary (slip_workspace_get_state (mine), closed));
  g_assert_false (
    slip_plan_state_is_loaded (slip_workspace_get_state (mine), open));
  close_workspace (other);
}

static void
test_plan_read_again (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path =
    g_build_filename (fixture->folder, "filled.slipway", NULL);
  SlipWorkspace *mine = open_workspace (path, SLIP_WRITER_WINDOW);
  SlipWorkspace *other = open_workspace (path, SLIP_WRITER_COMMAND_LINE);
  g_autofree char *open = NULL;

  slip_workspace_keep_open_parts (mine);
  wait_for_parts (mine);
  fill (other, 60, 5);
  catch_up (mine, 1);
  open = dup_release (mine, TRUE, 0);
  wait_for_parts (mine);
  g_assert_true (
    slip_plan_state_is_loaded (slip_workspace_get_state (mine), open));
  close_workspace (other);
  close_workspace (mine);
}

static void
test_closed_in_the_middle (Fixture *fixture, gconstpointer data)
{
  for (guint n_rounds = 0; n_rounds < 12; n_rounds++) {
    SlipWorkspace *workspace = open_plan (fixture);

    slip_workspace_keep_open_parts (workspace);
    for (guint i = 0; i < n_rounds; i++)
      g_main_context_iteration (NULL, TRUE);
    g_assert_false (slip_workspace_has_open_parts (workspace));
    close_workspace (workspace);
  }
}

static const SlipRow *
get_release (SlipWorkspace *workspace, const char *release)
{
  return slip_plan_state_get (slip_workspace_get_state (workspace),
                              SLIP_KIND_RELEASE, release);
}

static guint
count_due (const SlipPlanState *state, const SlipRow *release)
{
  g_autoptr (SlipReleaseSummary) summary =
    slip_plan_state_get_summary (state, slip_row_get_id (release));
  guint n = 0;

  for (guint i = 0; i < summary->checklists->len; i++) {
    const SlipChecklistSummary *checklist = summary->checklists->pdata[i];

    n += checklist->due->len;
  }
  return n;
}

/* The open release with the most days to come. */
static char *
dup_busy_release (SlipWorkspace *workspace)
{
  const SlipPlanState *state = slip_workspace_get_state (workspace);
  g_autoptr (GPtrArray) releases = list_releases (workspace);
  const SlipRow *busiest = NULL;

  for (guint i = 0; i < releases->len; i++) {
    const SlipRow *release = releases->pdata[i];

    if (slip_release_is_open (release) &&
        (busiest == NULL ||
         count_due (state, busiest) < count_due (state, release)))
      busiest = release;
  }
  g_assert_nonnull (busiest);
  return g_strdup (slip_row_get_id (busiest));
}

static SlipMove *
new_move (SlipWorkspace *workspace, const char *release, int n_days)
{
  SlipDate day = slip_row_get_date (get_release (workspace, release),
                                    SLIP_RELEASE_RELEASE_DATE);

  return slip_move_new_to_day (slip_workspace_get_state (workspace), release,
                               slip_date_add_days (day, n_days), 0,
                               slip_date_new (2026, 11, 23));
}

static guint
count_items (const SlipChangeSet *set)
{
  guint n = 0;

  for (guint i = 0; i < set->changes->len; i++) {
    const SlipChange *change = set->changes->pdata[i];

    n += change->kind == SLIP_KIND_ITEM;
  }
  return n;
}

static void
assert_every_date_kept (SlipWorkspace *workspace)
{
  g_autoptr (GPtrArray) faults = g_ptr_array_new_with_free_func (g_free);

  slip_schedule_find_faults (slip_workspace_get_state (workspace), faults);
  g_assert_cmpuint (faults->len, ==, 0);
}

/* A move has the items follow that nobody had read. */
static void
test_edit_has_parts_read (Fixture *fixture, gconstpointer data)
{
  SlipWorkspace *mine = fixture->workspace;
  g_autofree char *open = dup_release (mine, TRUE, 0);
  g_autofree char *another = dup_release (mine, TRUE, 1);
  g_autoptr (SlipMove) move = new_move (mine, open, 30);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step = NULL;
  g_autoptr (SlipStep) undone = NULL;

  g_assert_false (
    slip_plan_state_is_loaded (slip_workspace_get_state (mine), open));
  step = execute (mine, slip_move_run, move, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (count_items (step->set), >, 0);
  g_assert_true (
    slip_plan_state_is_loaded (slip_workspace_get_state (mine), open));
  g_assert_false (
    slip_plan_state_is_loaded (slip_workspace_get_state (mine), another));
  assert_every_date_kept (mine);
  undone = turn (mine, SLIP_STEP_UNDO, step->number, FALSE, &error);
  g_assert_no_error (error);
  assert_every_date_kept (mine);
}

/* What another program wrote comes with the parts, and the edit is made of
 * that. */
static void
test_edit_has_news_read (Fixture *fixture, gconstpointer data)
{
  SlipWorkspace *mine = fixture->workspace;
  SlipWorkspace *other = open_plan (fixture);
  g_autofree char *open = dup_busy_release (mine);
  g_autofree char *closed = dup_release (mine, FALSE, 0);
  g_autoptr (SlipMove) theirs = new_move (other, open, 40);
  g_autoptr (SlipMove) ours = new_move (mine, open, 20);
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) first = NULL;
  g_autoptr (SlipStep) second = NULL;

  first = execute (other, slip_move_run, theirs, &error);
  g_assert_no_error (error);
  do_wish (other, run_set_status, closed, SLIP_STATUS_READY);
  second = execute (mine, slip_move_run, ours, &error);
  g_assert_no_error (error);
  g_assert_cmpint (second->number, ==, first->number + 2);
  g_assert_cmpuint (count_items (second->set), >, 0);
  load_all (mine);
  assert_every_date_kept (mine);
  close_workspace (other);
}

static void
test_rehearsal_writes_nothing (Fixture *fixture, gconstpointer data)
{
  SlipWorkspace *mine = fixture->workspace;
  g_autofree char *open = dup_release (mine, TRUE, 0);
  g_autoptr (SlipMove) move = new_move (mine, open, 30);
  gint64 head = slip_workspace_get_head (mine);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipChangeSet) set = NULL;
  g_autoptr (SlipStep) step = NULL;

  slip_workspace_rehearse_async (mine, slip_move_run, move, NULL, ready_cb,
                                 &result);
  set = slip_workspace_rehearse_finish (mine, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpint (slip_workspace_get_head (mine), ==, head);
  step = execute (mine, slip_move_run, move, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (step->set->changes->len, ==, set->changes->len);
}

/* An edit that waits for parts is written before the file is closed. */
static void
test_close_waits_for_edit (Fixture *fixture, gconstpointer data)
{
  SlipWorkspace *mine = g_steal_pointer (&fixture->workspace);
  g_autofree char *open = dup_release (mine, TRUE, 0);
  g_autoptr (SlipMove) move = new_move (mine, open, 30);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step = NULL;

  slip_workspace_keep_open_parts (mine);
  slip_workspace_execute_async (mine, slip_move_run, move, NULL, NULL, ready_cb,
                                &result);
  g_object_ref (mine);
  slip_workspace_close_async (mine, NULL, NULL);
  step = slip_workspace_execute_finish (mine, wait_for (&result), &error);
  g_assert_no_error (error);
  g_clear_object (&result);
  g_object_unref (mine);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  fixture->workspace = open_plan (fixture);
  g_assert_cmpint (slip_workspace_get_head (fixture->workspace), ==,
                   step->number);
}

static void
add_case (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);

  add_case ("/parts/kept/are-shown-all-at-once", test_gathered_at_once);
  add_case ("/parts/kept/flags-to-clean-up-are-gathered",
            test_unfinished_is_gathered);
  add_case ("/parts/kept/nothing-to-gather-is-all-of-it",
            test_nothing_to_gather);
  add_case ("/parts/kept/what-is-asked-for-is-shown-at-once",
            test_asked_for_is_shown_at_once);
  add_case ("/parts/kept/others-add-close-and-reopen-meanwhile",
            test_others_write_meanwhile);
  add_case ("/parts/kept/reopened-later", test_reopened_later);
  add_case ("/parts/kept/after-the-plan-was-read-again", test_plan_read_again);
  add_case ("/parts/kept/closing-in-the-middle-leaks-nothing",
            test_closed_in_the_middle);
  add_case ("/parts/summary/never-stale-without-parts", test_no_stale_summary);

  add_case ("/parts/needed/an-edit-has-them-read", test_edit_has_parts_read);
  add_case ("/parts/needed/with-what-others-wrote", test_edit_has_news_read);
  add_case ("/parts/needed/a-rehearsal-writes-nothing",
            test_rehearsal_writes_nothing);
  add_case ("/parts/needed/closing-waits-for-the-edit",
            test_close_waits_for_edit);

  return g_test_run ();
}
