/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-connection.h"
#include "slip-row.h"

G_BEGIN_DECLS

/**
 * SlipSearchDocument:
 * @title: (nullable): what it is called
 * @body: (nullable): its other texts
 * @names: (nullable): the names of what it refers to
 * @pairs: (nullable): the pairs of characters of all of them
 *
 * What the index says of a row of the plan, a column each.
 */
typedef struct {
  char *title;
  char *body;
  char *names;
  char *pairs;
} SlipSearchDocument;

/* Says what the index is to have of @row, with names as the file has them. */
gboolean slip_search_document_read (SlipConnection *connection,
                                    const SlipRow *row,
                                    SlipSearchDocument *document,
                                    GError **error);

/* Whether there is nothing to find it by. */
gboolean slip_search_document_is_empty (const SlipSearchDocument *document);

void slip_search_document_clear (SlipSearchDocument *document);

/**
 * slip_search_document_read_row:
 * @number: (out): its number within its table
 *
 * Returns: (transfer full) (nullable): the row called @id; %NULL, without an
 *   error, if there is none.
 */
SlipRow *slip_search_document_read_row (SlipConnection *connection,
                                        SlipKind kind,
                                        const char *id,
                                        gint64 *number,
                                        GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (SlipSearchDocument,
                                  slip_search_document_clear)

G_END_DECLS
