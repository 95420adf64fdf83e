/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

G_BEGIN_DECLS

/**
 * SlipChipTitle:
 * @mark: (nullable): stands before all else, and is never left out
 * @whole: the title
 * @product: (nullable): what @whole begins with, if it ends with @version
 * @version: (nullable): the end that is to stay whole
 *
 * What a chip is to say in the room that it has.  Borrowed texts.
 */
typedef struct {
  const char *mark;
  const char *whole;
  const char *product;
  const char *version;
} SlipChipTitle;

/* Returns: (transfer full): the whole title with its mark. */
char *slip_chip_title_dup_whole (const SlipChipTitle *self)
  G_GNUC_WARN_UNUSED_RESULT;

/**
 * slip_chip_title_fit:
 * @layout: gets the text, the width and how to cut what is still too long
 * @width_px: at least 1
 *
 * Puts the title on one line.  Where there is not enough room, the product is
 * shortened ('Pay… 3.9'), as no two products should look the same but for
 * their colour; only the version is left where not even two letters fit.  A
 * title that does not end in a version is cut in its middle.
 */
void slip_chip_title_fit (const SlipChipTitle *self,
                          PangoLayout *layout,
                          int width_px);

/**
 * slip_chip_title_wrap:
 * @n_lines: lines of the title at most
 * @below: (nullable): what stands below it, on one line
 *
 * Puts the whole title on as many lines as it needs and may have.
 */
void slip_chip_title_wrap (const SlipChipTitle *self,
                           PangoLayout *layout,
                           int width_px,
                           int n_lines,
                           const char *below);

G_END_DECLS
