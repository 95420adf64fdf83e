/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * SlipScheme:
 * @SLIP_SCHEME_DARK: light text on a dark page
 * @SLIP_SCHEME_HIGH_CONTRAST: the person asked for more contrast
 * @SLIP_SCHEME_MUTED: for what is over: hardly a tint, and grey text
 *
 * What colours are to be seen against; none of them is a light page.
 */
typedef enum {
  SLIP_SCHEME_LIGHT = 0,
  SLIP_SCHEME_DARK = 1 << 0,
  SLIP_SCHEME_HIGH_CONTRAST = 1 << 1,
  SLIP_SCHEME_MUTED = 1 << 2,
} SlipScheme;

/**
 * SlipProductColors:
 * @bar: the product's colour, at least 3:1 against @background and the page
 * @background: a tint of it
 * @text: at least 4.5:1 against @background, 7:1 in high contrast
 *
 * The colours of a chip.
 */
typedef struct {
  GdkRGBA bar;
  GdkRGBA background;
  GdkRGBA text;
} SlipProductColors;

/**
 * slip_product_color_get:
 * @color: (nullable): `#rrggbb`; anything else is grey
 *
 * Makes the colours of a chip from its product's colour, whatever that is.
 */
SlipProductColors slip_product_color_get (const char *color, SlipScheme scheme);

/**
 * slip_product_color_get_contrast:
 *
 * Returns: the contrast ratio of WCAG 2 between two opaque colours, 1 to 21.
 */
double slip_product_color_get_contrast (const GdkRGBA *a, const GdkRGBA *b);

/* The scheme that @widget is shown in. */
SlipScheme slip_product_color_get_scheme (GtkWidget *widget);

G_END_DECLS
