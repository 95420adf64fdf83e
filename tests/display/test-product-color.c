/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-product-color.h"

#define N_SCHEMES 8

/* As the eye gets it: in bytes. */
static GdkRGBA
round_to_bytes (GdkRGBA color)
{
  return (GdkRGBA){ (float) ((int) (color.red * 255 + 0.5f)) / 255,
                    (float) ((int) (color.green * 255 + 0.5f)) / 255,
                    (float) ((int) (color.blue * 255 + 0.5f)) / 255, 1 };
}

static void
assert_readable (const char *color, SlipScheme scheme)
{
  SlipProductColors colors = slip_product_color_get (color, scheme);
  GdkRGBA background = round_to_bytes (colors.background);
  GdkRGBA text = round_to_bytes (colors.text);
  GdkRGBA bar = round_to_bytes (colors.bar);
  GdkRGBA page = { 1, 1, 1, 1 };

  if (scheme & SLIP_SCHEME_DARK)
    gdk_rgba_parse (&page, "#1e1e1e");
  g_assert_cmpfloat (slip_product_color_get_contrast (&text, &background), >=,
                     scheme & SLIP_SCHEME_HIGH_CONTRAST ? 7 : 4.5);
  g_assert_cmpfloat (slip_product_color_get_contrast (&bar, &background), >=,
                     3);
  g_assert_cmpfloat (slip_product_color_get_contrast (&bar, &page), >=, 3);
}

static void
test_readable (void)
{
  static const char *const colors[] = { "#000000", "#ffffff", "#3584e4",
                                        "#f6d32d", "#ffff00", "#00ff00",
                                        "#0000ff", "#77767b", "#9141ac" };

  for (int scheme = 0; scheme < N_SCHEMES; scheme++)
    for (guint i = 0; i < G_N_ELEMENTS (colors); i++)
      assert_readable (colors[i], scheme);
}

static void
test_random_readable (void)
{
  for (int i = 0; i < 2000; i++) {
    g_autofree char *color =
      g_strdup_printf ("#%06x", g_test_rand_int_range (0, 0x1000000));

    assert_readable (color, i % N_SCHEMES);
  }
}

static void
test_contrast (void)
{
  GdkRGBA black = { 0, 0, 0, 1 };
  GdkRGBA white = { 1, 1, 1, 1 };
  GdkRGBA grey;

  gdk_rgba_parse (&grey, "#767676");
  g_assert_cmpfloat_with_epsilon (slip_product_color_get_contrast (&black,
                                                                   &white),
                                  21, 0.001);
  g_assert_cmpfloat_with_epsilon (slip_product_color_get_contrast (&white,
                                                                   &black),
                                  21, 0.001);
  g_assert_cmpfloat_with_epsilon (slip_product_color_get_contrast (&grey,
                                                                   &grey),
                                  1, 0.001);
  /* A figure that is often given. */
  g_assert_cmpfloat_with_epsilon (slip_product_color_get_contrast (&grey,
                                                                   &white),
                                  4.54, 0.01);
}

static void
test_fallback (void)
{
  static const char *const bad[] = {
    NULL, "", "red", "#12", "#zzzzzz", "url(x)"
  };
  SlipProductColors grey = slip_product_color_get ("#77767b", 0);

  for (guint i = 0; i < G_N_ELEMENTS (bad); i++) {
    SlipProductColors colors = slip_product_color_get (bad[i], 0);

    if (g_strcmp0 (bad[i], "#12") != 0)
      g_assert_true (gdk_rgba_equal (&colors.bar, &grey.bar));
    assert_readable (bad[i], SLIP_SCHEME_DARK);
  }
}

static void
test_keeps_color (void)
{
  SlipProductColors colors = slip_product_color_get ("#1a5fb4", 0);
  GdkRGBA bar;

  gdk_rgba_parse (&bar, "#1a5fb4");
  g_assert_true (gdk_rgba_equal (&colors.bar, &bar));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/product-color/text-and-bar-can-be-read", test_readable);
  g_test_add_func ("/product-color/any-color-can-be-read",
                   test_random_readable);
  g_test_add_func ("/product-color/contrast-is-that-of-wcag", test_contrast);
  g_test_add_func ("/product-color/what-is-no-color-is-grey", test_fallback);
  g_test_add_func ("/product-color/enough-contrast-stays", test_keeps_color);
  return g_test_run ();
}
