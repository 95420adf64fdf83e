/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-spin-rest.h"

#define DATA_KEY "slip-spin-rest"
#define REST_MS  1000

typedef struct {
  GtkSpinButton *spin; /* has this */
  SlipSpinRestFunc func;
  gpointer data;
  guint timeout; /* while a number is turned, else 0 */
  gboolean is_showing;
} Rest;

static void
free_rest (gpointer data)
{
  Rest *rest = data;

  g_clear_handle_id (&rest->timeout, g_source_remove);
  g_free (rest);
}

static void
end (Rest *rest)
{
  if (rest->timeout == 0)
    return;
  g_clear_handle_id (&rest->timeout, g_source_remove);
  rest->func (rest->spin, rest->data);
}

static gboolean
timeout_cb (gpointer data)
{
  Rest *rest = data;

  rest->timeout = 0;
  rest->func (rest->spin, rest->data);
  return G_SOURCE_REMOVE;
}

static void
changed_cb (Rest *rest)
{
  if (rest->is_showing)
    return;
  g_clear_handle_id (&rest->timeout, g_source_remove);
  rest->timeout = g_timeout_add (REST_MS, timeout_cb, rest);
}

void
slip_spin_rest_watch (GtkSpinButton *spin, SlipSpinRestFunc func, gpointer data)
{
  GtkEventController *focus = gtk_event_controller_focus_new ();
  Rest *rest = g_new0 (Rest, 1);

  g_return_if_fail (GTK_IS_SPIN_BUTTON (spin));
  g_return_if_fail (func != NULL);

  *rest = (Rest){ .spin = spin, .func = func, .data = data };
  g_object_set_data_full (G_OBJECT (spin), DATA_KEY, rest, free_rest);
  g_signal_connect_swapped (spin, "value-changed", G_CALLBACK (changed_cb),
                            rest);
  /* The window closes, or the page is left: later there is nobody to be asked
   * any more. */
  g_signal_connect_swapped (spin, "unmap", G_CALLBACK (end), rest);
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (end), rest);
  gtk_widget_add_controller (GTK_WIDGET (spin), focus);
}

void
slip_spin_rest_show (GtkSpinButton *spin, double value)
{
  Rest *rest = NULL;

  g_return_if_fail (GTK_IS_SPIN_BUTTON (spin));

  rest = g_object_get_data (G_OBJECT (spin), DATA_KEY);
  g_return_if_fail (rest != NULL);
  if (rest->timeout > 0)
    return;
  rest->is_showing = TRUE;
  gtk_spin_button_set_value (spin, value);
  rest->is_showing = FALSE;
}
