/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-connection.h"
#include "slip-store.h"

G_BEGIN_DECLS

/* Fails if a newer program has brought the file up to its version while this
 * one has it open; to be asked in each transaction that writes. */
gboolean slip_writing_check_version (SlipConnection *connection,
                                     GError **error);

/*
 * What a store writes to its file.  Each call is one transaction, which is
 * either in the file with its history, or not at all.
 */

/**
 * slip_writing_commit:
 * @step: an edit, its number one more than that of the last step known
 *
 * See slip_store_commit_async().
 */
SlipCommit *slip_writing_commit (SlipConnection *connection,
                                 SlipStep *step,
                                 GError **error);

/* See slip_store_turn_async(). */
SlipCommit *slip_writing_turn (SlipConnection *connection,
                               const SlipTurn *turn,
                               const SlipAuthor *author,
                               GError **error);

/**
 * slip_writing_fill:
 * @step: the first step of the file, without changes
 *
 * See slip_store_fill_async().
 */
gboolean slip_writing_fill (SlipConnection *connection,
                            const GPtrArray *rows,
                            const SlipStep *step,
                            GError **error);

G_END_DECLS
