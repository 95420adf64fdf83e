/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-tile.h"

#include "slip-rounded-fill.h"

#include <string.h>

/* A plan has some dozen colours, in two shades each, and some dozen rings in
 * each of them.  With more tiles than that, all are dropped rather than kept
 * for ever. */
#define MAX_TILES 1000

/* A ring has some forty pixels around: it is drawn to the nearest of so many
 * steps. */
#define RING_STEPS 40

typedef enum {
  TILE_ICON,
  TILE_RING,
  TILE_END,
} TileKind;

/* What a tile looks like.  Compared by its bytes: to be zeroed first. */
typedef struct {
  TileKind kind;
  int width_px;
  int height_px;
  int scale;
  GdkRGBA color;
  /* Of one kind each. */
  const char *icon; /* interned */
  int direction;    /* of an icon: a GtkTextDirection */
  int n_steps;      /* of a ring: how many are filled */
  gboolean is_loud;
  GdkRGBA warning;
  int side; /* of an end: a SlipTileSide */
  int radius_px;
} Tile;

static G_DEFINE_QUARK (slip - tiles, tiles)

  static guint hash_tile (gconstpointer data)
{
  const guint32 *words = data;
  guint32 hash = 5381;

  for (gsize i = 0; i < sizeof (Tile) / sizeof *words; i++)
    hash = hash * 33 + words[i];
  return hash;
}

static gboolean
equal_tiles (gconstpointer a, gconstpointer b)
{
  return memcmp (a, b, sizeof (Tile)) == 0;
}

static void
theme_changed_cb (GtkIconTheme *theme, GHashTable *tiles)
{
  g_hash_table_remove_all (tiles);
}

/* The tiles of a display are kept with its icons, and are made anew when those
 * change. */
static GHashTable *
get_tiles (GtkIconTheme *theme)
{
  GHashTable *tiles = g_object_get_qdata (G_OBJECT (theme), tiles_quark ());

  if (tiles != NULL)
    return tiles;

  tiles =
    g_hash_table_new_full (hash_tile, equal_tiles, g_free, g_object_unref);
  g_object_set_qdata_full (G_OBJECT (theme), tiles_quark (), tiles,
                           (GDestroyNotify) g_hash_table_unref);
  g_signal_connect (theme, "changed", G_CALLBACK (theme_changed_cb), tiles);
  return tiles;
}

static void
draw_icon (const Tile *tile, GtkIconTheme *theme, GtkSnapshot *snapshot)
{
  g_autoptr (GtkIconPaintable) icon =
    gtk_icon_theme_lookup_icon (theme, tile->icon, NULL, tile->width_px,
                                tile->scale, (GtkTextDirection) tile->direction,
                                GTK_ICON_LOOKUP_FORCE_SYMBOLIC);

  gtk_symbolic_paintable_snapshot_symbolic (GTK_SYMBOLIC_PAINTABLE (icon),
                                            snapshot, tile->width_px,
                                            tile->height_px, &tile->color, 1);
}

static void
draw_ring (const Tile *tile, GtkSnapshot *snapshot)
{
  SlipReadinessRing ring = { (double) tile->n_steps / RING_STEPS,
                             tile->is_loud };

  slip_readiness_ring_draw (ring, snapshot,
                            &GRAPHENE_RECT_INIT (0, 0, (float) tile->width_px,
                                                 (float) tile->height_px),
                            &tile->color, &tile->warning);
}

static void
draw_end (const Tile *tile, GtkSnapshot *snapshot)
{
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, (float) tile->width_px, (float) tile->height_px);
  graphene_size_t round = { (float) MIN (tile->radius_px, tile->width_px),
                            (float) tile->radius_px };
  graphene_size_t none = { 0, 0 };
  gboolean is_left = tile->side == SLIP_TILE_LEFT;
  const graphene_size_t *left = is_left ? &round : &none;
  const graphene_size_t *right = is_left ? &none : &round;
  GskRoundedRect outline;

  gsk_rounded_rect_init (&outline, &bounds, left, right, right, left);
  slip_rounded_fill (snapshot, &outline, &tile->color);
}

static guchar
divide (guint32 channel, guint32 alpha)
{
  return alpha == 0 ? 0 : (guchar) ((channel * 255 + alpha / 2) / alpha);
}

/* From premultiplied words, as cairo has them, to bytes with straight alpha:
 * of the formats of textures that one is quickest to draw, as GTK 4.8 makes
 * floats of all but a few, even where nothing is to be converted. */
static GBytes *
convert (const guchar *pixels, int width, int height, gsize stride)
{
  guchar *bytes = g_malloc ((gsize) (4 * width * height));
  guchar *next = bytes;

  for (int y = 0; y < height; y++) {
    const guint32 *row = (const guint32 *) (pixels + stride * (gsize) y);

    for (int x = 0; x < width; x++) {
      guint32 alpha = row[x] >> 24;

      *next++ = divide (row[x] >> 16 & 0xff, alpha);
      *next++ = divide (row[x] >> 8 & 0xff, alpha);
      *next++ = divide (row[x] & 0xff, alpha);
      *next++ = (guchar) alpha;
    }
  }
  return g_bytes_new_take (bytes, (gsize) (4 * width * height));
}

