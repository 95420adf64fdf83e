/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-rollout-keys.h"

#include "slip-actions.h"
#include "slip-rollout-drag.h"
#include "slip-rollout-pointer.h"
#include "slip-stage-keys.h"

static int
count_bars (const SlipRolloutScene *scene, int lane)
{
  return (int) slip_timeline_get_lane (scene->timeline, lane)->bars->len;
}

/* In another lane: the bar that is nearest in time; a title stays a title. */
static SlipRolloutPlace
step_across (const SlipRolloutScene *scene, SlipRolloutPlace place, int lane)
{
  SlipRolloutPlace to = { lane, -1 };
  double middle;
  double nearest = G_MAXDOUBLE;

  if (lane < 0 || lane >= (int) scene->timeline->lanes->len)
    return place;
  if (place.bar < 0)
    return to;
  middle = (slip_rollout_scene_get_bar (scene, place)->start +
            slip_rollout_scene_get_bar (scene, place)->end) /
           2;
  for (int i = 0; i < count_bars (scene, lane); i++) {
    const SlipTimelineBar *bar = slip_timeline_lane_get_bar (
      slip_timeline_get_lane (scene->timeline, lane), i);
    double distance = ABS ((bar->start + bar->end) / 2 - middle);

    if (distance < nearest) {
      nearest = distance;
      to.bar = i;
    }
  }
  return to;
}

static SlipRolloutPlace
step_along (const SlipRolloutScene *scene, SlipRolloutPlace place, int n)
{
  place.bar = CLAMP (place.bar + n, -1, count_bars (scene, place.lane) - 1);
  return place;
}

static SlipRolloutPlace
follow_arrow (SlipRolloutGrid *grid, SlipRolloutPlace place, guint key)
{
  const SlipRolloutScene *scene = slip_rollout_grid_get_scene (grid);
  int ahead =
    gtk_widget_get_direction (GTK_WIDGET (grid)) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    return step_along (scene, place, -ahead);
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    return step_along (scene, place, ahead);
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    return step_across (scene, place, place.lane - 1);
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return step_across (scene, place, place.lane + 1);
  case GDK_KEY_Page_Up:
  case GDK_KEY_KP_Page_Up:
    return step_across (scene, place,
                        slip_rollout_lanes_page (scene->layout, place.lane,
                                                 -1));
  case GDK_KEY_Page_Down:
  case GDK_KEY_KP_Page_Down:
    return step_across (scene, place,
                        slip_rollout_lanes_page (scene->layout, place.lane, 1));
  default:
    return place;
  }
}

static SlipRolloutPlace
follow_jump (SlipRolloutGrid *grid,
             SlipRolloutPlace place,
             guint key,
             gboolean is_control)
{
  const SlipRolloutScene *scene = slip_rollout_grid_get_scene (grid);
  int last = (int) scene->timeline->lanes->len - 1;

  switch (key) {
  case GDK_KEY_Home:
  case GDK_KEY_KP_Home:
    return (SlipRolloutPlace){ is_control ? 0 : place.lane, -1 };
  case GDK_KEY_End:
  case GDK_KEY_KP_End:
    if (is_control)
      place.lane = last;
    place.bar = count_bars (scene, place.lane) - 1;
    return place;
  default:
    return is_control ? place : follow_arrow (grid, place, key);
  }
}

static gboolean
is_moving (guint key)
{
  static const guint keys[] = {
    GDK_KEY_Left,       GDK_KEY_KP_Left,   GDK_KEY_Right,
    GDK_KEY_KP_Right,   GDK_KEY_Up,        GDK_KEY_KP_Up,
    GDK_KEY_Down,       GDK_KEY_KP_Down,   GDK_KEY_Page_Up,
    GDK_KEY_KP_Page_Up, GDK_KEY_Page_Down, GDK_KEY_KP_Page_Down,
    GDK_KEY_Home,       GDK_KEY_KP_Home,   GDK_KEY_End,
    GDK_KEY_KP_End,
  };

  for (guint i = 0; i < G_N_ELEMENTS (keys); i++)
    if (keys[i] == key)
      return TRUE;
  return FALSE;
}

static gboolean
handle_command (SlipRolloutGrid *grid,
                SlipRolloutPlace place,
                guint key,
                gboolean is_shift)
{
  const SlipRolloutScene *scene = slip_rollout_grid_get_scene (grid);
  const SlipTimelineLane *lane = slip_rollout_scene_get_lane (scene, place);
  GtkWidget *widget = slip_rollout_grid_get_widget (grid, place);

  switch (key) {
  case GDK_KEY_Return:
  case GDK_KEY_KP_Enter:
  case GDK_KEY_ISO_Enter:
    return widget && gtk_widget_activate (widget);
  case GDK_KEY_space:
  case GDK_KEY_KP_Space:
    return gtk_widget_activate_action (GTK_WIDGET (grid), SLIP_ACTION_SELECT,
                                       "s", slip_row_get_id (lane->release));
  case GDK_KEY_F10:
    if (!is_shift)
      return FALSE;
    slip_rollout_pointer_show_menu (grid);
    return TRUE;
  case GDK_KEY_Menu:
    slip_rollout_pointer_show_menu (grid);
    return TRUE;
  default:
    return FALSE;
  }
}

/* With the title the release is moved. */
static gboolean
move (SlipRolloutGrid *grid,
      SlipRolloutPlace place,
      guint key,
      GdkModifierType held)
{
  const SlipRolloutScene *scene = slip_rollout_grid_get_scene (grid);
  const SlipTimelineLane *lane = slip_rollout_scene_get_lane (scene, place);
  int days = slip_stage_keys_get_days (GTK_WIDGET (grid), key);

  if (place.bar >= 0)
    return slip_stage_keys_move (
      GTK_WIDGET (grid),
      slip_row_get_id (slip_rollout_scene_get_bar (scene, place)->stage), key,
      held);
  return days != 0 && (held & GDK_ALT_MASK) != 0 &&
         gtk_widget_activate_action (GTK_WIDGET (grid), SLIP_ACTION_MOVE_BY,
                                     "(sib)", slip_row_get_id (lane->release),
                                     days, (held & GDK_SHIFT_MASK) != 0);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint key,
                guint code,
                GdkModifierType modifiers,
                SlipRolloutGrid *grid)
{
  GdkModifierType held =
    modifiers & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SHIFT_MASK);
  SlipRolloutPlace place = slip_rollout_grid_get_focused (grid);

  if (key == GDK_KEY_Escape)
    return slip_rollout_drag_cancel (grid);
  if (place.lane < 0)
    return FALSE;
  if (slip_stage_keys_are_held (held))
    return move (grid, place, key, held);
  if (is_moving (key) && (held == 0 || held == GDK_CONTROL_MASK)) {
    slip_rollout_grid_go_to (grid, follow_jump (grid, place, key,
                                                held == GDK_CONTROL_MASK));
    return TRUE;
  }
  if (held == 0 || held == GDK_SHIFT_MASK)
    return handle_command (grid, place, key, held == GDK_SHIFT_MASK);
  return FALSE;
}

void
slip_rollout_keys_add (SlipRolloutGrid *grid)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  g_return_if_fail (SLIP_IS_ROLLOUT_GRID (grid));

  /* Before the scrolled window, which would scroll by these keys. */
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), grid);
  gtk_widget_add_controller (GTK_WIDGET (grid), keys);
}
