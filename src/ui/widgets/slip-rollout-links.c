/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-links.h"

#include "slip-dependency.h"
#include "slip-lane-link.h"
#include "slip-release.h"
#include "slip-stage.h"

#include <math.h>

#define LINE_PX 2
#define HEAD_PX 9
#define DOT_PX  3.5
#define DASH_PX 5

/* Beyond all days: where what has no date is. */
#define SOMEDAY 1e5

static gboolean
has_launch (const SlipRolloutScene *scene, const char *release)
{
  g_autoptr (GPtrArray) stages = slip_stage_list (scene->state, release);

  for (guint i = 0; i < stages->len; i++)
    if (slip_row_get_boolean (stages->pdata[i], SLIP_STAGE_IS_LAUNCH))
      return TRUE;
  return FALSE;
}

/* The edge of the launch stage, not to be drawn over its name; marks of days
 * are in the middle of them. */
static SlipLaneLinkEnd
find_end (const SlipRolloutScene *scene, const char *id)
{
  const SlipRow *release =
    slip_plan_state_get (scene->state, SLIP_KIND_RELEASE, id);
  SlipDate day =
    release ? slip_release_resolve (scene->state, release, SLIP_ANCHOR_RELEASE)
            : SLIP_DATE_NONE;

  return (SlipLaneLinkEnd){ slip_timeline_find_lane (scene->timeline, id),
                            slip_date_is_set (day)
                              ? day.day + (has_launch (scene, id) ? 0 : 0.5)
                              : SOMEDAY };
}

static void
draw_head (cairo_t *cr, SlipLaneLinkPoint from, SlipLaneLinkPoint to)
{
  double length = hypot (to.x - from.x, to.y - from.y);
  double dx = (to.x - from.x) / length;
  double dy = (to.y - from.y) / length;
  double x = to.x - dx * HEAD_PX;
  double y = to.y - dy * HEAD_PX;

  cairo_move_to (cr, to.x, to.y);
  cairo_line_to (cr, x - dy * HEAD_PX / 2, y + dx * HEAD_PX / 2);
  cairo_line_to (cr, x + dy * HEAD_PX / 2, y - dx * HEAD_PX / 2);
  cairo_close_path (cr);
  cairo_fill (cr);
}

static void
draw_link (cairo_t *cr, const SlipLaneLink *link, gboolean is_broken)
{
  static const double dashes[] = { DASH_PX };
  SlipLaneLinkPoint start = link->points[0];
  SlipLaneLinkPoint end = link->points[link->n_points - 1];

  cairo_set_line_width (cr, LINE_PX);
  cairo_set_dash (cr, dashes, is_broken ? 1 : 0, 0);
  cairo_move_to (cr, start.x, start.y);
  for (int i = 1; i < link->n_points; i++)
    cairo_line_to (cr, link->points[i].x, link->points[i].y);
  cairo_stroke (cr);
  draw_head (cr, link->points[link->n_points - 2], end);
  if (!link->has_start)
    return;
  cairo_arc (cr, start.x, start.y, DOT_PX, 0, 2 * G_PI);
  cairo_fill (cr);
}

static void
draw_dependencies (cairo_t *cr,
                   GtkWidget *widget,
                   const SlipRolloutScene *scene,
                   const GPtrArray *dependencies)
{
  for (guint i = 0; i < dependencies->len; i++) {
    const SlipRow *dependency = dependencies->pdata[i];
    SlipDependencyState state =
      slip_dependency_get_state (scene->state, dependency);
    gboolean is_broken = state == SLIP_DEPENDENCY_BROKEN;
    GdkRGBA color = { 0.5f, 0.5f, 0.5f, 1 };
    SlipLaneLink link;

    if (state == SLIP_DEPENDENCY_GONE ||
        !slip_lane_link_find (
          scene->layout,
          find_end (scene,
                    slip_row_get_text (dependency, SLIP_DEPENDENCY_ON_RELEASE)),
          find_end (scene, slip_row_get_owner (dependency)), scene->scroll,
          &link))
      continue;
    gtk_style_context_lookup_color (gtk_widget_get_style_context (widget),
                                    is_broken ? "warning_color"
                                              : "accent_color",
                                    &color);
    gdk_cairo_set_source_rgba (cr, &color);
    draw_link (cr, &link, is_broken);
  }
}

void
slip_rollout_links_draw (GtkWidget *widget,
                         const SlipRolloutScene *scene,
                         GtkSnapshot *snapshot)
{
  SlipRect view = slip_rollout_lanes_get_view (scene->layout);
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) after = NULL;
  cairo_t *cr;

  if (!scene->selected)
    return;
  before = slip_dependency_list (scene->state, scene->selected);
  after = slip_dependency_list_on (scene->state, scene->selected);
  if (before->len + after->len == 0)
    return;
  cr = gtk_snapshot_append_cairo (
    snapshot, &GRAPHENE_RECT_INIT ((float) view.x, (float) view.y,
                                   (float) view.width, (float) view.height));
  draw_dependencies (cr, widget, scene, before);
  draw_dependencies (cr, widget, scene, after);
  cairo_destroy (cr);
}
