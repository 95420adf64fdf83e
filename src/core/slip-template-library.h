/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-template-making.h"

G_BEGIN_DECLS

/*
 * The templates that the program ships, in the language of whoever asks.  A
 * plan gets them when it is made; one that was made before can be given those
 * it does not have.
 */

guint slip_template_library_count (void);

/* Returns: (transfer full): the shipped template at @index. */
SlipTemplateDraft *slip_template_library_new_draft (guint index)
  G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the id that the shipped template at @index has in
 * every plan. */
char *slip_template_library_dup_id (guint index) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_template_library_count_missing:
 *
 * Counts the shipped templates that @state does not have; retired ones are
 * there.
 */
guint slip_template_library_count_missing (const SlipPlanState *state);

/**
 * slip_template_library_run:
 *
 * A #SlipIntentFunc without data: adds the shipped templates that the plan does
 * not have, as one step.  Fails with `SLIP_PLAN_ERROR_NOTHING` if it has them
 * all.
 */
gboolean slip_template_library_run (SlipEdit *edit,
                                    gconstpointer data,
                                    GError **error);

G_END_DECLS
