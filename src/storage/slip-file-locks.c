/* SPDX-License-Identifier: GPL-3.0-or-later */
/* F_OFD_SETLK is POSIX since 2024, and an extension before. */
#define _GNU_SOURCE

#include "config.h"

#include "slip-file-locks.h"

#include <errno.h>
#include <fcntl.h>
#include <sqlite3.h>
#include <stdarg.h>

#ifdef F_OFD_SETLK

static int
get_command_by_description (int command)
{
  switch (command) {
  case F_GETLK:
    return F_OFD_GETLK;
  case F_SETLK:
    return F_OFD_SETLK;
  case F_SETLKW:
    return F_OFD_SETLKW;
  default:
    return -1;
  }
}

static int
set_lock (int file, int command, struct flock *lock)
{
  struct flock by_description = *lock;
  by_description.l_pid = 0;
  int result =
    fcntl (file, get_command_by_description (command), &by_description);
  if (result != 0 && errno == EINVAL) /* an old kernel or a strange disk */
    return fcntl (file, command, lock);
  *lock = by_description;
  return result;
}

/* SQLite's fcntl(); its third argument is a lock, an int or missing. */
static int
control (int file, int command, ...)
{
  va_list arguments;
  int result;

  va_start (arguments, command);
  if (get_command_by_description (command) >= 0)
    result = set_lock (file, command, va_arg (arguments, struct flock *));
  else
    result = fcntl (file, command, va_arg (arguments, long));
  va_end (arguments);
  return result;
}

static gboolean
replace_control (void)
{
  if (sqlite3_initialize () != SQLITE_OK)
    return FALSE;
  sqlite3_vfs *vfs = sqlite3_vfs_find (NULL);
  return vfs != NULL && vfs->iVersion >= 3 &&
         vfs->xSetSystemCall (vfs, "fcntl", (sqlite3_syscall_ptr) control) ==
           SQLITE_OK;
}

#else

static gboolean
replace_control (void)
{
  return FALSE;
}

#endif

void
slip_file_locks_protect (void)
{
  static gsize is_done = 0;

  if (!g_once_init_enter (&is_done))
    return;
  if (!replace_control ())
    g_debug ("Plans' locks belong to the process");
  g_once_init_leave (&is_done, 1);
}
