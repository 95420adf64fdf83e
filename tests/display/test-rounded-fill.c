/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rounded-fill.h"

#define WIDTH  48
#define HEIGHT 26

/* Of 255: two ways to smooth an edge do not agree to the last bit. */
#define TOLERANCE 6

static cairo_surface_t *
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

static void
assert_alike (cairo_surface_t *a, cairo_surface_t *b)
{
  const guchar *first = cairo_image_surface_get_data (a);
  const guchar *second = cairo_image_surface_get_data (b);
  int stride = cairo_image_surface_get_stride (a);
  int most = 0;

  for (int y = 0; y < HEIGHT; y++)
    for (int x = 0; x < 4 * WIDTH; x++)
      most = MAX (most, ABS (first[y * stride + x] - second[y * stride + x]));
  g_assert_cmpint (most, <=, TOLERANCE);
}

static void
assert_as_clipped (float radius, GdkRGBA color)
{
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (2, 1, WIDTH - 5, HEIGHT - 4);
  GtkSnapshot *clipped = gtk_snapshot_new ();
  GtkSnapshot *filled = gtk_snapshot_new ();
  GskRoundedRect outline;

  gsk_rounded_rect_init_from_rect (&outline, &bounds, radius);
  gtk_snapshot_push_rounded_clip (clipped, &outline);
  gtk_snapshot_append_color (clipped, &color, &bounds);
  gtk_snapshot_pop (clipped);
  slip_rounded_fill_rect (filled, &bounds, radius, &color);

  cairo_surface_t *expected = paint (clipped);
  cairo_surface_t *found = paint (filled);
  assert_alike (found, expected);
  cairo_surface_destroy (expected);
  cairo_surface_destroy (found);
}

static void
test_alike (void)
{
  assert_as_clipped (5, (GdkRGBA){ 0.2f, 0.5f, 0.9f, 1 });
  assert_as_clipped (HEIGHT / 2.0f - 2, (GdkRGBA){ 0.9f, 0.1f, 0.1f, 0.4f });
  assert_as_clipped (0, (GdkRGBA){ 0, 0, 0, 1 });
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  g_test_add_func ("/rounded-fill/looks-as-what-is-clipped", test_alike);
  return g_test_run ();
}
