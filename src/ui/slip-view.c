/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-view.h"

G_DEFINE_INTERFACE (SlipView, slip_view, GTK_TYPE_WIDGET)

static void
slip_view_default_init (SlipViewInterface *iface)
{
}

void
slip_view_set_plan (SlipView *self,
                    const SlipPlanState *state,
                    const SlipQuery *query,
                    SlipDate today)
{
  g_return_if_fail (SLIP_IS_VIEW (self));
  g_return_if_fail (state != NULL && query != NULL);

  SLIP_VIEW_GET_IFACE (self)->set_plan (self, state, query, today);
}

void
slip_view_set_selected (SlipView *self, const char *release)
{
  g_return_if_fail (SLIP_IS_VIEW (self));

  SLIP_VIEW_GET_IFACE (self)->set_selected (self, release);
}

void
slip_view_go (SlipView *self, int direction)
{
  g_return_if_fail (SLIP_IS_VIEW (self));

  if (SLIP_VIEW_GET_IFACE (self)->go != NULL)
    SLIP_VIEW_GET_IFACE (self)->go (self, direction);
}

void
slip_view_go_to_date (SlipView *self, SlipDate date)
{
  g_return_if_fail (SLIP_IS_VIEW (self));

  if (SLIP_VIEW_GET_IFACE (self)->go_to_date != NULL)
    SLIP_VIEW_GET_IFACE (self)->go_to_date (self, date);
}

gboolean
slip_view_has_days (SlipView *self)
{
  g_return_val_if_fail (SLIP_IS_VIEW (self), FALSE);

  return SLIP_VIEW_GET_IFACE (self)->go_to_date != NULL;
}

gboolean
slip_view_focus_release (SlipView *self, const char *release)
{
  g_return_val_if_fail (SLIP_IS_VIEW (self), FALSE);
  g_return_val_if_fail (release != NULL, FALSE);

  return SLIP_VIEW_GET_IFACE (self)->focus_release (self, release);
}

gboolean
slip_view_focus_content (SlipView *self)
{
  g_return_val_if_fail (SLIP_IS_VIEW (self), FALSE);

  GtkWidget *widget = GTK_WIDGET (self);
  if (gtk_widget_get_focus_child (widget) != NULL)
    return TRUE;
  if (SLIP_VIEW_GET_IFACE (self)->focus_content != NULL)
    return SLIP_VIEW_GET_IFACE (self)->focus_content (self);
  return gtk_widget_child_focus (widget, GTK_DIR_TAB_FORWARD);
}

const char *
slip_view_get_focused_release (SlipView *self)
{
  g_return_val_if_fail (SLIP_IS_VIEW (self), NULL);

  return SLIP_VIEW_GET_IFACE (self)->get_focused_release != NULL
           ? SLIP_VIEW_GET_IFACE (self)->get_focused_release (self)
           : NULL;
}
