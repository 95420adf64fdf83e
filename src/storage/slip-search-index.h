/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-change-set.h"
#include "slip-connection.h"

G_BEGIN_DECLS

/*
 * The index of a plan's texts, kept in the file in the transaction that changes
 * them; not part of the plan, of its history or its digest.  What an older
 * program wrote, or filled at one go, is read into it later, a batch at a time;
 * what is changed meanwhile is in it at once.
 */

/* The number of a row of the index: that of its kind, see slip-search-text.h,
 * and below it that of its row. */
#define SLIP_SEARCH_CLASS_BITS 40
#define SLIP_SEARCH_PLACE(class_, row)                                         \
  (((gint64) (class_) << SLIP_SEARCH_CLASS_BITS) + (row))

/**
 * SlipSearchState:
 * @version: which version the texts are of; 0 if nothing was read
 * @class_: the number of the kind that is read now; 0 if all are.  Kinds are
 *   read from the last number to the first
 * @row: the number of the last row of it that was read
 *
 * How far the plan was read into the index.
 */
typedef struct {
  gint64 version;
  gint64 class_;
  gint64 row;
} SlipSearchState;

gboolean slip_search_index_read_state (SlipConnection *connection,
                                       SlipSearchState *state,
                                       GError **error);

/* Makes the index if the file has none at all, within no transaction. */
gboolean slip_search_index_prepare (SlipConnection *connection, GError **error);

/**
 * slip_search_index_reset:
 *
 * Empties the index and has everything read again, within the writing that the
 * caller has begun.
 */
gboolean slip_search_index_reset (SlipConnection *connection, GError **error);

/* Says that all is read, of a file without texts that is made now. */
gboolean slip_search_index_begin_whole (SlipConnection *connection,
                                        GError **error);

/**
 * slip_search_index_forget:
 * @changes: (element-type SlipChange): about to be made
 *
 * Takes what @changes delete out of the index.
 */
gboolean slip_search_index_forget (SlipConnection *connection,
                                   const GPtrArray *changes,
                                   GError **error);

/**
 * slip_search_index_renew:
 * @changes: (element-type SlipChange): made just now
 *
 * Puts the texts that @changes touch into the index.
 */
gboolean slip_search_index_renew (SlipConnection *connection,
                                  const GPtrArray *changes,
                                  GError **error);

/**
 * slip_search_index_build:
 * @is_anew: whether to begin with an empty index
 * @fraction: (out): how much has been read, 1 for all
 *
 * Reads the next batch, as one transaction.
 */
gboolean slip_search_index_build (SlipConnection *connection,
                                  gboolean is_anew,
                                  double *fraction,
                                  GError **error);

/* How much of the plan has been read into the index, 1 for all. */
gboolean slip_search_index_read_fraction (SlipConnection *connection,
                                          double *fraction,
                                          GError **error);

G_END_DECLS
