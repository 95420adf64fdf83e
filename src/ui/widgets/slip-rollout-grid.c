/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-grid.h"

#include "slip-popover-focus.h"
#include "slip-rollout-backdrop.h"
#include "slip-rollout-drag.h"
#include "slip-rollout-keys.h"
#include "slip-rollout-links.h"
#include "slip-rollout-pointer.h"
#include "slip-rollout-widgets.h"

#include <math.h>

#define STEP_PX     48
#define NATURAL_PX  600
#define TODAY_SHARE 0.25
#define GO_SHARE    0.75

struct _SlipRolloutGrid {
  GtkWidget parent_instance;

  GtkAdjustment *adjustments[2]; /* by GtkOrientation */
  gboolean is_configuring;       /* the adjustments are set by us */
  SlipRolloutScene scene;
  int layout_width_px;
  int layout_height_px;
  SlipZoom zoom;
  SlipDate awaited; /* to be shown as soon as there is a layout */
  char *days;
  guint news_idle;

  SlipRolloutBackdrop *backdrop;
  SlipRolloutWidgets *widgets;

  /* What the focus was on last, for the Tab key. */
  char *release;
  char *stage;
};

enum {
  PROP_HADJUSTMENT = 1,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
  PROP_DAYS,
  PROP_ZOOM,
  N_PROPERTIES,
};

enum {
  HOVER_CHANGED,
  N_SIGNALS,
};

static GParamSpec *properties[N_PROPERTIES];
static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE_WITH_CODE (SlipRolloutGrid,
                               slip_rollout_grid,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE,
                                                      NULL))

static gboolean
is_rtl (SlipRolloutGrid *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

static void
update_days (SlipRolloutGrid *self)
{
  g_autofree char *days = slip_rollout_scene_dup_days (&self->scene);

  if (g_strcmp0 (days, self->days) == 0)
    return;
  g_free (self->days);
  self->days = g_steal_pointer (&days);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DAYS]);
}

static gboolean
tell_news_cb (gpointer data)
{
  SlipRolloutGrid *self = data;

  self->news_idle = 0;
  update_days (self);
  slip_rollout_widgets_request_parts (self->widgets);
  return G_SOURCE_REMOVE;
}

