/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-pointer.h"

#include "slip-actions.h"
#include "slip-release-menu.h"
#include "slip-stage-menu.h"

#define POINTER_KEY "slip-rollout-pointer"

/* One for each grid, owned by it. */
typedef struct {
  SlipRolloutGrid *grid;
  GtkWidget *menu; /* a child of the grid, or NULL */
  double x;        /* where the pointer was last */
  double wheel;    /* what it has turned since the last zoom */
} Pointer;

static Pointer *
get_pointer (SlipRolloutGrid *grid)
{
  return g_object_get_data (G_OBJECT (grid), POINTER_KEY);
}

/* The focus goes back to what the menu was about, wherever GTK would leave it.
 */
static void
closed_cb (GtkPopover *popover, Pointer *self)
{
  if (slip_rollout_grid_get_focused (self->grid).lane < 0)
    gtk_widget_child_focus (GTK_WIDGET (self->grid), GTK_DIR_TAB_FORWARD);
}

static void
ensure_menu (Pointer *self)
{
  if (self->menu)
    return;
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self->grid));
  g_signal_connect (self->menu, "closed", G_CALLBACK (closed_cb), self);
}

/* Long bars reach out of sight: the menu points at what of them can be seen. */
static GdkRectangle
find_spot (const SlipRolloutScene *scene, SlipRolloutPlace place)
{
  SlipRect rect = slip_rollout_scene_get_rect (scene, place);
  SlipRect view = place.bar < 0
                    ? slip_rollout_lanes_get_label_view (scene->layout)
                    : slip_rollout_lanes_get_view (scene->layout);
  int left = CLAMP (rect.x, view.x, view.x + view.width);
  int right = CLAMP (rect.x + rect.width, left, view.x + view.width);

  return (GdkRectangle){ left, rect.y, MAX (right - left, 1), rect.height };
}

static void
show_menu (Pointer *self, SlipRolloutPlace place)
{
  const SlipRolloutScene *scene = slip_rollout_grid_get_scene (self->grid);
  GdkRectangle spot = find_spot (scene, place);
  g_autoptr (GMenuModel) model = NULL;

  ensure_menu (self);
  model =
    place.bar >= 0
      ? slip_stage_menu_new (scene->state,
                             slip_rollout_scene_get_bar (scene, place)->stage)
      : slip_release_menu_new (
          slip_rollout_scene_get_lane (scene, place)->release);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->menu), &spot);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

void
slip_rollout_pointer_show_menu (SlipRolloutGrid *grid)
{
  SlipRolloutPlace place;

  g_return_if_fail (SLIP_IS_ROLLOUT_GRID (grid));

  place = slip_rollout_grid_get_focused (grid);
  if (place.lane >= 0)
    show_menu (get_pointer (grid), place);
}

static SlipRolloutPlace
find_place (SlipRolloutGrid *grid, double x, double y)
{
  const SlipRolloutScene *scene = slip_rollout_grid_get_scene (grid);

  return slip_rollout_scene_find_at (scene, x, y);
}

static void
select_lane (SlipRolloutGrid *grid, SlipRolloutPlace place)
{
  const SlipRolloutScene *scene = slip_rollout_grid_get_scene (grid);
  const SlipRow *release = slip_rollout_scene_get_lane (scene, place)->release;

  gtk_widget_activate_action (GTK_WIDGET (grid), SLIP_ACTION_PICK, "s",
                              slip_row_get_id (release));
}

static void
pressed_cb (GtkGestureClick *click,
            int n_press,
            double x,
            double y,
            SlipRolloutGrid *grid)
{
  GdkEvent *event =
    gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (click));
  SlipRolloutPlace place = find_place (grid, x, y);

  if (place.lane < 0)
    return;
  slip_rollout_grid_focus_in_place (grid, place);
  if (event && gdk_event_triggers_context_menu (event)) {
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
    show_menu (get_pointer (grid), place);
  }
}

static void
released_cb (GtkGestureClick *click,
             int n_press,
             double x,
             double y,
             SlipRolloutGrid *grid)
{
  SlipRolloutPlace place = find_place (grid, x, y);

  if (place.lane < 0 || gtk_gesture_single_get_current_button (
                          GTK_GESTURE_SINGLE (click)) != GDK_BUTTON_PRIMARY)
    return;
  select_lane (grid, place);
  if (n_press == 2) {
    GtkWidget *widget = slip_rollout_grid_get_widget (grid, place);

    if (widget)
      gtk_widget_activate (widget);
  }
}

static void
long_pressed_cb (GtkGestureLongPress *press,
                 double x,
                 double y,
                 SlipRolloutGrid *grid)
{
  SlipRolloutPlace place = find_place (grid, x, y);

  if (place.lane < 0)
    return;
  slip_rollout_grid_focus_in_place (grid, place);
  show_menu (get_pointer (grid), place);
}

static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, Pointer *self)
{
  self->x = x;
}

static gboolean
scroll_cb (GtkEventControllerScroll *scroll,
           double dx,
           double dy,
           Pointer *self)
{
  GdkModifierType state = gtk_event_controller_get_current_event_state (
    GTK_EVENT_CONTROLLER (scroll));
  int zoom;

  if ((state & GDK_CONTROL_MASK) == 0)
    return FALSE;
  self->wheel += dy;
  if (ABS (self->wheel) < 1)
    return TRUE;
  zoom =
    (int) slip_rollout_grid_get_zoom (self->grid) + (self->wheel > 0 ? 1 : -1);
  self->wheel = 0;
  slip_rollout_grid_zoom_at (self->grid,
                             (SlipZoom) CLAMP (zoom, 0, SLIP_N_ZOOMS - 1),
                             self->x);
  return TRUE;
}

static void
add_wheel (Pointer *self)
{
  GtkWidget *widget = GTK_WIDGET (self->grid);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkEventController *scroll =
    gtk_event_controller_scroll_new (GTK_EVENT_CONTROLLER_SCROLL_VERTICAL);

  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (widget, motion);
  gtk_event_controller_set_propagation_phase (scroll, GTK_PHASE_CAPTURE);
  g_signal_connect (scroll, "scroll", G_CALLBACK (scroll_cb), self);
  gtk_widget_add_controller (widget, scroll);
}

void
slip_rollout_pointer_add (SlipRolloutGrid *grid)
{
  GtkWidget *widget = GTK_WIDGET (grid);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  Pointer *self = g_new0 (Pointer, 1);

  g_return_if_fail (SLIP_IS_ROLLOUT_GRID (grid));

  self->grid = grid;
  g_object_set_data_full (G_OBJECT (grid), POINTER_KEY, self, g_free);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), grid);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), grid);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), grid);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  add_wheel (self);
}
