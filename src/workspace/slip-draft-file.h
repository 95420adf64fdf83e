/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * What somebody tries out in a plan and has not kept, as text: so that it
 * outlives the window.  It is kept beside what the program remembers of the
 * user, in `slipway/what-if` in the user's folder for state, a file for each
 * plan; never in the plan.
 */

/**
 * slip_draft_file_load:
 * @plan: the id of a plan
 *
 * Returns: (transfer full) (nullable): the draft, %NULL if there is none that
 * can be read.
 */
char *slip_draft_file_load (const char *plan) G_GNUC_WARN_UNUSED_RESULT;

/* Keeps @text (nullable: none) as the draft of @plan, whole or not at all. */
gboolean slip_draft_file_save (const char *plan,
                               const char *text,
                               GError **error);

G_END_DECLS
