/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-chip-title.h"

#include <string.h>

#define MIN_LETTERS 2
#define ELLIPSIS    "…"

static const char *
get_mark (const SlipChipTitle *self)
{
  return self->mark != NULL ? self->mark : "";
}

char *
slip_chip_title_dup_whole (const SlipChipTitle *self)
{
  return g_strconcat (get_mark (self), self->whole, NULL);
}

/* Pango shows the ends of paragraphs where there is to be only one, and to look
 * for them is a tenth of what a title costs: few have any. */
static gboolean
has_paragraphs (const char *text)
{
  return strpbrk (text, "\n\r") != NULL || strstr (text, "\u2029") != NULL;
}

/* To let Pango cut what is too long, and to see whether it did, has what fits
 * shaped once: it is drawn as it was tried. */
static gboolean
try_text (PangoLayout *layout, const char *text)
{
  pango_layout_set_text (layout, text, -1);
  return !pango_layout_is_ellipsized (layout);
}

/* Where a title without version ends in a number: 'Python 3.14.9'. */
static const char *
find_number (const char *title)
{
  const char *space = strrchr (title, ' ');

  return space != NULL && g_ascii_isdigit (space[1]) ? space + 1 : NULL;
}

static char *
dup_shortened (const SlipChipTitle *self,
               const char *product,
               const char *version,
               glong n_letters)
{
  g_autofree char *start = g_utf8_substring (product, 0, n_letters);

  return g_strconcat (get_mark (self), g_strchomp (start), ELLIPSIS " ",
                      version, NULL);
}

/* Shortens the product to as many letters as fit; NULL if not even two do. */
static char *
find_shortened (const SlipChipTitle *self,
                const char *product,
                const char *version,
                PangoLayout *layout)
{
  g_autofree char *found = NULL;
  glong low = MIN_LETTERS;
  glong high = g_utf8_strlen (product, -1) - 1;

  while (low <= high) {
    glong middle = low + (high - low) / 2;
    g_autofree char *text = dup_shortened (self, product, version, middle);

    if (try_text (layout, text)) {
      g_free (found);
      found = g_steal_pointer (&text);
      low = middle + 1;
    } else {
      high = middle - 1;
    }
  }
  return g_steal_pointer (&found);
}

static char *
dup_product (const SlipChipTitle *self, const char *version)
{
  if (self->version != NULL)
    return g_strdup (self->product != NULL ? self->product : "");
  return g_strchomp (g_strndup (self->whole, (gsize) (version - self->whole)));
}

/* The whole title does not fit: leaves as much as does, and the version. */
static void
shorten (const SlipChipTitle *self, const char *version, PangoLayout *layout)
{
  g_autofree char *product = dup_product (self, version);
  g_autofree char *text = find_shortened (self, product, version, layout);

  if (text == NULL)
    text = g_strconcat (get_mark (self), version, NULL);
  if (!g_str_equal (text, pango_layout_get_text (layout)))
    pango_layout_set_text (layout, text, -1);
}

void
slip_chip_title_fit (const SlipChipTitle *self,
                     PangoLayout *layout,
                     int width_px)
{
  g_autofree char *whole = slip_chip_title_dup_whole (self);
  const char *version =
    self->version != NULL ? self->version : find_number (self->whole);

  pango_layout_set_single_paragraph_mode (layout, has_paragraphs (whole));
  pango_layout_set_height (layout, -1);
  pango_layout_set_width (layout, width_px * PANGO_SCALE);
  pango_layout_set_ellipsize (layout, version != NULL ? PANGO_ELLIPSIZE_END
                                                      : PANGO_ELLIPSIZE_MIDDLE);
  if (!try_text (layout, whole) && version != NULL)
    shorten (self, version, layout);
}

static gboolean
try_line (PangoLayout *layout, const char *text, int width_px)
{
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  return width <= width_px;
}

/* Pango counts lines per paragraph: what is to have one only is cut by hand. */
static char *
dup_line (PangoLayout *layout, const char *text, int width_px)
{
  g_autofree char *line = g_strdup (text);

  pango_layout_set_width (layout, -1);
  for (glong n = g_utf8_strlen (text, -1) - 1;
       n > 0 && !try_line (layout, line, width_px); n--) {
    g_autofree char *start = g_utf8_substring (text, 0, n);

    g_free (line);
    line = g_strconcat (g_strchomp (start), ELLIPSIS, NULL);
  }
  return g_steal_pointer (&line);
}

/* Where a word has to be broken: a hyphen would be read as part of a name. */
static void
hide_hyphens (PangoLayout *layout)
{
  PangoAttrList *old = pango_layout_get_attributes (layout);
  g_autoptr (PangoAttrList) attributes =
    old != NULL ? pango_attr_list_copy (old) : pango_attr_list_new ();

  pango_attr_list_change (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
}

void
slip_chip_title_wrap (const SlipChipTitle *self,
                      PangoLayout *layout,
                      int width_px,
                      int n_lines,
                      const char *below)
{
  g_autofree char *whole = slip_chip_title_dup_whole (self);
  g_autofree char *line =
    below != NULL ? dup_line (layout, below, width_px) : NULL;
  g_autofree char *text =
    line != NULL ? g_strconcat (whole, "\n", line, NULL) : NULL;

  pango_layout_set_single_paragraph_mode (layout, FALSE);
  hide_hyphens (layout);
  pango_layout_set_text (layout, text != NULL ? text : whole, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -n_lines);
  pango_layout_set_width (layout, width_px * PANGO_SCALE);
}
