/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-readiness-keys.h"

#include "slip-actions.h"
#include "slip-readiness-asker.h"

/* The place that @key leads to from @place; the same for other keys. */
static SlipMatrixPlace
follow_arrow (SlipReadinessGrid *grid, SlipMatrixPlace place, guint key)
{
  const SlipMatrixLayout *layout = slip_readiness_grid_get_layout (grid);
  int ahead =
    gtk_widget_get_direction (GTK_WIDGET (grid)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    return slip_matrix_layout_step (layout, place, -ahead, 0);
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    return slip_matrix_layout_step (layout, place, ahead, 0);
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    return slip_matrix_layout_step (layout, place, 0, -1);
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return slip_matrix_layout_step (layout, place, 0, 1);
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    return slip_matrix_layout_page (layout, place, -1);
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    return slip_matrix_layout_page (layout, place, 1);
  default:
    return place;
  }
}

static SlipMatrixPlace
follow_jump (SlipReadinessGrid *grid,
             SlipMatrixPlace place,
             guint key,
             gboolean is_control)
{
  const SlipMatrixLayout *layout = slip_readiness_grid_get_layout (grid);

  switch (key) {
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    return (SlipMatrixPlace){ is_control ? 0 : place.row, 0 };
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    if (is_control)
      place.row = (int) slip_readiness_grid_get_matrix (grid)->rows->len - 1;
    place.cell = slip_matrix_layout_count_cells (layout, place.row);
    return place;
  default:
    return is_control ? place : follow_arrow (grid, place, key);
  }
}

static gboolean
is_moving (guint key)
{
  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
handle_command (SlipReadinessGrid *grid,
                SlipReadinessCell *cell,
                guint key,
                gboolean is_shift)
{
  switch (key) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_ISO_Enter:
    return gtk_widget_activate (GTK_WIDGET (cell));
  case GDK_KEY_space:
  case GDK_KEY_KP_Space:
    return gtk_widget_activate_action (GTK_WIDGET (grid), SLIP_ACTION_SELECT,
                                       "s",
                                       slip_readiness_cell_get_release (cell));
  case GDK_KEY_o:
  case GDK_KEY_O:
    slip_readiness_asker_ask_owner (grid);
    return TRUE;
  case GDK_KEY_F10:
    if (!is_shift)
      return FALSE;
    slip_readiness_asker_show_menu (grid);
    return TRUE;
  case GDK_KEY_Menu:
    slip_readiness_asker_show_menu (grid);
    return TRUE;
  default:
    return FALSE;
  }
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipReadinessGrid *grid)
{
  GdkModifierType held =
    modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);
  SlipReadinessCell *cell = slip_readiness_grid_get_focused (grid);
  SlipMatrixPlace place;

  if (!cell || !slip_readiness_grid_get_layout (grid))
    return FALSE;
  if (is_moving (key) && (held == 0 || held == GDK_CONTROL_MASK)) {
    place = slip_readiness_cell_get_place (cell);
    slip_readiness_grid_go_to (grid, follow_jump (grid, place, key,
                                                  held == GDK_CONTROL_MASK));
    return TRUE;
  }
  if (held == 0 || held == GDK_SHIFT_MASK)
    return handle_command (grid, cell, key, held == GDK_SHIFT_MASK);
  return FALSE;
}

void
slip_readiness_keys_add (SlipReadinessGrid *grid)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (SLIP_IS_READINESS_GRID (grid));

  /* Before the scrolled window, which would scroll by these keys. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), grid);
  gtk_widget_add_controller (GTK_WIDGET (grid), keys);
}
