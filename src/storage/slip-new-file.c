/* SPDX-License-Identifier: GPL-3.0-or-later */
#define _GNU_SOURCE
#include "config.h"

#include "slip-new-file.h"

#include "slip-row.h"
#include "slip-store.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <unistd.h>

struct _SlipNewFile {
  char *path;
  char *folder;
  char *name;
  char *draft;
};

static gboolean
set_exists (SlipNewFile *self, GError **error)
{
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_EXISTS,
               _ ("There is already a file “%s”"), self->name);
  return FALSE;
}

static gboolean
set_cannot_write (SlipNewFile *self, int system_errno, GError **error)
{
  SlipStoreError code = SLIP_STORE_ERROR_FAILED;

  if (system_errno == ENOSPC || system_errno == EDQUOT)
    code = SLIP_STORE_ERROR_FULL;
  else if (system_errno == EACCES || system_errno == EPERM ||
           system_errno == EROFS)
    code = SLIP_STORE_ERROR_READ_ONLY;
  else if (system_errno == ENOENT || system_errno == ENOTDIR)
    code = SLIP_STORE_ERROR_NOT_FOUND;
  g_set_error (error, SLIP_STORE_ERROR, code, _ ("“%s” could not be made: %s"),
               self->name, g_strerror (system_errno));
  return FALSE;
}

static gboolean
check_folder (SlipNewFile *self, GError **error)
{
  g_autofree char *folder = g_filename_display_name (self->folder);
  GStatBuf status;

  if (g_lstat (self->path, &status) == 0)
    return set_exists (self, error);
  if (g_stat (self->folder, &status) != 0 || !S_ISDIR (status.st_mode)) {
    g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_NOT_FOUND,
                 _ ("“%s” could not be made: there is no folder “%s”"),
                 self->name, folder);
    return FALSE;
  }
  if (g_access (self->folder, W_OK | X_OK) == 0)
    return TRUE;
  g_set_error (error, SLIP_STORE_ERROR, SLIP_STORE_ERROR_READ_ONLY,
               _ ("“%s” could not be made: the folder “%s” cannot be written"),
               self->name, folder);
  return FALSE;
}

SlipNewFile *
slip_new_file_begin (const char *path, GError **error)
{
  g_autoptr (SlipNewFile) self = g_new0 (SlipNewFile, 1);
  g_autofree char *id = slip_id_new ();
  g_autofree char *hidden = g_strdup_printf (".slipway-%s", id);

  self->path = g_canonicalize_filename (path, NULL);
  self->folder = g_path_get_dirname (self->path);
  self->name = g_filename_display_basename (self->path);
  self->draft = g_build_filename (self->folder, hidden, NULL);
  return check_folder (self, error) ? g_steal_pointer (&self) : NULL;
}

const char *
slip_new_file_get_path (SlipNewFile *self)
{
  return self->draft;
}

static gboolean
sync_path (const char *path, int flags)
{
  int fd = open (path, flags | O_CLOEXEC);
  gboolean is_synced = fd >= 0 && fsync (fd) == 0;

  if (fd >= 0)
    close (fd);
  return is_synced;
}

/* Some file systems have no hard links and some kernels cannot rename without
 * replacing; each has one of the two. */
static gboolean
give_name (SlipNewFile *self)
{
  if (link (self->draft, self->path) == 0)
    return TRUE;
  if (errno == EEXIST)
    return FALSE;
  return renameat2 (AT_FDCWD, self->draft, AT_FDCWD, self->path,
                    RENAME_NOREPLACE) == 0;
}

gboolean
slip_new_file_finish (SlipNewFile *self, GError **error)
{
  if (!sync_path (self->draft, O_RDONLY))
    return set_cannot_write (self, errno, error);
  if (!give_name (self))
    return errno == EEXIST ? set_exists (self, error)
                           : set_cannot_write (self, errno, error);
  /* A folder that cannot be synced is no reason to give up the file. */
  sync_path (self->folder, O_RDONLY | O_DIRECTORY);
  return TRUE;
}

void
slip_new_file_free (SlipNewFile *self)
{
  if (self->draft != NULL)
    g_unlink (self->draft);
  g_free (self->path);
  g_free (self->folder);
  g_free (self->name);
  g_free (self->draft);
  g_free (self);
}
