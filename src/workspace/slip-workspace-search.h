/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-search-result.h"
#include "slip-workspace.h"

G_BEGIN_DECLS

/**
 * SlipSearchAnswer:
 * @results: (element-type SlipSearchResult): what was found, the likeliest
 *   first
 * @has_more: whether there is more than was asked for
 * @fraction: how much of the plan could be searched; below 1 while its texts
 *   are being read after an older version of Slipway, or an import, wrote it
 */
typedef struct {
  GPtrArray *results;
  gboolean has_more;
  double fraction;
} SlipSearchAnswer;

void slip_search_answer_free (SlipSearchAnswer *answer);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipSearchAnswer, slip_search_answer_free)

/**
 * slip_workspace_search_async:
 * @text: what was typed, see slip_search_query_parse()
 * @limit: at most so many results
 *
 * Searches all of the plan, what is over included, in its file; what is deleted
 * is not found.  Made to be called with every key: cancel the search before.
 * If some texts are still to be read into the file's index, that goes on once
 * nobody has searched for a moment, and what has been read and the releases in
 * memory are searched.
 *
 * A query of filters alone finds what is in memory, and the parts of all open
 * releases, which are loaded if they are not.
 */
void slip_workspace_search_async (SlipWorkspace *self,
                                  const char *text,
                                  guint limit,
                                  GCancellable *cancellable,
                                  GAsyncReadyCallback callback,
                                  gpointer data);

/**
 * slip_workspace_search_finish:
 *
 * Returns: (transfer full): the answer; %NULL with `SLIP_PLAN_ERROR_INVALID` or
 *   `SLIP_PLAN_ERROR_NOT_FOUND` if the query means nothing, or another error.
 */
SlipSearchAnswer *slip_workspace_search_finish (SlipWorkspace *self,
                                                GAsyncResult *result,
                                                GError **error);

/**
 * slip_workspace_index_async:
 *
 * Reads all that is lacking into the file's index, a little at a time: edits
 * come in between, and closing the workspace ends it; what has been read stays.
 * Next to nothing to do for most files.  A workspace that keeps the parts of
 * open releases does it by itself, after it has read those.
 */
void slip_workspace_index_async (SlipWorkspace *self,
                                 GCancellable *cancellable,
                                 GAsyncReadyCallback callback,
                                 gpointer data);
gboolean slip_workspace_index_finish (SlipWorkspace *self,
                                      GAsyncResult *result,
                                      GError **error);

/**
 * slip_workspace_get_index_fraction:
 *
 * The property index-fraction, of which `notify` tells: how much of the plan
 * has been read, as far as a search or slip_workspace_index_async() has asked;
 * 1 for all.
 */
double slip_workspace_get_index_fraction (SlipWorkspace *self);

G_END_DECLS
