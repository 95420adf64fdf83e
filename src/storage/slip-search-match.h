/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-connection.h"
#include "slip-store-search.h"

G_BEGIN_DECLS

/**
 * slip_search_match_compose:
 * @terms: (element-type SlipSearchTerm): at least one
 *
 * Returns: (transfer full): what the index is asked for @terms.  Whatever they
 *   hold is text in it, in quotes, and never a part of the question's grammar.
 */
char *slip_search_match_compose (const GPtrArray *terms)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_search_match_run:
 * @question: from slip_search_match_compose()
 *
 * Returns: (transfer full): what is found in one consistent reading.
 */
SlipSearchHits *slip_search_match_run (SlipConnection *connection,
                                       const char *question,
                                       SlipSearchPage page,
                                       GError **error);

G_END_DECLS
