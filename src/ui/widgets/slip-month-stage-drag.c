/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-month-stage-drag.h"

#include "slip-actions.h"
#include "slip-edge-scroll.h"
#include "slip-month-stages.h"
#include "slip-stage-move.h"

#define DRAG_KEY "slip-month-stage-drag"

/* One for each grid, owned by it. */
typedef struct {
  SlipMonthGrid *grid;
  GtkGesture *gesture;
  char *stage; /* what was pressed, or NULL */
  char *release;
  gboolean can_move;
  SlipDragPart part;
  SlipRange old;
  SlipRange proposed;
  SlipDate grabbed;
  gboolean is_active; /* past the threshold */
  double x;           /* where the pointer is on the grid */
  double y;
  gint64 frame_us;
  guint tick; /* while it is active */
} Drag;

static void
free_drag (gpointer data)
{
  Drag *self = data;

  g_free (self->stage);
  g_free (self->release);
  g_free (self);
}

static void
show (Drag *self, const char *stage)
{
  slip_month_stages_set_dragged (slip_month_grid_get_stages (self->grid), stage,
                                 self->proposed);
  gtk_widget_queue_draw (GTK_WIDGET (self->grid));
  g_signal_emit_by_name (self->grid, "stage-hover-changed", stage,
                         self->proposed.first.day, self->proposed.last.day);
}

static void
stop (Drag *self)
{
  if (self->is_active)
    show (self, NULL);
  self->is_active = FALSE;
  if (self->tick != 0)
    gtk_widget_remove_tick_callback (GTK_WIDGET (self->grid), self->tick);
  self->tick = 0;
  g_clear_pointer (&self->stage, g_free);
  g_clear_pointer (&self->release, g_free);
}

/* Of what runs, only the end; of what is over, nothing. */
static gboolean
can_take (const SlipRow *stage, SlipDragPart part)
{
  return slip_stage_can_move (stage) ||
         (part == SLIP_DRAG_LAST && slip_stage_can_end_otherwise (stage));
}

static void
begin_cb (GtkGestureDrag *gesture, double x, double y, Drag *self)
{
  SlipDragPart part = SLIP_DRAG_WHOLE;
  const SlipRow *stage =
    slip_month_stages_find (slip_month_grid_get_stages (self->grid), x, y,
                            &part);

  stop (self);
  if (stage == NULL) {
    gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_DENIED);
    return;
  }
  /* It lies over the day, which would take the press for itself. */
  gtk_gesture_set_state (GTK_GESTURE (gesture), GTK_EVENT_SEQUENCE_CLAIMED);
  self->stage = g_strdup (slip_row_get_id (stage));
  self->release = g_strdup (slip_row_get_owner (stage));
  self->can_move = can_take (stage, part);
  self->part = part;
  self->old = self->proposed = slip_stage_get_days (stage);
  self->grabbed =
    slip_month_layout_day_at (slip_month_grid_get_layout (self->grid), x, y);
  if (part == SLIP_DRAG_FIRST)
    self->grabbed = self->old.first;
  else if (part == SLIP_DRAG_LAST)
    self->grabbed = self->old.last;
}

/* Proposes what a drop at the pointer would do. */
static void
propose (Drag *self)
{
  SlipDate hovered =
    slip_month_layout_day_at (slip_month_grid_get_layout (self->grid), self->x,
                              self->y);
  SlipRange proposed;

  if (!slip_date_is_set (hovered))
    return;
  proposed = slip_drag_propose (self->old, self->grabbed, hovered, self->part);
  if (slip_date_equal (proposed.first, self->proposed.first) &&
      slip_date_equal (proposed.last, self->proposed.last))
    return;
  self->proposed = proposed;
  show (self, self->stage);
}

