/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "../known-leaks.h"
#include "slip-open-mark.h"
#include "waiting.h"

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

/* GLib 2.74 forgets the folders of a test that is over. */
KNOWN_LEAKS ("leak:g_set_user_dirs\n")

#define PLAN  "/somewhere/plan.slipway"
#define OTHER "/somewhere/other.slipway"

/* Takes the mark and gives it back. */
static gboolean
was_left (const char *plan)
{
  gboolean is_left = FALSE;
  g_autoptr (SlipOpenMark) mark = slip_open_mark_take (plan, &is_left);
  g_assert_nonnull (mark);
  return is_left;
}

/* Another process that has the plan open, once it says so. */
static pid_t
start_other (void)
{
  int ends[2];
  char byte = '\0';
  g_assert_cmpint (pipe (ends), ==, 0);
  pid_t pid = fork ();
  g_assert_cmpint (pid, >=, 0);
  if (pid == 0) {
    gboolean is_left;
    /* What looks for faults in memory takes it for itself. */
    signal (SIGSEGV, SIG_DFL);
    SlipOpenMark *mark = slip_open_mark_take (PLAN, &is_left);
    if (mark == NULL || write (ends[1], "+", 1) != 1)
      _exit (1);
    for (;;)
      pause ();
  }
  g_assert_cmpint (read (ends[0], &byte, 1), ==, 1);
  close (ends[0]);
  close (ends[1]);
  return pid;
}

static void
end_other (pid_t pid, int number)
{
  int status;
  g_assert_cmpint (kill (pid, number), ==, 0);
  g_assert_cmpint (waitpid (pid, &status, 0), ==, pid);
  g_assert_true (WIFSIGNALED (status));
}

static void
test_end_takes_it_away (void)
{
  g_assert_false (was_left (PLAN));
  g_assert_false (was_left (PLAN));
}

static void
test_crash_leaves_it (void)
{
  static const int numbers[] = { SIGKILL, SIGSEGV, SIGABRT };
  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++) {
    end_other (start_other (), numbers[i]);
    g_assert_false (was_left (OTHER));
    g_assert_true (was_left (PLAN));
    g_assert_false (was_left (PLAN));
  }
}

/* Who comes second neither tells of a crash nor takes the first one's mark. */
static void
test_other_process_keeps_it (void)
{
  gboolean is_left = TRUE;
  pid_t pid = start_other ();
  g_assert_null (slip_open_mark_take (PLAN, &is_left));
  g_assert_false (is_left);
  end_other (pid, SIGKILL);
  g_assert_true (was_left (PLAN));
}

static void
test_tells_nothing_of_the_plan (void)
{
  gboolean is_left;
  g_autoptr (SlipOpenMark) mark = slip_open_mark_take (PLAN, &is_left);
  g_autofree char *folder =
    g_build_filename (g_get_user_state_dir (), "slipway", "open", NULL);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_assert_nonnull (mark);
  const char *name = g_dir_read_name (dir);
  g_assert_nonnull (name);
  g_assert_null (strstr (name, "plan"));
  g_assert_null (g_dir_read_name (dir));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/open-mark/end-takes-it-away", test_end_takes_it_away);
  g_test_add_func ("/open-mark/crash-leaves-it", test_crash_leaves_it);
  g_test_add_func ("/open-mark/other-process-keeps-it",
                   test_other_process_keeps_it);
  g_test_add_func ("/open-mark/tells-nothing-of-the-plan",
                   test_tells_nothing_of_the_plan);
  return g_test_run ();
}
