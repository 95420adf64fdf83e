/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-month-drop.h"

#include "slip-actions.h"
#include "slip-dragged-release.h"
#include "slip-page-turner.h"

#define DROP_KEY    "slip-month-drop"
#define EDGE_HEIGHT 12

/* One for each grid, owned by it. */
typedef struct {
  SlipMonthGrid *grid;
  SlipPageTurner *turner;
  char *release; /* what is dragged over it, or NULL */
  double x;
  double y;
  GtkAdjustment *scroll; /* of what it is scrolled in, or NULL */
  double scrolled_px;
} Drop;

static void
free_drop (gpointer data)
{
  Drop *self = data;

  g_clear_object (&self->scroll);
  slip_page_turner_free (self->turner);
  g_free (self->release);
  g_free (self);
}

static void
hover (Drop *self)
{
  slip_month_grid_hover (self->grid, self->release,
                         slip_month_layout_day_at (slip_month_grid_get_layout (
                                                     self->grid),
                                                   self->x, self->y));
}

static void
turn_cb (int direction, gpointer data)
{
  Drop *self = data;

  slip_month_grid_go (self->grid, direction);
  if (self->release != NULL)
    hover (self);
}

/* A drag that stays at the upper or lower edge turns the page. */
static void
update_turning (Drop *self)
{
  SlipRect grid = slip_month_grid_get_layout (self->grid)->grid;
  int direction = 0;

  if (self->y < MAX (grid.y, EDGE_HEIGHT))
    direction = -1;
  else if (self->y >= grid.y + grid.height - EDGE_HEIGHT)
    direction = 1;
  slip_page_turner_set_direction (self->turner, direction);
}

/* What lies under a pointer that stays still is another day. */
static void
scrolled_cb (GtkWidget *grid, GtkAdjustment *scroll)
{
  Drop *self = g_object_get_data (G_OBJECT (grid), DROP_KEY);
  double value = gtk_adjustment_get_value (scroll);

  self->y += value - self->scrolled_px;
  self->scrolled_px = value;
  if (self->release == NULL)
    return;
  hover (self);
  update_turning (self);
}

static void
follow_scrolling (Drop *self)
{
  GtkWidget *scroller =
    gtk_widget_get_ancestor (GTK_WIDGET (self->grid), GTK_TYPE_SCROLLED_WINDOW);

  if (scroller == NULL)
    return;
  if (self->scroll == NULL) {
    self->scroll = g_object_ref (
      gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (scroller)));
    g_signal_connect_object (self->scroll, "value-changed",
                             G_CALLBACK (scrolled_cb), self->grid,
                             G_CONNECT_SWAPPED);
  }
  self->scrolled_px = gtk_adjustment_get_value (self->scroll);
}

static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, Drop *self)
{
  char *release = slip_dragged_release_dup_hovering (target);

  if (release == NULL ||
      slip_range_is_empty (slip_month_grid_get_range (self->grid))) {
    g_free (release);
    return 0;
  }
  g_free (self->release);
  self->release = release;
  self->x = x;
  self->y = y;
  follow_scrolling (self);
  hover (self);
  update_turning (self);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, Drop *self)
{
  g_clear_pointer (&self->release, g_free);
  slip_page_turner_set_direction (self->turner, 0);
  slip_month_grid_hover (self->grid, NULL, SLIP_DATE_NONE);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         Drop *self)
{
  const SlipDraggedRelease *dragged = g_value_get_boxed (value);
  SlipDate date =
    slip_month_layout_day_at (slip_month_grid_get_layout (self->grid), x, y);
  gboolean is_only_release = slip_dragged_release_is_shift_held (target);
  SlipDate old = SLIP_DATE_NONE;
  char day[SLIP_DATE_TEXT_SIZE];

  leave_cb (target, self);
  if (dragged == NULL || !slip_date_is_set (date))
    return FALSE;
  if (slip_month_grid_find (self->grid, dragged->id, &old) &&
      slip_date_equal (old, date))
    return FALSE;
  g_signal_emit_by_name (self->grid, "dropped", dragged->id);
  return gtk_widget_activate_action (GTK_WIDGET (self->grid), SLIP_ACTION_MOVE,
                                     "(ssb)", dragged->id,
                                     slip_date_print (date, day),
                                     is_only_release);
}

void
slip_month_drop_add (SlipMonthGrid *grid)
{
  GtkDropTarget *target = slip_dragged_release_new_target ();
  Drop *self = g_new0 (Drop, 1);

  g_return_if_fail (SLIP_IS_MONTH_GRID (grid));

  self->grid = grid;
  self->turner = slip_page_turner_new (turn_cb, self);
  g_object_set_data_full (G_OBJECT (grid), DROP_KEY, self, free_drop);
  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), self);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), self);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (grid), GTK_EVENT_CONTROLLER (target));
}

void
slip_month_drop_end (SlipMonthGrid *grid)
{
  Drop *self = g_object_get_data (G_OBJECT (grid), DROP_KEY);

  slip_page_turner_set_direction (self->turner, 0);
}
