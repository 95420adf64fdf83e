/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-drag.h"

#include "slip-actions.h"
#include "slip-edge-scroll.h"
#include "slip-stage-bar.h"
#include "slip-stage-move.h"

#define DRAG_KEY "slip-rollout-drag"

/* One for each grid, owned by it. */
typedef struct {
  SlipRolloutGrid *grid;
  GtkGesture *gesture;
  char *stage; /* what is dragged, or was pressed; else NULL */
  SlipDragPart part;
  SlipRange old;
  SlipRange proposed;
  SlipDate grabbed;
  gboolean is_active; /* past the threshold */
  double x;           /* where the pointer is */
  guint tick;
  gint64 frame_us;
} Drag;

static void
free_drag (gpointer data)
{
  Drag *self = data;

  g_free (self->stage);
  g_free (self);
}

static Drag *
get_drag (SlipRolloutGrid *grid)
{
  return g_object_get_data (G_OBJECT (grid), DRAG_KEY);
}

/* What of a bar can be taken hold of there; -1 for nothing. */
static int
find_part (SlipRolloutGrid *grid, SlipRolloutPlace place, double x)
{
  const SlipRolloutScene *scene = slip_rollout_grid_get_scene (grid);
  const SlipRow *stage;
  SlipDragPart part;

  if (place.bar < 0 || !slip_release_is_open (
                         slip_rollout_scene_get_lane (scene, place)->release))
    return -1;
  stage = slip_rollout_scene_get_bar (scene, place)->stage;
  part = slip_rollout_lanes_find_part (
    slip_rollout_scene_get_rect (scene, place), x,
    slip_rollout_lanes_get_scale (scene->layout)->is_rtl);
  if (slip_stage_can_move (stage))
    return (int) part;
  return part == SLIP_DRAG_LAST && slip_stage_can_end_otherwise (stage)
           ? SLIP_DRAG_LAST
           : -1;
}

static void
mark_bar (Drag *self, gboolean is_dragged)
{
  const SlipRolloutScene *scene = slip_rollout_grid_get_scene (self->grid);
  SlipRolloutPlace place = slip_rollout_scene_find_stage (scene, self->stage);
  GtkWidget *bar = slip_rollout_grid_get_widget (self->grid, place);

  if (bar)
    slip_stage_bar_set_dragged (SLIP_STAGE_BAR (bar), is_dragged);
}

static void
stop (Drag *self)
{
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->grid), self->tick);
  self->tick = 0;
  if (self->is_active) {
    mark_bar (self, FALSE);
    slip_rollout_grid_hover (self->grid, NULL, self->old);
  }
  self->is_active = FALSE;
  g_clear_pointer (&self->stage, g_free);
}

static void
propose (Drag *self)
{
  const SlipRolloutScene *scene = slip_rollout_grid_get_scene (self->grid);
  SlipDate hovered =
    slip_rollout_lanes_find_day (scene->layout, self->x, scene->scroll);
  SlipRange proposed =
    slip_drag_propose (self->old, self->grabbed, hovered, self->part);

  if (slip_date_equal (proposed.first, self->proposed.first) &&
      slip_date_equal (proposed.last, self->proposed.last))
    return;
  self->proposed = proposed;
  slip_rollout_grid_hover (self->grid, self->stage, proposed);
}

