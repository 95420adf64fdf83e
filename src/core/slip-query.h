/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-release.h"
#include "slip-search-filter.h"

G_BEGIN_DECLS

/**
 * SlipQuery:
 *
 * Which releases to show: the sidebar's filter, the same for every view.
 * Reference counted; not changed once it was shared.  A new one lets every
 * release through that is not deleted.
 */
typedef struct _SlipQuery SlipQuery;

SlipQuery *slip_query_new (void) G_GNUC_WARN_UNUSED_RESULT;
SlipQuery *slip_query_copy (const SlipQuery *self) G_GNUC_WARN_UNUSED_RESULT;
SlipQuery *slip_query_ref (SlipQuery *self);
void slip_query_unref (SlipQuery *self);

/* Each filter: %NULL, an empty range or -1 takes it away. */
void slip_query_set_product (SlipQuery *self, const char *product);
void slip_query_set_owner (SlipQuery *self, const char *person);
void slip_query_set_status (SlipQuery *self, int status);
void slip_query_set_range (SlipQuery *self, SlipRange range);

/* Whether only open releases in which something is unowned: a checklist that is
 * needed, or the release itself; see slip_gap_count(). */
void slip_query_set_unowned (SlipQuery *self, gboolean is_unowned);

/* Only releases with an open item that was due before @today; unset for all. */
void slip_query_set_overdue (SlipQuery *self, SlipDate today);

/* Whether only open releases of which an audience knows a wrong date. */
void slip_query_set_wrong_date (SlipQuery *self, gboolean is_wrong_date);

/* Only releases that @audience (nullable, an id) is not ready for. */
void slip_query_set_not_ready (SlipQuery *self, const char *audience);

/**
 * slip_query_set_ids:
 * @ids: (nullable) (element-type utf8): a set of ids of releases, not changed
 *   any more
 *
 * Lets only these releases through.
 */
void slip_query_set_ids (SlipQuery *self, GHashTable *ids);

/* Only releases that @filter (nullable) lets through. */
void slip_query_set_filter (SlipQuery *self, SlipSearchFilter *filter);

/**
 * slip_query_set_text:
 *
 * Every word must lie within the release's name, version, summary, product,
 * owners' names or change note, or in the titles, notes and evidence of its
 * checklists and what was told of it (as far as they are in memory), without
 * regard to case and accents.  More than 32 words are not looked for.
 */
void slip_query_set_text (SlipQuery *self, const char *text);

/**
 * slip_query_set_search:
 * @text: what is typed into the search
 *
 * Sets the filter and the words beside it that @text asks for.  While a filter
 * is still being typed, or is none, everything is let through.
 */
void slip_query_set_search (SlipQuery *self,
                            const char *text,
                            const SlipPlanState *state,
                            SlipDate today);

const char *slip_query_get_product (const SlipQuery *self);
const char *slip_query_get_owner (const SlipQuery *self);
const char *slip_query_get_text (const SlipQuery *self);

/* Whether it lets everything through. */
gboolean slip_query_is_empty (const SlipQuery *self);

gboolean slip_query_matches (const SlipQuery *self,
                             const SlipPlanState *state,
                             const SlipRow *release);

/**
 * slip_query_filter:
 * @releases: (element-type SlipRow)
 *
 * As slip_query_matches() for each of many releases, and sooner done.
 *
 * Returns: (transfer container) (element-type SlipRow): those it lets through,
 *   in their order, borrowed from @releases.
 */
GPtrArray *slip_query_filter (const SlipQuery *self,
                              const SlipPlanState *state,
                              GPtrArray *releases) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_query_list:
 *
 * Returns: (transfer full) (element-type SlipRow): the releases it lets
 * through, by release date (unscheduled ones last), then by title.
 */
GPtrArray *slip_query_list (const SlipQuery *self, const SlipPlanState *state)
  G_GNUC_WARN_UNUSED_RESULT;

/* The day of the first of slip_query_list(), unset if that is unscheduled or
 * there is none; sooner known than the list. */
SlipDate slip_query_find_first_day (const SlipQuery *self,
                                    const SlipPlanState *state);

/* How many releases it lets through; sooner known than the list. */
guint slip_query_count (const SlipQuery *self, const SlipPlanState *state);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipQuery, slip_query_unref)

G_END_DECLS
