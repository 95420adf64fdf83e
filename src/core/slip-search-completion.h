/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-plan-state.h"

G_BEGIN_DECLS

/**
 * slip_search_complete:
 * @text: what was typed so far
 * @n: at most so many
 *
 * Offers filters for a query: each that begins like its last word, or all after
 * a space or nothing; and after 'owner:', 'product:' and 'audience:' the names
 * in the plan, in quotes where they have spaces.
 *
 * Returns: (transfer full): whole queries to put in place of @text, ended by
 *   %NULL; possibly none.
 */
GStrv slip_search_complete (const SlipPlanState *state,
                            const char *text,
                            guint n) G_GNUC_WARN_UNUSED_RESULT;

/* What the last word of @query is, which a completion ends with; borrowed. */
const char *slip_search_complete_get_last (const char *query);

G_END_DECLS