/* Near the sides the days go on by themselves. */
static gboolean
tick_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  Drag *self = data;
  const SlipRolloutScene *scene = slip_rollout_grid_get_scene (self->grid);
  SlipRect view = slip_rollout_lanes_get_view (scene->layout);
  SlipLaneScroll scroll = scene->scroll;
  gint64 now_us = gdk_frame_clock_get_frame_time (clock);
  double speed = slip_edge_scroll_get_speed (self->x - view.x, view.width);
  double seconds = (double) (now_us - self->frame_us) / 1e6;

  if (self->frame_us > 0 && (speed < 0 || speed > 0)) {
    scroll.left_px += (int) (speed * seconds);
    slip_rollout_grid_set_scroll (self->grid, scroll);
    propose (self);
  }
  self->frame_us = now_us;
  return G_SOURCE_CONTINUE;
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, Drag *self)
{
  const SlipRolloutScene *scene = slip_rollout_grid_get_scene (self->grid);
  SlipRolloutPlace place = slip_rollout_scene_find_at (scene, x, y);
  int part = place.lane >= 0 ? find_part (self->grid, place, x) : -1;
  const SlipRow *stage;

  stop (self);
  if (part < 0)
    return;
  stage = slip_rollout_scene_get_bar (scene, place)->stage;
  self->stage = g_strdup (slip_row_get_id (stage));
  self->part = (SlipDragPart) part;
  self->old = self->proposed = slip_stage_get_days (stage);
  self->grabbed = slip_rollout_lanes_find_day (scene->layout, x, scene->scroll);
  /* The edge belongs to the day it is the edge of. */
  if (part == SLIP_DRAG_FIRST)
    self->grabbed = self->old.first;
  else if (part == SLIP_DRAG_LAST)
    self->grabbed = self->old.last;
}

static void
update_cb (GtkGestureDrag *gesture, double dx, double dy, Drag *self)
{
  double x;
  double y;

  if (!self->stage || !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  self->x = x + dx;
  if (!self->is_active) {
    if (!gtk_drag_check_threshold (GTK_WIDGET (self->grid), (int) x, (int) y,
                                   (int) (x + dx), (int) (y + dy)))
      return;
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
    self->is_active = TRUE;
    self->frame_us = 0;
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->grid), tick_cb,
                                               self, NULL);
    mark_bar (self, TRUE);
  }
  propose (self);
}

static void
end_cb (GtkGestureDrag *gesture, double dx, double dy, Drag *self)
{
  g_autofree char *stage = g_strdup (self->stage);
  SlipRange to = self->proposed;
  gboolean is_drop =
    self->is_active && (!slip_date_equal (to.first, self->old.first) ||
                        !slip_date_equal (to.last, self->old.last));
  char first[SLIP_DATE_TEXT_SIZE];
  char last[SLIP_DATE_TEXT_SIZE];

  stop (self);
  if (is_drop)
    gtk_widget_activate_action (GTK_WIDGET (self->grid), SLIP_ACTION_MOVE_STAGE,
                                "(sss)", stage,
                                slip_date_print (to.first, first),
                                slip_date_print (to.last, last));
}

static void
cancel_cb (GtkGesture *gesture, GdkEventSequence *sequence, Drag *self)
{
  stop (self);
}

/* What could be taken hold of here is told by the pointer's shape. */
static void
motion_cb (GtkEventControllerMotion *motion, double x, double y, Drag *self)
{
  SlipRolloutPlace place =
    slip_rollout_scene_find_at (slip_rollout_grid_get_scene (self->grid), x, y);
  int part = place.lane >= 0 ? find_part (self->grid, place, x) : -1;
  const char *name = NULL;

  if (self->is_active)
    return;
  if (part == SLIP_DRAG_WHOLE)
    name = "grab";
  else if (part >= 0)
    name = "ew-resize";
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self->grid), name);
}

void
slip_rollout_drag_add (SlipRolloutGrid *grid)
{
  GtkWidget *widget = GTK_WIDGET (grid);
  GtkEventController *motion = gtk_event_controller_motion_new ();
  Drag *self = g_new0 (Drag, 1);

  g_return_if_fail (SLIP_IS_ROLLOUT_GRID (grid));

  self->grid = grid;
  self->gesture = gtk_gesture_drag_new ();
  g_object_set_data_full (G_OBJECT (grid), DRAG_KEY, self, free_drag);
  g_signal_connect (self->gesture, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (self->gesture, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (self->gesture, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (self->gesture, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (self->gesture));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (widget, motion);
}

gboolean
slip_rollout_drag_cancel (SlipRolloutGrid *grid)
{
  Drag *self;

  g_return_val_if_fail (SLIP_IS_ROLLOUT_GRID (grid), FALSE);

  self = get_drag (grid);
  if (!self->is_active)
    return FALSE;
  stop (self);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->gesture));
  return TRUE;
}
