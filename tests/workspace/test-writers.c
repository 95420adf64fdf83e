/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "waiting.h"

#include <signal.h>
#include <string.h>

/* Programs that write one plan at the same time, or are killed while they do.
 */

#define N_PROGRAMS 3
#define N_EDITS    60
#define N_KILLS    30

/* A program that runs the command line once after the other. */
typedef struct {
  const char *path;
  char letter;
  int n_edits;
  int n_done;
} Program;

static void run_again (Program *program);

static void
ended_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GSubprocess *process = G_SUBPROCESS (source);
  Program *program = data;
  g_autoptr (GError) error = NULL;
  g_autofree char *said = NULL;

  g_subprocess_communicate_utf8_finish (process, result, NULL, &said, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (said, ==, "");
  g_assert_true (g_subprocess_get_successful (process));
  g_object_unref (process);
  program->n_done++;
  run_again (program);
}

static void
run_again (Program *program)
{
  g_autofree char *name =
    g_strdup_printf ("%c%d", program->letter, program->n_done);
  g_autoptr (GError) error = NULL;

  if (program->n_done == program->n_edits)
    return;
  GSubprocess *process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE |
                        G_SUBPROCESS_FLAGS_STDERR_PIPE,
                      &error, g_getenv ("SLIPWAY_CLI"), "--db", program->path,
                      "person", "add", name, NULL);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8_async (process, NULL, NULL, ended_cb, program);
}

static void
take_name (const SlipRow *person, gpointer data)
{
  g_assert_true (
    g_hash_table_add (data,
                      g_strdup (slip_row_get_text (person, SLIP_PERSON_NAME))));
}

static void
check_file (SlipWorkspace *workspace)
{
  SlipStore *store = slip_workspace_get_store (workspace);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  slip_store_check_async (store, NULL, ready_cb, &result);
  g_autoptr (GPtrArray) faults =
    slip_store_check_finish (store, wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (faults->len, ==, 0);
}

static gboolean
run_new_person (SlipEdit *edit, gconstpointer name, GError **error)
{
  g_autofree char *id = slip_id_new ();

  slip_edit_create (edit, SLIP_KIND_PERSON, id, NULL);
  slip_edit_set_text (edit, SLIP_KIND_PERSON, id, SLIP_PERSON_NAME, name);
  return TRUE;
}

/* The last step of the plan at @path by now, whoever wrote it. */
static gint64
read_head (const char *path)
{
  SlipWorkspace *workspace = open_workspace (path, SLIP_WRITER_WINDOW);
  gint64 head = slip_workspace_get_head (workspace);

  close_workspace (workspace);
  return head;
}

/* Three command lines and a window at once: 180 edits there, 60 here. */
static void
test_programs_at_once_lose_nothing (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "plan.slipway", NULL);
  g_autoptr (GHashTable) names =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  Program programs[N_PROGRAMS];
  int n_edits = is_under_valgrind () ? 6 : N_EDITS;
  int n_own = 0;

  if (g_getenv ("SLIPWAY_CLI") == NULL) {
    g_test_skip ("SLIPWAY_CLI does not name the command line");
    remove_folder (folder);
    return;
  }
  SlipWorkspace *workspace = open_workspace (path, SLIP_WRITER_WINDOW);
  for (int i = 0; i < N_PROGRAMS; i++) {
    programs[i] = (Program){ path, (char) ('a' + i), n_edits, 0 };
    run_again (&programs[i]);
  }
  for (gboolean is_over = FALSE; !is_over;) {
    is_over = n_own == n_edits;
    for (int i = 0; i < N_PROGRAMS; i++)
      is_over = is_over && programs[i].n_done == n_edits;
    if (n_own == n_edits) {
      g_main_context_iteration (NULL, !is_over);
      continue;
    }
    g_autofree char *name = g_strdup_printf ("own%d", n_own++);
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipStep) step =
      execute (workspace, run_new_person, name, &error);
    g_assert_no_error (error);
  }
  /* One step more if a command line found the plan new, and made its audiences
   * and calendar. */
  gint64 head = read_head (path);
  g_assert_cmpint (head, >=, (N_PROGRAMS + 1) * n_edits);
  g_assert_cmpint (head, <=, (N_PROGRAMS + 1) * n_edits + 1);
  catch_up (workspace, head);
  slip_plan_state_foreach (slip_workspace_get_state (workspace),
                           SLIP_KIND_PERSON, take_name, names);
  g_assert_cmpuint (g_hash_table_size (names), ==, (N_PROGRAMS + 1) * n_edits);
  for (int i = 0; i < N_PROGRAMS * n_edits; i++) {
    g_autofree char *name =
      g_strdup_printf ("%c%d", 'a' + i / n_edits, i % n_edits);
    g_assert_true (g_hash_table_contains (names, name));
  }
  check_file (workspace);
  close_workspace (workspace);
  remove_folder (folder);
}

