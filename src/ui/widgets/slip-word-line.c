/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-word-line.h"

#include <string.h>

/* Names of products, and numbers of versions.  With more of them than this, all
 * are dropped rather than kept for ever. */
#define MAX_WORDS 2000

#define FIRST ' '
#define LAST  '~'

/* What the program puts between two parts of a caption. */
static const char *const others[] = { "\u00a0", "\u00b7" };

/* How the font of a context, so much larger, has plain text shaped. */
typedef struct {
  double scale;
  PangoItem *item; /* NULL if one font does not have all of it */
} Sample;

/* The samples of a context, good as long as it has that number. */
typedef struct {
  guint serial;
  GArray *samples; /* of Sample; a widget has one size of text, or two */
} Samples;

static G_DEFINE_QUARK (slip - word - samples,
                       samples) static G_DEFINE_QUARK (slip - words, words)

  void slip_word_line_clear (SlipWordLine *self)
{
  g_clear_object (&self->font);
  g_clear_pointer (&self->glyphs, pango_glyph_string_free);
}

/* How many bytes @text begins with that are one of the others. */
static gsize
measure_other (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    if (g_str_has_prefix (text, others[i]))
      return strlen (others[i]);
  return 0;
}

static gboolean
is_plain (const char *text)
{
  if (*text == '\0')
    return FALSE;
  while (*text != '\0') {
    gsize size = *text >= FIRST && *text <= LAST ? 1 : measure_other (text);

    if (size == 0)
      return FALSE;
    text += size;
  }
  return TRUE;
}

static char *
dup_all_letters (void)
{
  GString *letters = g_string_new (NULL);

  for (char letter = FIRST; letter <= LAST; letter++)
    g_string_append_c (letters, letter);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_string_append (letters, others[i]);
  return g_string_free (letters, FALSE);
}

static PangoItem *
itemize (PangoContext *context, double scale)
{
  g_autofree char *letters = dup_all_letters ();
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoItem *item = NULL;

  pango_attr_list_insert (attributes, pango_attr_scale_new (scale));
  GList *items = pango_itemize (context, letters, 0, (int) strlen (letters),
                                attributes, NULL);
  if (items != NULL && items->next == NULL)
    item = g_steal_pointer (&items->data);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
  return item;
}

static void
clear_sample (gpointer data)
{
  Sample *sample = data;

  g_clear_pointer (&sample->item, pango_item_free);
}

static void
free_samples (gpointer data)
{
  Samples *samples = data;

  g_array_unref (samples->samples);
  g_free (samples);
}

static Samples *
get_samples (PangoContext *context)
{
  Samples *samples = g_object_get_qdata (G_OBJECT (context), samples_quark ());

  if (samples != NULL)
    return samples;

  samples = g_new0 (Samples, 1);
  samples->samples = g_array_new (FALSE, FALSE, sizeof (Sample));
  g_array_set_clear_func (samples->samples, clear_sample);
  g_object_set_qdata_full (G_OBJECT (context), samples_quark (), samples,
                           free_samples);
  return samples;
}

/* Most changes of style are none of the font. */
static const PangoItem *
get_sample (PangoContext *context, double scale)
{
  guint serial = pango_context_get_serial (context);
  Samples *all = get_samples (context);
  Sample made = { scale, NULL };

  if (all->serial != serial)
    g_array_set_size (all->samples, 0);
  all->serial = serial;
  for (guint i = 0; i < all->samples->len; i++) {
    const Sample *sample = &g_array_index (all->samples, Sample, i);

    if (G_APPROX_VALUE (sample->scale, scale, 0.001))
      return sample->item;
  }
  made.item = itemize (context, scale);
  g_array_append_val (all->samples, made);
  return made.item;
}

/* They live as long as the font. */
static GHashTable *
get_words (PangoFont *font)
{
  GHashTable *words = g_object_get_qdata (G_OBJECT (font), words_quark ());

  if (words != NULL)
    return words;

  words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free,
                                 (GDestroyNotify) pango_glyph_string_free);
  g_object_set_qdata_full (G_OBJECT (font), words_quark (), words,
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
slip_word_line_set (SlipWordLine *self,
                    GtkWidget *widget,
                    double scale,
                    const char *text)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (GTK_IS_WIDGET (widget), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);

  PangoContext *context = gtk_widget_get_pango_context (widget);
  g_clear_pointer (&self->glyphs, pango_glyph_string_free);
  if (!is_plain (text) || gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    return FALSE;

  const PangoItem *sample = get_sample (context, scale);
  if (sample == NULL)
    return FALSE;

  PangoFont *font = sample->analysis.font;
  GHashTable *words = get_words (font);
  g_set_object (&self->font, font);
  gboolean rounds = pango_context_get_round_glyph_positions (context);
  self->glyphs = pango_glyph_string_new ();
  for (int length; *text != '\0'; text += length) {
    length = measure_word (text);
    append (self->glyphs, get_word (words, text, length, sample, rounds));
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
    gsk_text_node_new (self->font, self->glyphs, color,
                       &GRAPHENE_POINT_INIT ((float) x_px, baseline));

  /* Spaces alone draw nothing. */
  if (node == NULL)
    return;
  gtk_snapshot_append_node (snapshot, node);
  gsk_render_node_unref (node);
}
