/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-view.h"

#include "slip-control-name.h"
#include "slip-limits.h"
#include "slip-preview-card.h"
#include "slip-rollout-grid.h"
#include "slip-stage-move.h"

/* The narrowest view whose bar has one line. */
#define WIDE_PX 560

struct _SlipRolloutView {
  GtkWidget parent_instance;

  SlipDate today;
  gboolean is_filling; /* the drop-down is set by us */
  gboolean is_narrow;
  guint narrow_idle;
  guint focus_tick;
  char *focus_stage;

  GtkWidget *overlay;
  SlipPreviewCard *card;
  GtkWidget *bar;
  GtkLabel *title;
  GtkDropDown *zoom_drop_down;
  GtkStack *stack;
  SlipRolloutGrid *grid;
};

static void view_init (SlipViewInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (SlipRolloutView,
                               slip_rollout_view,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (SLIP_TYPE_VIEW,
                                                      view_init))

static void
fit (SlipRolloutView *self)
{
  gtk_orientable_set_orientation (GTK_ORIENTABLE (self->bar),
                                  self->is_narrow ? GTK_ORIENTATION_VERTICAL
                                                  : GTK_ORIENTATION_HORIZONTAL);
}

static gboolean
become_narrow_cb (gpointer data)
{
  SlipRolloutView *self = data;

  self->narrow_idle = 0;
  self->is_narrow = !self->is_narrow;
  fit (self);
  return G_SOURCE_REMOVE;
}

/* What is shown must not change while places are given out. */
static void
slip_rollout_view_size_allocate (GtkWidget *widget,
                                 int width,
                                 int height,
                                 int baseline)
{
  SlipRolloutView *self = SLIP_ROLLOUT_VIEW (widget);

  if ((width < WIDE_PX) == self->is_narrow)
    g_clear_handle_id (&self->narrow_idle, g_source_remove);
  else if (self->narrow_idle == 0)
    self->narrow_idle =
      g_idle_add_full (GTK_PRIORITY_RESIZE - 1, become_narrow_cb, self, NULL);
  gtk_widget_allocate (self->overlay, width, height, baseline, NULL);
}

static void
slip_rollout_view_measure (GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  gtk_widget_measure (SLIP_ROLLOUT_VIEW (widget)->overlay, orientation,
                      for_size, minimum, natural, minimum_baseline,
                      natural_baseline);
}

static void
update_zoom (SlipRolloutView *self)
{
  SlipZoom zoom = slip_rollout_grid_get_zoom (self->grid);

  self->is_filling = TRUE;
  gtk_drop_down_set_selected (self->zoom_drop_down, zoom);
  self->is_filling = FALSE;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rollout.zoom-in",
                                 zoom > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "rollout.zoom-out",
                                 zoom < SLIP_N_ZOOMS - 1);
}

static void
grid_zoom_cb (SlipRolloutGrid *grid, GParamSpec *pspec, SlipRolloutView *self)
{
  update_zoom (self);
}

static SlipRect
find_spot (SlipRolloutView *self, const char *stage)
{
  const SlipRolloutScene *scene = slip_rollout_grid_get_scene (self->grid);
  graphene_point_t point = GRAPHENE_POINT_INIT_ZERO;
  SlipRect rect = { 0 };

  for (guint i = 0; scene->ghosts && i < scene->ghosts->len; i++)
    if (g_str_equal (slip_row_get_id (
                       g_array_index (scene->ghosts, SlipTimelineBar, i).stage),
                     stage))
      rect = slip_rollout_scene_get_ghost_rect (scene, (int) i);
  if (gtk_widget_compute_point (GTK_WIDGET (self->grid), self->overlay, &point,
                                &point)) {
    rect.x += (int) point.x;
    rect.y += (int) point.y;
  }
  return rect;
}

static void
forget_preview (SlipRolloutView *self)
{
  slip_rollout_grid_set_ghosts (self->grid, NULL, NULL);
  slip_preview_card_hide (self->card);
}

/* Tells beside the stage what a drop there would do. */
static void
grid_hover_changed_cb (SlipRolloutGrid *grid,
                       const char *stage,
                       int first,
                       int last,
                       SlipRolloutView *self)
{
  const SlipPlanState *state = slip_rollout_grid_get_scene (grid)->state;
  SlipRange to = { { first }, { last } };
  SlipConflictContext context;
  g_autoptr (SlipStageMove) move = NULL;
  g_autoptr (SlipPreview) preview = NULL;
  g_autoptr (SlipPlanState) after = NULL;

  if (stage == NULL) {
    forget_preview (self);
    return;
  }
  context = slip_limits_get_context (GTK_WIDGET (self), self->today);
  move = slip_stage_move_new (stage, to, self->today);
  preview = slip_stage_move_preview (state, move, &context, NULL);
  if (preview != NULL)
    after = slip_plan_state_apply (state, preview->set, NULL);
  if (after == NULL) {
    forget_preview (self);
    return;
  }
  slip_rollout_grid_set_ghosts (grid, after, preview->release);
  slip_preview_card_show (self->card, preview, find_spot (self, stage));
}

