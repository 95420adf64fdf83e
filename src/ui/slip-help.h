/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-help-book.h"

G_BEGIN_DECLS

/**
 * SlipHelp:
 *
 * The help of the program: one window for all, and F1 in every window, also in
 * those to come, for the page about what has the keyboard focus there.
 */
typedef struct _SlipHelp SlipHelp;

SlipHelp *slip_help_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* Closes its window too. */
void slip_help_free (SlipHelp *help);

/**
 * slip_help_show:
 * @page: the id of a page, or empty for the one about what has the focus
 * @window: (nullable): where the person is
 */
void slip_help_show (SlipHelp *help, const char *page, GtkWindow *window);

/* Returns: (transfer full): the pages that come with the program. */
SlipHelpBook *slip_help_load_book (void) G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
