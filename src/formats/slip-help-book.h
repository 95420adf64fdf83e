/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-help-page.h"

G_BEGIN_DECLS

/* The page that leads to all others. */
#define SLIP_HELP_INDEX "index"

/**
 * SlipHelpBook:
 *
 * All pages of the help, in the order in which the index has them.
 */
typedef struct _SlipHelpBook SlipHelpBook;

SlipHelpBook *slip_help_book_new (void) G_GNUC_WARN_UNUSED_RESULT;
void slip_help_book_free (SlipHelpBook *book);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (SlipHelpBook, slip_help_book_free)

/* Takes @page in; the last of an id counts. */
void slip_help_book_take (SlipHelpBook *book, SlipHelpPage *page);

/* Returns: (transfer none) (nullable): the page of that id. */
const SlipHelpPage *slip_help_book_find (const SlipHelpBook *book,
                                         const char *id);

/**
 * slip_help_book_list:
 *
 * Returns: (transfer container) (element-type SlipHelpPage): the pages in the
 *   order of the index, which itself is not among them.
 */
GPtrArray *slip_help_book_list (const SlipHelpBook *book)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_help_book_search:
 * @typed: what somebody looks for
 *
 * Finds the pages that have every word of @typed somewhere, in the language of
 * the person, whatever their case: those first whose title has them.
 *
 * Returns: (transfer container) (element-type SlipHelpPage): the pages.
 */
GPtrArray *slip_help_book_search (const SlipHelpBook *book,
                                  const char *typed) G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_help_book_parse:
 * @text: of a page, English
 *
 * Translates @text and takes it apart; links without words get the title of
 * their page.
 *
 * Returns: (transfer full) (element-type SlipHelpRun): the runs; of the English
 *   text should its translation be broken.
 */
GPtrArray *slip_help_book_parse (const SlipHelpBook *book,
                                 const char *text) G_GNUC_WARN_UNUSED_RESULT;

/* Returns: (transfer full): the words of @text in the language of the person,
 *   and nothing else. */
char *slip_help_book_dup_plain (const SlipHelpBook *book, const char *text);

G_END_DECLS
