/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-backdrop.h"

#include "slip-date-text.h"
#include "slip-freeze.h"
#include "slip-product-color.h"

#include <glib/gi18n-lib.h>
#include <math.h>

#define HEADING_PAD_PX 5
#define NAME_PAD_PX    4
#define TODAY_PX       2
#define HATCH_PX       6
#define MARK_PX        10
#define SMALL_SCALE    0.85

struct _SlipRolloutBackdrop {
  GtkWidget *widget;
  SlipWorkingDays *working_days;
  GArray *spans;     /* of SlipFreezeSpan: those of all the days there are */
  GHashTable *names; /* text → PangoLayout */
};

/* What a drawing is made of. */
typedef struct {
  SlipRolloutBackdrop *self;
  const SlipRolloutScene *scene;
  const SlipRolloutLanes *lanes;
  SlipLaneScroll scroll;
  GtkSnapshot *snapshot;
  SlipRect view;
  SlipRange range; /* the days in sight */
  GdkRGBA color;   /* of text */
  gboolean is_high_contrast;
} Drawing;

SlipRolloutBackdrop *
slip_rollout_backdrop_new (GtkWidget *widget)
{
  SlipRolloutBackdrop *self = g_new0 (SlipRolloutBackdrop, 1);

  self->widget = widget;
  self->names =
    g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_object_unref);
  return self;
}

void
slip_rollout_backdrop_free (SlipRolloutBackdrop *self)
{
  g_hash_table_unref (self->names);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->working_days, slip_working_days_unref);
  g_free (self);
}

void
slip_rollout_backdrop_clear (SlipRolloutBackdrop *self)
{
  g_hash_table_remove_all (self->names);
}

void
slip_rollout_backdrop_set_plan (SlipRolloutBackdrop *self,
                                const SlipRolloutScene *scene)
{
  SlipRange range = scene->timeline->range;

  g_clear_pointer (&self->working_days, slip_working_days_unref);
  self->working_days = slip_plan_state_dup_working_days (scene->state, NULL);
  g_clear_pointer (&self->spans, g_array_unref);
  self->spans = slip_freeze_list_spans (scene->state, range, NULL);
}

static PangoLayout *
ensure_name (SlipRolloutBackdrop *self, const char *text)
{
  PangoLayout *layout = g_hash_table_lookup (self->names, text);
  g_autoptr (PangoAttrList) attributes = NULL;

  if (layout)
    return layout;
  attributes = pango_attr_list_new ();
  pango_attr_list_insert (attributes, pango_attr_scale_new (SMALL_SCALE));
  layout = gtk_widget_create_pango_layout (self->widget, text);
  pango_layout_set_attributes (layout, attributes);
  g_hash_table_insert (self->names, g_strdup (text), layout);
  return layout;
}

int
slip_rollout_backdrop_measure_digit (SlipRolloutBackdrop *self)
{
  PangoFontMetrics *metrics =
    pango_context_get_metrics (gtk_widget_get_pango_context (self->widget),
                               NULL, NULL);
  int width = PANGO_PIXELS_CEIL (
    pango_font_metrics_get_approximate_digit_width (metrics));

  pango_font_metrics_unref (metrics);
  return MAX (width, 1);
}

int
slip_rollout_backdrop_measure_heading (SlipRolloutBackdrop *self)
{
  int height = 0;

  pango_layout_get_pixel_size (ensure_name (self, "Ág"), NULL, &height);
  return 2 * height + 2 * HEADING_PAD_PX;
}

static Drawing
begin (SlipRolloutBackdrop *self,
       const SlipRolloutScene *scene,
       GtkSnapshot *snapshot)
{
  Drawing drawing = {
    self,
    scene,
    scene->layout,
    scene->scroll,
    snapshot,
    slip_rollout_lanes_get_view (scene->layout),
    slip_rollout_lanes_find_range (scene->layout, scene->scroll),
  };

  gtk_style_context_get_color (gtk_widget_get_style_context (self->widget),
                               &drawing.color);
  drawing.is_high_contrast = (slip_product_color_get_scheme (self->widget) &
                              SLIP_SCHEME_HIGH_CONTRAST) != 0;
  return drawing;
}

static GdkRGBA
with_alpha (const Drawing *drawing, float alpha, float high)
{
  GdkRGBA color = drawing->color;

  color.alpha *= drawing->is_high_contrast ? high : alpha;
  return color;
}

