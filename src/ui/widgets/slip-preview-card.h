/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-preview.h"
#include "slip-rect.h"

G_BEGIN_DECLS

/**
 * SlipPreviewCard:
 *
 * Tells, beside the place that something is dragged over, what a drop there
 * would do.  It takes no events and covers neither that place nor anything
 * else for long.
 */
#define SLIP_TYPE_PREVIEW_CARD (slip_preview_card_get_type ())
G_DECLARE_FINAL_TYPE (SlipPreviewCard,
                      slip_preview_card,
                      SLIP,
                      PREVIEW_CARD,
                      GtkWidget)

/**
 * slip_preview_card_new:
 * @overlay: where it is shown, over everything else; it owns the card
 *
 * Returns: (transfer none): a new card, hidden.
 */
SlipPreviewCard *slip_preview_card_new (GtkOverlay *overlay);

/**
 * slip_preview_card_show:
 * @place: what is hovered, in the overlay's coordinates
 *
 * Shows @preview, or takes the card away if it would change nothing.
 */
void slip_preview_card_show (SlipPreviewCard *self,
                             const SlipPreview *preview,
                             SlipRect place);

/* Takes it away, as often as one likes. */
void slip_preview_card_hide (SlipPreviewCard *self);

/**
 * slip_preview_card_place:
 * @area: where it may be
 * @place: what it should not cover
 * @width_px: its width
 * @height_px: its height
 *
 * Returns: where to put a card: below @place, above it, or beside it, whichever
 * has room, and always within @area.
 */
SlipRect slip_preview_card_place (SlipRect area,
                                  SlipRect place,
                                  int width_px,
                                  int height_px);

G_END_DECLS