/* Nobody is told while places are given out: others would ask for new ones. */
static void
bind_widgets (SlipRolloutGrid *self, gboolean is_news)
{
  slip_rollout_widgets_bind (self->widgets, &self->scene, is_news);
  if (self->news_idle == 0)
    self->news_idle =
      g_idle_add_full (GTK_PRIORITY_RESIZE - 1, tell_news_cb, self, NULL);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
make_layout (SlipRolloutGrid *self, int width, int height)
{
  SlipTimeScale scale =
    slip_time_scale_make (self->scene.timeline->range, self->zoom,
                          slip_rollout_backdrop_measure_digit (self->backdrop),
                          is_rtl (self));
  SlipLaneSizes sizes = slip_rollout_widgets_measure (self->widgets, width);

  sizes.height_px = height;
  sizes.heading_px = slip_rollout_backdrop_measure_heading (self->backdrop);
  slip_rollout_scene_lay_out (&self->scene, &sizes, &scale);
  self->layout_width_px = width;
  self->layout_height_px = height;
}

static void
configure (SlipRolloutGrid *self,
           GtkOrientation orientation,
           double value,
           double whole,
           double page)
{
  GtkAdjustment *adjustment = self->adjustments[orientation];

  if (adjustment)
    gtk_adjustment_configure (adjustment, value, 0, MAX (whole, page), STEP_PX,
                              page * 0.9, page);
}

/* Tells the scrollbars where it is. */
static void
tell_scroll (SlipRolloutGrid *self)
{
  SlipRect view = slip_rollout_lanes_get_view (self->scene.layout);

  self->is_configuring = TRUE;
  configure (self, GTK_ORIENTATION_HORIZONTAL, self->scene.scroll.left_px,
             slip_time_scale_get_width (
               slip_rollout_lanes_get_scale (self->scene.layout)),
             view.width);
  configure (self, GTK_ORIENTATION_VERTICAL, self->scene.scroll.top_px,
             slip_rollout_lanes_get_height (self->scene.layout),
             self->layout_height_px);
  self->is_configuring = FALSE;
}

/* Where @date, which is asked for, is to be seen. */
static double
find_home_x (SlipRolloutGrid *self)
{
  SlipRect view = slip_rollout_lanes_get_view (self->scene.layout);
  double share = is_rtl (self) ? 1 - TODAY_SHARE : TODAY_SHARE;

  return view.x + view.width * share;
}

/* Where lines begin. */
static double
find_start_x (SlipRolloutGrid *self)
{
  SlipRect view = slip_rollout_lanes_get_view (self->scene.layout);

  return is_rtl (self) ? view.x + view.width : view.x;
}

static void
lay_out (SlipRolloutGrid *self, int width, int height, gboolean is_news)
{
  SlipRolloutScene *scene = &self->scene;
  gboolean is_first = !scene->layout;
  gboolean was_narrow =
    scene->layout && slip_rollout_lanes_is_narrow (scene->layout);
  double instant = self->awaited.day + 0.5;
  double x;

  if (!scene->timeline || width <= 0)
    return;
  /* The first day in sight stays so, whatever happens to the others. */
  if (!is_first && !slip_date_is_set (self->awaited))
    instant =
      slip_rollout_lanes_find_instant (scene->layout, find_start_x (self),
                                       scene->scroll);
  make_layout (self, width, height);
  x =
    slip_date_is_set (self->awaited) ? find_home_x (self) : find_start_x (self);
  self->awaited = SLIP_DATE_NONE;
  scene->scroll =
    slip_rollout_lanes_bring (scene->layout, instant, x, scene->scroll);
  tell_scroll (self);
  bind_widgets (self,
                is_news || is_first ||
                  was_narrow != slip_rollout_lanes_is_narrow (scene->layout));
}

static void
lay_out_again (SlipRolloutGrid *self, gboolean is_news)
{
  lay_out (self, gtk_widget_get_width (GTK_WIDGET (self)),
           gtk_widget_get_height (GTK_WIDGET (self)), is_news);
  gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
scrolled_cb (GtkAdjustment *adjustment, SlipRolloutGrid *self)
{
  SlipLaneScroll scroll = self->scene.scroll;
  int value = (int) lround (gtk_adjustment_get_value (adjustment));

  if (self->is_configuring || !self->scene.layout)
    return;
  if (adjustment == self->adjustments[GTK_ORIENTATION_VERTICAL])
    scroll.top_px = value;
  else
    scroll.left_px = value;
  slip_rollout_grid_set_scroll (self, scroll);
}

static void
slip_rollout_grid_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  SlipRolloutGrid *self = SLIP_ROLLOUT_GRID (widget);

  if (!self->scene.layout || width != self->layout_width_px ||
      height != self->layout_height_px)
    lay_out (self, width, height, FALSE);
  if (!self->scene.layout)
    return;
  slip_rollout_widgets_allocate (self->widgets, &self->scene);
  for (GtkWidget *child = gtk_widget_get_last_child (widget); child;
       child = gtk_widget_get_prev_sibling (child))
    if (GTK_IS_POPOVER (child))
      gtk_popover_present (GTK_POPOVER (child));
}

static void
slip_rollout_grid_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  *minimum = 0;
  *natural = NATURAL_PX;
}

static void
slip_rollout_grid_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  SlipRolloutGrid *self = SLIP_ROLLOUT_GRID (widget);

  if (!self->scene.layout)
    return;
  slip_rollout_backdrop_draw_below (self->backdrop, &self->scene, snapshot);
  slip_rollout_widgets_snapshot (self->widgets, &self->scene, FALSE, snapshot);
  slip_rollout_backdrop_draw_above (self->backdrop, &self->scene, snapshot);
  slip_rollout_widgets_snapshot (self->widgets, &self->scene, TRUE, snapshot);
  /* Narrow titles stand across the lanes and would hide them. */
  slip_rollout_links_draw (widget, &self->scene, snapshot);
}

/* One tab stop: what had the focus last, else the first lane. */
static gboolean
slip_rollout_grid_focus_child (GtkWidget *widget, GtkDirectionType direction)
{
  SlipRolloutGrid *self = SLIP_ROLLOUT_GRID (widget);
  SlipRolloutPlace place;

  if (slip_popover_focus_move (widget, direction))
    return TRUE;
  if (gtk_widget_get_focus_child (widget) || !self->scene.layout ||
      self->scene.timeline->lanes->len == 0)
    return FALSE;
  place = slip_rollout_scene_find (&self->scene, self->release, self->stage);
  if (place.lane < 0)
    place = slip_rollout_scene_find (&self->scene, self->scene.selected, NULL);
  if (place.lane < 0)
    place.lane = 0;
  return slip_rollout_grid_go_to (self, place);
}

