/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * slip_text_print_new:
 * @title: what the job is called, and stands on each page with its number
 * @text: lines of plain text
 *
 * Returns: (transfer full): an operation that prints @text, or exports it, on
 * as many pages as it takes.
 */
GtkPrintOperation *slip_text_print_new (const char *title, const char *text)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
