/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-date.h"
#include "slip-row.h"

G_BEGIN_DECLS

/**
 * SlipSearchTerm:
 * @text: as it was typed; not empty, with a letter or digit in it
 * @is_paired: whether it is a run of characters that is searched by pairs, and
 *   may lie anywhere in one
 * @is_prefix: whether a word may go on after it
 *
 * What has to be in a text.
 */
typedef struct {
  char *text;
  gboolean is_paired;
  gboolean is_prefix;
} SlipSearchTerm;

/* No more are looked for: a bit each. */
#define SLIP_SEARCH_MAX_TERMS 32

/**
 * slip_search_terms_new:
 * @is_prefix: whether words may go on
 *
 * Returns: (transfer full) (element-type SlipSearchTerm): what @text, some
 *   words, is looked for by.
 */
GPtrArray *slip_search_terms_new (const char *text, gboolean is_prefix);

/**
 * SlipSearchQuery:
 * @terms: (element-type SlipSearchTerm): all of them have to be there
 * @owners: names of people, any of whom may own it; possibly none
 * @products: names of products, any of which it may be of
 * @audiences: names of audiences, any of which it may be for
 * @before: the day before which it has to be; unset for any
 * @is_unowned: whether nobody may own it
 * @is_overdue: whether it has to be overdue
 *
 * What somebody is looking for.
 */
typedef struct {
  GPtrArray *terms;
  GPtrArray *owners;
  GPtrArray *products;
  GPtrArray *audiences;
  SlipDate before;
  gboolean is_unowned;
  gboolean is_overdue;
} SlipSearchQuery;

/**
 * slip_search_query_parse:
 * @text: what was typed
 * @today: the day that `before:` counts from
 *
 * Reads words, of which each may be the beginning of one; "words in quotes",
 * which follow on each other and are whole; and filters: `owner:`, `product:`,
 * `audience:` with a name or its beginning (in quotes if it has spaces),
 * `before:` with a date as slip_typed_date_parse() reads it, `is:unowned` and
 * `is:overdue`.  The names of filters are the same in every language.
 *
 * Returns: (transfer full): the query, or %NULL with `SLIP_PLAN_ERROR_INVALID`.
 */
SlipSearchQuery *slip_search_query_parse (const char *text,
                                          SlipDate today,
                                          GError **error);
void slip_search_query_free (SlipSearchQuery *self);

/* Whether there is a filter. */
gboolean slip_search_query_has_filter (const SlipSearchQuery *self);

/* Whether it looks for nothing. */
gboolean slip_search_query_is_empty (const SlipSearchQuery *self);

/**
 * slip_search_query_list_filters:
 *
 * Returns: (transfer none): the filters there are, each with its colon, and
 *   with its value where that is a word: 'owner:', 'is:overdue'; ends with
 *   %NULL.
 */
const char *const *slip_search_query_list_filters (void);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipSearchQuery, slip_search_query_free)

G_END_DECLS
