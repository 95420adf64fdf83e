/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-connection.h"
#include "slip-store.h"

G_BEGIN_DECLS

/*
 * What a store writes to its file.  Each call is one transaction, which is
 * either in the file with its history, or not at all.
 */

/* See slip_store_commit_async(). */
SlipCommit *slip_writing_commit (SlipConnection *connection,
                                 SlipChangeSet *set,
                                 const SlipAuthor *author,
                                 gint64 head,
                                 gint64 at_ms,
                                 GError **error);

/* See slip_store_turn_async(). */
SlipCommit *slip_writing_turn (SlipConnection *connection,
                               const SlipTurn *turn,
                               const SlipAuthor *author,
                               GError **error);

/* See slip_store_fill_async(). */
gboolean slip_writing_fill (SlipConnection *connection,
                            const GPtrArray *rows,
                            const SlipAuthor *author,
                            gint64 at_ms,
                            GError **error);

G_END_DECLS
