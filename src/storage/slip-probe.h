/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipProbe:
 * @exists: whether there is anything at the path
 * @is_writable: whether the file and its folder can be written
 * @has_log: whether a write-ahead log lies beside it: somebody has the file
 * open, or had when the computer stopped
 * @version: the version of the plan's schema
 *
 * What a file is, found out without opening it as a database.
 */
typedef struct {
  gboolean exists;
  gboolean is_writable;
  gboolean has_log;
  int version;
} SlipProbe;

/**
 * slip_probe_file:
 * @probe: (out): what was found
 *
 * Looks at @path and changes nothing, neither in it nor beside it.  Safe while
 * this process has the file open as a database: it reads through SQLite's own
 * file layer, because opening and closing the file behind SQLite's back would
 * drop the process's locks on it.
 *
 * A file of 0 bytes is not a plan: whoever made it may want to put something
 * else there.
 *
 * Returns: `FALSE` with a `SLIP_STORE_ERROR` if there is something that cannot
 * be opened as a plan up to version @newest.
 */
gboolean slip_probe_file (const char *path,
                          int newest,
                          SlipProbe *probe,
                          GError **error);

G_END_DECLS