static GdkRGBA
look_up (const Drawing *drawing, const char *name)
{
  GdkRGBA color = drawing->color;

  gtk_style_context_lookup_color (gtk_widget_get_style_context (
                                    drawing->self->widget),
                                  name, &color);
  return color;
}

static void
fill (const Drawing *drawing, SlipRect rect, const GdkRGBA *color)
{
  if (!slip_rect_is_empty (rect))
    gtk_snapshot_append_color (drawing->snapshot, color,
                               &GRAPHENE_RECT_INIT ((float) rect.x,
                                                    (float) rect.y,
                                                    (float) rect.width,
                                                    (float) rect.height));
}

/* The column of @days from @top on, @height high. */
static SlipRect
place_days (const Drawing *drawing, SlipRange days, int top, int height)
{
  double a =
    slip_rollout_lanes_get_x (drawing->lanes, days.first.day, drawing->scroll);
  double b = slip_rollout_lanes_get_x (drawing->lanes, days.last.day + 1.0,
                                       drawing->scroll);
  int left = (int) lround (MIN (a, b));
  int right = (int) lround (MAX (a, b));

  return (SlipRect){ left, top, right - left, height };
}

/* Only where a day is wide enough to be told from the next. */
static void
draw_days_off (const Drawing *drawing)
{
  const SlipTimeScale *scale = slip_rollout_lanes_get_scale (drawing->lanes);
  GdkRGBA color = with_alpha (drawing, 0.035f, 0.08f);

  if (scale->zoom > SLIP_ZOOM_WEEKS || slip_range_is_empty (drawing->range))
    return;
  for (int day = drawing->range.first.day; day <= drawing->range.last.day;
       day++) {
    SlipDate date = { day };

    if (!slip_working_days_is_working (drawing->self->working_days, date))
      fill (drawing,
            place_days (drawing, slip_range_new (date, date), drawing->view.y,
                        drawing->view.height),
            &color);
  }
}

/* Stripes tell a freeze from days off without a colour. */
static void
hatch (const Drawing *drawing, SlipRect rect, gboolean is_soft)
{
  GdkRGBA line =
    with_alpha (drawing, is_soft ? 0.06f : 0.11f, is_soft ? 0.16f : 0.3f);
  GdkRGBA none = { line.red, line.green, line.blue, 0 };
  GskColorStop stops[] = { { 0, line },
                           { 0.5f, line },
                           { 0.5f, none },
                           { 1, none } };
  float step = (float) (HATCH_PX * G_SQRT2);

  if (slip_rect_is_empty (rect))
    return;
  gtk_snapshot_append_repeating_linear_gradient (
    drawing->snapshot,
    &GRAPHENE_RECT_INIT ((float) rect.x, (float) rect.y, (float) rect.width,
                         (float) rect.height),
    &GRAPHENE_POINT_INIT ((float) -drawing->scroll.left_px,
                          (float) drawing->view.y),
    &GRAPHENE_POINT_INIT ((float) -drawing->scroll.left_px + step,
                          (float) drawing->view.y + step),
    stops, G_N_ELEMENTS (stops));
}

static gboolean
holds_everything (const Drawing *drawing, const SlipRow *freeze)
{
  return slip_freeze_holds_product (drawing->scene->state, freeze, NULL);
}

static void
draw_freeze_of_products (const Drawing *drawing,
                         const SlipFreezeSpan *span,
                         SlipRange days)
{
  gboolean is_soft =
    slip_row_get_integer (span->freeze, SLIP_FREEZE_SEVERITY) ==
    SLIP_SEVERITY_SOFT;
  int n_lanes = 0;
  int first =
    slip_rollout_lanes_find_lanes (drawing->lanes, drawing->scroll, &n_lanes);

  for (int i = first; i < first + n_lanes; i++) {
    const SlipTimelineLane *lane =
      slip_timeline_get_lane (drawing->scene->timeline, i);
    SlipRect stripe =
      slip_rollout_lanes_get_lane (drawing->lanes, i, drawing->scroll);

    if (slip_freeze_holds_product (drawing->scene->state, span->freeze,
                                   slip_row_get_text (lane->release,
                                                      SLIP_RELEASE_PRODUCT)))
      hatch (drawing, place_days (drawing, days, stripe.y, stripe.height),
             is_soft);
  }
}

