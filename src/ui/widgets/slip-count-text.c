/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-count-text.h"

#include "slip-word-line.h"

struct _SlipCountText {
  GtkWidget parent_instance;

  char *text;

  SlipWordLine line;   /* set when drawn */
  PangoLayout *layout; /* made when drawn, dropped when the style changes */
};

G_DEFINE_FINAL_TYPE (SlipCountText, slip_count_text, GTK_TYPE_WIDGET)

static PangoLayout *
ensure_layout (SlipCountText *self)
{
  if (self->layout == NULL)
    self->layout =
      gtk_widget_create_pango_layout (GTK_WIDGET (self), self->text);
  return self->layout;
}

static void
slip_count_text_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlipCountText *self = SLIP_COUNT_TEXT (widget);
  GdkRGBA color;
  int width;
  int height;

  if (self->text == NULL)
    return;
  gboolean is_line = slip_word_line_set (&self->line, widget, 1, self->text);
  if (is_line)
    slip_word_line_get_pixel_size (&self->line, &width, &height);
  else
    pango_layout_get_pixel_size (ensure_layout (self), &width, &height);
  int x = (gtk_widget_get_width (widget) - width) / 2;
  int y = (gtk_widget_get_height (widget) - height) / 2;
  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  if (is_line) {
    slip_word_line_draw (&self->line, snapshot, x, y, &color);
    return;
  }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot,
                          &GRAPHENE_POINT_INIT ((float) x, (float) y));
  gtk_snapshot_append_layout (snapshot, self->layout, &color);
  gtk_snapshot_restore (snapshot);
}

static void
slip_count_text_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (slip_count_text_parent_class)->css_changed (widget, change);
  g_clear_object (&SLIP_COUNT_TEXT (widget)->layout);
  gtk_widget_queue_draw (widget);
}

static void
slip_count_text_finalize (GObject *object)
{
  SlipCountText *self = SLIP_COUNT_TEXT (object);

  g_clear_object (&self->layout);
  slip_word_line_clear (&self->line);
  g_free (self->text);

  G_OBJECT_CLASS (slip_count_text_parent_class)->finalize (object);
}

static void
slip_count_text_class_init (SlipCountTextClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = slip_count_text_finalize;
  widget_class->snapshot = slip_count_text_snapshot;
  widget_class->css_changed = slip_count_text_css_changed;
  gtk_widget_class_set_css_name (widget_class, "count");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_PRESENTATION);
}

static void
slip_count_text_init (SlipCountText *self)
{
}

GtkWidget *
slip_count_text_new (void)
{
  return g_object_new (SLIP_TYPE_COUNT_TEXT, NULL);
}

void
slip_count_text_set (SlipCountText *self, const char *text)
{
  g_return_if_fail (SLIP_IS_COUNT_TEXT (self));

  if (g_strcmp0 (text, self->text) == 0)
    return;
  g_free (self->text);
  self->text = g_strdup (text);
  if (self->layout != NULL)
    pango_layout_set_text (self->layout, text != NULL ? text : "", -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const char *
slip_count_text_get (SlipCountText *self)
{
  g_return_val_if_fail (SLIP_IS_COUNT_TEXT (self), NULL);

  return self->text;
}
