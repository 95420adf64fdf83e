/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-help-book.h"

G_BEGIN_DECLS

/* The action that links ask by; its parameter is the id of a page. */
#define SLIP_HELP_ACTION_PAGE "help.page"

/**
 * slip_help_content_new:
 * @book: the page's book
 * @page: what to show
 *
 * Returns: (transfer floating): @page as widgets: headings, paragraphs, lists,
 *   keys as the table of commands has them, and at the end the pages that it
 *   names.  It takes the focus, so that it can be read and scrolled by keys.
 */
GtkWidget *slip_help_content_new (const SlipHelpBook *book,
                                  const SlipHelpPage *page);

G_END_DECLS
