/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-edit.h"

G_BEGIN_DECLS

/* What the units that make the sample plan share. */

/* Returns: (transfer full): an id that is the same each time for the same
 * thing. */
char *slip_sample_dup_id (const char *noun,
                          const char *key) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_sample_add_checklists:
 *
 * Gives the sample's releases what the shipped templates have, and lets some of
 * it be done, late, blocked or told.  Releases must be open while it runs.
 */
gboolean slip_sample_add_checklists (SlipEdit *edit,
                                     SlipDate today,
                                     GError **error);

/* Writes the change notes of the sample's releases of tier 1 and 2. */
void slip_sample_add_notes (SlipEdit *edit);

/* Gives releases rollouts; before anything in them has begun. */
gboolean slip_sample_plan_rollouts (SlipEdit *edit, GError **error);

/* Starts what has begun of them. */
void slip_sample_start_rollouts (SlipEdit *edit, SlipDate today);

G_END_DECLS