static void
zoom_selected_cb (GtkDropDown *drop_down,
                  GParamSpec *pspec,
                  SlipRolloutView *self)
{
  guint selected = gtk_drop_down_get_selected (drop_down);

  if (!self->is_filling && selected < SLIP_N_ZOOMS)
    slip_rollout_grid_set_zoom (self->grid, (SlipZoom) selected);
}

static void
zoom_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  SlipRolloutView *self = SLIP_ROLLOUT_VIEW (widget);
  int zoom = (int) slip_rollout_grid_get_zoom (self->grid) +
             (g_str_equal (name, "rollout.zoom-in") ? -1 : 1);

  slip_rollout_grid_set_zoom (self->grid,
                              (SlipZoom) CLAMP (zoom, 0, SLIP_N_ZOOMS - 1));
}

static void
go_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  slip_view_go (SLIP_VIEW (widget), g_variant_get_int32 (parameter));
}

static void
slip_rollout_view_set_plan (SlipView *view,
                            const SlipPlanState *state,
                            const SlipQuery *query,
                            SlipDate today)
{
  SlipRolloutView *self = SLIP_ROLLOUT_VIEW (view);
  SlipTimeline *timeline = slip_timeline_new (state, query, today);

  self->today = today;
  gtk_stack_set_visible_child_name (self->stack, timeline->lanes->len > 0
                                                   ? "lanes"
                                                   : "none");
  forget_preview (self);
  slip_rollout_grid_set_timeline (self->grid, state, timeline);
}

static void
slip_rollout_view_set_selected (SlipView *view, const char *release)
{
  slip_rollout_grid_set_selected (SLIP_ROLLOUT_VIEW (view)->grid, release);
}

static void
slip_rollout_view_go (SlipView *view, int direction)
{
  SlipRolloutView *self = SLIP_ROLLOUT_VIEW (view);

  if (direction == 0)
    slip_rollout_grid_show_date (self->grid, self->today);
  else
    slip_rollout_grid_go (self->grid, direction);
}

/* What can be seen stays where it is. */
static void
slip_rollout_view_go_to_date (SlipView *view, SlipDate date)
{
  SlipRolloutView *self = SLIP_ROLLOUT_VIEW (view);

  if (!slip_range_contains (slip_rollout_grid_get_range (self->grid), date))
    slip_rollout_grid_show_date (self->grid, date);
}

static gboolean
focus (SlipRolloutView *self, const char *release)
{
  if (release != NULL && self->focus_stage != NULL &&
      slip_rollout_grid_focus (self->grid, release, self->focus_stage))
    return TRUE;
  if (release != NULL && slip_rollout_grid_focus (self->grid, release, NULL))
    return TRUE;
  return gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD);
}

static gboolean
focus_cb (GtkWidget *widget, GdkFrameClock *frame_clock, gpointer release)
{
  SlipRolloutView *self = SLIP_ROLLOUT_VIEW (widget);

  if (slip_rollout_grid_get_scene (self->grid)->layout == NULL)
    return G_SOURCE_CONTINUE;
  self->focus_tick = 0;
  if (focus (self, release))
    gtk_window_set_focus_visible (GTK_WINDOW (gtk_widget_get_root (widget)),
                                  TRUE);
  return G_SOURCE_REMOVE;
}

/* A view that has just come into sight has no lanes before its first frame. */
static gboolean
focus_soon (SlipRolloutView *self, const char *release, const char *stage)
{
  char *focus_stage = g_strdup (stage);

  g_free (self->focus_stage);
  self->focus_stage = focus_stage;
  if (self->focus_tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self), self->focus_tick);
  self->focus_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), focus_cb,
                                                   g_strdup (release), g_free);
  return TRUE;
}

/* A stage of it that has the focus keeps it. */
static gboolean
slip_rollout_view_focus_release (SlipView *view, const char *release)
{
  SlipRolloutView *self = SLIP_ROLLOUT_VIEW (view);
  const SlipRolloutScene *scene = slip_rollout_grid_get_scene (self->grid);
  SlipRolloutPlace focused;

  if (scene->layout == NULL)
    return focus_soon (self, release, NULL);
  focused = slip_rollout_grid_get_focused (self->grid);
  if (focused.lane >= 0 &&
      g_str_equal (slip_row_get_id (
                     slip_rollout_scene_get_lane (scene, focused)->release),
                   release))
    return slip_rollout_grid_go_to (self->grid, focused);
  return slip_rollout_grid_focus (self->grid, release, NULL);
}

static gboolean
slip_rollout_view_focus_content (SlipView *view)
{
  SlipRolloutView *self = SLIP_ROLLOUT_VIEW (view);

  if (slip_rollout_grid_get_scene (self->grid)->layout == NULL)
    return focus_soon (self, NULL, NULL);
  return focus (self, NULL);
}

