/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pixels.h"
#include "slip-rounded-fill.h"

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

  assert_alike (filled, clipped);
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
