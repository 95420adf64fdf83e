/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waiting.h"

#include "slip-entity-edit.h"
#include "slip-generate.h"
#include "slip-move.h"
#include "slip-sample.h"

#define PRODUCT "11111111-1111-4111-8111-111111111111"
#define RELEASE "22222222-2222-4222-8222-222222222222"
#define LINK    "33333333-3333-4333-8333-333333333333"

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
  if (fixture->workspace != NULL)
    close_workspace (fixture->workspace);
  remove_folder (fixture->folder);
  g_free (fixture->folder);
  g_free (fixture->path);
}

/* Makes a product and a release of it with a link. */
static gboolean
run_setting (SlipEdit *edit, gconstpointer data, GError **error)
{
  slip_edit_create (edit, SLIP_KIND_PRODUCT, PRODUCT, NULL);
  slip_edit_set_text (edit, SLIP_KIND_PRODUCT, PRODUCT, SLIP_PRODUCT_NAME,
                      "Payments");
  slip_edit_create (edit, SLIP_KIND_RELEASE, RELEASE, NULL);
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, RELEASE, SLIP_RELEASE_PRODUCT,
                      PRODUCT);
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, RELEASE, SLIP_RELEASE_NAME,
                      "First");
  slip_edit_create (edit, SLIP_KIND_LINK, LINK, RELEASE);
  return TRUE;
}

/* Names the release @data. */
static gboolean
run_rename (SlipEdit *edit, gconstpointer data, GError **error)
{
  slip_edit_set_subject (edit, data);
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, RELEASE, SLIP_RELEASE_NAME,
                      data);
  return TRUE;
}

static gboolean
run_resummarise (SlipEdit *edit, gconstpointer data, GError **error)
{
  slip_edit_set_subject (edit, data);
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, RELEASE, SLIP_RELEASE_SUMMARY,
                      data);
  return TRUE;
}

/* Appends @data to what the release's name is at that moment. */
static gboolean
run_append (SlipEdit *edit, gconstpointer data, GError **error)
{
  const SlipRow *release = slip_plan_state_get (slip_edit_get_state (edit),
                                                SLIP_KIND_RELEASE, RELEASE);
  g_autofree char *name =
    g_strconcat (slip_row_get_text (release, SLIP_RELEASE_NAME), data, NULL);

  return run_rename (edit, name, error);
}

/* As the word of a feed is taken over. */
static gboolean
run_accept (SlipEdit *edit, gconstpointer data, GError **error)
{
  slip_edit_set_verb (edit, SLIP_VERB_ACCEPT);
  return run_rename (edit, data, error);
}

static gboolean
run_refusal (SlipEdit *edit, gconstpointer data, GError **error)
{
  slip_edit_set_text (edit, SLIP_KIND_RELEASE, RELEASE, SLIP_RELEASE_NAME,
                      "Never seen");
  g_set_error_literal (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID,
                       "No such thing");
  return FALSE;
}

static gint64
do_edit (SlipWorkspace *workspace, SlipIntentFunc func, const char *text)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step =
    execute (workspace, func, (gpointer) text, &error);

  g_assert_no_error (error);
  g_assert_nonnull (step);
  return step->number;
}

static const char *
get_name (SlipWorkspace *workspace)
{
  const SlipRow *release =
    slip_plan_state_get (slip_workspace_get_state (workspace),
                         SLIP_KIND_RELEASE, RELEASE);

  return release != NULL ? slip_row_get_text (release, SLIP_RELEASE_NAME)
                         : NULL;
}

static void
note_step_cb (SlipWorkspace *workspace, const SlipStep *step, gpointer data)
{
  g_array_append_val (data, step->number);
  g_assert_cmpint (slip_workspace_get_head (workspace), ==, step->number);
}

static void
count_cb (SlipWorkspace *workspace, gpointer data)
{
  *(guint *) data += 1;
}

