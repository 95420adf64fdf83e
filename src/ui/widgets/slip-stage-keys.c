/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-stage-keys.h"

#include "slip-actions.h"
#include "slip-month-layout.h"

#define ONLY_END   (GDK_ALT_MASK | GDK_SHIFT_MASK)
#define ONLY_START (GDK_CONTROL_MASK | GDK_SHIFT_MASK)

gboolean
slip_stage_keys_are_held (GdkModifierType held)
{
  return held == GDK_ALT_MASK || held == ONLY_END || held == ONLY_START;
}

int
slip_stage_keys_get_days (GtkWidget *widget, guint key)
{
  int ahead = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL ? -1 : 1;

  switch (key) {
  case GDK_KEY_Left:
  case GDK_KEY_KP_Left:
    return -ahead;
  case GDK_KEY_Right:
  case GDK_KEY_KP_Right:
    return ahead;
  case GDK_KEY_Up:
  case GDK_KEY_KP_Up:
    return -SLIP_DAYS_PER_WEEK;
  case GDK_KEY_Down:
  case GDK_KEY_KP_Down:
    return SLIP_DAYS_PER_WEEK;
  default:
    return 0;
  }
}

gboolean
slip_stage_keys_move (GtkWidget *widget,
                      const char *stage,
                      guint key,
                      GdkModifierType held)
{
  int days = slip_stage_keys_get_days (widget, key);

  if (days == 0 || !slip_stage_keys_are_held (held))
    return FALSE;
  return gtk_widget_activate_action (widget, SLIP_ACTION_MOVE_STAGE_BY, "(sii)",
                                     stage, held == ONLY_END ? 0 : days,
                                     held == ONLY_START ? 0 : days);
}
