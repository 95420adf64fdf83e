/* SPDX-License-Identifier: GPL-3.0-or-later */
/* For locks of open file descriptions. */
#define _GNU_SOURCE

#include "config.h"

#include "store-fixture.h"

#include <fcntl.h>
#include <unistd.h>

/* The byte of the shared memory that every connection to a file with a log
 * holds a lock on: whoever gets it alone may throw the log away. */
#define DEAD_MAN_SWITCH 128

/* The byte that a connection locks while it uses the plan. */
#define PLAN_IN_USE 0x40000002

/* Asks as another program would. */
static gboolean
can_be_had (const char *path, off_t byte)
{
  int file = open (path, O_RDWR | O_CLOEXEC);
  g_assert_cmpint (file, >=, 0);
  struct flock whole = {
    .l_type = F_WRLCK,
    .l_whence = SEEK_SET,
    .l_start = byte,
    .l_len = 1,
  };
  gboolean is_had = fcntl (file, F_OFD_SETLK, &whole) == 0;
  close (file);
  return is_had;
}

static void
look_into (const char *path)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
}

static void
commit_person (Session *session)
{
  g_autoptr (SlipChangeSet) set = make_person (session, "a", "Support lead");

  session_commit (session, set);
}

static void
test_survive_reading (void)
{
  g_auto (Folder) folder = { NULL };
  folder_init (&folder);
  g_autofree char *memory = g_strconcat (folder.plan, "-shm", NULL);
  g_autofree char *log = g_strconcat (folder.plan, "-wal", NULL);
  {
    g_auto (Session) session = { NULL };
    session_init (&session, folder.plan);
    commit_person (&session);
    g_assert_false (can_be_had (memory, DEAD_MAN_SWITCH));
    g_assert_false (can_be_had (folder.plan, PLAN_IN_USE));

    look_into (folder.plan);
    look_into (memory);
    look_into (log);

    g_assert_false (can_be_had (memory, DEAD_MAN_SWITCH));
    g_assert_false (can_be_had (folder.plan, PLAN_IN_USE));
  }
  g_assert_true (can_be_had (folder.plan, PLAN_IN_USE));
}

static void
test_leave_no_log (void)
{
  g_auto (Folder) folder = { NULL };
  folder_init (&folder);
  {
    g_auto (Session) session = { NULL };
    session_init (&session, folder.plan);
    commit_person (&session);
    session_reopen (&session);
    g_autoptr (SlipChangeSet) rename = make_rename (&session, "a", "API lead");
    session_commit (&session, rename);
  }
  g_assert_cmpuint (folder_count (&folder), ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/file-locks/survive-reading-of-the-files",
                   test_survive_reading);
  g_test_add_func ("/file-locks/leave-no-log-behind", test_leave_no_log);
  return g_test_run ();
}