static void
draw_freezes (const Drawing *drawing)
{
  for (guint i = 0; i < drawing->self->spans->len; i++) {
    const SlipFreezeSpan *span =
      &g_array_index (drawing->self->spans, SlipFreezeSpan, i);
    SlipRange days = slip_range_intersect (span->range, drawing->range);

    if (slip_range_is_empty (days))
      continue;
    if (!holds_everything (drawing, span->freeze))
      draw_freeze_of_products (drawing, span, days);
    else
      hatch (drawing,
             place_days (drawing, days, drawing->view.y, drawing->view.height),
             slip_row_get_integer (span->freeze, SLIP_FREEZE_SEVERITY) ==
               SLIP_SEVERITY_SOFT);
  }
}

static GArray *
list_ticks (const Drawing *drawing)
{
  /* The name of a line before the first one may reach into sight. */
  SlipRange range = { slip_date_add_days (drawing->range.first, -92),
                      drawing->range.last };

  return slip_time_scale_list_ticks (
    slip_rollout_lanes_get_scale (drawing->lanes),
    slip_range_is_empty (drawing->range) ? drawing->range : range,
    slip_locale_get_first_weekday ());
}

static int
find_tick_x (const Drawing *drawing, const SlipTimeTick *tick)
{
  double x =
    slip_rollout_lanes_get_x (drawing->lanes, tick->date.day, drawing->scroll);
  gboolean is_rtl = slip_rollout_lanes_get_scale (drawing->lanes)->is_rtl;

  return (int) lround (x) - (is_rtl ? 1 : 0);
}

static void
draw_lines (const Drawing *drawing)
{
  g_autoptr (GArray) ticks = list_ticks (drawing);
  GdkRGBA minor = with_alpha (drawing, 0.07f, 0.3f);
  GdkRGBA major = with_alpha (drawing, 0.18f, 0.6f);

  for (guint i = 0; i < ticks->len; i++) {
    const SlipTimeTick *tick = &g_array_index (ticks, SlipTimeTick, i);

    fill (drawing,
          (SlipRect){ find_tick_x (drawing, tick), drawing->view.y, 1,
                      drawing->view.height },
          tick->is_major ? &major : &minor);
  }
}

static void
draw_plans (const Drawing *drawing, int lane, const int *rows)
{
  const SlipTimelineLane *content =
    slip_timeline_get_lane (drawing->scene->timeline, lane);
  GdkRGBA color = with_alpha (drawing, 0.3f, 0.7f);

  for (guint i = 0; i < content->bars->len; i++) {
    const SlipTimelineBar *bar = slip_timeline_lane_get_bar (content, (int) i);

    if (!slip_range_is_empty (bar->planned))
      fill (drawing,
            slip_rollout_lanes_get_plan (drawing->lanes, lane, rows[i],
                                         slip_span_of_range (bar->planned),
                                         drawing->scroll),
            &color);
  }
}

/* A triangle for the deploy date, a diamond for the release date: at the foot
 * of the lane, where the day begins. */
static void
draw_mark (const Drawing *drawing, int lane, SlipDate day, gboolean is_release)
{
  SlipRect stripe =
    slip_rollout_lanes_get_lane (drawing->lanes, lane, drawing->scroll);
  float x = (float) slip_rollout_lanes_get_x (drawing->lanes, day.day + 0.5,
                                              drawing->scroll);
  float y = (float) (stripe.y + stripe.height - 1);
  GdkRGBA color = with_alpha (drawing, 0.75f, 1);
  cairo_t *cr;

  if (!slip_range_contains (drawing->range, day))
    return;
  cr = gtk_snapshot_append_cairo (drawing->snapshot,
                                  &GRAPHENE_RECT_INIT (x - MARK_PX, y - MARK_PX,
                                                       2 * MARK_PX, MARK_PX));
  gdk_cairo_set_source_rgba (cr, &color);
  if (is_release) {
    cairo_move_to (cr, x, y - MARK_PX + 1);
    cairo_line_to (cr, x + 4.5, y - 4.5);
    cairo_line_to (cr, x, y);
    cairo_line_to (cr, x - 4.5, y - 4.5);
  } else {
    cairo_move_to (cr, x, y - 8);
    cairo_line_to (cr, x + 5, y);
    cairo_line_to (cr, x - 5, y);
  }
  cairo_close_path (cr);
  cairo_fill (cr);
  cairo_destroy (cr);
}

