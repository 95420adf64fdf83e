/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-product-color.h"

#include <adwaita.h>
#include <math.h>

#define FALLBACK_COLOR "#77767b"
#define N_STEPS        40

/* Each chip asks for its product's colours, and a plan has few products. */
#define MAX_KNOWN 1000

/* A little above what WCAG asks for, so that rounding to bytes does no harm. */
#define BAR_CONTRAST       3.05
#define TEXT_CONTRAST      4.6
#define HIGH_TEXT_CONTRAST 7.2

static const GdkRGBA white = { 1, 1, 1, 1 };
static const GdkRGBA black = { 0, 0, 0, 1 };
static const GdkRGBA light_page = { 0.98f, 0.98f, 0.98f, 1 };
static const GdkRGBA dark_page = { 0.118f, 0.118f, 0.118f, 1 };

static GdkRGBA
mix (const GdkRGBA *a, const GdkRGBA *b, float share_of_b)
{
  return (GdkRGBA){
    a->red + (b->red - a->red) * share_of_b,
    a->green + (b->green - a->green) * share_of_b,
    a->blue + (b->blue - a->blue) * share_of_b,
    1,
  };
}

static double
linearize (float channel)
{
  return channel <= 0.04045f ? channel / 12.92
                             : pow ((channel + 0.055) / 1.055, 2.4);
}

static double
get_luminance (const GdkRGBA *color)
{
  return 0.2126 * linearize (color->red) + 0.7152 * linearize (color->green) +
         0.0722 * linearize (color->blue);
}

static double
get_contrast (double a, double b)
{
  return (MAX (a, b) + 0.05) / (MIN (a, b) + 0.05);
}

/* Goes from @color towards @end no further than @contrast asks for. */
static GdkRGBA
find_contrasting (const GdkRGBA *color,
                  const GdkRGBA *end,
                  const GdkRGBA *background,
                  double contrast)
{
  double luminance = get_luminance (background);

  for (int i = 0; i < N_STEPS; i++) {
    GdkRGBA found = mix (color, end, (float) i / N_STEPS);
    if (get_contrast (get_luminance (&found), luminance) >= contrast)
      return found;
  }
  return *end;
}

/* As strong a tint as leaves room for text of @contrast. */
static GdkRGBA
make_background (const GdkRGBA *base,
                 const GdkRGBA *page,
                 const GdkRGBA *end,
                 SlipScheme scheme,
                 double contrast)
{
  double luminance = get_luminance (end);
  float tint = scheme & SLIP_SCHEME_DARK ? 0.32f : 0.22f;
  GdkRGBA background;

  if (scheme & SLIP_SCHEME_MUTED)
    tint = 0.07f;
  do {
    background = mix (page, base, tint);
    tint *= 0.8f;
  } while (tint > 0.01f &&
           get_contrast (luminance, get_luminance (&background)) < contrast);
  return background;
}

static SlipProductColors
make_colors (const GdkRGBA *base, SlipScheme scheme)
{
  gboolean is_dark = (scheme & SLIP_SCHEME_DARK) != 0;
  const GdkRGBA *page = is_dark ? &dark_page : &light_page;
  const GdkRGBA *end = is_dark ? &white : &black;
  double contrast =
    scheme & SLIP_SCHEME_HIGH_CONTRAST ? HIGH_TEXT_CONTRAST : TEXT_CONTRAST;
  SlipProductColors colors;

  colors.background = make_background (base, page, end, scheme, contrast);
  colors.bar = find_contrasting (base, end, &colors.background, BAR_CONTRAST);
  colors.bar = find_contrasting (&colors.bar, end, page, BAR_CONTRAST);

  GdkRGBA ink = *base;
  if (scheme & SLIP_SCHEME_MUTED)
    gdk_rgba_parse (&ink, FALLBACK_COLOR);
  ink = mix (&ink, end, scheme & SLIP_SCHEME_MUTED ? 0.35f : 0.55f);
  colors.text = find_contrasting (&ink, end, &colors.background, contrast);
  return colors;
}

static guint
get_byte (float channel)
{
  return (guint) lroundf (channel * 255);
}

SlipProductColors
slip_product_color_get (const char *color, SlipScheme scheme)
{
  static GHashTable *known;
  GdkRGBA base;

  if (color == NULL || color[0] != '#' || !gdk_rgba_parse (&base, color))
    gdk_rgba_parse (&base, FALLBACK_COLOR);

  guint key = (guint) scheme << 24 | get_byte (base.red) << 16 |
              get_byte (base.green) << 8 | get_byte (base.blue);
  if (known == NULL)
    known = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  const SlipProductColors *colors =
    g_hash_table_lookup (known, GUINT_TO_POINTER (key));
  if (colors == NULL) {
    SlipProductColors made = make_colors (&base, scheme);

    if (g_hash_table_size (known) >= MAX_KNOWN)
      g_hash_table_remove_all (known);
    colors = g_memdup2 (&made, sizeof made);
    g_hash_table_insert (known, GUINT_TO_POINTER (key), (gpointer) colors);
  }
  return *colors;
}

double
slip_product_color_get_contrast (const GdkRGBA *a, const GdkRGBA *b)
{
  return get_contrast (get_luminance (a), get_luminance (b));
}

SlipScheme
slip_product_color_get_scheme (GtkWidget *widget)
{
  AdwStyleManager *manager =
    adw_style_manager_get_for_display (gtk_widget_get_display (widget));
  SlipScheme scheme = SLIP_SCHEME_LIGHT;

  if (adw_style_manager_get_dark (manager))
    scheme |= SLIP_SCHEME_DARK;
  if (adw_style_manager_get_high_contrast (manager))
    scheme |= SLIP_SCHEME_HIGH_CONTRAST;
  return scheme;
}
