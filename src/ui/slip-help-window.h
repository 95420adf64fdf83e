/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "slip-help-book.h"

G_BEGIN_DECLS

/**
 * SlipHelpWindow:
 *
 * Shows the help: a list of its pages that typing narrows, and the page that
 * was chosen, with the way back to those before.  It lies in front of no other
 * window and can be read beside a dialog that waits.
 */
#define SLIP_TYPE_HELP_WINDOW (slip_help_window_get_type ())
G_DECLARE_FINAL_TYPE (SlipHelpWindow,
                      slip_help_window,
                      SLIP,
                      HELP_WINDOW,
                      AdwWindow)

/**
 * slip_help_window_new:
 * @book: (transfer full): what can be read
 * @page: the id of the first page, as for slip_help_window_show_page()
 */
GtkWidget *slip_help_window_new (SlipHelpBook *book, const char *page);

/* Shows the page of that id, or the index where there is none. */
void slip_help_window_show_page (SlipHelpWindow *self, const char *id);

/* Returns: (transfer none): the id of the page that is shown. */
const char *slip_help_window_get_page (SlipHelpWindow *self);

G_END_DECLS
