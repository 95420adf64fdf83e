/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-readiness-ring.h"

#define REST_ALPHA 0.28

SlipReadinessRing
slip_readiness_ring_for_total (const SlipReadinessTotal *total)
{
  SlipReadinessRing ring = SLIP_READINESS_RING_NONE;

  if (total->n_needed == 0)
    return ring;

  ring.share = total->n_required > 0 ? (double) total->n_required_closed /
                                         (double) total->n_required
                                     : 0;
  ring.is_loud = total->n_unowned > 0 || total->n_overdue > 0 ||
                 total->n_required_blocked > 0;
  return ring;
}

/* A pie from twelve o'clock on. */
static void
fill_sector (cairo_t *cr, double radius, double from, double to)
{
  if (to - from <= 0)
    return;
  cairo_move_to (cr, 0, 0);
  cairo_arc (cr, 0, 0, radius, 2 * G_PI * from - G_PI_2,
             2 * G_PI * to - G_PI_2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

/* The dot says without colour that the rest is red; a gap sets it off. */
static void
draw_dot (cairo_t *cr, double radius, const GdkRGBA *warning)
{
  double away = radius * 0.72;

  cairo_set_operator (cr, CAIRO_OPERATOR_CLEAR);
  cairo_arc (cr, away, -away, radius * 0.62, 0, 2 * G_PI);
  cairo_fill (cr);
  cairo_set_operator (cr, CAIRO_OPERATOR_OVER);
  gdk_cairo_set_source_rgba (cr, warning);
  cairo_arc (cr, away, -away, radius * 0.42, 0, 2 * G_PI);
  cairo_fill (cr);
}

void
slip_readiness_ring_draw (SlipReadinessRing ring,
                          GtkSnapshot *snapshot,
                          const graphene_rect_t *place,
                          const GdkRGBA *color,
                          const GdkRGBA *warning)
{
  GdkRGBA rest = ring.is_loud ? *warning : *color;
  double radius = place->size.width / 2;
  cairo_t *cr;

  if (!slip_readiness_ring_is_shown (ring))
    return;
  if (!ring.is_loud)
    rest.alpha *= (float) REST_ALPHA;

  cr = gtk_snapshot_append_cairo (snapshot, place);
  cairo_translate (cr, place->origin.x + radius, place->origin.y + radius);
  gdk_cairo_set_source_rgba (cr, &rest);
  fill_sector (cr, radius, ring.share, 1);
  gdk_cairo_set_source_rgba (cr, color);
  fill_sector (cr, radius, 0, ring.share);
  if (ring.is_loud)
    draw_dot (cr, radius, warning);
  cairo_destroy (cr);
}