/* @node is nullable: what draws nothing has none. */
static GdkTexture *
render (const Tile *tile, GskRenderNode *node)
{
  int width = tile->width_px * tile->scale;
  int height = tile->height_px * tile->scale;
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);

  cairo_scale (cr, tile->scale, tile->scale);
  if (node != NULL)
    gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  g_autoptr (GBytes) bytes =
    convert (cairo_image_surface_get_data (surface), width, height,
             (gsize) cairo_image_surface_get_stride (surface));
  cairo_surface_destroy (surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_R8G8B8A8, bytes,
                                 (gsize) (4 * width));
}

static GdkTexture *
make_texture (const Tile *tile, GtkIconTheme *theme)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();

  switch (tile->kind) {
  case TILE_ICON:
    draw_icon (tile, theme, snapshot);
    break;
  case TILE_RING:
    draw_ring (tile, snapshot);
    break;
  case TILE_END:
    draw_end (tile, snapshot);
    break;
  }

  GskRenderNode *node = gtk_snapshot_free_to_node (snapshot);
  GdkTexture *texture = render (tile, node);
  g_clear_pointer (&node, gsk_render_node_unref);
  return texture;
}

static void
draw (const Tile *tile, GtkWidget *widget, GtkSnapshot *snapshot, int x, int y)
{
  GtkIconTheme *theme =
    gtk_icon_theme_get_for_display (gtk_widget_get_display (widget));
  GHashTable *tiles = get_tiles (theme);
  GdkTexture *texture = g_hash_table_lookup (tiles, tile);

  if (texture == NULL) {
    if (g_hash_table_size (tiles) >= MAX_TILES)
      g_hash_table_remove_all (tiles);
    texture = make_texture (tile, theme);
    g_hash_table_insert (tiles, g_memdup2 (tile, sizeof *tile), texture);
  }
  gtk_snapshot_append_texture (snapshot, texture,
                               &GRAPHENE_RECT_INIT ((float) x, (float) y,
                                                    (float) tile->width_px,
                                                    (float) tile->height_px));
}

/* As gtk_widget_get_scale_factor(), which asks all that @widget is in whether
 * they have a surface. */
static int
get_scale (GtkWidget *widget)
{
  GtkRoot *root = gtk_widget_get_root (widget);
  GdkSurface *surface =
    root != NULL ? gtk_native_get_surface (GTK_NATIVE (root)) : NULL;

  return surface != NULL ? gdk_surface_get_scale_factor (surface)
                         : gtk_widget_get_scale_factor (widget);
}

static void
tile_init (Tile *tile,
           TileKind kind,
           GtkWidget *widget,
           int width_px,
           int height_px,
           const GdkRGBA *color)
{
  memset (tile, 0, sizeof *tile);
  tile->kind = kind;
  tile->width_px = width_px;
  tile->height_px = height_px;
  tile->scale = get_scale (widget);
  tile->color = *color;
}

void
slip_tile_draw_icon (GtkWidget *widget,
                     GtkSnapshot *snapshot,
                     const char *name,
                     int size_px,
                     int x_px,
                     int y_px,
                     const GdkRGBA *color)
{
  Tile tile;

  tile_init (&tile, TILE_ICON, widget, size_px, size_px, color);
  tile.icon = g_intern_string (name);
  tile.direction = (int) gtk_widget_get_direction (widget);
  draw (&tile, widget, snapshot, x_px, y_px);
}

/* All is closed, or nothing, only if that is so. */
static int
to_steps (double share)
{
  int n_steps = (int) (share * RING_STEPS + 0.5);

  if (share <= 0 || share >= 1)
    return share <= 0 ? 0 : RING_STEPS;
  return CLAMP (n_steps, 1, RING_STEPS - 1);
}

void
slip_tile_draw_ring (GtkWidget *widget,
                     GtkSnapshot *snapshot,
                     SlipReadinessRing ring,
                     int size_px,
                     int x_px,
                     int y_px,
                     const GdkRGBA *color,
                     const GdkRGBA *warning)
{
  Tile tile;

  if (!slip_readiness_ring_is_shown (ring))
    return;
  tile_init (&tile, TILE_RING, widget, size_px, size_px, color);
  tile.n_steps = to_steps (ring.share);
  tile.is_loud = ring.is_loud;
  tile.warning = *warning;
  draw (&tile, widget, snapshot, x_px, y_px);
}

void
slip_tile_draw_end (GtkWidget *widget,
                    GtkSnapshot *snapshot,
                    const GdkRectangle *area,
                    SlipTileSide side,
                    int radius_px,
                    const GdkRGBA *color)
{
  int width = MIN (area->width, radius_px);
  int end = side == SLIP_TILE_LEFT ? area->x : area->x + area->width - width;
  int rest = side == SLIP_TILE_LEFT ? area->x + width : area->x;
  Tile tile;

  tile_init (&tile, TILE_END, widget, width, area->height, color);
  tile.radius_px = radius_px;
  tile.side = (int) side;
  draw (&tile, widget, snapshot, end, area->y);
  if (area->width > width)
    gtk_snapshot_append_color (
      snapshot, color,
      &GRAPHENE_RECT_INIT ((float) rest, (float) area->y,
                           (float) (area->width - width),
                           (float) area->height));
}