static void
draw_lane (const Drawing *drawing, int i)
{
  const SlipTimelineLane *lane =
    slip_timeline_get_lane (drawing->scene->timeline, i);
  SlipRect stripe =
    slip_rollout_lanes_get_lane (drawing->lanes, i, drawing->scroll);
  GdkRGBA line = with_alpha (drawing, 0.12f, 0.6f);

  gtk_snapshot_push_clip (drawing->snapshot,
                          &GRAPHENE_RECT_INIT ((float) drawing->view.x,
                                               (float) drawing->view.y,
                                               (float) drawing->view.width,
                                               (float) drawing->view.height));
  draw_plans (drawing, i, drawing->scene->rows->pdata[i]);
  if (slip_date_is_set (lane->deploy_day))
    draw_mark (drawing, i, lane->deploy_day, FALSE);
  if (slip_date_is_set (lane->day) && lane->bars->len == 0)
    draw_mark (drawing, i, lane->day, TRUE);
  gtk_snapshot_pop (drawing->snapshot);
  fill (drawing, (SlipRect){ 0, stripe.y + stripe.height - 1, stripe.width, 1 },
        &line);
}

void
slip_rollout_backdrop_draw_below (SlipRolloutBackdrop *self,
                                  const SlipRolloutScene *scene,
                                  GtkSnapshot *snapshot)
{
  Drawing drawing = begin (self, scene, snapshot);
  SlipRect view = drawing.view;
  int selected = slip_rollout_scene_find (scene, scene->selected, NULL).lane;
  int n_lanes = 0;
  int first =
    slip_rollout_lanes_find_lanes (scene->layout, scene->scroll, &n_lanes);

  if (selected >= 0) {
    GdkRGBA accent = look_up (&drawing, "accent_bg_color");

    accent.alpha = 0.1f;
    fill (&drawing,
          slip_rollout_lanes_get_lane (scene->layout, selected, scene->scroll),
          &accent);
  }
  gtk_snapshot_push_clip (snapshot,
                          &GRAPHENE_RECT_INIT ((float) view.x, (float) view.y,
                                               (float) view.width,
                                               (float) view.height));
  draw_days_off (&drawing);
  draw_freezes (&drawing);
  draw_lines (&drawing);
  gtk_snapshot_pop (snapshot);
  for (int i = first; i < first + n_lanes; i++)
    draw_lane (&drawing, i);
}

static char *
dup_tick_name (SlipZoom zoom, SlipDate date, SlipDate today)
{
  SlipPlannedDate quarter = { date, SLIP_CERTAINTY_QUARTER };

  switch (zoom) {
  case SLIP_ZOOM_MONTHS:
    return slip_date_dup_text (date, SLIP_DATE_STYLE_MONTH, today);
  case SLIP_ZOOM_QUARTERS:
    return slip_planned_date_dup_text (quarter, today);
  case SLIP_ZOOM_DAYS:
  case SLIP_ZOOM_WEEKS:
  case SLIP_N_ZOOMS:
    break;
  }
  return slip_date_dup_text (date, SLIP_DATE_STYLE_SHORT, SLIP_DATE_NONE);
}

/* Returns the place of the name. */
static SlipRect
draw_name (const Drawing *drawing,
           const char *text,
           int x,
           int y,
           const GdkRGBA *color)
{
  PangoLayout *layout = ensure_name (drawing->self, text);
  gboolean is_rtl = slip_rollout_lanes_get_scale (drawing->lanes)->is_rtl;
  SlipRect rect = { x + NAME_PAD_PX, y, 0, 0 };

  pango_layout_get_pixel_size (layout, &rect.width, &rect.height);
  if (is_rtl)
    rect.x = x - NAME_PAD_PX - rect.width;
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot,
                          &GRAPHENE_POINT_INIT ((float) rect.x,
                                                (float) rect.y));
  gtk_snapshot_append_layout (drawing->snapshot, layout, color);
  gtk_snapshot_restore (drawing->snapshot);
  return rect;
}

