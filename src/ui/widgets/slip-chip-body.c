/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-chip-body.h"

#include "slip-chip-drawing.h"

#define KEY_PICTURES "slip-chip-pictures"
#define BAR_WIDTH    4

/* So many pictures are kept: a window that changes its size wants others with
 * every frame. */
#define MOST_PICTURES 256

/* All that a picture depends on. */
typedef struct {
  SlipChipBody body;
  int width;
  int height;
  int scale;
  gboolean is_rtl;
} Picture;

static guint
hash_color (guint hash, const GdkRGBA *color)
{
  return hash * 31 + (guint) (color->red * 255) * 65599 +
         (guint) (color->green * 255) * 257 + (guint) (color->blue * 255);
}

static guint
hash_picture (gconstpointer data)
{
  const Picture *picture = data;
  guint hash = g_direct_hash (picture->body.icon);

  hash = hash * 31 + (guint) picture->width;
  hash = hash * 31 + (guint) picture->height;
  hash = hash_color (hash, &picture->body.colors.background);
  return hash_color (hash, &picture->body.colors.bar);
}

static gboolean
equal_pictures (gconstpointer a, gconstpointer b)
{
  const Picture *first = a;
  const Picture *second = b;

  return first->width == second->width && first->height == second->height &&
         first->scale == second->scale && first->is_rtl == second->is_rtl &&
         first->body.icon == second->body.icon &&
         first->body.icon_start_px == second->body.icon_start_px &&
         first->body.icon_top_px == second->body.icon_top_px &&
         first->body.is_dashed == second->body.is_dashed &&
         gdk_rgba_equal (&first->body.colors.background,
                         &second->body.colors.background) &&
         gdk_rgba_equal (&first->body.colors.bar, &second->body.colors.bar) &&
         gdk_rgba_equal (&first->body.colors.text, &second->body.colors.text);
}

static void
draw_fill (const Picture *picture,
           GtkSnapshot *snapshot,
           const graphene_rect_t *bounds)
{
  const SlipProductColors *colors = &picture->body.colors;
  graphene_rect_t bar = *bounds;
  GskRoundedRect outline;

  bar.size.width = BAR_WIDTH;
  if (picture->is_rtl)
    bar.origin.x = bounds->size.width - BAR_WIDTH;
  gsk_rounded_rect_init_from_rect (&outline, bounds, SLIP_CHIP_RADIUS);
  gtk_snapshot_push_rounded_clip (snapshot, &outline);
  gtk_snapshot_append_color (snapshot, &colors->background, bounds);
  gtk_snapshot_append_color (snapshot, &colors->bar, &bar);
  gtk_snapshot_pop (snapshot);
}

static GskRenderNode *
make_node (const Picture *picture, GtkWidget *widget)
{
  GtkSnapshot *snapshot = gtk_snapshot_new ();
  const SlipChipBody *body = &picture->body;
  graphene_rect_t bounds =
    GRAPHENE_RECT_INIT (0, 0, (float) picture->width, (float) picture->height);

  draw_fill (picture, snapshot, &bounds);
  if (body->is_dashed)
    slip_chip_draw_dashes (snapshot, &bounds, &body->colors.bar);
  if (body->icon != NULL)
    slip_chip_draw_icon (widget, snapshot, body->icon, body->icon_start_px,
                         body->icon_top_px, &body->colors.text);
  return gtk_snapshot_free_to_node (snapshot);
}

static GdkTexture *
take_picture (const Picture *picture, GtkWidget *widget)
{
  g_autoptr (GskRenderNode) node = make_node (picture, widget);
  int width = picture->width * picture->scale;
  int height = picture->height * picture->scale;
  cairo_surface_t *surface =
    cairo_image_surface_create (CAIRO_FORMAT_ARGB32, width, height);
  cairo_t *cr = cairo_create (surface);
  gsize stride = (gsize) cairo_image_surface_get_stride (surface);

  cairo_scale (cr, picture->scale, picture->scale);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  g_autoptr (GBytes) bytes =
    g_bytes_new_with_free_func (cairo_image_surface_get_data (surface),
                                stride * (gsize) height,
                                (GDestroyNotify) cairo_surface_destroy,
                                surface);
  return gdk_memory_texture_new (width, height, GDK_MEMORY_DEFAULT, bytes,
                                 stride);
}

static void
icons_changed_cb (GObject *window)
{
  g_hash_table_remove_all (g_object_get_data (window, KEY_PICTURES));
}

/* Those of the window of @widget. */
static GHashTable *
ensure_pictures (GtkWidget *widget)
{
  GObject *window = G_OBJECT (gtk_widget_get_root (widget));
  GHashTable *pictures = g_object_get_data (window, KEY_PICTURES);

  if (pictures == NULL) {
    pictures = g_hash_table_new_full (hash_picture, equal_pictures, g_free,
                                      g_object_unref);
    g_object_set_data_full (window, KEY_PICTURES, pictures,
                            (GDestroyNotify) g_hash_table_unref);
    g_signal_connect_object (gtk_icon_theme_get_for_display (
                               gtk_widget_get_display (widget)),
                             "changed", G_CALLBACK (icons_changed_cb), window,
                             G_CONNECT_SWAPPED);
  }
  return pictures;
}

static GdkTexture *
ensure_picture (const Picture *picture, GtkWidget *widget)
{
  GHashTable *pictures = ensure_pictures (widget);
  GdkTexture *texture = g_hash_table_lookup (pictures, picture);

  if (texture != NULL)
    return texture;
  if (g_hash_table_size (pictures) >= MOST_PICTURES)
    g_hash_table_remove_all (pictures);
  texture = take_picture (picture, widget);
  g_hash_table_insert (pictures, g_memdup2 (picture, sizeof *picture), texture);
  return texture;
}

void
slip_chip_body_draw (const SlipChipBody *self,
                     GtkWidget *widget,
                     GtkSnapshot *snapshot)
{
  const Picture picture = {
    .body = *self,
    .width = gtk_widget_get_width (widget),
    .height = gtk_widget_get_height (widget),
    .scale = gtk_widget_get_scale_factor (widget),
    .is_rtl = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL,
  };

  if (picture.width <= 0 || picture.height <= 0 ||
      gtk_widget_get_root (widget) == NULL)
    return;
  gtk_snapshot_append_texture (snapshot, ensure_picture (&picture, widget),
                               &GRAPHENE_RECT_INIT (0, 0, (float) picture.width,
                                                    (float) picture.height));
}