static void
test_edit_is_applied_and_told_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GError) error = NULL;
  guint n_undo = 0;

  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (note_step_cb),
                    told);
  g_signal_connect (fixture->workspace, "undo-changed", G_CALLBACK (count_cb),
                    &n_undo);
  slip_workspace_set_person (fixture->workspace, NULL, "Release manager");
  g_autoptr (SlipStep) step =
    execute (fixture->workspace, run_setting, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (step->number, ==, 1);
  g_assert_cmpstr (step->author->name, ==, "Release manager");
  g_assert_cmpint (step->author->writer, ==, SLIP_WRITER_WINDOW);
  g_assert_cmpuint (step->set->changes->len, >, 0);
  g_assert_cmpuint (told->len, ==, 1);
  g_assert_cmpuint (n_undo, ==, 1);
  g_assert_cmpstr (get_name (fixture->workspace), ==, "First");
  g_assert_cmpint (slip_workspace_peek_undo (fixture->workspace)->number, ==,
                   1);
  g_assert_null (slip_workspace_peek_redo (fixture->workspace));
}

static void
test_edit_that_changes_nothing_says_so (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  do_edit (fixture->workspace, run_setting, NULL);
  g_assert_null (
    execute (fixture->workspace, run_rename, (gpointer) "First", &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_NOTHING);
  g_assert_cmpint (slip_workspace_get_head (fixture->workspace), ==, 1);
}

static void
test_refused_edit_changes_nothing (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  do_edit (fixture->workspace, run_setting, NULL);
  before = dup_digest (fixture->workspace);
  g_assert_null (execute (fixture->workspace, run_refusal, NULL, &error));
  g_assert_error (error, SLIP_PLAN_ERROR, SLIP_PLAN_ERROR_INVALID);
  after = dup_digest (fixture->workspace);
  g_assert_cmpstr (before, ==, after);
  do_edit (fixture->workspace, run_rename, "Second");
}

static void
test_undo_survives_a_restart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  do_edit (fixture->workspace, run_setting, NULL);
  gint64 number = do_edit (fixture->workspace, run_rename, "Second");
  close_workspace (fixture->workspace);
  fixture->workspace = open_workspace (fixture->path, SLIP_WRITER_WINDOW);
  const SlipStep *next = slip_workspace_peek_undo (fixture->workspace);
  g_assert_cmpint (next->number, ==, number);
  g_assert_cmpstr (next->set->subject, ==, "Second");
  g_autoptr (SlipStep) undo =
    turn (fixture->workspace, SLIP_STEP_UNDO, number, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undo->target, ==, number);
  g_assert_cmpstr (get_name (fixture->workspace), ==, "First");

  close_workspace (fixture->workspace);
  fixture->workspace = open_workspace (fixture->path, SLIP_WRITER_WINDOW);
  g_assert_cmpint (slip_workspace_peek_redo (fixture->workspace)->number, ==,
                   number);
  g_autoptr (SlipStep) redo =
    turn (fixture->workspace, SLIP_STEP_REDO, number, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_name (fixture->workspace), ==, "Second");
}

static void
test_undo_of_a_covered_step_names_the_one_on_top (Fixture *fixture,
                                                  gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  SlipWorkspace *other =
    open_workspace (fixture->path, SLIP_WRITER_COMMAND_LINE);

  do_edit (fixture->workspace, run_setting, NULL);
  gint64 number = do_edit (fixture->workspace, run_rename, "Second");
  do_edit (other, run_rename, "Third");
  g_assert_null (
    turn (fixture->workspace, SLIP_STEP_UNDO, number, FALSE, &error));
  g_assert_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE);
  g_assert_nonnull (strstr (error->message, "Third"));
  g_assert_nonnull (strstr (error->message, "command line"));
  g_assert_cmpstr (get_name (fixture->workspace), ==, "Third");
  g_assert_cmpstr (slip_workspace_peek_undo (fixture->workspace)->set->subject,
                   ==, "Third");
  close_workspace (other);
}

