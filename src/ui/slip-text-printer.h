/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * slip_text_printer_new:
 * @title: what is printed
 * @text: lines, as plain text
 *
 * Returns: (transfer full): an operation that prints @text on as many pages as
 * it takes, with a page number on each.
 */
GtkPrintOperation *slip_text_printer_new (const char *title, const char *text)
  G_GNUC_WARN_UNUSED_RESULT;

G_END_DECLS