static void
draw_tick_names (const Drawing *drawing, SlipRect heading)
{
  SlipZoom zoom = slip_rollout_lanes_get_scale (drawing->lanes)->zoom;
  g_autoptr (GArray) ticks = list_ticks (drawing);
  GdkRGBA color = with_alpha (drawing, 0.75f, 1);
  GdkRGBA line = with_alpha (drawing, 0.18f, 0.6f);

  for (guint i = 0; i < ticks->len; i++) {
    const SlipTimeTick *tick = &g_array_index (ticks, SlipTimeTick, i);
    int x = find_tick_x (drawing, tick);
    g_autofree char *name =
      dup_tick_name (zoom, tick->date, drawing->scene->timeline->today);

    if (tick->is_major)
      fill (drawing, (SlipRect){ x, heading.y, 1, heading.height }, &line);
    draw_name (drawing, name, x, heading.y + HEADING_PAD_PX, &color);
  }
}

/* Draws @text as far as there is room.  Returns the place of the name. */
static SlipRect
draw_fitted_name (const Drawing *drawing,
                  const char *text,
                  SlipRect room,
                  const GdkRGBA *color)
{
  PangoLayout *layout = ensure_name (drawing->self, text);
  gboolean is_rtl = slip_rollout_lanes_get_scale (drawing->lanes)->is_rtl;
  SlipRect rect = room;

  pango_layout_set_ellipsize (layout, PANGO_ELLIPSIZE_END);
  pango_layout_set_width (layout, room.width * PANGO_SCALE);
  pango_layout_get_pixel_size (layout, &rect.width, &rect.height);
  /* It is as wide as it is drawn, also where it is written the other way. */
  pango_layout_set_width (layout, rect.width * PANGO_SCALE);
  if (is_rtl)
    rect.x = room.x + room.width - rect.width;
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot,
                          &GRAPHENE_POINT_INIT ((float) rect.x,
                                                (float) rect.y));
  gtk_snapshot_append_layout (drawing->snapshot, layout, color);
  gtk_snapshot_restore (drawing->snapshot);
  pango_layout_set_width (layout, -1);
  return rect;
}

/* Freezes for everything have their names over them, where there is room. */
static void
draw_freeze_names (const Drawing *drawing, SlipRect heading)
{
  int y = heading.y + heading.height / 2;
  GdkRGBA color = with_alpha (drawing, 0.75f, 1);
  gboolean is_rtl = slip_rollout_lanes_get_scale (drawing->lanes)->is_rtl;
  SlipRect before = { 0, 0, 0, 0 };

  for (guint i = 0; i < drawing->self->spans->len; i++) {
    const SlipFreezeSpan *span =
      &g_array_index (drawing->self->spans, SlipFreezeSpan, i);
    SlipRange days = slip_range_intersect (span->range, drawing->range);
    SlipRect room;

    if (slip_range_is_empty (days) || !holds_everything (drawing, span->freeze))
      continue;
    room = slip_rollout_lanes_fit_name (
      place_days (drawing, days, y, heading.height - heading.height / 2),
      before, is_rtl);
    if (!slip_rect_is_empty (room))
      before =
        draw_fitted_name (drawing,
                          slip_row_get_text (span->freeze, SLIP_FREEZE_NAME),
                          room, &color);
  }
}

static void
draw_today (const Drawing *drawing, SlipRect heading)
{
  SlipDate today = drawing->scene->timeline->today;
  double x =
    slip_rollout_lanes_get_x (drawing->lanes, today.day + 0.5, drawing->scroll);
  int left = (int) lround (x) - TODAY_PX / 2;
  GdkRGBA color = look_up (drawing, "destructive_bg_color");
  GdkRGBA text = look_up (drawing, "destructive_fg_color");
  SlipRect pill = { 0, heading.y + heading.height / 2 - 1, 0, 0 };
  PangoLayout *layout = ensure_name (drawing->self, _ ("Today"));

  if (!slip_range_contains (drawing->range, today))
    return;
  fill (drawing,
        (SlipRect){ left, drawing->view.y - 3, TODAY_PX,
                    drawing->view.height + 3 },
        &color);
  pango_layout_get_pixel_size (layout, &pill.width, &pill.height);
  pill.width += 10;
  pill.x = (int) lround (x) - pill.width / 2;
  fill (drawing, pill, &color);
  gtk_snapshot_save (drawing->snapshot);
  gtk_snapshot_translate (drawing->snapshot,
                          &GRAPHENE_POINT_INIT ((float) pill.x + 5,
                                                (float) pill.y));
  gtk_snapshot_append_layout (drawing->snapshot, layout, &text);
  gtk_snapshot_restore (drawing->snapshot);
}

