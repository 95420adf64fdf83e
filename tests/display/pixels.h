/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is drawn, as pixels, and whether two drawings look alike. */

#define WIDTH  48
#define HEIGHT 26

/* Of 255: two ways to smooth an edge do not agree to the last bit. */
#define TOLERANCE 6

static inline cairo_surface_t *
paint (GtkSnapshot *snapshot)
{
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, WIDTH, HEIGHT);
  cairo_t *cr = cairo_create (surface);

  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  return surface;
}

/* Frees both.  Fails as well where nothing was drawn. */
static inline void
assert_alike (GtkSnapshot *drawn, GtkSnapshot *expected)
{
  cairo_surface_t *a = paint (drawn);
  cairo_surface_t *b = paint (expected);
  const guchar *first = cairo_image_surface_get_data (a);
  const guchar *second = cairo_image_surface_get_data (b);
  int stride = cairo_image_surface_get_stride (a);
  int most = 0;
  int most_drawn = 0;

  for (int y = 0; y < HEIGHT; y++) {
    for (int x = 0; x < 4 * WIDTH; x++) {
      most = MAX (most, ABS (first[y * stride + x] - second[y * stride + x]));
      most_drawn = MAX (most_drawn, second[y * stride + x]);
    }
  }
  g_assert_cmpint (most, <=, TOLERANCE);
  g_assert_cmpint (most_drawn, >, TOLERANCE);
  cairo_surface_destroy (a);
  cairo_surface_destroy (b);
}

G_END_DECLS