static gboolean
slip_rollout_grid_query_tooltip (GtkWidget *widget,
                                 int x,
                                 int y,
                                 gboolean is_keyboard,
                                 GtkTooltip *tooltip)
{
  SlipRolloutGrid *self = SLIP_ROLLOUT_GRID (widget);
  g_autofree char *names = NULL;

  if (!self->scene.layout || is_keyboard ||
      x < slip_rollout_lanes_get_view (self->scene.layout).x)
    return FALSE;
  names = slip_rollout_backdrop_dup_names (
    self->backdrop, &self->scene,
    slip_rollout_lanes_find_day (self->scene.layout, x, self->scene.scroll),
    slip_rollout_lanes_find_lane (self->scene.layout, y, self->scene.scroll));
  if (!names)
    return FALSE;
  gtk_tooltip_set_text (tooltip, names);
  return TRUE;
}

static void
slip_rollout_grid_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  SlipRolloutGrid *self = SLIP_ROLLOUT_GRID (widget);

  GTK_WIDGET_CLASS (slip_rollout_grid_parent_class)
    ->css_changed (widget, change);

  slip_rollout_backdrop_clear (self->backdrop);
  self->layout_width_px = -1;
  gtk_widget_queue_resize (widget);
}

static void
slip_rollout_grid_direction_changed (GtkWidget *widget,
                                     GtkTextDirection previous)
{
  SlipRolloutGrid *self = SLIP_ROLLOUT_GRID (widget);

  if (self->scene.timeline)
    slip_rollout_grid_show_date (self, self->scene.timeline->today);
  self->layout_width_px = -1;
  gtk_widget_queue_resize (widget);
}

static void
set_adjustment (SlipRolloutGrid *self,
                GtkOrientation orientation,
                GtkAdjustment *adjustment)
{
  GtkAdjustment **held = &self->adjustments[orientation];

  if (*held)
    g_signal_handlers_disconnect_by_func (*held, scrolled_cb, self);
  g_set_object (held, adjustment);
  if (!adjustment)
    return;
  g_signal_connect (adjustment, "value-changed", G_CALLBACK (scrolled_cb),
                    self);
  if (self->scene.layout)
    tell_scroll (self);
}

static void
slip_rollout_grid_set_property (GObject *object,
                                guint id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  SlipRolloutGrid *self = SLIP_ROLLOUT_GRID (object);

  if (id == PROP_HADJUSTMENT)
    set_adjustment (self, GTK_ORIENTATION_HORIZONTAL,
                    g_value_get_object (value));
  else if (id == PROP_VADJUSTMENT)
    set_adjustment (self, GTK_ORIENTATION_VERTICAL, g_value_get_object (value));
  else if (id == PROP_ZOOM)
    slip_rollout_grid_set_zoom (self, (SlipZoom) g_value_get_uint (value));
}

static void
slip_rollout_grid_get_property (GObject *object,
                                guint id,
                                GValue *value,
                                GParamSpec *pspec)
{
  SlipRolloutGrid *self = SLIP_ROLLOUT_GRID (object);

  if (id == PROP_HADJUSTMENT)
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_HORIZONTAL]);
  else if (id == PROP_VADJUSTMENT)
    g_value_set_object (value, self->adjustments[GTK_ORIENTATION_VERTICAL]);
  else if (id == PROP_DAYS)
    g_value_set_string (value, self->days);
  else if (id == PROP_ZOOM)
    g_value_set_uint (value, self->zoom);
  else
    g_value_set_enum (value, GTK_SCROLL_MINIMUM);
}

static void
slip_rollout_grid_dispose (GObject *object)
{
  SlipRolloutGrid *self = SLIP_ROLLOUT_GRID (object);
  GtkWidget *child;

  set_adjustment (self, GTK_ORIENTATION_HORIZONTAL, NULL);
  set_adjustment (self, GTK_ORIENTATION_VERTICAL, NULL);
  g_clear_handle_id (&self->news_idle, g_source_remove);
  g_clear_pointer (&self->widgets, slip_rollout_widgets_free);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))))
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (slip_rollout_grid_parent_class)->dispose (object);
}

