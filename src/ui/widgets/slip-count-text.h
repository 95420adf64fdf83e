/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipCountText:
 *
 * A few characters in the middle of the room that its parent gives it, for
 * which it never asks: with another text it is drawn anew, and nothing around
 * it is laid out again.  What it says its parent tells assistive technology.
 */
#define SLIP_TYPE_COUNT_TEXT (slip_count_text_get_type ())
G_DECLARE_FINAL_TYPE (SlipCountText,
                      slip_count_text,
                      SLIP,
                      COUNT_TEXT,
                      GtkWidget)

GtkWidget *slip_count_text_new (void) G_GNUC_WARN_UNUSED_RESULT;

void slip_count_text_set (SlipCountText *self, const char *text);
const char *slip_count_text_get (SlipCountText *self);

G_END_DECLS