/* Near the edges of what the grid is scrolled in it goes on by itself. */
static gboolean
tick_cb (GtkWidget *grid, GdkFrameClock *clock, gpointer data)
{
  Drag *self = data;
  GtkWidget *scroller =
    gtk_widget_get_ancestor (grid, GTK_TYPE_SCROLLED_WINDOW);
  gint64 now_us = gdk_frame_clock_get_frame_time (clock);
  double seconds = (now_us - self->frame_us) / 1e6;
  double x;
  double y;

  if (scroller != NULL && self->frame_us > 0 &&
      gtk_widget_translate_coordinates (grid, scroller, self->x, self->y, &x,
                                        &y)) {
    GtkAdjustment *scroll =
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller));
    double value = gtk_adjustment_get_value (scroll);
    double speed =
      slip_edge_scroll_get_speed (y, gtk_widget_get_height (scroller));

    gtk_adjustment_set_value (scroll, value + speed * seconds);
    /* Another part of the grid is under the pointer now. */
    self->y += gtk_adjustment_get_value (scroll) - value;
    propose (self);
  }
  self->frame_us = now_us;
  return G_SOURCE_CONTINUE;
}

static void
update_cb (GtkGestureDrag *gesture, double dx, double dy, Drag *self)
{
  double x;
  double y;

  if (self->stage == NULL || !self->can_move ||
      !gtk_gesture_drag_get_start_point (gesture, &x, &y))
    return;
  if (!self->is_active) {
    if (!gtk_drag_check_threshold (GTK_WIDGET (self->grid), (int) x, (int) y,
                                   (int) (x + dx), (int) (y + dy)))
      return;
    self->is_active = TRUE;
    /* From there Escape ends it. */
    slip_month_grid_focus_date (
      self->grid,
      slip_month_layout_day_at (slip_month_grid_get_layout (self->grid), x, y));
    show (self, self->stage);
    self->frame_us = 0;
    self->tick = gtk_widget_add_tick_callback (GTK_WIDGET (self->grid), tick_cb,
                                               self, NULL);
  }
  self->x = x + dx;
  self->y = y + dy;
  propose (self);
}

static void
end_cb (GtkGestureDrag *gesture, double dx, double dy, Drag *self)
{
  g_autofree char *stage = g_strdup (self->stage);
  g_autofree char *release = g_strdup (self->release);
  SlipRange to = self->proposed;
  gboolean was_active = self->is_active;
  gboolean has_moved = !slip_date_equal (to.first, self->old.first) ||
                       !slip_date_equal (to.last, self->old.last);
  char first[SLIP_DATE_TEXT_SIZE];
  char last[SLIP_DATE_TEXT_SIZE];

  stop (self);
  if (stage == NULL)
    return;
  if (!was_active)
    gtk_widget_activate_action (GTK_WIDGET (self->grid), SLIP_ACTION_SELECT,
                                "s", release);
  else if (has_moved)
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

void
slip_month_stage_drag_add (SlipMonthGrid *grid)
{
  Drag *self = g_new0 (Drag, 1);

  g_return_if_fail (SLIP_IS_MONTH_GRID (grid));

  self->grid = grid;
  self->gesture = gtk_gesture_drag_new ();
  g_object_set_data_full (G_OBJECT (grid), DRAG_KEY, self, free_drag);
  gtk_event_controller_set_propagation_phase (GTK_EVENT_CONTROLLER (
                                                self->gesture),
                                              GTK_PHASE_CAPTURE);
  g_signal_connect (self->gesture, "drag-begin", G_CALLBACK (begin_cb), self);
  g_signal_connect (self->gesture, "drag-update", G_CALLBACK (update_cb), self);
  g_signal_connect (self->gesture, "drag-end", G_CALLBACK (end_cb), self);
  g_signal_connect (self->gesture, "cancel", G_CALLBACK (cancel_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (grid),
                             GTK_EVENT_CONTROLLER (self->gesture));
}

gboolean
slip_month_stage_drag_cancel (SlipMonthGrid *grid)
{
  Drag *self;

  g_return_val_if_fail (SLIP_IS_MONTH_GRID (grid), FALSE);

  self = g_object_get_data (G_OBJECT (grid), DRAG_KEY);
  if (!self->is_active)
    return FALSE;
  stop (self);
  gtk_event_controller_reset (GTK_EVENT_CONTROLLER (self->gesture));
  return TRUE;
}
