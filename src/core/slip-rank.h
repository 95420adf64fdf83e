/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * Ranks: texts that keep an order by hand.  A card's rank is put between those
 * of its neighbours, so a move changes one card and no other.
 *
 * A rank is read as the digits of a fraction between 0 and 1.  Its digits are
 * 0-9, A-Z and a-z, in that order, which is the order of strcmp () and of
 * SQLite's BINARY collation.  It has at least one digit and does not end in 0,
 * so there is always room before it.
 */

/* Longer ones are not put on an entity: a column where one would be needed gets
 * new ranks. */
#define SLIP_RANK_MAX_LENGTH 100

/**
 * slip_rank_is_valid:
 * @rank: (nullable): a text from a file or from outside
 */
gboolean slip_rank_is_valid (const char *rank);

/**
 * slip_rank_between:
 * @before: (nullable): the rank it comes after, %NULL for the beginning
 * @after: (nullable): the rank it comes before, %NULL for the end
 *
 * Makes a rank strictly between two others, as short as it can.  Inserting at
 * one place over and over costs a character every five times, adding at an end
 * one every sixty; [func@Rank.spread] makes ranks short again.
 *
 * Two writers who insert at one place make the same rank, and what came from
 * outside may be anything; so there may be no rank between.  Then the whole
 * column needs new ranks.
 *
 * Returns: (transfer full) (nullable): the rank, or %NULL if one of the two is
 * not valid or @before does not come before @after.
 */
char *slip_rank_between (const char *before,
                         const char *after) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_rank_spread:
 *
 * Returns: (transfer full): @n ascending ranks, evenly spaced, and %NULL.
 */
GStrv slip_rank_spread (guint n) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
