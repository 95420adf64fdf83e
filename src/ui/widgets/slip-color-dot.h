/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipColorDot:
 *
 * A dot in a product's colour.  Decoration: the name beside it says the same.
 */
#define SLIP_TYPE_COLOR_DOT (slip_color_dot_get_type ())
G_DECLARE_FINAL_TYPE (SlipColorDot, slip_color_dot, SLIP, COLOR_DOT, GtkWidget)

GtkWidget *slip_color_dot_new (void) G_GNUC_WARN_UNUSED_RESULT;

/* @color: (nullable): `#rrggbb`; anything else is grey. */
void slip_color_dot_set_color (SlipColorDot *self, const char *color);

G_END_DECLS