static void
test_older_step_is_undone_where_nothing_touched_it (Fixture *fixture,
                                                    gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  do_edit (fixture->workspace, run_setting, NULL);
  gint64 rename = do_edit (fixture->workspace, run_rename, "Second");
  gint64 summary = do_edit (fixture->workspace, run_resummarise, "All of it");
  g_autoptr (SlipStep) undo =
    turn (fixture->workspace, SLIP_STEP_UNDO, rename, TRUE, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (get_name (fixture->workspace), ==, "First");

  do_edit (fixture->workspace, run_resummarise, "Half of it");
  g_assert_null (
    turn (fixture->workspace, SLIP_STEP_UNDO, summary, TRUE, &error));
  g_assert_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE);
}

static void
test_new_edit_closes_redo (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  do_edit (fixture->workspace, run_setting, NULL);
  gint64 number = do_edit (fixture->workspace, run_rename, "Second");
  g_autoptr (SlipStep) undo =
    turn (fixture->workspace, SLIP_STEP_UNDO, number, FALSE, &error);
  g_assert_no_error (error);
  do_edit (fixture->workspace, run_rename, "Third");
  g_assert_null (slip_workspace_peek_redo (fixture->workspace));
  g_assert_null (
    turn (fixture->workspace, SLIP_STEP_REDO, number, FALSE, &error));
  g_assert_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_STALE);
}

static void
test_edit_is_made_anew_over_another_writers (Fixture *fixture,
                                             gconstpointer data)
{
  g_autoptr (GArray) told = g_array_new (FALSE, FALSE, sizeof (gint64));
  SlipWorkspace *other = NULL;

  do_edit (fixture->workspace, run_setting, NULL);
  other = open_workspace (fixture->path, SLIP_WRITER_COMMAND_LINE);
  do_edit (other, run_append, " one");
  do_edit (other, run_append, " two");
  g_signal_connect (fixture->workspace, "changed", G_CALLBACK (note_step_cb),
                    told);
  g_assert_cmpint (do_edit (fixture->workspace, run_append, " three"), ==, 4);
  g_assert_cmpstr (get_name (fixture->workspace), ==, "First one two three");
  g_assert_cmpuint (told->len, ==, 3);
  catch_up (other, 4);
  g_assert_cmpstr (get_name (other), ==, "First one two three");
  close_workspace (other);
}

static void
test_other_writers_edit_is_found_by_itself (Fixture *fixture,
                                            gconstpointer data)
{
  SlipWorkspace *other =
    open_workspace (fixture->path, SLIP_WRITER_COMMAND_LINE);

  do_edit (other, run_setting, NULL);
  /* Nobody asks: the workspace looks once a second. */
  while (slip_workspace_get_head (fixture->workspace) < 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpstr (get_name (fixture->workspace), ==, "First");
  g_assert_nonnull (slip_workspace_peek_undo (fixture->workspace));
  close_workspace (other);
}

static void
test_filled_plan_is_read_again (Fixture *fixture, gconstpointer data)
{
  SlipWorkspace *other =
    open_workspace (fixture->path, SLIP_WRITER_COMMAND_LINE);
  SlipStore *store = slip_workspace_get_store (other);
  g_autoptr (SlipAuthor) author =
    slip_author_new (NULL, "Release manager", SLIP_WRITER_COMMAND_LINE);
  g_autoptr (GPtrArray) rows =
    slip_generate_rows (40, 2, 7, slip_date_new (2026, 11, 23));
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  slip_store_fill_async (store, rows, author, 1, NULL, ready_cb, &result);
  slip_store_fill_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  catch_up (fixture->workspace, 1);
  g_assert_cmpuint (slip_plan_state_count (slip_workspace_get_state (
                                             fixture->workspace),
                                           SLIP_KIND_RELEASE),
                    ==, 40);
  g_assert_null (slip_workspace_peek_undo (fixture->workspace));
  load_all (fixture->workspace);
  g_assert_cmpuint (slip_plan_state_count (slip_workspace_get_state (
                                             fixture->workspace),
                                           SLIP_KIND_ITEM),
                    ==, 80);
  close_workspace (other);
}

typedef struct {
  guint n_done;
  gint64 last;
} Queue;

static void
queued_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Queue *queue = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (SlipStep) step =
    slip_workspace_execute_finish (SLIP_WORKSPACE (source), result, &error);

  g_assert_no_error (error);
  g_assert_cmpint (step->number, ==, queue->last + 1);
  queue->last = step->number;
  queue->n_done++;
}