/* The program that is killed: says the number of each step once it is told. */
static void G_GNUC_NORETURN
write_for_ever (const char *path)
{
  SlipWorkspace *workspace = open_workspace (path, SLIP_WRITER_COMMAND_LINE);

  for (int i = 0;; i++) {
    g_autofree char *name = g_strdup_printf ("%d", i);
    g_autoptr (GError) error = NULL;
    g_autoptr (SlipStep) step =
      execute (workspace, run_new_person, name, &error);

    g_assert_no_error (error);
    g_print ("%" G_GINT64_FORMAT "\n", step->number);
  }
}

/* Lets the writer do @n edits at least, kills it at once, and returns the
 * number of the last step it knew of. */
static gint64
kill_after (const char *path, int n)
{
  g_autofree char *program =
    g_strdup (g_test_get_filename (G_TEST_BUILT, "test-writers", NULL));
  g_autoptr (GError) error = NULL;
  g_autoptr (GSubprocess) process =
    g_subprocess_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error, program,
                      "--write", path, NULL);
  gint64 last = 0;

  g_assert_no_error (error);
  g_autoptr (GDataInputStream) lines =
    g_data_input_stream_new (g_subprocess_get_stdout_pipe (process));
  for (int i = 0;; i++) {
    g_autofree char *line =
      g_data_input_stream_read_line (lines, NULL, NULL, &error);
    g_assert_no_error (error);
    if (line == NULL)
      break;
    last = g_ascii_strtoll (line, NULL, 10);
    if (i == n)
      g_subprocess_send_signal (process, SIGKILL);
  }
  g_subprocess_wait (process, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_if_signaled (process));
  return last;
}

static void
test_killed_program_loses_no_told_edit (void)
{
  g_autofree char *folder = make_folder ();
  g_autofree char *path = g_build_filename (folder, "plan.slipway", NULL);
  gint64 head = 0;

  int n_kills = is_under_valgrind () ? 3 : N_KILLS;

  for (int i = 0; i < n_kills; i++) {
    gint64 told = kill_after (path, g_test_rand_int_range (0, 40));
    SlipWorkspace *workspace = open_workspace (path, SLIP_WRITER_WINDOW);

    g_assert_cmpint (told, >, head);
    head = slip_workspace_get_head (workspace);
    g_assert_cmpint (head, >=, told);
    /* At most the one edit it was about to tell. */
    g_assert_cmpint (head, <=, told + 1);
    g_assert_cmpuint (slip_plan_state_count (
                        slip_workspace_get_state (workspace), SLIP_KIND_PERSON),
                      ==, head);
    check_file (workspace);
    close_workspace (workspace);
  }
  remove_folder (folder);
}

int
main (int argc, char **argv)
{
  if (argc == 3 && strcmp (argv[1], "--write") == 0)
    write_for_ever (argv[2]);

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/writers/programs-at-once-lose-nothing",
                   test_programs_at_once_lose_nothing);
  g_test_add_func ("/writers/killed-program-loses-no-told-edit",
                   test_killed_program_loses_no_told_edit);
  return g_test_run ();
}
