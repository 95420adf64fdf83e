/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-word-line.h"

#include <string.h>

/* Names of products, and numbers of versions.  With more of them than this, all
 * are dropped rather than kept for ever. */
#define MAX_WORDS 2000

#define FIRST ' '
#define LAST  '~'

void
slip_word_line_clear (SlipWordLine *self)
{
  g_clear_pointer (&self->sample, pango_item_free);
  g_clear_object (&self->context);
  g_clear_pointer (&self->glyphs, pango_glyph_string_free);
}

static gboolean
is_plain (const char *text)
{
  if (*text == '\0')
    return FALSE;
  for (; *text != '\0'; text++)
    if (*text < FIRST || *text > LAST)
      return FALSE;
  return TRUE;
}

/* NULL where one font does not have all of ASCII. */
static PangoItem *
itemize (PangoContext *context)
{
  char letters[LAST - FIRST + 1];
  PangoItem *item = NULL;

  for (int i = 0; i < (int) sizeof letters; i++)
    letters[i] = (char) (FIRST + i);
  GList *items =
    pango_itemize (context, letters, 0, sizeof letters, NULL, NULL);
  if (items != NULL && items->next == NULL)
    item = g_steal_pointer (&items->data);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
  return item;
}

/* Most changes of style are none of the font. */
static const PangoItem *
ensure_sample (SlipWordLine *self, PangoContext *context)
{
  guint serial = pango_context_get_serial (context);

  if (self->context == context && self->serial == serial)
    return self->sample;
  g_clear_pointer (&self->sample, pango_item_free);
  g_set_object (&self->context, context);
  self->serial = serial;
  self->sample = itemize (context);
  return self->sample;
}

/* They live as long as the font. */
static GHashTable *
get_words (PangoFont *font)
{
  static GQuark quark;
  GHashTable *words;

  if (quark == 0)
    quark = g_quark_from_static_string ("slip-words");
  words = g_object_get_qdata (G_OBJECT (font), quark);
  if (words != NULL)
    return words;

  words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                 (GDestroyNotify) pango_glyph_string_free);
  g_object_set_qdata_full (G_OBJECT (font), quark, words,
                           (GDestroyNotify) g_hash_table_unref);
  return words;
}

static PangoGlyphString *
shape (const char *word, int length, const PangoItem *sample, gboolean rounds)
{
  PangoGlyphString *glyphs = pango_glyph_string_new ();

  pango_shape_with_flags (word, length, word, length, &sample->analysis, glyphs,
                          rounds ? PANGO_SHAPE_ROUND_POSITIONS
                                 : PANGO_SHAPE_NONE);
  return glyphs;
}

static const PangoGlyphString *
get_word (GHashTable *words,
          const char *start,
          int length,
          const PangoItem *sample,
          gboolean rounds)
{
  g_autofree char *word = g_strndup (start, (gsize) length);
  PangoGlyphString *glyphs = g_hash_table_lookup (words, word);

  if (glyphs != NULL)
    return glyphs;
  if (g_hash_table_size (words) >= MAX_WORDS)
    g_hash_table_remove_all (words);
  glyphs = shape (word, length, sample, rounds);
  g_hash_table_insert (words, g_steal_pointer (&word), glyphs);
  return glyphs;
}

/* The space after it belongs to a word. */
static int
measure_word (const char *text)
{
  const char *space = strchr (text, ' ');

  return space != NULL ? (int) (space + 1 - text) : (int) strlen (text);
}

static void
append (PangoGlyphString *line, const PangoGlyphString *word)
{
  int n_before = line->num_glyphs;

  pango_glyph_string_set_size (line, n_before + word->num_glyphs);
  memcpy (line->glyphs + n_before, word->glyphs,
          (gsize) word->num_glyphs * sizeof *word->glyphs);
}

gboolean
slip_word_line_set (SlipWordLine *self, GtkWidget *widget, const char *text)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  PangoContext *context = gtk_widget_get_pango_context (widget);
  g_clear_pointer (&self->glyphs, pango_glyph_string_free);
  if (!is_plain (text) ||
      gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ||
      ensure_sample (self, context) == NULL)
    return FALSE;

  PangoFont *font = self->sample->analysis.font;
  GHashTable *words = get_words (font);
  gboolean rounds = pango_context_get_round_glyph_positions (context);
  self->glyphs = pango_glyph_string_new ();
  for (int length; *text != '\0'; text += length) {
    length = measure_word (text);
    append (self->glyphs, get_word (words, text, length, self->sample, rounds));
  }
  pango_glyph_string_extents (self->glyphs, font, NULL, &self->logical);
  return TRUE;
}

int
slip_word_line_get_width (const SlipWordLine *self)
{
  g_return_val_if_fail (self != NULL && self->glyphs != NULL, 0);

  return self->logical.width;
}

void
slip_word_line_get_pixel_size (const SlipWordLine *self,
                               int *width_px,
                               int *height_px)
{
  g_return_if_fail (self != NULL && self->glyphs != NULL);

  PangoRectangle all = { 0, 0, self->logical.width, self->logical.height };
  pango_extents_to_pixels (&all, NULL);
  *width_px = all.width;
  *height_px = all.height;
}

void
slip_word_line_draw (const SlipWordLine *self,
                     GtkSnapshot *snapshot,
                     int x_px,
                     int y_px,
                     const GdkRGBA *color)
{
  g_return_if_fail (self != NULL && self->glyphs != NULL);

  float baseline = (float) y_px - (float) self->logical.y / PANGO_SCALE;
  GskRenderNode *node =
    gsk_text_node_new (self->sample->analysis.font, self->glyphs, color,
                       &GRAPHENE_POINT_INIT ((float) x_px, baseline));

  /* Spaces alone draw nothing. */
  if (node == NULL)
    return;
  gtk_snapshot_append_node (snapshot, node);
  gsk_render_node_unref (node);
}