static void
test_edits_run_one_after_the_other (Fixture *fixture, gconstpointer data)
{
  Queue queue = { 0, 1 };

  do_edit (fixture->workspace, run_setting, NULL);
  for (int i = 0; i < 90; i++)
    slip_workspace_execute_async (fixture->workspace, run_append,
                                  g_strdup_printf (".%d", i % 10), g_free, NULL,
                                  queued_cb, &queue);
  while (queue.n_done < 90)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (strlen (get_name (fixture->workspace)), ==,
                    strlen ("First") + 180);
}

static void
test_closing_finishes_what_was_asked (Fixture *fixture, gconstpointer data)
{
  Queue queue = { 0, 1 };

  do_edit (fixture->workspace, run_setting, NULL);
  for (int i = 0; i < 20; i++)
    slip_workspace_execute_async (fixture->workspace, run_append,
                                  (gpointer) "x", NULL, NULL, queued_cb,
                                  &queue);
  close_workspace (fixture->workspace);
  g_assert_cmpuint (queue.n_done, ==, 20);
  fixture->workspace = open_workspace (fixture->path, SLIP_WRITER_WINDOW);
  g_assert_cmpint (slip_workspace_get_head (fixture->workspace), ==, 21);
}

static void
test_closed_plan_takes_no_edits (Fixture *fixture, gconstpointer data)
{
  g_autoptr (SlipWorkspace) workspace = g_steal_pointer (&fixture->workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  slip_workspace_close_async (workspace, ready_cb, &result);
  slip_workspace_close_finish (workspace, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_null (execute (workspace, run_setting, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

static void
test_cancelled_edit_is_not_written (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  slip_workspace_execute_async (fixture->workspace, run_setting, NULL, NULL,
                                cancellable, ready_cb, &result);
  g_assert_null (slip_workspace_execute_finish (fixture->workspace,
                                                wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  do_edit (fixture->workspace, run_setting, NULL);
}

static void
test_parts_are_there_once_they_were_loaded (Fixture *fixture,
                                            gconstpointer data)
{
  const SlipPlanState *state = NULL;
  SlipWorkspace *other = NULL;

  do_edit (fixture->workspace, run_setting, NULL);
  other = open_workspace (fixture->path, SLIP_WRITER_COMMAND_LINE);
  state = slip_workspace_get_state (other);
  g_assert_false (slip_plan_state_is_loaded (state, RELEASE));
  g_assert_null (slip_plan_state_get (state, SLIP_KIND_LINK, LINK));
  /* The file is ahead when they are asked for. */
  do_edit (fixture->workspace, run_rename, "Second");
  load_all (other);
  state = slip_workspace_get_state (other);
  g_assert_true (slip_plan_state_is_loaded (state, RELEASE));
  g_assert_nonnull (slip_plan_state_get (state, SLIP_KIND_LINK, LINK));
  g_assert_cmpstr (get_name (other), ==, "Second");

  g_autofree char *a = dup_digest (fixture->workspace);
  g_autofree char *b = dup_digest (other);
  g_assert_cmpstr (a, ==, b);
  close_workspace (other);
}

static void
test_sample_and_its_undo (Fixture *fixture, gconstpointer data)
{
  SlipDate today = slip_date_new (2026, 11, 23);
  g_autofree char *after = NULL;
  g_autoptr (GError) error = NULL;

  g_autoptr (SlipStep) start =
    execute (fixture->workspace, slip_starter_run, NULL, &error);
  g_assert_no_error (error);
  g_assert_null (slip_workspace_peek_undo (fixture->workspace));
  g_autofree char *before = dup_digest (fixture->workspace);
  g_autoptr (SlipStep) step =
    execute (fixture->workspace, slip_sample_run, &today, &error);
  g_assert_no_error (error);
  g_autoptr (SlipStep) undo =
    turn (fixture->workspace, SLIP_STEP_UNDO, step->number, FALSE, &error);
  g_assert_no_error (error);
  after = dup_digest (fixture->workspace);
  g_assert_cmpstr (before, ==, after);
}

static void
test_what_was_accepted_is_told_apart (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *label = NULL;

  do_edit (fixture->workspace, run_setting, NULL);
  slip_workspace_set_person (fixture->workspace, NULL, "Support lead");
  g_autoptr (SlipStep) step =
    execute (fixture->workspace, run_accept, (gpointer) "Second", &error);
  g_assert_no_error (error);
  g_assert_cmpint (step->author->writer, ==, SLIP_WRITER_FEED);
  g_assert_cmpstr (step->author->name, ==, "Support lead");
  label = slip_step_describe (slip_workspace_peek_undo (fixture->workspace),
                              SLIP_WRITER_WINDOW);
  g_assert_cmpstr (label, ==, "word of a feed on Second, feed accepted");

  g_autoptr (SlipStep) undo =
    turn (fixture->workspace, SLIP_STEP_UNDO, step->number, FALSE, &error);
  g_assert_no_error (error);
  g_assert_cmpint (undo->author->writer, ==, SLIP_WRITER_WINDOW);
  g_assert_cmpstr (get_name (fixture->workspace), ==, "First");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
#define ADD(name, func)                                                        \
  g_test_add ("/workspace/" name, Fixture, NULL, set_up, func, tear_down)
  ADD ("edit-is-applied-and-told-once", test_edit_is_applied_and_told_once);
  ADD ("edit-that-changes-nothing-says-so",
       test_edit_that_changes_nothing_says_so);
  ADD ("refused-edit-changes-nothing", test_refused_edit_changes_nothing);
  ADD ("undo-survives-a-restart", test_undo_survives_a_restart);
  ADD ("undo-of-a-covered-step-names-the-one-on-top",
       test_undo_of_a_covered_step_names_the_one_on_top);
  ADD ("older-step-is-undone-where-nothing-touched-it",
       test_older_step_is_undone_where_nothing_touched_it);
  ADD ("new-edit-closes-redo", test_new_edit_closes_redo);
  ADD ("edit-is-made-anew-over-another-writers",
       test_edit_is_made_anew_over_another_writers);
  ADD ("other-writers-edit-is-found-by-itself",
       test_other_writers_edit_is_found_by_itself);
  ADD ("filled-plan-is-read-again", test_filled_plan_is_read_again);
  ADD ("edits-run-one-after-the-other", test_edits_run_one_after_the_other);
  ADD ("closing-finishes-what-was-asked", test_closing_finishes_what_was_asked);
  ADD ("closed-plan-takes-no-edits", test_closed_plan_takes_no_edits);
  ADD ("cancelled-edit-is-not-written", test_cancelled_edit_is_not_written);
  ADD ("parts-are-there-once-they-were-loaded",
       test_parts_are_there_once_they_were_loaded);
  ADD ("sample-and-its-undo", test_sample_and_its_undo);
  ADD ("what-was-accepted-is-told-apart", test_what_was_accepted_is_told_apart);
#undef ADD
  return g_test_run ();
}
