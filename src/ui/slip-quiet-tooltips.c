/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "slip-quiet-tooltips.h"

#define QUIETED_KEY "slip-quieted"

static void
quiet (GPtrArray *quieted, GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (gtk_widget_get_has_tooltip (widget)) {
      gtk_widget_set_has_tooltip (widget, FALSE);
      g_ptr_array_add (quieted, g_object_ref (widget));
    }
}

/* What the pointer is on need not be what the popover hangs on: a row's menu
 * may hang on its list. */
static GtkWidget *
find_under_pointer (GtkWidget *popover)
{
  GtkNative *native = gtk_widget_get_native (gtk_widget_get_parent (popover));
  GdkSurface *surface = native != NULL ? gtk_native_get_surface (native) : NULL;
  GdkSeat *seat =
    gdk_display_get_default_seat (gtk_widget_get_display (popover));
  GdkDevice *pointer = seat != NULL ? gdk_seat_get_pointer (seat) : NULL;
  double x;
  double y;
  double shift_x;
  double shift_y;
  if (surface == NULL || pointer == NULL ||
      !gdk_surface_get_device_position (surface, pointer, &x, &y, NULL))
    return NULL;
  gtk_native_get_surface_transform (native, &shift_x, &shift_y);
  return gtk_widget_pick (GTK_WIDGET (native), x - shift_x, y - shift_y,
                          GTK_PICK_DEFAULT);
}

static gboolean
map_cb (GSignalInvocationHint *hint,
        guint n_values,
        const GValue *values,
        gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  if (!GTK_IS_POPOVER (widget) ||
      !gtk_popover_get_autohide (GTK_POPOVER (widget)))
    return TRUE;

  GPtrArray *quieted = g_ptr_array_new_with_free_func (g_object_unref);
  quiet (quieted, gtk_widget_get_parent (widget));
  quiet (quieted, find_under_pointer (widget));
  g_object_set_data_full (G_OBJECT (widget), QUIETED_KEY, quieted,
                          (GDestroyNotify) g_ptr_array_unref);
  return TRUE;
}

static gboolean
unmap_cb (GSignalInvocationHint *hint,
          guint n_values,
          const GValue *values,
          gpointer data)
{
  GtkWidget *widget = g_value_get_object (&values[0]);
  if (!GTK_IS_POPOVER (widget))
    return TRUE;

  g_autoptr (GPtrArray) quieted =
    g_object_steal_data (G_OBJECT (widget), QUIETED_KEY);
  for (guint i = 0; quieted != NULL && i < quieted->len; i++)
    gtk_widget_set_has_tooltip (quieted->pdata[i], TRUE);
  return TRUE;
}

void
slip_quiet_tooltips_install (void)
{
  g_autoptr (GTypeClass) klass = g_type_class_ref (GTK_TYPE_WIDGET);
  g_signal_add_emission_hook (g_signal_lookup ("map", GTK_TYPE_WIDGET), 0,
                              map_cb, NULL, NULL);
  g_signal_add_emission_hook (g_signal_lookup ("unmap", GTK_TYPE_WIDGET), 0,
                              unmap_cb, NULL, NULL);
}
