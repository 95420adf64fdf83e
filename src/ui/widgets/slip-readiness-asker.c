/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-readiness-asker.h"

#include "slip-actions.h"
#include "slip-assignment.h"
#include "slip-dragged-person.h"
#include "slip-person-picker.h"
#include "slip-readiness-menu.h"

#include <glib/gi18n.h>

#define ASKER_KEY "slip-readiness-asker"

/* One for each grid, owned by it. */
typedef struct {
  SlipReadinessGrid *grid;
  SlipReadinessCell *hovered; /* weak: it has a hint */
  SlipReadinessCell *pressed; /* weak: what a click began on */
  GtkWidget *menu;            /* children of the grid, or NULL */
  SlipPersonPicker *picker;
  char *release; /* what is asked about */
  char *audience;
} Asker;

static void
free_asker (gpointer data)
{
  Asker *self = data;

  g_clear_weak_pointer (&self->hovered);
  g_clear_weak_pointer (&self->pressed);
  g_free (self->release);
  g_free (self->audience);
  g_free (self);
}

static Asker *
get_asker (SlipReadinessGrid *grid)
{
  return g_object_get_data (G_OBJECT (grid), ASKER_KEY);
}

static void
note_cell (Asker *self, SlipReadinessCell *cell)
{
  g_free (self->release);
  g_free (self->audience);
  self->release = g_strdup (slip_readiness_cell_get_release (cell));
  self->audience = g_strdup (slip_readiness_cell_get_audience (cell));
}

static void
point_at (Asker *self, GtkWidget *popover, SlipReadinessCell *cell)
{
  graphene_rect_t bounds;

  if (gtk_widget_compute_bounds (GTK_WIDGET (cell), GTK_WIDGET (self->grid),
                                 &bounds))
    gtk_popover_set_pointing_to (GTK_POPOVER (popover),
                                 &(GdkRectangle){ (int) bounds.origin.x,
                                                  (int) bounds.origin.y,
                                                  (int) bounds.size.width,
                                                  (int) bounds.size.height });
}

static void
picked_cb (SlipPersonPicker *picker,
           const char *person,
           const char *name,
           Asker *self)
{
  if (self->release)
    gtk_widget_activate_action (GTK_WIDGET (self->grid), SLIP_ACTION_ASSIGN,
                                "(ssss)", self->release,
                                self->audience ? self->audience
                                               : SLIP_ASSIGN_OWNER,
                                person, name);
}

/* The focus goes back to the cell, wherever GTK would leave it. */
static void
closed_cb (GtkPopover *popover, Asker *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self->grid));
  GtkWidget *focus = root ? gtk_root_get_focus (root) : NULL;

  if (!focus || !SLIP_IS_READINESS_CELL (focus))
    slip_readiness_grid_focus (self->grid, self->release, self->audience);
}

static void
ensure_picker (Asker *self)
{
  if (self->picker)
    return;
  self->picker = SLIP_PERSON_PICKER (slip_person_picker_new ());
  gtk_widget_set_parent (GTK_WIDGET (self->picker), GTK_WIDGET (self->grid));
  g_signal_connect (self->picker, "picked", G_CALLBACK (picked_cb), self);
  g_signal_connect (self->picker, "closed", G_CALLBACK (closed_cb), self);
}

static void
ensure_menu (Asker *self)
{
  if (self->menu)
    return;
  self->menu = gtk_popover_menu_new_from_model (NULL);
  gtk_popover_set_has_arrow (GTK_POPOVER (self->menu), FALSE);
  gtk_widget_set_parent (self->menu, GTK_WIDGET (self->grid));
  g_signal_connect (self->menu, "closed", G_CALLBACK (closed_cb), self);
}

void
slip_readiness_asker_ask_owner (SlipReadinessGrid *grid)
{
  g_return_if_fail (SLIP_IS_READINESS_GRID (grid));

  Asker *self = get_asker (grid);
  const SlipPlanState *state = slip_readiness_grid_get_state (grid);
  SlipReadinessCell *cell = slip_readiness_grid_get_focused (grid);
  const SlipRow *audience;

  if (!cell)
    return;
  note_cell (self, cell);
  ensure_picker (self);
  audience = slip_plan_state_get (state, SLIP_KIND_AUDIENCE, self->audience);
  point_at (self, GTK_WIDGET (self->picker), cell);
  slip_person_picker_ask (self->picker, state,
                          slip_readiness_cell_get_owner (cell),
                          audience
                            ? slip_row_get_text (audience, SLIP_AUDIENCE_OWNER)
                            : NULL);
}

void
slip_readiness_asker_ask_again (SlipReadinessGrid *grid)
{
  g_return_if_fail (SLIP_IS_READINESS_GRID (grid));

  Asker *self = get_asker (grid);

  if (self->release &&
      slip_readiness_grid_focus (grid, self->release, self->audience))
    slip_readiness_asker_ask_owner (grid);
}

