/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-now.h"

#define KEY "slip-clock"

void
slip_now_set_clock (GtkWidget *window, SlipClock *clock)
{
  g_return_if_fail (GTK_IS_WINDOW (window));

  g_object_set_data_full (G_OBJECT (window), KEY,
                          clock ? slip_clock_ref (clock) : NULL,
                          (GDestroyNotify) slip_clock_unref);
}

SlipMoment
slip_now_get (GtkWidget *widget, SlipDate today)
{
  SlipMoment moment = { 0, today };
  GtkRoot *root;
  GtkWindow *window;
  SlipClock *clock = NULL;

  g_return_val_if_fail (GTK_IS_WIDGET (widget), moment);

  root = gtk_widget_get_root (widget);
  window = GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL;
  for (; window && !clock; window = gtk_window_get_transient_for (window))
    clock = g_object_get_data (G_OBJECT (window), KEY);
  if (clock)
    moment.at_ms = slip_clock_get_now_ms (clock);
  return moment;
}
