/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "slip-readiness.h"

G_BEGIN_DECLS

/**
 * SlipReadinessRing:
 * @share: how much of what is required is closed, 0 to 1; below 0 for no ring
 * @is_loud: whether something is unowned, blocked or overdue; the ring then has
 *   a red rest and a dot at its edge
 *
 * How ready a release is, in a few pixels.
 */
typedef struct {
  double share;
  gboolean is_loud;
} SlipReadinessRing;

#define SLIP_READINESS_RING_NONE ((SlipReadinessRing){ -1, FALSE })

/* None without checklists that are needed. */
SlipReadinessRing slip_readiness_ring_for_total (
  const SlipReadinessTotal *total);

static inline gboolean
slip_readiness_ring_is_shown (SlipReadinessRing ring)
{
  return ring.share >= 0;
}

/**
 * slip_readiness_ring_draw:
 * @place: where: a square
 * @color: of what is closed, and faintly of the rest
 * @warning: of the rest of a loud one
 */
void slip_readiness_ring_draw (SlipReadinessRing ring,
                               GtkSnapshot *snapshot,
                               const graphene_rect_t *place,
                               const GdkRGBA *color,
                               const GdkRGBA *warning);

G_END_DECLS
