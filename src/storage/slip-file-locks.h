/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * slip_file_locks_protect:
 *
 * Has SQLite lock files by open file description where the system can.
 *
 * The locks that SQLite takes otherwise belong to the process: they are gone as
 * soon as anything in it opens and closes the file, as a file chooser does that
 * looks into the folder to know what each file is.  Another program then takes
 * itself for the only one, removes the log when it closes, and what is written
 * after that is lost.
 *
 * To be called before a plan is opened; calling it again does nothing.  Of two
 * connections to a file the one opened first must be closed last, or else the
 * log stays behind.
 */
void slip_file_locks_protect (void);

G_END_DECLS
