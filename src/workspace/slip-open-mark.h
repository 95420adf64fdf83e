/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * SlipOpenMark:
 *
 * Says that a process has a plan open, as long as it lives.  One that is found
 * without its process was left by one that did not come to an end as it should:
 * it crashed, was killed, or the computer stopped.  Kept in `slipway/open` in
 * the user's folder for state, a file for each plan, locked by its process;
 * never beside the plan.
 */
typedef struct _SlipOpenMark SlipOpenMark;

/**
 * slip_open_mark_take:
 * @path: the plan's file, without links
 * @was_left: (out): whether a process left its mark there
 *
 * Returns: (transfer full) (nullable): the mark of this process; %NULL if
 * another process has the plan open, or where none can be kept.
 */
SlipOpenMark *slip_open_mark_take (const char *path, gboolean *was_left)
  G_GNUC_WARN_UNUSED_RESULT;

/* Takes the mark away: the plan is closed. */
void slip_open_mark_release (SlipOpenMark *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipOpenMark, slip_open_mark_release)

G_END_DECLS
