/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-search-query.h"
#include "slip-store.h"

G_BEGIN_DECLS

/**
 * SlipSearchRange:
 * @SLIP_SEARCH_PLAN: releases, and all that is no part of one
 * @SLIP_SEARCH_PARTS: the parts of releases but items
 * @SLIP_SEARCH_ITEMS: items
 *
 * What is searched at one go: there are many times more of the later ones.
 */
typedef enum {
  SLIP_SEARCH_PLAN,
  SLIP_SEARCH_PARTS,
  SLIP_SEARCH_ITEMS,
} SlipSearchRange;

#define SLIP_N_SEARCH_RANGES (SLIP_SEARCH_ITEMS + 1)

/**
 * SlipSearchPage:
 * @range: where to look
 * @before: 0, or where the page before ended: its `next`
 * @n: at most so many
 *
 * Which of all that is found is wanted; the newest made come first.
 */
typedef struct {
  SlipSearchRange range;
  gint64 before;
  guint n;
} SlipSearchPage;

/**
 * SlipSearchHit:
 * @row: what was found, as it is in the file
 * @checklist: (nullable): the checklist of an item
 */
typedef struct {
  SlipRow *row;
  SlipRow *checklist;
} SlipSearchHit;

/**
 * SlipSearchHits:
 * @hits: (element-type SlipSearchHit): the page
 * @next: where the next page goes on; 0 if there is none
 * @fraction: how much of the plan is in the index, 1 for all
 * @has_releases: whether all releases are, which come before their parts
 */
typedef struct {
  GArray *hits;
  gint64 next;
  double fraction;
  gboolean has_releases;
} SlipSearchHits;

void slip_search_hits_free (SlipSearchHits *hits);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipSearchHits, slip_search_hits_free)

/**
 * slip_store_search_async:
 * @terms: (element-type SlipSearchTerm): what to look for, at least one
 *
 * Looks in the file's index, over all of the plan, loaded or not.
 */
void slip_store_search_async (SlipStore *self,
                              const GPtrArray *terms,
                              SlipSearchPage page,
                              GCancellable *cancellable,
                              GAsyncReadyCallback callback,
                              gpointer data);
SlipSearchHits *slip_store_search_finish (SlipStore *self,
                                          GAsyncResult *result,
                                          GError **error);

/**
 * slip_store_index_async:
 * @is_anew: whether to begin with an empty index, after a search that failed
 *   with `SLIP_STORE_ERROR_CORRUPT`
 *
 * Reads a little more of the plan into the index, if something is lacking
 * there: the file was of an older version, or filled at one go.  Edits come in
 * between.  What was changed since is in the index already.
 */
void slip_store_index_async (SlipStore *self,
                             gboolean is_anew,
                             GCancellable *cancellable,
                             GAsyncReadyCallback callback,
                             gpointer data);

/* Returns: how much of the plan is in the index now, 1 for all; -1 with an
 * error. */
double slip_store_index_finish (SlipStore *self,
                                GAsyncResult *result,
                                GError **error);

G_END_DECLS
