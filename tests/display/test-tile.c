/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "pixels.h"
#include "slip-rounded-fill.h"
#include "slip-tile.h"

#define ICON "object-select-symbolic"

static const GdkRGBA blue = { 0.2f, 0.5f, 0.9f, 1 };
static const GdkRGBA red = { 0.9f, 0.1f, 0.1f, 0.4f };

typedef struct {
  GtkWidget *window;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->window = gtk_window_new ();
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  gtk_window_destroy (GTK_WINDOW (fixture->window));
}

static void
assert_end_as_filled (Fixture *fixture,
                      int width,
                      SlipTileSide side,
                      const GdkRGBA *color)
{
  GdkRectangle area = { 3, 1, width, 24 };
  graphene_rect_t bounds = GRAPHENE_RECT_INIT (3, 1, (float) width, 24);
  graphene_size_t round = { (float) MIN (width, 5), 5 };
  graphene_size_t none = { 0, 0 };
  gboolean is_left = side == SLIP_TILE_LEFT;
  GtkSnapshot *tiled = gtk_snapshot_new ();
  GtkSnapshot *filled = gtk_snapshot_new ();
  GskRoundedRect outline;

  gsk_rounded_rect_init (&outline, &bounds, is_left ? &round : &none,
                         is_left ? &none : &round, is_left ? &none : &round,
                         is_left ? &round : &none);
  slip_rounded_fill (filled, &outline, color);
  slip_tile_draw_end (fixture->window, tiled, &area, side, 5, color);
  assert_alike (tiled, filled);
}

static void
test_end_looks_as_filled (Fixture *fixture, gconstpointer data)
{
  assert_end_as_filled (fixture, 40, SLIP_TILE_LEFT, &blue);
  assert_end_as_filled (fixture, 40, SLIP_TILE_RIGHT, &blue);
  assert_end_as_filled (fixture, 40, SLIP_TILE_RIGHT, &red);
  assert_end_as_filled (fixture, 4, SLIP_TILE_LEFT, &red);
  assert_end_as_filled (fixture, 4, SLIP_TILE_RIGHT, &blue);
  assert_end_as_filled (fixture, 5, SLIP_TILE_LEFT, &blue);
}

static GtkIconTheme *
get_theme (Fixture *fixture)
{
  return gtk_icon_theme_get_for_display (
    gtk_widget_get_display (fixture->window));
}

static GtkSnapshot *
draw_icon (Fixture *fixture, const GdkRGBA *color)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  slip_tile_draw_icon (fixture->window, snapshot, ICON, 12, 7, 2, color);
  return snapshot;
}

static void
test_icon_looks_as_drawn (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (get_theme (fixture), ICON, NULL, 12, 1,
                                GTK_TEXT_DIR_LTR,
                                GTK_ICON_LOOKUP_FORCE_SYMBOLIC);
  GtkSnapshot *drawn = gtk_snapshot_new ();

  gtk_snapshot_translate (drawn, &GRAPHENE_POINT_INIT (7, 2));
  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon),
                                            drawn, 12, 12, &red, 1);
  assert_alike (draw_icon (fixture, &red), drawn);
}

static GtkSnapshot *
draw_ring (Fixture *fixture, SlipReadinessRing ring)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  slip_tile_draw_ring (fixture->window, snapshot, ring, 12, 7, 2, &blue, &red);
  return snapshot;
}

static void
test_ring_looks_as_drawn (Fixture *fixture, gconstpointer data)
{
  const SlipReadinessRing rings[] = {
    { 0, FALSE }, { 0.25, FALSE }, { 1, FALSE }, { 0, TRUE }, { 0.6, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rings); i++) {
    GtkSnapshot *drawn = gtk_snapshot_new ();

    slip_readiness_ring_draw (rings[i], drawn,
                              &GRAPHENE_RECT_INIT (7, 2, 12, 12), &blue, &red);
    assert_alike (draw_ring (fixture, rings[i]), drawn);
  }
}

/* Held. */
static GdkTexture *
take_texture (GtkSnapshot *snapshot)
{
  g_autoptr (GskRenderNode) node = gtk_snapshot_free_to_node (snapshot);

  return g_object_ref (gsk_texture_node_get_texture (node));
}

static void
test_tile_is_drawn_once (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) first = take_texture (draw_icon (fixture, &blue));
  g_autoptr (GdkTexture) again = take_texture (draw_icon (fixture, &blue));
  g_autoptr (GdkTexture) other = take_texture (draw_icon (fixture, &red));

  g_assert_true (first == again);
  g_assert_true (first != other);
  gtk_widget_set_direction (fixture->window, GTK_TEXT_DIR_RTL);
  g_autoptr (GdkTexture) mirrored = take_texture (draw_icon (fixture, &blue));
  g_assert_true (first != mirrored);
}

static GdkTexture *
take_ring (Fixture *fixture, double share, gboolean is_loud)
{
  return take_texture (
    draw_ring (fixture, (SlipReadinessRing){ share, is_loud }));
}

static void
test_rings_are_full_when_all_is_done (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) full = take_ring (fixture, 1, FALSE);
  g_autoptr (GdkTexture) nearly = take_ring (fixture, 0.999, FALSE);
  g_autoptr (GdkTexture) nearly_too = take_ring (fixture, 0.99, FALSE);
  g_autoptr (GdkTexture) begun = take_ring (fixture, 0.001, FALSE);
  g_autoptr (GdkTexture) empty = take_ring (fixture, 0, FALSE);
  g_autoptr (GdkTexture) loud = take_ring (fixture, 0, TRUE);
  GtkSnapshot *none = draw_ring (fixture, SLIP_READINESS_RING_NONE);

  g_assert_true (nearly == nearly_too);
  g_assert_true (nearly != full);
  g_assert_true (begun != empty);
  g_assert_true (loud != empty);
  g_assert_null (gtk_snapshot_free_to_node (none));
}

static void
test_other_icons_are_drawn_anew (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GdkTexture) first = take_texture (draw_icon (fixture, &blue));

  g_signal_emit_by_name (get_theme (fixture), "changed");
  g_autoptr (GdkTexture) anew = take_texture (draw_icon (fixture, &blue));
  g_assert_true (first != anew);
}

static void
add (const char *path, void (*test) (Fixture *, gconstpointer))
{
  g_test_add (path, Fixture, NULL, set_up, test, tear_down);
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv);
  add ("/tile/end-looks-as-filled", test_end_looks_as_filled);
  add ("/tile/icon-looks-as-drawn", test_icon_looks_as_drawn);
  add ("/tile/ring-looks-as-drawn", test_ring_looks_as_drawn);
  add ("/tile/rings-are-full-when-all-is-done",
       test_rings_are_full_when_all_is_done);
  add ("/tile/tile-is-drawn-once", test_tile_is_drawn_once);
  add ("/tile/other-icons-are-drawn-anew", test_other_icons_are_drawn_anew);
  return g_test_run ();
}
