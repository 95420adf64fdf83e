/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipNewFile:
 *
 * A file in the making, under a hidden name in the folder where it is to be.
 * So nobody ever meets half of it, and of two programs that make the same file
 * one wins.  Freeing it before slip_new_file_finish() leaves nothing behind.
 */
typedef struct _SlipNewFile SlipNewFile;

/**
 * slip_new_file_begin:
 * @path: a file that must not exist, in a folder that does
 */
SlipNewFile *slip_new_file_begin (const char *path,
                                  GError **error) G_GNUC_WARN_UNUSED_RESULT;

/* Where to write; there is no file yet. */
const char *slip_new_file_get_path (SlipNewFile *self);

/**
 * slip_new_file_finish:
 *
 * Gives the file, which nobody has open any more, its name.  Fails with
 * `G_IO_ERROR_EXISTS` if meanwhile somebody else made it.
 */
gboolean slip_new_file_finish (SlipNewFile *self, GError **error);

void slip_new_file_free (SlipNewFile *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipNewFile, slip_new_file_free)

G_END_DECLS
