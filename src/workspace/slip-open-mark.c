/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-open-mark.h"

#include <fcntl.h>
#include <glib/gstdio.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

/* What is in a mark; its name is a digest, for a path may tell something. */
#define CONTENT "open\n"

/* How often a mark may go away between being opened and being locked. */
#define MAX_TRIES 4

struct _SlipOpenMark {
  char *path;
  int file;
};

static char *
dup_path (const char *plan)
{
  g_autofree char *digest =
    g_compute_checksum_for_string (G_CHECKSUM_SHA256, plan, -1);
  g_autofree char *folder =
    g_build_filename (g_get_user_state_dir (), "slipway", "open", NULL);
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return NULL;
  return g_build_filename (folder, digest, NULL);
}

/* A lock of the file that was opened: it is gone with the process, however that
 * ends, and no other use of the file in the process takes it away.
 *
 * Returns: the file, -1 if another has it. */
static int
lock (const char *path, goffset *size)
{
  for (int i = 0; i < MAX_TRIES; i++) {
    struct stat info;
    int file = g_open (path, O_RDWR | O_CREAT | O_CLOEXEC, 0600);
    if (file < 0)
      return -1;
    if (flock (file, LOCK_EX | LOCK_NB) != 0 || fstat (file, &info) != 0) {
      close (file);
      return -1;
    }
    *size = info.st_size;
    if (info.st_nlink > 0)
      return file;
    close (file);
  }
  return -1;
}

SlipOpenMark *
slip_open_mark_take (const char *plan, gboolean *was_left)
{
  g_return_val_if_fail (plan != NULL && was_left != NULL, NULL);

  goffset size = 0;
  g_autofree char *path = dup_path (plan);
  int file = path != NULL ? lock (path, &size) : -1;

  *was_left = FALSE;
  if (file < 0)
    return NULL;
  if (pwrite (file, CONTENT, strlen (CONTENT), 0) < 0)
    g_debug ("The mark of an open plan could not be written");
  *was_left = size > 0;

  SlipOpenMark *self = g_new (SlipOpenMark, 1);
  *self = (SlipOpenMark){ g_steal_pointer (&path), file };
  return self;
}

void
slip_open_mark_release (SlipOpenMark *self)
{
  if (self == NULL)
    return;
  g_unlink (self->path);
  close (self->file);
  g_free (self->path);
  g_free (self);
}
