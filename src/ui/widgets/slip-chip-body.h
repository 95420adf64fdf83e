/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "slip-product-color.h"

G_BEGIN_DECLS

/**
 * SlipChipBody:
 * @colors: those of its product
 * @icon: (nullable): the name of a symbolic icon, a literal
 * @icon_start_px: where that is, from where lines begin
 * @icon_top_px: and from the top
 * @is_dashed: whether it has a dashed edge
 *
 * What chips have in common: all but the text, the ring and the marks.
 */
typedef struct {
  SlipProductColors colors;
  const char *icon;
  int icon_start_px;
  int icon_top_px;
  gboolean is_dashed;
} SlipChipBody;

/**
 * slip_chip_body_draw:
 *
 * Draws @self in the size of @widget.  The chips of a page share a few bodies:
 * the window keeps a picture of each, since the corners, the icon and the
 * dashes take longer to draw than the text.
 */
void slip_chip_body_draw (const SlipChipBody *self,
                          GtkWidget *widget,
                          GtkSnapshot *snapshot);

G_END_DECLS