static void
slip_rollout_grid_finalize (GObject *object)
{
  SlipRolloutGrid *self = SLIP_ROLLOUT_GRID (object);

  slip_rollout_backdrop_free (self->backdrop);
  slip_rollout_scene_clear (&self->scene);
  g_free (self->days);
  g_free (self->release);
  g_free (self->stage);

  G_OBJECT_CLASS (slip_rollout_grid_parent_class)->finalize (object);
}

static void
install_properties (GObjectClass *klass)
{
  g_object_class_override_property (klass, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (klass, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (klass, PROP_HSCROLL_POLICY,
                                    "hscroll-policy");
  g_object_class_override_property (klass, PROP_VSCROLL_POLICY,
                                    "vscroll-policy");
  properties[PROP_DAYS] =
    g_param_spec_string ("days", NULL, NULL, NULL,
                         G_PARAM_READABLE | G_PARAM_STATIC_STRINGS |
                           G_PARAM_EXPLICIT_NOTIFY);
  properties[PROP_ZOOM] =
    g_param_spec_uint ("zoom", NULL, NULL, 0, SLIP_N_ZOOMS - 1, SLIP_ZOOM_WEEKS,
                       G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS |
                         G_PARAM_EXPLICIT_NOTIFY);
  g_object_class_install_property (klass, PROP_DAYS, properties[PROP_DAYS]);
  g_object_class_install_property (klass, PROP_ZOOM, properties[PROP_ZOOM]);
  signals[HOVER_CHANGED] =
    g_signal_new ("hover-changed", SLIP_TYPE_ROLLOUT_GRID, G_SIGNAL_RUN_LAST, 0,
                  NULL, NULL, NULL, G_TYPE_NONE, 3, G_TYPE_STRING, G_TYPE_INT,
                  G_TYPE_INT);
}

static void
slip_rollout_grid_class_init (SlipRolloutGridClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->set_property = slip_rollout_grid_set_property;
  object_class->get_property = slip_rollout_grid_get_property;
  object_class->dispose = slip_rollout_grid_dispose;
  object_class->finalize = slip_rollout_grid_finalize;
  widget_class->measure = slip_rollout_grid_measure;
  widget_class->size_allocate = slip_rollout_grid_size_allocate;
  widget_class->snapshot = slip_rollout_grid_snapshot;
  widget_class->focus = slip_rollout_grid_focus_child;
  widget_class->query_tooltip = slip_rollout_grid_query_tooltip;
  widget_class->css_changed = slip_rollout_grid_css_changed;
  widget_class->direction_changed = slip_rollout_grid_direction_changed;
  install_properties (object_class);
  gtk_widget_class_set_css_name (widget_class, "rolloutgrid");
  gtk_widget_class_set_accessible_role (widget_class,
                                        GTK_ACCESSIBLE_ROLE_GROUP);
}

static void
slip_rollout_grid_init (SlipRolloutGrid *self)
{
  self->zoom = SLIP_ZOOM_WEEKS;
  self->awaited = SLIP_DATE_NONE;
  self->backdrop = slip_rollout_backdrop_new (GTK_WIDGET (self));
  self->widgets = slip_rollout_widgets_new (GTK_WIDGET (self));
  slip_rollout_pointer_add (self);
  slip_rollout_drag_add (self);
  slip_rollout_keys_add (self);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

GtkWidget *
slip_rollout_grid_new (void)
{
  return g_object_new (SLIP_TYPE_ROLLOUT_GRID, NULL);
}

/* What had the focus has it again, or its lane, or what is in its place. */
static void
restore_focus (SlipRolloutGrid *self,
               const char *release,
               const char *stage,
               int lane)
{
  if (!self->scene.layout || self->scene.timeline->lanes->len == 0 ||
      slip_rollout_grid_focus (self, release, stage) ||
      slip_rollout_grid_focus (self, release, NULL))
    return;
  slip_rollout_grid_go_to (
    self, (SlipRolloutPlace){
            MIN (lane, (int) self->scene.timeline->lanes->len - 1), -1 });
}

void
slip_rollout_grid_set_timeline (SlipRolloutGrid *self,
                                const SlipPlanState *state,
                                SlipTimeline *timeline)
{
  SlipRolloutPlace focused;
  SlipLaneScroll scroll;
  g_autofree char *release = NULL;
  g_autofree char *stage = NULL;

  g_return_if_fail (SLIP_IS_ROLLOUT_GRID (self));

  focused = slip_rollout_grid_get_focused (self);
  if (focused.lane >= 0) {
    release = g_strdup (self->release);
    stage = g_strdup (self->stage);
  }
  if (!self->scene.timeline)
    self->awaited = timeline->today;
  slip_rollout_scene_take_timeline (&self->scene, state, timeline);
  slip_rollout_backdrop_set_plan (self->backdrop, &self->scene);
  lay_out_again (self, TRUE);
  scroll = self->scene.scroll;
  if (release)
    restore_focus (self, release, stage, focused.lane);
  /* What is in sight stays so when others edit. */
  if (release && self->scene.layout)
    slip_rollout_grid_set_scroll (self, scroll);
}

void
slip_rollout_grid_set_selected (SlipRolloutGrid *self, const char *release)
{
  char *selected;

  g_return_if_fail (SLIP_IS_ROLLOUT_GRID (self));

  selected = g_strdup (release);
  g_free (self->scene.selected);
  self->scene.selected = selected;
  slip_rollout_widgets_select (self->widgets, &self->scene);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
slip_rollout_grid_zoom_at (SlipRolloutGrid *self, SlipZoom zoom, double x)
{
  SlipRolloutScene *scene;
  double instant;

  g_return_if_fail (SLIP_IS_ROLLOUT_GRID (self));

  if (zoom == self->zoom)
    return;
  self->zoom = zoom;
  scene = &self->scene;
  if (scene->layout) {
    instant = slip_rollout_lanes_find_instant (scene->layout, x, scene->scroll);
    make_layout (self, self->layout_width_px, self->layout_height_px);
    scene->scroll =
      slip_rollout_lanes_bring (scene->layout, instant, x, scene->scroll);
    tell_scroll (self);
    bind_widgets (self, FALSE);
  }
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ZOOM]);
}

void
slip_rollout_grid_set_zoom (SlipRolloutGrid *self, SlipZoom zoom)
{
  double x = 0;

  g_return_if_fail (SLIP_IS_ROLLOUT_GRID (self));

  if (self->scene.layout) {
    SlipRect view = slip_rollout_lanes_get_view (self->scene.layout);

    /* Today stays where it is, if it can be seen. */
    x = slip_rollout_lanes_get_x (self->scene.layout,
                                  self->scene.timeline->today.day + 0.5,
                                  self->scene.scroll);
    if (x < view.x || x > view.x + view.width)
      x = view.x + view.width / 2.0;
  }
  slip_rollout_grid_zoom_at (self, zoom, x);
}

SlipZoom
slip_rollout_grid_get_zoom (SlipRolloutGrid *self)
{
  g_return_val_if_fail (SLIP_IS_ROLLOUT_GRID (self), SLIP_ZOOM_WEEKS);

  return self->zoom;
}

void
slip_rollout_grid_set_scroll (SlipRolloutGrid *self, SlipLaneScroll scroll)
{
  g_return_if_fail (SLIP_IS_ROLLOUT_GRID (self));

  if (!self->scene.layout)
    return;
  self->scene.scroll = slip_rollout_lanes_clamp (self->scene.layout, scroll);
  tell_scroll (self);
  bind_widgets (self, FALSE);
}

void
slip_rollout_grid_show_date (SlipRolloutGrid *self, SlipDate date)
{
  g_return_if_fail (SLIP_IS_ROLLOUT_GRID (self));

  if (!slip_date_is_set (date))
    return;
  if (!self->scene.layout) {
    self->awaited = date;
    return;
  }
  slip_rollout_grid_set_scroll (
    self, slip_rollout_lanes_bring (self->scene.layout, date.day + 0.5,
                                    find_home_x (self), self->scene.scroll));
}

void
slip_rollout_grid_go (SlipRolloutGrid *self, int direction)
{
  SlipLaneScroll scroll;
  SlipRect view;

  g_return_if_fail (SLIP_IS_ROLLOUT_GRID (self));

  if (!self->scene.layout)
    return;
  if (is_rtl (self))
    direction = -direction;
  scroll = self->scene.scroll;
  view = slip_rollout_lanes_get_view (self->scene.layout);
  scroll.left_px += direction * (int) (view.width * GO_SHARE);
  slip_rollout_grid_set_scroll (self, scroll);
}

SlipRange
slip_rollout_grid_get_range (SlipRolloutGrid *self)
{
  g_return_val_if_fail (SLIP_IS_ROLLOUT_GRID (self),
                        slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE));

  if (!self->scene.layout)
    return slip_range_new (SLIP_DATE_NONE, SLIP_DATE_NONE);
  return slip_rollout_lanes_find_range (self->scene.layout, self->scene.scroll);
}

static void
note_focus (SlipRolloutGrid *self, SlipRolloutPlace place)
{
  const SlipTimelineLane *lane =
    slip_rollout_scene_get_lane (&self->scene, place);
  char *release = g_strdup (slip_row_get_id (lane->release));
  char *stage = place.bar < 0
                  ? NULL
                  : g_strdup (slip_row_get_id (
                      slip_rollout_scene_get_bar (&self->scene, place)->stage));

  g_free (self->release);
  g_free (self->stage);
  self->release = release;
  self->stage = stage;
}

gboolean
slip_rollout_grid_focus_in_place (SlipRolloutGrid *self, SlipRolloutPlace place)
{
  GtkWidget *widget;

  g_return_val_if_fail (SLIP_IS_ROLLOUT_GRID (self), FALSE);

  widget = slip_rollout_widgets_get (self->widgets, &self->scene, place);
  if (!widget)
    return FALSE;
  note_focus (self, place);
  return gtk_widget_grab_focus (widget);
}

gboolean
slip_rollout_grid_go_to (SlipRolloutGrid *self, SlipRolloutPlace place)
{
  SlipRolloutScene *scene;
  SlipSpan span;

  g_return_val_if_fail (SLIP_IS_ROLLOUT_GRID (self), FALSE);

  scene = &self->scene;
  if (!scene->layout)
    return FALSE;
  if (place.bar >= 0) {
    const SlipTimelineBar *bar = slip_rollout_scene_get_bar (scene, place);

    span = (SlipSpan){ bar->start, bar->end };
  }
  slip_rollout_grid_set_scroll (
    self,
    slip_rollout_lanes_reveal (scene->layout, place.lane,
                               place.bar >= 0 ? &span : NULL, scene->scroll));
  return slip_rollout_grid_focus_in_place (self, place);
}

gboolean
slip_rollout_grid_focus (SlipRolloutGrid *self,
                         const char *release,
                         const char *stage)
{
  SlipRolloutPlace place;

  g_return_val_if_fail (SLIP_IS_ROLLOUT_GRID (self), FALSE);

  place = slip_rollout_scene_find (&self->scene, release, stage);
  return place.lane >= 0 && slip_rollout_grid_go_to (self, place);
}

SlipRolloutPlace
slip_rollout_grid_get_focused (SlipRolloutGrid *self)
{
  g_return_val_if_fail (SLIP_IS_ROLLOUT_GRID (self), SLIP_ROLLOUT_NOWHERE);

  return slip_rollout_widgets_find_focused (self->widgets, &self->scene);
}

void
slip_rollout_grid_hover (SlipRolloutGrid *self,
                         const char *stage,
                         SlipRange range)
{
  g_return_if_fail (SLIP_IS_ROLLOUT_GRID (self));

  g_signal_emit (self, signals[HOVER_CHANGED], 0, stage, range.first.day,
                 range.last.day);
}

void
slip_rollout_grid_set_ghosts (SlipRolloutGrid *self,
                              const SlipPlanState *after,
                              const char *release)
{
  g_return_if_fail (SLIP_IS_ROLLOUT_GRID (self));

  slip_rollout_scene_set_ghosts (&self->scene, after, release);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

const SlipRolloutScene *
slip_rollout_grid_get_scene (SlipRolloutGrid *self)
{
  g_return_val_if_fail (SLIP_IS_ROLLOUT_GRID (self), NULL);

  return &self->scene;
}

GtkWidget *
slip_rollout_grid_get_widget (SlipRolloutGrid *self, SlipRolloutPlace place)
{
  g_return_val_if_fail (SLIP_IS_ROLLOUT_GRID (self), NULL);

  return slip_rollout_widgets_get (self->widgets, &self->scene, place);
}

guint
slip_rollout_grid_count_widgets (SlipRolloutGrid *self)
{
  g_return_val_if_fail (SLIP_IS_ROLLOUT_GRID (self), 0);

  return slip_rollout_widgets_count (self->widgets);
}
