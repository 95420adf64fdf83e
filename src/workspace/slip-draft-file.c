/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-draft-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

/* No draft that the program writes is longer. */
#define MAX_BYTES (16 * 1024 * 1024)

/* An id is made of letters, digits and hyphens; what else a file may hold as
 * one is no name of a file. */
static char *
dup_path (const char *plan)
{
  g_autofree char *digest =
    g_compute_checksum_for_string (G_CHECKSUM_SHA256, plan, -1);

  return g_build_filename (g_get_user_state_dir (), "slipway", "what-if",
                           digest, NULL);
}

char *
slip_draft_file_load (const char *plan)
{
  g_return_val_if_fail (plan != NULL, NULL);

  g_autofree char *path = dup_path (plan);
  g_autofree char *text = NULL;
  gsize length = 0;
  GStatBuf info;

  if (g_stat (path, &info) != 0 || info.st_size > MAX_BYTES ||
      !g_file_get_contents (path, &text, &length, NULL) ||
      !g_utf8_validate (text, (gssize) length, NULL))
    return NULL;

  return g_steal_pointer (&text);
}

static gboolean
make_folder (const char *path, GError **error)
{
  g_autofree char *folder = g_path_get_dirname (path);

  if (g_mkdir_with_parents (folder, 0700) == 0)
    return TRUE;

  int code = errno;
  g_autofree char *name = g_filename_display_name (folder);
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
               _ ("The folder “%s” cannot be made: %s"), name,
               g_strerror (code));
  return FALSE;
}

/* In place of the old one, without waiting for the disk: this happens after
 * each move, and without power the last one may go. */
static gboolean
write_whole (const char *path, const char *text, GError **error)
{
  g_autofree char *new_path = g_strconcat (path, ".new", NULL);

  if (!g_file_set_contents_full (new_path, text, -1, G_FILE_SET_CONTENTS_NONE,
                                 0600, error))
    return FALSE;
  if (g_rename (new_path, path) == 0)
    return TRUE;

  int code = errno;
  g_autofree char *name = g_filename_display_name (path);
  g_set_error (error, G_FILE_ERROR, g_file_error_from_errno (code),
               _ ("“%s” cannot be written: %s"), name, g_strerror (code));
  return FALSE;
}

gboolean
slip_draft_file_save (const char *plan, const char *text, GError **error)
{
  g_return_val_if_fail (plan != NULL, FALSE);

  g_autofree char *path = dup_path (plan);

  if (text == NULL) {
    g_unlink (path);
    return TRUE;
  }
  return make_folder (path, error) && write_whole (path, text, error);
}
