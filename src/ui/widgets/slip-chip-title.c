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

static gboolean
is_fitting (PangoLayout *layout, const char *text, int width_px)
{
  int natural;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &natural, NULL);
  return natural <= width_px;
}

/* Where a title without version ends in a number: 'Python 3.14.9'. */
static const char *
find_number (const char *title)
{
  const char *space = strrchr (title, ' ');

  return space != NULL && g_ascii_isdigit (space[1]) ? space + 1 : NULL;
}

/* Shortens the product to as many letters as fit; NULL if not even two do. */
static char *
dup_shortened (const SlipChipTitle *self,
               const char *product,
               const char *version,
               PangoLayout *layout,
               int width_px)
{
  g_autofree char *found = NULL;
  glong n_letters = g_utf8_strlen (product, -1);

  for (glong n = MIN_LETTERS; n < n_letters; n++) {
    g_autofree char *start = g_utf8_substring (product, 0, n);
    g_autofree char *text = g_strconcat (get_mark (self), g_strchomp (start),
                                         ELLIPSIS " ", version, NULL);

    if (!is_fitting (layout, text, width_px))
      break;
    g_free (found);
    found = g_steal_pointer (&text);
  }
  return g_steal_pointer (&found);
}

static char *
dup_fitting (const SlipChipTitle *self, PangoLayout *layout, int width_px)
{
  g_autofree char *whole = slip_chip_title_dup_whole (self);
  const char *version =
    self->version != NULL ? self->version : find_number (self->whole);

  if (version == NULL || is_fitting (layout, whole, width_px))
    return g_steal_pointer (&whole);

  g_autofree char *product =
    self->version != NULL
      ? g_strdup (self->product != NULL ? self->product : "")
      : g_strchomp (g_strndup (self->whole, (gsize) (version - self->whole)));
  char *shortened = dup_shortened (self, product, version, layout, width_px);
  return shortened != NULL ? shortened
                           : g_strconcat (get_mark (self), version, NULL);
}

void
slip_chip_title_fit (const SlipChipTitle *self,
                     PangoLayout *layout,
                     int width_px)
{
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_NONE);
  pango_layout_set_height (layout, -1);
  pango_layout_set_width (layout, -1);

  g_autofree char *text = dup_fitting (self, layout, width_px);
  gboolean has_version =
    self->version != NULL || find_number (self->whole) != NULL;
  pango_layout_set_text (layout, text, -1);
  pango_layout_set_ellipsize (layout, has_version ? PANGO_ELLIPSIZE_END
                                                  : PANGO_ELLIPSIZE_MIDDLE);
  pango_layout_set_width (layout, width_px * PANGO_SCALE);
}

void
slip_chip_title_wrap (const SlipChipTitle *self,
                      PangoLayout *layout,
                      int width_px,
                      int n_lines,
                      const char *below)
{
  g_autofree char *whole = slip_chip_title_dup_whole (self);
  g_autofree char *text =
    below != NULL ? g_strconcat (whole, "\n", below, NULL) : NULL;

  pango_layout_set_single_paragraph_mode (layout, FALSE);
  pango_layout_set_text (layout, text != NULL ? text : whole, -1);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_height (layout, -n_lines);
  pango_layout_set_width (layout, width_px * PANGO_SCALE);
}