/* Where the stages of a lane would go. */
static void
draw_ghosts (const Drawing *drawing)
{
  static const float widths[] = { 2, 2, 2, 2 };
  GdkRGBA edge = look_up (drawing, "accent_color");
  GdkRGBA inner = look_up (drawing, "accent_bg_color");
  const GdkRGBA colors[] = { edge, edge, edge, edge };

  inner.alpha = 0.25f;
  for (guint i = 0; i < drawing->scene->ghosts->len; i++) {
    SlipRect rect = slip_rollout_scene_get_ghost_rect (drawing->scene, (int) i);
    GskRoundedRect outline;

    if (slip_rect_is_empty (rect))
      continue;
    fill (drawing, rect, &inner);
    gsk_rounded_rect_init_from_rect (&outline,
                                     &GRAPHENE_RECT_INIT ((float) rect.x,
                                                          (float) rect.y,
                                                          (float) rect.width,
                                                          (float) rect.height),
                                     6);
    gtk_snapshot_append_border (drawing->snapshot, &outline, widths, colors);
  }
}

void
slip_rollout_backdrop_draw_above (SlipRolloutBackdrop *self,
                                  const SlipRolloutScene *scene,
                                  GtkSnapshot *snapshot)
{
  Drawing drawing = begin (self, scene, snapshot);
  SlipRect heading = slip_rollout_lanes_get_heading (scene->layout);
  GdkRGBA line = with_alpha (&drawing, 0.15f, 0.6f);

  gtk_snapshot_push_clip (
    snapshot,
    &GRAPHENE_RECT_INIT ((float) heading.x, (float) heading.y,
                         (float) heading.width,
                         (float) (heading.height + drawing.view.height)));
  if (scene->ghosts)
    draw_ghosts (&drawing);
  draw_tick_names (&drawing, heading);
  draw_freeze_names (&drawing, heading);
  draw_today (&drawing, heading);
  gtk_snapshot_pop (snapshot);
  fill (&drawing,
        (SlipRect){ 0, heading.height - 1, gtk_widget_get_width (self->widget),
                    1 },
        &line);
}

static void
add_name (GString *names, const char *name)
{
  if (name != NULL)
    g_string_append_printf (names, "%s%s", names->len > 0 ? "\n" : "", name);
}

static void
add_date (GString *names, SlipAnchor anchor, SlipDate date, SlipDate day)
{
  g_autofree char *text = NULL;
  g_autofree char *line = NULL;

  if (!slip_date_is_set (date) || !slip_date_equal (date, day))
    return;
  text = slip_date_dup_text (date, SLIP_DATE_STYLE_MEDIUM, date);
  /* Translators: 'Deploy date: Mon 7 December'. */
  line = g_strdup_printf (_ ("%s: %s"), slip_anchor_get_label (anchor), text);
  add_name (names, line);
}

char *
slip_rollout_backdrop_dup_names (SlipRolloutBackdrop *self,
                                 const SlipRolloutScene *scene,
                                 SlipDate day,
                                 int lane)
{
  const SlipTimelineLane *content =
    lane >= 0 ? slip_timeline_get_lane (scene->timeline, lane) : NULL;
  const char *product =
    content ? slip_row_get_text (content->release, SLIP_RELEASE_PRODUCT) : NULL;
  g_autoptr (GString) names = g_string_new (NULL);

  for (guint i = 0; i < self->spans->len; i++) {
    const SlipFreezeSpan *span =
      &g_array_index (self->spans, SlipFreezeSpan, i);

    if (slip_range_contains (span->range, day) &&
        slip_freeze_holds_product (scene->state, span->freeze, product))
      add_name (names, slip_row_get_text (span->freeze, SLIP_FREEZE_NAME));
  }
  if (content) {
    add_date (names, SLIP_ANCHOR_DEPLOY, content->deploy_day, day);
    add_date (names, SLIP_ANCHOR_RELEASE, content->day, day);
  }
  return names->len > 0 ? g_strdup (names->str) : NULL;
}