/* A lane is gone to without being selected. */
static const char *
slip_rollout_view_get_focused_release (SlipView *view)
{
  SlipRolloutView *self = SLIP_ROLLOUT_VIEW (view);
  const SlipRolloutScene *scene = slip_rollout_grid_get_scene (self->grid);
  SlipRolloutPlace place;

  if (scene->layout == NULL)
    return NULL;
  place = slip_rollout_grid_get_focused (self->grid);
  return place.lane >= 0
           ? slip_row_get_id (
               slip_rollout_scene_get_lane (scene, place)->release)
           : NULL;
}

static void
view_init (SlipViewInterface *iface)
{
  iface->set_plan = slip_rollout_view_set_plan;
  iface->set_selected = slip_rollout_view_set_selected;
  iface->go = slip_rollout_view_go;
  iface->go_to_date = slip_rollout_view_go_to_date;
  iface->focus_release = slip_rollout_view_focus_release;
  iface->focus_content = slip_rollout_view_focus_content;
  iface->get_focused_release = slip_rollout_view_get_focused_release;
}

static void
slip_rollout_view_dispose (GObject *object)
{
  SlipRolloutView *self = SLIP_ROLLOUT_VIEW (object);

  g_clear_handle_id (&self->narrow_idle, g_source_remove);
  g_clear_pointer (&self->focus_stage, g_free);
  g_clear_pointer (&self->overlay, gtk_widget_unparent);

  G_OBJECT_CLASS (slip_rollout_view_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *klass)
{
#define BIND(name)                                                             \
  gtk_widget_class_bind_template_child (klass, SlipRolloutView, name)
  BIND (overlay);
  BIND (bar);
  BIND (title);
  BIND (zoom_drop_down);
  BIND (stack);
  BIND (grid);
#undef BIND
  gtk_widget_class_bind_template_callback (klass, grid_hover_changed_cb);
  gtk_widget_class_bind_template_callback (klass, grid_zoom_cb);
  gtk_widget_class_bind_template_callback (klass, zoom_selected_cb);
}

static void
slip_rollout_view_class_init (SlipRolloutViewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = slip_rollout_view_dispose;
  widget_class->measure = slip_rollout_view_measure;
  widget_class->size_allocate = slip_rollout_view_size_allocate;
  gtk_widget_class_set_css_name (widget_class, "rollout");
  gtk_widget_class_install_action (widget_class, "rollout.go", "i", go_action);
  gtk_widget_class_install_action (widget_class, "rollout.zoom-in", NULL,
                                   zoom_action);
  gtk_widget_class_install_action (widget_class, "rollout.zoom-out", NULL,
                                   zoom_action);
  g_type_ensure (SLIP_TYPE_ROLLOUT_GRID);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/slipway_planner/Slipway/slip-rollout-view.ui");
  bind_template (widget_class);
}

/* Wherever in the window the focus is, as long as the view is in sight. */
static void
add_keys (SlipRolloutView *self)
{
  static const struct {
    guint key;
    const char *action;
  } keys[] = {
    { GDK_KEY_plus, "rollout.zoom-in" },
    { GDK_KEY_equal, "rollout.zoom-in" },
    { GDK_KEY_KP_Add, "rollout.zoom-in" },
    { GDK_KEY_minus, "rollout.zoom-out" },
    { GDK_KEY_KP_Subtract, "rollout.zoom-out" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_shortcut_controller_set_scope (GTK_SHORTCUT_CONTROLLER (controller),
                                     GTK_SHORTCUT_SCOPE_GLOBAL);
  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_shortcut_controller_add_shortcut (
      GTK_SHORTCUT_CONTROLLER (controller),
      gtk_shortcut_new (gtk_keyval_trigger_new (keys[i].key, GDK_CONTROL_MASK),
                        gtk_named_action_new (keys[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static void
slip_rollout_view_init (SlipRolloutView *self)
{
  self->today = SLIP_DATE_NONE;
  self->is_filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  slip_control_name_set (GTK_WIDGET (self->zoom_drop_down),
                         gtk_widget_get_tooltip_text (
                           GTK_WIDGET (self->zoom_drop_down)));
  self->is_filling = FALSE;
  self->card = slip_preview_card_new (GTK_OVERLAY (self->overlay));
  g_object_bind_property (self->grid, "days", self->title, "label",
                          G_BINDING_SYNC_CREATE);
  update_zoom (self);
  /* Narrow until there is room: else a narrow window would be made wider. */
  self->is_narrow = TRUE;
  fit (self);
  add_keys (self);
}

void
slip_rollout_view_show_stage (SlipRolloutView *self,
                              const char *release,
                              const char *stage)
{
  g_return_if_fail (SLIP_IS_ROLLOUT_VIEW (self));

  focus_soon (self, release, stage);
}

GtkWidget *
slip_rollout_view_new (void)
{
  return g_object_new (SLIP_TYPE_ROLLOUT_VIEW, NULL);
}
