/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-day-drop.h"

#include "slip-actions.h"
#include "slip-dragged-release.h"

/* As on a page of the calendar: the hover is told, and the window asked. */
static GdkDragAction
motion_cb (GtkDropTarget *target, double x, double y, SlipDayList *list)
{
  g_autofree char *release = slip_dragged_release_dup_hovering (target);

  if (release == NULL)
    return 0;
  slip_day_list_hover (list, release, x, y);
  return GDK_ACTION_MOVE;
}

static void
leave_cb (GtkDropTarget *target, SlipDayList *list)
{
  slip_day_list_hover (list, NULL, 0, 0);
}

static gboolean
drop_cb (GtkDropTarget *target,
         const GValue *value,
         double x,
         double y,
         SlipDayList *list)
{
  const SlipDraggedRelease *dragged = g_value_get_boxed (value);
  SlipDate date = slip_day_list_find_day_at (list, x, y);
  gboolean is_only_release = slip_dragged_release_is_shift_held (target);
  SlipDate old = SLIP_DATE_NONE;
  char day[SLIP_DATE_TEXT_SIZE];

  leave_cb (target, list);
  if (dragged == NULL || !slip_date_is_set (date))
    return FALSE;
  if (slip_day_list_find (list, dragged->id, &old) &&
      slip_date_equal (old, date))
    return FALSE;
  g_signal_emit_by_name (list, "dropped", dragged->id);
  return gtk_widget_activate_action (GTK_WIDGET (list), SLIP_ACTION_MOVE,
                                     "(ssb)", dragged->id,
                                     slip_date_print (date, day),
                                     is_only_release);
}

void
slip_day_drop_add (SlipDayList *list)
{
  GtkDropTarget *target = slip_dragged_release_new_target ();

  g_return_if_fail (SLIP_IS_DAY_LIST (list));

  g_signal_connect (target, "enter", G_CALLBACK (motion_cb), list);
  g_signal_connect (target, "motion", G_CALLBACK (motion_cb), list);
  g_signal_connect (target, "leave", G_CALLBACK (leave_cb), list);
  g_signal_connect (target, "drop", G_CALLBACK (drop_cb), list);
  gtk_widget_add_controller (GTK_WIDGET (list), GTK_EVENT_CONTROLLER (target));
}
