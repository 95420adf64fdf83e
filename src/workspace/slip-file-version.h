/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * slip_file_version_is_current:
 * @path: a file, in the file name encoding
 *
 * Whether @path is a plan that can be opened without being brought up to date
 * first.  Looks at its header and changes nothing.
 */
gboolean slip_file_version_is_current (const char *path);

G_END_DECLS
