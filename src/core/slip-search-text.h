/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-row.h"

G_BEGIN_DECLS

/*
 * What of a plan can be searched: which kinds, and which of their properties.
 * The index of a file and the results that people see are made from the same
 * texts.
 */

/* Changes when the same row would give other texts: an index that was made with
 * another number is made anew. */
#define SLIP_SEARCH_TEXT_VERSION 1

/**
 * slip_search_text_get_class:
 *
 * Returns: the number of @kind in an index, which files keep, so that it never
 *   changes; 0 if it is not searched.  Items, of which there are most, come
 *   first, then the other parts of releases, then everything else.
 */
guint slip_search_text_get_class (SlipKind kind);

/* The kind with the number @class_, or `SLIP_KIND_NONE`. */
SlipKind slip_search_text_get_kind (guint class_);

/* The first numbers of parts but items, and of what is no part of a release;
 * and one more than the last. */
#define SLIP_SEARCH_CLASS_ITEM  1
#define SLIP_SEARCH_CLASS_PARTS 2
#define SLIP_SEARCH_CLASS_PLAN  32
#define SLIP_SEARCH_CLASS_END   64

/* Whether a text of @kind's @property, or a name that stands for it, is
 * searched. */
gboolean slip_search_text_has_property (SlipKind kind, guint property);

/* What @row is called: its name or title, for a release its version and name;
 * %NULL for none.  Transfer full. */
char *slip_search_text_dup_title (const SlipRow *row);

/* Every other text of @row, a line or more each, or %NULL.  Transfer full. */
char *slip_search_text_dup_body (const SlipRow *row);

/**
 * slip_search_text_dup_pairs:
 *
 * Languages that put no spaces between words are found by pairs of characters:
 * '東京都' is '東京 京都 都'.  What adjoins such a run without a space is a
 * word as well.
 *
 * Returns: (transfer full) (nullable): the pairs of @text (nullable), separated
 *   by spaces; %NULL if it has none.
 */
char *slip_search_text_dup_pairs (const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Whether @c is of a script that is written without spaces and searched by
 * pairs: Chinese, Japanese or Korean. */
gboolean slip_search_text_is_paired (gunichar c);

G_END_DECLS