void
slip_readiness_asker_show_menu (SlipReadinessGrid *grid)
{
  g_return_if_fail (SLIP_IS_READINESS_GRID (grid));

  Asker *self = get_asker (grid);
  const SlipMatrix *matrix = slip_readiness_grid_get_matrix (grid);
  SlipReadinessCell *cell = slip_readiness_grid_get_focused (grid);
  g_autoptr (GMenuModel) model = NULL;
  int column;

  if (!cell)
    return;
  note_cell (self, cell);
  ensure_menu (self);
  column =
    self->audience ? slip_matrix_find_column (matrix, self->audience) : -1;
  model = slip_readiness_menu_new (
    slip_matrix_get_row (matrix,
                         (guint) slip_readiness_cell_get_place (cell).row),
    column >= 0 ? matrix->audiences->pdata[column] : NULL, column);
  gtk_popover_menu_set_menu_model (GTK_POPOVER_MENU (self->menu), model);
  point_at (self, self->menu, cell);
  gtk_popover_popup (GTK_POPOVER (self->menu));
}

static void
pressed_cb (GtkGestureClick *click,
            int n_press,
            double x,
            double y,
            SlipReadinessGrid *grid)
{
  GdkEvent *event =
    gtk_event_controller_get_current_event (GTK_EVENT_CONTROLLER (click));
  SlipReadinessCell *cell = slip_readiness_grid_find_cell (grid, x, y);
  Asker *self = get_asker (grid);

  g_set_weak_pointer (&self->pressed, cell);
  if (!cell)
    return;
  /* Nothing scrolls: what is clicked stays below the pointer. */
  gtk_widget_grab_focus (GTK_WIDGET (cell));
  if (event && gdk_event_triggers_context_menu (event)) {
    gtk_gesture_set_state (GTK_GESTURE (click), GTK_EVENT_SEQUENCE_CLAIMED);
    slip_readiness_asker_show_menu (grid);
  }
}

static void
released_cb (GtkGestureClick *click,
             int n_press,
             double x,
             double y,
             SlipReadinessGrid *grid)
{
  SlipReadinessCell *cell = slip_readiness_grid_find_cell (grid, x, y);

  if (cell && cell == get_asker (grid)->pressed &&
      gtk_gesture_single_get_current_button (GTK_GESTURE_SINGLE (click)) ==
        GDK_BUTTON_PRIMARY)
    gtk_widget_activate (GTK_WIDGET (cell));
}

static void
long_pressed_cb (GtkGestureLongPress *press,
                 double x,
                 double y,
                 SlipReadinessGrid *grid)
{
  SlipReadinessCell *cell = slip_readiness_grid_find_cell (grid, x, y);

  if (!cell)
    return;
  slip_readiness_grid_go_to (grid, slip_readiness_cell_get_place (cell));
  slip_readiness_asker_show_menu (grid);
}

static void
hover (Asker *self, SlipReadinessCell *cell, const char *hint)
{
  if (self->hovered && self->hovered != cell)
    slip_readiness_cell_set_hint (self->hovered, NULL);
  g_set_weak_pointer (&self->hovered, cell);
  if (cell)
    slip_readiness_cell_set_hint (cell, hint);
}

/* Only tells what a drop would do. */
static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, Asker *self)
{
  g_autofree char *id = slip_dragged_person_dup_hovering (target);
  const SlipPlanState *state = slip_readiness_grid_get_state (self->grid);
  const SlipRow *person =
    state ? slip_plan_state_get (state, SLIP_KIND_PERSON, id) : NULL;
  SlipReadinessCell *cell = slip_readiness_grid_find_cell (self->grid, x, y);
  g_autofree char *hint = NULL;

  if (!cell || !person) {
    hover (self, NULL, NULL);
    return cell ? GDK_ACTION_COPY : 0;
  }
  hint =
    g_strdup_printf (_ ("→ %s"), slip_row_get_text (person, SLIP_PERSON_NAME));
  hover (self, cell, hint);
  return GDK_ACTION_COPY;
}

static void
leave_cb (GtkDropTarget *target, Asker *self)
{
  hover (self, NULL, NULL);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         Asker *self)
{
  const SlipDraggedPerson *dragged = g_value_get_boxed (value);
  SlipReadinessCell *cell = slip_readiness_grid_find_cell (self->grid, x, y);

  hover (self, NULL, NULL);
  if (!cell || !dragged)
    return FALSE;
  note_cell (self, cell);
  picked_cb (NULL, dragged->id, "", self);
  return TRUE;
}

static void
add_drop_target (Asker *self)
{
  GtkDropTarget *target = slip_dragged_person_new_target ();

  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->grid),
                             GTK_EVENT_CONTROLLER (target));
}

void
slip_readiness_asker_add (SlipReadinessGrid *grid)
{
  g_return_if_fail (SLIP_IS_READINESS_GRID (grid));

  GtkWidget *widget = GTK_WIDGET (grid);
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *press = gtk_gesture_long_press_new ();
  Asker *self = g_new0 (Asker, 1);

  self->grid = grid;
  g_object_set_data_full (G_OBJECT (grid), ASKER_KEY, self, free_asker);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (click), 0);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), grid);
  g_signal_connect (click, "released", G_CALLBACK (released_cb), grid);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  gtk_gesture_single_set_touch_only (GTK_GESTURE_SINGLE (press), TRUE);
  g_signal_connect (press, "pressed", G_CALLBACK (long_pressed_cb), grid);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (press));
  add_drop_target (self);
}
